//! The ledger's invariants, one function each; the numbers are those of the domain.

use crate::*;
use alloc::{
	collections::{btree_map::BTreeMap, btree_set::BTreeSet},
	vec::Vec,
};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use tanpiao_support::{canonical, Kilograms, PartyBook, PartyId, SchemeId, VoucherId};

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks them all.
	pub fn do_try_state() -> Checked {
		Self::parts_partition_their_issuance()?;
		Self::numbers_run_without_gaps()?;
		Self::totals_equal_the_vouchers()?;
		Self::ownership_equals_the_holder_index()?;
		Self::holds_equal_their_objects()?;
		Self::offset_ranges_stand_in_one_certificate()?;
		Self::records_run_without_gaps()?;
		Self::everybody_is_registered()?;
		Self::what_waits_has_an_end()
	}

	/// 1. The parts of an issuance partition `[0, total)`.
	fn parts_partition_their_issuance() -> Checked {
		let mut covered = 0usize;
		for (id, issuance) in Issuances::<T>::iter() {
			let range = KgRange { issuance: id, from: Kilograms::ZERO, to: issuance.total };
			let vouchers = Self::vouchers_in(&range).map_err(|_| "parts leave a gap or overlap")?;
			let parts = Parts::<T>::iter_prefix(id).count();
			ensure!(parts == vouchers.len(), "a part beyond its issuance");
			let state = IssuanceStates::<T>::get(id).ok_or("an issuance without a state")?;
			let numbers: BTreeSet<u32> = vouchers.iter().map(|(id, _)| id.part).collect();
			ensure!(
				numbers.into_iter().eq(1..=state.parts),
				"part numbers do not run from 1 without a gap"
			);
			covered = covered.saturating_add(parts);
		}
		ensure!(covered == Vouchers::<T>::iter().count(), "a voucher that is no part");
		ensure!(covered == Parts::<T>::iter().count(), "a part of no issuance");
		ensure!(
			IssuanceStates::<T>::iter().count() == Issuances::<T>::iter().count(),
			"a state of no issuance"
		);
		Ok(())
	}

	/// Serials run from 1, and each issuance has its filing number and no other.
	fn numbers_run_without_gaps() -> Checked {
		let mut serials: BTreeMap<(SchemeId, u16), u32> = BTreeMap::new();
		for (id, issuance) in Issuances::<T>::iter() {
			let count = serials.entry((id.scheme, id.year)).or_default();
			*count = count.saturating_add(1);
			let filed = Filings::<T>::get(id.scheme, canonical(&issuance.filing_no));
			ensure!(filed == Some(id), "an issuance without its filing number");
		}
		let issuances = Issuances::<T>::iter().count();
		ensure!(Filings::<T>::iter().count() == issuances, "a filing number of no issuance");
		for (scheme, year, last) in IssuanceSerials::<T>::iter() {
			ensure!(serials.get(&(scheme, year)) == Some(&last), "issuance serials have a gap");
		}

		let mut serials: BTreeMap<(SchemeId, u16), u32> = BTreeMap::new();
		for id in Certificates::<T>::iter_keys() {
			let count = serials.entry((id.scheme, id.year)).or_default();
			*count = count.saturating_add(1);
		}
		for (scheme, year, last) in CertificateSerials::<T>::iter() {
			ensure!(serials.get(&(scheme, year)) == Some(&last), "certificate serials have a gap");
		}
		Ok(())
	}

	/// 2. Stored totals equal the sums over vouchers, and issued = free + held + offset + revoked.
	fn totals_equal_the_vouchers() -> Checked {
		let mut sums: BTreeMap<SchemeId, SchemeTotals> = BTreeMap::new();
		for (id, voucher) in Vouchers::<T>::iter() {
			let totals = sums.entry(id.issuance.scheme).or_default();
			let amount = voucher.amount();
			let cell = match voucher.state {
				VoucherState::Live if voucher.holds.is_empty() => &mut totals.free,
				VoucherState::Live => &mut totals.held,
				VoucherState::Offset(_) => &mut totals.offset,
			};
			*cell = cell.checked_add(amount).ok_or("kilograms overflow")?;
			totals.issued = totals.issued.checked_add(amount).ok_or("kilograms overflow")?;
		}
		let stored: BTreeMap<SchemeId, SchemeTotals> = Totals::<T>::iter().collect();
		ensure!(stored == sums, "totals differ from the vouchers");
		Ok(())
	}

	/// 4. Every voucher has one ownership; the holder index equals that of the live ones both ways.
	fn ownership_equals_the_holder_index() -> Checked {
		let mut held = 0usize;
		for (id, voucher) in Vouchers::<T>::iter() {
			voucher.ownership.check().map_err(|_| "an impossible ownership")?;
			if !matches!(voucher.state, VoucherState::Live) {
				continue;
			}
			for owner in voucher.ownership.owners() {
				ensure!(Holdings::<T>::contains_key(owner, id), "an owner is not in the index");
				held = held.saturating_add(1);
			}
		}
		ensure!(Holdings::<T>::iter().count() == held, "the index has a holder of nothing");
		Ok(())
	}

	/// 5. Every hold has its object and the reverse, flags equal holds, and the table stands.
	fn holds_equal_their_objects() -> Checked {
		let mut expected: BTreeMap<VoucherId, Vec<HoldKey>> = BTreeMap::new();
		let mut expect = |ranges: &Ranges, hold: HoldKey| -> Result<usize, TryRuntimeError> {
			let vouchers =
				Self::vouchers_in_all(ranges).map_err(|_| "a hold's ranges are not vouchers")?;
			let count = vouchers.len();
			for (id, _) in vouchers {
				expected.entry(id).or_default().push(hold);
			}
			Ok(count)
		};
		for (id, pledge) in Pledges::<T>::iter() {
			if let PledgeState::Active { ranges, vouchers, .. } = &pledge.state {
				let count = expect(ranges, HoldKey::Pledge(id))?;
				ensure!(u32::try_from(count) == Ok(*vouchers), "a pledge miscounts its vouchers");
				ensure!(*vouchers <= MAX_PLEDGED_VOUCHERS, "a pledge on too many vouchers");
			}
		}
		for (id, request) in OffsetRequests::<T>::iter() {
			let count = expect(&request.ranges, HoldKey::OffsetRequest(id))?;
			ensure!(count == request.ranges.len(), "a voucher was split while offset was pending");
		}
		let total: usize = expected.values().map(Vec::len).sum();
		ensure!(Holds::<T>::iter().count() == total, "a hold without an object");
		for (id, voucher) in Vouchers::<T>::iter() {
			let mut flags = 0u8;
			for hold in Holds::<T>::iter_key_prefix(id) {
				let known = expected.get(&id).is_some_and(|holds| holds.contains(&hold));
				ensure!(known, "a hold without an object");
				flags |= hold.kind().flag();
			}
			ensure!(voucher.holds.0 == flags, "flags differ from holds");
			let live = matches!(voucher.state, VoucherState::Live);
			ensure!(live || flags == 0, "a hold on a voucher that is not in circulation");
			ensure!(flags.count_ones() <= 1, "a pledge and an offset request on one voucher");
		}
		Ok(())
	}

	/// 6. An offset range stands in exactly one certificate.
	fn offset_ranges_stand_in_one_certificate() -> Checked {
		let mut certified: BTreeSet<VoucherId> = BTreeSet::new();
		for (id, certificate) in Certificates::<T>::iter() {
			let vouchers = Self::vouchers_in_all(&certificate.ranges)
				.map_err(|_| "a certificate's ranges are not vouchers")?;
			let mut total = Kilograms::ZERO;
			for (voucher_id, voucher) in vouchers {
				// A voucher names one certificate, so that no other can pass with it.
				ensure!(voucher.state == VoucherState::Offset(id), "a certified voucher not burnt");
				ensure!(certified.insert(voucher_id), "an offset range twice in a certificate");
				total = total.checked_add(voucher.amount()).ok_or("kilograms overflow")?;
			}
			ensure!(total == certificate.total, "a certificate of another amount than its ranges");
		}
		let burnt = Vouchers::<T>::iter_values()
			.filter(|voucher| matches!(voucher.state, VoucherState::Offset(_)))
			.count();
		ensure!(burnt == certified.len(), "a burnt voucher in no certificate");
		Ok(())
	}

	/// 7. Record numbers of a voucher run from 0 without a gap.
	fn records_run_without_gaps() -> Checked {
		let mut records = 0usize;
		for (id, voucher) in Vouchers::<T>::iter() {
			ensure!(voucher.records > 0 && voucher.edition > 0, "a voucher without a record");
			for no in 0..voucher.records {
				ensure!(Records::<T>::contains_key(id, no), "a gap in a register page");
				records = records.saturating_add(1);
			}
		}
		ensure!(Records::<T>::iter().count() == records, "a record beyond its page");
		Ok(())
	}

	/// 8. Owners, pledgees and beneficiaries are registered.
	fn everybody_is_registered() -> Checked {
		let known = |party: PartyId| -> Checked {
			ensure!(T::Parties::exists(party), "somebody is not registered");
			Ok(())
		};
		for voucher in Vouchers::<T>::iter_values() {
			voucher.ownership.owners().try_for_each(known)?;
		}
		for pledge in Pledges::<T>::iter_values() {
			known(pledge.owner)?;
			known(pledge.pledgee)?;
		}
		for request in OffsetRequests::<T>::iter_values() {
			known(request.owner)?;
			known(request.beneficiary)?;
		}
		for certificate in Certificates::<T>::iter_values() {
			known(certificate.owner)?;
			known(certificate.beneficiary)?;
		}
		for order in TransferOrders::<T>::iter_values() {
			known(order.from)?;
			known(order.to)?;
		}
		Ok(())
	}

	/// 10. Whatever waits stands on the queue under its last day, and the queue has nothing else.
	fn what_waits_has_an_end() -> Checked {
		let mut waiting = 0usize;
		let mut queued = |day, expiry| -> Checked {
			ensure!(Expiries::<T>::contains_key(day, expiry), "something waits without an end");
			waiting = waiting.saturating_add(1);
			Ok(())
		};
		for (id, order) in TransferOrders::<T>::iter() {
			ensure!(!order.needs.nothing(), "a transfer waits for nobody");
			queued(order.expires, Expiry::Transfer(id))?;
		}
		for (id, pledge) in Pledges::<T>::iter() {
			if let PledgeState::Offered { expires, .. } = pledge.state {
				queued(expires, Expiry::PledgeOffer(id))?;
			}
		}
		for (id, request) in OffsetRequests::<T>::iter() {
			queued(request.expires, Expiry::OffsetRequest(id))?;
		}
		ensure!(Expiries::<T>::iter().count() == waiting, "the queue ends what does not wait");
		if let Some(swept) = SweptUntil::<T>::get() {
			let late = Expiries::<T>::iter_keys().any(|(day, _)| day < swept);
			ensure!(!late, "the sweep passed something over");
		}
		Ok(())
	}
}
