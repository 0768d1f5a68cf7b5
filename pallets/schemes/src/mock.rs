//! A runtime with this pallet, a council in storage and ten parties.

use crate::{self as pallet_schemes, CouncilSeats, GenesisConfig};
use frame_support::{derive_impl, dispatch::DispatchResult, ensure, parameter_types};
use frame_system::EnsureRoot;
use sp_runtime::{BuildStorage, DispatchError};
use tanpiao_support::{PartyBook, PartyId, SchemeId};

pub type Block = frame_system::mocking::MockBlock<Test>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;

	#[runtime::pallet_index(20)]
	pub type Schemes = pallet_schemes;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

parameter_types! {
	pub storage Members: Vec<u64> = Vec::new();
	pub storage MaxMembers: u32 = 16;
}

pub const COUNCIL_FULL: DispatchError = DispatchError::Other("council full");
pub const NO_MEMBER: DispatchError = DispatchError::Other("no member");

/// A council that keeps its members in storage.
pub struct Council;

impl CouncilSeats<u64> for Council {
	fn seat(account: &u64) -> DispatchResult {
		let mut members = Members::get();
		ensure!(!members.contains(account), DispatchError::Other("already a member"));
		ensure!((members.len() as u32) < MaxMembers::get(), COUNCIL_FULL);
		members.push(*account);
		Members::set(&members);
		Ok(())
	}

	fn unseat(account: &u64) -> DispatchResult {
		let mut members = Members::get();
		let seat = members.iter().position(|member| member == account).ok_or(NO_MEMBER)?;
		members.remove(seat);
		Members::set(&members);
		Ok(())
	}

	fn members() -> Vec<u64> {
		Members::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fill(free: u32) {
		let mut members = Members::get();
		let missing = (MaxMembers::get() - free) as usize - members.len();
		members.extend((1_000_000..).take(missing));
		Members::set(&members);
	}
}

/// Parties 1 to 10 are registered.
pub struct Parties;

impl PartyBook for Parties {
	fn exists(party: PartyId) -> bool {
		(1..=10).contains(&party.0)
	}

	fn is_active(party: PartyId) -> bool {
		Self::exists(party)
	}

	fn asks_consent(_: PartyId) -> bool {
		false
	}

	fn is_licensed(_: SchemeId, _: PartyId) -> bool {
		false
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_party(_: u32) -> PartyId {
		PartyId(1)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_licence(_: SchemeId, _: PartyId) {}
}

impl pallet_schemes::Config for Test {
	type GovernanceOrigin = EnsureRoot<u64>;
	type Council = Council;
	type Parties = Parties;
	type WeightInfo = ();
}

/// A chain that starts with `genesis`, in its first block.
pub fn ext_of(genesis: GenesisConfig<Test>) -> sp_io::TestExternalities {
	let config = RuntimeGenesisConfig { system: Default::default(), schemes: genesis };
	let mut ext = sp_io::TestExternalities::new(config.build_storage().unwrap());
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// A chain with nothing on it.
pub fn new_test_ext() -> sp_io::TestExternalities {
	ext_of(Default::default())
}

/// Runs a test on an empty chain and checks every invariant after it.
pub fn build_and_execute(test: impl FnOnce()) {
	let mut ext = new_test_ext();
	ext.execute_with(|| {
		test();
		Schemes::do_try_state().unwrap();
	});
}
