//! The plain ledger: kilograms, who owns them and what lies on them.
//!
//! Written from the domain. It has no flags, no indexes, no queues and no counters: what lies on a
//! voucher is what overlaps it, and what is over is found by looking at the day.

use super::table::may_begin;
use crate::{mock::*, Error as No, *};
use frame_support::ensure;
use sp_runtime::DispatchError;
use std::collections::{BTreeMap, BTreeSet};
use tanpiao_support::*;

/// What the ledger says to an act.
pub type Answer = Result<(), DispatchError>;

/// Who signs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Who {
	Party(PartyId),
	Office(OfficeId),
	Stranger,
}

/// A voucher, burnt and merged ones included.
#[derive(Clone)]
pub struct Paper {
	pub from: u64,
	pub to: u64,
	pub owners: Ownership,
	pub state: VoucherState,
	pub edition: u32,
	pub page: Vec<Record<AccountId>>,
}

impl Paper {
	pub fn amount(&self) -> u64 {
		self.to - self.from
	}

	pub fn is_live(&self) -> bool {
		self.state == VoucherState::Live
	}
}

/// What a record says beside what is clear from where it stands.
#[derive(Clone)]
pub struct Note {
	pub kind: RecordKind,
	pub counterparty: Option<PartyId>,
	pub reference: Text<64>,
	pub evidence: Option<DocumentHash>,
}

impl Note {
	pub fn of(kind: RecordKind) -> Self {
		Self { kind, counterparty: None, reference: Text::new(), evidence: None }
	}

	pub fn to(self, party: PartyId) -> Self {
		Self { counterparty: Some(party), ..self }
	}

	pub fn paper(self, reference: &Text<64>, evidence: Option<DocumentHash>) -> Self {
		Self { reference: reference.clone(), evidence, ..self }
	}
}

/// The last numbers given.
#[derive(Clone, Default)]
pub struct Numbers {
	pub order: u32,
	pub pledge: u32,
	pub request: u32,
	pub freeze: u32,
	pub loss: u32,
	pub escrow: u32,
	pub inspection: u32,
	pub proposal: u32,
	pub share_offer: u32,
}

/// Everything that is known.
#[derive(Clone)]
pub struct Ledger {
	pub today: Day,
	pub suspended: BTreeSet<PartyId>,
	pub careful: BTreeSet<PartyId>,
	pub licensed: BTreeSet<(SchemeId, PartyId)>,
	pub duties: BTreeMap<(SchemeId, Duty), OfficeId>,
	pub issuances: BTreeMap<IssuanceId, Issuance>,
	pub papers: BTreeMap<VoucherId, Paper>,
	/// The kilograms under each hold. What it is about stands below, without them.
	pub holds: BTreeMap<HoldKey, Vec<KgRange>>,
	pub pledges: BTreeMap<PledgeId, Pledge>,
	pub changes: BTreeMap<PledgeId, PendingChange>,
	pub freezes: BTreeMap<FreezeId, Freeze>,
	pub losses: BTreeMap<LossId, Loss>,
	pub escrows: BTreeMap<EscrowId, Escrow>,
	pub requests: BTreeMap<RequestId, OffsetRequest>,
	pub orders: BTreeMap<OrderId, TransferOrder>,
	pub inspections: BTreeMap<InspectionId, Inspection>,
	pub certificates: BTreeMap<CertificateId, Certificate>,
	pub proposals: BTreeMap<ProposalId, Proposal>,
	pub share_offers: BTreeMap<ShareOfferId, ShareOffer>,
	/// Escrows of whose end the market was told.
	pub told: BTreeSet<EscrowId>,
	pub last: Numbers,
}

/// In place of the kilograms of a hold, which the ledger keeps apart.
pub fn elsewhere() -> Held {
	Held { ranges: Ranges::new(), vouchers: 0 }
}

