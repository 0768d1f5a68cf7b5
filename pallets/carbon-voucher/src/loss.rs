//! 挂失: a paper that was lost or destroyed (W9, H12).

use crate::{
	ledger::{SignedByOffice, SignedByParty},
	*,
};
use sp_runtime::{DispatchResult, Either};
use tanpiao_support::{LossId, Text, VoucherId};

impl<T: Config> Pallet<T> {
	/// Reports a paper lost or destroyed.
	pub(crate) fn do_report_loss(
		_owner: SignedByParty<T>,
		_id: VoucherId,
		_edition: u32,
		_kind: LossKind,
		_reason: Text<128>,
	) -> Result<LossId, Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Ends the report because the paper was found.
	pub(crate) fn do_report_found(
		_by: Either<SignedByOffice<T>, SignedByParty<T>>,
		_id: LossId,
	) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}
}
