//! A runtime with this pallet and the schemes: two of them, WH and HS, and four offices.

use crate::{self as pallet_parties, *};
use frame_support::{
	derive_impl,
	dispatch::DispatchResult,
	parameter_types,
	traits::{ConstU64, Contains},
	weights::constants::WEIGHT_REF_TIME_PER_SECOND,
	BoundedVec,
};
use frame_system::EnsureRoot;
use pallet_schemes::{
	CouncilSeats, GenesisDuty, GenesisOffice, GenesisScheme, Instrument, OfficeCode, Statement,
};
use sp_core::{sr25519, Pair, H256};
use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage, MultiSignature};
use tanpiao_support::{
	BoundingBox, Day, DocumentHash, Duty, DutyRule, Ecosystem, Ecosystems, EffectDuties, Names,
	OfficeId, PartyId, Periods, Roles, SchemeCode, SchemeId, SchemeRules, Text,
};

pub type Block = frame_system::mocking::MockBlock<Test>;

#[frame_support::runtime]
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
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;

	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;

	#[runtime::pallet_index(20)]
	pub type Schemes = pallet_schemes;

	#[runtime::pallet_index(21)]
	pub type Parties = pallet_parties;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId32;
	type Block = Block;
	type Lookup = IdentityLookup<AccountId32>;
}

impl pallet_timestamp::Config for Test {
	type Moment = u64;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<1>;
	type WeightInfo = ();
}

parameter_types! {
	pub storage Members: Vec<AccountId32> = Vec::new();
}

/// A council that keeps its members in storage.
pub struct Council;

impl CouncilSeats<AccountId32> for Council {
	fn seat(account: &AccountId32) -> DispatchResult {
		let mut members = Members::get();
		members.push(account.clone());
		Members::set(&members);
		Ok(())
	}

	fn unseat(account: &AccountId32) -> DispatchResult {
		let mut members = Members::get();
		members.retain(|member| member != account);
		Members::set(&members);
		Ok(())
	}

	fn members() -> Vec<AccountId32> {
		Members::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fill(_: u32) {}
}

impl pallet_schemes::Config for Test {
	type GovernanceOrigin = EnsureRoot<AccountId32>;
	type Council = Council;
	type Parties = Parties;
	type WeightInfo = ();
}

/// Changing schemes is governance.
pub struct Governance;

impl Contains<RuntimeCall> for Governance {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(call, RuntimeCall::Schemes(_))
	}
}

const fn allowance(count: u32, bytes: u32, seconds: u64, period: u32) -> Allowance {
	let ref_time = seconds * WEIGHT_REF_TIME_PER_SECOND;
	Allowance { limit: Quantity { count, bytes, ref_time }, period }
}

parameter_types! {
	pub static Limits: Allowances = Allowances {
		other: allowance(100, 10_000, 1, 50),
		platform: allowance(1_000, 100_000, 10, 20),
		duty: allowance(200, 20_000, 2, 40),
		governance: allowance(70, 30_000, 3, 30),
	};
}

impl pallet_parties::Config for Test {
	type OfficeOrigin = pallet_schemes::EnsureOffice<Test>;
	type Schemes = Schemes;
	type Accounts = Schemes;
	type Governance = Governance;
	type Allowances = Limits;
	type Time = Timestamp;
	type Signature = MultiSignature;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

/// Forestry registers in it, the finance regulator licenses.
pub const WH: SchemeId = SchemeId(1);
/// The service centre registers in it, the finance regulator licenses.
pub const HS: SchemeId = SchemeId(2);
pub const UNKNOWN_SCHEME: SchemeId = SchemeId(9);

pub const FORESTRY: OfficeId = OfficeId(1);
pub const FINANCE: OfficeId = OfficeId(2);
pub const CENTRE: OfficeId = OfficeId(3);
pub const PLATFORM: OfficeId = OfficeId(4);

pub const UNKNOWN: PartyId = PartyId(99);
pub const EVIDENCE: DocumentHash = H256::repeat_byte(0xee);

/// 2026-01-01 in UTC+8.
pub const TODAY: Day = Day(20_454);

pub fn pair(name: &str) -> sr25519::Pair {
	sr25519::Pair::from_seed(&sp_io::hashing::blake2_256(name.as_bytes()))
}

pub fn account(name: &str) -> AccountId32 {
	pair(name).public().into()
}

pub fn signed(name: &str) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(name))
}

/// Register of WH.
pub fn forestry() -> RuntimeOrigin {
	signed("Forestry")
}

/// Register of HS.
pub fn centre() -> RuntimeOrigin {
	signed("Centre")
}

/// OverseeFinance of both.
pub fn finance() -> RuntimeOrigin {
	signed("Finance")
}

pub fn text<const N: u32>(text: &str) -> Text<N> {
	BoundedVec::try_from(text.as_bytes().to_vec()).unwrap()
}

fn names(zh: &str, en: &str) -> Names {
	Names { zh: text(zh), en: text(en) }
}

fn office(code: &str, accounts: &[(&str, Roles)]) -> GenesisOffice<AccountId32> {
	GenesisOffice {
		code: OfficeCode(text(code)),
		names: names(code, code),
		accounts: accounts.iter().map(|(name, roles)| (account(name), *roles)).collect(),
	}
}

