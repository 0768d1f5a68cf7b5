//! Whether a step's result stands already.

use crate::{
	chain::{
		read,
		vouchers::{HoldKey, PledgeState, RecordKind, VoucherState},
		IssuanceId, PledgeId, RequestId, VoucherId,
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

const PAGE: u32 = 256;

impl State {
	/// The voucher of an issuance that a transfer with this reference made, or changed hands by it.
	pub async fn transferred(
		&self,
		issuance: &IssuanceId,
		reference: &str,
	) -> Result<Option<VoucherId>, Error> {
		for id in self.vouchers_of(issuance).await? {
			let mut from = 0;
			loop {
				let page = self.register_page(id.clone(), from, PAGE).await?;
				let found = page.iter().any(|(_, record)| {
					matches!(record.kind, RecordKind::Transferred(_))
						&& read(&record.reference) == reference
				});
				if found {
					return Ok(Some(id));
				}
				match page.last() {
					Some((last, _)) => from = last.saturating_add(1),
					None => break,
				}
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
