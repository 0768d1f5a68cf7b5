//! What the ledger stores.

// Derived code casts codec indices.
#![allow(clippy::cast_possible_truncation)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use tanpiao_support::{
	CertificateId, Day, DocumentHash, Duty, Ecosystem, Fen, IssuanceId, Kilograms, Lot, OfficeId,
	OrderId, Ownership, PartyId, PledgeId, RequestId, SchemeId, Signatory, SquareMetres, Text,
	VoucherId,
};

/// Most lots of one pledge, request or certificate.
pub const MAX_LOTS: u32 = 16;

/// Most vouchers that one pledge lies on, splits included.
pub const MAX_PLEDGED_VOUCHERS: u32 = 64;

/// Lots of one pledge or request.
pub type Lots = BoundedVec<Lot, ConstU32<MAX_LOTS>>;

/// Ranges of one pledge, request or certificate.
pub type Ranges = BoundedVec<KgRange, ConstU32<MAX_LOTS>>;

/// Kilograms `[from, to)` of an issuance.
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
pub struct KgRange {
	/// The issuance.
	pub issuance: IssuanceId,
	/// First kilogram.
	pub from: Kilograms,
	/// The kilogram after the last.
	pub to: Kilograms,
}

impl KgRange {
	/// How many kilograms.
	pub fn amount(&self) -> Kilograms {
		Kilograms(self.to.0.saturating_sub(self.from.0))
	}
}

/// One filed amount of one monitoring period (W2, W5, H7). Written once.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Issuance {
	/// Ecology's filing number (备案文号).
	pub filing_no: Text<64>,
	/// Issuing office (制发单位).
	pub office: OfficeId,
	/// Day of issue.
	pub day: Day,
	/// Kind of land.
	pub ecosystem: Ecosystem,
	/// Area of the project.
	pub area: SquareMetres,
	/// Where it is.
	pub place: Text<128>,
	/// First day of the monitoring period.
	pub period_from: Day,
	/// The day after its last.
	pub period_to: Day,
	/// Its kilograms are `[0, total)`.
	pub total: Kilograms,
	/// SHA-256 of ecology's filing.
	pub evidence: DocumentHash,
}

/// Whether an issuance holds good.
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
pub enum IssuanceStatus {
	/// It does.
	#[codec(index = 0)]
	Live,
	/// It was revoked as a whole.
	#[codec(index = 1)]
	Revoked,
}

/// What may still change of an issuance.
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
pub struct IssuanceState {
	/// Whether it holds good.
	pub status: IssuanceStatus,
	/// The last part number given to a voucher of it.
	pub parts: u32,
}

/// What became of a voucher. Codes 2 (revoked) and 3 (merged) are reserved.
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
pub enum VoucherState {
	/// In circulation.
	#[codec(index = 0)]
	Live,
	/// Burnt, and listed in this certificate (W19, H14).
	#[codec(index = 1)]
	Offset(CertificateId),
}

/// A numbered right to kilograms `[from, to)` of its issuance.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Voucher {
	/// First kilogram.
	pub from: Kilograms,
	/// The kilogram after the last.
	pub to: Kilograms,
	/// Who owns it, or owned it when it was burnt.
	pub ownership: Ownership,
	/// What became of it.
	pub state: VoucherState,
	/// From 1; rises whenever what the paper shows changes.
	pub edition: u32,
	/// How many records its register page has.
	pub records: u32,
	/// The kinds of holds on it.
	pub holds: HoldFlags,
}

impl Voucher {
	/// How many kilograms.
	pub fn amount(&self) -> Kilograms {
		Kilograms(self.to.0.saturating_sub(self.from.0))
	}

	/// Its range, as a part of `issuance`.
	pub fn range(&self, issuance: IssuanceId) -> KgRange {
		KgRange { issuance, from: self.from, to: self.to }
	}
}

/// Kinds of holds. Codes 1 (freeze), 2 (loss report) and 3 (sale escrow) are reserved.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HoldKind {
	/// 质押.
	Pledge,
	/// An offset waits for its certificate.
	OffsetRequest,
}

/// One hold and the object behind it.
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
pub enum HoldKey {
	/// A pledge in force.
	#[codec(index = 0)]
	Pledge(PledgeId),
	/// An offset request.
	#[codec(index = 4)]
	OffsetRequest(RequestId),
}

impl HoldKey {
	/// Its kind.
	pub fn kind(&self) -> HoldKind {
		match self {
			Self::Pledge(_) => HoldKind::Pledge,
			Self::OffsetRequest(_) => HoldKind::OffsetRequest,
		}
	}
}

/// Which kinds of holds a voucher is under; bit n is the kind with code n.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct HoldFlags(pub u8);

/// Why a voucher changes hands by its owner's signature (W11).
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
pub enum TransferCause {
	/// 买卖, for a total price.
	#[codec(index = 0)]
	Sale {
		/// In fen, for the whole lot: published sales have no whole unit price.
		price: Fen,
	},
	/// 赠与.
	#[codec(index = 1)]
	Gift,
}

/// Whose signature a transfer waits for.
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
pub struct Needs {
	/// The receiver's, who asked to sign.
	pub receiver: bool,
	/// That of an office with this duty, which must effect it.
	pub duty: Option<Duty>,
}

impl Needs {
	/// Whether nobody has to sign any more.
	pub fn nothing(&self) -> bool {
		!self.receiver && self.duty.is_none()
	}
}