fn scheme(code: &str, registrar: &str) -> GenesisScheme {
	let duty = |duty, holder| GenesisDuty {
		duty,
		offices: vec![OfficeCode(text(holder))],
		rule: DutyRule::Any,
	};
	GenesisScheme {
		code: SchemeCode(text(code)),
		names: names(code, code),
		instrument: Instrument { zh: text("碳票"), en: text("voucher") },
		statement: Statement { zh: text("不是CCER"), en: text("not CCER") },
		rules: SchemeRules {
			bounds: BoundingBox { west: 0, south: 0, east: 1, north: 1 },
			ecosystems: Ecosystems::of(&[Ecosystem::Forest]),
			effects: EffectDuties::default(),
			periods: Periods {
				loss_notice: 30,
				transfer: 30,
				pledge_offer: 30,
				offset: 30,
				proposal: 30,
				preemption: 30,
			},
			valid_from: TODAY,
			valid_until: None,
		},
		duties: vec![duty(Duty::Register, registrar), duty(Duty::OverseeFinance, "FINANCE")],
	}
}

/// Block 1 on the first day of 2026.
pub fn new_test_ext() -> sp_io::TestExternalities {
	let schemes = pallet_schemes::GenesisConfig {
		offices: vec![
			office(
				"FORESTRY",
				&[
					("Forestry", Roles::OPERATOR),
					("Forestry//council", Roles::COUNCIL),
					("Forestry//validator", Roles::VALIDATOR),
				],
			),
			office("FINANCE", &[("Finance", Roles::OPERATOR)]),
			office("CENTRE", &[("Centre", Roles::OPERATOR.and(Roles::COUNCIL))]),
			office("PLATFORM", &[("Platform", Roles::OPERATOR.and(Roles::PLATFORM))]),
		],
		schemes: vec![scheme("WH", "FORESTRY"), scheme("HS", "CENTRE")],
	};
	let genesis = RuntimeGenesisConfig { schemes, ..Default::default() };
	let mut ext = sp_io::TestExternalities::new(genesis.build_storage().unwrap());
	#[cfg(feature = "runtime-benchmarks")]
	ext.register_extension(sp_keystore::KeystoreExt::new(
		sp_keystore::testing::MemoryKeystore::new(),
	));
	ext.execute_with(|| {
		System::set_block_number(1);
		Timestamp::set_timestamp(1_767_196_800_000);
	});
	ext
}

/// Runs a test, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		#[cfg(feature = "try-runtime")]
		<Schemes as frame_support::traits::Hooks<u64>>::try_state(0).unwrap();
		Parties::do_try_state().unwrap();
	});
}

/// The events of `work` alone, which succeeds.
pub fn events_of(work: impl FnOnce() -> DispatchResult) -> Vec<Event<Test>> {
	System::reset_events();
	work().unwrap();
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Parties(event) => Some(event),
			// An account's first provider; whoever cares asserts it.
			RuntimeEvent::System(frame_system::Event::NewAccount { .. }) => None,
			other => panic!("an event of another pallet: {other:?}"),
		})
		.collect()
}

/// Valid codes, one for each number.
pub fn code(number: u8) -> CreditCode {
	let mut code = *b"91350100M00010000?";
	code[15] = b'0' + number / 10;
	code[16] = b'0' + number % 10;
	code[17] = CreditCode::check_character(&code[..17]).unwrap();
	CreditCode(code)
}

/// Registers an organisation in WH.
pub fn organisation(number: u8) -> PartyId {
	let party = NextParty::<Test>::get();
	Parties::register_organisation(forestry(), WH, text("常口村"), code(number)).unwrap();
	party
}

/// Signs that the account of that name acts for `party` before `valid_until`.
pub fn possession(name: &str, party: PartyId, valid_until: u64) -> MultiSignature {
	let genesis = System::block_hash(0);
	let payload = account_payload(&genesis, party, &account(name), &valid_until);
	pair(name).sign(&payload).into()
}

/// Lets the account of that name act for `party`.
pub fn add(name: &str, party: PartyId) {
	let valid_until = System::block_number() + 10;
	let signature = possession(name, party, valid_until);
	Parties::add_account(forestry(), party, account(name), valid_until, signature).unwrap();
}

/// Registers an organisation in WH with one account.
pub fn organisation_of(name: &str, number: u8) -> PartyId {
	let party = organisation(number);
	add(name, party);
	party
}

/// Invites the account of that name for ten blocks.
pub fn invite(name: &str, party: PartyId) {
	let valid_until = System::block_number() + 10;
	Parties::invite_account(forestry(), party, account(name), valid_until).unwrap();
}

/// Makes a party the one as which an office owns things.
pub fn owns_as(office: OfficeId, party: PartyId) {
	let own = names("机构", "office");
	Schemes::update_office(RuntimeOrigin::root(), office, own, Some(party)).unwrap();
}

pub fn suspend(party: PartyId) {
	Parties::suspend(forestry(), party, EVIDENCE).unwrap();
}

/// How many accounts the register says a party has.
pub fn accounts_of(party: PartyId) -> u32 {
	crate::Parties::<Test>::get(party).unwrap().accounts
}
