use super::*;

fn partition(by: PartyId, id: VoucherId) -> Result<(), sp_runtime::DispatchError> {
	CarbonVoucher::partition(party(by), id, voucher(id).edition)
}

#[test]
fn cc303_each_owner_gets_its_own_part() {
	build_and_execute(|| {
		let owned = common(&[(BUYER, 300_000), (VILLAGE, 500_000), (THIRD, 200_000)]);
		let first = issue_owned("一号", owned, 1_001);
		System::reset_events();
		assert_ok!(partition(THIRD, first));

		let parts = [1, 2, 3].map(|no| {
			let voucher = voucher(part(first, no));
			(voucher.ownership, voucher.from.0, voucher.to.0, voucher.edition)
		});
		// In the order of the owners from the lowest kilogram on, the odd one to the largest share.
		let sole = Ownership::Sole;
		assert_eq!(
			parts,
			[(sole(BUYER), 0, 300, 4), (sole(THIRD), 801, 1_001, 2), (sole(VILLAGE), 300, 801, 2)]
		);
		for (owner, no) in [(BUYER, 1), (THIRD, 2), (VILLAGE, 3)] {
			let held: Vec<_> = Holdings::<Test>::iter_key_prefix(owner).collect();
			assert_eq!(held, [part(first, no)]);
			let record = CarbonVoucher::register_page(part(first, no), 0, 9).pop().unwrap().1;
			assert_eq!((record.kind, record.counterparty), (RecordKind::Partitioned, Some(owner)));
			assert_eq!(record.by, By::Party(THIRD, party_account(THIRD)));
		}
		assert_eq!(
			page(first),
			[
				RecordKind::Issued,
				RecordKind::SplitInto(2),
				RecordKind::SplitInto(3),
				RecordKind::Partitioned
			]
		);
		assert_eq!(page(part(first, 3)), [RecordKind::SplitFrom(1), RecordKind::Partitioned]);
		assert_eq!(
			events(),
			[
				Event::Split { voucher: first, into: part(first, 2), amount: kg(200) },
				Event::Split { voucher: first, into: part(first, 3), amount: kg(501) },
				Event::Partitioned { voucher: first },
			]
		);
		assert_eq!(totals(WH), [1_001, 1_001, 0, 0, 0]);
	});
}

#[test]
fn cc303_a_suspended_owner_keeps_its_part() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		assert_ok!(Parties::suspend(office(FORESTRY), BUYER, EVIDENCE));
		assert_ok!(partition(VILLAGE, first));
		assert_eq!(voucher(part(first, 2)).ownership, Ownership::Sole(BUYER));
	});
}

#[test]
fn cc303_a_part_is_at_least_a_kilogram() {
	build_and_execute(|| {
		let owned = common(&[(VILLAGE, 999_000), (BUYER, 1_000)]);
		let first = issue_owned("一号", owned.clone(), 999);
		assert_noop!(partition(BUYER, first), Error::<Test>::PartTooSmall);
		let second = issue_owned("二号", owned, 1_000);
		assert_ok!(partition(BUYER, second));
		assert_eq!(voucher(part(second, 2)).amount(), kg(1));
	});
}

#[test]
fn what_cannot_be_divided() {
	build_and_execute(|| {
		let shared = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		assert_noop!(partition(THIRD, shared), Error::<Test>::NotOwner);
		assert_noop!(
			CarbonVoucher::partition(party(VILLAGE), shared, 2),
			Error::<Test>::StaleEdition
		);
		assert_noop!(
			CarbonVoucher::partition(party(VILLAGE), wh(9), 1),
			Error::<Test>::UnknownVoucher
		);
		let owned = issue("二号", 100);
		assert_noop!(partition(VILLAGE, owned), Error::<Test>::NotCommon);
		let together = issue_owned("三号", joint(&[VILLAGE, BUYER]), 100);
		assert_noop!(partition(VILLAGE, together), Error::<Test>::NotCommon);
		order_freeze(&[whole(shared)]);
		assert_noop!(partition(VILLAGE, shared), Error::<Test>::Frozen);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(CarbonVoucher::partition(origin, shared, 1), BadOrigin);
		}
	});
}

#[test]
fn thirty_two_households_part() {
	build_and_execute(|| {
		let households = crowd(32);
		let shares: Vec<_> = households.iter().map(|party| (*party, 31_250)).collect();
		let first = issue_owned("一号", common(&shares), 320);
		assert_ok!(partition(VILLAGE, first));
		assert_eq!(IssuanceStates::<Test>::get(first.issuance).unwrap().parts, 32);
		for household in households {
			let held: Vec<_> = Holdings::<Test>::iter_key_prefix(household).collect();
			assert_eq!(held.len(), 1);
			assert_eq!(voucher(held[0]).amount(), kg(10));
		}
	});
}
