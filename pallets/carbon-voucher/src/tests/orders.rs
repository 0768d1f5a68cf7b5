use super::*;

const ORDER: OrderId = OrderId(1);

/// A sale of a part in Heshan, which waits for the platform.
fn ordered(to: PartyId) -> VoucherId {
	let first = issue_in_heshan("一号", 100);
	System::reset_events();
	assert_ok!(transfer(VILLAGE, some(first, 30), to, sale(450)));
	first
}

fn expires() -> Day {
	Day(TODAY.0 + 1 + u32::from(PERIODS.transfer))
}

#[test]
fn h13_a_sale_in_heshan_waits_for_the_platform() {
	build_and_execute(|| {
		let first = ordered(BUYER);
		let needs = Needs { receiver: false, duty: Some(Duty::OperateMarket) };
		assert_eq!(
			events(),
			[Event::TransferOrdered {
				order: ORDER,
				voucher: first,
				from: VILLAGE,
				to: BUYER,
				needs
			}]
		);
		assert_eq!(TransferOrders::<Test>::get(ORDER).unwrap().expires, expires());
		assert_eq!(voucher(first).edition, 1);

		assert_ok!(CarbonVoucher::effect_transfer(office(PLATFORM), ORDER));
		let second = part(first, 2);
		assert_eq!(voucher(second).ownership, Ownership::Sole(BUYER));
		assert_eq!(voucher(second).amount(), kg(30));
		let (_, record) = CarbonVoucher::register_page(second, 1, 1).pop().unwrap();
		assert!(matches!(record.by, By::Office(PLATFORM, _)));
		assert_eq!(record.kind, RecordKind::Transferred(sale(450)));
		assert_eq!(TransferOrders::<Test>::iter().count(), 0);
		assert_eq!(
			events()[1..],
			[
				Event::Split { voucher: first, into: second, amount: kg(30) },
				Event::Transferred { voucher: second, from: VILLAGE, to: BUYER, cause: sale(450) }
			]
		);
	});
}

#[test]
fn h13_a_gift_in_heshan_does_not_wait() {
	build_and_execute(|| {
		let first = issue_in_heshan("一号", 100);
		assert_ok!(transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift));
		assert_eq!(voucher(first).ownership, Ownership::Sole(BUYER));
	});
}

#[test]
fn a_receiver_who_asked_to_sign_signs() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		System::reset_events();
		assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
		assert_eq!(voucher(first).ownership, Ownership::Sole(VILLAGE));
		assert_ok!(CarbonVoucher::accept_transfer(party(CAREFUL), ORDER));
		assert_eq!(voucher(first).ownership, Ownership::Sole(CAREFUL));
		assert_eq!(events().len(), 2);
	});
}

#[test]
fn receiver_and_platform_sign_in_any_order() {
	for receiver_first in [true, false] {
		build_and_execute(|| {
			let first = ordered(CAREFUL);
			let accept = || CarbonVoucher::accept_transfer(party(CAREFUL), ORDER);
			let effect = || CarbonVoucher::effect_transfer(office(PLATFORM), ORDER);
			let needs = if receiver_first {
				assert_ok!(accept());
				assert_noop!(accept(), Error::<Test>::NotAwaited);
				Needs { receiver: false, duty: Some(Duty::OperateMarket) }
			} else {
				assert_ok!(effect());
				assert_noop!(effect(), Error::<Test>::NotAwaited);
				Needs { receiver: true, duty: None }
			};
			assert_eq!(events()[1..], [Event::TransferSigned { order: ORDER, needs }]);
			assert!(Vouchers::<Test>::get(part(first, 2)).is_none());
			assert_ok!(if receiver_first { effect() } else { accept() });
			assert_eq!(voucher(part(first, 2)).ownership, Ownership::Sole(CAREFUL));
		});
	}
}

#[test]
fn signatures_are_those_that_are_waited_for() {
	build_and_execute(|| {
		ordered(BUYER);
		let accept = |by| CarbonVoucher::accept_transfer(party(by), ORDER);
		assert_noop!(accept(THIRD), Error::<Test>::NotReceiver);
		assert_noop!(accept(BUYER), Error::<Test>::NotAwaited);
		assert_noop!(
			CarbonVoucher::effect_transfer(office(FORESTRY), ORDER),
			pallet_schemes::Error::<Test>::DutyNotHeld
		);
		assert_noop!(CarbonVoucher::effect_transfer(party(BUYER), ORDER), BadOrigin);
		assert_noop!(CarbonVoucher::accept_transfer(office(PLATFORM), ORDER), BadOrigin);

		let first = issue("二号", 1);
		assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
		assert_noop!(
			CarbonVoucher::effect_transfer(office(PLATFORM), OrderId(2)),
			Error::<Test>::NotAwaited
		);
		assert_noop!(
			CarbonVoucher::refuse_transfer(office(PLATFORM), OrderId(2)),
			Error::<Test>::NotAwaited
		);
	});
}

#[test]
fn unknown_orders_are_unknown() {
	build_and_execute(|| {
		let unknown = || Error::<Test>::UnknownOrder;
		assert_noop!(CarbonVoucher::accept_transfer(party(BUYER), ORDER), unknown());
		assert_noop!(CarbonVoucher::effect_transfer(office(PLATFORM), ORDER), unknown());
		assert_noop!(CarbonVoucher::refuse_transfer(party(BUYER), ORDER), unknown());
		assert_noop!(CarbonVoucher::cancel_transfer(party(BUYER), ORDER), unknown());
	});
}

