//! Local measures as data: schemes, offices, duties, and the one map from accounts to who they act
//! for.
//!
//! A *scheme* (管理办法) is one local measure in force; a third city's measure is an entry here, not
//! code. An *office* (部门, 机构) is a department or institution, the same in every scheme. A *duty*
//! (职责) is one function in a scheme, held by up to [`MAX_HOLDERS`] offices (W4, H4, H5, H10, H11).
//! All of it is changed by governance alone, and what governance takes away is gone at once: the next
//! signature finds the office inactive or the duty not held.
//!
//! [`Accounts`] holds every account of the ledger, an office's or a party's. The provider reference
//! that admits an account is given here and never taken back, since an account that is reaped and made
//! again restarts at nonce 0, where its old transactions could be replayed.
//!
//! The accounts with the council role of active offices are the council, exactly: see
//! [`CouncilSeats`].

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_lossless,
		clippy::cast_possible_truncation,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

mod accounts;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod books;
mod genesis;
mod offices;
mod origins;
mod schemes;
mod types;
pub mod weights;

#[cfg(any(feature = "try-runtime", test))]
mod try_state;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use genesis::{GenesisDuty, GenesisOffice, GenesisScheme};
pub use origins::EnsureOffice;
pub use pallet::*;
pub use types::{
	CouncilSeats, DutyHolders, DutyOverview, Holder, HoldersOf, Instrument, Office, OfficeCode,
	OfficeOverview, Profile, SchemeOverview, Statement, MAX_ACCOUNTS, MAX_HOLDERS,
};
pub use weights::WeightInfo;

