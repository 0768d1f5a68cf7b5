use super::*;

#[test]
fn an_office_begins_active_and_alone() {
	build_and_execute(|| {
		// given
		office("FORESTRY");
		forget_events();

		// when
		assert_ok!(Schemes::add_office(root(), office_code("COUNTY2"), names()));

		// then
		let id = OfficeId(2);
		assert_event(Event::OfficeAdded { office: id, code: office_code("COUNTY2") });
		assert_eq!(
			Offices::<Test>::get(id),
			Some(Office {
				code: office_code("COUNTY2"),
				names: names(),
				party: None,
				active: true,
				accounts: 0,
			})
		);
		assert_eq!(OfficeCodes::<Test>::get(office_code("COUNTY2")), Some(id));
	});
}

#[test]
fn offices_count_from_one() {
	build_and_execute(|| {
		assert_eq!(office("A"), OfficeId(1));
		assert_eq!(office("ABCDEFGHIJKLMNOP"), OfficeId(2));
	});
}

#[test]
fn only_governance_adds() {
	build_and_execute(|| {
		assert_noop!(Schemes::add_office(signed(1), office_code("A"), names()), BadOrigin);
	});
}

#[test]
fn a_code_is_capitals_and_digits() {
	build_and_execute(|| {
		for bad in ["", "forestry", "A-1", "A 1", "林"] {
			assert_noop!(
				Schemes::add_office(root(), office_code(bad), names()),
				Error::<Test>::InvalidCode
			);
		}
	});
}

#[test]
fn a_code_is_given_once() {
	build_and_execute(|| {
		office("FORESTRY");
		assert_noop!(
			Schemes::add_office(root(), office_code("FORESTRY"), names()),
			Error::<Test>::CodeTaken
		);
	});
}

#[test]
fn names_are_utf8_and_not_blank() {
	build_and_execute(|| {
		let invalid = Names { zh: gbk(), ..names() };
		assert_noop!(
			Schemes::add_office(root(), office_code("A"), invalid),
			Error::<Test>::InvalidText
		);
		let blank = Names { en: text(""), ..names() };
		assert_noop!(
			Schemes::add_office(root(), office_code("A"), blank),
			Error::<Test>::BlankText
		);
	});
}

#[test]
fn numbers_are_used_up() {
	build_and_execute(|| {
		NextOffice::<Test>::put(OfficeId(u16::MAX));
		assert_noop!(
			Schemes::add_office(root(), office_code("A"), names()),
			Error::<Test>::IdsExhausted
		);
	});
}
