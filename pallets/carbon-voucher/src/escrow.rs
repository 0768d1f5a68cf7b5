//! Vouchers kept for a sale, until it delivers them or lets them go (W12, H13).

use crate::{ledger::ByOf, *};
use sp_runtime::{DispatchError, DispatchResult};
use tanpiao_support::{By, Day, DocumentHash, EscrowId, Fen, Lot, PartyId, Text, VoucherEscrow};

impl<T: Config> VoucherEscrow<T::AccountId> for Pallet<T> {
	fn open(
		_sellers: &[PartyId],
		_lot: &Lot,
		_expires: Day,
		_by: By<T::AccountId>,
	) -> Result<EscrowId, DispatchError> {
		Err(Error::<T>::Inconsistent.into())
	}

	fn deliver(
		_escrow: EscrowId,
		_to: PartyId,
		_price: Fen,
		_reference: Text<64>,
		_evidence: DocumentHash,
		_by: By<T::AccountId>,
	) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}

	fn close(_escrow: EscrowId, _by: By<T::AccountId>) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}
}

impl<T: Config> Pallet<T> {
	/// Ends an escrow whose day has come, and tells the market.
	pub(crate) fn expire_escrow(_id: EscrowId) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Ends an escrow because the law passes what it keeps on, and tells the market.
	pub(crate) fn end_escrow_by_law(_id: EscrowId, _by: &ByOf<T>) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}
}
