//! Nonces near the account's only: one that is far ahead would wait in the pool for nothing.

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{DispatchInfo, DispatchResult, PostDispatchInfo},
	pallet_prelude::{InvalidTransaction, TransactionSource, TransactionValidityError, Weight},
	traits::OriginTrait,
	DebugNoBound,
};
use frame_system::{pallet_prelude::RuntimeCallFor, CheckNonce};
use scale_info::{Type, TypeInfo};
use sp_runtime::traits::{
	AsSystemOriginSigner, DispatchInfoOf, Dispatchable, Implication, PostDispatchInfoOf,
	Saturating, TransactionExtension, ValidateResult,
};

/// `InvalidTransaction::Custom` code: the nonce is more than [`MAX_NONCE_LEAD`] ahead.
pub const FAR_NONCE: u8 = 3;

/// How far ahead of its account's nonce a transaction may be.
pub const MAX_NONCE_LEAD: u32 = 64;

/// [`CheckNonce`], with its identifier, type and encoding, that refuses a nonce more than
/// [`MAX_NONCE_LEAD`] ahead with `Custom(`[`FAR_NONCE`]`)`.
#[derive(Clone, DebugNoBound, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq)]
pub struct NearNonce<T: frame_system::Config>(CheckNonce<T>);

impl<T: frame_system::Config> NearNonce<T> {
	/// The account's transaction of that number, from 0.
	pub fn from(nonce: T::Nonce) -> Self {
		Self(CheckNonce::from(nonce))
	}
}

impl<T: frame_system::Config> TypeInfo for NearNonce<T>
where
	CheckNonce<T>: TypeInfo,
{
	type Identity = <CheckNonce<T> as TypeInfo>::Identity;

	fn type_info() -> Type {
		CheckNonce::<T>::type_info()
	}
}

impl<T: frame_system::Config + Send + Sync> TransactionExtension<RuntimeCallFor<T>> for NearNonce<T>
where
	RuntimeCallFor<T>: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
	T::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone,
{
	const IDENTIFIER: &'static str =
		<CheckNonce<T> as TransactionExtension<RuntimeCallFor<T>>>::IDENTIFIER;
	type Implicit = <CheckNonce<T> as TransactionExtension<RuntimeCallFor<T>>>::Implicit;
	type Val = <CheckNonce<T> as TransactionExtension<RuntimeCallFor<T>>>::Val;
	type Pre = <CheckNonce<T> as TransactionExtension<RuntimeCallFor<T>>>::Pre;

	/// The account is read once for both checks.
	fn weight(&self, call: &RuntimeCallFor<T>) -> Weight {
		self.0.weight(call)
	}

	fn validate(
		&self,
		origin: T::RuntimeOrigin,
		call: &RuntimeCallFor<T>,
		info: &DispatchInfoOf<RuntimeCallFor<T>>,
		len: usize,
		self_implicit: Self::Implicit,
		inherited_implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, RuntimeCallFor<T>> {
		let nonce = self.0 .0;
		let validated = self.0.validate(
			origin,
			call,
			info,
			len,
			self_implicit,
			inherited_implication,
			source,
		)?;
		if let Some(account) = validated.2.as_signer() {
			let lead = nonce.saturating_sub(frame_system::Pallet::<T>::account_nonce(account));
			if lead > MAX_NONCE_LEAD.into() {
				return Err(InvalidTransaction::Custom(FAR_NONCE).into());
			}
		}
		Ok(validated)
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &T::RuntimeOrigin,
		call: &RuntimeCallFor<T>,
		info: &DispatchInfoOf<RuntimeCallFor<T>>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		self.0.prepare(val, origin, call, info, len)
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfoOf<RuntimeCallFor<T>>,
		post_info: &PostDispatchInfoOf<RuntimeCallFor<T>>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		CheckNonce::<T>::post_dispatch_details(pre, info, post_info, len, result)
	}
}
