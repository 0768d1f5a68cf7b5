//! Printed numbers of vouchers and certificates, and lots on a command line.
//!
//! `WH-2026-000001` is the first voucher of an issuance and names the issuance too,
//! `WH-2026-000001-000002` a later part of it, `WH-C-2026-000001` a certificate.

use crate::units::{Kilograms, UnitError};
use core::{fmt, str::FromStr};
use serde::{Serialize, Serializer};

/// Why a text is not a number or a lot.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NumberError {
	/// Not of the form `WH-2026-000001` or `WH-2026-000001-000002`.
	#[error("not a voucher number")]
	Voucher,
	/// Not of the form `WH-C-2026-000001`.
	#[error("not a certificate number")]
	Certificate,
	/// Not a whole number after `@`.
	#[error("not an edition")]
	Edition,
	/// A whole voucher where a part of it must be named.
	#[error("no amount")]
	NoAmount,
	/// A part of a voucher where all of it must be named.
	#[error("not a whole voucher")]
	NotWhole,
	/// Not an amount after `:`.
	#[error("not an amount: {0}")]
	Amount(#[from] UnitError),
}

/// A scheme's code: two to eight capitals.
fn code(text: &str) -> Option<&str> {
	let capitals = text.bytes().all(|b| b.is_ascii_uppercase());
	((2..=8).contains(&text.len()) && capitals).then_some(text)
}

fn digits(text: &str) -> bool {
	!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn year(text: &str) -> Option<u16> {
	(text.len() == 4 && digits(text)).then(|| text.parse().ok()).flatten()
}

/// Six digits, or more without a leading zero.
fn serial(text: &str) -> Option<u32> {
	let form = digits(text) && (text.len() == 6 || (text.len() > 6 && !text.starts_with('0')));
	form.then(|| text.parse().ok()).flatten().filter(|serial| *serial > 0)
}

/// A voucher's number with its scheme's code.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct VoucherNumber {
	/// Code of the scheme, such as `WH`.
	pub code: String,
	/// Calendar year of issue.
	pub year: u16,
	/// From 1 in each scheme and year.
	pub serial: u32,
	/// From 1 in each issuance.
	pub part: u32,
}

impl FromStr for VoucherNumber {
	type Err = NumberError;
	fn from_str(text: &str) -> Result<Self, NumberError> {
		let fields: Vec<&str> = text.trim().split('-').collect();
		let (head, part) = match fields[..] {
			[c, y, s] => ((c, y, s), 1),
			// Part 1 is printed as its issuance and in no other way.
			[c, y, s, p] => {
				((c, y, s), serial(p).filter(|part| *part > 1).ok_or(NumberError::Voucher)?)
			}
			_ => return Err(NumberError::Voucher),
		};
		match (code(head.0), year(head.1), serial(head.2)) {
			(Some(code), Some(year), Some(serial)) => {
				Ok(Self { code: code.to_string(), year, serial, part })
			}
			_ => Err(NumberError::Voucher),
		}
	}
}

impl fmt::Display for VoucherNumber {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self { code, year, serial, part } = self;
		match part {
			1 => f.pad(&format!("{code}-{year:04}-{serial:06}")),
			_ => f.pad(&format!("{code}-{year:04}-{serial:06}-{part:06}")),
		}
	}
}

impl Serialize for VoucherNumber {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

/// A certificate's number with its scheme's code.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CertificateNumber {
	/// Code of the scheme, such as `WH`.
	pub code: String,
	/// Calendar year of certification.
	pub year: u16,
	/// From 1 in each scheme and year.
	pub serial: u32,
}

impl FromStr for CertificateNumber {
	type Err = NumberError;
	fn from_str(text: &str) -> Result<Self, NumberError> {
		let fields: Vec<&str> = text.trim().split('-').collect();
		let [c, "C", y, s] = fields[..] else { return Err(NumberError::Certificate) };
		match (code(c), year(y), serial(s)) {
			(Some(code), Some(year), Some(serial)) => {
				Ok(Self { code: code.to_string(), year, serial })
			}
			_ => Err(NumberError::Certificate),
		}
	}
}

