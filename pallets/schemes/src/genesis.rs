//! The register at the start, from readable JSON.

// Runs once, where a chain is made: data that contradicts itself must not become a chain.
#![allow(clippy::panic)]

use crate::{
	Config, GenesisConfig, Instrument, OfficeCode, OfficeCodes, Pallet, Profile, Statement,
};
use alloc::vec::Vec;
use core::fmt::Debug;
use serde::{Deserialize, Serialize};
use tanpiao_support::{Duty, DutyRule, Names, Roles, SchemeCode, SchemeRules};

/// An office at the start, active.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisOffice<AccountId> {
	/// What it is looked up by.
	pub code: OfficeCode,
	/// What it is called.
	pub names: Names,
	/// Its accounts, each with its roles.
	pub accounts: Vec<(AccountId, Roles)>,
}

/// A scheme at the start.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisScheme {
	/// What its numbers begin with.
	pub code: SchemeCode,
	/// Short name.
	pub names: Names,
	/// The measure's full name.
	pub instrument: Instrument,
	/// What its vouchers are not (H16).
	pub statement: Statement,
	/// What transactions read of it.
	pub rules: SchemeRules,
	/// Who holds its duties; a duty that is not listed is nobody's.
	pub duties: Vec<GenesisDuty>,
}

/// Who holds a duty at the start.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisDuty {
	/// The duty.
	pub duty: Duty,
	/// Its holders.
	pub offices: Vec<OfficeCode>,
	/// Whose signature does it.
	pub rule: DutyRule,
}

/// Enters it all by the logic of the calls. Panics where a call would fail.
pub(crate) fn build<T: Config>(genesis: &GenesisConfig<T>) {
	for office in &genesis.offices {
		let added = Pallet::<T>::do_add_office(office.code.clone(), office.names.clone());
		let id = valid(added, "office", &office.code);
		for (account, roles) in &office.accounts {
			let added = Pallet::<T>::do_add_account(id, account.clone(), *roles);
			valid(added, "account", &(&office.code, account));
		}
	}
	for scheme in &genesis.schemes {
		let profile = Profile {
			code: scheme.code.clone(),
			names: scheme.names.clone(),
			instrument: scheme.instrument.clone(),
			statement: scheme.statement.clone(),
		};
		let added = Pallet::<T>::do_add_scheme(profile, scheme.rules.clone());
		let id = valid(added, "scheme", &scheme.code);
		for GenesisDuty { duty, offices, rule } in &scheme.duties {
			let place = (&scheme.code, duty);
			let offices: Vec<_> = offices
				.iter()
				.map(|code| valid(OfficeCodes::<T>::get(code).ok_or(code), "duty", &place))
				.collect();
			let offices = valid(offices.try_into(), "duty", &place);
			valid(Pallet::<T>::do_assign_duty(id, *duty, offices, *rule), "duty", &place);
		}
	}
}

fn valid<R, E: Debug>(result: Result<R, E>, what: &str, which: &impl Debug) -> R {
	match result {
		Ok(value) => value,
		Err(error) => panic!("invalid {what} {which:?} at genesis: {error:?}"),
	}
}
