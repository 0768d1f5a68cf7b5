//! Change of owner by sale and gift (W11, W12, H13, H14, H-A8).

use crate::{
	holds::Act,
	ledger::{ByOf, CheckedLot, Entry, Owners, SignedByOffice, SignedByParty},
	*,
};
use frame_support::ensure;
use sp_runtime::{DispatchResult, Either};
use tanpiao_support::{
	By, DocumentHash, Lot, OrderId, Ownership, PartyBook, PartyId, SchemeId, Text,
};

impl<T: Config> Pallet<T> {
	/// Transfers a lot at once where the parties' signatures are enough, and lets an order wait for the
	/// others otherwise. What several own passes by a proposal, whose weight counts all of them.
	pub(crate) fn do_transfer(
		owners: Owners<T>,
		lot: Lot,
		to: PartyId,
		cause: TransferCause,
		reference: Text<64>,
		evidence: Option<DocumentHash>,
	) -> Result<(), Error<T>> {
		let checked = Self::check_transfer(&owners.signers, &lot, to, &cause)?;
		let alone = checked.voucher.ownership.sole().is_some();
		ensure!(alone || owners.together, Error::CoOwned);
		if let TransferCause::Sale { price } = cause {
			ensure!(!price.is_zero(), Error::ZeroPrice);
		}
		Self::ensure_optional_text(&reference)?;
		let rules = Self::rules(lot.voucher.issuance.scheme)?;
		let duty = match cause {
			TransferCause::Sale { .. } => rules.effects.sale,
			TransferCause::Gift => rules.effects.gift,
		};
		let needs = Needs { receiver: T::Parties::asks_consent(to), duty };
		if needs.nothing() {
			let entry = Entry { reference, evidence, ..transfer_entry(cause, to) };
			Self::hand_over(checked, owners.speaker, to, cause, owners.by, entry)?;
			return Ok(());
		}
		let expires = Self::today().next().plus(rules.periods.transfer);
		let from = owners.signers;
		let order = TransferOrder { lot, from, to, cause, reference, evidence, needs, expires };
		Self::enter_order(order)?;
		Ok(())
	}

	/// Lets a transfer wait for those whose signatures it needs.
	pub(crate) fn enter_order(order: TransferOrder) -> Result<OrderId, Error<T>> {
		let id = LastOrder::<T>::get().next().ok_or(Error::NumbersExhausted)?;
		let from = speaker(&order)?;
		let TransferOrder { lot, to, needs, expires, .. } = order;
		LastOrder::<T>::put(id);
		Expiries::<T>::insert(expires, Expiry::Transfer(id), ());
		TransferOrders::<T>::insert(id, order);
		Self::deposit_event(Event::TransferOrdered {
			order: id,
			voucher: lot.voucher,
			from,
			to,
			needs,
		});
		Ok(id)
	}

	/// The receiver signs.
	pub(crate) fn do_accept_transfer(
		receiver: SignedByParty<T>,
		id: OrderId,
	) -> Result<(), Error<T>> {
		let mut order = Self::waiting_order(id)?;
		ensure!(order.to == receiver.who, Error::NotReceiver);
		ensure!(order.needs.receiver, Error::NotAwaited);
		order.needs.receiver = false;
		Self::proceed(id, order, receiver.into())
	}

	/// The duty that must effect it signs.
	pub(crate) fn do_effect_transfer(officer: SignedByOffice<T>, id: OrderId) -> DispatchResult {
		let mut order = Self::waiting_order(id)?;
		let duty = order.needs.duty.ok_or(Error::<T>::NotAwaited)?;
		Self::ensure_duty(officer.who, scheme_of(&order), duty, parties(&order))?;
		order.needs.duty = None;
		Ok(Self::proceed(id, order, officer.into())?)
	}

	/// Ends a waiting order for somebody whose signature it needed.
	pub(crate) fn do_refuse_transfer(
		by: Either<SignedByOffice<T>, SignedByParty<T>>,
		id: OrderId,
	) -> DispatchResult {
		let order = TransferOrders::<T>::get(id).ok_or(Error::<T>::UnknownOrder)?;
		let by = match by {
			Either::Left(officer) => {
				let duty = order.needs.duty.ok_or(Error::<T>::NotAwaited)?;
				Self::ensure_duty(officer.who, scheme_of(&order), duty, parties(&order))?;
				By::from(officer)
			}
			Either::Right(party) => {
				ensure!(order.to == party.who, Error::<T>::NotReceiver);
				ensure!(order.needs.receiver, Error::<T>::NotAwaited);
				By::from(party)
			}
		};
		Self::drop_order(id, &order);
		Self::deposit_event(Event::TransferRefused { order: id, by });
		Ok(())
	}

