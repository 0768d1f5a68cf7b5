//! Everything that can go wrong, each with a sentence in both languages and a code for programs.

use crate::{
	catalogue::{
		labels::field as field_name, module_errors, problems as p, refusals as r, Lang, Text,
	},
	chain::{metadata, runtime, Hash},
	keys::KeyError,
	number::NumberError,
	person::PersonError,
	units::UnitError,
};
use core::fmt::Display;
use serde_json::json;
use std::path::PathBuf;
use subxt::{error::DispatchError, ArcMetadata};

/// Why a node does not take a transaction, or let go of it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[allow(missing_docs)]
pub enum Refusal {
	NotAdmitted,
	Immortal,
	FarNonce,
	Stale,
	Future,
	BadProof,
	Ancient,
	TooHeavy,
	BadSigner,
	CallClosed,
	Banned,
	AlreadyKnown,
	LowPriority,
	PoolFull,
	Usurped,
	Dropped,
	TurnedInvalid,
	NoFinality,
	Other(String),
}

impl Refusal {
	fn text(&self) -> Text {
		match self {
			Self::NotAdmitted => r::NOT_ADMITTED,
			Self::Immortal => r::IMMORTAL,
			Self::FarNonce => r::FAR_NONCE,
			Self::Stale => r::STALE,
			Self::Future => r::FUTURE,
			Self::BadProof => r::BAD_PROOF,
			Self::Ancient => r::ANCIENT,
			Self::TooHeavy => r::TOO_HEAVY,
			Self::BadSigner => r::BAD_SIGNER,
			Self::CallClosed => r::CALL_CLOSED,
			Self::Banned => r::BANNED,
			Self::AlreadyKnown => r::ALREADY_KNOWN,
			Self::LowPriority => r::LOW_PRIORITY,
			Self::PoolFull => r::POOL_FULL,
			Self::Usurped => r::USURPED,
			Self::Dropped => r::DROPPED,
			Self::TurnedInvalid => r::TURNED_INVALID,
			Self::NoFinality => r::NO_FINALITY,
			Self::Other(_) => r::OTHER,
		}
	}
}

/// Why a transaction that is in a block changed nothing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Failure {
	/// A module's error, by name.
	Module {
		/// Name of the module in the runtime, such as `CarbonVoucher`.
		module: String,
		/// Name of the error, such as `AlreadyPledged`.
		error: String,
	},
	/// The signer is not of the kind that this takes.
	BadOrigin,
	/// The runtime's own errors.
	Other(String),
}

impl Failure {
	/// From the encoded error that an event of the failure carries.
	pub fn decode(bytes: &[u8], metadata: ArcMetadata) -> Self {
		match DispatchError::decode_from(bytes, metadata) {
			Ok(error) => Self::of(&error),
			Err(unreadable) => Self::Other(unreadable.to_string()),
		}
	}

	/// From the error that an event of a carried out motion carries.
	pub fn typed(error: &runtime::DispatchError) -> Self {
		match error {
			runtime::DispatchError::Module(error) => {
				let pallet = metadata().pallet_by_error_index(error.index);
				let index = error.error.first().copied().unwrap_or_default();
				match pallet.and_then(|p| Some((p.name(), p.error_variant_by_index(index)?))) {
					Some((module, variant)) => {
						Self::Module { module: module.to_string(), error: variant.name.clone() }
					}
					None => Self::Other(format!("{error:?}")),
				}
			}
			runtime::DispatchError::BadOrigin => Self::BadOrigin,
			other => Self::Other(format!("{other:?}")),
		}
	}

	fn of(error: &DispatchError) -> Self {
		match error {
			DispatchError::Module(error) => match error.details() {
				Ok(details) => Self::Module {
					module: details.pallet.name().to_string(),
					error: details.variant.name.clone(),
				},
				Err(unknown) => Self::Other(unknown.to_string()),
			},
			DispatchError::BadOrigin => Self::BadOrigin,
			other => Self::Other(other.to_string()),
		}
	}

