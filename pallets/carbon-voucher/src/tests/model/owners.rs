//! What is issued, and what owners do with it: split, merge, transfer, offset.

use super::{ledger::*, together::same_owners};
use crate::{mock::*, Error as No, *};
use frame_support::ensure;
use tanpiao_support::*;

impl Ledger {
	pub fn issue(&mut self, who: Who, order: &IssueOrder) -> Answer {
		let office = self.office(who)?;
		let scheme = order.scheme;
		ensure!([WH, HS].contains(&scheme), No::<Test>::UnknownScheme);
		let owners: Vec<PartyId> = order.owners().collect();
		self.duty(office, scheme, Duty::Issue, &owners)?;
		ensure!(scheme == HS || self.today < WH_ENDS, No::<Test>::NotInForce);
		let ecosystem = if scheme == WH { Ecosystem::Forest } else { Ecosystem::Wetland };
		ensure!(order.ecosystem == ecosystem, No::<Test>::EcosystemNotEligible);
		readable(&order.filing_no)?;
		readable(&order.place)?;
		let number = canonical(&order.filing_no);
		let used = self
			.issuances
			.iter()
			.any(|(id, issuance)| id.scheme == scheme && canonical(&issuance.filing_no) == number);
		ensure!(!used, No::<Test>::FilingTaken);
		// The period's last day may be today.
		let over = order.period_from < order.period_to && order.period_to.0 <= self.today.0 + 1;
		ensure!(over, No::<Test>::InvalidPeriod);
		ensure!(order.area.0 > 0, No::<Test>::NoArea);
		ensure!(order.segments.is_empty(), No::<Test>::UnknownParcel);
		ensure!(!order.allotments.is_empty(), No::<Test>::NoAllotments);
		for allotment in &order.allotments {
			ensure!(allotment.amount.0 > 0, No::<Test>::ZeroAmount);
			well_formed(&allotment.ownership)?;
		}
		self.all_active(&owners)?;
		let total: u128 = order.allotments.iter().map(|a| u128::from(a.amount.0)).sum();
		let issued: u128 = self
			.issuances
			.iter()
			.filter(|(id, _)| id.scheme == scheme)
			.map(|(_, issuance)| u128::from(issuance.total.0))
			.sum();
		ensure!(issued + total <= u128::from(u64::MAX), No::<Test>::Overflow);

		let year = self.today.year();
		let serials = self.issuances.keys().filter(|id| (id.scheme, id.year) == (scheme, year));
		let issuance = IssuanceId { scheme, year, serial: serials.count() as u32 + 1 };
		self.issuances.insert(
			issuance,
			Issuance {
				filing_no: order.filing_no.clone(),
				office,
				day: self.today,
				ecosystem,
				area: order.area,
				place: order.place.clone(),
				period_from: order.period_from,
				period_to: order.period_to,
				total: Kilograms(total as u64),
				evidence: order.evidence,
			},
		);
		let note = Note::of(RecordKind::Issued).paper(&order.filing_no, Some(order.evidence));
		let mut from = 0;
		for (allotment, part) in order.allotments.iter().zip(1..) {
			let to = from + allotment.amount.0;
			let id = VoucherId { issuance, part };
			let owners = allotment.ownership.clone();
			let state = VoucherState::Live;
			self.papers.insert(id, Paper { from, to, owners, state, edition: 1, page: Vec::new() });
			self.write(id, &signed(who), &note);
			from = to;
		}
		Ok(())
	}

	pub fn split(
		&mut self,
		signers: &[PartyId],
		by: &By<AccountId>,
		id: VoucherId,
		edition: u32,
		amount: Kilograms,
	) -> Answer {
		let lot = Lot { voucher: id, edition, amount: Some(amount) };
		self.lot(signers, &lot, Act::Split)?;
		ensure!(amount.0 < self.papers[&id].amount(), No::<Test>::AmountTooLarge);
		self.carve(&lot, by)?;
		Ok(())
	}

