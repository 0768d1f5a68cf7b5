//! What can be done, to the chain and to the plain ledger.

use super::{
	ledger::{Answer, Ledger, Who},
	owners::signed,
};
use crate::{mock::*, *};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{GetCallName, Hooks, UnfilteredDispatchable},
	weights::Weight,
};
use sp_runtime::DispatchError;
use tanpiao_support::*;

/// One step.
#[derive(Clone, Debug)]
pub enum Op {
	/// A call of the ledger.
	Call(Who, Box<Call<Test>>),
	/// The market keeps a lot.
	Open { sellers: Vec<PartyId>, lot: Lot, expires: Day },
	/// The market delivers.
	Deliver { escrow: EscrowId, to: PartyId, price: Fen, reference: Text<64> },
	/// The market lets go.
	Close(EscrowId),
	/// So many days pass, and no block has time to sweep.
	Wait(u32),
	/// Blocks have time to sweep.
	Sweep,
	/// A party is suspended, or reinstated.
	Suspend(PartyId, bool),
	/// A party asks for consent, or does not any more.
	AskConsent(PartyId, bool),
	/// A party is licensed as a pledgee, or not any more.
	License(SchemeId, PartyId, bool),
	/// An office gets a duty, and its holder loses it.
	Assign(SchemeId, Duty, OfficeId),
}

impl From<Who> for RuntimeOrigin {
	fn from(who: Who) -> Self {
		match who {
			Who::Party(id) => party(id),
			Who::Office(id) => office(id),
			Who::Stranger => stranger(),
		}
	}
}

impl Op {
	/// What kind of step it is.
	pub fn name(&self) -> &'static str {
		match self {
			Op::Call(_, call) => call.get_call_name(),
			Op::Open { .. } => "open",
			Op::Deliver { .. } => "deliver",
			Op::Close(_) => "close",
			Op::Wait(_) => "(wait)",
			Op::Sweep => "(sweep)",
			Op::Suspend(..) => "(suspend)",
			Op::AskConsent(..) => "(ask_consent)",
			Op::License(..) => "(license)",
			Op::Assign(..) => "(assign)",
		}
	}

	/// Does it to the chain. `ledger`: as it was before.
	pub fn do_to_chain(&self, ledger: &Ledger) -> Answer {
		match self {
			Op::Call(who, call) => call
				.clone()
				.dispatch_bypass_filter((*who).into())
				.map(|_| ())
				.map_err(|error| error.error),
			Op::Open { sellers, lot, expires } => with_storage_layer(|| {
				CarbonVoucher::open(sellers, lot, *expires, platform()).map(|_| ())
			}),
			Op::Deliver { escrow, to, price, reference } => with_storage_layer(|| {
				let (reference, by) = (reference.clone(), platform());
				CarbonVoucher::deliver(*escrow, *to, *price, reference, EVIDENCE, by)
			}),
			Op::Close(escrow) => with_storage_layer(|| CarbonVoucher::close(*escrow, platform())),
			Op::Wait(days) => {
				set_day(Today::get().0 + days);
				Ok(())
			}
			Op::Sweep => {
				sweep();
				Ok(())
			}
			Op::Suspend(id, suspended) => {
				let registrar = office(ledger.duties[&(WH, Duty::Register)]);
				match suspended {
					true => Parties::suspend(registrar, *id, EVIDENCE),
					false => Parties::reinstate(registrar, *id, EVIDENCE),
				}
				.map_err(known)
			}
			Op::AskConsent(id, asks) => Parties::ask_consent(party(*id), *asks).map_err(known),
			Op::License(scheme, id, licensed) => {
				let overseer = office(OfficeId(3));
				match licensed {
					true => Parties::grant_licence(overseer, *scheme, *id, EVIDENCE),
					false => Parties::withdraw_licence(overseer, *scheme, *id, EVIDENCE),
				}
				.map_err(known)
			}
			Op::Assign(scheme, duty, id) => {
				let holders = vec![*id].try_into().unwrap();
				let root = RuntimeOrigin::root();
				Schemes::assign_duty(root, *scheme, *duty, holders, DutyRule::Any)
			}
		}
	}
}

