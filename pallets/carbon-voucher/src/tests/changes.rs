//! Changes that move no asset (W10).

use super::*;

fn record(
	by: OfficeId,
	id: VoucherId,
	edition: u32,
	kind: ChangeKind,
	reference: &str,
) -> Result<(), sp_runtime::DispatchError> {
	CarbonVoucher::record_change(office(by), id, edition, kind, text(reference), EVIDENCE)
}

#[test]
fn w10_a_change_of_identity_is_recorded_and_makes_a_new_edition() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let kinds = [ChangeKind::Identity, ChangeKind::OtherLawful];
		for (edition, kind) in (1..).zip(kinds) {
			System::reset_events();
			assert_ok!(record(FORESTRY, first, edition, kind, "变更1号"));
			assert_eq!(voucher(first).edition, edition + 1);
			let (no, record) = CarbonVoucher::register_page(first, 1, 9).pop().unwrap();
			assert_eq!((no, record.kind), (edition, RecordKind::Changed(kind)));
			assert_eq!((record.reference, record.evidence), (text("变更1号"), Some(EVIDENCE)));
			assert_eq!(record.by, By::Office(FORESTRY, office_account(FORESTRY)));
			assert_eq!(record.counterparty, None);
			assert_eq!(events(), [Event::Changed { voucher: first, kind }]);
		}
		assert_eq!(voucher(first).ownership, Ownership::Sole(VILLAGE));
	});
}

#[test]
fn w10_a_change_is_recorded_under_any_hold() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		order_freeze(&[whole(first)]);
		assert_ok!(record(FORESTRY, first, 1, ChangeKind::Identity, "变更1号"));
	});
}

#[test]
fn what_cannot_be_recorded() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let identity = ChangeKind::Identity;
		assert_noop!(
			record(FORESTRY, wh(9), 1, identity, "变更1号"),
			Error::<Test>::UnknownVoucher
		);
		assert_noop!(record(FORESTRY, first, 2, identity, "变更1号"), Error::<Test>::StaleEdition);
		assert_noop!(record(FORESTRY, first, 1, identity, ""), Error::<Test>::BlankText);
		assert_noop!(record(FORESTRY, first, 1, identity, " x"), Error::<Test>::InvalidText);
		assert_noop!(
			record(ECOLOGY, first, 1, identity, "变更1号"),
			pallet_schemes::Error::<Test>::DutyNotHeld
		);
		let own = issue_owned("二号", in_common(VILLAGE, BUYER), 100);
		owns_as(FORESTRY, Some(BUYER));
		assert_noop!(record(FORESTRY, own, 1, identity, "变更1号"), Error::<Test>::OwnApplication);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), party(VILLAGE)] {
			assert_noop!(
				CarbonVoucher::record_change(origin, first, 1, identity, text("变更1号"), EVIDENCE),
				BadOrigin
			);
		}
		assert_ok!(request_offset(&[whole(first)]));
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		assert_noop!(record(FORESTRY, first, 2, identity, "变更1号"), Error::<Test>::AlreadyOffset);
	});
}

#[test]
fn a_revoked_issuance_records_no_change() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		IssuanceStates::<Test>::mutate(first.issuance, |state| {
			state.as_mut().unwrap().status = IssuanceStatus::Revoked
		});
		assert_noop!(
			record(FORESTRY, first, 1, ChangeKind::Identity, "变更1号"),
			Error::<Test>::IssuanceRevoked
		);
	});
}

#[test]
fn editions_do_not_run_over() {
	new_test_ext().execute_with(|| {
		let first = issue("一号", 100);
		Vouchers::<Test>::mutate(first, |voucher| voucher.as_mut().unwrap().edition = u32::MAX);
		assert_noop!(
			record(FORESTRY, first, u32::MAX, ChangeKind::Identity, "变更1号"),
			Error::<Test>::NumbersExhausted
		);
	});
}
