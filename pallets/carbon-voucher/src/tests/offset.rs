use super::*;

const REQUEST: RequestId = RequestId(1);

fn certificate(serial: u32) -> CertificateId {
	CertificateId { scheme: WH, year: 2026, serial }
}

fn certify(by: RuntimeOrigin) -> sp_runtime::DispatchResult {
	CarbonVoucher::certify_offset(by, REQUEST, EVIDENCE)
}

fn request(of: &[Lot], beneficiary: PartyId, purpose: OffsetPurpose) -> sp_runtime::DispatchResult {
	CarbonVoucher::request_offset(party(VILLAGE), lots(of), beneficiary, purpose, Text::new())
}

fn expires() -> Day {
	Day(TODAY.0 + 1 + u32::from(PERIODS.offset))
}

#[test]
fn w14_a_request_holds_its_lots() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		System::reset_events();
		assert_ok!(CarbonVoucher::request_offset(
			party(VILLAGE),
			lots(&[some(first, 30), whole(second)]),
			BUYER,
			purpose(),
			text("2025年度"),
		));
		let split_off = part(first, 2);
		assert_eq!(totals(WH), [200, 70, 130, 0, 0]);
		let kept = OffsetRequests::<Test>::get(REQUEST).unwrap();
		assert_eq!(
			(kept.scheme, kept.owners.to_vec(), kept.beneficiary),
			(WH, vec![VILLAGE], BUYER)
		);
		assert_eq!((kept.purpose, kept.statement), (purpose(), text("2025年度")));
		assert_eq!(kept.expires, expires());
		assert_eq!(page(second).last(), Some(&RecordKind::OffsetRequested(REQUEST)));
		assert_eq!(
			events(),
			[
				Event::Split { voucher: first, into: split_off, amount: kg(30) },
				Event::OffsetRequested {
					request: REQUEST,
					owner: VILLAGE,
					beneficiary: BUYER,
					amount: kg(130)
				}
			]
		);
	});
}

#[test]
fn w19_h14_certified_ranges_are_burnt_for_good() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request_offset(&[some(first, 30)]));
		System::reset_events();
		assert_ok!(certify(office(ECOLOGY)));
		let burnt = part(first, 2);
		assert_eq!(voucher(burnt).state, VoucherState::Offset(certificate(1)));
		assert_eq!(voucher(burnt).edition, 2);
		assert!(!Holdings::<Test>::contains_key(VILLAGE, burnt));
		assert_eq!(Parts::<Test>::get(first.issuance, kg(70)), Some(2));
		assert_eq!(totals(WH), [100, 70, 0, 30, 0]);
		assert!(OffsetRequests::<Test>::get(REQUEST).is_none());
		assert_eq!(
			Certificates::<Test>::get(certificate(1)).unwrap(),
			Certificate {
				owners: vec![VILLAGE].try_into().unwrap(),
				beneficiary: BUYER,
				purpose: purpose(),
				statement: Text::new(),
				ranges: vec![voucher(burnt).range(first.issuance)].try_into().unwrap(),
				total: kg(30),
				office: ECOLOGY,
				day: TODAY,
				evidence: EVIDENCE,
			}
		);
		assert_eq!(
			events(),
			[Event::OffsetCertified {
				certificate: certificate(1),
				request: REQUEST,
				beneficiary: BUYER,
				amount: kg(30)
			}]
		);
		let (_, record) = CarbonVoucher::register_page(burnt, 2, 1).pop().unwrap();
		assert_eq!(record.kind, RecordKind::Offset(certificate(1)));
		assert!(matches!(record.by, By::Office(ECOLOGY, _)));
		assert_noop!(request_offset(&[whole(burnt)]), Error::<Test>::AlreadyOffset);
		assert_noop!(certify(office(ECOLOGY)), Error::<Test>::UnknownRequest);
	});
}

#[test]
fn certificates_count_by_scheme_and_year() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		for serial in 1..=2 {
			assert_ok!(request_offset(&[some(first, 1)]));
			let id = LastRequest::<Test>::get();
			assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), id, EVIDENCE));
			assert!(Certificates::<Test>::contains_key(certificate(serial)));
		}
	});
}

