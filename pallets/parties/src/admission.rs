//! Who gets a transaction into the pool, and whose goes first.

use crate::*;
use codec::{Decode, DecodeWithMemTracking, Encode};
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
use tanpiao_support::{AccountBook, Actor, PartyBook, Roles, SchemeBook};

/// `InvalidTransaction::Custom` code: the signer acts for no active party or office.
pub const NOT_ADMITTED: u8 = 1;

/// In whose turn a transaction is included; the later, the sooner.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Class {
	/// Parties, and what an office's account submits without a role for it.
	Other,
	/// A trading platform's bulk.
	Platform,
	/// An office's duties.
	Duty,
	/// A council account's governance.
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
/// # Transaction validity
///
/// Sets the priority, by [`Class`]. Anything else than a signed origin is
/// `InvalidTransaction::BadSigner`, a stranger `Custom(`[`NOT_ADMITTED`]`)`. Validation runs again
/// when the block is built, so a suspension also ends what waits in the pool.
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

impl<T: Config> Admission<T>
where
	RuntimeCallFor<T>: IsSubType<Call<T>>,
{
	/// In which class `account` may submit `call`; `None`: in none.
	fn class(account: &T::AccountId, call: &RuntimeCallFor<T>) -> Option<Class> {
		let actor = T::Accounts::actor(account);
		if T::Governance::contains(call) {
			// The council's calls name their own weight and give none of it back when they fail.
			return match actor {
				Some(Actor::Office(office, roles)) if roles.contains(Roles::COUNCIL) => {
					T::Schemes::is_active(office).then_some(Class::Governance)
				}
				_ => None,
			};
		}
		match actor {
			Some(Actor::Office(office, roles)) => {
				T::Schemes::is_active(office).then(|| Class::of_office(roles))
			}
			Some(Actor::Party(party)) => {
				<Pallet<T> as PartyBook>::is_active(party).then_some(Class::Other)
			}
			None => match call.is_sub_type() {
				Some(Call::confirm_account { party }) => {
					Pallet::<T>::check_confirmation(account, *party).ok().map(|_| Class::Other)
				}
				_ => None,
			},
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
		let class = Self::class(account, call)
			.ok_or(TransactionValidityError::from(InvalidTransaction::Custom(NOT_ADMITTED)))?;
		let valid = ValidTransaction { priority: class.priority(), ..Default::default() };
		Ok((valid, (), origin))
	}

	impl_tx_ext_default!(RuntimeCallFor<T>; prepare);
}
