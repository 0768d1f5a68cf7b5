use super::*;
use frame_support::dispatch::DispatchResult;

fn update(origin: RuntimeOrigin, scheme: SchemeId, rules: SchemeRules) -> DispatchResult {
	Schemes::update_scheme(origin, scheme, names(), instrument(), statement(), rules)
}

#[test]
fn texts_and_rules_are_replaced_and_the_code_stays() {
	build_and_execute(|| {
		// given
		let id = scheme("WH");
		let names = Names { zh: text("新"), en: text("New") };
		let instrument = Instrument { zh: text("新办法"), en: text("New measures") };
		let statement = Statement { zh: text("新声明"), en: text("New statement") };
		let rules = SchemeRules { ecosystems: Ecosystems(31), ..rules() };
		forget_events();

		// when
		assert_ok!(Schemes::update_scheme(
			root(),
			id,
			names.clone(),
			instrument.clone(),
			statement.clone(),
			rules.clone()
		));

		// then
		assert_event(Event::SchemeUpdated { scheme: id });
		assert_eq!(crate::Schemes::<Test>::get(id), Some(rules));
		let profile = Profile { code: code("WH"), names, instrument, statement };
		assert_eq!(Profiles::<Test>::get(id), Some(profile));
	});
}

#[test]
fn w23_governance_ends_a_scheme_or_prolongs_it() {
	build_and_execute(|| {
		let id = scheme("WH");
		let last = Day(21_183);
		assert!(<Schemes as SchemeBook>::rules(id).unwrap().in_force(last));

		assert_ok!(update(root(), id, SchemeRules { valid_until: Some(last), ..rules() }));
		assert!(!<Schemes as SchemeBook>::rules(id).unwrap().in_force(last));

		assert_ok!(update(root(), id, SchemeRules { valid_until: None, ..rules() }));
		assert!(<Schemes as SchemeBook>::rules(id).unwrap().in_force(Day(30_000)));
	});
}

#[test]
fn only_governance_updates() {
	build_and_execute(|| {
		let id = scheme("WH");
		assert_noop!(update(signed(1), id, rules()), BadOrigin);
	});
}

#[test]
fn the_scheme_exists() {
	build_and_execute(|| {
		scheme("WH");
		assert_noop!(update(root(), SchemeId(2), rules()), Error::<Test>::UnknownScheme);
		assert_noop!(update(root(), SchemeId(0), rules()), Error::<Test>::UnknownScheme);
	});
}

#[test]
fn texts_are_utf8_and_not_blank() {
	build_and_execute(|| {
		let id = scheme("WH");
		for (bad, error) in [
			(gbk(), Error::<Test>::InvalidText),
			(text("a\nb"), Error::<Test>::InvalidText),
			(text(" "), Error::<Test>::BlankText),
		] {
			let names = Names { en: bad, ..names() };
			assert_noop!(
				Schemes::update_scheme(root(), id, names, instrument(), statement(), rules()),
				error
			);
		}
		for (bad, error) in
			[(gbk(), Error::<Test>::InvalidText), (text(" "), Error::<Test>::BlankText)]
		{
			let instrument = Instrument { en: bad, ..instrument() };
			assert_noop!(
				Schemes::update_scheme(root(), id, names(), instrument, statement(), rules()),
				error
			);
		}
		for (bad, error) in
			[(gbk(), Error::<Test>::InvalidText), (text(" "), Error::<Test>::BlankText)]
		{
			let statement = Statement { zh: bad, ..statement() };
			assert_noop!(
				Schemes::update_scheme(root(), id, names(), instrument(), statement, rules()),
				error
			);
		}
	});
}

#[test]
fn rules_make_sense() {
	build_and_execute(|| {
		let id = scheme("WH");
		for (bad, error) in add_scheme::bad_rules() {
			assert_noop!(update(root(), id, bad), error);
		}
	});
}
