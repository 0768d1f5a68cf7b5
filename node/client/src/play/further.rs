//! Acts that no published case shows.

use super::{
	file::{ChangeName, FreezeAct, LawfulAct, ShareAct, Step, TransferAct, VoucherAllotment},
	run::{current_lot, digest, known, split_lot, Player},
	standing::{OfferStands, ProposalStands},
};
use crate::{
	chain::{
		rules::Actor,
		runtime::tx,
		text,
		vouchers::{
			ChangeKind, FreezeOrder, HoldKey, InspectionMethod, LawfulCause, LawfulTransfer,
			LossKind, Opinion, OwnersAct, PledgeChange, RecordKind, Succession, VoucherState,
		},
		Allotment, BoundedVec, PartyId, VoucherId,
	},
	error::Error,
	forms::{cause, quantity, reference, terms, tonnes},
	keys::Key,
	reads::State,
	submit::Receipt,
	units::{Day, Fen},
	view::Choice,
};
use subxt::transactions::Payload;

/// What a step did; nothing where it stood already.
type Done = Result<Option<Receipt>, Error>;

impl Player {
	/// Submits a call unless what comes of it is found to stand, and finds that.
	async fn unless_found<T: Clone, C: Payload>(
		&self,
		state: &State,
		key: &Key,
		label: &str,
		find: impl AsyncFn(&State) -> Result<Option<T>, Error>,
		call: impl AsyncFnOnce() -> Result<C, Error>,
	) -> Result<(T, Option<Receipt>), Error> {
		if let Some(stands) = find(state).await? {
			return Ok((stands, None));
		}
		let receipt = self.client.submit(&call().await?, key).await?;
		let found = find(&self.client.state_at(receipt.block).await?).await?;
		Ok((known(found.as_ref(), label)?, Some(receipt)))
	}

	pub(super) async fn merge(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		[voucher, other, makes]: [&str; 3],
	) -> Done {
		let (id, gone) = (self.voucher(voucher)?, self.voucher(other)?);
		let ((), receipt) = self
			.unless_found(
				state,
				key,
				makes,
				async |state| {
					let info = state.voucher(gone.clone()).await?.map(|info| info.voucher.state);
					Ok(matches!(info, Some(VoucherState::Merged(_))).then_some(()))
				},
				async || {
					let kept = current_lot(state, id.clone(), None).await?;
					let gone = current_lot(state, gone.clone(), None).await?;
					let calls = tx().carbon_voucher();
					Ok(calls.merge(kept.voucher, kept.edition, gone.voucher, gone.edition))
				},
			)
			.await?;
		self.remember(other, step);
		self.name_voucher(makes, id.clone(), step, Some(voucher));
		Ok(receipt)
	}

	pub(super) async fn propose_transfer(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		proposal: &str,
		transfer: &TransferAct,
	) -> Done {
		let (label, amount) = split_lot(&transfer.lot)?;
		let id = self.voucher(label)?;
		let (stands, receipt) = self
			.unless_found(
				state,
				key,
				proposal,
				async |state| match state.transferred(&id.issuance, &transfer.reference).await? {
					Some(went) => Ok(Some(ProposalStands::Done(went))),
					None => state.proposed(&transfer.reference).await,
				},
				async || {
					let act = OwnersAct::Transfer {
						lot: current_lot(state, id.clone(), amount).await?,
						to: self.party(&transfer.to)?,
						cause: cause(transfer.price.as_deref())?,
						reference: text("reference", &transfer.reference, 64)?,
						evidence: None,
					};
					Ok(tx().carbon_voucher().propose(act))
				},
			)
			.await?;
		if let ProposalStands::Done(went) = &stands {
			self.name_voucher(&transfer.makes, went.clone(), step, Some(label));
		}
		self.labels().proposals.insert(proposal.to_string(), (stands, transfer.clone()));
		Ok(receipt)
	}

