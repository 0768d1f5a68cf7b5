//! Shares of common ownership on offer, and the other owners' right to take them (CC 305, 306).

use crate::{
	ledger::{SignedByOffice, SignedByParty},
	*,
};
use sp_runtime::{DispatchResult, Either};
use tanpiao_support::{DocumentHash, PartyId, ShareOfferId, Text, VoucherId};

impl<T: Config> Pallet<T> {
	/// Offers millionths of the voucher of that edition.
	pub(crate) fn do_offer_share(
		_seller: SignedByParty<T>,
		(_voucher, _edition, _millionths): (VoucherId, u32, u32),
		_to: PartyId,
		_cause: TransferCause,
		_reference: Text<64>,
		_evidence: DocumentHash,
	) -> Result<ShareOfferId, Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Takes a share instead of its buyer.
	pub(crate) fn do_take_share(
		_owner: SignedByParty<T>,
		_id: ShareOfferId,
	) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Completes the transfer of a share.
	pub(crate) fn do_complete_share(
		_by: Either<SignedByOffice<T>, SignedByParty<T>>,
		_id: ShareOfferId,
	) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}

	/// Takes a share off offer.
	pub(crate) fn do_withdraw_share_offer(
		_party: SignedByParty<T>,
		_id: ShareOfferId,
	) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Ends an offer that nobody completed.
	pub(crate) fn expire_share_offer(_id: ShareOfferId) {}
}
