use super::*;
use pallet_schemes::{Error as SchemeError, HoldersOf};
use sp_runtime::DispatchResult;

const FREEZE: FreezeId = FreezeId(1);

fn until(days: u32) -> Day {
	Day(TODAY.0 + days)
}

fn enter(by: OfficeId, of: &[Lot], order: FreezeOrder) -> DispatchResult {
	CarbonVoucher::freeze(office(by), lots(of), order)
}

fn extend(by: OfficeId, id: FreezeId, expires: Day) -> DispatchResult {
	CarbonVoucher::extend_freeze(office(by), id, expires, text("续冻1号"), EVIDENCE)
}

fn lift(by: OfficeId, id: FreezeId) -> DispatchResult {
	CarbonVoucher::lift_freeze(office(by), id, text("解冻1号"), EVIDENCE)
}

fn sell(id: VoucherId) -> DispatchResult {
	transfer(VILLAGE, whole(id), BUYER, sale(1))
}

/// Gives a duty in Weihai to these offices.
fn assign(duty: Duty, offices: &[OfficeId]) {
	let holders: HoldersOf = offices.to_vec().try_into().unwrap();
	assert_ok!(Schemes::assign_duty(RuntimeOrigin::root(), WH, duty, holders, DutyRule::Any));
}

fn queue() -> Vec<(Day, Expiry)> {
	Expiries::<Test>::iter_keys().collect()
}

#[test]
fn w20_h6_an_order_freezes_whole_vouchers_and_parts_whoever_owns_them() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		assert_ok!(transfer(VILLAGE, whole(second), BUYER, TransferCause::Gift));
		System::reset_events();
		let order = freeze_order(until(10));
		assert_ok!(enter(FORESTRY, &[whole(first), some(second, 30)], order.clone()));

		let split_off = part(second, 2);
		let range = |id: VoucherId| voucher(id).range(id.issuance);
		let ranges = vec![range(first), range(split_off)].try_into().unwrap();
		assert_eq!(
			Freezes::<Test>::get(FREEZE),
			Some(Freeze {
				scheme: WH,
				office: FORESTRY,
				order,
				since: TODAY,
				held: Held { ranges, vouchers: 2 },
			})
		);
		assert_eq!(queue(), [(until(10), Expiry::Freeze(FREEZE))]);
		assert_eq!(totals(WH), [200, 70, 130, 0, 0]);
		assert_eq!(voucher(first).edition, 1, "the paper shows no holds");
		assert_eq!(page(first), [RecordKind::Issued, RecordKind::Frozen(FREEZE)]);
		assert_eq!(page(split_off), [RecordKind::SplitFrom(1), RecordKind::Frozen(FREEZE)]);
		let record = last_record(first);
		assert_eq!(record.by, By::Office(FORESTRY, office_account(FORESTRY)));
		assert_eq!(record.reference, text::<64>("（2026）鲁10执保1号"));
		assert_eq!((record.evidence, record.counterparty), (Some(EVIDENCE), None));
		assert_eq!(
			events(),
			[
				Event::Split { voucher: second, into: split_off, amount: kg(30) },
				Event::Frozen {
					freeze: FREEZE,
					office: FORESTRY,
					amount: kg(130),
					expires: until(10)
				}
			]
		);
		assert_noop!(sell(first), Error::<Test>::Frozen);
		assert_ok!(transfer(BUYER, whole(second), THIRD, TransferCause::Gift));
	});
}

#[test]
fn w20_h6_offices_that_register_or_supervise_freeze() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let order = || freeze_order(until(10));
		for by in [FORESTRY, ECOLOGY] {
			assert_ok!(enter(by, &[whole(first)], order()));
		}
		for by in [PLATFORM, OTHER] {
			assert_noop!(enter(by, &[whole(first)], order()), SchemeError::<Test>::DutyNotHeld);
		}
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), party(VILLAGE)] {
			assert_noop!(
				CarbonVoucher::freeze(origin.clone(), lots(&[whole(first)]), order()),
				BadOrigin
			);
			assert_noop!(
				CarbonVoucher::extend_freeze(
					origin.clone(),
					FREEZE,
					until(20),
					text("1"),
					EVIDENCE
				),
				BadOrigin
			);
			assert_noop!(
				CarbonVoucher::lift_freeze(origin, FREEZE, text("1"), EVIDENCE),
				BadOrigin
			);
		}
	});
}

