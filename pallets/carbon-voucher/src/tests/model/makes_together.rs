//! How the steps of co-owners are made, and those of the law.

use super::{ledger::Ledger, maker::Maker, ops::Op};
use crate::{mock::*, *};
use tanpiao_support::*;

impl Maker<'_> {
	/// An act that one owner could do alone, as a proposal.
	fn owners_act(&mut self) -> Option<OwnersAct> {
		let op = match self.random.below(8) {
			0 => self.split(),
			1 => self.merge(),
			2 | 3 => self.transfer(),
			4 => self.offer_pledge(),
			5 => self.request_offset(),
			6 => self.accept_pledge_change(),
			_ => return self.change_ownership(),
		};
		let Some(Op::Call(_, call)) = op else { return None };
		Some(match *call {
			Call::split { voucher, edition, amount } => {
				OwnersAct::Split { voucher, edition, amount }
			}
			Call::merge { voucher, edition, other, other_edition } => {
				OwnersAct::Merge { voucher, edition, other, other_edition }
			}
			Call::transfer { lot, to, cause, reference, evidence } => {
				OwnersAct::Transfer { lot, to, cause, reference, evidence }
			}
			Call::offer_pledge { lots, pledgee, terms } => {
				OwnersAct::OfferPledge { lots, pledgee, terms }
			}
			Call::request_offset { lots, beneficiary, purpose, statement } => {
				OwnersAct::RequestOffset { lots, beneficiary, purpose, statement }
			}
			Call::accept_pledge_change { pledge, change } => {
				OwnersAct::AcceptPledgeChange { pledge, change }
			}
			_ => return None,
		})
	}

	fn change_ownership(&mut self) -> Option<OwnersAct> {
		let voucher = self.free_voucher(Act::Transfer)?;
		let edition = self.edition(voucher);
		let before = self.ledger.papers.get(&voucher)?.owners.clone();
		let owners: Vec<PartyId> = before.owners().collect();
		let other = match &before {
			Ownership::Joint(_) => {
				let each = WHOLE / owners.len() as u32;
				let mut shares: Vec<_> = owners.iter().map(|owner| (*owner, each)).collect();
				shares[0].1 += WHOLE - each * owners.len() as u32;
				common(&shares)
			}
			_ => joint(&owners),
		};
		let odd = match self.random.percent(50) {
			true => self.ownership(),
			false => before,
		};
		let ownership = if self.random.percent(85) { other } else { odd };
		Some(OwnersAct::ChangeOwnership { voucher, edition, ownership })
	}

	/// The owners whom an act concerns.
	fn concerned(&self, act: &OwnersAct) -> Vec<PartyId> {
		let owners = |id: &VoucherId| self.ledger.papers.get(id).map(|paper| paper.owners.owners());
		let of = |ids: Vec<VoucherId>| ids.iter().filter_map(owners).flatten().collect();
		match act {
			OwnersAct::AcceptPledgeChange { pledge, .. } => {
				self.ledger.owners_under(HoldKey::Pledge(*pledge))
			}
			other => of(other.papers().iter().map(|(id, _)| *id).collect()),
		}
	}

	pub fn propose(&mut self) -> Option<Op> {
		self.co_owned = self.random.percent(90);
		let act = self.owners_act();
		self.co_owned = false;
		let act = act?;
		let owner = self.random.pick(&self.concerned(&act)).copied().unwrap_or(VILLAGE);
		let who = self.signer(owner);
		Self::call(who, Call::propose { act })
	}

	fn some_proposal(&mut self) -> Option<ProposalId> {
		self.number(self.ledger.proposals.keys().copied(), ProposalId(9_999))
	}

	pub fn sign_proposal(&mut self) -> Option<Op> {
		let proposal = self.some_proposal()?;
		let found = self.ledger.proposals.get(&proposal);
		let mut owners = found.map_or(Vec::new(), |found| self.concerned(&found.act));
		if self.random.percent(90) {
			owners.retain(|owner| found.is_some_and(|found| !found.signers.contains(owner)));
		}
		let owner = self.random.pick(&owners).copied().unwrap_or(VILLAGE);
		let who = self.signer(owner);
		Self::call(who, Call::sign_proposal { proposal })
	}

	pub fn withdraw_proposal(&mut self) -> Option<Op> {
		let proposal = self.some_proposal()?;
		let proposer = self.ledger.proposals.get(&proposal).map_or(VILLAGE, |p| p.signers[0]);
		let who = self.signer(proposer);
		Self::call(who, Call::withdraw_proposal { proposal })
	}

	/// A voucher in common ownership that nothing keeps from passing, mostly, and an owner of it.
	fn in_common(&mut self) -> Option<(VoucherId, PartyId)> {
		let ledger = self.ledger;
		let voucher = match self.random.percent(92) {
			true => self.voucher(|id, paper| {
				matches!(paper.owners, Ownership::Common(_))
					&& ledger.unforbidden(id, None, Act::Transfer).is_ok()
			})?,
			false => self.voucher(|_, _| true)?,
		};
		let owners = ledger.papers.get(&voucher).map(|paper| paper.owners.owners());
		let owners: Vec<PartyId> = owners.into_iter().flatten().collect();
		Some((voucher, self.random.pick(&owners).copied().unwrap_or(VILLAGE)))
	}

	pub fn partition(&mut self) -> Option<Op> {
		let (voucher, owner) = self.in_common()?;
		let edition = self.edition(voucher);
		let who = self.signer(owner);
		Self::call(who, Call::partition { voucher, edition })
	}

	pub fn offer_share(&mut self) -> Option<Op> {
		let (voucher, owner) = self.in_common()?;
		let edition = self.edition(voucher);
		let paper = self.ledger.papers.get(&voucher);
		let own = paper.and_then(|paper| paper.owners.share_of(owner)).unwrap_or(1);
		let part = self.random.between(1, u64::from(own)) as u32;
		let millionths = match self.random.below(20) {
			0 => 0,
			1 => own + 1,
			2..=9 => own,
			_ => part,
		};
		let (to, cause, reference) = (self.party(), self.cause(), self.text());
		let who = self.signer(owner);
		let evidence = EVIDENCE;
		Self::call(
			who,
			Call::offer_share { voucher, edition, to, millionths, cause, reference, evidence },
		)
	}

	/// A share on offer; `over`: preferably one whose notice is over.
	fn some_offer(&mut self, over: bool) -> Option<ShareOfferId> {
		let (any, today) = (self.random.percent(20), self.ledger.today);
		let offers = self.ledger.share_offers.iter();
		let fitting = offers.filter(|(_, o)| any || (o.notice_until <= today) == over);
		self.number(fitting.map(|(id, _)| *id), ShareOfferId(9_999))
	}

	pub fn take_share(&mut self) -> Option<Op> {
		let offer = self.some_offer(false)?;
		let found = self.ledger.share_offers.get(&offer);
		let paper = found.and_then(|found| self.ledger.papers.get(&found.voucher));
		let owners: Vec<PartyId> =
			paper.map(|paper| paper.owners.owners()).into_iter().flatten().collect();
		let owner = self.random.pick(&owners).copied().unwrap_or(VILLAGE);
		let who = self.signer(owner);
		Self::call(who, Call::take_share { offer })
	}

	pub fn complete_share(&mut self) -> Option<Op> {
		let offer = self.some_offer(true)?;
		let found = self.ledger.share_offers.get(&offer);
		let effected = found.is_some_and(|found| found.needs.duty.is_some());
		let mut receivers = found.map_or(vec![VILLAGE], |found| vec![found.buyer]);
		receivers.extend(found.iter().flat_map(|found| found.takers.iter()));
		let receiver = self.random.one(&receivers);
		let who = match effected && self.random.percent(50) {
			true => self.officer(HS, Duty::OperateMarket),
			false => self.signer(receiver),
		};
		Self::call(who, Call::complete_share { offer })
	}

	pub fn withdraw_share_offer(&mut self) -> Option<Op> {
		let over = self.random.percent(50);
		let offer = self.some_offer(over)?;
		let found = self.ledger.share_offers.get(&offer);
		let sides = found.map_or([VILLAGE, BUYER], |found| [found.seller, found.buyer]);
		let side = self.random.one(&sides);
		let who = self.signer(side);
		Self::call(who, Call::withdraw_share_offer { offer })
	}

	pub fn record_change(&mut self) -> Option<Op> {
		let voucher = self.voucher(|_, _| true)?;
		let (edition, reference) = (self.edition(voucher), self.text());
		let kind = self.random.one(&[ChangeKind::Identity, ChangeKind::OtherLawful]);
		let who = self.officer(voucher.issuance.scheme, Duty::Register);
		let evidence = EVIDENCE;
		Self::call(who, Call::record_change { voucher, edition, kind, reference, evidence })
	}

	/// Who gets an amount by law.
	fn heirs(&mut self, amount: u64) -> Succession {
		let several = self.random.between(1, 3).min(amount);
		let mut left = amount;
		let mut allotments = Vec::new();
		for more in (0..several).rev() {
			let part = match more {
				0 => left,
				_ => self.random.between(1, left - more),
			};
			left -= part;
			let off = u64::from(self.random.percent(3));
			let amount = kg(part.saturating_sub(off));
			allotments.push(Allotment { ownership: self.ownership(), amount });
		}
		if self.random.percent(3) {
			allotments.clear();
		}
		Succession::Lot(allotments.try_into().unwrap())
	}

	/// Who gets the share or the place of an owner.
	fn successors(&mut self, id: VoucherId) -> Succession {
		let ownership = self.ledger.papers.get(&id).map(|paper| paper.owners.clone());
		let ownership = ownership.unwrap_or(Ownership::Sole(VILLAGE));
		let owners: Vec<PartyId> = ownership.owners().collect();
		let (owner, other) = (self.random.one(&owners), self.party());
		let of = self.mostly(owner, other);
		let mut heirs = vec![self.party()];
		if self.random.percent(40) {
			let another = self.party();
			heirs.extend((self.random.percent(10) || another != heirs[0]).then_some(another));
		}
		let joint = matches!(ownership, Ownership::Joint(_));
		let joint = self.mostly(joint, !joint);
		if joint {
			return Succession::Member { of, to: heirs.try_into().unwrap() };
		}
		let share = ownership.share_of(of).unwrap_or(2);
		let odd = self.random.one(&[0, 0, 0, 0, 0, 0, 1]);
		let first = if heirs.len() == 1 { share } else { share / 2 } + odd;
		let to: Vec<Share> = heirs
			.iter()
			.enumerate()
			.map(|(at, party)| Share {
				party: *party,
				millionths: if at == 0 { first } else { share - share / 2 },
			})
			.collect();
		Succession::Share { of, to: to.try_into().unwrap() }
	}

	pub fn enter_transfer(&mut self) -> Option<Op> {
		let voucher = self.voucher(|_, _| true)?;
		let mut lot = self.lot(voucher);
		let all = self.ledger.papers.get(&voucher).map_or(1, |paper| paper.amount());
		let sole = |ledger: &Ledger| {
			ledger.papers.get(&voucher).is_none_or(|paper| paper.owners.sole().is_some())
		};
		let whole = sole(self.ledger) || self.random.percent(50);
		let to = match self.random.percent(4) != whole {
			true => self.heirs(lot.amount.map_or(all, |amount| amount.0)),
			false => {
				if self.random.percent(90) {
					lot.amount = None;
				}
				self.successors(voucher)
			}
		};
		let cause = self.random.one(&[
			LawfulCause::Inheritance,
			LawfulCause::Merger,
			LawfulCause::Division,
			LawfulCause::Judgment,
			LawfulCause::Judgment,
			LawfulCause::OtherLawful,
		]);
		let mut lifts = Vec::new();
		let ledger = self.ledger;
		if cause == LawfulCause::Judgment && ledger.papers.contains_key(&voucher) {
			let on = ledger.on(voucher).into_iter();
			lifts.extend(on.filter(|hold| matches!(hold, HoldKey::Pledge(_) | HoldKey::Freeze(_))));
			lifts.truncate(self.random.below(3) as usize);
		}
		if self.random.percent(3) {
			lifts.push(HoldKey::Freeze(FreezeId(1)));
		}
		let who = self.officer(voucher.issuance.scheme, Duty::Register);
		let (lifts, reference, evidence) = (lifts.try_into().unwrap(), self.text(), EVIDENCE);
		let transfer = LawfulTransfer { lot, cause, to, lifts, reference, evidence };
		Self::call(who, Call::enter_transfer { transfer })
	}
}
