//! Quantities and days.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::time::Duration;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! quantity {
	($(#[$doc:meta] $name:ident;)*) => {$(
		#[$doc]
		#[derive(
			Clone, Copy, Debug, Decode, DecodeWithMemTracking, Default, Deserialize, Encode, Eq,
			MaxEncodedLen, Ord, PartialEq, PartialOrd, Serialize, TypeInfo,
		)]
		#[serde(transparent)]
		pub struct $name(pub u64);

		impl $name {
			/// None of it.
			pub const ZERO: Self = Self(0);

			/// Whether there is none of it.
			pub const fn is_zero(self) -> bool {
				self.0 == 0
			}

			/// The sum; `None` on overflow.
			pub fn checked_add(self, other: Self) -> Option<Self> {
				self.0.checked_add(other.0).map(Self)
			}

			/// The difference; `None` where it would be negative.
			pub fn checked_sub(self, other: Self) -> Option<Self> {
				self.0.checked_sub(other.0).map(Self)
			}
		}
	)*};
}

quantity! {
	/// Kilograms of CO2e. Laws and papers speak of tonnes; three decimals of one are a kilogram.
	Kilograms;
	/// Hundredths of a yuan.
	Fen;
	/// Area of land. 1 亩 is 10000/15 m2.
	SquareMetres;
}

/// A calendar day in UTC+8, counted from 1970-01-01.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Deserialize,
	Encode,
	Eq,
	Hash,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
#[serde(transparent)]
pub struct Day(pub u32);

const SECONDS_PER_DAY: u64 = 24 * 60 * 60;
const UTC_PLUS_8: u64 = 8 * 60 * 60;

impl Day {
	/// The day in UTC+8 at a time since the Unix epoch.
	pub fn at(since_epoch: Duration) -> Self {
		let seconds = since_epoch.as_secs().saturating_add(UTC_PLUS_8);
		Self(u32::try_from(seconds.saturating_div(SECONDS_PER_DAY)).unwrap_or(u32::MAX))
	}

	/// The day that many days later.
	pub fn plus(self, days: u16) -> Self {
		Self(self.0.saturating_add(u32::from(days)))
	}

	/// The day after.
	pub fn next(self) -> Self {
		self.plus(1)
	}

	/// The calendar year it lies in (proleptic Gregorian).
	pub fn year(self) -> u16 {
		// Years in whole 400-year cycles from 0000-03-01, so that leap days end their year: Howard
		// Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
		const DAYS_TO_EPOCH: u64 = 719_468;
		let days = u64::from(self.0).saturating_add(DAYS_TO_EPOCH);
		let cycle = days.saturating_div(146_097);
		let day = days.saturating_sub(cycle.saturating_mul(146_097));
		let year = day
			.saturating_sub(day.saturating_div(1_460))
			.saturating_add(day.saturating_div(36_524))
			.saturating_sub(day.saturating_div(146_096))
			.saturating_div(365);
		let start = year
			.saturating_mul(365)
			.saturating_add(year.saturating_div(4))
			.saturating_sub(year.saturating_div(100));
		let of_year = day.saturating_sub(start);
		// Days 306 and later of a year that begins in March are January and February of the next.
		let turned = u64::from(of_year >= 306);
		let year = cycle.saturating_mul(400).saturating_add(year).saturating_add(turned);
		u16::try_from(year).unwrap_or(u16::MAX)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_day_begins_at_midnight_in_beijing() {
		let midnight = 1_767_196_800; // 2026-01-01T00:00:00+08:00
		assert_eq!(Day::at(Duration::from_secs(midnight - 1)).year(), 2025);
		assert_eq!(Day::at(Duration::from_secs(midnight)).year(), 2026);
		assert_eq!(Day::at(Duration::from_secs(midnight)), Day(20_454));
		assert_eq!(
			Day::at(Duration::from_secs(midnight - 1)).next(),
			Day::at(Duration::from_secs(midnight))
		);
	}

	#[test]
	fn years_turn_on_the_first_of_january() {
		// Counted the slow way, with the Gregorian leap rule spelt out.
		let (mut day, mut year) = (0u32, 1970u16);
		while year < 2501 {
			let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
			let length = if leap { 366 } else { 365 };
			assert_eq!(Day(day).year(), year);
			assert_eq!(Day(day + length - 1).year(), year);
			day += length;
			year += 1;
		}
	}

	#[test]
	fn quantities_refuse_overflow() {
		assert_eq!(Kilograms(u64::MAX).checked_add(Kilograms(1)), None);
		assert_eq!(Kilograms(1).checked_sub(Kilograms(2)), None);
		assert_eq!(Kilograms(3).checked_sub(Kilograms(2)), Some(Kilograms(1)));
	}
}
