//! The origin of an active party.

use crate::*;
use core::marker::PhantomData;
use frame_support::traits::{EnsureOrigin, OriginTrait};
use tanpiao_support::{AccountBook, Actor, PartyBook, PartyId, Signatory};

/// A signed account that acts for an active party.
pub struct EnsureParty<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<T::RuntimeOrigin> for EnsureParty<T> {
	type Success = Signatory<T::AccountId, PartyId>;

	fn try_origin(origin: T::RuntimeOrigin) -> Result<Self::Success, T::RuntimeOrigin> {
		let Some(account) = origin.as_signer().cloned() else { return Err(origin) };
		match T::Accounts::actor(&account) {
			Some(Actor::Party(who)) if <Pallet<T> as PartyBook>::is_active(who) => {
				Ok(Signatory { account, who })
			}
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<T::RuntimeOrigin, ()> {
		let account: T::AccountId = frame_benchmarking::account("party", 0, 0);
		if T::Accounts::actor(&account).is_none() {
			benchmarking::bind::<T>(benchmarking::party::<T>(u32::MAX), &account);
		}
		Ok(frame_system::RawOrigin::Signed(account).into())
	}
}
