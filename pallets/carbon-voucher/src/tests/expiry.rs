use super::*;
use frame_support::{traits::Hooks, weights::Weight};

/// One block's sweep, with room for `steps` of it.
fn sweep(steps: u64) -> Weight {
	let room = <() as WeightInfo>::sweep_step().saturating_mul(steps);
	CarbonVoucher::on_idle(System::block_number(), room)
}

/// The first sweep only notes the day.
fn start() {
	sweep(1_000);
	assert_eq!(SweptUntil::<Test>::get(), Some(TODAY));
}

#[test]
fn what_waits_ends_on_its_day() {
	build_and_execute(|| {
		start();
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
		assert_ok!(CarbonVoucher::offer_pledge(
			party(VILLAGE),
			lots(&[whole(first)]),
			BANK,
			terms()
		));
		assert_ok!(request_offset(&[whole(second)]));
		System::reset_events();

		let last = |period: u16| TODAY.0 + u32::from(period);
		set_day(last(PERIODS.transfer));
		sweep(1_000);
		assert_eq!(events(), []);
		set_day(last(PERIODS.transfer) + 1);
		sweep(1_000);
		assert_eq!(events(), [Event::TransferExpired { order: OrderId(1) }]);
		assert!(TransferOrders::<Test>::get(OrderId(1)).is_none());
		set_day(last(PERIODS.pledge_offer) + 1);
		sweep(1_000);
		assert_eq!(events()[1..], [Event::PledgeExpired { pledge: PledgeId(1) }]);
		assert!(Pledges::<Test>::get(PledgeId(1)).is_none());
		assert_eq!(totals(WH), [200, 100, 100, 0, 0]);
		set_day(last(PERIODS.offset) + 1);
		// The cursor passes over so many days a block.
		sweep(1_000);
		sweep(1_000);
		assert_eq!(events()[2..], [Event::OffsetExpired { request: RequestId(1) }]);
		assert_eq!(totals(WH), [200, 200, 0, 0, 0]);
		let (_, record) = CarbonVoucher::register_page(second, 2, 1).pop().unwrap();
		assert_eq!(record.kind, RecordKind::OffsetExpired(RequestId(1)));
		assert_eq!(record.by, By::Expiry);
		assert_ok!(transfer(VILLAGE, whole(second), BUYER, TransferCause::Gift));
	});
}

#[test]
fn what_was_done_in_time_does_not_end() {
	build_and_execute(|| {
		start();
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		set_day(TODAY.0 + 500);
		for _ in 0..100 {
			sweep(1_000);
		}
		assert_eq!(SweptUntil::<Test>::get(), Some(Day(TODAY.0 + 500)));
		assert!(matches!(
			Pledges::<Test>::get(PledgeId(1)).unwrap().state,
			PledgeState::Active { .. }
		));
	});
}

#[test]
fn a_day_with_much_on_it_takes_several_blocks() {
	build_and_execute(|| {
		start();
		let first = issue("一号", 100);
		let many = MAX_SWEPT + 5;
		for _ in 0..many {
			assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
		}
		let day = TODAY.0 + 1 + u32::from(PERIODS.transfer);
		set_day(day - 1);
		sweep(1_000);
		set_day(day);
		let left = || TransferOrders::<Test>::iter().count() as u32;
		sweep(1_000);
		assert_eq!(left(), many - MAX_SWEPT + 1);
		CarbonVoucher::do_try_state().unwrap();
		sweep(1_000);
		assert_eq!(left(), 0);
	});
}

#[test]
fn a_sweep_keeps_to_the_weight_it_is_given() {
	build_and_execute(|| {
		start();
		let first = issue("一号", 100);
		for _ in 0..3 {
			assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
		}
		let day = TODAY.0 + 1 + u32::from(PERIODS.transfer);
		set_day(day - 1);
		sweep(1_000);
		set_day(day);
		let left = || TransferOrders::<Test>::iter().count();
		let step = <() as WeightInfo>::sweep_step();
		assert_eq!(sweep(0), Weight::zero());
		assert_eq!(left(), 3);
		// One step to look, one to go to the next day, two to end things.
		assert_eq!(sweep(4), step.saturating_mul(4));
		assert_eq!(left(), 1);
		assert_eq!(sweep(1), step);
		assert_eq!(left(), 1);
		sweep(2);
		assert_eq!(left(), 0);
	});
}
