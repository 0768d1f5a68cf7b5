use super::*;

fn ensure_duty(office: OfficeId, scheme: SchemeId) -> Result<(), sp_runtime::DispatchError> {
	<Schemes as SchemeBook>::ensure_duty(office, scheme, Duty::Determine)
}

fn assign(scheme: SchemeId, offices: &[OfficeId], rule: DutyRule) {
	assert_ok!(Schemes::assign_duty(root(), scheme, Duty::Determine, holders(offices), rule));
}

#[test]
fn any_of_the_holders_may_sign_where_one_is_enough() {
	build_and_execute(|| {
		let wh = scheme("WH");
		let (a, b) = (office("A"), office("B"));
		assign(wh, &[a, b], DutyRule::Any);
		assert_ok!(ensure_duty(a, wh));
		assert_ok!(ensure_duty(b, wh));
	});
}

#[test]
fn one_signature_is_not_enough_for_a_joint_duty() {
	build_and_execute(|| {
		let hs = scheme("HS");
		let (a, b) = (office("A"), office("B"));
		assign(hs, &[a, b], DutyRule::All);
		assert_noop!(ensure_duty(a, hs), Error::<Test>::JointDuty);
		assert_noop!(ensure_duty(b, hs), Error::<Test>::JointDuty);
	});
}

#[test]
fn all_of_one_is_that_one() {
	build_and_execute(|| {
		let hs = scheme("HS");
		let a = office("A");
		assign(hs, &[a], DutyRule::All);
		assert_ok!(ensure_duty(a, hs));
	});
}

#[test]
fn who_does_not_hold_the_duty_may_not_sign() {
	build_and_execute(|| {
		let (wh, hs) = (scheme("WH"), scheme("HS"));
		let (a, b, c) = (office("A"), office("B"), office("C"));
		// nobody's duty
		assert_noop!(ensure_duty(a, wh), Error::<Test>::DutyNotHeld);
		// another's
		assign(wh, &[b], DutyRule::Any);
		assert_noop!(ensure_duty(a, wh), Error::<Test>::DutyNotHeld);
		// others' together
		assign(wh, &[b, c], DutyRule::All);
		assert_noop!(ensure_duty(a, wh), Error::<Test>::DutyNotHeld);
		// held in another scheme
		assert_noop!(ensure_duty(b, hs), Error::<Test>::DutyNotHeld);
		// another duty held
		assert_noop!(
			<Schemes as SchemeBook>::ensure_duty(b, wh, Duty::Issue),
			Error::<Test>::DutyNotHeld
		);
	});
}

#[test]
fn a_duty_needs_a_scheme_and_an_active_office() {
	build_and_execute(|| {
		let wh = scheme("WH");
		let a = office("A");
		assign(wh, &[a], DutyRule::Any);
		assert_noop!(ensure_duty(a, SchemeId(2)), Error::<Test>::UnknownScheme);
		assert_noop!(ensure_duty(OfficeId(2), wh), Error::<Test>::UnknownOffice);
		assert_ok!(Schemes::set_office_active(root(), a, false));
		assert_noop!(ensure_duty(a, wh), Error::<Test>::OfficeInactive);
	});
}

#[test]
fn schemes_and_offices_are_looked_up() {
	build_and_execute(|| {
		let wh = scheme("WH");
		let a = office("A");
		assert_eq!(<Schemes as SchemeBook>::rules(wh), Some(rules()));
		assert_eq!(<Schemes as SchemeBook>::rules(SchemeId(2)), None);
		assert!(<Schemes as SchemeBook>::is_active(a));
		assert!(!<Schemes as SchemeBook>::is_active(OfficeId(2)));
		assert!(!<Schemes as SchemeBook>::office_exists(OfficeId(2)));
		assert_ok!(Schemes::set_office_active(root(), a, false));
		assert!(<Schemes as SchemeBook>::office_exists(a));
		assert_eq!(<Schemes as SchemeBook>::party_of(a), None);
		assert_eq!(<Schemes as SchemeBook>::party_of(OfficeId(2)), None);
	});
}