	pub fn merge(
		&mut self,
		signers: &[PartyId],
		by: &By<AccountId>,
		one: (VoucherId, u32),
		other: (VoucherId, u32),
	) -> Answer {
		ensure!(one.0.issuance == other.0.issuance, No::<Test>::NotAdjacent);
		ensure!(one.0 != other.0, No::<Test>::NotAdjacent);
		let ((kept, kept_edition), (gone, gone_edition)) = (one.min(other), one.max(other));
		for (id, edition) in [(kept, kept_edition), (gone, gone_edition)] {
			self.disposable(id, signers)?;
			self.free_for(id, edition, Act::Split)?;
		}
		let [low, high] = match self.papers[&kept].from < self.papers[&gone].from {
			true => [kept, gone].map(|id| self.range(id)),
			false => [gone, kept].map(|id| self.range(id)),
		};
		ensure!(low.to == high.from, No::<Test>::NotAdjacent);
		ensure!(
			same_owners(&self.papers[&kept].owners, &self.papers[&gone].owners),
			No::<Test>::DifferentOwners
		);
		ensure!(self.on(kept) == self.on(gone), No::<Test>::DifferentHolds);

		for hold in self.on(kept) {
			let ranges = self.holds.get_mut(&hold).unwrap();
			let above = |range: &KgRange| range.issuance == low.issuance && range.from == low.to;
			if let Some(upper) = ranges.iter().copied().find(above) {
				ranges.retain(|range| !above(range));
				let ends =
					|range: &&mut KgRange| range.issuance == low.issuance && range.to == low.to;
				ranges.iter_mut().find(ends).unwrap().to = upper.to;
			}
		}
		let merged = self.papers.get_mut(&gone).unwrap();
		merged.edition += 1;
		merged.state = VoucherState::Merged(kept.part);
		self.write(gone, by, &Note::of(RecordKind::MergedInto(kept.part)));
		let survivor = self.papers.get_mut(&kept).unwrap();
		survivor.edition += 1;
		(survivor.from, survivor.to) = (low.from.0, high.to.0);
		self.write(kept, by, &Note::of(RecordKind::MergedFrom(gone.part)));
		Ok(())
	}

	/// What must hold when a transfer is ordered, and again at each signature.
	pub fn transferable(
		&self,
		from: &[PartyId],
		lot: &Lot,
		to: PartyId,
		cause: TransferCause,
	) -> Answer {
		self.lot(from, lot, Act::Transfer)?;
		let owners = &self.papers[&lot.voucher].owners;
		ensure!(!owners.includes(to), No::<Test>::SameOwner);
		if cause == TransferCause::Gift {
			ensure!(owners.owners().all(|owner| from.contains(&owner)), No::<Test>::CoOwned);
		}
		self.all_active(from)?;
		self.active(to)
	}

	// The call's own.
	#[allow(clippy::too_many_arguments)]
	pub fn transfer(
		&mut self,
		signers: &[PartyId],
		by: &By<AccountId>,
		lot: &Lot,
		to: PartyId,
		cause: TransferCause,
		reference: &Text<64>,
		evidence: Option<DocumentHash>,
	) -> Answer {
		self.transferable(signers, lot, to, cause)?;
		if let TransferCause::Sale { price } = cause {
			ensure!(price.0 > 0, No::<Test>::ZeroPrice);
		}
		readable_if_any(reference)?;
		let duty = effecting(lot.voucher.issuance.scheme, cause);
		let needs = Needs { receiver: self.careful.contains(&to), duty };
		let order = TransferOrder {
			lot: *lot,
			from: signers.to_vec().try_into().unwrap(),
			to,
			cause,
			reference: reference.clone(),
			evidence,
			needs,
			expires: Day(self.today.0 + 1 + u32::from(PERIODS.transfer)),
		};
		if needs.duty.is_none() && !needs.receiver {
			self.hand_over(&order, by)
		} else {
			self.last.order += 1;
			self.orders.insert(OrderId(self.last.order), order);
			Ok(())
		}
	}

	fn hand_over(&mut self, order: &TransferOrder, by: &By<AccountId>) -> Answer {
		let id = self.carve(&order.lot, by)?;
		self.give(id, Ownership::Sole(order.to));
		let note = Note::of(RecordKind::Transferred(order.cause)).to(order.to);
		self.write(id, by, &note.paper(&order.reference, order.evidence));
		Ok(())
	}

