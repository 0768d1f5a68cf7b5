//! 监督检查 (W20, H6).

use crate::{
	ledger::{Entry, SignedByOffice},
	*,
};
use frame_support::ensure;
use sp_runtime::DispatchError;
use tanpiao_support::{check_text, Day, DocumentHash, Duty, InspectionId, Text, VoucherId};

impl<T: Config> Pallet<T> {
	/// Records an inspection of a voucher, burnt ones included. What was merged is inspected as what it
	/// is a part of.
	pub(crate) fn do_record_inspection(
		officer: SignedByOffice<T>,
		id: VoucherId,
		day: Day,
		method: InspectionMethod,
		finding: Text<256>,
		evidence: DocumentHash,
	) -> Result<InspectionId, DispatchError> {
		let voucher = Vouchers::<T>::get(id).ok_or(Error::<T>::UnknownVoucher)?;
		let merged = matches!(voucher.state, VoucherState::Merged(_));
		ensure!(!merged, Error::<T>::AlreadyMerged);
		let office = officer.who;
		let owners = voucher.ownership.owners();
		Self::ensure_duty(office, id.issuance.scheme, Duty::Supervise, owners)?;
		ensure!(day <= Self::today(), Error::<T>::FutureDay);
		check_text(&finding).map_err(Error::<T>::from)?;

		let inspection = LastInspection::<T>::get().next().ok_or(Error::<T>::NumbersExhausted)?;
		LastInspection::<T>::put(inspection);
		Inspections::<T>::insert(
			inspection,
			Inspection { voucher: id, office, day, method, finding, evidence },
		);
		let kind = RecordKind::Inspected(inspection);
		let entry = Entry { evidence: Some(evidence), ..Entry::of(kind) };
		Self::enter(id, voucher, officer.into(), entry);
		Self::deposit_event(Event::Inspected { inspection, voucher: id, office });
		Ok(inspection)
	}
}
