//! What becomes of a pledge in force: other terms, another pledgee, enforcement (CC 428, 436, H-A8).
//!
//! A pledge is enforced in three ways only, and each of them begins after the default: an agreement
//! is proposed, a sale asked for and a court's order entered on a day later than the due day, which
//! is the last on which the debtor may pay. So no forfeiture can be agreed beforehand (CC 428).

use crate::{
	holds::Act,
	ledger::{ByOf, Entry, Owners, SignedByOffice, SignedByParty},
	*,
};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use tanpiao_support::{check_text, Duty, Ownership, PartyId, PledgeId, VoucherId};

impl<T: Config> Pallet<T> {
	/// Proposes a change. Whoever proposes for the owners must be able to act for all of them: where
	/// several must sign, the pledgee proposes and they accept.
	pub(crate) fn do_propose_pledge_change(
		party: SignedByParty<T>,
		id: PledgeId,
		change: PledgeChange,
	) -> Result<(), Error<T>> {
		let (pledge, held) = Self::active_pledge(id)?;
		let proposer = party.who;
		Self::check_change(&pledge, &held, proposer, &change)?;
		ensure!(!PledgeChanges::<T>::contains_key(id), Error::ChangePending);
		let rules = Self::rules(pledge.scheme)?;

		let expires = Self::today().next().plus(rules.periods.pledge_offer);
		Expiries::<T>::insert(expires, Expiry::PledgeChange(id), ());
		PledgeChanges::<T>::insert(id, PendingChange { change, proposer, expires });
		Self::deposit_event(Event::PledgeChangeProposed { pledge: id, by: proposer });
		Ok(())
	}

	/// Accepts what was proposed, and does it. `change`: what the signers read, for another could have
	/// been proposed in its place meanwhile.
	pub(crate) fn do_accept_pledge_change(
		party: Owners<T>,
		id: PledgeId,
		change: PledgeChange,
	) -> Result<(), Error<T>> {
		let (pledge, held) = Self::active_pledge(id)?;
		let pending = Self::pending_change(id)?;
		ensure!(pending.change == change, Error::ChangeDiffers);
		Self::ensure_accepts(&pledge, &held, &pending, &party.signers)?;
		party.signers.iter().try_for_each(|signer| Self::ensure_active(*signer))?;
		// Everything is judged again on the day of the last signature.
		Self::check_change(&pledge, &held, pending.proposer, &change)?;

		Self::forget_change(id, &pending);
		match change {
			PledgeChange::Terms(terms) => Self::change_terms(id, pledge, &held, terms, &party.by),
			PledgeChange::Assign { to, opinion, reference, evidence } => {
				let kind = RecordKind::PledgeAssigned { pledge: id, opinion };
				let entry = Entry { reference, evidence: Some(evidence), ..Entry::with(kind, to) };
				Self::assign(id, pledge, &held, to, &party.by, &entry)
			}
			PledgeChange::Agreement(proceeds) => {
				Self::enforce(id, pledge, held, Enforcement::Agreement, proceeds, &party.by)
			}
			PledgeChange::Sale => Err(Error::NotAwaited),
		}
	}

	/// Takes a proposed change back, or declines it for those who could accept it.
	pub(crate) fn do_drop_pledge_change(
		party: SignedByParty<T>,
		id: PledgeId,
	) -> Result<(), Error<T>> {
		let (pledge, held) = Self::active_pledge(id)?;
		let pending = PledgeChanges::<T>::get(id).ok_or(Error::NoChangePending)?;
		if pending.proposer != party.who {
			Self::ensure_accepts(&pledge, &held, &pending, &[party.who])?;
		}
		Self::forget_change(id, &pending);
		Self::deposit_event(Event::PledgeChangeDropped { pledge: id, by: party.who });
		Ok(())
	}

	/// Ends a proposed change that nobody accepted.
	pub(crate) fn expire_pledge_change(id: PledgeId) {
		if PledgeChanges::<T>::take(id).is_some() {
			Self::deposit_event(Event::PledgeChangeExpired { pledge: id });
		}
	}

	/// Enforces a pledge by the sale that its pledgee asked for.
	pub(crate) fn do_sell_pledged(
		officer: SignedByOffice<T>,
		id: PledgeId,
		proceeds: Proceeds,
	) -> DispatchResult {
		let (pledge, held) = Self::active_pledge(id)?;
		Self::ensure_enforcer(&officer, Duty::OperateMarket, &pledge, &held, &proceeds)?;
		let pending = Self::pending_change(id)?;
		ensure!(pending.change == PledgeChange::Sale, Error::<T>::NoChangePending);
		Self::check_change(&pledge, &held, pending.proposer, &pending.change)?;
		Self::check_enforcement(&pledge, &held, Enforcement::Sale, &proceeds)?;
		Self::enforce(id, pledge, held, Enforcement::Sale, proceeds, &officer.into())?;
		Ok(())
	}

