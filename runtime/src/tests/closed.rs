//! Calls of the SDK that nobody needs.

use super::*;
use frame_support::{
	assert_noop,
	traits::{Contains, GetCallIndex, GetCallMetadata, GetCallName, PalletInfoAccess},
};
use sp_runtime::traits::Dispatchable;

/// Everything of the SDK that is open.
const OPEN: [(&str, &str); 7] = [
	("System", "apply_authorized_upgrade"),
	("Timestamp", "set"),
	("Grandpa", "report_equivocation_unsigned"),
	("Council", "propose"),
	("Council", "vote"),
	("Council", "close"),
	("Utility", "batch_all"),
];

const OURS: [&str; 3] = ["Schemes", "Parties", "CarbonVoucher"];

/// Every call of the runtime by the names of its metadata, with zeros for arguments.
pub fn all_calls() -> Vec<(&'static str, &'static str, RuntimeCall)> {
	fn of<P: PalletInfoAccess, C: GetCallName + GetCallIndex>(
	) -> impl Iterator<Item = (&'static str, &'static str, RuntimeCall)> {
		let pallet = u8::try_from(P::index()).unwrap();
		let named = C::get_call_names().iter().zip(C::get_call_indices());
		named.map(move |(name, index)| (P::name(), *name, zero_call(pallet, *index)))
	}

	type Instance = configs::governance::CouncilInstance;
	let mut calls = Vec::new();
	calls.extend(of::<System, frame_system::Call<Runtime>>());
	calls.extend(of::<Timestamp, pallet_timestamp::Call<Runtime>>());
	calls.extend(of::<Grandpa, pallet_grandpa::Call<Runtime>>());
	calls.extend(of::<Council, pallet_collective::Call<Runtime, Instance>>());
	calls.extend(of::<CouncilMembership, pallet_membership::Call<Runtime, Instance>>());
	calls.extend(of::<Session, pallet_session::Call<Runtime>>());
	calls.extend(of::<Utility, pallet_utility::Call<Runtime>>());
	calls.extend(of::<Schemes, pallet_schemes::Call<Runtime>>());
	calls.extend(of::<Parties, pallet_parties::Call<Runtime>>());
	calls.extend(of::<CarbonVoucher, pallet_carbon_voucher::Call<Runtime>>());
	calls
}

pub fn closed() -> impl Iterator<Item = (&'static str, &'static str, RuntimeCall)> {
	all_calls()
		.into_iter()
		.filter(|(pallet, name, _)| !OURS.contains(pallet) && !OPEN.contains(&(pallet, name)))
}

#[test]
fn every_call_of_the_runtime_is_listed() {
	let with_calls = RuntimeCall::get_module_names();
	let listed: std::collections::BTreeSet<_> = all_calls().iter().map(|call| call.0).collect();
	assert_eq!(listed, with_calls.iter().copied().collect());
}

#[test]
fn sdk_calls_that_nobody_needs_are_closed() {
	let open: Vec<_> = all_calls()
		.into_iter()
		.filter(|(pallet, ..)| !OURS.contains(pallet))
		.filter(|(.., call)| configs::system::OpenCalls::contains(call))
		.map(|(pallet, name, _)| (pallet, name))
		.collect();
	assert_eq!(open, OPEN);
}

#[test]
fn calls_of_ours_are_open() {
	for (pallet, name, call) in all_calls() {
		if OURS.contains(&pallet) {
			assert!(configs::system::OpenCalls::contains(&call), "{pallet} {name}");
		}
	}
}

#[test]
fn a_closed_call_fails_for_every_signer_and_for_the_council() {
	on_local(|| {
		for (.., call) in closed() {
			for origin in [
				signed("//Forestry"),
				signed("//Forestry//council"),
				signed("//Forestry//validator"),
				council(4, 4),
				RuntimeOrigin::none(),
			] {
				assert_noop!(
					call.clone().dispatch(origin),
					frame_system::Error::<Runtime>::CallFiltered
				);
			}
		}
	});
}

#[test]
fn a_closed_call_fails_inside_of_a_batch() {
	on_local(|| {
		for (.., call) in closed() {
			let batch = pallet_utility::Call::batch_all { calls: vec![call] };
			let result = RuntimeCall::from(batch).dispatch(signed("//Forestry"));
			assert_eq!(
				result.unwrap_err().error,
				frame_system::Error::<Runtime>::CallFiltered.into()
			);
		}
	});
}

#[test]
fn a_batch_happens_as_a_whole_or_not_at_all() {
	on_local(|| {
		let register = |number| {
			RuntimeCall::Parties(pallet_parties::Call::register_organisation {
				scheme: WH,
				name: text("常口村"),
				code: credit_code(number),
			})
		};
		// The second is the first again.
		let calls = vec![register(1), register(1)];
		let batch = |calls| RuntimeCall::from(pallet_utility::Call::batch_all { calls });
		let failed = batch(calls.clone()).dispatch(signed("//Forestry")).unwrap_err();
		assert_eq!(failed.error, pallet_parties::Error::<Runtime>::AlreadyRegistered.into());
		assert_eq!(pallet_parties::Parties::<Runtime>::iter().count(), 0);
		for half in [
			pallet_utility::Call::batch { calls: calls.clone() },
			pallet_utility::Call::force_batch { calls },
		] {
			assert_noop!(
				RuntimeCall::from(half).dispatch(signed("//Forestry")),
				frame_system::Error::<Runtime>::CallFiltered
			);
		}

		assert_ok!(batch(vec![register(1), register(2)]).dispatch(signed("//Forestry")));
		assert_eq!(pallet_parties::Parties::<Runtime>::iter().count(), 2);
	});
}

#[test]
fn keys_and_seats_cannot_be_changed_by_their_holders() {
	on_local(|| {
		let keys = pallet_session::NextKeys::<Runtime>::get(account("//Forestry//validator"));
		let set = pallet_session::Call::set_keys { keys: keys.unwrap(), proof: Vec::new() };
		let purge = pallet_session::Call::purge_keys {};
		for call in [set, purge] {
			assert_noop!(
				RuntimeCall::from(call).dispatch(signed("//Forestry//validator")),
				frame_system::Error::<Runtime>::CallFiltered
			);
		}
		let hand_on = pallet_membership::Call::change_key { new: account("//Forestry").into() };
		assert_noop!(
			RuntimeCall::from(hand_on).dispatch(signed("//Forestry//council")),
			frame_system::Error::<Runtime>::CallFiltered
		);
	});
}
