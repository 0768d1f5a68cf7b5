//! Schemes, parties and vouchers, wired to each other.

use crate::{
	configs::governance::{GovernanceCalls, Seats},
	origins::{GovernanceOrigin, OfficeOrigin, PartyOrigin},
	Parties, Runtime, Schemes, Signature, Timestamp,
};

impl pallet_schemes::Config for Runtime {
	type GovernanceOrigin = GovernanceOrigin;
	type Council = Seats;
	type Parties = Parties;
	type WeightInfo = pallet_schemes::weights::SubstrateWeight<Runtime>;
}

impl pallet_parties::Config for Runtime {
	type OfficeOrigin = OfficeOrigin;
	type Schemes = Schemes;
	type Accounts = Schemes;
	type Governance = GovernanceCalls;
	type Time = Timestamp;
	type Signature = Signature;
	type WeightInfo = pallet_parties::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl pallet_carbon_voucher::Config for Runtime {
	type OfficeOrigin = OfficeOrigin;
	type PartyOrigin = PartyOrigin;
	type Schemes = Schemes;
	type Parties = Parties;
	#[cfg(feature = "runtime-benchmarks")]
	type Accounts = Schemes;
	type Market = ();
	type Time = Timestamp;
	type WeightInfo = pallet_carbon_voucher::weights::SubstrateWeight<Runtime>;
}