impl fmt::Display for CertificateNumber {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self { code, year, serial } = self;
		f.pad(&format!("{code}-C-{year:04}-{serial:06}"))
	}
}

impl Serialize for CertificateNumber {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

/// All or a part of a voucher: `WH-2026-000001`, `WH-2026-000001:2723`, `WH-2026-000001:2723@3`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LotText {
	/// The voucher.
	pub voucher: VoucherNumber,
	/// How much from its upper end; `None`: all of it.
	pub amount: Option<Kilograms>,
	/// The edition that was looked at; `None`: the one that stands when it is signed.
	pub edition: Option<u32>,
}

impl FromStr for LotText {
	type Err = NumberError;
	fn from_str(text: &str) -> Result<Self, NumberError> {
		let (rest, edition) = match text.trim().split_once('@') {
			Some((rest, edition)) if digits(edition) => {
				(rest, Some(edition.parse().map_err(|_| NumberError::Edition)?))
			}
			Some(_) => return Err(NumberError::Edition),
			None => (text, None),
		};
		let (voucher, amount) = match rest.split_once(':') {
			Some((voucher, amount)) => (voucher, Some(amount.parse::<Kilograms>()?.not_zero()?)),
			None => (rest, None),
		};
		Ok(Self { voucher: voucher.parse()?, amount, edition })
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn numbers_print_as_they_are_read() {
		for text in ["WH-2026-000001", "WH-2026-000001-000002", "ABCDEFGH-2026-1234567-9999999"] {
			assert_eq!(text.parse::<VoucherNumber>().unwrap().to_string(), text);
		}
		assert_eq!("WH-2026-000001".parse::<VoucherNumber>().unwrap().part, 1);
		let text = "WH-C-2026-000001";
		assert_eq!(text.parse::<CertificateNumber>().unwrap().to_string(), text);
	}

	#[test]
	fn other_forms_are_refused() {
		for text in [
			"",
			"WH",
			"W-2026-000001",
			"wh-2026-000001",
			"WH-26-000001",
			"WH-2026-1",
			"WH-2026-000000",
			"WH-2026-0000001",
			"WH-2026-000001-000001",
			"WH-2026-000001-000000",
			"WH-2026-000001-2",
			"WH-2026-99999999999",
			"WH-C-2026-000001",
			"ABCDEFGHI-2026-000001",
		] {
			assert_eq!(text.parse::<VoucherNumber>(), Err(NumberError::Voucher), "{text}");
		}
		for text in ["WH-2026-000001", "WH-C-2026-1", "WH-D-2026-000001"] {
			assert_eq!(text.parse::<CertificateNumber>(), Err(NumberError::Certificate), "{text}");
		}
	}

	#[test]
	fn a_lot_is_all_or_a_part_of_an_edition() {
		let lot: LotText = "WH-2026-000001:2723@3".parse().unwrap();
		assert_eq!(lot.voucher.to_string(), "WH-2026-000001");
		assert_eq!((lot.amount, lot.edition), (Some(Kilograms(2_723_000)), Some(3)));
		let lot: LotText = "WH-2026-000001-000002".parse().unwrap();
		assert_eq!((lot.amount, lot.edition), (None, None));
		for (text, error) in [
			("WH-2026-000001:", NumberError::Amount(UnitError::NotANumber)),
			("WH-2026-000001:0", NumberError::Amount(UnitError::Zero)),
			("WH-2026-000001:1.0005", NumberError::Amount(UnitError::TooManyDecimals(3))),
			("WH-2026-000001@", NumberError::Edition),
			("WH-2026-000001@x", NumberError::Edition),
			("WH-2026-1:5", NumberError::Voucher),
		] {
			assert_eq!(text.parse::<LotText>(), Err(error), "{text}");
		}
	}
}
