//! What co-owners do together and with their shares: proposals, division, shares on offer.

use super::{ledger::*, owners::signed};
use crate::{mock::*, Error as No, *};
use frame_support::ensure;
use sp_runtime::DispatchError;
use std::mem::discriminant;
use tanpiao_support::*;

/// An ownership without the order in which it names its owners.
fn unordered(ownership: &Ownership) -> (Vec<PartyId>, Vec<Option<u32>>) {
	let mut owners: Vec<PartyId> = ownership.owners().collect();
	owners.sort_unstable();
	let shares = owners.iter().map(|owner| share(ownership, *owner)).collect();
	(owners, shares)
}

/// Whether two ownerships are the same, whatever the order of their owners.
pub fn same_owners(one: &Ownership, other: &Ownership) -> bool {
	unordered(one) == unordered(other)
}

fn share(ownership: &Ownership, party: PartyId) -> Option<u32> {
	let Ownership::Common(shares) = ownership else { return None };
	shares.iter().find(|share| share.party == party).map(|share| share.millionths)
}

/// Divides a number by weights: the floor to each, the rest to the greatest, of these to the lowest
/// party.
fn divide(total: u64, weights: &[(PartyId, u32)]) -> Vec<(PartyId, u64)> {
	let sum: u128 = weights.iter().map(|(_, weight)| u128::from(*weight)).sum();
	let floor = |weight: u32| (u128::from(total) * u128::from(weight) / sum) as u64;
	let rest = total - weights.iter().map(|(_, weight)| floor(*weight)).sum::<u64>();
	let greatest = weights.iter().map(|(_, weight)| *weight).max().unwrap();
	let most = weights.iter().filter(|(_, weight)| *weight == greatest);
	let heir = most.map(|(party, _)| *party).min().unwrap();
	let part = |(party, weight): &(PartyId, u32)| {
		(*party, floor(*weight) + if *party == heir { rest } else { 0 })
	};
	weights.iter().map(part).collect()
}

/// Common ownership after shares of one owner passed to others.
pub fn pass_share(
	ownership: &Ownership,
	of: PartyId,
	to: &[Share],
) -> Result<Ownership, DispatchError> {
	let Ownership::Common(before) = ownership else {
		return Err(No::<Test>::NotCommon.into());
	};
	ensure!(to.iter().all(|share| share.millionths > 0), No::<Test>::InvalidShares);
	let passed: u64 = to.iter().map(|share| u64::from(share.millionths)).sum();
	let own = share(ownership, of).ok_or(No::<Test>::NotOwner)?;
	ensure!(passed <= u64::from(own), No::<Test>::AmountTooLarge);
	let mut after: Vec<(PartyId, u32)> = before.iter().map(|s| (s.party, s.millionths)).collect();
	let mut add = |party: PartyId, millionths: i64| {
		if !after.iter().any(|(owner, _)| *owner == party) {
			after.push((party, 0));
		}
		let (_, own) = after.iter_mut().find(|(owner, _)| *owner == party).unwrap();
		*own = (i64::from(*own) + millionths) as u32;
	};
	add(of, -(passed as i64));
	to.iter().for_each(|share| add(share.party, i64::from(share.millionths)));
	after.retain(|(_, millionths)| *millionths > 0);
	Ok(match after.as_slice() {
		[(last, _)] => Ownership::Sole(*last),
		several => common(several),
	})
}

impl Ledger {
	/// The vouchers that an act is about.
	fn named(&self, act: &OwnersAct) -> Result<Vec<VoucherId>, DispatchError> {
		if let OwnersAct::AcceptPledgeChange { pledge, .. } = act {
			self.in_force(*pledge)?;
			return Ok(self.under(HoldKey::Pledge(*pledge)));
		}
		let ids: Vec<VoucherId> = shown(act).iter().map(|(id, _)| *id).collect();
		ids.iter().try_for_each(|id| self.live(*id).map(|_| ()))?;
		Ok(ids)
	}

	/// Whether those who signed may do an act: all of them must sign a change of the ownership itself.
	fn suffice(&self, act: &OwnersAct, named: &[VoucherId], signers: &[PartyId]) -> bool {
		named.iter().map(|id| &self.papers[id].owners).all(|owners| match act {
			OwnersAct::ChangeOwnership { .. }
			| OwnersAct::RequestOffset { .. }
			| OwnersAct::Transfer { cause: TransferCause::Gift, .. } => {
				owners.owners().all(|o| signers.contains(&o))
			}
			_ => may_dispose(owners, signers),
		})
	}

