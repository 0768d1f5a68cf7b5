mod properties;

use super::*;
use frame_support::{
	dispatch::{DispatchInfo, DispatchResultWithPostInfo, PostDispatchInfo},
	traits::Hooks,
	weights::Weight,
};
use sp_runtime::{
	traits::DispatchTransaction,
	transaction_validity::{
		InvalidTransaction, TransactionSource::External, TransactionValidityError,
	},
	DispatchError, DispatchErrorWithPostInfo,
};
use tanpiao_support::{OfficeId, Roles};

const SPENT: TransactionValidityError =
	TransactionValidityError::Invalid(InvalidTransaction::Custom(ALLOWANCE_SPENT));

const NOT: TransactionValidityError =
	TransactionValidityError::Invalid(InvalidTransaction::Custom(NOT_ADMITTED));

const ONE: Quantity = Quantity { count: 1, bytes: 0, ref_time: 0 };

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

fn governance() -> RuntimeCall {
	pallet_schemes::Call::set_office_active { office: FINANCE, active: false }.into()
}

fn weighing(ref_time: u64) -> DispatchInfo {
	DispatchInfo { call_weight: Weight::from_parts(ref_time, 0), ..Default::default() }
}

fn spent(ref_time: u64) -> DispatchResultWithPostInfo {
	Ok(Some(Weight::from_parts(ref_time, 0)).into())
}

/// What the pool says of a transaction that is `lead` ahead, needs this, and is alone in it.
fn judge_call(
	name: &str,
	lead: u32,
	call: &RuntimeCall,
	need: Quantity,
) -> Result<(), TransactionValidityError> {
	let nonce = System::account_nonce(account(name)) + lead;
	let len = need.bytes as usize;
	NearNonce::<Test>::from(nonce)
		.validate_only(signed(name), call, &weighing(need.ref_time), len, External, 0)
		.map(drop)
}

fn judge(name: &str, lead: u32, need: Quantity) -> Result<(), TransactionValidityError> {
	judge_call(name, lead, &remark(), need)
}

/// Includes a transaction that needs this and ends so.
fn include(
	name: &str,
	need: Quantity,
	end: impl FnOnce() -> DispatchResultWithPostInfo,
) -> Result<DispatchResultWithPostInfo, TransactionValidityError> {
	let nonce = System::account_nonce(account(name));
	let len = need.bytes as usize;
	NearNonce::<Test>::from(nonce).test_run(
		signed(name),
		&remark(),
		&weighing(need.ref_time),
		len,
		0,
		|_| end(),
	)
}

fn party(party: PartyId) -> Standing {
	Standing::of_party(party)
}

fn office(office: OfficeId, class: Class) -> Standing {
	Standing { payer: Payer::Office(office), class }
}

fn limit(class: Class) -> Quantity {
	Limits::get().of(class).limit
}

fn use_up(standing: Standing) {
	let at = System::block_number() as u32;
	Usages::<Test>::insert(standing, Usage { used: limit(standing.class), at });
}

fn used(standing: Standing) -> Quantity {
	Usages::<Test>::get(standing).unwrap().used
}

#[test]
fn an_included_transaction_is_charged() {
	build_and_execute(|| {
		// given
		let alice = organisation_of("Alice", 1);
		let need = Quantity { count: 1, bytes: 200, ref_time: 1_000 };

		// when
		include("Alice", need, || spent(1_000)).unwrap().unwrap();

		// then
		assert_eq!(Usages::<Test>::get(party(alice)), Some(Usage { used: need, at: 1 }));
		include("Alice", need, || spent(1_000)).unwrap().unwrap();
		assert_eq!(used(party(alice)), need.times(2));
	});
}

#[test]
fn a_transaction_in_the_pool_is_not() {
	build_and_execute(|| {
		let alice = organisation_of("Alice", 1);
		assert_eq!(judge("Alice", 0, ONE), Ok(()));
		assert_eq!(Usages::<Test>::get(party(alice)), None);
	});
}

