//! Kilograms of an issuance.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use tanpiao_support::{IssuanceId, Kilograms, Lot};

/// Most lots of one act, and ranges under one hold.
pub const MAX_LOTS: u32 = 16;

/// Most vouchers that one hold lies on, splits included.
pub const MAX_HELD_VOUCHERS: u32 = 64;

/// Lots of one act.
pub type Lots = BoundedVec<Lot, ConstU32<MAX_LOTS>>;

/// Ranges under one hold, or of one certificate.
pub type Ranges = BoundedVec<KgRange, ConstU32<MAX_LOTS>>;

/// Kilograms `[from, to)` of an issuance.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct KgRange {
	/// The issuance.
	pub issuance: IssuanceId,
	/// First kilogram.
	pub from: Kilograms,
	/// The kilogram after the last.
	pub to: Kilograms,
}

impl KgRange {
	/// How many kilograms.
	pub fn amount(&self) -> Kilograms {
		Kilograms(self.to.0.saturating_sub(self.from.0))
	}
}

impl KgRange {
	/// Whether `other` lies in it.
	pub fn contains(&self, other: &Self) -> bool {
		self.issuance == other.issuance && self.from <= other.from && other.to <= self.to
	}
}

/// What lies under one hold. A split or a merge changes how many vouchers that is, never which
/// kilograms.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Held {
	/// The kilograms.
	pub ranges: Ranges,
	/// In how many vouchers they lie: at most [`MAX_HELD_VOUCHERS`].
	pub vouchers: u32,
}

impl Held {
	/// How many kilograms; `None` on overflow.
	pub fn amount(&self) -> Option<Kilograms> {
		self.ranges.iter().map(KgRange::amount).try_fold(Kilograms::ZERO, Kilograms::checked_add)
	}

	/// Makes one range of two that meet at a kilogram: a voucher may lie in both from now on.
	pub fn join(&mut self, issuance: IssuanceId, at: Kilograms) {
		let of = |range: &KgRange| range.issuance == issuance;
		let upper = self.ranges.iter().copied().find(|range| of(range) && range.from == at);
		let lower = self.ranges.iter_mut().find(|range| of(range) && range.to == at);
		if let (Some(lower), Some(upper)) = (lower, upper) {
			lower.to = upper.to;
			self.ranges.retain(|range| *range != upper);
		}
	}

	/// Takes `range`, a part of one of the ranges, out. Says whether it could: a range cut in two
	/// needs a free place.
	pub fn remove(&mut self, range: &KgRange) -> bool {
		let Some(at) = self.ranges.iter().position(|held| held.contains(range)) else {
			return false;
		};
		let held = self.ranges.remove(at);
		let left = KgRange { to: range.from, ..held };
		let right = KgRange { from: range.to, ..held };
		[left, right]
			.into_iter()
			.filter(|rest| rest.from < rest.to)
			.all(|rest| self.ranges.try_push(rest).is_ok())
	}
}
