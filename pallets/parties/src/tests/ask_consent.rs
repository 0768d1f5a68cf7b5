use super::*;

#[test]
fn a_party_asks_and_stops_asking() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		for asks_consent in [true, false] {
			let events = events_of(|| Parties::ask_consent(signed("Alice"), asks_consent));
			assert_eq!(events, [Event::ConsentSet { party, asks_consent }]);
			assert_eq!(record(party).asks_consent, asks_consent);
			assert_eq!(<Parties as PartyBook>::asks_consent(party), asks_consent);
			assert_noop!(
				Parties::ask_consent(signed("Alice"), asks_consent),
				Error::<Test>::NoChange
			);
		}
	});
}

#[test]
fn only_active_parties_ask() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		suspend(party);
		for other in others().into_iter().chain([forestry(), signed("Alice")]) {
			assert_noop!(Parties::ask_consent(other, true), BadOrigin);
		}
	});
}
