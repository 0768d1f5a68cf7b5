//! Pledges, from the offer to the end.

use super::{ledger::*, owners::signed};
use crate::{mock::*, Error as No, *};
use frame_support::ensure;
use sp_runtime::DispatchError;
use tanpiao_support::*;

impl Ledger {
	pub fn pledge(&self, id: PledgeId) -> Result<&Pledge, DispatchError> {
		Ok(self.pledges.get(&id).ok_or(No::<Test>::UnknownPledge)?)
	}

	fn licensed(&self, scheme: SchemeId, party: PartyId) -> Answer {
		self.active(party)?;
		ensure!(self.licensed.contains(&(scheme, party)), No::<Test>::NotLicensed);
		Ok(())
	}

	/// What terms must say.
	fn sound(&self, terms: &PledgeTerms) -> Answer {
		ensure!(terms.secured.0 > 0, No::<Test>::ZeroSecured);
		readable(&terms.registry_no)?;
		ensure!(self.today < terms.due, No::<Test>::DuePast);
		Ok(())
	}

	/// What must hold when a pledge is offered and when it is accepted.
	fn pledgeable(
		&self,
		signers: &[PartyId],
		lots: &[Lot],
		pledgee: PartyId,
		due: Day,
	) -> Result<SchemeId, DispatchError> {
		let scheme = self.lots(lots, |lot| self.lot(signers, lot, Act::Pledge))?;
		let own = lots.iter().any(|lot| self.papers[&lot.voucher].owners.includes(pledgee));
		ensure!(!own, No::<Test>::OwnPledgee);
		self.all_active(signers)?;
		self.licensed(scheme, pledgee)?;
		ensure!(self.today < due, No::<Test>::DuePast);
		Ok(scheme)
	}

	pub fn offer_pledge(
		&mut self,
		signers: &[PartyId],
		lots: &Lots,
		pledgee: PartyId,
		terms: &PledgeTerms,
	) -> Answer {
		let scheme = self.pledgeable(signers, lots, pledgee, terms.due)?;
		self.sound(terms)?;
		self.last.pledge += 1;
		let state = PledgeState::Offered {
			lots: lots.clone(),
			signers: signers.to_vec().try_into().unwrap(),
			expires: self.answer_by(),
		};
		self.pledges.insert(
			PledgeId(self.last.pledge),
			Pledge { scheme, owner: signers[0], pledgee, terms: terms.clone(), state },
		);
		Ok(())
	}

	/// The first day on which an offer made today is over.
	fn answer_by(&self) -> Day {
		Day(self.today.0 + 1 + u32::from(PERIODS.pledge_offer))
	}

	pub fn accept_pledge(&mut self, who: Who, id: PledgeId) -> Answer {
		let party = self.party(who)?;
		let pledge = self.pledge(id)?.clone();
		let PledgeState::Offered { lots, signers, expires } = &pledge.state else {
			return Err(No::<Test>::NotOffered.into());
		};
		ensure!(party == pledge.pledgee, No::<Test>::NotPledgee);
		ensure!(self.today < *expires, No::<Test>::Expired);
		self.pledgeable(signers, lots, party, pledge.terms.due)?;
		let note = Note::of(RecordKind::Pledged(id)).to(party);
		let note = note.paper(&pledge.terms.registry_no, Some(pledge.terms.contract));
		self.lay(HoldKey::Pledge(id), lots, &signed(who), &note)?;
		let state = PledgeState::Active { held: elsewhere(), since: self.today };
		self.pledges.insert(id, Pledge { state, ..pledge });
		Ok(())
	}

	pub fn decline_pledge(&mut self, who: Who, id: PledgeId) -> Answer {
		let party = self.party(who)?;
		let pledge = self.pledge(id)?;
		let offered = matches!(pledge.state, PledgeState::Offered { .. });
		ensure!(offered, No::<Test>::NotOffered);
		ensure!(party == pledge.pledgee, No::<Test>::NotPledgee);
		self.pledges.remove(&id);
		Ok(())
	}

