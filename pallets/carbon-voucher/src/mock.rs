//! A chain with the real schemes and parties: Weihai's scheme, where owners' signatures are enough,
//! and Heshan's, where the trading platform effects sales (H13).

use crate::{self as pallet_carbon_voucher, *};
use core::time::Duration;
use frame_support::{
	assert_ok, derive_impl,
	dispatch::DispatchResult,
	parameter_types,
	traits::{Hooks, UnixTime},
	weights::Weight,
};
use frame_system::EnsureRoot;
use pallet_parties::CreditCode;
use pallet_schemes::{
	CouncilSeats, GenesisDuty, GenesisOffice, GenesisScheme, Instrument, OfficeCode, Statement,
};
use sp_core::H256;
use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage, MultiSignature};
use tanpiao_support::{
	Allotment, BoundingBox, By, Day, DocumentHash, Duty, DutyRule, Ecosystem, Ecosystems,
	EffectDuties, EscrowId, EscrowWatcher, Fen, FreezeId, IssuanceId, IssueOrder, Kilograms, Lot,
	Names, OfficeId, Ownership, PartyId, Periods, Roles, SchemeCode, SchemeId, SchemeRules, Share,
	SquareMetres, Text, VoucherEscrow, VoucherId,
};

pub type AccountId = AccountId32;

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

	#[runtime::pallet_index(20)]
	pub type Schemes = pallet_schemes;

	#[runtime::pallet_index(21)]
	pub type Parties = pallet_parties;

	#[runtime::pallet_index(22)]
	pub type CarbonVoucher = pallet_carbon_voucher;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
	pub storage Today: Day = TODAY;
	/// Escrows of which the market was told that they ended.
	pub storage Told: Vec<EscrowId> = Vec::new();
}

/// A clock that tests set.
pub struct Clock;

impl UnixTime for Clock {
	fn now() -> Duration {
		Duration::from_secs(u64::from(Today::get().0) * 24 * 60 * 60)
	}
}

/// A market that notes what it is told.
pub struct Market;

impl EscrowWatcher for Market {
	fn ended(escrow: EscrowId) {
		let mut told = Told::get();
		told.push(escrow);
		Told::set(&told);
	}
}

/// Nobody sits in the council here.
pub struct NoCouncil;

impl CouncilSeats<AccountId> for NoCouncil {
	fn seat(_: &AccountId) -> DispatchResult {
		Ok(())
	}

	fn unseat(_: &AccountId) -> DispatchResult {
		Ok(())
	}

