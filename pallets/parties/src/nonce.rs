//! Nonces near the account's only: one that is far ahead would wait in the pool for nothing. How far
//! ahead a transaction is says how much allowance it needs.

use crate::*;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{DispatchInfo, DispatchResult, PostDispatchInfo},
	pallet_prelude::{InvalidTransaction, TransactionSource, TransactionValidityError, Weight},
	traits::{IsSubType, OriginTrait},
	DebugNoBound,
};
use frame_system::{pallet_prelude::RuntimeCallFor, CheckNonce};
use scale_info::{Type, TypeInfo};
use sp_runtime::traits::{
	AsSystemOriginSigner, DispatchInfoOf, Dispatchable, Implication, PostDispatchInfoOf,
	SaturatedConversion, Saturating, TransactionExtension, ValidateResult,
};

/// `InvalidTransaction::Custom` code: the nonce is more than [`MAX_NONCE_LEAD`] ahead.
pub const FAR_NONCE: u8 = 3;

/// How far ahead of its account's nonce a transaction may be.
pub const MAX_NONCE_LEAD: u32 = 64;

/// [`CheckNonce`], with its identifier, type and encoding, that also keeps to the allowances.
///
/// # Transaction validity
///
/// A nonce more than [`MAX_NONCE_LEAD`] ahead is `Custom(`[`FAR_NONCE`]`)`. A transaction for which,
/// and as many like it as its nonce is ahead, too little is left of the allowance is
/// `Custom(`[`ALLOWANCE_SPENT`]`)`. It is charged when it is included, whether its call fails or not;
/// weight that it did not spend is given back. Whom [`Admission`] does not admit has no allowance.
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

impl<T: Config + Send + Sync> TransactionExtension<RuntimeCallFor<T>> for NearNonce<T>
where
	RuntimeCallFor<T>:
		Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo> + IsSubType<Call<T>>,
	T::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone,
{
	const IDENTIFIER: &'static str =
		<CheckNonce<T> as TransactionExtension<RuntimeCallFor<T>>>::IDENTIFIER;
	type Implicit = <CheckNonce<T> as TransactionExtension<RuntimeCallFor<T>>>::Implicit;
	type Val = (<CheckNonce<T> as TransactionExtension<RuntimeCallFor<T>>>::Val, Option<Charge>);
	type Pre = (<CheckNonce<T> as TransactionExtension<RuntimeCallFor<T>>>::Pre, Option<Standing>);

	/// What it does beside is in the weight of [`Admission`].
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
		let (valid, checked, origin) = self.0.validate(
			origin,
			call,
			info,
			len,
			self_implicit,
			inherited_implication,
			source,
		)?;
		let charge = match origin.as_signer() {
			Some(account) => {
				let lead = nonce.saturating_sub(frame_system::Pallet::<T>::account_nonce(account));
				if lead > MAX_NONCE_LEAD.into() {
					return Err(InvalidTransaction::Custom(FAR_NONCE).into());
				}
				let standing = Pallet::<T>::standing(account, call)
					.ok_or(InvalidTransaction::Custom(NOT_ADMITTED))?;
				Some(Pallet::<T>::judge(standing, lead.saturated_into(), info, len)?)
			}
			None => None,
		};
		Ok((valid, (checked, charge), origin))
	}

	fn prepare(
		self,
		(checked, charge): Self::Val,
		origin: &T::RuntimeOrigin,
		call: &RuntimeCallFor<T>,
		info: &DispatchInfoOf<RuntimeCallFor<T>>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		let counted = self.0.prepare(checked, origin, call, info, len)?;
		Ok((counted, charge.map(Pallet::<T>::charge)))
	}

	fn post_dispatch_details(
		(counted, charged): Self::Pre,
		info: &DispatchInfoOf<RuntimeCallFor<T>>,
		post_info: &PostDispatchInfoOf<RuntimeCallFor<T>>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		if let Some(standing) = charged {
			Pallet::<T>::refund(standing, post_info.calc_unspent(info));
		}
		CheckNonce::<T>::post_dispatch_details(counted, info, post_info, len, result)
	}
}
