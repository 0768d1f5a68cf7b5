//! 质押: a licensed pledgee holds vouchers for a debt (W17, W18, H4).

use crate::{
	holds::Act,
	ledger::{sum, CheckedLot, Entry, Owners, SignedByParty},
	*,
};
use alloc::vec::Vec;
use frame_support::ensure;
use tanpiao_support::{check_text, Day, Lot, PartyBook, PartyId, PledgeId, SchemeId};

impl<T: Config> Pallet<T> {
	/// Offers a pledge. The terms are checked now, the vouchers and the licence again at acceptance.
	pub(crate) fn do_offer_pledge(
		owners: Owners<T>,
		lots: Lots,
		pledgee: PartyId,
		terms: PledgeTerms,
	) -> Result<PledgeId, Error<T>> {
		let Owners { signers, speaker: owner, .. } = owners;
		let (scheme, _) = Self::check_pledge(&signers, &lots, pledgee, &terms)?;
		Self::check_terms(&terms)?;
		let rules = Self::rules(scheme)?;

		let id = LastPledge::<T>::get().next().ok_or(Error::NumbersExhausted)?;
		let expires = Self::today().next().plus(rules.periods.pledge_offer);
		LastPledge::<T>::put(id);
		Expiries::<T>::insert(expires, Expiry::PledgeOffer(id), ());
		let state = PledgeState::Offered { lots, signers, expires };
		Pledges::<T>::insert(id, Pledge { scheme, owner, pledgee, terms, state });
		Self::deposit_event(Event::PledgeOffered { pledge: id, owner, pledgee });
		Ok(id)
	}

	/// Puts the pledge in force.
	pub(crate) fn do_accept_pledge(
		pledgee: SignedByParty<T>,
		id: PledgeId,
	) -> Result<(), Error<T>> {
		let mut pledge = Pledges::<T>::get(id).ok_or(Error::UnknownPledge)?;
		let PledgeState::Offered { lots, signers, expires } = &pledge.state else {
			return Err(Error::NotOffered);
		};
		ensure!(pledge.pledgee == pledgee.who, Error::NotPledgee);
		let expires = *expires;
		let today = Self::today();
		ensure!(today < expires, Error::Expired);
		let (_, checked) = Self::check_pledge(signers, lots, pledgee.who, &pledge.terms)?;
		let amount = sum(checked.iter().map(CheckedLot::amount)).ok_or(Error::Overflow)?;

		let by = pledgee.into();
		let entry = Entry {
			reference: pledge.terms.registry_no.clone(),
			evidence: Some(pledge.terms.contract),
			..Entry::with(RecordKind::Pledged(id), pledge.pledgee)
		};
		let held = Self::hold_lots(checked, HoldKey::Pledge(id), &by, &entry)?;
		Expiries::<T>::remove(expires, Expiry::PledgeOffer(id));
		pledge.state = PledgeState::Active { held, since: today };
		let (owner, pledgee) = (pledge.owner, pledge.pledgee);
		Pledges::<T>::insert(id, pledge);
		Self::deposit_event(Event::Pledged { pledge: id, owner, pledgee, amount });
		Ok(())
	}

	/// Ends an offer for the pledgee.
	pub(crate) fn do_decline_pledge(
		pledgee: SignedByParty<T>,
		id: PledgeId,
	) -> Result<(), Error<T>> {
		let (pledge, expires) = Self::offer(id)?;
		ensure!(pledge.pledgee == pledgee.who, Error::NotPledgee);
		Pledges::<T>::remove(id);
		Expiries::<T>::remove(expires, Expiry::PledgeOffer(id));
		Self::deposit_event(Event::PledgeDeclined { pledge: id });
		Ok(())
	}

	/// Ends an offer for one of the owners who made it.
	pub(crate) fn do_withdraw_pledge_offer(
		owner: SignedByParty<T>,
		id: PledgeId,
	) -> Result<(), Error<T>> {
		let (pledge, expires) = Self::offer(id)?;
		ensure!(offered_by(&pledge, owner.who), Error::NotOwner);
		Pledges::<T>::remove(id);
		Expiries::<T>::remove(expires, Expiry::PledgeOffer(id));
		Self::deposit_event(Event::PledgeWithdrawn { pledge: id });
		Ok(())
	}

	/// Ends an offer that the pledgee did not accept.
	pub(crate) fn expire_offer(id: PledgeId) {
		if Self::offer(id).is_ok() {
			Pledges::<T>::remove(id);
			Self::deposit_event(Event::PledgeExpired { pledge: id });
		}
	}

	/// Releases a pledge in force, and returns on how many vouchers it lay.
	pub(crate) fn do_release_pledge(
		pledgee: SignedByParty<T>,
		id: PledgeId,
	) -> Result<u32, Error<T>> {
		let (pledge, held) = Self::active_pledge(id)?;
		ensure!(pledge.pledgee == pledgee.who, Error::NotPledgee);
		let entry = Entry::with(RecordKind::PledgeReleased(id), pledge.pledgee);
		Self::free_held(&held, HoldKey::Pledge(id), &pledgee.into(), &entry)?;
		let vouchers = held.vouchers;
		Self::end_pledge(id, pledge, held.ranges, PledgeEnd::Released);
		Self::deposit_event(Event::PledgeReleased { pledge: id });
		Ok(vouchers)
	}

