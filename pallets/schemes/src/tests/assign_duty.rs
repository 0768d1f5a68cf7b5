use super::*;

#[test]
fn h10_two_offices_determine_together() {
	build_and_execute(|| {
		// given
		let hs = scheme("HS");
		let offices = holders(&[office("NATRES"), office("FORESTRY")]);
		let (duty, rule) = (Duty::Determine, DutyRule::All);
		forget_events();

		// when
		assert_ok!(Schemes::assign_duty(root(), hs, duty, offices.clone(), rule));

		// then
		assert_event(Event::DutyAssigned { scheme: hs, duty, offices: offices.clone(), rule });
		assert_eq!(Duties::<Test>::get(hs, duty), Some(DutyHolders { offices, rule }));
	});
}

#[test]
fn new_holders_replace_the_old_ones_of_this_duty_alone() {
	build_and_execute(|| {
		let (wh, hs) = (scheme("WH"), scheme("HS"));
		let (a, b) = (office("A"), office("B"));
		let any = DutyRule::Any;
		for (scheme, duty) in [(wh, Duty::Issue), (wh, Duty::File), (hs, Duty::Issue)] {
			assert_ok!(Schemes::assign_duty(root(), scheme, duty, holders(&[a]), any));
		}

		assert_ok!(Schemes::assign_duty(root(), wh, Duty::Issue, holders(&[b]), any));

		let held = |scheme, duty| Duties::<Test>::get(scheme, duty).unwrap().offices;
		assert_eq!(held(wh, Duty::Issue), holders(&[b]));
		assert_eq!(held(wh, Duty::File), holders(&[a]));
		assert_eq!(held(hs, Duty::Issue), holders(&[a]));
	});
}

#[test]
fn no_offices_means_nobody() {
	build_and_execute(|| {
		let wh = scheme("WH");
		let id = office("FORESTRY");
		let (duty, rule) = (Duty::Issue, DutyRule::Any);
		assert_ok!(Schemes::assign_duty(root(), wh, duty, holders(&[id]), rule));
		forget_events();

		assert_ok!(Schemes::assign_duty(root(), wh, duty, holders(&[]), rule));

		assert_event(Event::DutyAssigned { scheme: wh, duty, offices: holders(&[]), rule });
		assert_eq!(Duties::<Test>::get(wh, duty), None);
		assert_noop!(
			<Schemes as SchemeBook>::ensure_duty(id, wh, duty),
			Error::<Test>::DutyNotHeld
		);
	});
}

#[test]
fn only_governance_assigns() {
	build_and_execute(|| {
		let wh = scheme("WH");
		assert_noop!(
			Schemes::assign_duty(signed(1), wh, Duty::Issue, holders(&[]), DutyRule::Any),
			BadOrigin
		);
	});
}

#[test]
fn the_scheme_exists() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		for offices in [holders(&[]), holders(&[id])] {
			assert_noop!(
				Schemes::assign_duty(root(), SchemeId(1), Duty::Issue, offices, DutyRule::Any),
				Error::<Test>::UnknownScheme
			);
		}
	});
}

#[test]
fn an_office_holds_a_duty_once() {
	build_and_execute(|| {
		let wh = scheme("WH");
		let (a, b) = (office("A"), office("B"));
		assert_noop!(
			Schemes::assign_duty(root(), wh, Duty::Issue, holders(&[a, b, a]), DutyRule::Any),
			Error::<Test>::RepeatedOffice
		);
	});
}

#[test]
fn every_office_exists() {
	build_and_execute(|| {
		let wh = scheme("WH");
		let a = office("A");
		let offices = holders(&[a, OfficeId(2)]);
		assert_noop!(
			Schemes::assign_duty(root(), wh, Duty::Issue, offices, DutyRule::Any),
			Error::<Test>::UnknownOffice
		);
	});
}

#[test]
fn every_office_is_active() {
	build_and_execute(|| {
		let wh = scheme("WH");
		let (a, b) = (office("A"), office("B"));
		assert_ok!(Schemes::set_office_active(root(), b, false));
		assert_noop!(
			Schemes::assign_duty(root(), wh, Duty::Issue, holders(&[a, b]), DutyRule::Any),
			Error::<Test>::OfficeInactive
		);
	});
}
