//! Benchmarks: the dearest branch of every call, with the longest texts and the fullest lists.

use super::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{assert_ok, traits::EnsureOrigin, BoundedVec};
use tanpiao_support::{
	Actor, BoundingBox, Day, Duty, DutyRule, Ecosystem, Ecosystems, EffectDuties, Names, OfficeId,
	PartyBook, Periods, Roles, SchemeCode, SchemeId, SchemeRules, Text,
};

/// As many letters as fit.
fn full<const N: u32>() -> Text<N> {
	BoundedVec::truncate_from(vec![b'a'; N as usize])
}

fn names() -> Names {
	Names { zh: full(), en: full() }
}

fn instrument() -> Instrument {
	Instrument { zh: full(), en: full() }
}

fn statement() -> Statement {
	Statement { zh: full(), en: full() }
}

/// `length` capital letters that tell `number` from every other.
fn letters(number: u16, length: usize) -> Vec<u8> {
	let mut rest = number;
	let digit = || {
		let letter = b'A' + (rest % 26) as u8;
		rest /= 26;
		letter
	};
	core::iter::repeat_with(digit).take(length).collect()
}

fn rules() -> SchemeRules {
	let effected = Some(Duty::OperateMarket);
	SchemeRules { effects: EffectDuties { sale: effected, gift: effected }, ..open_rules() }
}

/// In force on every day for every ecosystem; sales and gifts are the parties' own.
fn open_rules() -> SchemeRules {
	SchemeRules {
		bounds: BoundingBox {
			west: -1_800_000_000,
			south: -900_000_000,
			east: 1_800_000_000,
			north: 900_000_000,
		},
		ecosystems: Ecosystems::of(Ecosystem::ALL),
		effects: EffectDuties::default(),
		periods: Periods {
			loss_notice: 30,
			transfer: 30,
			pledge_offer: 30,
			offset: 30,
			proposal: 30,
			preemption: 30,
		},
		valid_from: Day(0),
		valid_until: None,
	}
}

fn profile<T: Config>() -> Profile {
	Profile {
		code: SchemeCode(letters(NextScheme::<T>::get().0, 8).try_into().unwrap()),
		names: names(),
		instrument: instrument(),
		statement: statement(),
	}
}

fn office_code<T: Config>() -> OfficeCode {
	OfficeCode(letters(NextOffice::<T>::get().0, 16).try_into().unwrap())
}

fn office<T: Config>() -> OfficeId {
	Pallet::<T>::do_add_office(office_code::<T>(), names()).unwrap()
}

/// The office for which `account` acts, or a new one with it as operator. It owns as a party that is
/// nobody else, so that whoever compares reads one.
pub(crate) fn office_for<T: Config>(account: &T::AccountId) -> OfficeId {
	if let Some(Actor::Office(office, _)) = Accounts::<T>::get(account) {
		return office;
	}
	let office = office::<T>();
	let party = T::Parties::benchmark_party(u32::MAX - 1);
	assert_ok!(Pallet::<T>::do_update_office(office, names(), Some(party)));
	assert_ok!(Pallet::<T>::do_add_account(office, account.clone(), Roles::OPERATOR));
	office
}

/// A new scheme, in force on every day for every ecosystem, whose every duty `office` holds.
pub(crate) fn scheme_for<T: Config>(office: OfficeId) -> SchemeId {
	let scheme = Pallet::<T>::do_add_scheme(profile::<T>(), open_rules()).unwrap();
	for duty in Duty::ALL {
		let offices = vec![office].try_into().unwrap();
		assert_ok!(Pallet::<T>::do_assign_duty(scheme, *duty, offices, DutyRule::Any));
	}
	scheme
}

/// An office with one account less than it may have, all of them operators, and the account that
/// would be the last to be found among them.
fn crowded<T: Config>() -> (OfficeId, T::AccountId) {
	let office = office::<T>();
	let mut accounts: Vec<T::AccountId> =
		(0..MAX_ACCOUNTS).map(|n| account("account", n, office.0.into())).collect();
	accounts
		.sort_by_key(|account| AccountsOf::<T>::hashed_key_for(Holder::Office(office), account));
	let last = accounts.pop().unwrap();
	for account in accounts {
		assert_ok!(Pallet::<T>::do_add_account(office, account, Roles::OPERATOR));
	}
	(office, last)
}

