//! What a party or an office may use of blocks.

use super::{
	pool::{custom, validate_after, vote},
	*,
};
use configs::carbon::ClassAllowances;
use frame_support::assert_ok;
use pallet_parties::{
	Class, Payer, Quantity, Standing, Usage, Usages, ALLOWANCE_SPENT, MAX_NONCE_LEAD, NOT_ADMITTED,
};
use sp_runtime::{
	traits::Hash as _,
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidity},
	ApplyExtrinsicResult,
};

/// One transaction more of the account, `lead` after its next, on the state of that block.
fn submit_after(
	block: BlockNumber,
	uri: &str,
	lead: Nonce,
	call: RuntimeCall,
) -> TransactionValidity {
	let nonce = System::account_nonce(account(uri)) + lead;
	let transaction = transaction(uri, call, Terms { nonce, ..Default::default() });
	validate_after(block, TransactionSource::External, transaction)
}

fn submit(uri: &str, lead: Nonce, call: RuntimeCall) -> TransactionValidity {
	submit_after(System::block_number() - 1, uri, lead, call)
}

/// The account's next transaction, in a block that has room.
fn include(uri: &str, call: RuntimeCall) -> ApplyExtrinsicResult {
	frame_system::BlockWeight::<Runtime>::kill();
	let nonce = System::account_nonce(account(uri));
	Executive::apply_extrinsic(transaction(uri, call, Terms { nonce, ..Default::default() }))
}

fn refused() -> TransactionValidity {
	custom(ALLOWANCE_SPENT)
}

fn party(party: PartyId) -> Standing {
	Standing::of_party(party)
}

fn of(code: &str, class: Class) -> Standing {
	Standing { payer: Payer::Office(office(code)), class }
}

fn limit(class: Class) -> Quantity {
	ClassAllowances::get().of(class).limit
}

/// Uses up an allowance but for so many transactions.
fn leave(count: u32, standing: Standing) {
	let used = limit(standing.class).minus(Quantity { count, ..Default::default() });
	let used = Quantity { count: used.count, ..Default::default() };
	Usages::<Runtime>::insert(standing, Usage { used, at: System::block_number() });
}

/// An office's, for which a party signs.
fn failing() -> RuntimeCall {
	pallet_parties::Call::suspend { party: PartyId(0), evidence: Hash::zero() }.into()
}

#[test]
fn a_flood_of_one_party_is_refused_at_its_limit_and_nobody_elses_transaction() {
	on_local(|| {
		// given
		let owner = register(WH, "//Owner");
		let until = System::block_number() + 100;
		let register_of = operator_for(WH, Duty::Register);
		assert_ok!(Parties::invite_account(register_of, owner, account("//Clerk"), until));
		assert_ok!(Parties::confirm_account(signed("//Clerk"), owner));
		register(WH, "//Other");

		// when
		leave(5, party(owner));
		for _ in 0..5 {
			assert_ok!(submit("//Owner", 0, asks_consent()));
			assert!(include("//Owner", asks_consent()).is_ok());
		}

		// then
		for uri in ["//Owner", "//Clerk"] {
			assert_eq!(submit(uri, 0, asks_consent()), refused(), "{uri}");
			let included = include(uri, asks_consent());
			assert_eq!(included, Err(InvalidTransaction::Custom(ALLOWANCE_SPENT).into()), "{uri}");
		}
		for uri in ["//Other", "//Forestry", "//Forestry//validator", "//Platform"] {
			assert_ok!(submit(uri, 0, asks_consent()));
			assert_ok!(submit(uri, MAX_NONCE_LEAD, asks_consent()));
		}
		assert_ok!(submit("//Forestry//council", MAX_NONCE_LEAD, vote()));
	});
}

#[test]
fn a_gap_in_the_nonces_needs_allowance() {
	on_local(|| {
		let owner = register(WH, "//Owner");
		leave(3, party(owner));
		assert_ok!(submit("//Owner", 2, asks_consent()));
		assert_eq!(submit("//Owner", 3, asks_consent()), refused());
		// Each that is included leaves as much for those behind it.
		assert!(include("//Owner", asks_consent()).is_ok());
		assert_ok!(submit("//Owner", 1, asks_consent()));
		assert_eq!(submit("//Owner", 2, asks_consent()), refused());
	});
}

#[test]
fn an_allowance_recovers_with_the_blocks() {
	on_local(|| {
		let owner = register(WH, "//Owner");
		leave(0, party(owner));
		// One in fifteen blocks; what is judged is the block after.
		assert_eq!(submit_after(13, "//Owner", 0, asks_consent()), refused());
		assert_ok!(submit_after(14, "//Owner", 0, asks_consent()));
		assert_eq!(submit_after(14, "//Owner", 1, asks_consent()), refused());
		System::set_block_number(1 + HOURS);
		let [info] = &Parties::allowances(account("//Owner"))[..] else { panic!("it has one") };
		assert_eq!((info.standing, info.left), (party(owner), limit(Class::Other)));
	});
}

#[test]
fn a_transaction_that_fails_counts() {
	on_local(|| {
		let owner = register(WH, "//Owner");
		assert!(include("//Owner", failing()).unwrap().is_err());
		let usage = Usages::<Runtime>::get(party(owner)).unwrap();
		assert_eq!((usage.used.count, usage.at), (1, 1));
		assert!(usage.used.bytes > 100 && usage.used.ref_time > 0);
	});
}

