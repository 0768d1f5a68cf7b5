//! The table "Holds and acts" of the domain: every hold, every act, on the whole and on a part.

use super::*;
use frame_support::dispatch::DispatchResult;

/// What the domain says in a cell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Cell {
	/// No.
	No,
	/// The dash: the hold is what such an act would put there.
	Itself,
	/// Yes; the hold stays.
	Yes,
	/// Yes; what the hold is for waits.
	YesItWaits,
	/// Queues behind it.
	Queues,
	/// Suspended: nothing begins, what began before waits.
	Suspended,
	/// Copies, and merges with the same holds.
	Copies,
	/// Carries.
	Carries,
	/// May lift it.
	MayLift,
	/// Ends it first.
	EndsFirst,
}
use Cell::*;

/// The domain's columns. The last one of its table is what [`end`] does.
const COLUMNS: [Act; 9] = [
	Act::Transfer,
	Act::Succession,
	Act::Judgment,
	Act::Pledge,
	Act::Freeze,
	Act::LossReport,
	Act::List,
	Act::Offset,
	Act::Split,
];

/// The domain's table, written out.
#[rustfmt::skip]
const TABLE: [(HoldKind, [Cell; 9]); 5] = [
	//                        transfer   law       judgment   pledge freeze      loss        list       offset     split
	(HoldKind::Pledge,        [No,       Carries,   MayLift,   No,    Yes,        Yes,        No,        No,        Copies]),
	(HoldKind::Freeze,        [No,       Carries,   MayLift,   No,    Queues,     Yes,        Suspended, Suspended, Copies]),
	(HoldKind::Loss,          [No,       Yes,       Yes,       No,    Yes,        Itself,     Suspended, No,        No]),
	(HoldKind::Escrow,        [No,       EndsFirst, EndsFirst, No,    YesItWaits, YesItWaits, Itself,    No,        No]),
	(HoldKind::OffsetRequest, [No,       EndsFirst, EndsFirst, No,    YesItWaits, Yes,        No,        Itself,    No]),
];

/// What somebody is told whom this hold stops.
fn refusal(kind: HoldKind) -> Error<Test> {
	match kind {
		HoldKind::Pledge => Error::AlreadyPledged,
		HoldKind::Freeze => Error::Frozen,
		HoldKind::Loss => Error::ReportedLost,
		HoldKind::Escrow => Error::InEscrow,
		HoldKind::OffsetRequest => Error::OffsetPending,
	}
}

/// How much of a voucher.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Extent {
	Whole,
	Part,
}
use Extent::*;

fn cell(kind: HoldKind, act: Act) -> Cell {
	let (_, row) = TABLE.into_iter().find(|(hold, _)| *hold == kind).unwrap();
	row[COLUMNS.iter().position(|column| *column == act).unwrap()]
}

/// The act that puts a hold of this kind.
fn begins(kind: HoldKind) -> Act {
	match kind {
		HoldKind::Pledge => Act::Pledge,
		HoldKind::Freeze => Act::Freeze,
		HoldKind::Loss => Act::LossReport,
		HoldKind::Escrow => Act::List,
		HoldKind::OffsetRequest => Act::Offset,
	}
}

/// The hold that was put last of its kind.
fn latest(kind: HoldKind) -> HoldKey {
	match kind {
		HoldKind::Pledge => HoldKey::Pledge(LastPledge::<Test>::get()),
		HoldKind::Freeze => HoldKey::Freeze(LastFreeze::<Test>::get()),
		HoldKind::Loss => HoldKey::Loss(LastLoss::<Test>::get()),
		HoldKind::Escrow => HoldKey::Escrow(LastEscrow::<Test>::get()),
		HoldKind::OffsetRequest => HoldKey::OffsetRequest(LastRequest::<Test>::get()),
	}
}

fn offer(lot: Lot) -> DispatchResult {
	CarbonVoucher::offer_pledge(party(VILLAGE), lots(&[lot]), BANK, terms())
}

