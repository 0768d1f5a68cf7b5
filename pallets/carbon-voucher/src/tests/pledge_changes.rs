use super::*;
use crate::ledger::{Entry, Owners};
use sp_core::H256;
use sp_runtime::DispatchResult;

const PLEDGE: PledgeId = PledgeId(1);
const FINANCE: OfficeId = OfficeId(3);
/// The last day on which the debt may be paid.
const DUE: u32 = TODAY.0 + 365;
const PAPER: DocumentHash = H256::repeat_byte(0xaa);
const PAID_OUT: DocumentHash = H256::repeat_byte(0xbb);

fn propose(by: PartyId, change: PledgeChange) -> DispatchResult {
	CarbonVoucher::propose_pledge_change(party(by), PLEDGE, change)
}

fn accept(by: PartyId, change: PledgeChange) -> DispatchResult {
	CarbonVoucher::accept_pledge_change(party(by), PLEDGE, change)
}

fn drop_change(by: PartyId) -> DispatchResult {
	CarbonVoucher::drop_pledge_change(party(by), PLEDGE)
}

fn sell(proceeds: Proceeds) -> DispatchResult {
	CarbonVoucher::sell_pledged(office(PLATFORM), PLEDGE, proceeds)
}

fn order_of_court(proceeds: Proceeds) -> DispatchResult {
	CarbonVoucher::enforce_by_court(office(FORESTRY), PLEDGE, proceeds)
}

/// Several owners accept together, the last of them signs.
fn accept_together(signers: &[PartyId], change: PledgeChange) -> DispatchResult {
	let last = *signers.last().unwrap();
	let owners = Owners {
		signers: signers.to_vec().try_into().unwrap(),
		speaker: signers[0],
		by: By::Party(last, party_account(last)),
		together: true,
	};
	CarbonVoucher::do_accept_pledge_change(owners, PLEDGE, change).map_err(raise)
}

/// A fen more.
fn more() -> PledgeChange {
	let terms = PledgeTerms {
		secured: Fen(500_000_001),
		contract: PAPER,
		registry_no: text("87654321"),
		..terms()
	};
	PledgeChange::Terms(terms)
}

fn assign(to: PartyId) -> PledgeChange {
	let (opinion, reference) = (Opinion::Objects, text("流转1号"));
	PledgeChange::Assign { to, opinion, reference, evidence: PAPER }
}

/// The secured sum, and nothing beyond.
fn proceeds(to: PartyId) -> Proceeds {
	Proceeds {
		to,
		price: terms().secured,
		reference: text("一号协议"),
		evidence: PAPER,
		surplus: None,
	}
}

fn agreement() -> PledgeChange {
	PledgeChange::Agreement(proceeds(BANK))
}

fn in_default() {
	set_day(DUE + 1);
}

/// A voucher of 100 kg, pledged.
fn pledged() -> VoucherId {
	let first = issue("一号", 100);
	pledge(&[whole(first)]);
	System::reset_events();
	first
}

fn current() -> Pledge {
	Pledges::<Test>::get(PLEDGE).unwrap()
}

fn licence(to: PartyId) {
	assert_ok!(Parties::grant_licence(office(FINANCE), WH, to, EVIDENCE));
}

fn withdraw_licence(of: PartyId) {
	assert_ok!(Parties::withdraw_licence(office(FINANCE), WH, of, EVIDENCE));
}

fn suspend(who: PartyId) {
	assert_ok!(Parties::suspend(office(FORESTRY), who, EVIDENCE));
}

fn reinstate(who: PartyId) {
	assert_ok!(Parties::reinstate(office(FORESTRY), who, EVIDENCE));
}

/// The law passes a voucher on, with the pledge on it.
fn pass_on(id: VoucherId, ownership: Ownership) {
	let mut passed = voucher(id);
	assert_ok!(CarbonVoucher::set_owners(id, &mut passed, ownership).map_err(raise));
	let entry = Entry::of(RecordKind::Succeeded(LawfulCause::Inheritance));
	CarbonVoucher::enter(id, passed, By::Expiry, entry);
}

fn last_record(id: VoucherId) -> Record<AccountId> {
	Records::<Test>::get(id, voucher(id).records - 1).unwrap()
}

/// Nothing waits, on the queue or otherwise.
fn nothing_waits() {
	assert_eq!(PledgeChanges::<Test>::iter().count(), 0);
	assert_eq!(Expiries::<Test>::iter().count(), 0);
}

#[test]
fn w17_the_pledgee_proposes_a_higher_sum_and_the_owner_accepts() {
	build_and_execute(|| {
		let first = pledged();
		assert_ok!(propose(BANK, more()));
		assert_eq!(current().terms, terms());
		let expires = Day(TODAY.0 + 1 + u32::from(PERIODS.pledge_offer));
		let pending = PendingChange { change: more(), proposer: BANK, expires };
		assert_eq!(CarbonVoucher::pledge_change(PLEDGE), Some(pending));
		assert_ok!(accept(VILLAGE, more()));
		let PledgeChange::Terms(raised) = more() else { unreachable!() };
		assert_eq!(current().terms, raised);
		assert!(matches!(current().state, PledgeState::Active { since: TODAY, .. }));
		assert_eq!(
			events(),
			[
				Event::PledgeChangeProposed { pledge: PLEDGE, by: BANK },
				Event::PledgeChanged { pledge: PLEDGE, secured: raised.secured, due: Day(DUE) }
			]
		);
		let record = last_record(first);
		assert_eq!(record.kind, RecordKind::PledgeChanged(PLEDGE));
		assert_eq!(record.by, By::Party(VILLAGE, party_account(VILLAGE)));
		assert_eq!(record.counterparty, Some(BANK));
		assert_eq!((record.reference, record.evidence), (raised.registry_no, Some(PAPER)));
		assert_eq!((voucher(first).edition, voucher(first).records), (1, 3));
		nothing_waits();
	});
}

