//! Each invariant notices what breaks it.

use super::*;

/// All pages of the audit of this year in Weihai.
fn audited() -> (SchemeTotals, Vec<(VoucherId, Fault)>) {
	let (mut sums, mut faults) = (SchemeTotals::default(), Vec::new());
	let mut next = Some(AuditCursor { serial: 1, part: 1 });
	while let Some(from) = next {
		let page = CarbonVoucher::audit(WH, 2026, from, 2);
		assert!(page.vouchers <= 2);
		for (cell, sum) in [
			(&mut sums.issued, page.sums.issued),
			(&mut sums.free, page.sums.free),
			(&mut sums.held, page.sums.held),
			(&mut sums.offset, page.sums.offset),
		] {
			cell.0 += sum.0;
		}
		faults.extend(page.faults);
		next = page.next;
	}
	(sums, faults)
}

#[test]
fn the_audit_of_a_sound_ledger_finds_nothing_and_sums_to_its_totals() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		pledge(&[some(first, 10)]);
		assert_ok!(request_offset(&[some(first, 10), some(second, 1)]));
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		assert_ok!(CarbonVoucher::split(party(VILLAGE), second, 2, kg(30)));
		let upper = part(second, 3);
		assert_ok!(CarbonVoucher::merge(party(VILLAGE), second, 3, upper, 1));
		assert_eq!(audited(), (Totals::<Test>::get(WH), Vec::new()));
		assert_eq!(
			CarbonVoucher::audit(WH, 2025, AuditCursor { serial: 1, part: 1 }, 9).next,
			None
		);
		let page = CarbonVoucher::audit(WH, 2026, AuditCursor { serial: 0, part: 0 }, u32::MAX);
		assert_eq!((page.next, page.vouchers), (None, 6));
	});
}

#[test]
fn the_audit_names_what_is_broken() {
	let broken = |fault: Fault, voucher: VoucherId, break_it: &dyn Fn()| {
		new_test_ext().execute_with(|| {
			let (first, second) = (issue("一号", 100), issue("二号", 100));
			pledge(&[some(first, 10)]);
			assert_ok!(request_offset(&[whole(second)]));
			assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
			assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 2, kg(5)));
			assert_ok!(CarbonVoucher::merge(party(VILLAGE), first, 3, part(first, 3), 1));
			break_it();
			assert_eq!(audited().1, [(voucher, fault)]);
		});
	};
	let (first, pledged, merged) = (wh(1), part(wh(1), 2), part(wh(1), 3));
	broken(Fault::Missing, merged, &|| Vouchers::<Test>::remove(merged));
	broken(Fault::Missing, wh(2), &|| IssuanceStates::<Test>::remove(wh(2).issuance));
	broken(Fault::Range, first, &|| change(first, |voucher| voucher.to = kg(89)));
	broken(Fault::Range, first, &|| change(first, |voucher| voucher.to = kg(101)));
	broken(Fault::Range, wh(2), &|| Parts::<Test>::remove(wh(2).issuance, kg(0)));
	broken(Fault::Ownership, first, &|| Holdings::<Test>::remove(VILLAGE, first));
	broken(Fault::Ownership, wh(2), &|| Holdings::<Test>::insert(VILLAGE, wh(2), ()));
	broken(Fault::Holds, pledged, &|| Holds::<Test>::remove(pledged, HoldKey::Pledge(PledgeId(1))));
	broken(Fault::Holds, pledged, &|| Pledges::<Test>::remove(PledgeId(1)));
	broken(Fault::Holds, first, &|| change(first, |voucher| voucher.holds = HoldFlags(1)));
	broken(Fault::Certificate, wh(2), &|| {
		let id = CertificateId { scheme: WH, year: 2026, serial: 1 };
		Certificates::<Test>::remove(id);
	});
	broken(Fault::Records, first, &|| change(first, |voucher| voucher.records += 1));
	broken(Fault::Records, first, &|| change(first, |voucher| voucher.records -= 1));
	broken(Fault::Redirect, merged, &|| {
		change(merged, |voucher| voucher.state = VoucherState::Merged(3));
	});
}

