//! What limits a voucher: the table "Holds and acts" of the domain, as code.

use crate::{
	ledger::{ByOf, CheckedLot, Entry},
	*,
};
use alloc::vec::Vec;
use frame_support::ensure;
use tanpiao_support::{Kilograms, PartyId, VoucherId};

/// What somebody may want to do with a voucher: a column of the table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Act {
	/// Sale, gift, and whatever else makes another its owner by the owners' wish.
	Transfer,
	/// Inheritance, merger, division.
	Succession,
	/// A judgment.
	Judgment,
	/// A new pledge.
	Pledge,
	/// A freeze.
	Freeze,
	/// A report of loss.
	LossReport,
	/// An escrow for a sale.
	List,
	/// A request for offset, or its certificate.
	Offset,
	/// A split or a merger by the owners' wish, or because their act is on a part.
	Split,
}

impl Act {
	/// All columns, in the order of the table.
	pub const ALL: [Self; 9] = [
		Self::Transfer,
		Self::Succession,
		Self::Judgment,
		Self::Pledge,
		Self::Freeze,
		Self::LossReport,
		Self::List,
		Self::Offset,
		Self::Split,
	];
}

/// What a hold says to an act: a cell of the table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Effect {
	/// No.
	Forbids,
	/// Yes; the hold stays as it is. A merger needs the same holds on both sides.
	Permits,
	/// Yes, and the hold stays on it whoever owns it then, unless a judgment names it.
	Carries,
	/// Yes, and the hold ends before.
	EndsFirst,
	/// What began before waits until the hold is off; nothing begins.
	Suspends,
}

impl HoldKind {
	/// All rows, in the order of their codes.
	pub const ALL: [Self; 5] =
		[Self::Pledge, Self::Freeze, Self::Loss, Self::Escrow, Self::OffsetRequest];

	/// The table.
	pub fn on(self, act: Act) -> Effect {
		use Effect::{Carries, EndsFirst, Forbids, Permits, Suspends};
		match (self, act) {
			// W18: a pledged voucher cannot be transferred.
			(Self::Pledge, Act::Transfer | Act::Pledge | Act::List | Act::Offset) => Forbids,
			(Self::Pledge | Self::Freeze | Self::Loss, Act::Succession | Act::Judgment) => Carries,
			(Self::Pledge, Act::Freeze | Act::LossReport | Act::Split) => Permits,
			(Self::Freeze, Act::Transfer | Act::Pledge) => Forbids,
			(Self::Freeze, Act::Freeze | Act::LossReport | Act::Split) => Permits,
			(Self::Freeze, Act::List | Act::Offset) => Suspends,
			(Self::Loss, Act::Freeze) => Permits,
			(Self::Loss, Act::List) => Suspends,
			(
				Self::Loss,
				Act::Transfer | Act::Pledge | Act::LossReport | Act::Offset | Act::Split,
			) => Forbids,
			(Self::Escrow | Self::OffsetRequest, Act::Succession | Act::Judgment) => EndsFirst,
			(Self::Escrow | Self::OffsetRequest, Act::Freeze | Act::LossReport) => Permits,
			(
				Self::Escrow | Self::OffsetRequest,
				Act::Transfer | Act::Pledge | Act::List | Act::Offset | Act::Split,
			) => Forbids,
		}
	}

	/// Whether `act` may begin under this hold.
	pub fn permits(self, act: Act) -> bool {
		!matches!(self.on(act), Effect::Forbids | Effect::Suspends)
	}

	/// Its bit in [`HoldFlags`].
	pub(crate) const fn flag(self) -> u8 {
		match self {
			Self::Pledge => 1,
			Self::Freeze => 1 << 1,
			Self::Loss => 1 << 2,
			Self::Escrow => 1 << 3,
			Self::OffsetRequest => 1 << 4,
		}
	}
}

impl<T: Config> From<HoldKind> for Error<T> {
	fn from(kind: HoldKind) -> Self {
		match kind {
			HoldKind::Pledge => Error::AlreadyPledged,
			HoldKind::Freeze => Error::Frozen,
			HoldKind::Loss => Error::ReportedLost,
			HoldKind::Escrow => Error::InEscrow,
			HoldKind::OffsetRequest => Error::OffsetPending,
		}
	}
}

impl HoldFlags {
	/// Whether there is no hold.
	pub fn is_empty(self) -> bool {
		self.0 == 0
	}

