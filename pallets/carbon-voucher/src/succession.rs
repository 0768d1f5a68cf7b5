//! Transfers that the law effects, and changes that move no asset (W10, W11, H-A8).

use crate::{
	holds::{Act, Effect},
	ledger::{sum, ByOf, CheckedLot, Entry, SignedByOffice},
	owners::same_owners,
	shares::pass_share,
	*,
};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::DispatchResult;
use tanpiao_support::{
	check_text, DocumentHash, Duty, FreezeId, Kilograms, Ownership, PartyBook, PartyId, Text,
	VoucherId,
};

/// What becomes of a part of the lot.
struct Part {
	amount: Kilograms,
	ownership: Ownership,
	/// Who receives it, where that is one alone.
	receiver: Option<PartyId>,
}

impl<T: Config> Pallet<T> {
	/// Enters a transfer that the law effects. Receivers must be registered, but it passes to the
	/// suspended too.
	pub(crate) fn do_enter_transfer(
		officer: SignedByOffice<T>,
		transfer: LawfulTransfer,
	) -> DispatchResult {
		let voucher = Self::live_voucher(transfer.lot.voucher)?;
		let receivers = transfer.to.receivers();
		let concerned = voucher.ownership.owners().chain(receivers.iter().copied());
		let scheme = transfer.lot.voucher.issuance.scheme;
		Self::ensure_duty(officer.who, scheme, Duty::Register, concerned)?;
		let act = match transfer.cause {
			LawfulCause::Judgment => Act::Judgment,
			_ => Act::Succession,
		};
		let lot = Self::check_lot_of(voucher, &transfer.lot, act)?;
		ensure!(!receivers.is_empty(), Error::<T>::NoAllotments);
		ensure!(receivers.iter().all(|who| T::Parties::exists(*who)), Error::<T>::UnknownParty);
		let parts = Self::parts_of(&lot, transfer.cause, &transfer.to)?;
		Self::check_lifts(lot.id, &transfer)?;
		check_text(&transfer.reference).map_err(Error::<T>::from)?;

		Ok(Self::pass_on(lot, act, parts, transfer, officer.into())?)
	}

	/// Records a change that moves no asset. Papers name their holders and what was changed (W5), so
	/// that each makes a new edition.
	pub(crate) fn do_record_change(
		officer: SignedByOffice<T>,
		id: VoucherId,
		edition: u32,
		kind: ChangeKind,
		reference: Text<64>,
		evidence: DocumentHash,
	) -> DispatchResult {
		let mut voucher = Self::live_voucher(id)?;
		let scheme = id.issuance.scheme;
		Self::ensure_duty(officer.who, scheme, Duty::Register, voucher.ownership.owners())?;
		ensure!(voucher.edition == edition, Error::<T>::StaleEdition);
		Self::ensure_issuance_live(id.issuance)?;
		check_text(&reference).map_err(Error::<T>::from)?;
		voucher.edition = edition.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?;
		let evidence = Some(evidence);
		let entry = Entry { reference, evidence, ..Entry::of(RecordKind::Changed(kind)) };
		Self::enter(id, voucher, officer.into(), entry);
		Self::deposit_event(Event::Changed { voucher: id, kind });
		Ok(())
	}

	/// What the lot becomes, from its lowest kilogram on.
	fn parts_of(
		lot: &CheckedLot,
		cause: LawfulCause,
		to: &Succession,
	) -> Result<Vec<Part>, Error<T>> {
		let before = &lot.voucher.ownership;
		let parts = match to {
			Succession::Lot(allotments) => {
				// Who inherits takes the place of one owner, and not what the others own.
				let others = before.sole().is_none()
					&& matches!(
						cause,
						LawfulCause::Inheritance | LawfulCause::Merger | LawfulCause::Division
					);
				ensure!(!others, Error::WrongSuccession);
				for allotment in allotments {
					ensure!(!allotment.amount.is_zero(), Error::ZeroAmount);
					allotment.ownership.check()?;
				}
				let total = sum(allotments.iter().map(|allotment| allotment.amount));
				ensure!(total == Some(lot.amount()), Error::AmountsDiffer);
				let part = |allotment: &tanpiao_support::Allotment| Part {
					amount: allotment.amount,
					ownership: allotment.ownership.clone(),
					receiver: allotment.ownership.sole(),
				};
				allotments.iter().map(part).collect()
			}
			_ => {
				ensure!(lot.part.is_none(), Error::WrongSuccession);
				let receivers = to.receivers();
				let receiver = match receivers.as_slice() {
					[one] => Some(*one),
					_ => None,
				};
				let ownership = Self::place_passed(before, to)?;
				alloc::vec![Part { amount: lot.amount(), ownership, receiver }]
			}
		};
		let changes = parts.iter().any(|part: &Part| !same_owners(&part.ownership, before));
		ensure!(changes, Error::SameOwner);
		Ok(parts)
	}

