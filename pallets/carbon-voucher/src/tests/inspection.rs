use super::*;
use frame_support::dispatch::DispatchResult;
use pallet_schemes::Error as SchemeError;

const FIRST: InspectionId = InspectionId(1);

fn inspect(by: RuntimeOrigin, id: VoucherId, day: Day, finding: &str) -> DispatchResult {
	let (method, finding) = (InspectionMethod::OnSite, text(finding));
	CarbonVoucher::record_inspection(by, id, day, method, finding, EVIDENCE)
}

#[test]
fn w20_h6_a_supervisor_records_what_it_found() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		System::reset_events();
		let yesterday = Day(TODAY.0 - 1);
		assert_ok!(inspect(office(ECOLOGY), first, yesterday, "账实相符"));
		assert_eq!(
			Inspections::<Test>::get(FIRST),
			Some(Inspection {
				voucher: first,
				office: ECOLOGY,
				day: yesterday,
				method: InspectionMethod::OnSite,
				finding: text("账实相符"),
				evidence: EVIDENCE,
			})
		);
		assert_eq!(
			events(),
			[Event::Inspected { inspection: FIRST, voucher: first, office: ECOLOGY }]
		);
		assert_eq!(page(first), [RecordKind::Issued, RecordKind::Inspected(FIRST)]);
		let record = last_record(first);
		assert_eq!((record.day, record.evidence), (TODAY, Some(EVIDENCE)));
		assert_eq!(record.by, By::Office(ECOLOGY, office_account(ECOLOGY)));
		assert_eq!(voucher(first).edition, 1);
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		assert_ok!(inspect(office(ECOLOGY), first, TODAY, "账实相符"));
		assert!(Inspections::<Test>::contains_key(InspectionId(2)));
	});
}

#[test]
fn w20_h6_what_was_offset_or_is_held_is_inspected_too() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		assert_ok!(inspect(office(ECOLOGY), first, TODAY, "已质押"));
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PledgeId(1), None));
		assert_ok!(request_offset(&[whole(first)]));
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		let burnt = voucher(first);
		assert_ok!(inspect(office(ECOLOGY), first, TODAY, "已抵消"));
		assert_eq!(voucher(first), Voucher { records: burnt.records + 1, ..burnt });
	});
}

#[test]
fn w20_only_supervisors_inspect_and_not_what_is_their_own() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), party(VILLAGE)] {
			assert_noop!(inspect(origin, first, TODAY, "账实相符"), BadOrigin);
		}
		assert_noop!(
			inspect(office(FORESTRY), first, TODAY, "账实相符"),
			SchemeError::<Test>::DutyNotHeld
		);
		assert_ok!(transfer(VILLAGE, whole(first), ECOLOGY_PARTY, TransferCause::Gift));
		assert_noop!(
			inspect(office(ECOLOGY), first, TODAY, "账实相符"),
			Error::<Test>::OwnApplication
		);
	});
}

#[test]
fn what_is_no_inspection() {
	build_and_execute(|| {
		let [first, second] = neighbours("一号", 100, 100);
		let error = |id, day, finding, error: Error<Test>| {
			assert_noop!(inspect(office(ECOLOGY), id, day, finding), error);
		};
		error(wh(9), TODAY, "账实相符", Error::UnknownVoucher);
		error(first, TODAY.next(), "账实相符", Error::FutureDay);
		error(first, TODAY, "", Error::BlankText);
		error(first, TODAY, "账实\n相符", Error::InvalidText);
		assert_ok!(CarbonVoucher::merge(party(VILLAGE), first, 1, second, 1));
		error(second, TODAY, "账实相符", Error::AlreadyMerged);
		assert_ok!(inspect(office(ECOLOGY), first, TODAY, "账实相符"));
	});
}

#[test]
fn inspection_numbers_do_not_run_over() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 1);
		LastInspection::<Test>::put(InspectionId(u32::MAX));
		assert_noop!(
			inspect(office(ECOLOGY), first, TODAY, "账实相符"),
			Error::<Test>::NumbersExhausted
		);
	});
}
