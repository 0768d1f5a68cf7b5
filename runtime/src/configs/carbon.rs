//! Schemes, parties and vouchers, wired to each other.

use crate::{
	configs::governance::{GovernanceCalls, Seats},
	origins::{GovernanceOrigin, OfficeOrigin, PartyOrigin},
	Parties, Runtime, Schemes, Signature, Timestamp, HOURS, MINUTES,
};
use frame_support::{parameter_types, weights::constants::WEIGHT_REF_TIME_PER_SECOND};
use pallet_parties::{Allowance, Allowances, Quantity};

const KIB: u32 = 1024;

/// So many transactions, bytes of them and seconds of their weight, which recover in so many blocks.
const fn allowance(count: u32, bytes: u32, seconds: u64, period: u32) -> Allowance {
	let ref_time = WEIGHT_REF_TIME_PER_SECOND.saturating_mul(seconds);
	Allowance { limit: Quantity { count, bytes, ref_time }, period }
}

parameter_types! {
	/// A block comes every 2 s and has 0.75 s of weight and 3.75 MiB for transactions like these.
	///
	/// Each allowance takes whatever a block takes by weight, and 65 transactions, as many as one
	/// account may have in the pool. What recovers is what somebody may use for ever, and a share of
	/// every block that he can keep from those of lower classes; what is used at once, a delay.
	pub const ClassAllowances: Allowances = Allowances {
		// A party acts some tens of times a day, at most splits a voucher a hundred times in a row.
		// After that one transaction every 30 s, 291 bytes and 0.07 % of every block.
		other: allowance(120, 512 * KIB, 1, HOURS),
		// Hundreds of deliveries a minute: 20 a second of 2.5 ms and 873 bytes each, 13 % of every
		// block. Used up at once it delays others by four blocks.
		platform: allowance(1_200, 1_024 * KIB, 3, MINUTES),
		// Registrations and issues in bulk: one a second for ever, of 10 ms each, 2.7 % of every block
		// for each office. The bytes are a whole block's: the code of an authorised upgrade is in one.
		duty: allowance(600, 5_120 * KIB, 6, 10 * MINUTES),
		// An office has one seat, and nobody else uses this: eleven motions can be closed in a row
		// that each name half a block, then one every minute. A key in wrong hands delays the rest by
		// eleven half blocks and then keeps 2.7 % from them.
		governance: allowance(120, 5_120 * KIB, 6, 10 * MINUTES),
	};
}

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
	type Allowances = ClassAllowances;
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
