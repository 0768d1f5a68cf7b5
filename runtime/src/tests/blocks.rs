//! Whole blocks, built and executed.

use super::*;
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_runtime::{traits::Header as _, Digest, DigestItem};

const SLOT: u64 = NOW / SLOT_DURATION;

fn digest(slot: u64) -> Digest {
	Digest { logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(slot).encode())] }
}

fn timestamp(now: u64) -> UncheckedExtrinsic {
	UncheckedExtrinsic::new_bare(pallet_timestamp::Call::set { now }.into())
}

/// Builds a block of these transactions on `parent`.
fn build(number: BlockNumber, parent: Hash, transactions: Vec<UncheckedExtrinsic>) -> Block {
	let slot = SLOT + u64::from(number);
	let head = Header::new(number, Default::default(), Default::default(), parent, digest(slot));
	Executive::initialize_block(&head);
	let transactions = [vec![timestamp(slot * SLOT_DURATION)], transactions].concat();
	for transaction in &transactions {
		assert_ok!(Executive::apply_extrinsic(transaction.clone()).unwrap());
	}
	Block { header: Executive::finalize_block(), extrinsics: transactions }
}

/// Forestry's first transaction.
fn registration() -> UncheckedExtrinsic {
	let call = pallet_parties::Call::register_organisation {
		scheme: WH,
		name: text("常口村"),
		code: credit_code(1),
	};
	transaction("//Forestry", call.into(), Terms::default())
}

#[test]
fn a_block_that_is_built_can_be_executed() {
	let block = genesis(LOCAL_TESTNET_RUNTIME_PRESET)
		.execute_with(|| build(1, genesis_hash(), vec![registration()]));
	genesis(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		Executive::execute_block(block.into());
		assert!(pallet_parties::Parties::<Runtime>::contains_key(PartyId(1)));
		assert_eq!(System::account_nonce(account("//Forestry")), 1);
		try_state();
	});
}

#[test]
fn the_same_bytes_do_not_count_twice() {
	genesis(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		let once = registration();
		let first = build(1, genesis_hash(), vec![once.clone()]);
		let head = Header::new(
			2,
			Default::default(),
			Default::default(),
			first.header.hash(),
			digest(SLOT + 2),
		);
		Executive::initialize_block(&head);
		assert_ok!(Executive::apply_extrinsic(timestamp((SLOT + 2) * SLOT_DURATION)).unwrap());
		assert_eq!(
			Executive::apply_extrinsic(once),
			Err(sp_runtime::transaction_validity::InvalidTransaction::Stale.into())
		);
	});
}

#[test]
fn a_failed_transaction_uses_its_nonce() {
	genesis(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		let head = Header::new(
			1,
			Default::default(),
			Default::default(),
			genesis_hash(),
			digest(SLOT + 1),
		);
		Executive::initialize_block(&head);
		assert_ok!(Executive::apply_extrinsic(timestamp((SLOT + 1) * SLOT_DURATION)).unwrap());
		let failing = transaction("//Forestry//validator", asks_consent(), Terms::default());
		assert!(Executive::apply_extrinsic(failing).unwrap().is_err());
		assert_eq!(System::account_nonce(account("//Forestry//validator")), 1);
	});
}

#[test]
fn a_disabled_validator_cannot_author() {
	let mut ext = genesis(LOCAL_TESTNET_RUNTIME_PRESET);
	ext.execute_with(|| {
		let author = (SLOT + 1) % 4;
		Session::disable_index(u32::try_from(author).unwrap());
		let refused = std::panic::catch_unwind(|| build(1, genesis_hash(), Vec::new()));
		assert!(refused.is_err());
	});
}

#[test]
fn a_call_can_fill_a_block_but_not_more() {
	use frame_support::dispatch::{DispatchClass, GetDispatchInfo};

	let most = configs::system::RuntimeBlockWeights::get()
		.get(DispatchClass::Normal)
		.max_extrinsic
		.expect("normal transactions are limited");
	for (pallet, name, call) in super::closed::all_calls() {
		let info = call.get_dispatch_info();
		assert!(info.call_weight.all_lte(most), "{pallet} {name} would never be included");
	}
}
