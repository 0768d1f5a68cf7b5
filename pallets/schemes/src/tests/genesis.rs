use super::*;
use crate::{GenesisConfig, GenesisDuty, GenesisOffice, GenesisScheme};

fn at_genesis() -> GenesisConfig<Test> {
	GenesisConfig {
		offices: vec![
			GenesisOffice {
				code: office_code("FORESTRY"),
				names: names(),
				accounts: vec![(1, OPERATOR), (2, COUNCIL), (3, VALIDATOR)],
			},
			GenesisOffice {
				code: office_code("NATRES"),
				names: names(),
				accounts: vec![(4, OPERATOR.and(COUNCIL))],
			},
		],
		schemes: vec![GenesisScheme {
			code: code("HS"),
			names: names(),
			instrument: instrument(),
			statement: statement(),
			rules: rules(),
			duties: vec![GenesisDuty {
				duty: Duty::Determine,
				offices: vec![office_code("NATRES"), office_code("FORESTRY")],
				rule: DutyRule::All,
			}],
		}],
	}
}

#[test]
fn a_chain_begins_with_its_schemes_offices_and_duties() {
	ext_of(at_genesis()).execute_with(|| {
		let (forestry, natres) = (OfficeId(1), OfficeId(2));
		assert_eq!(Schemes::actor_of(1), Some(Actor::Office(forestry, OPERATOR)));
		assert_eq!(Schemes::actor_of(4), Some(Actor::Office(natres, OPERATOR.and(COUNCIL))));
		assert_eq!(council(), [2, 4]);
		let hs = Schemes::scheme_by_code(code("HS")).unwrap();
		assert_eq!(Profiles::<Test>::get(hs), Some(profile("HS")));
		assert_eq!(<Schemes as SchemeBook>::rules(hs), Some(rules()));
		assert_eq!(
			Duties::<Test>::get(hs, Duty::Determine),
			Some(DutyHolders { offices: holders(&[natres, forestry]), rule: DutyRule::All })
		);
		assert_ok!(Schemes::do_try_state());
	});
}

#[test]
fn genesis_is_readable_json() {
	let json = serde_json::json!({
		"offices": [
			{
				"code": "FORESTRY",
				"names": { "zh": "威海", "en": "Weihai" },
				"accounts": [[1, 1], [2, 2], [3, 4]],
			},
			{
				"code": "NATRES",
				"names": { "zh": "威海", "en": "Weihai" },
				"accounts": [[4, 3]],
			},
		],
		"schemes": [{
			"code": "HS",
			"names": { "zh": "威海", "en": "Weihai" },
			"instrument": {
				"zh": "威海市林业碳票管理办法（试行）",
				"en": "Weihai Measures on Forestry Carbon Vouchers (Trial)",
			},
			"statement": {
				"zh": "碳票不是国家核证自愿减排量（CCER）",
				"en": "Vouchers are not CCER",
			},
			"rules": {
				"bounds": {
					"west": 1_215_000_000,
					"south": 365_000_000,
					"east": 1_230_000_000,
					"north": 376_000_000,
				},
				"ecosystems": 1,
				"effects": { "sale": null, "gift": null },
				"periods": { "loss_notice": 30, "transfer": 10, "pledge_offer": 10, "offset": 20, "proposal": 10, "preemption": 10 },
				"valid_from": 20_454,
				"valid_until": 21_184,
			},
			"duties": [{
				"duty": "Determine",
				"offices": ["NATRES", "FORESTRY"],
				"rule": "All",
			}],
		}],
	});
	assert_eq!(serde_json::to_value(at_genesis()).unwrap(), json);
	let read: GenesisConfig<Test> = serde_json::from_value(json).unwrap();
	assert_eq!(read.offices, at_genesis().offices);
	assert_eq!(read.schemes, at_genesis().schemes);
}

#[test]
#[should_panic(expected = "at genesis: CodeTaken")]
fn two_offices_of_one_code_are_no_chain() {
	let mut genesis = at_genesis();
	genesis.offices[1].code = office_code("FORESTRY");
	ext_of(genesis);
}

#[test]
#[should_panic(expected = "at genesis: OfficeCode")]
fn a_duty_of_an_unknown_office_is_no_chain() {
	let mut genesis = at_genesis();
	genesis.schemes[0].duties[0].offices[0] = office_code("NOBODY");
	ext_of(genesis);
}

#[test]
#[should_panic(expected = "AccountTaken")]
fn one_account_of_two_offices_is_no_chain() {
	let mut genesis = at_genesis();
	genesis.offices[1].accounts[0].0 = 1;
	ext_of(genesis);
}

#[test]
#[should_panic(expected = "at genesis: InvalidValidity")]
fn a_scheme_that_ends_before_it_begins_is_no_chain() {
	let mut genesis = at_genesis();
	genesis.schemes[0].rules.valid_until = Some(Day(0));
	ext_of(genesis);
}

#[test]
#[should_panic(expected = "invalid duty")]
fn too_many_holders_are_no_chain() {
	let mut genesis = at_genesis();
	genesis.schemes[0].duties[0].offices = vec![office_code("FORESTRY"); 9];
	ext_of(genesis);
}

#[test]
#[should_panic(expected = "at genesis: RepeatedOffice")]
fn a_duty_that_names_an_office_twice_is_no_chain() {
	let mut genesis = at_genesis();
	genesis.schemes[0].duties[0].offices = vec![office_code("FORESTRY"); 2];
	ext_of(genesis);
}
