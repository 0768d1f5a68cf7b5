use super::*;
use frame_support::dispatch::DispatchResult;

const ESCROW: EscrowId = EscrowId(1);

fn until(days: u32) -> Day {
	Day(TODAY.0 + days)
}

fn open(sellers: &[PartyId], lot: &Lot, expires: Day) -> DispatchResult {
	CarbonVoucher::open(sellers, lot, expires, platform())?;
	Ok(())
}

fn deliver_for(to: PartyId, price: u64, reference: &str) -> DispatchResult {
	CarbonVoucher::deliver(ESCROW, to, Fen(price), text(reference), EVIDENCE, platform())
}

fn close() -> DispatchResult {
	CarbonVoucher::close(ESCROW, platform())
}

fn queue() -> Vec<(Day, Expiry)> {
	Expiries::<Test>::iter_keys().collect()
}

#[test]
fn w12_a_market_keeps_a_lot_for_a_sale() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		System::reset_events();
		assert_eq!(
			CarbonVoucher::open(&[VILLAGE], &some(first, 30), until(10), platform()),
			Ok(ESCROW)
		);
		let kept = part(first, 2);
		let range = voucher(kept).range(first.issuance);
		assert_eq!(
			Escrows::<Test>::get(ESCROW),
			Some(Escrow {
				sellers: vec![VILLAGE].try_into().unwrap(),
				held: Held { ranges: vec![range].try_into().unwrap(), vouchers: 1 },
				expires: until(10),
			})
		);
		assert_eq!(queue(), [(until(10), Expiry::Escrow(ESCROW))]);
		assert_eq!(totals(WH), [100, 70, 30, 0, 0]);
		assert_eq!(voucher(kept).edition, 1);
		assert_eq!(page(kept), [RecordKind::SplitFrom(1), RecordKind::EscrowOpened(ESCROW)]);
		assert_eq!(last_record(kept).by, platform());
		assert_eq!(
			events(),
			[
				Event::Split { voucher: first, into: kept, amount: kg(30) },
				Event::EscrowOpened { escrow: ESCROW, amount: kg(30) }
			]
		);
		assert_noop!(transfer(VILLAGE, whole(kept), BUYER, sale(1)), Error::<Test>::InEscrow);
	});
}

#[test]
fn what_is_not_kept() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let error = |sellers: &[PartyId], lot: &Lot, expires, error: Error<Test>| {
			assert_noop!(open(sellers, lot, expires), error);
		};
		let all = whole(first);
		error(&[VILLAGE; 33], &all, until(10), Error::TooManyOwners);
		error(&[VILLAGE], &Lot { voucher: wh(9), ..all }, until(10), Error::UnknownVoucher);
		error(&[], &all, until(10), Error::NotOwner);
		error(&[BUYER], &all, until(10), Error::NotOwner);
		error(&[VILLAGE], &Lot { edition: 2, ..all }, until(10), Error::StaleEdition);
		error(&[VILLAGE], &some(first, 0), until(10), Error::ZeroAmount);
		error(&[VILLAGE], &some(first, 101), until(10), Error::AmountTooLarge);
		error(&[VILLAGE, SUSPENDED], &all, until(10), Error::PartySuspended);
		error(&[VILLAGE], &all, TODAY, Error::InvalidTerm);
		let shared = Allotment { ownership: in_common(VILLAGE, BUYER), amount: kg(5) };
		assert_ok!(CarbonVoucher::issue(office(FORESTRY), order("二号", vec![shared])));
		error(&[BUYER], &whole(wh(2)), until(10), Error::CoOwned);
		assert_ok!(open(&[BUYER, VILLAGE], &whole(wh(2)), until(1)));
	});
}

#[test]
fn w12_h13_a_delivery_makes_the_buyer_the_owner() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(keep(some(first, 30)));
		System::reset_events();
		assert_ok!(deliver(ESCROW, BUYER));
		assert_eq!(events(), [Event::Delivered { escrow: ESCROW, to: BUYER, price: Fen(100) }]);
		let sold = part(first, 2);
		assert_eq!(voucher(sold).ownership, Ownership::Sole(BUYER));
		assert_eq!(voucher(sold).edition, 2);
		assert!(Holdings::<Test>::contains_key(BUYER, sold));
		assert!(!Holdings::<Test>::contains_key(VILLAGE, sold));
		let record = last_record(sold);
		assert_eq!(record.kind, RecordKind::Delivered { escrow: ESCROW, price: Fen(100) });
		assert_eq!((record.counterparty, record.by), (Some(BUYER), platform()));
		assert_eq!((record.reference, record.evidence), (text::<64>("成交1号"), Some(EVIDENCE)));
		assert_eq!(voucher(sold).records, 3);
		assert!(Escrows::<Test>::get(ESCROW).is_none());
		assert_eq!(queue(), []);
		assert_eq!(Told::get(), []);
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		assert_ok!(transfer(BUYER, whole(sold), THIRD, TransferCause::Gift));
	});
}