	/// Whether there is a hold of this kind.
	pub fn contains(self, kind: HoldKind) -> bool {
		self.0 & kind.flag() != 0
	}

	/// The first hold under which `act` cannot begin.
	pub fn forbidding(self, act: Act) -> Option<HoldKind> {
		HoldKind::ALL.into_iter().find(|kind| self.contains(*kind) && !kind.permits(act))
	}

	/// These without a kind: what others say to an act that has its own hold already.
	pub(crate) fn without(self, kind: HoldKind) -> Self {
		Self(self.0 & !kind.flag())
	}

	fn with(self, kind: HoldKind) -> Self {
		Self(self.0 | kind.flag())
	}
}

impl SchemeTotals {
	/// `amount` came under its first hold.
	fn hold(&mut self, amount: Kilograms) -> Option<()> {
		self.free = self.free.checked_sub(amount)?;
		self.held = self.held.checked_add(amount)?;
		Some(())
	}

	/// `amount` lost its last hold.
	fn free(&mut self, amount: Kilograms) -> Option<()> {
		self.held = self.held.checked_sub(amount)?;
		self.free = self.free.checked_add(amount)?;
		Some(())
	}
}

impl<T: Config> Pallet<T> {
	/// Puts one hold on lots, splitting off the parts, with one record on each. Returns what is held.
	pub(crate) fn hold_lots(
		lots: Vec<CheckedLot>,
		hold: HoldKey,
		by: &ByOf<T>,
		entry: &Entry,
	) -> Result<Held, Error<T>> {
		let mut ranges = Ranges::new();
		for lot in lots {
			let (id, mut voucher) = Self::take(lot, by)?;
			Self::put_hold(id, &mut voucher, hold)?;
			ranges.try_push(voucher.range(id.issuance)).map_err(|_| Error::Inconsistent)?;
			Self::enter(id, voucher, by.clone(), entry.clone());
		}
		let vouchers = u32::try_from(ranges.len()).map_err(|_| Error::Inconsistent)?;
		Ok(Held { ranges, vouchers })
	}

	/// Takes one hold off all that it lies on, with one record on each. The caller ends its object.
	pub(crate) fn free_held(
		held: &Held,
		hold: HoldKey,
		by: &ByOf<T>,
		entry: &Entry,
	) -> Result<(), Error<T>> {
		for (id, mut voucher) in Self::vouchers_in_all(&held.ranges)? {
			Self::lift_hold(id, &mut voucher, hold)?;
			Self::enter(id, voucher, by.clone(), entry.clone());
		}
		Ok(())
	}

	/// Puts a hold on a voucher. The caller stores the voucher, and counts it in the hold's object.
	pub(crate) fn put_hold(
		id: VoucherId,
		voucher: &mut Voucher,
		hold: HoldKey,
	) -> Result<(), Error<T>> {
		if voucher.holds.is_empty() {
			Self::adjust_totals(id.issuance.scheme, |totals| totals.hold(voucher.amount()))?;
		}
		if hold.kind() == HoldKind::Freeze {
			let queued = Holds::<T>::iter_key_prefix(id)
				.filter(|hold| hold.kind() == HoldKind::Freeze)
				.fold(0u32, |count, _| count.saturating_add(1));
			ensure!(queued < MAX_FREEZES, Error::TooManyFreezes);
		}
		voucher.holds = voucher.holds.with(hold.kind());
		Holds::<T>::insert(id, hold, ());
		Ok(())
	}

	/// Takes a hold off a voucher. The caller stores the voucher, and counts it in the hold's object.
	pub(crate) fn lift_hold(
		id: VoucherId,
		voucher: &mut Voucher,
		hold: HoldKey,
	) -> Result<(), Error<T>> {
		Holds::<T>::take(id, hold).ok_or(Error::Inconsistent)?;
		let kind = hold.kind();
		// Freezes queue: the flag falls with the last of them. Of other kinds there is one.
		let queue = kind == HoldKind::Freeze
			&& Holds::<T>::iter_key_prefix(id).any(|other| other.kind() == kind);
		if !queue {
			voucher.holds = voucher.holds.without(kind);
		}
		if voucher.holds.is_empty() {
			Self::adjust_totals(id.issuance.scheme, |totals| totals.free(voucher.amount()))?;
		}
		Ok(())
	}

