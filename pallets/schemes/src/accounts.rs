//! Accounts: the one map from accounts to whom they act for, and their provider references.

use crate::{
	Accounts, AccountsOf, Config, CouncilSeats, Error, Event, Holder, Office, Offices, Pallet,
	MAX_ACCOUNTS,
};
use frame_support::{dispatch::DispatchResult, ensure};
use tanpiao_support::{Actor, OfficeId, PartyId, Roles};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_account(
		id: OfficeId,
		account: T::AccountId,
		roles: Roles,
	) -> DispatchResult {
		ensure!(roles.is_valid(), Error::<T>::InvalidRoles);
		let office = Offices::<T>::get(id).ok_or(Error::<T>::UnknownOffice)?;
		ensure!(!Accounts::<T>::contains_key(&account), Error::<T>::AccountTaken);
		ensure!(office.accounts < MAX_ACCOUNTS, Error::<T>::TooManyAccounts);
		let accounts = office.accounts.checked_add(1).ok_or(Error::<T>::TooManyAccounts)?;
		Self::ensure_not_held(id, Roles::default(), roles)?;
		if office.active && roles.contains(Roles::COUNCIL) {
			T::Council::seat(&account)?;
		}

		Offices::<T>::insert(id, Office { accounts, ..office });
		Self::enter(&account, Actor::Office(id, roles));
		Self::deposit_event(Event::AccountAdded { office: id, account, roles });
		Ok(())
	}

	pub(crate) fn do_remove_account(account: T::AccountId) -> DispatchResult {
		let (id, roles) = Self::office_of(&account)?;
		let office = Offices::<T>::get(id).ok_or(Error::<T>::UnknownOffice)?;
		if office.active && roles.contains(Roles::COUNCIL) {
			Self::unseat(&account)?;
		}

		let accounts = office.accounts.saturating_sub(1);
		Offices::<T>::insert(id, Office { accounts, ..office });
		Accounts::<T>::remove(&account);
		AccountsOf::<T>::remove(Holder::Office(id), &account);
		Self::deposit_event(Event::AccountRemoved { office: id, account });
		Ok(())
	}

	pub(crate) fn do_set_roles(account: T::AccountId, roles: Roles) -> DispatchResult {
		ensure!(roles.is_valid(), Error::<T>::InvalidRoles);
		let (id, before) = Self::office_of(&account)?;
		ensure!(roles != before, Error::<T>::NoChange);
		let office = Offices::<T>::get(id).ok_or(Error::<T>::UnknownOffice)?;
		Self::ensure_not_held(id, before, roles)?;
		if office.active {
			match (before.contains(Roles::COUNCIL), roles.contains(Roles::COUNCIL)) {
				(false, true) => T::Council::seat(&account)?,
				(true, false) => Self::unseat(&account)?,
				_ => {}
			}
		}

		Accounts::<T>::insert(&account, Actor::Office(id, roles));
		Self::deposit_event(Event::RolesChanged { office: id, account, roles });
		Ok(())
	}

	pub(crate) fn do_bind(account: &T::AccountId, party: PartyId) -> Result<(), Error<T>> {
		ensure!(!Accounts::<T>::contains_key(account), Error::<T>::AccountTaken);
		Self::enter(account, Actor::Party(party));
		Ok(())
	}

	pub(crate) fn do_unbind(account: &T::AccountId) -> Result<(), Error<T>> {
		match Accounts::<T>::get(account).ok_or(Error::<T>::UnknownAccount)? {
			Actor::Party(party) => {
				Accounts::<T>::remove(account);
				AccountsOf::<T>::remove(Holder::Party(party), account);
				Ok(())
			}
			Actor::Office(..) => Err(Error::<T>::NotAPartyAccount),
		}
	}

	/// A provider reference for `account`, unless it has one: it is given once, whatever the account
	/// acts for later.
	pub(crate) fn do_sustain(account: &T::AccountId) {
		if frame_system::Pallet::<T>::providers(account) == 0 {
			frame_system::Pallet::<T>::inc_providers(account);
		}
	}

	/// The account of `office` that has `role`.
	pub(crate) fn holder_of(office: OfficeId, role: Roles) -> Option<T::AccountId> {
		AccountsOf::<T>::iter_key_prefix(Holder::Office(office)).find(|account| {
			matches!(
				Accounts::<T>::get(account),
				Some(Actor::Office(_, roles)) if roles.contains(role)
			)
		})
	}

	pub(crate) fn unseat(member: &T::AccountId) -> DispatchResult {
		ensure!(T::Council::members().len() > 1, Error::<T>::LastSeat);
		T::Council::unseat(member)
	}

	fn enter(account: &T::AccountId, actor: Actor) {
		let holder = match actor {
			Actor::Office(office, _) => Holder::Office(office),
			Actor::Party(party) => Holder::Party(party),
		};
		Self::do_sustain(account);
		Accounts::<T>::insert(account, actor);
		AccountsOf::<T>::insert(holder, account, ());
	}

	fn office_of(account: &T::AccountId) -> Result<(OfficeId, Roles), Error<T>> {
		match Accounts::<T>::get(account).ok_or(Error::<T>::UnknownAccount)? {
			Actor::Office(office, roles) => Ok((office, roles)),
			Actor::Party(_) => Err(Error::<T>::NotAnOfficeAccount),
		}
	}

	/// Checks that no account of the office has a role of which an office has one, where it is among
	/// the roles to be gained.
	fn ensure_not_held(office: OfficeId, before: Roles, after: Roles) -> Result<(), Error<T>> {
		let gained = |role| after.contains(role) && !before.contains(role);
		for (role, error) in [
			(Roles::COUNCIL, Error::<T>::SeatTaken),
			(Roles::VALIDATOR, Error::<T>::ValidatorTaken),
		] {
			if gained(role) && Self::holder_of(office, role).is_some() {
				return Err(error);
			}
		}
		Ok(())
	}
}
