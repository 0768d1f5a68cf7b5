//! What co-owners do together: proposals that they sign one after the other (CC 301), the change of
//! co-ownership's kind (W10), and division (CC 303).

use crate::{
	holds::Act,
	ledger::{Entry, Owners, SignedByParty},
	*,
};
use alloc::vec::Vec;
use core::mem::discriminant;
use frame_support::{
	ensure,
	storage::{with_transaction, TransactionOutcome},
};
use sp_runtime::{DispatchError, Weight};
use tanpiao_support::{Ownership, PartyBook, PartyId, ProposalId, VoucherId};

/// Vouchers that an act names.
type Named = [(VoucherId, Voucher)];

impl<T: Config> Pallet<T> {
	/// What an act weighs on vouchers of as many owners as can be. Its trial weighs as much, but is not
	/// followed by it in the same call.
	pub(crate) fn weight_of(act: &OwnersAct) -> Weight {
		// Where the call of its own is measured with one owner, the others come on top.
		let co_owned =
			|own: Weight, vouchers| own.saturating_add(T::WeightInfo::co_owners(vouchers));
		match act {
			OwnersAct::Split { .. } => T::WeightInfo::split(),
			OwnersAct::Merge { .. } => T::WeightInfo::merge(),
			OwnersAct::Transfer { .. } => {
				let transfer = T::WeightInfo::transfer_part().max(T::WeightInfo::order_transfer());
				co_owned(transfer, 2)
			}
			OwnersAct::OfferPledge { lots, .. } => {
				co_owned(T::WeightInfo::offer_pledge(count(lots)), 0)
			}
			OwnersAct::AcceptPledgeChange { .. } => T::WeightInfo::accept_pledge_change(),
			OwnersAct::RequestOffset { lots, .. } => {
				co_owned(T::WeightInfo::request_offset(count(lots)), count(lots))
			}
			OwnersAct::ChangeOwnership { .. } => T::WeightInfo::change_ownership(),
		}
	}

	/// What the dearest act weighs.
	pub(crate) fn dearest_act() -> Weight {
		[
			T::WeightInfo::transfer_part(),
			T::WeightInfo::order_transfer(),
			T::WeightInfo::offer_pledge(MAX_LOTS),
			T::WeightInfo::request_offset(MAX_LOTS),
		]
		.into_iter()
		.map(|own| own.saturating_add(T::WeightInfo::co_owners(MAX_LOTS)))
		.chain([
			T::WeightInfo::split(),
			T::WeightInfo::merge(),
			T::WeightInfo::accept_pledge_change(),
			T::WeightInfo::change_ownership(),
		])
		.fold(Weight::zero(), |dearest, act| dearest.max(act))
	}

	/// Proposes an act and signs it; returns nothing where it could be done at once.
	pub(crate) fn do_propose(
		owner: SignedByParty<T>,
		act: OwnersAct,
	) -> Result<Option<ProposalId>, Error<T>> {
		let named = Self::named_vouchers(&act)?;
		let who = owner.who;
		let mut owned = named.iter().map(|(_, voucher)| voucher.ownership.includes(who));
		// The law may have passed what lies under one pledge on to several: any of them begins.
		let begins = match act {
			OwnersAct::AcceptPledgeChange { .. } => owned.any(|own| own),
			_ => owned.all(|own| own),
		};
		ensure!(begins, Error::NotOwner);
		if may_do(&act, &named, &[who]) {
			let alone = Owners { together: true, ..owner.into() };
			Self::execute(act, alone)?;
			return Ok(None);
		}
		let signers = Self::all_owners(who, &named)?;
		ensure!(may_do(&act, &named, &signers), Error::PartySuspended);
		Self::try_out(
			act.clone(),
			Owners { signers, speaker: who, by: owner.into(), together: true },
		)?;
		Self::enter_proposal(who, act, &named).map(Some)
	}

