use super::*;

const COMMITMENT: H256 = H256::repeat_byte(1);
const TAG: H256 = H256::repeat_byte(2);

#[test]
fn a_person_is_registered_by_two_hashes() {
	build_and_execute(|| {
		// when
		let events = events_of(|| Parties::register_person(forestry(), WH, COMMITMENT, TAG));

		// then
		let party = PartyId(1);
		assert_eq!(events, [Event::PartyRegistered { party, scheme: WH, by: FORESTRY }]);
		let person = Identity::Person { commitment: COMMITMENT, tag: TAG };
		assert_eq!(record(party), Party::new(person, WH, FORESTRY, TODAY));
		assert_eq!(Tags::<Test>::get(WH, TAG), Some(party));
		assert_eq!(NextParty::<Test>::get(), PartyId(2));
	});
}

#[test]
fn a_tag_is_registered_once_in_a_scheme() {
	build_and_execute(|| {
		assert_ok!(Parties::register_person(forestry(), WH, COMMITMENT, TAG));
		assert_noop!(
			Parties::register_person(forestry(), WH, H256::repeat_byte(3), TAG),
			Error::<Test>::AlreadyRegistered
		);
		// Another Register has another key: there an equal tag is another person.
		assert_ok!(Parties::register_person(centre(), HS, COMMITMENT, TAG));
		assert_eq!(Tags::<Test>::get(HS, TAG), Some(PartyId(2)));
		assert_eq!(record(PartyId(2)).registered_by, CENTRE);
	});
}

#[test]
fn only_register_of_the_scheme_registers() {
	build_and_execute(|| {
		let register = |origin, scheme| Parties::register_person(origin, scheme, COMMITMENT, TAG);
		for other in others() {
			assert_noop!(register(other, WH), BadOrigin);
		}
		assert_noop!(register(finance(), WH), SchemesError::<Test>::DutyNotHeld);
		assert_noop!(register(forestry(), HS), SchemesError::<Test>::DutyNotHeld);
		assert_noop!(register(forestry(), UNKNOWN_SCHEME), SchemesError::<Test>::UnknownScheme);
	});
}

#[test]
fn numbers_are_not_reused() {
	build_and_execute(|| {
		NextParty::<Test>::put(PartyId(u32::MAX));
		assert_noop!(
			Parties::register_person(forestry(), WH, COMMITMENT, TAG),
			Error::<Test>::IdsExhausted
		);
	});
}
