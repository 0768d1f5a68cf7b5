//! What the register holds.

// Derived code casts codec indices.
#![allow(clippy::cast_possible_truncation)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::Get;
use scale_info::TypeInfo;
use sp_core::H256;
use tanpiao_support::{Day, DocumentHash, OfficeId, PartyId, SchemeId, Text};

/// Most accounts of a party.
pub const MAX_ACCOUNTS: u32 = 8;

/// Most blocks for which an account's signature or an invitation may be valid.
pub const MAX_VALIDITY: u32 = 302_400;

/// The first party's number: 0 is nobody's.
pub struct FirstParty;

impl Get<PartyId> for FirstParty {
	fn get() -> PartyId {
		PartyId(1)
	}
}

/// A unified social credit code (统一社会信用代码), GB 32100-2015: 18 digits and capitals without I,
/// O, S, V and Z, the last of which checks the others.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub struct CreditCode(pub [u8; 18]);

/// Not a unified social credit code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CreditCodeError;

impl CreditCode {
	const ALPHABET: &'static [u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

	/// Checks alphabet and check character.
	pub fn check(&self) -> Result<(), CreditCodeError> {
		let (check, body) = self.0.split_last().ok_or(CreditCodeError)?;
		if Self::check_character(body) == Some(*check) {
			Ok(())
		} else {
			Err(CreditCodeError)
		}
	}

	/// The character that completes `body`; `None` if that strays from the alphabet.
	pub fn check_character(body: &[u8]) -> Option<u8> {
		let mut weight = 1usize;
		let mut sum = 0usize;
		for character in body {
			let value = Self::ALPHABET.iter().position(|letter| letter == character)?;
			sum = weight.checked_mul(value)?.checked_add(sum)?.checked_rem(31)?;
			weight = weight.checked_mul(3)?.checked_rem(31)?;
		}
		Self::ALPHABET.get(31usize.checked_sub(sum)?.checked_rem(31)?).copied()
	}
}

/// Who a party is.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Identity {
	/// An organisation, in public.
	#[codec(index = 0)]
	Organisation {
		/// Its name, UTF-8.
		name: Text<128>,
		/// Unique on the whole chain.
		code: CreditCode,
	},
	/// A person, shown as 自然人 and party number.
	#[codec(index = 1)]
	Person {
		/// blake2_256 over a domain tag, a 32-byte salt and the name.
		commitment: H256,
		/// HMAC-SHA256 with Register's key over document kind and number; unique in the scheme.
		tag: H256,
	},
}

/// Whether what a party signs counts.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum PartyStatus {
	/// It does.
	#[codec(index = 0)]
	Active,
	/// Not until the party is reinstated.
	#[codec(index = 1)]
	Suspended,
}

/// A party's entry in the register (权利人, 当事人).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Party {
	/// Who it is.
	pub identity: Identity,
	/// The scheme that registered it; its Register keeps the entry.
	pub scheme: SchemeId,
	/// The office that checked its papers.
	pub registered_by: OfficeId,
	/// Day of registration.
	pub since: Day,
	/// Whether what it signs counts.
	pub status: PartyStatus,
	/// Whether nothing may be transferred to it without its signature.
	pub asks_consent: bool,
	/// How many accounts act for it.
	pub accounts: u32,
}

impl Party {
	/// A new entry: active, without accounts.
	pub fn new(identity: Identity, scheme: SchemeId, registered_by: OfficeId, since: Day) -> Self {
		Self {
			identity,
			scheme,
			registered_by,
			since,
			status: PartyStatus::Active,
			asks_consent: false,
			accounts: 0,
		}
	}

	/// Whether it is not suspended.
	pub fn is_active(&self) -> bool {
		self.status == PartyStatus::Active
	}
}

/// That a party may take pledges in a scheme.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Licence {
	/// The office that granted it.
	pub by: OfficeId,
	/// Day of the grant.
	pub since: Day,
	/// The decision.
	pub evidence: DocumentHash,
}

/// That an account may confirm that it acts for a party.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Invitation<BlockNumber> {
	/// The party.
	pub party: PartyId,
	/// First block in which it may not any more.
	pub valid_until: BlockNumber,
}

/// What ends by a block coming.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Expiry<AccountId> {
	/// The invitation of an account.
	#[codec(index = 0)]
	Invitation(AccountId),
	/// That the account's signature of this end was used to add it to the party.
	#[codec(index = 1)]
	Signature(PartyId, AccountId),
}

#[cfg(test)]
mod tests {
	use super::*;

	fn code(text: &[u8; 18]) -> Result<(), CreditCodeError> {
		CreditCode(*text).check()
	}

	#[test]
	fn codes_in_use_pass() {
		// The standard's own example, then two companies'.
		assert_eq!(code(b"91350100M000100Y43"), Ok(()));
		assert_eq!(code(b"9144030071526726XG"), Ok(()));
		assert_eq!(code(b"914403001922038216"), Ok(()));
	}

	#[test]
	fn a_wrong_character_fails() {
		let good = b"91350100M000100Y43";
		for at in 0..18 {
			for letter in CreditCode::ALPHABET.iter().filter(|letter| **letter != good[at]) {
				let mut bad = *good;
				bad[at] = *letter;
				assert_eq!(code(&bad), Err(CreditCodeError), "{}", String::from_utf8_lossy(&bad));
			}
		}
	}

	#[test]
	fn characters_outside_the_alphabet_fail() {
		for stray in *b"IOSVZa -\xff" {
			let mut body = *b"91350100M000100Y4";
			body[8] = stray;
			assert_eq!(CreditCode::check_character(&body), None);
		}
	}

	#[test]
	fn entries_stay_small() {
		assert!(Party::max_encoded_len() < 256);
		assert!(Licence::max_encoded_len() < 64);
		assert!(Invitation::<u32>::max_encoded_len() < 64);
	}
}
