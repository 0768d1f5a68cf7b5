//! Which accounts sign for a party, and how they prove that their keys are at hand.

use crate::*;
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::DefensiveSaturating};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::{Saturating, Verify, Zero};
use tanpiao_support::{AccountBook, Actor, OfficeId, PartyId};

/// What an account signs to act for a party: the SCALE encoding of the 15 bytes `tanpiao/account`
/// (without a length), the genesis hash, the party, the account, and the first block in which the
/// signature is not good any more.
///
/// With the runtime's types: 15 bytes, 32 bytes, `u32`, 32 bytes, `u32`, integers little-endian.
pub fn account_payload<Hash: Encode, AccountId: Encode, BlockNumber: Encode>(
	genesis: &Hash,
	party: PartyId,
	account: &AccountId,
	valid_until: &BlockNumber,
) -> Vec<u8> {
	(b"tanpiao/account", genesis, party, account, valid_until).encode()
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_account(
		party: PartyId,
		record: Party,
		account: T::AccountId,
		valid_until: BlockNumberFor<T>,
		signature: &T::Signature,
	) -> DispatchResult {
		Self::check_place(&record, &account)?;
		Self::check_validity(valid_until)?;
		let used = Expiry::Signature(party, account.clone());
		ensure!(!Expiries::<T>::contains_key(valid_until, &used), Error::<T>::SignatureUsed);
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		let payload = account_payload(&genesis, party, &account, &valid_until);
		ensure!(signature.verify(payload.as_slice(), &account), Error::<T>::InvalidSignature);
		Self::do_bind(party, record, account)?;
		// Once that block has come the signature is of no use any more, and this is cleared.
		Expiries::<T>::insert(valid_until, used, ());
		Ok(())
	}

	pub(crate) fn do_invite_account(
		party: PartyId,
		record: &Party,
		account: T::AccountId,
		valid_until: BlockNumberFor<T>,
	) -> Result<(), Error<T>> {
		Self::check_place(record, &account)?;
		Self::check_validity(valid_until)?;
		if let Some(Invitation { valid_until, .. }) = Invitations::<T>::get(&account) {
			ensure!(Self::has_come(valid_until), Error::<T>::AlreadyInvited);
			Self::expire(valid_until, Expiry::Invitation(account.clone()));
		}
		T::Accounts::sustain(&account);
		Expiries::<T>::insert(valid_until, Expiry::Invitation(account.clone()), ());
		Invitations::<T>::insert(&account, Invitation { party, valid_until });
		Self::deposit_event(Event::AccountInvited { party, account, valid_until });
		Ok(())
	}

	/// The party, if `account` may confirm now that it acts for it.
	pub(crate) fn check_confirmation(
		account: &T::AccountId,
		party: PartyId,
	) -> Result<Party, Error<T>> {
		let invitation = Invitations::<T>::get(account)
			.filter(|invitation| invitation.party == party)
			.ok_or(Error::<T>::NotInvited)?;
		ensure!(!Self::has_come(invitation.valid_until), Error::<T>::Expired);
		let record = Self::known(party)?;
		Self::check_place(&record, account)?;
		Ok(record)
	}

	/// Binds an account of which everything was checked.
	pub(crate) fn do_bind(party: PartyId, record: Party, account: T::AccountId) -> DispatchResult {
		T::Accounts::bind(&account, party)?;
		let accounts = record.accounts.defensive_saturating_add(1);
		Parties::<T>::insert(party, Party { accounts, ..record });
		Self::end_invitation(&account);
		Self::deposit_event(Event::AccountAdded { party, account });
		Ok(())
	}

	pub(crate) fn do_remove_account(office: OfficeId, account: T::AccountId) -> DispatchResult {
		if let Some(Actor::Party(party)) = T::Accounts::actor(&account) {
			let record = Self::ensure_registrar(office, party)?;
			T::Accounts::unbind(&account)?;
			let accounts = record.accounts.defensive_saturating_sub(1);
			Parties::<T>::insert(party, Party { accounts, ..record });
			Self::deposit_event(Event::AccountRemoved { party, account });
			return Ok(());
		}
		let invitation = Invitations::<T>::get(&account).ok_or(Error::<T>::NotAPartyAccount)?;
		Self::ensure_registrar(office, invitation.party)?;
		Self::end_invitation(&account);
		Self::deposit_event(Event::InvitationWithdrawn { party: invitation.party, account });
		Ok(())
	}

	/// Ends the invitation of an account, if it has one, before its time.
	fn end_invitation(account: &T::AccountId) {
		if let Some(Invitation { valid_until, .. }) = Invitations::<T>::take(account) {
			Expiries::<T>::remove(valid_until, Expiry::Invitation(account.clone()));
		}
	}

	/// Whether the party may get one more account, and the account is free.
	fn check_place(record: &Party, account: &T::AccountId) -> Result<(), Error<T>> {
		ensure!(record.is_active(), Error::<T>::Suspended);
		ensure!(T::Accounts::actor(account).is_none(), Error::<T>::AccountTaken);
		ensure!(record.accounts < MAX_ACCOUNTS, Error::<T>::TooManyAccounts);
		Ok(())
	}

	fn check_validity(valid_until: BlockNumberFor<T>) -> Result<(), Error<T>> {
		ensure!(!Self::has_come(valid_until), Error::<T>::Expired);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(valid_until.saturating_sub(now) <= MAX_VALIDITY.into(), Error::<T>::TooFarAhead);
		Ok(())
	}

	fn has_come(block: BlockNumberFor<T>) -> bool {
		block <= frame_system::Pallet::<T>::block_number()
	}
}
