//! Who somebody is: the real-name register of parties (W5, W9, W10), their accounts, the licences of
//! pledgees (W4, H4), and the transaction extensions that let only the registered into the pool.
//!
//! A party is a person or an organisation. An organisation's name and unified social credit code are
//! public. Of a person nothing readable is on chain, only two hashes that the registering office
//! computed:
//!
//! - the *commitment* `blake2_256(domain tag, 32-byte salt, name)`: whoever is given name and salt
//!   can check it, and destroying the salt is erasure;
//! - the *tag* `HMAC-SHA256(office's key, document kind, number)`: nobody is registered twice under
//!   one scheme.
//!
//! Accounts sign for parties. An account proves its possession either off chain, by the signature
//! that [`Call::add_account`] carries, or on chain, by [`Call::confirm_account`] after an invitation.
//! Which account acts for whom stands in one map behind [`Config::Accounts`]; this pallet only counts.
//! A signature is good once, and both it and an invitation end at a block of their own: they wait in
//! [`Expiries`], from where they are cleared in time.
//!
//! No office acts on its own application: what gives the party as which it owns things an account, a
//! licence or its standing back is another office's to do. What takes them away it may do itself.
//!
//! There is no fee, so the pool is guarded by [`Admission`], [`MortalOnly`] and [`NearNonce`], and what
//! each actor uses of blocks is limited by an allowance that recovers: [`Allowances`], [`Usages`].
//!
//! Every stored item is under 512 bytes encoded.

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
mod admission;
mod allowance;
mod book;
mod expiry;
mod licences;
mod mortality;
mod nonce;
mod origin;
mod register;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod weights;

pub use accounts::account_payload;
pub use admission::{Admission, Class, NOT_ADMITTED};
pub use allowance::{
	Allowance, AllowanceInfo, Allowances, Charge, Payer, Quantity, Standing, Usage, ALLOWANCE_SPENT,
};
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use expiry::MAX_SWEPT;
pub use mortality::{MortalOnly, IMMORTAL};
pub use nonce::{NearNonce, FAR_NONCE, MAX_NONCE_LEAD};
pub use origin::EnsureParty;
pub use pallet::*;
pub use types::{
	CreditCode, CreditCodeError, Expiry, Identity, Invitation, Licence, Party, PartyStatus,
	MAX_ACCOUNTS, MAX_VALIDITY,
};
pub use weights::WeightInfo;