#[test]
fn no_office_freezes_what_its_own_party_owns() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let shared = Allotment { ownership: in_common(VILLAGE, ECOLOGY_PARTY), amount: kg(5) };
		assert_ok!(CarbonVoucher::issue(office(FORESTRY), order("二号", vec![shared])));
		let both = [whole(first), whole(wh(2))];
		let court = || freeze_order(until(10));
		assert_noop!(enter(ECOLOGY, &both, court()), Error::<Test>::OwnApplication);
		assert_ok!(enter(FORESTRY, &both, court()));
		assert_ok!(transfer(VILLAGE, whole(issue("三号", 1)), FORESTRY_PARTY, sale(1)));
		assert_noop!(enter(FORESTRY, &[whole(wh(3))], court()), Error::<Test>::OwnApplication);
	});
}

#[test]
fn what_cannot_be_frozen() {
	build_and_execute(|| {
		let [first, second] = neighbours("一号", 100, 100);
		let heshan = issue_in_heshan("一号", 100);
		let good = || freeze_order(until(10));
		let error = |of: &[Lot], order: FreezeOrder, error: Error<Test>| {
			assert_noop!(enter(FORESTRY, of, order), error);
		};
		let all = [whole(first)];
		error(&[], good(), Error::NoLots);
		error(&[some(first, 1), some(first, 2)], good(), Error::RepeatedLot);
		error(&[whole(first), whole(heshan)], good(), Error::MixedSchemes);
		error(&[Lot { voucher: wh(9), ..all[0] }], good(), Error::UnknownVoucher);
		error(&[Lot { edition: 2, ..all[0] }], good(), Error::StaleEdition);
		error(&[some(first, 0)], good(), Error::ZeroAmount);
		error(&[some(first, 101)], good(), Error::AmountTooLarge);
		error(&all, FreezeOrder { order_no: text(""), ..good() }, Error::BlankText);
		error(&all, FreezeOrder { authority: text(" "), ..good() }, Error::BlankText);
		error(&all, FreezeOrder { basis: text("无\n"), ..good() }, Error::InvalidText);
		error(&all, FreezeOrder { expires: TODAY, ..good() }, Error::InvalidTerm);

		assert_ok!(CarbonVoucher::merge(party(VILLAGE), first, 1, second, 1));
		error(&[whole(second)], good(), Error::AlreadyMerged);
		assert_ok!(request_offset(&[whole(first)]));
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		error(&[whole(first)], good(), Error::AlreadyOffset);
		assert_ok!(enter(FORESTRY, &[whole(heshan)], FreezeOrder { expires: until(1), ..good() }));
	});
}

#[test]
fn what_was_revoked_is_not_frozen() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		IssuanceStates::<Test>::mutate(first.issuance, |state| {
			state.as_mut().unwrap().status = IssuanceStatus::Revoked
		});
		assert_noop!(freeze(&[whole(first)]), Error::<Test>::IssuanceRevoked);
	});
}

#[test]
fn w20_eight_freezes_queue_and_the_ninth_is_refused() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		for _ in 0..MAX_FREEZES {
			assert_ok!(freeze(&[whole(first)]));
		}
		assert_noop!(freeze(&[whole(first)]), Error::<Test>::TooManyFreezes);
		assert_noop!(freeze(&[some(first, 1)]), Error::<Test>::TooManyFreezes);
		let numbers = |from: u32| (from..=8).map(|no| HoldKey::Freeze(FreezeId(no)));
		assert_eq!(CarbonVoucher::holds_of(first), numbers(1).collect::<Vec<_>>());

		for no in 1..=8 {
			assert_noop!(sell(first), Error::<Test>::Frozen);
			assert_ok!(lift(FORESTRY, FreezeId(no)));
			let left: Vec<_> = numbers(no + 1).collect();
			assert_eq!(CarbonVoucher::holds_of(first), left);
			assert_eq!(totals(WH)[2], if left.is_empty() { 0 } else { 100 });
		}
		assert_ok!(sell(first));
	});
}

#[test]
fn w20_a_part_of_what_is_frozen_queues_for_another_order() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(freeze(&[whole(first)]));
		assert_ok!(freeze(&[some(first, 40)]));
		let upper = part(first, 2);
		assert_eq!(Freezes::<Test>::get(FREEZE).unwrap().held.vouchers, 2);
		assert_eq!(Freezes::<Test>::get(FreezeId(2)).unwrap().held.vouchers, 1);
		assert_eq!(totals(WH), [100, 0, 100, 0, 0]);
		assert_ok!(lift(FORESTRY, FREEZE));
		assert_eq!(page(first).last(), Some(&RecordKind::FreezeLifted(FREEZE)));
		assert_eq!(page(upper).last(), Some(&RecordKind::FreezeLifted(FREEZE)));
		assert_eq!(totals(WH), [100, 60, 40, 0, 0]);
		assert_ok!(sell(first));
		assert_noop!(sell(upper), Error::<Test>::Frozen);
	});
}

