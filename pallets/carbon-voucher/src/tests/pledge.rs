use super::*;
use crate::ledger::Owners;
use sp_runtime::DispatchResult;

const PLEDGE: PledgeId = PledgeId(1);

fn offer(by: PartyId, of: &[Lot], pledgee: PartyId, terms: PledgeTerms) -> DispatchResult {
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

fn release(id: PledgeId, of: &[Lot]) -> DispatchResult {
	let released = CarbonVoucher::release_pledge(party(BANK), id, Some(lots(of)));
	released.map(|_| ()).map_err(|with_info| with_info.error)
}

/// Where the kilograms of a pledge in force lie, and in how many vouchers.
fn held() -> (Vec<(u64, u64)>, u32) {
	let (_, held) = CarbonVoucher::active_pledge(PLEDGE).unwrap();
	let ranges = held.ranges.iter().map(|range| (range.from.0, range.to.0)).collect();
	(ranges, held.vouchers)
}

#[test]
fn w17_a_pledge_is_released_in_part() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		System::reset_events();
		assert_ok!(release(PLEDGE, &[some(first, 30)]));
		let released = part(first, 2);
		assert_eq!(
			events(),
			[
				Event::Split { voucher: first, into: released, amount: kg(30) },
				Event::PledgePartReleased { pledge: PLEDGE, amount: kg(30) }
			]
		);
		assert_eq!(held(), (vec![(0, 70)], 1));
		assert_eq!(totals(WH), [100, 30, 70, 0, 0]);
		assert!(voucher(released).holds.is_empty());
		assert_eq!(voucher(released).edition, 1);
		assert_eq!(page(released), [RecordKind::SplitFrom(1), RecordKind::PledgeReleased(PLEDGE)]);
		assert_eq!(page(first).last(), Some(&RecordKind::SplitInto(2)));
		let (_, record) = CarbonVoucher::register_page(released, 1, 1).pop().unwrap();
		assert_eq!(record.by, By::Party(BANK, party_account(BANK)));
		assert_eq!(record.counterparty, Some(BANK));
		assert_ok!(transfer(VILLAGE, whole(released), BUYER, sale(1)));
		assert_noop!(
			transfer(VILLAGE, whole(first), BUYER, sale(1)),
			Error::<Test>::AlreadyPledged
		);
	});
}

#[test]
fn a_pledge_ends_when_its_last_part_is_released() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		pledge(&[whole(first), whole(second)]);
		assert_ok!(release(PLEDGE, &[whole(first)]));
		assert_eq!(held(), (vec![(0, 100)], 1));
		assert_ok!(CarbonVoucher::split(party(VILLAGE), second, 1, kg(40)));
		System::reset_events();
		set_day(TODAY.0 + 3);
		// All of it, said as an amount.
		assert_ok!(release(PLEDGE, &[some(second, 60), whole(part(second, 2))]));
		assert_eq!(events(), [Event::PledgeReleased { pledge: PLEDGE }]);
		assert_eq!(totals(WH), [200, 200, 0, 0, 0]);
		assert_eq!(Holds::<Test>::iter().count(), 0);
		let range = KgRange { issuance: second.issuance, from: kg(0), to: kg(100) };
		assert_eq!(
			Pledges::<Test>::get(PLEDGE).unwrap().state,
			PledgeState::Ended {
				ranges: vec![range].try_into().unwrap(),
				since: TODAY,
				day: Day(TODAY.0 + 3),
				how: PledgeEnd::Released,
			}
		);
		assert_noop!(release(PLEDGE, &[whole(first)]), Error::<Test>::NotInPledge);
	});
}

