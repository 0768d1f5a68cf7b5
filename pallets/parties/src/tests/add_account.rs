use super::*;
use sp_core::{ecdsa, ed25519, Pair};
use sp_runtime::{traits::IdentifyAccount, AccountId32, MultiSignature, MultiSigner};
use tanpiao_support::Actor;

const UNTIL: u64 = 10;

fn add_until(party: PartyId, valid_until: u64) -> sp_runtime::DispatchResult {
	let signature = possession("Alice", party, valid_until);
	Parties::add_account(forestry(), party, account("Alice"), valid_until, signature)
}

#[test]
fn an_account_that_signed_acts_for_the_party() {
	build_and_execute(|| {
		// given
		let party = organisation(1);
		let alice = account("Alice");

		// when
		let events = events_of(|| add_until(party, UNTIL));

		// then
		assert_eq!(events, [Event::AccountAdded { party, account: alice.clone() }]);
		assert_eq!(pallet_schemes::Accounts::<Test>::get(&alice), Some(Actor::Party(party)));
		assert_eq!(accounts_of(party), 1);
		assert_eq!(System::providers(&alice), 1);
		System::assert_has_event(frame_system::Event::NewAccount { account: alice }.into());
	});
}

#[test]
fn the_payload_has_one_layout() {
	let payload = account_payload(
		&H256::repeat_byte(7),
		PartyId(0x01020304),
		&AccountId32::new([9; 32]),
		&0x0a0b0c0du32,
	);
	let mut expected = b"tanpiao/account".to_vec();
	expected.extend([7; 32]);
	expected.extend([4, 3, 2, 1]);
	expected.extend([9; 32]);
	expected.extend([0x0d, 0x0c, 0x0b, 0x0a]);
	assert_eq!(payload, expected);
}

#[test]
fn every_kind_of_key_will_do() {
	fn check<P: Pair>(party: PartyId)
	where
		MultiSigner: From<P::Public>,
		MultiSignature: From<P::Signature>,
	{
		let pair = P::from_string("//Alice", None).unwrap();
		let account = MultiSigner::from(pair.public()).into_account();
		let payload = account_payload(&System::block_hash(0), party, &account, &UNTIL);
		let signature = pair.sign(&payload).into();
		assert_ok!(Parties::add_account(forestry(), party, account, UNTIL, signature));
	}

	build_and_execute(|| {
		let party = organisation(1);
		check::<ed25519::Pair>(party);
		check::<ecdsa::Pair>(party);
		assert_eq!(accounts_of(party), 2);
	});
}

#[test]
fn a_signature_makes_an_invitation_needless() {
	build_and_execute(|| {
		let (party, other) = (organisation(1), organisation(2));
		invite("Alice", other);
		assert_ok!(add_until(party, UNTIL));
		assert!(!Invitations::<Test>::contains_key(account("Alice")));
		assert_eq!(System::providers(&account("Alice")), 1);
	});
}

#[test]
fn only_register_of_the_partys_scheme_adds() {
	build_and_execute(|| {
		let party = organisation(1);
		let add = |origin| {
			let signature = possession("Alice", party, UNTIL);
			Parties::add_account(origin, party, account("Alice"), UNTIL, signature)
		};
		for other in others() {
			assert_noop!(add(other), BadOrigin);
		}
		assert_noop!(add(centre()), SchemesError::<Test>::DutyNotHeld);
	});
}

#[test]
fn no_office_adds_to_its_own_party() {
	build_and_execute(|| {
		let (own, other) = (organisation(1), organisation(2));
		owns_as(FORESTRY, own);
		owns_as(FINANCE, other);
		assert_noop!(add_until(own, UNTIL), Error::<Test>::OwnApplication);
		assert_ok!(add_until(other, UNTIL));
	});
}

