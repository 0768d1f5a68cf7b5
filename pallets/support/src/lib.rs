//! Bounded types and glue traits that the pallets of Tanpiao share. Not a pallet.
//!
//! Amounts are integer kilograms of CO2e, area is integer square metres, money is integer fen, days
//! are calendar days in UTC+8 and every interval is half-open.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_lossless,
		clippy::cast_possible_truncation,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

mod ids;
mod order;
mod ownership;
mod scheme;
mod text;
mod traits;
mod units;

pub use ids::{
	CertificateId, EscrowId, FreezeId, InspectionId, IssuanceId, LossId, OfficeId, OrderId,
	ParcelId, PartyId, PledgeId, ProposalId, RequestId, SchemeId, ShareOfferId, VoucherId,
};
pub use order::{Allotment, IssueOrder, Lot, Segment, MAX_ALLOTMENTS, MAX_SEGMENTS};
pub use ownership::{apportion, Ownership, OwnershipError, Share, MAX_OWNERS, WHOLE};
pub use scheme::{
	Actor, BoundingBox, By, Duty, DutyRule, Ecosystem, Ecosystems, EffectDuties, Officer, Periods,
	Roles, SchemeCode, SchemeCodeError, SchemeRules, Signatory,
};
pub use text::{as_str, canonical, check_text, Names, Text, TextError};
pub use traits::{AccountBook, EscrowWatcher, PartyBook, SchemeBook, VoucherEscrow};
pub use units::{Day, Fen, Kilograms, SquareMetres};

/// SHA-256 of a file's bytes: the only form in which a document reaches the chain.
pub type DocumentHash = sp_core::H256;