#[test]
fn what_cannot_be_released() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		let (third, heshan) = (issue("三号", 100), issue_in_heshan("一号", 100));
		pledge(&[whole(first)]);
		pledge(&[whole(second)]);
		let error = |of: &[Lot], error: Error<Test>| {
			assert_noop!(release(PLEDGE, of), error);
		};
		error(&[], Error::NoLots);
		error(&[some(first, 1), whole(first)], Error::RepeatedLot);
		error(&[whole(first), whole(heshan)], Error::MixedSchemes);
		let unknown = Lot { voucher: part(first, 9), edition: 1, amount: None };
		error(&[unknown], Error::UnknownVoucher);
		error(&[whole(third)], Error::NotUnderPledge);
		error(&[whole(first), whole(second)], Error::NotUnderPledge);
		error(&[Lot { edition: 2, ..whole(first) }], Error::StaleEdition);
		error(&[some(first, 0)], Error::ZeroAmount);
		error(&[some(first, 101)], Error::AmountTooLarge);
		let by =
			|origin| CarbonVoucher::release_pledge(origin, PLEDGE, Some(lots(&[whole(first)])));
		assert_noop!(by(party(VILLAGE)), Error::<Test>::NotPledgee);
		assert_noop!(by(office(FORESTRY)), BadOrigin);
		assert_noop!(release(PledgeId(9), &[whole(first)]), Error::<Test>::UnknownPledge);
		assert_ok!(offer(VILLAGE, &[whole(third)], BANK, terms()));
		assert_noop!(release(PledgeId(3), &[whole(third)]), Error::<Test>::NotInPledge);
	});
}

#[test]
fn what_is_offset_or_merged_is_under_no_pledge() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 1, kg(40)));
		let second = part(first, 2);
		assert_ok!(CarbonVoucher::merge(party(VILLAGE), first, 2, second, 1));
		assert_noop!(release(PLEDGE, &[whole(second)]), Error::<Test>::AlreadyMerged);
		assert_eq!(held(), (vec![(0, 100)], 1));
		assert_ok!(release(PLEDGE, &[whole(first)]));
	});
}

#[test]
fn vouchers_of_one_pledge_that_touch_merge_and_are_released() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 1, kg(40)));
		let second = part(first, 2);
		// The upper first: the ranges of a pledge are in no order.
		pledge(&[whole(second), whole(first)]);
		assert_eq!(held(), (vec![(60, 100), (0, 60)], 2));
		assert_ok!(CarbonVoucher::merge(party(VILLAGE), second, 1, first, 2));
		assert_eq!(held(), (vec![(0, 100)], 1));
		CarbonVoucher::do_try_state().unwrap();
		assert_ok!(release(PLEDGE, &[some(first, 70)]));
		assert_eq!(held(), (vec![(0, 30)], 1));
	});
}

#[test]
fn ranges_of_other_issuances_that_end_alike_are_not_joined() {
	build_and_execute(|| {
		let [first, second, third] = ["一号", "二号", "三号"].map(|filing_no| {
			let id = issue(filing_no, 100);
			assert_ok!(CarbonVoucher::split(party(VILLAGE), id, 1, kg(40)));
			id
		});
		// Of the first issuance the upper part, of the second the lower one, of the third both.
		let other = part(third, 2);
		pledge(&[whole(part(first, 2)), whole(second), whole(third), whole(other)]);
		assert_ok!(CarbonVoucher::merge(party(VILLAGE), third, 2, other, 1));
		assert_eq!(held(), (vec![(60, 100), (0, 60), (0, 100)], 3));
	});
}

#[test]
fn a_freeze_stays_on_what_its_pledgee_releases() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		frozen(first);
		assert_ok!(release(PLEDGE, &[some(first, 30)]));
		let released = part(first, 2);
		assert_eq!(CarbonVoucher::holds_of(released), [HoldKey::Freeze(FreezeId(1))]);
		assert_eq!(totals(WH), [100, 0, 100, 0, 0]);
		assert_noop!(
			transfer(VILLAGE, whole(released), BUYER, TransferCause::Gift),
			Error::<Test>::Frozen
		);
		assert_ok!(release(PLEDGE, &[whole(first)]));
		assert_eq!(CarbonVoucher::holds_of(first), [HoldKey::Freeze(FreezeId(1))]);
	});
}

#[test]
fn a_voucher_whose_paper_is_lost_is_released_as_a_whole_only() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		reported_lost(first);
		assert_noop!(release(PLEDGE, &[some(first, 30)]), Error::<Test>::ReportedLost);
		assert_ok!(release(PLEDGE, &[whole(first)]));
		assert_eq!(CarbonVoucher::holds_of(first), [HoldKey::Loss(LossId(1))]);
	});
}

