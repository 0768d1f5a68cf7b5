//! Each invariant catches what breaks it.

use super::*;
use frame_support::pallet_prelude::DispatchError;
use tanpiao_support::OfficeId;

fn complaint(damage: impl FnOnce(PartyId, PartyId)) -> &'static str {
	new_test_ext().execute_with(|| {
		let organisation = organisation_of("Alice", 1);
		let (commitment, tag) = (H256::repeat_byte(1), H256::repeat_byte(2));
		Parties::register_person(forestry(), WH, commitment, tag).unwrap();
		let person = PartyId(2);
		Parties::grant_licence(finance(), WH, organisation, EVIDENCE).unwrap();
		invite("Bob", person);
		assert_ok!(Parties::do_try_state());
		damage(organisation, person);
		match Parties::do_try_state() {
			Err(DispatchError::Other(complaint)) => complaint,
			other => panic!("{other:?}"),
		}
	})
}

#[cfg(feature = "try-runtime")]
fn change(party: PartyId, change: impl FnOnce(&mut Party)) {
	crate::Parties::<Test>::mutate(party, |record| change(record.as_mut().unwrap()));
}

#[test]
fn numbers() {
	let expected = "a party's number is out of range";
	assert_eq!(complaint(|_, person| NextParty::<Test>::put(person)), expected);
	assert_eq!(
		complaint(|party, _| crate::Parties::<Test>::insert(PartyId(0), record(party))),
		expected
	);
}

#[test]
fn codes() {
	let stray = "a credit code is not its party's";
	assert_eq!(complaint(|party, _| Codes::<Test>::insert(code(2), party)), stray);
	assert_eq!(complaint(|_, person| Codes::<Test>::insert(code(2), person)), stray);
	assert_eq!(complaint(|_, _| Codes::<Test>::insert(code(2), UNKNOWN)), stray);
	assert_eq!(
		complaint(|_, _| Codes::<Test>::remove(code(1))),
		"an organisation's code is not listed"
	);
}

#[test]
fn tags() {
	let stray = "a tag is not its party's";
	let tag = H256::repeat_byte(2);
	assert_eq!(complaint(|_, person| Tags::<Test>::insert(HS, tag, person)), stray);
	assert_eq!(complaint(|_, person| Tags::<Test>::insert(WH, EVIDENCE, person)), stray);
	assert_eq!(complaint(|party, _| Tags::<Test>::insert(WH, tag, party)), stray);
	assert_eq!(complaint(|_, _| Tags::<Test>::remove(WH, tag)), "a person's tag is not listed");
}

#[cfg(feature = "try-runtime")]
#[test]
fn accounts() {
	use tanpiao_support::AccountBook;

	assert_eq!(
		complaint(|party, _| change(party, |record| record.accounts = 0)),
		"a party's accounts are miscounted"
	);
	assert_eq!(
		complaint(|_, _| Schemes::bind(&account("Carol"), UNKNOWN).unwrap()),
		"an account's party is not registered"
	);
	assert_eq!(
		complaint(|party, _| {
			for number in 0..MAX_ACCOUNTS {
				Schemes::bind(&account(&format!("Account{number}")), party).unwrap();
			}
			change(party, |record| record.accounts = MAX_ACCOUNTS + 1);
		}),
		"a party has too many accounts"
	);
}

#[test]
fn licences() {
	let licence = Licence { by: FINANCE, since: TODAY, evidence: EVIDENCE };
	assert_eq!(
		complaint(|_, _| Licences::<Test>::insert(WH, UNKNOWN, licence)),
		"a licensed party is not registered"
	);
	assert_eq!(
		complaint(|party, _| Licences::<Test>::insert(UNKNOWN_SCHEME, party, licence)),
		"a licence's scheme is unknown"
	);
}

#[test]
fn invitations() {
	assert_eq!(
		complaint(|_, _| {
			let invitation = Invitation { party: UNKNOWN, valid_until: 5 };
			Invitations::<Test>::insert(account("Bob"), invitation);
		}),
		"an invitation's party is not registered"
	);
	assert_eq!(
		complaint(|party, _| {
			let invitation = Invitation { party, valid_until: 5 };
			Invitations::<Test>::insert(account("Carol"), invitation);
		}),
		"an invited account has no provider"
	);
	assert_eq!(
		complaint(|party, _| {
			let invitation = Invitation { party, valid_until: 5 };
			Invitations::<Test>::insert(account("Alice"), invitation);
		}),
		"an invited account acts for a party"
	);
	assert_eq!(
		complaint(|_, person| {
			let invitation = Invitation { party: person, valid_until: 5 };
			Invitations::<Test>::insert(account("Bob"), invitation);
		}),
		"an invitation has no end"
	);
}

#[test]
fn expiries() {
	let bob = || Expiry::Invitation(account("Bob"));
	assert_eq!(complaint(|_, _| SweptUntil::<Test>::put(12)), "the sweep passed something over");
	assert_eq!(
		complaint(|party, _| {
			let late = System::block_number() + u64::from(MAX_VALIDITY) + 1;
			let used = Expiry::Signature(party, account("Alice"));
			Expiries::<Test>::insert(late, used, ());
		}),
		"something waits longer than it may"
	);
	assert_eq!(
		complaint(|_, _| Expiries::<Test>::insert(12, bob(), ())),
		"the queue ends no invitation"
	);
	assert_eq!(
		complaint(|_, _| {
			let used = Expiry::Signature(UNKNOWN, account("Alice"));
			Expiries::<Test>::insert(11, used, ());
		}),
		"a signature was used for nobody"
	);
}

#[test]
fn usages() {
	let usage = |used| Usage { used, at: 1 };
	let unused = usage(Quantity::default());
	let of = |payer, class| Standing { payer, class };
	for nobody in [Payer::Party(UNKNOWN), Payer::Office(OfficeId(99))] {
		assert_eq!(
			complaint(|_, _| Usages::<Test>::insert(of(nobody, Class::Other), unused)),
			"an allowance is nobody's"
		);
	}
	for class in [Class::Platform, Class::Duty, Class::Governance] {
		assert_eq!(
			complaint(|party, _| Usages::<Test>::insert(of(Payer::Party(party), class), unused)),
			"a party has an office's allowance"
		);
	}
	let limit = Limits::get().governance.limit;
	for more in [
		Quantity { count: limit.count + 1, ..limit },
		Quantity { bytes: limit.bytes + 1, ..limit },
		Quantity { ref_time: limit.ref_time + 1, ..limit },
	] {
		let office = of(Payer::Office(FINANCE), Class::Governance);
		assert_eq!(
			complaint(|_, _| Usages::<Test>::insert(office, usage(more))),
			"more was used than is allowed"
		);
	}
	assert_eq!(
		complaint(|party, _| {
			let later = Usage { used: Quantity::default(), at: 2 };
			Usages::<Test>::insert(Standing::of_party(party), later);
		}),
		"an allowance was used in the future"
	);
}
