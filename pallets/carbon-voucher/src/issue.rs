//! 制发: a filed amount becomes vouchers (W2, W5, W8, H7, H10).

use crate::{
	ledger::{sum, Entry, SignedByOffice},
	*,
};
use frame_support::ensure;
use sp_runtime::DispatchError;
use tanpiao_support::{
	canonical, check_text, Allotment, Day, Duty, IssuanceId, IssueOrder, Kilograms, VoucherId,
};

impl<T: Config> Pallet<T> {
	/// Issues what `order` says, signed for the Issue duty.
	pub(crate) fn do_issue(
		officer: SignedByOffice<T>,
		order: IssueOrder,
	) -> Result<IssuanceId, DispatchError> {
		let total = Self::check_order(&officer, &order)?;
		let vouchers = order.vouchers();
		let day = Self::today();
		let id = Self::number_issuance(&order, day)?;
		let IssueOrder { filing_no, ecosystem, area, place, period_from, period_to, .. } = order;
		let IssueOrder { scheme, allotments, evidence, .. } = order;

		Self::adjust_totals(scheme, |totals| {
			totals.issued = totals.issued.checked_add(total)?;
			totals.free = totals.free.checked_add(total)?;
			Some(())
		})
		.map_err(|_| Error::<T>::Overflow)?;
		Filings::<T>::insert(scheme, canonical(&filing_no), id);
		Issuances::<T>::insert(
			id,
			Issuance {
				filing_no: filing_no.clone(),
				office: officer.who,
				day,
				ecosystem,
				area,
				place,
				period_from,
				period_to,
				total,
				evidence,
			},
		);
		IssuanceStates::<T>::insert(id, IssuanceState { status: IssuanceStatus::Live, parts: 0 });

		let mut from = Kilograms::ZERO;
		for Allotment { ownership, amount } in allotments {
			let part = Self::next_part(id)?;
			let voucher_id = VoucherId { issuance: id, part };
			let to = from.checked_add(amount).ok_or(Error::<T>::Overflow)?;
			Parts::<T>::insert(id, from, part);
			for owner in ownership.owners() {
				Holdings::<T>::insert(owner, voucher_id, ());
			}
			let voucher = Voucher {
				from,
				to,
				ownership,
				state: VoucherState::Live,
				edition: 1,
				records: 0,
				holds: HoldFlags::default(),
			};
			let entry = Entry {
				reference: filing_no.clone(),
				evidence: Some(evidence),
				..Entry::of(RecordKind::Issued)
			};
			Self::enter(voucher_id, voucher, officer.clone().into(), entry);
			from = to;
		}
		Self::deposit_event(Event::Issued { issuance: id, office: officer.who, vouchers, total });
		Ok(id)
	}

	/// Checks everything, and returns the sum of the allotments.
	fn check_order(
		officer: &SignedByOffice<T>,
		order: &IssueOrder,
	) -> Result<Kilograms, DispatchError> {
		let rules = Self::rules(order.scheme)?;
		Self::ensure_duty(officer.who, order.scheme, Duty::Issue, order.owners())?;
		let today = Self::today();
		ensure!(rules.in_force(today), Error::<T>::NotInForce);
		ensure!(rules.ecosystems.contains(order.ecosystem), Error::<T>::EcosystemNotEligible);
		check_text(&order.filing_no).map_err(Error::<T>::from)?;
		check_text(&order.place).map_err(Error::<T>::from)?;
		ensure!(
			!Filings::<T>::contains_key(order.scheme, canonical(&order.filing_no)),
			Error::<T>::FilingTaken
		);
		ensure!(
			order.period_from < order.period_to && order.period_to <= today.next(),
			Error::<T>::InvalidPeriod
		);
		ensure!(!order.area.is_zero(), Error::<T>::NoArea);
		// No parcel is registered on this chain yet, so that any is unknown.
		ensure!(order.segments.is_empty(), Error::<T>::UnknownParcel);
		ensure!(!order.allotments.is_empty(), Error::<T>::NoAllotments);
		for allotment in &order.allotments {
			ensure!(!allotment.amount.is_zero(), Error::<T>::ZeroAmount);
			allotment.ownership.check().map_err(Error::<T>::from)?;
		}
		order.owners().try_for_each(Self::ensure_active)?;
		let total = sum(order.allotments.iter().map(|allotment| allotment.amount));
		Ok(total.ok_or(Error::<T>::Overflow)?)
	}

	fn number_issuance(order: &IssueOrder, day: Day) -> Result<IssuanceId, Error<T>> {
		let (scheme, year) = (order.scheme, day.year());
		let last = IssuanceSerials::<T>::get(scheme, year);
		let serial = last.checked_add(1).ok_or(Error::NumbersExhausted)?;
		IssuanceSerials::<T>::insert(scheme, year, serial);
		Ok(IssuanceId { scheme, year, serial })
	}
}