#[test]
fn w17_the_owner_proposes_a_later_day_and_the_pledgee_accepts() {
	build_and_execute(|| {
		let first = pledged();
		assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 1, kg(40)));
		// Also after the default.
		in_default();
		let later = PledgeTerms { due: Day(DUE + 30), ..terms() };
		let change = PledgeChange::Terms(later.clone());
		assert_ok!(propose(VILLAGE, change.clone()));
		assert_noop!(accept(VILLAGE, change.clone()), Error::<Test>::NotPledgee);
		assert_ok!(accept(BANK, change));
		assert_eq!(current().terms, later);
		for id in [first, part(first, 2)] {
			let record = last_record(id);
			assert_eq!(record.kind, RecordKind::PledgeChanged(PLEDGE));
			assert_eq!(record.by, By::Party(BANK, party_account(BANK)));
		}
		// It is in default no more.
		assert_noop!(propose(BANK, PledgeChange::Sale), Error::<Test>::NotInDefault);
	});
}

#[test]
fn new_terms_raise_and_never_lessen() {
	build_and_execute(|| {
		pledged();
		let propose = |terms| propose(BANK, PledgeChange::Terms(terms));
		let error = |terms, error: Error<Test>| {
			assert_noop!(propose(terms), error);
		};
		let (sum, day) = (terms().secured, terms().due);
		error(terms(), Error::TermsNotRaised);
		error(PledgeTerms { secured: Fen(sum.0 - 1), ..terms() }, Error::TermsNotRaised);
		error(PledgeTerms { due: Day(DUE - 1), ..terms() }, Error::TermsNotRaised);
		let less = PledgeTerms { secured: Fen(sum.0 - 1), due: day.next(), ..terms() };
		error(less, Error::TermsNotRaised);
		let sooner = PledgeTerms { secured: Fen(sum.0 + 1), due: Day(DUE - 1), ..terms() };
		error(sooner, Error::TermsNotRaised);
		error(PledgeTerms { contract: PAPER, ..terms() }, Error::TermsNotRaised);
		error(PledgeTerms { secured: Fen(0), ..terms() }, Error::ZeroSecured);
		let registry_no = vec![0xff].try_into().unwrap();
		error(PledgeTerms { registry_no, ..terms() }, Error::InvalidText);
		let registry_no = text(" ");
		error(PledgeTerms { registry_no, ..terms() }, Error::BlankText);
		error(PledgeTerms { due: TODAY, ..terms() }, Error::DuePast);
		in_default();
		error(PledgeTerms { secured: Fen(sum.0 + 1), ..terms() }, Error::DuePast);
	});
}

#[test]
fn w4_h4_a_withdrawn_licence_stops_new_pledges_and_raises_and_leaves_old_pledges_safe() {
	build_and_execute(|| {
		let ids = ["一号", "二号", "三号", "四号"].map(|filing_no| issue(filing_no, 100));
		ids.iter().for_each(|id| pledge(&[whole(*id)]));
		let fifth = issue("五号", 100);
		let offer =
			|| CarbonVoucher::offer_pledge(party(VILLAGE), lots(&[whole(fifth)]), BANK, terms());
		assert_ok!(offer());
		assert_ok!(propose(BANK, more()));
		withdraw_licence(BANK);

		assert_noop!(offer(), Error::<Test>::NotLicensed);
		let offered = LastPledge::<Test>::get();
		assert_noop!(
			CarbonVoucher::accept_pledge(party(BANK), offered),
			Error::<Test>::NotLicensed
		);
		assert_noop!(accept(VILLAGE, more()), Error::<Test>::NotLicensed);
		assert_ok!(drop_change(BANK));
		assert_noop!(propose(BANK, more()), Error::<Test>::NotLicensed);
		assert_noop!(propose(VILLAGE, more()), Error::<Test>::NotLicensed);

		in_default();
		let of = |id: u32| PledgeId(id);
		assert_ok!(CarbonVoucher::propose_pledge_change(party(BANK), of(1), agreement()));
		assert_ok!(CarbonVoucher::accept_pledge_change(party(VILLAGE), of(1), agreement()));
		assert_ok!(CarbonVoucher::propose_pledge_change(party(BANK), of(2), PledgeChange::Sale));
		assert_ok!(CarbonVoucher::sell_pledged(office(PLATFORM), of(2), proceeds(BUYER)));
		assert_ok!(CarbonVoucher::enforce_by_court(office(FORESTRY), of(3), proceeds(BANK)));
		let some_of = lots(&[some(ids[3], 10)]);
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), of(4), Some(some_of)));
		licence(THIRD);
		assert_ok!(CarbonVoucher::propose_pledge_change(party(BANK), of(4), assign(THIRD)));
		assert_ok!(CarbonVoucher::accept_pledge_change(party(THIRD), of(4), assign(THIRD)));
	});
}

#[test]
fn a_freeze_and_a_report_of_loss_stop_new_terms() {
	build_and_execute(|| {
		let first = pledged();
		assert_ok!(propose(BANK, more()));
		reported_lost(first);
		assert_noop!(accept(VILLAGE, more()), Error::<Test>::ReportedLost);
		frozen(first);
		assert_noop!(accept(VILLAGE, more()), Error::<Test>::Frozen);
		assert_ok!(drop_change(VILLAGE));
		assert_noop!(propose(VILLAGE, more()), Error::<Test>::Frozen);
	});
}

