//! What chains start with.

use super::*;
use crate::genesis_config_presets::{self, OfficeSpec};
use pallet_schemes::{DutyHolders, SchemeOverview};
use sp_core::ed25519;
use sp_genesis_builder::PresetId;
use tanpiao_support::{Actor, Day, DutyRule, Ecosystems, EffectDuties, Roles};

fn overview(scheme: SchemeId) -> SchemeOverview {
	Schemes::overview(scheme).unwrap()
}

#[test]
fn both_presets_build_and_keep_every_invariant() {
	let names = Runtime::preset_names();
	assert_eq!(names, [DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET].map(PresetId::from));
	for name in names {
		run(name.as_ref(), || ());
	}
	assert_eq!(Runtime::get_preset(&Some("mainnet".into())), None);
}

#[test]
fn keys_are_those_of_the_development_phrase() {
	let derived = |uri: &str| key(uri).public().0;
	assert_eq!(OFFICES.len(), genesis_config_presets::OFFICES.len());
	for ((code, uri), spec) in OFFICES.iter().zip(&genesis_config_presets::OFFICES) {
		let OfficeSpec { code: listed, operator, department, .. } = spec;
		assert_eq!(listed, code);
		assert_eq!(*operator, derived(uri), "{uri}");
		let Some(department) = department else { continue };
		assert_eq!(department.council, derived(&format!("{uri}//council")));
		assert_eq!(department.validator, derived(&format!("{uri}//validator")));
		assert_eq!(department.aura, derived(&format!("{uri}//aura")));
		let grandpa = ed25519::Pair::from_string(&format!("{uri}//grandpa"), None).unwrap();
		assert_eq!(department.grandpa, grandpa.public().0);
	}
}

#[test]
fn w4_h4_every_duty_of_the_table_has_its_office() {
	on_local(|| {
		for (scheme, code) in [(WH, "WH"), (HS, "HS")] {
			assert_eq!(Schemes::scheme_by_code(overview(scheme).profile.code), Some(scheme));
			assert_eq!(overview(scheme).profile.code.0.as_slice(), code.as_bytes());
			for duty in Duty::ALL {
				let listed = pallet_schemes::Duties::<Runtime>::get(scheme, duty);
				let codes = holders(scheme, *duty);
				if codes.is_empty() {
					assert_eq!(listed, None, "{code} {duty:?}");
					continue;
				}
				let joint = scheme == HS && *duty == Duty::Determine;
				let expected = DutyHolders {
					offices: codes
						.iter()
						.map(|code| office(code))
						.collect::<Vec<_>>()
						.try_into()
						.unwrap(),
					rule: if joint { DutyRule::All } else { DutyRule::Any },
				};
				assert_eq!(listed, Some(expected), "{code} {duty:?}");
			}
		}
	});
}

#[test]
fn w23_weihai_ends_after_two_years_and_heshan_does_not() {
	on_local(|| {
		let (weihai, heshan) = (overview(WH).rules, overview(HS).rules);
		assert_eq!((weihai.valid_from.year(), Day(weihai.valid_from.0 - 1).year()), (2026, 2025));
		let end = weihai.valid_until.unwrap();
		assert_eq!((end.year(), Day(end.0 - 1).year()), (2028, 2027));
		assert_eq!((heshan.valid_from, heshan.valid_until), (weihai.valid_from, None));
	});
}

#[test]
fn w2_h2_h13_schemes_differ_in_their_rules() {
	on_local(|| {
		let (weihai, heshan) = (overview(WH).rules, overview(HS).rules);
		assert_eq!(weihai.ecosystems, Ecosystems::of(&[Ecosystem::Forest]));
		assert!(!heshan.ecosystems.contains(Ecosystem::Marine));
		for ecosystem in
			[Ecosystem::Forest, Ecosystem::Farmland, Ecosystem::Grassland, Ecosystem::Wetland]
		{
			assert!(heshan.ecosystems.contains(ecosystem));
		}
		assert_eq!(weihai.effects, EffectDuties::default());
		assert_eq!(heshan.effects, EffectDuties { sale: Some(Duty::OperateMarket), gift: None });
		for rules in [weihai, heshan] {
			let periods = rules.periods;
			assert_eq!((periods.loss_notice, periods.transfer), (30, 30));
			assert_eq!((periods.pledge_offer, periods.offset), (30, 60));
		}
	});
}

