//! What a scheme is made of, and who acts in it.

// Derived code casts codec indices.
#![allow(clippy::cast_possible_truncation)]

use crate::{text::as_str, Day, OfficeId, PartyId, Text};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Two to eight capital letters that begin every number of a scheme. Never changed.
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
pub struct SchemeCode(#[serde(with = "as_str")] pub Text<8>);

/// A code that is not two to eight capital letters.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SchemeCodeError;

impl SchemeCode {
	/// Checks the form. `C` alone would be fine; it is what certificates carry in the second place.
	pub fn check(&self) -> Result<(), SchemeCodeError> {
		if self.0.len() >= 2 && self.0.iter().all(u8::is_ascii_uppercase) {
			Ok(())
		} else {
			Err(SchemeCodeError)
		}
	}
}

macro_rules! codes {
	(
		$(#[$doc:meta])*
		$name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)* }
	) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, Decode, DecodeWithMemTracking, Deserialize, Encode, Eq, Hash,
			MaxEncodedLen, Ord, PartialEq, PartialOrd, Serialize, TypeInfo,
		)]
		pub enum $name {
			$($(#[$vdoc])* #[codec(index = $code)] $variant,)*
		}

		impl $name {
			/// Every one of them, in the order of their codes.
			pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
		}
	};
}

codes! {
	/// One function in a scheme (职责), held by one or more offices (W4, H4, H5, H10, H11).
	Duty {
		/// Scheme data and calendar.
		Coordinate = 0,
		/// Parties, entries, losses.
		Register = 1,
		/// Titles to land.
		VerifyTenure = 2,
		/// Measurement by third parties.
		Measure = 3,
		/// Review by an expert panel (W2).
		ExpertReview = 4,
		/// Formal check of an application.
		Accept = 5,
		/// Examination of an application.
		Examine = 6,
		/// 审定.
		Determine = 7,
		/// 备案签发.
		File = 8,
		/// 制发.
		Issue = 9,
		/// Certificates of offset (W4, H4).
		CertifyOffset = 10,
		/// Inspection (W20, H6).
		Supervise = 11,
		/// Licences of pledgees (W4, H4).
		OverseeFinance = 12,
		/// The trading platform (W13, H11).
		OperateMarket = 13,
	}
}

codes! {
	/// Kind of land a reduction comes from (W2, H2). Bamboo is forest, a tea garden farmland.
	Ecosystem {
		/// 林地.
		Forest = 0,
		/// 耕地, tea gardens included.
		Farmland = 1,
		/// 草地.
		Grassland = 2,
		/// 湿地, mangroves included.
		Wetland = 3,
		/// 海洋.
		Marine = 4,
	}
}

/// A set of ecosystems, one bit for each code.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
#[serde(transparent)]
pub struct Ecosystems(pub u8);

impl Ecosystems {
	/// The set of these.
	pub fn of(list: &[Ecosystem]) -> Self {
		Self(list.iter().fold(0, |bits, ecosystem| bits | Self::bit(*ecosystem)))
	}

	/// Whether it is one of them.
	pub fn contains(self, ecosystem: Ecosystem) -> bool {
		self.0 & Self::bit(ecosystem) != 0
	}

	/// Whether it is a set of known ecosystems with at least one in it.
	pub fn is_valid(self) -> bool {
		self.0 != 0 && self.0 & !Self::of(Ecosystem::ALL).0 == 0
	}

	const fn bit(ecosystem: Ecosystem) -> u8 {
		match ecosystem {
			Ecosystem::Forest => 1,
			Ecosystem::Farmland => 2,
			Ecosystem::Grassland => 4,
			Ecosystem::Wetland => 8,
			Ecosystem::Marine => 16,
		}
	}
}

/// Which duty, if any, must effect a sale or a gift; `None`: the parties' own signatures do.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
pub struct EffectDuties {
	/// Heshan: OperateMarket (H13).
	pub sale: Option<Duty>,
	/// Nobody in both presets.
	pub gift: Option<Duty>,
}

