use super::*;

const PLEDGE: PledgeId = PledgeId(1);

fn offer(
	by: PartyId,
	of: &[Lot],
	pledgee: PartyId,
	terms: PledgeTerms,
) -> sp_runtime::DispatchResult {
	CarbonVoucher::offer_pledge(party(by), lots(of), pledgee, terms)
}

fn expires() -> Day {
	Day(TODAY.0 + 1 + u32::from(PERIODS.pledge_offer))
}

#[test]
fn w17_lots_are_pledged_when_the_pledgee_accepts() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 10_000_000), issue("二号", 16_992_000));
		System::reset_events();
		let offered = [whole(first), some(second, 8_294_000)];
		assert_ok!(offer(VILLAGE, &offered, BANK, terms()));
		assert_eq!(totals(WH), [26_992_000, 26_992_000, 0, 0, 0]);
		assert_eq!(
			events(),
			[Event::PledgeOffered { pledge: PLEDGE, owner: VILLAGE, pledgee: BANK }]
		);

		assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE));
		let split_off = part(second, 2);
		assert_eq!(totals(WH), [26_992_000, 8_698_000, 18_294_000, 0, 0]);
		let pledge = Pledges::<Test>::get(PLEDGE).unwrap();
		let range = |id: VoucherId| voucher(id).range(id.issuance);
		assert_eq!(
			pledge.state,
			PledgeState::Active {
				held: Held {
					ranges: vec![range(first), range(split_off)].try_into().unwrap(),
					vouchers: 2,
				},
				since: TODAY,
			}
		);
		assert_eq!((pledge.owner, pledge.pledgee, pledge.terms), (VILLAGE, BANK, terms()));
		assert_eq!(page(first), [RecordKind::Issued, RecordKind::Pledged(PLEDGE)]);
		let (_, record) = CarbonVoucher::register_page(split_off, 1, 1).pop().unwrap();
		assert_eq!(record.by, By::Party(BANK, party_account(BANK)));
		assert_eq!(record.counterparty, Some(BANK));
		assert_eq!((record.reference, record.evidence), (terms().registry_no, Some(EVIDENCE)));
		assert_eq!(
			events()[1..],
			[
				Event::Split { voucher: second, into: split_off, amount: kg(8_294_000) },
				Event::Pledged {
					pledge: PLEDGE,
					owner: VILLAGE,
					pledgee: BANK,
					amount: kg(18_294_000)
				}
			]
		);
	});
}

#[test]
fn the_pledgee_releases_whatever_became_of_its_licence_and_of_the_parts() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[some(first, 60)]);
		let pledged = part(first, 2);
		assert_ok!(CarbonVoucher::split(party(VILLAGE), pledged, 1, kg(10)));
		let finance = office(OfficeId(3));
		assert_ok!(Parties::withdraw_licence(finance, WH, BANK, EVIDENCE));
		System::reset_events();
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PLEDGE, None));
		assert_eq!(events(), [Event::PledgeReleased { pledge: PLEDGE }]);
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		let last = RecordKind::PledgeReleased(PLEDGE);
		assert_eq!(page(pledged).last(), Some(&last));
		assert_eq!(page(part(first, 3)), [RecordKind::SplitFrom(2), last]);
		assert!(matches!(
			Pledges::<Test>::get(PLEDGE).unwrap().state,
			PledgeState::Ended { since: TODAY, day: TODAY, how: PledgeEnd::Released, .. }
		));
		assert_noop!(
			CarbonVoucher::release_pledge(party(BANK), PLEDGE, None),
			Error::<Test>::NotInPledge
		);
	});
}

#[test]
fn w4_h4_a_pledgee_is_licensed_in_the_scheme() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_noop!(offer(VILLAGE, &[whole(first)], BUYER, terms()), Error::<Test>::NotLicensed);
		assert_ok!(offer(VILLAGE, &[whole(first)], BANK, terms()));
		assert_ok!(Parties::withdraw_licence(office(OfficeId(3)), WH, BANK, EVIDENCE));
		assert_noop!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE), Error::<Test>::NotLicensed);
	});
}

#[test]
fn what_cannot_be_offered() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let heshan = issue_in_heshan("一号", 100);
		let error = |by, of: &[Lot], pledgee, terms: PledgeTerms, error: Error<Test>| {
			assert_noop!(offer(by, of, pledgee, terms), error);
		};
		let all = [whole(first)];
		error(VILLAGE, &[], BANK, terms(), Error::NoLots);
		error(VILLAGE, &[some(first, 1), some(first, 2)], BANK, terms(), Error::RepeatedLot);
		error(VILLAGE, &[whole(first), whole(heshan)], BANK, terms(), Error::MixedSchemes);
		error(VILLAGE, &[some(first, 0)], BANK, terms(), Error::ZeroAmount);
		error(VILLAGE, &[some(first, 101)], BANK, terms(), Error::AmountTooLarge);
		error(BUYER, &all, BANK, terms(), Error::NotOwner);
		error(VILLAGE, &[Lot { edition: 2, ..all[0] }], BANK, terms(), Error::StaleEdition);
		error(VILLAGE, &all, NOBODY, terms(), Error::UnknownParty);
		error(VILLAGE, &all, SUSPENDED, terms(), Error::PartySuspended);
		error(VILLAGE, &all, VILLAGE, terms(), Error::OwnPledgee);
		error(VILLAGE, &all, BANK, PledgeTerms { due: TODAY, ..terms() }, Error::DuePast);
		error(VILLAGE, &all, BANK, PledgeTerms { secured: Fen(0), ..terms() }, Error::ZeroSecured);
		let registry_no = vec![0xff].try_into().unwrap();
		error(VILLAGE, &all, BANK, PledgeTerms { registry_no, ..terms() }, Error::InvalidText);
		let registry_no = text("");
		error(VILLAGE, &all, BANK, PledgeTerms { registry_no, ..terms() }, Error::BlankText);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(CarbonVoucher::offer_pledge(origin, lots(&all), BANK, terms()), BadOrigin);
		}
		pledge(&all);
		error(VILLAGE, &all, BANK, terms(), Error::AlreadyPledged);
	});
}

