//! Weights of `pallet_schemes`.

#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions needed for `pallet_schemes`.
pub trait WeightInfo {
	fn add_scheme() -> Weight;
	fn update_scheme() -> Weight;
	fn add_office() -> Weight;
	fn update_office() -> Weight;
	fn set_office_active() -> Weight;
	fn assign_duty(n: u32) -> Weight;
	fn add_account() -> Weight;
	fn remove_account() -> Weight;
	fn set_roles_seat() -> Weight;
	fn set_roles_unseat() -> Weight;
}

/// Weights of `pallet_schemes` with the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn add_scheme() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(2, 4))
	}
	fn update_scheme() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(1, 2))
	}
	fn add_office() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(2, 3))
	}
	fn update_office() -> Weight {
		Weight::from_parts(20_000_000, 8_000).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
	fn set_office_active() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
			.saturating_add(T::DbWeight::get().reads_writes(72, 38))
	}
	fn assign_duty(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 8_000)
			.saturating_add(Weight::from_parts(3_000_000, 4_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1))
			.saturating_add(T::DbWeight::get().reads(n.into()))
	}
	fn add_account() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
			.saturating_add(T::DbWeight::get().reads_writes(73, 42))
	}
	fn remove_account() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
			.saturating_add(T::DbWeight::get().reads_writes(42, 41))
	}
	fn set_roles_seat() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
			.saturating_add(T::DbWeight::get().reads_writes(73, 39))
	}
	fn set_roles_unseat() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
			.saturating_add(T::DbWeight::get().reads_writes(73, 39))
	}
}

impl WeightInfo for () {
	fn add_scheme() -> Weight {
		Weight::from_parts(20_000_000, 4_000)
	}
	fn update_scheme() -> Weight {
		Weight::from_parts(20_000_000, 4_000)
	}
	fn add_office() -> Weight {
		Weight::from_parts(20_000_000, 4_000)
	}
	fn update_office() -> Weight {
		Weight::from_parts(20_000_000, 8_000)
	}
	fn set_office_active() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
	}
	fn assign_duty(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 8_000)
			.saturating_add(Weight::from_parts(3_000_000, 4_000).saturating_mul(n.into()))
	}
	fn add_account() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
	}
	fn remove_account() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
	}
	fn set_roles_seat() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
	}
	fn set_roles_unseat() -> Weight {
		Weight::from_parts(400_000_000, 160_000)
	}
}
