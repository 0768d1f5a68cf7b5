//! Weights of `pallet_parties`, until they are measured.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions needed for `pallet_parties`.
pub trait WeightInfo {
	fn register_organisation() -> Weight;
	fn register_person() -> Weight;
	fn add_account() -> Weight;
	fn invite_account() -> Weight;
	fn confirm_account() -> Weight;
	fn remove_account() -> Weight;
	fn suspend() -> Weight;
	fn reinstate() -> Weight;
	fn ask_consent() -> Weight;
	fn grant_licence() -> Weight;
	fn withdraw_licence() -> Weight;
	fn admission() -> Weight;
	fn sweep_step() -> Weight;
}

macro_rules! placeholder {
	($($name:ident: $reads:literal, $writes:literal;)*) => {
		/// Weights by the number of items read and written.
		pub struct SubstrateWeight<T>(PhantomData<T>);

		impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
			$(fn $name() -> Weight {
				Weight::from_parts(50_000_000, 8_192)
					.saturating_add(T::DbWeight::get().reads_writes($reads, $writes))
			})*
		}

		impl WeightInfo for () {
			$(fn $name() -> Weight {
				Weight::from_parts(50_000_000, 8_192)
			})*
		}
	};
}

placeholder! {
	register_organisation: 6, 3;
	register_person: 6, 3;
	add_account: 9, 6;
	invite_account: 6, 3;
	confirm_account: 4, 6;
	remove_account: 5, 3;
	suspend: 4, 1;
	reinstate: 4, 1;
	ask_consent: 2, 1;
	grant_licence: 6, 1;
	withdraw_licence: 4, 1;
	admission: 3, 0;
	sweep_step: 3, 3;
}