#[test]
fn the_weight_of_extensions_is_charged_too() {
	build_and_execute(|| {
		let alice = organisation_of("Alice", 1);
		let info = DispatchInfo { extension_weight: Weight::from_parts(70, 0), ..weighing(1_000) };
		let extension = NearNonce::<Test>::from(0);
		let run = extension.test_run(signed("Alice"), &remark(), &info, 0, 0, |_| spent(400));
		run.unwrap().unwrap();
		assert_eq!(used(party(alice)).ref_time, 470);
	});
}

#[test]
fn weight_that_is_not_spent_is_given_back() {
	build_and_execute(|| {
		let alice = organisation_of("Alice", 1);
		let need = Quantity { count: 1, bytes: 200, ref_time: 1_000 };
		include("Alice", need, || spent(300)).unwrap().unwrap();
		assert_eq!(used(party(alice)), Quantity { ref_time: 300, ..need });
		// Who says nothing spent all of it.
		include("Alice", need, || Ok(().into())).unwrap().unwrap();
		assert_eq!(used(party(alice)).ref_time, 1_300);
	});
}

#[test]
fn a_failure_counts() {
	build_and_execute(|| {
		let alice = organisation_of("Alice", 1);
		let need = Quantity { count: 1, bytes: 200, ref_time: 1_000 };
		let failing = |actual_weight| {
			let post_info = PostDispatchInfo { actual_weight, ..Default::default() };
			Err(DispatchErrorWithPostInfo { post_info, error: DispatchError::CannotLookup })
		};
		assert!(include("Alice", need, || failing(None)).unwrap().is_err());
		assert_eq!(used(party(alice)), need);
		let little = Some(Weight::from_parts(100, 0));
		assert!(include("Alice", need, || failing(little)).unwrap().is_err());
		assert_eq!(used(party(alice)), Quantity { count: 2, bytes: 400, ref_time: 1_100 });
	});
}

#[test]
fn no_more_is_used_than_is_allowed() {
	build_and_execute(|| {
		// given
		let alice = organisation_of("Alice", 1);
		let most = limit(Class::Other);
		let little = Quantity { count: 1, bytes: 1, ref_time: 1 };

		// when all but one of it is used, then one is taken and a second is not
		for left in [
			Quantity { count: 1, ..most },
			Quantity { bytes: 1, ..most },
			Quantity { ref_time: 1, ..most },
		] {
			let usage = Usage { used: most.minus(left), at: 1 };
			Usages::<Test>::insert(party(alice), usage);
			assert_eq!(judge("Alice", 0, little), Ok(()));
			include("Alice", little, || Ok(().into())).unwrap().unwrap();
			assert_eq!(judge("Alice", 0, little), Err(SPENT));
			let before = (used(party(alice)), System::account_nonce(account("Alice")));
			assert_eq!(include("Alice", little, || unreachable!()), Err(SPENT));
			assert_eq!((used(party(alice)), System::account_nonce(account("Alice"))), before);
		}

		// then nor is what is more than all of it
		Usages::<Test>::remove(party(alice));
		assert_eq!(judge("Alice", 0, Quantity { count: 1, ..most }), Ok(()));
		for more in [
			Quantity { bytes: most.bytes + 1, ..little },
			Quantity { ref_time: most.ref_time + 1, ..little },
		] {
			assert_eq!(judge("Alice", 0, more), Err(SPENT));
		}
	});
}

#[test]
fn those_before_a_transaction_are_covered_too() {
	build_and_execute(|| {
		// given
		let alice = organisation_of("Alice", 1);
		let most = limit(Class::Other);

		// when three are left, then it may be two ahead
		for (left, need) in [
			(Quantity { count: 3, ..most }, ONE),
			(Quantity { bytes: 3 * 50 + 49, ..most }, Quantity { bytes: 50, ..ONE }),
			(Quantity { ref_time: 3 * 70 + 69, ..most }, Quantity { ref_time: 70, ..ONE }),
		] {
			Usages::<Test>::insert(party(alice), Usage { used: most.minus(left), at: 1 });
			assert_eq!(judge("Alice", 2, need), Ok(()));
			assert_eq!(judge("Alice", 3, need), Err(SPENT));
		}
	});
}