/// Does what the column says to a lot. A report of loss is of the whole paper; a split is of a part,
/// a merger of the whole with the village's second voucher.
fn begin(act: Act, lot: Lot) -> DispatchResult {
	match act {
		Act::Transfer => transfer(VILLAGE, lot, BUYER, sale(1)),
		Act::Succession => by_law(lot, THIRD, LawfulCause::Inheritance, &[]),
		Act::Judgment => by_law(lot, THIRD, LawfulCause::Judgment, &[]),
		Act::Pledge => {
			offer(lot)?;
			CarbonVoucher::accept_pledge(party(BANK), LastPledge::<Test>::get())
		}
		Act::Freeze => freeze(&[lot]),
		Act::LossReport => report_loss(lot.voucher),
		Act::List => keep(lot),
		Act::Offset => request_offset(&[lot]),
		Act::Split => match lot.amount {
			Some(amount) => CarbonVoucher::split(party(VILLAGE), lot.voucher, lot.edition, amount),
			None => merge(lot.voucher, part(lot.voucher, 2)),
		},
	}
}

fn merge(one: VoucherId, other: VoucherId) -> DispatchResult {
	let (edition, other_edition) = (voucher(one).edition, voucher(other).edition);
	CarbonVoucher::merge(party(VILLAGE), one, edition, other, other_edition)
}

/// All of a lot passes to somebody by law.
fn by_law(lot: Lot, to: PartyId, cause: LawfulCause, lifts: &[HoldKey]) -> DispatchResult {
	let amount = lot.amount.unwrap_or_else(|| voucher(lot.voucher).amount());
	let transfer = LawfulTransfer {
		lot,
		cause,
		to: Succession::Lot(vec![allot(to, amount.0)].try_into().unwrap()),
		lifts: lifts.to_vec().try_into().unwrap(),
		reference: text("（2026）鲁10民初1号"),
		evidence: EVIDENCE,
	};
	CarbonVoucher::enter_transfer(office(FORESTRY), transfer)
}

/// Ends a hold in the way that its row says.
fn end(hold: HoldKey) -> DispatchResult {
	match hold {
		HoldKey::Pledge(id) => CarbonVoucher::release_pledge(party(BANK), id, None)
			.map(|_| ())
			.map_err(|failed| failed.error),
		HoldKey::Freeze(id) => {
			CarbonVoucher::lift_freeze(office(FORESTRY), id, text("解冻1号"), EVIDENCE)
		}
		HoldKey::Loss(id) => CarbonVoucher::report_found(party(VILLAGE), id),
		HoldKey::Escrow(id) => CarbonVoucher::close(id, platform()),
		HoldKey::OffsetRequest(id) => CarbonVoucher::withdraw_offset(party(VILLAGE), id),
	}
}

/// Brings what a hold is for to its end: a delivery, a certificate.
fn complete(hold: HoldKey) -> DispatchResult {
	match hold {
		HoldKey::Escrow(id) => deliver(id, BUYER),
		HoldKey::OffsetRequest(id) => CarbonVoucher::certify_offset(office(ECOLOGY), id, EVIDENCE),
		_ => panic!("nothing comes of {hold:?}"),
	}
}

/// The vouchers under a hold.
fn under(hold: HoldKey) -> Vec<VoucherId> {
	let mut found: Vec<_> =
		Holds::<Test>::iter_keys().filter(|(_, key)| *key == hold).map(|(id, _)| id).collect();
	found.sort_unstable();
	found
}

/// How many kilograms are under a hold.
fn held(hold: HoldKey) -> u64 {
	under(hold).into_iter().map(|id| voucher(id).amount().0).sum()
}

fn lot_of(id: VoucherId, extent: Extent) -> Lot {
	match extent {
		Whole => whole(id),
		Part => some(id, 30),
	}
}

