//! Quantities as people write them and as the chain counts them, converted exactly.
//!
//! Papers speak of tonnes, yuan, 亩 and dates; the chain counts kilograms, fen, square metres and
//! days since 1970-01-01 in UTC+8. Nothing here is a float. Thousands separators are refused, not
//! guessed: `1,234` is a thousand in one hand and one and a quarter in another.

use core::{fmt, str::FromStr};
use serde::{ser::SerializeStruct, Serialize, Serializer};

/// Why a text is not a quantity.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum UnitError {
	/// Not digits with at most one decimal point.
	#[error("not a number")]
	NotANumber,
	/// A comma, space or apostrophe between digits.
	#[error("digits must not be grouped")]
	Separator,
	/// More decimals than the smallest unit has.
	#[error("more than {0} decimals")]
	TooManyDecimals(u8),
	/// Nothing, where there must be something.
	#[error("zero")]
	Zero,
	/// More than the chain can count.
	#[error("too large")]
	TooLarge,
	/// Not a day of the calendar written `2026-01-31`.
	#[error("not a date")]
	NotADate,
}

/// Reads `text` as a decimal number and returns it times `10^decimals`.
fn decimal(text: &str, decimals: u8) -> Result<u64, UnitError> {
	let text = text.trim();
	let inner = text.trim_matches(|c: char| c.is_ascii_digit());
	if inner.contains([',', '，', '\'', '_', ' ', '\u{a0}', '\u{2009}', '\u{202f}']) {
		return Err(UnitError::Separator);
	}
	let (whole, fraction) = match text.split_once('.') {
		Some((whole, fraction)) => (whole, fraction),
		None => (text, ""),
	};
	let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
	let dangling = text.contains('.') && fraction.is_empty();
	if whole.is_empty() || dangling || !digits(whole) || !digits(fraction) {
		return Err(UnitError::NotANumber);
	}
	if fraction.len() > usize::from(decimals) {
		return Err(UnitError::TooManyDecimals(decimals));
	}
	let padded = format!("{whole}{fraction:0<width$}", width = usize::from(decimals));
	padded.parse().map_err(|_| UnitError::TooLarge)
}

/// Writes `value / 10^decimals` without superfluous zeros.
fn write_decimal(f: &mut fmt::Formatter<'_>, value: u64, decimals: u8) -> fmt::Result {
	let unit = 10u64.pow(u32::from(decimals));
	let (whole, rest) = (value / unit, value % unit);
	if rest == 0 {
		return f.pad(&whole.to_string());
	}
	let fraction = format!("{rest:0width$}", width = usize::from(decimals));
	f.pad(&format!("{whole}.{}", fraction.trim_end_matches('0')))
}

macro_rules! quantity {
	($(#[$doc:meta])* $name:ident, $decimals:literal, $small:literal, $large:literal) => {
		$(#[$doc])*
		#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
		pub struct $name(pub u64);

		impl $name {
			/// Refuses none of it.
			pub fn not_zero(self) -> Result<Self, UnitError> {
				if self.0 == 0 { Err(UnitError::Zero) } else { Ok(self) }
			}
		}

		impl FromStr for $name {
			type Err = UnitError;
			fn from_str(text: &str) -> Result<Self, UnitError> {
				decimal(text, $decimals).map(Self)
			}
		}

		impl fmt::Display for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				write_decimal(f, self.0, $decimals)
			}
		}

		impl Serialize for $name {
			fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
				let mut both = serializer.serialize_struct(stringify!($name), 2)?;
				both.serialize_field($small, &self.0)?;
				both.serialize_field($large, &self.to_string())?;
				both.end()
			}
		}
	};
}

quantity! {
	/// Kilograms of CO2e, written in tonnes with up to three decimals (W2, H2).
	Kilograms, 3, "kilograms", "tonnes"
}

quantity! {
	/// Hundredths of a yuan, written in yuan.
	Fen, 2, "fen", "yuan"
}

impl core::iter::Sum for Kilograms {
	fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
		Self(items.fold(0, |sum, item| sum.saturating_add(item.0)))
	}
}

/// Square metres, written plainly or in 亩 (`3197亩`, `3197mu`), hectares (`171.8ha`).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct SquareMetres(pub u64);

