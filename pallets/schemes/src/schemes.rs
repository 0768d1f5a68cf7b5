//! Schemes and their duties.

use crate::{
	Config, Duties, DutyHolders, DutyOverview, Error, Event, HoldersOf, Instrument, NextScheme,
	OfficeOverview, Offices, Pallet, Profile, Profiles, SchemeCodes, SchemeOverview, Schemes,
	Statement,
};
use alloc::vec::Vec;
use frame_support::ensure;
use tanpiao_support::{Duty, DutyRule, Names, OfficeId, SchemeId, SchemeRules};

impl<T: Config> Pallet<T> {
	/// A scheme with its duties and the offices that hold them; `None`: no such scheme.
	pub fn overview(scheme: SchemeId) -> Option<SchemeOverview> {
		let profile = Profiles::<T>::get(scheme)?;
		let rules = Schemes::<T>::get(scheme)?;
		let duties = Duty::ALL
			.iter()
			.filter_map(|duty| {
				let holders = Duties::<T>::get(scheme, duty)?;
				let offices = holders.offices.iter().filter_map(|id| {
					Some(OfficeOverview { id: *id, office: Offices::<T>::get(id)? })
				});
				let offices: Vec<_> = offices.collect();
				Some(DutyOverview { duty: *duty, rule: holders.rule, offices })
			})
			.collect();
		Some(SchemeOverview { scheme, profile, rules, duties })
	}

	pub(crate) fn do_add_scheme(
		profile: Profile,
		rules: SchemeRules,
	) -> Result<SchemeId, Error<T>> {
		profile.code.check().map_err(|_| Error::<T>::InvalidCode)?;
		ensure!(!SchemeCodes::<T>::contains_key(&profile.code), Error::<T>::CodeTaken);
		Self::check_texts(&profile.names, &profile.instrument, &profile.statement)?;
		Self::check_rules(&rules)?;
		let scheme = NextScheme::<T>::get();
		let next = scheme.next().ok_or(Error::<T>::IdsExhausted)?;

		let code = profile.code.clone();
		NextScheme::<T>::put(next);
		SchemeCodes::<T>::insert(&code, scheme);
		Profiles::<T>::insert(scheme, profile);
		Schemes::<T>::insert(scheme, rules);
		Self::deposit_event(Event::SchemeAdded { scheme, code });
		Ok(scheme)
	}

	pub(crate) fn do_update_scheme(
		scheme: SchemeId,
		names: Names,
		instrument: Instrument,
		statement: Statement,
		rules: SchemeRules,
	) -> Result<(), Error<T>> {
		let profile = Profiles::<T>::get(scheme).ok_or(Error::<T>::UnknownScheme)?;
		Self::check_texts(&names, &instrument, &statement)?;
		Self::check_rules(&rules)?;

		let profile = Profile { code: profile.code, names, instrument, statement };
		Profiles::<T>::insert(scheme, profile);
		Schemes::<T>::insert(scheme, rules);
		Self::deposit_event(Event::SchemeUpdated { scheme });
		Ok(())
	}

	pub(crate) fn do_assign_duty(
		scheme: SchemeId,
		duty: Duty,
		offices: HoldersOf,
		rule: DutyRule,
	) -> Result<(), Error<T>> {
		ensure!(Schemes::<T>::contains_key(scheme), Error::<T>::UnknownScheme);
		let mut distinct: Vec<OfficeId> = offices.to_vec();
		distinct.sort_unstable();
		distinct.dedup();
		ensure!(distinct.len() == offices.len(), Error::<T>::RepeatedOffice);
		for id in &offices {
			let office = Offices::<T>::get(id).ok_or(Error::<T>::UnknownOffice)?;
			ensure!(office.active, Error::<T>::OfficeInactive);
		}

		if offices.is_empty() {
			Duties::<T>::remove(scheme, duty);
		} else {
			let holders = DutyHolders { offices: offices.clone(), rule };
			Duties::<T>::insert(scheme, duty, holders);
		}
		Self::deposit_event(Event::DutyAssigned { scheme, duty, offices, rule });
		Ok(())
	}

	fn check_texts(
		names: &Names,
		instrument: &Instrument,
		statement: &Statement,
	) -> Result<(), Error<T>> {
		names.check()?;
		instrument.check()?;
		statement.check()?;
		Ok(())
	}

	fn check_rules(rules: &SchemeRules) -> Result<(), Error<T>> {
		let ends_later = rules.valid_until.is_none_or(|end| rules.valid_from < end);
		ensure!(ends_later, Error::<T>::InvalidValidity);
		ensure!(rules.ecosystems.is_valid(), Error::<T>::NoEcosystem);
		ensure!(rules.bounds.is_valid(), Error::<T>::InvalidBounds);
		ensure!(rules.periods.is_valid(), Error::<T>::InvalidPeriods);
		Ok(())
	}
}