	fn members() -> Vec<AccountId> {
		Vec::new()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fill(_: u32) {}
}

impl pallet_schemes::Config for Test {
	type GovernanceOrigin = EnsureRoot<AccountId>;
	type Council = NoCouncil;
	type Parties = Parties;
	type WeightInfo = ();
}

impl pallet_parties::Config for Test {
	type OfficeOrigin = pallet_schemes::EnsureOffice<Test>;
	type Schemes = Schemes;
	type Accounts = Schemes;
	type Governance = frame_support::traits::Nothing;
	type Allowances = ();
	type Time = Clock;
	type Signature = MultiSignature;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl Config for Test {
	type OfficeOrigin = pallet_schemes::EnsureOffice<Test>;
	type PartyOrigin = pallet_parties::EnsureParty<Test>;
	type Schemes = Schemes;
	type Parties = Parties;
	#[cfg(feature = "runtime-benchmarks")]
	type Accounts = Schemes;
	type Market = Market;
	type Time = Clock;
	type WeightInfo = ();
}

/// 2026-11-20.
pub const TODAY: Day = Day(20_777);

/// The day after the last on which Weihai's measure is in force.
pub const WH_ENDS: Day = Day(21_184);

pub const WH: SchemeId = SchemeId(1);
pub const HS: SchemeId = SchemeId(2);

pub const FORESTRY: OfficeId = OfficeId(1);
pub const ECOLOGY: OfficeId = OfficeId(2);
pub const PLATFORM: OfficeId = OfficeId(4);
/// Holds no duty.
pub const OTHER: OfficeId = OfficeId(5);

/// The first owner of everything that tests issue.
pub const VILLAGE: PartyId = PartyId(1);
pub const BUYER: PartyId = PartyId(2);
/// Licensed in both schemes.
pub const BANK: PartyId = PartyId(3);
pub const THIRD: PartyId = PartyId(4);
/// Wants to sign what it receives.
pub const CAREFUL: PartyId = PartyId(5);
pub const SUSPENDED: PartyId = PartyId(6);
/// The forestry authority, where it owns things.
pub const FORESTRY_PARTY: PartyId = PartyId(7);
/// The ecology authority, where it owns things.
pub const ECOLOGY_PARTY: PartyId = PartyId(8);
pub const NOBODY: PartyId = PartyId(99);

pub const EVIDENCE: DocumentHash = H256::repeat_byte(0xee);

/// Days that things wait, by what waits.
pub const PERIODS: Periods = Periods {
	loss_notice: 30,
	transfer: 10,
	pledge_offer: 20,
	offset: 60,
	proposal: 15,
	preemption: 25,
};

fn account(kind: u8, number: u8) -> AccountId {
	let mut bytes = [0; 32];
	bytes[0] = kind;
	bytes[1] = number;
	bytes.into()
}

/// The operator's account of an office.
pub fn office_account(id: OfficeId) -> AccountId {
	account(1, id.0 as u8)
}

/// The signature of an office's operator.
pub fn office(id: OfficeId) -> RuntimeOrigin {
	RuntimeOrigin::signed(office_account(id))
}

/// The account of a party.
pub fn party_account(id: PartyId) -> AccountId {
	account(2, id.0 as u8)
}

/// The signature of a party.
pub fn party(id: PartyId) -> RuntimeOrigin {
	RuntimeOrigin::signed(party_account(id))
}

/// The signature of somebody whom nobody knows.
pub fn stranger() -> RuntimeOrigin {
	RuntimeOrigin::signed(account(3, 0))
}

pub fn text<const N: u32>(text: &str) -> Text<N> {
	text.as_bytes().to_vec().try_into().unwrap()
}

fn names(name: &str) -> Names {
	Names { zh: text(name), en: text(name) }
}

fn genesis_office(index: u16, code: &str) -> GenesisOffice<AccountId> {
	GenesisOffice {
		code: OfficeCode(text(code)),
		names: names(code),
		accounts: vec![(account(1, index as u8), Roles::OPERATOR)],
	}
}

fn genesis_scheme(code: &str, ecosystem: Ecosystem, rules: SchemeRules) -> GenesisScheme {
	let held = [
		(Duty::Register, "FORESTRY"),
		(Duty::Issue, "FORESTRY"),
		(Duty::CertifyOffset, "ECOLOGY"),
		(Duty::Supervise, "ECOLOGY"),
		(Duty::OverseeFinance, "FINANCE"),
		(Duty::OperateMarket, "PLATFORM"),
	];
	GenesisScheme {
		code: SchemeCode(text(code)),
		names: names(code),
		instrument: Instrument { zh: text(code), en: text(code) },
		statement: Statement { zh: text("不是CCER"), en: text("not CCER") },
		rules: SchemeRules { ecosystems: Ecosystems::of(&[ecosystem]), ..rules },
		duties: held
			.into_iter()
			.map(|(duty, office)| GenesisDuty {
				duty,
				offices: vec![OfficeCode(text(office))],
				rule: DutyRule::Any,
			})
			.collect(),
	}
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let offices = ["FORESTRY", "ECOLOGY", "FINANCE", "PLATFORM", "OTHER"];
	let rules = SchemeRules {
		bounds: BoundingBox { west: 0, south: 0, east: 1, north: 1 },
		ecosystems: Ecosystems::default(),
		effects: EffectDuties::default(),
		periods: PERIODS,
		valid_from: Day(20_454),
		valid_until: Some(WH_ENDS),
	};
	let effects = EffectDuties { sale: Some(Duty::OperateMarket), gift: None };
	let schemes = pallet_schemes::GenesisConfig {
		offices: (1..).zip(offices).map(|(index, code)| genesis_office(index, code)).collect(),
		schemes: vec![
			genesis_scheme("WH", Ecosystem::Forest, rules.clone()),
			genesis_scheme(
				"HS",
				Ecosystem::Wetland,
				SchemeRules { effects, valid_until: None, ..rules },
			),
		],
	};
	let storage = RuntimeGenesisConfig { schemes, ..Default::default() }.build_storage().unwrap();
	let mut ext = sp_io::TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		for number in 1..=8 {
			register(PartyId(number));
		}
		for scheme in [WH, HS] {
			assert_ok!(Parties::grant_licence(office(OfficeId(3)), scheme, BANK, EVIDENCE));
		}
		assert_ok!(Parties::ask_consent(party(CAREFUL), true));
		assert_ok!(Parties::suspend(office(FORESTRY), SUSPENDED, EVIDENCE));
		for (id, owner) in [(FORESTRY, FORESTRY_PARTY), (ECOLOGY, ECOLOGY_PARTY)] {
			assert_ok!(Schemes::update_office(
				RuntimeOrigin::root(),
				id,
				names("an authority"),
				Some(owner)
			));
		}
		System::reset_events();
	});
	ext
}

