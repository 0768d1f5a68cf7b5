use super::*;

fn merge(by: PartyId, one: VoucherId, other: VoucherId) -> Result<(), sp_runtime::DispatchError> {
	let edition = |id| Vouchers::<Test>::get(id).map_or(1, |voucher| voucher.edition);
	CarbonVoucher::merge(party(by), one, edition(one), other, edition(other))
}

fn split(id: VoucherId, amount: u64) -> VoucherId {
	assert_ok!(CarbonVoucher::split(party(VILLAGE), id, voucher(id).edition, kg(amount)));
	part(id, IssuanceStates::<Test>::get(id.issuance).unwrap().parts)
}

fn now(id: VoucherId) -> u32 {
	CarbonVoucher::voucher_info(id).unwrap().now.part
}

#[test]
fn the_lower_number_stays_and_the_other_leads_to_it() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let second = split(first, 40);
		System::reset_events();
		assert_ok!(merge(VILLAGE, second, first));
		let (kept, gone) = (voucher(first), voucher(second));
		assert_eq!((kept.from, kept.to, kept.edition), (kg(0), kg(100), 3));
		assert_eq!((gone.state, gone.edition), (VoucherState::Merged(1), 2));
		assert_eq!((gone.from, gone.to), (kg(60), kg(100)));
		assert!(!Holdings::<Test>::contains_key(VILLAGE, second));
		assert_eq!(page(first).pop(), Some(RecordKind::MergedFrom(2)));
		assert_eq!(page(second), [RecordKind::SplitFrom(1), RecordKind::MergedInto(1)]);
		assert_eq!(events(), [Event::Merged { voucher: second, into: first }]);
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		assert_ok!(transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift));
	});
}

#[test]
fn the_lower_number_stays_with_the_upper_range_too() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let second = split(first, 50);
		let third = split(first, 25);
		assert_ok!(merge(VILLAGE, second, third));
		assert_eq!((voucher(second).from, voucher(second).to), (kg(25), kg(100)));
		assert_eq!(voucher(third).state, VoucherState::Merged(2));
		assert_eq!(Parts::<Test>::get(first.issuance, kg(25)), Some(2));
		assert_eq!(Parts::<Test>::get(first.issuance, kg(50)), None);
	});
}

#[test]
fn merged_numbers_lead_on_for_ever() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let second = split(first, 60);
		let third = split(second, 40);
		let fourth = split(third, 20);
		assert_ok!(merge(VILLAGE, third, fourth));
		assert_ok!(merge(VILLAGE, second, third));
		assert_eq!([first, second, third, fourth].map(now), [1, 2, 2, 2]);
		assert_ok!(merge(VILLAGE, first, second));
		assert_eq!([first, second, third, fourth].map(now), [1, 1, 1, 1]);
		// Each is still read as what it was.
		let info = CarbonVoucher::voucher_info(fourth).unwrap();
		assert_eq!((info.id, info.voucher.state), (fourth, VoucherState::Merged(3)));
		assert_eq!(info.last_record.unwrap().kind, RecordKind::MergedInto(3));
		// A number is never used again.
		assert_eq!(split(first, 10).part, 5);
		assert_eq!([first, second, third, fourth].map(now), [1, 1, 1, 1]);
	});
}

#[test]
fn numbers_that_lead_nowhere_do_not_lead_for_ever() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 100);
		Vouchers::<Test>::mutate(first, |voucher| {
			voucher.as_mut().unwrap().state = VoucherState::Merged(1)
		});
		assert_eq!(now(first), 1);
	});
}

#[test]
fn vouchers_under_the_same_holds_merge_and_stay_under_them() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		let freeze = order_freeze(&[whole(first)]);
		let second = split(first, 40);
		assert_ok!(merge(VILLAGE, first, second));
		assert_eq!(
			CarbonVoucher::holds_of(first),
			[HoldKey::Pledge(PledgeId(1)), HoldKey::Freeze(freeze)]
		);
		assert!(CarbonVoucher::holds_of(second).is_empty());
		assert_eq!(Freezes::<Test>::get(freeze).unwrap().held.vouchers, 1);
		assert_eq!(totals(WH), [100, 0, 100, 0, 0]);
		thaw(freeze);
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PledgeId(1), None));
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
	});
}

#[test]
fn two_lots_of_one_pledge_merge_and_can_still_be_released() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let second = split(first, 40);
		let third = split(first, 20);
		let elsewhere = issue("二号", 100);
		let far = split(elsewhere, 40);
		pledge(&[far, elsewhere, second, first, third].map(whole));
		assert_ok!(merge(VILLAGE, first, third));
		assert_ok!(merge(VILLAGE, second, first));
		CarbonVoucher::do_try_state().unwrap();
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PledgeId(1), None));
		assert_eq!(totals(WH), [200, 200, 0, 0, 0]);
	});
}

#[test]
fn a_merger_makes_room_under_a_hold() {
	build_and_execute(|| {
		let first = issue("一号", 1_000);
		pledge(&[whole(first)]);
		for _ in 1..MAX_HELD_VOUCHERS {
			split(first, 1);
		}
		let full = |id| CarbonVoucher::split(party(VILLAGE), id, voucher(id).edition, kg(1));
		assert_noop!(full(first), Error::<Test>::TooManyParts);
		assert_ok!(merge(VILLAGE, part(first, 2), part(first, 3)));
		assert_ok!(full(first));
	});
}