#[test]
fn w4_only_the_certifying_duty_decides() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request_offset(&[whole(first)]));
		let refuse = |by| CarbonVoucher::refuse_offset(by, REQUEST, text("材料不符"));
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), party(VILLAGE)] {
			assert_noop!(certify(origin.clone()), BadOrigin);
			assert_noop!(refuse(origin), BadOrigin);
		}
		let not_held = || pallet_schemes::Error::<Test>::DutyNotHeld;
		assert_noop!(certify(office(FORESTRY)), not_held());
		assert_noop!(refuse(office(FORESTRY)), not_held());
	});
}

#[test]
fn no_office_certifies_for_its_own_party() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request(&[whole(first)], ECOLOGY_PARTY, purpose()));
		assert_noop!(certify(office(ECOLOGY)), Error::<Test>::OwnApplication);
		assert_noop!(
			CarbonVoucher::refuse_offset(office(ECOLOGY), REQUEST, text("材料不符")),
			Error::<Test>::OwnApplication
		);
		assert_ok!(CarbonVoucher::withdraw_offset(party(VILLAGE), REQUEST));
		assert_ok!(transfer(VILLAGE, whole(first), ECOLOGY_PARTY, TransferCause::Gift));
		assert_ok!(CarbonVoucher::request_offset(
			party(ECOLOGY_PARTY),
			lots(&[whole(first)]),
			BUYER,
			purpose(),
			Text::new()
		));
		assert_noop!(
			CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(2), EVIDENCE),
			Error::<Test>::OwnApplication
		);
	});
}

#[test]
fn nothing_is_certified_for_the_suspended_or_of_a_revoked_issuance() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request_offset(&[whole(first)]));
		for party in [VILLAGE, BUYER] {
			assert_ok!(Parties::suspend(office(FORESTRY), party, EVIDENCE));
			assert_noop!(certify(office(ECOLOGY)), Error::<Test>::PartySuspended);
			assert_ok!(Parties::reinstate(office(FORESTRY), party, EVIDENCE));
		}
		let status = |status| {
			IssuanceStates::<Test>::mutate(first.issuance, |state| {
				state.as_mut().unwrap().status = status
			})
		};
		status(IssuanceStatus::Revoked);
		assert_noop!(certify(office(ECOLOGY)), Error::<Test>::IssuanceRevoked);
		status(IssuanceStatus::Live);
		assert_ok!(certify(office(ECOLOGY)));
	});
}

#[test]
fn the_owner_takes_a_request_back() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request_offset(&[some(first, 30)]));
		let withdraw = |by| CarbonVoucher::withdraw_offset(by, REQUEST);
		assert_noop!(withdraw(party(BUYER)), Error::<Test>::NotOwner);
		assert_noop!(withdraw(office(ECOLOGY)), BadOrigin);
		assert_ok!(withdraw(party(VILLAGE)));
		assert_eq!(events().last(), Some(&Event::OffsetWithdrawn { request: REQUEST }));
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		let last = RecordKind::OffsetWithdrawn(REQUEST);
		assert_eq!(page(part(first, 2)).last(), Some(&last));
		assert_noop!(withdraw(party(VILLAGE)), Error::<Test>::UnknownRequest);
	});
}

#[test]
fn a_request_is_refused_with_a_reason() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request_offset(&[whole(first)]));
		let refuse = |reason| CarbonVoucher::refuse_offset(office(ECOLOGY), REQUEST, reason);
		assert_noop!(refuse(text("")), Error::<Test>::BlankText);
		assert_noop!(refuse(vec![0xff].try_into().unwrap()), Error::<Test>::InvalidText);
		assert_ok!(refuse(text("材料不符")));
		assert_eq!(
			events().last(),
			Some(&Event::OffsetRefused { request: REQUEST, reason: text("材料不符") })
		);
		assert_eq!(page(first).last(), Some(&RecordKind::OffsetRefused(REQUEST)));
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		assert_noop!(refuse(text("材料不符")), Error::<Test>::UnknownRequest);
	});
}

#[test]
fn a_request_is_certified_to_its_last_day_and_not_later() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request_offset(&[whole(first)]));
		set_day(expires().0);
		assert_noop!(certify(office(ECOLOGY)), Error::<Test>::Expired);
		set_day(expires().0 - 1);
		assert_ok!(certify(office(ECOLOGY)));
	});
}

