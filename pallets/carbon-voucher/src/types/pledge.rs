//! 质押 (W17, W18, H4, H-A8).

use super::{Held, Lots, Ranges, Signers};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tanpiao_support::{Day, DocumentHash, Fen, PartyId, SchemeId, Text};

/// What a pledge secures (W17, H4).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct PledgeTerms {
	/// The secured sum.
	pub secured: Fen,
	/// SHA-256 of the contract.
	pub contract: DocumentHash,
	/// When the debt is due: the last day to pay it; the default begins with the day after. A day alone
	/// releases nothing.
	pub due: Day,
	/// Number in the movables registry (中登网).
	pub registry_no: Text<64>,
}

impl PledgeTerms {
	/// Whether these secure no less than `old` and no shorter, and one of the two more.
	pub fn raise(&self, old: &Self) -> bool {
		let no_less = self.secured >= old.secured && self.due >= old.due;
		no_less && (self.secured > old.secured || self.due > old.due)
	}
}

/// How a pledge in force ended.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum PledgeEnd {
	/// The pledgee released it, at once or part by part.
	#[codec(index = 0)]
	Released,
	/// A judgment lifted it.
	#[codec(index = 1)]
	Lifted,
	/// It was enforced after default (CC 428, 436).
	#[codec(index = 2)]
	Enforced {
		/// In which of the lawful ways.
		way: Enforcement,
		/// What was enforced.
		proceeds: Proceeds,
	},
}

/// The lawful ways of enforcing a pledge. A forfeiture agreed beforehand is none of them (CC 428).
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
pub enum Enforcement {
	/// Both agreed after the default that the pledgee takes the vouchers at a price (折价).
	#[codec(index = 0)]
	Agreement,
	/// Sold through OperateMarket at the pledgee's request (拍卖, 变卖).
	#[codec(index = 1)]
	Sale,
	/// By order of a court.
	#[codec(index = 2)]
	Court,
}

/// What an enforcement brought.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Proceeds {
	/// Who has the vouchers now: by agreement the pledgee, else anybody.
	pub to: PartyId,
	/// For all of them.
	pub price: Fen,
	/// Number of the agreement, sale or order.
	pub reference: Text<64>,
	/// SHA-256 of it.
	pub evidence: DocumentHash,
	/// SHA-256 of the proof that the surplus was paid to the owner: required when the price exceeds the
	/// secured sum, and lawful when part of the debt had been paid.
	pub surplus: Option<DocumentHash>,
}

/// What the pledgor said to an assignment (H-A8).
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
pub enum Opinion {
	/// It agrees.
	#[codec(index = 0)]
	Agrees,
	/// It objects.
	#[codec(index = 1)]
	Objects,
	/// It was asked and said nothing.
	#[codec(index = 2)]
	Silent,
}

/// A change of a pledge in force that one side proposes and another accepts.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum PledgeChange {
	/// A higher sum or a later due day, and neither lessened; by either side, accepted by the other.
	#[codec(index = 0)]
	Terms(PledgeTerms),
	/// The right passes to another licensed party (H-A8); by the pledgee, accepted by that party.
	#[codec(index = 1)]
	Assign {
		/// To whom.
		to: PartyId,
		/// What the owner said to it.
		opinion: Opinion,
		/// Form number, manner and term of circulation (H-A8); may be left out.
		reference: Text<64>,
		/// SHA-256 of the owner's opinion.
		evidence: DocumentHash,
	},
	/// Enforcement by agreement; by the pledgee after the default, accepted by the owner.
	#[codec(index = 2)]
	Agreement(Proceeds),
	/// Enforcement by sale; by the pledgee after the default, effected by OperateMarket.
	#[codec(index = 3)]
	Sale,
}

/// A change that waits for the other side.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct PendingChange {
	/// What is to change.
	pub change: PledgeChange,
	/// Who proposed it.
	pub proposer: PartyId,
	/// First day on which it is over.
	pub expires: Day,
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
		/// The owners who offered it.
		signers: Signers,
		/// First day on which the offer is over.
		expires: Day,
	},
	/// In force.
	#[codec(index = 1)]
	Active {
		/// What is pledged.
		held: Held,
		/// Since when.
		since: Day,
	},
	/// Over.
	#[codec(index = 2)]
	Ended {
		/// What was pledged last: after partial releases, what they had left.
		ranges: Ranges,
		/// Since when it was.
		since: Day,
		/// The day of its end.
		day: Day,
		/// How it ended.
		how: PledgeEnd,
	},
}

/// A pledge (质押).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Pledge {
	/// The scheme of all its vouchers.
	pub scheme: SchemeId,
	/// Who pledged (出质人). The law may have passed the vouchers on since.
	pub owner: PartyId,
	/// To whom (质权人).
	pub pledgee: PartyId,
	/// For what.
	pub terms: PledgeTerms,
	/// Where it stands.
	pub state: PledgeState,
}
