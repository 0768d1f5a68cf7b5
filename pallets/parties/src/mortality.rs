//! Mortal transactions only: an immortal one could be played after its signer forgot it.

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	pallet_prelude::{InvalidTransaction, TransactionSource, TransactionValidityError, Weight},
	DebugNoBound,
};
use frame_system::{pallet_prelude::RuntimeCallFor, CheckMortality};
use scale_info::{Type, TypeInfo};
use sp_runtime::{
	generic::Era,
	traits::{DispatchInfoOf, Implication, TransactionExtension, ValidateResult},
};

/// `InvalidTransaction::Custom` code: the transaction has no end.
pub const IMMORTAL: u8 = 2;

/// [`CheckMortality`], with its identifier, type and encoding, that refuses immortal eras with
/// `Custom(`[`IMMORTAL`]`)`.
#[derive(Clone, DebugNoBound, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq)]
pub struct MortalOnly<T: frame_system::Config + Send + Sync>(CheckMortality<T>);

impl<T: frame_system::Config + Send + Sync> MortalOnly<T> {
	/// Valid during `era`.
	pub fn from(era: Era) -> Self {
		Self(CheckMortality::from(era))
	}
}

impl<T: frame_system::Config + Send + Sync> TypeInfo for MortalOnly<T>
where
	CheckMortality<T>: TypeInfo,
{
	type Identity = <CheckMortality<T> as TypeInfo>::Identity;

	fn type_info() -> Type {
		CheckMortality::<T>::type_info()
	}
}

impl<T: frame_system::Config + Send + Sync> TransactionExtension<RuntimeCallFor<T>>
	for MortalOnly<T>
{
	const IDENTIFIER: &'static str =
		<CheckMortality<T> as TransactionExtension<RuntimeCallFor<T>>>::IDENTIFIER;
	type Implicit = <CheckMortality<T> as TransactionExtension<RuntimeCallFor<T>>>::Implicit;
	type Val = ();
	type Pre = ();

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		self.0.implicit()
	}

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
		if self.0 .0.is_immortal() {
			return Err(InvalidTransaction::Custom(IMMORTAL).into());
		}
		self.0.validate(origin, call, info, len, self_implicit, inherited_implication, source)
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
}
