//! What ends because a day has passed, cleared within a bounded share of each block.

use crate::*;
use frame_support::{defensive, storage::with_storage_layer, weights::WeightMeter};
use sp_runtime::{DispatchError, Weight};
use tanpiao_support::Day;

/// Most things cleared, and days passed over, in one block.
pub const MAX_SWEPT: u32 = 32;

impl<T: Config> Pallet<T> {
	/// Clears what is over by today, as far as `remaining` and [`MAX_SWEPT`] allow. A day that is not
	/// finished goes on in the next block.
	pub(crate) fn sweep(remaining: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(remaining);
		let step = T::WeightInfo::sweep_step();
		if meter.try_consume(step).is_err() {
			return Weight::zero();
		}
		let today = Self::today();
		let Some(swept) = SweptUntil::<T>::get() else {
			// Whatever is entered from now on ends after today.
			SweptUntil::<T>::put(today);
			return meter.consumed();
		};
		let mut day = swept;
		for _ in 0..MAX_SWEPT {
			// A day becomes the cursor's past only when it is empty and over.
			let Some(expiry) = Expiries::<T>::iter_key_prefix(day).next() else {
				if day >= today || meter.try_consume(step).is_err() {
					break;
				}
				day = day.next();
				continue;
			};
			if meter.try_consume(step).is_err() {
				break;
			}
			Self::expire(day, expiry);
		}
		if day != swept {
			SweptUntil::<T>::put(day);
		}
		meter.consumed()
	}

	/// Ends one thing, and forgets its entry whatever comes of it: one that contradicts itself must
	/// not stop the queue, and can still be withdrawn, closed or lifted.
	pub(crate) fn expire(day: Day, expiry: Expiry) {
		Expiries::<T>::remove(day, expiry);
		match expiry {
			Expiry::Transfer(order) => Self::expire_transfer(order),
			Expiry::PledgeOffer(pledge) => Self::expire_offer(pledge),
			Expiry::Proposal(proposal) => Self::expire_proposal(proposal),
			Expiry::ShareOffer(offer) => Self::expire_share_offer(offer),
			Expiry::PledgeChange(pledge) => Self::expire_pledge_change(pledge),
			Expiry::OffsetRequest(request) => Self::whole(|| Self::expire_request(request)),
			Expiry::Freeze(freeze) => Self::whole(|| Self::expire_freeze(freeze)),
			Expiry::Escrow(escrow) => Self::whole(|| Self::expire_escrow(escrow)),
		}
	}

	/// Does all of it or nothing.
	fn whole(end: impl FnOnce() -> Result<(), Error<T>>) {
		let done = with_storage_layer(|| end().map_err(DispatchError::from));
		if done.is_err() {
			defensive!("what is on the queue can be ended");
		}
	}
}
