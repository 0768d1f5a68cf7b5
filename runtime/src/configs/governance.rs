//! The council of the departments.

use crate::{
	AccountId, Council, CouncilMembership, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, DAYS,
};
use alloc::vec::Vec;
use frame_support::{
	dispatch::DispatchResult,
	parameter_types,
	traits::{ConstU32, Contains},
	weights::Weight,
};
use frame_system::{EnsureRoot, RawOrigin};
use pallet_schemes::CouncilSeats;

/// The council's place among the collectives.
pub type CouncilInstance = pallet_collective::Instance1;

/// Most seats.
pub const MAX_SEATS: u32 = 32;

parameter_types! {
	/// A motion is executed by the transaction that closes it: half a block is enough for any.
	pub MaxProposalWeight: Weight =
		super::system::RuntimeBlockWeights::get().max_block.saturating_div(2);
}

impl pallet_collective::Config<CouncilInstance> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = ConstU32<{ 7 * DAYS }>;
	type MaxProposals = ConstU32<32>;
	type MaxMembers = ConstU32<MAX_SEATS>;
	// There is no prime: who does not vote has not agreed.
	type DefaultVote = pallet_collective::PrimeDefaultVote;
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
	type SetMembersOrigin = EnsureRoot<AccountId>;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = EnsureRoot<AccountId>;
	type KillOrigin = EnsureRoot<AccountId>;
	type Consideration = ();
}

/// Its calls are closed to everybody: seats follow the council role of offices' accounts, through
/// [`Seats`].
impl pallet_membership::Config<CouncilInstance> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = EnsureRoot<AccountId>;
	type RemoveOrigin = EnsureRoot<AccountId>;
	type SwapOrigin = EnsureRoot<AccountId>;
	type ResetOrigin = EnsureRoot<AccountId>;
	type PrimeOrigin = EnsureRoot<AccountId>;
	type MembershipInitialized = Council;
	type MembershipChanged = Council;
	type MaxMembers = ConstU32<MAX_SEATS>;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}

/// The council's seats, as the schemes fill and empty them.
pub struct Seats;

impl CouncilSeats<AccountId> for Seats {
	fn seat(account: &AccountId) -> DispatchResult {
		CouncilMembership::add_member(RawOrigin::Root.into(), account.clone().into())
			.map(drop)
			.map_err(|failed| failed.error)
	}

	fn unseat(account: &AccountId) -> DispatchResult {
		CouncilMembership::remove_member(RawOrigin::Root.into(), account.clone().into())
			.map(drop)
			.map_err(|failed| failed.error)
	}

	fn members() -> Vec<AccountId> {
		CouncilMembership::members().into_inner()
	}

	/// Whoever leaves is looked for among the votes on every open motion: the most of them are opened,
	/// and all members vote on each.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fill(free: u32) {
		use codec::Encode;
		use frame_support::{assert_ok, traits::Get};
		use sp_runtime::traits::Hash;

		let taken = Self::members().len() as u32;
		for seat in taken..MAX_SEATS - free {
			assert_ok!(Self::seat(&frame_benchmarking::account("seat", seat, 0)));
		}
		let members = Self::members();
		for motion in
			0..<Runtime as pallet_collective::Config<CouncilInstance>>::MaxProposals::get()
		{
			let call = frame_system::Call::remark { remark: motion.encode() };
			let call = alloc::boxed::Box::new(RuntimeCall::System(call));
			let hash = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
			let length = call.encoded_size() as u32;
			let index = pallet_collective::ProposalCount::<Runtime, CouncilInstance>::get();
			let origin = |member: &AccountId| RawOrigin::Signed(member.clone()).into();
			assert_ok!(Council::propose(origin(&members[0]), MAX_SEATS, call, length));
			for member in &members {
				assert_ok!(Council::vote(origin(member), hash, index, true));
			}
		}
	}
}

/// The calls that are the council's members' alone, in a batch or not: they go first.
pub struct GovernanceCalls;

impl Contains<RuntimeCall> for GovernanceCalls {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::Council(_) => true,
			RuntimeCall::Utility(pallet_utility::Call::batch_all { calls }) => {
				calls.iter().any(Self::contains)
			}
			_ => false,
		}
	}
}
