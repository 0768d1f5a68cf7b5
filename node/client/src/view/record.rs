//! Register pages and their entries.

use super::Show;
use crate::{
	catalogue::{labels as l, Lang},
	chain::{
		read,
		vouchers::{By, Record, RecordKind, TransferCause},
		AccountId, VoucherId,
	},
	directory::{Directory, OfficeLabel, PartyLabel},
	error::Error,
	number::{CertificateNumber, VoucherNumber},
	table::{Align, Table},
	units::{Day, Fen, Kilograms},
};
use serde::Serialize;

/// What a record says happened.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum KindView {
	Issued,
	SplitInto { part: u32 },
	SplitFrom { part: u32 },
	Sale { price: Fen },
	Gift,
	Pledged { pledge: u32 },
	PledgeReleased { pledge: u32 },
	OffsetRequested { request: u32 },
	OffsetWithdrawn { request: u32 },
	OffsetRefused { request: u32 },
	OffsetExpired { request: u32 },
	Offset { certificate: CertificateNumber },
}

impl KindView {
	/// In words.
	pub fn say(&self, lang: Lang) -> String {
		match self {
			Self::Issued => l::KIND_ISSUED.get(lang).to_string(),
			Self::SplitInto { part } => l::KIND_SPLIT_INTO.fill(lang, &[("part", part)]),
			Self::SplitFrom { part } => l::KIND_SPLIT_FROM.fill(lang, &[("part", part)]),
			Self::Sale { price } => l::KIND_SALE.fill(lang, &[("yuan", price)]),
			Self::Gift => l::KIND_GIFT.get(lang).to_string(),
			Self::Pledged { pledge } => l::KIND_PLEDGED.fill(lang, &[("number", pledge)]),
			Self::PledgeReleased { pledge } => l::KIND_RELEASED.fill(lang, &[("number", pledge)]),
			Self::OffsetRequested { request } => {
				l::KIND_REQUESTED.fill(lang, &[("number", request)])
			}
			Self::OffsetWithdrawn { request } => {
				l::KIND_WITHDRAWN.fill(lang, &[("number", request)])
			}
			Self::OffsetRefused { request } => l::KIND_REFUSED.fill(lang, &[("number", request)]),
			Self::OffsetExpired { request } => l::KIND_EXPIRED.fill(lang, &[("number", request)]),
			Self::Offset { certificate } => l::KIND_OFFSET.fill(lang, &[("number", certificate)]),
		}
	}
}

/// Who signed.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ByView {
	/// Nobody: a day passed.
	Expiry,
	/// An office, through an account.
	Office {
		/// Which.
		office: OfficeLabel,
		/// Through which account.
		account: String,
	},
	/// A party, through an account.
	Party {
		/// Which.
		party: PartyLabel,
		/// Through which account.
		account: String,
	},
}

impl ByView {
	/// In words.
	pub fn say(&self, lang: Lang) -> String {
		match self {
			Self::Expiry => l::BY_EXPIRY.get(lang).to_string(),
			Self::Office { office, .. } => office.say(lang),
			Self::Party { party, .. } => party.say(lang),
		}
	}
}

/// One entry on a register page.
#[derive(Clone, Debug, Serialize)]
pub struct RecordView {
	/// From 0, without a gap.
	pub no: u32,
	/// In which block.
	pub block: u32,
	/// On which day.
	pub day: Day,
	/// What happened.
	#[serde(flatten)]
	pub kind: KindView,
	/// Who signed it.
	pub by: ByView,
	/// First kilogram of the voucher then.
	pub from: u64,
	/// The kilogram after the last.
	pub to: u64,
	/// Receiver, pledgee or beneficiary.
	pub counterparty: Option<PartyLabel>,
	/// Number of the paper behind it.
	pub reference: String,
	/// SHA-256 of it.
	pub evidence: Option<String>,
}

/// A register page, or a part of one.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
	/// Of which voucher.
	pub number: VoucherNumber,
	/// Its records, in order.
	pub records: Vec<RecordView>,
	/// Where the page goes on, if it does.
	pub next: Option<u32>,
}

