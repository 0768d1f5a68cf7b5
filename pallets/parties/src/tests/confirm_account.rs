use super::*;
use tanpiao_support::{Actor, Roles};

#[test]
fn an_invited_account_confirms_by_itself() {
	build_and_execute(|| {
		// given
		let party = organisation(1);
		let alice = account("Alice");
		invite("Alice", party);

		// when
		let events = events_of(|| Parties::confirm_account(signed("Alice"), party));

		// then
		assert_eq!(events, [Event::AccountAdded { party, account: alice.clone() }]);
		assert_eq!(pallet_schemes::Accounts::<Test>::get(&alice), Some(Actor::Party(party)));
		assert_eq!(accounts_of(party), 1);
		assert_eq!(Invitations::<Test>::get(&alice), None);
		assert_eq!(System::providers(&alice), 1);
	});
}

#[test]
fn only_the_invited_confirm_and_only_for_that_party() {
	build_and_execute(|| {
		let (party, other) = (organisation(1), organisation(2));
		invite("Alice", party);
		assert_noop!(Parties::confirm_account(RuntimeOrigin::root(), party), BadOrigin);
		assert_noop!(Parties::confirm_account(RuntimeOrigin::none(), party), BadOrigin);
		for (origin, party) in [(signed("Bob"), party), (signed("Alice"), other)] {
			assert_noop!(Parties::confirm_account(origin, party), Error::<Test>::NotInvited);
		}
		assert_noop!(Parties::confirm_account(signed("Alice"), UNKNOWN), Error::<Test>::NotInvited);
	});
}

#[test]
fn an_invitation_expires() {
	build_and_execute(|| {
		let party = organisation(1);
		invite("Alice", party);
		invite("Bob", party);
		System::set_block_number(10);
		assert_ok!(Parties::confirm_account(signed("Bob"), party));
		System::set_block_number(11);
		assert_noop!(Parties::confirm_account(signed("Alice"), party), Error::<Test>::Expired);
	});
}

#[test]
fn nobody_joins_a_suspended_party() {
	build_and_execute(|| {
		let party = organisation(1);
		invite("Alice", party);
		suspend(party);
		assert_noop!(Parties::confirm_account(signed("Alice"), party), Error::<Test>::Suspended);
	});
}

#[test]
fn an_office_may_have_been_faster() {
	build_and_execute(|| {
		let party = organisation(1);
		let alice = account("Alice");
		invite("Alice", party);
		assert_ok!(Schemes::add_account(RuntimeOrigin::root(), FINANCE, alice, Roles::OPERATOR));
		assert_noop!(Parties::confirm_account(signed("Alice"), party), Error::<Test>::AccountTaken);
	});
}

#[test]
fn the_last_place_is_taken_once() {
	build_and_execute(|| {
		let party = organisation(1);
		for number in 1..MAX_ACCOUNTS {
			add(&format!("Account{number}"), party);
		}
		invite("Alice", party);
		invite("Bob", party);
		assert_ok!(Parties::confirm_account(signed("Alice"), party));
		assert_noop!(
			Parties::confirm_account(signed("Bob"), party),
			Error::<Test>::TooManyAccounts
		);
	});
}
