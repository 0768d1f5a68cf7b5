//! The runtime as it is composed, on its own presets.

mod allowance;
mod apis;
mod blocks;
mod closed;
mod consensus;
mod council;
mod matrix;
mod pool;
mod presets;
mod sizes;

use crate::*;
use codec::Encode;
use frame_support::assert_ok;
use pallet_parties::CreditCode;
use sp_core::{sr25519, Pair};
use sp_genesis_builder::{
	runtime_decl_for_genesis_builder::GenesisBuilderV1, DEV_RUNTIME_PRESET,
	LOCAL_TESTNET_RUNTIME_PRESET,
};
use sp_runtime::generic::Era;
use tanpiao_support::{
	AccountBook, Duty, Ecosystem, Kilograms, OfficeId, Ownership, PartyId, SchemeId, SquareMetres,
	Text,
};

/// 2026-07-01 00:00 in UTC+8, in the validity of both schemes.
pub const NOW: u64 = 1_782_835_200_000;

/// Weihai, and Heshan.
pub const WH: SchemeId = SchemeId(1);
/// See [`WH`].
pub const HS: SchemeId = SchemeId(2);

/// The offices in the order of their numbers, and where their operators' keys come from.
pub const OFFICES: [(&str, &str); 11] = [
	("FORESTRY", "//Forestry"),
	("ECOLOGY", "//Ecology"),
	("DRC", "//Drc"),
	("FINANCE", "//Finance"),
	("COUNTY", "//County"),
	("MEASURE", "//Measure"),
	("EXPERTS", "//Experts"),
	("PLATFORM", "//Platform"),
	("CENTRE", "//Centre"),
	("NATRES", "//Natres"),
	("DISTRICT", "//District"),
];

/// How many of them are departments: those that come first.
pub const DEPARTMENTS: usize = 4;

/// Who alone may sign for a duty in Weihai and in Heshan (W4, H4).
/// Heshan's determination takes two signatures.
pub const DUTIES: [(Duty, &[&str], &[&str]); 14] = [
	(Duty::Coordinate, &["DRC"], &["DRC"]),
	(Duty::Register, &["FORESTRY"], &["CENTRE"]),
	(Duty::VerifyTenure, &["FORESTRY", "COUNTY"], &["NATRES"]),
	(Duty::Measure, &["MEASURE"], &["MEASURE"]),
	(Duty::ExpertReview, &["EXPERTS"], &[]),
	(Duty::Accept, &["FORESTRY"], &["CENTRE"]),
	(Duty::Examine, &["FORESTRY"], &["CENTRE"]),
	(Duty::Determine, &["FORESTRY"], &["NATRES", "FORESTRY"]),
	(Duty::File, &["ECOLOGY"], &["ECOLOGY"]),
	(Duty::Issue, &["FORESTRY"], &["DISTRICT"]),
	(Duty::CertifyOffset, &["ECOLOGY"], &["ECOLOGY"]),
	(Duty::Supervise, &["FORESTRY", "ECOLOGY"], &["NATRES", "ECOLOGY", "FORESTRY"]),
	(Duty::OverseeFinance, &["FINANCE"], &["FINANCE"]),
	(Duty::OperateMarket, &["PLATFORM"], &["CENTRE"]),
];

pub fn holders(scheme: SchemeId, duty: Duty) -> &'static [&'static str] {
	let (_, weihai, heshan) = DUTIES.iter().find(|row| row.0 == duty).unwrap();
	if scheme == WH {
		weihai
	} else {
		heshan
	}
}

pub fn office(code: &str) -> OfficeId {
	let place = OFFICES.iter().position(|(office, _)| *office == code).unwrap();
	OfficeId(u16::try_from(place).unwrap() + 1)
}

pub fn key(uri: &str) -> sr25519::Pair {
	sr25519::Pair::from_string(uri, None).unwrap()
}

pub fn account(uri: &str) -> AccountId {
	AccountId::from(key(uri).public())
}

pub fn signed(uri: &str) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(uri))
}

/// The operator of the first holder of a duty.
pub fn operator_for(scheme: SchemeId, duty: Duty) -> RuntimeOrigin {
	let code = holders(scheme, duty)[0];
	signed(OFFICES.iter().find(|(office, _)| *office == code).unwrap().1)
}

/// The council, in a motion that so many of its members agreed to.
pub fn council(yes: u32, seats: u32) -> RuntimeOrigin {
	pallet_collective::RawOrigin::<AccountId, configs::governance::CouncilInstance>::Members(
		yes, seats,
	)
	.into()
}

pub fn preset_json(id: &str) -> serde_json::Value {
	let patch = Runtime::get_preset(&Some(id.into())).unwrap();
	serde_json::from_slice(&patch).unwrap()
}

/// The state that a preset makes, before the first block.
pub fn genesis(id: &str) -> sp_io::TestExternalities {
	let default = Runtime::get_preset(&None).unwrap();
	let mut config = serde_json::from_slice(&default).unwrap();
	merge(&mut config, preset_json(id));
	let mut ext = sp_io::TestExternalities::default();
	ext.execute_with(|| {
		Runtime::build_state(serde_json::to_vec(&config).unwrap()).unwrap();
	});
	ext.commit_all().unwrap();
	ext
}

/// RFC 7386, as the chain specification does it.
fn merge(base: &mut serde_json::Value, patch: serde_json::Value) {
	match (base, patch) {
		(serde_json::Value::Object(base), serde_json::Value::Object(patch)) => {
			for (name, value) in patch {
				merge(base.entry(name).or_insert(serde_json::Value::Null), value);
			}
		}
		(base, patch) => *base = patch,
	}
}