	/// Takes one hold off one voucher, and its kilograms out of the hold's object, which goes on with
	/// the rest: a partial release, or a judgment that names the hold. The caller stores the voucher.
	/// Says whether anything is left under the hold.
	pub(crate) fn release_one(
		id: VoucherId,
		voucher: &mut Voucher,
		hold: HoldKey,
	) -> Result<bool, Error<T>> {
		Self::lift_hold(id, voucher, hold)?;
		let range = voucher.range(id.issuance);
		Self::with_held(hold, |held| {
			ensure!(held.remove(&range), Error::TooManyParts);
			held.vouchers = held.vouchers.checked_sub(1).ok_or(Error::Inconsistent)?;
			Ok(!held.ranges.is_empty())
		})
	}

	/// Puts every hold of `from` on its split-off part `into`, and counts it in the hold's object.
	/// Scheme totals do not change: the kilograms were held before.
	pub(crate) fn copy_holds(
		from: VoucherId,
		into: VoucherId,
		voucher: &mut Voucher,
	) -> Result<(), Error<T>> {
		for hold in Self::holds_of(from) {
			Self::with_held(hold, |held| {
				let more = held.vouchers.checked_add(1).ok_or(Error::TooManyParts)?;
				ensure!(more <= MAX_HELD_VOUCHERS, Error::TooManyParts);
				held.vouchers = more;
				Ok(())
			})?;
			voucher.holds = voucher.holds.with(hold.kind());
			Holds::<T>::insert(into, hold, ());
		}
		Ok(())
	}

	/// Forgets the holds of a voucher that is merged into another with the same ones, which it meets
	/// at the kilogram `middle`.
	pub(crate) fn drop_merged_holds(id: VoucherId, middle: Kilograms) -> Result<(), Error<T>> {
		for hold in Self::holds_of(id) {
			Self::with_held(hold, |held| {
				held.join(id.issuance, middle);
				held.vouchers = held.vouchers.checked_sub(1).ok_or(Error::Inconsistent)?;
				Ok(())
			})?;
			Holds::<T>::remove(id, hold);
		}
		Ok(())
	}

	/// The holds of a voucher in the order of their codes and numbers: a pledge, up to eight freezes,
	/// and at most one of each other kind.
	pub(crate) fn holds_of(id: VoucherId) -> Vec<HoldKey> {
		let mut holds: Vec<HoldKey> = Holds::<T>::iter_key_prefix(id).collect();
		holds.sort_unstable();
		holds
	}

	/// Changes what the object behind a hold says that it holds.
	fn with_held<R>(
		hold: HoldKey,
		change: impl FnOnce(&mut Held) -> Result<R, Error<T>>,
	) -> Result<R, Error<T>> {
		let gone = Error::Inconsistent;
		match hold {
			HoldKey::Pledge(id) => Pledges::<T>::try_mutate(id, |pledge| {
				match pledge.as_mut().map(|pledge| &mut pledge.state) {
					Some(PledgeState::Active { held, .. }) => change(held),
					_ => Err(gone),
				}
			}),
			HoldKey::Freeze(id) => Freezes::<T>::try_mutate(id, |freeze| {
				change(&mut freeze.as_mut().ok_or(gone)?.held)
			}),
			HoldKey::Loss(id) => {
				Losses::<T>::try_mutate(id, |loss| change(&mut loss.as_mut().ok_or(gone)?.held))
			}
			HoldKey::Escrow(id) => Escrows::<T>::try_mutate(id, |escrow| {
				change(&mut escrow.as_mut().ok_or(gone)?.held)
			}),
			HoldKey::OffsetRequest(id) => OffsetRequests::<T>::try_mutate(id, |request| {
				change(&mut request.as_mut().ok_or(gone)?.held)
			}),
		}
	}

	/// Checks that of all owners of what is held these may dispose.
	pub(crate) fn ensure_disposable(held: &Held, signers: &[PartyId]) -> Result<(), Error<T>> {
		for (_, voucher) in Self::vouchers_in_all(&held.ranges)? {
			Self::ensure_owners(&voucher, signers)?;
		}
		Ok(())
	}

	/// Checks that no other hold than its own forbids or suspends an act on what is held.
	pub(crate) fn ensure_not_suspended(
		held: &Held,
		own: HoldKind,
		act: Act,
	) -> Result<(), Error<T>> {
		for (_, voucher) in Self::vouchers_in_all(&held.ranges)? {
			if let Some(kind) = voucher.holds.without(own).forbidding(act) {
				return Err(kind.into());
			}
		}
		Ok(())
	}
}
