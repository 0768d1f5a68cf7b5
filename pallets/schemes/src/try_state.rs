//! What must hold between transactions: one function for each invariant.

use crate::{
	Accounts, AccountsOf, Config, CouncilSeats, Duties, Holder, NextOffice, NextScheme,
	OfficeCodes, Offices, Pallet, Profiles, SchemeCodes, Schemes, MAX_ACCOUNTS,
};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use tanpiao_support::{Actor, OfficeId, Roles};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_scheme_codes()?;
		Self::try_office_codes()?;
		Self::try_next_ids()?;
		Self::try_duties()?;
		Self::try_accounts()?;
		Self::try_account_counts()?;
		Self::try_providers()?;
		Self::try_single_roles()?;
		Self::try_council()
	}

	/// Rules, profiles and codes are of the same schemes.
	fn try_scheme_codes() -> Result<(), TryRuntimeError> {
		for (scheme, profile) in Profiles::<T>::iter() {
			ensure!(Schemes::<T>::contains_key(scheme), "a profile without rules");
			ensure!(
				SchemeCodes::<T>::get(profile.code) == Some(scheme),
				"a scheme that its code does not find"
			);
		}
		let profiles = Profiles::<T>::iter_keys().count();
		ensure!(Schemes::<T>::iter_keys().count() == profiles, "rules without a profile");
		ensure!(SchemeCodes::<T>::iter_keys().count() == profiles, "a code without its scheme");
		Ok(())
	}

	/// Codes find the offices that carry them.
	fn try_office_codes() -> Result<(), TryRuntimeError> {
		for (id, office) in Offices::<T>::iter() {
			ensure!(
				OfficeCodes::<T>::get(office.code) == Some(id),
				"an office that its code does not find"
			);
		}
		let offices = Offices::<T>::iter_keys().count();
		ensure!(OfficeCodes::<T>::iter_keys().count() == offices, "a code without its office");
		Ok(())
	}

	/// What is added next has a number of its own.
	fn try_next_ids() -> Result<(), TryRuntimeError> {
		let next = NextScheme::<T>::get();
		ensure!(Schemes::<T>::iter_keys().all(|id| id < next), "a scheme beyond the next");
		let next = NextOffice::<T>::get();
		ensure!(Offices::<T>::iter_keys().all(|id| id < next), "an office beyond the next");
		Ok(())
	}

	/// Duties are of schemes and held by offices, each named once.
	fn try_duties() -> Result<(), TryRuntimeError> {
		for (scheme, _, holders) in Duties::<T>::iter() {
			ensure!(Schemes::<T>::contains_key(scheme), "a duty without its scheme");
			ensure!(!holders.offices.is_empty(), "a duty with an empty list of holders");
			let mut distinct: Vec<OfficeId> = holders.offices.to_vec();
			distinct.sort_unstable();
			distinct.dedup();
			ensure!(distinct.len() == holders.offices.len(), "a duty that names an office twice");
			ensure!(distinct.iter().all(Offices::<T>::contains_key), "a duty without its office");
		}
		Ok(())
	}

	/// Accounts are listed for whom they act, and for nobody else.
	fn try_accounts() -> Result<(), TryRuntimeError> {
		for (account, actor) in Accounts::<T>::iter() {
			let holder = match actor {
				Actor::Office(office, roles) => {
					ensure!(Offices::<T>::contains_key(office), "an account without its office");
					ensure!(roles.is_valid(), "an account with invalid roles");
					Holder::Office(office)
				}
				Actor::Party(party) => Holder::Party(party),
			};
			ensure!(
				AccountsOf::<T>::contains_key(holder, account),
				"an account that is not listed"
			);
		}
		let listed = AccountsOf::<T>::iter_keys().count();
		ensure!(Accounts::<T>::iter_keys().count() == listed, "a listed account that is not bound");
		Ok(())
	}

	/// Offices count their accounts.
	fn try_account_counts() -> Result<(), TryRuntimeError> {
		for (id, office) in Offices::<T>::iter() {
			let listed = AccountsOf::<T>::iter_key_prefix(Holder::Office(id)).count();
			ensure!(u32::try_from(listed) == Ok(office.accounts), "an office that counts wrongly");
			ensure!(office.accounts <= MAX_ACCOUNTS, "an office with too many accounts");
		}
		Ok(())
	}

	/// Whoever is admitted has the reference without which the nonce check refuses.
	fn try_providers() -> Result<(), TryRuntimeError> {
		let sustained = |account| frame_system::Pallet::<T>::providers(&account) > 0;
		ensure!(Accounts::<T>::iter_keys().all(sustained), "an account without a provider");
		Ok(())
	}

	/// An office has at most one council account and one validator.
	fn try_single_roles() -> Result<(), TryRuntimeError> {
		for role in [Roles::COUNCIL, Roles::VALIDATOR] {
			let mut holders: Vec<OfficeId> = Self::holders_of(role).map(|(_, id)| id).collect();
			let all = holders.len();
			holders.sort_unstable();
			holders.dedup();
			ensure!(holders.len() == all, "an office with two accounts in a role for one");
		}
		Ok(())
	}

	/// The council is the council accounts of active offices.
	fn try_council() -> Result<(), TryRuntimeError> {
		let active = |id: &OfficeId| Offices::<T>::get(id).is_some_and(|office| office.active);
		let mut due: Vec<_> = Self::holders_of(Roles::COUNCIL)
			.filter(|(_, id)| active(id))
			.map(|(account, _)| account)
			.collect();
		due.sort_unstable();
		let mut seated = T::Council::members();
		seated.sort_unstable();
		ensure!(due == seated, "a council that is not that of the active offices");
		Ok(())
	}

	fn holders_of(role: Roles) -> impl Iterator<Item = (T::AccountId, OfficeId)> {
		Accounts::<T>::iter().filter_map(move |(account, actor)| match actor {
			Actor::Office(id, roles) if roles.contains(role) => Some((account, id)),
			_ => None,
		})
	}
}
