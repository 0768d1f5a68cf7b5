//! One file for each call, and one for each thing that other code uses.

// Storage has the name that the pallet has in the mock's runtime.
use crate::mock::Schemes;
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;
use tanpiao_support::{
	AccountBook, Actor, BoundingBox, Day, Duty, DutyRule, Ecosystem, Ecosystems, EffectDuties,
	Names, OfficeId, PartyId, Periods, Roles, SchemeBook, SchemeCode, SchemeId, SchemeRules, Text,
};

mod add_account;
mod add_office;
mod add_scheme;
mod assign_duty;
mod books;
mod genesis;
mod origins;
mod remove_account;
mod set_office_active;
mod set_roles;
mod try_state;
mod update_office;
mod update_scheme;
mod views;

const OPERATOR: Roles = Roles::OPERATOR;
const COUNCIL: Roles = Roles::COUNCIL;
const VALIDATOR: Roles = Roles::VALIDATOR;

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn signed(account: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

fn text<const N: u32>(text: &str) -> Text<N> {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// GBK for 威海.
fn gbk<const N: u32>() -> Text<N> {
	vec![0xcd, 0xfe, 0xba, 0xa3].try_into().unwrap()
}

fn names() -> Names {
	Names { zh: text("威海"), en: text("Weihai") }
}

fn instrument() -> Instrument {
	Instrument {
		zh: text("威海市林业碳票管理办法（试行）"),
		en: text("Weihai Measures on Forestry Carbon Vouchers (Trial)"),
	}
}

fn statement() -> Statement {
	Statement {
		zh: text("碳票不是国家核证自愿减排量（CCER）"), en: text("Vouchers are not CCER")
	}
}

fn rules() -> SchemeRules {
	SchemeRules {
		bounds: BoundingBox {
			west: 1_215_000_000,
			south: 365_000_000,
			east: 1_230_000_000,
			north: 376_000_000,
		},
		ecosystems: Ecosystems::of(&[Ecosystem::Forest]),
		effects: EffectDuties::default(),
		periods: Periods {
			loss_notice: 30,
			transfer: 10,
			pledge_offer: 10,
			offset: 20,
			proposal: 10,
			preemption: 10,
		},
		valid_from: Day(20_454),
		valid_until: Some(Day(21_184)),
	}
}

fn code(letters: &str) -> SchemeCode {
	SchemeCode(text(letters))
}

fn office_code(letters: &str) -> OfficeCode {
	OfficeCode(text(letters))
}

fn profile(letters: &str) -> Profile {
	Profile {
		code: code(letters),
		names: names(),
		instrument: instrument(),
		statement: statement(),
	}
}

fn holders(offices: &[OfficeId]) -> HoldersOf {
	offices.to_vec().try_into().unwrap()
}

/// Adds a scheme.
fn scheme(letters: &str) -> SchemeId {
	let id = NextScheme::<Test>::get();
	assert_ok!(Schemes::add_scheme(root(), profile(letters), rules()));
	id
}

/// Adds an office.
fn office(letters: &str) -> OfficeId {
	let id = NextOffice::<Test>::get();
	assert_ok!(Schemes::add_office(root(), office_code(letters), names()));
	id
}

/// Adds accounts to an office.
fn staff(office: OfficeId, accounts: &[(u64, Roles)]) {
	for (account, roles) in accounts {
		assert_ok!(Schemes::add_account(root(), office, *account, *roles));
	}
}

/// Adds an office with a council seat for `account`.
fn seated_office(letters: &str, account: u64) -> OfficeId {
	let office = office(letters);
	staff(office, &[(account, COUNCIL)]);
	office
}

/// Forgets the events so far.
fn forget_events() {
	System::reset_events();
}

/// Checks that these and no others were deposited, by any pallet.
fn assert_events(expected: &[RuntimeEvent]) {
	let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
	assert_eq!(events, expected);
}

/// Checks that this and no other was deposited, by any pallet.
fn assert_event(expected: Event<Test>) {
	assert_events(&[expected.into()]);
}

fn new_account(account: u64) -> RuntimeEvent {
	frame_system::Event::NewAccount { account }.into()
}

/// The council's members, in order.
fn council() -> Vec<u64> {
	let mut members = Members::get();
	members.sort_unstable();
	members
}
