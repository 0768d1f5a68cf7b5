//! Composed and paged answers, for the runtime API.

use crate::*;
use alloc::vec::Vec;
use tanpiao_support::{PartyId, VoucherId};

/// Most rows of one page.
pub const MAX_PAGE: u32 = 256;

impl<T: Config> Pallet<T> {
	/// A voucher with its issuance, holds and latest record; `None`: no such number.
	pub fn voucher_info(id: VoucherId) -> Option<VoucherInfo<T::AccountId>> {
		let voucher = Vouchers::<T>::get(id)?;
		let last_record =
			voucher.records.checked_sub(1).and_then(|last| Records::<T>::get(id, last));
		Some(VoucherInfo {
			id,
			now: Self::merged_into(id, &voucher),
			issuance: Issuances::<T>::get(id.issuance)?,
			issuance_state: IssuanceStates::<T>::get(id.issuance)?,
			holds: Holds::<T>::iter_key_prefix(id).collect(),
			voucher,
			last_record,
		})
	}

	/// The number that a merged voucher's leads to: its own while it was never merged. Each merger leads
	/// to a lower number, so that it ends.
	fn merged_into(id: VoucherId, voucher: &Voucher) -> VoucherId {
		let (mut now, mut state) = (id, Some(voucher.state));
		while let Some(VoucherState::Merged(part)) = state {
			if part >= now.part {
				break;
			}
			now.part = part;
			state = Vouchers::<T>::get(now).map(|voucher| voucher.state);
		}
		now
	}

	/// Records of a voucher's register page with their numbers, from number `from` on: at most
	/// `limit`, and never more than [`MAX_PAGE`].
	pub fn register_page(id: VoucherId, from: u32, limit: u32) -> Vec<(u32, Record<T::AccountId>)> {
		let end = from.saturating_add(limit.min(MAX_PAGE));
		(from..end).map_while(|no| Records::<T>::get(id, no).map(|record| (no, record))).collect()
	}

	/// Live vouchers of a party, in the order of the index, after `after`: at most `limit`, and never
	/// more than [`MAX_PAGE`]. An empty page is the end.
	pub fn holdings(
		party: PartyId,
		after: Option<VoucherId>,
		limit: u32,
	) -> Vec<VoucherInfo<T::AccountId>> {
		let keys = match after {
			None => Holdings::<T>::iter_key_prefix(party),
			Some(last) => Holdings::<T>::iter_key_prefix_from(
				party,
				Holdings::<T>::hashed_key_for(party, last),
			),
		};
		let limit = usize::try_from(limit.min(MAX_PAGE)).unwrap_or_default();
		keys.take(limit).filter_map(Self::voucher_info).collect()
	}
}