/// The offices' own parties.
pub fn party_of(office: OfficeId) -> Option<PartyId> {
	match office {
		FORESTRY => Some(FORESTRY_PARTY),
		ECOLOGY => Some(ECOLOGY_PARTY),
		_ => None,
	}
}

/// Which scheme's sales the trading platform effects (H13).
pub fn effecting(scheme: SchemeId, cause: TransferCause) -> Option<Duty> {
	(scheme == HS && matches!(cause, TransferCause::Sale { .. })).then_some(Duty::OperateMarket)
}

/// Checks a text that must be there.
pub fn readable(text: &[u8]) -> Answer {
	match check_text(text) {
		Ok(()) => Ok(()),
		Err(TextError::Empty) => Err(No::<Test>::BlankText.into()),
		Err(TextError::Malformed) => Err(No::<Test>::InvalidText.into()),
	}
}

/// Checks a text that may be left out.
pub fn readable_if_any(text: &[u8]) -> Answer {
	if text.is_empty() {
		return Ok(());
	}
	readable(text)
}

impl Ledger {
	/// The ledger as the tests' chain begins.
	pub fn new() -> Self {
		let duties = [
			(Duty::Register, FORESTRY),
			(Duty::Issue, FORESTRY),
			(Duty::CertifyOffset, ECOLOGY),
			(Duty::Supervise, ECOLOGY),
			(Duty::OperateMarket, PLATFORM),
		];
		let both = [WH, HS];
		Self {
			today: TODAY,
			suspended: [SUSPENDED].into(),
			careful: [CAREFUL].into(),
			licensed: both.into_iter().map(|scheme| (scheme, BANK)).collect(),
			duties: both
				.into_iter()
				.flat_map(|scheme| duties.map(|(duty, office)| ((scheme, duty), office)))
				.collect(),
			issuances: BTreeMap::new(),
			papers: BTreeMap::new(),
			holds: BTreeMap::new(),
			pledges: BTreeMap::new(),
			changes: BTreeMap::new(),
			freezes: BTreeMap::new(),
			losses: BTreeMap::new(),
			escrows: BTreeMap::new(),
			requests: BTreeMap::new(),
			orders: BTreeMap::new(),
			inspections: BTreeMap::new(),
			certificates: BTreeMap::new(),
			proposals: BTreeMap::new(),
			share_offers: BTreeMap::new(),
			told: BTreeSet::new(),
			last: Numbers::default(),
		}
	}

	/// Does all of it or nothing.
	pub fn whole_or_nothing(&mut self, act: impl FnOnce(&mut Self) -> Answer) -> Answer {
		let before = self.clone();
		let answer = act(self);
		if answer.is_err() {
			*self = before;
		}
		answer
	}

	/// The party that signs; a suspended one cannot.
	pub fn party(&self, who: Who) -> Result<PartyId, DispatchError> {
		match who {
			Who::Party(party) if self.is_active(party) => Ok(party),
			_ => Err(DispatchError::BadOrigin),
		}
	}

	/// The office that signs.
	pub fn office(&self, who: Who) -> Result<OfficeId, DispatchError> {
		match who {
			Who::Office(office) => Ok(office),
			_ => Err(DispatchError::BadOrigin),
		}
	}

	/// The office or the party that signs.
	pub fn anybody(&self, who: Who) -> Result<Who, DispatchError> {
		match who {
			Who::Office(_) => Ok(who),
			_ => self.party(who).map(Who::Party),
		}
	}

	pub fn exists(&self, party: PartyId) -> bool {
		(1..=8).contains(&party.0)
	}

	pub fn is_active(&self, party: PartyId) -> bool {
		self.exists(party) && !self.suspended.contains(&party)
	}

	/// Checks that a party can be given something or give it.
	pub fn active(&self, party: PartyId) -> Answer {
		ensure!(self.exists(party), No::<Test>::UnknownParty);
		ensure!(self.is_active(party), No::<Test>::PartySuspended);
		Ok(())
	}