fn register(id: PartyId) {
	let mut code = *b"910000000000000000";
	code[15] = b'0' + id.0 as u8 / 10;
	code[16] = b'0' + id.0 as u8 % 10;
	code[17] = CreditCode::check_character(&code[..17]).unwrap();
	let name = text("常口村");
	assert_ok!(Parties::register_organisation(office(FORESTRY), WH, name, CreditCode(code)));
	assert_ok!(Parties::invite_account(office(FORESTRY), id, party_account(id), 100));
	assert_ok!(Parties::confirm_account(party(id), id));
}

/// Runs a test and then checks every invariant of all three pallets.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		CarbonVoucher::do_try_state().unwrap();
	});
}

pub fn kg(amount: u64) -> Kilograms {
	Kilograms(amount)
}

/// The owner's part of a voucher to be made.
pub fn allot(owner: PartyId, amount: u64) -> Allotment {
	Allotment { ownership: Ownership::Sole(owner), amount: kg(amount) }
}

/// Half each.
pub fn in_common(one: PartyId, other: PartyId) -> Ownership {
	let share = |party| Share { party, millionths: 500_000 };
	Ownership::Common(vec![share(one), share(other)].try_into().unwrap())
}

/// 共同共有.
pub fn joint(parties: &[PartyId]) -> Ownership {
	Ownership::Joint(parties.to_vec().try_into().unwrap())
}

/// So many active parties, the village first, of whom no office is one.
pub fn crowd(count: usize) -> Vec<PartyId> {
	let others = [SUSPENDED, FORESTRY_PARTY, ECOLOGY_PARTY];
	let crowd: Vec<_> = (1..).map(PartyId).filter(|id| !others.contains(id)).take(count).collect();
	for id in &crowd {
		if !pallet_parties::Parties::<Test>::contains_key(id) {
			register(*id);
		}
	}
	crowd
}

/// Makes a party the one as which an office owns things.
pub fn owns_as(id: OfficeId, party: Option<PartyId>) {
	assert_ok!(Schemes::update_office(RuntimeOrigin::root(), id, names("an authority"), party));
}

/// An order in Weihai that differs from others by its filing number.
pub fn order(filing_no: &str, allotments: Vec<Allotment>) -> IssueOrder {
	IssueOrder {
		scheme: WH,
		filing_no: text(filing_no),
		ecosystem: Ecosystem::Forest,
		area: SquareMetres(2_131_333),
		place: text("常口村"),
		period_from: Day(16_801),
		period_to: Day(18_628),
		segments: Default::default(),
		allotments: allotments.try_into().unwrap(),
		evidence: EVIDENCE,
	}
}

/// The first voucher of the nth issuance of this year in Weihai.
pub fn wh(serial: u32) -> VoucherId {
	VoucherId { issuance: IssuanceId { scheme: WH, year: 2026, serial }, part: 1 }
}