	pub fn withdraw_pledge_offer(&mut self, who: Who, id: PledgeId) -> Answer {
		let party = self.party(who)?;
		let PledgeState::Offered { signers, .. } = &self.pledge(id)?.state else {
			return Err(No::<Test>::NotOffered.into());
		};
		ensure!(signers.contains(&party), No::<Test>::NotOwner);
		self.pledges.remove(&id);
		Ok(())
	}

	/// A pledge in force.
	pub fn in_force(&self, id: PledgeId) -> Result<Pledge, DispatchError> {
		let pledge = self.pledge(id)?;
		let in_force = matches!(pledge.state, PledgeState::Active { .. });
		ensure!(in_force, No::<Test>::NotInPledge);
		Ok(pledge.clone())
	}

	/// A pledge is over; `ranges` were pledged last.
	pub fn end_pledge(&mut self, id: PledgeId, ranges: Vec<KgRange>, how: PledgeEnd) {
		let day = self.today;
		let pledge = self.pledges.get_mut(&id).unwrap();
		if let PledgeState::Active { since, .. } = pledge.state {
			let ranges = ranges.try_into().unwrap();
			pledge.state = PledgeState::Ended { ranges, since, day, how };
		}
		self.changes.remove(&id);
	}

	pub fn release_pledge(&mut self, who: Who, id: PledgeId, part: &Option<Lots>) -> Answer {
		let party = self.party(who)?;
		let pledge = self.in_force(id)?;
		ensure!(party == pledge.pledgee, No::<Test>::NotPledgee);
		let (hold, by) = (HoldKey::Pledge(id), signed(who));
		let ranges = self.holds[&hold].clone();
		let note = Note::of(RecordKind::PledgeReleased(id)).to(party);
		let Some(lots) = part else {
			self.clear(hold, &by, &note);
			self.end_pledge(id, ranges, PledgeEnd::Released);
			return Ok(());
		};
		ensure!(!self.changes.contains_key(&id), No::<Test>::ChangePending);
		self.lots(lots, |lot| self.releasable(hold, lot))?;
		for lot in lots {
			let voucher = self.carve(lot, &by)?;
			self.pull_out(voucher, hold)?;
			self.write(voucher, &by, &note);
		}
		if !self.holds.contains_key(&hold) {
			self.end_pledge(id, ranges, PledgeEnd::Released);
		}
		Ok(())
	}

	/// Checks a lot that a pledgee wants to release: only a part must be free to be split off.
	fn releasable(&self, hold: HoldKey, lot: &Lot) -> Answer {
		let paper = self.live(lot.voucher)?;
		ensure!(self.on(lot.voucher).contains(&hold), No::<Test>::NotUnderPledge);
		ensure!(paper.edition == lot.edition, No::<Test>::StaleEdition);
		self.measured(lot)?;
		match lot.amount {
			Some(amount) if amount.0 < paper.amount() => {
				self.unforbidden(lot.voucher, None, Act::Split)
			}
			_ => Ok(()),
		}
	}

	pub fn propose_pledge_change(
		&mut self,
		who: Who,
		id: PledgeId,
		change: &PledgeChange,
	) -> Answer {
		let proposer = self.party(who)?;
		let pledge = self.in_force(id)?;
		self.changeable(id, &pledge, proposer, change)?;
		ensure!(!self.changes.contains_key(&id), No::<Test>::ChangePending);
		let change = change.clone();
		self.changes.insert(id, PendingChange { change, proposer, expires: self.answer_by() });
		Ok(())
	}

