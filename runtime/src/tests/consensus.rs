//! Sessions, finality, and validators that sign twice.

use super::*;
use crate::configs::consensus::{NoCurrency, KEPT_SESSIONS, SESSION};
use codec::Decode;
use frame_support::{
	assert_err,
	traits::{
		fungible::{hold::Mutate as _, Inspect, Mutate},
		DisabledValidators, KeyOwnerProofSystem,
	},
	weights::Weight,
};
use pallet_session::historical::{HistoricalSessions, StoredRange};
use sp_consensus_grandpa::{localized_payload, EquivocationProof};
use sp_core::ed25519;
use sp_runtime::{
	traits::Convert,
	transaction_validity::{InvalidTransaction, TransactionSource},
};

fn grandpa(uri: &str) -> ed25519::Pair {
	ed25519::Pair::from_string(uri, None).unwrap()
}

/// Two votes of one voter in one round, for different blocks.
fn equivocation(voter: &ed25519::Pair, round: u64) -> EquivocationProof<Hash, BlockNumber> {
	let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
	let vote = |byte| {
		let target = (Hash::repeat_byte(byte), 1u32);
		// A message's code for a prevote, and an equivocation's, is 0.
		let signature = voter.sign(&localized_payload(round, set_id, &(0u8, target)));
		(target, signature)
	};
	let encoded = (set_id, 0u8, round, voter.public(), vote(1), vote(2)).encode();
	EquivocationProof::decode(&mut encoded.as_slice()).unwrap()
}

fn ownership(voter: &ed25519::Pair) -> sp_session::MembershipProof {
	let id = sp_consensus_grandpa::AuthorityId::from(voter.public());
	Historical::prove((sp_consensus_grandpa::KEY_TYPE, id)).unwrap()
}

fn report(voter: &ed25519::Pair, round: u64) -> RuntimeCall {
	RuntimeCall::Grandpa(pallet_grandpa::Call::report_equivocation_unsigned {
		equivocation_proof: Box::new(equivocation(voter, round)),
		key_owner_proof: ownership(voter),
	})
}

fn dispatch(call: RuntimeCall) -> sp_runtime::DispatchResult {
	use sp_runtime::traits::Dispatchable;

	call.dispatch(RuntimeOrigin::none()).map(drop).map_err(|failed| failed.error)
}

#[test]
fn a_slot_is_two_seconds_and_a_session_an_hour() {
	assert_eq!(Aura::slot_duration(), 2_000);
	assert_eq!(u64::from(SESSION) * SLOT_DURATION, 60 * 60 * 1_000);
	assert_eq!(u64::from(DAYS) * SLOT_DURATION, 24 * 60 * 60 * 1_000);
}

#[test]
fn the_set_stays_and_costs_no_change_of_grandpas() {
	on_local(|| {
		let validators = Session::validators();
		for index in 1..6 {
			Session::rotate_session();
			assert_eq!(Session::current_index(), index);
			assert_eq!(Session::validators(), validators);
			// The genesis set was announced once for each of the first two sessions.
			assert!(pallet_grandpa::PendingChange::<Runtime>::get().is_none());
			assert_eq!(pallet_grandpa::CurrentSetId::<Runtime>::get(), 0);
		}
	});
}

#[test]
fn every_session_that_counts_has_its_root_and_older_ones_are_pruned() {
	on_local(|| {
		let root = HistoricalSessions::<Runtime>::get(0).unwrap();
		assert_eq!(root.1, 4);
		let last = KEPT_SESSIONS + 10;
		for _ in 0..last {
			Session::rotate_session();
		}
		// The next session is planned one ahead; the one that ended last keeps a week before it.
		assert_eq!(StoredRange::<Runtime>::get(), Some((9, last + 2)));
		assert_eq!(HistoricalSessions::<Runtime>::iter().count(), KEPT_SESSIONS as usize + 3);
		assert!(HistoricalSessions::<Runtime>::iter_values().all(|stored| stored == root));
	});
}