/// The first voucher of the nth issuance of this year in Heshan.
pub fn hs(serial: u32) -> VoucherId {
	VoucherId { issuance: IssuanceId { scheme: HS, year: 2026, serial }, part: 1 }
}

/// Another part of the same issuance.
pub fn part(voucher: VoucherId, part: u32) -> VoucherId {
	VoucherId { part, ..voucher }
}

/// Gives the village one voucher in Weihai.
pub fn issue(filing_no: &str, amount: u64) -> VoucherId {
	assert_ok!(CarbonVoucher::issue(
		office(FORESTRY),
		order(filing_no, vec![allot(VILLAGE, amount)])
	));
	wh(IssuanceSerials::<Test>::get(WH, 2026))
}

/// Gives the village one voucher in Heshan.
pub fn issue_in_heshan(filing_no: &str, amount: u64) -> VoucherId {
	let order = IssueOrder {
		scheme: HS,
		ecosystem: Ecosystem::Wetland,
		..order(filing_no, vec![allot(VILLAGE, amount)])
	};
	assert_ok!(CarbonVoucher::issue(office(FORESTRY), order));
	hs(IssuanceSerials::<Test>::get(HS, 2026))
}

/// Makes one voucher in Weihai of any owners.
pub fn issue_owned(filing_no: &str, ownership: Ownership, amount: u64) -> VoucherId {
	let allotment = Allotment { ownership, amount: kg(amount) };
	assert_ok!(CarbonVoucher::issue(office(FORESTRY), order(filing_no, vec![allotment])));
	wh(IssuanceSerials::<Test>::get(WH, 2026))
}

/// Makes one voucher in Weihai in common ownership.
pub fn issue_in_common(filing_no: &str, shares: &[(PartyId, u32)], amount: u64) -> VoucherId {
	issue_owned(filing_no, common(shares), amount)
}

/// Common ownership in these millionths.
pub fn common(shares: &[(PartyId, u32)]) -> Ownership {
	let share = |&(party, millionths): &(PartyId, u32)| Share { party, millionths };
	Ownership::Common(shares.iter().map(share).collect::<Vec<_>>().try_into().unwrap())
}

/// Makes one voucher in Heshan of any owners.
pub fn issue_owned_in_heshan(filing_no: &str, ownership: Ownership, amount: u64) -> VoucherId {
	let allotment = Allotment { ownership, amount: kg(amount) };
	let order = IssueOrder {
		scheme: HS,
		ecosystem: Ecosystem::Wetland,
		..order(filing_no, vec![allotment])
	};
	assert_ok!(CarbonVoucher::issue(office(FORESTRY), order));
	hs(IssuanceSerials::<Test>::get(HS, 2026))
}

pub fn voucher(id: VoucherId) -> Voucher {
	Vouchers::<Test>::get(id).unwrap()
}

/// All of a voucher as it is now.
pub fn whole(id: VoucherId) -> Lot {
	Lot { voucher: id, edition: voucher(id).edition, amount: None }
}

/// A part of a voucher as it is now.
pub fn some(id: VoucherId, amount: u64) -> Lot {
	Lot { amount: Some(kg(amount)), ..whole(id) }
}

pub fn lots(lots: &[Lot]) -> Lots {
	lots.to_vec().try_into().unwrap()
}

pub fn sale(yuan: u64) -> TransferCause {
	TransferCause::Sale { price: Fen(yuan * 100) }
}

/// The owner transfers a lot without further papers.
pub fn transfer(from: PartyId, lot: Lot, to: PartyId, cause: TransferCause) -> DispatchResult {
	CarbonVoucher::transfer(party(from), lot, to, cause, Text::new(), None)
}

pub fn terms() -> PledgeTerms {
	PledgeTerms {
		secured: Fen(500_000_000),
		contract: EVIDENCE,
		due: Day(TODAY.0 + 365),
		registry_no: text("12345678"),
	}
}

/// The village pledges lots to the bank.
pub fn pledge(of: &[Lot]) {
	assert_ok!(CarbonVoucher::offer_pledge(party(VILLAGE), lots(of), BANK, terms()));
	assert_ok!(CarbonVoucher::accept_pledge(party(BANK), LastPledge::<Test>::get()));
}

