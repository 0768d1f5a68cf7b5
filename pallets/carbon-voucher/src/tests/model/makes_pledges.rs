//! How the steps of pledges are made.

use super::{ledger::Who, maker::Maker, ops::Op};
use crate::{mock::*, *};
use tanpiao_support::*;

impl Maker<'_> {
	/// One who may take pledges, mostly.
	fn pledgee(&mut self, scheme: SchemeId) -> PartyId {
		let ledger = self.ledger;
		let licensed = ledger.licensed.iter().filter(|(in_scheme, _)| *in_scheme == scheme);
		let licensed: Vec<PartyId> = licensed.map(|(_, party)| *party).collect();
		match self.random.pick(&licensed).copied() {
			Some(party) if self.random.percent(94) => party,
			_ => self.party(),
		}
	}

	fn terms(&mut self) -> PledgeTerms {
		PledgeTerms {
			secured: Fen(self.random.one(&[100, 200, 300, 100, 200, 300, 0])),
			contract: EVIDENCE,
			due: self.day(0, 12),
			registry_no: self.text(),
		}
	}

	fn proceeds(&mut self, pledge: PledgeId, to: PartyId) -> Proceeds {
		let secured = self.ledger.pledges.get(&pledge).map_or(100, |p| p.terms.secured.0);
		let price = self.random.one(&[secured, secured, secured - 1, secured + 1]);
		let price = self.mostly(price, 0);
		let exceeds = price > secured;
		let proven = self.mostly(exceeds, !exceeds);
		Proceeds {
			to,
			price: Fen(price),
			reference: self.text(),
			evidence: EVIDENCE,
			surplus: proven.then_some(EVIDENCE),
		}
	}

	/// A pledge that stands so, mostly.
	fn some_pledge(&mut self, wanted: impl Fn(&Pledge) -> bool) -> Option<PledgeId> {
		let any = self.random.percent(4);
		let pledges = self.ledger.pledges.iter();
		let ids = pledges.filter(|(_, pledge)| any || wanted(pledge)).map(|(id, _)| *id);
		self.number(ids, PledgeId(9_999))
	}

	fn active_pledge(&mut self) -> Option<PledgeId> {
		self.some_pledge(|pledge| matches!(pledge.state, PledgeState::Active { .. }))
	}

	/// A pledge in force whose debt was not paid in time, if there is one.
	fn defaulted_pledge(&mut self) -> Option<PledgeId> {
		let today = self.ledger.today;
		let defaulted = self.some_pledge(|pledge| {
			matches!(pledge.state, PledgeState::Active { .. }) && pledge.terms.due < today
		});
		defaulted.or_else(|| self.active_pledge())
	}

	fn offered_pledge(&mut self) -> Option<PledgeId> {
		self.some_pledge(|pledge| matches!(pledge.state, PledgeState::Offered { .. }))
	}

	/// The pledgee, or the owner of the first voucher under the pledge.
	fn side(&mut self, pledge: PledgeId, pledgee: bool) -> PartyId {
		match self.ledger.pledges.get(&pledge) {
			None => VILLAGE,
			Some(found) if pledgee => found.pledgee,
			Some(found) => match self.ledger.under(HoldKey::Pledge(pledge)).first() {
				Some(voucher) => self.owner(*voucher),
				None => found.owner,
			},
		}
	}

	pub fn offer_pledge(&mut self) -> Option<Op> {
		let (owner, lots) = self.lots(Act::Pledge)?;
		let scheme = lots.first().map_or(WH, |lot| lot.voucher.issuance.scheme);
		let (pledgee, terms) = (self.pledgee(scheme), self.terms());
		let who = self.signer(owner);
		Self::call(who, Call::offer_pledge { lots, pledgee, terms })
	}

	pub fn accept_pledge(&mut self) -> Option<Op> {
		let pledge = self.offered_pledge()?;
		let pledgee = self.side(pledge, true);
		let who = self.signer(pledgee);
		Self::call(who, Call::accept_pledge { pledge })
	}

	pub fn decline_pledge(&mut self) -> Option<Op> {
		let pledge = self.offered_pledge()?;
		let pledgee = self.side(pledge, true);
		let who = self.signer(pledgee);
		Self::call(who, Call::decline_pledge { pledge })
	}

	pub fn withdraw_pledge_offer(&mut self) -> Option<Op> {
		let pledge = self.offered_pledge()?;
		let owner = self.side(pledge, false);
		let who = self.signer(owner);
		Self::call(who, Call::withdraw_pledge_offer { pledge })
	}

	pub fn release_pledge(&mut self) -> Option<Op> {
		let pledge = self.active_pledge()?;
		let pledgee = self.side(pledge, true);
		let who = self.signer(pledgee);
		Self::call(who, Call::release_pledge { pledge, part: None })
	}

	pub fn release_part(&mut self) -> Option<Op> {
		let pledge = self.active_pledge()?;
		let mut under = self.ledger.under(HoldKey::Pledge(pledge));
		let mut lots = Vec::new();
		let count = self.random.one(&[1, 1, 2, 5]);
		while lots.len() < count && !under.is_empty() {
			let at = self.random.below(under.len() as u64) as usize;
			let voucher = under.swap_remove(at);
			lots.push(self.lot(voucher));
		}
		match self.random.below(40) {
			0 => lots.extend(self.voucher(|_, _| true).map(|id| self.lot(id))),
			1 => lots.extend(lots.first().copied()),
			2 => lots.clear(),
			_ => {}
		}
		let pledgee = self.side(pledge, true);
		let who = self.signer(pledgee);
		let part = Some(lots.try_into().unwrap());
		Self::call(who, Call::release_pledge { pledge, part })
	}

	/// A change that may be proposed of a pledge, and by which side.
	fn change(&mut self, pledge: PledgeId) -> (bool, PledgeChange) {
		let found = self.ledger.pledges.get(&pledge);
		let scheme = found.map_or(WH, |pledge| pledge.scheme);
		let defaulted = found.is_some_and(|pledge| pledge.terms.due < self.ledger.today);
		let kind = match defaulted {
			true => self.random.one(&[0, 1, 2, 2, 3, 3, 3]),
			false => self.random.one(&[0, 0, 0, 1, 1, 2, 3]),
		};
		match kind {
			0 => {
				let mut terms = self.terms();
				if let Some(found) = found.filter(|_| self.random.percent(70)) {
					terms.secured = Fen(found.terms.secured.0 + self.random.below(2));
					terms.due = Day(found.terms.due.0 + self.random.below(9) as u32);
				}
				(self.random.percent(50), PledgeChange::Terms(terms))
			}
			1 => {
				let to = self.pledgee(scheme);
				let opinion = self.random.one(&[Opinion::Agrees, Opinion::Objects]);
				let (reference, evidence) = (self.text(), EVIDENCE);
				(true, PledgeChange::Assign { to, opinion, reference, evidence })
			}
			2 => {
				let (pledgee, other) = (self.side(pledge, true), self.party());
				let to = self.mostly(pledgee, other);
				(true, PledgeChange::Agreement(self.proceeds(pledge, to)))
			}
			_ => (true, PledgeChange::Sale),
		}
	}

	pub fn propose_pledge_change(&mut self) -> Option<Op> {
		let pledge = match self.random.percent(50) {
			true => self.defaulted_pledge()?,
			false => self.active_pledge()?,
		};
		let (by_pledgee, change) = self.change(pledge);
		let by_pledgee = self.mostly(by_pledgee, !by_pledgee);
		let proposer = self.side(pledge, by_pledgee);
		let who = self.signer(proposer);
		Self::call(who, Call::propose_pledge_change { pledge, change })
	}

	/// A pledge of which a change waits, mostly.
	fn changing_pledge(&mut self) -> Option<PledgeId> {
		match self.random.percent(92) {
			true => self.number(self.ledger.changes.keys().copied(), PledgeId(9_999)),
			false => self.active_pledge(),
		}
	}

	/// Who should accept what waits.
	fn accepter(&mut self, pledge: PledgeId) -> Who {
		let party = match self.ledger.changes.get(&pledge) {
			Some(PendingChange { change: PledgeChange::Assign { to, .. }, .. }) => *to,
			Some(pending) => {
				let pledgee = self.side(pledge, true);
				self.side(pledge, pending.proposer != pledgee)
			}
			None => VILLAGE,
		};
		self.signer(party)
	}

	pub fn accept_pledge_change(&mut self) -> Option<Op> {
		let pledge = self.changing_pledge()?;
		let read = self.ledger.changes.get(&pledge).map(|pending| pending.change.clone());
		let change = match read {
			Some(change) if self.random.percent(95) => change,
			_ => self.change(pledge).1,
		};
		let who = self.accepter(pledge);
		Self::call(who, Call::accept_pledge_change { pledge, change })
	}

	pub fn drop_pledge_change(&mut self) -> Option<Op> {
		let pledge = self.changing_pledge()?;
		let who = self.accepter(pledge);
		Self::call(who, Call::drop_pledge_change { pledge })
	}

	pub fn sell_pledged(&mut self) -> Option<Op> {
		let sale = |pending: &PendingChange| pending.change == PledgeChange::Sale;
		let asked = self.ledger.changes.iter().filter(|(_, pending)| sale(pending));
		let pledge = match self.random.percent(90) {
			true => self.number(asked.map(|(id, _)| *id), PledgeId(9_999))?,
			false => self.active_pledge()?,
		};
		let to = self.party();
		let proceeds = self.proceeds(pledge, to);
		let scheme = self.ledger.pledges.get(&pledge).map_or(WH, |pledge| pledge.scheme);
		let who = self.officer(scheme, Duty::OperateMarket);
		Self::call(who, Call::sell_pledged { pledge, proceeds })
	}

	pub fn enforce_by_court(&mut self) -> Option<Op> {
		let pledge = self.defaulted_pledge()?;
		let to = self.party();
		let proceeds = self.proceeds(pledge, to);
		let scheme = self.ledger.pledges.get(&pledge).map_or(WH, |pledge| pledge.scheme);
		let who = self.officer(scheme, Duty::Register);
		Self::call(who, Call::enforce_by_court { pledge, proceeds })
	}
}
