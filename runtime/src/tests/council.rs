//! What the council decides, and how many it takes.

use super::*;
use frame_support::{dispatch::GetDispatchInfo, traits::Get, weights::Weight};
use pallet_collective::Instance1;
use pallet_schemes::OfficeCode;
use sp_runtime::traits::Hash as _;
use tanpiao_support::{Names, Roles};

const SEATS: [&str; 4] =
	["//Forestry//council", "//Ecology//council", "//Drc//council", "//Finance//council"];

fn add_office() -> RuntimeCall {
	RuntimeCall::Schemes(pallet_schemes::Call::add_office {
		code: OfficeCode(text("COURT")),
		names: Names { zh: text("人民法院"), en: text("People's Court") },
	})
}

fn office_added() -> bool {
	pallet_schemes::OfficeCodes::<Runtime>::contains_key(OfficeCode(text("COURT")))
}

/// Who has agreed to a motion so far.
fn ayes(hash: Hash) -> Vec<AccountId> {
	let votes = pallet_collective::Voting::<Runtime, Instance1>::get(hash).unwrap();
	let (.., ayes, _, _): (u32, u32, Vec<AccountId>, Vec<AccountId>, BlockNumber) =
		codec::Decode::decode(&mut votes.encode().as_slice()).unwrap();
	ayes
}

/// Puts a motion that needs `threshold` votes, lets these members agree, and closes it.
fn decide(call: RuntimeCall, threshold: u32, yes: &[&str]) {
	let weight: Weight = call.get_dispatch_info().call_weight;
	let length = u32::try_from(call.encoded_size()).unwrap();
	let hash = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
	let index = pallet_collective::ProposalCount::<Runtime, Instance1>::get();
	assert_ok!(Council::propose(signed(SEATS[0]), threshold, Box::new(call), length));
	for uri in yes {
		assert_ok!(Council::vote(signed(uri), hash, index, true));
	}
	// Once everybody has had the time to vote, an open motion closes as it stands.
	System::set_block_number(System::block_number() + 7 * DAYS + 1);
	assert_ok!(Council::close(signed("//County"), hash, index, weight, length));
}

#[test]
fn three_of_four_add_a_scheme() {
	on_local(|| {
		let overview = Schemes::overview(WH).unwrap();
		let mut profile = overview.profile;
		profile.code = tanpiao_support::SchemeCode(text("SM"));
		let code = profile.code.clone();
		let call = pallet_schemes::Call::add_scheme { profile, rules: overview.rules };
		decide(RuntimeCall::Schemes(call), 3, &SEATS[..3]);
		assert_eq!(Schemes::scheme_by_code(code), Some(SchemeId(3)));
	});
}

#[test]
fn two_of_four_decide_nothing_whatever_threshold_they_name() {
	for threshold in [2, 3] {
		on_local(|| {
			decide(add_office(), threshold, &SEATS[..2]);
			assert!(!office_added());
		});
	}
	on_local(|| {
		// A motion of one is executed at once.
		let call = add_office();
		let length = u32::try_from(call.encoded_size()).unwrap();
		assert_ok!(Council::propose(signed(SEATS[0]), 1, Box::new(call), length));
		assert!(!office_added());
	});
}

#[test]
fn who_does_not_vote_has_not_agreed() {
	on_local(|| {
		decide(add_office(), 2, &SEATS[1..3]);
		assert!(!office_added());
	});
}

#[test]
fn the_one_seat_of_a_development_chain_decides_alone() {
	on_development(|| {
		let call = add_office();
		let length = u32::try_from(call.encoded_size()).unwrap();
		assert_ok!(Council::propose(signed(SEATS[0]), 1, Box::new(call), length));
		assert!(office_added());
	});
}

#[test]
fn only_members_propose_and_vote() {
	on_local(|| {
		for uri in ["//Forestry", "//Forestry//validator", "//Stranger"] {
			let call = Box::new(add_office());
			assert_eq!(
				Council::propose(signed(uri), 3, call, 1_000).unwrap_err().error,
				pallet_collective::Error::<Runtime, Instance1>::NotMember.into()
			);
		}
	});
}

#[test]
fn seats_follow_roles_and_an_unseated_members_votes_are_void() {
	on_local(|| {
		let call = add_office();
		let length = u32::try_from(call.encoded_size()).unwrap();
		let hash = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
		assert_ok!(Council::propose(signed(SEATS[0]), 3, Box::new(call), length));
		for uri in &SEATS[..2] {
			assert_ok!(Council::vote(signed(uri), hash, 0, true));
		}
		assert_ok!(Schemes::remove_account(council(3, 4), account(SEATS[0])));
		assert_eq!(CouncilMembership::members().len(), 3);
		assert_eq!(ayes(hash), [account(SEATS[1])]);

		let forestry = office("FORESTRY");
		assert_ok!(Schemes::add_account(
			council(3, 3),
			forestry,
			account("//Successor"),
			Roles::COUNCIL
		));
		assert!(CouncilMembership::members().contains(&account("//Successor")));
		for uri in [SEATS[2], "//Successor"] {
			assert!(!office_added());
			assert_ok!(Council::vote(signed(uri), hash, 0, true));
		}
		let weight = add_office().get_dispatch_info().call_weight;
		assert_ok!(Council::close(signed("//County"), hash, 0, weight, length));
		assert!(office_added());
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_change_seats_under_the_most_votes() {
	use configs::governance::{Seats, MAX_SEATS};
	use pallet_schemes::CouncilSeats;

	for free in [0, 1] {
		// Its members are nobody's accounts, so no invariant is checked after.
		genesis(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
			System::set_block_number(1);
			Seats::benchmark_fill(free);
			let seated = (MAX_SEATS - free) as usize;
			assert_eq!(CouncilMembership::members().len(), seated);
			let motions = pallet_collective::Proposals::<Runtime, Instance1>::get();
			assert_eq!(motions.len(), 32);
			assert!(motions.iter().all(|hash| ayes(*hash).len() == seated));
		});
	}
}

#[test]
fn every_seat_has_a_vote() {
	let most = configs::governance::MAX_SEATS;
	let members: u32 = <Runtime as pallet_membership::Config<Instance1>>::MaxMembers::get();
	let voters: u32 = <Runtime as pallet_collective::Config<Instance1>>::MaxMembers::get();
	assert_eq!((members, voters), (most, most));
}
