//! Registration, suspension, and what a party says of itself.

use crate::*;
use frame_support::{ensure, pallet_prelude::DispatchError, traits::UnixTime};
use sp_core::H256;
use tanpiao_support::{
	check_text, Day, DocumentHash, Duty, OfficeId, PartyId, SchemeBook, SchemeId, Text, TextError,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn today() -> Day {
		Day::at(T::Time::now())
	}

	/// The party, if it is registered.
	pub(crate) fn known(party: PartyId) -> Result<Party, Error<T>> {
		Parties::<T>::get(party).ok_or(Error::<T>::UnknownParty)
	}

	/// The party, if `office` keeps its entry.
	pub(crate) fn ensure_registrar(
		office: OfficeId,
		party: PartyId,
	) -> Result<Party, DispatchError> {
		let record = Self::known(party)?;
		T::Schemes::ensure_duty(office, record.scheme, Duty::Register)?;
		Ok(record)
	}

	/// Checks that `party` is not the one as which `office` owns things.
	pub(crate) fn ensure_not_own(office: OfficeId, party: PartyId) -> Result<(), Error<T>> {
		ensure!(T::Schemes::party_of(office) != Some(party), Error::<T>::OwnApplication);
		Ok(())
	}

	pub(crate) fn do_register_organisation(
		office: OfficeId,
		scheme: SchemeId,
		name: Text<128>,
		code: CreditCode,
	) -> Result<PartyId, Error<T>> {
		check_text(&name).map_err(|error| match error {
			TextError::Empty => Error::<T>::BlankText,
			TextError::Malformed => Error::<T>::InvalidText,
		})?;
		code.check().map_err(|_| Error::<T>::InvalidCreditCode)?;
		ensure!(!Codes::<T>::contains_key(code), Error::<T>::AlreadyRegistered);
		let party = Self::enter(office, scheme, Identity::Organisation { name, code })?;
		Codes::<T>::insert(code, party);
		Ok(party)
	}

	pub(crate) fn do_register_person(
		office: OfficeId,
		scheme: SchemeId,
		commitment: H256,
		tag: H256,
	) -> Result<PartyId, Error<T>> {
		ensure!(!Tags::<T>::contains_key(scheme, tag), Error::<T>::AlreadyRegistered);
		let party = Self::enter(office, scheme, Identity::Person { commitment, tag })?;
		Tags::<T>::insert(scheme, tag, party);
		Ok(party)
	}

	fn enter(office: OfficeId, scheme: SchemeId, identity: Identity) -> Result<PartyId, Error<T>> {
		let party = NextParty::<T>::get();
		let next = party.next().ok_or(Error::<T>::IdsExhausted)?;
		NextParty::<T>::put(next);
		Parties::<T>::insert(party, Party::new(identity, scheme, office, Self::today()));
		Self::deposit_event(Event::PartyRegistered { party, scheme, by: office });
		Ok(party)
	}

	pub(crate) fn do_suspend(
		office: OfficeId,
		party: PartyId,
		record: Party,
		evidence: DocumentHash,
	) -> Result<(), Error<T>> {
		ensure!(record.is_active(), Error::<T>::Suspended);
		Parties::<T>::insert(party, Party { status: PartyStatus::Suspended, ..record });
		Self::deposit_event(Event::PartySuspended { party, by: office, evidence });
		Ok(())
	}

	pub(crate) fn do_reinstate(
		office: OfficeId,
		party: PartyId,
		record: Party,
		evidence: DocumentHash,
	) -> Result<(), Error<T>> {
		ensure!(!record.is_active(), Error::<T>::NotSuspended);
		Parties::<T>::insert(party, Party { status: PartyStatus::Active, ..record });
		Self::deposit_event(Event::PartyReinstated { party, by: office, evidence });
		Ok(())
	}

	pub(crate) fn do_ask_consent(party: PartyId, asks_consent: bool) -> Result<(), Error<T>> {
		let record = Self::known(party)?;
		ensure!(record.asks_consent != asks_consent, Error::<T>::NoChange);
		Parties::<T>::insert(party, Party { asks_consent, ..record });
		Self::deposit_event(Event::ConsentSet { party, asks_consent });
		Ok(())
	}
}
