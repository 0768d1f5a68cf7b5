//! Whether a step's result stands already.

use crate::{
	chain::{
		read,
		vouchers::{HoldKey, OwnersAct, PledgeState, Record, RecordKind, VoucherState},
		AccountId, IssuanceId, PledgeId, ProposalId, RequestId, ShareOfferId, VoucherId,
	},
	error::Error,
	reads::State,
};

/// An offset of the play.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum OffsetStands {
	/// It waits for its certificate.
	Waiting(RequestId),
	/// It is certified.
	Certified,
}

/// A transfer that co-owners sign.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ProposalStands {
	/// It waits for more of them.
	Waiting(ProposalId),
	/// It is done; this is what went over.
	Done(VoucherId),
}

/// A share on offer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum OfferStands {
	/// It is.
	Waiting(ShareOfferId),
	/// It went over.
	Done,
}

const PAGE: u32 = 256;

impl State {
	/// The voucher of an issuance that a transfer with this reference made, or changed hands by it.
	pub async fn transferred(
		&self,
		issuance: &IssuanceId,
		reference: &str,
	) -> Result<Option<VoucherId>, Error> {
		let found = self.recorded(issuance, |record| {
			let transferred = matches!(record.kind, RecordKind::Transferred(_));
			(transferred && read(&record.reference) == reference).then_some(())
		});
		Ok(found.await?.into_iter().next().map(|(id, ())| id))
	}

	/// The vouchers of an issuance whose pages have a record of which `pick` takes something, from the
	/// lowest kilogram on.
	pub async fn recorded<R>(
		&self,
		issuance: &IssuanceId,
		pick: impl Fn(&Record<AccountId>) -> Option<R>,
	) -> Result<Vec<(VoucherId, R)>, Error> {
		let mut found = Vec::new();
		for id in self.vouchers_of(issuance).await? {
			let mut from = 0;
			loop {
				let page = self.register_page(id.clone(), from, PAGE).await?;
				if let Some(picked) = page.iter().find_map(|(_, record)| pick(record)) {
					let voucher = self.voucher(id.clone()).await?;
					found.push((voucher.map(|info| info.voucher.from.0), id, picked));
					break;
				}
				match page.last() {
					Some((last, _)) => from = last.saturating_add(1),
					None => break,
				}
			}
		}
		found.sort_by_key(|(lowest, ..)| *lowest);
		Ok(found.into_iter().map(|(_, id, picked)| (id, picked)).collect())
	}

	/// The waiting proposal of a transfer with this reference.
	pub async fn proposed(&self, reference: &str) -> Result<Option<ProposalStands>, Error> {
		let ProposalId(last) = self.last_proposal().await?;
		for number in 1..=last {
			let Some(proposal) = self.proposal(ProposalId(number)).await? else { continue };
			match proposal.act {
				OwnersAct::Transfer { reference: given, .. } if read(&given) == reference => {
					return Ok(Some(ProposalStands::Waiting(ProposalId(number))));
				}
				_ => {}
			}
		}
		Ok(None)
	}

	/// The open offer of a share with this reference.
	pub async fn share_offered(&self, reference: &str) -> Result<Option<OfferStands>, Error> {
		let ShareOfferId(last) = self.last_share_offer().await?;
		for number in 1..=last {
			let offer = self.share_offer(ShareOfferId(number)).await?;
			if offer.is_some_and(|offer| read(&offer.reference) == reference) {
				return Ok(Some(OfferStands::Waiting(ShareOfferId(number))));
			}
		}
		Ok(None)
	}

	/// Every voucher of an issuance, burnt ones too: parts are numbered from 1 without a gap.
	pub async fn vouchers_of(&self, issuance: &IssuanceId) -> Result<Vec<VoucherId>, Error> {
		let first = VoucherId { issuance: issuance.clone(), part: 1 };
		let parts = self.voucher(first).await?.map_or(0, |info| info.issuance_state.parts);
		let id = |part| VoucherId { issuance: issuance.clone(), part };
		Ok((1..=parts).map(id).collect())
	}

	/// The pledge with this number in the movables registry, and whether it is past the offer.
	pub async fn pledged(&self, registry_no: &str) -> Result<Option<(PledgeId, bool)>, Error> {
		let PledgeId(last) = self.last_pledge().await?;
		for number in 1..=last {
			let Some(pledge) = self.pledge(PledgeId(number)).await? else { continue };
			if read(&pledge.terms.registry_no) == registry_no {
				let accepted = !matches!(pledge.state, PledgeState::Offered { .. });
				return Ok(Some((PledgeId(number), accepted)));
			}
		}
		Ok(None)
	}

	/// How the offset of a whole voucher stands; `None`: it was not asked for.
	pub async fn offset_of(&self, id: VoucherId) -> Result<Option<OffsetStands>, Error> {
		let Some(info) = self.voucher(id).await? else { return Ok(None) };
		if let VoucherState::Offset(_) = info.voucher.state {
			return Ok(Some(OffsetStands::Certified));
		}
		Ok(info.holds.into_iter().find_map(|hold| match hold {
			HoldKey::OffsetRequest(request) => Some(OffsetStands::Waiting(request)),
			_ => None,
		}))
	}
}
