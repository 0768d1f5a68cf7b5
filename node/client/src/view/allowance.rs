//! What parties and offices may use of blocks.

use super::Show;
use crate::{
	catalogue::{labels as l, Lang, Text},
	chain::{
		allowances::{Allowance, AllowanceInfo, Class, Payer, Quantity, Standing},
		AccountId,
	},
	directory::{Directory, OfficeLabel, PartyLabel},
	error::Error,
	table::{Align, Table},
};
use serde::Serialize;

/// Whose allowance it is.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PayerView {
	/// An office's.
	Office(OfficeLabel),
	/// A party's.
	Party(PartyLabel),
}

impl PayerView {
	fn say(&self, lang: Lang) -> String {
		match self {
			Self::Office(office) => office.say(lang),
			Self::Party(party) => party.say(lang),
		}
	}
}

/// An amount of transactions.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct QuantityView {
	/// How many.
	pub count: u32,
	/// Bytes of them.
	pub bytes: u32,
	/// Their weight, as reference time in picoseconds.
	pub ref_time: u64,
}

impl From<Quantity> for QuantityView {
	fn from(quantity: Quantity) -> Self {
		let Quantity { count, bytes, ref_time } = quantity;
		Self { count, bytes, ref_time }
	}
}

/// What may be used, and what is left of it.
#[derive(Clone, Debug, Serialize)]
pub struct AllowanceView {
	/// Whose: all its accounts share it.
	pub payer: PayerView,
	/// `governance`, `duty`, `platform` or `other`.
	pub class: &'static str,
	#[serde(skip)]
	said: Text,
	/// What is left now.
	pub left: QuantityView,
	/// The most that may be used at once.
	pub limit: QuantityView,
	/// In how many blocks all of it recovers.
	pub period: u32,
}

impl Directory {
	/// What an account may still use, with the others of its party or office.
	pub async fn allowances(&mut self, account: &AccountId) -> Result<Vec<AllowanceView>, Error> {
		let mut views = Vec::new();
		for AllowanceInfo { standing, allowance, left } in self.state().allowances(account).await? {
			let Standing { payer, class } = standing;
			let Allowance { limit, period } = allowance;
			let (class, said) = match class {
				Class::Other => ("other", l::CLASS_OTHER),
				Class::Platform => ("platform", l::ROLE_PLATFORM),
				Class::Duty => ("duty", l::DUTY),
				Class::Governance => ("governance", l::ROLE_COUNCIL),
			};
			let payer = match payer {
				Payer::Office(office) => PayerView::Office(self.office(office).await?),
				Payer::Party(party) => PayerView::Party(self.party(party).await?),
			};
			let (left, limit) = (left.into(), limit.into());
			views.push(AllowanceView { payer, class, said, left, limit, period });
		}
		Ok(views)
	}
}

impl Show for Vec<AllowanceView> {
	fn show(&self, lang: Lang) -> String {
		if self.is_empty() {
			return l::NO_ALLOWANCE.get(lang).to_string();
		}
		let mut table = Table::new([
			(l::PAYER.get(lang), Align::Left),
			(l::KIND.get(lang), Align::Left),
			(l::LEFT_COUNT.get(lang), Align::Right),
			(l::LEFT_BYTES.get(lang), Align::Right),
			(l::LEFT_TIME.get(lang), Align::Right),
			(l::RECOVERS.get(lang), Align::Right),
		]);
		let of = |left: u64, limit: u64| format!("{left} / {limit}");
		let milliseconds = |picoseconds: u64| picoseconds / 1_000_000_000;
		for AllowanceView { payer, said, left, limit, period, .. } in self {
			table.row([
				payer.say(lang),
				said.get(lang).to_string(),
				of(left.count.into(), limit.count.into()),
				of(left.bytes.into(), limit.bytes.into()),
				of(milliseconds(left.ref_time), milliseconds(limit.ref_time)),
				period.to_string(),
			]);
		}
		table.render()
	}
}