#[test]
fn a_range_cut_in_two_needs_one_of_sixteen_places() {
	build_and_execute(|| {
		let all: Vec<_> = (0..MAX_LOTS).map(|n| issue(&format!("{n}号"), 100)).collect();
		pledge(&all.iter().map(|id| whole(*id)).collect::<Vec<_>>());
		let first = all[0];
		assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 1, kg(30)));
		assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 2, kg(40)));
		let middle = part(first, 3);
		assert_noop!(release(PLEDGE, &[whole(middle)]), Error::<Test>::TooManyParts);
		assert_ok!(release(PLEDGE, &[whole(all[1])]));
		assert_ok!(release(PLEDGE, &[whole(middle)]));
		assert_eq!(held().1, 16);
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PLEDGE, None));
		assert_eq!(totals(WH), [1_600, 1_600, 0, 0, 0]);
	});
}

#[test]
fn a_pledge_on_as_many_vouchers_as_it_may_is_released_voucher_by_voucher() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		for edition in 1..MAX_HELD_VOUCHERS {
			assert_ok!(CarbonVoucher::split(party(VILLAGE), first, edition, kg(1)));
		}
		assert_noop!(release(PLEDGE, &[some(first, 1)]), Error::<Test>::TooManyParts);
		assert_ok!(release(PLEDGE, &[whole(part(first, 9))]));
		assert_ok!(release(PLEDGE, &[some(first, 1)]));
		assert_eq!(totals(WH), [100, 2, 98, 0, 0]);
	});
}

#[test]
fn two_pledges_cannot_lie_on_one_voucher() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		for _ in 0..2 {
			assert_ok!(offer(VILLAGE, &[whole(first)], BANK, terms()));
		}
		assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE));
		assert_noop!(
			CarbonVoucher::accept_pledge(party(BANK), PledgeId(2)),
			Error::<Test>::AlreadyPledged
		);
		assert_noop!(
			offer(VILLAGE, &[some(first, 1)], BANK, terms()),
			Error::<Test>::AlreadyPledged
		);
		// What is released can be pledged again.
		assert_ok!(release(PLEDGE, &[some(first, 40)]));
		pledge(&[whole(part(first, 2))]);
		assert_eq!(
			CarbonVoucher::holds_of(part(first, 2)),
			[HoldKey::Pledge(LastPledge::<Test>::get())]
		);
	});
}

/// A peer's defect: a cancelled order stranded reserved units for ever.
#[test]
fn whichever_way_a_pledge_ends_nothing_stays_held() {
	let ends: [fn(VoucherId); 4] = [
		|_| {
			assert_ok!(CarbonVoucher::decline_pledge(party(BANK), PLEDGE));
		},
		|_| {
			assert_ok!(CarbonVoucher::withdraw_pledge_offer(party(VILLAGE), PLEDGE));
		},
		|_| {
			assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE));
			assert_ok!(CarbonVoucher::release_pledge(party(BANK), PLEDGE, None));
		},
		|first| {
			assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE));
			assert_ok!(release(PLEDGE, &[some(first, 1)]));
			assert_ok!(release(PLEDGE, &[whole(first)]));
		},
	];
	for end in ends {
		build_and_execute(|| {
			let first = issue("一号", 100);
			assert_ok!(offer(VILLAGE, &[whole(first)], BANK, terms()));
			end(first);
			assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
			assert_eq!(Holds::<Test>::iter().count(), 0);
			assert_eq!(Expiries::<Test>::iter().count(), 0);
			assert_ok!(transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift));
		});
	}
}

/// What co-owners do together, of whom the last signs.
fn together(signers: &[PartyId]) -> Owners<Test> {
	let last = *signers.last().unwrap();
	Owners {
		signers: signers.to_vec().try_into().unwrap(),
		speaker: signers[0],
		by: By::Party(last, party_account(last)),
		together: true,
	}
}

