use super::*;

#[test]
fn a_suspended_party_keeps_its_entry_and_accounts() {
	build_and_execute(|| {
		// given
		let party = organisation_of("Alice", 1);
		let before = record(party);

		// when
		let events = events_of(|| Parties::suspend(forestry(), party, EVIDENCE));

		// then
		assert_eq!(events, [Event::PartySuspended { party, by: FORESTRY, evidence: EVIDENCE }]);
		assert_eq!(record(party), Party { status: PartyStatus::Suspended, ..before });
		assert_eq!(System::providers(&account("Alice")), 1);
	});
}

#[test]
fn an_office_may_suspend_its_own_party() {
	build_and_execute(|| {
		let party = organisation(1);
		owns_as(FORESTRY, party);
		suspend(party);
		assert!(!Parties::is_active(party));
	});
}

#[test]
fn a_party_is_suspended_once() {
	build_and_execute(|| {
		let party = organisation(1);
		suspend(party);
		assert_noop!(Parties::suspend(forestry(), party, EVIDENCE), Error::<Test>::Suspended);
	});
}

#[test]
fn only_register_of_the_partys_scheme_suspends() {
	build_and_execute(|| {
		let party = organisation(1);
		for other in others() {
			assert_noop!(Parties::suspend(other, party, EVIDENCE), BadOrigin);
		}
		assert_noop!(
			Parties::suspend(centre(), party, EVIDENCE),
			SchemesError::<Test>::DutyNotHeld
		);
		assert_noop!(Parties::suspend(forestry(), UNKNOWN, EVIDENCE), Error::<Test>::UnknownParty);
	});
}
