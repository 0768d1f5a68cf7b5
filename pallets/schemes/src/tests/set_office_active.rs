use super::*;
use crate::EnsureOffice;
use frame_support::traits::EnsureOrigin;

#[test]
fn an_inactive_office_does_nothing_at_once() {
	build_and_execute(|| {
		// given
		let id = office("FORESTRY");
		let wh = scheme("WH");
		staff(id, &[(1, OPERATOR)]);
		assert_ok!(Schemes::assign_duty(root(), wh, Duty::Issue, holders(&[id]), DutyRule::Any));
		assert_ok!(<Schemes as SchemeBook>::ensure_duty(id, wh, Duty::Issue));
		assert!(EnsureOffice::<Test>::ensure_origin(signed(1)).is_ok());
		forget_events();

		// when
		assert_ok!(Schemes::set_office_active(root(), id, false));

		// then
		assert_event(Event::OfficeDeactivated { office: id });
		assert!(!<Schemes as SchemeBook>::is_active(id));
		assert!(EnsureOffice::<Test>::ensure_origin(signed(1)).is_err());
		assert_noop!(
			<Schemes as SchemeBook>::ensure_duty(id, wh, Duty::Issue),
			Error::<Test>::OfficeInactive
		);
		// its duties and accounts stay listed
		assert!(Duties::<Test>::contains_key(wh, Duty::Issue));
		assert_eq!(Accounts::<Test>::get(1), Some(Actor::Office(id, OPERATOR)));

		// when
		forget_events();
		assert_ok!(Schemes::set_office_active(root(), id, true));

		// then
		assert_event(Event::OfficeActivated { office: id });
		assert!(<Schemes as SchemeBook>::is_active(id));
		assert!(EnsureOffice::<Test>::ensure_origin(signed(1)).is_ok());
		assert_ok!(<Schemes as SchemeBook>::ensure_duty(id, wh, Duty::Issue));
	});
}

#[test]
fn the_council_seat_goes_and_comes_back() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		let id = office("ECOLOGY");
		staff(id, &[(2, OPERATOR), (3, COUNCIL), (4, VALIDATOR)]);
		assert_eq!(council(), [1, 3]);

		assert_ok!(Schemes::set_office_active(root(), id, false));
		assert_eq!(council(), [1]);

		assert_ok!(Schemes::set_office_active(root(), id, true));
		assert_eq!(council(), [1, 3]);
	});
}

#[test]
fn the_last_seat_stays() {
	build_and_execute(|| {
		let id = seated_office("FORESTRY", 1);
		assert_noop!(Schemes::set_office_active(root(), id, false), Error::<Test>::LastSeat);
	});
}

#[test]
fn a_full_council_keeps_the_office_inactive() {
	build_and_execute(|| {
		seated_office("FORESTRY", 1);
		let id = seated_office("ECOLOGY", 2);
		assert_ok!(Schemes::set_office_active(root(), id, false));
		MaxMembers::set(&1);
		assert_noop!(Schemes::set_office_active(root(), id, true), COUNCIL_FULL);
	});
}

#[test]
fn only_governance_decides() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		assert_noop!(Schemes::set_office_active(signed(1), id, false), BadOrigin);
	});
}

#[test]
fn the_office_exists() {
	build_and_execute(|| {
		assert_noop!(
			Schemes::set_office_active(root(), OfficeId(1), false),
			Error::<Test>::UnknownOffice
		);
	});
}

#[test]
fn what_is_so_already_is_an_error() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		assert_noop!(Schemes::set_office_active(root(), id, true), Error::<Test>::NoChange);
		assert_ok!(Schemes::set_office_active(root(), id, false));
		assert_noop!(Schemes::set_office_active(root(), id, false), Error::<Test>::NoChange);
	});
}
