//! Shares on offer, and the other owners' right to take them (CC 305, 306).

use super::*;

const OFFER: ShareOfferId = ShareOfferId(1);

fn offer(
	by: PartyId,
	id: VoucherId,
	millionths: u32,
	to: PartyId,
	cause: TransferCause,
) -> Result<(), sp_runtime::DispatchError> {
	let edition = voucher(id).edition;
	let reference = text("份额合同1号");
	CarbonVoucher::offer_share(party(by), id, edition, to, millionths, cause, reference, EVIDENCE)
}

fn take(by: PartyId) -> Result<(), sp_runtime::DispatchError> {
	CarbonVoucher::take_share(party(by), OFFER)
}

fn complete(by: PartyId) -> Result<(), sp_runtime::DispatchError> {
	CarbonVoucher::complete_share(party(by), OFFER)
}

fn withdraw(by: PartyId) -> Result<(), sp_runtime::DispatchError> {
	CarbonVoucher::withdraw_share_offer(party(by), OFFER)
}

fn on_offer() -> ShareOffer {
	CarbonVoucher::share_offer(OFFER).unwrap()
}

/// The day on which the others' time is over.
fn after_notice() {
	set_day(TODAY.0 + 1 + u32::from(PERIODS.preemption));
}

/// 50, 30 and 20 in a hundred.
fn three() -> Ownership {
	common(&[(VILLAGE, 500_000), (BANK, 300_000), (THIRD, 200_000)])
}

/// The share transfers on a page: millionths, cause and receiver.
fn passed(id: VoucherId) -> Vec<(u32, TransferCause, PartyId)> {
	CarbonVoucher::register_page(id, 0, MAX_PAGE)
		.into_iter()
		.filter_map(|(_, record)| match record.kind {
			RecordKind::ShareTransferred { millionths, cause } => {
				Some((millionths, cause, record.counterparty.unwrap()))
			}
			_ => None,
		})
		.collect()
}

#[test]
fn cc305_a_share_is_sold_after_notice_to_the_others() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		System::reset_events();
		assert_ok!(offer(VILLAGE, first, 400_000, BUYER, sale(100)));
		let notice_until = Day(TODAY.0 + 1 + u32::from(PERIODS.preemption));
		assert_eq!(on_offer().notice_until, notice_until);
		assert_eq!(on_offer().expires, notice_until.next().plus(PERIODS.transfer));
		assert_eq!(
			events(),
			[Event::ShareOffered {
				offer: OFFER,
				voucher: first,
				seller: VILLAGE,
				buyer: BUYER,
				millionths: 400_000,
				notice_until
			}]
		);
		assert_noop!(complete(BUYER), Error::<Test>::NoticeRunning);
		set_day(notice_until.0 - 1);
		assert_noop!(complete(BUYER), Error::<Test>::NoticeRunning);
		set_day(notice_until.0);
		System::reset_events();
		assert_ok!(complete(BUYER));
		let after =
			common(&[(VILLAGE, 100_000), (BANK, 300_000), (THIRD, 200_000), (BUYER, 400_000)]);
		assert_eq!((voucher(first).ownership, voucher(first).edition), (after, 2));
		assert!(Holdings::<Test>::contains_key(BUYER, first));
		let record = CarbonVoucher::register_page(first, 1, 9).pop().unwrap().1;
		let (millionths, cause) = (400_000, sale(100));
		assert_eq!(record.kind, RecordKind::ShareTransferred { millionths, cause });
		assert_eq!(record.by, By::Party(BUYER, party_account(BUYER)));
		assert_eq!(record.counterparty, Some(BUYER));
		assert_eq!((record.reference, record.evidence), (text("份额合同1号"), Some(EVIDENCE)));
		assert_eq!(
			events(),
			[Event::ShareTransferred {
				offer: OFFER,
				voucher: first,
				from: VILLAGE,
				to: BUYER,
				millionths
			}]
		);
		assert_eq!(CarbonVoucher::share_offer(OFFER), None);
	});
}