impl SquareMetres {
	/// From 亩 in thousandths, half up: 1 亩 is 10000/15 m2.
	pub fn from_mu_thousandths(thousandths: u64) -> Result<Self, UnitError> {
		// m2 = thousandths / 1000 * 10000 / 15 = thousandths * 2 / 3
		let twice = u128::from(thousandths) * 2;
		u64::try_from((twice * 2 + 3) / 6).map(Self).map_err(|_| UnitError::TooLarge)
	}

	/// In 亩, rounded to two decimals.
	pub fn mu(self) -> String {
		// hundredths of 亩 = m2 * 15 / 10000 * 100 = m2 * 3 / 20
		let hundredths = (u128::from(self.0) * 3 + 10) / 20;
		let (whole, rest) = (hundredths / 100, hundredths % 100);
		match rest {
			0 => whole.to_string(),
			_ => format!("{whole}.{rest:02}").trim_end_matches('0').to_string(),
		}
	}
}

impl FromStr for SquareMetres {
	type Err = UnitError;
	fn from_str(text: &str) -> Result<Self, UnitError> {
		let text = text.trim();
		let strip = |units: &[&str]| units.iter().find_map(|unit| text.strip_suffix(unit));
		if let Some(mu) = strip(&["亩", "mu"]) {
			return Self::from_mu_thousandths(decimal(mu, 3)?);
		}
		if let Some(hectares) = strip(&["公顷", "ha"]) {
			return decimal(hectares, 4).map(Self);
		}
		decimal(strip(&["平方米", "m2", "m²"]).unwrap_or(text), 0).map(Self)
	}
}

impl fmt::Display for SquareMetres {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write_decimal(f, self.0, 0)
	}
}

impl Serialize for SquareMetres {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		let mut both = serializer.serialize_struct("SquareMetres", 2)?;
		both.serialize_field("square_metres", &self.0)?;
		both.serialize_field("mu", &self.mu())?;
		both.end()
	}
}

/// A calendar day in UTC+8, counted from 1970-01-01 and written `2026-01-31`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Day(pub u32);

impl Day {
	/// The day of a time given in milliseconds since the Unix epoch.
	pub fn of_millis(millis: u64) -> Self {
		Self(u32::try_from((millis / 1000 + 8 * 3600) / 86_400).unwrap_or(u32::MAX))
	}

	/// From year, month and day of the Gregorian calendar.
	fn from_civil(year: u32, month: u32, day: u32) -> Option<Self> {
		let leap =
			year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
		let length = match month {
			2 => 28 + u32::from(leap),
			4 | 6 | 9 | 11 => 30,
			1..=12 => 31,
			_ => return None,
		};
		if !(1970..=9999).contains(&year) || !(1..=length).contains(&day) {
			return None;
		}
		// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
		let years = if month <= 2 { year - 1 } else { year };
		let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
		let days = years * 365 + years / 4 - years / 100 + years / 400 + of_year;
		days.checked_sub(719_468).map(Self)
	}

	fn civil(self) -> (u64, u64, u64) {
		// The same source, civil_from_days.
		let days = u64::from(self.0) + 719_468;
		let (cycle, day) = (days / 146_097, days % 146_097);
		let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
		let of_year = day - (365 * year + year / 4 - year / 100);
		let shifted = (5 * of_year + 2) / 153;
		let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
		let date = of_year - (153 * shifted + 2) / 5 + 1;
		(cycle * 400 + year + u64::from(month <= 2), month, date)
	}
}

impl FromStr for Day {
	type Err = UnitError;
	fn from_str(text: &str) -> Result<Self, UnitError> {
		let text = text.trim();
		let parts: Vec<&str> = text.split('-').collect();
		let [year, month, day] = parts[..] else { return Err(UnitError::NotADate) };
		let field = |part: &str, width: usize| {
			let digits = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
			digits.then(|| part.parse().ok()).flatten().ok_or(UnitError::NotADate)
		};
		Self::from_civil(field(year, 4)?, field(month, 2)?, field(day, 2)?)
			.ok_or(UnitError::NotADate)
	}
}

