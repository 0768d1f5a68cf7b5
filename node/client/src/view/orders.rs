//! What offices and owners enter on vouchers: freezes, lost papers, inspections.

use super::{
	acts::{say_ranges, RangeView},
	Choice, Show,
};
use crate::{
	catalogue::{labels as l, Lang, Text},
	chain::{
		read,
		vouchers::{Freeze, FreezeOrder, Inspection, Loss},
		FreezeId, InspectionId, LossId,
	},
	directory::{Directory, OfficeLabel, PartyLabel},
	error::Error,
	number::VoucherNumber,
	table::fields,
	units::{Day, Kilograms},
};
use serde::Serialize;

/// A freeze, in force or in the queue.
#[derive(Clone, Debug, Serialize)]
pub struct FreezeView {
	/// Its number; of several on a voucher the lowest is in effect.
	pub number: u32,
	/// The scheme of its vouchers.
	pub scheme: String,
	/// The office that entered it.
	pub office: OfficeLabel,
	/// Number of the order.
	pub order_no: String,
	/// Who ordered it.
	pub authority: String,
	/// Its legal basis.
	pub basis: String,
	/// Since when.
	pub since: Day,
	/// First day on which it is over.
	pub expires: Day,
	/// SHA-256 of the order.
	pub evidence: String,
	/// What is frozen.
	pub ranges: Vec<RangeView>,
	/// How much.
	pub total: Kilograms,
	/// On how many vouchers it lies.
	pub vouchers: u32,
}

/// A paper reported lost or destroyed.
#[derive(Clone, Debug, Serialize)]
pub struct LossView {
	/// Its number.
	pub number: u32,
	/// Whose paper.
	pub voucher: VoucherNumber,
	/// Who reported it.
	pub reporter: PartyLabel,
	/// `lost` or `destroyed`.
	pub kind: &'static str,
	#[serde(skip)]
	said: Text,
	/// How.
	pub reason: String,
	/// Since when.
	pub since: Day,
	/// First day after the public notice.
	pub notice_until: Day,
	/// What it covers.
	pub ranges: Vec<RangeView>,
	/// How much.
	pub total: Kilograms,
	/// On how many vouchers it lies.
	pub vouchers: u32,
}

/// An inspection.
#[derive(Clone, Debug, Serialize)]
pub struct InspectionView {
	/// Its number.
	pub number: u32,
	/// What was inspected.
	pub voucher: VoucherNumber,
	/// By which office.
	pub office: OfficeLabel,
	/// When.
	pub day: Day,
	/// `on-site`, `documents` or `systems`.
	pub method: &'static str,
	#[serde(skip)]
	said: Text,
	/// What was found.
	pub finding: String,
	/// SHA-256 of the report.
	pub evidence: String,
}

impl Directory {
	/// A freeze, in force or in the queue.
	pub async fn freeze_view(&mut self, id: FreezeId) -> Result<FreezeView, Error> {
		let number = id.0;
		let freeze = self.state().freeze(id).await?;
		let Freeze { scheme, office, order, since, held } =
			freeze.ok_or(Error::UnknownFreeze(number))?;
		let FreezeOrder { order_no, authority, basis, expires, evidence } = order;
		let ranges = self.ranges(&held.ranges.0).await?;
		Ok(FreezeView {
			number,
			scheme: self.scheme_code(scheme).await?,
			office: self.office(office).await?,
			order_no: read(&order_no),
			authority: read(&authority),
			basis: read(&basis),
			since: since.into(),
			expires: expires.into(),
			evidence: format!("{evidence:?}"),
			total: ranges.iter().filter_map(|range| range.amount).sum(),
			ranges,
			vouchers: held.vouchers,
		})
	}

	/// An open report of loss.
	pub async fn loss_view(&mut self, id: LossId) -> Result<LossView, Error> {
		let number = id.0;
		let loss = self.state().loss(id).await?;
		let Loss { voucher, reporter, kind, reason, since, notice_until, held } =
			loss.ok_or(Error::UnknownLoss(number))?;
		let (kind, said) = kind.words();
		let ranges = self.ranges(&held.ranges.0).await?;
		Ok(LossView {
			number,
			voucher: self.voucher(&voucher).await?,
			reporter: self.party(reporter).await?,
			kind,
			said,
			reason: read(&reason),
			since: since.into(),
			notice_until: notice_until.into(),
			total: ranges.iter().filter_map(|range| range.amount).sum(),
			ranges,
			vouchers: held.vouchers,
		})
	}

	/// An inspection.
	pub async fn inspection_view(&mut self, id: InspectionId) -> Result<InspectionView, Error> {
		let number = id.0;
		let inspection = self.state().inspection(id).await?;
		let Inspection { voucher, office, day, method, finding, evidence } =
			inspection.ok_or(Error::UnknownInspection(number))?;
		let (method, said) = method.words();
		Ok(InspectionView {
			number,
			voucher: self.voucher(&voucher).await?,
			office: self.office(office).await?,
			day: day.into(),
			method,
			said,
			finding: read(&finding),
			evidence: format!("{evidence:?}"),
		})
	}
}

impl Show for FreezeView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::NUMBER.get(lang), self.number.to_string()),
			(l::SCHEME.get(lang), self.scheme.clone()),
			(l::ORDER_NO.get(lang), self.order_no.clone()),
			(l::AUTHORITY.get(lang), self.authority.clone()),
			(l::BASIS.get(lang), self.basis.clone()),
			(l::REGISTERED_BY.get(lang), self.office.say(lang)),
			(l::SINCE.get(lang), self.since.to_string()),
			(l::EXPIRES.get(lang), self.expires.to_string()),
			(l::TONNES.get(lang), self.total.to_string()),
			(l::RANGE.get(lang), say_ranges(&self.ranges)),
			(l::EVIDENCE.get(lang), self.evidence.clone()),
		])
	}
}

impl Show for LossView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::LOSS.get(lang), self.number.to_string()),
			(l::NUMBER.get(lang), self.voucher.to_string()),
			(l::KIND.get(lang), self.said.get(lang).to_string()),
			(l::REPORTER.get(lang), self.reporter.say(lang)),
			(l::REASON.get(lang), self.reason.clone()),
			(l::SINCE.get(lang), self.since.to_string()),
			(l::NOTICE_UNTIL.get(lang), self.notice_until.to_string()),
			(l::TONNES.get(lang), self.total.to_string()),
			(l::RANGE.get(lang), say_ranges(&self.ranges)),
		])
	}
}

impl Show for InspectionView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::INSPECTION.get(lang), self.number.to_string()),
			(l::NUMBER.get(lang), self.voucher.to_string()),
			(l::INSPECTED_BY.get(lang), self.office.say(lang)),
			(l::DAY.get(lang), self.day.to_string()),
			(l::METHOD.get(lang), self.said.get(lang).to_string()),
			(l::FINDING.get(lang), self.finding.clone()),
			(l::EVIDENCE.get(lang), self.evidence.clone()),
		])
	}
}