#[test]
fn scheme_bounds_hold_the_cities() {
	let holds = |scheme, east: f64, north: f64| {
		let bounds = overview(scheme).rules.bounds;
		let (east, north) = ((east * 1e7) as i32, (north * 1e7) as i32);
		bounds.west < east && east < bounds.east && bounds.south < north && north < bounds.north
	};
	on_local(|| {
		// The seats of Weihai and of Heshan, and two ends of Weihai: Chengshantou and Rushan.
		assert!(holds(WH, 122.12, 37.51) && holds(WH, 122.70, 37.40) && holds(WH, 121.54, 36.92));
		assert!(holds(HS, 112.37, 28.58));
		assert!(!holds(WH, 112.37, 28.58) && !holds(HS, 122.12, 37.51));
	});
}

#[test]
fn h16_the_statement_says_that_vouchers_are_not_ccer() {
	on_local(|| {
		for scheme in [WH, HS] {
			let statement = overview(scheme).profile.statement;
			let zh = String::from_utf8(statement.zh.into_inner()).unwrap();
			let en = String::from_utf8(statement.en.into_inner()).unwrap();
			assert!(zh.contains("不是国家核证自愿减排量（CCER）"));
			assert!(en.contains("not a China Certified Emission Reduction (CCER)"));
		}
	});
}

#[test]
fn the_four_departments_sit_and_validate() {
	on_local(|| {
		let departments = &OFFICES[..DEPARTMENTS];
		let of = |suffix: &'static str| {
			departments.iter().map(move |(_, uri)| format!("{uri}//{suffix}"))
		};
		let mut seats: Vec<_> = of("council").map(|uri| account(&uri)).collect();
		seats.sort();
		assert_eq!(CouncilMembership::members().into_inner(), seats);
		assert_eq!(
			pallet_collective::Members::<Runtime, pallet_collective::Instance1>::get(),
			seats
		);
		let validators: Vec<_> = of("validator").map(|uri| account(&uri)).collect();
		assert_eq!(Session::validators(), validators);
		let aura: Vec<_> = of("aura").map(|uri| key(&uri).public().into()).collect();
		assert_eq!(pallet_aura::Authorities::<Runtime>::get().into_inner(), aura);
		let grandpa: Vec<_> = of("grandpa")
			.map(|uri| (ed25519::Pair::from_string(&uri, None).unwrap().public().into(), 1))
			.collect();
		assert_eq!(Grandpa::grandpa_authorities(), grandpa);
	});
}

#[test]
fn a_development_chain_has_one_seat_and_one_authority() {
	on_development(|| {
		assert_eq!(CouncilMembership::members().into_inner(), [account("//Forestry//council")]);
		assert_eq!(Session::validators(), [account("//Forestry//validator")]);
		let alice = key("//Alice").public().into();
		assert_eq!(pallet_aura::Authorities::<Runtime>::get().into_inner(), [alice]);
		let alice = ed25519::Pair::from_string("//Alice", None).unwrap().public().into();
		assert_eq!(Grandpa::grandpa_authorities(), [(alice, 1)]);
	});
}

#[test]
fn operators_sign_for_their_offices_and_the_platform_in_bulk() {
	on_local(|| {
		for (code, uri) in OFFICES {
			let roles = match code {
				"PLATFORM" => Roles::PLATFORM.and(Roles::OPERATOR),
				_ => Roles::OPERATOR,
			};
			assert_eq!(Schemes::actor(&account(uri)), Some(Actor::Office(office(code), roles)));
			assert_eq!(System::providers(&account(uri)), 1);
		}
	});
}
