//! What stands on chain instead of a person's name and identity number.
//!
//! A commitment to the name, which its salt opens, and a tag that is the same for the same identity
//! document at the same register, which only the register's key can compute. Neither reveals the
//! other's input, and destroying the salt is erasure.

use core::str::FromStr;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subxt::config::{substrate::BlakeTwo256, Hasher};
use subxt::utils::H256;

/// What every commitment to a name begins with.
pub const COMMITMENT_TAG: &[u8] = b"tanpiao/person";

/// Why something cannot stand for a person.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PersonError {
	/// A name of white space only.
	#[error("blank name")]
	BlankName,
	/// Not one of the document kinds.
	#[error("unknown document kind {0}")]
	UnknownKind(String),
	/// A blank document number.
	#[error("blank document number")]
	BlankNumber,
	/// A resident identity number whose check character is wrong (GB 11643).
	#[error("wrong resident identity number")]
	WrongIdentityNumber,
	/// Not 32 bytes in hexadecimal.
	#[error("not 32 bytes in hexadecimal")]
	NotAKey,
}

/// The salt of a commitment, kept off chain by the register and the person.
#[derive(Clone, Eq, PartialEq)]
pub struct Salt(pub [u8; 32]);

impl Salt {
	/// A new one from the operating system.
	pub fn random() -> Result<Self, getrandom::Error> {
		let mut salt = [0; 32];
		getrandom::fill(&mut salt)?;
		Ok(Self(salt))
	}
}

impl FromStr for Salt {
	type Err = PersonError;
	fn from_str(text: &str) -> Result<Self, PersonError> {
		bytes32(text).map(Self)
	}
}

/// The register's secret key for uniqueness tags.
#[derive(Clone)]
pub struct RegisterKey(pub [u8; 32]);

impl FromStr for RegisterKey {
	type Err = PersonError;
	fn from_str(text: &str) -> Result<Self, PersonError> {
		bytes32(text).map(Self)
	}
}

fn bytes32(text: &str) -> Result<[u8; 32], PersonError> {
	let text = text.trim();
	let mut bytes = [0; 32];
	hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut bytes)
		.map_err(|_| PersonError::NotAKey)?;
	Ok(bytes)
}

/// Kind of identity document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DocumentKind {
	/// 居民身份证.
	ResidentId,
	/// 护照.
	Passport,
	/// 港澳居民来往内地通行证.
	HongKongMacaoPermit,
	/// 台湾居民来往大陆通行证.
	TaiwanPermit,
	/// 外国人永久居留身份证.
	PermanentResidence,
	/// 其他.
	Other,
}

impl DocumentKind {
	/// The name that enters the tag and is written on a command line.
	pub fn name(self) -> &'static str {
		match self {
			Self::ResidentId => "resident-id",
			Self::Passport => "passport",
			Self::HongKongMacaoPermit => "hk-macao-permit",
			Self::TaiwanPermit => "taiwan-permit",
			Self::PermanentResidence => "permanent-residence",
			Self::Other => "other",
		}
	}
}

impl FromStr for DocumentKind {
	type Err = PersonError;
	fn from_str(text: &str) -> Result<Self, PersonError> {
		[
			Self::ResidentId,
			Self::Passport,
			Self::HongKongMacaoPermit,
			Self::TaiwanPermit,
			Self::PermanentResidence,
			Self::Other,
		]
		.into_iter()
		.find(|kind| kind.name() == text)
		.ok_or_else(|| PersonError::UnknownKind(text.to_string()))
	}
}

/// An identity document, its number without blanks and in capitals.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Document {
	kind: DocumentKind,
	number: String,
}

impl Document {
	/// Checks and normalises the number, so that one document has one tag.
	pub fn new(kind: DocumentKind, number: &str) -> Result<Self, PersonError> {
		let number: String =
			number.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
		if number.is_empty() {
			return Err(PersonError::BlankNumber);
		}
		if kind == DocumentKind::ResidentId && !is_resident_id(&number) {
			return Err(PersonError::WrongIdentityNumber);
		}
		Ok(Self { kind, number })
	}
}