	/// What must hold when a change is proposed and when it is accepted.
	fn changeable(
		&self,
		id: PledgeId,
		pledge: &Pledge,
		proposer: PartyId,
		change: &PledgeChange,
	) -> Answer {
		let hold = HoldKey::Pledge(id);
		let by_pledgee = proposer == pledge.pledgee;
		self.active(proposer)?;
		match change {
			PledgeChange::Terms(terms) => {
				if !by_pledgee {
					self.all_disposable(hold, &[proposer])?;
				}
				self.licensed(pledge.scheme, pledge.pledgee)?;
				self.sound(terms)?;
				let old = (pledge.terms.secured, pledge.terms.due);
				let new = (terms.secured, terms.due);
				let raised = new.0 >= old.0 && new.1 >= old.1 && new != old;
				ensure!(raised, No::<Test>::TermsNotRaised);
				self.all_unforbidden(hold, Act::Pledge)
			}
			PledgeChange::Assign { to, reference, .. } => {
				ensure!(by_pledgee, No::<Test>::NotPledgee);
				ensure!(*to != pledge.pledgee, No::<Test>::SameOwner);
				self.licensed(pledge.scheme, *to)?;
				ensure!(!self.owners_under(hold).contains(to), No::<Test>::OwnPledgee);
				readable_if_any(reference)
			}
			PledgeChange::Agreement(proceeds) => {
				ensure!(by_pledgee, No::<Test>::NotPledgee);
				ensure!(proceeds.to == pledge.pledgee, No::<Test>::NotToPledgee);
				self.defaulted(pledge)?;
				self.enforceable(id, pledge, Act::Transfer, proceeds)
			}
			PledgeChange::Sale => {
				ensure!(by_pledgee, No::<Test>::NotPledgee);
				self.defaulted(pledge)?;
				self.all_unforbidden(hold, Act::Transfer)
			}
		}
	}

	pub fn all_disposable(&self, hold: HoldKey, signers: &[PartyId]) -> Answer {
		self.under(hold).into_iter().try_for_each(|id| self.disposable(id, signers))
	}

	/// Checks that no hold of another kind forbids an act on what is held.
	pub fn all_unforbidden(&self, hold: HoldKey, act: Act) -> Answer {
		let own = Some(hold.kind());
		self.under(hold).into_iter().try_for_each(|id| self.unforbidden(id, own, act))
	}

	/// Checks that the last day to pay is over.
	fn defaulted(&self, pledge: &Pledge) -> Answer {
		ensure!(self.today > pledge.terms.due, No::<Test>::NotInDefault);
		Ok(())
	}

	/// Checks what an enforcement is to bring.
	fn enforceable(&self, id: PledgeId, pledge: &Pledge, act: Act, proceeds: &Proceeds) -> Answer {
		ensure!(proceeds.price.0 > 0, No::<Test>::ZeroPrice);
		readable(&proceeds.reference)?;
		let surplus = proceeds.price > pledge.terms.secured;
		ensure!(!surplus || proceeds.surplus.is_some(), No::<Test>::SurplusProof);
		self.active(proceeds.to)?;
		let hold = HoldKey::Pledge(id);
		self.all_unforbidden(hold, act)?;
		let receiver = Ownership::Sole(proceeds.to);
		let passes = self.under(hold).iter().any(|id| self.papers[id].owners != receiver);
		ensure!(passes, No::<Test>::SameOwner);
		Ok(())
	}

	fn enforce(
		&mut self,
		id: PledgeId,
		way: Enforcement,
		proceeds: &Proceeds,
		by: &By<AccountId>,
	) -> Answer {
		let hold = HoldKey::Pledge(id);
		let ranges = self.holds[&hold].clone();
		let note = Note::of(RecordKind::Enforced(id)).to(proceeds.to);
		let note = note.paper(&proceeds.reference, Some(proceeds.evidence));
		for voucher in self.clear(hold, by, &note) {
			self.give(voucher, Ownership::Sole(proceeds.to));
		}
		self.end_pledge(id, ranges, PledgeEnd::Enforced { way, proceeds: proceeds.clone() });
		Ok(())
	}

	/// A change that still waits.
	fn waiting_change(&self, id: PledgeId) -> Result<PendingChange, DispatchError> {
		let pending = self.changes.get(&id).ok_or(No::<Test>::NoChangePending)?;
		ensure!(self.today < pending.expires, No::<Test>::Expired);
		Ok(pending.clone())
	}

