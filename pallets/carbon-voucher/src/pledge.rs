//! 质押: a licensed pledgee holds vouchers for a debt (W17, W18, H4).

use crate::{
	holds::Act,
	ledger::{sum, CheckedLot, Entry, SignedByParty},
	*,
};
use alloc::vec::Vec;
use frame_support::ensure;
use tanpiao_support::{check_text, PartyBook, PartyId, PledgeId, SchemeId};

impl<T: Config> Pallet<T> {
	/// Offers a pledge. The terms are checked now, the vouchers and the licence again at acceptance.
	pub(crate) fn do_offer_pledge(
		owner: SignedByParty<T>,
		lots: Lots,
		pledgee: PartyId,
		terms: PledgeTerms,
	) -> Result<PledgeId, Error<T>> {
		let owner = owner.who;
		let (scheme, _) = Self::check_pledge(owner, &lots, pledgee, &terms)?;
		ensure!(!terms.secured.is_zero(), Error::ZeroSecured);
		check_text(&terms.registry_no)?;
		let rules = Self::rules(scheme)?;

		let id = LastPledge::<T>::get().next().ok_or(Error::NumbersExhausted)?;
		let expires = Self::today().next().plus(rules.periods.pledge_offer);
		LastPledge::<T>::put(id);
		Expiries::<T>::insert(expires, Expiry::PledgeOffer(id), ());
		let state = PledgeState::Offered { lots, expires };
		Pledges::<T>::insert(id, Pledge { scheme, owner, pledgee, terms, state });
		Self::deposit_event(Event::PledgeOffered { pledge: id, owner, pledgee });
		Ok(id)
	}

	/// Puts the pledge in force.
	pub(crate) fn do_accept_pledge(
		pledgee: SignedByParty<T>,
		id: PledgeId,
	) -> Result<(), Error<T>> {
		let (mut pledge, lots, expires) = Self::offer(id)?;
		ensure!(pledge.pledgee == pledgee.who, Error::NotPledgee);
		let today = Self::today();
		ensure!(today < expires, Error::Expired);
		let owner = pledge.owner;
		let (_, checked) = Self::check_pledge(owner, &lots, pledgee.who, &pledge.terms)?;
		let amount = sum(checked.iter().map(CheckedLot::amount)).ok_or(Error::Overflow)?;

		let by = pledgee.into();
		let mut ranges = Ranges::new();
		for lot in checked {
			let (voucher_id, mut voucher) = Self::take(lot, &by)?;
			Self::put_hold(voucher_id, &mut voucher, HoldKey::Pledge(id))?;
			ranges.try_push(voucher.range(voucher_id.issuance)).map_err(|_| Error::Inconsistent)?;
			let entry = Entry {
				reference: pledge.terms.registry_no.clone(),
				evidence: Some(pledge.terms.contract),
				..Entry::with(RecordKind::Pledged(id), pledge.pledgee)
			};
			Self::enter(voucher_id, voucher, by.clone(), entry);
		}
		let vouchers = u32::try_from(ranges.len()).map_err(|_| Error::Inconsistent)?;
		Expiries::<T>::remove(expires, Expiry::PledgeOffer(id));
		pledge.state = PledgeState::Active { ranges, vouchers, since: today };
		let pledgee = pledge.pledgee;
		Pledges::<T>::insert(id, pledge);
		Self::deposit_event(Event::Pledged { pledge: id, owner, pledgee, amount });
		Ok(())
	}

	/// Ends an offer for the pledgee.
	pub(crate) fn do_decline_pledge(
		pledgee: SignedByParty<T>,
		id: PledgeId,
	) -> Result<(), Error<T>> {
		let (pledge, _, expires) = Self::offer(id)?;
		ensure!(pledge.pledgee == pledgee.who, Error::NotPledgee);
		Pledges::<T>::remove(id);
		Expiries::<T>::remove(expires, Expiry::PledgeOffer(id));
		Self::deposit_event(Event::PledgeDeclined { pledge: id });
		Ok(())
	}

	/// Ends an offer for the owner who made it.
	pub(crate) fn do_withdraw_pledge_offer(
		owner: SignedByParty<T>,
		id: PledgeId,
	) -> Result<(), Error<T>> {
		let (pledge, _, expires) = Self::offer(id)?;
		ensure!(pledge.owner == owner.who, Error::NotOwner);
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
		let mut pledge = Pledges::<T>::get(id).ok_or(Error::UnknownPledge)?;
		ensure!(pledge.pledgee == pledgee.who, Error::NotPledgee);
		let PledgeState::Active { ranges, vouchers, .. } = pledge.state else {
			return Err(Error::NotInPledge);
		};
		let by = By::from(pledgee);
		for (voucher_id, mut voucher) in Self::vouchers_in_all(&ranges)? {
			Self::lift_hold(voucher_id, &mut voucher, HoldKey::Pledge(id))?;
			let entry = Entry::with(RecordKind::PledgeReleased(id), pledge.pledgee);
			Self::enter(voucher_id, voucher, by.clone(), entry);
		}
		pledge.state = PledgeState::Released { ranges, day: Self::today() };
		Pledges::<T>::insert(id, pledge);
		Self::deposit_event(Event::PledgeReleased { pledge: id });
		Ok(vouchers)
	}

	/// A pledge on offer, its lots, and the day on which the offer is over.
	fn offer(id: PledgeId) -> Result<(Pledge, Lots, tanpiao_support::Day), Error<T>> {
		let pledge = Pledges::<T>::get(id).ok_or(Error::UnknownPledge)?;
		let PledgeState::Offered { lots, expires } = &pledge.state else {
			return Err(Error::NotOffered);
		};
		let (lots, expires) = (lots.clone(), *expires);
		Ok((pledge, lots, expires))
	}

	/// What must hold both when a pledge is offered and when it is accepted.
	fn check_pledge(
		owner: PartyId,
		lots: &Lots,
		pledgee: PartyId,
		terms: &PledgeTerms,
	) -> Result<(SchemeId, Vec<CheckedLot>), Error<T>> {
		let (scheme, checked) = Self::check_lots(owner, lots, Act::Pledge)?;
		ensure!(owner != pledgee, Error::OwnPledgee);
		Self::ensure_active(owner)?;
		Self::ensure_active(pledgee)?;
		ensure!(T::Parties::is_licensed(scheme, pledgee), Error::NotLicensed);
		ensure!(Self::today() < terms.due, Error::DuePast);
		Ok((scheme, checked))
	}

	/// One more voucher carries a pledge, because one that did was split.
	pub(crate) fn count_pledged_part(id: PledgeId) -> Result<(), Error<T>> {
		Pledges::<T>::try_mutate(id, |pledge| {
			let pledge = pledge.as_mut().ok_or(Error::Inconsistent)?;
			let PledgeState::Active { vouchers, .. } = &mut pledge.state else {
				return Err(Error::Inconsistent);
			};
			let more = vouchers.checked_add(1).ok_or(Error::TooManyParts)?;
			ensure!(more <= MAX_PLEDGED_VOUCHERS, Error::TooManyParts);
			*vouchers = more;
			Ok(())
		})
	}
}
