//! Identifiers. Each is a type of its own, so that one cannot be passed for another.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! id {
	($(#[$doc:meta] $name:ident($inner:ty);)*) => {$(
		#[$doc]
		#[derive(
			Clone, Copy, Debug, Decode, DecodeWithMemTracking, Default, Deserialize, Encode, Eq, Hash,
			MaxEncodedLen, Ord, PartialEq, PartialOrd, Serialize, TypeInfo,
		)]
		#[serde(transparent)]
		pub struct $name(pub $inner);

		impl $name {
			/// The identifier after this one; `None` when they are used up.
			pub fn next(self) -> Option<Self> {
				self.0.checked_add(1).map(Self)
			}
		}
	)*};
}

id! {
	/// One local measure in force (管理办法).
	SchemeId(u16);
	/// A department or institution (部门, 机构), the same in every scheme.
	OfficeId(u16);
	/// A real-name registered person or organisation (权利人, 当事人).
	PartyId(u32);
	/// A registered piece of land (宗地, 小班).
	ParcelId(u64);
	/// A pledge, offered or in force.
	PledgeId(u32);
	/// A request to certify an offset.
	RequestId(u32);
	/// A transfer that waits for somebody's signature.
	OrderId(u32);
	/// An order of a court or another authority that freezes vouchers (冻结).
	FreezeId(u32);
	/// A report that a paper was lost or destroyed (挂失).
	LossId(u32);
	/// Vouchers kept for a sale.
	EscrowId(u32);
	/// An inspection (监督检查).
	InspectionId(u32);
	/// An act that co-owners sign one after the other.
	ProposalId(u32);
	/// An offer of a share, open to the other owners first.
	ShareOfferId(u32);
}

/// One filed amount of one monitoring period, printed `WH-2026-000001`.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	Hash,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub struct IssuanceId {
	/// The scheme it was issued under.
	pub scheme: SchemeId,
	/// Calendar year of issue in UTC+8.
	pub year: u16,
	/// From 1 in each scheme and year.
	pub serial: u32,
}

/// A voucher (碳票, 碳券): part 1 is printed as its issuance, later parts `WH-2026-000001-000002`.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	Hash,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub struct VoucherId {
	/// The issuance whose kilograms it names.
	pub issuance: IssuanceId,
	/// From 1 in each issuance, never reused.
	pub part: u32,
}

/// A certificate of offset (抵消凭证, 抵销凭证), printed `WH-C-2026-000001`.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	Hash,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub struct CertificateId {
	/// The scheme it was certified under.
	pub scheme: SchemeId,
	/// Calendar year of certification in UTC+8.
	pub year: u16,
	/// From 1 in each scheme and year.
	pub serial: u32,
}