	fn owns_some(&self, named: &[VoucherId], party: PartyId) -> bool {
		named.iter().any(|id| self.papers[id].owners.includes(party))
	}

	pub fn propose(&mut self, who: Who, act: &OwnersAct) -> Answer {
		let party = self.party(who)?;
		let named = self.named(act)?;
		let mut owned = named.iter().map(|id| self.papers[id].owners.includes(party));
		let begins = match act {
			OwnersAct::AcceptPledgeChange { .. } => owned.any(|own| own),
			_ => owned.all(|own| own),
		};
		ensure!(begins, No::<Test>::NotOwner);
		if self.suffice(act, &named, &[party]) {
			return self.execute(act, &[party], &signed(who));
		}
		let mut all = vec![party];
		for owner in named.iter().flat_map(|id| self.papers[id].owners.owners()) {
			if !all.contains(&owner) {
				all.push(owner);
			}
		}
		all.retain(|owner| self.is_active(*owner));
		ensure!(self.suffice(act, &named, &all), No::<Test>::PartySuspended);
		// Nobody proposes what could not be done if all signed now.
		self.clone().execute(act, &all, &signed(who))?;
		self.last.proposal += 1;
		let proposal = Proposal {
			act: act.clone(),
			signers: vec![party].try_into().unwrap(),
			expires: Day(self.today.0 + 1 + u32::from(PERIODS.proposal)),
		};
		self.proposals.insert(ProposalId(self.last.proposal), proposal);
		Ok(())
	}

	pub fn sign_proposal(&mut self, who: Who, id: ProposalId) -> Answer {
		let party = self.party(who)?;
		let mut proposal = self.proposals.get(&id).ok_or(No::<Test>::UnknownProposal)?.clone();
		ensure!(self.today < proposal.expires, No::<Test>::Expired);
		let act = proposal.act.clone();
		let named = self.named(&act)?;
		ensure!(self.owns_some(&named, party), No::<Test>::NotOwner);
		ensure!(!proposal.signers.contains(&party), No::<Test>::AlreadySigned);
		let current = shown(&act).iter().all(|(id, edition)| self.papers[id].edition == *edition);
		ensure!(current, No::<Test>::StaleEdition);
		proposal.signers.try_push(party).unwrap();

		let owning = proposal.signers.iter().copied().filter(|one| self.owns_some(&named, *one));
		let owning: Vec<PartyId> = owning.collect();
		let able = owning.iter().copied().filter(|one| self.is_active(*one));
		let able: Vec<PartyId> = able.collect();
		if self.suffice(&act, &named, &able) {
			self.proposals.remove(&id);
			return self.execute(&act, &able, &signed(who));
		}
		ensure!(!self.suffice(&act, &named, &owning), No::<Test>::PartySuspended);
		self.proposals.insert(id, proposal);
		Ok(())
	}

	pub fn withdraw_proposal(&mut self, who: Who, id: ProposalId) -> Answer {
		let party = self.party(who)?;
		let proposal = self.proposals.get(&id).ok_or(No::<Test>::UnknownProposal)?;
		ensure!(proposal.signers[0] == party, No::<Test>::NotProposer);
		self.proposals.remove(&id);
		Ok(())
	}

	fn execute(&mut self, act: &OwnersAct, signers: &[PartyId], by: &By<AccountId>) -> Answer {
		match act {
			OwnersAct::Split { voucher, edition, amount } => {
				self.split(signers, by, *voucher, *edition, *amount)
			}
			OwnersAct::Merge { voucher, edition, other, other_edition } => {
				self.merge(signers, by, (*voucher, *edition), (*other, *other_edition))
			}
			OwnersAct::Transfer { lot, to, cause, reference, evidence } => {
				self.transfer(signers, by, lot, *to, *cause, reference, *evidence)
			}
			OwnersAct::OfferPledge { lots, pledgee, terms } => {
				self.offer_pledge(signers, lots, *pledgee, terms)
			}
			OwnersAct::AcceptPledgeChange { pledge, change } => {
				self.accept_pledge_change(signers, by, *pledge, change)
			}
			OwnersAct::RequestOffset { lots, beneficiary, purpose, statement } => {
				self.request_offset(signers, by, lots, *beneficiary, purpose, statement)
			}
			OwnersAct::ChangeOwnership { voucher, edition, ownership } => {
				self.change_ownership(signers, by, *voucher, *edition, ownership)
			}
		}
	}