#[test]
fn an_account_is_bound_to_a_party_and_released() {
	build_and_execute(|| {
		// given
		let (account, party) = (1, PartyId(3));
		assert_eq!(<Schemes as AccountBook<u64>>::actor(&account), None);

		// when
		assert_ok!(<Schemes as AccountBook<u64>>::bind(&account, party));

		// then
		assert_eq!(<Schemes as AccountBook<u64>>::actor(&account), Some(Actor::Party(party)));
		assert!(AccountsOf::<Test>::contains_key(Holder::Party(party), account));
		assert_eq!(System::providers(&account), 1);
		assert_ok!(Schemes::do_try_state());

		// when
		System::inc_account_nonce(account);
		assert_ok!(<Schemes as AccountBook<u64>>::unbind(&account));

		// then
		assert_eq!(<Schemes as AccountBook<u64>>::actor(&account), None);
		assert!(!AccountsOf::<Test>::contains_key(Holder::Party(party), account));
		assert_eq!(System::providers(&account), 1);
		assert_eq!(System::account_nonce(account), 1);

		// when
		assert_ok!(<Schemes as AccountBook<u64>>::bind(&account, PartyId(4)));

		// then
		assert_eq!(System::providers(&account), 1);
	});
}

#[test]
fn an_account_that_acts_for_somebody_is_not_bound() {
	build_and_execute(|| {
		let a = office("A");
		staff(a, &[(1, OPERATOR)]);
		assert_ok!(<Schemes as AccountBook<u64>>::bind(&2, PartyId(1)));
		for account in [1, 2] {
			assert_noop!(
				<Schemes as AccountBook<u64>>::bind(&account, PartyId(1)),
				Error::<Test>::AccountTaken
			);
		}
	});
}

#[test]
fn only_a_partys_account_is_released() {
	build_and_execute(|| {
		let a = office("A");
		staff(a, &[(1, OPERATOR)]);
		assert_noop!(<Schemes as AccountBook<u64>>::unbind(&1), Error::<Test>::NotAPartyAccount);
		assert_noop!(<Schemes as AccountBook<u64>>::unbind(&2), Error::<Test>::UnknownAccount);
	});
}

#[test]
fn a_provider_is_given_once() {
	build_and_execute(|| {
		<Schemes as AccountBook<u64>>::sustain(&1);
		<Schemes as AccountBook<u64>>::sustain(&1);
		assert_eq!(System::providers(&1), 1);
		staff(office("A"), &[(1, OPERATOR)]);
		assert_eq!(System::providers(&1), 1);
	});
}

#[cfg(feature = "try-runtime")]
#[test]
fn bound_lists_the_parties_accounts() {
	build_and_execute(|| {
		staff(office("A"), &[(1, OPERATOR)]);
		assert_ok!(<Schemes as AccountBook<u64>>::bind(&2, PartyId(1)));
		assert_eq!(<Schemes as AccountBook<u64>>::bound(), [(2, PartyId(1))]);
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_of_others_get_a_scheme_and_an_office() {
	build_and_execute(|| {
		let a = <Schemes as AccountBook<u64>>::benchmark_office(&1);
		assert_eq!(<Schemes as AccountBook<u64>>::benchmark_office(&1), a);
		let b = <Schemes as AccountBook<u64>>::benchmark_office(&2);
		assert_ne!(a, b);
		let wh = <Schemes as SchemeBook>::benchmark_scheme(a);
		let hs = <Schemes as SchemeBook>::benchmark_scheme(b);
		assert_ne!(wh, hs);
		assert_eq!(<Schemes as SchemeBook>::party_of(a), Some(PartyId(1)));
		for duty in Duty::ALL {
			assert_ok!(<Schemes as SchemeBook>::ensure_duty(a, wh, *duty));
			assert_ok!(<Schemes as SchemeBook>::ensure_duty(b, hs, *duty));
		}
		let rules = <Schemes as SchemeBook>::rules(wh).unwrap();
		assert!(rules.in_force(Day(0)) && rules.in_force(Day(30_000)));
		for ecosystem in Ecosystem::ALL {
			assert!(rules.ecosystems.contains(*ecosystem));
		}
	});
}
