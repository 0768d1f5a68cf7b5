//! Freezes, losses, inspections, escrows, and what a day ends.

use super::{ledger::*, owners::signed};
use crate::{mock::*, Error as No, *};
use frame_support::ensure;
use sp_runtime::DispatchError;
use tanpiao_support::*;

impl Ledger {
	/// Checks that an office may freeze what these own: as supervisor or as registrar.
	fn freezer(&self, office: OfficeId, scheme: SchemeId, owners: &[PartyId]) -> Answer {
		let supervises = self.duty(office, scheme, Duty::Supervise, &[]).is_ok();
		let duty = if supervises { Duty::Supervise } else { Duty::Register };
		self.duty(office, scheme, duty, owners)
	}

	pub fn freeze(&mut self, who: Who, lots: &[Lot], order: &FreezeOrder) -> Answer {
		let office = self.office(who)?;
		let scheme = self.lots(lots, |lot| {
			self.free_for(lot.voucher, lot.edition, Act::Freeze)?;
			self.measured(lot)
		})?;
		let owners = lots.iter().flat_map(|lot| self.papers[&lot.voucher].owners.owners());
		self.freezer(office, scheme, &owners.collect::<Vec<_>>())?;
		readable(&order.order_no)?;
		readable(&order.authority)?;
		readable(&order.basis)?;
		ensure!(self.today < order.expires, No::<Test>::InvalidTerm);

		let id = FreezeId(self.last.freeze + 1);
		let note = Note::of(RecordKind::Frozen(id)).paper(&order.order_no, Some(order.evidence));
		self.lay(HoldKey::Freeze(id), lots, &signed(who), &note)?;
		self.last.freeze += 1;
		let (order, since, held) = (order.clone(), self.today, elsewhere());
		self.freezes.insert(id, Freeze { scheme, office, order, since, held });
		Ok(())
	}

	/// The freeze, if this office may extend or lift it.
	fn kept(&self, office: OfficeId, id: FreezeId) -> Result<&Freeze, DispatchError> {
		let freeze = self.freezes.get(&id).ok_or(No::<Test>::UnknownFreeze)?;
		let owners = self.owners_under(HoldKey::Freeze(id));
		self.freezer(office, freeze.scheme, &owners)?;
		let still = self.freezer(freeze.office, freeze.scheme, &owners).is_ok();
		ensure!(office == freeze.office || !still, No::<Test>::NotOrderedByOffice);
		Ok(freeze)
	}

	pub fn extend_freeze(
		&mut self,
		who: Who,
		id: FreezeId,
		expires: Day,
		reference: &Text<64>,
		evidence: DocumentHash,
	) -> Answer {
		let office = self.office(who)?;
		let old = self.kept(office, id)?.order.expires;
		ensure!(self.today < old, No::<Test>::Expired);
		ensure!(expires > old, No::<Test>::InvalidTerm);
		readable(reference)?;
		self.freezes.get_mut(&id).unwrap().order.expires = expires;
		let note = Note::of(RecordKind::FreezeExtended(id)).paper(reference, Some(evidence));
		for voucher in self.under(HoldKey::Freeze(id)) {
			self.write(voucher, &signed(who), &note);
		}
		Ok(())
	}

	pub fn lift_freeze(
		&mut self,
		who: Who,
		id: FreezeId,
		reference: &Text<64>,
		evidence: DocumentHash,
	) -> Answer {
		let office = self.office(who)?;
		self.kept(office, id)?;
		readable(reference)?;
		let note = Note::of(RecordKind::FreezeLifted(id)).paper(reference, Some(evidence));
		self.clear(HoldKey::Freeze(id), &signed(who), &note);
		self.freezes.remove(&id);
		Ok(())
	}

	pub fn report_loss(
		&mut self,
		who: Who,
		id: VoucherId,
		edition: u32,
		kind: LossKind,
		reason: &Text<128>,
	) -> Answer {
		let reporter = self.party(who)?;
		ensure!(self.live(id)?.owners.includes(reporter), No::<Test>::NotOwner);
		self.free_for(id, edition, Act::LossReport)?;
		readable(reason)?;
		self.last.loss += 1;
		let loss = LossId(self.last.loss);
		let note = Note::of(RecordKind::LossReported(loss));
		let whole = Lot { voucher: id, edition, amount: None };
		self.lay(HoldKey::Loss(loss), &[whole], &signed(who), &note)?;
		let since = self.today;
		let notice_until = Day(since.0 + 1 + u32::from(PERIODS.loss_notice));
		let (reason, held) = (reason.clone(), elsewhere());
		self.losses
			.insert(loss, Loss { voucher: id, reporter, kind, reason, since, notice_until, held });
		Ok(())
	}

	pub fn report_found(&mut self, who: Who, id: LossId) -> Answer {
		let who = self.anybody(who)?;
		let loss = self.losses.get(&id).ok_or(No::<Test>::UnknownLoss)?;
		let owners = self.owners_under(HoldKey::Loss(id));
		match who {
			Who::Office(office) => {
				self.duty(office, loss.voucher.issuance.scheme, Duty::Register, &owners)?;
			}
			_ => {
				let own = owners.iter().any(|owner| Who::Party(*owner) == who);
				ensure!(own, No::<Test>::NotOwner);
			}
		}
		self.clear(HoldKey::Loss(id), &signed(who), &Note::of(RecordKind::Found(id)));
		self.losses.remove(&id);
		Ok(())
	}

