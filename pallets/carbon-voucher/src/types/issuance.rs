//! What was issued.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tanpiao_support::{Day, DocumentHash, Ecosystem, Kilograms, OfficeId, SquareMetres, Text};

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