/// An office with as many accounts as it may have, and the last of them to be found, in these roles.
fn full_office<T: Config>(roles: Roles) -> (OfficeId, T::AccountId) {
	let (office, member) = crowded::<T>();
	assert_ok!(Pallet::<T>::do_add_account(office, member.clone(), roles));
	(office, member)
}

const BOTH: Roles = Roles::COUNCIL.and(Roles::VALIDATOR);

#[benchmarks]
mod benchmarks {
	use super::*;

	fn governance<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
		T::GovernanceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
	}

	#[benchmark]
	fn add_scheme() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let scheme = NextScheme::<T>::get();
		let profile = profile::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, profile, rules());

		assert!(Schemes::<T>::contains_key(scheme));
		Ok(())
	}

	#[benchmark]
	fn update_scheme() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let office = office::<T>();
		let scheme = scheme_for::<T>(office);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, scheme, names(), instrument(), statement(), rules());

		assert_eq!(Schemes::<T>::get(scheme), Some(rules()));
		Ok(())
	}

	#[benchmark]
	fn add_office() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let office = NextOffice::<T>::get();
		let code = office_code::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, code, names());

		assert!(Offices::<T>::contains_key(office));
		Ok(())
	}

	#[benchmark]
	fn update_office() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let office = office::<T>();
		let party = Some(T::Parties::benchmark_party(0));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, office, names(), party);

		assert_eq!(Offices::<T>::get(office).unwrap().party, party);
		Ok(())
	}

	/// Deactivation, in a full council: its votes are one more than when a seat is taken again.
	#[benchmark]
	fn set_office_active() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let (office, member) = full_office::<T>(Roles::COUNCIL);
		T::Council::benchmark_fill(0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, office, false);

		assert!(!T::Council::members().contains(&member));
		Ok(())
	}

	#[benchmark]
	fn assign_duty(n: Linear<0, MAX_HOLDERS>) -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let holder = office::<T>();
		let scheme = scheme_for::<T>(holder);
		let offices: Vec<_> = (0..n).map(|_| office::<T>()).collect();
		let offices: HoldersOf = offices.try_into().unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, scheme, Duty::Supervise, offices.clone(), DutyRule::All);

		let held = Duties::<T>::get(scheme, Duty::Supervise).map(|holders| holders.offices);
		assert_eq!(held, (n > 0).then_some(offices));
		Ok(())
	}

	/// The last seat of the council is taken.
	#[benchmark]
	fn add_account() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let (office, member) = crowded::<T>();
		T::Council::benchmark_fill(1);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, office, member.clone(), BOTH);

		assert!(T::Council::members().contains(&member));
		Ok(())
	}

	/// A seat of a full council is given up.
	#[benchmark]
	fn remove_account() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let (_, member) = full_office::<T>(BOTH);
		T::Council::benchmark_fill(0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, member.clone());

		assert!(!T::Council::members().contains(&member));
		Ok(())
	}

	/// The last seat of the council is taken, after a search for whoever has either role.
	#[benchmark]
	fn set_roles_seat() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let (_, member) = full_office::<T>(Roles::OPERATOR);
		T::Council::benchmark_fill(1);

		#[extrinsic_call]
		set_roles(origin as T::RuntimeOrigin, member.clone(), BOTH);

		assert!(T::Council::members().contains(&member));
		Ok(())
	}

	/// A seat of a full council is given up, after a search for whoever is the validator.
	#[benchmark]
	fn set_roles_unseat() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let (_, member) = full_office::<T>(Roles::COUNCIL);
		T::Council::benchmark_fill(0);

		#[extrinsic_call]
		set_roles(origin as T::RuntimeOrigin, member.clone(), Roles::VALIDATOR);

		assert!(!T::Council::members().contains(&member));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
