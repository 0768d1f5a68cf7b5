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
use std::{
	io::ErrorKind,
	path::{Path, PathBuf},
};
use subxt::{error::DispatchError, ArcMetadata};

/// What the process ends with when the command line is wrong.
pub const WRONG_USAGE: u8 = 2;

/// What a program may do about an error, as `--json` names it under `retry`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Retry {
	/// Nothing: the same would fail again.
	Never,
	/// Try again after a while, with the same bytes if they are signed: they count once, however
	/// often they are sent.
	Later,
	/// Sign it anew, which takes a new nonce and a new end of validity.
	SignAnew,
	/// It may be on the chain: look the transaction up before anything else.
	LookUp,
}

impl Retry {
	/// For programs.
	pub fn name(self) -> &'static str {
		match self {
			Self::Never => "never",
			Self::Later => "later",
			Self::SignAnew => "sign-anew",
			Self::LookUp => "look-up",
		}
	}
}

/// A command line that is wrong.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct UsageError {
	/// Which mistake it is, such as `UnknownArgument`.
	pub code: String,
	/// In Chinese.
	pub zh: String,
	/// In English.
	pub en: String,
}

/// Why a node does not take a transaction, or let go of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Refusal {
	/// The signer acts for no active party or office.
	NotAdmitted,
	/// It has no end of validity.
	Immortal,
	/// Its nonce is too far ahead.
	FarNonce,
	/// Its party or office has used up its allowance.
	AllowanceSpent,
	/// Its nonce was used, or its time is over.
	Stale,
	/// Its nonce is ahead, and those before it are missing.
	Future,
	/// The signature does not fit.
	BadProof,
	/// It was signed at a block that the chain has forgotten, or never had.
	Ancient,
	/// No block has room for it.
	TooHeavy,
	/// It is signed by nobody.
	BadSigner,
	/// The chain does not offer the call.
	CallClosed,
	/// The node refused it a moment ago.
	Banned,
	/// The node has it.
	AlreadyKnown,
	/// Another one of the same nonce waits.
	LowPriority,
	/// The node has no room.
	PoolFull,
	/// Another one of the same nonce took its place.
	Usurped,
	/// The node let it go.
	Dropped,
	/// It became invalid while it waited.
	TurnedInvalid,
	/// It is in a block that does not become final.
	NoFinality,
	/// Anything else, in the node's words.
	Other(String),
}

