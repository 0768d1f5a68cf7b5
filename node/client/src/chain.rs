//! The chain's calls, types and reads, generated from the metadata beside this crate, and the step
//! from plain values to the chain's bounded ones.

use crate::{
	error::Error,
	units::{Day, Fen, Kilograms, SquareMetres},
};
use std::sync::OnceLock;
use subxt::{Metadata, SubstrateConfig};

/// Generated from `metadata.scale`, which a test compares with the runtime's.
#[subxt::subxt(
	runtime_metadata_path = "metadata.scale",
	derive_for_all_types = "Clone, Eq, PartialEq",
	substitute_type(path = "sp_runtime::MultiSignature", with = "::subxt::utils::MultiSignature")
)]
#[allow(missing_docs, reason = "generated")]
pub mod runtime {}

pub use runtime::runtime_types::{
	bounded_collections::bounded_vec::BoundedVec,
	pallet_parties::types as parties,
	pallet_schemes::types as schemes,
	tanpiao_support::{
		ids::{
			CertificateId, EscrowId, FreezeId, InspectionId, IssuanceId, LossId, OfficeId, OrderId,
			PartyId, PledgeId, ProposalId, RequestId, SchemeId, ShareOfferId, VoucherId,
		},
		order::{Allotment, IssueOrder, Lot},
		ownership::{Ownership, Share},
		scheme as rules,
		text::Names,
		units,
	},
};

/// What parties and offices may use of blocks.
pub mod allowances {
	pub use super::runtime::runtime_types::pallet_parties::{admission::Class, allowance::*};
}

/// What the ledger stores and tells.
pub mod vouchers {
	pub use super::runtime::runtime_types::pallet_carbon_voucher::{
		audit::*,
		types::{
			hold::*, issuance::*, offset::*, owners::*, pledge::*, ranges::*, register::*,
			transfer::*, voucher::*,
		},
	};
}

/// How transactions of this chain are made: as of any Substrate chain. The extensions of its own
/// carry no data, so that subxt need not know them.
pub type ChainConfig = SubstrateConfig;

/// 32 bytes.
pub type Hash = subxt::utils::H256;

/// An account, printed with the address format of Substrate (42).
pub type AccountId = subxt::utils::AccountId32;

/// A bounded text of the chain.
pub type Text = BoundedVec<u8>;

const METADATA: &[u8] = include_bytes!("../metadata.scale");

/// The metadata that [`runtime`] was generated from.
pub fn metadata() -> &'static Metadata {
	static DECODED: OnceLock<Metadata> = OnceLock::new();
	DECODED.get_or_init(|| {
		Metadata::decode_from(METADATA).expect("what could be generated from can be decoded")
	})
}

macro_rules! newtypes {
	($($ours:ident),*) => {$(
		impl From<units::$ours> for $ours {
			fn from(theirs: units::$ours) -> Self {
				Self(theirs.0)
			}
		}

		impl From<$ours> for units::$ours {
			fn from(ours: $ours) -> Self {
				Self(ours.0)
			}
		}
	)*};
}

newtypes!(Kilograms, Fen, SquareMetres, Day);

/// A text that must not be blank, of at most `most` bytes.
pub fn text(field: &'static str, text: &str, most: usize) -> Result<Text, Error> {
	if text.trim().is_empty() {
		return Err(Error::TextBlank(field));
	}
	optional_text(field, text, most)
}

/// A text that may be left out, of at most `most` bytes.
pub fn optional_text(field: &'static str, text: &str, most: usize) -> Result<Text, Error> {
	if text.chars().any(char::is_control) {
		return Err(Error::TextControl(field));
	}
	if text.len() > most {
		return Err(Error::TextTooLong { field, length: text.len(), most });
	}
	Ok(BoundedVec(text.as_bytes().to_vec()))
}

/// A text of the chain, which it checked to be UTF-8.
pub fn read(text: &Text) -> String {
	String::from_utf8_lossy(&text.0).into_owned()
}

/// A unified social credit code whose check character is right (GB 32100-2015).
pub fn credit_code(text: &str) -> Result<parties::CreditCode, Error> {
	const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
	let text = text.trim();
	let wrong = || Error::CreditCode(text.to_string());
	let code: [u8; 18] = text.as_bytes().try_into().map_err(|_| wrong())?;
	let value =
		|character: u8| ALPHABET.iter().position(|letter| *letter == character).ok_or_else(wrong);
	let (body, check) = code.split_at(17);
	let (mut sum, mut weight) = (0, 1);
	for character in body {
		sum += value(*character)? * weight;
		weight = weight * 3 % 31;
	}
	match check.iter().all(|check| ALPHABET.get((31 - sum % 31) % 31) == Some(check)) {
		true => Ok(parties::CreditCode(code)),
		false => Err(wrong()),
	}
}

/// 32 bytes in hexadecimal, with or without `0x`.
pub fn hash(text: &str) -> Result<Hash, Error> {
	let mut bytes = [0; 32];
	let trimmed = text.trim();
	hex::decode_to_slice(trimmed.strip_prefix("0x").unwrap_or(trimmed), &mut bytes)
		.map_err(|_| Error::NotAHash(text.to_string()))?;
	Ok(Hash::from(bytes))
}

/// An account's address.
pub fn account(text: &str) -> Result<AccountId, Error> {
	text.trim().parse().map_err(|_| Error::NotAnAccount(text.to_string()))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn credit_codes_are_checked_to_the_last_character() {
		for good in ["91350100M000100Y43", "9144030071526726XG", "914403001922038216"] {
			assert!(credit_code(good).is_ok(), "{good}");
		}
		for bad in ["", "91350100M000100Y44", "91350100M000100Y4", "91350100I000100Y43"] {
			assert!(matches!(credit_code(bad), Err(Error::CreditCode(_))), "{bad}");
		}
	}

	#[test]
	fn texts_are_measured_in_bytes() {
		assert!(text("name", "常口村", 9).is_ok());
		assert!(matches!(text("name", "常口村", 8), Err(Error::TextTooLong { length: 9, .. })));
		assert!(matches!(text("name", "\u{3000}", 8), Err(Error::TextBlank("name"))));
		assert!(matches!(text("name", "a\nb", 8), Err(Error::TextControl("name"))));
		assert!(optional_text("name", "", 8).is_ok());
	}

	/// Modules whose errors do not come from what people sign.
	const SILENT: [&str; 1] = ["Grandpa"];

	#[test]
	fn module_errors_and_sentences_are_the_same() {
		use crate::catalogue::module_errors::MODULES;
		let (mut errors, mut sentences) = (BTreeSet::new(), BTreeSet::new());
		for pallet in metadata().pallets().filter(|pallet| !SILENT.contains(&pallet.name())) {
			let variants = pallet.error_variants().unwrap_or_default().iter();
			errors.extend(variants.map(|error| format!("{}.{}", pallet.name(), error.name)));
		}
		for (module, table) in MODULES {
			sentences.extend(table.iter().map(|(error, _)| format!("{module}.{error}")));
		}
		let missing: Vec<_> = errors.difference(&sentences).collect();
		let stale: Vec<_> = sentences.difference(&errors).collect();
		assert!(missing.is_empty() && stale.is_empty(), "missing {missing:?}, stale {stale:?}");
		assert!(errors.len() > 100, "{}", errors.len());
	}
}
