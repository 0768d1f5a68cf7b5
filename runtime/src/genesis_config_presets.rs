//! What a chain can start with: `development`, one authority and a council of one seat, and
//! `local_testnet`, the four departments. Otherwise they are the same, so that there is one code
//! path: the schemes of Weihai and Heshan with every duty and its office.
//!
//! Their values are readings of two drafts, and their keys are everybody's: for trying, not for use.

mod offices;

pub use offices::{Department, Key, OfficeSpec, OFFICES};

use crate::{AccountId, RuntimeGenesisConfig, SchemesConfig, SessionConfig, SessionKeys};
use alloc::vec::Vec;
use frame_support::build_struct_json_patch;
use pallet_schemes::{
	GenesisDuty, GenesisOffice, GenesisScheme, Instrument, OfficeCode, Statement,
};
use serde_json::Value;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::{ed25519, sr25519};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use tanpiao_support::{
	BoundingBox, Day, Duty, DutyRule, Ecosystem, Ecosystems, EffectDuties, Names, Periods, Roles,
	SchemeCode, SchemeRules, Text,
};

/// The office that alone sits in the council and validates in `development`.
const DEVELOPER: &str = "FORESTRY";

/// 2026-01-01, from which both schemes are in force: neither text has its date yet.
const START: Day = Day(20_454);

/// 2028-01-01: Weihai's measure is valid for two years (W23).
const END_OF_WEIHAI: Day = Day(21_184);

/// The preset of that name, as a JSON patch of the default genesis.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let preset = match id.as_ref() {
		DEV_RUNTIME_PRESET => development()?,
		LOCAL_TESTNET_RUNTIME_PRESET => local_testnet()?,
		_ => return None,
	};
	serde_json::to_vec(&preset).ok()
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	[DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET].map(PresetId::from).into()
}

fn development() -> Option<Value> {
	let alice = SessionKeys {
		aura: Sr25519Keyring::Alice.public().into(),
		grandpa: Ed25519Keyring::Alice.public().into(),
	};
	let runs = |office: &OfficeSpec| office.code == DEVELOPER;
	let validators = OFFICES.iter().filter(|office| runs(office));
	let validators = validators.filter_map(|office| office.department.as_ref());
	genesis(runs, validators.map(|department| (department, alice.clone())))
}

fn local_testnet() -> Option<Value> {
	let validators = OFFICES.iter().filter_map(|office| office.department.as_ref());
	genesis(
		|office| office.department.is_some(),
		validators.map(|department| {
			let keys = SessionKeys {
				aura: AuraId::from(sr25519::Public::from_raw(department.aura)),
				grandpa: GrandpaId::from(ed25519::Public::from_raw(department.grandpa)),
			};
			(department, keys)
		}),
	)
}

/// A genesis in which the offices that `runs` names have a council seat and a validator, and these
/// validators have these keys.
fn genesis<'a>(
	runs: impl Fn(&OfficeSpec) -> bool,
	validators: impl Iterator<Item = (&'a Department, SessionKeys)>,
) -> Option<Value> {
	let offices = OFFICES.iter().map(|spec| {
		let mut accounts = alloc::vec![(AccountId::new(spec.operator), spec.roles)];
		if let Some(department) = spec.department.as_ref().filter(|_| runs(spec)) {
			accounts.push((AccountId::new(department.council), Roles::COUNCIL));
			accounts.push((AccountId::new(department.validator), Roles::VALIDATOR));
		}
		Some(GenesisOffice { code: office_code(spec.code)?, names: names(spec.names)?, accounts })
	});
	let offices = offices.collect::<Option<Vec<_>>>()?;
	let schemes = alloc::vec![weihai()?, heshan()?];
	let keys = validators.map(|(department, keys)| {
		let account = AccountId::new(department.validator);
		(account.clone(), account, keys)
	});
	let keys = keys.collect::<Vec<_>>();
	Some(build_struct_json_patch!(RuntimeGenesisConfig {
		schemes: SchemesConfig { offices, schemes },
		session: SessionConfig { keys },
	}))
}

