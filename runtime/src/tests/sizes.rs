//! How large the items of our pallets can get.

use super::*;
use frame_support::traits::{StorageInfo, StorageInfoTrait};

/// What a transfer reads or writes: the numbers to hold say under 512 bytes each.
const TOUCHED_BY_TRANSFERS: [(&str, &str); 10] = [
	("Schemes", "Schemes"),
	("Schemes", "Accounts"),
	("Parties", "Parties"),
	("Parties", "Usages"),
	("CarbonVoucher", "IssuanceStates"),
	("CarbonVoucher", "Vouchers"),
	("CarbonVoucher", "Parts"),
	("CarbonVoucher", "Holdings"),
	("CarbonVoucher", "Records"),
	("CarbonVoucher", "Totals"),
];

fn ours() -> Vec<(String, String, u32)> {
	let named = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
	AllPalletsWithSystem::storage_info()
		.into_iter()
		.map(|StorageInfo { pallet_name, storage_name, max_size, .. }| {
			(named(pallet_name), named(storage_name), max_size)
		})
		.filter(|(pallet, ..)| ["Schemes", "Parties", "CarbonVoucher"].contains(&pallet.as_str()))
		.map(|(pallet, name, size)| (pallet, name, size.expect("every item of ours is bounded")))
		.collect()
}

#[test]
fn every_item_of_ours_is_bounded_and_small() {
	for (pallet, name, size) in ours() {
		assert!(size <= 1_100, "{pallet} {name}: {size} bytes");
	}
}

#[test]
fn what_a_transfer_touches_is_under_512_bytes() {
	for (pallet, name) in TOUCHED_BY_TRANSFERS {
		let found = ours().into_iter().find(|(p, n, _)| p == pallet && n == name);
		let (.., size) = found.unwrap_or_else(|| panic!("{pallet} {name} is gone"));
		assert!(size < 512, "{pallet} {name}: {size} bytes");
	}
}

#[test]
fn a_record_is_at_most_256_bytes() {
	use codec::MaxEncodedLen;

	assert!(pallet_carbon_voucher::Record::<AccountId>::max_encoded_len() <= 256);
	assert!(tanpiao_support::SchemeRules::max_encoded_len() < 256);
}
