//! What every change of a voucher shares: look-up, records, numbers, splitting.

use crate::{holds::Act, owners::same_owners, *};
use alloc::vec::Vec;
use frame_support::{ensure, traits::UnixTime};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{traits::UniqueSaturatedInto, DispatchError};
use tanpiao_support::{
	check_text, By, Day, DocumentHash, Duty, IssuanceId, Kilograms, Lot, OfficeId, Ownership,
	OwnershipError, PartyBook, PartyId, SchemeBook, SchemeId, SchemeRules, Signatory, Text,
	TextError, VoucherId,
};

/// A party's signature.
pub(crate) type SignedByParty<T> = Signatory<<T as frame_system::Config>::AccountId, PartyId>;

/// An office's signature.
pub(crate) type SignedByOffice<T> = Signatory<<T as frame_system::Config>::AccountId, OfficeId>;

/// Who signed a record, in this runtime.
pub(crate) type ByOf<T> = By<<T as frame_system::Config>::AccountId>;

/// Those who sign for the owners of a voucher: one party at once, or several through a proposal.
pub(crate) struct Owners<T: Config> {
	/// All of them.
	pub signers: Signers,
	/// The one that began it.
	pub speaker: PartyId,
	/// The signature with which it is done.
	pub by: ByOf<T>,
	/// Whether they act by a proposal, whose weight counts all of them.
	pub together: bool,
}

impl<T: Config> From<SignedByParty<T>> for Owners<T> {
	fn from(signed: SignedByParty<T>) -> Self {
		Self {
			signers: Signers::truncate_from(alloc::vec![signed.who]),
			speaker: signed.who,
			by: signed.into(),
			together: false,
		}
	}
}

/// What a record says beside the ranges and the day, which the ledger knows.
#[derive(Clone)]
pub(crate) struct Entry {
	pub kind: RecordKind,
	pub counterparty: Option<PartyId>,
	pub reference: Text<64>,
	pub evidence: Option<DocumentHash>,
}

impl Entry {
	/// A record that refers to nothing.
	pub fn of(kind: RecordKind) -> Self {
		Self { kind, counterparty: None, reference: Text::new(), evidence: None }
	}

	/// A record that names another party.
	pub fn with(kind: RecordKind, counterparty: PartyId) -> Self {
		Self { counterparty: Some(counterparty), ..Self::of(kind) }
	}
}

/// A lot that was looked at and found good.
pub(crate) struct CheckedLot {
	pub id: VoucherId,
	pub voucher: Voucher,
	/// How much of it; `None`: all.
	pub part: Option<Kilograms>,
}

impl CheckedLot {
	/// How many kilograms the lot is.
	pub fn amount(&self) -> Kilograms {
		self.part.unwrap_or_else(|| self.voucher.amount())
	}
}

impl<T: Config> From<TextError> for Error<T> {
	fn from(error: TextError) -> Self {
		match error {
			TextError::Empty => Error::BlankText,
			TextError::Malformed => Error::InvalidText,
		}
	}
}