#[test]
fn w12_every_part_of_what_is_kept_is_delivered() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(keep(whole(first)));
		assert_ok!(freeze(&[some(first, 30)]));
		assert_noop!(deliver(ESCROW, BUYER), Error::<Test>::Frozen);
		let lifted = text("解冻1号");
		assert_ok!(CarbonVoucher::lift_freeze(office(FORESTRY), FreezeId(1), lifted, EVIDENCE));
		assert_ok!(deliver(ESCROW, BUYER));
		for id in [first, part(first, 2)] {
			assert_eq!(voucher(id).ownership, Ownership::Sole(BUYER));
			assert!(matches!(last_record(id).kind, RecordKind::Delivered { .. }));
		}
	});
}

#[test]
fn what_is_not_delivered() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let error = |to, price, reference, error: Error<Test>| {
			assert_noop!(deliver_for(to, price, reference), error);
		};
		error(BUYER, 1, "成交1号", Error::UnknownEscrow);
		assert_ok!(keep(whole(first)));
		error(NOBODY, 1, "成交1号", Error::UnknownParty);
		error(SUSPENDED, 1, "成交1号", Error::PartySuspended);
		error(VILLAGE, 1, "成交1号", Error::SameOwner);
		error(BUYER, 0, "成交1号", Error::ZeroPrice);
		error(BUYER, 1, "", Error::BlankText);
		error(BUYER, 1, " 成交", Error::InvalidText);
		assert_ok!(Parties::suspend(office(FORESTRY), VILLAGE, EVIDENCE));
		error(BUYER, 1, "成交1号", Error::PartySuspended);
		assert_ok!(Parties::reinstate(office(FORESTRY), VILLAGE, EVIDENCE));
		let set = |status| {
			IssuanceStates::<Test>::mutate(first.issuance, |state| {
				state.as_mut().unwrap().status = status
			})
		};
		set(IssuanceStatus::Revoked);
		error(BUYER, 1, "成交1号", Error::IssuanceRevoked);
		set(IssuanceStatus::Live);
		assert_ok!(deliver_for(BUYER, 1, "成交1号"));
		error(BUYER, 1, "成交1号", Error::UnknownEscrow);
	});
}

#[test]
fn w12_an_escrow_is_closed_and_what_it_kept_is_free() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_noop!(close(), Error::<Test>::UnknownEscrow);
		assert_ok!(keep(whole(first)));
		// What was kept is let go under other holds too.
		assert_ok!(freeze(&[some(first, 30)]));
		System::reset_events();
		assert_ok!(close());
		assert_eq!(events(), [Event::EscrowClosed { escrow: ESCROW }]);
		assert!(Escrows::<Test>::get(ESCROW).is_none());
		assert_eq!(queue(), [(until(10), Expiry::Freeze(FreezeId(1)))]);
		assert_eq!(Told::get(), []);
		assert_eq!(totals(WH), [100, 70, 30, 0, 0]);
		for id in [first, part(first, 2)] {
			assert_eq!(last_record(id).kind, RecordKind::EscrowClosed(ESCROW));
			assert_eq!(last_record(id).by, platform());
		}
		assert_noop!(close(), Error::<Test>::UnknownEscrow);
	});
}

#[test]
fn an_escrow_always_ends_and_the_market_is_told() {
	build_and_execute(|| {
		pass_to(TODAY);
		let first = issue("一号", 100);
		assert_ok!(keep(whole(first)));
		pass_to(until(9));
		assert!(Escrows::<Test>::contains_key(ESCROW));
		System::reset_events();
		pass_to(until(10));
		assert_eq!(events(), [Event::EscrowExpired { escrow: ESCROW }]);
		assert_eq!(Told::get(), [ESCROW]);
		assert!(Escrows::<Test>::get(ESCROW).is_none());
		let record = last_record(first);
		assert_eq!((record.kind, record.by), (RecordKind::EscrowClosed(ESCROW), By::Expiry));
		assert_eq!(voucher(first).edition, 1);
		assert_ok!(transfer(VILLAGE, whole(first), BUYER, sale(1)));
		assert!(matches!(CarbonVoucher::expire_escrow(ESCROW), Err(Error::UnknownEscrow)));
	});
}

#[test]
fn an_expired_escrow_delivers_nothing_though_the_sweep_is_late() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(keep(whole(first)));
		set_day(until(10).0);
		assert_noop!(deliver(ESCROW, BUYER), Error::<Test>::Expired);
		set_day(until(9).0);
		assert_ok!(deliver(ESCROW, BUYER));
	});
}

#[test]
fn w11_the_law_ends_an_escrow_and_the_market_is_told() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(keep(whole(first)));
		System::reset_events();
		let by = By::Office(FORESTRY, office_account(FORESTRY));
		assert_ok!(CarbonVoucher::end_escrow_by_law(ESCROW, &by));
		assert_eq!(events(), [Event::EscrowClosed { escrow: ESCROW }]);
		assert_eq!(Told::get(), [ESCROW]);
		assert_eq!(queue(), []);
		let record = last_record(first);
		assert_eq!((record.kind, record.by), (RecordKind::EscrowClosed(ESCROW), by.clone()));
		assert!(matches!(CarbonVoucher::end_escrow_by_law(ESCROW, &by), Err(Error::UnknownEscrow)));
	});
}

#[test]
fn escrow_numbers_do_not_run_over() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 1);
		LastEscrow::<Test>::put(EscrowId(u32::MAX));
		assert_noop!(keep(whole(first)), Error::<Test>::NumbersExhausted);
	});
}