pub fn purpose() -> OffsetPurpose {
	OffsetPurpose::AnnualEmissions { year: 2025 }
}

/// The village asks for an offset of lots for the buyer.
pub fn request_offset(of: &[Lot]) -> DispatchResult {
	CarbonVoucher::request_offset(party(VILLAGE), lots(of), BUYER, purpose(), Text::new())
}

/// What a court orders, to the last day before `expires`.
pub fn freeze_order(expires: Day) -> FreezeOrder {
	FreezeOrder {
		order_no: text("（2026）鲁10执保1号"),
		authority: text("威海市中级人民法院"),
		basis: text("民事诉讼法第一百零三条"),
		expires,
		evidence: EVIDENCE,
	}
}

/// Forestry freezes lots for ten days.
pub fn freeze(of: &[Lot]) -> DispatchResult {
	let order = freeze_order(Day(TODAY.0 + 10));
	CarbonVoucher::freeze(office(FORESTRY), lots(of), order)
}

/// The same, and the number of the freeze.
pub fn order_freeze(of: &[Lot]) -> FreezeId {
	assert_ok!(freeze(of));
	LastFreeze::<Test>::get()
}

/// Forestry lifts a freeze of its own.
pub fn thaw(id: FreezeId) {
	assert_ok!(CarbonVoucher::lift_freeze(office(FORESTRY), id, text("解冻1号"), EVIDENCE));
}

/// The village reports a paper lost.
pub fn report_loss(id: VoucherId) -> DispatchResult {
	let (edition, reason) = (voucher(id).edition, text("遗失"));
	CarbonVoucher::report_loss(party(VILLAGE), id, edition, LossKind::Lost, reason)
}

/// The signature of the trading platform, as the market passes it on.
pub fn platform() -> By<AccountId> {
	By::Office(PLATFORM, office_account(PLATFORM))
}

/// The market keeps a lot of the village's for ten days.
pub fn keep(lot: Lot) -> DispatchResult {
	CarbonVoucher::open(&[VILLAGE], &lot, Day(TODAY.0 + 10), platform())?;
	Ok(())
}

/// The market delivers what it keeps.
pub fn deliver(escrow: EscrowId, to: PartyId) -> DispatchResult {
	CarbonVoucher::deliver(escrow, to, Fen(100), text("成交1号"), EVIDENCE, platform())
}

/// Two vouchers of the village's that touch.
pub fn neighbours(filing_no: &str, lower: u64, upper: u64) -> [VoucherId; 2] {
	let both = vec![allot(VILLAGE, lower), allot(VILLAGE, upper)];
	assert_ok!(CarbonVoucher::issue(office(FORESTRY), order(filing_no, both)));
	let first = wh(IssuanceSerials::<Test>::get(WH, 2026));
	[first, part(first, 2)]
}

/// The latest record of a voucher.
pub fn last_record(id: VoucherId) -> Record<AccountId> {
	Records::<Test>::get(id, voucher(id).records - 1).unwrap()
}

pub fn totals(scheme: SchemeId) -> [u64; 5] {
	let SchemeTotals { issued, free, held, offset, revoked } = Totals::<Test>::get(scheme);
	[issued, free, held, offset, revoked].map(|amount| amount.0)
}

/// The kinds of records on a voucher's page.
pub fn page(id: VoucherId) -> Vec<RecordKind> {
	CarbonVoucher::register_page(id, 0, MAX_PAGE).into_iter().map(|(_, r)| r.kind).collect()
}

pub fn set_day(day: u32) {
	Today::set(&Day(day));
}

/// The day comes, and everything that ends by it ends.
pub fn pass_to(day: Day) {
	let sweep = || CarbonVoucher::on_idle(System::block_number(), Weight::MAX);
	sweep();
	set_day(day.0);
	while SweptUntil::<Test>::get() != Some(day) || Expiries::<Test>::iter_prefix(day).count() > 0 {
		sweep();
	}
}

/// This pallet's events since the last look.
pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}
