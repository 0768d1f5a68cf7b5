use super::*;
use frame_support::dispatch::GetDispatchInfo;
use sp_runtime::{
	traits::{DispatchTransaction, TransactionExtension},
	transaction_validity::{
		InvalidTransaction, TransactionPriority, TransactionSource::External,
		TransactionValidityError,
	},
};
use tanpiao_support::{Roles, SchemeBook};

const STRANGER: TransactionValidityError =
	TransactionValidityError::Invalid(InvalidTransaction::Custom(NOT_ADMITTED));

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

fn governance() -> RuntimeCall {
	pallet_schemes::Call::set_office_active { office: FINANCE, active: false }.into()
}

fn confirmation(party: PartyId) -> RuntimeCall {
	Call::confirm_account { party }.into()
}

/// The priority with which a call is admitted.
fn admit(
	origin: RuntimeOrigin,
	call: RuntimeCall,
) -> Result<TransactionPriority, TransactionValidityError> {
	Admission::<Test>::new()
		.validate_only(origin, &call, &call.get_dispatch_info(), 0, External, 0)
		.map(|(valid, ..)| valid.priority)
}

#[test]
fn strangers_are_refused() {
	build_and_execute(|| {
		assert_eq!(admit(signed("Stranger"), remark()), Err(STRANGER));
		assert_eq!(admit(signed("Stranger"), governance()), Err(STRANGER));
	});
}

#[test]
fn what_is_not_signed_is_refused() {
	build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_eq!(admit(origin, remark()), Err(InvalidTransaction::BadSigner.into()));
		}
	});
}

#[test]
fn parties_are_admitted_unless_suspended() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		assert_eq!(admit(signed("Alice"), remark()), Ok(Class::Other.priority()));
		suspend(party);
		assert_eq!(admit(signed("Alice"), remark()), Err(STRANGER));
		assert_ok!(Parties::reinstate(forestry(), party, EVIDENCE));
		assert!(admit(signed("Alice"), remark()).is_ok());
	});
}

#[test]
fn removed_accounts_are_refused() {
	build_and_execute(|| {
		organisation_of("Alice", 1);
		assert_ok!(Parties::remove_account(forestry(), account("Alice")));
		assert_eq!(admit(signed("Alice"), remark()), Err(STRANGER));
	});
}

#[test]
fn offices_are_admitted_unless_closed() {
	build_and_execute(|| {
		for name in ["Forestry", "Forestry//council", "Forestry//validator"] {
			assert!(admit(signed(name), remark()).is_ok());
		}
		assert_ok!(Schemes::set_office_active(RuntimeOrigin::root(), FORESTRY, false));
		assert!(!<Schemes as SchemeBook>::is_active(FORESTRY));
		for name in ["Forestry", "Forestry//council", "Forestry//validator"] {
			assert_eq!(admit(signed(name), remark()), Err(STRANGER));
		}
		assert!(admit(signed("Finance"), remark()).is_ok());
	});
}

#[test]
fn an_invited_account_is_admitted_to_confirm_and_for_nothing_else() {
	build_and_execute(|| {
		let (party, other) = (organisation(1), organisation(2));
		assert_eq!(admit(signed("Alice"), confirmation(party)), Err(STRANGER));
		invite("Alice", party);
		assert_eq!(admit(signed("Alice"), confirmation(party)), Ok(Class::Other.priority()));
		assert_eq!(admit(signed("Alice"), confirmation(other)), Err(STRANGER));
		assert_eq!(admit(signed("Alice"), remark()), Err(STRANGER));
	});
}

#[test]
fn what_would_not_be_confirmed_is_refused() {
	build_and_execute(|| {
		let (expired, suspended) = (organisation(1), organisation(2));
		invite("Alice", expired);
		invite("Bob", suspended);
		suspend(suspended);
		assert_eq!(admit(signed("Bob"), confirmation(suspended)), Err(STRANGER));
		System::set_block_number(11);
		assert_eq!(admit(signed("Alice"), confirmation(expired)), Err(STRANGER));
	});
}

#[test]
fn governance_goes_before_duties_before_platforms_before_others() {
	build_and_execute(|| {
		let _ = organisation_of("Alice", 1);
		let classes = [
			("Forestry//council", governance(), Class::Governance),
			("Centre", governance(), Class::Governance),
			("Forestry", remark(), Class::Duty),
			("Centre", remark(), Class::Duty),
			("Platform", remark(), Class::Platform),
			("Alice", remark(), Class::Other),
			("Forestry//council", remark(), Class::Other),
			("Forestry//validator", remark(), Class::Other),
		];
		let priorities = classes.map(|(name, call, class)| {
			let priority = admit(signed(name), call).unwrap();
			assert_eq!(priority, class.priority(), "{name}");
			priority
		});
		assert!(priorities.is_sorted_by(|earlier, later| earlier >= later));
		assert!(Class::Governance.priority() > Class::Duty.priority());
		assert!(Class::Duty.priority() > Class::Platform.priority());
		assert!(Class::Platform.priority() > Class::Other.priority());
	});
}

#[test]
fn governance_is_for_those_with_a_seat_alone() {
	build_and_execute(|| {
		let _ = organisation_of("Alice", 1);
		for name in ["Forestry", "Alice", "Stranger"] {
			assert_eq!(admit(signed(name), governance()), Err(STRANGER), "{name}");
		}
	});
}

#[test]
fn a_platform_that_only_submits_is_a_platform() {
	build_and_execute(|| {
		let bulk = account("Bulk");
		assert_ok!(Schemes::add_account(RuntimeOrigin::root(), PLATFORM, bulk, Roles::PLATFORM));
		assert_eq!(admit(signed("Bulk"), remark()), Ok(Class::Platform.priority()));
	});
}

#[test]
fn a_suspension_ends_what_waits_in_the_pool() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		let call = remark();
		let info = call.get_dispatch_info();
		let apply =
			|| Admission::<Test>::new().validate_and_prepare(signed("Alice"), &call, &info, 0, 0);
		assert!(apply().is_ok());
		suspend(party);
		assert_eq!(apply().unwrap_err(), STRANGER);
	});
}

#[test]
fn the_extension_carries_nothing() {
	use codec::Encode;

	assert_eq!(<Admission<Test> as TransactionExtension<RuntimeCall>>::IDENTIFIER, "Admission");
	assert!(Admission::<Test>::new().encode().is_empty());
	assert_eq!(Admission::<Test>::new().weight(&remark()), <() as WeightInfo>::admission());
}