/// 威海市林业碳票.
fn weihai() -> Option<GenesisScheme> {
	use Duty::*;

	Some(GenesisScheme {
		code: SchemeCode(text("WH")?),
		names: names(("威海林业碳票", "Weihai forestry carbon vouchers"))?,
		instrument: Instrument {
			zh: text("威海市林业碳票管理办法（试行）（征求意见稿）")?,
			en: text(
				"Measures of Weihai for forestry carbon vouchers (for trial), draft for comment",
			)?,
		},
		statement: Statement {
			zh: text(
				"本碳票依照《威海市林业碳票管理办法（试行）》制发，不是国家核证自愿减排量（CCER），\
				 不具备经国家核证的减排量的同等权益。",
			)?,
			en: text(
				"Issued under Weihai's own measures. This is not a China Certified Emission \
				 Reduction (CCER) and carries none of the rights of one.",
			)?,
		},
		rules: SchemeRules {
			// 121.15 to 122.75 E, 36.65 to 37.60 N
			bounds: BoundingBox {
				west: 1_211_500_000,
				south: 366_500_000,
				east: 1_227_500_000,
				north: 376_000_000,
			},
			ecosystems: Ecosystems::of(&[Ecosystem::Forest]),
			effects: EffectDuties::default(),
			periods: PERIODS,
			valid_from: START,
			valid_until: Some(END_OF_WEIHAI),
		},
		duties: duties(&[
			(Coordinate, &["DRC"]),
			(Register, &["FORESTRY"]),
			(VerifyTenure, &["FORESTRY", "COUNTY"]),
			(Measure, &["MEASURE"]),
			(ExpertReview, &["EXPERTS"]),
			(Accept, &["FORESTRY"]),
			(Examine, &["FORESTRY"]),
			(Determine, &["FORESTRY"]),
			(File, &["ECOLOGY"]),
			(Issue, &["FORESTRY"]),
			(CertifyOffset, &["ECOLOGY"]),
			(Supervise, &["FORESTRY", "ECOLOGY"]),
			(OverseeFinance, &["FINANCE"]),
			(OperateMarket, &["PLATFORM"]),
		])?,
	})
}

/// 赫山区自然生态系统碳券.
fn heshan() -> Option<GenesisScheme> {
	use Duty::*;

	Some(GenesisScheme {
		code: SchemeCode(text("HS")?),
		names: names(("赫山自然生态系统碳券", "Heshan ecosystem carbon vouchers"))?,
		instrument: Instrument {
			zh: text("赫山区自然生态系统碳券管理办法（试行）（征求意见稿）")?,
			en: text(
				"Measures of Heshan district for carbon vouchers of natural ecosystems (for \
				 trial), draft for comment",
			)?,
		},
		statement: Statement {
			zh: text(
				"本碳券不是国家核证自愿减排量（CCER），不代表具备《温室气体自愿减排交易管理办法（试行）》\
				 核证的碳减排量的同等权益。",
			)?,
			en: text(
				"Issued under Heshan's own measures. This is not a China Certified Emission \
				 Reduction (CCER) and carries none of the rights of one.",
			)?,
		},
		rules: SchemeRules {
			// 112.15 to 112.75 E, 28.25 to 28.90 N
			bounds: BoundingBox {
				west: 1_121_500_000,
				south: 282_500_000,
				east: 1_127_500_000,
				north: 289_000_000,
			},
			ecosystems: Ecosystems::of(&[
				Ecosystem::Farmland,
				Ecosystem::Forest,
				Ecosystem::Grassland,
				Ecosystem::Wetland,
			]),
			// Sales take place on the district's platform (H13).
			effects: EffectDuties { sale: Some(OperateMarket), gift: None },
			periods: PERIODS,
			valid_from: START,
			valid_until: None,
		},
		duties: duties(&[
			(Coordinate, &["DRC"]),
			(Register, &["CENTRE"]),
			(VerifyTenure, &["NATRES"]),
			(Measure, &["MEASURE"]),
			(Accept, &["CENTRE"]),
			(Examine, &["CENTRE"]),
			(Determine, &["NATRES", "FORESTRY"]),
			(File, &["ECOLOGY"]),
			(Issue, &["DISTRICT"]),
			(CertifyOffset, &["ECOLOGY"]),
			(Supervise, &["NATRES", "ECOLOGY", "FORESTRY"]),
			(OverseeFinance, &["FINANCE"]),
			(OperateMarket, &["CENTRE"]),
		])?,
	})
}

/// The notice of a loss (W9, H12) and how long things wait for a signature; no text gives a number.
const PERIODS: Periods = Periods {
	loss_notice: 30,
	transfer: 30,
	pledge_offer: 30,
	offset: 60,
	proposal: 30,
	preemption: 15,
};

fn duties(holders: &[(Duty, &[&str])]) -> Option<Vec<GenesisDuty>> {
	let duties = holders.iter().map(|(duty, codes)| {
		let offices = codes.iter().map(|code| office_code(code)).collect::<Option<Vec<_>>>()?;
		// Heshan's determination is natural resources' and forestry's together (会同); no other duty
		// of several offices is.
		let joint = *duty == Duty::Determine && offices.len() > 1;
		let rule = if joint { DutyRule::All } else { DutyRule::Any };
		Some(GenesisDuty { duty: *duty, offices, rule })
	});
	duties.collect()
}

fn office_code(code: &str) -> Option<OfficeCode> {
	text(code).map(OfficeCode)
}

fn names((zh, en): (&str, &str)) -> Option<Names> {
	Some(Names { zh: text(zh)?, en: text(en)? })
}

fn text<const N: u32>(text: &str) -> Option<Text<N>> {
	text.as_bytes().to_vec().try_into().ok()
}
