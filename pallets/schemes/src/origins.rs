//! Who may sign for an office.

use crate::{Accounts, Config, Offices};
use core::marker::PhantomData;
use frame_support::traits::{EnsureOrigin, OriginTrait};
use tanpiao_support::{Actor, Officer, Signatory};

/// A signed account of an active office, in a role that signs for duties. Yields the account and the
/// office; which duties the office holds is asked of the scheme.
pub struct EnsureOffice<T>(PhantomData<T>);

impl<T: Config> EnsureOffice<T> {
	fn officer(account: &T::AccountId) -> Option<Officer<T::AccountId>> {
		let Actor::Office(office, roles) = Accounts::<T>::get(account)? else { return None };
		let may_sign = roles.signs_duties() && Offices::<T>::get(office)?.active;
		may_sign.then(|| Signatory { account: account.clone(), who: office })
	}
}

impl<T: Config> EnsureOrigin<T::RuntimeOrigin> for EnsureOffice<T> {
	type Success = Officer<T::AccountId>;

	fn try_origin(origin: T::RuntimeOrigin) -> Result<Self::Success, T::RuntimeOrigin> {
		origin.as_signer().and_then(Self::officer).ok_or(origin)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<T::RuntimeOrigin, ()> {
		use tanpiao_support::AccountBook;

		let account = frame_benchmarking::v2::account("officer", 0, 0);
		crate::Pallet::<T>::benchmark_office(&account);
		Ok(frame_system::RawOrigin::Signed(account).into())
	}
}
