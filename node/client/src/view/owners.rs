//! What co-owners do together, and with their shares.

use super::{
	acts::{both, say_parties, say_ranges},
	cause_phrase, duty_name, needs_text, percent,
	record::KindView,
	Show,
};
use crate::{
	catalogue::{labels as l, Lang},
	chain::{
		read,
		vouchers::{OwnersAct, PledgeTerms, Proposal, ShareOffer, TransferCause},
		ProposalId, ShareOfferId,
	},
	directory::{Directory, Name, PartyLabel},
	error::Error,
	number::VoucherNumber,
	phrase::Phrase,
	table::fields,
	units::{Day, Fen},
};
use serde::Serialize;
use serde_json::json;

/// An act that waits for more of the owners.
#[derive(Clone, Debug, Serialize)]
pub struct ProposalView {
	/// Its number.
	pub number: u32,
	/// What is to be done.
	pub act: KindView,
	/// Who signed, the proposer first.
	pub signers: Vec<PartyLabel>,
	/// First day on which it is over.
	pub expires: Day,
}

/// A share on offer.
#[derive(Clone, Debug, Serialize)]
pub struct ShareOfferView {
	/// Its number.
	pub number: u32,
	/// Of which voucher.
	pub voucher: VoucherNumber,
	/// Its edition when it was offered.
	pub edition: u32,
	/// Who sells.
	pub seller: PartyLabel,
	/// Who buys, if no owner takes it.
	pub buyer: PartyLabel,
	/// How much, in parts per million of the whole.
	pub millionths: u32,
	/// Why: `sale`, `gift`.
	pub cause: &'static str,
	/// For how much, of a sale.
	pub price: Option<Fen>,
	#[serde(skip)]
	said: Phrase,
	/// Number of the contract.
	pub reference: String,
	/// SHA-256 of it.
	pub evidence: String,
	/// The owners who take it instead of the buyer.
	pub takers: Vec<PartyLabel>,
	/// Whether it waits for the buyer.
	pub needs_receiver: bool,
	/// The duty that it waits for.
	pub needs_duty: Option<&'static str>,
	/// Both in words.
	pub needs: Name,
	/// First day on which it can be completed.
	pub notice_until: Day,
	/// First day on which it is over.
	pub expires: Day,
}

impl Directory {
	/// An act that waits for more of the owners.
	pub async fn proposal_view(&mut self, id: ProposalId) -> Result<ProposalView, Error> {
		let number = id.0;
		let proposal = self.state().proposal(id).await?;
		let Proposal { act, signers, expires } = proposal.ok_or(Error::UnknownProposal(number))?;
		Ok(ProposalView {
			number,
			act: self.act(act).await?,
			signers: self.parties(&signers).await?,
			expires: expires.into(),
		})
	}