#[test]
fn the_owner_cancels() {
	build_and_execute(|| {
		ordered(BUYER);
		assert_noop!(CarbonVoucher::cancel_transfer(party(BUYER), ORDER), Error::<Test>::NotOwner);
		assert_noop!(CarbonVoucher::cancel_transfer(office(PLATFORM), ORDER), BadOrigin);
		assert_ok!(CarbonVoucher::cancel_transfer(party(VILLAGE), ORDER));
		assert_eq!(events().last(), Some(&Event::TransferCancelled { order: ORDER }));
		assert_eq!(TransferOrders::<Test>::iter().count(), 0);
	});
}

#[test]
fn receiver_and_platform_refuse() {
	build_and_execute(|| {
		ordered(CAREFUL);
		let refuse = |by| CarbonVoucher::refuse_transfer(by, ORDER);
		assert_noop!(refuse(party(THIRD)), Error::<Test>::NotReceiver);
		assert_noop!(refuse(stranger()), BadOrigin);
		assert_noop!(refuse(office(ECOLOGY)), pallet_schemes::Error::<Test>::DutyNotHeld);
		assert_ok!(refuse(party(CAREFUL)));
		let by = By::Party(CAREFUL, party_account(CAREFUL));
		assert_eq!(events().last(), Some(&Event::TransferRefused { order: ORDER, by }));

		assert_ok!(transfer(VILLAGE, whole(hs(1)), BUYER, sale(1)));
		assert_ok!(CarbonVoucher::refuse_transfer(office(PLATFORM), OrderId(2)));
		let by = By::Office(PLATFORM, office_account(PLATFORM));
		assert_eq!(events().last(), Some(&Event::TransferRefused { order: OrderId(2), by }));
		assert_eq!(TransferOrders::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_receiver_refuses_only_while_its_signature_is_waited_for() {
	build_and_execute(|| {
		ordered(BUYER);
		let refuse = |by, order| CarbonVoucher::refuse_transfer(party(by), OrderId(order));
		assert_noop!(refuse(BUYER, 1), Error::<Test>::NotAwaited);

		assert_ok!(transfer(VILLAGE, whole(hs(1)), CAREFUL, sale(1)));
		assert_ok!(CarbonVoucher::accept_transfer(party(CAREFUL), OrderId(2)));
		assert_noop!(refuse(CAREFUL, 2), Error::<Test>::NotAwaited);
	});
}

#[test]
fn an_order_dies_when_the_edition_changes() {
	build_and_execute(|| {
		let first = ordered(BUYER);
		assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 1, kg(1)));
		assert_noop!(
			CarbonVoucher::effect_transfer(office(PLATFORM), ORDER),
			Error::<Test>::StaleEdition
		);
	});
}

#[test]
fn everything_is_judged_again_at_the_last_signature() {
	build_and_execute(|| {
		let first = ordered(BUYER);
		let effect = || CarbonVoucher::effect_transfer(office(PLATFORM), ORDER);
		assert_ok!(Parties::suspend(office(FORESTRY), BUYER, EVIDENCE));
		assert_noop!(effect(), Error::<Test>::PartySuspended);
		assert_ok!(Parties::reinstate(office(FORESTRY), BUYER, EVIDENCE));
		assert_ok!(Parties::suspend(office(FORESTRY), VILLAGE, EVIDENCE));
		assert_noop!(effect(), Error::<Test>::PartySuspended);
		assert_ok!(Parties::reinstate(office(FORESTRY), VILLAGE, EVIDENCE));
		pledge(&[whole(first)]);
		assert_noop!(effect(), Error::<Test>::AlreadyPledged);
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PledgeId(1), None));
		assert_ok!(effect());
	});
}

#[test]
fn no_office_effects_what_concerns_its_own_party() {
	build_and_execute(|| {
		let names = Names { zh: text("平台"), en: text("platform") };
		assert_ok!(Schemes::update_office(RuntimeOrigin::root(), PLATFORM, names, Some(BUYER)));
		ordered(BUYER);
		assert_noop!(
			CarbonVoucher::effect_transfer(office(PLATFORM), ORDER),
			Error::<Test>::OwnApplication
		);
		assert_noop!(
			CarbonVoucher::refuse_transfer(office(PLATFORM), ORDER),
			Error::<Test>::OwnApplication
		);
	});
}

#[test]
fn a_transfer_waits_to_its_last_day_and_not_longer() {
	build_and_execute(|| {
		ordered(BUYER);
		let effect = || CarbonVoucher::effect_transfer(office(PLATFORM), ORDER);
		set_day(expires().0);
		assert_noop!(effect(), Error::<Test>::Expired);
		set_day(expires().0 - 1);
		assert_ok!(effect());

		assert_ok!(transfer(VILLAGE, whole(hs(1)), CAREFUL, TransferCause::Gift));
		set_day(expires().0 + 100);
		assert_noop!(
			CarbonVoucher::accept_transfer(party(CAREFUL), OrderId(2)),
			Error::<Test>::Expired
		);
		assert_ok!(CarbonVoucher::cancel_transfer(party(VILLAGE), OrderId(2)));
	});
}

#[test]
fn order_numbers_do_not_run_over() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 1);
		LastOrder::<Test>::put(OrderId(u32::MAX));
		assert_noop!(
			transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift),
			Error::<Test>::NumbersExhausted
		);
	});
}
