//! Everything that people read, in Chinese and English, in one place.
//!
//! A text is a pair, so that leaving a language out does not compile. Texts that are looked up by a
//! name of the chain's (module errors) are held complete by a test against the metadata.

pub mod events;
pub mod help;
pub mod labels;
pub mod module_errors;
pub mod problems;
pub mod refusals;
pub mod usage;

use core::fmt::Display;
use std::sync::OnceLock;

/// A language.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Lang {
	/// Chinese.
	Zh,
	/// English.
	En,
}

impl Lang {
	/// From the value of a locale variable such as `zh_CN.UTF-8`.
	fn of_locale(locale: &str) -> Self {
		if locale.to_ascii_lowercase().starts_with("zh") {
			Self::Zh
		} else {
			Self::En
		}
	}

	/// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides.
	pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
		["LC_ALL", "LC_MESSAGES", "LANG"]
			.into_iter()
			.filter_map(variable)
			.find(|value| !value.is_empty())
			.map_or(Self::En, |locale| Self::of_locale(&locale))
	}

	/// What `--lang` on a command line asks for, before that is parsed: help is read in it too.
	pub fn of_arguments(arguments: impl IntoIterator<Item = String>) -> Option<Self> {
		let mut arguments = arguments.into_iter();
		while let Some(argument) = arguments.next() {
			let value = match argument.strip_prefix("--lang") {
				Some("") => arguments.next(),
				Some(rest) => rest.strip_prefix('=').map(ToString::to_string),
				None => None,
			};
			match value.as_deref() {
				Some("zh") => return Some(Self::Zh),
				Some("en") => return Some(Self::En),
				_ => {}
			}
		}
		None
	}

	/// The language of this process: `--lang`, or else the locale.
	pub fn current() -> Self {
		static CURRENT: OnceLock<Lang> = OnceLock::new();
		*CURRENT.get_or_init(|| {
			let arguments = std::env::args_os().skip(1);
			Self::of_arguments(arguments.filter_map(|argument| argument.into_string().ok()))
				.unwrap_or_else(|| Self::of_environment(|name| std::env::var(name).ok()))
		})
	}
}

/// One text in both languages, with `{names}` where values go.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Text {
	/// Chinese.
	pub zh: &'static str,
	/// English.
	pub en: &'static str,
}

impl Text {
	/// In one language.
	pub const fn get(self, lang: Lang) -> &'static str {
		match lang {
			Lang::Zh => self.zh,
			Lang::En => self.en,
		}
	}

	/// In the language of this process.
	pub fn here(self) -> &'static str {
		self.get(Lang::current())
	}

	/// In one language, with values in their places. A place without one keeps its braces, for tests
	/// to see.
	pub fn fill(self, lang: Lang, values: &[(&str, &dyn Display)]) -> String {
		let mut rest = self.get(lang);
		let mut filled = String::new();
		while let Some((before, after)) = rest.split_once('{') {
			let Some((name, behind)) = after.split_once('}') else { break };
			filled.push_str(before);
			match values.iter().find(|(key, _)| *key == name) {
				Some((_, value)) => filled.push_str(&value.to_string()),
				None => filled.extend(["{", name, "}"]),
			}
			rest = behind;
		}
		filled + rest
	}
}

/// Texts under names of ours.
macro_rules! texts {
	($($name:ident: $zh:expr, $en:expr;)*) => {
		$(
			#[doc = $en]
			pub const $name: $crate::catalogue::Text =
				$crate::catalogue::Text { zh: $zh, en: $en };
		)*

		/// All of them.
		pub const ALL: &[(&str, $crate::catalogue::Text)] = &[$((stringify!($name), $name),)*];
	};
}
pub(crate) use texts;

/// Texts under names of the chain's: tables by module.
macro_rules! keyed {
	(
		$(#[$doc:meta])* $all:ident
		$($module:ident { $($name:ident: $zh:expr, $en:expr;)* })*
	) => {
		$(#[$doc])*
		pub const $all: &[(&str, &[(&str, $crate::catalogue::Text)])] = &[$((
			stringify!($module),
			&[$((stringify!($name), $crate::catalogue::Text { zh: $zh, en: $en }),)*],
		),)*];
	};
}
pub(crate) use keyed;

/// The text of `name` in a table.
pub(crate) fn look_up(table: &[(&str, Text)], name: &str) -> Option<Text> {
	table.iter().find(|(key, _)| *key == name).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	const TEXT: Text = Text { zh: "{b}与{a}", en: "{a} and {b}" };

	#[test]
	fn values_go_to_their_places_in_either_language() {
		let values: [(&str, &dyn Display); 2] = [("a", &1), ("b", &"{a}")];
		assert_eq!(TEXT.fill(Lang::Zh, &values), "{a}与1");
		assert_eq!(TEXT.fill(Lang::En, &values), "1 and {a}");
		assert_eq!(TEXT.fill(Lang::En, &[]), TEXT.en);
	}

	#[test]
	fn the_locale_decides_and_the_argument_overrides() {
		let env = |set: &'static [(&str, &str)]| {
			Lang::of_environment(|name| {
				set.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string())
			})
		};
		assert_eq!(env(&[]), Lang::En);
		assert_eq!(env(&[("LANG", "zh_CN.UTF-8")]), Lang::Zh);
		assert_eq!(env(&[("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")]), Lang::Zh);
		assert_eq!(env(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]), Lang::En);
		assert_eq!(env(&[("LC_MESSAGES", "zh_TW"), ("LANG", "en_GB")]), Lang::Zh);
		let args = |text: &str| Lang::of_arguments(text.split(' ').map(ToString::to_string));
		assert_eq!(args("voucher show --lang zh"), Some(Lang::Zh));
		assert_eq!(args("--lang=en totals"), Some(Lang::En));
		assert_eq!(args("totals --language zh"), None);
		assert_eq!(args("totals --lang"), None);
	}

	fn places(text: &str) -> BTreeSet<&str> {
		text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect()
	}

	#[test]
	fn both_languages_say_something_about_the_same_things() {
		let ours = [
			events::ALL,
			help::ALL,
			labels::ALL,
			problems::ALL,
			refusals::ALL,
			usage::ALL,
			usage::frame::ALL,
		];
		let modules = module_errors::MODULES.iter().map(|(_, errors)| *errors);
		for (name, text) in ours.into_iter().chain(modules).flatten() {
			assert!(!text.zh.trim().is_empty() && !text.en.trim().is_empty(), "{name}");
			assert_eq!(places(text.zh), places(text.en), "{name}");
			assert!(!text.zh.is_ascii(), "{name} has no Chinese in its Chinese");
			assert!(text.en.chars().all(|c| c.is_ascii() || "²–“”".contains(c)), "{name}");
		}
	}
}
