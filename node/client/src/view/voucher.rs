//! Vouchers, their register pages, and totals.

use super::{percent, RecordView, Show};
use crate::{
	catalogue::{labels as l, Lang, Text},
	chain::{
		read,
		vouchers::{HoldKey, IssuanceStatus, SchemeTotals, VoucherInfo, VoucherState},
		AccountId, Ownership, SchemeId,
	},
	directory::{Directory, Name, OfficeLabel, PartyLabel},
	error::Error,
	number::{CertificateNumber, VoucherNumber},
	table::{fields, Align, Table},
	units::{Day, Kilograms, SquareMetres},
};
use serde::{Serialize, Serializer};

/// Who owns a voucher, and how.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnershipView {
	/// One owner.
	Sole(PartyLabel),
	/// 按份共有, with millionths.
	Common(Vec<(PartyLabel, u32)>),
	/// 共同共有.
	Joint(Vec<PartyLabel>),
}

impl OwnershipView {
	/// In words.
	pub fn say(&self, lang: Lang) -> String {
		match self {
			Self::Sole(owner) => owner.say(lang),
			Self::Common(shares) => {
				let shares = shares.iter().map(|(owner, millionths)| {
					format!("{} {}%", owner.say(lang), percent(*millionths))
				});
				shares.collect::<Vec<_>>().join(", ")
			}
			Self::Joint(owners) => {
				let owners: Vec<_> = owners.iter().map(|owner| owner.say(lang)).collect();
				format!("{} ({})", owners.join(", "), l::JOINT.get(lang))
			}
		}
	}

	/// The one owner, where there is one.
	pub fn sole(&self) -> Option<&PartyLabel> {
		match self {
			Self::Sole(owner) => Some(owner),
			_ => None,
		}
	}
}

/// Where a voucher stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StateView {
	/// In circulation without any hold.
	Free,
	/// Pledged.
	Pledged,
	/// An offset of it is requested.
	OffsetRequested,
	/// Frozen.
	Frozen,
	/// Its paper is reported lost.
	ReportedLost,
	/// Kept for a sale.
	InEscrow,
	/// Held for several reasons.
	Held,
	/// Burnt.
	Offset,
	/// A part of another voucher now.
	Merged,
	/// Its issuance was revoked.
	Revoked,
}

impl StateView {
	fn words(self) -> (&'static str, Text) {
		match self {
			Self::Free => ("free", l::STATE_FREE),
			Self::Pledged => ("pledged", l::STATE_PLEDGED),
			Self::OffsetRequested => ("offset-requested", l::STATE_REQUESTED),
			Self::Frozen => ("frozen", l::STATE_FROZEN),
			Self::ReportedLost => ("reported-lost", l::STATE_LOST),
			Self::InEscrow => ("in-escrow", l::STATE_ESCROW),
			Self::Held => ("held", l::STATE_HELD),
			Self::Offset => ("offset", l::STATE_OFFSET),
			Self::Merged => ("merged", l::STATE_MERGED),
			Self::Revoked => ("revoked", l::STATE_REVOKED),
		}
	}

	/// Of a voucher in circulation, by the holds on it.
	fn under(holds: &[HoldView]) -> Self {
		match holds {
			[] => Self::Free,
			[first, others @ ..] if others.iter().all(|hold| hold.state == first.state) => {
				first.state
			}
			_ => Self::Held,
		}
	}

	/// As it is written in files and JSON.
	pub fn name(self) -> &'static str {
		self.words().0
	}

	/// In words.
	pub fn say(self, lang: Lang) -> &'static str {
		self.words().1.get(lang)
	}
}

impl Serialize for StateView {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(self.name())
	}
}

/// A hold and the number of the object behind it, printed as `{ "pledge": 1 }`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct HoldView {
	/// `pledge`, `freeze`, `loss`, `escrow`, `offset_request`.
	pub kind: &'static str,
	/// Number of the pledge, request or the like.
	pub number: u32,
	/// Where a voucher stands that is under this hold alone.
	pub state: StateView,
	text: Text,
}

impl From<HoldKey> for HoldView {
	fn from(key: HoldKey) -> Self {
		let (kind, number, text, state) = match key {
			HoldKey::Pledge(pledge) => ("pledge", pledge.0, l::PLEDGE, StateView::Pledged),
			HoldKey::Freeze(freeze) => ("freeze", freeze.0, l::FREEZE, StateView::Frozen),
			HoldKey::Loss(loss) => ("loss", loss.0, l::LOSS, StateView::ReportedLost),
			HoldKey::Escrow(escrow) => ("escrow", escrow.0, l::ESCROW, StateView::InEscrow),
			HoldKey::OffsetRequest(request) => {
				("offset_request", request.0, l::REQUEST, StateView::OffsetRequested)
			}
		};
		Self { kind, number, state, text }
	}
}