/// Breaks a chain with one of everything, and expects the check to say so.
fn noticed(what: &str, break_it: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		pledge(&[some(first, 10)]);
		assert_ok!(request_offset(&[some(first, 10), some(second, 1)]));
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		assert_ok!(request_offset(&[some(first, 10)]));
		assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
		CarbonVoucher::do_try_state().unwrap();
		break_it();
		assert_eq!(
			CarbonVoucher::do_try_state(),
			Err(sp_runtime::TryRuntimeError::from(leak(what)))
		);
	});
}

fn leak(text: &str) -> &'static str {
	Box::leak(text.to_owned().into_boxed_str())
}

fn change(id: VoucherId, change: impl FnOnce(&mut Voucher)) {
	Vouchers::<Test>::mutate(id, |voucher| change(voucher.as_mut().unwrap()));
}

#[test]
fn parts_that_do_not_partition_their_issuance() {
	noticed("parts leave a gap or overlap", || change(wh(1), |voucher| voucher.to = kg(1)));
	noticed("parts leave a gap or overlap", || Parts::<Test>::remove(wh(1).issuance, kg(0)));
	noticed("a part beyond its issuance", || {
		Parts::<Test>::insert(wh(1).issuance, kg(5), 1);
	});
	noticed("part numbers do not run from 1 without a gap", || {
		IssuanceStates::<Test>::mutate(wh(1).issuance, |state| state.as_mut().unwrap().parts = 9);
	});
	noticed("an issuance without a state", || IssuanceStates::<Test>::remove(wh(1).issuance));
	noticed("a voucher that is no part", || {
		Vouchers::<Test>::insert(hs(1), voucher(wh(1)));
	});
	noticed("a part of no issuance", || Parts::<Test>::insert(hs(1).issuance, kg(0), 1));
	noticed("a state of no issuance", || {
		let state = IssuanceState { status: IssuanceStatus::Live, parts: 0 };
		IssuanceStates::<Test>::insert(hs(1).issuance, state);
	});
}

#[test]
fn numbers_with_gaps() {
	noticed("an issuance without its filing number", || {
		Filings::<Test>::remove(WH, text::<64>("一号"));
	});
	noticed("a filing number of no issuance", || {
		Filings::<Test>::insert(HS, text::<64>("一号"), wh(1).issuance);
	});
	noticed("issuance serials have a gap", || IssuanceSerials::<Test>::insert(WH, 2026, 3));
	noticed("certificate serials have a gap", || CertificateSerials::<Test>::insert(WH, 2026, 3));
}

#[test]
fn totals_that_differ() {
	noticed("totals differ from the vouchers", || {
		Totals::<Test>::mutate(WH, |totals| totals.free = kg(1));
	});
}

#[test]
fn owners_that_differ_from_the_index() {
	noticed("an impossible ownership", || {
		change(wh(1), |voucher| voucher.ownership = Ownership::Joint(Default::default()))
	});
	noticed("an owner is not in the index", || Holdings::<Test>::remove(VILLAGE, wh(1)));
	noticed("the index has a holder of nothing", || {
		Holdings::<Test>::insert(BUYER, wh(1), ());
	});
}

#[test]
fn holds_that_differ_from_their_objects() {
	let pledged = || HoldKey::Pledge(PledgeId(1));
	noticed("a hold's ranges are not vouchers", || {
		Pledges::<Test>::mutate(PledgeId(1), |pledge| {
			if let PledgeState::Active { held, .. } = &mut pledge.as_mut().unwrap().state {
				held.ranges[0].to = kg(95);
			}
		});
	});
	noticed("a hold miscounts its vouchers", || {
		Pledges::<Test>::mutate(PledgeId(1), |pledge| {
			if let PledgeState::Active { held, .. } = &mut pledge.as_mut().unwrap().state {
				held.vouchers = 2;
			}
		});
	});
	noticed("a hold without an object", || Holds::<Test>::insert(wh(1), pledged(), ()));
	noticed("a hold without an object", || {
		Holds::<Test>::remove(part(wh(1), 2), pledged());
		Holds::<Test>::insert(wh(1), pledged(), ());
	});
	noticed("flags differ from holds", || {
		change(part(wh(1), 2), |voucher| voucher.holds = HoldFlags(16))
	});
}