impl<T: Config> From<OwnershipError> for Error<T> {
	fn from(error: OwnershipError) -> Self {
		match error {
			OwnershipError::TooFew => Error::TooFewOwners,
			OwnershipError::Repeated => Error::RepeatedOwner,
			OwnershipError::Shares => Error::InvalidShares,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The block's day in UTC+8.
	pub fn today() -> Day {
		Day::at(T::Time::now())
	}

	pub(crate) fn rules(scheme: SchemeId) -> Result<SchemeRules, Error<T>> {
		T::Schemes::rules(scheme).ok_or(Error::UnknownScheme)
	}

	/// Checks that a party is registered and not suspended.
	pub(crate) fn ensure_active(party: PartyId) -> Result<(), Error<T>> {
		ensure!(T::Parties::exists(party), Error::UnknownParty);
		ensure!(T::Parties::is_active(party), Error::PartySuspended);
		Ok(())
	}

	/// Checks that `office` may sign for `duty`, and that none of `parties` is the office's own.
	pub(crate) fn ensure_duty(
		office: OfficeId,
		scheme: SchemeId,
		duty: Duty,
		mut parties: impl Iterator<Item = PartyId>,
	) -> Result<(), DispatchError> {
		T::Schemes::ensure_duty(office, scheme, duty)?;
		if let Some(own) = T::Schemes::party_of(office) {
			ensure!(!parties.any(|party| party == own), Error::<T>::OwnApplication);
		}
		Ok(())
	}

	/// Checks a text that may be left out.
	pub(crate) fn ensure_optional_text(text: &[u8]) -> Result<(), Error<T>> {
		if text.is_empty() {
			return Ok(());
		}
		Ok(check_text(text)?)
	}

	/// A voucher of which `signers` may dispose, in circulation, of this edition and free for `act`.
	pub(crate) fn own_voucher(
		signers: &[PartyId],
		id: VoucherId,
		edition: u32,
		act: Act,
	) -> Result<Voucher, Error<T>> {
		let voucher = Self::live_voucher(id)?;
		Self::ensure_owners(&voucher, signers)?;
		Self::ensure_free(id, &voucher, edition, act)?;
		Ok(voucher)
	}

	/// A voucher in circulation, whoever owns it.
	pub(crate) fn live_voucher(id: VoucherId) -> Result<Voucher, Error<T>> {
		let voucher = Vouchers::<T>::get(id).ok_or(Error::UnknownVoucher)?;
		match voucher.state {
			VoucherState::Live => Ok(voucher),
			VoucherState::Offset(_) => Err(Error::AlreadyOffset),
			VoucherState::Merged(_) => Err(Error::AlreadyMerged),
		}
	}

	/// Checks that these parties may dispose of a voucher.
	pub(crate) fn ensure_owners(voucher: &Voucher, signers: &[PartyId]) -> Result<(), Error<T>> {
		ensure!(signers.iter().any(|party| voucher.ownership.includes(*party)), Error::NotOwner);
		ensure!(voucher.ownership.disposable_by(signers), Error::CoOwned);
		Ok(())
	}

	/// Checks that all owners of a voucher are among these.
	pub(crate) fn ensure_all_owners(
		voucher: &Voucher,
		signers: &[PartyId],
	) -> Result<(), Error<T>> {
		ensure!(voucher.ownership.owners().all(|owner| signers.contains(&owner)), Error::CoOwned);
		Ok(())
	}

	/// Checks that a voucher is of this edition and that `act` may begin on it.
	pub(crate) fn ensure_free(
		id: VoucherId,
		voucher: &Voucher,
		edition: u32,
		act: Act,
	) -> Result<(), Error<T>> {
		ensure!(voucher.edition == edition, Error::StaleEdition);
		Self::ensure_issuance_live(id.issuance)?;
		match voucher.holds.forbidding(act) {
			None => Ok(()),
			Some(kind) => Err(kind.into()),
		}
	}

	/// Checks that an issuance holds good.
	pub(crate) fn ensure_issuance_live(id: IssuanceId) -> Result<(), Error<T>> {
		let state = IssuanceStates::<T>::get(id).ok_or(Error::Inconsistent)?;
		ensure!(matches!(state.status, IssuanceStatus::Live), Error::IssuanceRevoked);
		Ok(())
	}

	/// Looks at a lot of which `signers` may dispose, and changes nothing.
	pub(crate) fn check_lot(
		signers: &[PartyId],
		lot: &Lot,
		act: Act,
	) -> Result<CheckedLot, Error<T>> {
		let voucher = Self::live_voucher(lot.voucher)?;
		Self::ensure_owners(&voucher, signers)?;
		Self::check_lot_of(voucher, lot, act)
	}

	/// Looks at a lot whoever owns it, for an authority.
	pub(crate) fn check_lot_of(
		voucher: Voucher,
		lot: &Lot,
		act: Act,
	) -> Result<CheckedLot, Error<T>> {
		Self::ensure_free(lot.voucher, &voucher, lot.edition, act)?;
		let part = Self::part_of(&voucher, lot)?;
		Ok(CheckedLot { id: lot.voucher, voucher, part })
	}

	/// How much of the voucher a lot is; `None`: all.
	pub(crate) fn part_of(voucher: &Voucher, lot: &Lot) -> Result<Option<Kilograms>, Error<T>> {
		let Some(amount) = lot.amount else { return Ok(None) };
		ensure!(!amount.is_zero(), Error::ZeroAmount);
		ensure!(amount <= voucher.amount(), Error::AmountTooLarge);
		Ok((amount < voucher.amount()).then_some(amount))
	}

	/// Looks at lots of which `signers` may dispose and that are to be held together: different
	/// vouchers of one scheme.
	pub(crate) fn check_lots(
		signers: &[PartyId],
		lots: &Lots,
		act: Act,
	) -> Result<(SchemeId, Vec<CheckedLot>), Error<T>> {
		Self::each_lot(lots, |lot| Self::check_lot(signers, lot, act))
	}

	/// Looks at different vouchers of one scheme.
	pub(crate) fn each_lot(
		lots: &Lots,
		check: impl Fn(&Lot) -> Result<CheckedLot, Error<T>>,
	) -> Result<(SchemeId, Vec<CheckedLot>), Error<T>> {
		let scheme = lots.first().ok_or(Error::NoLots)?.voucher.issuance.scheme;
		let mut checked: Vec<CheckedLot> = Vec::with_capacity(lots.len());
		for lot in lots {
			ensure!(lot.voucher.issuance.scheme == scheme, Error::MixedSchemes);
			ensure!(checked.iter().all(|seen| seen.id != lot.voucher), Error::RepeatedLot);
			checked.push(check(lot)?);
		}
		Ok((scheme, checked))
	}

	/// The voucher that is the lot: split off first where it is a part.
	pub(crate) fn take(lot: CheckedLot, by: &ByOf<T>) -> Result<(VoucherId, Voucher), Error<T>> {
		match lot.part {
			None => Ok((lot.id, lot.voucher)),
			Some(amount) => Self::split_upper(lot.id, lot.voucher, amount, by),
		}
	}

	/// Writes one record on a voucher's page. The caller stores the voucher.
	pub(crate) fn record(id: VoucherId, voucher: &mut Voucher, by: ByOf<T>, entry: Entry) {
		let Entry { kind, counterparty, reference, evidence } = entry;
		let record = Record {
			block: block_number::<T>(),
			day: Self::today(),
			kind,
			by,
			from: voucher.from,
			to: voucher.to,
			counterparty,
			reference,
			evidence,
		};
		Records::<T>::insert(id, voucher.records, record);
		voucher.records = voucher.records.saturating_add(1);
	}

	/// Writes one record on a voucher's page, and stores the voucher.
	pub(crate) fn enter(id: VoucherId, mut voucher: Voucher, by: ByOf<T>, entry: Entry) {
		Self::record(id, &mut voucher, by, entry);
		Vouchers::<T>::insert(id, voucher);
	}

	/// Splits a voucher by its owner's wish.
	pub(crate) fn do_split(
		owners: Owners<T>,
		id: VoucherId,
		edition: u32,
		amount: Kilograms,
	) -> Result<VoucherId, Error<T>> {
		let voucher = Self::own_voucher(&owners.signers, id, edition, Act::Split)?;
		ensure!(!amount.is_zero(), Error::ZeroAmount);
		ensure!(amount < voucher.amount(), Error::AmountTooLarge);
		let (into, upper) = Self::split_upper(id, voucher, amount, &owners.by)?;
		Vouchers::<T>::insert(into, upper);
		Ok(into)
	}

	/// Splits the upper `amount`, less than all, off a voucher. The lower range keeps the number, is
	/// stored and gets its record; the new voucher has its index entries, holds and first record, and
	/// is returned to be stored.
	pub(crate) fn split_upper(
		id: VoucherId,
		mut lower: Voucher,
		amount: Kilograms,
		by: &ByOf<T>,
	) -> Result<(VoucherId, Voucher), Error<T>> {
		let middle = lower.to.checked_sub(amount).ok_or(Error::AmountTooLarge)?;
		let part = Self::next_part(id.issuance)?;
		let into = VoucherId { part, ..id };
		let mut upper = Voucher {
			from: middle,
			to: lower.to,
			ownership: lower.ownership.clone(),
			state: VoucherState::Live,
			edition: 1,
			records: 0,
			holds: HoldFlags::default(),
		};
		Self::copy_holds(id, into, &mut upper)?;
		lower.to = middle;
		lower.edition = lower.edition.checked_add(1).ok_or(Error::NumbersExhausted)?;

		Parts::<T>::insert(id.issuance, middle, part);
		for owner in upper.ownership.owners() {
			Holdings::<T>::insert(owner, into, ());
		}
		Self::enter(id, lower, by.clone(), Entry::of(RecordKind::SplitInto(part)));
		Self::record(into, &mut upper, by.clone(), Entry::of(RecordKind::SplitFrom(id.part)));
		Self::deposit_event(Event::Split { voucher: id, into, amount });
		Ok((into, upper))
	}

	/// Merges two vouchers that touch, of the same owners and under the same holds. The lower part
	/// number stays, and the other leads to it for ever.
	pub(crate) fn do_merge(
		owners: Owners<T>,
		(one, one_edition): (VoucherId, u32),
		(other, other_edition): (VoucherId, u32),
	) -> Result<VoucherId, Error<T>> {
		ensure!(one.issuance == other.issuance && one != other, Error::NotAdjacent);
		let (kept, kept_edition, gone, gone_edition) = if one.part < other.part {
			(one, one_edition, other, other_edition)
		} else {
			(other, other_edition, one, one_edition)
		};
		let mut survivor = Self::own_voucher(&owners.signers, kept, kept_edition, Act::Split)?;
		let mut merged = Self::own_voucher(&owners.signers, gone, gone_edition, Act::Split)?;
		ensure!(survivor.to == merged.from || merged.to == survivor.from, Error::NotAdjacent);
		ensure!(same_owners(&survivor.ownership, &merged.ownership), Error::DifferentOwners);
		ensure!(Self::holds_of(kept) == Self::holds_of(gone), Error::DifferentHolds);
		let middle = survivor.from.max(merged.from);
		Self::drop_merged_holds(gone, middle)?;

		survivor.from = survivor.from.min(merged.from);
		survivor.to = survivor.to.max(merged.to);
		survivor.edition = survivor.edition.checked_add(1).ok_or(Error::NumbersExhausted)?;
		merged.edition = merged.edition.checked_add(1).ok_or(Error::NumbersExhausted)?;
		merged.state = VoucherState::Merged(kept.part);
		merged.holds = HoldFlags::default();
		Parts::<T>::remove(kept.issuance, middle);
		Parts::<T>::insert(kept.issuance, survivor.from, kept.part);
		for owner in merged.ownership.owners() {
			Holdings::<T>::remove(owner, gone);
		}
		Self::enter(gone, merged, owners.by.clone(), Entry::of(RecordKind::MergedInto(kept.part)));
		Self::enter(kept, survivor, owners.by, Entry::of(RecordKind::MergedFrom(gone.part)));
		Self::deposit_event(Event::Merged { voucher: gone, into: kept });
		Ok(kept)
	}

	/// Makes `ownership` the voucher's, in the index of holders too, as a new edition. The caller
	/// stores the voucher.
	pub(crate) fn set_owners(
		id: VoucherId,
		voucher: &mut Voucher,
		ownership: Ownership,
	) -> Result<(), Error<T>> {
		voucher.edition = voucher.edition.checked_add(1).ok_or(Error::NumbersExhausted)?;
		for owner in voucher.ownership.owners() {
			Holdings::<T>::remove(owner, id);
		}
		for owner in ownership.owners() {
			Holdings::<T>::insert(owner, id, ());
		}
		voucher.ownership = ownership;
		Ok(())
	}

	/// Gives a voucher its new owners, with one record, and stores it.
	pub(crate) fn give(
		id: VoucherId,
		mut voucher: Voucher,
		ownership: Ownership,
		by: ByOf<T>,
		entry: Entry,
	) -> Result<(), Error<T>> {
		Self::set_owners(id, &mut voucher, ownership)?;
		Self::enter(id, voucher, by, entry);
		Ok(())
	}

	/// Takes the next part number of an issuance.
	pub(crate) fn next_part(issuance: IssuanceId) -> Result<u32, Error<T>> {
		IssuanceStates::<T>::try_mutate(issuance, |state| {
			let state = state.as_mut().ok_or(Error::Inconsistent)?;
			state.parts = state.parts.checked_add(1).ok_or(Error::NumbersExhausted)?;
			Ok(state.parts)
		})
	}

	/// The vouchers whose ranges make up `range`, in ascending order.
	pub(crate) fn vouchers_in(range: &KgRange) -> Result<Vec<(VoucherId, Voucher)>, Error<T>> {
		let mut found = Vec::new();
		let mut from = range.from;
		while from < range.to {
			let part = Parts::<T>::get(range.issuance, from).ok_or(Error::Inconsistent)?;
			let id = VoucherId { issuance: range.issuance, part };
			let voucher = Vouchers::<T>::get(id).ok_or(Error::Inconsistent)?;
			ensure!(voucher.from == from && from < voucher.to, Error::Inconsistent);
			from = voucher.to;
			found.push((id, voucher));
		}
		ensure!(from == range.to, Error::Inconsistent);
		Ok(found)
	}

	/// The vouchers whose ranges make up all of `ranges`.
	pub(crate) fn vouchers_in_all(ranges: &Ranges) -> Result<Vec<(VoucherId, Voucher)>, Error<T>> {
		let mut found = Vec::new();
		for range in ranges {
			found.extend(Self::vouchers_in(range)?);
		}
		Ok(found)
	}

	/// Changes a scheme's totals.
	pub(crate) fn adjust_totals(
		scheme: SchemeId,
		change: impl FnOnce(&mut SchemeTotals) -> Option<()>,
	) -> Result<(), Error<T>> {
		Totals::<T>::try_mutate(scheme, |totals| change(totals).ok_or(Error::Inconsistent))
	}
}

/// The sum of amounts; `None` on overflow.
pub(crate) fn sum(mut amounts: impl Iterator<Item = Kilograms>) -> Option<Kilograms> {
	amounts.try_fold(Kilograms::ZERO, Kilograms::checked_add)
}

/// The block's number, as records keep it.
fn block_number<T: Config>() -> u32 {
	let number: BlockNumberFor<T> = frame_system::Pallet::<T>::block_number();
	number.unique_saturated_into()
}