#[test]
fn vouchers_under_different_holds_do_not_merge() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let second = split(first, 40);
		pledge(&[whole(first)]);
		assert_noop!(merge(VILLAGE, first, second), Error::<Test>::DifferentHolds);
		assert_noop!(merge(VILLAGE, second, first), Error::<Test>::DifferentHolds);
		// Two pledges are not one.
		pledge(&[whole(second)]);
		assert_noop!(merge(VILLAGE, first, second), Error::<Test>::DifferentHolds);
		// Nor are two freezes.
		let third = issue("二号", 100);
		let fourth = split(third, 40);
		order_freeze(&[whole(third)]);
		order_freeze(&[whole(fourth)]);
		assert_noop!(merge(VILLAGE, third, fourth), Error::<Test>::DifferentHolds);
	});
}

#[test]
fn vouchers_of_different_owners_do_not_merge() {
	build_and_execute(|| {
		let pair = |one: Ownership, other: Ownership, number: &str| {
			let both = [one, other].map(|ownership| Allotment { ownership, amount: kg(10) });
			assert_ok!(CarbonVoucher::issue(office(FORESTRY), order(number, both.to_vec())));
			let first = wh(IssuanceSerials::<Test>::get(WH, 2026));
			(first, part(first, 2))
		};
		let most = |rest| common(&[(VILLAGE, 1_000_000 - rest), (BUYER, rest)]);
		let sole = Ownership::Sole(VILLAGE);
		for (number, other) in [("一号", most(10)), ("二号", most(20))] {
			let (first, second) = pair(most(11), other, number);
			assert_noop!(merge(VILLAGE, first, second), Error::<Test>::DifferentOwners);
		}
		let (first, second) = pair(sole.clone(), most(10), "三号");
		assert_noop!(merge(VILLAGE, first, second), Error::<Test>::DifferentOwners);
		let third = common(&[(VILLAGE, 999_990), (THIRD, 10)]);
		let (first, second) = pair(most(10), third, "四号");
		assert_noop!(merge(VILLAGE, first, second), Error::<Test>::DifferentOwners);
		let (first, second) = pair(sole, Ownership::Sole(BUYER), "五号");
		assert_noop!(merge(VILLAGE, first, second), Error::<Test>::NotOwner);
		// The order in which they are named is no difference.
		let turned = common(&[(BUYER, 10), (VILLAGE, 999_990)]);
		let (first, second) = pair(most(10), turned, "六号");
		assert_ok!(merge(VILLAGE, first, second));
		assert_eq!(voucher(first).ownership, most(10));
		assert!(!Holdings::<Test>::contains_key(BUYER, second));
	});
}

#[test]
fn vouchers_that_do_not_touch_do_not_merge() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let second = split(first, 40);
		let third = split(first, 20);
		assert_noop!(merge(VILLAGE, first, second), Error::<Test>::NotAdjacent);
		assert_noop!(merge(VILLAGE, second, first), Error::<Test>::NotAdjacent);
		assert_noop!(merge(VILLAGE, first, first), Error::<Test>::NotAdjacent);
		// Another issuance's kilograms are others, even where the numbers go on.
		let elsewhere = issue("二号", 100);
		let far = split(elsewhere, 40);
		assert_noop!(merge(VILLAGE, third, far), Error::<Test>::NotAdjacent);
	});
}

#[test]
fn what_cannot_be_merged() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let second = split(first, 40);
		let raw = |by, one: (u32, u32), other: (u32, u32)| {
			let (one_id, other_id) = (part(first, one.0), part(first, other.0));
			CarbonVoucher::merge(party(by), one_id, one.1, other_id, other.1)
		};
		assert_noop!(raw(BUYER, (1, 2), (2, 1)), Error::<Test>::NotOwner);
		assert_noop!(raw(VILLAGE, (1, 2), (3, 1)), Error::<Test>::UnknownVoucher);
		assert_noop!(raw(VILLAGE, (1, 1), (2, 1)), Error::<Test>::StaleEdition);
		assert_noop!(raw(VILLAGE, (1, 2), (2, 2)), Error::<Test>::StaleEdition);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(CarbonVoucher::merge(origin, first, 2, second, 1), BadOrigin);
		}

		let third = split(second, 10);
		assert_ok!(merge(VILLAGE, second, third));
		assert_noop!(merge(VILLAGE, first, third), Error::<Test>::AlreadyMerged);
		assert_noop!(
			transfer(VILLAGE, whole(third), BUYER, TransferCause::Gift),
			Error::<Test>::AlreadyMerged
		);

		assert_ok!(request_offset(&[whole(second)]));
		assert_noop!(merge(VILLAGE, first, second), Error::<Test>::OffsetPending);
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		assert_noop!(merge(VILLAGE, first, second), Error::<Test>::AlreadyOffset);

		let shared = issue_owned("二号", in_common(VILLAGE, BUYER), 10);
		assert_noop!(merge(VILLAGE, shared, part(shared, 2)), Error::<Test>::CoOwned);
	});
}

#[test]
fn a_transfer_of_what_was_merged_meanwhile_is_over() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let second = split(first, 40);
		assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
		assert_ok!(transfer(VILLAGE, whole(second), CAREFUL, TransferCause::Gift));
		assert_ok!(merge(VILLAGE, first, second));
		let accept = |order| CarbonVoucher::accept_transfer(party(CAREFUL), OrderId(order));
		assert_noop!(accept(1), Error::<Test>::StaleEdition);
		assert_noop!(accept(2), Error::<Test>::AlreadyMerged);
	});
}

#[test]
fn editions_do_not_run_over() {
	for last in [1, 2] {
		new_test_ext().execute_with(|| {
			let first = issue("一号", 100);
			let second = split(first, 40);
			Vouchers::<Test>::mutate(part(first, last), |voucher| {
				voucher.as_mut().unwrap().edition = u32::MAX
			});
			assert_noop!(merge(VILLAGE, first, second), Error::<Test>::NumbersExhausted);
		});
	}
}