/// Breaks a chain with a freeze, a loss and an escrow.
fn noticed_of_holds(what: &str, break_it: impl FnOnce()) {
	noticed(what, || {
		let (frozen, kept) = (issue("三号", 100), issue("四号", 100));
		assert_ok!(freeze(&[whole(frozen)]));
		assert_ok!(report_loss(frozen));
		assert_ok!(keep(whole(kept)));
		CarbonVoucher::do_try_state().unwrap();
		break_it();
	});
}

#[test]
fn freezes_losses_and_escrows_that_differ_from_their_holds() {
	let hold = |hold: HoldKey| move || Holds::<Test>::insert(wh(2), hold, ());
	noticed_of_holds("a hold without an object", hold(HoldKey::Freeze(FreezeId(2))));
	noticed_of_holds("a hold without an object", || Freezes::<Test>::remove(FreezeId(1)));
	noticed_of_holds("a hold without an object", || Losses::<Test>::remove(LossId(1)));
	noticed_of_holds("a hold without an object", || Escrows::<Test>::remove(EscrowId(1)));
	noticed_of_holds("a hold on nothing", || {
		Losses::<Test>::mutate(LossId(1), |loss| {
			loss.as_mut().unwrap().held = Held { ranges: Default::default(), vouchers: 0 };
		});
	});
	noticed_of_holds("more holds of a kind than there may be", || {
		Losses::<Test>::insert(LossId(2), Losses::<Test>::get(LossId(1)).unwrap());
		Holds::<Test>::insert(wh(3), HoldKey::Loss(LossId(2)), ());
	});
	noticed_of_holds("two holds that exclude each other", || {
		// Pledged, and on sale.
		let pledged = part(wh(1), 2);
		Escrows::<Test>::mutate(EscrowId(1), |escrow| {
			let held = &mut escrow.as_mut().unwrap().held;
			held.ranges.try_push(voucher(pledged).range(pledged.issuance)).unwrap();
			held.vouchers = 2;
		});
		Holds::<Test>::insert(pledged, HoldKey::Escrow(EscrowId(1)), ());
		change(pledged, |voucher| voucher.holds = HoldFlags(1 | 1 << 3));
	});
}

#[test]
fn offsets_that_differ_from_their_certificates() {
	let id = CertificateId { scheme: WH, year: 2026, serial: 1 };
	noticed("a certificate of another amount than its ranges", || {
		Certificates::<Test>::mutate(id, |c| c.as_mut().unwrap().total = kg(1));
	});
	noticed("an offset range twice in a certificate", || {
		Certificates::<Test>::mutate(id, |c| {
			let certificate = c.as_mut().unwrap();
			certificate.ranges.try_push(certificate.ranges[0]).unwrap();
		});
	});
	noticed("a certified voucher not burnt", || {
		let again = CertificateId { serial: 2, ..id };
		Certificates::<Test>::insert(again, Certificates::<Test>::get(id).unwrap());
		CertificateSerials::<Test>::insert(WH, 2026, 2);
	});
	noticed("a burnt voucher in no certificate", || {
		Certificates::<Test>::mutate(id, |c| {
			let certificate = c.as_mut().unwrap();
			certificate.total = kg(10);
			certificate.ranges.pop();
		});
	});
	noticed("a certificate's ranges are not vouchers", || {
		Certificates::<Test>::mutate(id, |c| c.as_mut().unwrap().ranges[0].from = kg(81));
	});
}

#[test]
fn records_with_gaps() {
	noticed("a gap in a register page", || Records::<Test>::remove(wh(1), 0));
	noticed("a voucher without a record", || change(wh(1), |voucher| voucher.records = 0));
	noticed("a record beyond its page", || {
		Records::<Test>::insert(wh(1), 99, Records::<Test>::get(wh(1), 0).unwrap());
	});
}