	/// Enforces a pledge as a court ordered. Before the default this too is refused: an order that
	/// passes the vouchers on for another cause is entered as a judgment that lifts the pledge.
	pub(crate) fn do_enforce_by_court(
		officer: SignedByOffice<T>,
		id: PledgeId,
		proceeds: Proceeds,
	) -> DispatchResult {
		let (pledge, held) = Self::active_pledge(id)?;
		Self::ensure_enforcer(&officer, Duty::Register, &pledge, &held, &proceeds)?;
		Self::ensure_default(&pledge)?;
		Self::check_enforcement(&pledge, &held, Enforcement::Court, &proceeds)?;
		Self::enforce(id, pledge, held, Enforcement::Court, proceeds, &officer.into())?;
		Ok(())
	}

	/// Takes one voucher out of its pledge because a judgment lifts it. The caller has checked that it
	/// is under the pledge, writes the judgment's record, and stores the voucher.
	pub(crate) fn lift_pledge_by_law(
		pledge_id: PledgeId,
		id: VoucherId,
		voucher: &mut Voucher,
	) -> Result<(), Error<T>> {
		let (pledge, held) = Self::active_pledge(pledge_id)?;
		if !Self::release_one(id, voucher, HoldKey::Pledge(pledge_id))? {
			Self::end_pledge(pledge_id, pledge, held.ranges, PledgeEnd::Lifted);
		}
		Self::deposit_event(Event::PledgeLifted { pledge: pledge_id, voucher: id });
		Ok(())
	}

	/// What must hold both when a change is proposed and when it is accepted.
	fn check_change(
		pledge: &Pledge,
		held: &Held,
		proposer: PartyId,
		change: &PledgeChange,
	) -> Result<(), Error<T>> {
		let by_pledgee = proposer == pledge.pledgee;
		Self::ensure_active(proposer)?;
		match change {
			PledgeChange::Terms(terms) => {
				if !by_pledgee {
					Self::ensure_disposable(held, &[proposer])?;
				}
				Self::ensure_licensed(pledge.scheme, pledge.pledgee)?;
				Self::check_terms(terms)?;
				ensure!(terms.raise(&pledge.terms), Error::TermsNotRaised);
				// To whoever has another hold on it, a pledge for more or for longer is a new one.
				Self::ensure_not_suspended(held, HoldKind::Pledge, Act::Pledge)
			}
			PledgeChange::Assign { to, reference, .. } => {
				ensure!(by_pledgee, Error::NotPledgee);
				ensure!(*to != pledge.pledgee, Error::SameOwner);
				Self::ensure_licensed(pledge.scheme, *to)?;
				ensure!(!Self::owners_of(held)?.contains(to), Error::OwnPledgee);
				Self::ensure_optional_text(reference)
			}
			PledgeChange::Agreement(proceeds) => {
				ensure!(by_pledgee, Error::NotPledgee);
				ensure!(proceeds.to == pledge.pledgee, Error::NotToPledgee);
				Self::ensure_default(pledge)?;
				Self::check_enforcement(pledge, held, Enforcement::Agreement, proceeds)
			}
			PledgeChange::Sale => {
				ensure!(by_pledgee, Error::NotPledgee);
				Self::ensure_default(pledge)?;
				Self::ensure_not_suspended(held, HoldKind::Pledge, Act::Transfer)
			}
		}
	}

	/// Checks that these parties are the side that a proposed change waits for.
	fn ensure_accepts(
		pledge: &Pledge,
		held: &Held,
		pending: &PendingChange,
		parties: &[PartyId],
	) -> Result<(), Error<T>> {
		match pending.change {
			PledgeChange::Terms(_) if pending.proposer != pledge.pledgee => {
				ensure!(parties.contains(&pledge.pledgee), Error::NotPledgee);
				Ok(())
			}
			PledgeChange::Terms(_) | PledgeChange::Agreement(_) => {
				// A pledgee that has become a co-owner does not accept its own proposal.
				let others: alloc::vec::Vec<_> =
					parties.iter().copied().filter(|party| *party != pledge.pledgee).collect();
				Self::ensure_disposable(held, &others)
			}
			PledgeChange::Assign { to, .. } => {
				ensure!(parties.contains(&to), Error::NotReceiver);
				Ok(())
			}
			// OperateMarket effects it.
			PledgeChange::Sale => Err(Error::NotAwaited),
		}
	}

	/// A proposed change that can still be accepted.
	pub(crate) fn pending_change(id: PledgeId) -> Result<PendingChange, Error<T>> {
		let pending = PledgeChanges::<T>::get(id).ok_or(Error::NoChangePending)?;
		ensure!(Self::today() < pending.expires, Error::Expired);
		Ok(pending)
	}

	fn forget_change(id: PledgeId, pending: &PendingChange) {
		PledgeChanges::<T>::remove(id);
		Expiries::<T>::remove(pending.expires, Expiry::PledgeChange(id));
	}

	/// Checks that the debt was not paid in time: that the due day is over.
	fn ensure_default(pledge: &Pledge) -> Result<(), Error<T>> {
		ensure!(pledge.terms.due < Self::today(), Error::NotInDefault);
		Ok(())
	}