/// The village's two vouchers, 100 kg each, and a hold on the first or on its upper 60 kg. Returns
/// the voucher that is held, and the hold.
fn ground(kind: HoldKind, on: Extent) -> (VoucherId, HoldKey) {
	let [first, _] = neighbours("一号", 100, 100);
	let lot = match (kind, on) {
		(HoldKind::Loss, Part) => {
			assert_ok!(begin(Act::Split, some(first, 60)));
			whole(part(first, 3))
		}
		(_, Part) => some(first, 60),
		(_, Whole) => whole(first),
	};
	assert_ok!(begin(begins(kind), lot));
	let hold = latest(kind);
	let on = under(hold);
	assert_eq!(on.len(), 1);
	(on[0], hold)
}

/// The voucher that a lot became, or would be.
fn taken(lot: Lot) -> VoucherId {
	match lot.amount {
		None => lot.voucher,
		Some(_) => {
			let last = IssuanceStates::<Test>::get(lot.voucher.issuance).unwrap().parts;
			part(lot.voucher, last)
		}
	}
}

/// One cell, through the calls.
fn check(kind: HoldKind, act: Act, on: Extent, of: Extent) {
	let (id, hold) = ground(kind, on);
	let before = held(hold);
	let lot = lot_of(id, of);
	match cell(kind, act) {
		No | Itself => {
			assert_noop!(begin(act, lot), refusal(kind));
			if act == Act::Transfer {
				assert_noop!(transfer(VILLAGE, lot, BUYER, TransferCause::Gift), refusal(kind));
			}
		}
		Yes if matches!(act, Act::Succession | Act::Judgment) => {
			// No judgment lifts it: the paper has not come back by that.
			let judge = || by_law(lot, THIRD, LawfulCause::Judgment, &[hold]);
			assert_noop!(judge(), Error::<Test>::CannotLift);
			assert_ok!(begin(act, lot));
			carried(lot, hold, before);
		}
		Yes => began(act, lot, hold, before),
		YesItWaits => {
			began(act, lot, hold, before);
			let other = match act {
				Act::Freeze => HoldKind::Freeze,
				Act::LossReport => HoldKind::Loss,
				_ => panic!("{act:?} lets nothing wait"),
			};
			waits(hold, other);
		}
		Queues => {
			began(act, lot, hold, before);
			let next = latest(HoldKind::Freeze);
			let both = taken(lot);
			assert_eq!(CarbonVoucher::holds_of(both), [hold, next]);
			assert_ok!(end(hold));
			assert_noop!(begin(Act::Transfer, whole(both)), refusal(HoldKind::Freeze));
			assert_ok!(end(next));
			assert_ok!(begin(Act::Transfer, whole(both)));
		}
		Suspended => {
			assert_noop!(begin(act, lot), refusal(kind));
			assert_ok!(end(hold));
			// Now the other way round: what the act is for began before.
			let lot = lot_of(id, of);
			assert_ok!(begin(act, lot));
			let waiting =
				latest(if act == Act::List { HoldKind::Escrow } else { HoldKind::OffsetRequest });
			assert_ok!(begin(begins(kind), whole(taken(lot))));
			waits(waiting, kind);
		}
		Copies => copies(lot, hold, before),
		Carries => {
			assert_ok!(begin(act, lot));
			carried(lot, hold, before);
		}
		MayLift => {
			assert_ok!(begin(act, lot));
			carried(lot, hold, before);
			let passed = taken(lot);
			assert_ok!(by_law(whole(passed), BUYER, LawfulCause::Judgment, &[hold]));
			assert!(!under(hold).contains(&passed));
			assert_eq!(held(hold), before - voucher(passed).amount().0);
		}
		EndsFirst => {
			assert_ok!(begin(act, lot));
			assert_eq!(voucher(taken(lot)).ownership, Ownership::Sole(THIRD));
			assert_eq!(under(hold), []);
			if let HoldKey::Escrow(escrow) = hold {
				assert_eq!(Told::get(), [escrow]);
			}
		}
	}
}

/// Does a permitted act that puts a hold: the hold before it stays on all that it lay on.
fn began(act: Act, lot: Lot, hold: HoldKey, before: u64) {
	assert_ok!(begin(act, lot));
	let kind = HoldKind::ALL.into_iter().find(|kind| begins(*kind) == act).unwrap();
	let new = latest(kind);
	assert_eq!(held(hold), before);
	let lies_on = if act == Act::LossReport { lot.voucher } else { taken(lot) };
	assert_eq!(under(new), [lies_on]);
	assert!(under(hold).contains(&lies_on));
}