#[test]
fn weight_that_is_not_spent_is_given_back() {
	on_local(|| {
		let batch = |calls| RuntimeCall::from(pallet_utility::Call::batch_all { calls });
		// A batch ends where it fails.
		let ended = register(WH, "//Ended");
		let late = pallet_parties::Call::ask_consent { asks_consent: true };
		assert!(include("//Ended", batch(vec![failing(), late.into()])).unwrap().is_err());
		let short = register(WH, "//Short");
		assert!(include("//Short", batch(vec![failing()])).unwrap().is_err());
		let weight = |of| Usages::<Runtime>::get(party(of)).unwrap().used.ref_time;
		assert_eq!(weight(ended), weight(short));
	});
}

#[test]
fn a_platform_has_more_and_no_other_account_of_its_office_uses_it() {
	on_local(|| {
		let platform = of("PLATFORM", Class::Platform);
		Usages::<Runtime>::insert(platform, Usage { used: limit(Class::Other), at: 1 });
		assert_ok!(submit("//Platform", MAX_NONCE_LEAD, asks_consent()));
		leave(1, platform);
		assert!(include("//Platform", asks_consent()).is_ok());
		assert_eq!(submit("//Platform", 0, asks_consent()), refused());
		let clerk = tanpiao_support::Roles::OPERATOR;
		let clerk_of =
			|uri| Schemes::add_account(council(3, 4), office("PLATFORM"), account(uri), clerk);
		assert_ok!(clerk_of("//PlatformClerk"));
		assert_ok!(submit("//PlatformClerk", 0, asks_consent()));
		// Hundreds a minute, for ever.
		let minute = ClassAllowances::get().platform.recovered(0, MINUTES);
		assert!(minute.count >= 1_000);
	});
}

#[test]
fn a_suspended_partys_reason_comes_first() {
	on_local(|| {
		let owner = register(WH, "//Owner");
		leave(0, party(owner));
		assert_eq!(submit("//Owner", 0, asks_consent()), refused());
		assert_ok!(Parties::suspend(operator_for(WH, Duty::Register), owner, Hash::zero()));
		assert_eq!(submit("//Owner", 0, asks_consent()), custom(NOT_ADMITTED));
	});
}

#[test]
fn the_council_is_refused_for_nothing_that_others_do() {
	on_local(|| {
		// given
		let owner = register(WH, "//Owner");
		leave(0, party(owner));
		for (code, _) in OFFICES {
			for class in [Class::Other, Class::Platform, Class::Duty] {
				leave(0, of(code, class));
			}
		}
		leave(0, of("FORESTRY", Class::Governance));

		// when, then
		for (.., uri) in &OFFICES[1..DEPARTMENTS] {
			let member = format!("{uri}//council");
			assert_ok!(submit(&member, MAX_NONCE_LEAD, vote()));
			assert_ok!(include(&member, vote()));
			assert_eq!(submit(&member, 0, asks_consent()), refused(), "{member}");
		}
		assert_eq!(submit("//Forestry//council", 0, vote()), refused());
	});
}

/// Whoever closes a motion names its weight, and gets nothing back of it where it was too early.
#[test]
fn eleven_motions_of_half_a_block_can_be_closed_in_a_row() {
	on_local(|| {
		let close = || {
			RuntimeCall::Council(pallet_collective::Call::close {
				proposal_hash: Hash::zero(),
				index: 0,
				proposal_weight_bound: configs::governance::MaxProposalWeight::get(),
				length_bound: 0,
			})
		};
		for number in 0..11 {
			assert_ok!(submit("//Forestry//council", 0, close()));
			assert!(include("//Forestry//council", close()).unwrap().is_err(), "{number}");
		}
		assert_eq!(submit("//Forestry//council", 0, close()), refused());
		assert_ok!(submit("//Forestry//council", MAX_NONCE_LEAD, vote()));
		// And one in a minute.
		assert_ok!(submit_after(1 + MINUTES, "//Forestry//council", 0, close()));
	});
}

#[test]
fn an_operators_allowance_holds_the_code_of_an_upgrade() {
	on_local(|| {
		register(WH, "//Owner");
		let code = vec![0; 4 * 1024 * 1024];
		let hash = <Runtime as frame_system::Config>::Hashing::hash(&code);
		assert_ok!(System::authorize_upgrade(RuntimeOrigin::root(), hash));
		let apply: RuntimeCall = frame_system::Call::apply_authorized_upgrade { code }.into();
		assert_ok!(submit("//Forestry", 0, apply.clone()));
		assert_eq!(submit("//Owner", 0, apply), refused());
	});
}

/// What recovers by count is enough by bytes and weight too.
#[test]
fn as_many_transfers_as_are_allowed_are_within_bytes_and_weight() {
	use frame_support::dispatch::GetDispatchInfo;

	let (.., transfer) = super::closed::all_calls()
		.into_iter()
		.find(|(pallet, name, _)| (*pallet, *name) == ("CarbonVoucher", "transfer"))
		.expect("vouchers can be transferred");
	let transfer = transaction("//Owner", transfer, Terms::default());
	let need = Quantity::of(&transfer.get_dispatch_info(), transfer.encoded_size());
	for class in [Class::Other, Class::Platform, Class::Duty] {
		let limit = limit(class);
		assert!(need.times(limit.count).fits(limit), "{class:?}: {need:?}");
	}
}
