//! What owners do together, and with their shares.

use super::{Lots, Needs, OffsetPurpose, PledgeChange, PledgeTerms, TransferCause};
use alloc::{vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use tanpiao_support::{
	Day, DocumentHash, Kilograms, Lot, Ownership, PartyId, PledgeId, Text, VoucherId, MAX_OWNERS,
};

/// Parties that sign for the owners of a voucher together.
pub type Signers = BoundedVec<PartyId, ConstU32<MAX_OWNERS>>;

/// An act that co-owners sign one after the other. It is done by the signature with which those who
/// signed may dispose of every voucher in it (CC 301): two thirds of common, all of joint owners.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum OwnersAct {
	/// A split.
	#[codec(index = 0)]
	Split {
		/// Which voucher.
		voucher: VoucherId,
		/// The edition that was looked at.
		edition: u32,
		/// How much from its upper end.
		amount: Kilograms,
	},
	/// A merger of two vouchers that touch.
	#[codec(index = 1)]
	Merge {
		/// One.
		voucher: VoucherId,
		/// Its edition.
		edition: u32,
		/// The other.
		other: VoucherId,
		/// Its edition.
		other_edition: u32,
	},
	/// A sale or gift.
	#[codec(index = 2)]
	Transfer {
		/// What.
		lot: Lot,
		/// To whom.
		to: PartyId,
		/// Why, and for how much.
		cause: TransferCause,
		/// Form or contract number.
		reference: Text<64>,
		/// SHA-256 of the paper behind it.
		evidence: Option<DocumentHash>,
	},
	/// A pledge offer.
	#[codec(index = 3)]
	OfferPledge {
		/// What.
		lots: Lots,
		/// To whom.
		pledgee: PartyId,
		/// For what.
		terms: PledgeTerms,
	},
	/// The owners' consent to what the pledgee proposed.
	#[codec(index = 4)]
	AcceptPledgeChange {
		/// Of which pledge.
		pledge: PledgeId,
		/// What they read and agree to.
		change: PledgeChange,
	},
	/// An offset request.
	#[codec(index = 5)]
	RequestOffset {
		/// What.
		lots: Lots,
		/// Whose emissions are offset.
		beneficiary: PartyId,
		/// What for.
		purpose: OffsetPurpose,
		/// What the certificate is to say.
		statement: Text<128>,
	},
	/// Common ownership becomes joint or the reverse, of the same owners (W10). All sign.
	#[codec(index = 6)]
	ChangeOwnership {
		/// Which voucher.
		voucher: VoucherId,
		/// Its edition.
		edition: u32,
		/// What it becomes.
		ownership: Ownership,
	},
}

impl OwnersAct {
	/// The vouchers that it names, and the editions that were looked at. The consent to a change of a
	/// pledge names the pledge alone.
	pub fn papers(&self) -> Vec<(VoucherId, u32)> {
		let paper = |lot: &Lot| (lot.voucher, lot.edition);
		match self {
			Self::Split { voucher, edition, .. }
			| Self::ChangeOwnership { voucher, edition, .. } => {
				vec![(*voucher, *edition)]
			}
			Self::Merge { voucher, edition, other, other_edition } => {
				vec![(*voucher, *edition), (*other, *other_edition)]
			}
			Self::Transfer { lot, .. } => vec![paper(lot)],
			Self::OfferPledge { lots, .. } | Self::RequestOffset { lots, .. } => {
				lots.iter().map(paper).collect()
			}
			Self::AcceptPledgeChange { .. } => Vec::new(),
		}
	}
}

/// An act that waits for more of the owners.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Proposal {
	/// What is to be done.
	pub act: OwnersAct,
	/// Who signed, the proposer first.
	pub signers: Signers,
	/// First day on which it is over.
	pub expires: Day,
}

/// A share of common ownership on offer. If it is sold to somebody who is no owner, the other owners
/// may take it on the same conditions until the notice is over (CC 305, 306).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct ShareOffer {
	/// Of which voucher.
	pub voucher: VoucherId,
	/// Its edition when it was offered.
	pub edition: u32,
	/// Who sells.
	pub seller: PartyId,
	/// Who buys, if no owner takes it.
	pub buyer: PartyId,
	/// How much, in parts per million of the whole.
	pub millionths: u32,
	/// Why, and for how much in all.
	pub cause: TransferCause,
	/// The contract's number.
	pub reference: Text<64>,
	/// SHA-256 of the contract.
	pub evidence: DocumentHash,
	/// The owners who take it instead of the buyer.
	pub takers: Signers,
	/// Whose signature it waits for: that of the buyer where no duty must effect it, or where the buyer
	/// asked to sign.
	pub needs: Needs,
	/// First day after the notice, on which it can be completed; the day of the offer where the others
	/// have no such right.
	pub notice_until: Day,
	/// First day on which it is over.
	pub expires: Day,
}