// What the macros write has casts and expectations in it.
#[allow(clippy::cast_possible_truncation, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use tanpiao_support::{
		Actor, Duty, DutyRule, Names, OfficeId, PartyBook, PartyId, Roles, SchemeCode, SchemeId,
		SchemeRules, TextError,
	};

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who changes schemes, offices and accounts.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Where accounts with the council role sit.
		type Council: CouncilSeats<Self::AccountId>;

		/// The register in which an office's party must stand.
		type Parties: PartyBook;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// What transactions read of each scheme; less than 256 bytes.
	#[pallet::storage]
	pub type Schemes<T: Config> = StorageMap<_, Twox64Concat, SchemeId, SchemeRules>;

	/// What people read of each scheme.
	#[pallet::storage]
	pub type Profiles<T: Config> = StorageMap<_, Twox64Concat, SchemeId, Profile>;

	/// Schemes by code.
	#[pallet::storage]
	pub type SchemeCodes<T: Config> = StorageMap<_, Blake2_128Concat, SchemeCode, SchemeId>;

	/// The scheme that is added next.
	#[pallet::storage]
	pub type NextScheme<T: Config> = StorageValue<_, SchemeId, ValueQuery, FirstScheme>;

	/// Schemes count from 1.
	#[pallet::type_value]
	pub fn FirstScheme() -> SchemeId {
		SchemeId(1)
	}

	/// Departments and institutions.
	#[pallet::storage]
	pub type Offices<T: Config> = StorageMap<_, Twox64Concat, OfficeId, Office>;

	/// Offices by code.
	#[pallet::storage]
	pub type OfficeCodes<T: Config> = StorageMap<_, Blake2_128Concat, OfficeCode, OfficeId>;

	/// The office that is added next.
	#[pallet::storage]
	pub type NextOffice<T: Config> = StorageValue<_, OfficeId, ValueQuery, FirstOffice>;

	/// Offices count from 1.
	#[pallet::type_value]
	pub fn FirstOffice() -> OfficeId {
		OfficeId(1)
	}

	/// Whom each account acts for: every account that is admitted to the ledger.
	#[pallet::storage]
	pub type Accounts<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Actor>;

	/// [`Accounts`] the other way round.
	#[pallet::storage]
	pub type AccountsOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Holder, Blake2_128Concat, T::AccountId, ()>;

	/// Who holds which duty; no entry: nobody.
	#[pallet::storage]
	pub type Duties<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SchemeId, Twox64Concat, Duty, DutyHolders>;

	/// Schemes, offices, their accounts and duties at the start.
	///
	/// Codes stand for identifiers. Council accounts take their seats while this is built, so the
	/// pallet behind [`Config::Council`] must be built before this one.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Offices, numbered from 1 in this order.
		pub offices: Vec<GenesisOffice<T::AccountId>>,
		/// Schemes, numbered from 1 in this order.
		pub schemes: Vec<GenesisScheme>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			genesis::build(self)
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A measure is on the ledger.
		#[codec(index = 0)]
		SchemeAdded { scheme: SchemeId, code: SchemeCode },
		/// A scheme's texts or rules were replaced.
		#[codec(index = 1)]
		SchemeUpdated { scheme: SchemeId },
		/// An office is on the ledger, active and without accounts.
		#[codec(index = 2)]
		OfficeAdded { office: OfficeId, code: OfficeCode },
		/// An office's names were replaced, or the party as which it owns.
		#[codec(index = 3)]
		OfficeUpdated { office: OfficeId, party: Option<PartyId> },
		/// An office may act again.
		#[codec(index = 4)]
		OfficeActivated { office: OfficeId },
		/// An office may not act any more.
		#[codec(index = 5)]
		OfficeDeactivated { office: OfficeId },
		/// A duty's holders were replaced; no offices: nobody holds it.
		#[codec(index = 6)]
		DutyAssigned { scheme: SchemeId, duty: Duty, offices: HoldersOf, rule: DutyRule },
		/// An account acts for an office.
		#[codec(index = 7)]
		AccountAdded { office: OfficeId, account: T::AccountId, roles: Roles },
		/// An account does not act for an office any more.
		#[codec(index = 8)]
		AccountRemoved { office: OfficeId, account: T::AccountId },
		/// An office's account has other roles.
		#[codec(index = 9)]
		RolesChanged { office: OfficeId, account: T::AccountId, roles: Roles },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// No such scheme.
		#[codec(index = 0)]
		UnknownScheme,
		/// No such office.
		#[codec(index = 1)]
		UnknownOffice,
		/// No such party.
		#[codec(index = 2)]
		UnknownParty,
		/// A scheme's code is two to eight capitals, an office's one to sixteen capitals and digits.
		#[codec(index = 3)]
		InvalidCode,
		/// The code is another's.
		#[codec(index = 4)]
		CodeTaken,
		/// A text is not UTF-8, has white space around it or a character in it that cannot be seen.
		#[codec(index = 5)]
		InvalidText,
		/// A text is blank.
		#[codec(index = 6)]
		BlankText,
		/// A scheme cannot end before it begins (W23).
		#[codec(index = 7)]
		InvalidValidity,
		/// The set of ecosystems is empty or names unknown ones.
		#[codec(index = 8)]
		NoEcosystem,
		/// The bounding box has no inside, or is not on the globe.
		#[codec(index = 9)]
		InvalidBounds,
		/// A waiting time is less than a day.
		#[codec(index = 10)]
		InvalidPeriods,
		/// An office is named twice.
		#[codec(index = 11)]
		RepeatedOffice,
		/// The office may not act.
		#[codec(index = 12)]
		OfficeInactive,
		/// The office does not hold the duty.
		#[codec(index = 13)]
		DutyNotHeld,
		/// Several offices hold the duty together: one signature is not enough (会同).
		#[codec(index = 14)]
		JointDuty,
		/// The account already acts for an office or a party.
		#[codec(index = 15)]
		AccountTaken,
		/// The account acts for nobody.
		#[codec(index = 16)]
		UnknownAccount,
		/// The account acts for a party, not for an office.
		#[codec(index = 17)]
		NotAnOfficeAccount,
		/// The set of roles is empty or names unknown ones.
		#[codec(index = 18)]
		InvalidRoles,
		/// The office has as many accounts as it may have.
		#[codec(index = 19)]
		TooManyAccounts,
		/// Another account of the office has its council seat.
		#[codec(index = 20)]
		SeatTaken,
		/// Another account of the office is its validator.
		#[codec(index = 21)]
		ValidatorTaken,
		/// Without this seat nobody could govern.
		#[codec(index = 22)]
		LastSeat,
		/// Identifiers are used up.
		#[codec(index = 23)]
		IdsExhausted,
		/// It is so already.
		#[codec(index = 24)]
		NoChange,
		/// The account acts for an office, not for a party.
		#[codec(index = 25)]
		NotAPartyAccount,
	}

	impl<T> From<TextError> for Error<T> {
		fn from(error: TextError) -> Self {
			match error {
				TextError::Empty => Self::BlankText,
				TextError::Malformed => Self::InvalidText,
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Adds a scheme; nobody holds its duties yet.
		///
		/// Origin: governance. Errors: `InvalidCode`, `CodeTaken`, `InvalidText`, `BlankText`,
		/// `InvalidValidity`, `NoEcosystem`, `InvalidBounds`, `InvalidPeriods`, `IdsExhausted`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::add_scheme())]
		pub fn add_scheme(
			origin: OriginFor<T>,
			profile: Profile,
			rules: SchemeRules,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_add_scheme(profile, rules)?;
			Ok(())
		}

		/// Replaces a scheme's texts and rules. Its code stays. Its last day is moved here (W23).
		///
		/// Origin: governance. Errors: `UnknownScheme`, `InvalidText`, `BlankText`,
		/// `InvalidValidity`, `NoEcosystem`, `InvalidBounds`, `InvalidPeriods`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::update_scheme())]
		pub fn update_scheme(
			origin: OriginFor<T>,
			scheme: SchemeId,
			names: Names,
			instrument: Instrument,
			statement: Statement,
			rules: SchemeRules,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_update_scheme(scheme, names, instrument, statement, rules)?;
			Ok(())
		}

		/// Adds an office, active, without accounts and duties.
		///
		/// Origin: governance. Errors: `InvalidCode`, `CodeTaken`, `InvalidText`, `BlankText`,
		/// `IdsExhausted`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::add_office())]
		pub fn add_office(origin: OriginFor<T>, code: OfficeCode, names: Names) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_add_office(code, names)?;
			Ok(())
		}

		/// Replaces an office's names and the party as which it owns things. Its code stays.
		///
		/// Origin: governance. Errors: `UnknownOffice`, `InvalidText`, `BlankText`, `UnknownParty`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::update_office())]
		pub fn update_office(
			origin: OriginFor<T>,
			office: OfficeId,
			names: Names,
			party: Option<PartyId>,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_update_office(office, names, party)?;
			Ok(())
		}

		/// Stops an office from acting, or lets it act again. Its council seat goes and comes back
		/// with that; its duties and accounts stay listed.
		///
		/// Origin: governance. Errors: `UnknownOffice`, `NoChange`, `LastSeat`, the council's own.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_office_active())]
		pub fn set_office_active(
			origin: OriginFor<T>,
			office: OfficeId,
			active: bool,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_set_office_active(office, active)?;
			Ok(())
		}

		/// Replaces the holders of a duty; no offices: nobody holds it.
		///
		/// Origin: governance. Errors: `UnknownScheme`, `UnknownOffice`, `OfficeInactive`,
		/// `RepeatedOffice`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::assign_duty(offices.len().try_into().unwrap_or(u32::MAX)))]
		pub fn assign_duty(
			origin: OriginFor<T>,
			scheme: SchemeId,
			duty: Duty,
			offices: HoldersOf,
			rule: DutyRule,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_assign_duty(scheme, duty, offices, rule)?;
			Ok(())
		}

		/// Lets an account act for an office, in a council seat of the office's too where the roles
		/// say so.
		///
		/// Origin: governance. Errors: `InvalidRoles`, `UnknownOffice`, `AccountTaken`,
		/// `TooManyAccounts`, `SeatTaken`, `ValidatorTaken`, the council's own.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::add_account())]
		pub fn add_account(
			origin: OriginFor<T>,
			office: OfficeId,
			account: T::AccountId,
			roles: Roles,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_add_account(office, account, roles)?;
			Ok(())
		}

		/// Ends an account's acting for its office.
		///
		/// Origin: governance. Errors: `UnknownAccount`, `NotAnOfficeAccount`, `LastSeat`, the
		/// council's own.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::remove_account())]
		pub fn remove_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_remove_account(account)?;
			Ok(())
		}

		/// Replaces the roles of an office's account.
		///
		/// Origin: governance. Errors: `InvalidRoles`, `UnknownAccount`, `NotAnOfficeAccount`,
		/// `NoChange`, `SeatTaken`, `ValidatorTaken`, `LastSeat`, the council's own.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::set_roles_seat().max(T::WeightInfo::set_roles_unseat()))]
		pub fn set_roles(
			origin: OriginFor<T>,
			account: T::AccountId,
			roles: Roles,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_set_roles(account, roles)?;
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The scheme with this code.
		pub fn scheme_by_code(code: SchemeCode) -> Option<SchemeId> {
			SchemeCodes::<T>::get(code)
		}

		/// Whom the account acts for.
		pub fn actor_of(account: T::AccountId) -> Option<Actor> {
			Accounts::<T>::get(account)
		}
	}
}
