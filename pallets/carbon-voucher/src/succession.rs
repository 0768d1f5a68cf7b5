//! Transfers that the law effects, and changes that move no asset (W10, W11, H-A8).

use crate::{ledger::SignedByOffice, *};
use sp_runtime::DispatchResult;
use tanpiao_support::{DocumentHash, Text, VoucherId};

impl<T: Config> Pallet<T> {
	/// Enters a transfer that the law effects.
	pub(crate) fn do_enter_transfer(
		_officer: SignedByOffice<T>,
		_transfer: LawfulTransfer,
	) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}

	/// Records a change that moves no asset.
	pub(crate) fn do_record_change(
		_officer: SignedByOffice<T>,
		_id: VoucherId,
		_edition: u32,
		_kind: ChangeKind,
		_reference: Text<64>,
		_evidence: DocumentHash,
	) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}
}
