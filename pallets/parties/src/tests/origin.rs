use super::*;
use frame_support::traits::EnsureOrigin;
use tanpiao_support::Signatory;

fn party_of(origin: RuntimeOrigin) -> Option<PartyId> {
	EnsureParty::<Test>::try_origin(origin).ok().map(|signatory| signatory.who)
}

#[test]
fn an_account_of_an_active_party_signs_for_it() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		assert_eq!(
			EnsureParty::<Test>::ensure_origin(signed("Alice")).ok(),
			Some(Signatory { account: account("Alice"), who: party })
		);
	});
}

#[test]
fn nobody_else_does() {
	build_and_execute(|| {
		let party = organisation_of("Alice", 1);
		invite("Bob", party);
		for other in others().into_iter().chain([forestry(), signed("Bob")]) {
			assert_eq!(party_of(other), None);
		}
		suspend(party);
		assert_eq!(party_of(signed("Alice")), None);
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn a_successful_origin_succeeds() {
	build_and_execute(|| {
		for _ in 0..2 {
			let origin = EnsureParty::<Test>::try_successful_origin().unwrap();
			assert_eq!(party_of(origin), Some(PartyId(1)));
		}
	});
}