impl FromStr for Document {
	type Err = PersonError;
	/// `resident-id:110105...`
	fn from_str(text: &str) -> Result<Self, PersonError> {
		let (kind, number) = text.split_once(':').ok_or(PersonError::BlankNumber)?;
		Self::new(kind.trim().parse()?, number)
	}
}

/// Seventeen digits and the check character of GB 11643-1999 (ISO 7064 MOD 11-2).
fn is_resident_id(number: &str) -> bool {
	let bytes = number.as_bytes();
	if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) {
		return false;
	}
	let sum = bytes[..17].iter().fold(0u32, |sum, digit| (sum + u32::from(digit - b'0')) * 2 % 11);
	let check = (12 - sum) % 11;
	bytes[17] == if check == 10 { b'X' } else { b'0' + check as u8 }
}

/// blake2-256 over the tag, the salt and the name: the name only, so that disclosing it reveals no
/// identity number. White space around the name does not count.
pub fn commitment(salt: &Salt, name: &str) -> Result<H256, PersonError> {
	let name = name.trim();
	if name.is_empty() {
		return Err(PersonError::BlankName);
	}
	Ok(BlakeTwo256.hash(&[COMMITMENT_TAG, &salt.0, name.as_bytes()].concat()))
}

/// HMAC-SHA256 with the register's key over `kind:number`.
pub fn uniqueness_tag(key: &RegisterKey, document: &Document) -> H256 {
	let mut mac = Hmac::<Sha256>::new_from_slice(&key.0).expect("HMAC takes keys of any length");
	mac.update(document.kind.name().as_bytes());
	mac.update(b":");
	mac.update(document.number.as_bytes());
	H256(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_commitment_depends_on_salt_and_name_only() {
		let (salt, other) = (Salt([1; 32]), Salt([2; 32]));
		let zhang = commitment(&salt, "张三").unwrap();
		assert_eq!(commitment(&salt, " 张三 ").unwrap(), zhang);
		assert_ne!(commitment(&other, "张三").unwrap(), zhang);
		assert_ne!(commitment(&salt, "李四").unwrap(), zhang);
		assert_eq!(commitment(&salt, "\u{3000}"), Err(PersonError::BlankName));
		assert_ne!(Salt::random().unwrap().0, Salt::random().unwrap().0);
	}

	#[test]
	fn a_commitment_can_be_checked_without_this_crate() {
		// b2sum -l 256 over the tag, 32 zero bytes and the UTF-8 of the name
		assert_eq!(
			hex::encode(commitment(&Salt([0; 32]), "张三").unwrap()),
			"5a63c037470500633d00443f28de30a6aecdeff1894fee49a5c668bcdea61679"
		);
	}

	#[test]
	fn one_document_has_one_tag() {
		let key = RegisterKey([7; 32]);
		let tag = |text: &str| uniqueness_tag(&key, &text.parse().unwrap());
		assert_eq!(tag("resident-id:11010519491231002X"), tag("resident-id: 110105 19491231 002x"));
		assert_ne!(tag("passport:E12345678"), tag("other:E12345678"));
		let other = uniqueness_tag(&RegisterKey([8; 32]), &"passport:E1".parse().unwrap());
		assert_ne!(tag("passport:E1"), other);
		// openssl dgst -sha256 -mac HMAC
		assert_eq!(
			hex::encode(tag("passport:E1")),
			"793682e2804e312e78f987e6a150e71b6ea3a1574757be993d3f4420b2f1f879"
		);
	}

	#[test]
	fn wrong_documents_are_refused() {
		for (text, error) in [
			("resident-id:110105194912310021", PersonError::WrongIdentityNumber),
			("resident-id:1101051949123100", PersonError::WrongIdentityNumber),
			("passport: ", PersonError::BlankNumber),
			("passport", PersonError::BlankNumber),
			("badge:1", PersonError::UnknownKind("badge".into())),
		] {
			assert_eq!(text.parse::<Document>(), Err(error), "{text}");
		}
		assert!("0x00".parse::<RegisterKey>().is_err());
		assert!("ab".repeat(32).parse::<Salt>().is_ok());
	}
}