#[test]
fn cc306_those_who_take_it_get_it_in_proportion_to_their_shares() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		assert_ok!(offer(VILLAGE, first, 500_000, BUYER, sale(101)));
		System::reset_events();
		assert_ok!(take(THIRD));
		assert_ok!(take(BANK));
		assert_eq!(
			events(),
			[
				Event::ShareTaken { offer: OFFER, by: THIRD },
				Event::ShareTaken { offer: OFFER, by: BANK }
			]
		);
		after_notice();
		assert_noop!(complete(BUYER), Error::<Test>::NotReceiver);
		// Who takes it does not get it before the seller lets it go.
		assert_noop!(complete(THIRD), Error::<Test>::NotReceiver);
		System::reset_events();
		assert_ok!(complete(VILLAGE));
		assert_eq!(voucher(first).ownership, common(&[(BANK, 600_000), (THIRD, 400_000)]));
		// The edition rises once; the price is divided as the share is.
		assert_eq!(voucher(first).edition, 2);
		let price = |fen| TransferCause::Sale { price: Fen(fen) };
		assert_eq!(passed(first), [(200_000, price(4_040), THIRD), (300_000, price(6_060), BANK)]);
		let moved = |to, millionths| Event::ShareTransferred {
			offer: OFFER,
			voucher: first,
			from: VILLAGE,
			to,
			millionths,
		};
		assert_eq!(events(), [moved(THIRD, 200_000), moved(BANK, 300_000)]);
		assert!(!Holdings::<Test>::contains_key(VILLAGE, first));
	});
}

#[test]
fn cc306_nothing_of_share_or_price_is_lost_in_dividing() {
	build_and_execute(|| {
		let owned = common(&[
			(VILLAGE, 400_000),
			(BANK, 200_000),
			(THIRD, 200_000),
			(CAREFUL, 199_999),
			(ECOLOGY_PARTY, 1),
		]);
		let first = issue_owned("一号", owned, 100);
		let cause = TransferCause::Sale { price: Fen(100) };
		assert_ok!(offer(VILLAGE, first, 100_000, BUYER, cause));
		for taker in [BANK, CAREFUL, THIRD, ECOLOGY_PARTY] {
			assert_ok!(take(taker));
		}
		after_notice();
		// One millionth of six hundred thousand gets nothing.
		assert_ok!(complete(VILLAGE));
		let price = |fen| TransferCause::Sale { price: Fen(fen) };
		assert_eq!(
			passed(first),
			[(33_334, price(34), BANK), (33_333, price(33), CAREFUL), (33_333, price(33), THIRD)]
		);
		assert_eq!(voucher(first).ownership.share_of(VILLAGE), Some(300_000));
	});
}

#[test]
fn cc305_who_is_left_alone_owns_all() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, THIRD), 100);
		assert_ok!(offer(VILLAGE, first, 500_000, BUYER, sale(100)));
		assert_ok!(take(THIRD));
		after_notice();
		assert_ok!(complete(VILLAGE));
		assert_eq!(voucher(first).ownership, Ownership::Sole(THIRD));
	});
}

#[test]
fn cc305_a_gift_or_a_sale_among_owners_gives_no_preemption() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		assert_ok!(offer(VILLAGE, first, 100_000, THIRD, sale(100)));
		assert_eq!(on_offer().notice_until, TODAY);
		assert_eq!(on_offer().expires, TODAY.next().plus(PERIODS.transfer));
		assert_noop!(take(BANK), Error::<Test>::NoPreemption);
		assert_noop!(complete(BANK), Error::<Test>::NotReceiver);
		assert_ok!(complete(THIRD));
		let after = common(&[(VILLAGE, 400_000), (BANK, 300_000), (THIRD, 300_000)]);
		assert_eq!(voucher(first).ownership, after);

		assert_ok!(offer(VILLAGE, first, 400_000, BUYER, TransferCause::Gift));
		let second = ShareOfferId(2);
		assert_noop!(CarbonVoucher::take_share(party(BANK), second), Error::<Test>::NoPreemption);
		assert_ok!(CarbonVoucher::complete_share(party(BUYER), second));
		assert_eq!(passed(first).last(), Some(&(400_000, TransferCause::Gift, BUYER)));
		let after = common(&[(BANK, 300_000), (THIRD, 300_000), (BUYER, 400_000)]);
		assert_eq!(voucher(first).ownership, after);
	});
}