#[test]
fn a_signature_is_good_once() {
	build_and_execute(|| {
		// given
		let (party, other) = (organisation(1), organisation(2));
		assert_ok!(add_until(party, UNTIL));
		assert_ok!(Parties::remove_account(forestry(), account("Alice")));

		// then
		assert_noop!(add_until(party, UNTIL), Error::<Test>::SignatureUsed);

		// when it signs again, be it for an earlier end
		assert_ok!(add_until(party, UNTIL - 1));
		assert_ok!(Parties::remove_account(forestry(), account("Alice")));

		// then neither is good again, and for another party it has not signed yet
		for until in [UNTIL - 1, UNTIL] {
			assert_noop!(add_until(party, until), Error::<Test>::SignatureUsed);
		}
		assert_ok!(add_until(other, UNTIL));
	});
}

#[test]
fn a_signature_that_did_not_add_is_not_used() {
	build_and_execute(|| {
		let (party, other) = (organisation(1), organisation_of("Alice", 2));
		assert_noop!(add_until(party, UNTIL), Error::<Test>::AccountTaken);
		assert_ok!(Parties::remove_account(forestry(), account("Alice")));
		assert_ok!(add_until(party, UNTIL));
		assert_eq!((accounts_of(party), accounts_of(other)), (1, 0));
	});
}

#[test]
fn a_confirmation_leaves_the_signature_unused() {
	build_and_execute(|| {
		let party = organisation(1);
		invite("Alice", party);
		assert_ok!(Parties::confirm_account(signed("Alice"), party));
		assert_ok!(Parties::remove_account(forestry(), account("Alice")));
		assert_ok!(add_until(party, UNTIL));
	});
}

#[test]
fn the_party_must_be_registered_and_active() {
	build_and_execute(|| {
		assert_noop!(add_until(UNKNOWN, UNTIL), Error::<Test>::UnknownParty);
		let party = organisation(1);
		suspend(party);
		assert_noop!(add_until(party, UNTIL), Error::<Test>::Suspended);
	});
}

#[test]
fn an_account_acts_for_one_only() {
	build_and_execute(|| {
		let (party, other) = (organisation_of("Alice", 1), organisation(2));
		for party in [party, other] {
			assert_noop!(add_until(party, UNTIL), Error::<Test>::AccountTaken);
		}
		let signature = possession("Forestry", party, UNTIL);
		assert_noop!(
			Parties::add_account(forestry(), party, account("Forestry"), UNTIL, signature),
			Error::<Test>::AccountTaken
		);
	});
}

#[test]
fn a_party_has_so_many_accounts_at_most() {
	build_and_execute(|| {
		let party = organisation(1);
		for number in 0..MAX_ACCOUNTS {
			add(&format!("Account{number}"), party);
		}
		assert_eq!(accounts_of(party), 8);
		assert_noop!(add_until(party, UNTIL), Error::<Test>::TooManyAccounts);
	});
}

#[test]
fn a_signature_is_good_before_its_last_block() {
	build_and_execute(|| {
		let party = organisation(1);
		System::set_block_number(UNTIL);
		assert_noop!(add_until(party, UNTIL), Error::<Test>::Expired);
		assert_noop!(add_until(party, UNTIL - 1), Error::<Test>::Expired);
		assert_ok!(add_until(party, UNTIL + 1));
	});
}

#[test]
fn a_signature_is_not_for_ever() {
	build_and_execute(|| {
		let party = organisation(1);
		let last = System::block_number() + u64::from(MAX_VALIDITY);
		assert_noop!(add_until(party, last + 1), Error::<Test>::TooFarAhead);
		assert_ok!(add_until(party, last));
	});
}

#[test]
fn the_account_itself_must_have_signed_exactly_this() {
	build_and_execute(|| {
		let (party, other) = (organisation(1), organisation(2));
		let alice = account("Alice");
		let elsewhere = account_payload(&H256::repeat_byte(0xff), party, &alice, &UNTIL);
		let by_bob = account_payload(&System::block_hash(0), party, &alice, &UNTIL);
		for signature in [
			possession("Alice", other, UNTIL),
			possession("Alice", party, UNTIL + 1),
			possession("Bob", party, UNTIL),
			pair("Bob").sign(&by_bob).into(),
			pair("Alice").sign(&elsewhere).into(),
		] {
			assert_noop!(
				Parties::add_account(forestry(), party, alice.clone(), UNTIL, signature),
				Error::<Test>::InvalidSignature
			);
		}
	});
}