impl Serialize for HoldView {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_map([(self.kind, self.number)])
	}
}

impl HoldView {
	fn say(self, lang: Lang) -> String {
		format!("{} {}", self.text.get(lang), self.number)
	}
}

/// What was issued.
#[derive(Clone, Debug, Serialize)]
pub struct IssuanceView {
	/// Printed like its first voucher.
	pub number: VoucherNumber,
	/// Ecology's filing number.
	pub filing_no: String,
	/// Issuing office.
	pub office: OfficeLabel,
	/// Day of issue.
	pub day: Day,
	/// Kind of land.
	pub ecosystem: &'static str,
	/// Area of the project.
	pub area: SquareMetres,
	/// Where it is.
	pub place: String,
	/// First day of the monitoring period.
	pub period_from: Day,
	/// The day after its last.
	pub period_to: Day,
	/// All kilograms of it.
	pub total: Kilograms,
	/// Number of vouchers ever made of it.
	pub parts: u32,
	/// SHA-256 of ecology's filing.
	pub evidence: String,
	#[serde(skip)]
	kind: crate::chain::rules::Ecosystem,
}

/// A voucher as its paper shows it.
#[derive(Clone, Debug, Serialize)]
pub struct VoucherView {
	/// Its number.
	pub number: VoucherNumber,
	/// Code and name of its scheme.
	pub scheme: Name,
	/// That it is not CCER (H16).
	pub statement: Name,
	/// Who owns it.
	pub owner: OwnershipView,
	/// How much.
	pub amount: Kilograms,
	/// First kilogram.
	pub from: u64,
	/// The kilogram after the last.
	pub to: u64,
	/// Where it stands.
	pub state: StateView,
	/// The certificate that it was burnt for.
	pub certificate: Option<CertificateNumber>,
	/// The number under which its kilograms go on; none: its own.
	pub merged_into: Option<VoucherNumber>,
	/// The current edition: a paper of another one is out of date.
	pub edition: u32,
	/// What limits it.
	pub holds: Vec<HoldView>,
	/// Entries on its register page.
	pub records: u32,
	/// The latest of them.
	pub last_record: Option<RecordView>,
	/// What was issued.
	pub issuance: IssuanceView,
}

/// Kilograms of a scheme: issued = free + held + offset + revoked.
#[derive(Clone, Debug, Serialize)]
pub struct TotalsView {
	/// The scheme.
	pub scheme: String,
	/// Its name.
	pub name: Name,
	/// Ever issued.
	pub issued: Kilograms,
	/// In circulation: free and held.
	pub circulating: Kilograms,
	/// Without any hold.
	pub free: Kilograms,
	/// Under one or more holds.
	pub held: Kilograms,
	/// Burnt.
	pub offset: Kilograms,
	/// Invalid.
	pub revoked: Kilograms,
}

impl TotalsView {
	/// Of a scheme by code and name.
	pub fn new(scheme: String, name: Name, totals: SchemeTotals) -> Self {
		let (free, held) = (Kilograms::from(totals.free), Kilograms::from(totals.held));
		Self {
			scheme,
			name,
			issued: totals.issued.into(),
			circulating: [free, held].into_iter().sum(),
			free,
			held,
			offset: totals.offset.into(),
			revoked: totals.revoked.into(),
		}
	}
}

impl Directory {
	/// Who owns, in names.
	pub async fn ownership(&mut self, ownership: &Ownership) -> Result<OwnershipView, Error> {
		Ok(match ownership {
			Ownership::Sole(owner) => OwnershipView::Sole(self.party(owner.clone()).await?),
			Ownership::Common(shares) => {
				let mut named = Vec::new();
				for share in &shares.0 {
					named.push((self.party(share.party.clone()).await?, share.millionths));
				}
				OwnershipView::Common(named)
			}
			Ownership::Joint(owners) => {
				let mut named = Vec::new();
				for owner in &owners.0 {
					named.push(self.party(owner.clone()).await?);
				}
				OwnershipView::Joint(named)
			}
		})
	}

