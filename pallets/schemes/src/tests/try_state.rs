use super::*;
use sp_runtime::DispatchError;

/// Checks that a sound state stops being one when it is tampered with, and for this reason.
#[track_caller]
fn broken(reason: &'static str, tamper: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		let wh = scheme("WH");
		let (a, b) = (office("A"), office("B"));
		staff(a, &[(1, OPERATOR), (2, COUNCIL), (3, VALIDATOR)]);
		staff(b, &[(4, COUNCIL)]);
		assert_ok!(<Schemes as AccountBook<u64>>::bind(&5, PartyId(1)));
		assert_ok!(Schemes::assign_duty(root(), wh, Duty::Issue, holders(&[a]), DutyRule::Any));
		assert_ok!(Schemes::do_try_state());
		tamper();
		assert_eq!(Schemes::do_try_state(), Err(DispatchError::Other(reason)));
	});
}

const WH: SchemeId = SchemeId(1);
const A: OfficeId = OfficeId(1);

#[test]
fn scheme_codes_equal_the_schemes() {
	broken("a profile without rules", || crate::Schemes::<Test>::remove(WH));
	broken("rules without a profile", || crate::Schemes::<Test>::insert(SchemeId(9), rules()));
	broken("a scheme that its code does not find", || {
		SchemeCodes::<Test>::insert(code("WH"), SchemeId(2))
	});
	broken("a scheme that its code does not find", || SchemeCodes::<Test>::remove(code("WH")));
	broken("a code without its scheme", || SchemeCodes::<Test>::insert(code("HS"), WH));
}

#[test]
fn office_codes_equal_the_offices() {
	broken("an office that its code does not find", || {
		OfficeCodes::<Test>::remove(office_code("A"))
	});
	broken("an office that its code does not find", || {
		OfficeCodes::<Test>::insert(office_code("A"), OfficeId(2))
	});
	broken("a code without its office", || OfficeCodes::<Test>::insert(office_code("C"), A));
}

#[test]
fn next_numbers_are_free() {
	broken("a scheme beyond the next", || NextScheme::<Test>::put(WH));
	broken("an office beyond the next", || NextOffice::<Test>::put(OfficeId(2)));
}

#[test]
fn duties_name_schemes_and_offices() {
	let held =
		|offices: &[OfficeId]| DutyHolders { offices: holders(offices), rule: DutyRule::Any };
	broken("a duty without its scheme", || {
		Duties::<Test>::insert(SchemeId(2), Duty::Issue, held(&[A]))
	});
	broken("a duty with an empty list of holders", || {
		Duties::<Test>::insert(WH, Duty::Issue, held(&[]))
	});
	broken("a duty that names an office twice", || {
		Duties::<Test>::insert(WH, Duty::Issue, held(&[A, A]))
	});
	broken("a duty without its office", || {
		Duties::<Test>::insert(WH, Duty::Issue, held(&[A, OfficeId(3)]))
	});
}

#[test]
fn accounts_equal_their_list() {
	broken("an account without its office", || {
		Accounts::<Test>::insert(1, Actor::Office(OfficeId(3), OPERATOR))
	});
	broken("an account with invalid roles", || {
		Accounts::<Test>::insert(1, Actor::Office(A, Roles(0)))
	});
	broken("an account that is not listed", || AccountsOf::<Test>::remove(Holder::Office(A), 1));
	broken("an account that is not listed", || {
		AccountsOf::<Test>::remove(Holder::Party(PartyId(1)), 5)
	});
	broken("a listed account that is not bound", || Accounts::<Test>::remove(5));
	broken("a listed account that is not bound", || {
		AccountsOf::<Test>::insert(Holder::Party(PartyId(2)), 5, ())
	});
}

#[test]
fn offices_count_their_accounts() {
	broken("an office that counts wrongly", || {
		Offices::<Test>::mutate(A, |office| office.as_mut().unwrap().accounts = 2)
	});
	broken("an office with too many accounts", || {
		for account in 10..=23 {
			System::inc_providers(&account);
			Accounts::<Test>::insert(account, Actor::Office(A, OPERATOR));
			AccountsOf::<Test>::insert(Holder::Office(A), account, ());
		}
		Offices::<Test>::mutate(A, |office| office.as_mut().unwrap().accounts = 17)
	});
}

#[test]
fn accounts_have_providers() {
	broken("an account without a provider", || {
		assert_ok!(System::dec_providers(&1));
	});
}

#[test]
fn an_office_has_one_seat_and_one_validator() {
	for role in [COUNCIL, VALIDATOR] {
		broken("an office with two accounts in a role for one", || {
			Accounts::<Test>::insert(1, Actor::Office(A, role));
		});
	}
}

#[test]
fn the_council_is_that_of_the_active_offices() {
	const REASON: &str = "a council that is not that of the active offices";
	broken(REASON, || Members::set(&vec![2]));
	broken(REASON, || Members::set(&vec![2, 4, 5]));
	broken(REASON, || Offices::<Test>::mutate(A, |office| office.as_mut().unwrap().active = false));
}