#[test]
fn what_cannot_be_offered() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		let refused = |by, id, millionths, to, cause, error: Error<Test>| {
			assert_noop!(offer(by, id, millionths, to, cause), error);
		};
		refused(BUYER, first, 1, CAREFUL, sale(1), Error::NotOwner);
		refused(VILLAGE, first, 0, BUYER, sale(1), Error::InvalidShares);
		refused(VILLAGE, first, 500_001, BUYER, sale(1), Error::AmountTooLarge);
		refused(VILLAGE, first, 1, VILLAGE, sale(1), Error::SameOwner);
		refused(VILLAGE, first, 1, NOBODY, sale(1), Error::UnknownParty);
		refused(VILLAGE, first, 1, SUSPENDED, sale(1), Error::PartySuspended);
		refused(VILLAGE, first, 1, BUYER, sale(0), Error::ZeroPrice);
		let raw = |id, edition, reference: &[u8]| {
			let reference = reference.to_vec().try_into().unwrap();
			let (to, cause) = (BUYER, sale(1));
			CarbonVoucher::offer_share(
				party(VILLAGE),
				id,
				edition,
				to,
				1,
				cause,
				reference,
				EVIDENCE,
			)
		};
		assert_noop!(raw(first, 2, b""), Error::<Test>::StaleEdition);
		assert_noop!(raw(first, 1, b" x"), Error::<Test>::InvalidText);
		assert_noop!(raw(wh(9), 1, b""), Error::<Test>::UnknownVoucher);
		let owned = issue("二号", 100);
		refused(VILLAGE, owned, 1, BUYER, sale(1), Error::NotCommon);
		let together = issue_owned("三号", joint(&[VILLAGE, BUYER]), 100);
		refused(VILLAGE, together, 1, BUYER, sale(1), Error::NotCommon);
		order_freeze(&[whole(first)]);
		refused(VILLAGE, first, 1, BUYER, sale(1), Error::Frozen);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			let (cause, reference) = (sale(1), Text::new());
			assert_noop!(
				CarbonVoucher::offer_share(origin, first, 1, BUYER, 1, cause, reference, EVIDENCE),
				BadOrigin
			);
		}
	});
}

#[test]
fn cc305_a_share_makes_no_thirty_third_owner() {
	build_and_execute(|| {
		let all = crowd(33);
		let (owners, newcomer) = (&all[..32], all[32]);
		let shares: Vec<_> = owners.iter().map(|owner| (*owner, 31_250)).collect();
		let first = issue_owned("一号", common(&shares), 100);
		assert_noop!(
			offer(VILLAGE, first, 31_249, newcomer, sale(1)),
			Error::<Test>::TooManyOwners
		);
		// Who sells all makes room.
		assert_ok!(offer(VILLAGE, first, 31_250, newcomer, sale(1)));
		after_notice();
		assert_ok!(complete(newcomer));
		assert_eq!(voucher(first).ownership.owners().count(), 32);
	});
}

#[test]
fn cc306_another_owner_takes_it_once_and_in_time() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		assert_noop!(take(THIRD), Error::<Test>::UnknownShareOffer);
		assert_ok!(offer(VILLAGE, first, 1, BUYER, sale(1)));
		assert_noop!(take(VILLAGE), Error::<Test>::NotOwner);
		assert_noop!(take(BUYER), Error::<Test>::NotOwner);
		assert_ok!(take(THIRD));
		assert_noop!(take(THIRD), Error::<Test>::AlreadySigned);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(CarbonVoucher::take_share(origin, OFFER), BadOrigin);
		}
		after_notice();
		assert_noop!(take(BANK), Error::<Test>::NoPreemption);
	});
}

#[test]
fn a_share_of_what_has_changed_cannot_be_taken_or_completed() {
	build_and_execute(|| {
		let owned = common(&[(VILLAGE, 700_000), (BANK, 300_000)]);
		let first = issue_owned("一号", owned, 100);
		assert_ok!(offer(VILLAGE, first, 1, BUYER, sale(1)));
		assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 1, kg(1)));
		assert_noop!(take(BANK), Error::<Test>::StaleEdition);
		after_notice();
		assert_noop!(complete(BUYER), Error::<Test>::StaleEdition);
		assert_ok!(withdraw(VILLAGE));
	});
}

#[test]
fn w20_a_freeze_stops_the_completion_and_not_the_taking() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		assert_ok!(offer(VILLAGE, first, 1, BUYER, sale(1)));
		let freeze = order_freeze(&[whole(first)]);
		assert_ok!(take(THIRD));
		after_notice();
		assert_noop!(complete(VILLAGE), Error::<Test>::Frozen);
		thaw(freeze);
		assert_ok!(complete(VILLAGE));
	});
}