	fn change_ownership(
		&mut self,
		signers: &[PartyId],
		by: &By<AccountId>,
		id: VoucherId,
		edition: u32,
		ownership: &Ownership,
	) -> Answer {
		self.disposable(id, signers)?;
		self.free_for(id, edition, Act::Transfer)?;
		well_formed(ownership)?;
		let before = &self.papers[&id].owners;
		let same = unordered(before).0 == unordered(ownership).0;
		ensure!(same, No::<Test>::DifferentOwners);
		ensure!(discriminant(before) != discriminant(ownership), No::<Test>::SameKind);
		self.give(id, ownership.clone());
		self.write(id, by, &Note::of(RecordKind::OwnershipChanged));
		Ok(())
	}

	pub fn partition(&mut self, who: Who, id: VoucherId, edition: u32) -> Answer {
		let party = self.party(who)?;
		let paper = self.live(id)?;
		ensure!(paper.owners.includes(party), No::<Test>::NotOwner);
		let Ownership::Common(shares) = &paper.owners else {
			return Err(No::<Test>::NotCommon.into());
		};
		let weights: Vec<_> = shares.iter().map(|s| (s.party, s.millionths)).collect();
		let parts = divide(paper.amount(), &weights);
		self.free_for(id, edition, Act::Transfer)?;
		ensure!(parts.iter().all(|(_, amount)| *amount > 0), No::<Test>::PartTooSmall);
		for (owner, amount) in parts.iter().rev() {
			let lot = Lot { voucher: id, edition, amount: Some(kg(*amount)) };
			let own = self.carve(&lot, &signed(who))?;
			self.give(own, Ownership::Sole(*owner));
			self.write(own, &signed(who), &Note::of(RecordKind::Partitioned).to(*owner));
		}
		Ok(())
	}

	// The call's own.
	#[allow(clippy::too_many_arguments)]
	pub fn offer_share(
		&mut self,
		who: Who,
		voucher: VoucherId,
		edition: u32,
		to: PartyId,
		millionths: u32,
		cause: TransferCause,
		reference: &Text<64>,
		evidence: DocumentHash,
	) -> Answer {
		let seller = self.party(who)?;
		self.free_for(voucher, edition, Act::Transfer)?;
		ensure!(seller != to, No::<Test>::SameOwner);
		let ownership = &self.papers[&voucher].owners;
		pass_share(ownership, seller, &[Share { party: to, millionths }])?;
		self.active(to)?;
		let mut notice_until = self.today;
		if let TransferCause::Sale { price } = cause {
			ensure!(price.0 > 0, No::<Test>::ZeroPrice);
			if !ownership.includes(to) {
				notice_until.0 += 1 + u32::from(PERIODS.preemption);
			}
		}
		readable_if_any(reference)?;
		let duty = effecting(voucher.issuance.scheme, cause);
		self.last.share_offer += 1;
		self.share_offers.insert(
			ShareOfferId(self.last.share_offer),
			ShareOffer {
				voucher,
				edition,
				seller,
				buyer: to,
				millionths,
				cause,
				reference: reference.clone(),
				evidence,
				takers: Signers::new(),
				needs: Needs { receiver: duty.is_none() || self.careful.contains(&to), duty },
				notice_until,
				expires: Day(notice_until.0 + 1 + u32::from(PERIODS.transfer)),
			},
		);
		Ok(())
	}

	fn share_offer(&self, id: ShareOfferId) -> Result<ShareOffer, DispatchError> {
		Ok(self.share_offers.get(&id).ok_or(No::<Test>::UnknownShareOffer)?.clone())
	}

	pub fn take_share(&mut self, who: Who, id: ShareOfferId) -> Answer {
		let party = self.party(who)?;
		let mut offer = self.share_offer(id)?;
		ensure!(self.today < offer.notice_until, No::<Test>::NoPreemption);
		let paper = self.live(offer.voucher)?;
		ensure!(paper.edition == offer.edition, No::<Test>::StaleEdition);
		let another = party != offer.seller && paper.owners.includes(party);
		ensure!(another, No::<Test>::NotOwner);
		ensure!(!offer.takers.contains(&party), No::<Test>::AlreadySigned);
		offer.takers.try_push(party).unwrap();
		self.share_offers.insert(id, offer);
		Ok(())
	}