fn proceeds(to: PartyId) -> Proceeds {
	let (reference, evidence) = (text("一号"), EVIDENCE);
	Proceeds { to, price: Fen(1), reference, evidence, surplus: None }
}

/// Lets a change of a pledge wait.
fn wait(pledge: PledgeId, change: PledgeChange, proposer: PartyId) {
	let expires = Day(99_999);
	PledgeChanges::<Test>::insert(pledge, PendingChange { change, proposer, expires });
	Expiries::<Test>::insert(expires, Expiry::PledgeChange(pledge), ());
}

#[test]
fn strangers() {
	noticed("somebody is not registered", || {
		TransferOrders::<Test>::mutate(OrderId(1), |order| order.as_mut().unwrap().to = NOBODY);
	});
	noticed("somebody is not registered", || {
		Pledges::<Test>::mutate(PledgeId(1), |pledge| pledge.as_mut().unwrap().pledgee = NOBODY);
	});
	for change in [
		PledgeChange::Assign {
			to: NOBODY,
			opinion: Opinion::Silent,
			reference: Text::new(),
			evidence: EVIDENCE,
		},
		PledgeChange::Agreement(proceeds(NOBODY)),
	] {
		noticed("somebody is not registered", || wait(PledgeId(1), change, BANK));
	}
	noticed("somebody is not registered", || wait(PledgeId(1), PledgeChange::Sale, NOBODY));
	noticed("somebody is not registered", || {
		let (mut pledge, held) = CarbonVoucher::active_pledge(PledgeId(1)).unwrap();
		let (way, proceeds) = (Enforcement::Court, proceeds(NOBODY));
		let how = PledgeEnd::Enforced { way, proceeds };
		pledge.state = PledgeState::Ended { ranges: held.ranges, since: TODAY, day: TODAY, how };
		Pledges::<Test>::insert(PledgeId(9), pledge);
	});
	noticed("somebody is not registered", || {
		OffsetRequests::<Test>::mutate(RequestId(2), |r| r.as_mut().unwrap().beneficiary = NOBODY);
	});
	noticed_of_holds("somebody is not registered", || {
		Losses::<Test>::mutate(LossId(1), |loss| loss.as_mut().unwrap().reporter = NOBODY);
	});
	noticed_of_holds("somebody is not registered", || {
		Escrows::<Test>::mutate(EscrowId(1), |e| e.as_mut().unwrap().sellers[0] = NOBODY);
	});
}

#[test]
fn waiting_without_an_end() {
	noticed("something waits without an end", || {
		let expires = TransferOrders::<Test>::get(OrderId(1)).unwrap().expires;
		Expiries::<Test>::remove(expires, Expiry::Transfer(OrderId(1)));
	});
	let ends = Day(TODAY.0 + 10);
	noticed_of_holds("something waits without an end", || {
		Expiries::<Test>::remove(ends, Expiry::Freeze(FreezeId(1)));
	});
	noticed_of_holds("something waits without an end", || {
		Expiries::<Test>::remove(ends, Expiry::Escrow(EscrowId(1)));
	});
	noticed("something waits without an end", || {
		wait(PledgeId(1), PledgeChange::Sale, BANK);
		Expiries::<Test>::remove(Day(99_999), Expiry::PledgeChange(PledgeId(1)));
	});
	noticed("a change of a pledge that is not in force", || {
		wait(PledgeId(9), PledgeChange::Sale, BANK);
	});
	noticed("the queue ends what does not wait", || {
		Expiries::<Test>::insert(Day(99_999), Expiry::Transfer(OrderId(9)), ());
	});
	noticed("the sweep passed something over", || SweptUntil::<Test>::put(Day(99_999)));
	noticed("a transfer waits for nobody", || {
		TransferOrders::<Test>::mutate(OrderId(1), |order| {
			order.as_mut().unwrap().needs = Needs { receiver: false, duty: None };
		});
	});
}