	pub fn all_active(&self, parties: &[PartyId]) -> Answer {
		parties.iter().try_for_each(|party| self.active(*party))
	}

	/// Checks that an office has a duty, and that what it does concerns no party of its own.
	pub fn duty(
		&self,
		office: OfficeId,
		scheme: SchemeId,
		duty: Duty,
		concerned: &[PartyId],
	) -> Answer {
		let holds = self.duties.get(&(scheme, duty)) == Some(&office);
		ensure!(holds, pallet_schemes::Error::<Test>::DutyNotHeld);
		let own = party_of(office).is_some_and(|own| concerned.contains(&own));
		ensure!(!own, No::<Test>::OwnApplication);
		Ok(())
	}

	pub fn paper(&self, id: VoucherId) -> Result<&Paper, DispatchError> {
		Ok(self.papers.get(&id).ok_or(No::<Test>::UnknownVoucher)?)
	}

	/// A voucher in circulation.
	pub fn live(&self, id: VoucherId) -> Result<&Paper, DispatchError> {
		let paper = self.paper(id)?;
		match paper.state {
			VoucherState::Live => Ok(paper),
			VoucherState::Offset(_) => Err(No::<Test>::AlreadyOffset.into()),
			VoucherState::Merged(_) => Err(No::<Test>::AlreadyMerged.into()),
		}
	}

	/// Checks that these may dispose of a voucher.
	pub fn disposable(&self, id: VoucherId, signers: &[PartyId]) -> Answer {
		let owners = &self.live(id)?.owners;
		ensure!(owners.owners().any(|owner| signers.contains(&owner)), No::<Test>::NotOwner);
		ensure!(may_dispose(owners, signers), No::<Test>::CoOwned);
		Ok(())
	}

	/// Checks that the paper shown is the current one, and that no hold forbids the act.
	pub fn free_for(&self, id: VoucherId, edition: u32, act: Act) -> Answer {
		ensure!(self.live(id)?.edition == edition, No::<Test>::StaleEdition);
		self.unforbidden(id, None, act)
	}

	/// Checks that no hold forbids an act, `own` left out.
	pub fn unforbidden(&self, id: VoucherId, own: Option<HoldKind>, act: Act) -> Answer {
		let mut kinds: Vec<HoldKind> = self.on(id).iter().map(HoldKey::kind).collect();
		kinds.retain(|kind| Some(*kind) != own && !may_begin(*kind, act));
		match kinds.first() {
			None => Ok(()),
			Some(HoldKind::Pledge) => Err(No::<Test>::AlreadyPledged.into()),
			Some(HoldKind::Freeze) => Err(No::<Test>::Frozen.into()),
			Some(HoldKind::Loss) => Err(No::<Test>::ReportedLost.into()),
			Some(HoldKind::Escrow) => Err(No::<Test>::InEscrow.into()),
			Some(HoldKind::OffsetRequest) => Err(No::<Test>::OffsetPending.into()),
		}
	}

	/// Checks that a lot's amount is there.
	pub fn measured(&self, lot: &Lot) -> Answer {
		let Some(amount) = lot.amount else { return Ok(()) };
		ensure!(amount.0 > 0, No::<Test>::ZeroAmount);
		ensure!(amount.0 <= self.live(lot.voucher)?.amount(), No::<Test>::AmountTooLarge);
		Ok(())
	}

	/// Checks a lot whose owners want to act.
	pub fn lot(&self, signers: &[PartyId], lot: &Lot, act: Act) -> Answer {
		self.disposable(lot.voucher, signers)?;
		self.free_for(lot.voucher, lot.edition, act)?;
		self.measured(lot)
	}

