//! What schemes and offices are made of.

// `Encode` and `TypeInfo` cast explicit indices.
#![allow(clippy::cast_possible_truncation)]

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{dispatch::DispatchResult, traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use tanpiao_support::{
	as_str, check_text, Duty, DutyRule, Names, OfficeId, PartyId, SchemeCode, SchemeId,
	SchemeRules, Text, TextError,
};

/// Most offices that hold one duty of a scheme.
pub const MAX_HOLDERS: u32 = 8;

/// Most accounts of one office.
pub const MAX_ACCOUNTS: u32 = 16;

/// The offices that hold a duty, in the order in which they were named.
pub type HoldersOf = BoundedVec<OfficeId, ConstU32<MAX_HOLDERS>>;

/// The seats of the departments' council.
pub trait CouncilSeats<AccountId> {
	/// Seats an account that has no seat.
	fn seat(account: &AccountId) -> DispatchResult;

	/// Takes the seat of an account that has one.
	fn unseat(account: &AccountId) -> DispatchResult;

	/// The accounts that sit, in any order.
	fn members() -> Vec<AccountId>;

	/// Seats strangers until `free` seats are left, and fills whatever a change of a seat walks
	/// through.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fill(free: u32);
}

macro_rules! bilingual {
	($(#[$doc:meta] $name:ident($bound:literal);)*) => {$(
		#[$doc]
		#[derive(
			Clone, Debug, Decode, DecodeWithMemTracking, Deserialize, Encode, Eq, MaxEncodedLen,
			PartialEq, Serialize, TypeInfo,
		)]
		#[serde(deny_unknown_fields)]
		pub struct $name {
			/// Chinese.
			#[serde(with = "as_str")]
			pub zh: Text<$bound>,
			/// English.
			#[serde(with = "as_str")]
			pub en: Text<$bound>,
		}

		impl $name {
			/// Checks both.
			pub fn check(&self) -> Result<(), TextError> {
				check_text(&self.zh)?;
				check_text(&self.en)
			}
		}
	)*};
}

bilingual! {
	/// The full name of a measure, each language at most 160 bytes of UTF-8.
	Instrument(160);
	/// What is shown wherever a voucher is: that it is not CCER (H16). Each at most 255 bytes.
	Statement(255);
}

/// A scheme in words.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Profile {
	/// What its numbers begin with. Never changed.
	pub code: SchemeCode,
	/// Short name.
	pub names: Names,
	/// The measure's full name.
	pub instrument: Instrument,
	/// What its vouchers are not.
	pub statement: Statement,
}

/// One to sixteen capital letters and digits, unique. Never changed.
#[derive(
	Clone,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
#[serde(transparent)]
pub struct OfficeCode(#[serde(with = "as_str")] pub Text<16>);

impl OfficeCode {
	/// Whether it has the form of a code.
	pub fn is_valid(&self) -> bool {
		!self.0.is_empty() && self.0.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
	}
}

/// A department or institution.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Office {
	/// What it is looked up by.
	pub code: OfficeCode,
	/// What it is called.
	pub names: Names,
	/// The party as which it owns things, if it does.
	pub party: Option<PartyId>,
	/// Whether it may act.
	pub active: bool,
	/// How many accounts act for it.
	pub accounts: u32,
}

/// Whose accounts are listed.
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
pub enum Holder {
	/// An office's.
	#[codec(index = 0)]
	Office(OfficeId),
	/// A party's.
	#[codec(index = 1)]
	Party(PartyId),
}

/// Who holds a duty.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct DutyHolders {
	/// The offices; at least one.
	pub offices: HoldersOf,
	/// Whose signature does it.
	pub rule: DutyRule,
}

/// A scheme with its duties and the offices that hold them.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct SchemeOverview {
	/// Its number.
	pub scheme: SchemeId,
	/// Its texts.
	pub profile: Profile,
	/// Its rules.
	pub rules: SchemeRules,
	/// The duties that somebody holds, in the order of their codes.
	pub duties: Vec<DutyOverview>,
}

/// A duty with the offices that hold it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct DutyOverview {
	/// The duty.
	pub duty: Duty,
	/// Whose signature does it.
	pub rule: DutyRule,
	/// Its holders, in the order in which they were named.
	pub offices: Vec<OfficeOverview>,
}

/// An office, as a holder of a duty.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct OfficeOverview {
	/// Its number.
	pub id: OfficeId,
	/// The office.
	pub office: Office,
}
