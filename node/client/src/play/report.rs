//! What a play left on the chain.

use super::{
	file::{MadeUpCase, Skipped},
	run::Player,
};
use crate::{
	catalogue::{labels as l, Lang},
	chain::{IssuanceId, VoucherId},
	directory::Directory,
	error::Error,
	table::{Align, Table},
	view::{Show, TotalsView, VoucherView},
};
use serde::Serialize;
use std::collections::BTreeSet;

/// A voucher of the play.
#[derive(Clone, Debug, Serialize)]
pub struct PlayedVoucher {
	/// The published cases it is taken from, or the made-up one.
	pub cases: BTreeSet<String>,
	/// What of it was not published.
	pub made_up: BTreeSet<String>,
	/// Itself.
	#[serde(flatten)]
	pub voucher: VoucherView,
}

/// Every voucher of the play's issuances, and totals of its schemes.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
	/// The vouchers.
	pub vouchers: Vec<PlayedVoucher>,
	/// Totals of the play's schemes.
	pub totals: Vec<TotalsView>,
	/// Cases that are made up as a whole.
	pub made_up: Vec<MadeUpCase>,
	/// How many steps were done.
	pub steps: usize,
	/// How many of them stood already.
	pub standing: usize,
	/// Cases that are not played.
	pub skipped: Vec<Skipped>,
}

impl Player {
	/// What stands now.
	pub async fn report(&self, standing: usize) -> Result<Report, Error> {
		let mut names = Directory::new(self.client.state().await?);
		let mut named: Vec<(VoucherId, BTreeSet<String>, BTreeSet<String>)> = {
			let labels = self.labels();
			let vouchers = labels.vouchers.iter().map(|(label, id)| {
				let made_up = labels.made_up.get(label).cloned().unwrap_or_default();
				let cases = labels.cases.get(label).cloned().unwrap_or_default();
				(id.clone(), made_up, cases)
			});
			vouchers.collect()
		};
		let key = |id: &VoucherId| {
			let IssuanceId { scheme, year, serial } = &id.issuance;
			(scheme.0, *year, *serial, id.part)
		};
		named.sort_by_key(|(id, ..)| key(id));
		// A voucher that changed hands whole goes by two names.
		named.dedup_by(|next, kept| {
			let same = next.0 == kept.0;
			if same {
				kept.1.append(&mut next.1);
				kept.2.append(&mut next.2);
			}
			same
		});
		let (mut vouchers, mut schemes) = (Vec::new(), Vec::new());
		for (id, made_up, cases) in named {
			if !schemes.contains(&id.issuance.scheme) {
				schemes.push(id.issuance.scheme.clone());
			}
			let Some(info) = names.state().voucher(id).await? else { continue };
			let voucher = names.voucher_view(info).await?;
			vouchers.push(PlayedVoucher { cases, made_up, voucher });
		}
		Ok(Report {
			vouchers,
			totals: names.totals(&schemes).await?,
			made_up: self.play.made_up.clone(),
			steps: self.steps(),
			standing,
			skipped: self.play.skipped.clone(),
		})
	}
}

impl Show for Report {
	fn show(&self, lang: Lang) -> String {
		let mut table = Table::new([
			(l::NUMBER.get(lang), Align::Left),
			(l::SCHEME.get(lang), Align::Left),
			(l::OWNER.get(lang), Align::Left),
			(l::TONNES.get(lang), Align::Right),
			(l::STATE.get(lang), Align::Left),
			(l::LAST_RECORD.get(lang), Align::Left),
			(l::MADE_UP.get(lang), Align::Left),
		]);
		for PlayedVoucher { voucher, made_up, .. } in &self.vouchers {
			let last = voucher.last_record.as_ref().map(|record| record.kind.say(lang));
			let made_up: Vec<_> = made_up
				.iter()
				.map(|part| l::made_up(part).map_or(part.as_str(), |words| words.get(lang)))
				.collect();
			table.row([
				voucher.number.to_string(),
				voucher.scheme.get(lang).to_string(),
				voucher.owner.say(lang),
				voucher.amount.to_string(),
				voucher.state.say(lang).to_string(),
				last.unwrap_or_default(),
				made_up.join(if lang == Lang::Zh { "、" } else { ", " }),
			]);
		}
		let done = l::PLAY_DONE.fill(
			lang,
			&[
				("done", &self.steps),
				("standing", &self.standing),
				("skipped", &self.skipped.len()),
			],
		);
		let mut cases = Table::new([
			(l::PLAY_CASE.get(lang), Align::Left),
			(l::PLAY_VOUCHERS.get(lang), Align::Left),
		]);
		for made_up in &self.made_up {
			let of_case = |played: &&PlayedVoucher| played.cases.contains(&made_up.case);
			let vouchers = self.vouchers.iter().filter(of_case);
			let numbers: Vec<_> =
				vouchers.map(|played| played.voucher.number.to_string()).collect();
			cases.row([made_up.title.get(lang).to_string(), numbers.join(", ")]);
		}
		let skipped: String = self
			.skipped
			.iter()
			.map(|skipped| format!("  {}: {}\n", skipped.case, skipped.why.get(lang)))
			.collect();
		format!(
			"{}\n{}\n{}\n{}\n{}\n{}\n{}\n\n{done}\n{skipped}",
			l::PLAY_TITLE.get(lang),
			table.render(),
			l::PLAY_MADE_UP.get(lang),
			cases.render(),
			l::TOTALS_TITLE.get(lang),
			self.totals.show(lang),
			l::PLAY_MARK.get(lang),
		)
	}
}