/// What every block hash of a chain in a test is made of.
pub fn genesis_hash() -> Hash {
	Hash::repeat_byte(7)
}

/// Runs a test in the first block of a preset's chain and checks every invariant after it.
pub fn run(id: &str, test: impl FnOnce()) {
	let mut ext = genesis(id);
	ext.execute_with(|| {
		System::set_block_number(1);
		frame_system::BlockHash::<Runtime>::insert(0, genesis_hash());
		pallet_timestamp::Now::<Runtime>::put(NOW);
		pallet_aura::CurrentSlot::<Runtime>::put(sp_consensus_aura::Slot::from(
			NOW / SLOT_DURATION,
		));
		test();
		try_state();
	});
}

/// Runs a test on the four departments' chain.
pub fn on_local(test: impl FnOnce()) {
	run(LOCAL_TESTNET_RUNTIME_PRESET, test)
}

/// Runs a test on the developer's chain.
pub fn on_development(test: impl FnOnce()) {
	run(DEV_RUNTIME_PRESET, test)
}

pub fn try_state() {
	#[cfg(feature = "try-runtime")]
	<AllPalletsWithSystem as frame_support::traits::TryState<BlockNumber>>::try_state(
		System::block_number(),
		frame_support::traits::TryStateSelect::All,
	)
	.unwrap();
}

pub fn text<const N: u32>(text: &str) -> Text<N> {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// A unified social credit code of that number.
pub fn credit_code(number: u32) -> CreditCode {
	let body = format!("91{number:015}");
	let check = CreditCode::check_character(body.as_bytes()).unwrap();
	CreditCode([body.as_bytes(), &[check]].concat().try_into().unwrap())
}

/// Registers an organisation under a scheme, for which the key at `uri` signs.
pub fn register(scheme: SchemeId, uri: &str) -> PartyId {
	let register = operator_for(scheme, Duty::Register);
	let party = pallet_parties::NextParty::<Runtime>::get();
	let code = credit_code(party.0);
	assert_ok!(Parties::register_organisation(register.clone(), scheme, text(uri), code));
	let until = System::block_number() + 100;
	assert_ok!(Parties::invite_account(register, party, account(uri), until));
	assert_ok!(Parties::confirm_account(signed(uri), party));
	assert!(Schemes::actor(&account(uri)).is_some());
	party
}

/// A forest's or farmland's amount, all of it for `owner`.
pub fn issue_order(
	scheme: SchemeId,
	filing_no: &str,
	owner: PartyId,
	amount: u64,
) -> tanpiao_support::IssueOrder {
	let today = tanpiao_support::Day::at(core::time::Duration::from_millis(NOW));
	tanpiao_support::IssueOrder {
		scheme,
		filing_no: text(filing_no),
		ecosystem: Ecosystem::Forest,
		area: SquareMetres(1_000_000),
		place: text("常口村"),
		period_from: tanpiao_support::Day(today.0 - 2_000),
		period_to: tanpiao_support::Day(today.0 - 200),
		segments: Default::default(),
		allotments: vec![tanpiao_support::Allotment {
			ownership: Ownership::Sole(owner),
			amount: Kilograms(amount),
		}]
		.try_into()
		.unwrap(),
		evidence: Hash::repeat_byte(1),
	}
}

/// How a transaction is signed.
#[derive(Clone)]
pub struct Terms {
	pub nonce: Nonce,
	pub era: Era,
	pub genesis: Hash,
}

impl Default for Terms {
	fn default() -> Self {
		Self { nonce: 0, era: Era::mortal(64, 0), genesis: genesis_hash() }
	}
}

pub fn extension(terms: &Terms) -> TxExtension {
	(
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		pallet_parties::Admission::new(),
		pallet_parties::MortalOnly::from(terms.era),
		pallet_parties::NearNonce::from(terms.nonce),
		frame_system::CheckWeight::new(),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	)
}

/// A transaction of the key at `uri`. Eras begin at genesis.
pub fn transaction(uri: &str, call: RuntimeCall, terms: Terms) -> UncheckedExtrinsic {
	let extension = extension(&terms);
	let implicit = (
		(),
		(),
		VERSION.spec_version,
		VERSION.transaction_version,
		terms.genesis,
		(),
		terms.genesis,
		(),
		(),
		None,
		(),
	);
	let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
	let signature = payload.using_encoded(|payload| key(uri).sign(payload));
	UncheckedExtrinsic::new_signed(call, account(uri).into(), signature.into(), extension)
}

/// A call of the least: whoever is admitted gets it into the pool, and a party into effect.
pub fn asks_consent() -> RuntimeCall {
	pallet_parties::Call::ask_consent { asks_consent: true }.into()
}

/// The call of this place whose every argument is made of zeros.
pub fn zero_call(pallet: u8, call: u8) -> RuntimeCall {
	use codec::{Decode, Input};

	struct Zeros<'a>(&'a [u8]);

	impl Input for Zeros<'_> {
		fn remaining_len(&mut self) -> Result<Option<usize>, codec::Error> {
			Ok(None)
		}

		fn read(&mut self, into: &mut [u8]) -> Result<(), codec::Error> {
			into.fill(0);
			let taken = into.len().min(self.0.len());
			into[..taken].copy_from_slice(&self.0[..taken]);
			self.0 = &self.0[taken..];
			Ok(())
		}
	}

	RuntimeCall::decode(&mut Zeros(&[pallet, call])).unwrap()
}
