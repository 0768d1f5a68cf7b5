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
			let merged = (1..=state.parts).filter(|part| !numbers.contains(part));
			for part in merged {
				Self::merged_numbers_lead_down(VoucherId { issuance: id, part })?;
			}
			covered = covered.saturating_add(parts);
		}
		let merged = Vouchers::<T>::iter_values()
			.filter(|voucher| matches!(voucher.state, VoucherState::Merged(_)))
			.count();
		ensure!(
			covered.saturating_add(merged) == Vouchers::<T>::iter().count(),
			"a voucher that is no part"
		);
		ensure!(covered == Parts::<T>::iter().count(), "a part of no issuance");
		ensure!(
			IssuanceStates::<T>::iter().count() == Issuances::<T>::iter().count(),
			"a state of no issuance"
		);
		Ok(())
	}

	/// A part number that lies in no kilograms is that of a voucher merged into a lower one.
	fn merged_numbers_lead_down(id: VoucherId) -> Checked {
		let voucher =
			Vouchers::<T>::get(id).ok_or("part numbers do not run from 1 without a gap")?;
		let VoucherState::Merged(into) = voucher.state else {
			return Err("a voucher that is no part".into());
		};
		ensure!(into < id.part, "a merged number does not lead to a lower one");
		ensure!(
			Vouchers::<T>::contains_key(VoucherId { part: into, ..id }),
			"a merged number leads nowhere"
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
				VoucherState::Merged(_) => continue,
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
		let mut expect = |held: &Held, hold: HoldKey| -> Checked {
			let vouchers = Self::vouchers_in_all(&held.ranges)
				.map_err(|_| "a hold's ranges are not vouchers")?;
			ensure!(!vouchers.is_empty(), "a hold on nothing");
			ensure!(
				u32::try_from(vouchers.len()) == Ok(held.vouchers),
				"a hold miscounts its vouchers"
			);
			ensure!(held.vouchers <= MAX_HELD_VOUCHERS, "a hold on too many vouchers");
			for (id, _) in vouchers {
				expected.entry(id).or_default().push(hold);
			}
			Ok(())
		};
		for (id, pledge) in Pledges::<T>::iter() {
			if let PledgeState::Active { held, .. } = &pledge.state {
				expect(held, HoldKey::Pledge(id))?;
			}
		}
		for (id, freeze) in Freezes::<T>::iter() {
			expect(&freeze.held, HoldKey::Freeze(id))?;
		}
		for (id, loss) in Losses::<T>::iter() {
			expect(&loss.held, HoldKey::Loss(id))?;
		}
		for (id, escrow) in Escrows::<T>::iter() {
			expect(&escrow.held, HoldKey::Escrow(id))?;
		}
		for (id, request) in OffsetRequests::<T>::iter() {
			expect(&request.held, HoldKey::OffsetRequest(id))?;
		}
		let total: usize = expected.values().map(Vec::len).sum();
		ensure!(Holds::<T>::iter().count() == total, "a hold without an object");
		for (id, voucher) in Vouchers::<T>::iter() {
			let mut flags = 0u8;
			let mut kinds: BTreeMap<u8, u32> = BTreeMap::new();
			for hold in Holds::<T>::iter_key_prefix(id) {
				let known = expected.get(&id).is_some_and(|holds| holds.contains(&hold));
				ensure!(known, "a hold without an object");
				flags |= hold.kind().flag();
				let count = kinds.entry(hold.kind().flag()).or_default();
				*count = count.saturating_add(1);
			}
			ensure!(voucher.holds.0 == flags, "flags differ from holds");
			let live = matches!(voucher.state, VoucherState::Live);
			ensure!(live || flags == 0, "a hold on a voucher that is not in circulation");
			for (flag, count) in kinds {
				let most = if flag == HoldKind::Freeze.flag() { MAX_FREEZES } else { 1 };
				ensure!(count <= most, "more holds of a kind than there may be");
			}
			Self::table_stands(voucher.holds)?;
		}
		Ok(())
	}

	/// No two holds on one voucher of which neither could have come to the other.
	fn table_stands(flags: HoldFlags) -> Checked {
		let begins = |kind| match kind {
			HoldKind::Pledge => Act::Pledge,
			HoldKind::Freeze => Act::Freeze,
			HoldKind::Loss => Act::LossReport,
			HoldKind::Escrow => Act::List,
			HoldKind::OffsetRequest => Act::Offset,
		};
		for one in HoldKind::ALL {
			for other in HoldKind::ALL {
				let both = one != other && flags.contains(one) && flags.contains(other);
				let lawful = one.permits(begins(other)) || other.permits(begins(one));
				ensure!(!both || lawful, "two holds that exclude each other");
			}
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
			if let PledgeState::Ended { how: PledgeEnd::Enforced { proceeds, .. }, .. } =
				pledge.state
			{
				known(proceeds.to)?;
			}
		}
		for pending in PledgeChanges::<T>::iter_values() {
			known(pending.proposer)?;
			match pending.change {
				PledgeChange::Assign { to, .. } => known(to)?,
				PledgeChange::Agreement(proceeds) => known(proceeds.to)?,
				PledgeChange::Terms(_) | PledgeChange::Sale => {}
			}
		}
		for request in OffsetRequests::<T>::iter_values() {
			request.owners.into_iter().try_for_each(known)?;
			known(request.beneficiary)?;
		}
		for certificate in Certificates::<T>::iter_values() {
			certificate.owners.into_iter().try_for_each(known)?;
			known(certificate.beneficiary)?;
		}
		for loss in Losses::<T>::iter_values() {
			known(loss.reporter)?;
		}
		for escrow in Escrows::<T>::iter_values() {
			escrow.sellers.into_iter().try_for_each(known)?;
		}
		for proposal in Proposals::<T>::iter_values() {
			proposal.signers.into_iter().try_for_each(known)?;
		}
		for offer in ShareOffers::<T>::iter_values() {
			known(offer.seller)?;
			known(offer.buyer)?;
			offer.takers.into_iter().try_for_each(known)?;
		}
		for order in TransferOrders::<T>::iter_values() {
			order.from.into_iter().try_for_each(known)?;
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
		for (id, freeze) in Freezes::<T>::iter() {
			queued(freeze.order.expires, Expiry::Freeze(id))?;
		}
		for (id, escrow) in Escrows::<T>::iter() {
			queued(escrow.expires, Expiry::Escrow(id))?;
		}
		for (id, proposal) in Proposals::<T>::iter() {
			queued(proposal.expires, Expiry::Proposal(id))?;
		}
		for (id, offer) in ShareOffers::<T>::iter() {
			queued(offer.expires, Expiry::ShareOffer(id))?;
		}
		for (id, pending) in PledgeChanges::<T>::iter() {
			let in_force = Self::active_pledge(id).is_ok();
			ensure!(in_force, "a change of a pledge that is not in force");
			queued(pending.expires, Expiry::PledgeChange(id))?;
		}
		ensure!(Expiries::<T>::iter().count() == waiting, "the queue ends what does not wait");
		if let Some(swept) = SweptUntil::<T>::get() {
			let late = Expiries::<T>::iter_keys().any(|(day, _)| day < swept);
			ensure!(!late, "the sweep passed something over");
		}
		Ok(())
	}
}