#[test]
fn everything_is_checked_again_at_acceptance() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let accept = |id| CarbonVoucher::accept_pledge(party(BANK), id);
		assert_ok!(offer(VILLAGE, &[whole(first)], BANK, terms()));
		assert_ok!(offer(VILLAGE, &[some(first, 50)], BANK, terms()));
		assert_ok!(Parties::suspend(office(FORESTRY), VILLAGE, EVIDENCE));
		assert_noop!(accept(PLEDGE), Error::<Test>::PartySuspended);
		assert_ok!(Parties::reinstate(office(FORESTRY), VILLAGE, EVIDENCE));
		assert_ok!(accept(PLEDGE));
		assert_noop!(accept(PLEDGE), Error::<Test>::NotOffered);
		assert_noop!(accept(PledgeId(2)), Error::<Test>::AlreadyPledged);
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PLEDGE, None));
		assert_ok!(transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift));
		assert_noop!(accept(PledgeId(2)), Error::<Test>::NotOwner);
		assert_ok!(transfer(BUYER, whole(first), VILLAGE, TransferCause::Gift));
		assert_noop!(accept(PledgeId(2)), Error::<Test>::StaleEdition);

		let due = PledgeTerms { due: TODAY.next(), ..terms() };
		assert_ok!(offer(VILLAGE, &[whole(first)], BANK, due));
		set_day(TODAY.0 + 1);
		assert_noop!(accept(PledgeId(3)), Error::<Test>::DuePast);
	});
}

#[test]
fn an_offer_stands_to_its_last_day_and_not_longer() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(offer(VILLAGE, &[whole(first)], BANK, terms()));
		set_day(expires().0);
		assert_noop!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE), Error::<Test>::Expired);
		set_day(expires().0 - 1);
		assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE));
	});
}

#[test]
fn only_the_pledgee_answers_and_releases() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(offer(VILLAGE, &[whole(first)], BANK, terms()));
		let accept = |by| CarbonVoucher::accept_pledge(by, PLEDGE);
		let decline = |by| CarbonVoucher::decline_pledge(by, PLEDGE);
		let release = |by| CarbonVoucher::release_pledge(by, PLEDGE, None);
		assert_noop!(accept(party(VILLAGE)), Error::<Test>::NotPledgee);
		assert_noop!(decline(party(VILLAGE)), Error::<Test>::NotPledgee);
		assert_noop!(accept(office(FORESTRY)), BadOrigin);
		assert_noop!(decline(office(FORESTRY)), BadOrigin);
		assert_noop!(release(party(BANK)), Error::<Test>::NotInPledge);
		assert_ok!(accept(party(BANK)));
		assert_noop!(release(party(VILLAGE)), Error::<Test>::NotPledgee);
		assert_noop!(release(office(FORESTRY)), BadOrigin);
		assert_noop!(decline(party(BANK)), Error::<Test>::NotOffered);
	});
}

#[test]
fn an_offer_is_declined_or_taken_back() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let withdraw = |by, id| CarbonVoucher::withdraw_pledge_offer(by, id);
		assert_ok!(offer(VILLAGE, &[whole(first)], BANK, terms()));
		assert_ok!(CarbonVoucher::decline_pledge(party(BANK), PLEDGE));
		assert_eq!(events().last(), Some(&Event::PledgeDeclined { pledge: PLEDGE }));
		assert!(Pledges::<Test>::get(PLEDGE).is_none());

		assert_ok!(offer(VILLAGE, &[whole(first)], BANK, terms()));
		let id = PledgeId(2);
		assert_noop!(withdraw(party(BANK), id), Error::<Test>::NotOwner);
		assert_noop!(withdraw(stranger(), id), BadOrigin);
		assert_ok!(withdraw(party(VILLAGE), id));
		assert_eq!(events().last(), Some(&Event::PledgeWithdrawn { pledge: id }));

		pledge(&[whole(first)]);
		let id = PledgeId(3);
		assert_noop!(withdraw(party(VILLAGE), id), Error::<Test>::NotOffered);
	});
}

#[test]
fn unknown_pledges_are_unknown() {
	build_and_execute(|| {
		let unknown = || Error::<Test>::UnknownPledge;
		assert_noop!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE), unknown());
		assert_noop!(CarbonVoucher::decline_pledge(party(BANK), PLEDGE), unknown());
		assert_noop!(CarbonVoucher::withdraw_pledge_offer(party(VILLAGE), PLEDGE), unknown());
		assert_noop!(CarbonVoucher::release_pledge(party(BANK), PLEDGE, None), unknown());
	});
}

#[test]
fn pledge_numbers_do_not_run_over() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 1);
		LastPledge::<Test>::put(PledgeId(u32::MAX));
		assert_noop!(
			offer(VILLAGE, &[whole(first)], BANK, terms()),
			Error::<Test>::NumbersExhausted
		);
	});
}
