use super::*;

#[test]
fn a_removed_account_does_nothing_and_keeps_its_provider() {
	build_and_execute(|| {
		// given
		let id = office("FORESTRY");
		staff(id, &[(1, OPERATOR), (2, OPERATOR)]);
		forget_events();

		// when
		assert_ok!(Schemes::remove_account(root(), 1));

		// then
		assert_event(Event::AccountRemoved { office: id, account: 1 });
		assert_eq!(Accounts::<Test>::get(1), None);
		assert!(!AccountsOf::<Test>::contains_key(Holder::Office(id), 1));
		assert_eq!(Offices::<Test>::get(id).unwrap().accounts, 1);
		assert_eq!(System::providers(&1), 1);
		assert_eq!(Accounts::<Test>::get(2), Some(Actor::Office(id, OPERATOR)));
	});
}

#[test]
fn its_seat_goes_with_it() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		let id = seated_office("ECOLOGY", 2);
		assert_ok!(Schemes::remove_account(root(), 2));
		assert_eq!(council(), [1]);
		staff(id, &[(3, COUNCIL)]);
		assert_eq!(council(), [1, 3]);
	});
}

#[test]
fn an_inactive_office_has_no_seat_to_lose() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		let id = seated_office("ECOLOGY", 2);
		assert_ok!(Schemes::set_office_active(root(), id, false));
		assert_ok!(Schemes::remove_account(root(), 2));
		assert_eq!(council(), [1]);
	});
}

#[test]
fn only_governance_removes() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		staff(id, &[(1, OPERATOR)]);
		assert_noop!(Schemes::remove_account(signed(1), 1), BadOrigin);
	});
}

#[test]
fn the_account_acts_for_somebody() {
	build_and_execute(|| {
		assert_noop!(Schemes::remove_account(root(), 1), Error::<Test>::UnknownAccount);
	});
}

#[test]
fn a_partys_account_is_not_removed_here() {
	build_and_execute(|| {
		assert_ok!(<Schemes as AccountBook<u64>>::bind(&1, PartyId(1)));
		assert_noop!(Schemes::remove_account(root(), 1), Error::<Test>::NotAnOfficeAccount);
	});
}

#[test]
fn the_last_seat_stays() {
	build_and_execute(|| {
		let id = seated_office("FORESTRY", 1);
		staff(id, &[(2, OPERATOR)]);
		assert_noop!(Schemes::remove_account(root(), 1), Error::<Test>::LastSeat);
		assert_ok!(Schemes::remove_account(root(), 2));
	});
}

#[test]
fn a_council_that_refuses_keeps_the_account() {
	let mut ext = new_test_ext();
	ext.execute_with(|| {
		seated_office("FORESTRY", 1);
		Members::set(&vec![7, 8]);
		assert_noop!(Schemes::remove_account(root(), 1), NO_MEMBER);
	});
}