	pub(super) async fn sign_proposal(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		proposal: &str,
	) -> Done {
		let (stands, transfer) = known(self.labels().proposals.get(proposal), proposal)?;
		let ProposalStands::Waiting(id) = stands else { return Ok(None) };
		let signer = actor(state, key).await?;
		let waiting = state.proposal(id.clone()).await?;
		if waiting.is_some_and(|waiting| waiting.signers.0.contains(&signer)) {
			return Ok(None);
		}
		let receipt = self.client.submit(&tx().carbon_voucher().sign_proposal(id), key).await?;
		let (label, _) = split_lot(&transfer.lot)?;
		let issuance = self.voucher(label)?.issuance;
		let after = self.client.state_at(receipt.block).await?;
		if let Some(went) = after.transferred(&issuance, &transfer.reference).await? {
			self.name_voucher(&transfer.makes, went.clone(), step, Some(label));
			let done = (ProposalStands::Done(went), transfer);
			self.labels().proposals.insert(proposal.to_string(), done);
		}
		Ok(Some(receipt))
	}

	pub(super) async fn partition(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		voucher: &str,
		parts: &[VoucherAllotment],
	) -> Done {
		let id = self.voucher(voucher)?;
		let (found, receipt) = self
			.unless_found(
				state,
				key,
				voucher,
				async |state| {
					let divided = state.recorded(&id.issuance, |record| {
						matches!(record.kind, RecordKind::Partitioned).then_some(())
					});
					Ok(some(divided.await?))
				},
				async || {
					let lot = current_lot(state, id.clone(), None).await?;
					Ok(tx().carbon_voucher().partition(lot.voucher, lot.edition))
				},
			)
			.await?;
		self.name_parts(found, parts, step, voucher);
		Ok(receipt)
	}

	pub(super) async fn offer_share(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		share: &ShareAct,
	) -> Done {
		let id = self.voucher(&share.voucher)?;
		let (stands, receipt) = self
			.unless_found(
				state,
				key,
				&share.offer,
				async |state| {
					let passed = state.recorded(&id.issuance, |record| {
						let passed = matches!(record.kind, RecordKind::ShareTransferred { .. });
						(passed && refers(&record.reference, &share.reference)).then_some(())
					});
					match passed.await?.is_empty() {
						true => state.share_offered(&share.reference).await,
						false => Ok(Some(OfferStands::Done)),
					}
				},
				async || {
					let lot = current_lot(state, id.clone(), None).await?;
					Ok(tx().carbon_voucher().offer_share(
						lot.voucher,
						lot.edition,
						self.party(&share.to)?,
						share.millionths,
						cause(share.price.as_deref())?,
						reference(&share.reference)?,
						digest(&share.evidence),
					))
				},
			)
			.await?;
		self.remember(&share.voucher, step);
		self.labels().offers.insert(share.offer.clone(), stands);
		Ok(receipt)
	}

	pub(super) async fn take_share(&self, state: &State, key: &Key, offer: &str) -> Done {
		let stands = known(self.labels().offers.get(offer), offer)?;
		let OfferStands::Waiting(id) = stands else { return Ok(None) };
		let taker = actor(state, key).await?;
		let waiting = state.share_offer(id.clone()).await?;
		if waiting.is_some_and(|waiting| waiting.takers.0.contains(&taker)) {
			return Ok(None);
		}
		Ok(Some(self.client.submit(&tx().carbon_voucher().take_share(id), key).await?))
	}

	pub(super) async fn complete_share(&self, key: &Key, offer: &str) -> Done {
		let stands = known(self.labels().offers.get(offer), offer)?;
		let OfferStands::Waiting(id) = stands else { return Ok(None) };
		let receipt = self.client.submit(&tx().carbon_voucher().complete_share(id), key).await?;
		self.labels().offers.insert(offer.to_string(), OfferStands::Done);
		Ok(Some(receipt))
	}