	/// Co-ownership after one owner's share or place passed on.
	fn place_passed(before: &Ownership, to: &Succession) -> Result<Ownership, Error<T>> {
		let mut receivers = to.receivers();
		receivers.sort_unstable();
		let named = receivers.len();
		receivers.dedup();
		ensure!(receivers.len() == named, Error::RepeatedOwner);
		match (to, before) {
			(Succession::Share { of, to }, Ownership::Common(_)) => {
				let share = before.share_of(*of).ok_or(Error::WrongSuccession)?;
				let passed =
					to.iter().fold(0u64, |sum, share| sum.saturating_add(share.millionths.into()));
				ensure!(passed == u64::from(share), Error::InvalidShares);
				pass_share(before, *of, to)
			}
			(Succession::Member { of, to }, Ownership::Joint(owners)) => {
				ensure!(owners.contains(of), Error::WrongSuccession);
				let mut after = owners.to_vec();
				after.extend(to.iter().filter(|new| !owners.contains(new)));
				after.retain(|owner| owner != of || to.contains(owner));
				match after.as_slice() {
					[last] => Ok(Ownership::Sole(*last)),
					_ => Ok(Ownership::Joint(after.try_into().map_err(|_| Error::TooManyOwners)?)),
				}
			}
			_ => Err(Error::WrongSuccession),
		}
	}

	/// Checks that what is to be lifted is on the voucher, and that a judgment can lift it.
	fn check_lifts(id: VoucherId, transfer: &LawfulTransfer) -> Result<(), Error<T>> {
		let judgment = matches!(transfer.cause, LawfulCause::Judgment);
		for (at, hold) in transfer.lifts.iter().enumerate() {
			let liftable = matches!(hold, HoldKey::Pledge(_) | HoldKey::Freeze(_));
			let repeated = transfer.lifts.iter().take(at).any(|other| other == hold);
			ensure!(judgment && liftable && !repeated, Error::CannotLift);
			ensure!(Holds::<T>::contains_key(id, hold), Error::CannotLift);
		}
		Ok(())
	}

	/// Ends what must end, lifts what the judgment names, and gives each part its owners.
	fn pass_on(
		lot: CheckedLot,
		act: Act,
		parts: Vec<Part>,
		transfer: LawfulTransfer,
		by: ByOf<T>,
	) -> Result<(), Error<T>> {
		let LawfulTransfer { cause, lifts, reference, evidence, .. } = transfer;
		let entry = |kind| Entry {
			reference: reference.clone(),
			evidence: Some(evidence),
			..Entry::of(kind)
		};
		Self::end_before(lot.id, act, &by)?;
		// What ended was recorded on it.
		let lot = CheckedLot { voucher: Self::live_voucher(lot.id)?, ..lot };
		let (id, mut rest) = Self::take(lot, &by)?;
		for hold in lifts {
			match hold {
				HoldKey::Pledge(pledge) => {
					Self::lift_pledge_by_law(pledge, id, &mut rest)?;
					let entry = entry(RecordKind::PledgeLifted(pledge));
					Self::record(id, &mut rest, by.clone(), entry);
				}
				HoldKey::Freeze(freeze) => {
					let entry = entry(RecordKind::FreezeLifted(freeze));
					Self::lift_freeze_by_law(freeze, id, &mut rest, &by, entry)?;
				}
				_ => return Err(Error::CannotLift),
			}
		}

		let mut parts = parts.into_iter();
		let lowest = parts.next().ok_or(Error::Inconsistent)?;
		let succeed = |id: VoucherId, voucher: Voucher, part: Part| {
			let entry =
				Entry { counterparty: part.receiver, ..entry(RecordKind::Succeeded(cause)) };
			let ownership = part.ownership.clone();
			Self::give(id, voucher, part.ownership, by.clone(), entry)?;
			Self::deposit_event(Event::Succeeded { voucher: id, cause, ownership });
			Ok(())
		};
		for part in parts.rev() {
			let (into, upper) = Self::split_upper(id, rest, part.amount, &by)?;
			succeed(into, upper, part)?;
			rest = Self::live_voucher(id)?;
		}
		succeed(id, rest, lowest)
	}

	/// Ends the escrow and the offset request on a voucher, wholly: the law passes it on.
	fn end_before(id: VoucherId, act: Act, by: &ByOf<T>) -> Result<(), Error<T>> {
		for hold in Self::holds_of(id) {
			if hold.kind().on(act) != Effect::EndsFirst {
				continue;
			}
			match hold {
				HoldKey::Escrow(escrow) => Self::end_escrow_by_law(escrow, by)?,
				HoldKey::OffsetRequest(request) => Self::end_request_by_law(request, by)?,
				_ => return Err(Error::Inconsistent),
			}
		}
		Ok(())
	}

	/// Takes one voucher out of a freeze because a judgment lifts it; the freeze ends with its last
	/// one. The caller stores the voucher.
	fn lift_freeze_by_law(
		freeze: FreezeId,
		id: VoucherId,
		voucher: &mut Voucher,
		by: &ByOf<T>,
		entry: Entry,
	) -> Result<(), Error<T>> {
		let goes_on = Self::release_one(id, voucher, HoldKey::Freeze(freeze))?;
		Self::record(id, voucher, by.clone(), entry);
		Self::deposit_event(Event::FreezeReleased { freeze, voucher: id });
		if !goes_on {
			let ended = Freezes::<T>::take(freeze).ok_or(Error::Inconsistent)?;
			Expiries::<T>::remove(ended.order.expires, Expiry::Freeze(freeze));
			Self::deposit_event(Event::FreezeLifted { freeze });
		}
		Ok(())
	}
}
