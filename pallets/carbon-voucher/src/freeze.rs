//! 冻结: what an authority ordered is held until its day, or until it is lifted (W20, H6).
//!
//! Of several freezes on a voucher the one with the lowest number is in effect, and the others queue
//! (轮候). A freeze forbids until the sweep has taken it off on its day: the safe side.

use crate::{
	holds::Act,
	ledger::{sum, ByOf, CheckedLot, Entry, SignedByOffice},
	*,
};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use tanpiao_support::{
	check_text, By, Day, DocumentHash, Duty, FreezeId, OfficeId, PartyId, SchemeBook, SchemeId,
	Text,
};

impl<T: Config> Pallet<T> {
	/// Freezes lots, whoever owns them and whatever else holds them.
	pub(crate) fn do_freeze(
		officer: SignedByOffice<T>,
		lots: Lots,
		order: FreezeOrder,
	) -> Result<FreezeId, DispatchError> {
		let (scheme, checked) = Self::each_lot(&lots, |lot| {
			Self::check_lot_of(Self::live_voucher(lot.voucher)?, lot, Act::Freeze)
		})?;
		Self::ensure_freezer(officer.who, scheme, &owners_of(checked.iter().map(|l| &l.voucher)))?;
		Self::check_freeze_order(&order)?;
		let amount = sum(checked.iter().map(CheckedLot::amount)).ok_or(Error::<T>::Overflow)?;

		let id = LastFreeze::<T>::get().next().ok_or(Error::<T>::NumbersExhausted)?;
		LastFreeze::<T>::put(id);
		let office = officer.who;
		let entry = freeze_entry(RecordKind::Frozen(id), order.order_no.clone(), order.evidence);
		let held = Self::hold_lots(checked, HoldKey::Freeze(id), &officer.into(), &entry)?;
		let expires = order.expires;
		Expiries::<T>::insert(expires, Expiry::Freeze(id), ());
		Freezes::<T>::insert(id, Freeze { scheme, office, order, since: Self::today(), held });
		Self::deposit_event(Event::Frozen { freeze: id, office, amount, expires });
		Ok(id)
	}

	/// Puts the end off.
	pub(crate) fn do_extend_freeze(
		officer: SignedByOffice<T>,
		id: FreezeId,
		expires: Day,
		reference: Text<64>,
		evidence: DocumentHash,
	) -> DispatchResult {
		let mut freeze = Self::freeze_in_force(id)?;
		let vouchers = Self::vouchers_in_all(&freeze.held.ranges)?;
		Self::ensure_keeper(&officer, &freeze, &owners_of(vouchers.iter().map(|(_, v)| v)))?;
		let old = freeze.order.expires;
		ensure!(Self::today() < old, Error::<T>::Expired);
		ensure!(old < expires, Error::<T>::InvalidTerm);
		check_text(&reference).map_err(Error::<T>::from)?;

		Expiries::<T>::remove(old, Expiry::Freeze(id));
		Expiries::<T>::insert(expires, Expiry::Freeze(id), ());
		freeze.order.expires = expires;
		Freezes::<T>::insert(id, freeze);
		let by = ByOf::<T>::from(officer);
		let entry = freeze_entry(RecordKind::FreezeExtended(id), reference, evidence);
		for (voucher_id, voucher) in vouchers {
			Self::enter(voucher_id, voucher, by.clone(), entry.clone());
		}
		Self::deposit_event(Event::FreezeExtended { freeze: id, expires });
		Ok(())
	}

	/// Lifts a freeze.
	pub(crate) fn do_lift_freeze(
		officer: SignedByOffice<T>,
		id: FreezeId,
		reference: Text<64>,
		evidence: DocumentHash,
	) -> DispatchResult {
		let freeze = Self::freeze_in_force(id)?;
		let vouchers = Self::vouchers_in_all(&freeze.held.ranges)?;
		Self::ensure_keeper(&officer, &freeze, &owners_of(vouchers.iter().map(|(_, v)| v)))?;
		check_text(&reference).map_err(Error::<T>::from)?;
		let entry = freeze_entry(RecordKind::FreezeLifted(id), reference, evidence);
		Self::end_freeze(id, &freeze, &officer.into(), &entry)?;
		Self::deposit_event(Event::FreezeLifted { freeze: id });
		Ok(())
	}

	/// Ends a freeze whose day has come.
	pub(crate) fn expire_freeze(id: FreezeId) -> Result<(), Error<T>> {
		let freeze = Self::freeze_in_force(id)?;
		let entry = Entry::of(RecordKind::FreezeExpired(id));
		Self::end_freeze(id, &freeze, &By::Expiry, &entry)?;
		Self::deposit_event(Event::FreezeExpired { freeze: id });
		Ok(())
	}

	/// A freeze, in effect or in the queue.
	fn freeze_in_force(id: FreezeId) -> Result<Freeze, Error<T>> {
		Freezes::<T>::get(id).ok_or(Error::UnknownFreeze)
	}

	/// Frees what a freeze holds, and forgets it.
	fn end_freeze(
		id: FreezeId,
		freeze: &Freeze,
		by: &ByOf<T>,
		entry: &Entry,
	) -> Result<(), Error<T>> {
		Self::free_held(&freeze.held, HoldKey::Freeze(id), by, entry)?;
		Freezes::<T>::remove(id);
		Expiries::<T>::remove(freeze.order.expires, Expiry::Freeze(id));
		Ok(())
	}

	/// What an order must say.
	fn check_freeze_order(order: &FreezeOrder) -> Result<(), Error<T>> {
		check_text(&order.order_no)?;
		check_text(&order.authority)?;
		check_text(&order.basis)?;
		ensure!(Self::today() < order.expires, Error::InvalidTerm);
		Ok(())
	}

	/// Checks that an office may freeze what these own: by either of the two duties.
	fn ensure_freezer(
		office: OfficeId,
		scheme: SchemeId,
		owners: &[PartyId],
	) -> Result<(), DispatchError> {
		let duty = match T::Schemes::ensure_duty(office, scheme, Duty::Supervise) {
			Ok(()) => Duty::Supervise,
			Err(_) => Duty::Register,
		};
		Self::ensure_duty(office, scheme, duty, owners.iter().copied())
	}

	/// Checks that an office may extend or lift a freeze: the one that entered it; any that may freeze
	/// where that one may not any more, lest nobody could.
	fn ensure_keeper(
		officer: &SignedByOffice<T>,
		freeze: &Freeze,
		owners: &[PartyId],
	) -> Result<(), DispatchError> {
		Self::ensure_freezer(officer.who, freeze.scheme, owners)?;
		ensure!(
			officer.who == freeze.office
				|| Self::ensure_freezer(freeze.office, freeze.scheme, owners).is_err(),
			Error::<T>::NotOrderedByOffice
		);
		Ok(())
	}
}

fn owners_of<'a>(vouchers: impl Iterator<Item = &'a Voucher>) -> Vec<PartyId> {
	vouchers.flat_map(|voucher| voucher.ownership.owners()).collect()
}

fn freeze_entry(kind: RecordKind, reference: Text<64>, evidence: DocumentHash) -> Entry {
	Entry { reference, evidence: Some(evidence), ..Entry::of(kind) }
}