#[test]
fn the_suspended_take_no_part() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		let suspend = |who| {
			assert_ok!(Parties::suspend(office(FORESTRY), who, EVIDENCE));
		};
		let reinstate = |who| {
			assert_ok!(Parties::reinstate(office(FORESTRY), who, EVIDENCE));
		};
		assert_ok!(offer(VILLAGE, first, 100_000, BUYER, sale(1)));
		assert_ok!(take(THIRD));
		assert_ok!(take(BANK));
		after_notice();
		suspend(VILLAGE);
		assert_noop!(complete(THIRD), Error::<Test>::PartySuspended);
		reinstate(VILLAGE);
		suspend(BANK);
		assert_ok!(complete(VILLAGE));
		assert_eq!(passed(first), [(100_000, sale(1), THIRD)]);
		reinstate(BANK);

		// None of those who took it is left: the buyer gets it.
		let second = issue_owned("二号", three(), 100);
		assert_ok!(offer(VILLAGE, second, 100_000, BUYER, sale(1)));
		let id = ShareOfferId(2);
		assert_ok!(CarbonVoucher::take_share(party(THIRD), id));
		set_day(Today::get().0 + 1 + u32::from(PERIODS.preemption));
		suspend(THIRD);
		suspend(BUYER);
		// It is nobody's then.
		assert_noop!(CarbonVoucher::complete_share(party(BANK), id), Error::<Test>::PartySuspended);
		reinstate(BUYER);
		assert_noop!(CarbonVoucher::complete_share(party(BANK), id), Error::<Test>::NotReceiver);
		assert_ok!(CarbonVoucher::complete_share(party(BUYER), id));
		assert_eq!(passed(second), [(100_000, sale(1), BUYER)]);
	});
}

#[test]
fn h13_the_trading_platform_effects_the_sale_of_a_share() {
	build_and_execute(|| {
		let first = issue_owned_in_heshan("一号", three(), 100);
		assert_ok!(offer(VILLAGE, first, 100_000, BUYER, sale(1)));
		after_notice();
		assert_noop!(complete(BUYER), Error::<Test>::NotAwaited);
		let effect = |by, id| CarbonVoucher::complete_share(office(by), ShareOfferId(id));
		assert_noop!(effect(ECOLOGY, 1), pallet_schemes::Error::<Test>::DutyNotHeld);
		assert_ok!(effect(PLATFORM, 1));
		assert_eq!(passed(first), [(100_000, sale(1), BUYER)]);
		let record = CarbonVoucher::register_page(first, 1, 9).pop().unwrap().1;
		assert_eq!(record.by, By::Office(PLATFORM, office_account(PLATFORM)));

		// A gift needs no platform.
		assert_ok!(offer(VILLAGE, first, 100_000, THIRD, TransferCause::Gift));
		assert_noop!(effect(PLATFORM, 2), Error::<Test>::NotAwaited);
		assert_ok!(CarbonVoucher::complete_share(party(THIRD), ShareOfferId(2)));

		// Nor does Weihai.
		let second = issue_owned("二号", three(), 100);
		assert_ok!(offer(VILLAGE, second, 100_000, THIRD, sale(1)));
		assert_noop!(effect(PLATFORM, 3), Error::<Test>::NotAwaited);
	});
}

#[test]
fn h13_no_platform_effects_what_concerns_itself() {
	build_and_execute(|| {
		let concerned = [VILLAGE, THIRD, BUYER];
		let first = issue_owned_in_heshan("一号", three(), 100);
		assert_ok!(offer(VILLAGE, first, 100_000, BUYER, sale(1)));
		assert_ok!(take(BANK));
		after_notice();
		for party in concerned {
			owns_as(PLATFORM, Some(party));
			assert_noop!(
				CarbonVoucher::complete_share(office(PLATFORM), OFFER),
				Error::<Test>::OwnApplication
			);
		}
		owns_as(PLATFORM, None);
		assert_noop!(complete(BANK), Error::<Test>::NotAwaited);
		assert_ok!(CarbonVoucher::complete_share(office(PLATFORM), OFFER));
		assert_eq!(passed(first), [(100_000, sale(1), BANK)]);
	});
}

