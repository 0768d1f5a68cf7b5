//! Transfers that the law effects (W11, H-A8).

use super::*;

fn lawful(lot: Lot, cause: LawfulCause, to: Succession) -> LawfulTransfer {
	let (reference, evidence) = (text("（2026）鲁1002民终1号"), EVIDENCE);
	LawfulTransfer { lot, cause, to, lifts: Default::default(), reference, evidence }
}

fn enter(transfer: LawfulTransfer) -> Result<(), sp_runtime::DispatchError> {
	CarbonVoucher::enter_transfer(office(FORESTRY), transfer)
}

/// One receiver of everything.
fn all_to(lot: Lot, cause: LawfulCause, to: PartyId) -> LawfulTransfer {
	let amount = lot.amount.unwrap_or_else(|| voucher(lot.voucher).amount());
	lawful(lot, cause, Succession::Lot(vec![allot(to, amount.0)].try_into().unwrap()))
}

fn lot_to(lot: Lot, cause: LawfulCause, to: &[(PartyId, u64)]) -> LawfulTransfer {
	let allotments: Vec<_> = to.iter().map(|(party, amount)| allot(*party, *amount)).collect();
	lawful(lot, cause, Succession::Lot(allotments.try_into().unwrap()))
}

fn share_to(id: VoucherId, of: PartyId, to: &[(PartyId, u32)]) -> LawfulTransfer {
	let share =
		|(party, millionths): &(PartyId, u32)| Share { party: *party, millionths: *millionths };
	let to = to.iter().map(share).collect::<Vec<_>>().try_into().unwrap();
	lawful(whole(id), LawfulCause::Inheritance, Succession::Share { of, to })
}

fn place_to(id: VoucherId, of: PartyId, to: &[PartyId]) -> LawfulTransfer {
	let to = to.to_vec().try_into().unwrap();
	lawful(whole(id), LawfulCause::Inheritance, Succession::Member { of, to })
}

fn lifting(transfer: LawfulTransfer, lifts: &[HoldKey]) -> LawfulTransfer {
	LawfulTransfer { lifts: lifts.to_vec().try_into().unwrap(), ..transfer }
}

const UNIVERSAL: [LawfulCause; 4] = [
	LawfulCause::Inheritance,
	LawfulCause::Merger,
	LawfulCause::Division,
	LawfulCause::OtherLawful,
];

#[test]
fn w11_an_heir_owns_what_it_inherits() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		System::reset_events();
		let cause = LawfulCause::Inheritance;
		assert_ok!(enter(all_to(whole(first), cause, BUYER)));
		assert_eq!((voucher(first).ownership, voucher(first).edition), (Ownership::Sole(BUYER), 2));
		assert!(!Holdings::<Test>::contains_key(VILLAGE, first));
		let (no, record) = CarbonVoucher::register_page(first, 1, 9).pop().unwrap();
		assert_eq!((no, record.kind), (1, RecordKind::Succeeded(cause)));
		assert_eq!(record.by, By::Office(FORESTRY, office_account(FORESTRY)));
		assert_eq!(record.counterparty, Some(BUYER));
		let reference = text("（2026）鲁1002民终1号");
		assert_eq!((record.reference, record.evidence), (reference, Some(EVIDENCE)));
		assert_eq!(
			events(),
			[Event::Succeeded { voucher: first, cause, ownership: Ownership::Sole(BUYER) }]
		);
	});
}

#[test]
fn w11_the_law_passes_it_to_the_suspended_and_to_those_who_ask_to_sign() {
	build_and_execute(|| {
		for (number, to) in [("一号", SUSPENDED), ("二号", CAREFUL)] {
			let first = issue(number, 100);
			assert_ok!(enter(all_to(whole(first), LawfulCause::Inheritance, to)));
			assert_eq!(voucher(first).ownership, Ownership::Sole(to));
		}
		// And from the suspended.
		assert_ok!(enter(all_to(whole(wh(1)), LawfulCause::Merger, VILLAGE)));
	});
}

