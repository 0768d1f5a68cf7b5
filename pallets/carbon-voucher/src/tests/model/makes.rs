//! How each kind of step is made.

use super::{
	ledger::{Ledger, Who},
	maker::Maker,
	ops::Op,
};
use crate::{mock::*, *};
use tanpiao_support::*;

impl Maker<'_> {
	pub fn issue(&mut self) -> Option<Op> {
		let live = self.ledger.papers.values().filter(|paper| paper.is_live()).count() as u64;
		if live > 12 && self.random.percent(90) {
			return None;
		}
		let scheme = if self.random.percent(96) { self.scheme() } else { SchemeId(9) };
		let right = if scheme == HS { Ecosystem::Wetland } else { Ecosystem::Forest };
		let mut order = order("", vec![]);
		order.scheme = scheme;
		order.ecosystem = self.mostly(right, Ecosystem::Marine);
		let count = self.ledger.issuances.len() as u64 + 1;
		let used = self.random.between(1, count.max(2) - 1);
		order.filing_no = text(&format!("wh-{}", self.mostly(count, used)));
		if self.random.percent(6) {
			order.filing_no = self.text();
		}
		order.place = self.text();
		let over = self.day(-30, 1);
		let running = self.day(-1, 3);
		order.period_to = self.mostly(over, running);
		order.period_from = self.mostly(order.period_from, order.period_to);
		order.area = SquareMetres(self.mostly(1_000, 0));
		if self.random.percent(2) {
			let segment = Segment { parcel: ParcelId(1), from: kg(0), to: kg(1) };
			order.segments = vec![segment].try_into().unwrap();
		}
		let vouchers = self.random.one(&[1, 1, 2, 2, 3, 5]);
		let vouchers = self.mostly(vouchers, 0);
		let allotments: Vec<Allotment> = (0..vouchers)
			.map(|_| {
				let amount = self.random.one(&[1, 60, 200, 1_000, 5_000, 5_000]);
				let odd = self.random.one(&[0, u64::MAX]);
				let amount = kg(self.mostly(amount, odd));
				Allotment { ownership: self.ownership(), amount }
			})
			.collect();
		order.allotments = allotments.try_into().unwrap();
		let who = self.officer(scheme, Duty::Issue);
		Self::call(who, Call::issue { order })
	}

	pub fn split(&mut self) -> Option<Op> {
		let voucher = match self.random.percent(40) {
			true => self.shattered()?,
			false => self.free_voucher(Act::Split)?,
		};
		let owner = self.owner(voucher);
		let (edition, amount) = (self.edition(voucher), self.amount(voucher));
		let who = self.signer(owner);
		Self::call(who, Call::split { voucher, edition, amount })
	}

	/// The largest voucher under the hold that lies on the most.
	fn shattered(&mut self) -> Option<VoucherId> {
		let ledger = self.ledger;
		let under = ledger.holds.keys().map(|hold| ledger.under(*hold));
		let most = under.max_by_key(Vec::len)?;
		most.into_iter().max_by_key(|id| ledger.papers[id].amount())
	}

	pub fn merge(&mut self) -> Option<Op> {
		let one = self.free_voucher(Act::Split)?;
		let neighbour = |ledger: &Ledger| {
			let to = ledger.papers.get(&one)?.to;
			let mut parts = ledger.papers.iter();
			let touches = parts.find(|(id, paper)| {
				id.issuance == one.issuance && paper.is_live() && paper.from == to
			});
			touches.map(|(id, _)| *id)
		};
		let other = match neighbour(self.ledger) {
			Some(other) if self.random.percent(95) => other,
			_ => self.free_voucher(Act::Split)?,
		};
		let owner = self.owner(one);
		let (edition, other_edition) = (self.edition(one), self.edition(other));
		let who = self.signer(owner);
		let (voucher, other, edition, other_edition) = match self.random.percent(50) {
			true => (one, other, edition, other_edition),
			false => (other, one, other_edition, edition),
		};
		Self::call(who, Call::merge { voucher, edition, other, other_edition })
	}

	pub fn transfer(&mut self) -> Option<Op> {
		let voucher = self.free_voucher(Act::Transfer)?;
		let owner = self.owner(voucher);
		let (lot, to, cause) = (self.lot(voucher), self.party(), self.cause());
		let reference = self.text();
		let evidence = self.random.percent(50).then_some(EVIDENCE);
		let who = self.signer(owner);
		Self::call(who, Call::transfer { lot, to, cause, reference, evidence })
	}

	fn some_order(&mut self, wanted: impl Fn(&TransferOrder) -> bool) -> Option<OrderId> {
		let orders = &self.ledger.orders;
		let all = self.random.percent(10);
		let ids = orders.iter().filter(|(_, order)| all || wanted(order)).map(|(id, _)| *id);
		self.number(ids, OrderId(9_999))
	}

	/// The receiver of an order, or who ordered it.
	fn order_party(&self, id: OrderId, receiver: bool) -> PartyId {
		let of = |order: &TransferOrder| if receiver { order.to } else { order.from[0] };
		self.ledger.orders.get(&id).map_or(VILLAGE, of)
	}

	pub fn accept_transfer(&mut self) -> Option<Op> {
		let order = self.some_order(|order| order.needs.receiver)?;
		let who = self.signer(self.order_party(order, true));
		Self::call(who, Call::accept_transfer { order })
	}

	pub fn effect_transfer(&mut self) -> Option<Op> {
		let order = self.some_order(|order| order.needs.duty.is_some())?;
		let who = self.officer(HS, Duty::OperateMarket);
		Self::call(who, Call::effect_transfer { order })
	}

	pub fn refuse_transfer(&mut self) -> Option<Op> {
		let order = self.some_order(|_| true)?;
		let receiver = self.order_party(order, true);
		let who = match self.random.percent(50) {
			true => self.signer(receiver),
			false => self.officer(HS, Duty::OperateMarket),
		};
		Self::call(who, Call::refuse_transfer { order })
	}

	pub fn cancel_transfer(&mut self) -> Option<Op> {
		let order = self.some_order(|_| true)?;
		let who = self.signer(self.order_party(order, false));
		Self::call(who, Call::cancel_transfer { order })
	}

	fn purpose(&mut self) -> OffsetPurpose {
		let year = self.random.one(&[2025, 2025, 2025, 2026, 1999, 2028]);
		match self.random.below(6) {
			0 => OffsetPurpose::AnnualEmissions { year },
			1 => {
				let (day, kind) = (self.day(-9, 9), EventKind::Forum);
				OffsetPurpose::Event { kind, name: self.text(), day: self.mostly(day, Day(9_999)) }
			}
			2 => {
				let (case_no, authority) = (self.text(), self.text());
				OffsetPurpose::JudicialRestoration { case_no, authority }
			}
			3 => OffsetPurpose::LandCompensation {
				assessed_loss: kg(self.mostly(5, 0)),
				land_use_years: self.mostly(70, 0),
				authority: self.text(),
				consent: EVIDENCE,
			},
			4 => OffsetPurpose::TreePlantingDuty { year },
			_ => OffsetPurpose::Voluntary { occasion: self.text() },
		}
	}

	pub fn request_offset(&mut self) -> Option<Op> {
		let (owner, lots) = self.lots(Act::Offset)?;
		let (beneficiary, purpose, statement) = (self.party(), self.purpose(), self.text());
		let who = self.signer(owner);
		Self::call(who, Call::request_offset { lots, beneficiary, purpose, statement })
	}

	fn some_request(&mut self) -> Option<RequestId> {
		self.number(self.ledger.requests.keys().copied(), RequestId(9_999))
	}

	pub fn withdraw_offset(&mut self) -> Option<Op> {
		let request = self.some_request()?;
		let owner = self.ledger.requests.get(&request).map_or(VILLAGE, |r| r.owners[0]);
		let who = self.signer(owner);
		Self::call(who, Call::withdraw_offset { request })
	}

	/// Who may certify a request.
	fn certifier(&mut self, request: RequestId) -> Who {
		let scheme = self.ledger.requests.get(&request).map_or(WH, |r| r.scheme);
		self.officer(scheme, Duty::CertifyOffset)
	}

	pub fn certify_offset(&mut self) -> Option<Op> {
		let request = self.some_request()?;
		let who = self.certifier(request);
		Self::call(who, Call::certify_offset { request, evidence: EVIDENCE })
	}

	pub fn refuse_offset(&mut self) -> Option<Op> {
		let request = self.some_request()?;
		let reason = self.text();
		let who = self.certifier(request);
		Self::call(who, Call::refuse_offset { request, reason })
	}

	pub fn freeze(&mut self) -> Option<Op> {
		let (_, lots) = self.lots(Act::Freeze)?;
		let scheme = lots.first().map_or(WH, |lot| lot.voucher.issuance.scheme);
		let order = FreezeOrder {
			order_no: self.text(),
			authority: self.text(),
			basis: self.text(),
			expires: self.day(0, 40),
			evidence: EVIDENCE,
		};
		let duty = self.random.one(&[Duty::Supervise, Duty::Register]);
		let who = self.officer(scheme, duty);
		Self::call(who, Call::freeze { lots, order })
	}

	/// A freeze, and who ordered it or might act instead.
	fn some_freeze(&mut self) -> Option<(FreezeId, Who)> {
		let id = self.number(self.ledger.freezes.keys().copied(), FreezeId(9_999))?;
		let freeze = self.ledger.freezes.get(&id);
		let other = self.officer(freeze.map_or(WH, |f| f.scheme), Duty::Supervise);
		let own = freeze.map_or(other, |freeze| Who::Office(freeze.office));
		let who = if self.random.percent(80) { own } else { other };
		Some((id, who))
	}

	pub fn extend_freeze(&mut self) -> Option<Op> {
		let (freeze, who) = self.some_freeze()?;
		let (expires, reference) = (self.day(5, 60), self.text());
		let evidence = EVIDENCE;
		Self::call(who, Call::extend_freeze { freeze, expires, reference, evidence })
	}

	pub fn lift_freeze(&mut self) -> Option<Op> {
		let (freeze, who) = self.some_freeze()?;
		let reference = self.text();
		Self::call(who, Call::lift_freeze { freeze, reference, evidence: EVIDENCE })
	}

	pub fn report_loss(&mut self) -> Option<Op> {
		let voucher = self.free_voucher(Act::LossReport)?;
		let owner = self.owner(voucher);
		let kind = self.random.one(&[LossKind::Lost, LossKind::Destroyed]);
		let (edition, reason) = (self.edition(voucher), self.text());
		let who = self.signer(owner);
		Self::call(who, Call::report_loss { voucher, edition, kind, reason })
	}

	pub fn report_found(&mut self) -> Option<Op> {
		let loss = self.number(self.ledger.losses.keys().copied(), LossId(9_999))?;
		let voucher = self.ledger.losses.get(&loss).map_or(wh(1), |loss| loss.voucher);
		let owner = self.owner(voucher);
		let who = match self.random.percent(50) {
			true => self.signer(owner),
			false => self.officer(voucher.issuance.scheme, Duty::Register),
		};
		Self::call(who, Call::report_found { loss })
	}

	pub fn record_inspection(&mut self) -> Option<Op> {
		let voucher = self.voucher(|_, _| true)?;
		let (day, finding) = (self.day(-9, 1), self.text());
		let method = self.random.one(&[
			InspectionMethod::OnSite,
			InspectionMethod::Documents,
			InspectionMethod::Systems,
		]);
		let who = self.officer(voucher.issuance.scheme, Duty::Supervise);
		let evidence = EVIDENCE;
		Self::call(who, Call::record_inspection { voucher, day, method, finding, evidence })
	}

	pub fn open(&mut self) -> Option<Op> {
		let voucher = self.free_voucher(Act::List)?;
		let mut sellers = vec![self.owner(voucher)];
		if self.random.percent(40) {
			let others = self.ledger.papers.get(&voucher).map(|paper| paper.owners.owners());
			sellers.extend(others.into_iter().flatten());
			sellers.dedup();
		}
		match self.random.below(50) {
			0 => sellers = vec![self.party()],
			1 => sellers = vec![sellers[0]; 33],
			2 => sellers.clear(),
			3 => sellers.push(SUSPENDED),
			_ => {}
		}
		let (lot, expires) = (self.lot(voucher), self.day(0, 30));
		Some(Op::Open { sellers, lot, expires })
	}

	fn some_escrow(&mut self) -> Option<EscrowId> {
		self.number(self.ledger.escrows.keys().copied(), EscrowId(9_999))
	}

	pub fn deliver(&mut self) -> Option<Op> {
		let (escrow, to) = (self.some_escrow()?, self.party());
		let (price, reference) = (Fen(self.mostly(100, 0)), self.text());
		Some(Op::Deliver { escrow, to, price, reference })
	}

	pub fn close(&mut self) -> Option<Op> {
		self.some_escrow().map(Op::Close)
	}

	pub fn wait(&mut self) -> Option<Op> {
		Some(Op::Wait(self.random.one(&[1, 1, 1, 2, 5, 12, 30]) as u32))
	}

	pub fn sweep(&mut self) -> Option<Op> {
		Some(Op::Sweep)
	}

	/// One who is somebody in the register and no office's own.
	fn citizen(&mut self) -> PartyId {
		self.random.one(&[BUYER, THIRD, BANK, CAREFUL, SUSPENDED])
	}

	pub fn suspend(&mut self) -> Option<Op> {
		let suspended: Vec<PartyId> = self.ledger.suspended.iter().copied().collect();
		// Few at a time, lest nobody could do anything.
		if suspended.len() > 2 || self.random.percent(50) {
			let id = *self.random.pick(&suspended)?;
			return Some(Op::Suspend(id, false));
		}
		Some(Op::Suspend(self.citizen(), true))
	}

	pub fn ask_consent(&mut self) -> Option<Op> {
		let id = self.citizen();
		let asks = self.ledger.careful.contains(&id);
		Some(Op::AskConsent(id, !asks))
	}

	pub fn license(&mut self) -> Option<Op> {
		let (scheme, id) = (self.scheme(), self.random.one(&[BANK, BANK, THIRD, BUYER]));
		let licensed = self.ledger.licensed.contains(&(scheme, id));
		if licensed && self.random.percent(60) {
			return None;
		}
		Some(Op::License(scheme, id, !licensed))
	}

	pub fn assign(&mut self) -> Option<Op> {
		let duty = self.random.one(&[
			Duty::Register,
			Duty::Issue,
			Duty::CertifyOffset,
			Duty::Supervise,
			Duty::OperateMarket,
		]);
		let office = self.random.one(&[FORESTRY, ECOLOGY, PLATFORM, OTHER]);
		Some(Op::Assign(self.scheme(), duty, office))
	}
}
