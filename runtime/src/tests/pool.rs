//! What gets into the pool.

use super::*;
use frame_support::{
	assert_ok,
	traits::{Contains, Get},
};
use pallet_parties::{Class, FAR_NONCE, IMMORTAL, MAX_NONCE_LEAD, NOT_ADMITTED};
use sp_runtime::{
	traits::Hash as _,
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
		UnknownTransaction, ValidTransaction,
	},
};

fn validate_from(
	source: TransactionSource,
	transaction: UncheckedExtrinsic,
) -> TransactionValidity {
	validate_after(0, source, transaction)
}

/// On the state of a block of that number.
pub fn validate_after(
	block: BlockNumber,
	source: TransactionSource,
	transaction: UncheckedExtrinsic,
) -> TransactionValidity {
	frame_support::storage::transactional::with_transaction(|| {
		System::set_block_number(block);
		let validity = Executive::validate_transaction(source, transaction, genesis_hash());
		sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(validity))
	})
	.unwrap()
}

fn validate(transaction: UncheckedExtrinsic) -> TransactionValidity {
	validate_from(TransactionSource::External, transaction)
}

fn submit(uri: &str, call: RuntimeCall) -> TransactionValidity {
	validate(transaction(uri, call, Terms::default()))
}

pub fn custom(code: u8) -> TransactionValidity {
	Err(InvalidTransaction::Custom(code).into())
}

fn priority(uri: &str, call: RuntimeCall) -> u64 {
	submit(uri, call).unwrap().priority
}

pub fn vote() -> RuntimeCall {
	let vote = pallet_collective::Call::vote { proposal: Hash::zero(), index: 0, approve: true };
	RuntimeCall::Council(vote)
}

#[test]
fn accounts_of_offices_and_parties_are_admitted() {
	on_local(|| {
		register(WH, "//Owner");
		for uri in ["//Owner", "//Forestry", "//Forestry//council", "//Forestry//validator"] {
			assert_ok!(submit(uri, asks_consent()));
		}
	});
}

#[test]
fn a_stranger_is_refused() {
	on_local(|| {
		assert_eq!(submit("//Stranger", asks_consent()), custom(NOT_ADMITTED));
		// The SDK's well-known account is one too.
		assert_eq!(submit("//Alice", asks_consent()), custom(NOT_ADMITTED));
	});
}

#[test]
fn a_closed_call_is_refused_in_a_batch_or_not() {
	on_local(|| {
		for (pallet, name, call) in super::closed::closed() {
			let batch = pallet_utility::Call::batch_all { calls: vec![call.clone()] };
			let nested = pallet_utility::Call::batch_all { calls: vec![batch.clone().into()] };
			for call in [call, batch.into(), nested.into()] {
				let governs = configs::governance::GovernanceCalls::contains(&call);
				let uri = if governs { "//Forestry//council" } else { "//Forestry" };
				let refused = Err(InvalidTransaction::Call.into());
				assert_eq!(submit(uri, call), refused, "{pallet} {name}");
			}
		}
	});
}

#[test]
fn an_immortal_transaction_is_refused() {
	on_local(|| {
		let terms = Terms { era: Era::Immortal, ..Default::default() };
		assert_eq!(validate(transaction("//Forestry", asks_consent(), terms)), custom(IMMORTAL));
	});
}

#[test]
fn the_longest_era_is_4096_blocks() {
	on_local(|| {
		let terms = Terms { era: Era::mortal(4096, 0), ..Default::default() };
		assert_ok!(validate(transaction("//Forestry", asks_consent(), terms)));
		let remembered: BlockNumber = <Runtime as frame_system::Config>::BlockHashCount::get();
		assert_eq!(remembered, 4096);
	});
}

#[test]
fn a_far_nonce_is_refused_and_a_near_one_waits() {
	on_local(|| {
		let with_nonce = |nonce| {
			validate(transaction(
				"//Forestry",
				asks_consent(),
				Terms { nonce, ..Default::default() },
			))
		};
		assert_eq!(with_nonce(MAX_NONCE_LEAD + 1), custom(FAR_NONCE));
		let waiting: ValidTransaction = with_nonce(MAX_NONCE_LEAD).unwrap();
		assert_eq!(waiting.requires.len(), 1);
		assert!(with_nonce(0).unwrap().requires.is_empty());
		System::inc_account_nonce(account("//Forestry"));
		assert_eq!(with_nonce(0), Err(InvalidTransaction::Stale.into()));
	});
}

#[test]
fn a_transaction_for_another_genesis_is_refused() {
	on_local(|| {
		let terms = Terms { genesis: Hash::repeat_byte(8), ..Default::default() };
		let foreign = transaction("//Forestry", asks_consent(), terms);
		assert_eq!(validate(foreign), Err(InvalidTransaction::BadProof.into()));
	});
}

#[test]
fn another_accounts_signature_is_refused() {
	on_local(|| {
		let mut forged = transaction("//Stranger", asks_consent(), Terms::default());
		let own = transaction("//Forestry", asks_consent(), Terms::default());
		if let (
			sp_runtime::generic::Preamble::Signed(signer, ..),
			sp_runtime::generic::Preamble::Signed(victim, ..),
		) = (&mut forged.preamble, own.preamble)
		{
			*signer = victim;
		}
		assert_eq!(validate(forged), Err(InvalidTransaction::BadProof.into()));
	});
}