#[test]
fn changes_are_proposed_by_the_two_sides() {
	build_and_execute(|| {
		pledged();
		licence(THIRD);
		in_default();
		let later = PledgeChange::Terms(PledgeTerms { due: Day(DUE + 30), ..terms() });
		assert_noop!(propose(THIRD, later), Error::<Test>::NotOwner);
		for change in [assign(THIRD), agreement(), PledgeChange::Sale] {
			assert_noop!(propose(VILLAGE, change.clone()), Error::<Test>::NotPledgee);
			assert_noop!(propose(THIRD, change.clone()), Error::<Test>::NotPledgee);
			for origin in [RuntimeOrigin::root(), stranger(), office(PLATFORM), party(SUSPENDED)] {
				assert_noop!(
					CarbonVoucher::propose_pledge_change(origin.clone(), PLEDGE, change.clone()),
					BadOrigin
				);
				assert_noop!(
					CarbonVoucher::accept_pledge_change(origin.clone(), PLEDGE, change.clone()),
					BadOrigin
				);
				assert_noop!(CarbonVoucher::drop_pledge_change(origin, PLEDGE), BadOrigin);
			}
		}
	});
}

/// A peer's defect: what was approved was replaced afterwards, and nobody saw it.
#[test]
fn what_is_accepted_is_what_was_read() {
	build_and_execute(|| {
		pledged();
		assert_ok!(propose(BANK, more()));
		assert_noop!(propose(BANK, more()), Error::<Test>::ChangePending);
		assert_noop!(propose(VILLAGE, more()), Error::<Test>::ChangePending);
		assert_ok!(drop_change(BANK));
		let much_more = PledgeChange::Terms(PledgeTerms { secured: Fen(9_000_000_000), ..terms() });
		assert_ok!(propose(BANK, much_more));
		assert_noop!(accept(VILLAGE, more()), Error::<Test>::ChangeDiffers);
		assert_eq!(current().terms, terms());
	});
}

#[test]
fn everything_is_judged_again_when_a_change_is_accepted() {
	build_and_execute(|| {
		let first = pledged();
		assert_ok!(propose(BANK, more()));
		suspend(BANK);
		assert_noop!(accept(VILLAGE, more()), Error::<Test>::PartySuspended);
		reinstate(BANK);
		assert_noop!(accept(THIRD, more()), Error::<Test>::NotOwner);
		assert_noop!(accept(BANK, more()), Error::<Test>::NotOwner);
		pass_on(first, Ownership::Sole(BUYER));
		assert_noop!(accept(VILLAGE, more()), Error::<Test>::NotOwner);
		assert_ok!(accept(BUYER, more()));

		let later = PledgeTerms { due: Day(DUE + 1), secured: Fen(500_000_001), ..terms() };
		let later = PledgeChange::Terms(later);
		assert_ok!(propose(BUYER, later.clone()));
		suspend(BUYER);
		assert_noop!(accept(BANK, later.clone()), Error::<Test>::PartySuspended);
		reinstate(BUYER);
		pass_on(first, Ownership::Sole(THIRD));
		assert_noop!(accept(BANK, later), Error::<Test>::NotOwner);
	});
}

#[test]
fn terms_that_fall_due_before_they_are_accepted_are_void() {
	build_and_execute(|| {
		pledged();
		let last = TODAY.0 + u32::from(PERIODS.pledge_offer);
		// A short loan: it falls due on the last day on which the proposal stands.
		Pledges::<Test>::mutate(PLEDGE, |pledge| {
			pledge.as_mut().unwrap().terms.due = Day(last);
		});
		let PledgeChange::Terms(more) = more() else { unreachable!() };
		let change = PledgeChange::Terms(PledgeTerms { due: Day(last), ..more });
		assert_ok!(propose(BANK, change.clone()));
		set_day(last);
		assert_noop!(accept(VILLAGE, change), Error::<Test>::DuePast);
	});
}

#[test]
fn a_change_waits_to_its_last_day_and_not_longer() {
	build_and_execute(|| {
		pledged();
		assert_ok!(propose(BANK, more()));
		let expires = TODAY.0 + 1 + u32::from(PERIODS.pledge_offer);
		set_day(expires);
		assert_noop!(accept(VILLAGE, more()), Error::<Test>::Expired);
		set_day(expires - 1);
		assert_ok!(accept(VILLAGE, more()));
	});
}

#[test]
fn a_change_that_nobody_accepts_ends_on_its_day() {
	build_and_execute(|| {
		pledged();
		assert_ok!(propose(BANK, more()));
		let expires = PledgeChanges::<Test>::get(PLEDGE).unwrap().expires;
		CarbonVoucher::expire(expires, Expiry::PledgeChange(PLEDGE));
		assert_eq!(events().last(), Some(&Event::PledgeChangeExpired { pledge: PLEDGE }));
		nothing_waits();
		assert_eq!(current().terms, terms());
		CarbonVoucher::expire(expires, Expiry::PledgeChange(PLEDGE));
		assert_eq!(events().len(), 2);
		assert_ok!(propose(VILLAGE, more()));
	});
}