#[test]
fn w11_a_company_is_divided_with_its_vouchers_and_their_holds() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		let freeze = order_freeze(&[whole(first)]);
		let kept = Allotment { ownership: in_common(VILLAGE, THIRD), amount: kg(30) };
		let allotments = vec![kept, allot(BUYER, 25), allot(THIRD, 15)].try_into().unwrap();
		System::reset_events();
		let lot = some(first, 70);
		assert_ok!(enter(lawful(lot, LawfulCause::Division, Succession::Lot(allotments))));

		let part = |no| {
			let voucher = voucher(part(first, no));
			(voucher.from.0, voucher.to.0, voucher.ownership, voucher.edition)
		};
		// The lot is the upper end; its lowest kilograms go to the first named.
		assert_eq!(part(1), (0, 30, Ownership::Sole(VILLAGE), 2));
		assert_eq!(part(2), (30, 60, in_common(VILLAGE, THIRD), 4));
		assert_eq!(part(3), (85, 100, Ownership::Sole(THIRD), 2));
		assert_eq!(part(4), (60, 85, Ownership::Sole(BUYER), 2));
		for no in 1..=4 {
			let holds = [HoldKey::Pledge(PledgeId(1)), HoldKey::Freeze(freeze)];
			assert_eq!(CarbonVoucher::holds_of(super::part(first, no)), holds);
		}
		assert_eq!(totals(WH), [100, 0, 100, 0, 0]);
		let last = |no| {
			let page = CarbonVoucher::register_page(super::part(first, no), 0, 9);
			let record = page.into_iter().next_back().unwrap().1;
			(record.kind, record.counterparty)
		};
		let succeeded = RecordKind::Succeeded(LawfulCause::Division);
		assert_eq!(last(1).0, RecordKind::SplitInto(2));
		assert_eq!(last(2), (succeeded, None));
		assert_eq!(last(3), (succeeded, Some(THIRD)));
		assert_eq!(last(4), (succeeded, Some(BUYER)));
		let succeeded =
			events().into_iter().filter(|event| matches!(event, Event::Succeeded { .. })).count();
		assert_eq!(succeeded, 3);
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PledgeId(1), None));
	});
}

#[test]
fn w11_a_company_that_goes_on_keeps_its_part() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let cause = LawfulCause::Division;
		assert_ok!(enter(lot_to(whole(first), cause, &[(VILLAGE, 60), (BUYER, 40)])));
		assert_eq!(voucher(first).ownership, Ownership::Sole(VILLAGE));
		assert_eq!(voucher(part(first, 2)).ownership, Ownership::Sole(BUYER));
		let second = issue("二号", 100);
		assert_noop!(
			enter(lot_to(whole(second), cause, &[(VILLAGE, 60), (VILLAGE, 40)])),
			Error::<Test>::SameOwner
		);
		assert_noop!(enter(all_to(whole(second), cause, VILLAGE)), Error::<Test>::SameOwner);
	});
}

#[test]
fn w11_amounts_sum_to_the_lot() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let cause = LawfulCause::Division;
		let refused = |lot, to: &[(PartyId, u64)], error: Error<Test>| {
			assert_noop!(enter(lot_to(lot, cause, to)), error);
		};
		refused(whole(first), &[(BUYER, 60), (THIRD, 39)], Error::AmountsDiffer);
		refused(whole(first), &[(BUYER, 60), (THIRD, 41)], Error::AmountsDiffer);
		refused(whole(first), &[(BUYER, u64::MAX), (THIRD, 101)], Error::AmountsDiffer);
		refused(some(first, 50), &[(BUYER, 60), (THIRD, 40)], Error::AmountsDiffer);
		refused(whole(first), &[(BUYER, 100), (THIRD, 0)], Error::ZeroAmount);
		refused(whole(first), &[], Error::NoAllotments);
		assert_ok!(enter(lot_to(some(first, 50), cause, &[(BUYER, 30), (THIRD, 20)])));
	});
}

