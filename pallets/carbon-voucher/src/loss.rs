//! 挂失: a paper that was lost or destroyed (W9, H12).
//!
//! A report has no day on which it ends by itself: whoever owns what it covers can end it.

use crate::{
	holds::Act,
	ledger::{CheckedLot, Entry, SignedByOffice, SignedByParty},
	*,
};
use alloc::vec;
use frame_support::ensure;
use sp_runtime::{DispatchResult, Either};
use tanpiao_support::{check_text, By, Duty, LossId, Text, VoucherId};

impl<T: Config> Pallet<T> {
	/// Reports a paper lost or destroyed. Any one co-owner may: it protects them all.
	pub(crate) fn do_report_loss(
		owner: SignedByParty<T>,
		id: VoucherId,
		edition: u32,
		kind: LossKind,
		reason: Text<128>,
	) -> Result<LossId, Error<T>> {
		let voucher = Self::live_voucher(id)?;
		let reporter = owner.who;
		ensure!(voucher.ownership.includes(reporter), Error::NotOwner);
		Self::ensure_free(id, &voucher, edition, Act::LossReport)?;
		check_text(&reason)?;
		let rules = Self::rules(id.issuance.scheme)?;

		let loss = LastLoss::<T>::get().next().ok_or(Error::NumbersExhausted)?;
		LastLoss::<T>::put(loss);
		let entry = Entry::of(RecordKind::LossReported(loss));
		let whole = vec![CheckedLot { id, voucher, part: None }];
		let held = Self::hold_lots(whole, HoldKey::Loss(loss), &owner.into(), &entry)?;
		let since = Self::today();
		let notice_until = since.next().plus(rules.periods.loss_notice);
		Losses::<T>::insert(
			loss,
			Loss { voucher: id, reporter, kind, reason, since, notice_until, held },
		);
		Self::deposit_event(Event::LossReported { loss, voucher: id, notice_until });
		Ok(loss)
	}

	/// Ends the report because the paper was found.
	pub(crate) fn do_report_found(
		by: Either<SignedByOffice<T>, SignedByParty<T>>,
		id: LossId,
	) -> DispatchResult {
		let loss = Losses::<T>::get(id).ok_or(Error::<T>::UnknownLoss)?;
		let vouchers = Self::vouchers_in_all(&loss.held.ranges)?;
		let mut owners = vouchers.iter().flat_map(|(_, voucher)| voucher.ownership.owners());
		let by = match by {
			Either::Left(officer) => {
				let scheme = loss.voucher.issuance.scheme;
				Self::ensure_duty(officer.who, scheme, Duty::Register, owners)?;
				By::from(officer)
			}
			Either::Right(party) => {
				ensure!(owners.any(|owner| owner == party.who), Error::<T>::NotOwner);
				By::from(party)
			}
		};
		let entry = Entry::of(RecordKind::Found(id));
		Self::free_held(&loss.held, HoldKey::Loss(id), &by, &entry)?;
		Losses::<T>::remove(id);
		Self::deposit_event(Event::Found { loss: id });
		Ok(())
	}
}
