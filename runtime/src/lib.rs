//! The Tanpiao runtime: composition only.
//!
//! What the pallets mean stands in their own docs; who may do what stands in [`origins`]; how they
//! are wired stands in [`configs`]; what a chain starts with stands in [`genesis_config_presets`].

#![cfg_attr(not(feature = "std"), no_std)]
// Composing this many pallets recurses deeply.
#![recursion_limit = "256"]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_lossless,
		clippy::cast_possible_truncation,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

#[cfg(feature = "wasm")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

/// The runtime's wasm is built with the feature `wasm` only.
#[cfg(all(feature = "std", not(feature = "wasm")))]
pub const WASM_BINARY: Option<&[u8]> = None;

#[cfg(feature = "runtime-benchmarks")]
#[macro_use]
mod benchmarks;

pub mod apis;
pub mod configs;
pub mod genesis_config_presets;
pub mod origins;

#[cfg(test)]
mod tests;

use alloc::{borrow::Cow, vec::Vec};
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

#[cfg(feature = "std")]
pub use apis::RuntimeApi;

/// Signature of a transaction: sr25519, ed25519 or ecdsa.
pub type Signature = MultiSignature;

/// Public key or its hash.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;

/// How many transactions an account has signed.
pub type Nonce = u32;

/// Number of a block.
pub type BlockNumber = u32;

/// Hash of a block or a piece of data.
pub type Hash = sp_core::H256;

/// How an account is written in a transaction.
pub type Address = MultiAddress<AccountId, ()>;

/// Head of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;

/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// What a transaction carries beside its call, and what is checked of it, in this order.
///
/// There is no coin and no fee. Admission lets only the accounts of active parties and offices pass;
/// mortality and nonce are the SDK's checks, made narrower under the same identifiers and encodings.
/// The one of the nonce also charges the allowance of whom the account signs for.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	pallet_parties::Admission<Runtime>,
	pallet_parties::MortalOnly<Runtime>,
	pallet_parties::NearNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// A transaction as it comes from outside.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What is signed of a transaction.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Executes blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// Milliseconds from one slot to the next; each slot has one author.
pub const SLOT_DURATION: u64 = 2_000;

/// Blocks in a minute, an hour and a day.
pub const MINUTES: BlockNumber = 30;
/// See [`MINUTES`].
pub const HOURS: BlockNumber = 60 * MINUTES;
/// See [`MINUTES`].
pub const DAYS: BlockNumber = 24 * HOURS;

/// Which runtime this is.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("tanpiao"),
	impl_name: Cow::Borrowed("tanpiao"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 0,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

sp_runtime::impl_opaque_keys! {
	/// The keys with which a validator signs.
	pub struct SessionKeys {
		/// Seals blocks.
		pub aura: Aura,
		/// Votes on finality.
		pub grandpa: Grandpa,
	}
}

/// Indices are for ever; 11 to 14 (multisig, proxy, scheduler, preimage) and 23 to 26 (parcels,
/// applications, market, validators) are taken.
///
/// The order, which `legacy_ordering` keeps, is that of genesis and of the hooks: the council before
/// the schemes that seat its members, the schemes before the session that asks them who validates.
#[frame_support::runtime(legacy_ordering)]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// Its one unsigned transaction, an authorised upgrade, would let anybody into the pool.
	#[runtime::pallet_index(0)]
	#[runtime::disable_unsigned]
	pub type System = frame_system;

	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;

	#[runtime::pallet_index(2)]
	pub type Aura = pallet_aura;

	#[runtime::pallet_index(3)]
	pub type Grandpa = pallet_grandpa;

	#[runtime::pallet_index(4)]
	pub type Authorship = pallet_authorship;

	#[runtime::pallet_index(8)]
	pub type Council = pallet_collective<Instance1>;

	#[runtime::pallet_index(9)]
	pub type CouncilMembership = pallet_membership<Instance1>;

	#[runtime::pallet_index(20)]
	pub type Schemes = pallet_schemes;

	#[runtime::pallet_index(21)]
	pub type Parties = pallet_parties;

	#[runtime::pallet_index(5)]
	pub type Session = pallet_session;

	#[runtime::pallet_index(6)]
	pub type Historical = pallet_session::historical;

	#[runtime::pallet_index(7)]
	pub type Offences = pallet_offences;

	#[runtime::pallet_index(10)]
	pub type Utility = pallet_utility;

	#[runtime::pallet_index(22)]
	pub type CarbonVoucher = pallet_carbon_voucher;
}
