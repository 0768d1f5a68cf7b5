use super::*;

#[test]
fn an_operator_acts_for_its_office() {
	build_and_execute(|| {
		// given
		let id = office("FORESTRY");
		forget_events();

		// when
		assert_ok!(Schemes::add_account(root(), id, 1, OPERATOR));

		// then
		assert_events(&[
			new_account(1),
			Event::AccountAdded { office: id, account: 1, roles: OPERATOR }.into(),
		]);
		assert_eq!(Accounts::<Test>::get(1), Some(Actor::Office(id, OPERATOR)));
		assert!(AccountsOf::<Test>::contains_key(Holder::Office(id), 1));
		assert_eq!(Offices::<Test>::get(id).unwrap().accounts, 1);
		assert_eq!(System::providers(&1), 1);
		assert!(council().is_empty());
	});
}

#[test]
fn the_council_role_takes_a_seat() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		let roles = OPERATOR.and(COUNCIL);
		staff(id, &[(1, roles)]);
		assert_eq!(council(), [1]);
		assert_eq!(Accounts::<Test>::get(1), Some(Actor::Office(id, roles)));
	});
}

#[test]
fn an_inactive_office_takes_its_seat_when_it_is_active_again() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		let id = office("ECOLOGY");
		assert_ok!(Schemes::set_office_active(root(), id, false));
		staff(id, &[(2, COUNCIL)]);
		assert_eq!(council(), [1]);
		assert_ok!(Schemes::set_office_active(root(), id, true));
		assert_eq!(council(), [1, 2]);
	});
}

#[test]
fn an_account_that_comes_back_keeps_its_nonce_and_its_one_provider() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		staff(id, &[(1, OPERATOR)]);
		System::inc_account_nonce(1);
		assert_ok!(Schemes::remove_account(root(), 1));
		forget_events();

		assert_ok!(Schemes::add_account(root(), id, 1, OPERATOR));

		assert_event(Event::AccountAdded { office: id, account: 1, roles: OPERATOR });
		assert_eq!(System::providers(&1), 1);
		assert_eq!(System::account_nonce(1), 1);
	});
}

#[test]
fn only_governance_adds() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		staff(id, &[(1, OPERATOR)]);
		assert_noop!(Schemes::add_account(signed(1), id, 2, OPERATOR), BadOrigin);
	});
}

#[test]
fn roles_are_known_and_not_none() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		for bad in [Roles(0), Roles(16), Roles(255)] {
			assert_noop!(Schemes::add_account(root(), id, 1, bad), Error::<Test>::InvalidRoles);
		}
	});
}

#[test]
fn the_office_exists() {
	build_and_execute(|| {
		assert_noop!(
			Schemes::add_account(root(), OfficeId(1), 1, OPERATOR),
			Error::<Test>::UnknownOffice
		);
	});
}

#[test]
fn an_account_acts_for_one() {
	build_and_execute(|| {
		let (a, b) = (office("A"), office("B"));
		staff(a, &[(1, OPERATOR)]);
		assert_ok!(<Schemes as AccountBook<u64>>::bind(&2, PartyId(1)));
		for office in [a, b] {
			for account in [1, 2] {
				assert_noop!(
					Schemes::add_account(root(), office, account, OPERATOR),
					Error::<Test>::AccountTaken
				);
			}
		}
	});
}

#[test]
fn an_office_has_at_most_sixteen_accounts() {
	build_and_execute(|| {
		let (a, b) = (office("A"), office("B"));
		let all: Vec<_> = (1..=16).map(|account| (account, OPERATOR)).collect();
		staff(a, &all);
		assert_noop!(Schemes::add_account(root(), a, 17, OPERATOR), Error::<Test>::TooManyAccounts);
		staff(b, &[(17, OPERATOR)]);
		assert_ok!(Schemes::remove_account(root(), 16));
		staff(a, &[(18, OPERATOR)]);
	});
}

#[test]
fn an_office_has_one_seat() {
	build_and_execute(|| {
		let id = seated_office("FORESTRY", 1);
		assert_noop!(
			Schemes::add_account(root(), id, 2, OPERATOR.and(COUNCIL)),
			Error::<Test>::SeatTaken
		);
		seated_office("ECOLOGY", 2);
	});
}

#[test]
fn an_office_has_one_validator() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		staff(id, &[(1, VALIDATOR)]);
		assert_noop!(
			Schemes::add_account(root(), id, 2, OPERATOR.and(VALIDATOR)),
			Error::<Test>::ValidatorTaken
		);
		let other = office("ECOLOGY");
		staff(other, &[(2, VALIDATOR)]);
	});
}

#[test]
fn a_full_council_refuses() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		let id = office("ECOLOGY");
		MaxMembers::set(&1);
		assert_noop!(Schemes::add_account(root(), id, 2, COUNCIL), COUNCIL_FULL);
		staff(id, &[(2, OPERATOR)]);
	});
}