	/// Ends a waiting order for one of the owners who made it.
	pub(crate) fn do_cancel_transfer(owner: SignedByParty<T>, id: OrderId) -> Result<(), Error<T>> {
		let order = TransferOrders::<T>::get(id).ok_or(Error::UnknownOrder)?;
		ensure!(order.from.contains(&owner.who), Error::NotOwner);
		Self::drop_order(id, &order);
		Self::deposit_event(Event::TransferCancelled { order: id });
		Ok(())
	}

	/// Ends a waiting order that nobody completed.
	pub(crate) fn expire_transfer(id: OrderId) {
		if TransferOrders::<T>::take(id).is_some() {
			Self::deposit_event(Event::TransferExpired { order: id });
		}
	}

	fn waiting_order(id: OrderId) -> Result<TransferOrder, Error<T>> {
		let order = TransferOrders::<T>::get(id).ok_or(Error::UnknownOrder)?;
		ensure!(Self::today() < order.expires, Error::Expired);
		Ok(order)
	}

	/// Executes an order that nobody has to sign any more, or lets it wait for the next.
	fn proceed(id: OrderId, order: TransferOrder, by: ByOf<T>) -> Result<(), Error<T>> {
		// Everything is judged again on the day of the last signature.
		let checked = Self::check_transfer(&order.from, &order.lot, order.to, &order.cause)?;
		let from = speaker(&order)?;
		if !order.needs.nothing() {
			let needs = order.needs;
			TransferOrders::<T>::insert(id, order);
			Self::deposit_event(Event::TransferSigned { order: id, needs });
			return Ok(());
		}
		Self::drop_order(id, &order);
		let TransferOrder { to, cause, reference, evidence, .. } = order;
		let entry = Entry { reference, evidence, ..transfer_entry(cause, to) };
		Self::hand_over(checked, from, to, cause, by, entry)
	}

	/// What must hold both when a transfer is ordered and when it is completed.
	pub(crate) fn check_transfer(
		from: &[PartyId],
		lot: &Lot,
		to: PartyId,
		cause: &TransferCause,
	) -> Result<CheckedLot, Error<T>> {
		let checked = Self::check_lot(from, lot, Act::Transfer)?;
		// Two thirds may sell the whole; they may neither take the others' shares nor give them away.
		ensure!(!checked.voucher.ownership.includes(to), Error::SameOwner);
		if matches!(cause, TransferCause::Gift) {
			Self::ensure_all_owners(&checked.voucher, from)?;
		}
		from.iter().try_for_each(|party| Self::ensure_active(*party))?;
		Self::ensure_active(to)?;
		Ok(checked)
	}

	fn drop_order(id: OrderId, order: &TransferOrder) {
		TransferOrders::<T>::remove(id);
		Expiries::<T>::remove(order.expires, Expiry::Transfer(id));
	}

	/// Makes `to` the owner of a lot.
	pub(crate) fn hand_over(
		lot: CheckedLot,
		from: PartyId,
		to: PartyId,
		cause: TransferCause,
		by: ByOf<T>,
		entry: Entry,
	) -> Result<(), Error<T>> {
		let (id, mut voucher) = Self::take(lot, &by)?;
		Self::set_owners(id, &mut voucher, Ownership::Sole(to))?;
		Self::enter(id, voucher, by, entry);
		Self::deposit_event(Event::Transferred { voucher: id, from, to, cause });
		Ok(())
	}
}

fn scheme_of(order: &TransferOrder) -> SchemeId {
	order.lot.voucher.issuance.scheme
}

/// The owner who began it.
fn speaker<T: Config>(order: &TransferOrder) -> Result<PartyId, Error<T>> {
	order.from.first().copied().ok_or(Error::Inconsistent)
}

/// Everybody whom it concerns.
fn parties(order: &TransferOrder) -> impl Iterator<Item = PartyId> + '_ {
	order.from.iter().copied().chain([order.to])
}

pub(crate) fn transfer_entry(cause: TransferCause, to: PartyId) -> Entry {
	Entry::with(RecordKind::Transferred(cause), to)
}