/// What is already so stays so: the registers' own errors are not the ledger's matter.
fn known(_: DispatchError) -> DispatchError {
	DispatchError::Unavailable
}

/// Lets blocks sweep until nothing is left that is over.
pub fn sweep() {
	let today = Today::get();
	loop {
		CarbonVoucher::on_idle(1, Weight::MAX);
		let over = Expiries::<Test>::iter_keys().any(|(day, _)| day <= today);
		if SweptUntil::<Test>::get() == Some(today) && !over {
			break;
		}
	}
}

impl Ledger {
	/// Does it to the plain ledger.
	pub fn perform(&mut self, op: &Op) -> Answer {
		match op {
			Op::Call(who, call) => self.call(*who, call),
			Op::Open { sellers, lot, expires } => self.open(sellers, lot, *expires),
			Op::Deliver { escrow, to, price, reference } => {
				self.deliver(*escrow, *to, *price, reference)
			}
			Op::Close(escrow) => self.close(*escrow, &platform()),
			Op::Wait(days) => {
				self.today.0 += days;
				Ok(())
			}
			Op::Sweep => {
				self.sweep();
				Ok(())
			}
			Op::Suspend(id, true) => changed(self.exists(*id) && self.suspended.insert(*id)),
			Op::Suspend(id, false) => changed(self.suspended.remove(id)),
			Op::AskConsent(id, true) => changed(self.is_active(*id) && self.careful.insert(*id)),
			Op::AskConsent(id, false) => changed(self.is_active(*id) && self.careful.remove(id)),
			Op::License(scheme, id, true) => {
				changed(self.is_active(*id) && self.licensed.insert((*scheme, *id)))
			}
			Op::License(scheme, id, false) => changed(self.licensed.remove(&(*scheme, *id))),
			Op::Assign(scheme, duty, id) => {
				self.duties.insert((*scheme, *duty), *id);
				Ok(())
			}
		}
	}

	/// A call by an owner that others can make for several owners too.
	fn as_owner(
		&mut self,
		who: Who,
		act: impl FnOnce(&mut Self, &[PartyId], &By<AccountId>) -> Answer,
	) -> Answer {
		let owner = self.party(who)?;
		act(self, &[owner], &signed(who))
	}