#[test]
fn a_change_is_taken_back_or_declined() {
	build_and_execute(|| {
		pledged();
		licence(THIRD);
		let dropped = |by| {
			assert_ok!(drop_change(by));
			let event = Event::PledgeChangeDropped { pledge: PLEDGE, by };
			assert_eq!(events().last(), Some(&event));
			nothing_waits();
		};
		assert_noop!(drop_change(BANK), Error::<Test>::NoChangePending);
		for by in [BANK, VILLAGE] {
			assert_ok!(propose(BANK, more()));
			assert_noop!(drop_change(THIRD), Error::<Test>::NotOwner);
			dropped(by);
			assert_ok!(propose(VILLAGE, more()));
			assert_noop!(drop_change(THIRD), Error::<Test>::NotPledgee);
			dropped(by);
		}
		for by in [BANK, THIRD] {
			assert_ok!(propose(BANK, assign(THIRD)));
			assert_noop!(drop_change(VILLAGE), Error::<Test>::NotReceiver);
			dropped(by);
		}
		in_default();
		for by in [BANK, VILLAGE] {
			assert_ok!(propose(BANK, agreement()));
			assert_noop!(drop_change(THIRD), Error::<Test>::NotOwner);
			dropped(by);
		}
		assert_ok!(propose(BANK, PledgeChange::Sale));
		assert_noop!(drop_change(VILLAGE), Error::<Test>::NotAwaited);
		// Also when it is too late to accept it.
		set_day(DUE + 100);
		dropped(BANK);
	});
}

#[test]
fn only_a_pledge_in_force_changes() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		let all = |error: fn() -> Error<Test>| {
			assert_noop!(propose(BANK, more()), error());
			assert_noop!(accept(VILLAGE, more()), error());
			assert_noop!(drop_change(BANK), error());
			assert_noop!(sell(proceeds(BUYER)), error());
			assert_noop!(order_of_court(proceeds(BUYER)), error());
		};
		all(|| Error::UnknownPledge);
		let of = lots(&[whole(first)]);
		assert_ok!(CarbonVoucher::offer_pledge(party(VILLAGE), of, BANK, terms()));
		all(|| Error::NotInPledge);
		assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PLEDGE));
		assert_noop!(accept(VILLAGE, more()), Error::<Test>::NoChangePending);
		assert_ok!(propose(BANK, more()));
		assert_ok!(CarbonVoucher::release_pledge(party(BANK), PLEDGE, None));
		nothing_waits();
		all(|| Error::NotInPledge);
	});
}

#[test]
fn h_a8_the_pledgees_right_passes_with_the_owners_opinion() {
	build_and_execute(|| {
		let first = pledged();
		licence(THIRD);
		assert_ok!(propose(BANK, assign(THIRD)));
		assert_eq!(current().pledgee, BANK);
		assert_noop!(accept(BANK, assign(THIRD)), Error::<Test>::NotReceiver);
		assert_noop!(accept(VILLAGE, assign(THIRD)), Error::<Test>::NotReceiver);
		assert_ok!(accept(THIRD, assign(THIRD)));
		assert_eq!((current().pledgee, current().owner), (THIRD, VILLAGE));
		assert_eq!(current().terms, terms());
		assert_eq!(
			events()[1..],
			[Event::PledgeAssigned { pledge: PLEDGE, from: BANK, to: THIRD }]
		);
		let record = last_record(first);
		let opinion = Opinion::Objects;
		assert_eq!(record.kind, RecordKind::PledgeAssigned { pledge: PLEDGE, opinion });
		assert_eq!(record.by, By::Party(THIRD, party_account(THIRD)));
		assert_eq!(record.counterparty, Some(THIRD));
		assert_eq!((record.reference, record.evidence), (text("流转1号"), Some(PAPER)));
		assert_eq!((voucher(first).edition, voucher(first).records), (1, 3));
		nothing_waits();

		let release = |by| CarbonVoucher::release_pledge(party(by), PLEDGE, None);
		assert_noop!(release(BANK), Error::<Test>::NotPledgee);
		assert_noop!(propose(BANK, assign(THIRD)), Error::<Test>::NotPledgee);
		assert_ok!(release(THIRD));
	});
}

#[test]
fn h_a8_the_right_passes_to_a_licensed_party_that_is_no_owner() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		pledge(&[whole(first), whole(second)]);
		let error = |to, error: Error<Test>| {
			assert_noop!(propose(BANK, assign(to)), error);
		};
		error(BANK, Error::SameOwner);
		error(NOBODY, Error::UnknownParty);
		error(SUSPENDED, Error::PartySuspended);
		error(THIRD, Error::NotLicensed);
		licence(THIRD);
		pass_on(second, common(&[(BUYER, 999_999), (THIRD, 1)]));
		error(THIRD, Error::OwnPledgee);
		pass_on(second, Ownership::Sole(BUYER));
		let of = |reference: Text<64>| {
			let (opinion, evidence) = (Opinion::Silent, PAPER);
			PledgeChange::Assign { to: THIRD, opinion, reference, evidence }
		};
		let unclean = vec![0xff].try_into().unwrap();
		assert_noop!(propose(BANK, of(unclean)), Error::<Test>::InvalidText);
		assert_ok!(propose(BANK, of(Text::new())));
		let accept = || accept(THIRD, of(Text::new()));

		withdraw_licence(THIRD);
		assert_noop!(accept(), Error::<Test>::NotLicensed);
		licence(THIRD);
		suspend(BANK);
		assert_noop!(accept(), Error::<Test>::PartySuspended);
		reinstate(BANK);
		pass_on(first, Ownership::Sole(THIRD));
		assert_noop!(accept(), Error::<Test>::OwnPledgee);
		pass_on(first, Ownership::Sole(VILLAGE));
		// The pledge passes, not the voucher.
		frozen(first);
		assert_ok!(accept());
		assert_eq!(last_record(second).reference, Text::<64>::new());
	});
}