#[test]
fn a_part_is_frozen_while_its_other_holds_can_be_copied() {
	build_and_execute(|| {
		let first = issue("一号", 1_000);
		pledge(&[whole(first)]);
		for edition in 1..MAX_HELD_VOUCHERS {
			assert_ok!(CarbonVoucher::split(party(VILLAGE), first, edition, kg(1)));
		}
		assert_noop!(freeze(&[some(first, 1)]), Error::<Test>::TooManyParts);
		assert_ok!(freeze(&[whole(first)]));
	});
}

#[test]
fn w20_a_freeze_is_extended_by_the_office_that_entered_it() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(freeze(&[whole(first)]));
		assert_ok!(freeze(&[some(first, 40)]));
		System::reset_events();
		assert_ok!(extend(FORESTRY, FREEZE, until(20)));
		assert_eq!(events(), [Event::FreezeExtended { freeze: FREEZE, expires: until(20) }]);
		let freeze = Freezes::<Test>::get(FREEZE).unwrap();
		assert_eq!(freeze.order, freeze_order(until(20)));
		let mut ends = queue();
		ends.sort_by_key(|(day, _)| *day);
		let entry = |days, no| (until(days), Expiry::Freeze(FreezeId(no)));
		assert_eq!(ends, [entry(10, 2), entry(20, 1)]);
		let upper = part(first, 2);
		for id in [first, upper] {
			let record = last_record(id);
			assert_eq!(record.kind, RecordKind::FreezeExtended(FREEZE));
			assert_eq!(
				(record.reference, record.evidence),
				(text::<64>("续冻1号"), Some(EVIDENCE))
			);
			assert_eq!(record.by, By::Office(FORESTRY, office_account(FORESTRY)));
		}
		assert_eq!((voucher(first).edition, voucher(first).records), (2, 4));

		pass_to(until(10));
		assert!(Freezes::<Test>::contains_key(FREEZE));
		assert_noop!(sell(first), Error::<Test>::Frozen);
		pass_to(until(20));
		assert_ok!(sell(first));
	});
}

#[test]
fn what_cannot_be_extended() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_noop!(extend(FORESTRY, FREEZE, until(20)), Error::<Test>::UnknownFreeze);
		assert_ok!(freeze(&[whole(first)]));
		assert_noop!(extend(ECOLOGY, FREEZE, until(20)), Error::<Test>::NotOrderedByOffice);
		assert_noop!(extend(OTHER, FREEZE, until(20)), SchemeError::<Test>::DutyNotHeld);
		assert_noop!(extend(FORESTRY, FREEZE, until(10)), Error::<Test>::InvalidTerm);
		assert_noop!(extend(FORESTRY, FREEZE, until(9)), Error::<Test>::InvalidTerm);
		let nameless =
			|by| CarbonVoucher::extend_freeze(office(by), FREEZE, until(20), Text::new(), EVIDENCE);
		assert_noop!(nameless(FORESTRY), Error::<Test>::BlankText);
		// Its day is over, and only the sweep is late.
		set_day(until(10).0);
		assert_noop!(extend(FORESTRY, FREEZE, until(20)), Error::<Test>::Expired);
		set_day(until(9).0);
		assert_ok!(extend(FORESTRY, FREEZE, until(11)));
	});
}

#[test]
fn w20_a_freeze_is_lifted_by_the_office_that_entered_it() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_noop!(lift(FORESTRY, FREEZE), Error::<Test>::UnknownFreeze);
		assert_ok!(enter(ECOLOGY, &[whole(first)], freeze_order(until(10))));
		assert_noop!(lift(FORESTRY, FREEZE), Error::<Test>::NotOrderedByOffice);
		assert_noop!(lift(OTHER, FREEZE), SchemeError::<Test>::DutyNotHeld);
		assert_noop!(
			CarbonVoucher::lift_freeze(office(ECOLOGY), FREEZE, text(" "), EVIDENCE),
			Error::<Test>::BlankText
		);
		System::reset_events();
		assert_ok!(lift(ECOLOGY, FREEZE));
		assert_eq!(events(), [Event::FreezeLifted { freeze: FREEZE }]);
		assert!(Freezes::<Test>::get(FREEZE).is_none());
		assert_eq!(queue(), []);
		let record = last_record(first);
		assert_eq!(record.kind, RecordKind::FreezeLifted(FREEZE));
		assert_eq!((record.reference, record.evidence), (text::<64>("解冻1号"), Some(EVIDENCE)));
		assert_eq!(record.by, By::Office(ECOLOGY, office_account(ECOLOGY)));
		assert_eq!(voucher(first).edition, 1);
		assert_ok!(sell(first));
		assert_noop!(lift(ECOLOGY, FREEZE), Error::<Test>::UnknownFreeze);
	});
}