	pub(super) async fn enter_transfer(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		transfer: &LawfulAct,
	) -> Done {
		let (label, amount) = split_lot(&transfer.lot)?;
		let id = self.voucher(label)?;
		let (found, receipt) = self
			.unless_found(
				state,
				key,
				label,
				async |state| {
					let passed = state.recorded(&id.issuance, |record| {
						let passed = matches!(record.kind, RecordKind::Succeeded(_));
						(passed && refers(&record.reference, &transfer.reference)).then_some(())
					});
					Ok(some(passed.await?))
				},
				async || {
					let mut allotments = Vec::new();
					for part in &transfer.to {
						let ownership = self.ownership(&part.to)?;
						allotments
							.push(Allotment { ownership, amount: tonnes(&part.tonnes)?.into() });
					}
					let mut lifts = Vec::new();
					for pledge in &transfer.lifts {
						let (id, _) = known(self.labels().pledges.get(pledge), pledge)?;
						lifts.push(HoldKey::Pledge(id));
					}
					Ok(tx().carbon_voucher().enter_transfer(LawfulTransfer {
						lot: current_lot(state, id.clone(), amount).await?,
						cause: LawfulCause::parse(&transfer.cause)?,
						to: Succession::Lot(BoundedVec(allotments)),
						lifts: BoundedVec(lifts),
						reference: text("reference", &transfer.reference, 64)?,
						evidence: digest(&transfer.evidence),
					}))
				},
			)
			.await?;
		self.name_parts(found, &transfer.to, step, label);
		Ok(receipt)
	}

	pub(super) async fn record_change(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		[voucher, kind, number, evidence]: [&str; 4],
	) -> Done {
		let id = self.voucher(voucher)?;
		let (_, receipt) = self
			.unless_found(
				state,
				key,
				voucher,
				async |state| {
					let changed = state.recorded(&id.issuance, |record| {
						let changed = matches!(record.kind, RecordKind::Changed(_));
						(changed && refers(&record.reference, number)).then_some(())
					});
					Ok(some(changed.await?))
				},
				async || {
					let lot = current_lot(state, id.clone(), None).await?;
					Ok(tx().carbon_voucher().record_change(
						lot.voucher,
						lot.edition,
						ChangeKind::parse(kind)?,
						text("reference", number, 64)?,
						digest(evidence),
					))
				},
			)
			.await?;
		self.remember(voucher, step);
		Ok(receipt)
	}

	pub(super) async fn freeze(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		freeze: &FreezeAct,
	) -> Done {
		let (label, amount) = split_lot(&freeze.lot)?;
		let id = self.voucher(label)?;
		let (found, receipt) = self
			.unless_found(
				state,
				key,
				&freeze.freeze,
				async |state| {
					let frozen = state.recorded(&id.issuance, |record| match &record.kind {
						RecordKind::Frozen(freeze_id)
							if refers(&record.reference, &freeze.order_no) =>
						{
							Some(freeze_id.clone())
						}
						_ => None,
					});
					Ok(frozen.await?.into_iter().next())
				},
				async || {
					let lot = current_lot(state, id.clone(), amount).await?;
					let order = FreezeOrder {
						order_no: text("order_no", &freeze.order_no, 64)?,
						authority: text("authority", &freeze.authority, 96)?,
						basis: text("basis", &freeze.basis, 128)?,
						expires: quantity::<Day>(&freeze.expires)?.into(),
						evidence: digest(&freeze.evidence),
					};
					Ok(tx().carbon_voucher().freeze(BoundedVec(vec![lot]), order))
				},
			)
			.await?;
		let (frozen, number) = found;
		self.labels().freezes.insert(freeze.freeze.clone(), (number, frozen.clone()));
		self.name_voucher(&freeze.makes, frozen, step, Some(label));
		Ok(receipt)
	}

