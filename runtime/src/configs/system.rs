//! The frame: blocks, time, and which calls are open at all.

use crate::{
	AccountId, Aura, Block, Hash, Nonce, PalletInfo, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, RuntimeTask, UncheckedExtrinsic, SLOT_DURATION, VERSION,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU16, ConstU32, ConstU64, Contains},
	weights::{
		constants::{ParityDbWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight,
	},
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::{traits::AccountIdLookup, Perbill};
use sp_version::RuntimeVersion;

/// Share of a block that transactions of the normal class may fill.
const NORMAL_RATIO: Perbill = Perbill::from_percent(75);

/// Half a slot: the author proposes within two thirds of it, and everybody else imports after.
const MAX_BLOCK: Weight = Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND, u64::MAX);

/// Bytes of a block's transactions.
const MAX_BLOCK_BYTES: u32 = 5 * 1024 * 1024;

parameter_types! {
	pub const Version: RuntimeVersion = VERSION;
	pub RuntimeBlockWeights: BlockWeights =
		BlockWeights::with_sensible_defaults(MAX_BLOCK, NORMAL_RATIO);
	pub RuntimeBlockLength: BlockLength =
		BlockLength::builder()
		.max_length(MAX_BLOCK_BYTES)
		.modify_max_length_for_class(DispatchClass::Normal, |bytes| {
			*bytes = NORMAL_RATIO.mul_floor(MAX_BLOCK_BYTES)
		})
		.build();
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountId = AccountId;
	type BaseCallFilter = OpenCalls;
	type Block = Block;
	// The longest mortal era: a transaction may be signed up to 2 h 16 min before it is included.
	type BlockHashCount = ConstU32<4096>;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = ParityDbWeight;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type Hash = Hash;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type MaxConsumers = ConstU32<16>;
	type Nonce = Nonce;
	type SS58Prefix = ConstU16<42>;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type Version = Version;
}

impl pallet_timestamp::Config for Runtime {
	/// Milliseconds since the Unix epoch.
	type Moment = u64;
	type OnTimestampSet = Aura;
	type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = crate::OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

/// The calls that are open. Ours judge their callers themselves; of the SDK's, those that somebody
/// needs. A closed call fails with `CallFiltered`, whoever signs it, also inside of a batch and as a
/// motion of the council.
///
/// Closed, and why:
/// - what changes code or storage from outside, and `note_stalled`: for root, whom nobody is. An
///   upgrade that was authorised may be applied by anybody who is admitted, for its hash is fixed; the
///   allowance of an office's operator is large enough for its code;
/// - remarks, with an event or without: anybody's bytes in every block, which mean nothing here;
/// - signed reports of equivocations: the validators' own, unsigned, are enough;
/// - the council's `execute`, which lets one member act with a member's origin, and what root might
///   do to its members and motions;
/// - the membership's calls: a seat changes with the roles of offices' accounts alone, and a member
///   cannot hand its own on;
/// - session keys: changed ones would change the set of validators without anybody's decision;
/// - of utility everything but the batch that happens as a whole or not at all: acting under derived
///   accounts or another origin, choosing one's own weight, and batches that stop half way or leave
///   out what failed, of which only an event tells.
pub struct OpenCalls;

impl Contains<RuntimeCall> for OpenCalls {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::Schemes(_) | RuntimeCall::Parties(_) | RuntimeCall::CarbonVoucher(_) => {
				true
			}
			RuntimeCall::System(call) => {
				matches!(call, frame_system::Call::apply_authorized_upgrade { .. })
			}
			RuntimeCall::Timestamp(call) => matches!(call, pallet_timestamp::Call::set { .. }),
			RuntimeCall::Grandpa(call) => {
				matches!(call, pallet_grandpa::Call::report_equivocation_unsigned { .. })
			}
			RuntimeCall::Council(call) => matches!(
				call,
				pallet_collective::Call::propose { .. }
					| pallet_collective::Call::vote { .. }
					| pallet_collective::Call::close { .. }
			),
			RuntimeCall::CouncilMembership(_) | RuntimeCall::Session(_) => false,
			RuntimeCall::Utility(pallet_utility::Call::batch_all { calls }) => {
				calls.iter().all(Self::contains)
			}
			RuntimeCall::Utility(_) => false,
		}
	}
}

impl<LocalCall> frame_system::offchain::CreateTransactionBase<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<LocalCall> frame_system::offchain::CreateBare<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}
