use super::*;

#[test]
fn w11_a_sale_of_the_whole_changes_the_owner_and_records_the_price() {
	build_and_execute(|| {
		let first = issue("一号", 2_600_000);
		System::reset_events();
		assert_ok!(CarbonVoucher::transfer(
			party(VILLAGE),
			whole(first),
			BUYER,
			sale(144_100),
			text("合同1号"),
			Some(EVIDENCE)
		));
		assert_eq!(voucher(first).ownership, Ownership::Sole(BUYER));
		assert_eq!(voucher(first).edition, 2);
		assert!(!Holdings::<Test>::contains_key(VILLAGE, first));
		assert!(Holdings::<Test>::contains_key(BUYER, first));
		let (no, record) = CarbonVoucher::register_page(first, 1, 9).pop().unwrap();
		assert_eq!((no, record.kind), (1, RecordKind::Transferred(sale(144_100))));
		assert_eq!(record.by, By::Party(VILLAGE, party_account(VILLAGE)));
		assert_eq!(record.counterparty, Some(BUYER));
		assert_eq!((record.reference, record.evidence), (text("合同1号"), Some(EVIDENCE)));
		assert_eq!((record.from, record.to, record.day), (kg(0), kg(2_600_000), TODAY));
		assert_eq!(
			events(),
			[Event::Transferred { voucher: first, from: VILLAGE, to: BUYER, cause: sale(144_100) }]
		);
	});
}

#[test]
fn w11_a_sale_of_a_part_splits_first() {
	build_and_execute(|| {
		let first = issue("一号", 12_723_000);
		System::reset_events();
		assert_ok!(transfer(VILLAGE, some(first, 2_723_000), BUYER, sale(40_845)));
		let second = part(first, 2);
		assert_eq!(voucher(first).ownership, Ownership::Sole(VILLAGE));
		assert_eq!(voucher(first).to, kg(10_000_000));
		assert_eq!(voucher(second).ownership, Ownership::Sole(BUYER));
		assert_eq!((voucher(second).from, voucher(second).edition), (kg(10_000_000), 2));
		assert_eq!(page(second), [RecordKind::SplitFrom(1), RecordKind::Transferred(sale(40_845))]);
		assert_eq!(
			events(),
			[
				Event::Split { voucher: first, into: second, amount: kg(2_723_000) },
				Event::Transferred {
					voucher: second,
					from: VILLAGE,
					to: BUYER,
					cause: sale(40_845)
				}
			]
		);
	});
}

#[test]
fn a_lot_of_all_kilograms_is_the_whole() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(transfer(VILLAGE, some(first, 100), BUYER, TransferCause::Gift));
		assert_eq!(voucher(first).ownership, Ownership::Sole(BUYER));
		assert_eq!(IssuanceStates::<Test>::get(first.issuance).unwrap().parts, 1);
	});
}

#[test]
fn a_sale_signed_against_yesterdays_paper_is_refused() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let yesterday = whole(first);
		assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 1, kg(1)));
		assert_noop!(
			transfer(VILLAGE, yesterday, BUYER, TransferCause::Gift),
			Error::<Test>::StaleEdition
		);
	});
}

#[test]
fn w18_a_pledged_voucher_cannot_be_transferred() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		for lot in [whole(first), some(first, 40)] {
			for cause in [TransferCause::Gift, sale(1)] {
				assert_noop!(transfer(VILLAGE, lot, BUYER, cause), Error::<Test>::AlreadyPledged);
			}
		}
	});
}

#[test]
fn w19_what_is_being_offset_or_was_cannot_be_transferred() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request_offset(&[whole(first)]));
		assert_noop!(
			transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift),
			Error::<Test>::OffsetPending
		);
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		assert_noop!(
			transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift),
			Error::<Test>::AlreadyOffset
		);
	});
}

#[test]
fn what_cannot_be_transferred() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let gift = TransferCause::Gift;
		let error = |by, lot, to, cause, error: Error<Test>| {
			assert_noop!(transfer(by, lot, to, cause), error);
		};
		error(VILLAGE, Lot { voucher: wh(2), ..whole(first) }, BUYER, gift, Error::UnknownVoucher);
		error(BUYER, whole(first), THIRD, gift, Error::NotOwner);
		error(VILLAGE, some(first, 0), BUYER, gift, Error::ZeroAmount);
		error(VILLAGE, some(first, 101), BUYER, gift, Error::AmountTooLarge);
		error(VILLAGE, whole(first), VILLAGE, gift, Error::SameOwner);
		error(VILLAGE, whole(first), NOBODY, gift, Error::UnknownParty);
		error(VILLAGE, whole(first), SUSPENDED, gift, Error::PartySuspended);
		error(VILLAGE, whole(first), BUYER, sale(0), Error::ZeroPrice);
		let reference = |bytes: &[u8]| {
			let reference = bytes.to_vec().try_into().unwrap();
			CarbonVoucher::transfer(party(VILLAGE), whole(first), BUYER, gift, reference, None)
		};
		assert_noop!(reference(&[0xff]), Error::<Test>::InvalidText);
		assert_noop!(reference(b"  "), Error::<Test>::BlankText);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(
				CarbonVoucher::transfer(origin, whole(first), BUYER, gift, Text::new(), None),
				BadOrigin
			);
		}
	});
}

#[test]
fn w23_vouchers_live_on_after_their_scheme() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		set_day(WH_ENDS.0 + 1_000);
		assert_ok!(transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift));
	});
}

#[test]
fn a_suspended_owner_does_not_sign() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(Parties::suspend(office(FORESTRY), VILLAGE, EVIDENCE));
		assert_noop!(transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift), BadOrigin);
	});
}