	/// Who gets how much of a share: those who took it, in proportion to theirs, or else the buyer.
	fn receivers(&self, offer: &ShareOffer) -> Result<Vec<Share>, DispatchError> {
		let ownership = &self.papers[&offer.voucher].owners;
		let takers = offer.takers.iter().filter(|taker| self.is_active(**taker));
		let takers: Vec<_> =
			takers.map(|taker| (*taker, share(ownership, *taker).unwrap())).collect();
		if takers.is_empty() {
			self.active(offer.buyer)?;
			return Ok(vec![Share { party: offer.buyer, millionths: offer.millionths }]);
		}
		let parts = divide(u64::from(offer.millionths), &takers).into_iter();
		Ok(parts
			.filter(|(_, part)| *part > 0)
			.map(|(party, part)| Share { party, millionths: part as u32 })
			.collect())
	}

	pub fn complete_share(&mut self, who: Who, id: ShareOfferId) -> Answer {
		let who = self.anybody(who)?;
		let mut offer = self.share_offer(id)?;
		ensure!(self.today < offer.expires, No::<Test>::Expired);
		ensure!(self.today >= offer.notice_until, No::<Test>::NoticeRunning);
		self.free_for(offer.voucher, offer.edition, Act::Transfer)?;
		self.active(offer.seller)?;
		let parts = self.receivers(&offer)?;
		let receives = |party: PartyId| parts.iter().any(|share| share.party == party);
		let unsigned = offer.needs.receiver && receives(offer.buyer);
		match who {
			Who::Office(office) => {
				let duty = offer.needs.duty.ok_or(No::<Test>::NotAwaited)?;
				let owners = self.papers[&offer.voucher].owners.owners();
				let concerned: Vec<PartyId> = owners.chain([offer.buyer]).collect();
				self.duty(office, offer.voucher.issuance.scheme, duty, &concerned)?;
				ensure!(!unsigned, No::<Test>::BuyerUnsigned);
			}
			_ => {
				let party = self.party(who)?;
				let taken = !receives(offer.buyer) && offer.needs.duty.is_none();
				let completes = if taken { party == offer.seller } else { receives(party) };
				ensure!(completes, No::<Test>::NotReceiver);
				if offer.needs.duty.is_some() {
					ensure!(unsigned, No::<Test>::NotAwaited);
					offer.needs.receiver = false;
					self.share_offers.insert(id, offer);
					return Ok(());
				}
			}
		}

		let ownership = pass_share(&self.papers[&offer.voucher].owners, offer.seller, &parts)?;
		self.give(offer.voucher, ownership);
		let weights: Vec<_> = parts.iter().map(|part| (part.party, part.millionths)).collect();
		let prices = match offer.cause {
			TransferCause::Sale { price } => divide(price.0, &weights),
			TransferCause::Gift => Vec::new(),
		};
		for (at, (party, millionths)) in weights.into_iter().enumerate() {
			let price = prices.get(at).map(|(_, price)| Fen(*price));
			let cause = price.map_or(TransferCause::Gift, |price| TransferCause::Sale { price });
			let note = Note::of(RecordKind::ShareTransferred { millionths, cause }).to(party);
			let note = note.paper(&offer.reference, Some(offer.evidence));
			self.write(offer.voucher, &signed(who), &note);
		}
		self.share_offers.remove(&id);
		Ok(())
	}

	pub fn withdraw_share_offer(&mut self, who: Who, id: ShareOfferId) -> Answer {
		let party = self.party(who)?;
		let offer = self.share_offer(id)?;
		let theirs = party == offer.seller || party == offer.buyer;
		ensure!(theirs, No::<Test>::NotProposer);
		let free = self.today >= offer.notice_until && party == offer.seller;
		ensure!(offer.takers.is_empty() || free, No::<Test>::ShareTaken);
		self.share_offers.remove(&id);
		Ok(())
	}
}

/// The papers that those who sign an act look at.
fn shown(act: &OwnersAct) -> Vec<(VoucherId, u32)> {
	let of = |lots: &[Lot]| lots.iter().map(|lot| (lot.voucher, lot.edition)).collect();
	match act {
		OwnersAct::Split { voucher, edition, .. }
		| OwnersAct::ChangeOwnership { voucher, edition, .. } => vec![(*voucher, *edition)],
		OwnersAct::Merge { voucher, edition, other, other_edition } => {
			vec![(*voucher, *edition), (*other, *other_edition)]
		}
		OwnersAct::Transfer { lot, .. } => of(&[*lot]),
		OwnersAct::OfferPledge { lots, .. } | OwnersAct::RequestOffset { lots, .. } => of(lots),
		OwnersAct::AcceptPledgeChange { .. } => Vec::new(),
	}
}
