//! Changes of pledges that wait for the other side.

use super::{record::KindView, Show};
use crate::{
	catalogue::{labels as l, Lang},
	chain::{
		read,
		vouchers::{PendingChange, PledgeChange, PledgeTerms, Proceeds},
		PledgeId,
	},
	directory::{Directory, PartyLabel},
	error::Error,
	phrase::Phrase,
	table::fields,
	units::Day,
};
use serde::Serialize;

/// A change of a pledge that waits for the other side.
#[derive(Clone, Debug, Serialize)]
pub struct PledgeChangeView {
	/// Of which pledge.
	pub pledge: u32,
	/// What is to change: `terms`, `assign`, `agreement` or `sale`.
	pub change: KindView,
	/// Who proposed it.
	pub proposer: PartyLabel,
	/// First day on which it is over.
	pub expires: Day,
}

impl Directory {
	/// A change of a pledge that waits for the other side.
	pub async fn pledge_change_view(&mut self, id: PledgeId) -> Result<PledgeChangeView, Error> {
		let pledge = id.0;
		let pending = self.state().pledge_change(id).await?;
		let PendingChange { change, proposer, expires } =
			pending.ok_or(Error::NoPledgeChange(pledge))?;
		let (kind, change) = self.change_phrase(change).await?;
		Ok(PledgeChangeView {
			pledge,
			change: KindView::new(kind, change),
			proposer: self.party(proposer).await?,
			expires: expires.into(),
		})
	}

	/// What is to change: its kind for programs, and in words.
	pub(super) async fn change_phrase(
		&mut self,
		change: PledgeChange,
	) -> Result<(&'static str, Phrase), Error> {
		let say = Phrase::new;
		Ok(match change {
			PledgeChange::Terms(PledgeTerms { secured, contract, due, registry_no }) => {
				let phrase = say(l::CHANGE_TERMS)
					.money("secured", secured)
					.day("due", due)
					.plain("registry_no", read(&registry_no))
					.hash("contract", &contract);
				("terms", phrase)
			}
			PledgeChange::Assign { to, opinion, reference, evidence } => {
				let phrase = say(l::CHANGE_ASSIGN)
					.party("to", self.party(to).await?)
					.choice("opinion", &opinion)
					.plain("reference", read(&reference))
					.hash("evidence", &evidence);
				("assign", phrase)
			}
			PledgeChange::Agreement(Proceeds { to, price, reference, evidence, .. }) => {
				let phrase = say(l::CHANGE_AGREEMENT)
					.party("to", self.party(to).await?)
					.money("price", price)
					.plain("reference", read(&reference))
					.hash("evidence", &evidence);
				("agreement", phrase)
			}
			PledgeChange::Sale => ("sale", say(l::CHANGE_SALE)),
		})
	}
}

impl Show for PledgeChangeView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::PLEDGE.get(lang), self.pledge.to_string()),
			(l::CHANGE.get(lang), self.change.say(lang)),
			(l::PROPOSER.get(lang), self.proposer.say(lang)),
			(l::EXPIRES.get(lang), self.expires.to_string()),
		])
	}
}
