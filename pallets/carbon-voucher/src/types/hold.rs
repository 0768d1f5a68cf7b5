//! What limits a voucher.

use super::{Held, Signers};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tanpiao_support::{
	Day, DocumentHash, EscrowId, FreezeId, LossId, OfficeId, PartyId, PledgeId, RequestId,
	SchemeId, Text, VoucherId,
};

/// Kinds of holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HoldKind {
	/// 质押.
	Pledge,
	/// 冻结.
	Freeze,
	/// 挂失.
	Loss,
	/// Kept for a sale.
	Escrow,
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
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum HoldKey {
	/// A pledge in force.
	#[codec(index = 0)]
	Pledge(PledgeId),
	/// A freeze; of several the one with the lowest number is in effect, the others queue (轮候).
	#[codec(index = 1)]
	Freeze(FreezeId),
	/// A report of loss.
	#[codec(index = 2)]
	Loss(LossId),
	/// A sale's escrow.
	#[codec(index = 3)]
	Escrow(EscrowId),
	/// An offset request.
	#[codec(index = 4)]
	OffsetRequest(RequestId),
}

impl HoldKey {
	/// Its kind.
	pub fn kind(&self) -> HoldKind {
		match self {
			Self::Pledge(_) => HoldKind::Pledge,
			Self::Freeze(_) => HoldKind::Freeze,
			Self::Loss(_) => HoldKind::Loss,
			Self::Escrow(_) => HoldKind::Escrow,
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

/// Most freezes on one voucher: one in effect, the others queue.
pub const MAX_FREEZES: u32 = 8;

/// What an authority ordered (W20, H6).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct FreezeOrder {
	/// Number of the order (文书号).
	pub order_no: Text<64>,
	/// The court or other authority that issued it.
	pub authority: Text<96>,
	/// Its legal basis.
	pub basis: Text<128>,
	/// First day on which it is over.
	pub expires: Day,
	/// SHA-256 of the order.
	pub evidence: DocumentHash,
}

/// A freeze in force or in the queue. It ends by its day or by being lifted, and is forgotten then:
/// the register pages keep what happened.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Freeze {
	/// The scheme of all its vouchers.
	pub scheme: SchemeId,
	/// The office that entered it.
	pub office: OfficeId,
	/// What was ordered.
	pub order: FreezeOrder,
	/// Since when.
	pub since: Day,
	/// What is frozen.
	pub held: Held,
}

/// What happened to a paper.
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
pub enum LossKind {
	/// 遗失.
	#[codec(index = 0)]
	Lost,
	/// 损毁 (H12).
	#[codec(index = 1)]
	Destroyed,
}

/// A paper reported lost or destroyed, open to objections until the notice is over (W9, H12).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Loss {
	/// Which voucher's paper; it may have been split by an authority's act since.
	pub voucher: VoucherId,
	/// Who reported it.
	pub reporter: PartyId,
	/// What happened to it.
	pub kind: LossKind,
	/// How.
	pub reason: Text<128>,
	/// Since when.
	pub since: Day,
	/// First day after the public notice.
	pub notice_until: Day,
	/// What it covers.
	pub held: Held,
}

/// Vouchers kept for a sale. Always ends: by delivery, by closing or by its day.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Escrow {
	/// Who sells.
	pub sellers: Signers,
	/// What is kept.
	pub held: Held,
	/// First day on which it is over.
	pub expires: Day,
}
