//! What ends because a block has come, cleared within a bounded share of each block.

use crate::*;
use frame_support::{
	defensive,
	weights::{Weight, WeightMeter},
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::{One, Saturating};

/// Most things cleared, and blocks passed over, in one block.
pub const MAX_SWEPT: u32 = 32;

impl<T: Config> Pallet<T> {
	/// Clears what is over by this block, as far as `remaining` and [`MAX_SWEPT`] allow. What is left
	/// goes on in the next one.
	pub(crate) fn sweep(remaining: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(remaining);
		let step = T::WeightInfo::sweep_step();
		if meter.try_consume(step).is_err() {
			return Weight::zero();
		}
		let now = frame_system::Pallet::<T>::block_number();
		let mut block = SweptUntil::<T>::get();
		for _ in 0..MAX_SWEPT {
			if block > now || meter.try_consume(step).is_err() {
				break;
			}
			match Expiries::<T>::iter_key_prefix(block).next() {
				Some(expiry) => Self::expire(block, expiry),
				None => block = block.saturating_add(One::one()),
			}
		}
		SweptUntil::<T>::put(block);
		meter.consumed()
	}

	/// Ends one thing, and forgets its entry whatever comes of it.
	pub(crate) fn expire(block: BlockNumberFor<T>, expiry: Expiry<T::AccountId>) {
		Expiries::<T>::remove(block, &expiry);
		let Expiry::Invitation(account) = expiry else { return };
		match Invitations::<T>::take(&account) {
			Some(Invitation { party, .. }) => {
				Self::deposit_event(Event::InvitationExpired { party, account });
			}
			None => {
				defensive!("an invitation on the queue is there");
			}
		}
	}
}