/// How many days things that wait for somebody may wait.
#[derive(
	Clone,
	Copy,
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
pub struct Periods {
	/// Public notice of a lost voucher (W9, H12).
	pub loss_notice: u16,
	/// A transfer waiting for its receiver or its duty.
	pub transfer: u16,
	/// A pledge offer waiting for the pledgee.
	pub pledge_offer: u16,
	/// An offset request waiting for its certificate.
	pub offset: u16,
	/// An act waiting for co-owners' signatures.
	pub proposal: u16,
	/// A share on sale, open to the other owners first (CC 306).
	pub preemption: u16,
}

impl Periods {
	/// Whether each gives at least a day.
	pub fn is_valid(&self) -> bool {
		let Self { loss_notice, transfer, pledge_offer, offset, proposal, preemption } = *self;
		[loss_notice, transfer, pledge_offer, offset, proposal, preemption].iter().all(|d| *d > 0)
	}
}

/// Where a scheme's land lies: CGCS2000, units of 1e-7 degrees.
#[derive(
	Clone,
	Copy,
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
pub struct BoundingBox {
	/// Least longitude.
	pub west: i32,
	/// Least latitude.
	pub south: i32,
	/// Greatest longitude.
	pub east: i32,
	/// Greatest latitude.
	pub north: i32,
}

impl BoundingBox {
	/// Whether it has an inside and lies on the globe.
	pub fn is_valid(&self) -> bool {
		self.west < self.east
			&& self.south < self.north
			&& self.west >= -1_800_000_000
			&& self.east <= 1_800_000_000
			&& self.south >= -900_000_000
			&& self.north <= 900_000_000
	}
}

/// The part of a scheme that transactions read: small, without its texts.
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
pub struct SchemeRules {
	/// Where its land lies.
	pub bounds: BoundingBox,
	/// What its land may be (W2, H2).
	pub ecosystems: Ecosystems,
	/// Who effects sales and gifts.
	pub effects: EffectDuties,
	/// Waiting times.
	pub periods: Periods,
	/// First day on which it is in force.
	pub valid_from: Day,
	/// First day on which it is not any more (W23); `None`: no end.
	pub valid_until: Option<Day>,
}

impl SchemeRules {
	/// Whether anything new may be applied for or issued on `day` (W23). What exists lives on.
	pub fn in_force(&self, day: Day) -> bool {
		self.valid_from <= day && self.valid_until.is_none_or(|end| day < end)
	}
}

codes! {
	/// Whose signature does a duty that several offices hold.
	DutyRule {
		/// One of them is enough.
		Any = 0,
		/// All of them together (会同).
		All = 1,
	}
}

/// What an office's account may be used for; a set of bits.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
#[serde(transparent)]
pub struct Roles(pub u8);

impl Roles {
	/// Signs for the office's duties.
	pub const OPERATOR: Self = Self(1);
	/// Sits for the office in the council.
	pub const COUNCIL: Self = Self(2);
	/// Is the office's validator.
	pub const VALIDATOR: Self = Self(4);
	/// Submits for a trading platform in bulk: signs for duties, at a lower priority.
	pub const PLATFORM: Self = Self(8);

	/// These and those.
	pub const fn and(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether all of `other` are among them.
	pub const fn contains(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}

	/// Whether it is a set of known roles with at least one in it.
	pub const fn is_valid(self) -> bool {
		self.0 != 0 && self.0 < 16
	}

	/// Whether it may sign for the office's duties.
	pub const fn signs_duties(self) -> bool {
		self.contains(Self::OPERATOR) || self.contains(Self::PLATFORM)
	}
}

/// Whom an account acts for. An account belongs to at most one of them.
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
pub enum Actor {
	/// An office, in these roles.
	#[codec(index = 0)]
	Office(OfficeId, Roles),
	/// A party.
	#[codec(index = 1)]
	Party(PartyId),
}

/// Who signed: what an origin that passed yields.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Signatory<AccountId, Who> {
	/// The signing account.
	pub account: AccountId,
	/// For whom it signed.
	pub who: Who,
}

