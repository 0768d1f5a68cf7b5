//! The vouchers, and what they sum to.

use super::{HoldFlags, HoldKey, Issuance, IssuanceState, KgRange, Record};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tanpiao_support::{CertificateId, IssuanceId, Kilograms, Ownership, VoucherId};

/// What became of a voucher. Code 2 (revoked) is reserved.
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
	/// It is a part of the voucher with this part number now, or of what that was merged into: the
	/// number stays valid for look-up, for ever.
	#[codec(index = 3)]
	Merged(u32),
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

/// A voucher with everything that its paper and its page need.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct VoucherInfo<AccountId> {
	/// Its number.
	pub id: VoucherId,
	/// The number under which its kilograms went on: another one once it was merged.
	pub now: VoucherId,
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
