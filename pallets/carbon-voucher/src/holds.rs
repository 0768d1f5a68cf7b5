//! What limits a voucher: the table "Holds and acts" of the domain, as code.

use crate::*;
use tanpiao_support::{Kilograms, VoucherId};

/// What an owner may want to do with a voucher.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Act {
	/// Sale or gift.
	Transfer,
	/// A new pledge.
	Pledge,
	/// A request for offset.
	Offset,
	/// A split, by wish or because an act is on a part.
	Split,
}

impl HoldKind {
	/// Both, in the order of their codes.
	pub const ALL: [Self; 2] = [Self::Pledge, Self::OffsetRequest];

	/// Whether `act` is lawful on a voucher under this hold.
	pub fn permits(self, act: Act) -> bool {
		match (self, act) {
			// W18: a pledged voucher cannot be transferred. Its parts carry the pledge on.
			(Self::Pledge, Act::Split) => true,
			(Self::Pledge, Act::Transfer | Act::Pledge | Act::Offset) => false,
			(Self::OffsetRequest, _) => false,
		}
	}

	/// Its bit in [`HoldFlags`].
	pub(crate) const fn flag(self) -> u8 {
		match self {
			Self::Pledge => 1,
			Self::OffsetRequest => 1 << 4,
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

	/// The first hold that forbids `act`.
	pub fn forbidding(self, act: Act) -> Option<HoldKind> {
		HoldKind::ALL.into_iter().find(|kind| self.contains(*kind) && !kind.permits(act))
	}

	fn with(self, kind: HoldKind) -> Self {
		Self(self.0 | kind.flag())
	}

	fn without(self, kind: HoldKind) -> Self {
		Self(self.0 & !kind.flag())
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
	/// Puts a hold on a voucher. The caller stores the voucher.
	pub(crate) fn put_hold(
		id: VoucherId,
		voucher: &mut Voucher,
		hold: HoldKey,
	) -> Result<(), Error<T>> {
		if voucher.holds.is_empty() {
			Self::adjust_totals(id.issuance.scheme, |totals| totals.hold(voucher.amount()))?;
		}
		voucher.holds = voucher.holds.with(hold.kind());
		Holds::<T>::insert(id, hold, ());
		Ok(())
	}

	/// Takes a hold off a voucher. The caller stores the voucher.
	pub(crate) fn lift_hold(
		id: VoucherId,
		voucher: &mut Voucher,
		hold: HoldKey,
	) -> Result<(), Error<T>> {
		Holds::<T>::take(id, hold).ok_or(Error::Inconsistent)?;
		voucher.holds = voucher.holds.without(hold.kind());
		if voucher.holds.is_empty() {
			Self::adjust_totals(id.issuance.scheme, |totals| totals.free(voucher.amount()))?;
		}
		Ok(())
	}

	/// Puts every hold of `from` on its split-off part `into`, and counts it where it is counted.
	/// Scheme totals do not change: the kilograms were held before.
	pub(crate) fn copy_holds(
		from: VoucherId,
		into: VoucherId,
		voucher: &mut Voucher,
	) -> Result<(), Error<T>> {
		for hold in Holds::<T>::iter_key_prefix(from) {
			match hold {
				HoldKey::Pledge(pledge) => Self::count_pledged_part(pledge)?,
				HoldKey::OffsetRequest(_) => return Err(Error::OffsetPending),
			}
			voucher.holds = voucher.holds.with(hold.kind());
			Holds::<T>::insert(into, hold, ());
		}
		Ok(())
	}
}
