use super::*;

const UNTIL: u64 = 10;

fn invite_until(party: PartyId, valid_until: u64) -> sp_runtime::DispatchResult {
	Parties::invite_account(forestry(), party, account("Alice"), valid_until)
}

#[test]
fn an_invited_account_can_pay_for_its_nonce() {
	build_and_execute(|| {
		// given
		let party = organisation(1);
		let alice = account("Alice");

		// when
		let events = events_of(|| invite_until(party, UNTIL));

		// then
		let invitation = Invitation { party, valid_until: UNTIL };
		assert_eq!(Invitations::<Test>::get(&alice), Some(invitation));
		assert_eq!(
			events,
			[Event::AccountInvited { party, account: alice.clone(), valid_until: UNTIL },]
		);
		assert_eq!(System::providers(&alice), 1);
		System::assert_has_event(frame_system::Event::NewAccount { account: alice }.into());
		assert_eq!(accounts_of(party), 0);
	});
}

#[test]
fn an_account_holds_one_invitation_until_that_expires() {
	build_and_execute(|| {
		let (party, other) = (organisation(1), organisation(2));
		assert_ok!(invite_until(party, UNTIL));
		System::set_block_number(UNTIL - 1);
		assert_noop!(invite_until(party, UNTIL + 5), Error::<Test>::AlreadyInvited);
		assert_noop!(invite_until(other, UNTIL + 5), Error::<Test>::AlreadyInvited);

		System::set_block_number(UNTIL);
		assert_ok!(invite_until(other, UNTIL + 5));
		assert_eq!(Invitations::<Test>::get(account("Alice")).unwrap().party, other);
		assert_eq!(System::providers(&account("Alice")), 1);
	});
}

#[test]
fn only_register_of_the_partys_scheme_invites() {
	build_and_execute(|| {
		let party = organisation(1);
		let invite = |origin| Parties::invite_account(origin, party, account("Alice"), UNTIL);
		for other in others() {
			assert_noop!(invite(other), BadOrigin);
		}
		assert_noop!(invite(centre()), SchemesError::<Test>::DutyNotHeld);
	});
}

#[test]
fn no_office_invites_to_its_own_party() {
	build_and_execute(|| {
		let (own, other) = (organisation(1), organisation(2));
		owns_as(FORESTRY, own);
		owns_as(FINANCE, other);
		assert_noop!(invite_until(own, UNTIL), Error::<Test>::OwnApplication);
		assert_ok!(invite_until(other, UNTIL));
	});
}

#[test]
fn the_party_must_be_registered_and_active() {
	build_and_execute(|| {
		assert_noop!(invite_until(UNKNOWN, UNTIL), Error::<Test>::UnknownParty);
		let party = organisation(1);
		suspend(party);
		assert_noop!(invite_until(party, UNTIL), Error::<Test>::Suspended);
	});
}

#[test]
fn an_account_that_acts_for_somebody_is_not_invited() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		for name in ["Alice", "Finance"] {
			assert_noop!(
				Parties::invite_account(forestry(), party, account(name), UNTIL),
				Error::<Test>::AccountTaken
			);
		}
	});
}

#[test]
fn a_full_party_invites_nobody() {
	build_and_execute(|| {
		let party = organisation(1);
		for number in 0..MAX_ACCOUNTS {
			add(&format!("Account{number}"), party);
		}
		assert_noop!(invite_until(party, UNTIL), Error::<Test>::TooManyAccounts);
	});
}

#[test]
fn an_invitation_ends_after_now_and_in_time() {
	build_and_execute(|| {
		let party = organisation(1);
		let now = System::block_number();
		let last = now + u64::from(MAX_VALIDITY);
		assert_noop!(invite_until(party, now), Error::<Test>::Expired);
		assert_noop!(invite_until(party, last + 1), Error::<Test>::TooFarAhead);
		assert_ok!(invite_until(party, last));
	});
}