#[test]
fn a_suspended_party_is_refused_and_readmitted() {
	on_local(|| {
		let party = register(WH, "//Owner");
		let register = operator_for(WH, Duty::Register);
		assert_ok!(Parties::suspend(register.clone(), party, Hash::zero()));
		assert_eq!(submit("//Owner", asks_consent()), custom(NOT_ADMITTED));
		assert_ok!(Parties::reinstate(register, party, Hash::zero()));
		assert_ok!(submit("//Owner", asks_consent()));
	});
}

#[test]
fn a_removed_account_and_an_inactive_office_are_refused() {
	on_local(|| {
		assert_ok!(Schemes::remove_account(council(3, 4), account("//Drc")));
		assert_eq!(submit("//Drc", asks_consent()), custom(NOT_ADMITTED));
		assert_ok!(Schemes::set_office_active(council(3, 4), office("FINANCE"), false));
		assert_eq!(submit("//Finance", asks_consent()), custom(NOT_ADMITTED));
		assert_eq!(submit("//Finance//council", vote()), custom(NOT_ADMITTED));
	});
}

#[test]
fn an_invited_account_may_confirm_and_nothing_else() {
	on_local(|| {
		let party = register(WH, "//Owner");
		let register = operator_for(WH, Duty::Register);
		assert_ok!(Parties::invite_account(register, party, account("//Clerk"), 100));
		let confirm = |party| RuntimeCall::Parties(pallet_parties::Call::confirm_account { party });
		assert_ok!(submit("//Clerk", confirm(party)));
		assert_eq!(submit("//Clerk", confirm(PartyId(99))), custom(NOT_ADMITTED));
		assert_eq!(submit("//Clerk", asks_consent()), custom(NOT_ADMITTED));
		let batch = pallet_utility::Call::batch_all { calls: vec![confirm(party), asks_consent()] };
		assert_eq!(submit("//Clerk", batch.into()), custom(NOT_ADMITTED));
	});
}

#[test]
fn governance_goes_before_duties_before_the_platform_before_others() {
	on_local(|| {
		register(WH, "//Owner");
		assert_eq!(priority("//Forestry//council", vote()), Class::Governance.priority());
		assert_eq!(priority("//Forestry", asks_consent()), Class::Duty.priority());
		assert_eq!(priority("//Platform", asks_consent()), Class::Platform.priority());
		assert_eq!(priority("//Owner", asks_consent()), Class::Other.priority());
		// A member's other calls do not go first.
		assert_eq!(priority("//Forestry//council", asks_consent()), Class::Other.priority());
	});
}

/// They name their own weight, of which a failure gives nothing back.
#[test]
fn the_councils_calls_are_admitted_from_its_members_alone() {
	on_local(|| {
		register(WH, "//Owner");
		let batch = |call| pallet_utility::Call::batch_all { calls: vec![asks_consent(), call] };
		for call in [vote(), RuntimeCall::Utility(batch(vote()))] {
			assert_ok!(submit("//Forestry//council", call.clone()));
			for uri in ["//Owner", "//Forestry", "//Platform", "//Forestry//validator"] {
				assert_eq!(submit(uri, call.clone()), custom(NOT_ADMITTED), "{uri}");
			}
		}
	});
}

#[test]
fn nothing_unsigned_is_admitted() {
	on_local(|| {
		let bare =
			|call| validate_from(TransactionSource::Local, UncheckedExtrinsic::new_bare(call));
		for (pallet, name, call) in super::closed::all_calls() {
			let refusal = match (pallet, name) {
				// Judged by its proofs; one of zeros proves nothing.
				("Grandpa", "report_equivocation_unsigned") => InvalidTransaction::BadProof.into(),
				("Grandpa", _) => InvalidTransaction::Call.into(),
				("Timestamp", "set") => InvalidTransaction::MandatoryValidation.into(),
				_ => TransactionValidityError::from(UnknownTransaction::NoUnsignedValidator),
			};
			assert_eq!(bare(call), Err(refusal), "{pallet} {name}");
		}
	});
}

#[test]
fn an_authorised_upgrade_is_applied_signed_only() {
	on_local(|| {
		let code = b"code".to_vec();
		let hash = <Runtime as frame_system::Config>::Hashing::hash(&code);
		assert_ok!(System::authorize_upgrade(RuntimeOrigin::root(), hash));
		let apply: RuntimeCall = frame_system::Call::apply_authorized_upgrade { code }.into();
		let bare = UncheckedExtrinsic::new_bare(apply.clone());
		assert_eq!(validate(bare), Err(UnknownTransaction::NoUnsignedValidator.into()));
		assert_ok!(submit("//Forestry", apply));
	});
}

#[test]
fn a_transaction_without_a_signer_is_refused() {
	on_local(|| {
		let unsigned =
			UncheckedExtrinsic::new_transaction(asks_consent(), extension(&Terms::default()));
		assert_eq!(validate(unsigned), Err(InvalidTransaction::BadSigner.into()));
	});
}

#[test]
fn clients_see_the_sdks_names_in_order() {
	use sp_runtime::traits::TransactionExtension;

	let metadata = <TxExtension as TransactionExtension<RuntimeCall>>::metadata();
	let names: Vec<_> = metadata.iter().map(|extension| extension.identifier).collect();
	assert_eq!(
		names,
		[
			"AuthorizeCall",
			"CheckNonZeroSender",
			"CheckSpecVersion",
			"CheckTxVersion",
			"CheckGenesis",
			"Admission",
			"CheckMortality",
			"CheckNonce",
			"CheckWeight",
			"CheckMetadataHash",
			"WeightReclaim",
		]
	);
}