/// What an escrow or a request is for waits while another hold is there, and goes on after it.
fn waits(hold: HoldKey, other: HoldKind) {
	assert_noop!(complete(hold), refusal(other));
	assert_ok!(end(latest(other)));
	let all = under(hold);
	assert_ok!(complete(hold));
	for id in all {
		let done = match hold.kind() {
			HoldKind::Escrow => voucher(id).ownership == Ownership::Sole(BUYER),
			_ => matches!(voucher(id).state, VoucherState::Offset(_)),
		};
		assert!(done);
	}
}

/// A split copies the hold; a merger needs the same on both sides.
fn copies(lot: Lot, hold: HoldKey, before: u64) {
	let id = lot.voucher;
	let split_off = match lot.amount {
		Some(_) => lot,
		None => {
			assert_noop!(begin(Act::Split, lot), Error::<Test>::DifferentHolds);
			some(id, 1)
		}
	};
	assert_ok!(begin(Act::Split, split_off));
	let upper = taken(split_off);
	assert_eq!(under(hold), [id, upper]);
	assert_eq!(held(hold), before);
	assert_ok!(merge(upper, id));
	assert_eq!(under(hold), [id]);
	assert_eq!(held(hold), before);
}

/// The lot has its heir, and the hold stays on all that it lay on.
fn carried(lot: Lot, hold: HoldKey, before: u64) {
	let passed = taken(lot);
	assert_eq!(voucher(passed).ownership, Ownership::Sole(THIRD));
	assert!(under(hold).contains(&passed));
	assert_eq!(held(hold), before);
}

/// A column, for every hold, on the whole and on a part, acted upon wholly and in part.
fn column(act: Act) {
	for kind in HoldKind::ALL {
		for on in [Whole, Part] {
			for of in [Whole, Part] {
				// Shown when it fails.
				println!("{kind:?} on {on:?}, {act:?} of {of:?}");
				build_and_execute(|| check(kind, act, on, of));
			}
		}
	}
}

#[test]
fn w18_no_hold_lets_a_sale_or_a_gift_pass() {
	column(Act::Transfer);
}

#[test]
fn w11_universal_succession_carries_or_ends_holds() {
	column(Act::Succession);
}

#[test]
fn w11_a_judgment_carries_lifts_or_ends_holds() {
	column(Act::Judgment);
}

#[test]
fn w18_what_is_held_is_not_pledged() {
	column(Act::Pledge);
}

#[test]
fn w20_h6_a_freeze_comes_to_every_hold() {
	column(Act::Freeze);
}

#[test]
fn w9_h12_a_loss_is_reported_under_every_other_hold() {
	column(Act::LossReport);
}

#[test]
fn w18_w20_w9_what_is_held_is_not_listed() {
	column(Act::List);
}

#[test]
fn w19_what_is_held_is_not_offset() {
	column(Act::Offset);
}

#[test]
fn w18_w20_pledged_and_frozen_vouchers_split_and_merge() {
	column(Act::Split);
}

#[test]
fn the_table_in_code_is_the_domains() {
	assert_eq!(COLUMNS, Act::ALL);
	assert_eq!(TABLE.map(|(kind, _)| kind), HoldKind::ALL);
	for (kind, row) in TABLE {
		for (act, cell) in COLUMNS.into_iter().zip(row) {
			let law = matches!(act, Act::Succession | Act::Judgment);
			let effect = match cell {
				No | Itself => Effect::Forbids,
				Yes if law => Effect::Carries,
				Yes | YesItWaits | Queues | Copies => Effect::Permits,
				Suspended => Effect::Suspends,
				Carries | MayLift => Effect::Carries,
				EndsFirst => Effect::EndsFirst,
			};
			assert_eq!(kind.on(act), effect, "{kind:?}, {act:?}");
		}
	}
}

