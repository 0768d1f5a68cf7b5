use super::*;
use frame_support::dispatch::DispatchResult;
use pallet_schemes::Error as SchemeError;

const LOSS: LossId = LossId(1);

fn report(by: PartyId, id: VoucherId, edition: u32, reason: &str) -> DispatchResult {
	CarbonVoucher::report_loss(party(by), id, edition, LossKind::Destroyed, text(reason))
}

fn found(by: RuntimeOrigin) -> DispatchResult {
	CarbonVoucher::report_found(by, LOSS)
}

#[test]
fn w9_h12_an_owner_reports_a_paper_lost_or_destroyed() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		System::reset_events();
		assert_ok!(report(VILLAGE, first, 1, "火灾烧毁"));
		let notice_until = Day(TODAY.0 + 1 + u32::from(PERIODS.loss_notice));
		let range = voucher(first).range(first.issuance);
		assert_eq!(
			Losses::<Test>::get(LOSS),
			Some(Loss {
				voucher: first,
				reporter: VILLAGE,
				kind: LossKind::Destroyed,
				reason: text("火灾烧毁"),
				since: TODAY,
				notice_until,
				held: Held { ranges: vec![range].try_into().unwrap(), vouchers: 1 },
			})
		);
		assert_eq!(events(), [Event::LossReported { loss: LOSS, voucher: first, notice_until }]);
		assert_eq!(totals(WH), [100, 0, 100, 0, 0]);
		assert_eq!(voucher(first).edition, 1);
		let record = last_record(first);
		assert_eq!(record.kind, RecordKind::LossReported(LOSS));
		assert_eq!(record.by, By::Party(VILLAGE, party_account(VILLAGE)));
		assert_noop!(transfer(VILLAGE, whole(first), BUYER, sale(1)), Error::<Test>::ReportedLost);
	});
}

#[test]
fn w9_any_co_owner_protects_the_paper() {
	build_and_execute(|| {
		let shared = Allotment { ownership: in_common(VILLAGE, BUYER), amount: kg(100) };
		assert_ok!(CarbonVoucher::issue(office(FORESTRY), order("一号", vec![shared])));
		let first = wh(1);
		assert_ok!(report(BUYER, first, 1, "遗失"));
		assert_eq!(Losses::<Test>::get(LOSS).unwrap().reporter, BUYER);
		assert_ok!(found(party(VILLAGE)));
	});
}

#[test]
fn what_cannot_be_reported() {
	build_and_execute(|| {
		let [first, second] = neighbours("一号", 100, 100);
		let error = |by, id, edition, reason, error: Error<Test>| {
			assert_noop!(report(by, id, edition, reason), error);
		};
		error(VILLAGE, wh(9), 1, "遗失", Error::UnknownVoucher);
		error(BUYER, first, 1, "遗失", Error::NotOwner);
		error(VILLAGE, first, 2, "遗失", Error::StaleEdition);
		error(VILLAGE, first, 1, "", Error::BlankText);
		error(VILLAGE, first, 1, "遗失 ", Error::InvalidText);
		let kind = LossKind::Lost;
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(
				CarbonVoucher::report_loss(origin, first, 1, kind, text("遗失")),
				BadOrigin
			);
		}
		assert_noop!(
			CarbonVoucher::report_loss(party(SUSPENDED), first, 1, kind, text("遗失")),
			BadOrigin
		);
		assert_ok!(report(VILLAGE, first, 1, "遗失"));
		error(VILLAGE, first, 1, "遗失", Error::ReportedLost);
		assert_ok!(found(party(VILLAGE)));

		assert_ok!(CarbonVoucher::merge(party(VILLAGE), first, 1, second, 1));
		error(VILLAGE, second, 2, "遗失", Error::AlreadyMerged);
		assert_ok!(request_offset(&[whole(first)]));
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		error(VILLAGE, first, 3, "遗失", Error::AlreadyOffset);
	});
}

#[test]
fn w9_h12_a_found_paper_ends_the_report() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_noop!(found(party(VILLAGE)), Error::<Test>::UnknownLoss);
		assert_ok!(report_loss(first));
		System::reset_events();
		assert_ok!(found(party(VILLAGE)));
		assert_eq!(events(), [Event::Found { loss: LOSS }]);
		assert!(Losses::<Test>::get(LOSS).is_none());
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		assert_eq!(voucher(first).edition, 1);
		let record = last_record(first);
		assert_eq!(record.kind, RecordKind::Found(LOSS));
		assert_eq!(record.by, By::Party(VILLAGE, party_account(VILLAGE)));
		assert_ok!(transfer(VILLAGE, whole(first), BUYER, sale(1)));
		assert_noop!(found(party(VILLAGE)), Error::<Test>::UnknownLoss);
	});
}

#[test]
fn w9_h12_an_owner_or_the_register_says_that_it_was_found() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(report_loss(first));
		assert_noop!(found(party(BUYER)), Error::<Test>::NotOwner);
		assert_noop!(found(office(ECOLOGY)), SchemeError::<Test>::DutyNotHeld);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger()] {
			assert_noop!(found(origin), BadOrigin);
		}
		assert_ok!(found(office(FORESTRY)));
		let record = last_record(first);
		assert_eq!(record.by, By::Office(FORESTRY, office_account(FORESTRY)));
	});
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(transfer(VILLAGE, whole(first), FORESTRY_PARTY, TransferCause::Gift));
		assert_ok!(report(FORESTRY_PARTY, first, 2, "遗失"));
		assert_noop!(found(office(FORESTRY)), Error::<Test>::OwnApplication);
		assert_ok!(found(party(FORESTRY_PARTY)));
	});
}

#[test]
fn w9_who_owns_a_part_now_can_say_that_it_was_found() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(report_loss(first));
		// A court freezes a part of it, and the law passes that on.
		assert_ok!(freeze(&[some(first, 40)]));
		let upper = part(first, 2);
		Vouchers::<Test>::mutate(upper, |voucher| {
			let heir = Ownership::Sole(THIRD);
			assert_ok!(CarbonVoucher::set_owners(upper, voucher.as_mut().unwrap(), heir));
		});
		assert_ok!(found(party(THIRD)));
		for id in [first, upper] {
			assert!(page(id).contains(&RecordKind::Found(LOSS)));
		}
		assert_eq!(totals(WH), [100, 60, 40, 0, 0]);
	});
}

#[test]
fn w9_w19_a_lost_paper_is_not_offset_before_it_is_found() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request_offset(&[whole(first)]));
		assert_ok!(report_loss(first));
		let certify = || CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE);
		assert_noop!(certify(), Error::<Test>::ReportedLost);
		assert_ok!(found(party(VILLAGE)));
		assert_ok!(certify());
	});
}

#[test]
fn w9_a_report_has_no_day_on_which_it_ends() {
	build_and_execute(|| {
		pass_to(TODAY);
		let first = issue("一号", 100);
		assert_ok!(report_loss(first));
		pass_to(Day(TODAY.0 + 400));
		assert!(Losses::<Test>::contains_key(LOSS));
		assert_eq!(totals(WH), [100, 0, 100, 0, 0]);
	});
}

#[test]
fn loss_numbers_do_not_run_over() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 1);
		LastLoss::<Test>::put(LossId(u32::MAX));
		assert_noop!(report_loss(first), Error::<Test>::NumbersExhausted);
	});
}
