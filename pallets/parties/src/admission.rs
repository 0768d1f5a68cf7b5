//! Who gets a transaction into the pool, and whose goes first.

// Derived code casts codec indices.
#![allow(clippy::cast_possible_truncation)]

use crate::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::{
	pallet_prelude::{TransactionSource, TransactionValidityError, ValidTransaction, Weight},
	traits::{Contains, IsSubType, OriginTrait},
	CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
};
use frame_system::pallet_prelude::RuntimeCallFor;
use scale_info::TypeInfo;
use sp_runtime::{
	impl_tx_ext_default,
	traits::{DispatchInfoOf, Implication, TransactionExtension, ValidateResult},
	transaction_validity::{InvalidTransaction, TransactionPriority},
};
use tanpiao_support::{AccountBook, Actor, OfficeId, PartyBook, Roles, SchemeBook};

/// `InvalidTransaction::Custom` code: the signer acts for no active party or office.
pub const NOT_ADMITTED: u8 = 1;

/// In whose turn a transaction is included; the later, the sooner.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum Class {
	/// Parties, and what an office's account submits without a role for it.
	#[codec(index = 0)]
	Other,
	/// A trading platform's bulk.
	#[codec(index = 1)]
	Platform,
	/// An office's duties.
	#[codec(index = 2)]
	Duty,
	/// A council account's governance.
	#[codec(index = 3)]
	Governance,
}

impl Class {
	/// The pool's priority. Between two classes there is room for ranks within one.
	pub const fn priority(self) -> TransactionPriority {
		match self {
			Self::Other => 1_000_000,
			Self::Platform => 2_000_000,
			Self::Duty => 3_000_000,
			Self::Governance => 4_000_000,
		}
	}

	/// The class of what an office's account with these roles submits, governance left out.
	const fn of_office(roles: Roles) -> Self {
		if roles.contains(Roles::PLATFORM) {
			// Bulk stays bulk, even where the platform's account is its operator too.
			Self::Platform
		} else if roles.contains(Roles::OPERATOR) {
			Self::Duty
		} else {
			Self::Other
		}
	}
}

/// Admits transactions that are signed by an account of an active party or office, and
/// [`Call::confirm_account`] by an account that would succeed with it.
///
/// With [`NearNonce`], which alone knows the nonce and so judges the allowance, it is one gate: its
/// weight is that of both, but for what [`CheckNonce`](frame_system::CheckNonce) states itself.
///
/// # Transaction validity
///
/// Sets the priority, by [`Class`]. Anything else than a signed origin is
/// `InvalidTransaction::BadSigner`, a stranger `Custom(`[`NOT_ADMITTED`]`)`. Validation runs again
/// when the block is built, so a suspension also ends what waits in the pool. A call that the chain
/// has closed is `InvalidTransaction::Call`.
#[derive(
	CloneNoBound,
	DebugNoBound,
	Decode,
	DecodeWithMemTracking,
	DefaultNoBound,
	Encode,
	EqNoBound,
	PartialEqNoBound,
	TypeInfo,
)]
#[scale_info(skip_type_params(T))]
pub struct Admission<T>(PhantomData<T>);

impl<T> Admission<T> {
	/// The extension carries no data.
	pub fn new() -> Self {
		Self(PhantomData)
	}
}

impl<T: Config> Pallet<T> {
	/// How an actor may submit governance; `None`: not at all.
	pub(crate) fn governing(actor: Actor) -> Option<Standing> {
		match actor {
			Actor::Office(office, roles) if roles.contains(Roles::COUNCIL) => {
				Self::office_standing(office, Class::Governance)
			}
			_ => None,
		}
	}

	/// How an actor may submit everything else; `None`: not at all.
	pub(crate) fn acting(actor: Actor) -> Option<Standing> {
		match actor {
			Actor::Office(office, roles) => Self::office_standing(office, Class::of_office(roles)),
			Actor::Party(party) => {
				<Self as PartyBook>::is_active(party).then_some(Standing::of_party(party))
			}
		}
	}

	fn office_standing(office: OfficeId, class: Class) -> Option<Standing> {
		T::Schemes::is_active(office).then_some(Standing { payer: Payer::Office(office), class })
	}
}

impl<T: Config> Pallet<T>
where
	RuntimeCallFor<T>: IsSubType<Call<T>>,
{
	/// How `account` may submit `call`; `None`: not at all.
	pub(crate) fn standing(account: &T::AccountId, call: &RuntimeCallFor<T>) -> Option<Standing> {
		let actor = T::Accounts::actor(account);
		if T::Governance::contains(call) {
			// The council's calls name their own weight and give none of it back when they fail.
			return actor.and_then(Self::governing);
		}
		match (actor, call.is_sub_type()) {
			(Some(actor), _) => Self::acting(actor),
			(None, Some(Call::confirm_account { party })) => {
				Self::check_confirmation(account, *party).ok().map(|_| Standing::of_party(*party))
			}
			(None, _) => None,
		}
	}
}

impl<T: Config + Send + Sync> TransactionExtension<RuntimeCallFor<T>> for Admission<T>
where
	RuntimeCallFor<T>: IsSubType<Call<T>>,
{
	const IDENTIFIER: &'static str = "Admission";
	type Implicit = ();
	type Val = ();
	type Pre = ();

	fn weight(&self, _: &RuntimeCallFor<T>) -> Weight {
		T::WeightInfo::admission()
	}

	fn validate(
		&self,
		origin: T::RuntimeOrigin,
		call: &RuntimeCallFor<T>,
		_: &DispatchInfoOf<RuntimeCallFor<T>>,
		_: usize,
		_: Self::Implicit,
		_: &impl Implication,
		_: TransactionSource,
	) -> ValidateResult<Self::Val, RuntimeCallFor<T>> {
		let account = origin.as_signer().ok_or(InvalidTransaction::BadSigner)?;
		let standing = Pallet::<T>::standing(account, call)
			.ok_or(TransactionValidityError::from(InvalidTransaction::Custom(NOT_ADMITTED)))?;
		// It would fail, and fill the block with whatever weight it names.
		if !<T as frame_system::Config>::BaseCallFilter::contains(call) {
			return Err(InvalidTransaction::Call.into());
		}
		let valid = ValidTransaction { priority: standing.class.priority(), ..Default::default() };
		Ok((valid, (), origin))
	}

	impl_tx_ext_default!(RuntimeCallFor<T>; prepare);
}