#[test]
fn an_unused_allowance_takes_as_many_as_may_wait() {
	build_and_execute(|| {
		organisation_of("Alice", 1);
		assert_eq!(judge("Alice", MAX_NONCE_LEAD, ONE), Ok(()));
		let far = InvalidTransaction::Custom(FAR_NONCE).into();
		assert_eq!(judge("Alice", MAX_NONCE_LEAD + 1, ONE), Err(far));
	});
}

#[test]
fn the_nonce_is_judged_first() {
	build_and_execute(|| {
		let alice = organisation_of("Alice", 1);
		use_up(party(alice));
		System::inc_account_nonce(account("Alice"));
		let judge = |nonce| {
			NearNonce::<Test>::from(nonce)
				.validate_only(signed("Alice"), &remark(), &weighing(0), 0, External, 0)
				.map(drop)
		};
		assert_eq!(judge(0), Err(InvalidTransaction::Stale.into()));
		assert_eq!(judge(1), Err(SPENT));
		assert_eq!(judge(100), Err(InvalidTransaction::Custom(FAR_NONCE).into()));
	});
}

#[test]
fn what_was_used_recovers_evenly() {
	build_and_execute(|| {
		// given: two in a block
		let alice = organisation_of("Alice", 1);
		use_up(party(alice));
		let at = |block| {
			System::set_block_number(block);
			Parties::allowances(account("Alice"))[0].left
		};

		// when, then
		assert_eq!(at(1), Quantity::default());
		assert_eq!(judge("Alice", 0, ONE), Err(SPENT));
		assert_eq!(at(2), Quantity { count: 2, bytes: 200, ref_time: 20_000_000_000 });
		assert_eq!(judge("Alice", 1, ONE), Ok(()));
		assert_eq!(judge("Alice", 2, ONE), Err(SPENT));
		assert_eq!(at(50).count, 98);
		assert_eq!(at(51), limit(Class::Other));
		assert_eq!(at(1_000_000), limit(Class::Other));

		// and from what is charged meanwhile
		at(11);
		include("Alice", ONE, || Ok(().into())).unwrap().unwrap();
		assert_eq!(Usages::<Test>::get(party(alice)).unwrap().at, 11);
		assert_eq!(used(party(alice)).count, 81);
		assert_eq!(at(21).count, 39);
	});
}

/// A share of a block that is smaller than one is not lost to rounding.
#[test]
fn looking_often_does_not_hinder_recovery() {
	build_and_execute(|| {
		Limits::mutate(|limits| limits.other.period = 10_000);
		let alice = organisation_of("Alice", 1);
		use_up(party(alice));
		for block in 2..=10_001 {
			System::set_block_number(block);
			let usage = Usages::<Test>::get(party(alice)).unwrap();
			Usages::<Test>::insert(party(alice), usage.by(block as u32, &Limits::get().other));
		}
		assert_eq!(used(party(alice)), Quantity::default());
		Limits::mutate(|limits| limits.other.period = 50);
	});
}

#[test]
fn a_partys_accounts_share_its_allowance() {
	build_and_execute(|| {
		let alice = organisation_of("Alice", 1);
		add("Clerk", alice);
		organisation_of("Bob", 2);
		include("Clerk", ONE, || Ok(().into())).unwrap().unwrap();
		include("Alice", ONE, || Ok(().into())).unwrap().unwrap();
		assert_eq!(used(party(alice)).count, 2);
		use_up(party(alice));
		for name in ["Alice", "Clerk"] {
			assert_eq!(judge(name, 0, ONE), Err(SPENT), "{name}");
		}
		for name in ["Bob", "Forestry", "Forestry//council", "Platform"] {
			assert_eq!(judge(name, 0, ONE), Ok(()), "{name}");
		}
	});
}

