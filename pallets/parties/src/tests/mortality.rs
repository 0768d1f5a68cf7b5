use super::*;
use codec::{Decode, Encode};
use frame_support::dispatch::GetDispatchInfo;
use frame_system::CheckMortality;
use sp_runtime::{
	generic::Era,
	traits::{DispatchTransaction, TransactionExtension},
	transaction_validity::{
		InvalidTransaction, TransactionLongevity, TransactionSource::External,
		TransactionValidityError,
	},
};

fn call() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

fn longevity(era: Era) -> Result<TransactionLongevity, TransactionValidityError> {
	MortalOnly::<Test>::from(era)
		.validate_only(signed("Alice"), &call(), &call().get_dispatch_info(), 0, External, 0)
		.map(|(valid, ..)| valid.longevity)
}

#[test]
fn immortal_transactions_are_refused() {
	build_and_execute(|| {
		let refused = InvalidTransaction::Custom(IMMORTAL);
		assert_eq!(longevity(Era::Immortal), Err(refused.into()));
	});
}

#[test]
fn mortal_transactions_live_as_long_as_their_era() {
	build_and_execute(|| {
		assert_eq!(longevity(Era::mortal(64, 0)), Ok(63));
		System::set_block_number(100);
		assert_eq!(
			longevity(Era::mortal(64, 90)),
			Err(InvalidTransaction::AncientBirthBlock.into())
		);
	});
}

#[test]
fn mortal_transactions_are_applied() {
	build_and_execute(|| {
		assert!(MortalOnly::<Test>::from(Era::mortal(64, 0))
			.validate_and_prepare(signed("Alice"), &call(), &call().get_dispatch_info(), 0, 0)
			.is_ok());
	});
}

#[test]
fn clients_notice_nothing() {
	build_and_execute(|| {
		for era in [Era::Immortal, Era::mortal(64, 0), Era::mortal(4, 3)] {
			let (ours, theirs) = (MortalOnly::<Test>::from(era), CheckMortality::<Test>::from(era));
			assert_eq!(ours.encode(), theirs.encode());
			assert_eq!(MortalOnly::decode(&mut &theirs.encode()[..]), Ok(ours.clone()));
			assert_eq!(ours.implicit(), theirs.implicit());
			assert_eq!(ours.weight(&call()), theirs.weight(&call()));
		}
		let [ours, theirs] = [
			<MortalOnly<Test> as TransactionExtension<RuntimeCall>>::metadata(),
			<CheckMortality<Test> as TransactionExtension<RuntimeCall>>::metadata(),
		];
		assert_eq!(ours[0].identifier, theirs[0].identifier);
		assert_eq!(ours[0].ty.type_info(), theirs[0].ty.type_info());
		assert_eq!(ours[0].implicit, theirs[0].implicit);
	});
}