	fn order(&self, id: OrderId) -> Result<TransferOrder, sp_runtime::DispatchError> {
		Ok(self.orders.get(&id).ok_or(No::<Test>::UnknownOrder)?.clone())
	}

	fn waiting(&self, id: OrderId) -> Result<TransferOrder, sp_runtime::DispatchError> {
		let order = self.order(id)?;
		ensure!(self.today < order.expires, No::<Test>::Expired);
		Ok(order)
	}

	pub fn accept_transfer(&mut self, who: Who, id: OrderId) -> Answer {
		let party = self.party(who)?;
		let mut order = self.waiting(id)?;
		ensure!(order.to == party, No::<Test>::NotReceiver);
		ensure!(order.needs.receiver, No::<Test>::NotAwaited);
		order.needs.receiver = false;
		self.proceed(id, order, &signed(who))
	}

	pub fn effect_transfer(&mut self, who: Who, id: OrderId) -> Answer {
		let office = self.office(who)?;
		let mut order = self.waiting(id)?;
		self.effecter(office, &order)?;
		order.needs.duty = None;
		self.proceed(id, order, &signed(who))
	}

	/// Checks that an order waits for the duty of this office.
	fn effecter(&self, office: OfficeId, order: &TransferOrder) -> Answer {
		let duty = order.needs.duty.ok_or(No::<Test>::NotAwaited)?;
		let concerned: Vec<PartyId> = order.from.iter().copied().chain([order.to]).collect();
		self.duty(office, order.lot.voucher.issuance.scheme, duty, &concerned)
	}

	fn proceed(&mut self, id: OrderId, order: TransferOrder, by: &By<AccountId>) -> Answer {
		self.transferable(&order.from, &order.lot, order.to, order.cause)?;
		if order.needs.duty.is_some() || order.needs.receiver {
			self.orders.insert(id, order);
			return Ok(());
		}
		self.orders.remove(&id);
		self.hand_over(&order, by)
	}

	pub fn refuse_transfer(&mut self, who: Who, id: OrderId) -> Answer {
		let who = self.anybody(who)?;
		let order = self.order(id)?;
		match who {
			Who::Office(office) => self.effecter(office, &order)?,
			_ => {
				ensure!(Who::Party(order.to) == who, No::<Test>::NotReceiver);
				ensure!(order.needs.receiver, No::<Test>::NotAwaited);
			}
		}
		self.orders.remove(&id);
		Ok(())
	}

	pub fn cancel_transfer(&mut self, who: Who, id: OrderId) -> Answer {
		let party = self.party(who)?;
		let order = self.order(id)?;
		ensure!(order.from.contains(&party), No::<Test>::NotOwner);
		self.orders.remove(&id);
		Ok(())
	}

	pub fn request_offset(
		&mut self,
		signers: &[PartyId],
		by: &By<AccountId>,
		lots: &[Lot],
		beneficiary: PartyId,
		purpose: &OffsetPurpose,
		statement: &Text<128>,
	) -> Answer {
		let scheme = self.lots(lots, |lot| self.lot(signers, lot, Act::Offset))?;
		for lot in lots {
			let mut owners = self.papers[&lot.voucher].owners.owners();
			ensure!(owners.all(|owner| signers.contains(&owner)), No::<Test>::CoOwned);
		}
		self.active(beneficiary)?;
		ensure!(complete(purpose, self.today.year()), No::<Test>::InvalidPurpose);
		readable_if_any(statement)?;

		let id = RequestId(self.last.request + 1);
		let note = Note::of(RecordKind::OffsetRequested(id)).to(beneficiary);
		self.lay(HoldKey::OffsetRequest(id), lots, by, &note)?;
		self.last.request += 1;
		self.requests.insert(
			id,
			OffsetRequest {
				scheme,
				owners: signers.to_vec().try_into().unwrap(),
				beneficiary,
				purpose: purpose.clone(),
				statement: statement.clone(),
				held: elsewhere(),
				expires: Day(self.today.0 + 1 + u32::from(PERIODS.offset)),
			},
		);
		Ok(())
	}

	fn request(&self, id: RequestId) -> Result<&OffsetRequest, sp_runtime::DispatchError> {
		Ok(self.requests.get(&id).ok_or(No::<Test>::UnknownRequest)?)
	}