	/// A voucher.
	pub async fn voucher_view(
		&mut self,
		info: VoucherInfo<AccountId>,
	) -> Result<VoucherView, Error> {
		let VoucherInfo { id, now, voucher, issuance, issuance_state, holds, last_record } = info;
		let holds: Vec<_> = holds.into_iter().map(HoldView::from).collect();
		let revoked = issuance_state.status == IssuanceStatus::Revoked;
		let (state, certificate) = match &voucher.state {
			VoucherState::Offset(certificate) => {
				(StateView::Offset, Some(self.certificate(certificate).await?))
			}
			VoucherState::Merged(_) => (StateView::Merged, None),
			VoucherState::Live if revoked => (StateView::Revoked, None),
			VoucherState::Live => (StateView::under(&holds), None),
		};
		let merged_into = match &voucher.state {
			VoucherState::Merged(_) => Some(self.voucher(&now).await?),
			_ => None,
		};
		let last_record = match last_record {
			Some(record) => Some(self.record(voucher.records.saturating_sub(1), record).await?),
			None => None,
		};
		let (scheme, statement) = self.scheme_texts(id.issuance.scheme.clone()).await?;
		let view = IssuanceView {
			number: self.issuance(&id.issuance).await?,
			filing_no: read(&issuance.filing_no),
			office: self.office(issuance.office).await?,
			day: issuance.day.into(),
			ecosystem: super::ecosystem_name(&issuance.ecosystem),
			area: issuance.area.into(),
			place: read(&issuance.place),
			period_from: issuance.period_from.into(),
			period_to: issuance.period_to.into(),
			total: issuance.total.into(),
			parts: issuance_state.parts,
			evidence: format!("{:?}", issuance.evidence),
			kind: issuance.ecosystem,
		};
		let (from, to) = (voucher.from.0, voucher.to.0);
		Ok(VoucherView {
			number: self.voucher(&id).await?,
			scheme,
			statement,
			owner: self.ownership(&voucher.ownership).await?,
			amount: Kilograms(to.saturating_sub(from)),
			from,
			to,
			state,
			certificate,
			merged_into,
			edition: voucher.edition,
			holds,
			records: voucher.records,
			last_record,
			issuance: view,
		})
	}

	/// The voucher of a printed number.
	pub async fn voucher_by_number(
		&mut self,
		number: &VoucherNumber,
	) -> Result<VoucherView, Error> {
		let id = self.voucher_id(number).await?;
		match self.state().voucher(id).await? {
			Some(info) => self.voucher_view(info).await,
			None => Err(Error::UnknownVoucher(number.to_string())),
		}
	}

	/// Totals of schemes.
	pub async fn totals(&mut self, schemes: &[SchemeId]) -> Result<Vec<TotalsView>, Error> {
		let mut all = Vec::new();
		for scheme in schemes {
			let totals = self.state().totals(scheme.clone()).await?;
			let (name, _) = self.scheme_texts(scheme.clone()).await?;
			let code = self.scheme_code(scheme.clone()).await?;
			all.push(TotalsView::new(code, name, totals));
		}
		Ok(all)
	}
}

impl Show for VoucherView {
	fn show(&self, lang: Lang) -> String {
		let issuance = &self.issuance;
		let state = match (&self.certificate, &self.merged_into) {
			(Some(certificate), _) => format!("{} ({certificate})", self.state.say(lang)),
			(None, Some(now)) => {
				format!("{} ({}: {now})", self.state.say(lang), l::MERGED_INTO.get(lang))
			}
			(None, None) => self.state.say(lang).to_string(),
		};
		let holds: Vec<_> = self.holds.iter().map(|hold| hold.say(lang)).collect();
		let period = l::PERIOD_OF
			.fill(lang, &[("from", &issuance.period_from), ("to", &issuance.period_to)]);
		let area = l::AREA_OF.fill(lang, &[("mu", &issuance.area.mu()), ("m2", &issuance.area)]);
		let last = self.last_record.as_ref().map(|r| format!("{} {}", r.day, r.kind.say(lang)));
		let none = l::NONE.get(lang).to_string();
		fields(&[
			(l::NUMBER.get(lang), self.number.to_string()),
			(l::SCHEME.get(lang), self.scheme.get(lang).to_string()),
			(l::OWNER.get(lang), self.owner.say(lang)),
			(l::TONNES.get(lang), self.amount.to_string()),
			(l::RANGE.get(lang), format!("[{}, {})", self.from, self.to)),
			(l::STATE.get(lang), state),
			(l::HOLDS.get(lang), if holds.is_empty() { none } else { holds.join(", ") }),
			(l::EDITION.get(lang), self.edition.to_string()),
			(l::FILING_NO.get(lang), issuance.filing_no.clone()),
			(l::ISSUED_BY.get(lang), issuance.office.say(lang)),
			(l::ISSUED_ON.get(lang), issuance.day.to_string()),
			(l::ECOSYSTEM.get(lang), super::ecosystem_text(&issuance.kind).get(lang).to_string()),
			(l::AREA.get(lang), area),
			(l::PLACE.get(lang), issuance.place.clone()),
			(l::PERIOD.get(lang), period),
			(l::ISSUANCE_TOTAL.get(lang), issuance.total.to_string()),
			(l::EVIDENCE.get(lang), issuance.evidence.clone()),
			(l::LAST_RECORD.get(lang), last.unwrap_or_default()),
			(l::STATEMENT.get(lang), self.statement.get(lang).to_string()),
		])
	}
}

