//! Transfers by law, and changes that move no asset.

use super::{
	ledger::*,
	owners::signed,
	together::{pass_share, same_owners},
};
use crate::{mock::*, Error as No, *};
use frame_support::ensure;
use sp_runtime::DispatchError;
use std::collections::BTreeSet;
use tanpiao_support::*;

impl Ledger {
	pub fn record_change(
		&mut self,
		who: Who,
		id: VoucherId,
		edition: u32,
		kind: ChangeKind,
		reference: &Text<64>,
		evidence: DocumentHash,
	) -> Answer {
		let office = self.office(who)?;
		let owners: Vec<PartyId> = self.live(id)?.owners.owners().collect();
		self.duty(office, id.issuance.scheme, Duty::Register, &owners)?;
		let paper = self.papers.get_mut(&id).unwrap();
		ensure!(paper.edition == edition, No::<Test>::StaleEdition);
		readable(reference)?;
		paper.edition += 1;
		let note = Note::of(RecordKind::Changed(kind)).paper(reference, Some(evidence));
		self.write(id, &signed(who), &note);
		Ok(())
	}

	pub fn enter_transfer(&mut self, who: Who, transfer: &LawfulTransfer) -> Answer {
		let office = self.office(who)?;
		let LawfulTransfer { lot, cause, to, lifts, reference, evidence } = transfer;
		let owners = self.live(lot.voucher)?.owners.clone();
		let receivers = receivers(to);
		let concerned: Vec<PartyId> = owners.owners().chain(receivers.iter().copied()).collect();
		self.duty(office, lot.voucher.issuance.scheme, Duty::Register, &concerned)?;
		let judgment = *cause == LawfulCause::Judgment;
		let act = if judgment { Act::Judgment } else { Act::Succession };
		self.free_for(lot.voucher, lot.edition, act)?;
		self.measured(lot)?;
		ensure!(!receivers.is_empty(), No::<Test>::NoAllotments);
		ensure!(receivers.iter().all(|who| self.exists(*who)), No::<Test>::UnknownParty);
		let parts = self.parts_by_law(lot, *cause, &owners, to)?;
		let on = self.on(lot.voucher);
		let different: BTreeSet<HoldKey> = lifts.iter().copied().collect();
		let liftable = lifts.iter().all(|hold| {
			judgment && matches!(hold, HoldKey::Pledge(_) | HoldKey::Freeze(_)) && on.contains(hold)
		});
		ensure!(liftable && different.len() == lifts.len(), No::<Test>::CannotLift);
		readable(reference)?;

		let by = signed(who);
		for hold in on {
			match hold {
				HoldKey::Escrow(id) => {
					self.close(id, &by)?;
					self.told.insert(id);
				}
				HoldKey::OffsetRequest(id) => {
					self.end_request(id, &by, RecordKind::OffsetEnded(id));
				}
				HoldKey::Pledge(_) | HoldKey::Freeze(_) | HoldKey::Loss(_) => {}
			}
		}
		let note = |kind| Note::of(kind).paper(reference, Some(*evidence));
		let id = self.carve(lot, &by)?;
		for hold in lifts {
			let ranges = self.holds[hold].clone();
			self.pull_out(id, *hold)?;
			let over = !self.holds.contains_key(hold);
			match hold {
				HoldKey::Pledge(pledge) => {
					self.write(id, &by, &note(RecordKind::PledgeLifted(*pledge)));
					if over {
						self.end_pledge(*pledge, ranges, PledgeEnd::Lifted);
					}
				}
				HoldKey::Freeze(freeze) => {
					self.write(id, &by, &note(RecordKind::FreezeLifted(*freeze)));
					if over {
						self.freezes.remove(freeze);
					}
				}
				_ => unreachable!("no judgment lifts it"),
			}
		}
		for (amount, owners) in parts.into_iter().rev() {
			let alone = match to {
				Succession::Lot(_) => owners.sole(),
				_ if receivers.len() == 1 => Some(receivers[0]),
				_ => None,
			};
			let part = Lot { voucher: id, edition: 0, amount: Some(kg(amount)) };
			let part = self.carve(&part, &by)?;
			self.give(part, owners);
			let note = Note { counterparty: alone, ..note(RecordKind::Succeeded(*cause)) };
			self.write(part, &by, &note);
		}
		Ok(())
	}

	/// What the lot becomes, from its lowest kilogram on.
	fn parts_by_law(
		&self,
		lot: &Lot,
		cause: LawfulCause,
		before: &Ownership,
		to: &Succession,
	) -> Result<Vec<(u64, Ownership)>, DispatchError> {
		let whole = self.papers[&lot.voucher].amount();
		let amount = lot.amount.map_or(whole, |amount| amount.0);
		let parts = match to {
			Succession::Lot(allotments) => {
				let free = matches!(cause, LawfulCause::Judgment | LawfulCause::OtherLawful);
				ensure!(free || before.sole().is_some(), No::<Test>::WrongSuccession);
				for allotment in allotments {
					ensure!(allotment.amount.0 > 0, No::<Test>::ZeroAmount);
					well_formed(&allotment.ownership)?;
				}
				let total: u128 = allotments.iter().map(|a| u128::from(a.amount.0)).sum();
				ensure!(total == u128::from(amount), No::<Test>::AmountsDiffer);
				allotments.iter().map(|a| (a.amount.0, a.ownership.clone())).collect()
			}
			_ => {
				ensure!(amount == whole, No::<Test>::WrongSuccession);
				vec![(whole, place_passed(before, to)?)]
			}
		};
		let passes = parts.iter().any(|(_, owners)| !same_owners(owners, before));
		ensure!(passes, No::<Test>::SameOwner);
		Ok(parts)
	}
}

/// Co-ownership after one owner's share or place passed on.
fn place_passed(before: &Ownership, to: &Succession) -> Result<Ownership, DispatchError> {
	let receivers = receivers(to);
	let different: BTreeSet<PartyId> = receivers.iter().copied().collect();
	ensure!(different.len() == receivers.len(), No::<Test>::RepeatedOwner);
	let owners: Vec<PartyId> = before.owners().collect();
	match (to, before) {
		(Succession::Share { of, to }, Ownership::Common(shares)) => {
			let own = shares.iter().find(|share| share.party == *of);
			let own = own.ok_or(No::<Test>::WrongSuccession)?;
			let passed: u64 = to.iter().map(|share| u64::from(share.millionths)).sum();
			ensure!(passed == u64::from(own.millionths), No::<Test>::InvalidShares);
			pass_share(before, *of, to)
		}
		(Succession::Member { of, .. }, Ownership::Joint(_)) => {
			ensure!(owners.contains(of), No::<Test>::WrongSuccession);
			// Who is of the owners already stays where it is named; new ones come last.
			let stays = |owner: &&PartyId| *owner != of || receivers.contains(of);
			let mut after: Vec<PartyId> = owners.iter().filter(stays).copied().collect();
			after.extend(receivers.iter().filter(|new| !owners.contains(new)));
			Ok(match after.as_slice() {
				[last] => Ownership::Sole(*last),
				several => joint(several),
			})
		}
		_ => Err(No::<Test>::WrongSuccession.into()),
	}
}

/// All who receive something, as often as they are named.
pub fn receivers(to: &Succession) -> Vec<PartyId> {
	match to {
		Succession::Lot(allotments) => {
			allotments.iter().flat_map(|allotment| allotment.ownership.owners()).collect()
		}
		Succession::Share { to, .. } => to.iter().map(|share| share.party).collect(),
		Succession::Member { to, .. } => to.to_vec(),
	}
}