#[test]
fn what_cannot_be_requested() {
	build_and_execute(|| {
		let (first, heshan) = (issue("一号", 100), issue_in_heshan("一号", 100));
		let error = |of: &[Lot], beneficiary, error: Error<Test>| {
			assert_noop!(request(of, beneficiary, purpose()), error);
		};
		let all = [whole(first)];
		error(&[], BUYER, Error::NoLots);
		error(&[some(first, 1), some(first, 1)], BUYER, Error::RepeatedLot);
		error(&[whole(first), whole(heshan)], BUYER, Error::MixedSchemes);
		error(&[some(first, 101)], BUYER, Error::AmountTooLarge);
		error(&all, NOBODY, Error::UnknownParty);
		error(&all, SUSPENDED, Error::PartySuspended);
		let statement = vec![0xff].try_into().unwrap();
		assert_noop!(
			CarbonVoucher::request_offset(party(VILLAGE), lots(&all), BUYER, purpose(), statement),
			Error::<Test>::InvalidText
		);
		assert_noop!(
			CarbonVoucher::request_offset(party(BUYER), lots(&all), BUYER, purpose(), Text::new()),
			Error::<Test>::NotOwner
		);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(ECOLOGY)] {
			assert_noop!(
				CarbonVoucher::request_offset(origin, lots(&all), BUYER, purpose(), Text::new()),
				BadOrigin
			);
		}
		pledge(&all);
		error(&all, BUYER, Error::AlreadyPledged);
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PledgeId(1), None));
		assert_ok!(request_offset(&all));
		error(&all, BUYER, Error::OffsetPending);
		assert_noop!(
			CarbonVoucher::offer_pledge(party(VILLAGE), lots(&all), BANK, terms()),
			Error::<Test>::OffsetPending
		);
	});
}

#[test]
fn w15_h15_each_purpose_has_its_own_fields() {
	use OffsetPurpose::*;
	let blank = || text("");
	let event = |name, day| Event { kind: EventKind::Contest, name, day };
	let compensation = |loss, land_use_years, authority| LandCompensation {
		assessed_loss: kg(loss),
		land_use_years,
		authority,
		consent: EVIDENCE,
	};
	let restoration = |case_no, authority| JudicialRestoration { case_no, authority };
	let good = [
		AnnualEmissions { year: 2026 },
		AnnualEmissions { year: 2000 },
		TreePlantingDuty { year: 2025 },
		event(text("马拉松"), TODAY),
		restoration(text("(2026)鲁10刑初1号"), text("威海市中级人民法院")),
		compensation(1, 1, text("区自然资源局")),
		Voluntary { occasion: text("绿色积分") },
	];
	let bad = [
		AnnualEmissions { year: 2027 },
		AnnualEmissions { year: 1999 },
		TreePlantingDuty { year: 2027 },
		event(text(""), TODAY),
		event(text("马拉松"), Day(1)),
		restoration(text(""), text("威海市中级人民法院")),
		restoration(text("(2026)鲁10刑初1号"), text("")),
		compensation(0, 1, text("区自然资源局")),
		compensation(1, 0, text("区自然资源局")),
		compensation(1, 1, text("")),
		Voluntary { occasion: blank() },
	];
	build_and_execute(|| {
		let first = issue("一号", 100);
		for purpose in bad {
			assert_noop!(
				request(&[some(first, 1)], BUYER, purpose.clone()),
				Error::<Test>::InvalidPurpose
			);
		}
		for purpose in good {
			assert_ok!(request(&[some(first, 1)], BUYER, purpose));
		}
	});
}

#[test]
fn numbers_do_not_run_over() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 10);
		CertificateSerials::<Test>::insert(WH, 2026, u32::MAX);
		assert_ok!(request_offset(&[some(first, 1)]));
		assert_noop!(certify(office(ECOLOGY)), Error::<Test>::NumbersExhausted);
		LastRequest::<Test>::put(RequestId(u32::MAX));
		assert_noop!(request_offset(&[some(first, 1)]), Error::<Test>::NumbersExhausted);
	});
}
