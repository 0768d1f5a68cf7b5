//! Licences of pledgees (W4, H4).

use crate::*;
use frame_support::ensure;
use tanpiao_support::{DocumentHash, OfficeId, PartyId, SchemeId};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_grant_licence(
		office: OfficeId,
		scheme: SchemeId,
		party: PartyId,
		evidence: DocumentHash,
	) -> Result<(), Error<T>> {
		ensure!(Self::known(party)?.is_active(), Error::<T>::Suspended);
		ensure!(!Licences::<T>::contains_key(scheme, party), Error::<T>::AlreadyLicensed);
		let licence = Licence { by: office, since: Self::today(), evidence };
		Licences::<T>::insert(scheme, party, licence);
		Self::deposit_event(Event::LicenceGranted { scheme, party, by: office, evidence });
		Ok(())
	}

	pub(crate) fn do_withdraw_licence(
		office: OfficeId,
		scheme: SchemeId,
		party: PartyId,
		evidence: DocumentHash,
	) -> Result<(), Error<T>> {
		ensure!(Parties::<T>::contains_key(party), Error::<T>::UnknownParty);
		ensure!(Licences::<T>::contains_key(scheme, party), Error::<T>::NotLicensed);
		Licences::<T>::remove(scheme, party);
		Self::deposit_event(Event::LicenceWithdrawn { scheme, party, by: office, evidence });
		Ok(())
	}
}