	/// Checks lots that go together, and returns their scheme.
	pub fn lots(
		&self,
		lots: &[Lot],
		check: impl Fn(&Lot) -> Answer,
	) -> Result<SchemeId, DispatchError> {
		let scheme = lots.first().ok_or(No::<Test>::NoLots)?.voucher.issuance.scheme;
		for (at, lot) in lots.iter().enumerate() {
			ensure!(lot.voucher.issuance.scheme == scheme, No::<Test>::MixedSchemes);
			let named = lots[..at].iter().any(|other| other.voucher == lot.voucher);
			ensure!(!named, No::<Test>::RepeatedLot);
			check(lot)?;
		}
		Ok(scheme)
	}

	/// The range of a voucher.
	pub fn range(&self, id: VoucherId) -> KgRange {
		let paper = &self.papers[&id];
		KgRange { issuance: id.issuance, from: kg(paper.from), to: kg(paper.to) }
	}

	/// The holds on a voucher.
	pub fn on(&self, id: VoucherId) -> Vec<HoldKey> {
		let paper = &self.papers[&id];
		if !paper.is_live() {
			return Vec::new();
		}
		let covers = |range: &KgRange| {
			range.issuance == id.issuance && range.from.0 < paper.to && paper.from < range.to.0
		};
		let lies = |ranges: &Vec<KgRange>| ranges.iter().any(covers);
		self.holds.iter().filter(|(_, ranges)| lies(ranges)).map(|(hold, _)| *hold).collect()
	}

	/// The vouchers under a hold, range by range.
	pub fn under(&self, hold: HoldKey) -> Vec<VoucherId> {
		let ranges = self.holds.get(&hold).map_or(&[][..], Vec::as_slice);
		ranges.iter().flat_map(|range| self.within(range)).collect()
	}

	/// The vouchers in a range, from its lowest kilogram on.
	pub fn within(&self, range: &KgRange) -> Vec<VoucherId> {
		let first = VoucherId { issuance: range.issuance, part: 0 };
		let last = VoucherId { issuance: range.issuance, part: u32::MAX };
		let mut found: Vec<_> = self
			.papers
			.range(first..=last)
			.filter(|(_, paper)| !matches!(paper.state, VoucherState::Merged(_)))
			.filter(|(_, paper)| range.from.0 <= paper.from && paper.to <= range.to.0)
			.map(|(id, paper)| (paper.from, *id))
			.collect();
		found.sort_unstable();
		found.into_iter().map(|(_, id)| id).collect()
	}

	/// All who own what is under a hold.
	pub fn owners_under(&self, hold: HoldKey) -> Vec<PartyId> {
		let vouchers = self.under(hold);
		vouchers.iter().flat_map(|id| self.papers[id].owners.owners()).collect()
	}

	/// Writes a line on a voucher's page.
	pub fn write(&mut self, id: VoucherId, by: &By<AccountId>, note: &Note) {
		let day = self.today;
		let paper = self.papers.get_mut(&id).unwrap();
		paper.page.push(Record {
			block: 1,
			day,
			kind: note.kind,
			by: by.clone(),
			from: kg(paper.from),
			to: kg(paper.to),
			counterparty: note.counterparty,
			reference: note.reference.clone(),
			evidence: note.evidence,
		});
	}

	/// The number of parts that an issuance was ever divided into.
	pub fn parts(&self, issuance: IssuanceId) -> u32 {
		let last = VoucherId { issuance, part: u32::MAX };
		self.papers.range(..=last).next_back().map_or(0, |(id, _)| id.part)
	}

	/// Makes a lot a voucher: the upper end of one gets a number, unless the lot is all of it.
	pub fn carve(&mut self, lot: &Lot, by: &By<AccountId>) -> Result<VoucherId, DispatchError> {
		let id = lot.voucher;
		let amount = lot.amount.map_or(u64::MAX, |amount| amount.0);
		if amount >= self.papers[&id].amount() {
			return Ok(id);
		}
		for hold in self.on(id) {
			let full = self.under(hold).len() == 64;
			ensure!(!full, No::<Test>::TooManyParts);
		}
		let into = part(id, self.parts(id.issuance) + 1);
		let paper = self.papers.get_mut(&id).unwrap();
		let middle = paper.to - amount;
		let upper = Paper { from: middle, edition: 1, page: Vec::new(), ..paper.clone() };
		paper.to = middle;
		paper.edition += 1;
		self.papers.insert(into, upper);
		self.write(id, by, &Note::of(RecordKind::SplitInto(into.part)));
		self.write(into, by, &Note::of(RecordKind::SplitFrom(id.part)));
		Ok(into)
	}