#[test]
fn w11_shares_sum_exactly_to_the_share_that_passes() {
	build_and_execute(|| {
		let owned = common(&[(VILLAGE, 500_000), (BUYER, 300_000), (THIRD, 200_000)]);
		let first = issue_owned("一号", owned, 100);
		let refused = |transfer, error: Error<Test>| {
			assert_noop!(enter(transfer), error);
		};
		refused(share_to(first, BUYER, &[(CAREFUL, 299_999)]), Error::InvalidShares);
		refused(share_to(first, BUYER, &[(CAREFUL, 300_001)]), Error::InvalidShares);
		refused(share_to(first, BUYER, &[(CAREFUL, 300_000), (BANK, 0)]), Error::InvalidShares);
		refused(
			share_to(first, BUYER, &[(CAREFUL, u32::MAX), (BANK, 300_001)]),
			Error::InvalidShares,
		);
		refused(
			share_to(first, BUYER, &[(CAREFUL, 100_000), (CAREFUL, 200_000)]),
			Error::RepeatedOwner,
		);
		refused(share_to(first, BUYER, &[(BUYER, 300_000)]), Error::SameOwner);
		refused(share_to(first, BUYER, &[]), Error::NoAllotments);
		refused(share_to(first, BUYER, &[(NOBODY, 300_000)]), Error::UnknownParty);
		refused(share_to(first, BANK, &[(CAREFUL, 300_000)]), Error::WrongSuccession);

		System::reset_events();
		assert_ok!(enter(share_to(first, BUYER, &[(THIRD, 100_000), (SUSPENDED, 200_000)])));
		let after = common(&[(VILLAGE, 500_000), (THIRD, 300_000), (SUSPENDED, 200_000)]);
		assert_eq!((voucher(first).ownership, voucher(first).edition), (after.clone(), 2));
		assert!(!Holdings::<Test>::contains_key(BUYER, first));
		let cause = LawfulCause::Inheritance;
		assert_eq!(page(first), [RecordKind::Issued, RecordKind::Succeeded(cause)]);
		assert_eq!(CarbonVoucher::register_page(first, 1, 1)[0].1.counterparty, None);
		assert_eq!(events(), [Event::Succeeded { voucher: first, cause, ownership: after }]);

		// A court may pass a part of a share.
		assert_ok!(enter(share_to(first, VILLAGE, &[(VILLAGE, 400_000), (BANK, 100_000)])));
		let after =
			common(&[(VILLAGE, 400_000), (THIRD, 300_000), (SUSPENDED, 200_000), (BANK, 100_000)]);
		assert_eq!(voucher(first).ownership, after);
	});
}

#[test]
fn w11_who_is_left_alone_owns_all() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		assert_ok!(enter(share_to(first, VILLAGE, &[(BUYER, 500_000)])));
		assert_eq!(voucher(first).ownership, Ownership::Sole(BUYER));
		assert_eq!(CarbonVoucher::register_page(first, 1, 1)[0].1.counterparty, Some(BUYER));
		let second = issue_owned("二号", joint(&[VILLAGE, BUYER]), 100);
		assert_ok!(enter(place_to(second, VILLAGE, &[BUYER])));
		assert_eq!(voucher(second).ownership, Ownership::Sole(BUYER));
	});
}

#[test]
fn w11_a_joint_owners_place_passes_to_its_heirs() {
	build_and_execute(|| {
		let first = issue_owned("一号", joint(&[VILLAGE, BUYER, THIRD]), 100);
		let refused = |transfer, error: Error<Test>| {
			assert_noop!(enter(transfer), error);
		};
		refused(place_to(first, BANK, &[CAREFUL]), Error::WrongSuccession);
		refused(place_to(first, BUYER, &[CAREFUL, CAREFUL]), Error::RepeatedOwner);
		refused(place_to(first, BUYER, &[BUYER]), Error::SameOwner);
		refused(place_to(first, BUYER, &[]), Error::NoAllotments);
		refused(place_to(first, BUYER, &[NOBODY]), Error::UnknownParty);
		assert_ok!(enter(place_to(first, BUYER, &[THIRD, CAREFUL])));
		assert_eq!(voucher(first).ownership, joint(&[VILLAGE, THIRD, CAREFUL]));
		assert_ok!(enter(place_to(first, VILLAGE, &[VILLAGE, BANK])));
		assert_eq!(voucher(first).ownership, joint(&[VILLAGE, THIRD, CAREFUL, BANK]));
	});
}

#[test]
fn w11_a_place_among_co_owners_passes_with_the_whole_voucher() {
	build_and_execute(|| {
		let shared = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		let together = issue_owned("二号", joint(&[VILLAGE, BUYER]), 100);
		let owned = issue("三号", 100);
		let wrong = |transfer| {
			assert_noop!(enter(transfer), Error::<Test>::WrongSuccession);
		};
		for id in [together, owned] {
			wrong(share_to(id, VILLAGE, &[(THIRD, 500_000)]));
		}
		for id in [shared, owned] {
			wrong(place_to(id, VILLAGE, &[THIRD]));
		}
		for (id, transfer) in [
			(shared, share_to(shared, VILLAGE, &[(THIRD, 500_000)])),
			(together, place_to(together, VILLAGE, &[THIRD])),
		] {
			wrong(LawfulTransfer { lot: some(id, 99), ..transfer.clone() });
			assert_ok!(enter(LawfulTransfer { lot: some(id, 100), ..transfer }));
		}
	});
}

