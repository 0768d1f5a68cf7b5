//! 抵消 (W14, W15, W19, H14, H15).

use super::{Held, Ranges, Signers};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tanpiao_support::{Day, DocumentHash, Kilograms, OfficeId, PartyId, SchemeId, Text};

/// Kind of event whose emissions are offset (W15, H15).
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
pub enum EventKind {
	/// 会议.
	#[codec(index = 0)]
	Meeting,
	/// 论坛.
	#[codec(index = 1)]
	Forum,
	/// 展览.
	#[codec(index = 2)]
	Exhibition,
	/// 赛事.
	#[codec(index = 3)]
	Contest,
	/// 演出.
	#[codec(index = 4)]
	Performance,
}

/// What an offset is for.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum OffsetPurpose {
	/// Own emissions of a year (W14).
	#[codec(index = 0)]
	AnnualEmissions {
		/// Which year.
		year: u16,
	},
	/// A meeting, forum, exhibition, contest or performance (W15, H15.2).
	#[codec(index = 1)]
	Event {
		/// What kind.
		kind: EventKind,
		/// Its name.
		name: Text<96>,
		/// Its first day.
		day: Day,
	},
	/// Restoration that a court or prosecutor ordered or accepted (W14, H-A1.3).
	#[codec(index = 2)]
	JudicialRestoration {
		/// Number of the case.
		case_no: Text<64>,
		/// Court, prosecutor or enforcing authority.
		authority: Text<96>,
	},
	/// Ecological land taken for building (H15.1).
	#[codec(index = 3)]
	LandCompensation {
		/// Carbon lost over the years of use, as assessed.
		assessed_loss: Kilograms,
		/// Years for which the land is used.
		land_use_years: u16,
		/// The authority that consents to the purchase (H-A1.3).
		authority: Text<96>,
		/// SHA-256 of its consent.
		consent: DocumentHash,
	},
	/// Tree-planting duty of a year (W14).
	#[codec(index = 4)]
	TreePlantingDuty {
		/// Which year.
		year: u16,
	},
	/// Green points and everything else voluntary (H15.3).
	#[codec(index = 5)]
	Voluntary {
		/// What for.
		occasion: Text<96>,
	},
}

/// An offset that waits for its certificate; its ranges are held.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct OffsetRequest {
	/// The scheme of all its vouchers.
	pub scheme: SchemeId,
	/// The owners who give the vouchers.
	pub owners: Signers,
	/// Whose emissions are offset.
	pub beneficiary: PartyId,
	/// What for.
	pub purpose: OffsetPurpose,
	/// What the certificate is to say.
	pub statement: Text<128>,
	/// What is to be burnt.
	pub held: Held,
	/// First day on which it is over.
	pub expires: Day,
}

/// Proof that ranges were used once, for one purpose and one beneficiary.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Certificate {
	/// The owners who gave the vouchers.
	pub owners: Signers,
	/// Whose emissions are offset.
	pub beneficiary: PartyId,
	/// What for.
	pub purpose: OffsetPurpose,
	/// What it says.
	pub statement: Text<128>,
	/// What was burnt.
	pub ranges: Ranges,
	/// How much that is.
	pub total: Kilograms,
	/// Certifying office.
	pub office: OfficeId,
	/// Day of certification.
	pub day: Day,
	/// SHA-256 of the certificate's file.
	pub evidence: DocumentHash,
}
