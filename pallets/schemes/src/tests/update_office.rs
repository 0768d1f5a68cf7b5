use super::*;

#[test]
fn an_authority_that_buys_owns_as_a_party() {
	build_and_execute(|| {
		// given
		let id = seated_office("FORESTRY", 1);
		let before = Offices::<Test>::get(id).unwrap();
		let names = Names { zh: text("林业局"), en: text("Forestry") };
		let party = Some(PartyId(10));
		forget_events();

		// when
		assert_ok!(Schemes::update_office(root(), id, names.clone(), party));

		// then
		assert_event(Event::OfficeUpdated { office: id, party });
		assert_eq!(Offices::<Test>::get(id), Some(Office { names, party, ..before }));
		assert_eq!(<Schemes as SchemeBook>::party_of(id), party);
	});
}

#[test]
fn an_office_ceases_to_be_a_party() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		assert_ok!(Schemes::update_office(root(), id, names(), Some(PartyId(1))));
		forget_events();
		assert_ok!(Schemes::update_office(root(), id, names(), None));
		assert_event(Event::OfficeUpdated { office: id, party: None });
		assert_eq!(<Schemes as SchemeBook>::party_of(id), None);
	});
}

#[test]
fn only_governance_updates() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		assert_noop!(Schemes::update_office(signed(1), id, names(), None), BadOrigin);
	});
}

#[test]
fn the_office_exists() {
	build_and_execute(|| {
		assert_noop!(
			Schemes::update_office(root(), OfficeId(1), names(), None),
			Error::<Test>::UnknownOffice
		);
	});
}

#[test]
fn names_are_utf8_and_not_blank() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		let invalid = Names { en: gbk(), ..names() };
		assert_noop!(Schemes::update_office(root(), id, invalid, None), Error::<Test>::InvalidText);
		let blank = Names { zh: text(" "), ..names() };
		assert_noop!(Schemes::update_office(root(), id, blank, None), Error::<Test>::BlankText);
	});
}

#[test]
fn the_party_is_registered() {
	build_and_execute(|| {
		let id = office("FORESTRY");
		assert_noop!(
			Schemes::update_office(root(), id, names(), Some(PartyId(11))),
			Error::<Test>::UnknownParty
		);
	});
}