#[test]
fn w11_heirs_make_no_thirty_third_owner() {
	build_and_execute(|| {
		let all = crowd(33);
		let (owners, newcomer) = (&all[..32], all[32]);
		let shares: Vec<_> = owners.iter().map(|owner| (*owner, 31_250)).collect();
		let shared = issue_owned("一号", common(&shares), 100);
		let together = issue_owned("二号", joint(owners), 100);
		assert_noop!(
			enter(share_to(shared, VILLAGE, &[(newcomer, 31_000), (SUSPENDED, 250)])),
			Error::<Test>::TooManyOwners
		);
		assert_noop!(
			enter(place_to(together, VILLAGE, &[newcomer, SUSPENDED])),
			Error::<Test>::TooManyOwners
		);
		assert_ok!(enter(share_to(shared, VILLAGE, &[(newcomer, 31_250)])));
		assert_ok!(enter(place_to(together, VILLAGE, &[newcomer])));
	});
}

#[test]
fn w11_heirs_are_registered() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let transfer = all_to(whole(first), LawfulCause::Inheritance, NOBODY);
		assert_noop!(enter(transfer), Error::<Test>::UnknownParty);
		let ownership = in_common(BUYER, NOBODY);
		let allotments = vec![Allotment { ownership, amount: kg(100) }].try_into().unwrap();
		let to = Succession::Lot(allotments);
		assert_noop!(
			enter(lawful(whole(first), LawfulCause::Inheritance, to)),
			Error::<Test>::UnknownParty
		);
	});
}

#[test]
fn what_cannot_be_entered() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let cause = LawfulCause::Inheritance;
		let good = || all_to(whole(first), cause, BUYER);
		let refused = |transfer, error: Error<Test>| {
			assert_noop!(enter(transfer), error);
		};
		let lot = whole(first);
		refused(
			LawfulTransfer { lot: Lot { voucher: wh(9), ..lot }, ..good() },
			Error::UnknownVoucher,
		);
		refused(LawfulTransfer { lot: Lot { edition: 2, ..lot }, ..good() }, Error::StaleEdition);
		refused(LawfulTransfer { lot: some(first, 0), ..good() }, Error::ZeroAmount);
		refused(LawfulTransfer { lot: some(first, 101), ..good() }, Error::AmountTooLarge);
		refused(LawfulTransfer { reference: Text::new(), ..good() }, Error::BlankText);
		refused(LawfulTransfer { reference: text(" x"), ..good() }, Error::InvalidText);
		let with = |ownership| {
			let allotments = vec![Allotment { ownership, amount: kg(100) }].try_into().unwrap();
			lawful(lot, cause, Succession::Lot(allotments))
		};
		refused(with(common(&[(BUYER, 1), (THIRD, 1)])), Error::InvalidShares);
		refused(with(joint(&[BUYER])), Error::TooFewOwners);
		refused(with(joint(&[BUYER, BUYER])), Error::RepeatedOwner);

		let by = |origin| CarbonVoucher::enter_transfer(origin, good());
		assert_noop!(by(office(ECOLOGY)), pallet_schemes::Error::<Test>::DutyNotHeld);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), party(VILLAGE)] {
			assert_noop!(by(origin), BadOrigin);
		}
		// The register enters nothing that gives to its own office, or takes from it.
		refused(all_to(lot, cause, FORESTRY_PARTY), Error::OwnApplication);
		refused(with(in_common(BUYER, FORESTRY_PARTY)), Error::OwnApplication);
		let own = issue_owned("二号", in_common(THIRD, VILLAGE), 100);
		owns_as(FORESTRY, Some(VILLAGE));
		refused(all_to(whole(own), cause, BUYER), Error::OwnApplication);
		owns_as(FORESTRY, Some(FORESTRY_PARTY));

		assert_ok!(request_offset(&[whole(first)]));
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		refused(all_to(whole(first), cause, BUYER), Error::AlreadyOffset);
		let second = issue("三号", 100);
		IssuanceStates::<Test>::mutate(second.issuance, |state| {
			state.as_mut().unwrap().status = IssuanceStatus::Revoked
		});
		refused(all_to(whole(second), cause, BUYER), Error::IssuanceRevoked);
	});
}

