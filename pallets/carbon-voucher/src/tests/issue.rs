use super::*;

fn refused(order: IssueOrder, error: Error<Test>) {
	assert_noop!(CarbonVoucher::issue(office(FORESTRY), order), error);
}

fn good() -> IssueOrder {
	order("威环备〔2026〕1号", vec![allot(VILLAGE, 12_723_000)])
}

#[test]
fn w2_a_filed_amount_becomes_one_voucher_for_each_allotment() {
	build_and_execute(|| {
		let given = vec![allot(VILLAGE, 8_666_200), allot(BUYER, 11_124_400), allot(VILLAGE, 1)];
		let order = order("一号", given);
		assert_ok!(CarbonVoucher::issue(office(FORESTRY), order.clone()));

		let issuance = wh(1).issuance;
		let kept = Issuances::<Test>::get(issuance).unwrap();
		assert_eq!(kept.total, kg(19_790_601));
		assert_eq!((kept.office, kept.day), (FORESTRY, TODAY));
		assert_eq!((kept.filing_no, kept.place), (order.filing_no.clone(), order.place));
		assert_eq!((kept.period_from, kept.period_to), (order.period_from, order.period_to));
		assert_eq!((kept.area, kept.ecosystem), (order.area, order.ecosystem));
		let range = |id| (voucher(id).from.0, voucher(id).to.0);
		assert_eq!(range(wh(1)), (0, 8_666_200));
		assert_eq!(range(part(wh(1), 2)), (8_666_200, 19_790_600));
		assert_eq!(range(part(wh(1), 3)), (19_790_600, 19_790_601));
		assert_eq!(voucher(part(wh(1), 2)).ownership, Ownership::Sole(BUYER));
		assert_eq!(Filings::<Test>::get(WH, order.filing_no.clone()), Some(issuance));
		assert_eq!(totals(WH), [19_790_601, 19_790_601, 0, 0, 0]);
		let (no, record) = CarbonVoucher::register_page(wh(1), 0, 9).pop().unwrap();
		assert_eq!((no, record.kind, record.block), (0, RecordKind::Issued, 1));
		assert!(matches!(record.by, By::Office(FORESTRY, _)));
		assert_eq!((record.reference, record.evidence), (order.filing_no, Some(EVIDENCE)));
		assert_eq!(
			events(),
			[Event::Issued { issuance, office: FORESTRY, vouchers: 3, total: kg(19_790_601) }]
		);
	});
}

#[test]
fn serials_count_by_scheme_and_year() {
	build_and_execute(|| {
		assert_eq!(issue("一号", 1), wh(1));
		assert_eq!(issue("二号", 1), wh(2));
		assert_eq!(issue_in_heshan("一号", 1), hs(1));
		set_day(20_819); // 2027-01-01
		assert_ok!(CarbonVoucher::issue(office(FORESTRY), order("三号", vec![allot(BUYER, 1)])));
		assert!(Issuances::<Test>::contains_key(IssuanceId {
			year: 2027,
			serial: 1,
			..wh(1).issuance
		}));
	});
}

#[test]
fn w5_co_owners_are_noted_with_their_shares() {
	build_and_execute(|| {
		let ownership = in_common(VILLAGE, BUYER);
		let allotment = Allotment { ownership: ownership.clone(), amount: kg(5) };
		assert_ok!(CarbonVoucher::issue(office(FORESTRY), order("一号", vec![allotment])));
		assert_eq!(voucher(wh(1)).ownership, ownership);
		assert!(Holdings::<Test>::contains_key(BUYER, wh(1)));
	});
}

#[test]
fn w8_only_the_issue_duty_issues() {
	build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), party(VILLAGE)] {
			assert_noop!(CarbonVoucher::issue(origin, good()), BadOrigin);
		}
		assert_noop!(
			CarbonVoucher::issue(office(ECOLOGY), good()),
			pallet_schemes::Error::<Test>::DutyNotHeld
		);
	});
}

#[test]
fn w23_nothing_is_issued_outside_a_schemes_validity() {
	build_and_execute(|| {
		set_day(WH_ENDS.0);
		refused(good(), Error::NotInForce);
		set_day(WH_ENDS.0 - 1);
		assert_ok!(CarbonVoucher::issue(office(FORESTRY), good()));
		set_day(20_453);
		refused(order("二号", vec![allot(VILLAGE, 1)]), Error::NotInForce);
	});
}

#[test]
fn w5_a_filing_number_is_issued_once_in_its_scheme() {
	build_and_execute(|| {
		issue("一号", 5);
		refused(order("一号", vec![allot(BUYER, 7)]), Error::FilingTaken);
		issue_in_heshan("一号", 5);
	});
}

