//! Text on chain: bounded, UTF-8, and without control characters.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// At most `N` bytes. What is longer does not decode; what is inside is judged by [`check_text`].
pub type Text<const N: u32> = BoundedVec<u8, ConstU32<N>>;

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TextError {
	/// Nothing but white space.
	Empty,
	/// Not UTF-8, or with a control character in it.
	Malformed,
}

/// Whether `bytes` can stand in a register: UTF-8, not blank, no control characters.
pub fn check_text(bytes: &[u8]) -> Result<(), TextError> {
	let text = core::str::from_utf8(bytes).map_err(|_| TextError::Malformed)?;
	if text.chars().any(char::is_control) {
		return Err(TextError::Malformed);
	}
	if text.trim().is_empty() {
		return Err(TextError::Empty);
	}
	Ok(())
}

/// A name in both languages, each at most 96 bytes of UTF-8.
#[derive(
	Clone,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
pub struct Names {
	/// Chinese.
	#[serde(with = "as_str")]
	pub zh: Text<96>,
	/// English.
	#[serde(with = "as_str")]
	pub en: Text<96>,
}

impl Names {
	/// Checks both.
	pub fn check(&self) -> Result<(), TextError> {
		check_text(&self.zh)?;
		check_text(&self.en)
	}
}

/// Text in a genesis file reads as a string, not as a list of bytes.
pub mod as_str {
	use super::*;
	use alloc::string::String;
	use serde::{de::Error as _, ser::Error as _, Deserializer, Serializer};

	pub fn serialize<S: Serializer, const N: u32>(
		text: &Text<N>,
		serializer: S,
	) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(core::str::from_utf8(text).map_err(S::Error::custom)?)
	}

	pub fn deserialize<'de, D: Deserializer<'de>, const N: u32>(
		deserializer: D,
	) -> Result<Text<N>, D::Error> {
		let text = String::deserialize(deserializer)?;
		Text::try_from(text.into_bytes())
			.map_err(|_| D::Error::custom(alloc::format!("text is longer than {N} bytes")))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn text_is_utf8_printable_and_not_blank() {
		assert_eq!(check_text("常口村".as_bytes()), Ok(()));
		assert_eq!(check_text(b""), Err(TextError::Empty));
		assert_eq!(check_text("\u{3000} ".as_bytes()), Err(TextError::Empty));
		assert_eq!(check_text(&[0xff, 0xfe]), Err(TextError::Malformed));
		// GBK for 常口村
		assert_eq!(check_text(&[0xb3, 0xa3, 0xbf, 0xda, 0xb4, 0xe5]), Err(TextError::Malformed));
		assert_eq!(check_text(b"line\nline"), Err(TextError::Malformed));
	}
}
