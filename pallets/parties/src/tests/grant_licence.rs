use super::*;

#[test]
fn w4_h4_the_finance_regulator_licenses_pledgees() {
	build_and_execute(|| {
		// given
		let party = organisation(1);

		// when
		let events = events_of(|| Parties::grant_licence(finance(), WH, party, EVIDENCE));

		// then
		let (scheme, by, evidence) = (WH, FINANCE, EVIDENCE);
		assert_eq!(events, [Event::LicenceGranted { scheme, party, by, evidence }]);
		let licence = Licence { by, since: TODAY, evidence };
		assert_eq!(Licences::<Test>::get(WH, party), Some(licence));
		assert!(Parties::is_licensed(WH, party) && !Parties::is_licensed(HS, party));
	});
}

#[test]
fn a_party_is_licensed_once_in_each_scheme() {
	build_and_execute(|| {
		let party = organisation(1);
		for scheme in [WH, HS] {
			assert_ok!(Parties::grant_licence(finance(), scheme, party, EVIDENCE));
			assert_noop!(
				Parties::grant_licence(finance(), scheme, party, EVIDENCE),
				Error::<Test>::AlreadyLicensed
			);
		}
	});
}

#[test]
fn no_office_licenses_its_own_party() {
	build_and_execute(|| {
		let (own, other) = (organisation(1), organisation(2));
		owns_as(FINANCE, own);
		owns_as(FORESTRY, other);
		assert_noop!(
			Parties::grant_licence(finance(), WH, own, EVIDENCE),
			Error::<Test>::OwnApplication
		);
		assert_ok!(Parties::grant_licence(finance(), WH, other, EVIDENCE));
	});
}

#[test]
fn only_oversee_finance_of_the_scheme_licenses() {
	build_and_execute(|| {
		let party = organisation(1);
		let grant = |origin, scheme| Parties::grant_licence(origin, scheme, party, EVIDENCE);
		for other in others() {
			assert_noop!(grant(other, WH), BadOrigin);
		}
		assert_noop!(grant(forestry(), WH), SchemesError::<Test>::DutyNotHeld);
		assert_noop!(grant(finance(), UNKNOWN_SCHEME), SchemesError::<Test>::UnknownScheme);
	});
}

#[test]
fn the_party_must_be_registered_and_active() {
	build_and_execute(|| {
		let grant = |party| Parties::grant_licence(finance(), WH, party, EVIDENCE);
		assert_noop!(grant(UNKNOWN), Error::<Test>::UnknownParty);
		let party = organisation(1);
		suspend(party);
		assert_noop!(grant(party), Error::<Test>::Suspended);
	});
}
