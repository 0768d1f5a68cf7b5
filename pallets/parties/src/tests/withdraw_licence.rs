use super::*;

#[test]
fn a_licence_ends_in_its_scheme() {
	build_and_execute(|| {
		// given
		let party = organisation(1);
		for scheme in [WH, HS] {
			assert_ok!(Parties::grant_licence(finance(), scheme, party, EVIDENCE));
		}

		// when
		let events = events_of(|| Parties::withdraw_licence(finance(), WH, party, EVIDENCE));

		// then
		let (scheme, by, evidence) = (WH, FINANCE, EVIDENCE);
		assert_eq!(events, [Event::LicenceWithdrawn { scheme, party, by, evidence }]);
		assert!(!Parties::is_licensed(WH, party) && Parties::is_licensed(HS, party));
		assert_noop!(
			Parties::withdraw_licence(finance(), WH, party, EVIDENCE),
			Error::<Test>::NotLicensed
		);
	});
}

#[test]
fn a_suspended_party_loses_its_licence_too() {
	build_and_execute(|| {
		let party = organisation(1);
		assert_ok!(Parties::grant_licence(finance(), WH, party, EVIDENCE));
		suspend(party);
		assert_ok!(Parties::withdraw_licence(finance(), WH, party, EVIDENCE));
		assert_eq!(Licences::<Test>::get(WH, party), None);
	});
}

#[test]
fn an_office_may_withdraw_its_own_partys_licence() {
	build_and_execute(|| {
		let party = organisation(1);
		assert_ok!(Parties::grant_licence(finance(), WH, party, EVIDENCE));
		owns_as(FINANCE, party);
		assert_ok!(Parties::withdraw_licence(finance(), WH, party, EVIDENCE));
	});
}

#[test]
fn only_oversee_finance_of_the_scheme_withdraws() {
	build_and_execute(|| {
		let party = organisation(1);
		assert_ok!(Parties::grant_licence(finance(), WH, party, EVIDENCE));
		let withdraw = |origin, scheme| Parties::withdraw_licence(origin, scheme, party, EVIDENCE);
		for other in others() {
			assert_noop!(withdraw(other, WH), BadOrigin);
		}
		assert_noop!(withdraw(forestry(), WH), SchemesError::<Test>::DutyNotHeld);
		assert_noop!(withdraw(finance(), UNKNOWN_SCHEME), SchemesError::<Test>::UnknownScheme);
		assert_noop!(
			Parties::withdraw_licence(finance(), WH, UNKNOWN, EVIDENCE),
			Error::<Test>::UnknownParty
		);
	});
}