	pub(super) async fn extend_freeze(
		&self,
		state: &State,
		key: &Key,
		[freeze, expires, number, evidence]: [&str; 4],
	) -> Done {
		let (id, frozen) = known(self.labels().freezes.get(freeze), freeze)?;
		let (_, receipt) = self
			.unless_found(
				state,
				key,
				freeze,
				async |state| {
					let extended = state.recorded(&frozen.issuance, |record| {
						let this = record.kind == RecordKind::FreezeExtended(id.clone());
						(this && refers(&record.reference, number)).then_some(())
					});
					Ok(some(extended.await?))
				},
				async || {
					let expires = quantity::<Day>(expires)?.into();
					let reference = text("reference", number, 64)?;
					let calls = tx().carbon_voucher();
					Ok(calls.extend_freeze(id.clone(), expires, reference, digest(evidence)))
				},
			)
			.await?;
		Ok(receipt)
	}

	pub(super) async fn lift_freeze(
		&self,
		state: &State,
		key: &Key,
		[freeze, number, evidence]: [&str; 3],
	) -> Done {
		let (id, _) = known(self.labels().freezes.get(freeze), freeze)?;
		if state.freeze(id.clone()).await?.is_none() {
			return Ok(None);
		}
		let reference = text("reference", number, 64)?;
		let call = tx().carbon_voucher().lift_freeze(id, reference, digest(evidence));
		Ok(Some(self.client.submit(&call, key).await?))
	}

	pub(super) async fn report_loss(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		[loss, voucher, kind, reason]: [&str; 4],
	) -> Done {
		let id = self.voucher(voucher)?;
		let ((_, number), receipt) = self
			.unless_found(
				state,
				key,
				loss,
				async |state| {
					let reported = state.recorded(&id.issuance, |record| match &record.kind {
						RecordKind::LossReported(loss_id) => Some(loss_id.clone()),
						_ => None,
					});
					Ok(reported.await?.into_iter().find(|(reported, _)| *reported == id))
				},
				async || {
					let lot = current_lot(state, id.clone(), None).await?;
					let (kind, reason) = (LossKind::parse(kind)?, text("reason", reason, 128)?);
					let calls = tx().carbon_voucher();
					Ok(calls.report_loss(lot.voucher, lot.edition, kind, reason))
				},
			)
			.await?;
		self.remember(voucher, step);
		self.labels().losses.insert(loss.to_string(), number);
		Ok(receipt)
	}

	pub(super) async fn report_found(&self, state: &State, key: &Key, loss: &str) -> Done {
		let id = known(self.labels().losses.get(loss), loss)?;
		if state.loss(id.clone()).await?.is_none() {
			return Ok(None);
		}
		Ok(Some(self.client.submit(&tx().carbon_voucher().report_found(id), key).await?))
	}

	pub(super) async fn inspect(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		[voucher, day, method, finding, evidence]: [&str; 5],
	) -> Done {
		let id = self.voucher(voucher)?;
		let report = digest(evidence);
		let (_, receipt) = self
			.unless_found(
				state,
				key,
				voucher,
				async |state| {
					let inspected = state.recorded(&id.issuance, |record| {
						let inspected = matches!(record.kind, RecordKind::Inspected(_));
						(inspected && record.evidence == Some(report)).then_some(())
					});
					Ok(some(inspected.await?))
				},
				async || {
					Ok(tx().carbon_voucher().record_inspection(
						id.clone(),
						quantity::<Day>(day)?.into(),
						InspectionMethod::parse(method)?,
						text("finding", finding, 256)?,
						report,
					))
				},
			)
			.await?;
		self.remember(voucher, step);
		Ok(receipt)
	}

	pub(super) async fn release_part(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		pledge: &str,
		lots: &[String],
	) -> Done {
		let (id, _) = known(self.labels().pledges.get(pledge), pledge)?;
		let (_, receipt) = self
			.unless_found(
				state,
				key,
				pledge,
				async |state| {
					for lot in lots {
						let info = state.voucher(self.voucher(lot)?).await?;
						let pledged = HoldKey::Pledge(id.clone());
						if info.is_some_and(|info| info.holds.contains(&pledged)) {
							return Ok(None);
						}
					}
					Ok(Some(()))
				},
				async || {
					let lots = self.lots(state, lots).await?;
					Ok(tx().carbon_voucher().release_pledge(id.clone(), Some(lots)))
				},
			)
			.await?;
		for lot in lots {
			self.remember(lot, step);
		}
		Ok(receipt)
	}