#[test]
fn every_hold_ends_and_leaves_the_voucher_free() {
	for kind in HoldKind::ALL {
		for on in [Whole, Part] {
			println!("{kind:?} on {on:?}");
			build_and_execute(|| {
				let (id, hold) = ground(kind, on);
				let amount = voucher(id).amount().0;
				assert_eq!(totals(WH), [200, 200 - amount, amount, 0, 0]);
				assert_ok!(end(hold));
				assert_eq!(totals(WH), [200, 200, 0, 0, 0]);
				assert!(voucher(id).holds.is_empty());
				assert_ok!(begin(Act::Transfer, whole(id)));
			});
		}
	}
}

/// The acts that this pallet's owners and offices do one after another; those by law have their own.
fn acts() -> impl Iterator<Item = Act> {
	let law = |act: &Act| matches!(act, Act::Succession | Act::Judgment);
	COLUMNS.into_iter().filter(move |act| !law(act))
}

#[test]
fn a_hold_on_a_part_leaves_the_rest_free() {
	for kind in HoldKind::ALL {
		for act in acts() {
			println!("{kind:?}, {act:?}");
			build_and_execute(|| {
				let (held_part, _) = ground(kind, Part);
				let rest = part(held_part, 1);
				assert_eq!(voucher(rest).amount(), kg(40));
				assert_ok!(begin(act, lot_of(rest, Part)));
			});
		}
	}
}

#[test]
fn holds_together_forbid_what_either_forbids() {
	for kind in HoldKind::ALL {
		for other in HoldKind::ALL {
			let came = matches!(cell(kind, begins(other)), Yes | YesItWaits);
			if !came {
				continue;
			}
			for act in acts() {
				println!("{kind:?}, then {other:?}, {act:?}");
				build_and_execute(|| {
					let (id, _) = ground(kind, Whole);
					assert_ok!(begin(begins(other), whole(id)));
					// The refusal is that of the first hold in the order of the table.
					let stops = HoldKind::ALL.into_iter().find(|held| {
						[kind, other].contains(held)
							&& matches!(cell(*held, act), No | Itself | Suspended)
					});
					let lot = lot_of(id, Part);
					let Some(stops) = stops else {
						assert_ok!(begin(act, lot));
						return;
					};
					assert_noop!(begin(act, lot), refusal(stops));
				});
			}
		}
	}
}

#[test]
fn each_of_two_holds_ends_by_itself() {
	for kind in HoldKind::ALL {
		for other in HoldKind::ALL {
			if !matches!(cell(kind, begins(other)), Yes | YesItWaits | Queues) {
				continue;
			}
			for first_goes in [true, false] {
				println!("{kind:?}, then {other:?}, the first goes first: {first_goes}");
				build_and_execute(|| {
					let (id, hold) = ground(kind, Whole);
					assert_ok!(begin(begins(other), whole(id)));
					let later = latest(other);
					let (goes, stays) = if first_goes { (hold, later) } else { (later, hold) };
					assert_ok!(end(goes));
					assert_eq!(CarbonVoucher::holds_of(id), [stays]);
					assert!(voucher(id).holds.contains(stays.kind()));
					assert_eq!(totals(WH), [200, 100, 100, 0, 0]);
					assert_ok!(end(stays));
					assert_eq!(totals(WH), [200, 200, 0, 0, 0]);
				});
			}
		}
	}
}

#[test]
fn what_waits_without_a_hold_is_judged_on_the_day_it_is_completed() {
	for kind in HoldKind::ALL {
		println!("{kind:?}");
		build_and_execute(|| {
			let [first, _] = neighbours("一号", 100, 100);
			assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
			assert_ok!(offer(whole(first)));
			let offered = LastPledge::<Test>::get();
			assert_ok!(begin(begins(kind), whole(first)));
			let hold = latest(kind);
			let accept = || CarbonVoucher::accept_transfer(party(CAREFUL), OrderId(1));
			assert_noop!(accept(), refusal(kind));
			assert_noop!(CarbonVoucher::accept_pledge(party(BANK), offered), refusal(kind));
			assert_ok!(end(hold));
			assert_ok!(accept());
		});
	}
}
