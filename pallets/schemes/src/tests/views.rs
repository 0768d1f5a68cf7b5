use super::*;
use codec::MaxEncodedLen;

#[test]
fn a_scheme_is_found_by_its_code() {
	build_and_execute(|| {
		scheme("WH");
		scheme("HS");
		assert_eq!(Schemes::scheme_by_code(code("HS")), Some(SchemeId(2)));
		assert_eq!(Schemes::scheme_by_code(code("SM")), None);
	});
}

#[test]
fn an_account_tells_whom_it_acts_for() {
	build_and_execute(|| {
		let a = office("A");
		staff(a, &[(1, VALIDATOR)]);
		assert_eq!(Schemes::actor_of(1), Some(Actor::Office(a, VALIDATOR)));
		assert_eq!(Schemes::actor_of(2), None);
	});
}

#[test]
fn an_overview_shows_who_does_what() {
	build_and_execute(|| {
		// given
		let (wh, hs) = (scheme("WH"), scheme("HS"));
		let (a, b) = (office("A"), office("B"));
		for (scheme, duty, offices, rule) in [
			(hs, Duty::Issue, vec![a], DutyRule::Any),
			(hs, Duty::Determine, vec![b, a], DutyRule::All),
			(wh, Duty::Register, vec![a], DutyRule::Any),
		] {
			assert_ok!(Schemes::assign_duty(root(), scheme, duty, holders(&offices), rule));
		}

		// when
		let overview = Schemes::overview(hs).unwrap();

		// then
		let shown = |id| OfficeOverview { id, office: Offices::<Test>::get(id).unwrap() };
		assert_eq!(
			overview,
			SchemeOverview {
				scheme: hs,
				profile: profile("HS"),
				rules: rules(),
				duties: vec![
					DutyOverview {
						duty: Duty::Determine,
						rule: DutyRule::All,
						offices: vec![shown(b), shown(a)],
					},
					DutyOverview {
						duty: Duty::Issue,
						rule: DutyRule::Any,
						offices: vec![shown(a)],
					},
				],
			}
		);
		assert_eq!(Schemes::overview(SchemeId(3)), None);
	});
}

#[test]
fn what_transactions_read_is_small() {
	assert!(SchemeRules::max_encoded_len() < 256);
	assert!(Office::max_encoded_len() < 512);
	assert!(DutyHolders::max_encoded_len() < 256);
}