#[test]
fn a_validator_that_votes_twice_stops_authoring() {
	on_local(|| {
		let voter = grandpa("//Drc//grandpa");
		assert!(!Session::is_disabled(2));
		assert_ok!(dispatch(report(&voter, 5)));
		System::assert_has_event(
			pallet_offences::Event::Offence {
				kind: *b"grandpa:equivoca",
				slot: (0u64, 5u64).encode(),
			}
			.into(),
		);
		assert!(Session::is_disabled(2));
		// It votes on, for finality cannot disable a voter.
		assert_eq!(Grandpa::grandpa_authorities().len(), 4);
		assert_err!(
			dispatch(report(&voter, 5)),
			pallet_grandpa::Error::<Runtime>::DuplicateOffenceReport
		);
	});
}

#[test]
fn no_more_than_a_third_stop_authoring() {
	on_local(|| {
		assert_ok!(dispatch(report(&grandpa("//Drc//grandpa"), 1)));
		assert_ok!(dispatch(report(&grandpa("//Finance//grandpa"), 1)));
		assert_eq!(Session::disabled_validators(), [2]);
	});
	on_development(|| {
		assert_ok!(dispatch(report(&grandpa("//Alice"), 1)));
		assert!(Session::disabled_validators().is_empty());
	});
}

#[test]
fn what_an_offence_reads_and_writes_is_weighed() {
	use crate::configs::consensus::StopsAuthoring;
	use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

	on_local(|| {
		let offender = |uri| OffenceDetails {
			offender: (account(uri), ()),
			reporters: Vec::<AccountId>::new(),
		};
		let weight = |offenders: &[_]| StopsAuthoring::on_offence(offenders, &[], 0);
		let database = frame_support::weights::constants::ParityDbWeight::get();
		assert_eq!(weight(&[]), Weight::zero());
		assert_eq!(weight(&[offender("//Drc//validator")]), database.reads_writes(2, 1));
		assert_eq!(Session::disabled_validators(), [2]);
		// Where a third are disabled already, nothing is written: it weighs the same.
		let two = [offender("//Drc//validator"), offender("//Finance//validator")];
		assert_eq!(weight(&two), database.reads_writes(4, 2));
	});
}

#[test]
fn an_equivocation_of_an_earlier_session_is_still_reported() {
	on_local(|| {
		let voter = grandpa("//Ecology//grandpa");
		let call = report(&voter, 1);
		for _ in 0..3 {
			Session::rotate_session();
		}
		assert_ok!(dispatch(call));
		assert!(Session::is_disabled(1));
	});
}

#[test]
fn reports_come_from_the_node_itself_or_in_a_block_only() {
	on_local(|| {
		let call = report(&grandpa("//Drc//grandpa"), 1);
		let from = |source| {
			frame_support::storage::with_transaction(|| {
				System::set_block_number(0);
				let bare = UncheckedExtrinsic::new_bare(call.clone());
				let validity = Executive::validate_transaction(source, bare, genesis_hash());
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(
					validity,
				))
			})
			.unwrap()
		};
		assert_ok!(from(TransactionSource::Local));
		assert_ok!(from(TransactionSource::InBlock));
		assert_eq!(from(TransactionSource::External), Err(InvalidTransaction::Call.into()));
	});
}

#[test]
fn only_validator_accounts_name_validators() {
	on_local(|| {
		let id = configs::consensus::ValidatorIdOf::convert;
		let validator = account("//Forestry//validator");
		assert_eq!(id(validator.clone()), Some(validator));
		for uri in ["//Forestry", "//Forestry//council", "//Stranger"] {
			assert_eq!(id(account(uri)), None, "{uri}");
		}
	});
}

#[test]
fn there_is_no_coin() {
	on_local(|| {
		let anybody = account("//Forestry");
		let reason = RuntimeHoldReason::Session(pallet_session::HoldReason::Keys);
		assert_eq!(NoCurrency::total_issuance() + NoCurrency::total_balance(&anybody), 0);
		assert!(NoCurrency::mint_into(&anybody, 1).is_err());
		assert!(NoCurrency::hold(&reason, &anybody, 1).is_err());
		assert_ok!(NoCurrency::hold(&reason, &anybody, 0));
		assert_eq!(
			NoCurrency::release_all(
				&reason,
				&anybody,
				frame_support::traits::tokens::Precision::Exact
			),
			Ok(0)
		);
	});
}