impl Refusal {
	fn text(&self) -> Text {
		match self {
			Self::NotAdmitted => r::NOT_ADMITTED,
			Self::Immortal => r::IMMORTAL,
			Self::FarNonce => r::FAR_NONCE,
			Self::AllowanceSpent => r::ALLOWANCE_SPENT,
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

	fn retry(&self) -> Retry {
		match self {
			Self::Future
			| Self::FarNonce
			| Self::AllowanceSpent
			| Self::Banned
			| Self::PoolFull
			| Self::Dropped => Retry::Later,
			Self::Stale
			| Self::BadProof
			| Self::Ancient
			| Self::LowPriority
			| Self::Usurped
			| Self::TurnedInvalid => Retry::SignAnew,
			// Other nodes may have it, or it is in a block already.
			Self::AlreadyKnown | Self::NoFinality => Retry::LookUp,
			Self::NotAdmitted
			| Self::Immortal
			| Self::TooHeavy
			| Self::BadSigner
			| Self::CallClosed
			| Self::Other(_) => Retry::Never,
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
pub enum Error {
	/// The command line is wrong.
	Usage(UsageError),
	/// Nothing answers at the address.
	Unreachable {
		/// The address.
		url: String,
		/// Why not, in the operating system's words.
		reason: String,
	},
	/// Not the address of a web socket.
	BadUrl(String),
	/// Another chain than the one asked for.
	WrongChain {
		/// Genesis hash of the one asked for.
		expected: Hash,
		/// Genesis hash of the one found.
		found: Hash,
	},
	/// The node keeps no carbon voucher ledger.
	NotTanpiao,
	/// The chain's runtime is not the one this was generated from.
	OtherRuntime(String),
	/// The connection ended before anything was submitted.
	ConnectionLost,
	/// An answer of the node that was not expected.
	Chain(String),
	/// A node did not take the transaction, or let go of it.
	Refused(Refusal),
	/// The transaction is in a block and changed nothing.
	Failed(Failure),
	/// Submitted, and the connection ended before its block was final.
	Unsettled {
		/// The transaction.
		transaction: Hash,
		/// The first block in which it is not valid any more.
		dies: u64,
	},
	/// Submitted, and not final when patience ended.
	NotFinalised {
		/// The transaction.
		transaction: Hash,
		/// The first block in which it is not valid any more.
		dies: u64,
	},
	/// Submitted, and nothing is known of it.
	Lost {
		/// The transaction.
		transaction: Hash,
		/// The first block in which it is not valid any more.
		dies: u64,
	},
	/// No scheme has this code or number.
	UnknownScheme(String),
	/// No office has this code or number.
	UnknownOffice(String),
	/// No party has this number or unified social credit code.
	UnknownParty(String),
	/// No voucher has this number.
	UnknownVoucher(String),
	/// No certificate has this number.
	UnknownCertificate(String),
	/// No pledge has this number.
	UnknownPledge(u32),
	/// No waiting offset request has this number.
	UnknownRequest(u32),
	/// No freeze in force or in the queue has this number.
	UnknownFreeze(u32),
	/// No open report of loss has this number.
	UnknownLoss(u32),
	/// No inspection has this number.
	UnknownInspection(u32),
	/// No waiting proposal of co-owners has this number.
	UnknownProposal(u32),
	/// No share on offer has this number.
	UnknownShareOffer(u32),
	/// No change of the pledge with this number waits.
	NoPledgeChange(u32),
	/// No motion before the council has this number.
	UnknownMotion(u32),
	/// No quantity, or no day.
	Unit {
		/// What was written.
		text: String,
		/// What is wrong with it.
		reason: UnitError,
	},
	/// No number of a voucher or certificate, or no lot.
	Number {
		/// What was written.
		text: String,
		/// What is wrong with it.
		reason: NumberError,
	},
	/// A text that the chain has no room for.
	TextTooLong {
		/// Name of the field.
		field: &'static str,
		/// Its length in bytes.
		length: usize,
		/// How many it may have.
		most: usize,
	},
	/// A field without text that must have some.
	TextBlank(&'static str),
	/// A field with control characters in its text.
	TextControl(&'static str),
	/// Not a unified social credit code.
	CreditCode(String),
	/// Not 32 bytes in hexadecimal.
	NotAHash(String),
	/// Not 64 bytes in hexadecimal.
	NotASignature(String),
	/// Not an account's address.
	NotAnAccount(String),
	/// None of the words that are known here.
	NotAChoice {
		/// What was written.
		text: String,
		/// The words that are known.
		choices: String,
	},
	/// Owners that are not as they should be.
	Shares(String),
	/// A key that cannot be had.
	Key(#[from] KeyError),
	/// Something that cannot stand for a person.
	Person(#[from] PersonError),
	/// A file that cannot be read or written.
	File {
		/// Which.
		path: PathBuf,
		/// Why not.
		reason: std::io::Error,
	},
	/// A file that is not text.
	NotUtf8(PathBuf),
	/// An argument that is not text.
	ArgumentNotUtf8,
	/// A form that is not as it should be.
	Json {
		/// Its file.
		path: PathBuf,
		/// What is wrong with it, and where.
		reason: serde_json::Error,
	},
	/// The keys at hand hold fewer seats than a motion takes.
	NoSeats {
		/// How many it takes.
		needed: usize,
		/// How many they hold.
		held: usize,
	},
	/// The council approved a motion that then failed.
	MotionFailed(Failure),
	/// A step of a play failed.
	Play {
		/// Number of the step, from 1.
		step: usize,
		/// What it does.
		command: String,
		/// The published cases that it is taken from.
		case: String,
		/// Why it failed.
		reason: Box<Error>,
	},
	/// A step of a play did something else than it should.
	PlayExpected {
		/// Number of the step, from 1.
		step: usize,
		/// The published cases that it is taken from.
		case: String,
		/// What of the voucher is otherwise.
		what: String,
		/// How it should be.
		expected: String,
		/// How it is.
		found: String,
	},
	/// A play refers to a name that it does not define.
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
			Self::Usage(UsageError { zh, en, .. }) => match lang {
				Lang::Zh => zh.clone(),
				Lang::En => en.clone(),
			},
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
			Self::Unsettled { transaction, dies } => {
				p::UNSETTLED.fill(lang, &[("transaction", &full(transaction)), ("dies", dies)])
			}
			Self::NotFinalised { transaction, dies } => {
				p::NOT_FINALISED.fill(lang, &[("transaction", &full(transaction)), ("dies", dies)])
			}
			Self::Lost { transaction, dies } => {
				p::LOST.fill(lang, &[("transaction", &full(transaction)), ("dies", dies)])
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
			Self::UnknownFreeze(number) => p::UNKNOWN_FREEZE.fill(lang, &[("number", number)]),
			Self::UnknownLoss(number) => p::UNKNOWN_LOSS.fill(lang, &[("number", number)]),
			Self::UnknownInspection(number) => {
				p::UNKNOWN_INSPECTION.fill(lang, &[("number", number)])
			}
			Self::UnknownProposal(number) => p::UNKNOWN_PROPOSAL.fill(lang, &[("number", number)]),
			Self::UnknownShareOffer(number) => {
				p::UNKNOWN_SHARE_OFFER.fill(lang, &[("number", number)])
			}
			Self::NoPledgeChange(number) => p::NO_PLEDGE_CHANGE.fill(lang, &[("number", number)]),
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
			Self::NotASignature(text) => p::NOT_A_SIGNATURE.fill(lang, &[("text", text)]),
			Self::NotAnAccount(text) => p::NOT_AN_ACCOUNT.fill(lang, &[("text", text)]),
			Self::NotAChoice { text, choices } => {
				p::NOT_A_CHOICE.fill(lang, &[("text", text), ("choices", choices)])
			}
			Self::Shares(text) => p::SHARES.fill(lang, &[("text", text)]),
			Self::Key(error) => say_key(lang, error),
			Self::Person(error) => say_person(lang, error),
			Self::File { path, reason } => say_file(lang, path, reason),
			Self::ArgumentNotUtf8 => p::ARGUMENT_NOT_UTF8.get(lang).to_string(),
			Self::NotUtf8(path) => p::NOT_UTF8.fill(lang, &[("path", &path.display())]),
			Self::Json { path, reason } => p::JSON.fill(
				lang,
				&[
					("path", &path.display()),
					("line", &reason.line()),
					("column", &reason.column()),
					("reason", &without_place(reason)),
				],
			),
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
			Self::Usage(usage) => format!("Usage.{}", usage.code),
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
			"retry": self.retry().name(),
			"transaction": self.transaction().map(|hash| full(&hash)),
		}})
	}

	/// What a program may do about it.
	pub fn retry(&self) -> Retry {
		match self {
			Self::Unreachable { .. } | Self::ConnectionLost => Retry::Later,
			Self::Unsettled { .. } | Self::NotFinalised { .. } | Self::Lost { .. } => Retry::LookUp,
			// It may be about what was submitted.
			Self::Chain(_) => Retry::LookUp,
			Self::Refused(refusal) => refusal.retry(),
			Self::Play { reason, .. } => reason.retry(),
			_ => Retry::Never,
		}
	}

	/// The transaction whose outcome is not known.
	pub fn transaction(&self) -> Option<Hash> {
		match self {
			Self::Unsettled { transaction, .. }
			| Self::NotFinalised { transaction, .. }
			| Self::Lost { transaction, .. } => Some(*transaction),
			Self::Play { reason, .. } => reason.transaction(),
			_ => None,
		}
	}

	/// What the process ends with: 3 where the node is not to be had, 2 where the command line is
	/// wrong, 1 otherwise.
	pub fn exit_code(&self) -> u8 {
		match self {
			Self::Usage(_) => WRONG_USAGE,
			Self::Unreachable { .. }
			| Self::BadUrl(_)
			| Self::WrongChain { .. }
			| Self::NotTanpiao
			| Self::OtherRuntime(_)
			| Self::ConnectionLost
			| Self::Unsettled { .. } => 3,
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
		NumberError::NoAmount => p::NO_AMOUNT,
		NumberError::NotWhole => p::NOT_WHOLE,
		NumberError::Amount(reason) => return say_unit(lang, text, reason),
	};
	template.fill(lang, &[("text", &text)])
}

/// The operating system's common reasons in words of ours, others in its own.
fn say_file(lang: Lang, path: &Path, reason: &std::io::Error) -> String {
	let known = match reason.kind() {
		ErrorKind::NotFound => Some(p::FILE_NOT_FOUND),
		ErrorKind::PermissionDenied => Some(p::FILE_FORBIDDEN),
		ErrorKind::AlreadyExists => Some(p::FILE_EXISTS),
		ErrorKind::IsADirectory => Some(p::FILE_IS_DIRECTORY),
		ErrorKind::NotADirectory => Some(p::FILE_NOT_DIRECTORY),
		ErrorKind::InvalidData => Some(p::FILE_NO_TEXT),
		_ => None,
	};
	let known = known.map(|text| text.get(lang).to_string());
	let reason = known.unwrap_or_else(|| reason.to_string());
	p::FILE.fill(lang, &[("path", &path.display()), ("reason", &reason)])
}

/// What is wrong with a form, without the line and column that are said before.
fn without_place(reason: &serde_json::Error) -> String {
	let said = reason.to_string();
	let place = format!(" at line {} column {}", reason.line(), reason.column());
	said.strip_suffix(&place).unwrap_or(&said).to_string()
}

fn say_key(lang: Lang, error: &KeyError) -> String {
	match error {
		KeyError::Missing => p::NO_KEY.get(lang).to_string(),
		KeyError::File { path, reason } => say_file(lang, path, reason),
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
	fn programs_are_told_what_they_may_do() {
		let transaction = Hash::repeat_byte(7);
		for (error, retry) in [
			(Error::Refused(Refusal::PoolFull), "later"),
			(Error::Refused(Refusal::Dropped), "later"),
			(Error::Refused(Refusal::AllowanceSpent), "later"),
			(Error::Refused(Refusal::Stale), "sign-anew"),
			(Error::Refused(Refusal::Usurped), "sign-anew"),
			(Error::Refused(Refusal::NotAdmitted), "never"),
			(Error::Refused(Refusal::AlreadyKnown), "look-up"),
			(Error::Failed(Failure::BadOrigin), "never"),
			(Error::ConnectionLost, "later"),
			(Error::Unsettled { transaction, dies: 90 }, "look-up"),
			(Error::NotFinalised { transaction, dies: 90 }, "look-up"),
			(Error::Lost { transaction, dies: 90 }, "look-up"),
			(Error::UnknownPledge(1), "never"),
		] {
			assert_eq!(error.json()["error"]["retry"], retry, "{error:?}");
			let step = Error::Play {
				step: 1,
				command: String::new(),
				case: String::new(),
				reason: Box::new(error),
			};
			assert_eq!(step.json()["error"]["retry"], retry, "{step:?}");
		}
	}

	#[test]
	fn an_unknown_outcome_names_the_transaction_and_how_to_look_it_up() {
		let transaction = Hash::repeat_byte(7);
		for error in [
			Error::Unsettled { transaction, dies: 90 },
			Error::NotFinalised { transaction, dies: 90 },
			Error::Lost { transaction, dies: 90 },
		] {
			let line = format!("tanpiao transaction {transaction:?} --dies 90");
			assert!(error.say(Lang::Zh).contains(&line) && error.say(Lang::En).contains(&line));
			assert_eq!(error.json()["error"]["transaction"], format!("{transaction:?}"));
		}
		assert!(Error::ConnectionLost.json()["error"]["transaction"].is_null());
		assert_eq!(Error::Unsettled { transaction, dies: 90 }.exit_code(), 3);
	}

	#[test]
	fn reasons_of_files_are_said_in_the_readers_language() {
		let error = Error::file("/a/b")(ErrorKind::NotFound.into());
		assert_eq!(error.say(Lang::Zh), "读写文件 /a/b 失败：没有这个文件");
		assert_eq!(error.say(Lang::En), "File /a/b: there is no such file");
		let reason = serde_json::from_str::<bool>("[\n1]").unwrap_err();
		let error = Error::Json { path: "/a/b".into(), reason };
		assert!(error.say(Lang::Zh).contains("第 1 行第 0 列"), "{}", error.say(Lang::Zh));
		assert!(!error.say(Lang::En).contains(" at line 1 column 0"), "{}", error.say(Lang::En));
	}

	#[test]
	fn a_module_error_without_a_sentence_is_named() {
		let failure = Failure::Module { module: "Grandpa".into(), error: "TooSoon".into() };
		assert!(
			failure.say(Lang::En).contains("Grandpa") && failure.say(Lang::Zh).contains("TooSoon")
		);
	}
}