	pub(super) async fn raise_pledge(
		&self,
		state: &State,
		key: &Key,
		[pledge, secured, contract, due, registry_no]: [&str; 5],
	) -> Done {
		let (id, _) = known(self.labels().pledges.get(pledge), pledge)?;
		let sum = quantity::<Fen>(secured)?;
		let raised = state.pledge(id.clone()).await?;
		if raised.is_some_and(|raised| Fen::from(raised.terms.secured) == sum) {
			return Ok(None);
		}
		let terms = terms(secured, digest(contract), due, registry_no)?;
		self.propose_change(state, key, pledge, PledgeChange::Terms(terms)).await
	}

	pub(super) async fn assign_pledge(
		&self,
		state: &State,
		key: &Key,
		[pledge, to, opinion, evidence]: [&str; 4],
	) -> Done {
		let (id, _) = known(self.labels().pledges.get(pledge), pledge)?;
		let to = self.party(to)?;
		if state.pledge(id.clone()).await?.is_some_and(|pledge| pledge.pledgee == to) {
			return Ok(None);
		}
		let (opinion, evidence) = (Opinion::parse(opinion)?, digest(evidence));
		let reference = BoundedVec(Vec::new());
		let change = PledgeChange::Assign { to, opinion, reference, evidence };
		self.propose_change(state, key, pledge, change).await
	}

	async fn propose_change(
		&self,
		state: &State,
		key: &Key,
		pledge: &str,
		change: PledgeChange,
	) -> Done {
		let (id, _) = known(self.labels().pledges.get(pledge), pledge)?;
		let pending = state.pledge_change(id.clone()).await?;
		if pending.is_some_and(|pending| pending.change == change) {
			return Ok(None);
		}
		let call = tx().carbon_voucher().propose_pledge_change(id, change);
		Ok(Some(self.client.submit(&call, key).await?))
	}

	pub(super) async fn accept_pledge_change(
		&self,
		state: &State,
		key: &Key,
		pledge: &str,
		change: ChangeName,
	) -> Done {
		let (id, _) = known(self.labels().pledges.get(pledge), pledge)?;
		let Some(pending) = state.pledge_change(id.clone()).await? else { return Ok(None) };
		let waits = match pending.change {
			PledgeChange::Terms(_) => change == ChangeName::Terms,
			PledgeChange::Assign { .. } => change == ChangeName::Assign,
			_ => false,
		};
		if !waits {
			return Ok(None);
		}
		let call = tx().carbon_voucher().accept_pledge_change(id, pending.change);
		Ok(Some(self.client.submit(&call, key).await?))
	}

	/// Names what a voucher was divided into, from the lowest kilogram on.
	fn name_parts(
		&self,
		found: Vec<(VoucherId, ())>,
		parts: &[VoucherAllotment],
		step: &Step,
		from: &str,
	) {
		for ((id, ()), part) in found.into_iter().zip(parts) {
			self.name_voucher(&part.voucher, id, step, Some(from));
		}
	}
}

/// The party that a key's account acts for.
async fn actor(state: &State, key: &Key) -> Result<PartyId, Error> {
	match state.actor_of(key.account()).await? {
		Some(Actor::Party(party)) => Ok(party),
		_ => Err(Error::UnknownParty(key.account().to_string())),
	}
}

/// Several, if there are any.
fn some<T>(found: Vec<T>) -> Option<Vec<T>> {
	(!found.is_empty()).then_some(found)
}

fn refers(found: &crate::chain::Text, reference: &str) -> bool {
	crate::chain::read(found) == reference
}
