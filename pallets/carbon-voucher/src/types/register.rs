//! The register pages, and what stands on the queue of days.

use super::{ChangeKind, LawfulCause, Opinion, TransferCause};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tanpiao_support::{
	By, CertificateId, Day, DocumentHash, EscrowId, Fen, FreezeId, InspectionId, Kilograms, LossId,
	OfficeId, OrderId, PartyId, PledgeId, ProposalId, RequestId, ShareOfferId, Text, VoucherId,
};

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
	/// It is a part of this part now.
	#[codec(index = 11)]
	MergedInto(u32),
	/// It has taken this part in.
	#[codec(index = 12)]
	MergedFrom(u32),
	/// It changed hands by law, wholly or a share of it.
	#[codec(index = 13)]
	Succeeded(LawfulCause),
	/// An owner's share, of so many millionths, passed to the counterparty.
	#[codec(index = 14)]
	ShareTransferred {
		/// How much.
		millionths: u32,
		/// Why, and for how much.
		cause: TransferCause,
	},
	/// An owner's own part became its voucher.
	#[codec(index = 15)]
	Partitioned,
	/// Common ownership became joint, or the reverse (W10).
	#[codec(index = 16)]
	OwnershipChanged,
	/// Something else changed that moves no asset (W10).
	#[codec(index = 17)]
	Changed(ChangeKind),
	/// 冻结.
	#[codec(index = 18)]
	Frozen(FreezeId),
	/// 续冻.
	#[codec(index = 19)]
	FreezeExtended(FreezeId),
	/// 解冻.
	#[codec(index = 20)]
	FreezeLifted(FreezeId),
	/// The freeze's day came.
	#[codec(index = 21)]
	FreezeExpired(FreezeId),
	/// 挂失.
	#[codec(index = 22)]
	LossReported(LossId),
	/// The paper was found.
	#[codec(index = 23)]
	Found(LossId),
	/// Kept for a sale.
	#[codec(index = 24)]
	EscrowOpened(EscrowId),
	/// Not kept for the sale any more.
	#[codec(index = 25)]
	EscrowClosed(EscrowId),
	/// Delivered to its buyer out of the escrow.
	#[codec(index = 26)]
	Delivered {
		/// Which.
		escrow: EscrowId,
		/// For how much in all.
		price: Fen,
	},
	/// Inspected (W20, H6).
	#[codec(index = 27)]
	Inspected(InspectionId),
	/// The pledge secures another sum, or longer.
	#[codec(index = 28)]
	PledgeChanged(PledgeId),
	/// The pledge passed to the counterparty (H-A8).
	#[codec(index = 29)]
	PledgeAssigned {
		/// Which.
		pledge: PledgeId,
		/// What the owner said to it; the evidence is the hash of it.
		opinion: Opinion,
	},
	/// It changed hands because its pledge was enforced (CC 428).
	#[codec(index = 30)]
	Enforced(PledgeId),
	/// A judgment lifted the pledge.
	#[codec(index = 31)]
	PledgeLifted(PledgeId),
	/// The request ended because the voucher changed hands by law.
	#[codec(index = 32)]
	OffsetEnded(RequestId),
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
	/// A freeze.
	#[codec(index = 3)]
	Freeze(FreezeId),
	/// An escrow.
	#[codec(index = 4)]
	Escrow(EscrowId),
	/// Co-owners' act.
	#[codec(index = 5)]
	Proposal(ProposalId),
	/// A share on sale.
	#[codec(index = 6)]
	ShareOffer(ShareOfferId),
	/// A change of a pledge.
	#[codec(index = 7)]
	PledgeChange(PledgeId),
}

/// How an inspection was made (W20, H6).
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
pub enum InspectionMethod {
	/// 现场检查.
	#[codec(index = 0)]
	OnSite,
	/// 查阅、复制有关文件资料.
	#[codec(index = 1)]
	Documents,
	/// 查询、检查有关信息系统.
	#[codec(index = 2)]
	Systems,
}

/// What an inspection found (W20, H6).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Inspection {
	/// Which voucher was inspected.
	pub voucher: VoucherId,
	/// By which office.
	pub office: OfficeId,
	/// When; at most today.
	pub day: Day,
	/// How.
	pub method: InspectionMethod,
	/// What was found.
	pub finding: Text<256>,
	/// SHA-256 of the report.
	pub evidence: DocumentHash,
}
