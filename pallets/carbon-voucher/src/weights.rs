//! Weights of `pallet_carbon_voucher`, until they are measured.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls.
pub trait WeightInfo {
	fn issue(a: u32) -> Weight;
	fn issue_co_owned(o: u32) -> Weight;
	fn split() -> Weight;
	fn transfer_whole() -> Weight;
	fn transfer_part() -> Weight;
	fn order_transfer() -> Weight;
	fn complete_transfer() -> Weight;
	fn end_transfer() -> Weight;
	fn offer_pledge(l: u32) -> Weight;
	fn accept_pledge() -> Weight;
	fn end_offer() -> Weight;
	fn release_pledge(v: u32) -> Weight;
	fn request_offset(l: u32) -> Weight;
	fn certify_offset() -> Weight;
	fn end_request() -> Weight;
	fn sweep_step() -> Weight;
}

/// Weights with the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn issue(_a: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(9, 8))
	}
	fn issue_co_owned(_o: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(9, 8))
	}
	fn split() -> Weight {
		Weight::from_parts(50_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(9, 8))
	}
	fn transfer_whole() -> Weight {
		Weight::from_parts(50_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(9, 4))
	}
	fn transfer_part() -> Weight {
		Weight::from_parts(50_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(9, 8))
	}
	fn order_transfer() -> Weight {
		Weight::from_parts(50_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(9, 3))
	}
	fn complete_transfer() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
			.saturating_add(T::DbWeight::get().reads_writes(12, 10))
	}
	fn end_transfer() -> Weight {
		Weight::from_parts(50_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(6, 2))
	}
	fn offer_pledge(_l: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(40, 3))
	}
	fn accept_pledge() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
			.saturating_add(T::DbWeight::get().reads_writes(60, 120))
	}
	fn end_offer() -> Weight {
		Weight::from_parts(50_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}
	fn release_pledge(_v: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192)
			.saturating_add(T::DbWeight::get().reads_writes(200, 260))
	}
	fn request_offset(_l: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192)
			.saturating_add(T::DbWeight::get().reads_writes(60, 120))
	}
	fn certify_offset() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
			.saturating_add(T::DbWeight::get().reads_writes(60, 120))
	}
	fn end_request() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
			.saturating_add(T::DbWeight::get().reads_writes(60, 80))
	}
	fn sweep_step() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
			.saturating_add(T::DbWeight::get().reads_writes(60, 80))
	}
}

impl WeightInfo for () {
	fn issue(_a: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn issue_co_owned(_o: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn split() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn transfer_whole() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn transfer_part() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn order_transfer() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn complete_transfer() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn end_transfer() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn offer_pledge(_l: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn accept_pledge() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn end_offer() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn release_pledge(_v: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn request_offset(_l: u32) -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn certify_offset() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn end_request() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
	fn sweep_step() -> Weight {
		Weight::from_parts(50_000_000, 8_192)
	}
}