#[test]
fn cc436_after_the_default_the_pledgee_takes_the_vouchers_by_agreement() {
	build_and_execute(|| {
		let first = pledged();
		assert_ok!(CarbonVoucher::split(party(VILLAGE), first, 1, kg(40)));
		let second = part(first, 2);
		in_default();
		let price = Fen(terms().secured.0 + 1);
		let agreed = Proceeds { price, surplus: Some(PAID_OUT), ..proceeds(BANK) };
		let change = PledgeChange::Agreement(agreed.clone());
		assert_ok!(propose(BANK, change.clone()));
		assert_noop!(accept(BANK, change.clone()), Error::<Test>::NotOwner);
		System::reset_events();
		assert_ok!(accept(VILLAGE, change));
		let way = Enforcement::Agreement;
		assert_eq!(events(), [Event::PledgeEnforced { pledge: PLEDGE, way, to: BANK, price }]);
		for (id, edition) in [(first, 3), (second, 2)] {
			assert_eq!(voucher(id).ownership, Ownership::Sole(BANK));
			assert_eq!(voucher(id).edition, edition);
			assert!(voucher(id).holds.is_empty());
			assert!(Holdings::<Test>::contains_key(BANK, id));
			assert!(!Holdings::<Test>::contains_key(VILLAGE, id));
			let record = last_record(id);
			assert_eq!(record.kind, RecordKind::Enforced(PLEDGE));
			assert_eq!(record.by, By::Party(VILLAGE, party_account(VILLAGE)));
			assert_eq!(record.counterparty, Some(BANK));
			assert_eq!((record.reference, record.evidence), (text("一号协议"), Some(PAPER)));
		}
		assert_eq!(page(second).len(), 2);
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		let range = KgRange { issuance: first.issuance, from: kg(0), to: kg(100) };
		assert_eq!(
			current().state,
			PledgeState::Ended {
				ranges: vec![range].try_into().unwrap(),
				since: TODAY,
				day: Day(DUE + 1),
				how: PledgeEnd::Enforced { way, proceeds: agreed },
			}
		);
		nothing_waits();
		assert_ok!(transfer(BANK, whole(first), BUYER, sale(1)));
	});
}

#[test]
fn cc428_a_forfeiture_cannot_be_agreed_beforehand() {
	build_and_execute(|| {
		let first = pledged();
		assert_noop!(propose(BANK, agreement()), Error::<Test>::NotInDefault);
		set_day(DUE);
		assert_noop!(propose(BANK, agreement()), Error::<Test>::NotInDefault);
		assert_noop!(accept(VILLAGE, agreement()), Error::<Test>::NoChangePending);
		// Were one agreed all the same, it would do nothing before the default.
		let expires = Day(DUE + 9);
		let pending = PendingChange { change: agreement(), proposer: BANK, expires };
		PledgeChanges::<Test>::insert(PLEDGE, pending);
		Expiries::<Test>::insert(expires, Expiry::PledgeChange(PLEDGE), ());
		assert_noop!(accept(VILLAGE, agreement()), Error::<Test>::NotInDefault);
		assert_eq!(voucher(first).ownership, Ownership::Sole(VILLAGE));
	});
}

#[test]
fn cc428_the_due_day_is_the_last_to_pay_and_nothing_is_enforced_before_it_is_over() {
	let ways: [fn() -> DispatchResult; 3] = [
		|| propose(BANK, agreement()),
		|| propose(BANK, PledgeChange::Sale),
		|| order_of_court(proceeds(BUYER)),
	];
	for way in ways {
		build_and_execute(|| {
			pledged();
			assert_noop!(way(), Error::<Test>::NotInDefault);
			set_day(DUE);
			assert_noop!(way(), Error::<Test>::NotInDefault);
			set_day(DUE + 1);
			assert_ok!(way());
		});
	}
	// A sale that was asked for is effected in the default only.
	build_and_execute(|| {
		pledged();
		in_default();
		assert_ok!(propose(BANK, PledgeChange::Sale));
		set_day(DUE);
		assert_noop!(sell(proceeds(BUYER)), Error::<Test>::NotInDefault);
		in_default();
		assert_ok!(sell(proceeds(BUYER)));
	});
}

#[test]
fn a_due_day_alone_releases_nothing() {
	build_and_execute(|| {
		let first = pledged();
		set_day(DUE + 1_000);
		assert!(matches!(current().state, PledgeState::Active { .. }));
		assert_noop!(
			transfer(VILLAGE, whole(first), BUYER, TransferCause::Gift),
			Error::<Test>::AlreadyPledged
		);
	});
}

#[test]
fn w18_what_is_pledged_changes_hands_by_enforcement_only() {
	build_and_execute(|| {
		let first = pledged();
		in_default();
		for to in [BUYER, BANK] {
			assert_noop!(
				transfer(VILLAGE, whole(first), to, sale(1)),
				Error::<Test>::AlreadyPledged
			);
		}
		assert_noop!(transfer(BANK, whole(first), BUYER, sale(1)), Error::<Test>::NotOwner);
		assert_noop!(request_offset(&[whole(first)]), Error::<Test>::AlreadyPledged);
		assert_ok!(propose(BANK, agreement()));
		assert_ok!(accept(VILLAGE, agreement()));
	});
}

#[test]
fn cc428_a_pledge_is_enforced_once() {
	let ways: [fn(); 3] = [
		|| {
			assert_ok!(propose(BANK, agreement()));
			assert_ok!(accept(VILLAGE, agreement()));
		},
		|| {
			assert_ok!(propose(BANK, PledgeChange::Sale));
			assert_ok!(sell(proceeds(BUYER)));
		},
		|| {
			assert_ok!(order_of_court(proceeds(BUYER)));
		},
	];
	for way in ways {
		build_and_execute(|| {
			pledged();
			in_default();
			way();
			let over = || Error::<Test>::NotInPledge;
			assert_noop!(propose(BANK, agreement()), over());
			assert_noop!(propose(BANK, PledgeChange::Sale), over());
			assert_noop!(accept(VILLAGE, agreement()), over());
			assert_noop!(sell(proceeds(BUYER)), over());
			assert_noop!(order_of_court(proceeds(BUYER)), over());
			assert_noop!(CarbonVoucher::release_pledge(party(BANK), PLEDGE, None), over());
			assert_eq!(Holds::<Test>::iter().count(), 0);
			nothing_waits();
		});
	}
}