	pub fn end_request(&mut self, id: RequestId, by: &By<AccountId>, kind: RecordKind) {
		self.clear(HoldKey::OffsetRequest(id), by, &Note::of(kind));
		self.requests.remove(&id);
	}

	pub fn withdraw_offset(&mut self, who: Who, id: RequestId) -> Answer {
		let party = self.party(who)?;
		ensure!(self.request(id)?.owners.contains(&party), No::<Test>::NotOwner);
		self.end_request(id, &signed(who), RecordKind::OffsetWithdrawn(id));
		Ok(())
	}

	/// Checks that an office may decide on a request.
	fn certifier(&self, office: OfficeId, request: &OffsetRequest) -> Answer {
		let owners = request.owners.iter().copied();
		let concerned: Vec<PartyId> = owners.chain([request.beneficiary]).collect();
		self.duty(office, request.scheme, Duty::CertifyOffset, &concerned)
	}

	pub fn refuse_offset(&mut self, who: Who, id: RequestId, reason: &Text<128>) -> Answer {
		let office = self.office(who)?;
		self.certifier(office, self.request(id)?)?;
		readable(reason)?;
		self.end_request(id, &signed(who), RecordKind::OffsetRefused(id));
		Ok(())
	}

	pub fn certify_offset(&mut self, who: Who, id: RequestId, evidence: DocumentHash) -> Answer {
		let office = self.office(who)?;
		let request = self.request(id)?.clone();
		self.certifier(office, &request)?;
		ensure!(self.today < request.expires, No::<Test>::Expired);
		self.all_active(&request.owners)?;
		self.active(request.beneficiary)?;
		let hold = HoldKey::OffsetRequest(id);
		for voucher in self.under(hold) {
			self.unforbidden(voucher, Some(HoldKind::OffsetRequest), Act::Offset)?;
		}

		let (scheme, year) = (request.scheme, self.today.year());
		let serials = self.certificates.keys().filter(|id| (id.scheme, id.year) == (scheme, year));
		let certificate = CertificateId { scheme, year, serial: serials.count() as u32 + 1 };
		let ranges = self.holds[&hold].clone();
		let total = ranges.iter().map(|range| range.to.0 - range.from.0).sum();
		for voucher in self.under(hold) {
			let paper = self.papers.get_mut(&voucher).unwrap();
			paper.state = VoucherState::Offset(certificate);
			paper.edition += 1;
		}
		let note = Note::of(RecordKind::Offset(certificate)).to(request.beneficiary);
		self.clear(hold, &signed(who), &note.paper(&Text::new(), Some(evidence)));
		self.requests.remove(&id);
		self.certificates.insert(
			certificate,
			Certificate {
				owners: request.owners,
				beneficiary: request.beneficiary,
				purpose: request.purpose,
				statement: request.statement,
				ranges: ranges.try_into().unwrap(),
				total: Kilograms(total),
				office,
				day: self.today,
				evidence,
			},
		);
		Ok(())
	}
}

/// Whether a purpose says all that it must.
fn complete(purpose: &OffsetPurpose, this_year: u16) -> bool {
	let said = |text: &[u8]| readable(text).is_ok();
	match purpose {
		OffsetPurpose::AnnualEmissions { year } | OffsetPurpose::TreePlantingDuty { year } => {
			*year >= 2000 && *year <= this_year
		}
		OffsetPurpose::Event { name, day, .. } => said(name) && day.year() >= 2000,
		OffsetPurpose::JudicialRestoration { case_no, authority } => {
			said(case_no) && said(authority)
		}
		OffsetPurpose::LandCompensation { assessed_loss, land_use_years, authority, .. } => {
			assessed_loss.0 != 0 && *land_use_years != 0 && said(authority)
		}
		OffsetPurpose::Voluntary { occasion } => said(occasion),
	}
}

/// The signature of who signs, as records show it.
pub fn signed(who: Who) -> By<AccountId> {
	match who {
		Who::Party(party) => By::Party(party, party_account(party)),
		Who::Office(office) => By::Office(office, office_account(office)),
		Who::Stranger => unreachable!("a stranger signs nothing"),
	}
}