#[test]
fn another_office_keeps_a_freeze_whose_office_may_not_any_more() {
	// It lost the duty, but not while it holds the other one.
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(enter(ECOLOGY, &[whole(first)], freeze_order(until(10))));
		assign(Duty::Register, &[FORESTRY, ECOLOGY]);
		assign(Duty::Supervise, &[OTHER]);
		assert_noop!(lift(OTHER, FREEZE), Error::<Test>::NotOrderedByOffice);
		assert_noop!(extend(FORESTRY, FREEZE, until(20)), Error::<Test>::NotOrderedByOffice);
		assign(Duty::Register, &[FORESTRY]);
		assert_noop!(lift(ECOLOGY, FREEZE), SchemeError::<Test>::DutyNotHeld);
		assert_ok!(extend(FORESTRY, FREEZE, until(20)));
		assert_ok!(lift(OTHER, FREEZE));
	});
	// It was dissolved.
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(enter(ECOLOGY, &[whole(first)], freeze_order(until(10))));
		assert_ok!(Schemes::set_office_active(RuntimeOrigin::root(), ECOLOGY, false));
		assert_ok!(lift(FORESTRY, FREEZE));
	});
	// The law passed the voucher to its own party.
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(enter(ECOLOGY, &[whole(first)], freeze_order(until(10))));
		Vouchers::<Test>::mutate(first, |voucher| {
			let voucher = voucher.as_mut().unwrap();
			let heir = Ownership::Sole(ECOLOGY_PARTY);
			assert_ok!(CarbonVoucher::set_owners(first, voucher, heir));
		});
		assert_noop!(lift(ECOLOGY, FREEZE), Error::<Test>::OwnApplication);
		assert_noop!(extend(ECOLOGY, FREEZE, until(20)), Error::<Test>::OwnApplication);
		assert_ok!(lift(FORESTRY, FREEZE));
	});
}

#[test]
fn w20_a_freeze_ends_on_its_day_and_the_next_follows() {
	build_and_execute(|| {
		pass_to(TODAY);
		let first = issue("一号", 100);
		assert_ok!(freeze(&[whole(first)]));
		assert_ok!(enter(ECOLOGY, &[whole(first)], freeze_order(until(12))));
		pass_to(until(9));
		assert!(Freezes::<Test>::contains_key(FREEZE));
		System::reset_events();
		pass_to(until(10));
		assert_eq!(events(), [Event::FreezeExpired { freeze: FREEZE }]);
		assert!(Freezes::<Test>::get(FREEZE).is_none());
		let record = last_record(first);
		assert_eq!(record.kind, RecordKind::FreezeExpired(FREEZE));
		assert_eq!((record.by, record.evidence), (By::Expiry, None));
		assert_noop!(sell(first), Error::<Test>::Frozen);
		pass_to(until(12));
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		assert_ok!(sell(first));
	});
}

#[test]
fn w20_a_freeze_forbids_until_the_sweep_takes_it_off() {
	build_and_execute(|| {
		pass_to(TODAY);
		let first = issue("一号", 100);
		assert_ok!(freeze(&[whole(first)]));
		set_day(until(11).0);
		assert_noop!(sell(first), Error::<Test>::Frozen);
		assert_ok!(lift(FORESTRY, FREEZE));
		assert_ok!(sell(first));
	});
}

#[test]
fn w23_what_exists_can_be_frozen_after_the_scheme() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		set_day(WH_ENDS.0);
		assert_ok!(enter(FORESTRY, &[whole(first)], freeze_order(WH_ENDS.next())));
	});
}

#[test]
fn freeze_numbers_do_not_run_over() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 1);
		LastFreeze::<Test>::put(FreezeId(u32::MAX));
		assert_noop!(freeze(&[whole(first)]), Error::<Test>::NumbersExhausted);
	});
}

#[test]
fn nothing_ends_a_freeze_that_is_not_there() {
	build_and_execute(|| {
		let ended = CarbonVoucher::expire_freeze(FREEZE);
		assert!(matches!(ended, Err(Error::UnknownFreeze)));
	});
}