// The macro's own code casts codec indices and expects what it has just made.
#[allow(clippy::cast_possible_truncation, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{
		dispatch::DispatchClass,
		pallet_prelude::*,
		traits::{Contains, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::traits::{IdentifyAccount, Verify};
	use tanpiao_support::{
		AccountBook, DocumentHash, Duty, OfficeId, Officer, PartyId, SchemeBook, SchemeId, Text,
	};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// An account of an active office that signs for its duties.
		type OfficeOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Officer<Self::AccountId>>;

		/// The schemes, and which office holds which duty in them.
		type Schemes: SchemeBook;

		/// Which account acts for whom.
		type Accounts: AccountBook<Self::AccountId>;

		/// The calls that go first when a council account submits them.
		type Governance: Contains<<Self as frame_system::Config>::RuntimeCall>;

		/// What one party, or one office in one class, may use of blocks.
		#[pallet::constant]
		type Allowances: Get<Allowances>;

		/// The day of a registration is the block's.
		type Time: UnixTime;

		/// How an account proves off chain that its key is at hand.
		type Signature: Parameter + Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>>;

		/// Weights of the calls and of the extensions.
		type WeightInfo: WeightInfo;

		/// Makes signatures.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::Signature, Self::AccountId>;
	}

	/// The register.
	#[pallet::storage]
	pub type Parties<T: Config> = StorageMap<_, Twox64Concat, PartyId, Party>;

	/// The number that the next party gets.
	#[pallet::storage]
	pub type NextParty<T: Config> = StorageValue<_, PartyId, ValueQuery, types::FirstParty>;

	/// Organisations by unified social credit code.
	#[pallet::storage]
	pub type Codes<T: Config> = StorageMap<_, Blake2_128Concat, CreditCode, PartyId>;

	/// Persons by the scheme that registered them and their uniqueness tag.
	#[pallet::storage]
	pub type Tags<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SchemeId, Blake2_128Concat, H256, PartyId>;

	/// Who may take pledges in a scheme.
	#[pallet::storage]
	pub type Licences<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SchemeId, Twox64Concat, PartyId, Licence>;

	/// Accounts that may confirm that they act for a party. One that expired, or whose account acts
	/// for an office by now, has no effect and is cleared when its block has come.
	#[pallet::storage]
	pub type Invitations<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Invitation<BlockNumberFor<T>>>;

	/// What ends at a block, the first in which it is over: at most [`MAX_VALIDITY`] ahead.
	#[pallet::storage]
	pub type Expiries<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		BlockNumberFor<T>,
		Blake2_128Concat,
		Expiry<T::AccountId>,
		(),
	>;

	/// The first block whose expiries may not all be cleared yet.
	#[pallet::storage]
	pub type SweptUntil<T: Config> = StorageValue<_, BlockNumberFor<T>, ValueQuery>;

	/// What was used of allowances, where anything was: at most one for each party, and for each
	/// office and class.
	#[pallet::storage]
	pub type Usages<T: Config> = StorageMap<_, Twox64Concat, Standing, Usage>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A person or an organisation was registered.
		#[codec(index = 0)]
		PartyRegistered { party: PartyId, scheme: SchemeId, by: OfficeId },
		/// An account acts for a party from now on.
		#[codec(index = 1)]
		AccountAdded { party: PartyId, account: T::AccountId },
		/// An account may confirm, before `valid_until`, that it acts for a party.
		#[codec(index = 2)]
		AccountInvited { party: PartyId, account: T::AccountId, valid_until: BlockNumberFor<T> },
		/// An account may not confirm any more.
		#[codec(index = 3)]
		InvitationWithdrawn { party: PartyId, account: T::AccountId },
		/// An account acts for a party no more.
		#[codec(index = 4)]
		AccountRemoved { party: PartyId, account: T::AccountId },
		/// Nothing signed for the party is admitted until it is reinstated.
		#[codec(index = 5)]
		PartySuspended { party: PartyId, by: OfficeId, evidence: DocumentHash },
		/// The suspension ended.
		#[codec(index = 6)]
		PartyReinstated { party: PartyId, by: OfficeId, evidence: DocumentHash },
		/// The party said whether transfers to it need its signature.
		#[codec(index = 7)]
		ConsentSet { party: PartyId, asks_consent: bool },
		/// The party may take pledges in the scheme.
		#[codec(index = 8)]
		LicenceGranted { scheme: SchemeId, party: PartyId, by: OfficeId, evidence: DocumentHash },
		/// The party may not take new pledges in the scheme any more.
		#[codec(index = 9)]
		LicenceWithdrawn { scheme: SchemeId, party: PartyId, by: OfficeId, evidence: DocumentHash },
		/// An account did not confirm in time.
		#[codec(index = 10)]
		InvitationExpired { party: PartyId, account: T::AccountId },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// No such party.
		#[codec(index = 0)]
		UnknownParty,
		/// The party is suspended.
		#[codec(index = 1)]
		Suspended,
		/// The party is not suspended.
		#[codec(index = 2)]
		NotSuspended,
		/// The text is not UTF-8, has white space around it or a character in it that cannot be seen.
		#[codec(index = 3)]
		InvalidText,
		/// The text is blank.
		#[codec(index = 4)]
		BlankText,
		/// Not a unified social credit code (GB 32100-2015).
		#[codec(index = 5)]
		InvalidCreditCode,
		/// A party of this code, or of this tag in this scheme, is registered.
		#[codec(index = 6)]
		AlreadyRegistered,
		/// The account did not sign this.
		#[codec(index = 7)]
		InvalidSignature,
		/// The block until which it was valid has come.
		#[codec(index = 8)]
		Expired,
		/// It would be valid for more than [`MAX_VALIDITY`] blocks.
		#[codec(index = 9)]
		TooFarAhead,
		/// The account is not invited to act for this party.
		#[codec(index = 10)]
		NotInvited,
		/// The account holds an invitation that has not expired.
		#[codec(index = 11)]
		AlreadyInvited,
		/// The account acts for somebody.
		#[codec(index = 12)]
		AccountTaken,
		/// The party has [`MAX_ACCOUNTS`] accounts.
		#[codec(index = 13)]
		TooManyAccounts,
		/// The account neither acts for a party nor is invited to.
		#[codec(index = 14)]
		NotAPartyAccount,
		/// The party holds this licence.
		#[codec(index = 15)]
		AlreadyLicensed,
		/// The party does not hold this licence.
		#[codec(index = 16)]
		NotLicensed,
		/// It is so already.
		#[codec(index = 17)]
		NoChange,
		/// Every number of a party is used up.
		#[codec(index = 18)]
		IdsExhausted,
		/// The party is the one as which the office owns things.
		#[codec(index = 19)]
		OwnApplication,
		/// The account's signature was used: another needs another end.
		#[codec(index = 20)]
		SignatureUsed,
	}

	#[pallet::extra_constants]
	impl<T: Config> Pallet<T> {
		/// Most accounts of a party.
		fn max_accounts() -> u32 {
			MAX_ACCOUNTS
		}

		/// Most blocks for which a signature or an invitation may be valid.
		fn max_validity() -> u32 {
			MAX_VALIDITY
		}

		/// How far ahead of an account's nonce a transaction may be.
		fn max_nonce_lead() -> u32 {
			MAX_NONCE_LEAD
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Registers an organisation under its public name and unified social credit code.
		///
		/// Origin: Register of `scheme`. The code is unique on the whole chain.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register_organisation())]
		pub fn register_organisation(
			origin: OriginFor<T>,
			scheme: SchemeId,
			name: Text<128>,
			code: CreditCode,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			T::Schemes::ensure_duty(officer.who, scheme, Duty::Register)?;
			Self::do_register_organisation(officer.who, scheme, name, code)?;
			Ok(())
		}

		/// Registers a person, of whom the chain learns a salted commitment and a uniqueness tag.
		///
		/// Origin: Register of `scheme`. The tag is unique in the scheme.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::register_person())]
		pub fn register_person(
			origin: OriginFor<T>,
			scheme: SchemeId,
			commitment: H256,
			tag: H256,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			T::Schemes::ensure_duty(officer.who, scheme, Duty::Register)?;
			Self::do_register_person(officer.who, scheme, commitment, tag)?;
			Ok(())
		}

		/// Lets `account` act for `party`, upon its own signature over [`account_payload`], which is
		/// good once and before block `valid_until`.
		///
		/// Origin: Register of the party's scheme, not for its own party.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::add_account())]
		pub fn add_account(
			origin: OriginFor<T>,
			party: PartyId,
			account: T::AccountId,
			valid_until: BlockNumberFor<T>,
			signature: T::Signature,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			let record = Self::ensure_registrar(officer.who, party)?;
			Self::ensure_not_own(officer.who, party)?;
			Self::do_add_account(party, record, account, valid_until, &signature)?;
			Ok(())
		}

		/// Lets `account` confirm before block `valid_until` that it acts for `party`: for accounts
		/// that cannot sign off chain.
		///
		/// Origin: Register of the party's scheme, not for its own party.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::invite_account())]
		pub fn invite_account(
			origin: OriginFor<T>,
			party: PartyId,
			account: T::AccountId,
			valid_until: BlockNumberFor<T>,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			let record = Self::ensure_registrar(officer.who, party)?;
			Self::ensure_not_own(officer.who, party)?;
			Self::do_invite_account(party, &record, account, valid_until)?;
			Ok(())
		}

		/// Takes up an invitation.
		///
		/// Origin: the invited account.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::confirm_account())]
		pub fn confirm_account(origin: OriginFor<T>, party: PartyId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let record = Self::check_confirmation(&account, party)?;
			Self::do_bind(party, record, account)
		}

		/// Ends that `account` acts for a party, or its invitation to.
		///
		/// Origin: Register of that party's scheme.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::remove_account())]
		pub fn remove_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_remove_account(officer.who, account)
		}

		/// Suspends a party. What it owns stays its own.
		///
		/// Origin: Register of the party's scheme.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::suspend())]
		pub fn suspend(
			origin: OriginFor<T>,
			party: PartyId,
			evidence: DocumentHash,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			let record = Self::ensure_registrar(officer.who, party)?;
			Self::do_suspend(officer.who, party, record, evidence)?;
			Ok(())
		}

		/// Ends a suspension.
		///
		/// Origin: Register of the party's scheme, not for its own party.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::reinstate())]
		pub fn reinstate(
			origin: OriginFor<T>,
			party: PartyId,
			evidence: DocumentHash,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			let record = Self::ensure_registrar(officer.who, party)?;
			Self::ensure_not_own(officer.who, party)?;
			Self::do_reinstate(officer.who, party, record, evidence)?;
			Ok(())
		}

		/// Says whether anything may be transferred to the signing party without its signature.
		///
		/// Origin: an active party.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::ask_consent())]
		pub fn ask_consent(origin: OriginFor<T>, asks_consent: bool) -> DispatchResult {
			let signatory = EnsureParty::<T>::ensure_origin(origin)?;
			Self::do_ask_consent(signatory.who, asks_consent)?;
			Ok(())
		}

		/// Lets a party take pledges in `scheme` (W4, H4).
		///
		/// Origin: OverseeFinance of `scheme`, not for its own party.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::grant_licence())]
		pub fn grant_licence(
			origin: OriginFor<T>,
			scheme: SchemeId,
			party: PartyId,
			evidence: DocumentHash,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			T::Schemes::ensure_duty(officer.who, scheme, Duty::OverseeFinance)?;
			Self::ensure_not_own(officer.who, party)?;
			Self::do_grant_licence(officer.who, scheme, party, evidence)?;
			Ok(())
		}

		/// Ends a licence. Pledges in force stay in force.
		///
		/// Origin: OverseeFinance of `scheme`.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::withdraw_licence())]
		pub fn withdraw_licence(
			origin: OriginFor<T>,
			scheme: SchemeId,
			party: PartyId,
			evidence: DocumentHash,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			T::Schemes::ensure_duty(officer.who, scheme, Duty::OverseeFinance)?;
			Self::do_withdraw_licence(officer.who, scheme, party, evidence)?;
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What the register says of a party.
		pub fn party(party: PartyId) -> Option<Party> {
			Parties::<T>::get(party)
		}

		/// The organisation of a unified social credit code.
		pub fn party_by_code(code: CreditCode) -> Option<PartyId> {
			Codes::<T>::get(code)
		}

		/// Whether a party may take pledges in a scheme today.
		pub fn is_licensed(scheme: SchemeId, party: PartyId) -> bool {
			<Self as tanpiao_support::PartyBook>::is_licensed(scheme, party)
		}

		/// What an account may still use in this block, for governance first where it has a seat in
		/// the council, then for everything else. It shares that with the other accounts of its party
		/// or office. Empty: it acts for no active one.
		pub fn allowances(account: T::AccountId) -> Vec<AllowanceInfo> {
			Self::allowances_of(&account)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::sweep(remaining)
		}

		fn integrity_test() {
			let weights = T::BlockWeights::get();
			let heaviest =
				weights.get(DispatchClass::Normal).max_extrinsic.unwrap_or(weights.max_block);
			let Allowances { other, platform, duty, governance } = T::Allowances::get();
			for Allowance { limit, period } in [other, platform, duty, governance] {
				assert!(period > 0, "an allowance never recovers");
				assert!(
					limit.count > MAX_NONCE_LEAD,
					"fewer transactions are allowed than may wait"
				);
				assert!(
					limit.ref_time >= heaviest.ref_time(),
					"what a block takes is more than an unused allowance"
				);
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
