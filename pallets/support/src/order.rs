//! What is asked of the voucher ledger.

use crate::{
	Day, DocumentHash, Ecosystem, Kilograms, Ownership, ParcelId, PartyId, SchemeId, SquareMetres,
	Text, VoucherId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// Most parcel segments of one issuance.
pub const MAX_SEGMENTS: u32 = 256;

/// Most vouchers that come of one issuance.
pub const MAX_ALLOTMENTS: u32 = 32;

/// All or a part of a voucher, as its paper of one edition shows it.
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
pub struct Lot {
	/// The voucher.
	pub voucher: VoucherId,
	/// The edition that was looked at: a stale one is an error.
	pub edition: u32,
	/// That many kilograms from its upper end; `None`: all of it.
	pub amount: Option<Kilograms>,
}

/// One voucher to be made: who gets it, and how much.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Allotment {
	/// The owner or owners.
	pub ownership: Ownership,
	/// How much; never zero.
	pub amount: Kilograms,
}

/// The parcel that kilograms `[from, to)` of an issuance grew on.
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
pub struct Segment {
	/// The parcel.
	pub parcel: ParcelId,
	/// First kilogram.
	pub from: Kilograms,
	/// The kilogram after the last.
	pub to: Kilograms,
}

/// A filed amount of one monitoring period, to be turned into vouchers (W2, W5, H7).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct IssueOrder {
	/// The scheme it is issued under.
	pub scheme: SchemeId,
	/// Ecology's filing number (备案文号), used once in a scheme.
	pub filing_no: Text<64>,
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
	/// Which parcel each kilogram grew on.
	pub segments: BoundedVec<Segment, ConstU32<MAX_SEGMENTS>>,
	/// The vouchers to be made; their amounts sum to the filed amount.
	pub allotments: BoundedVec<Allotment, ConstU32<MAX_ALLOTMENTS>>,
	/// SHA-256 of ecology's filing (备案签发的碳减排量意见书, W8).
	pub evidence: DocumentHash,
}

impl IssueOrder {
	/// How many vouchers it makes.
	pub fn vouchers(&self) -> u32 {
		u32::try_from(self.allotments.len()).unwrap_or(MAX_ALLOTMENTS)
	}

	/// Whether each voucher has one owner.
	pub fn owned_alone(&self) -> bool {
		self.allotments.iter().all(|allotment| allotment.ownership.sole().is_some())
	}

	/// How many owners are named, counted as often as they are.
	pub fn owner_count(&self) -> u32 {
		self.owners().fold(0, |count, _| count.saturating_add(1))
	}

	/// All the owners named, as often as they are named.
	pub fn owners(&self) -> impl Iterator<Item = PartyId> + '_ {
		self.allotments.iter().flat_map(|allotment| allotment.ownership.owners())
	}
}