/// Who signed a change.
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
pub enum By<AccountId> {
	/// Nobody: a day passed.
	#[codec(index = 0)]
	Expiry,
	/// An office, through an account of its.
	#[codec(index = 1)]
	Office(OfficeId, AccountId),
	/// A party, through an account of its.
	#[codec(index = 2)]
	Party(PartyId, AccountId),
}

impl<AccountId> From<Signatory<AccountId, OfficeId>> for By<AccountId> {
	fn from(signed: Signatory<AccountId, OfficeId>) -> Self {
		Self::Office(signed.who, signed.account)
	}
}

impl<AccountId> From<Signatory<AccountId, PartyId>> for By<AccountId> {
	fn from(signed: Signatory<AccountId, PartyId>) -> Self {
		Self::Party(signed.who, signed.account)
	}
}

/// An account that signs for an active office's duties.
pub type Officer<AccountId> = Signatory<AccountId, OfficeId>;

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn w23_a_scheme_is_in_force_from_its_first_day_to_the_day_before_its_last() {
		let mut rules = SchemeRules {
			bounds: BoundingBox { west: 0, south: 0, east: 1, north: 1 },
			ecosystems: Ecosystems::of(&[Ecosystem::Forest]),
			effects: EffectDuties::default(),
			periods: Periods {
				loss_notice: 1,
				transfer: 1,
				pledge_offer: 1,
				offset: 1,
				proposal: 1,
				preemption: 1,
			},
			valid_from: Day(10),
			valid_until: Some(Day(12)),
		};
		let in_force = |rules: &SchemeRules| [9, 10, 11, 12].map(|day| rules.in_force(Day(day)));
		assert_eq!(in_force(&rules), [false, true, true, false]);
		rules.valid_until = None;
		assert_eq!(in_force(&rules), [false, true, true, true]);
	}

	#[test]
	fn a_scheme_code_is_two_to_eight_capitals() {
		let code = |text: &str| SchemeCode(Text::try_from(text.as_bytes().to_vec()).unwrap());
		assert_eq!(code("WH").check(), Ok(()));
		assert_eq!(code("ABCDEFGH").check(), Ok(()));
		for bad in ["", "W", "wh", "W1", "W-"] {
			assert_eq!(code(bad).check(), Err(SchemeCodeError), "{bad}");
		}
	}

	#[test]
	fn sets_refuse_unknown_members_and_emptiness() {
		assert!(!Ecosystems(0).is_valid() && !Ecosystems(32).is_valid());
		let set = Ecosystems::of(&[Ecosystem::Forest, Ecosystem::Marine]);
		assert!(set.is_valid() && set.contains(Ecosystem::Marine));
		assert!(!set.contains(Ecosystem::Wetland));
		assert!(!Roles(0).is_valid() && !Roles(16).is_valid());
		assert!(Roles::OPERATOR.and(Roles::COUNCIL).is_valid());
		assert!(Roles::PLATFORM.signs_duties() && !Roles::VALIDATOR.signs_duties());
	}

	#[test]
	fn a_bounding_box_has_an_inside() {
		let good = BoundingBox { west: 1, south: 1, east: 2, north: 2 };
		assert!(good.is_valid());
		assert!(!BoundingBox { east: 1, ..good }.is_valid());
		assert!(!BoundingBox { north: 1, ..good }.is_valid());
		assert!(!BoundingBox { east: 1_800_000_001, ..good }.is_valid());
		assert!(!BoundingBox { west: -1_800_000_001, ..good }.is_valid());
		assert!(!BoundingBox { south: -900_000_001, ..good }.is_valid());
		assert!(!BoundingBox { north: 900_000_001, ..good }.is_valid());
	}
}