#[test]
fn a_buyer_who_asked_to_sign_does_so_before_the_platform() {
	build_and_execute(|| {
		let first = issue_owned_in_heshan("一号", three(), 100);
		assert_ok!(offer(VILLAGE, first, 100_000, CAREFUL, sale(1)));
		after_notice();
		let effect = || CarbonVoucher::complete_share(office(PLATFORM), OFFER);
		assert_noop!(effect(), Error::<Test>::BuyerUnsigned);
		System::reset_events();
		assert_ok!(complete(CAREFUL));
		assert_eq!(events(), [Event::ShareOfferSigned { offer: OFFER }]);
		assert_noop!(complete(CAREFUL), Error::<Test>::NotAwaited);
		assert_ok!(effect());
		assert_eq!(passed(first), [(100_000, sale(1), CAREFUL)]);
	});
}

#[test]
fn an_owner_who_takes_it_does_not_wait_for_the_buyers_signature() {
	build_and_execute(|| {
		let first = issue_owned_in_heshan("一号", three(), 100);
		assert_ok!(offer(VILLAGE, first, 100_000, CAREFUL, sale(1)));
		assert_ok!(take(THIRD));
		after_notice();
		assert_noop!(complete(CAREFUL), Error::<Test>::NotReceiver);
		assert_ok!(CarbonVoucher::complete_share(office(PLATFORM), OFFER));
		assert_eq!(passed(first), [(100_000, sale(1), THIRD)]);
	});
}

#[test]
fn seller_and_buyer_withdraw_until_it_is_taken() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		assert_noop!(withdraw(VILLAGE), Error::<Test>::UnknownShareOffer);
		for (number, by) in (1..).zip([VILLAGE, BUYER]) {
			assert_ok!(offer(VILLAGE, first, 1, BUYER, sale(1)));
			let id = ShareOfferId(number);
			System::reset_events();
			assert_noop!(
				CarbonVoucher::withdraw_share_offer(party(THIRD), id),
				Error::<Test>::NotProposer
			);
			assert_ok!(CarbonVoucher::withdraw_share_offer(party(by), id));
			assert_eq!(events(), [Event::ShareOfferWithdrawn { offer: id }]);
		}
		assert_ok!(offer(VILLAGE, first, 1, BUYER, sale(1)));
		let id = ShareOfferId(3);
		assert_ok!(CarbonVoucher::take_share(party(THIRD), id));
		for by in [VILLAGE, BUYER] {
			assert_noop!(
				CarbonVoucher::withdraw_share_offer(party(by), id),
				Error::<Test>::ShareTaken
			);
		}
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(CarbonVoucher::withdraw_share_offer(origin, id), BadOrigin);
		}
	});
}

#[test]
fn an_offer_that_nobody_completes_ends_by_its_day() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		assert_noop!(complete(BUYER), Error::<Test>::UnknownShareOffer);
		assert_ok!(offer(VILLAGE, first, 1, BUYER, sale(1)));
		// Who takes it cannot hold it up for ever.
		assert_ok!(take(THIRD));
		let expires = on_offer().expires;
		CarbonVoucher::sweep(sp_runtime::Weight::MAX);
		set_day(expires.0);
		assert_noop!(complete(THIRD), Error::<Test>::Expired);
		System::reset_events();
		for _ in 0..3 {
			CarbonVoucher::sweep(sp_runtime::Weight::MAX);
		}
		assert_eq!(events(), [Event::ShareOfferExpired { offer: OFFER }]);
		assert_eq!(CarbonVoucher::share_offer(OFFER), None);

		assert_ok!(offer(VILLAGE, first, 1, BUYER, sale(1)));
		let id = ShareOfferId(2);
		set_day(CarbonVoucher::share_offer(id).unwrap().expires.0 - 1);
		assert_ok!(CarbonVoucher::complete_share(party(BUYER), id));
	});
}

#[test]
fn cc306_who_takes_a_share_and_does_not_pay_holds_nobody_up() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		assert_ok!(offer(VILLAGE, first, 100_000, BUYER, sale(1)));
		assert_ok!(take(THIRD));
		assert_noop!(withdraw(VILLAGE), Error::<Test>::ShareTaken);
		after_notice();
		assert_noop!(complete(THIRD), Error::<Test>::NotReceiver);
		assert_noop!(withdraw(BUYER), Error::<Test>::ShareTaken);
		assert_ok!(withdraw(VILLAGE));
		assert_eq!(CarbonVoucher::share_offer(OFFER), None);
		assert_eq!(voucher(first).ownership, three());
	});
}