#[test]
fn w5_the_same_filing_in_another_spelling_is_refused() {
	build_and_execute(|| {
		issue("威环备(2026)A1号", 5);
		for spelling in ["威环备（２０２６）a1号", "威环备 (2026) A1 号"] {
			refused(order(spelling, vec![allot(BUYER, 7)]), Error::FilingTaken);
			assert!(CarbonVoucher::filing(WH, text(spelling)).is_some());
		}
		for unseen in ["威环备(2026)A1号 ", "威环备(2026)\u{200b}A1号"] {
			refused(order(unseen, vec![allot(BUYER, 7)]), Error::InvalidText);
		}
	});
}

#[test]
fn the_order_is_checked_field_by_field() {
	build_and_execute(|| {
		refused(IssueOrder { scheme: SchemeId(9), ..good() }, Error::UnknownScheme);
		refused(
			IssueOrder { ecosystem: Ecosystem::Wetland, ..good() },
			Error::EcosystemNotEligible,
		);
		let malformed: Vec<u8> = vec![0xff];
		let malformed_no = malformed.clone().try_into().unwrap();
		refused(IssueOrder { filing_no: malformed_no, ..good() }, Error::InvalidText);
		refused(IssueOrder { filing_no: text(" "), ..good() }, Error::BlankText);
		refused(IssueOrder { place: malformed.try_into().unwrap(), ..good() }, Error::InvalidText);
		refused(IssueOrder { place: text(""), ..good() }, Error::BlankText);
		refused(IssueOrder { area: SquareMetres(0), ..good() }, Error::NoArea);
		let segment = Segment { parcel: ParcelId(1), from: kg(0), to: kg(12_723_000) };
		let segments = vec![segment].try_into().unwrap();
		refused(IssueOrder { segments, ..good() }, Error::UnknownParcel);
	});
}

#[test]
fn a_monitoring_period_is_over_and_not_reversed() {
	build_and_execute(|| {
		let (day, tomorrow) = (TODAY, TODAY.next());
		let period = |period_from, period_to| IssueOrder { period_from, period_to, ..good() };
		refused(period(day, day), Error::InvalidPeriod);
		refused(period(tomorrow, day), Error::InvalidPeriod);
		refused(period(day, tomorrow.next()), Error::InvalidPeriod);
		assert_ok!(CarbonVoucher::issue(office(FORESTRY), period(day, tomorrow)));
	});
}

#[test]
fn amounts_are_neither_missing_nor_beyond_counting() {
	build_and_execute(|| {
		refused(order("一号", vec![]), Error::NoAllotments);
		refused(order("一号", vec![allot(VILLAGE, 5), allot(BUYER, 0)]), Error::ZeroAmount);
		refused(order("一号", vec![allot(VILLAGE, u64::MAX), allot(BUYER, 1)]), Error::Overflow);
		issue("二号", u64::MAX);
		refused(order("三号", vec![allot(VILLAGE, 1)]), Error::Overflow);
	});
}

#[test]
fn owners_are_active_parties_and_what_their_ownership_says() {
	build_and_execute(|| {
		let owned = |ownership| order("一号", vec![Allotment { ownership, amount: kg(1) }]);
		refused(owned(Ownership::Sole(NOBODY)), Error::UnknownParty);
		refused(owned(Ownership::Sole(SUSPENDED)), Error::PartySuspended);
		refused(owned(in_common(VILLAGE, NOBODY)), Error::UnknownParty);
		refused(owned(in_common(VILLAGE, VILLAGE)), Error::RepeatedOwner);
		let alone = vec![VILLAGE].try_into().unwrap();
		refused(owned(Ownership::Joint(alone)), Error::TooFewOwners);
		let half = vec![
			Share { party: VILLAGE, millionths: 500_000 },
			Share { party: BUYER, millionths: 499_999 },
		];
		refused(owned(Ownership::Common(half.try_into().unwrap())), Error::InvalidShares);
	});
}

#[test]
fn no_office_issues_to_its_own_party() {
	build_and_execute(|| {
		refused(order("一号", vec![allot(FORESTRY_PARTY, 1)]), Error::OwnApplication);
		refused(
			order(
				"一号",
				vec![Allotment { ownership: in_common(VILLAGE, FORESTRY_PARTY), amount: kg(1) }],
			),
			Error::OwnApplication,
		);
		assert_ok!(CarbonVoucher::issue(
			office(FORESTRY),
			order("一号", vec![allot(ECOLOGY_PARTY, 1)])
		));
	});
}

#[test]
fn serials_do_not_run_over() {
	new_test_ext().execute_with(|| {
		IssuanceSerials::<Test>::insert(WH, 2026, u32::MAX);
		refused(good(), Error::NumbersExhausted);
	});
}
