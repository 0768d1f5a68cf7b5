use super::*;
use codec::{Decode, Encode};
use frame_support::dispatch::{GetDispatchInfo, PostDispatchInfo};
use frame_system::CheckNonce;
use sp_runtime::{
	generic::Era,
	traits::{DispatchTransaction, TransactionExtension},
	transaction_validity::{
		InvalidTransaction, TransactionSource::External, TransactionValidityError, ValidTransaction,
	},
};

const FAR: TransactionValidityError =
	TransactionValidityError::Invalid(InvalidTransaction::Custom(FAR_NONCE));

fn call() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

fn validate(
	origin: RuntimeOrigin,
	nonce: u32,
) -> Result<ValidTransaction, TransactionValidityError> {
	NearNonce::<Test>::from(nonce)
		.validate_only(origin, &call(), &call().get_dispatch_info(), 0, External, 0)
		.map(|(valid, ..)| valid)
}

#[test]
fn a_nonce_may_lead_by_so_much() {
	build_and_execute(|| {
		organisation_of("Alice", 1);
		for first in [0, 1] {
			let lead = MAX_NONCE_LEAD;
			assert!(validate(signed("Alice"), first).is_ok());
			assert!(validate(signed("Alice"), first + lead).is_ok());
			assert_eq!(validate(signed("Alice"), first + lead + 1), Err(FAR));
			assert_eq!(validate(signed("Alice"), u32::MAX), Err(FAR));
			System::inc_account_nonce(account("Alice"));
		}
	});
}

#[test]
fn the_checks_of_the_nonce_stay() {
	build_and_execute(|| {
		organisation_of("Alice", 1);
		let alice = account("Alice");
		System::inc_account_nonce(&alice);
		assert_eq!(validate(signed("Alice"), 0), Err(InvalidTransaction::Stale.into()));
		assert_eq!(validate(signed("Stranger"), 0), Err(InvalidTransaction::Payment.into()));
		let waiting = validate(signed("Alice"), 3).unwrap();
		assert_eq!(waiting.provides, [(&alice, 3u32).encode()]);
		assert_eq!(waiting.requires, [(&alice, 2u32).encode()]);
	});
}

#[test]
fn a_transaction_counts_once() {
	build_and_execute(|| {
		organisation_of("Alice", 1);
		let apply = |nonce| {
			NearNonce::<Test>::from(nonce).validate_and_prepare(
				signed("Alice"),
				&call(),
				&call().get_dispatch_info(),
				0,
				0,
			)
		};
		assert_eq!(apply(1).unwrap_err(), InvalidTransaction::Future.into());
		assert!(apply(0).is_ok());
		assert_eq!(System::account_nonce(account("Alice")), 1);
		assert_eq!(apply(0).unwrap_err(), InvalidTransaction::Stale.into());
	});
}

#[test]
fn clients_notice_nothing() {
	let (ours, theirs) = (NearNonce::<Test>::from(300), CheckNonce::<Test>::from(300));
	assert_eq!(ours.encode(), theirs.encode());
	assert_eq!(NearNonce::decode(&mut &theirs.encode()[..]), Ok(ours.clone()));
	assert_eq!(ours.weight(&call()), theirs.weight(&call()));
	let [ours, theirs] = [
		<NearNonce<Test> as TransactionExtension<RuntimeCall>>::metadata(),
		<CheckNonce<Test> as TransactionExtension<RuntimeCall>>::metadata(),
	];
	assert_eq!(ours[0].identifier, theirs[0].identifier);
	assert_eq!(ours[0].ty.type_info(), theirs[0].ty.type_info());
	assert_eq!(ours[0].implicit, theirs[0].implicit);
}

#[test]
fn what_is_not_signed_gets_its_weight_back() {
	build_and_execute(|| {
		let call = call();
		let mut info = call.get_dispatch_info();
		let extension = NearNonce::<Test>::from(0);
		let weight = extension.weight(&call);
		info.extension_weight = weight;
		let (pre, _) =
			extension.validate_and_prepare(RuntimeOrigin::root(), &call, &info, 0, 0).unwrap();
		let post = PostDispatchInfo::default();
		let unspent = NearNonce::<Test>::post_dispatch_details(pre, &info, &post, 0, &Ok(()));
		assert_eq!(unspent, Ok(weight));
	});
}

#[test]
fn an_invited_accounts_first_transaction_passes_all_three() {
	build_and_execute(|| {
		// given
		let party = organisation(1);
		invite("Alice", party);
		let call = RuntimeCall::from(Call::confirm_account { party });
		let info = call.get_dispatch_info();
		let apply = || {
			(
				Admission::<Test>::new(),
				MortalOnly::<Test>::from(Era::mortal(64, 0)),
				NearNonce::<Test>::from(0),
			)
				.dispatch_transaction(signed("Alice"), call.clone(), &info, 0, 0)
		};

		// when
		assert_ok!(apply().unwrap());

		// then
		assert_eq!(accounts_of(party), 1);
		assert_eq!(System::account_nonce(account("Alice")), 1);
		assert_eq!(apply().unwrap_err(), InvalidTransaction::Stale.into());
	});
}
