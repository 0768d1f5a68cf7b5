//! Text on chain: bounded, UTF-8, and without control characters.

use alloc::string::String;
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
	/// Not UTF-8, with white space around it, or with a character in it that cannot be seen.
	Malformed,
}

/// Characters that are no control characters and yet leave no mark: soft hyphen, zero widths,
/// directions, joiners, fillers, line separators, variation selectors and tags. With them two texts
/// can look the same.
fn is_invisible(character: char) -> bool {
	matches!(
		character,
		'\u{ad}'
			| '\u{34f}' | '\u{61c}'
			| '\u{115f}'..='\u{1160}'
			| '\u{17b4}'..='\u{17b5}'
			| '\u{180b}'..='\u{180f}'
			| '\u{200b}'..='\u{200f}'
			| '\u{2028}'..='\u{202e}'
			| '\u{2060}'..='\u{206f}'
			| '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
			| '\u{feff}' | '\u{ffa0}'
			| '\u{fff0}'..='\u{fffb}'
			| '\u{e0000}'..='\u{e0fff}'
	)
}

/// Whether `bytes` can stand in a register: UTF-8, not blank, no white space around it, nothing in
/// it that cannot be seen.
pub fn check_text(bytes: &[u8]) -> Result<(), TextError> {
	let text = core::str::from_utf8(bytes).map_err(|_| TextError::Malformed)?;
	if text.chars().any(|character| character.is_control() || is_invisible(character)) {
		return Err(TextError::Malformed);
	}
	match text.trim() {
		"" => Err(TextError::Empty),
		trimmed if trimmed.len() != text.len() => Err(TextError::Malformed),
		_ => Ok(()),
	}
}

/// The form in which numbers of papers are compared: without white space, full-width characters as
/// ASCII ones, capitals. What is not UTF-8 is left as it is.
pub fn canonical<const N: u32>(number: &Text<N>) -> Text<N> {
	const FULL_WIDTH: u32 = 0xff01 - 0x21;
	let Ok(text) = core::str::from_utf8(number) else { return number.clone() };
	let folded: String = text
		.chars()
		.filter(|character| !character.is_whitespace())
		.map(|character| match character {
			'\u{ff01}'..='\u{ff5e}' => u32::from(character)
				.checked_sub(FULL_WIDTH)
				.and_then(char::from_u32)
				.unwrap_or(character),
			_ => character,
		})
		.map(|character| character.to_ascii_uppercase())
		.collect();
	// Folding never lengthens.
	Text::truncate_from(folded.into_bytes())
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
		for unseen in [
			"X-1 ",
			" X-1",
			"X-1\u{3000}",
			"X\u{200b}-1",
			"X\u{202e}-1",
			"X\u{ad}",
			"\u{feff}X",
			"X\u{2028}1",
			"X\u{3164}1",
			"X\u{fe0f}1",
			"X\u{e0041}1",
		] {
			assert_eq!(check_text(unseen.as_bytes()), Err(TextError::Malformed), "{unseen:?}");
		}
	}

	#[test]
	fn numbers_of_papers_are_compared_whatever_their_spelling() {
		let form = |text: &str| canonical::<64>(&Text::truncate_from(text.as_bytes().to_vec()));
		for other in ["wh-1（2026）", "ＷＨ-１(2026)", "WH - 1 (2026)", "WH-1\u{3000}(2026)"] {
			assert_eq!(form(other), form("WH-1(2026)"), "{other}");
		}
		assert_ne!(form("WH-1(2026)"), form("WH-11(2026)"));
		let malformed = Text::<64>::truncate_from(vec![0xff, 0x20]);
		assert_eq!(canonical(&malformed), malformed);
	}
}