	fn call(&mut self, who: Who, call: &Call<Test>) -> Answer {
		match call {
			Call::issue { order } => self.issue(who, order),
			Call::split { voucher, edition, amount } => self.whole_or_nothing(|ledger| {
				ledger
					.as_owner(who, |l, owners, by| l.split(owners, by, *voucher, *edition, *amount))
			}),
			Call::transfer { lot, to, cause, reference, evidence } => {
				self.as_owner(who, |l, owners, by| {
					l.transferable(owners, lot, *to, *cause)?;
					// What several own passes by a proposal.
					ensure!(l.papers[&lot.voucher].owners.sole().is_some(), Error::<Test>::CoOwned);
					l.transfer(owners, by, lot, *to, *cause, reference, *evidence)
				})
			}
			Call::accept_transfer { order } => self.accept_transfer(who, *order),
			Call::effect_transfer { order } => self.effect_transfer(who, *order),
			Call::refuse_transfer { order } => self.refuse_transfer(who, *order),
			Call::cancel_transfer { order } => self.cancel_transfer(who, *order),
			Call::offer_pledge { lots, pledgee, terms } => {
				self.as_owner(who, |l, owners, _| l.offer_pledge(owners, lots, *pledgee, terms))
			}
			Call::accept_pledge { pledge } => self.accept_pledge(who, *pledge),
			Call::decline_pledge { pledge } => self.decline_pledge(who, *pledge),
			Call::withdraw_pledge_offer { pledge } => self.withdraw_pledge_offer(who, *pledge),
			Call::release_pledge { pledge, part } => {
				self.whole_or_nothing(|ledger| ledger.release_pledge(who, *pledge, part))
			}
			Call::request_offset { lots, beneficiary, purpose, statement } => {
				self.as_owner(who, |l, owners, by| {
					l.request_offset(owners, by, lots, *beneficiary, purpose, statement)
				})
			}
			Call::withdraw_offset { request } => self.withdraw_offset(who, *request),
			Call::certify_offset { request, evidence } => {
				self.certify_offset(who, *request, *evidence)
			}
			Call::refuse_offset { request, reason } => self.refuse_offset(who, *request, reason),
			Call::merge { voucher, edition, other, other_edition } => self
				.as_owner(who, |l, owners, by| {
					l.merge(owners, by, (*voucher, *edition), (*other, *other_edition))
				}),
			Call::freeze { lots, order } => {
				self.whole_or_nothing(|ledger| ledger.freeze(who, lots, order))
			}
			Call::extend_freeze { freeze, expires, reference, evidence } => {
				self.extend_freeze(who, *freeze, *expires, reference, *evidence)
			}
			Call::lift_freeze { freeze, reference, evidence } => {
				self.lift_freeze(who, *freeze, reference, *evidence)
			}
			Call::report_loss { voucher, edition, kind, reason } => {
				self.report_loss(who, *voucher, *edition, *kind, reason)
			}
			Call::report_found { loss } => self.report_found(who, *loss),
			Call::record_inspection { voucher, day, method, finding, evidence } => {
				let (finding, evidence) = (finding.clone(), *evidence);
				let (voucher, day, method) = (*voucher, *day, *method);
				let office = OTHER;
				let inspection = Inspection { voucher, office, day, method, finding, evidence };
				self.record_inspection(who, inspection)
			}
			Call::propose_pledge_change { pledge, change } => {
				self.propose_pledge_change(who, *pledge, change)
			}
			Call::accept_pledge_change { pledge, change } => self
				.as_owner(who, |l, owners, by| l.accept_pledge_change(owners, by, *pledge, change)),
			Call::drop_pledge_change { pledge } => self.drop_pledge_change(who, *pledge),
			Call::sell_pledged { pledge, proceeds } => self.sell_pledged(who, *pledge, proceeds),
			Call::enforce_by_court { pledge, proceeds } => {
				self.enforce_by_court(who, *pledge, proceeds)
			}
			Call::enter_transfer { transfer } => {
				self.whole_or_nothing(|ledger| ledger.enter_transfer(who, transfer))
			}
			Call::record_change { voucher, edition, kind, reference, evidence } => {
				self.record_change(who, *voucher, *edition, *kind, reference, *evidence)
			}
			Call::propose { act } => self.whole_or_nothing(|ledger| ledger.propose(who, act)),
			Call::sign_proposal { proposal } => {
				self.whole_or_nothing(|ledger| ledger.sign_proposal(who, *proposal))
			}
			Call::withdraw_proposal { proposal } => self.withdraw_proposal(who, *proposal),
			Call::partition { voucher, edition } => self.partition(who, *voucher, *edition),
			Call::offer_share { voucher, edition, to, millionths, cause, reference, evidence } => {
				let (voucher, edition, evidence) = (*voucher, *edition, *evidence);
				let (to, millionths, cause) = (*to, *millionths, *cause);
				self.offer_share(who, voucher, edition, to, millionths, cause, reference, evidence)
			}
			Call::take_share { offer } => self.take_share(who, *offer),
			Call::complete_share { offer } => self.complete_share(who, *offer),
			Call::withdraw_share_offer { offer } => self.withdraw_share_offer(who, *offer),
			Call::__Ignore(..) => unreachable!("it is no call"),
		}
	}
}

/// Whether a register of others took a change.
fn changed(is: bool) -> Answer {
	match is {
		true => Ok(()),
		false => Err(DispatchError::Unavailable),
	}
}