fn offer_together(signers: &[PartyId], of: &[Lot]) -> DispatchResult {
	CarbonVoucher::do_offer_pledge(together(signers), lots(of), BANK, terms())?;
	Ok(())
}

#[test]
fn cc301_owners_of_two_thirds_pledge_the_whole() {
	build_and_execute(|| {
		let shares = [(VILLAGE, 500_000), (BUYER, 166_667), (THIRD, 333_333)];
		let first = issue_in_common("一号", &shares, 100);
		assert_noop!(offer(VILLAGE, &[whole(first)], BANK, terms()), Error::<Test>::CoOwned);
		let error = |signers: &[PartyId], error: Error<Test>| {
			assert_noop!(offer_together(signers, &[whole(first)]), error);
		};
		error(&[BUYER, THIRD], Error::CoOwned);
		error(&[CAREFUL], Error::NotOwner);
		assert_ok!(offer_together(&[VILLAGE, BUYER], &[whole(first)]));
		let pledge = Pledges::<Test>::get(PLEDGE).unwrap();
		assert_eq!(pledge.owner, VILLAGE);
		assert_noop!(
			CarbonVoucher::withdraw_pledge_offer(party(THIRD), PLEDGE),
			Error::<Test>::NotOwner
		);
		assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE));
		assert_noop!(
			transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift),
			Error::<Test>::CoOwned
		);
		assert_ok!(release(PLEDGE, &[some(first, 30)]));
		assert_eq!(voucher(part(first, 2)).ownership, voucher(first).ownership);
	});
}

#[test]
fn cc301_one_who_signed_the_offer_takes_it_back() {
	build_and_execute(|| {
		let shares = [(VILLAGE, 500_000), (BUYER, 500_000)];
		let first = issue_in_common("一号", &shares, 100);
		assert_ok!(offer_together(&[VILLAGE, BUYER], &[whole(first)]));
		assert_ok!(CarbonVoucher::withdraw_pledge_offer(party(BUYER), PLEDGE));
	});
}

#[test]
fn cc301_the_signers_must_still_own_enough_at_acceptance() {
	build_and_execute(|| {
		let shares = [(VILLAGE, 700_000), (BUYER, 300_000)];
		let first = issue_in_common("一号", &shares, 100);
		let second = issue("二号", 100);
		assert_ok!(offer(VILLAGE, &[whole(first), whole(second)], BANK, terms()));
		// By law, without a new edition, so that nothing else is wrong.
		let shares = common(&[(VILLAGE, 600_000), (BUYER, 400_000)]);
		let accept = || CarbonVoucher::accept_pledge(party(BANK), PLEDGE);
		Vouchers::<Test>::mutate(first, |voucher| voucher.as_mut().unwrap().ownership = shares);
		assert_noop!(accept(), Error::<Test>::CoOwned);
		assert_ok!(Parties::suspend(office(FORESTRY), BUYER, EVIDENCE));
		let shares = common(&[(VILLAGE, 700_000), (BUYER, 300_000)]);
		Vouchers::<Test>::mutate(first, |voucher| voucher.as_mut().unwrap().ownership = shares);
		// Who did not sign need not be active.
		assert_ok!(accept());
	});
}

#[test]
fn joint_owners_all_offer() {
	build_and_execute(|| {
		let joint = Ownership::Joint(vec![VILLAGE, BUYER].try_into().unwrap());
		let first = issue_owned("一号", joint, 100);
		assert_noop!(offer(VILLAGE, &[whole(first)], BANK, terms()), Error::<Test>::CoOwned);
		assert_ok!(offer_together(&[VILLAGE, BUYER], &[whole(first)]));
		assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE));
		assert_eq!(totals(WH), [100, 0, 100, 0, 0]);
	});
}

#[test]
fn nobody_is_the_pledgee_of_what_it_owns_a_share_of() {
	build_and_execute(|| {
		let first = issue_in_common("一号", &[(VILLAGE, 700_000), (BANK, 300_000)], 100);
		let second = issue("二号", 100);
		let of = [whole(second), whole(first)];
		assert_noop!(offer(VILLAGE, &of, BANK, terms()), Error::<Test>::OwnPledgee);
	});
}