#[test]
fn cc436_what_exceeds_the_secured_sum_is_paid_to_the_owner() {
	build_and_execute(|| {
		pledged();
		in_default();
		let secured = terms().secured.0;
		let bring = |price, surplus| Proceeds { price: Fen(price), surplus, ..proceeds(BANK) };
		{
			let proceeds = bring(secured + 1, None);
			let change = PledgeChange::Agreement(proceeds.clone());
			assert_noop!(propose(BANK, change), Error::<Test>::SurplusProof);
			assert_noop!(order_of_court(proceeds.clone()), Error::<Test>::SurplusProof);
			assert_ok!(propose(BANK, PledgeChange::Sale));
			assert_noop!(sell(proceeds), Error::<Test>::SurplusProof);
			assert_ok!(drop_change(BANK));
		}
		// Below it there is a surplus where part of the debt was paid.
		for right in [bring(secured, None), bring(1, None), bring(1, Some(PAID_OUT))] {
			assert_ok!(propose(BANK, PledgeChange::Agreement(right)));
			assert_ok!(drop_change(BANK));
		}
		assert_ok!(order_of_court(bring(secured + 1, Some(PAID_OUT))));
	});
}

#[test]
fn what_an_enforcement_must_say() {
	build_and_execute(|| {
		let first = pledged();
		in_default();
		let all = |wrong: Proceeds, error: fn() -> Error<Test>| {
			if wrong.to == BANK {
				let change = PledgeChange::Agreement(wrong.clone());
				assert_noop!(propose(BANK, change), error());
			}
			assert_ok!(propose(BANK, PledgeChange::Sale));
			assert_noop!(sell(wrong.clone()), error());
			assert_noop!(order_of_court(wrong), error());
			assert_ok!(drop_change(BANK));
		};
		let to_bank = || proceeds(BANK);
		all(Proceeds { price: Fen(0), ..to_bank() }, || Error::ZeroPrice);
		all(Proceeds { reference: text(""), ..to_bank() }, || Error::BlankText);
		let unclean = vec![0xff].try_into().unwrap();
		all(Proceeds { reference: unclean, ..to_bank() }, || Error::InvalidText);
		all(proceeds(NOBODY), || Error::UnknownParty);
		all(proceeds(SUSPENDED), || Error::PartySuspended);
		all(proceeds(VILLAGE), || Error::SameOwner);
		let revoke = |status| {
			IssuanceStates::<Test>::mutate(first.issuance, |state| {
				state.as_mut().unwrap().status = status;
			});
		};
		revoke(IssuanceStatus::Revoked);
		all(to_bank(), || Error::IssuanceRevoked);
		revoke(IssuanceStatus::Live);
	});
}

#[test]
fn cc436_by_agreement_the_pledgee_alone_takes_the_vouchers() {
	build_and_execute(|| {
		pledged();
		in_default();
		let to_another = PledgeChange::Agreement(proceeds(BUYER));
		assert_noop!(propose(BANK, to_another), Error::<Test>::NotToPledgee);
	});
}

#[test]
fn an_owner_of_a_part_may_receive_the_rest() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		pledge(&[whole(first), whole(second)]);
		pass_on(second, Ownership::Sole(BUYER));
		in_default();
		assert_ok!(order_of_court(proceeds(BUYER)));
		for id in [first, second] {
			assert_eq!(voucher(id).ownership, Ownership::Sole(BUYER));
		}
	});
}

#[test]
fn an_agreement_is_judged_again_when_it_is_accepted() {
	build_and_execute(|| {
		let first = pledged();
		in_default();
		assert_ok!(propose(BANK, agreement()));
		suspend(BANK);
		assert_noop!(accept(VILLAGE, agreement()), Error::<Test>::PartySuspended);
		reinstate(BANK);
		reported_lost(first);
		assert_noop!(accept(VILLAGE, agreement()), Error::<Test>::ReportedLost);
		frozen(first);
		assert_noop!(accept(VILLAGE, agreement()), Error::<Test>::Frozen);
	});
}

#[test]
fn cc301_owners_of_two_thirds_agree_for_all() {
	build_and_execute(|| {
		let shares = [(VILLAGE, 500_000), (BUYER, 166_667), (THIRD, 333_333)];
		let first = issue_in_common("一号", &shares, 100);
		pass_on(first, Ownership::Sole(VILLAGE));
		pledge(&[whole(first)]);
		pass_on(first, common(&shares));

		// Nobody proposes for the others.
		assert_noop!(propose(VILLAGE, more()), Error::<Test>::CoOwned);
		assert_ok!(propose(BANK, more()));
		assert_noop!(accept(VILLAGE, more()), Error::<Test>::CoOwned);
		assert_noop!(drop_change(VILLAGE), Error::<Test>::CoOwned);
		assert_noop!(accept_together(&[BUYER, THIRD], more()), Error::<Test>::CoOwned);
		assert_ok!(accept_together(&[BUYER, VILLAGE], more()));
		assert_eq!(last_record(first).by, By::Party(VILLAGE, party_account(VILLAGE)));

		in_default();
		assert_ok!(propose(BANK, agreement()));
		assert_noop!(accept(VILLAGE, agreement()), Error::<Test>::CoOwned);
		suspend(BUYER);
		assert_noop!(
			accept_together(&[BUYER, VILLAGE], agreement()),
			Error::<Test>::PartySuspended
		);
		assert_ok!(accept_together(&[THIRD, VILLAGE], agreement()));
		assert_eq!(voucher(first).ownership, Ownership::Sole(BANK));
		for owner in [VILLAGE, BUYER, THIRD] {
			assert!(!Holdings::<Test>::contains_key(owner, first));
		}
	});
}

