//! Offices.

use crate::{
	Config, CouncilSeats, Error, Event, NextOffice, Office, OfficeCode, OfficeCodes, Offices,
	Pallet,
};
use frame_support::{dispatch::DispatchResult, ensure};
use tanpiao_support::{Names, OfficeId, PartyBook, PartyId, Roles};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_office(code: OfficeCode, names: Names) -> Result<OfficeId, Error<T>> {
		ensure!(code.is_valid(), Error::<T>::InvalidCode);
		ensure!(!OfficeCodes::<T>::contains_key(&code), Error::<T>::CodeTaken);
		names.check()?;
		let id = NextOffice::<T>::get();
		let next = id.next().ok_or(Error::<T>::IdsExhausted)?;

		let office = Office { code: code.clone(), names, party: None, active: true, accounts: 0 };
		NextOffice::<T>::put(next);
		OfficeCodes::<T>::insert(&code, id);
		Offices::<T>::insert(id, office);
		Self::deposit_event(Event::OfficeAdded { office: id, code });
		Ok(id)
	}

	pub(crate) fn do_update_office(
		id: OfficeId,
		names: Names,
		party: Option<PartyId>,
	) -> Result<(), Error<T>> {
		let office = Offices::<T>::get(id).ok_or(Error::<T>::UnknownOffice)?;
		names.check()?;
		ensure!(party.is_none_or(T::Parties::exists), Error::<T>::UnknownParty);

		Offices::<T>::insert(id, Office { names, party, ..office });
		Self::deposit_event(Event::OfficeUpdated { office: id, party });
		Ok(())
	}

	pub(crate) fn do_set_office_active(id: OfficeId, active: bool) -> DispatchResult {
		let office = Offices::<T>::get(id).ok_or(Error::<T>::UnknownOffice)?;
		ensure!(office.active != active, Error::<T>::NoChange);
		if let Some(member) = Self::holder_of(id, Roles::COUNCIL) {
			if active {
				T::Council::seat(&member)?;
			} else {
				Self::unseat(&member)?;
			}
		}

		Offices::<T>::insert(id, Office { active, ..office });
		Self::deposit_event(if active {
			Event::OfficeActivated { office: id }
		} else {
			Event::OfficeDeactivated { office: id }
		});
		Ok(())
	}
}
