//! Who owns a voucher (W5, W10).

// Derived code casts codec indices.
#![allow(clippy::cast_possible_truncation)]

use crate::{Kilograms, PartyId};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Reverse;
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

	/// Whether these parties together may dispose of the whole: its owner; of common ownership those
	/// with at least two thirds of the shares (CC 301); of joint ownership all.
	pub fn disposable_by(&self, parties: &[PartyId]) -> bool {
		match self {
			Self::Sole(owner) => parties.contains(owner),
			Self::Common(shares) => {
				let signed = shares
					.iter()
					.filter(|share| parties.contains(&share.party))
					.fold(0u64, |sum, share| sum.saturating_add(share.millionths.into()));
				signed.saturating_mul(3) >= u64::from(WHOLE).saturating_mul(2)
			}
			Self::Joint(owners) => owners.iter().all(|owner| parties.contains(owner)),
		}
	}

	/// An owner's share of common ownership.
	pub fn share_of(&self, party: PartyId) -> Option<u32> {
		let Self::Common(shares) = self else { return None };
		shares.iter().find(|share| share.party == party).map(|share| share.millionths)
	}

	/// Each owner's own part of `amount`, in the order of the owners: the floor of its share, and
	/// what is left over to the largest share, of equal ones to the lowest party. `None`: not common.
	pub fn own_parts(&self, amount: Kilograms) -> Option<Vec<(PartyId, Kilograms)>> {
		let Self::Common(shares) = self else { return None };
		let weights = shares.iter().map(|share| (share.party, share.millionths.into())).collect();
		let parts = apportion(amount.0, weights)?;
		Some(parts.into_iter().map(|(party, part)| (party, Kilograms(part))).collect())
	}

	/// Checks that it is what its kind says: at least two different co-owners, shares that sum to
	/// [`WHOLE`].
	pub fn check(&self) -> Result<(), OwnershipError> {
		if matches!(self, Self::Sole(_)) {
			return Ok(());
		}
		let mut owners: Vec<PartyId> = self.owners().collect();
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

/// Divides `total` in proportion to weights: to each the floor, and what is left over to the greatest
/// weight, of equal ones to the lowest party. `None`: nothing to divide by.
pub fn apportion(total: u64, weights: Vec<(PartyId, u64)>) -> Option<Vec<(PartyId, u64)>> {
	let sum = weights.iter().try_fold(0u64, |sum, (_, weight)| sum.checked_add(*weight))?;
	let greatest =
		weights.iter().max_by_key(|(party, weight)| (*weight, Reverse(*party))).map(|(p, _)| *p)?;
	let floor = |weight: u64| {
		let product = u128::from(total).checked_mul(weight.into())?;
		u64::try_from(product.checked_div(sum.into())?).ok()
	};
	let mut parts = Vec::with_capacity(weights.len());
	let mut left = total;
	for (party, weight) in weights {
		let part = floor(weight)?;
		left = left.checked_sub(part)?;
		parts.push((party, part));
	}
	let (_, part) = parts.iter_mut().find(|(party, _)| *party == greatest)?;
	*part = part.checked_add(left)?;
	Some(parts)
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::vec;

	fn common(shares: &[(u32, u32)]) -> Ownership {
		let shares: Vec<_> = shares
			.iter()
			.map(|(party, millionths)| Share { party: PartyId(*party), millionths: *millionths })
			.collect();
		Ownership::Common(shares.try_into().unwrap())
	}

	fn joint(parties: &[u32]) -> Ownership {
		let parties: Vec<_> = parties.iter().copied().map(PartyId).collect();
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
	fn cc301_two_thirds_dispose_of_the_whole() {
		let p = |ids: &[u32]| ids.iter().copied().map(PartyId).collect::<Vec<_>>();
		let owned = common(&[(1, 333_333), (2, 333_333), (3, 333_334)]);
		assert!(!owned.disposable_by(&p(&[1, 2])), "666,666 millionths are less than two thirds");
		assert!(owned.disposable_by(&p(&[1, 3])));
		assert!(common(&[(1, 700_000), (2, 300_000)]).disposable_by(&p(&[1])));
		assert!(!common(&[(1, 700_000), (2, 300_000)]).disposable_by(&p(&[2, 9])));
		assert!(!joint(&[1, 2, 3]).disposable_by(&p(&[1, 2])));
		assert!(joint(&[1, 2, 3]).disposable_by(&p(&[3, 1, 2, 9])));
		assert!(Ownership::Sole(PartyId(1)).disposable_by(&p(&[2, 1])));
		assert!(!Ownership::Sole(PartyId(1)).disposable_by(&p(&[2])));
	}

	#[test]
	fn own_parts_sum_to_the_whole_and_favour_the_largest_share() {
		let parts = |ownership: &Ownership, amount| {
			let parts = ownership.own_parts(Kilograms(amount)).unwrap();
			parts.into_iter().map(|(party, part)| (party.0, part.0)).collect::<Vec<_>>()
		};
		let thirds = common(&[(2, 333_333), (1, 333_333), (3, 333_334)]);
		assert_eq!(parts(&thirds, 1_000_000), [(2, 333_333), (1, 333_333), (3, 333_334)]);
		assert_eq!(parts(&thirds, 10), [(2, 3), (1, 3), (3, 4)]);
		let halves = common(&[(9, 500_000), (4, 500_000)]);
		assert_eq!(parts(&halves, 7), [(9, 3), (4, 4)]);
		assert_eq!(parts(&halves, u64::MAX), [(9, u64::MAX / 2), (4, u64::MAX / 2 + 1)]);
		assert_eq!(joint(&[1, 2]).own_parts(Kilograms(7)), None);
	}

	#[test]
	fn nothing_is_divided_by_nothing() {
		assert_eq!(apportion(7, Vec::new()), None);
		assert_eq!(apportion(7, vec![(PartyId(1), 0)]), None);
		assert_eq!(apportion(7, vec![(PartyId(1), u64::MAX), (PartyId(2), 1)]), None);
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
