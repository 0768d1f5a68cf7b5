//! What other pallets ask of this one.

use crate::{Accounts, Config, Duties, Error, Offices, Pallet, Schemes};
use frame_support::{dispatch::DispatchResult, ensure};
use tanpiao_support::{
	AccountBook, Actor, Duty, DutyRule, OfficeId, PartyId, SchemeBook, SchemeId, SchemeRules,
};

impl<T: Config> Pallet<T> {
	fn do_ensure_duty(office: OfficeId, scheme: SchemeId, duty: Duty) -> Result<(), Error<T>> {
		let active = Offices::<T>::get(office).ok_or(Error::<T>::UnknownOffice)?.active;
		ensure!(active, Error::<T>::OfficeInactive);
		let Some(holders) = Duties::<T>::get(scheme, duty) else {
			ensure!(Schemes::<T>::contains_key(scheme), Error::<T>::UnknownScheme);
			return Err(Error::<T>::DutyNotHeld);
		};
		ensure!(holders.offices.contains(&office), Error::<T>::DutyNotHeld);
		let alone = holders.rule == DutyRule::Any || holders.offices.len() == 1;
		ensure!(alone, Error::<T>::JointDuty);
		Ok(())
	}
}

impl<T: Config> SchemeBook for Pallet<T> {
	fn rules(scheme: SchemeId) -> Option<SchemeRules> {
		Schemes::<T>::get(scheme)
	}

	fn ensure_duty(office: OfficeId, scheme: SchemeId, duty: Duty) -> DispatchResult {
		Ok(Self::do_ensure_duty(office, scheme, duty)?)
	}

	fn office_exists(office: OfficeId) -> bool {
		Offices::<T>::contains_key(office)
	}

	fn is_active(office: OfficeId) -> bool {
		Offices::<T>::get(office).is_some_and(|office| office.active)
	}

	fn party_of(office: OfficeId) -> Option<PartyId> {
		Offices::<T>::get(office)?.party
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_scheme(office: OfficeId) -> SchemeId {
		crate::benchmarking::scheme_for::<T>(office)
	}
}

impl<T: Config> AccountBook<T::AccountId> for Pallet<T> {
	fn actor(account: &T::AccountId) -> Option<Actor> {
		Accounts::<T>::get(account)
	}

	fn bind(account: &T::AccountId, party: PartyId) -> DispatchResult {
		Ok(Self::do_bind(account, party)?)
	}

	fn unbind(account: &T::AccountId) -> DispatchResult {
		Ok(Self::do_unbind(account)?)
	}

	fn sustain(account: &T::AccountId) {
		Self::do_sustain(account)
	}

	#[cfg(feature = "try-runtime")]
	fn bound() -> alloc::vec::Vec<(T::AccountId, PartyId)> {
		let party = |(account, actor)| match actor {
			Actor::Party(party) => Some((account, party)),
			Actor::Office(..) => None,
		};
		Accounts::<T>::iter().filter_map(party).collect()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_office(account: &T::AccountId) -> OfficeId {
		crate::benchmarking::office_for::<T>(account)
	}
}
