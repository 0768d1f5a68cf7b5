//! 冻结: what an authority ordered is held until its day, or until it is lifted (W20, H6).

use crate::{ledger::SignedByOffice, *};
use sp_runtime::{DispatchError, DispatchResult};
use tanpiao_support::{Day, DocumentHash, FreezeId, Text};

impl<T: Config> Pallet<T> {
	/// Freezes lots.
	pub(crate) fn do_freeze(
		_officer: SignedByOffice<T>,
		_lots: Lots,
		_order: FreezeOrder,
	) -> Result<FreezeId, DispatchError> {
		Err(Error::<T>::Inconsistent.into())
	}

	/// Puts the end off.
	pub(crate) fn do_extend_freeze(
		_officer: SignedByOffice<T>,
		_id: FreezeId,
		_expires: Day,
		_reference: Text<64>,
		_evidence: DocumentHash,
	) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}

	/// Lifts a freeze.
	pub(crate) fn do_lift_freeze(
		_officer: SignedByOffice<T>,
		_id: FreezeId,
		_reference: Text<64>,
		_evidence: DocumentHash,
	) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}

	/// Ends a freeze whose day has come.
	pub(crate) fn expire_freeze(_id: FreezeId) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}
}
