use super::*;

#[test]
fn a_removed_account_acts_no_more_and_keeps_its_nonce() {
	build_and_execute(|| {
		// given
		let party = organisation_of("Alice", 1);
		let alice = account("Alice");
		System::inc_account_nonce(&alice);

		// when
		let events = events_of(|| Parties::remove_account(forestry(), alice.clone()));

		// then
		assert_eq!(events, [Event::AccountRemoved { party, account: alice.clone() }]);
		assert_eq!(pallet_schemes::Accounts::<Test>::get(&alice), None);
		assert_eq!(accounts_of(party), 0);
		assert_eq!((System::providers(&alice), System::account_nonce(&alice)), (1, 1));
	});
}

#[test]
fn a_removed_account_may_come_back() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		assert_ok!(Parties::remove_account(forestry(), account("Alice")));
		System::set_block_number(2);
		add("Alice", party);
		assert_eq!(accounts_of(party), 1);
		assert_eq!(System::providers(&account("Alice")), 1);
	});
}

#[test]
fn a_suspended_partys_account_is_removed_too() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		suspend(party);
		assert_ok!(Parties::remove_account(forestry(), account("Alice")));
		assert_eq!(accounts_of(party), 0);
	});
}

#[test]
fn an_office_may_take_an_account_from_its_own_party() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		owns_as(FORESTRY, party);
		assert_ok!(Parties::remove_account(forestry(), account("Alice")));
	});
}

#[test]
fn an_invitation_is_withdrawn_the_same_way() {
	build_and_execute(|| {
		// given
		let party = organisation(1);
		let alice = account("Alice");
		invite("Alice", party);

		// when
		let events = events_of(|| Parties::remove_account(forestry(), alice.clone()));

		// then
		assert_eq!(events, [Event::InvitationWithdrawn { party, account: alice.clone() }]);
		assert_noop!(Parties::confirm_account(signed("Alice"), party), Error::<Test>::NotInvited);
		assert_eq!(System::providers(&alice), 1);
	});
}

#[test]
fn only_register_of_the_partys_scheme_removes() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		invite("Bob", party);
		for name in ["Alice", "Bob"] {
			for other in others() {
				assert_noop!(Parties::remove_account(other, account(name)), BadOrigin);
			}
			assert_noop!(
				Parties::remove_account(centre(), account(name)),
				SchemesError::<Test>::DutyNotHeld
			);
		}
	});
}

#[test]
fn offices_accounts_are_not_registers_to_remove() {
	build_and_execute(|| {
		for name in ["Stranger", "Finance"] {
			assert_noop!(
				Parties::remove_account(forestry(), account(name)),
				Error::<Test>::NotAPartyAccount
			);
		}
	});
}
