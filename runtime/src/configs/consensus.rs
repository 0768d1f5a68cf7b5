//! Who authors and finalises blocks, and what becomes of one who signs twice.

use crate::{
	AccountId, Aura, BlockNumber, Grandpa, Historical, Offences, Runtime, RuntimeEvent,
	RuntimeHoldReason, Schemes, Session, SessionKeys, HOURS, SLOT_DURATION,
};
use alloc::vec::Vec;
use frame_support::{
	parameter_types,
	traits::{
		fungible,
		tokens::{DepositConsequence, Fortitude, Preservation, Provenance, WithdrawConsequence},
		ConstBool, ConstU32, ConstU64, KeyOwnerProofSystem,
	},
	weights::{constants::ParityDbWeight, Weight},
};
use pallet_session::{disabling::UpToLimitDisablingStrategy, historical, PeriodicSessions};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::crypto::KeyTypeId;
use sp_runtime::{traits::Convert, DispatchError, DispatchResult, Perbill, TokenError};
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};
use tanpiao_support::{AccountBook, Actor, OfficeId, Roles};

/// Most validators.
pub const MAX_VALIDATORS: u32 = 64;

/// Blocks in a session.
pub const SESSION: BlockNumber = HOURS;

/// Sessions for which equivocations can still be reported: seven days.
pub const KEPT_SESSIONS: u32 = 7 * 24;

parameter_types! {
	/// A set of voters lasts at least a session.
	pub MaxSetIdSessionEntries: u64 = u64::from(KEPT_SESSIONS);
	/// Blocks.
	pub ReportLongevity: u64 = u64::from(KEPT_SESSIONS).saturating_mul(u64::from(SESSION));
}

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
	type DisabledValidators = Session;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = ();
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type KeyOwnerProof = <Historical as KeyOwnerProofSystem<(KeyTypeId, GrandpaId)>>::Proof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ValidatorIdOf;
	type ShouldEndSession = PeriodicSessions<ConstU32<SESSION>, ConstU32<0>>;
	type NextSessionRotation = PeriodicSessions<ConstU32<SESSION>, ConstU32<0>>;
	type SessionManager = historical::NoteHistoricalRoot<Self, FixedSet>;
	type SessionHandler = (Aura, Grandpa);
	type Keys = SessionKeys;
	type DisablingStrategy = UpToLimitDisablingStrategy;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = NoCurrency;
	type KeyDeposit = ConstU64<0>;
}

impl historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = NoFurtherIdentification;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = historical::IdentificationTuple<Self>;
	type OnOffenceHandler = StopsAuthoring;
}

/// A validator is named by the account that has its office's validator role; no other account can
/// have session keys.
pub struct ValidatorIdOf;

impl ValidatorIdOf {
	/// The office that validates by this account.
	fn office(account: &AccountId) -> Option<OfficeId> {
		match Schemes::actor(account) {
			Some(Actor::Office(office, roles)) if roles.contains(Roles::VALIDATOR) => Some(office),
			_ => None,
		}
	}
}

impl Convert<AccountId, Option<AccountId>> for ValidatorIdOf {
	fn convert(account: AccountId) -> Option<AccountId> {
		Self::office(&account).map(|_| account)
	}
}

/// The account says who the validator is.
pub struct NoFurtherIdentification;

impl Convert<AccountId, Option<()>> for NoFurtherIdentification {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

/// The validators of genesis, for good, in the order of their offices.
///
/// They are returned for the first two sessions, so that both have their historical root, which later
/// sessions copy; from then on nothing changes, because every `Some` costs a change of GRANDPA's set.
/// Roots are kept for as long as an equivocation can be reported. Session keys at genesis of an account
/// that is no office's validator are not counted.
pub struct FixedSet;

impl FixedSet {
	fn genesis_set() -> Vec<AccountId> {
		let mut validators: Vec<(OfficeId, AccountId)> =
			pallet_session::NextKeys::<Runtime>::iter_keys()
				.filter_map(|account| Some((ValidatorIdOf::office(&account)?, account)))
				.collect();
		validators.sort_unstable();
		validators.into_iter().map(|(_, account)| account).collect()
	}
}

impl pallet_session::SessionManager<AccountId> for FixedSet {
	fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
		(index < 2).then(Self::genesis_set)
	}