	/// Signs a proposal; returns the act where this was the last signature it needed. Signatures of
	/// those who own nothing of it any more, or are suspended, do not count.
	pub(crate) fn do_sign_proposal(
		owner: SignedByParty<T>,
		id: ProposalId,
	) -> Result<Option<OwnersAct>, Error<T>> {
		let mut proposal = Proposals::<T>::get(id).ok_or(Error::UnknownProposal)?;
		ensure!(Self::today() < proposal.expires, Error::Expired);
		let who = owner.who;
		let named = Self::named_vouchers(&proposal.act)?;
		let owns =
			|party: &PartyId| named.iter().any(|(_, voucher)| voucher.ownership.includes(*party));
		ensure!(owns(&who), Error::NotOwner);
		ensure!(!proposal.signers.contains(&who), Error::AlreadySigned);
		let papers = proposal.act.papers();
		let current = papers
			.iter()
			.zip(&named)
			.all(|((_, edition), (_, voucher))| voucher.edition == *edition);
		ensure!(current, Error::StaleEdition);
		proposal.signers.try_push(who).map_err(|_| Error::TooManyOwners)?;

		let mut counted = proposal.signers.clone();
		counted.retain(owns);
		let mut active = counted.clone();
		active.retain(|party| T::Parties::is_active(*party));
		if may_do(&proposal.act, &named, &active) {
			Self::drop_proposal(id, &proposal);
			let speaker = active.first().copied().ok_or(Error::Inconsistent)?;
			let owners = Owners { signers: active, speaker, by: owner.into(), together: true };
			Self::execute(proposal.act.clone(), owners)?;
			Self::deposit_event(Event::ProposalExecuted { proposal: id });
			return Ok(Some(proposal.act));
		}
		// Nobody could sign it again once all had: the last signature waits until they are reinstated.
		ensure!(!may_do(&proposal.act, &named, &counted), Error::PartySuspended);
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::ProposalSigned { proposal: id, by: who });
		Ok(None)
	}

	/// Takes a proposal back.
	pub(crate) fn do_withdraw_proposal(
		owner: SignedByParty<T>,
		id: ProposalId,
	) -> Result<(), Error<T>> {
		let proposal = Proposals::<T>::get(id).ok_or(Error::UnknownProposal)?;
		ensure!(proposal.signers.first() == Some(&owner.who), Error::NotProposer);
		Self::drop_proposal(id, &proposal);
		Self::deposit_event(Event::ProposalWithdrawn { proposal: id });
		Ok(())
	}

	/// Ends a proposal that not enough owners signed.
	pub(crate) fn expire_proposal(id: ProposalId) {
		if Proposals::<T>::take(id).is_some() {
			Self::deposit_event(Event::ProposalExpired { proposal: id });
		}
	}

	/// Lets an act wait for the other owners.
	pub(crate) fn enter_proposal(
		who: PartyId,
		act: OwnersAct,
		named: &Named,
	) -> Result<ProposalId, Error<T>> {
		let (voucher, _) = named.first().ok_or(Error::Inconsistent)?;
		let rules = Self::rules(voucher.issuance.scheme)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::NumbersExhausted)?;
		let expires = Self::today().next().plus(rules.periods.proposal);
		LastProposal::<T>::put(id);
		Expiries::<T>::insert(expires, Expiry::Proposal(id), ());
		let signers = Signers::truncate_from(alloc::vec![who]);
		Proposals::<T>::insert(id, Proposal { act, signers, expires });
		Self::deposit_event(Event::Proposed { proposal: id, by: who });
		Ok(id)
	}

	fn drop_proposal(id: ProposalId, proposal: &Proposal) {
		Proposals::<T>::remove(id);
		Expiries::<T>::remove(proposal.expires, Expiry::Proposal(id));
	}

	/// The vouchers that an act names; for a change of a pledge those under it.
	pub(crate) fn named_vouchers(act: &OwnersAct) -> Result<Vec<(VoucherId, Voucher)>, Error<T>> {
		if let OwnersAct::AcceptPledgeChange { pledge, .. } = act {
			let (_, held) = Self::active_pledge(*pledge)?;
			return Self::vouchers_in_all(&held.ranges);
		}
		act.papers().into_iter().map(|(id, _)| Ok((id, Self::live_voucher(id)?))).collect()
	}

	/// All owners of these vouchers who can sign, the proposer first. Of vouchers with more than
	/// [`MAX_OWNERS`](tanpiao_support::MAX_OWNERS) between them nothing is proposed together.
	pub(crate) fn all_owners(proposer: PartyId, named: &Named) -> Result<Signers, Error<T>> {
		let mut owners = Signers::truncate_from(alloc::vec![proposer]);
		for owner in named.iter().flat_map(|(_, voucher)| voucher.ownership.owners()) {
			if !owners.contains(&owner) {
				owners.try_push(owner).map_err(|_| Error::TooManyOwners)?;
			}
		}
		owners.retain(|owner| T::Parties::is_active(*owner));
		Ok(owners)
	}

	/// Does an act and takes it back: the act's own error if it could not be done now.
	fn try_out(act: OwnersAct, owners: Owners<T>) -> Result<(), Error<T>> {
		with_transaction(|| {
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(Self::execute(act, owners)))
		})
		.map_err(|_| Error::Inconsistent)?
	}

	fn execute(act: OwnersAct, owners: Owners<T>) -> Result<(), Error<T>> {
		match act {
			OwnersAct::Split { voucher, edition, amount } => {
				Self::do_split(owners, voucher, edition, amount)?;
			}
			OwnersAct::Merge { voucher, edition, other, other_edition } => {
				Self::do_merge(owners, (voucher, edition), (other, other_edition))?;
			}
			OwnersAct::Transfer { lot, to, cause, reference, evidence } => {
				Self::do_transfer(owners, lot, to, cause, reference, evidence)?;
			}
			OwnersAct::OfferPledge { lots, pledgee, terms } => {
				Self::do_offer_pledge(owners, lots, pledgee, terms)?;
			}
			OwnersAct::AcceptPledgeChange { pledge, change } => {
				Self::do_accept_pledge_change(owners, pledge, change)?;
			}
			OwnersAct::RequestOffset { lots, beneficiary, purpose, statement } => {
				Self::do_request_offset(owners, lots, beneficiary, purpose, statement)?;
			}
			OwnersAct::ChangeOwnership { voucher, edition, ownership } => {
				Self::do_change_ownership(owners, voucher, edition, ownership)?;
			}
		}
		Ok(())
	}

	/// Makes common ownership joint, or joint ownership common with these shares. `owners` are all.
	pub(crate) fn do_change_ownership(
		owners: Owners<T>,
		id: VoucherId,
		edition: u32,
		ownership: Ownership,
	) -> Result<(), Error<T>> {
		let mut voucher = Self::own_voucher(&owners.signers, id, edition, Act::Transfer)?;
		ownership.check()?;
		ensure!(parties(&voucher.ownership) == parties(&ownership), Error::DifferentOwners);
		ensure!(discriminant(&voucher.ownership) != discriminant(&ownership), Error::SameKind);
		Self::set_owners(id, &mut voucher, ownership.clone())?;
		Self::enter(id, voucher, owners.by, Entry::of(RecordKind::OwnershipChanged));
		Self::deposit_event(Event::OwnershipChanged { voucher: id, ownership });
		Ok(())
	}

	/// Divides a voucher into one for each owner, in the order in which they are named from its lowest
	/// kilogram on; the first keeps the number. Each page shows its splits, which are changes of their
	/// own, and then one record of the division.
	pub(crate) fn do_partition(
		owner: SignedByParty<T>,
		id: VoucherId,
		edition: u32,
	) -> Result<(), Error<T>> {
		let voucher = Self::live_voucher(id)?;
		ensure!(voucher.ownership.includes(owner.who), Error::NotOwner);
		let mut parts =
			voucher.ownership.own_parts(voucher.amount()).ok_or(Error::NotCommon)?.into_iter();
		Self::ensure_free(id, &voucher, edition, Act::Transfer)?;
		ensure!(parts.as_slice().iter().all(|(_, part)| !part.is_zero()), Error::PartTooSmall);

		let by = owner.into();
		let (first, _) = parts.next().ok_or(Error::Inconsistent)?;
		let mut rest = voucher;
		for (party, amount) in parts.rev() {
			let (into, upper) = Self::split_upper(id, rest, amount, &by)?;
			let entry = Entry::with(RecordKind::Partitioned, party);
			Self::give(into, upper, Ownership::Sole(party), by.clone(), entry)?;
			rest = Self::live_voucher(id)?;
		}
		let entry = Entry::with(RecordKind::Partitioned, first);
		Self::give(id, rest, Ownership::Sole(first), by, entry)?;
		Self::deposit_event(Event::Partitioned { voucher: id });
		Ok(())
	}
}

/// Whether the act may be done when these have signed: two thirds of common owners, all joint ones
/// (CC 301). All sign a change of their ownership itself.
pub(crate) fn may_do(act: &OwnersAct, named: &Named, signers: &[PartyId]) -> bool {
	let all = matches!(
		act,
		OwnersAct::ChangeOwnership { .. }
			| OwnersAct::RequestOffset { .. }
			| OwnersAct::Transfer { cause: TransferCause::Gift, .. }
	);
	named.iter().all(|(_, voucher)| match all {
		true => voucher.ownership.owners().all(|owner| signers.contains(&owner)),
		false => voucher.ownership.disposable_by(signers),
	})
}

/// Whether two ownerships differ at most in the order in which they name their owners.
pub(crate) fn same_owners(one: &Ownership, other: &Ownership) -> bool {
	parties(one) == parties(other)
		&& one.owners().all(|owner| one.share_of(owner) == other.share_of(owner))
}

fn parties(ownership: &Ownership) -> Vec<PartyId> {
	let mut parties: Vec<_> = ownership.owners().collect();
	parties.sort_unstable();
	parties
}
