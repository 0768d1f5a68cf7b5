use super::*;
use crate::EnsureOffice;
use frame_support::traits::{EnsureOrigin, OriginTrait};
use tanpiao_support::Signatory;

fn officer(account: u64) -> Option<(u64, OfficeId)> {
	let Signatory { account, who } = EnsureOffice::<Test>::try_origin(signed(account)).ok()?;
	Some((account, who))
}

#[test]
fn operators_and_platforms_sign_for_their_office() {
	build_and_execute(|| {
		let (a, b) = (office("A"), office("B"));
		staff(a, &[(1, OPERATOR), (2, OPERATOR.and(COUNCIL))]);
		staff(b, &[(3, Roles::PLATFORM)]);
		assert_eq!(officer(1), Some((1, a)));
		assert_eq!(officer(2), Some((2, a)));
		assert_eq!(officer(3), Some((3, b)));
	});
}

#[test]
fn seats_and_validators_do_not_sign_for_duties() {
	build_and_execute(|| {
		let a = office("A");
		staff(a, &[(1, COUNCIL), (2, VALIDATOR)]);
		assert_eq!(officer(1), None);
		assert_eq!(officer(2), None);
	});
}

#[test]
fn a_removed_officer_has_no_power() {
	build_and_execute(|| {
		staff(office("A"), &[(1, OPERATOR)]);
		assert_ok!(Schemes::remove_account(root(), 1));
		assert_eq!(officer(1), None);
	});
}

#[test]
fn an_inactive_office_signs_nothing() {
	build_and_execute(|| {
		let a = office("A");
		staff(a, &[(1, OPERATOR)]);
		assert_ok!(Schemes::set_office_active(root(), a, false));
		assert_eq!(officer(1), None);
	});
}

#[test]
fn nobody_else_signs_for_an_office() {
	build_and_execute(|| {
		assert_ok!(<Schemes as AccountBook<u64>>::bind(&1, PartyId(1)));
		assert_eq!(officer(1), None);
		assert_eq!(officer(2), None);
		assert!(EnsureOffice::<Test>::try_origin(root()).is_err());
		assert!(EnsureOffice::<Test>::try_origin(RuntimeOrigin::none()).is_err());
	});
}

#[test]
fn what_is_refused_is_handed_back() {
	build_and_execute(|| {
		let refused = EnsureOffice::<Test>::try_origin(signed(1)).unwrap_err();
		assert_eq!(refused.as_signer(), Some(&1));
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_of_others_get_an_officer() {
	build_and_execute(|| {
		let origin = EnsureOffice::<Test>::try_successful_origin().unwrap();
		assert!(EnsureOffice::<Test>::ensure_origin(origin).is_ok());
	});
}