#[test]
fn w11_pledge_and_freeze_go_along_whatever_the_cause() {
	let causes = UNIVERSAL.into_iter().chain([LawfulCause::Judgment]);
	for cause in causes {
		build_and_execute(|| {
			let first = issue("一号", 100);
			pledge(&[whole(first)]);
			let freeze = order_freeze(&[whole(first)]);
			assert_ok!(enter(all_to(some(first, 40), cause, BUYER)));
			let second = part(first, 2);
			assert_eq!(voucher(second).ownership, Ownership::Sole(BUYER));
			let holds = [HoldKey::Pledge(PledgeId(1)), HoldKey::Freeze(freeze)];
			assert_eq!(CarbonVoucher::holds_of(second), holds);
			assert_noop!(
				transfer(BUYER, whole(second), THIRD, TransferCause::Gift),
				Error::<Test>::AlreadyPledged
			);
			// The pledgee is as safe as before.
			assert_ok!(CarbonVoucher::release_pledge(party(BANK), PledgeId(1), None));
			assert_noop!(
				transfer(BUYER, whole(second), THIRD, TransferCause::Gift),
				Error::<Test>::Frozen
			);
			assert_eq!(totals(WH), [100, 0, 100, 0, 0]);
		});
	}
}

#[test]
fn w11_an_offset_request_ends_before_the_law_passes_its_vouchers_on() {
	for cause in UNIVERSAL.into_iter().chain([LawfulCause::Judgment]) {
		build_and_execute(|| {
			let (first, second) = (issue("一号", 100), issue("二号", 100));
			assert_ok!(request_offset(&[whole(first), some(second, 50)]));
			let freeze = order_freeze(&[whole(first)]);
			System::reset_events();
			assert_ok!(enter(all_to(some(first, 40), cause, BUYER)));
			assert_eq!(CarbonVoucher::offset_request(RequestId(1)), None);
			assert!(events().contains(&Event::OffsetEnded { request: RequestId(1) }));
			// All that it held is free of it; the freeze stays.
			for id in [first, part(first, 2)] {
				assert_eq!(CarbonVoucher::holds_of(id), [HoldKey::Freeze(freeze)]);
			}
			assert!(CarbonVoucher::holds_of(part(second, 2)).is_empty());
			let ended = RecordKind::OffsetEnded(RequestId(1));
			assert_eq!(page(part(second, 2)).last(), Some(&ended));
			assert_eq!(
				page(first),
				[
					RecordKind::Issued,
					RecordKind::OffsetRequested(RequestId(1)),
					RecordKind::Frozen(freeze),
					ended,
					RecordKind::SplitInto(2)
				]
			);
			assert_eq!(totals(WH), [200, 100, 100, 0, 0]);
		});
	}
}

#[test]
fn w11_only_a_judgment_lifts_a_hold() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let hold = HoldKey::Freeze(order_freeze(&[whole(first)]));
		for cause in UNIVERSAL {
			let transfer = lifting(all_to(whole(first), cause, BUYER), &[hold]);
			assert_noop!(enter(transfer), Error::<Test>::CannotLift);
		}
		let judgment = all_to(whole(first), LawfulCause::Judgment, BUYER);
		assert_ok!(enter(lifting(judgment, &[hold])));
	});
}