impl Show for Vec<VoucherView> {
	fn show(&self, lang: Lang) -> String {
		let mut table = Table::new([
			(l::NUMBER.get(lang), Align::Left),
			(l::OWNER.get(lang), Align::Left),
			(l::TONNES.get(lang), Align::Right),
			(l::STATE.get(lang), Align::Left),
			(l::EDITION.get(lang), Align::Right),
			(l::PLACE.get(lang), Align::Left),
			(l::LAST_RECORD.get(lang), Align::Left),
		]);
		for voucher in self {
			let last = voucher.last_record.as_ref();
			table.row([
				voucher.number.to_string(),
				voucher.owner.say(lang),
				voucher.amount.to_string(),
				voucher.state.say(lang).to_string(),
				voucher.edition.to_string(),
				voucher.issuance.place.clone(),
				last.map(|r| format!("{} {}", r.day, r.kind.say(lang))).unwrap_or_default(),
			]);
		}
		table.render()
	}
}

impl Show for Vec<TotalsView> {
	fn show(&self, lang: Lang) -> String {
		let mut table = Table::new([
			(l::SCHEME.get(lang), Align::Left),
			(l::NAME.get(lang), Align::Left),
			(l::ISSUED.get(lang), Align::Right),
			(l::CIRCULATING.get(lang), Align::Right),
			(l::FREE.get(lang), Align::Right),
			(l::HELD.get(lang), Align::Right),
			(l::OFFSET.get(lang), Align::Right),
			(l::REVOKED.get(lang), Align::Right),
		]);
		for totals in self {
			let TotalsView { issued, circulating, free, held, offset, revoked, .. } = totals;
			let amounts = [issued, circulating, free, held, offset, revoked];
			let mut row = vec![totals.scheme.clone(), totals.name.get(lang).to_string()];
			row.extend(amounts.map(ToString::to_string));
			table.row(row);
		}
		table.render()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::{EscrowId, FreezeId, LossId, PledgeId, RequestId};
	use serde_json::json;

	#[test]
	fn a_hold_names_what_is_behind_it_and_where_the_voucher_stands() {
		let pledge = HoldView::from(HoldKey::Pledge(PledgeId(3)));
		assert_eq!(json!(pledge), json!({ "pledge": 3 }));
		assert_eq!(
			(json!(pledge.state), pledge.say(Lang::Zh)),
			(json!("pledged"), "质押 3".into())
		);
		let request = HoldView::from(HoldKey::OffsetRequest(RequestId(4)));
		assert_eq!(json!(request), json!({ "offset_request": 4 }));
		assert_eq!(json!(request.state), "offset-requested");
		let freeze = HoldView::from(HoldKey::Freeze(FreezeId(5)));
		assert_eq!((json!(freeze), json!(freeze.state)), (json!({ "freeze": 5 }), json!("frozen")));
		let loss = HoldView::from(HoldKey::Loss(LossId(6)));
		assert_eq!(
			(json!(loss), json!(loss.state)),
			(json!({ "loss": 6 }), json!("reported-lost"))
		);
		let escrow = HoldView::from(HoldKey::Escrow(EscrowId(7)));
		assert_eq!(
			(json!(escrow), json!(escrow.state)),
			(json!({ "escrow": 7 }), json!("in-escrow"))
		);
	}

	#[test]
	fn a_voucher_under_several_holds_is_held_unless_all_are_alike() {
		let freeze = |number| HoldView::from(HoldKey::Freeze(FreezeId(number)));
		let pledge = HoldView::from(HoldKey::Pledge(PledgeId(1)));
		assert_eq!(StateView::under(&[]), StateView::Free);
		assert_eq!(StateView::under(&[pledge]), StateView::Pledged);
		assert_eq!(StateView::under(&[freeze(1), freeze(2)]), StateView::Frozen);
		assert_eq!(StateView::under(&[pledge, freeze(2)]), StateView::Held);
	}
}