	/// In words.
	pub fn say(&self, lang: Lang) -> String {
		match self {
			Self::Module { module, error } => match module_errors::sentence(module, error) {
				Some(text) => text.get(lang).to_string(),
				None => p::MODULE.fill(lang, &[("module", module), ("error", error)]),
			},
			Self::BadOrigin => p::BAD_ORIGIN.get(lang).to_string(),
			Self::Other(reason) => p::DISPATCH.fill(lang, &[("reason", reason)]),
		}
	}

	/// For programs: `CarbonVoucher.AlreadyPledged`.
	pub fn code(&self) -> String {
		match self {
			Self::Module { module, error } => format!("{module}.{error}"),
			Self::BadOrigin => "BadOrigin".to_string(),
			Self::Other(_) => "Dispatch".to_string(),
		}
	}
}

/// Anything that went wrong.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.say(Lang::En))]
#[allow(missing_docs)]
pub enum Error {
	Unreachable {
		url: String,
		reason: String,
	},
	BadUrl(String),
	WrongChain {
		expected: Hash,
		found: Hash,
	},
	NotTanpiao,
	/// The chain's runtime is not the one this was generated from.
	OtherRuntime(String),
	ConnectionLost,
	/// An answer of the node that was not expected.
	Chain(String),
	Refused(Refusal),
	Failed(Failure),
	/// Submitted, and not final when patience ended.
	NotFinalised {
		transaction: Hash,
		dies: u64,
	},
	/// Submitted, and nothing is known of it.
	Lost {
		transaction: Hash,
	},
	UnknownScheme(String),
	UnknownOffice(String),
	UnknownParty(String),
	UnknownVoucher(String),
	UnknownCertificate(String),
	UnknownPledge(u32),
	UnknownRequest(u32),
	UnknownMotion(u32),
	Unit {
		text: String,
		reason: UnitError,
	},
	Number {
		text: String,
		reason: NumberError,
	},
	TextTooLong {
		field: &'static str,
		length: usize,
		most: usize,
	},
	TextBlank(&'static str),
	TextControl(&'static str),
	CreditCode(String),
	NotAHash(String),
	NotAnAccount(String),
	NotAChoice {
		text: String,
		choices: String,
	},
	Shares(String),
	Key(#[from] KeyError),
	Person(#[from] PersonError),
	File {
		path: PathBuf,
		reason: std::io::Error,
	},
	NotUtf8(PathBuf),
	ArgumentNotUtf8,
	Json {
		path: PathBuf,
		reason: String,
	},
	/// The keys at hand hold fewer seats than a motion takes.
	NoSeats {
		needed: usize,
		held: usize,
	},
	/// The council approved a motion that then failed.
	MotionFailed(Failure),
	/// A step of a play failed.
	Play {
		step: usize,
		command: String,
		case: String,
		reason: Box<Error>,
	},
	/// A step of a play did something else than it should.
	PlayExpected {
		step: usize,
		case: String,
		what: String,
		expected: String,
		found: String,
	},
	PlayLabel(String),
}

impl Error {
	/// What a file could not be read or written for.
	pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
		let path = path.into();
		move |reason| Self::File { path, reason }
	}

	/// A text that is no quantity.
	pub fn unit(text: impl Into<String>) -> impl FnOnce(UnitError) -> Self {
		let text = text.into();
		move |reason| Self::Unit { text, reason }
	}

	/// A text that is no number of a voucher or certificate.
	pub fn number(text: impl Into<String>) -> impl FnOnce(NumberError) -> Self {
		let text = text.into();
		move |reason| Self::Number { text, reason }
	}

	/// The error of a module by which this failed, if it did: `("CarbonVoucher", "AlreadyPledged")`.
	pub fn module_error(&self) -> Option<(&str, &str)> {
		match self {
			Self::Failed(Failure::Module { module, error })
			| Self::MotionFailed(Failure::Module { module, error }) => Some((module, error)),
			_ => None,
		}
	}

	/// In words.
	pub fn say(&self, lang: Lang) -> String {
		match self {
			Self::Unreachable { url, reason } => {
				p::UNREACHABLE.fill(lang, &[("url", url), ("reason", reason)])
			}
			Self::BadUrl(url) => p::BAD_URL.fill(lang, &[("url", url)]),
			Self::WrongChain { expected, found } => {
				p::WRONG_CHAIN.fill(lang, &[("expected", &full(expected)), ("found", &full(found))])
			}
			Self::NotTanpiao => p::NOT_TANPIAO.get(lang).to_string(),
			Self::OtherRuntime(what) => p::OTHER_RUNTIME.fill(lang, &[("what", what)]),
			Self::ConnectionLost => p::CONNECTION_LOST.get(lang).to_string(),
			Self::Chain(reason) => p::CHAIN.fill(lang, &[("reason", reason)]),
			Self::Refused(refusal) => {
				let reason = match refusal {
					Refusal::Other(reason) => reason.as_str(),
					_ => "",
				};
				refusal.text().fill(lang, &[("reason", &reason)])
			}
			Self::Failed(failure) => failure.say(lang),
			Self::NotFinalised { transaction, dies } => {
				p::NOT_FINALISED.fill(lang, &[("transaction", &full(transaction)), ("dies", dies)])
			}
			Self::Lost { transaction } => {
				p::LOST.fill(lang, &[("transaction", &full(transaction))])
			}
			Self::UnknownScheme(code) => p::UNKNOWN_SCHEME.fill(lang, &[("code", code)]),
			Self::UnknownOffice(code) => p::UNKNOWN_OFFICE.fill(lang, &[("code", code)]),
			Self::UnknownParty(party) => p::UNKNOWN_PARTY.fill(lang, &[("party", party)]),
			Self::UnknownVoucher(number) => p::UNKNOWN_VOUCHER.fill(lang, &[("number", number)]),
			Self::UnknownCertificate(number) => {
				p::UNKNOWN_CERTIFICATE.fill(lang, &[("number", number)])
			}
			Self::UnknownPledge(number) => p::UNKNOWN_PLEDGE.fill(lang, &[("number", number)]),
			Self::UnknownRequest(number) => p::UNKNOWN_REQUEST.fill(lang, &[("number", number)]),
			Self::UnknownMotion(number) => p::UNKNOWN_MOTION.fill(lang, &[("number", number)]),
			Self::Unit { text, reason } => say_unit(lang, text, *reason),
			Self::Number { text, reason } => say_number(lang, text, *reason),
			Self::TextTooLong { field, length, most } => p::TEXT_TOO_LONG.fill(
				lang,
				&[("field", &field_name(field).get(lang)), ("length", length), ("most", most)],
			),
			Self::TextBlank(field) => {
				p::TEXT_BLANK.fill(lang, &[("field", &field_name(field).get(lang))])
			}
			Self::TextControl(field) => {
				p::TEXT_CONTROL.fill(lang, &[("field", &field_name(field).get(lang))])
			}
			Self::CreditCode(text) => p::NOT_A_CREDIT_CODE.fill(lang, &[("text", text)]),
			Self::NotAHash(text) => p::NOT_A_HASH.fill(lang, &[("text", text)]),
			Self::NotAnAccount(text) => p::NOT_AN_ACCOUNT.fill(lang, &[("text", text)]),
			Self::NotAChoice { text, choices } => {
				p::NOT_A_CHOICE.fill(lang, &[("text", text), ("choices", choices)])
			}
			Self::Shares(text) => p::SHARES.fill(lang, &[("text", text)]),
			Self::Key(error) => say_key(lang, error),
			Self::Person(error) => say_person(lang, error),
			Self::File { path, reason } => {
				p::FILE.fill(lang, &[("path", &path.display()), ("reason", reason)])
			}
			Self::ArgumentNotUtf8 => p::ARGUMENT_NOT_UTF8.get(lang).to_string(),
			Self::NotUtf8(path) => p::NOT_UTF8.fill(lang, &[("path", &path.display())]),
			Self::Json { path, reason } => {
				p::JSON.fill(lang, &[("path", &path.display()), ("reason", reason)])
			}
			Self::NoSeats { needed, held } => {
				p::NO_SEATS.fill(lang, &[("needed", needed), ("held", held)])
			}
			Self::MotionFailed(failure) => {
				p::MOTION_FAILED.fill(lang, &[("reason", &failure.say(lang))])
			}
			Self::Play { step, command, case, reason } => p::PLAY.fill(
				lang,
				&[
					("step", step),
					("command", command),
					("case", case),
					("reason", &reason.say(lang)),
				],
			),
			Self::PlayExpected { step, case, what, expected, found } => p::PLAY_EXPECTED.fill(
				lang,
				&[
					("step", step),
					("case", case),
					("what", what),
					("expected", expected),
					("found", found),
				],
			),
			Self::PlayLabel(label) => p::PLAY_LABEL.fill(lang, &[("label", label)]),
		}
	}

	/// For programs: the variant, or `CarbonVoucher.AlreadyPledged`, `Unit.Zero` and the like.
	pub fn code(&self) -> String {
		match self {
			Self::Refused(refusal) => match refusal {
				Refusal::Other(_) => "Refused.Other".to_string(),
				refusal => format!("Refused.{refusal:?}"),
			},
			Self::Failed(failure) | Self::MotionFailed(failure) => failure.code(),
			Self::Play { reason, .. } => reason.code(),
			Self::Unit { reason, .. }
			| Self::Number { reason: NumberError::Amount(reason), .. } => {
				format!("Unit.{}", variant(reason))
			}
			Self::Number { reason, .. } => format!("Number.{}", variant(reason)),
			Self::Key(reason) => format!("Key.{}", variant(reason)),
			Self::Person(reason) => format!("Person.{}", variant(reason)),
			other => variant(other),
		}
	}

	/// As `--json` prints it.
	pub fn json(&self) -> serde_json::Value {
		json!({ "error": {
			"code": self.code(),
			"zh": self.say(Lang::Zh),
			"en": self.say(Lang::En),
		}})
	}

	/// What the process ends with: 3 where the node is not to be had, 1 otherwise. (2 is clap's.)
	pub fn exit_code(&self) -> u8 {
		match self {
			Self::Unreachable { .. }
			| Self::BadUrl(_)
			| Self::WrongChain { .. }
			| Self::NotTanpiao
			| Self::OtherRuntime(_)
			| Self::ConnectionLost => 3,
			_ => 1,
		}
	}
}

impl From<subxt::Error> for Error {
	fn from(error: subxt::Error) -> Self {
		use subxt::error::{ExtrinsicError, RuntimeApiError, StorageError, ViewFunctionError};
		let reason = error.to_string();
		match error {
			subxt::Error::ExtrinsicError(
				ExtrinsicError::IncompatibleCodegen
				| ExtrinsicError::PalletNameNotFound(_)
				| ExtrinsicError::CallNameNotFound { .. },
			)
			| subxt::Error::StorageError(
				StorageError::IncompatibleCodegen
				| StorageError::PalletNameNotFound(_)
				| StorageError::StorageEntryNotFound { .. },
			)
			| subxt::Error::RuntimeApiError(
				RuntimeApiError::IncompatibleCodegen
				| RuntimeApiError::TraitNotFound(_)
				| RuntimeApiError::MethodNotFound { .. },
			)
			| subxt::Error::ViewFunctionError(
				ViewFunctionError::IncompatibleCodegen
				| ViewFunctionError::PalletNotFound(_)
				| ViewFunctionError::ViewFunctionNotFound { .. },
			) => Self::OtherRuntime(reason),
			_ => Self::Chain(reason),
		}
	}
}

/// The name of a value's variant.
fn variant(value: &impl core::fmt::Debug) -> String {
	format!("{value:?}").chars().take_while(|c| c.is_alphanumeric()).collect()
}

/// A hash in full; `Display` shortens it.
fn full(hash: &Hash) -> String {
	format!("{hash:?}")
}

fn say_unit(lang: Lang, text: &str, reason: UnitError) -> String {
	let (template, decimals) = match reason {
		UnitError::NotANumber => (p::NOT_A_NUMBER, 0),
		UnitError::Separator => (p::SEPARATOR, 0),
		UnitError::TooManyDecimals(decimals) => (p::DECIMALS, decimals),
		UnitError::Zero => (p::ZERO, 0),
		UnitError::TooLarge => (p::TOO_LARGE, 0),
		UnitError::NotADate => (p::NOT_A_DATE, 0),
	};
	template.fill(lang, &[("text", &text), ("decimals", &decimals)])
}

fn say_number(lang: Lang, text: &str, reason: NumberError) -> String {
	let template = match reason {
		NumberError::Voucher => p::NOT_A_VOUCHER,
		NumberError::Certificate => p::NOT_A_CERTIFICATE,
		NumberError::Edition => p::NOT_AN_EDITION,
		NumberError::Amount(reason) => return say_unit(lang, text, reason),
	};
	template.fill(lang, &[("text", &text)])
}

fn say_key(lang: Lang, error: &KeyError) -> String {
	match error {
		KeyError::Missing => p::NO_KEY.get(lang).to_string(),
		KeyError::File { path, reason } => {
			p::FILE.fill(lang, &[("path", &path.display()), ("reason", reason)])
		}
		KeyError::Exists(path) => p::KEY_EXISTS.fill(lang, &[("path", &path.display())]),
		KeyError::Exposed(path) => p::KEY_EXPOSED.fill(lang, &[("path", &path.display())]),
		KeyError::Malformed => p::KEY_MALFORMED.get(lang).to_string(),
		KeyError::NoRandomness => p::NO_RANDOMNESS.get(lang).to_string(),
	}
}

fn say_person(lang: Lang, error: &PersonError) -> String {
	let (template, text): (Text, &dyn Display) = match error {
		PersonError::BlankName => (p::PERSON_NAME, &""),
		PersonError::UnknownKind(kind) => (p::PERSON_KIND, kind),
		PersonError::BlankNumber => (p::PERSON_NUMBER, &""),
		PersonError::WrongIdentityNumber => (p::PERSON_IDENTITY, &""),
		PersonError::NotAKey => (p::REGISTER_KEY, &""),
	};
	template.fill(lang, &[("text", text)])
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn errors_speak_both_languages_and_have_codes() {
		let failed = Error::Failed(Failure::Module {
			module: "CarbonVoucher".into(),
			error: "AlreadyPledged".into(),
		});
		assert!(failed.say(Lang::Zh).contains("已质押"));
		assert!(failed.say(Lang::En).contains("pledged"));
		assert_eq!(failed.code(), "CarbonVoucher.AlreadyPledged");
		assert_eq!(Error::Refused(Refusal::NotAdmitted).code(), "Refused.NotAdmitted");
		assert_eq!(Error::UnknownPledge(3).code(), "UnknownPledge");
		assert_eq!(Error::NotTanpiao.code(), "NotTanpiao");
		let wrong = Error::unit("1.2345")(UnitError::TooManyDecimals(3));
		assert!(wrong.say(Lang::Zh).contains("最多 3 位") && wrong.say(Lang::En).contains('3'));
		assert_eq!(wrong.json()["error"]["code"], "Unit.TooManyDecimals");
		let zero = Error::number("WH-2026-000001:0")(NumberError::Amount(UnitError::Zero));
		assert_eq!(zero.code(), "Unit.Zero");
		assert_eq!(Error::number("WH")(NumberError::Voucher).code(), "Number.Voucher");
		assert_eq!(Error::from(KeyError::Missing).code(), "Key.Missing");
	}

	#[test]
	fn a_module_error_without_a_sentence_is_named() {
		let failure = Failure::Module { module: "Grandpa".into(), error: "TooSoon".into() };
		assert!(
			failure.say(Lang::En).contains("Grandpa") && failure.say(Lang::Zh).contains("TooSoon")
		);
	}
}