impl Directory {
	/// One entry of a register page.
	pub async fn record(
		&mut self,
		no: u32,
		record: Record<AccountId>,
	) -> Result<RecordView, Error> {
		let kind = match record.kind {
			RecordKind::Issued => KindView::Issued,
			RecordKind::SplitInto(part) => KindView::SplitInto { part },
			RecordKind::SplitFrom(part) => KindView::SplitFrom { part },
			RecordKind::Transferred(TransferCause::Sale { price }) => {
				KindView::Sale { price: price.into() }
			}
			RecordKind::Transferred(TransferCause::Gift) => KindView::Gift,
			RecordKind::Pledged(pledge) => KindView::Pledged { pledge: pledge.0 },
			RecordKind::PledgeReleased(pledge) => KindView::PledgeReleased { pledge: pledge.0 },
			RecordKind::OffsetRequested(request) => {
				KindView::OffsetRequested { request: request.0 }
			}
			RecordKind::OffsetWithdrawn(request) => {
				KindView::OffsetWithdrawn { request: request.0 }
			}
			RecordKind::OffsetRefused(request) => KindView::OffsetRefused { request: request.0 },
			RecordKind::OffsetExpired(request) => KindView::OffsetExpired { request: request.0 },
			RecordKind::Offset(certificate) => {
				KindView::Offset { certificate: self.certificate(&certificate).await? }
			}
		};
		let by = match record.by {
			By::Expiry => ByView::Expiry,
			By::Office(office, account) => {
				ByView::Office { office: self.office(office).await?, account: account.to_string() }
			}
			By::Party(party, account) => {
				ByView::Party { party: self.party(party).await?, account: account.to_string() }
			}
		};
		let counterparty = match record.counterparty {
			Some(party) => Some(self.party(party).await?),
			None => None,
		};
		Ok(RecordView {
			no,
			block: record.block,
			day: record.day.into(),
			kind,
			by,
			from: record.from.0,
			to: record.to.0,
			counterparty,
			reference: read(&record.reference),
			evidence: record.evidence.map(|hash| format!("{hash:?}")),
		})
	}

	/// A voucher's register page from record `from` on.
	pub async fn page(
		&mut self,
		number: &VoucherNumber,
		from: u32,
		limit: u32,
	) -> Result<PageView, Error> {
		let id: VoucherId = self.voucher_id(number).await?;
		let voucher = self.state().voucher(id.clone()).await?;
		let voucher = voucher.ok_or_else(|| Error::UnknownVoucher(number.to_string()))?.voucher;
		let entries = self.state().register_page(id, from, limit).await?;
		let after = entries.last().map_or(from, |(last, _)| last.saturating_add(1));
		let mut records = Vec::new();
		for (no, record) in entries {
			records.push(self.record(no, record).await?);
		}
		let next = (after < voucher.records && !records.is_empty()).then_some(after);
		Ok(PageView { number: number.clone(), records, next })
	}
}

impl Show for PageView {
	fn show(&self, lang: Lang) -> String {
		let mut table = Table::new([
			("#", Align::Right),
			(l::DAY.get(lang), Align::Left),
			(l::BLOCK.get(lang), Align::Right),
			(l::RECORD.get(lang), Align::Left),
			(l::BY.get(lang), Align::Left),
			(l::COUNTERPARTY.get(lang), Align::Left),
			(l::TONNES.get(lang), Align::Right),
			(l::REFERENCE.get(lang), Align::Left),
		]);
		for record in &self.records {
			let counterparty = record.counterparty.as_ref().map(|party| party.say(lang));
			table.row([
				record.no.to_string(),
				record.day.to_string(),
				record.block.to_string(),
				record.kind.say(lang),
				record.by.say(lang),
				counterparty.unwrap_or_default(),
				Kilograms(record.to.saturating_sub(record.from)).to_string(),
				record.reference.clone(),
			]);
		}
		let more = self.next.map(|after| l::MORE.fill(lang, &[("after", &after)]) + "\n");
		format!("{}\n{}{}", self.number, table.render(), more.unwrap_or_default())
	}
}
