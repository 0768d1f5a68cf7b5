use super::*;

#[test]
fn roles_are_replaced() {
	build_and_execute(|| {
		// given
		let id = office("FORESTRY");
		staff(id, &[(1, OPERATOR)]);
		let roles = Roles::PLATFORM.and(VALIDATOR);
		forget_events();

		// when
		assert_ok!(Schemes::set_roles(root(), 1, roles));

		// then
		assert_event(Event::RolesChanged { office: id, account: 1, roles });
		assert_eq!(Accounts::<Test>::get(1), Some(Actor::Office(id, roles)));
		assert!(council().is_empty());
	});
}

#[test]
fn the_seat_follows_the_council_role() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		let id = office("ECOLOGY");
		staff(id, &[(2, OPERATOR)]);

		assert_ok!(Schemes::set_roles(root(), 2, OPERATOR.and(COUNCIL)));
		assert_eq!(council(), [1, 2]);

		// a role besides the seat's changes nothing of the seat
		assert_ok!(Schemes::set_roles(root(), 2, COUNCIL.and(VALIDATOR)));
		assert_eq!(council(), [1, 2]);

		assert_ok!(Schemes::set_roles(root(), 2, OPERATOR));
		assert_eq!(council(), [1]);
	});
}

#[test]
fn an_inactive_office_has_no_seat_to_gain_or_lose() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		let id = office("ECOLOGY");
		staff(id, &[(2, OPERATOR)]);
		assert_ok!(Schemes::set_office_active(root(), id, false));
		assert_ok!(Schemes::set_roles(root(), 2, COUNCIL));
		assert_eq!(council(), [1]);
		assert_ok!(Schemes::set_roles(root(), 2, OPERATOR));
		assert_eq!(council(), [1]);
	});
}

#[test]
fn only_governance_decides() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		staff(id, &[(1, OPERATOR)]);
		assert_noop!(Schemes::set_roles(signed(1), 1, VALIDATOR), BadOrigin);
	});
}

#[test]
fn roles_are_known_and_not_none() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		staff(id, &[(1, OPERATOR)]);
		for bad in [Roles(0), Roles(16)] {
			assert_noop!(Schemes::set_roles(root(), 1, bad), Error::<Test>::InvalidRoles);
		}
	});
}

#[test]
fn the_account_acts_for_somebody() {
	build_and_execute(|| {
		assert_noop!(Schemes::set_roles(root(), 1, OPERATOR), Error::<Test>::UnknownAccount);
	});
}

#[test]
fn a_partys_account_has_no_roles() {
	build_and_execute(|| {
		assert_ok!(<Schemes as AccountBook<u64>>::bind(&1, PartyId(1)));
		assert_noop!(Schemes::set_roles(root(), 1, OPERATOR), Error::<Test>::NotAnOfficeAccount);
	});
}

#[test]
fn what_is_so_already_is_an_error() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		staff(id, &[(1, OPERATOR)]);
		assert_noop!(Schemes::set_roles(root(), 1, OPERATOR), Error::<Test>::NoChange);
	});
}

#[test]
fn an_office_has_one_seat() {
	build_and_execute(|| {
		let id = seated_office("FORESTRY", 1);
		staff(id, &[(2, OPERATOR)]);
		assert_noop!(
			Schemes::set_roles(root(), 2, OPERATOR.and(COUNCIL)),
			Error::<Test>::SeatTaken
		);
	});
}

#[test]
fn an_office_has_one_validator() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		staff(id, &[(1, VALIDATOR), (2, OPERATOR)]);
		assert_noop!(Schemes::set_roles(root(), 2, VALIDATOR), Error::<Test>::ValidatorTaken);
	});
}

#[test]
fn the_last_seat_stays() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		assert_noop!(Schemes::set_roles(root(), 1, OPERATOR), Error::<Test>::LastSeat);
		assert_ok!(Schemes::set_roles(root(), 1, OPERATOR.and(COUNCIL)));
	});
}

#[test]
fn a_full_council_refuses() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		let id = office("ECOLOGY");
		staff(id, &[(2, OPERATOR)]);
		MaxMembers::set(&1);
		assert_noop!(Schemes::set_roles(root(), 2, COUNCIL), COUNCIL_FULL);
	});
}