#[test]
fn w11_a_judgment_lifts_exactly_what_it_names() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		let (one, other) =
			(order_freeze(&[whole(first)]), order_freeze(&[whole(first), whole(second)]));
		let third = order_freeze(&[whole(first)]);
		let hold = HoldKey::Freeze;
		let judgment = |lifts: &[HoldKey]| {
			lifting(all_to(some(first, 40), LawfulCause::Judgment, BUYER), lifts)
		};
		for lifts in [
			vec![hold(FreezeId(9))],
			vec![HoldKey::Pledge(PledgeId(1))],
			vec![hold(one), hold(one)],
			vec![hold(one), HoldKey::Loss(LossId(1))],
		] {
			assert_noop!(enter(judgment(&lifts)), Error::<Test>::CannotLift);
		}
		System::reset_events();
		assert_ok!(enter(judgment(&[hold(other), hold(one)])));

		let won = part(first, 2);
		assert_eq!(CarbonVoucher::holds_of(won), [hold(third)]);
		// What the judgment does not give away stays as it was, there and elsewhere.
		assert_eq!(CarbonVoucher::holds_of(first), [hold(one), hold(other), hold(third)]);
		assert_eq!(CarbonVoucher::holds_of(second), [hold(other)]);
		assert_eq!(Freezes::<Test>::get(one).unwrap().held.amount(), Some(kg(60)));
		assert_eq!(Freezes::<Test>::get(other).unwrap().held.amount(), Some(kg(160)));
		assert_eq!(
			page(won),
			[
				RecordKind::SplitFrom(1),
				RecordKind::FreezeLifted(other),
				RecordKind::FreezeLifted(one),
				RecordKind::Succeeded(LawfulCause::Judgment)
			]
		);
		let record = CarbonVoucher::register_page(won, 1, 1).pop().unwrap().1;
		let reference = text("（2026）鲁1002民终1号");
		assert_eq!((record.reference, record.evidence), (reference, Some(EVIDENCE)));
		let cause = LawfulCause::Judgment;
		assert_eq!(
			events(),
			[
				Event::Split { voucher: first, into: won, amount: kg(40) },
				Event::FreezeReleased { freeze: other, voucher: won },
				Event::FreezeReleased { freeze: one, voucher: won },
				Event::Succeeded { voucher: won, cause, ownership: Ownership::Sole(BUYER) }
			]
		);
	});
}

#[test]
fn w11_a_freeze_ends_with_the_last_voucher_that_a_judgment_takes_out() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let freeze = order_freeze(&[whole(first)]);
		let hold = HoldKey::Freeze(freeze);
		let cause = LawfulCause::Judgment;
		System::reset_events();
		assert_ok!(enter(lifting(all_to(whole(first), cause, BUYER), &[hold])));
		assert_eq!(Freezes::<Test>::get(freeze), None);
		assert_eq!(Expiries::<Test>::iter().count(), 0);
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		assert_eq!(
			events()[..2],
			[Event::FreezeReleased { freeze, voucher: first }, Event::FreezeLifted { freeze }]
		);
		assert_ok!(transfer(BUYER, whole(first), THIRD, TransferCause::Gift));
	});
}

#[test]
fn w11_a_judgment_cannot_lift_a_request_or_escrow_by_name() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(request_offset(&[whole(first)]));
		let judgment = all_to(whole(first), LawfulCause::Judgment, BUYER);
		let lifts = [HoldKey::OffsetRequest(RequestId(1))];
		// It ends of itself.
		assert_noop!(enter(lifting(judgment.clone(), &lifts)), Error::<Test>::CannotLift);
		assert_ok!(enter(judgment));
	});
}