	/// Checks that these are the other side.
	fn other_side(
		&self,
		id: PledgeId,
		pledge: &Pledge,
		pending: &PendingChange,
		signers: &[PartyId],
	) -> Answer {
		match &pending.change {
			PledgeChange::Terms(_) if pending.proposer != pledge.pledgee => {
				ensure!(signers.contains(&pledge.pledgee), No::<Test>::NotPledgee);
				Ok(())
			}
			PledgeChange::Terms(_) | PledgeChange::Agreement(_) => {
				let mut others = signers.to_vec();
				others.retain(|party| *party != pledge.pledgee);
				self.all_disposable(HoldKey::Pledge(id), &others)
			}
			PledgeChange::Assign { to, .. } => {
				ensure!(signers.contains(to), No::<Test>::NotReceiver);
				Ok(())
			}
			PledgeChange::Sale => Err(No::<Test>::NotAwaited.into()),
		}
	}

	pub fn accept_pledge_change(
		&mut self,
		signers: &[PartyId],
		by: &By<AccountId>,
		id: PledgeId,
		change: &PledgeChange,
	) -> Answer {
		let pledge = self.in_force(id)?;
		let pending = self.waiting_change(id)?;
		ensure!(pending.change == *change, No::<Test>::ChangeDiffers);
		self.other_side(id, &pledge, &pending, signers)?;
		self.all_active(signers)?;
		self.changeable(id, &pledge, pending.proposer, change)?;
		self.changes.remove(&id);
		let (pledge, vouchers) = (self.pledges.get_mut(&id).unwrap(), HoldKey::Pledge(id));
		let note = match change {
			PledgeChange::Terms(terms) => {
				pledge.terms = terms.clone();
				let note = Note::of(RecordKind::PledgeChanged(id)).to(pledge.pledgee);
				note.paper(&terms.registry_no, Some(terms.contract))
			}
			PledgeChange::Assign { to, opinion, reference, evidence } => {
				pledge.pledgee = *to;
				let kind = RecordKind::PledgeAssigned { pledge: id, opinion: *opinion };
				Note::of(kind).to(*to).paper(reference, Some(*evidence))
			}
			PledgeChange::Agreement(proceeds) => {
				return self.enforce(id, Enforcement::Agreement, proceeds, by);
			}
			PledgeChange::Sale => unreachable!("nobody but the platform effects a sale"),
		};
		for voucher in self.under(vouchers) {
			self.write(voucher, by, &note);
		}
		Ok(())
	}

	pub fn drop_pledge_change(&mut self, who: Who, id: PledgeId) -> Answer {
		let party = self.party(who)?;
		let pledge = self.in_force(id)?;
		let pending = self.changes.get(&id).ok_or(No::<Test>::NoChangePending)?;
		if party != pending.proposer {
			self.other_side(id, &pledge, pending, &[party])?;
		}
		self.changes.remove(&id);
		Ok(())
	}

	/// Checks that an office may enforce a pledge.
	fn enforcer(
		&self,
		office: OfficeId,
		duty: Duty,
		id: PledgeId,
		pledge: &Pledge,
		to: PartyId,
	) -> Answer {
		let mut concerned = self.owners_under(HoldKey::Pledge(id));
		concerned.extend([pledge.owner, pledge.pledgee, to]);
		self.duty(office, pledge.scheme, duty, &concerned)
	}

	pub fn sell_pledged(&mut self, who: Who, id: PledgeId, proceeds: &Proceeds) -> Answer {
		let office = self.office(who)?;
		let pledge = self.in_force(id)?;
		self.enforcer(office, Duty::OperateMarket, id, &pledge, proceeds.to)?;
		let pending = self.waiting_change(id)?;
		ensure!(pending.change == PledgeChange::Sale, No::<Test>::NoChangePending);
		self.changeable(id, &pledge, pending.proposer, &PledgeChange::Sale)?;
		self.enforceable(id, &pledge, Act::Transfer, proceeds)?;
		self.enforce(id, Enforcement::Sale, proceeds, &signed(who))
	}

	pub fn enforce_by_court(&mut self, who: Who, id: PledgeId, proceeds: &Proceeds) -> Answer {
		let office = self.office(who)?;
		let pledge = self.in_force(id)?;
		self.enforcer(office, Duty::Register, id, &pledge, proceeds.to)?;
		self.defaulted(&pledge)?;
		self.enforceable(id, &pledge, Act::Judgment, proceeds)?;
		self.enforce(id, Enforcement::Court, proceeds, &signed(who))
	}
}
