use super::*;

fn split(
	by: PartyId,
	voucher: VoucherId,
	edition: u32,
	amount: u64,
) -> Result<(), sp_runtime::DispatchError> {
	CarbonVoucher::split(party(by), voucher, edition, kg(amount))
}

#[test]
fn the_lower_range_keeps_the_number() {
	build_and_execute(|| {
		let first = issue("一号", 12_723_000);
		System::reset_events();
		assert_ok!(split(VILLAGE, first, 1, 2_723_000));

		let second = part(first, 2);
		let (lower, upper) = (voucher(first), voucher(second));
		assert_eq!((lower.from, lower.to, lower.edition), (kg(0), kg(10_000_000), 2));
		assert_eq!((upper.from, upper.to, upper.edition), (kg(10_000_000), kg(12_723_000), 1));
		assert_eq!(upper.ownership, Ownership::Sole(VILLAGE));
		assert_eq!(page(first), [RecordKind::Issued, RecordKind::SplitInto(2)]);
		assert_eq!(page(second), [RecordKind::SplitFrom(1)]);
		assert_eq!(
			events(),
			[Event::Split { voucher: first, into: second, amount: kg(2_723_000) }]
		);
		assert_eq!(totals(WH), [12_723_000, 12_723_000, 0, 0, 0]);
	});
}

#[test]
fn parts_are_numbered_flat() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_ok!(split(VILLAGE, first, 1, 50));
		assert_ok!(split(VILLAGE, part(first, 2), 1, 10));
		assert_ok!(split(VILLAGE, first, 2, 1));
		let ranges = [1, 2, 3, 4].map(|no| {
			let voucher = voucher(part(first, no));
			(voucher.from.0, voucher.to.0)
		});
		assert_eq!(ranges, [(0, 49), (50, 90), (90, 100), (49, 50)]);
	});
}

#[test]
fn a_pledged_voucher_splits_and_both_parts_stay_pledged() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		assert_ok!(split(VILLAGE, first, 1, 40));
		let hold = HoldKey::Pledge(PledgeId(1));
		assert!(Holds::<Test>::contains_key(part(first, 2), hold));
		assert_noop!(
			transfer(VILLAGE, whole(part(first, 2)), BUYER, TransferCause::Gift),
			Error::<Test>::AlreadyPledged
		);
		assert_eq!(totals(WH), [100, 0, 100, 0, 0]);
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PledgeId(1), None));
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		assert_ok!(transfer(VILLAGE, whole(part(first, 2)), BUYER, TransferCause::Gift));
	});
}

#[test]
fn a_pledge_lies_on_so_many_vouchers_and_no_more() {
	build_and_execute(|| {
		let first = issue("一号", 1_000);
		pledge(&[whole(first)]);
		for edition in 1..MAX_HELD_VOUCHERS {
			assert_ok!(split(VILLAGE, first, edition, 1));
		}
		assert_noop!(split(VILLAGE, first, MAX_HELD_VOUCHERS, 1), Error::<Test>::TooManyParts);
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PledgeId(1), None));
	});
}

#[test]
fn what_cannot_be_split() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let error = |by, id, edition, amount, error: Error<Test>| {
			assert_noop!(split(by, id, edition, amount), error);
		};
		error(VILLAGE, wh(2), 1, 1, Error::UnknownVoucher);
		error(VILLAGE, part(first, 2), 1, 1, Error::UnknownVoucher);
		error(BUYER, first, 1, 1, Error::NotOwner);
		error(VILLAGE, first, 2, 1, Error::StaleEdition);
		error(VILLAGE, first, 1, 0, Error::ZeroAmount);
		error(VILLAGE, first, 1, 100, Error::AmountTooLarge);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(CarbonVoucher::split(origin, first, 1, kg(1)), BadOrigin);
		}

		let shared = Allotment { ownership: in_common(VILLAGE, BUYER), amount: kg(5) };
		assert_ok!(CarbonVoucher::issue(office(FORESTRY), order("二号", vec![shared])));
		error(BUYER, wh(2), 1, 1, Error::CoOwned);

		assert_ok!(request_offset(&[whole(first)]));
		error(VILLAGE, first, 1, 1, Error::OffsetPending);
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		error(VILLAGE, first, 2, 1, Error::AlreadyOffset);
	});
}

#[test]
fn a_revoked_issuance_stands_still() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		IssuanceStates::<Test>::mutate(first.issuance, |state| {
			state.as_mut().unwrap().status = IssuanceStatus::Revoked
		});
		assert_noop!(split(VILLAGE, first, 1, 1), Error::<Test>::IssuanceRevoked);
		assert_noop!(
			transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift),
			Error::<Test>::IssuanceRevoked
		);
		assert_noop!(request_offset(&[whole(first)]), Error::<Test>::IssuanceRevoked);
	});
}

#[test]
fn numbers_do_not_run_over() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 100);
		Vouchers::<Test>::mutate(first, |voucher| voucher.as_mut().unwrap().edition = u32::MAX);
		assert_noop!(split(VILLAGE, first, u32::MAX, 1), Error::<Test>::NumbersExhausted);
		assert_noop!(
			transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift),
			Error::<Test>::NumbersExhausted
		);
		let second = issue("二号", 100);
		IssuanceStates::<Test>::mutate(second.issuance, |state| {
			state.as_mut().unwrap().parts = u32::MAX
		});
		assert_noop!(split(VILLAGE, second, 1, 1), Error::<Test>::NumbersExhausted);
	});
}
