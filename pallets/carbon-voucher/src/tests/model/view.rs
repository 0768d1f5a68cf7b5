//! Everything that can be seen, of the chain and of the plain ledger alike.

use super::ledger::Ledger;
use crate::{mock::*, *};
use codec::Encode;
use std::{
	collections::{BTreeMap, BTreeSet},
	fmt::Debug,
};
use tanpiao_support::*;

type Page = Vec<Record<AccountId>>;

/// What can be seen.
#[derive(Debug, PartialEq)]
struct View {
	issuances: BTreeMap<IssuanceId, Issuance>,
	parts: BTreeMap<IssuanceId, u32>,
	vouchers: BTreeMap<VoucherId, (KgRange, Ownership, VoucherState, u32)>,
	holds: BTreeMap<VoucherId, Vec<HoldKey>>,
	pages: BTreeMap<VoucherId, Page>,
	holdings: BTreeSet<(PartyId, VoucherId)>,
	totals: [SchemeTotals; 2],
	orders: BTreeMap<OrderId, TransferOrder>,
	pledges: BTreeMap<PledgeId, Pledge>,
	changes: BTreeMap<PledgeId, PendingChange>,
	freezes: BTreeMap<FreezeId, Freeze>,
	losses: BTreeMap<LossId, Loss>,
	escrows: BTreeMap<EscrowId, Escrow>,
	requests: BTreeMap<RequestId, OffsetRequest>,
	inspections: BTreeMap<InspectionId, Inspection>,
	certificates: BTreeMap<CertificateId, Certificate>,
	proposals: BTreeMap<ProposalId, Proposal>,
	share_offers: BTreeMap<ShareOfferId, ShareOffer>,
	ends: BTreeSet<Vec<u8>>,
	told: BTreeSet<EscrowId>,
}

/// What one sweep did to a voucher has no order.
fn settle(mut page: Page) -> Page {
	for run in page.chunk_by_mut(|one, next| [one, next].iter().all(|r| r.by == By::Expiry)) {
		run.sort_by_key(|record| record.kind.encode());
	}
	page
}

impl View {
	fn of_chain() -> Self {
		let live = |voucher: &Voucher| voucher.state == VoucherState::Live;
		let vouchers: BTreeMap<VoucherId, Voucher> = Vouchers::<Test>::iter().collect();
		Self {
			issuances: Issuances::<Test>::iter().collect(),
			parts: IssuanceStates::<Test>::iter().map(|(id, state)| (id, state.parts)).collect(),
			vouchers: vouchers
				.iter()
				.map(|(id, v)| {
					(*id, (v.range(id.issuance), v.ownership.clone(), v.state, v.edition))
				})
				.collect(),
			holds: vouchers
				.iter()
				.filter(|(_, voucher)| live(voucher))
				.map(|(id, _)| (*id, CarbonVoucher::holds_of(*id)))
				.collect(),
			pages: vouchers
				.iter()
				.map(|(id, voucher)| {
					let page = (0..voucher.records).map(|n| Records::<Test>::get(id, n).unwrap());
					(*id, settle(page.collect()))
				})
				.collect(),
			holdings: Holdings::<Test>::iter_keys().collect(),
			totals: [WH, HS].map(Totals::<Test>::get),
			orders: TransferOrders::<Test>::iter().collect(),
			pledges: Pledges::<Test>::iter().collect(),
			changes: PledgeChanges::<Test>::iter().collect(),
			freezes: Freezes::<Test>::iter().collect(),
			losses: Losses::<Test>::iter().collect(),
			escrows: Escrows::<Test>::iter().collect(),
			requests: OffsetRequests::<Test>::iter().collect(),
			inspections: Inspections::<Test>::iter().collect(),
			certificates: Certificates::<Test>::iter().collect(),
			proposals: Proposals::<Test>::iter().collect(),
			share_offers: ShareOffers::<Test>::iter().collect(),
			ends: Expiries::<Test>::iter_keys().map(|end| end.encode()).collect(),
			told: Told::get().into_iter().collect(),
		}
	}

