//! Which pallets are benchmarked: ours. Those of the SDK keep the weights they ship with.

frame_benchmarking::define_benchmarks!(
	[pallet_schemes, Schemes]
	[pallet_parties, Parties]
	[pallet_carbon_voucher, CarbonVoucher]
);
