use super::*;

#[test]
fn a_third_city_is_data() {
	build_and_execute(|| {
		// given
		scheme("WH");
		scheme("HS");
		forget_events();

		// when
		assert_ok!(Schemes::add_scheme(root(), profile("SM"), rules()));

		// then
		let id = SchemeId(3);
		assert_event(Event::SchemeAdded { scheme: id, code: code("SM") });
		assert_eq!(crate::Schemes::<Test>::get(id), Some(rules()));
		assert_eq!(Profiles::<Test>::get(id), Some(profile("SM")));
		assert_eq!(SchemeCodes::<Test>::get(code("SM")), Some(id));
		assert_eq!(Duties::<Test>::iter_prefix(id).count(), 0);
	});
}

#[test]
fn schemes_count_from_one() {
	build_and_execute(|| {
		assert_eq!(scheme("WH"), SchemeId(1));
		assert_eq!(scheme("HS"), SchemeId(2));
	});
}

#[test]
fn only_governance_adds() {
	build_and_execute(|| {
		assert_noop!(Schemes::add_scheme(signed(1), profile("WH"), rules()), BadOrigin);
	});
}

#[test]
fn a_code_is_capitals() {
	build_and_execute(|| {
		for bad in ["", "W", "wh", "W1"] {
			assert_noop!(
				Schemes::add_scheme(root(), profile(bad), rules()),
				Error::<Test>::InvalidCode
			);
		}
	});
}

#[test]
fn a_code_is_given_once() {
	build_and_execute(|| {
		scheme("WH");
		assert_noop!(Schemes::add_scheme(root(), profile("WH"), rules()), Error::<Test>::CodeTaken);
	});
}

#[test]
fn texts_are_utf8_and_not_blank() {
	build_and_execute(|| {
		let (names, instrument, statement) = (names(), instrument(), statement());
		let good = profile("WH");
		for bad in [
			Profile { names: Names { zh: gbk(), ..names.clone() }, ..good.clone() },
			Profile { names: Names { en: gbk(), ..names.clone() }, ..good.clone() },
			Profile { instrument: Instrument { zh: gbk(), ..instrument.clone() }, ..good.clone() },
			Profile { instrument: Instrument { en: gbk(), ..instrument.clone() }, ..good.clone() },
			Profile { statement: Statement { zh: gbk(), ..statement.clone() }, ..good.clone() },
			Profile { statement: Statement { en: gbk(), ..statement.clone() }, ..good.clone() },
		] {
			assert_noop!(Schemes::add_scheme(root(), bad, rules()), Error::<Test>::InvalidText);
		}
		for blank in [
			Profile { names: Names { zh: text(" "), ..names }, ..good.clone() },
			Profile { instrument: Instrument { zh: text(""), ..instrument }, ..good.clone() },
			Profile { statement: Statement { en: text("\u{3000}"), ..statement }, ..good },
		] {
			assert_noop!(Schemes::add_scheme(root(), blank, rules()), Error::<Test>::BlankText);
		}
	});
}

/// Every way in which rules can be wrong, with its error.
pub(super) fn bad_rules() -> Vec<(SchemeRules, Error<Test>)> {
	let good = rules();
	let periods = good.periods;
	vec![
		(
			SchemeRules { valid_until: Some(good.valid_from), ..good.clone() },
			Error::InvalidValidity,
		),
		(SchemeRules { valid_until: Some(Day(1)), ..good.clone() }, Error::InvalidValidity),
		(SchemeRules { ecosystems: Ecosystems(0), ..good.clone() }, Error::NoEcosystem),
		(SchemeRules { ecosystems: Ecosystems(32), ..good.clone() }, Error::NoEcosystem),
		(
			SchemeRules {
				bounds: BoundingBox { east: good.bounds.west, ..good.bounds },
				..good.clone()
			},
			Error::InvalidBounds,
		),
		(
			SchemeRules { periods: Periods { loss_notice: 0, ..periods }, ..good.clone() },
			Error::InvalidPeriods,
		),
		(
			SchemeRules { periods: Periods { transfer: 0, ..periods }, ..good.clone() },
			Error::InvalidPeriods,
		),
		(
			SchemeRules { periods: Periods { pledge_offer: 0, ..periods }, ..good.clone() },
			Error::InvalidPeriods,
		),
		(
			SchemeRules { periods: Periods { offset: 0, ..periods }, ..good.clone() },
			Error::InvalidPeriods,
		),
		(
			SchemeRules { periods: Periods { proposal: 0, ..periods }, ..good.clone() },
			Error::InvalidPeriods,
		),
		(
			SchemeRules { periods: Periods { preemption: 0, ..periods }, ..good },
			Error::InvalidPeriods,
		),
	]
}

#[test]
fn rules_make_sense() {
	build_and_execute(|| {
		for (bad, error) in bad_rules() {
			assert_noop!(Schemes::add_scheme(root(), profile("WH"), bad), error);
		}
	});
}

#[test]
fn a_scheme_may_have_no_end() {
	build_and_execute(|| {
		let endless = SchemeRules { valid_until: None, ..rules() };
		assert_ok!(Schemes::add_scheme(root(), profile("WH"), endless));
	});
}

#[test]
fn numbers_are_used_up() {
	build_and_execute(|| {
		NextScheme::<Test>::put(SchemeId(u16::MAX));
		assert_noop!(
			Schemes::add_scheme(root(), profile("WH"), rules()),
			Error::<Test>::IdsExhausted
		);
	});
}