#[test]
fn w11_after_a_succession_all_owners_of_what_is_pledged_agree() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		pledge(&[whole(first), whole(second)]);
		pass_on(first, Ownership::Sole(BUYER));
		pass_on(second, Ownership::Sole(THIRD));
		in_default();
		assert_ok!(propose(BANK, agreement()));
		// Who pledged them owns nothing of it any more.
		assert_noop!(accept(VILLAGE, agreement()), Error::<Test>::NotOwner);
		assert_noop!(accept(BUYER, agreement()), Error::<Test>::NotOwner);
		assert_noop!(accept(THIRD, agreement()), Error::<Test>::NotOwner);
		assert_ok!(accept_together(&[BUYER, THIRD], agreement()));
		for id in [first, second] {
			assert_eq!(voucher(id).ownership, Ownership::Sole(BANK));
		}
	});
}

#[test]
fn cc436_the_platform_sells_what_the_pledgee_asked_it_to() {
	build_and_execute(|| {
		let first = pledged();
		in_default();
		assert_noop!(sell(proceeds(BUYER)), Error::<Test>::NoChangePending);
		assert_ok!(propose(BANK, PledgeChange::Sale));
		assert_noop!(accept(VILLAGE, PledgeChange::Sale), Error::<Test>::NotAwaited);
		assert_noop!(accept(BANK, PledgeChange::Sale), Error::<Test>::NotAwaited);
		System::reset_events();
		assert_ok!(sell(proceeds(BUYER)));
		let (way, price) = (Enforcement::Sale, terms().secured);
		assert_eq!(events(), [Event::PledgeEnforced { pledge: PLEDGE, way, to: BUYER, price }]);
		assert_eq!(voucher(first).ownership, Ownership::Sole(BUYER));
		assert_eq!(voucher(first).edition, 2);
		let record = last_record(first);
		assert_eq!(record.by, By::Office(PLATFORM, office_account(PLATFORM)));
		assert_eq!((record.kind, record.counterparty), (RecordKind::Enforced(PLEDGE), Some(BUYER)));
		let PledgeState::Ended { how, .. } = current().state else { panic!() };
		assert_eq!(how, PledgeEnd::Enforced { way, proceeds: proceeds(BUYER) });
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
	});
}

#[test]
fn what_the_platform_cannot_sell() {
	build_and_execute(|| {
		let first = pledged();
		let later = PledgeChange::Terms(PledgeTerms { due: Day(DUE + 30), ..terms() });
		in_default();
		assert_ok!(propose(BANK, later));
		assert_noop!(sell(proceeds(BUYER)), Error::<Test>::NoChangePending);
		assert_ok!(drop_change(BANK));

		assert_ok!(propose(BANK, PledgeChange::Sale));
		let sell_by = |by| CarbonVoucher::sell_pledged(by, PLEDGE, proceeds(BUYER));
		assert_noop!(sell_by(office(FORESTRY)), pallet_schemes::Error::<Test>::DutyNotHeld);
		for origin in [RuntimeOrigin::root(), stranger(), party(BANK)] {
			assert_noop!(sell_by(origin), BadOrigin);
		}
		suspend(BANK);
		assert_noop!(sell(proceeds(BUYER)), Error::<Test>::PartySuspended);
		reinstate(BANK);
		reported_lost(first);
		assert_noop!(sell(proceeds(BUYER)), Error::<Test>::ReportedLost);
		frozen(first);
		assert_noop!(sell(proceeds(BUYER)), Error::<Test>::Frozen);
		assert_ok!(drop_change(BANK));
		assert_noop!(propose(BANK, PledgeChange::Sale), Error::<Test>::Frozen);
	});
}

#[test]
fn a_sale_is_asked_for_anew_when_it_took_too_long() {
	build_and_execute(|| {
		pledged();
		in_default();
		assert_ok!(propose(BANK, PledgeChange::Sale));
		let expires = PledgeChanges::<Test>::get(PLEDGE).unwrap().expires;
		set_day(expires.0);
		assert_noop!(sell(proceeds(BUYER)), Error::<Test>::Expired);
		set_day(expires.0 - 1);
		assert_ok!(sell(proceeds(BUYER)));
	});
}

#[test]
fn no_office_enforces_what_concerns_its_own_party() {
	let concerned: [(PartyId, fn(VoucherId)); 4] = [
		(BANK, |_| {}),
		(VILLAGE, |first| pass_on(first, common(&[(BUYER, 500_000), (THIRD, 500_000)]))),
		(THIRD, |first| pass_on(first, common(&[(BUYER, 500_000), (THIRD, 500_000)]))),
		(CAREFUL, |_| {}),
	];
	for (own, prepare) in concerned {
		build_and_execute(|| {
			prepare(pledged());
			in_default();
			assert_ok!(propose(BANK, PledgeChange::Sale));
			let names = Names { zh: text("机关"), en: text("office") };
			let belongs = |id, party| {
				let root = RuntimeOrigin::root();
				assert_ok!(Schemes::update_office(root, id, names.clone(), party));
			};
			belongs(PLATFORM, Some(own));
			assert_noop!(sell(proceeds(CAREFUL)), Error::<Test>::OwnApplication);
			belongs(PLATFORM, None);
			belongs(FORESTRY, Some(own));
			assert_noop!(order_of_court(proceeds(CAREFUL)), Error::<Test>::OwnApplication);
			assert_ok!(sell(proceeds(CAREFUL)));
		});
	}
}