	pub fn record_inspection(&mut self, who: Who, inspection: Inspection) -> Answer {
		let office = self.office(who)?;
		let id = inspection.voucher;
		let paper = self.paper(id)?;
		let merged = matches!(paper.state, VoucherState::Merged(_));
		ensure!(!merged, No::<Test>::AlreadyMerged);
		let owners: Vec<PartyId> = paper.owners.owners().collect();
		self.duty(office, id.issuance.scheme, Duty::Supervise, &owners)?;
		ensure!(inspection.day <= self.today, No::<Test>::FutureDay);
		readable(&inspection.finding)?;
		self.last.inspection += 1;
		let number = InspectionId(self.last.inspection);
		let note = Note::of(RecordKind::Inspected(number));
		self.write(id, &signed(who), &note.paper(&Text::new(), Some(inspection.evidence)));
		self.inspections.insert(number, Inspection { office, ..inspection });
		Ok(())
	}

	pub fn open(&mut self, sellers: &[PartyId], lot: &Lot, expires: Day) -> Answer {
		ensure!(sellers.len() <= 32, No::<Test>::TooManyOwners);
		self.lot(sellers, lot, Act::List)?;
		self.all_active(sellers)?;
		ensure!(self.today < expires, No::<Test>::InvalidTerm);
		self.last.escrow += 1;
		let id = EscrowId(self.last.escrow);
		let note = Note::of(RecordKind::EscrowOpened(id));
		self.lay(HoldKey::Escrow(id), &[*lot], &platform(), &note)?;
		let sellers = sellers.to_vec().try_into().unwrap();
		self.escrows.insert(id, Escrow { sellers, held: elsewhere(), expires });
		Ok(())
	}

	pub fn deliver(
		&mut self,
		id: EscrowId,
		to: PartyId,
		price: Fen,
		reference: &Text<64>,
	) -> Answer {
		let escrow = self.escrows.get(&id).ok_or(No::<Test>::UnknownEscrow)?;
		let hold = HoldKey::Escrow(id);
		ensure!(self.today < escrow.expires, No::<Test>::Expired);
		self.all_unforbidden(hold, Act::List)?;
		self.all_active(&escrow.sellers)?;
		self.active(to)?;
		ensure!(price.0 > 0, No::<Test>::ZeroPrice);
		readable(reference)?;
		let receiver = Ownership::Sole(to);
		let already = self.under(hold).iter().any(|id| self.papers[id].owners.includes(to));
		ensure!(!already, No::<Test>::SameOwner);
		let note = Note::of(RecordKind::Delivered { escrow: id, price }).to(to);
		for voucher in self.clear(hold, &platform(), &note.paper(reference, Some(EVIDENCE))) {
			self.give(voucher, receiver.clone());
		}
		self.escrows.remove(&id);
		Ok(())
	}

	pub fn close(&mut self, id: EscrowId, by: &By<AccountId>) -> Answer {
		ensure!(self.escrows.contains_key(&id), No::<Test>::UnknownEscrow);
		self.clear(HoldKey::Escrow(id), by, &Note::of(RecordKind::EscrowClosed(id)));
		self.escrows.remove(&id);
		Ok(())
	}

	/// Everything that has an end, with the first day on which it is over.
	pub fn ends(&self) -> Vec<(Day, Expiry)> {
		let mut ends = Vec::new();
		ends.extend(self.orders.iter().map(|(id, o)| (o.expires, Expiry::Transfer(*id))));
		ends.extend(self.pledges.iter().filter_map(|(id, pledge)| match pledge.state {
			PledgeState::Offered { expires, .. } => Some((expires, Expiry::PledgeOffer(*id))),
			_ => None,
		}));
		ends.extend(self.changes.iter().map(|(id, c)| (c.expires, Expiry::PledgeChange(*id))));
		ends.extend(self.requests.iter().map(|(id, r)| (r.expires, Expiry::OffsetRequest(*id))));
		ends.extend(self.freezes.iter().map(|(id, f)| (f.order.expires, Expiry::Freeze(*id))));
		ends.extend(self.escrows.iter().map(|(id, e)| (e.expires, Expiry::Escrow(*id))));
		ends.extend(self.proposals.iter().map(|(id, p)| (p.expires, Expiry::Proposal(*id))));
		ends.extend(self.share_offers.iter().map(|(id, o)| (o.expires, Expiry::ShareOffer(*id))));
		ends
	}

	/// Ends everything that is over today.
	pub fn sweep(&mut self) {
		for (day, end) in self.ends() {
			if day > self.today {
				continue;
			}
			match end {
				Expiry::Transfer(id) => drop(self.orders.remove(&id)),
				Expiry::PledgeOffer(id) => drop(self.pledges.remove(&id)),
				Expiry::PledgeChange(id) => drop(self.changes.remove(&id)),
				Expiry::OffsetRequest(id) => {
					self.end_request(id, &By::Expiry, RecordKind::OffsetExpired(id));
				}
				Expiry::Freeze(id) => {
					let note = Note::of(RecordKind::FreezeExpired(id));
					self.clear(HoldKey::Freeze(id), &By::Expiry, &note);
					self.freezes.remove(&id);
				}
				Expiry::Escrow(id) => {
					let closed = self.close(id, &By::Expiry);
					assert_eq!(closed, Ok(()));
					self.told.insert(id);
				}
				Expiry::Proposal(id) => drop(self.proposals.remove(&id)),
				Expiry::ShareOffer(id) => drop(self.share_offers.remove(&id)),
			}
		}
	}
}
