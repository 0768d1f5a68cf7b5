//! Invariants, one function each.

use crate::*;
use frame_support::{ensure, traits::Get};
use sp_runtime::{
	traits::{SaturatedConversion, Saturating},
	TryRuntimeError,
};
use tanpiao_support::{AccountBook, Actor, PartyId, SchemeBook};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::numbers_are_below_the_next()?;
		Self::codes_are_the_organisations()?;
		Self::tags_are_the_persons()?;
		#[cfg(feature = "try-runtime")]
		Self::accounts_are_counted()?;
		Self::licences_name_what_exists()?;
		Self::invitations_can_be_taken_up()?;
		Self::the_queue_ends_what_waits()?;
		Self::usages_are_within_their_allowance()
	}

	fn numbers_are_below_the_next() -> Result<(), TryRuntimeError> {
		let next = NextParty::<T>::get();
		for party in Parties::<T>::iter_keys() {
			ensure!(party > PartyId(0) && party < next, "a party's number is out of range");
		}
		Ok(())
	}

	fn codes_are_the_organisations() -> Result<(), TryRuntimeError> {
		for (code, party) in Codes::<T>::iter() {
			ensure!(
				matches!(
					Parties::<T>::get(party).map(|record| record.identity),
					Some(Identity::Organisation { code: own, .. }) if own == code
				),
				"a credit code is not its party's"
			);
		}
		for (party, record) in Parties::<T>::iter() {
			if let Identity::Organisation { code, .. } = record.identity {
				ensure!(
					Codes::<T>::get(code) == Some(party),
					"an organisation's code is not listed"
				);
			}
		}
		Ok(())
	}

	fn tags_are_the_persons() -> Result<(), TryRuntimeError> {
		for (scheme, tag, party) in Tags::<T>::iter() {
			ensure!(
				matches!(
					Parties::<T>::get(party),
					Some(Party { identity: Identity::Person { tag: own, .. }, scheme: home, .. })
						if own == tag && home == scheme
				),
				"a tag is not its party's"
			);
		}
		for (party, record) in Parties::<T>::iter() {
			if let Identity::Person { tag, .. } = record.identity {
				ensure!(
					Tags::<T>::get(record.scheme, tag) == Some(party),
					"a person's tag is not listed"
				);
			}
		}
		Ok(())
	}

	#[cfg(feature = "try-runtime")]
	fn accounts_are_counted() -> Result<(), TryRuntimeError> {
		use alloc::collections::BTreeMap;

		let mut counts = BTreeMap::<PartyId, u32>::new();
		for (_, party) in T::Accounts::bound() {
			ensure!(Parties::<T>::contains_key(party), "an account's party is not registered");
			let count = counts.entry(party).or_default();
			*count = count.saturating_add(1);
		}
		for (party, record) in Parties::<T>::iter() {
			let count = counts.get(&party).copied().unwrap_or_default();
			ensure!(record.accounts == count, "a party's accounts are miscounted");
			ensure!(count <= MAX_ACCOUNTS, "a party has too many accounts");
		}
		Ok(())
	}

	fn licences_name_what_exists() -> Result<(), TryRuntimeError> {
		for (scheme, party, _) in Licences::<T>::iter() {
			ensure!(Parties::<T>::contains_key(party), "a licensed party is not registered");
			ensure!(T::Schemes::rules(scheme).is_some(), "a licence's scheme is unknown");
		}
		Ok(())
	}

	fn invitations_can_be_taken_up() -> Result<(), TryRuntimeError> {
		for (account, invitation) in Invitations::<T>::iter() {
			ensure!(
				Parties::<T>::contains_key(invitation.party),
				"an invitation's party is not registered"
			);
			ensure!(
				frame_system::Pallet::<T>::providers(&account) > 0,
				"an invited account has no provider"
			);
			ensure!(
				!matches!(T::Accounts::actor(&account), Some(Actor::Party(_))),
				"an invited account acts for a party"
			);
			ensure!(
				Expiries::<T>::contains_key(invitation.valid_until, Expiry::Invitation(account)),
				"an invitation has no end"
			);
		}
		Ok(())
	}

	fn the_queue_ends_what_waits() -> Result<(), TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		let swept = SweptUntil::<T>::get();
		for (block, expiry) in Expiries::<T>::iter_keys() {
			ensure!(block >= swept, "the sweep passed something over");
			ensure!(
				block <= now.saturating_add(MAX_VALIDITY.into()),
				"something waits longer than it may"
			);
			match expiry {
				Expiry::Invitation(account) => ensure!(
					Invitations::<T>::get(account)
						.is_some_and(|invitation| invitation.valid_until == block),
					"the queue ends no invitation"
				),
				Expiry::Signature(party, _) => {
					ensure!(Parties::<T>::contains_key(party), "a signature was used for nobody")
				}
			}
		}
		Ok(())
	}

	fn usages_are_within_their_allowance() -> Result<(), TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		for (standing, usage) in Usages::<T>::iter() {
			match standing.payer {
				Payer::Party(party) => {
					ensure!(Parties::<T>::contains_key(party), "an allowance is nobody's");
					ensure!(standing.class == Class::Other, "a party has an office's allowance");
				}
				Payer::Office(office) => {
					ensure!(T::Schemes::office_exists(office), "an allowance is nobody's")
				}
			}
			let limit = T::Allowances::get().of(standing.class).limit;
			ensure!(usage.used.fits(limit), "more was used than is allowed");
			ensure!(usage.at <= now.saturated_into(), "an allowance was used in the future");
		}
		Ok(())
	}
}