/// A transfer that waits. No hold: it dies when the voucher's edition changes.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct TransferOrder {
	/// What.
	pub lot: Lot,
	/// The owner who ordered it.
	pub from: PartyId,
	/// The receiver.
	pub to: PartyId,
	/// Why, and for how much.
	pub cause: TransferCause,
	/// Form number, manner and term of circulation (H-A8), or a contract's number.
	pub reference: Text<64>,
	/// SHA-256 of the paper behind it.
	pub evidence: Option<DocumentHash>,
	/// Whose signature it waits for.
	pub needs: Needs,
	/// First day on which it is over.
	pub expires: Day,
}

/// What a pledge secures (W17, H4).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct PledgeTerms {
	/// The secured sum.
	pub secured: Fen,
	/// SHA-256 of the contract.
	pub contract: DocumentHash,
	/// When the debt is due. That day alone releases nothing.
	pub due: Day,
	/// Number in the movables registry (中登网).
	pub registry_no: Text<64>,
}

/// Where a pledge stands.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum PledgeState {
	/// It waits for the pledgee; it holds nothing.
	#[codec(index = 0)]
	Offered {
		/// What would be pledged.
		lots: Lots,
		/// First day on which the offer is over.
		expires: Day,
	},
	/// In force.
	#[codec(index = 1)]
	Active {
		/// What is pledged.
		ranges: Ranges,
		/// How many vouchers these ranges lie in.
		vouchers: u32,
		/// Since when.
		since: Day,
	},
	/// Over.
	#[codec(index = 2)]
	Released {
		/// What was pledged.
		ranges: Ranges,
		/// When it was released.
		day: Day,
	},
}

/// A pledge (质押).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Pledge {
	/// The scheme of all its vouchers.
	pub scheme: SchemeId,
	/// Who pledges (出质人).
	pub owner: PartyId,
	/// To whom (质权人).
	pub pledgee: PartyId,
	/// For what.
	pub terms: PledgeTerms,
	/// Where it stands.
	pub state: PledgeState,
}

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
	/// Who gives the vouchers.
	pub owner: PartyId,
	/// Whose emissions are offset.
	pub beneficiary: PartyId,
	/// What for.
	pub purpose: OffsetPurpose,
	/// What the certificate is to say.
	pub statement: Text<128>,
	/// What is to be burnt: each range is one voucher, for it cannot be split meanwhile.
	pub ranges: Ranges,
	/// First day on which it is over.
	pub expires: Day,
}

/// Proof that ranges were used once, for one purpose and one beneficiary.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Certificate {
	/// Who gave the vouchers.
	pub owner: PartyId,
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

/// Kilograms of a scheme. Issued = circulating + offset + revoked; circulating = free + held.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct SchemeTotals {
	/// Ever issued.
	pub issued: Kilograms,
	/// In circulation without any hold.
	pub free: Kilograms,
	/// In circulation under one or more holds.
	pub held: Kilograms,
	/// Burnt.
	pub offset: Kilograms,
	/// Revoked: invalid, never counted as offset.
	pub revoked: Kilograms,
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

/// What a record says happened.
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
pub enum RecordKind {
	/// 制发.
	#[codec(index = 0)]
	Issued,
	/// Its upper end became this part.
	#[codec(index = 1)]
	SplitInto(u32),
	/// It was the upper end of this part.
	#[codec(index = 2)]
	SplitFrom(u32),
	/// It has a new owner.
	#[codec(index = 3)]
	Transferred(TransferCause),
	/// 质押.
	#[codec(index = 4)]
	Pledged(PledgeId),
	/// The pledge ended.
	#[codec(index = 5)]
	PledgeReleased(PledgeId),
	/// An offset was requested.
	#[codec(index = 6)]
	OffsetRequested(RequestId),
	/// The owner took the request back.
	#[codec(index = 7)]
	OffsetWithdrawn(RequestId),
	/// The request was refused.
	#[codec(index = 8)]
	OffsetRefused(RequestId),
	/// The request expired.
	#[codec(index = 9)]
	OffsetExpired(RequestId),
	/// 抵消, 注销.
	#[codec(index = 10)]
	Offset(CertificateId),
}

/// One entry on a voucher's register page; at most 256 bytes encoded.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Record<AccountId> {
	/// In which block.
	pub block: u32,
	/// On which day.
	pub day: Day,
	/// What happened.
	pub kind: RecordKind,
	/// By whom.
	pub by: By<AccountId>,
	/// First kilogram of the voucher then.
	pub from: Kilograms,
	/// The kilogram after the last.
	pub to: Kilograms,
	/// Receiver, pledgee or beneficiary.
	pub counterparty: Option<PartyId>,
	/// Number of the paper behind it.
	pub reference: Text<64>,
	/// SHA-256 of it.
	pub evidence: Option<DocumentHash>,
}

/// What ends by a day passing.
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
pub enum Expiry {
	/// A waiting transfer.
	#[codec(index = 0)]
	Transfer(OrderId),
	/// A pledge offer.
	#[codec(index = 1)]
	PledgeOffer(PledgeId),
	/// An offset request.
	#[codec(index = 2)]
	OffsetRequest(RequestId),
}

/// A voucher with everything that its paper and its page need.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct VoucherInfo<AccountId> {
	/// Its number.
	pub id: VoucherId,
	/// Itself.
	pub voucher: Voucher,
	/// Its issuance.
	pub issuance: Issuance,
	/// Whether that holds good, and how many parts it has.
	pub issuance_state: IssuanceState,
	/// The holds on it.
	pub holds: alloc::vec::Vec<HoldKey>,
	/// Its latest record.
	pub last_record: Option<Record<AccountId>>,
}
