//! Vouchers kept for a sale, until it delivers them or lets them go (W12, H13).

use crate::{
	holds::Act,
	ledger::{ByOf, Entry},
	*,
};
use alloc::vec;
use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use tanpiao_support::{
	check_text, By, Day, DocumentHash, EscrowId, EscrowWatcher, Fen, Lot, Ownership, PartyId, Text,
	VoucherEscrow,
};

impl<T: Config> VoucherEscrow<T::AccountId> for Pallet<T> {
	fn open(
		sellers: &[PartyId],
		lot: &Lot,
		expires: Day,
		by: By<T::AccountId>,
	) -> Result<EscrowId, DispatchError> {
		Ok(Self::do_open_escrow(sellers, lot, expires, by)?)
	}

	fn deliver(
		escrow: EscrowId,
		to: PartyId,
		price: Fen,
		reference: Text<64>,
		evidence: DocumentHash,
		by: By<T::AccountId>,
	) -> DispatchResult {
		Ok(Self::do_deliver(escrow, to, price, reference, evidence, by)?)
	}

	fn close(escrow: EscrowId, by: By<T::AccountId>) -> DispatchResult {
		Self::end_escrow(escrow, &by)?;
		Self::deposit_event(Event::EscrowClosed { escrow });
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Keeps a lot of which the sellers may dispose.
	fn do_open_escrow(
		sellers: &[PartyId],
		lot: &Lot,
		expires: Day,
		by: ByOf<T>,
	) -> Result<EscrowId, Error<T>> {
		let signers = Signers::try_from(sellers.to_vec()).map_err(|_| Error::TooManyOwners)?;
		let checked = Self::check_lot(sellers, lot, Act::List)?;
		sellers.iter().try_for_each(|seller| Self::ensure_active(*seller))?;
		ensure!(Self::today() < expires, Error::InvalidTerm);
		let amount = checked.amount();

		let id = LastEscrow::<T>::get().next().ok_or(Error::NumbersExhausted)?;
		LastEscrow::<T>::put(id);
		let entry = Entry::of(RecordKind::EscrowOpened(id));
		let held = Self::hold_lots(vec![checked], HoldKey::Escrow(id), &by, &entry)?;
		Expiries::<T>::insert(expires, Expiry::Escrow(id), ());
		Escrows::<T>::insert(id, Escrow { sellers: signers, held, expires });
		Self::deposit_event(Event::EscrowOpened { escrow: id, amount });
		Ok(id)
	}

	/// Makes `to` the owner of what is kept, and ends the escrow.
	fn do_deliver(
		id: EscrowId,
		to: PartyId,
		price: Fen,
		reference: Text<64>,
		evidence: DocumentHash,
		by: ByOf<T>,
	) -> Result<(), Error<T>> {
		let escrow = Self::kept(id)?;
		ensure!(Self::today() < escrow.expires, Error::Expired);
		Self::ensure_not_suspended(&escrow.held, HoldKind::Escrow, Act::List)?;
		escrow.sellers.iter().try_for_each(|seller| Self::ensure_active(*seller))?;
		Self::ensure_active(to)?;
		ensure!(!price.is_zero(), Error::ZeroPrice);
		check_text(&reference)?;
		let vouchers = Self::vouchers_in_all(&escrow.held.ranges)?;
		for (voucher_id, voucher) in &vouchers {
			ensure!(!voucher.ownership.includes(to), Error::SameOwner);
			Self::ensure_issuance_live(voucher_id.issuance)?;
		}

		let kind = RecordKind::Delivered { escrow: id, price };
		let entry = Entry { reference, evidence: Some(evidence), ..Entry::with(kind, to) };
		for (voucher_id, mut voucher) in vouchers {
			Self::lift_hold(voucher_id, &mut voucher, HoldKey::Escrow(id))?;
			Self::set_owners(voucher_id, &mut voucher, Ownership::Sole(to))?;
			Self::enter(voucher_id, voucher, by.clone(), entry.clone());
		}
		Self::drop_escrow(id, &escrow);
		Self::deposit_event(Event::Delivered { escrow: id, to, price });
		Ok(())
	}

	/// Ends an escrow whose day has come, and tells the market.
	pub(crate) fn expire_escrow(id: EscrowId) -> Result<(), Error<T>> {
		Self::end_escrow(id, &By::Expiry)?;
		Self::deposit_event(Event::EscrowExpired { escrow: id });
		T::Market::ended(id);
		Ok(())
	}

	/// Ends an escrow because the law passes what it keeps on, and tells the market.
	pub(crate) fn end_escrow_by_law(id: EscrowId, by: &ByOf<T>) -> Result<(), Error<T>> {
		Self::end_escrow(id, by)?;
		Self::deposit_event(Event::EscrowClosed { escrow: id });
		T::Market::ended(id);
		Ok(())
	}

	fn kept(id: EscrowId) -> Result<Escrow, Error<T>> {
		Escrows::<T>::get(id).ok_or(Error::UnknownEscrow)
	}

	/// Frees what an escrow keeps, and forgets it.
	fn end_escrow(id: EscrowId, by: &ByOf<T>) -> Result<(), Error<T>> {
		let escrow = Self::kept(id)?;
		let entry = Entry::of(RecordKind::EscrowClosed(id));
		Self::free_held(&escrow.held, HoldKey::Escrow(id), by, &entry)?;
		Self::drop_escrow(id, &escrow);
		Ok(())
	}

	fn drop_escrow(id: EscrowId, escrow: &Escrow) {
		Escrows::<T>::remove(id);
		Expiries::<T>::remove(escrow.expires, Expiry::Escrow(id));
	}
}