	/// Checks that an office may enforce a pledge: none of those whom it concerns is its own party.
	pub(crate) fn ensure_enforcer(
		officer: &SignedByOffice<T>,
		duty: Duty,
		pledge: &Pledge,
		held: &Held,
		proceeds: &Proceeds,
	) -> Result<(), DispatchError> {
		let parties = Self::owners_of(held)?.into_iter();
		let parties = parties.chain([pledge.owner, pledge.pledgee, proceeds.to]);
		Self::ensure_duty(officer.who, pledge.scheme, duty, parties)
	}

	/// Looks at what an enforcement brings, and whether the other holds let the vouchers go: a freeze
	/// stops an agreement and a sale, and stays on what a court passes on.
	pub(crate) fn check_enforcement(
		pledge: &Pledge,
		held: &Held,
		way: Enforcement,
		proceeds: &Proceeds,
	) -> Result<(), Error<T>> {
		ensure!(!proceeds.price.is_zero(), Error::ZeroPrice);
		check_text(&proceeds.reference)?;
		let exceeds = proceeds.price > pledge.terms.secured;
		// Part of the debt may have been paid, so that there is a surplus below the secured sum too.
		ensure!(proceeds.surplus.is_some() || !exceeds, Error::SurplusProof);
		Self::ensure_active(proceeds.to)?;
		let act = match way {
			Enforcement::Agreement | Enforcement::Sale => Act::Transfer,
			Enforcement::Court => Act::Judgment,
		};
		Self::ensure_not_suspended(held, HoldKind::Pledge, act)?;
		let vouchers = Self::vouchers_in_all(&held.ranges)?;
		vouchers.iter().try_for_each(|(id, _)| Self::ensure_issuance_live(id.issuance))?;
		let receiver = Ownership::Sole(proceeds.to);
		let passes = vouchers.iter().any(|(_, voucher)| voucher.ownership != receiver);
		ensure!(passes, Error::SameOwner);
		Ok(())
	}

	/// Makes the receiver the owner of all that is pledged, and ends the pledge.
	pub(crate) fn enforce(
		id: PledgeId,
		pledge: Pledge,
		held: Held,
		way: Enforcement,
		proceeds: Proceeds,
		by: &ByOf<T>,
	) -> Result<(), Error<T>> {
		let (to, price) = (proceeds.to, proceeds.price);
		let entry = Entry {
			reference: proceeds.reference.clone(),
			evidence: Some(proceeds.evidence),
			..Entry::with(RecordKind::Enforced(id), to)
		};
		for (voucher_id, mut voucher) in Self::vouchers_in_all(&held.ranges)? {
			Self::lift_hold(voucher_id, &mut voucher, HoldKey::Pledge(id))?;
			Self::set_owners(voucher_id, &mut voucher, Ownership::Sole(to))?;
			Self::enter(voucher_id, voucher, by.clone(), entry.clone());
		}
		Self::end_pledge(id, pledge, held.ranges, PledgeEnd::Enforced { way, proceeds });
		Self::deposit_event(Event::PledgeEnforced { pledge: id, way, to, price });
		Ok(())
	}

	fn change_terms(
		id: PledgeId,
		mut pledge: Pledge,
		held: &Held,
		terms: PledgeTerms,
		by: &ByOf<T>,
	) -> Result<(), Error<T>> {
		let entry = Entry {
			reference: terms.registry_no.clone(),
			evidence: Some(terms.contract),
			..Entry::with(RecordKind::PledgeChanged(id), pledge.pledgee)
		};
		Self::enter_all(held, by, &entry)?;
		let (secured, due) = (terms.secured, terms.due);
		pledge.terms = terms;
		Pledges::<T>::insert(id, pledge);
		Self::deposit_event(Event::PledgeChanged { pledge: id, secured, due });
		Ok(())
	}

	/// Makes `to` the pledgee.
	fn assign(
		id: PledgeId,
		mut pledge: Pledge,
		held: &Held,
		to: PartyId,
		by: &ByOf<T>,
		entry: &Entry,
	) -> Result<(), Error<T>> {
		Self::enter_all(held, by, entry)?;
		let from = core::mem::replace(&mut pledge.pledgee, to);
		Pledges::<T>::insert(id, pledge);
		Self::deposit_event(Event::PledgeAssigned { pledge: id, from, to });
		Ok(())
	}

	/// Writes one record on each voucher that is held.
	fn enter_all(held: &Held, by: &ByOf<T>, entry: &Entry) -> Result<(), Error<T>> {
		for (id, voucher) in Self::vouchers_in_all(&held.ranges)? {
			Self::enter(id, voucher, by.clone(), entry.clone());
		}
		Ok(())
	}

	/// Who owns what is held now, as often as it does: after a succession that need not be who
	/// pledged it.
	fn owners_of(held: &Held) -> Result<Vec<PartyId>, Error<T>> {
		let vouchers = Self::vouchers_in_all(&held.ranges)?;
		Ok(vouchers.iter().flat_map(|(_, voucher)| voucher.ownership.owners()).collect())
	}
}
