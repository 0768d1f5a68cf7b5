use super::*;

#[test]
fn a_reinstated_party_is_as_before() {
	build_and_execute(|| {
		// given
		let party = organisation_of("Alice", 1);
		let before = record(party);
		suspend(party);

		// when
		let events = events_of(|| Parties::reinstate(forestry(), party, EVIDENCE));

		// then
		assert_eq!(events, [Event::PartyReinstated { party, by: FORESTRY, evidence: EVIDENCE }]);
		assert_eq!(record(party), before);
	});
}

#[test]
fn no_office_reinstates_its_own_party() {
	build_and_execute(|| {
		let (own, other) = (organisation(1), organisation(2));
		owns_as(FORESTRY, own);
		suspend(own);
		suspend(other);
		assert_noop!(Parties::reinstate(forestry(), own, EVIDENCE), Error::<Test>::OwnApplication);
		assert_ok!(Parties::reinstate(forestry(), other, EVIDENCE));
		// Another's party it may reinstate, be that an office's too.
		owns_as(FORESTRY, other);
		owns_as(FINANCE, own);
		assert_ok!(Parties::reinstate(forestry(), own, EVIDENCE));
	});
}

#[test]
fn an_active_party_is_not_reinstated() {
	build_and_execute(|| {
		let party = organisation(1);
		assert_noop!(Parties::reinstate(forestry(), party, EVIDENCE), Error::<Test>::NotSuspended);
	});
}

#[test]
fn only_register_of_the_partys_scheme_reinstates() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		suspend(party);
		for other in others().into_iter().chain([signed("Alice")]) {
			assert_noop!(Parties::reinstate(other, party, EVIDENCE), BadOrigin);
		}
		assert_noop!(
			Parties::reinstate(centre(), party, EVIDENCE),
			SchemesError::<Test>::DutyNotHeld
		);
		assert_noop!(
			Parties::reinstate(forestry(), UNKNOWN, EVIDENCE),
			Error::<Test>::UnknownParty
		);
	});
}