	/// Releases these lots of a pledge in force; of the last of them it ends.
	pub(crate) fn do_release_part(
		pledgee: SignedByParty<T>,
		id: PledgeId,
		lots: Lots,
	) -> Result<(), Error<T>> {
		let (pledge, held) = Self::active_pledge(id)?;
		ensure!(pledge.pledgee == pledgee.who, Error::NotPledgee);
		// Who accepts a change accepts it for all that lies under the pledge.
		ensure!(!PledgeChanges::<T>::contains_key(id), Error::ChangePending);
		let (_, checked) = Self::each_lot(&lots, |lot| Self::check_release(id, lot))?;
		let amount = sum(checked.iter().map(CheckedLot::amount)).ok_or(Error::Overflow)?;

		let by = pledgee.into();
		let entry = Entry::with(RecordKind::PledgeReleased(id), pledge.pledgee);
		let mut left = true;
		for lot in checked {
			let (voucher_id, mut voucher) = Self::take(lot, &by)?;
			left = Self::release_one(voucher_id, &mut voucher, HoldKey::Pledge(id))?;
			Self::enter(voucher_id, voucher, by.clone(), entry.clone());
		}
		if left {
			Self::deposit_event(Event::PledgePartReleased { pledge: id, amount });
		} else {
			Self::end_pledge(id, pledge, held.ranges, PledgeEnd::Released);
			Self::deposit_event(Event::PledgeReleased { pledge: id });
		}
		Ok(())
	}

	/// Looks at a lot that its pledgee wants to release. Other holds stay on it and do not matter,
	/// unless it must be split.
	fn check_release(id: PledgeId, lot: &Lot) -> Result<CheckedLot, Error<T>> {
		let voucher = Self::live_voucher(lot.voucher)?;
		let pledged = Holds::<T>::contains_key(lot.voucher, HoldKey::Pledge(id));
		ensure!(pledged, Error::NotUnderPledge);
		ensure!(voucher.edition == lot.edition, Error::StaleEdition);
		let part = Self::part_of(&voucher, lot)?;
		match voucher.holds.forbidding(Act::Split) {
			Some(kind) if part.is_some() => Err(kind.into()),
			_ => Ok(CheckedLot { id: lot.voucher, voucher, part }),
		}
	}

	/// A pledge in force, and what it lies on.
	pub(crate) fn active_pledge(id: PledgeId) -> Result<(Pledge, Held), Error<T>> {
		let pledge = Pledges::<T>::get(id).ok_or(Error::UnknownPledge)?;
		let PledgeState::Active { held, .. } = &pledge.state else {
			return Err(Error::NotInPledge);
		};
		let held = held.clone();
		Ok((pledge, held))
	}

	/// Writes down how a pledge in force ended, and forgets what was proposed of it. `ranges`: what it
	/// lay on last.
	pub(crate) fn end_pledge(id: PledgeId, mut pledge: Pledge, ranges: Ranges, how: PledgeEnd) {
		if let PledgeState::Active { since, .. } = pledge.state {
			pledge.state = PledgeState::Ended { ranges, since, day: Self::today(), how };
			Pledges::<T>::insert(id, pledge);
		}
		if let Some(pending) = PledgeChanges::<T>::take(id) {
			Expiries::<T>::remove(pending.expires, Expiry::PledgeChange(id));
		}
	}

	/// A pledge on offer, and the day on which the offer is over.
	fn offer(id: PledgeId) -> Result<(Pledge, Day), Error<T>> {
		let pledge = Pledges::<T>::get(id).ok_or(Error::UnknownPledge)?;
		let PledgeState::Offered { expires, .. } = pledge.state else {
			return Err(Error::NotOffered);
		};
		Ok((pledge, expires))
	}

	/// What terms must say whenever they are agreed.
	pub(crate) fn check_terms(terms: &PledgeTerms) -> Result<(), Error<T>> {
		ensure!(!terms.secured.is_zero(), Error::ZeroSecured);
		check_text(&terms.registry_no)?;
		ensure!(Self::today() < terms.due, Error::DuePast);
		Ok(())
	}

	/// Checks that a party may take pledges now, or raise one. A licence withdrawn later does not
	/// touch what was pledged before: release and enforcement never ask for it.
	pub(crate) fn ensure_licensed(scheme: SchemeId, pledgee: PartyId) -> Result<(), Error<T>> {
		Self::ensure_active(pledgee)?;
		ensure!(T::Parties::is_licensed(scheme, pledgee), Error::NotLicensed);
		Ok(())
	}

	/// What must hold both when a pledge is offered and when it is accepted.
	fn check_pledge(
		owners: &[PartyId],
		lots: &Lots,
		pledgee: PartyId,
		terms: &PledgeTerms,
	) -> Result<(SchemeId, Vec<CheckedLot>), Error<T>> {
		let (scheme, checked) = Self::check_lots(owners, lots, Act::Pledge)?;
		// Nor one whose co-owners pledge without it.
		let owned = checked.iter().any(|lot| lot.voucher.ownership.includes(pledgee));
		ensure!(!owned, Error::OwnPledgee);
		owners.iter().try_for_each(|owner| Self::ensure_active(*owner))?;
		Self::ensure_licensed(scheme, pledgee)?;
		ensure!(Self::today() < terms.due, Error::DuePast);
		Ok((scheme, checked))
	}
}

/// Whether a party is one of the owners who offered a pledge.
fn offered_by(pledge: &Pledge, party: PartyId) -> bool {
	matches!(&pledge.state, PledgeState::Offered { signers, .. } if signers.contains(&party))
}
