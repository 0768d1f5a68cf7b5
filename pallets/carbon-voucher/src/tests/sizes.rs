use super::*;
use codec::{Encode, MaxEncodedLen};
use frame_support::storage::unhashed;
use sp_runtime::BuildStorage;

/// What a plain transfer may touch, as the pallet's docs say.
const WRITTEN_HERE: usize = 4;

#[test]
fn a_record_is_at_most_256_bytes() {
	assert!(
		Record::<AccountId>::max_encoded_len() <= 256,
		"{}",
		Record::<AccountId>::max_encoded_len()
	);
}

#[test]
fn what_a_transfer_touches_is_under_512_bytes() {
	assert!(Voucher::max_encoded_len() < 512, "{}", Voucher::max_encoded_len());
	assert!(IssuanceState::max_encoded_len() < 512);
	assert!(SchemeRules::max_encoded_len() < 512);
	assert!(pallet_parties::Party::max_encoded_len() < 512);
}

/// Every key in storage with its value, the system's own left out.
fn storage() -> std::collections::BTreeMap<Vec<u8>, Vec<u8>> {
	let system = sp_io::hashing::twox_128(b"System");
	let mut found = std::collections::BTreeMap::new();
	let mut key = Vec::new();
	while let Some(next) = sp_io::storage::next_key(&key) {
		if !next.starts_with(&system) {
			found.insert(next.clone(), unhashed::get_raw(&next).unwrap_or_default());
		}
		key = next;
	}
	found
}

#[test]
fn a_transfer_writes_a_constant_number_of_small_items() {
	// However many vouchers and records there are.
	for others in [0u32, 200] {
		build_and_execute(|| {
			let first = issue("一号", 1_000);
			for edition in 1..=others {
				assert_ok!(CarbonVoucher::split(party(VILLAGE), first, edition, kg(1)));
			}
			let before = storage();
			assert_ok!(transfer(VILLAGE, whole(first), BUYER, sale(1)));
			let after = storage();
			let changed: Vec<_> = before
				.keys()
				.chain(after.keys())
				.collect::<std::collections::BTreeSet<_>>()
				.into_iter()
				.filter(|key| before.get(*key) != after.get(*key))
				.collect();
			assert_eq!(changed.len(), WRITTEN_HERE);
			for key in changed {
				assert!(after.get(key).map_or(0, Vec::len) < 512);
			}
		});
	}
}

#[test]
fn an_empty_genesis_builds() {
	let _ = RuntimeGenesisConfig::default().build_storage().unwrap();
	assert_eq!(Kilograms(1).encode().len(), 8);
}
