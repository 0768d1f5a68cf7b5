use super::*;
use frame_support::{traits::Hooks, weights::Weight};
use tanpiao_support::Roles;

/// The sweep of that block, with room for `steps` of it.
fn sweep_at(block: u64, steps: u64) -> Weight {
	System::set_block_number(block);
	Parties::on_idle(block, step().saturating_mul(steps))
}

fn step() -> Weight {
	<() as WeightInfo>::sweep_step()
}

/// The register's events since they were last reset.
fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}

fn waiting() -> usize {
	Expiries::<Test>::iter().count()
}

#[test]
fn an_invitation_that_nobody_takes_up_ends() {
	build_and_execute(|| {
		// given
		let party = organisation(1);
		let alice = account("Alice");
		invite("Alice", party);
		System::reset_events();

		// when
		sweep_at(10, 1_000);

		// then
		assert_eq!(events(), []);
		assert!(Invitations::<Test>::contains_key(&alice));

		// when
		sweep_at(11, 1_000);

		// then
		assert_eq!(events(), [Event::InvitationExpired { party, account: alice.clone() }]);
		assert_eq!(Invitations::<Test>::get(&alice), None);
		assert_eq!(waiting(), 0);
		assert_eq!(SweptUntil::<Test>::get(), 12);
		assert_eq!(System::providers(&alice), 1);
	});
}

#[test]
fn an_invitation_of_an_account_that_an_office_took_ends_too() {
	build_and_execute(|| {
		let party = organisation(1);
		let alice = account("Alice");
		invite("Alice", party);
		let root = RuntimeOrigin::root();
		assert_ok!(Schemes::add_account(root, FINANCE, alice.clone(), Roles::OPERATOR));
		sweep_at(11, 1_000);
		assert_eq!(Invitations::<Test>::get(&alice), None);
		assert_eq!(waiting(), 0);
	});
}

#[test]
fn what_was_taken_up_or_withdrawn_waits_no_more() {
	build_and_execute(|| {
		let (party, other) = (organisation(1), organisation(2));
		for name in ["Alice", "Bob", "Carol"] {
			invite(name, party);
		}
		assert_eq!(waiting(), 3);
		assert_ok!(Parties::confirm_account(signed("Alice"), party));
		assert_ok!(Parties::remove_account(forestry(), account("Bob")));
		assert_eq!(waiting(), 1);
		// What is left is that Carol's signature was used.
		add("Carol", other);
		let used = Expiry::Signature(other, account("Carol"));
		assert_eq!(Expiries::<Test>::iter_keys().collect::<Vec<_>>(), [(11, used)]);
	});
}

#[test]
fn a_new_invitation_ends_the_expired_one() {
	build_and_execute(|| {
		// given
		let (party, other) = (organisation(1), organisation(2));
		let alice = account("Alice");
		invite("Alice", party);
		System::set_block_number(11);

		// when
		let invited = || Parties::invite_account(forestry(), other, alice.clone(), 20);
		let events = events_of(invited);

		// then
		assert_eq!(
			events,
			[
				Event::InvitationExpired { party, account: alice.clone() },
				Event::AccountInvited { party: other, account: alice.clone(), valid_until: 20 },
			]
		);
		assert_eq!(waiting(), 1);
		sweep_at(19, 1_000);
		assert!(Invitations::<Test>::contains_key(&alice));
		sweep_at(20, 1_000);
		assert_eq!(waiting(), 0);
	});
}

#[test]
fn a_used_signature_is_forgotten_when_it_is_of_no_use_any_more() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		assert_ok!(Parties::remove_account(forestry(), account("Alice")));
		let again = || {
			let signature = possession("Alice", party, 11);
			Parties::add_account(forestry(), party, account("Alice"), 11, signature)
		};
		System::reset_events();
		sweep_at(10, 1_000);
		assert_eq!(waiting(), 1);
		assert_noop!(again(), Error::<Test>::SignatureUsed);
		sweep_at(11, 1_000);
		assert_eq!(waiting(), 0);
		assert_noop!(again(), Error::<Test>::Expired);
		assert_eq!(events(), []);
	});
}

#[test]
fn a_block_with_much_on_it_takes_several() {
	build_and_execute(|| {
		let party = organisation(1);
		sweep_at(10, 1_000);
		System::set_block_number(1);
		for number in 0..MAX_SWEPT + 5 {
			Parties::invite_account(forestry(), party, account(&format!("A{number}")), 11).unwrap();
		}
		sweep_at(11, 1_000);
		assert_eq!((waiting(), SweptUntil::<Test>::get()), (5, 11));
		Parties::do_try_state().unwrap();
		sweep_at(12, 1_000);
		assert_eq!((waiting(), SweptUntil::<Test>::get()), (0, 13));
	});
}

#[test]
fn a_sweep_passes_over_so_many_blocks_at_most() {
	build_and_execute(|| {
		sweep_at(100, 1_000);
		assert_eq!(SweptUntil::<Test>::get(), u64::from(MAX_SWEPT));
	});
}

#[test]
fn a_sweep_keeps_to_the_weight_it_is_given() {
	build_and_execute(|| {
		let party = organisation(1);
		sweep_at(10, 1_000);
		System::set_block_number(1);
		for name in ["Alice", "Bob", "Carol"] {
			invite(name, party);
		}
		assert_eq!(sweep_at(11, 0), Weight::zero());
		// One step for the cursor, and one for each that ends.
		assert_eq!(sweep_at(11, 1), step());
		assert_eq!(waiting(), 3);
		assert_eq!(sweep_at(11, 3), step().saturating_mul(3));
		assert_eq!(waiting(), 1);
		// One more to see that the block is done.
		assert_eq!(sweep_at(11, 1_000), step().saturating_mul(3));
		assert_eq!((waiting(), SweptUntil::<Test>::get()), (0, 12));
		// Nothing is left to look at.
		assert_eq!(sweep_at(11, 1_000), step());
	});
}