	fn of_ledger(ledger: &Ledger) -> Self {
		let papers = || ledger.papers.iter();
		let live = || papers().filter(|(_, paper)| paper.is_live());
		let held = |hold| ledger.held(hold);
		Self {
			issuances: ledger.issuances.clone(),
			parts: ledger.issuances.keys().map(|id| (*id, ledger.parts(*id))).collect(),
			vouchers: papers()
				.map(|(id, paper)| {
					(*id, (ledger.range(*id), paper.owners.clone(), paper.state, paper.edition))
				})
				.collect(),
			holds: live().map(|(id, _)| (*id, ledger.on(*id))).collect(),
			pages: papers().map(|(id, paper)| (*id, settle(paper.page.clone()))).collect(),
			holdings: live()
				.flat_map(|(id, paper)| paper.owners.owners().map(|owner| (owner, *id)))
				.collect(),
			totals: [WH, HS].map(|scheme| ledger.totals(scheme)),
			orders: ledger.orders.clone(),
			pledges: ledger
				.pledges
				.iter()
				.map(|(id, pledge)| {
					let mut pledge = pledge.clone();
					if let PledgeState::Active { held: under, .. } = &mut pledge.state {
						*under = held(HoldKey::Pledge(*id));
					}
					(*id, pledge)
				})
				.collect(),
			changes: ledger.changes.clone(),
			freezes: filled(&ledger.freezes, |id, freeze| {
				freeze.held = held(HoldKey::Freeze(id));
			}),
			losses: filled(&ledger.losses, |id, loss| loss.held = held(HoldKey::Loss(id))),
			escrows: filled(&ledger.escrows, |id, escrow| {
				escrow.held = held(HoldKey::Escrow(id));
			}),
			requests: filled(&ledger.requests, |id, request| {
				request.held = held(HoldKey::OffsetRequest(id));
			}),
			inspections: ledger.inspections.clone(),
			certificates: ledger.certificates.clone(),
			proposals: ledger.proposals.clone(),
			share_offers: ledger.share_offers.clone(),
			ends: ledger.ends().iter().map(Encode::encode).collect(),
			told: ledger.told.clone(),
		}
	}
}

/// The objects with what they hold.
fn filled<K: Copy + Ord, V: Clone>(
	objects: &BTreeMap<K, V>,
	fill: impl Fn(K, &mut V),
) -> BTreeMap<K, V> {
	let mut objects = objects.clone();
	objects.iter_mut().for_each(|(id, object)| fill(*id, object));
	objects
}

impl Ledger {
	/// What a hold lies on, as its object tells.
	fn held(&self, hold: HoldKey) -> Held {
		let ranges = self.holds[&hold].clone().try_into().unwrap();
		Held { ranges, vouchers: self.under(hold).len() as u32 }
	}

	/// A scheme's kilograms.
	fn totals(&self, scheme: SchemeId) -> SchemeTotals {
		let mut totals = SchemeTotals::default();
		for (id, paper) in self.papers.iter().filter(|(id, _)| id.issuance.scheme == scheme) {
			let sort = match paper.state {
				VoucherState::Live if self.on(*id).is_empty() => &mut totals.free,
				VoucherState::Live => &mut totals.held,
				VoucherState::Offset(_) => &mut totals.offset,
				VoucherState::Merged(_) => continue,
			};
			sort.0 += paper.amount();
			totals.issued.0 += paper.amount();
		}
		totals
	}
}

/// Compares all that can be seen, and checks the chain's invariants; says where they differ.
pub fn compare(ledger: &Ledger) -> Result<(), String> {
	let (chain, plain) = (View::of_chain(), View::of_ledger(ledger));
	if chain != plain {
		return Err(difference(&chain, &plain));
	}
	CarbonVoucher::do_try_state().map_err(|error| format!("an invariant: {error:?}"))
}

/// The lines in which two things differ when they are printed.
fn difference(chain: &impl Debug, plain: &impl Debug) -> String {
	let (chain, plain) = (format!("{chain:#?}"), format!("{plain:#?}"));
	let (chain, plain): (Vec<&str>, Vec<&str>) = (chain.lines().collect(), plain.lines().collect());
	let same = chain.iter().zip(&plain).take_while(|(one, other)| one == other).count();
	let around =
		|lines: &[&str]| lines[same.saturating_sub(12)..lines.len().min(same + 8)].join("\n");
	format!("chain:\n{}\nmodel:\n{}", around(&chain), around(&plain))
}