#[test]
fn what_waits_for_the_owner_before_is_over() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
		assert_ok!(CarbonVoucher::offer_pledge(
			party(VILLAGE),
			lots(&[whole(first)]),
			BANK,
			terms()
		));
		assert_ok!(enter(all_to(whole(first), LawfulCause::Inheritance, BUYER)));
		assert_noop!(
			CarbonVoucher::accept_transfer(party(CAREFUL), OrderId(1)),
			Error::<Test>::NotOwner
		);
		assert_noop!(
			CarbonVoucher::accept_pledge(party(BANK), PledgeId(1)),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn h_a8_thirty_two_successors_receive_their_parts() {
	build_and_execute(|| {
		let first = issue("一号", 3_300);
		let heirs: Vec<_> = crowd(33).into_iter().skip(1).map(|heir| (heir, 100)).collect();
		assert_ok!(enter(lot_to(some(first, 3_200), LawfulCause::Division, &heirs)));
		assert_eq!(IssuanceStates::<Test>::get(first.issuance).unwrap().parts, 33);
		for (heir, _) in heirs {
			let held: Vec<_> = Holdings::<Test>::iter_key_prefix(heir).collect();
			assert_eq!(held.len(), 1);
			assert_eq!(voucher(held[0]).amount(), kg(100));
		}
	});
}

#[test]
fn a_pledge_on_as_many_vouchers_as_can_be_is_not_divided_further() {
	build_and_execute(|| {
		let first = issue("一号", 1_000);
		pledge(&[whole(first)]);
		for edition in 1..MAX_HELD_VOUCHERS {
			assert_ok!(CarbonVoucher::split(party(VILLAGE), first, edition, kg(1)));
		}
		let cause = LawfulCause::Division;
		assert_noop!(
			enter(lot_to(whole(first), cause, &[(BUYER, 37), (THIRD, 900)])),
			Error::<Test>::TooManyParts
		);
		assert_ok!(enter(all_to(whole(first), cause, BUYER)));
	});
}

#[test]
fn w11_a_judgment_lifts_the_pledge_that_it_names() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		let hold = HoldKey::Pledge(PledgeId(1));
		let cause = LawfulCause::Judgment;
		System::reset_events();
		assert_ok!(enter(lifting(all_to(some(first, 40), cause, BUYER), &[hold])));
		let won = part(first, 2);
		assert!(CarbonVoucher::holds_of(won).is_empty());
		assert_eq!(CarbonVoucher::holds_of(first), [hold]);
		let pages = [
			RecordKind::SplitFrom(1),
			RecordKind::PledgeLifted(PledgeId(1)),
			RecordKind::Succeeded(cause),
		];
		assert_eq!(page(won), pages);
		let record = CarbonVoucher::register_page(won, 1, 1).pop().unwrap().1;
		let reference = text("（2026）鲁1002民终1号");
		assert_eq!((record.reference, record.evidence), (reference, Some(EVIDENCE)));
		let lifted = Event::PledgeLifted { pledge: PledgeId(1), voucher: won };
		assert_eq!(events()[1], lifted);
		assert_ok!(transfer(BUYER, whole(won), THIRD, TransferCause::Gift));

		// With the last voucher the pledge is over.
		assert_ok!(enter(lifting(all_to(whole(first), cause, BUYER), &[hold])));
		let state = CarbonVoucher::pledge(PledgeId(1)).unwrap().state;
		assert!(matches!(state, PledgeState::Ended { how: PledgeEnd::Lifted, .. }));
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
	});
}

#[test]
fn w11_an_escrow_ends_before_the_law_passes_its_voucher_on() {
	for cause in UNIVERSAL.into_iter().chain([LawfulCause::Judgment]) {
		build_and_execute(|| {
			let first = issue("一号", 100);
			assert_ok!(keep(whole(first)));
			assert_ok!(enter(all_to(some(first, 40), cause, BUYER)));
			assert_eq!(Told::get(), [EscrowId(1)]);
			assert_eq!(CarbonVoucher::escrow(EscrowId(1)), None);
			let won = part(first, 2);
			assert_eq!(voucher(won).ownership, Ownership::Sole(BUYER));
			assert!(CarbonVoucher::holds_of(first).is_empty());
			assert!(CarbonVoucher::holds_of(won).is_empty());
			assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		});
	}
}

#[test]
fn w9_a_report_of_loss_stays_whoever_owns_it_then() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(report_loss(first));
		assert_ok!(enter(all_to(some(first, 40), LawfulCause::Inheritance, BUYER)));
		let won = part(first, 2);
		assert_eq!(CarbonVoucher::holds_of(won), [HoldKey::Loss(LossId(1))]);
		assert_noop!(
			transfer(BUYER, whole(won), THIRD, TransferCause::Gift),
			Error::<Test>::ReportedLost
		);
	});
}

#[test]
fn w11_who_inherits_takes_one_owners_place_and_not_what_the_others_own() {
	build_and_execute(|| {
		let first = issue_owned("一号", joint(&[VILLAGE, BUYER]), 100);
		for cause in [LawfulCause::Inheritance, LawfulCause::Merger, LawfulCause::Division] {
			assert_noop!(enter(all_to(whole(first), cause, THIRD)), Error::<Test>::WrongSuccession);
		}
		assert_ok!(enter(place_to(first, VILLAGE, &[THIRD])));
		assert_eq!(voucher(first).ownership, joint(&[BUYER, THIRD]));
		assert_ok!(enter(all_to(whole(first), LawfulCause::Judgment, THIRD)));
		assert_eq!(voucher(first).ownership, Ownership::Sole(THIRD));
	});
}
