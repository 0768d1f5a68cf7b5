//! What the runtime answers.

use super::*;
use crate::apis::runtime_decl_for_tanpiao_api::TanpiaoApiV1;
use pallet_carbon_voucher::{RecordKind, VoucherInfo};
use tanpiao_support::{IssuanceId, VoucherId};

/// Most rows of a page.
const PAGE: usize = 256;

/// A voucher that was split so often.
fn split_voucher(owner: PartyId, uri: &str, times: u32) -> VoucherId {
	let issuer = operator_for(WH, Duty::Issue);
	assert_ok!(CarbonVoucher::issue(issuer, issue_order(WH, "filing", owner, 1_000_000)));
	let issuance = IssuanceId { scheme: WH, year: 2026, serial: 1 };
	let voucher = VoucherId { issuance, part: 1 };
	for edition in 1..=times {
		assert_ok!(CarbonVoucher::split(signed(uri), voucher, edition, Kilograms(10)));
	}
	voucher
}

#[test]
fn a_voucher_is_answered_with_its_issuance_and_last_record() {
	on_local(|| {
		let owner = register(WH, "//Owner");
		let voucher = split_voucher(owner, "//Owner", 1);
		let info: VoucherInfo<AccountId> = Runtime::voucher(voucher).unwrap();
		assert_eq!(info.id, voucher);
		assert_eq!(info.voucher.amount(), Kilograms(999_990));
		assert_eq!(info.issuance.total, Kilograms(1_000_000));
		assert_eq!(info.last_record.unwrap().kind, RecordKind::SplitInto(2));
		assert_eq!(Runtime::voucher(VoucherId { part: 3, ..voucher }), None);
	});
}

#[test]
fn pages_hold_256_rows_at_most_and_go_on_where_they_ended() {
	on_local(|| {
		let owner = register(WH, "//Owner");
		let voucher = split_voucher(owner, "//Owner", 299);

		let first = Runtime::register_page(voucher, 0, u32::MAX);
		assert_eq!(first.len(), PAGE);
		let rest = Runtime::register_page(voucher, 256, u32::MAX);
		let numbers: Vec<_> = first.iter().chain(&rest).map(|(number, _)| *number).collect();
		assert_eq!(numbers, (0..300).collect::<Vec<_>>());
		assert!(Runtime::register_page(voucher, 300, 1).is_empty());

		let first = Runtime::holdings(owner, None, u32::MAX);
		assert_eq!(first.len(), PAGE);
		let rest = Runtime::holdings(owner, first.last().map(|info| info.id), u32::MAX);
		let mut parts: Vec<_> = first.iter().chain(&rest).map(|info| info.id.part).collect();
		parts.sort();
		assert_eq!(parts, (1..=300).collect::<Vec<_>>());
		assert!(Runtime::holdings(owner, rest.last().map(|info| info.id), 1).is_empty());
		assert_eq!(Runtime::holdings(owner, None, 3).len(), 3);
	});
}

#[test]
fn a_scheme_is_answered_with_its_duties_and_offices() {
	on_local(|| {
		let heshan = Runtime::scheme(HS).unwrap();
		let determine = heshan.duties.iter().find(|held| held.duty == Duty::Determine).unwrap();
		let offices: Vec<_> = determine.offices.iter().map(|office| office.id).collect();
		assert_eq!(offices, [office("NATRES"), office("FORESTRY")]);
		assert_eq!(Runtime::scheme(SchemeId(3)), None);
	});
}

#[test]
fn generated_session_keys_prove_their_owner() {
	use sp_core::crypto::KeyTypeId;
	use sp_runtime::traits::OpaqueKeys;
	use sp_session::runtime_decl_for_session_keys::SessionKeysV2;

	let mut ext = sp_io::TestExternalities::default();
	ext.register_extension(sp_keystore::KeystoreExt::new(
		sp_keystore::testing::MemoryKeystore::new(),
	));
	ext.execute_with(|| {
		let owner = account("//Forestry//validator");
		let generated = Runtime::generate_session_keys(owner.encode(), None);
		let keys: SessionKeys = codec::Decode::decode(&mut generated.keys.as_slice()).unwrap();
		assert!(keys.ownership_proof_is_valid(&owner.encode(), &generated.proof));
		assert!(!keys.ownership_proof_is_valid(&account("//Drc").encode(), &generated.proof));
		let kinds: Vec<KeyTypeId> = Runtime::decode_session_keys(generated.keys)
			.unwrap()
			.into_iter()
			.map(|(_, kind)| kind)
			.collect();
		assert_eq!(kinds, [sp_core::crypto::key_types::AURA, sp_core::crypto::key_types::GRANDPA]);
	});
}