#[test]
fn cc428_a_court_enforces_and_the_freeze_stays() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		pledge(&[whole(first), some(second, 50)]);
		let sold = part(second, 2);
		frozen(first);
		reported_lost(sold);
		in_default();
		// What waits for the other side is over with it.
		let later = PledgeChange::Terms(PledgeTerms { due: Day(DUE + 30), ..terms() });
		assert_noop!(propose(BANK, later), Error::<Test>::Frozen);
		licence(THIRD);
		assert_ok!(propose(BANK, assign(THIRD)));
		System::reset_events();
		assert_ok!(order_of_court(proceeds(BUYER)));
		let (way, price) = (Enforcement::Court, terms().secured);
		assert_eq!(events(), [Event::PledgeEnforced { pledge: PLEDGE, way, to: BUYER, price }]);
		for id in [first, sold] {
			assert_eq!(voucher(id).ownership, Ownership::Sole(BUYER));
			assert_eq!(voucher(id).edition, 2);
			let record = last_record(id);
			assert_eq!(record.by, By::Office(FORESTRY, office_account(FORESTRY)));
			assert_eq!(record.kind, RecordKind::Enforced(PLEDGE));
		}
		assert_eq!(CarbonVoucher::holds_of(first), [HoldKey::Freeze(FreezeId(1))]);
		assert_eq!(CarbonVoucher::holds_of(sold), [HoldKey::Loss(LossId(1))]);
		assert_eq!(voucher(second).ownership, Ownership::Sole(VILLAGE));
		assert_eq!(totals(WH), [200, 50, 150, 0, 0]);
		assert_eq!(PledgeChanges::<Test>::iter().count(), 0);
		assert_noop!(
			transfer(BUYER, whole(first), THIRD, TransferCause::Gift),
			Error::<Test>::Frozen
		);
	});
}

#[test]
fn an_order_of_court_is_entered_by_register_and_needs_nobody_else() {
	build_and_execute(|| {
		let first = pledged();
		in_default();
		let enter = |by| CarbonVoucher::enforce_by_court(by, PLEDGE, proceeds(BUYER));
		assert_noop!(enter(office(PLATFORM)), pallet_schemes::Error::<Test>::DutyNotHeld);
		for origin in [RuntimeOrigin::root(), stranger(), party(BANK)] {
			assert_noop!(enter(origin), BadOrigin);
		}
		suspend(BANK);
		suspend(VILLAGE);
		assert_ok!(enter(office(FORESTRY)));
		assert_eq!(voucher(first).ownership, Ownership::Sole(BUYER));
	});
}

/// A judgment lifts the pledge of a voucher.
fn lift(id: VoucherId) {
	let mut lifted = voucher(id);
	assert_ok!(CarbonVoucher::lift_pledge_by_law(PLEDGE, id, &mut lifted).map_err(raise));
	let entry = Entry::of(RecordKind::PledgeLifted(PLEDGE));
	CarbonVoucher::enter(id, lifted, By::Expiry, entry);
}

#[test]
fn a_judgment_lifts_a_pledge_voucher_by_voucher() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		pledge(&[whole(first), whole(second)]);
		assert_ok!(propose(BANK, more()));
		System::reset_events();
		lift(first);
		let (_, held) = CarbonVoucher::active_pledge(PLEDGE).unwrap();
		let rest: Ranges = vec![voucher(second).range(second.issuance)].try_into().unwrap();
		assert_eq!((held.ranges, held.vouchers), (rest.clone(), 1));
		assert_eq!(totals(WH), [200, 100, 100, 0, 0]);
		CarbonVoucher::do_try_state().unwrap();
		lift(second);
		assert_eq!(
			events(),
			[
				Event::PledgeLifted { pledge: PLEDGE, voucher: first },
				Event::PledgeLifted { pledge: PLEDGE, voucher: second }
			]
		);
		assert_eq!(totals(WH), [200, 200, 0, 0, 0]);
		let how = PledgeEnd::Lifted;
		let ended = PledgeState::Ended { ranges: rest, since: TODAY, day: TODAY, how };
		assert_eq!(current().state, ended);
		nothing_waits();
	});
}

#[test]
fn only_a_pledge_in_force_is_lifted() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		let mut lifted = voucher(first);
		let none = CarbonVoucher::lift_pledge_by_law(PledgeId(2), first, &mut lifted);
		assert_noop!(none.map_err(raise), Error::<Test>::UnknownPledge);
	});
}

#[test]
fn cc428_a_pledgee_that_became_an_owner_does_not_accept_its_own_proposal() {
	build_and_execute(|| {
		let first = pledged();
		pass_on(first, common(&[(BANK, 700_000), (VILLAGE, 300_000)]));
		in_default();
		assert_ok!(propose(BANK, agreement()));
		assert_noop!(accept(BANK, agreement()), Error::<Test>::NotOwner);
		assert_ok!(drop_change(BANK));
		assert_ok!(propose(BANK, PledgeChange::Sale));
	});
}

#[test]
fn nothing_leaves_a_pledge_while_a_change_of_it_waits() {
	build_and_execute(|| {
		let first = pledged();
		in_default();
		assert_ok!(propose(BANK, PledgeChange::Sale));
		let part = lots(&[some(first, 1)]);
		let release = || CarbonVoucher::release_pledge(party(BANK), PLEDGE, Some(part.clone()));
		assert_noop!(release(), Error::<Test>::ChangePending);
		assert_ok!(drop_change(BANK));
		assert_ok!(release());
	});
}
