//! How vouchers change hands.

use super::{HoldKey, Signers};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use tanpiao_support::{
	Allotment, Day, DocumentHash, Duty, Fen, Lot, PartyId, Share, Text, MAX_ALLOTMENTS, MAX_OWNERS,
};

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
	/// The owners who ordered it.
	pub from: Signers,
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

/// Why a voucher changes hands by law (W11, H-A8); entered by Register with the evidence.
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
pub enum LawfulCause {
	/// 继承.
	#[codec(index = 0)]
	Inheritance,
	/// 公司合并.
	#[codec(index = 1)]
	Merger,
	/// 公司分立.
	#[codec(index = 2)]
	Division,
	/// 生效的司法判决或者裁定.
	#[codec(index = 3)]
	Judgment,
	/// 法律法规规定的其他情形.
	#[codec(index = 4)]
	OtherLawful,
}

/// Who receives what by law.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Succession {
	/// The whole lot goes to these, from its lowest kilogram on; the amounts sum to the lot.
	#[codec(index = 0)]
	Lot(BoundedVec<Allotment, ConstU32<MAX_ALLOTMENTS>>),
	/// One owner's share in common ownership goes to these; the shares sum to it.
	#[codec(index = 1)]
	Share {
		/// Whose share.
		of: PartyId,
		/// Who receives it.
		to: BoundedVec<Share, ConstU32<MAX_OWNERS>>,
	},
	/// One joint owner's place goes to these.
	#[codec(index = 2)]
	Member {
		/// Whose place.
		of: PartyId,
		/// Who takes it.
		to: BoundedVec<PartyId, ConstU32<MAX_OWNERS>>,
	},
}

impl Succession {
	/// Who receives something, as often as they are named.
	pub fn receivers(&self) -> Vec<PartyId> {
		match self {
			Self::Lot(allotments) => {
				allotments.iter().flat_map(|allotment| allotment.ownership.owners()).collect()
			}
			Self::Share { to, .. } => to.iter().map(|share| share.party).collect(),
			Self::Member { to, .. } => to.to_vec(),
		}
	}
}

/// A transfer that the law effects.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct LawfulTransfer {
	/// What.
	pub lot: Lot,
	/// Why.
	pub cause: LawfulCause,
	/// To whom.
	pub to: Succession,
	/// Holds that a judgment lifts: pledges and freezes; of other causes none.
	pub lifts: BoundedVec<HoldKey, ConstU32<MAX_LIFTED>>,
	/// Number of the judgment, deed of inheritance or decision.
	pub reference: Text<64>,
	/// SHA-256 of it.
	pub evidence: DocumentHash,
}

/// Most holds that one judgment lifts: a pledge and eight freezes.
pub const MAX_LIFTED: u32 = 9;

/// What changes without the asset changing hands (W10).
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
pub enum ChangeKind {
	/// The identity data of an owner.
	#[codec(index = 0)]
	Identity,
	/// Another change that the law names.
	#[codec(index = 1)]
	OtherLawful,
}