/// The party of the same number as the office is another payer.
#[test]
fn no_class_of_an_office_uses_another() {
	build_and_execute(|| {
		// given
		assert_eq!(organisation_of("Alice", 1).0, u32::from(FORESTRY.0));
		let (bulk, forestry) = (account("Bulk"), FORESTRY);
		assert_ok!(Schemes::add_account(RuntimeOrigin::root(), forestry, bulk, Roles::PLATFORM));
		let classes = [
			("Forestry//council", governance(), Class::Governance),
			("Forestry", remark(), Class::Duty),
			("Bulk", remark(), Class::Platform),
			("Forestry//validator", remark(), Class::Other),
			("Forestry//council", remark(), Class::Other),
		];

		// when one is used up, then it alone is
		for (.., spent) in &classes {
			let _ = Usages::<Test>::clear(u32::MAX, None);
			use_up(office(forestry, *spent));
			for (name, call, class) in &classes {
				let expected = if class == spent { Err(SPENT) } else { Ok(()) };
				assert_eq!(judge_call(name, 0, call, ONE), expected, "{spent:?}: {name}");
			}
			for name in ["Alice", "Finance", "Centre", "Platform"] {
				assert_eq!(judge(name, 0, ONE), Ok(()), "{spent:?}: {name}");
			}
			assert_eq!(judge_call("Centre", 0, &governance(), ONE), Ok(()), "{spent:?}");
		}
	});
}

#[test]
fn each_class_has_an_allowance_of_its_own() {
	build_and_execute(|| {
		organisation_of("Alice", 1);
		for (name, call, class) in [
			("Centre", governance(), Class::Governance),
			("Centre", remark(), Class::Duty),
			("Platform", remark(), Class::Platform),
			("Alice", remark(), Class::Other),
			("Forestry//validator", remark(), Class::Other),
		] {
			let most = Quantity { count: 1, ..limit(class) };
			assert_eq!(judge_call(name, 0, &call, most), Ok(()), "{name}");
			let more = Quantity { ref_time: most.ref_time + 1, ..most };
			assert_eq!(judge_call(name, 0, &call, more), Err(SPENT), "{name}");
		}
	});
}

#[test]
fn an_invited_account_uses_its_partys_allowance() {
	build_and_execute(|| {
		// given
		let alice = organisation_of("Alice", 1);
		invite("Clerk", alice);
		let confirm = RuntimeCall::from(Call::confirm_account { party: alice });
		let apply = || {
			(Admission::<Test>::new(), NearNonce::<Test>::from(0)).dispatch_transaction(
				signed("Clerk"),
				confirm.clone(),
				&weighing(5),
				100,
				0,
			)
		};

		// when
		use_up(party(alice));
		assert_eq!(apply().unwrap_err(), SPENT);
		Usages::<Test>::remove(party(alice));
		assert_ok!(apply().unwrap());

		// then
		assert_eq!(used(party(alice)), Quantity { count: 1, bytes: 100, ref_time: 5 });
	});
}

#[test]
fn whoever_is_not_admitted_has_no_allowance() {
	build_and_execute(|| {
		// given
		let alice = organisation_of("Alice", 1);
		invite("Clerk", alice);
		use_up(party(alice));
		let validate = |name: &str| {
			(Admission::<Test>::new(), NearNonce::<Test>::from(0))
				.validate_only(signed(name), &remark(), &weighing(0), 0, External, 0)
				.map(drop)
		};
		assert_eq!(validate("Alice"), Err(SPENT));
		assert_eq!(judge("Clerk", 0, ONE), Err(NOT));

		// when
		suspend(alice);
		assert_ok!(Schemes::set_office_active(RuntimeOrigin::root(), FINANCE, false));

		// then that is the reason, also where it is used up
		for name in ["Alice", "Finance"] {
			assert_eq!(validate(name), Err(NOT), "{name}");
			assert_eq!(judge(name, 0, ONE), Err(NOT), "{name}");
		}
	});
}