	async fn act(&mut self, act: OwnersAct) -> Result<KindView, Error> {
		let say = Phrase::new;
		let (name, phrase) = match act {
			OwnersAct::Split { voucher, amount, .. } => {
				let voucher = self.voucher(&voucher).await?;
				("split", say(l::ACT_SPLIT).plain("voucher", voucher).amount("amount", amount))
			}
			OwnersAct::Merge { voucher, other, .. } => {
				let phrase = say(l::ACT_MERGE).plain("voucher", self.voucher(&voucher).await?);
				("merge", phrase.plain("other", self.voucher(&other).await?))
			}
			OwnersAct::Transfer { lot, to, cause, reference, .. } => {
				let (kind, cause) = cause_phrase(&cause);
				let lot = self.lot(&lot).await?;
				let phrase = say(l::ACT_TRANSFER)
					.said("lot", json!(lot), lot.say(), lot.say())
					.party("to", self.party(to).await?)
					.phrase("cause", kind, &cause)
					.plain("reference", read(&reference));
				("transfer", phrase)
			}
			OwnersAct::OfferPledge { lots, pledgee, terms } => {
				let PledgeTerms { secured, due, registry_no, .. } = terms;
				let lots = self.lots(&lots).await?;
				let phrase = say(l::ACT_PLEDGE)
					.said("lots", json!(lots), say_ranges(&lots), say_ranges(&lots))
					.party("pledgee", self.party(pledgee).await?)
					.money("secured", secured)
					.day("due", due)
					.plain("registry_no", read(&registry_no));
				("offer-pledge", phrase)
			}
			OwnersAct::AcceptPledgeChange { pledge, change } => {
				let (kind, change) = self.change_phrase(change).await?;
				let phrase = say(l::ACT_ACCEPT_CHANGE).number("pledge", pledge.0);
				("accept-pledge-change", phrase.phrase("change", kind, &change))
			}
			OwnersAct::RequestOffset { lots, beneficiary, purpose, statement } => {
				let lots = self.lots(&lots).await?;
				let purpose = both(&purpose);
				let phrase = say(l::ACT_OFFSET)
					.said("lots", json!(lots), say_ranges(&lots), say_ranges(&lots))
					.party("beneficiary", self.party(beneficiary).await?)
					.said("purpose", json!(purpose), purpose.zh.clone(), purpose.en.clone())
					.plain("statement", read(&statement));
				("request-offset", phrase)
			}
			OwnersAct::ChangeOwnership { voucher, ownership, .. } => {
				let phrase = say(l::ACT_OWNERSHIP).plain("voucher", self.voucher(&voucher).await?);
				let ownership = self.ownership(&ownership).await?;
				("change-ownership", phrase.owners("ownership", &ownership))
			}
		};
		Ok(KindView::new(name, phrase))
	}

	/// A share on offer.
	pub async fn share_offer_view(&mut self, id: ShareOfferId) -> Result<ShareOfferView, Error> {
		let number = id.0;
		let offer = self.state().share_offer(id).await?;
		let ShareOffer {
			voucher,
			edition,
			seller,
			buyer,
			millionths,
			cause,
			reference,
			evidence,
			takers,
			needs,
			notice_until,
			expires,
		} = offer.ok_or(Error::UnknownShareOffer(number))?;
		let (kind, said) = cause_phrase(&cause);
		Ok(ShareOfferView {
			number,
			voucher: self.voucher(&voucher).await?,
			edition,
			seller: self.party(seller).await?,
			buyer: self.party(buyer).await?,
			millionths,
			cause: kind,
			price: match cause {
				TransferCause::Sale { price } => Some(price.into()),
				TransferCause::Gift => None,
			},
			said,
			reference: read(&reference),
			evidence: format!("{evidence:?}"),
			takers: self.parties(&takers).await?,
			needs_receiver: needs.receiver,
			needs_duty: needs.duty.as_ref().map(duty_name),
			needs: Name { zh: needs_text(&needs, Lang::Zh), en: needs_text(&needs, Lang::En) },
			notice_until: notice_until.into(),
			expires: expires.into(),
		})
	}
}

impl Show for ProposalView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::NUMBER.get(lang), self.number.to_string()),
			(l::ACT.get(lang), self.act.say(lang)),
			(l::SIGNERS.get(lang), say_parties(&self.signers, lang)),
			(l::EXPIRES.get(lang), self.expires.to_string()),
		])
	}
}

impl Show for ShareOfferView {
	fn show(&self, lang: Lang) -> String {
		let takers = match &self.takers[..] {
			[] => l::NONE.get(lang).to_string(),
			takers => say_parties(takers, lang),
		};
		fields(&[
			(l::NUMBER.get(lang), format!("{}@{}", self.voucher, self.edition)),
			(l::SELLER.get(lang), self.seller.say(lang)),
			(l::BUYER.get(lang), self.buyer.say(lang)),
			(l::SHARE_PERCENT.get(lang), percent(self.millionths)),
			(l::KIND.get(lang), self.said.say(lang)),
			(l::REFERENCE.get(lang), self.reference.clone()),
			(l::TAKERS.get(lang), takers),
			(l::NEEDS.get(lang), self.needs.get(lang).to_string()),
			(l::PREEMPTION_UNTIL.get(lang), self.notice_until.to_string()),
			(l::EXPIRES.get(lang), self.expires.to_string()),
		])
	}
}