	/// Lays a new hold on lots.
	pub fn lay(&mut self, hold: HoldKey, lots: &[Lot], by: &By<AccountId>, note: &Note) -> Answer {
		let mut ranges = Vec::new();
		for lot in lots {
			let id = self.carve(lot, by)?;
			let freezes = self.on(id).iter().filter(|on| on.kind() == HoldKind::Freeze).count();
			let another = hold.kind() == HoldKind::Freeze;
			ensure!(!(another && freezes == 8), No::<Test>::TooManyFreezes);
			self.write(id, by, note);
			ranges.push(self.range(id));
		}
		self.holds.insert(hold, ranges);
		Ok(())
	}

	/// Takes a hold off everything, and returns where it lay.
	pub fn clear(&mut self, hold: HoldKey, by: &By<AccountId>, note: &Note) -> Vec<VoucherId> {
		let vouchers = self.under(hold);
		for id in &vouchers {
			self.write(*id, by, note);
		}
		self.holds.remove(&hold);
		vouchers
	}

	/// Takes one voucher out from under a hold, which goes on with at most 16 ranges.
	pub fn pull_out(&mut self, id: VoucherId, hold: HoldKey) -> Answer {
		let out = self.range(id);
		let ranges = self.holds.get_mut(&hold).unwrap();
		let at = ranges.iter().position(|range| range.contains(&out)).unwrap();
		let range = ranges.remove(at);
		let rests = [KgRange { to: out.from, ..range }, KgRange { from: out.to, ..range }];
		ranges.extend(rests.into_iter().filter(|rest| rest.from < rest.to));
		ensure!(ranges.len() <= 16, No::<Test>::TooManyParts);
		if ranges.is_empty() {
			self.holds.remove(&hold);
		}
		Ok(())
	}

	/// Gives a voucher to others.
	pub fn give(&mut self, id: VoucherId, owners: Ownership) {
		let paper = self.papers.get_mut(&id).unwrap();
		paper.owners = owners;
		paper.edition += 1;
	}
}

/// Whether these may dispose of the whole: two thirds of common owners (CC 301), all of joint ones.
pub fn may_dispose(ownership: &Ownership, signers: &[PartyId]) -> bool {
	match ownership {
		Ownership::Sole(owner) => signers.contains(owner),
		Ownership::Joint(owners) => owners.iter().all(|owner| signers.contains(owner)),
		Ownership::Common(shares) => {
			let signed = shares.iter().filter(|share| signers.contains(&share.party));
			let sum: u64 = signed.map(|share| u64::from(share.millionths)).sum();
			sum * 3 >= 2_000_000
		}
	}
}

/// Checks that an ownership is what its kind says.
pub fn well_formed(ownership: &Ownership) -> Answer {
	let owners: Vec<PartyId> = ownership.owners().collect();
	let different: BTreeSet<PartyId> = owners.iter().copied().collect();
	if matches!(ownership, Ownership::Sole(_)) {
		return Ok(());
	}
	ensure!(owners.len() > 1, No::<Test>::TooFewOwners);
	ensure!(owners.len() == different.len(), No::<Test>::RepeatedOwner);
	if let Ownership::Common(shares) = ownership {
		let sum: u64 = shares.iter().map(|share| u64::from(share.millionths)).sum();
		let none = shares.iter().any(|share| share.millionths == 0);
		ensure!(sum == 1_000_000 && !none, No::<Test>::InvalidShares);
	}
	Ok(())
}