#[test]
fn who_was_charged_gets_the_refund() {
	build_and_execute(|| {
		let alice = organisation_of("Alice", 1);
		let need = Quantity { ref_time: 1_000, ..ONE };
		let leaving = || {
			Parties::remove_account(forestry(), account("Alice")).unwrap();
			spent(10)
		};
		include("Alice", need, leaving).unwrap().unwrap();
		assert_eq!(used(party(alice)).ref_time, 10);
	});
}

#[test]
fn what_is_not_signed_is_not_charged() {
	build_and_execute(|| {
		let extension = NearNonce::<Test>::from(0);
		let run =
			extension.test_run(RuntimeOrigin::root(), &remark(), &weighing(9), 9, 0, |_| spent(1));
		run.unwrap().unwrap();
		assert_eq!(Usages::<Test>::iter().count(), 0);
	});
}

#[test]
fn anybody_can_ask_what_is_left() {
	build_and_execute(|| {
		// given
		let alice = organisation_of("Alice", 1);
		let whole = |standing: Standing| {
			let allowance = Limits::get().of(standing.class);
			AllowanceInfo { standing, allowance, left: allowance.limit }
		};
		let of = |name: &str| Parties::allowances(account(name));

		// when, then
		assert_eq!(of("Alice"), [whole(party(alice))]);
		assert_eq!(of("Finance"), [whole(office(FINANCE, Class::Duty))]);
		assert_eq!(of("Platform"), [whole(office(PLATFORM, Class::Platform))]);
		assert_eq!(of("Forestry//validator"), [whole(office(FORESTRY, Class::Other))]);
		for (name, office_id, class) in
			[("Forestry//council", FORESTRY, Class::Other), ("Centre", CENTRE, Class::Duty)]
		{
			let expected =
				[whole(office(office_id, Class::Governance)), whole(office(office_id, class))];
			assert_eq!(of(name), expected, "{name}");
		}
		assert!(of("Stranger").is_empty());

		// when
		let need = Quantity { count: 1, bytes: 200, ref_time: 1_000 };
		include("Alice", need, || spent(300)).unwrap().unwrap();

		// then
		let left = limit(Class::Other).minus(Quantity { ref_time: 300, ..need });
		assert_eq!(of("Alice"), [AllowanceInfo { left, ..whole(party(alice)) }]);

		// when
		suspend(alice);
		assert_ok!(Schemes::set_office_active(RuntimeOrigin::root(), FORESTRY, false));

		// then
		for name in ["Alice", "Forestry", "Forestry//council"] {
			assert!(of(name).is_empty(), "{name}");
		}
	});
}

#[test]
fn allowances_that_agree_with_nothing_are_found() {
	let good = Limits::get();
	let complaint = |damage: fn(&mut Allowances)| {
		Limits::mutate(damage);
		let found = std::panic::catch_unwind(<Parties as Hooks<u64>>::integrity_test);
		Limits::set(good);
		*found.unwrap_err().downcast::<&'static str>().unwrap()
	};
	<Parties as Hooks<u64>>::integrity_test();
	let never = "an allowance never recovers";
	assert_eq!(complaint(|limits| limits.other.period = 0), never);
	assert_eq!(complaint(|limits| limits.governance.period = 0), never);
	assert_eq!(
		complaint(|limits| limits.platform.limit.count = MAX_NONCE_LEAD),
		"fewer transactions are allowed than may wait"
	);
	assert_eq!(
		complaint(|limits| limits.duty.limit.ref_time = 1_000_000),
		"what a block takes is more than an unused allowance"
	);
}

#[test]
fn the_default_limits_nothing() {
	let unlimited = Allowances::default();
	for class in [Class::Other, Class::Platform, Class::Duty, Class::Governance] {
		assert_eq!(unlimited.of(class).limit, Quantity::UNLIMITED);
		assert_eq!(unlimited.of(class).recovered(3, 4), Quantity::UNLIMITED);
	}
}
