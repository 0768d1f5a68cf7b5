//! 监督检查 (W20, H6).

use crate::{ledger::SignedByOffice, *};
use sp_runtime::DispatchError;
use tanpiao_support::{Day, DocumentHash, InspectionId, Text, VoucherId};

impl<T: Config> Pallet<T> {
	/// Records an inspection of a voucher.
	pub(crate) fn do_record_inspection(
		_officer: SignedByOffice<T>,
		_id: VoucherId,
		_day: Day,
		_method: InspectionMethod,
		_finding: Text<256>,
		_evidence: DocumentHash,
	) -> Result<InspectionId, DispatchError> {
		Err(Error::<T>::Inconsistent.into())
	}
}
