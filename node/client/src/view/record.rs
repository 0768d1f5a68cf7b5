//! Register pages and their entries.

use super::{cause_phrase, Choice, Show};
use crate::{
	catalogue::{labels as l, Lang},
	chain::{
		read,
		rules::By,
		vouchers::{Record, RecordKind},
		AccountId, VoucherId,
	},
	directory::{Directory, OfficeLabel, PartyLabel},
	error::Error,
	number::VoucherNumber,
	phrase::Phrase,
	table::{Align, Table},
	units::{Day, Kilograms},
};
use serde::{Serialize, Serializer};
use serde_json::Value;

/// What a record says happened: its kind under `kind`, and the kind's values, whose names must be
/// none of [`RecordView`]'s.
#[derive(Clone, Debug)]
pub struct KindView {
	name: &'static str,
	phrase: Phrase,
}

impl KindView {
	/// Of a kind, and what it says.
	pub(super) fn new(name: &'static str, phrase: Phrase) -> Self {
		Self { name, phrase }
	}

	/// For programs: `split-into`, `pledged` and the like.
	pub fn name(&self) -> &'static str {
		self.name
	}

	/// In words.
	pub fn say(&self, lang: Lang) -> String {
		self.phrase.say(lang)
	}
}

impl Serialize for KindView {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		let kind = ("kind".to_string(), Value::from(self.name));
		serializer.collect_map([kind].into_iter().chain(self.phrase.values()))
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
		let say = Phrase::new;
		let (name, phrase) = match record.kind {
			RecordKind::Issued => ("issued", say(l::KIND_ISSUED)),
			RecordKind::SplitInto(part) => {
				("split-into", say(l::KIND_SPLIT_INTO).number("part", part))
			}
			RecordKind::SplitFrom(part) => {
				("split-from", say(l::KIND_SPLIT_FROM).number("part", part))
			}
			RecordKind::Transferred(cause) => cause_phrase(&cause),
			RecordKind::Pledged(pledge) => {
				("pledged", say(l::KIND_PLEDGED).number("pledge", pledge.0))
			}
			RecordKind::PledgeReleased(pledge) => {
				("pledge-released", say(l::KIND_RELEASED).number("pledge", pledge.0))
			}
			RecordKind::OffsetRequested(request) => {
				("offset-requested", say(l::KIND_REQUESTED).number("request", request.0))
			}
			RecordKind::OffsetWithdrawn(request) => {
				("offset-withdrawn", say(l::KIND_WITHDRAWN).number("request", request.0))
			}
			RecordKind::OffsetRefused(request) => {
				("offset-refused", say(l::KIND_REFUSED).number("request", request.0))
			}
			RecordKind::OffsetExpired(request) => {
				("offset-expired", say(l::KIND_EXPIRED).number("request", request.0))
			}
			RecordKind::Offset(certificate) => {
				let number = self.certificate(&certificate).await?;
				("offset", say(l::KIND_OFFSET).plain("certificate", number))
			}
			RecordKind::MergedInto(part) => {
				("merged-into", say(l::KIND_MERGED_INTO).number("part", part))
			}
			RecordKind::MergedFrom(part) => {
				("merged-from", say(l::KIND_MERGED_FROM).number("part", part))
			}
			RecordKind::Succeeded(cause) => {
				let (name, text) = cause.words();
				(name, say(text))
			}
			RecordKind::ShareTransferred { millionths, cause } => {
				let (kind, cause) = cause_phrase(&cause);
				let phrase = say(l::KIND_SHARE).share("millionths", millionths);
				("share-transferred", phrase.phrase("cause", kind, &cause))
			}
			RecordKind::Partitioned => ("partitioned", say(l::KIND_PARTITIONED)),
			RecordKind::OwnershipChanged => ("ownership-changed", say(l::KIND_OWNERSHIP)),
			RecordKind::Changed(change) => {
				("changed", say(l::KIND_CHANGED).choice("change", &change))
			}
			RecordKind::Frozen(freeze) => {
				("frozen", say(l::KIND_FROZEN).number("freeze", freeze.0))
			}
			RecordKind::FreezeExtended(freeze) => {
				("freeze-extended", say(l::KIND_FREEZE_EXTENDED).number("freeze", freeze.0))
			}
			RecordKind::FreezeLifted(freeze) => {
				("freeze-lifted", say(l::KIND_FREEZE_LIFTED).number("freeze", freeze.0))
			}
			RecordKind::FreezeExpired(freeze) => {
				("freeze-expired", say(l::KIND_FREEZE_EXPIRED).number("freeze", freeze.0))
			}
			RecordKind::LossReported(loss) => {
				("loss-reported", say(l::KIND_LOSS).number("loss", loss.0))
			}
			RecordKind::Found(loss) => ("found", say(l::KIND_FOUND).number("loss", loss.0)),
			RecordKind::EscrowOpened(escrow) => {
				("escrow-opened", say(l::KIND_ESCROW_OPENED).number("escrow", escrow.0))
			}
			RecordKind::EscrowClosed(escrow) => {
				("escrow-closed", say(l::KIND_ESCROW_CLOSED).number("escrow", escrow.0))
			}
			RecordKind::Delivered { escrow, price } => {
				let phrase = say(l::KIND_DELIVERED).number("escrow", escrow.0);
				("delivered", phrase.money("price", price))
			}
			RecordKind::Inspected(inspection) => {
				("inspected", say(l::KIND_INSPECTED).number("inspection", inspection.0))
			}
			RecordKind::PledgeChanged(pledge) => {
				("pledge-changed", say(l::KIND_PLEDGE_CHANGED).number("pledge", pledge.0))
			}
			RecordKind::PledgeAssigned { pledge, opinion } => {
				let phrase = say(l::KIND_PLEDGE_ASSIGNED).number("pledge", pledge.0);
				("pledge-assigned", phrase.choice("opinion", &opinion))
			}
			RecordKind::Enforced(pledge) => {
				("enforced", say(l::KIND_ENFORCED).number("pledge", pledge.0))
			}
			RecordKind::PledgeLifted(pledge) => {
				("pledge-lifted", say(l::KIND_PLEDGE_LIFTED).number("pledge", pledge.0))
			}
			RecordKind::OffsetEnded(request) => {
				("offset-ended", say(l::KIND_OFFSET_ENDED).number("request", request.0))
			}
		};
		let kind = KindView::new(name, phrase);
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

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	#[test]
	fn a_record_names_its_kind_beside_the_kinds_values() {
		#[derive(Serialize)]
		struct Outer {
			no: u32,
			#[serde(flatten)]
			kind: KindView,
			from: u64,
		}
		let phrase = Phrase::new(l::KIND_PLEDGED).number("pledge", 3);
		let outer = Outer { no: 1, kind: KindView { name: "pledged", phrase }, from: 0 };
		let shown = json!({ "no": 1, "kind": "pledged", "pledge": 3, "from": 0 });
		assert_eq!(json!(outer), shown);
		assert!(outer.kind.say(Lang::Zh).contains("第 3 号"));
	}
}