impl fmt::Display for Day {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let (year, month, day) = self.civil();
		f.pad(&format!("{year:04}-{month:02}-{day:02}"))
	}
}

impl Serialize for Day {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn tonnes_are_kilograms_exactly() {
		for (text, kilograms) in [
			("12723", 12_723_000),
			("8666.2", 8_666_200),
			("29953.38", 29_953_380),
			("0.001", 1),
			("0", 0),
			(" 1.500 ", 1_500),
			("18446744073709551.615", u64::MAX),
		] {
			assert_eq!(text.parse(), Ok(Kilograms(kilograms)), "{text}");
		}
		for (kilograms, text) in
			[(12_723_000, "12723"), (8_666_200, "8666.2"), (1, "0.001"), (0, "0")]
		{
			assert_eq!(Kilograms(kilograms).to_string(), text);
		}
		assert_eq!(Kilograms(u64::MAX).to_string(), "18446744073709551.615");
	}

	#[test]
	fn wrong_tonnes_each_have_their_own_error() {
		for (text, error) in [
			("1.2345", UnitError::TooManyDecimals(3)),
			("1,234", UnitError::Separator),
			("1 234", UnitError::Separator),
			("1，234", UnitError::Separator),
			("", UnitError::NotANumber),
			(".", UnitError::NotANumber),
			(".5", UnitError::NotANumber),
			("5.", UnitError::NotANumber),
			("1.2.3", UnitError::NotANumber),
			("-1", UnitError::NotANumber),
			("+1", UnitError::NotANumber),
			("1e3", UnitError::NotANumber),
			("１２", UnitError::NotANumber),
			("18446744073709551.616", UnitError::TooLarge),
		] {
			assert_eq!(text.parse::<Kilograms>(), Err(error), "{text:?}");
		}
		assert_eq!(Kilograms(0).not_zero(), Err(UnitError::Zero));
		assert_eq!(Kilograms(1).not_zero(), Ok(Kilograms(1)));
	}

	#[test]
	fn yuan_are_fen() {
		assert_eq!("144100".parse(), Ok(Fen(14_410_000)));
		assert_eq!("0.01".parse(), Ok(Fen(1)));
		assert_eq!("55.423".parse::<Fen>(), Err(UnitError::TooManyDecimals(2)));
		assert_eq!(Fen(14_410_050).to_string(), "144100.5");
	}

	#[test]
	fn mu_round_half_up() {
		assert_eq!("3197亩".parse(), Ok(SquareMetres(2_131_333)));
		assert_eq!("5572.8亩".parse(), Ok(SquareMetres(3_715_200)));
		// 0.00075 亩 would be half a square metre; the nearest three decimals around it:
		assert_eq!("0.001亩".parse(), Ok(SquareMetres(1)));
		assert_eq!("1.5mu".parse(), Ok(SquareMetres(1_000)));
		assert_eq!("171.8ha".parse(), Ok(SquareMetres(1_718_000)));
		assert_eq!("500".parse(), Ok(SquareMetres(500)));
		assert_eq!("500.5".parse::<SquareMetres>(), Err(UnitError::TooManyDecimals(0)));
		assert_eq!(SquareMetres(2_131_333).mu(), "3197");
		assert_eq!(SquareMetres(1_000).mu(), "1.5");
	}

	#[test]
	fn days_follow_the_calendar() {
		assert_eq!("2026-01-01".parse(), Ok(Day(20_454)));
		assert_eq!(Day(20_454).to_string(), "2026-01-01");
		assert_eq!("1970-01-01".parse(), Ok(Day(0)));
		assert_eq!("2000-02-29".parse::<Day>().unwrap().to_string(), "2000-02-29");
		for day in (0..200_000).step_by(13) {
			assert_eq!(Day(day).to_string().parse(), Ok(Day(day)));
		}
		for bad in ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-04-31"]
		{
			assert_eq!(bad.parse::<Day>(), Err(UnitError::NotADate), "{bad}");
		}
		assert_eq!(Day::of_millis(1_767_196_800_000).to_string(), "2026-01-01");
		assert_eq!(Day::of_millis(1_767_196_799_999).to_string(), "2025-12-31");
	}
}
