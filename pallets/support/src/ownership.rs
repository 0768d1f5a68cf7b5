//! Who owns a voucher (W5, W10).

// Derived code casts codec indices.
#![allow(clippy::cast_possible_truncation)]

use crate::PartyId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// Most owners of one voucher.
pub const MAX_OWNERS: u32 = 32;

/// The whole, in parts per million.
pub const WHOLE: u32 = 1_000_000;

/// One owner's part of a voucher in common ownership (按份共有).
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
pub struct Share {
	/// The owner.
	pub party: PartyId,
	/// Parts per million; all shares of a voucher sum to [`WHOLE`].
	pub millionths: u32,
}

/// Who owns a voucher, and how.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Ownership {
	/// One owner.
	#[codec(index = 0)]
	Sole(PartyId),
	/// 按份共有: each owns a share.
	#[codec(index = 1)]
	Common(BoundedVec<Share, ConstU32<MAX_OWNERS>>),
	/// 共同共有: all own all of it.
	#[codec(index = 2)]
	Joint(BoundedVec<PartyId, ConstU32<MAX_OWNERS>>),
}

/// What is wrong with an ownership.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OwnershipError {
	/// Fewer than two owners where there must be several.
	TooFew,
	/// An owner named twice.
	Repeated,
	/// A share of nothing, or shares that do not sum to the whole.
	Shares,
}

impl Ownership {
	/// The owners, in the order in which they were named.
	pub fn owners(&self) -> impl Iterator<Item = PartyId> + '_ {
		let (sole, common, joint) = match self {
			Self::Sole(party) => (Some(*party), [].as_slice(), [].as_slice()),
			Self::Common(shares) => (None, shares.as_slice(), [].as_slice()),
			Self::Joint(parties) => (None, [].as_slice(), parties.as_slice()),
		};
		sole.into_iter().chain(common.iter().map(|share| share.party)).chain(joint.iter().copied())
	}

	/// Whether `party` is an owner.
	pub fn includes(&self, party: PartyId) -> bool {
		self.owners().any(|owner| owner == party)
	}

	/// The owner, where there is one alone.
	pub fn sole(&self) -> Option<PartyId> {
		match self {
			Self::Sole(party) => Some(*party),
			_ => None,
		}
	}

	/// Checks that it is what its kind says: at least two different co-owners, shares that sum to
	/// [`WHOLE`].
	pub fn check(&self) -> Result<(), OwnershipError> {
		if matches!(self, Self::Sole(_)) {
			return Ok(());
		}
		let mut owners: alloc::vec::Vec<PartyId> = self.owners().collect();
		if owners.len() < 2 {
			return Err(OwnershipError::TooFew);
		}
		let named = owners.len();
		owners.sort_unstable();
		owners.dedup();
		if owners.len() != named {
			return Err(OwnershipError::Repeated);
		}
		if let Self::Common(shares) = self {
			let sum = shares.iter().try_fold(0u32, |sum, share| {
				if share.millionths == 0 {
					return None;
				}
				sum.checked_add(share.millionths)
			});
			if sum != Some(WHOLE) {
				return Err(OwnershipError::Shares);
			}
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn common(shares: &[(u32, u32)]) -> Ownership {
		let shares: alloc::vec::Vec<_> = shares
			.iter()
			.map(|(party, millionths)| Share { party: PartyId(*party), millionths: *millionths })
			.collect();
		Ownership::Common(shares.try_into().unwrap())
	}

	fn joint(parties: &[u32]) -> Ownership {
		let parties: alloc::vec::Vec<_> = parties.iter().copied().map(PartyId).collect();
		Ownership::Joint(parties.try_into().unwrap())
	}

	#[test]
	fn w5_shares_sum_to_the_whole() {
		assert_eq!(common(&[(1, 400_000), (2, 600_000)]).check(), Ok(()));
		for shares in [
			[(1, 400_000), (2, 599_999)],
			[(1, 400_000), (2, 600_001)],
			[(1, 0), (2, 1_000_000)],
			[(1, u32::MAX), (2, 1_000_001)],
		] {
			assert_eq!(common(&shares).check(), Err(OwnershipError::Shares));
		}
	}

	#[test]
	fn co_owners_are_several_and_different() {
		assert_eq!(common(&[(1, WHOLE)]).check(), Err(OwnershipError::TooFew));
		assert_eq!(joint(&[1]).check(), Err(OwnershipError::TooFew));
		assert_eq!(joint(&[1, 1]).check(), Err(OwnershipError::Repeated));
		assert_eq!(common(&[(1, 500_000), (1, 500_000)]).check(), Err(OwnershipError::Repeated));
		assert_eq!(joint(&[2, 1]).check(), Ok(()));
	}

	#[test]
	fn owners_are_listed_whatever_the_kind() {
		assert_eq!(Ownership::Sole(PartyId(7)).owners().collect::<Vec<_>>(), [PartyId(7)]);
		assert_eq!(joint(&[2, 1]).owners().collect::<Vec<_>>(), [PartyId(2), PartyId(1)]);
		assert!(common(&[(1, 1), (9, 1)]).includes(PartyId(9)));
		assert!(!common(&[(1, 1), (9, 1)]).includes(PartyId(2)));
		assert_eq!(joint(&[2, 1]).sole(), None);
	}
}