	fn end_session(index: SessionIndex) {
		if let Some(oldest) = index.checked_sub(KEPT_SESSIONS) {
			Historical::prune_up_to(oldest);
		}
	}

	fn start_session(_: SessionIndex) {}
}

impl historical::SessionManager<AccountId, ()> for FixedSet {
	fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		<Self as pallet_session::SessionManager<_>>::new_session(index)
			.map(|validators| validators.into_iter().map(|validator| (validator, ())).collect())
	}

	fn end_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::end_session(index)
	}

	fn start_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::start_session(index)
	}
}

/// A validator that voted twice authors no more blocks; the event tells the council, which decides
/// the rest. Nothing is slashed, for there is nothing to slash.
///
/// At most a third of the set is stopped, so that blocks go on. GRANDPA cannot disable a voter.
pub struct StopsAuthoring;

impl<Reporter> OnOffenceHandler<Reporter, historical::IdentificationTuple<Runtime>, Weight>
	for StopsAuthoring
{
	fn on_offence(
		offenders: &[OffenceDetails<Reporter, historical::IdentificationTuple<Runtime>>],
		_: &[Perbill],
		_: SessionIndex,
	) -> Weight {
		let mut weight = Weight::zero();
		for details in offenders {
			let (validator, ()) = &details.offender;
			Session::report_offence(validator.clone(), OffenceSeverity::max_severity());
			// Reads the set and who of it is disabled, and writes the latter.
			weight.saturating_accrue(ParityDbWeight::get().reads_writes(2, 1));
		}
		weight
	}
}

/// There is no coin. The session pallet wants to hold a deposit for session keys: here it holds
/// nothing, of nothing.
pub struct NoCurrency;

impl fungible::Inspect<AccountId> for NoCurrency {
	type Balance = u64;

	fn total_issuance() -> u64 {
		0
	}

	fn minimum_balance() -> u64 {
		0
	}

	fn total_balance(_: &AccountId) -> u64 {
		0
	}

	fn balance(_: &AccountId) -> u64 {
		0
	}

	fn reducible_balance(_: &AccountId, _: Preservation, _: Fortitude) -> u64 {
		0
	}

	fn can_deposit(_: &AccountId, amount: u64, _: Provenance) -> DepositConsequence {
		match amount {
			0 => DepositConsequence::Success,
			_ => DepositConsequence::CannotCreate,
		}
	}

	fn can_withdraw(_: &AccountId, amount: u64) -> WithdrawConsequence<u64> {
		match amount {
			0 => WithdrawConsequence::Success,
			_ => WithdrawConsequence::BalanceLow,
		}
	}
}

impl fungible::Unbalanced<AccountId> for NoCurrency {
	fn handle_dust(_: fungible::Dust<AccountId, Self>) {}

	fn write_balance(_: &AccountId, amount: u64) -> Result<Option<u64>, DispatchError> {
		match amount {
			0 => Ok(None),
			_ => Err(TokenError::Unsupported.into()),
		}
	}

	fn set_total_issuance(_: u64) {}
}

impl fungible::Mutate<AccountId> for NoCurrency {}

impl fungible::hold::Inspect<AccountId> for NoCurrency {
	type Reason = RuntimeHoldReason;

	fn total_balance_on_hold(_: &AccountId) -> u64 {
		0
	}

	fn balance_on_hold(_: &RuntimeHoldReason, _: &AccountId) -> u64 {
		0
	}
}

impl fungible::hold::Unbalanced<AccountId> for NoCurrency {
	fn set_balance_on_hold(_: &RuntimeHoldReason, _: &AccountId, amount: u64) -> DispatchResult {
		match amount {
			0 => Ok(()),
			_ => Err(TokenError::Unsupported.into()),
		}
	}
}

impl fungible::hold::Mutate<AccountId> for NoCurrency {}
