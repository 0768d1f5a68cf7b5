//! Pledges, offset requests, certificates and waiting transfers.

use super::{cause_phrase, words::purpose_text, Choice, Show};
use crate::{
	catalogue::{labels as l, Lang, Text},
	chain::{
		read,
		vouchers::{
			Certificate, Enforcement, KgRange, OffsetPurpose, OffsetRequest, Pledge, PledgeEnd,
			PledgeState, Proceeds, TransferCause, TransferOrder,
		},
		BoundedVec, CertificateId, Lot, OrderId, PartyId, PledgeId, RequestId,
	},
	directory::{Directory, Name, OfficeLabel, PartyLabel},
	error::Error,
	number::{CertificateNumber, VoucherNumber},
	phrase::Phrase,
	table::fields,
	units::{Day, Fen, Kilograms},
};
use serde::Serialize;

/// Kilograms of an issuance; of a lot on offer, the voucher and how much of it.
#[derive(Clone, Debug, Serialize)]
pub struct RangeView {
	/// The issuance, or the voucher on offer.
	pub number: VoucherNumber,
	/// First kilogram and the one after the last; none while only on offer.
	pub range: Option<[u64; 2]>,
	/// How much; none: all of the voucher on offer.
	pub amount: Option<Kilograms>,
}

impl RangeView {
	pub(super) fn say(&self) -> String {
		let amount = self.amount.map(|amount| format!(" {amount} t")).unwrap_or_default();
		let range = self.range.map(|[from, to]| format!(" [{from}, {to})")).unwrap_or_default();
		format!("{}{range}{amount}", self.number)
	}
}

pub(super) fn say_ranges(ranges: &[RangeView]) -> String {
	ranges.iter().map(RangeView::say).collect::<Vec<_>>().join("; ")
}

pub(super) fn say_parties(parties: &[PartyLabel], lang: Lang) -> String {
	let separator = if lang == Lang::Zh { "、" } else { ", " };
	parties.iter().map(|party| party.say(lang)).collect::<Vec<_>>().join(separator)
}

impl Directory {
	pub(super) async fn ranges(&mut self, ranges: &[KgRange]) -> Result<Vec<RangeView>, Error> {
		let mut named = Vec::new();
		for KgRange { issuance, from, to } in ranges {
			named.push(RangeView {
				number: self.issuance(issuance).await?,
				range: Some([from.0, to.0]),
				amount: Some(Kilograms(to.0.saturating_sub(from.0))),
			});
		}
		Ok(named)
	}

	pub(super) async fn lot(&mut self, lot: &Lot) -> Result<RangeView, Error> {
		Ok(RangeView {
			number: self.voucher(&lot.voucher).await?,
			range: None,
			amount: lot.amount.clone().map(Into::into),
		})
	}

	pub(super) async fn lots(&mut self, lots: &BoundedVec<Lot>) -> Result<Vec<RangeView>, Error> {
		let mut named = Vec::new();
		for lot in &lots.0 {
			named.push(self.lot(lot).await?);
		}
		Ok(named)
	}

	pub(super) async fn parties(
		&mut self,
		parties: &BoundedVec<PartyId>,
	) -> Result<Vec<PartyLabel>, Error> {
		let mut named = Vec::new();
		for party in &parties.0 {
			named.push(self.party(party.clone()).await?);
		}
		Ok(named)
	}

	async fn proceeds(
		&mut self,
		way: Enforcement,
		proceeds: Proceeds,
	) -> Result<ProceedsView, Error> {
		let Proceeds { to, price, reference, evidence, surplus } = proceeds;
		let (way, said) = way.words();
		Ok(ProceedsView {
			way,
			said,
			to: self.party(to).await?,
			price: price.into(),
			reference: read(&reference),
			evidence: format!("{evidence:?}"),
			surplus_proof: surplus.map(|hash| format!("{hash:?}")),
		})
	}

	/// A pledge.
	pub async fn pledge_view(&mut self, id: PledgeId) -> Result<PledgeView, Error> {
		let number = id.0;
		let pledge = self.state().pledge(id).await?;
		let Pledge { scheme, owner, pledgee, terms, state } =
			pledge.ok_or(Error::UnknownPledge(number))?;
		let (mut signers, mut vouchers, mut proceeds) = (Vec::new(), None, None);
		let (state, said, day, ranges) = match state {
			PledgeState::Offered { lots, signers: signed, expires } => {
				signers = self.parties(&signed).await?;
				("offered", l::PLEDGE_OFFERED, expires, self.lots(&lots).await?)
			}
			PledgeState::Active { held, since } => {
				vouchers = Some(held.vouchers);
				("active", l::PLEDGE_ACTIVE, since, self.ranges(&held.ranges.0).await?)
			}
			PledgeState::Ended { ranges, day, how, .. } => {
				let (state, said) = match how {
					PledgeEnd::Released => ("released", l::PLEDGE_RELEASED),
					PledgeEnd::Lifted => ("lifted", l::PLEDGE_LIFTED),
					PledgeEnd::Enforced { way, proceeds: brought } => {
						proceeds = Some(self.proceeds(way, brought).await?);
						("enforced", l::PLEDGE_ENFORCED)
					}
				};
				(state, said, day, self.ranges(&ranges.0).await?)
			}
		};
		let total = ranges.iter().map(|range| range.amount).sum::<Option<Kilograms>>();
		Ok(PledgeView {
			number,
			scheme: self.scheme_code(scheme).await?,
			owner: self.party(owner).await?,
			pledgee: self.party(pledgee).await?,
			secured: terms.secured.into(),
			contract: format!("{:?}", terms.contract),
			due: terms.due.into(),
			registry_no: read(&terms.registry_no),
			state,
			said,
			day: day.into(),
			signers,
			ranges,
			total,
			vouchers,
			proceeds,
		})
	}

	/// An offset request that waits.
	pub async fn request_view(&mut self, id: RequestId) -> Result<RequestView, Error> {
		let number = id.0;
		let request = self.state().offset_request(id).await?;
		let OffsetRequest { scheme, owners, beneficiary, purpose, statement, held, expires } =
			request.ok_or(Error::UnknownRequest(number))?;
		let ranges = self.ranges(&held.ranges.0).await?;
		Ok(RequestView {
			number,
			scheme: self.scheme_code(scheme).await?,
			owners: self.parties(&owners).await?,
			beneficiary: self.party(beneficiary).await?,
			purpose: both(&purpose),
			statement: read(&statement),
			total: ranges.iter().filter_map(|range| range.amount).sum(),
			ranges,
			expires: expires.into(),
		})
	}

	/// The certificate of a printed number.
	pub async fn certificate_view(
		&mut self,
		number: &CertificateNumber,
	) -> Result<CertificateView, Error> {
		let id: CertificateId = self.certificate_id(number).await?;
		let (_, scheme_statement) = self.scheme_texts(id.scheme.clone()).await?;
		let found = self.state().certificate(id).await?;
		let found = found.ok_or_else(|| Error::UnknownCertificate(number.to_string()))?;
		let Certificate {
			owners,
			beneficiary,
			purpose,
			statement,
			ranges,
			total,
			office,
			day,
			evidence,
		} = found;
		Ok(CertificateView {
			number: number.clone(),
			owners: self.parties(&owners).await?,
			beneficiary: self.party(beneficiary).await?,
			purpose: both(&purpose),
			statement: read(&statement),
			ranges: self.ranges(&ranges.0).await?,
			total: total.into(),
			office: self.office(office).await?,
			day: day.into(),
			evidence: format!("{evidence:?}"),
			scheme_statement,
		})
	}

	/// A transfer that waits; `None`: none of that number does.
	pub async fn order_view(&mut self, id: OrderId) -> Result<Option<OrderView>, Error> {
		let number = id.0;
		let Some(order) = self.state().transfer_order(id).await? else { return Ok(None) };
		let TransferOrder { lot, from, to, cause, reference, evidence, needs, expires } = order;
		let (kind, said) = cause_phrase(&cause);
		Ok(Some(OrderView {
			number,
			lot: self.lot(&lot).await?,
			edition: lot.edition,
			from: self.parties(&from).await?,
			to: self.party(to).await?,
			cause: kind,
			price: match cause {
				TransferCause::Sale { price } => Some(price.into()),
				_ => None,
			},
			said,
			reference: read(&reference),
			evidence: evidence.map(|hash| format!("{hash:?}")),
			needs_receiver: needs.receiver,
			needs_duty: needs.duty.as_ref().map(super::duty_name),
			needs: Name {
				zh: super::words::needs_text(&needs, Lang::Zh),
				en: super::words::needs_text(&needs, Lang::En),
			},
			expires: expires.into(),
		}))
	}
}

pub(super) fn both(purpose: &OffsetPurpose) -> Name {
	Name { zh: purpose_text(purpose, Lang::Zh), en: purpose_text(purpose, Lang::En) }
}

/// A pledge.
#[derive(Clone, Debug, Serialize)]
pub struct PledgeView {
	/// Its number.
	pub number: u32,
	/// The scheme of its vouchers.
	pub scheme: String,
	/// Who pledges.
	pub owner: PartyLabel,
	/// To whom.
	pub pledgee: PartyLabel,
	/// For how much.
	pub secured: Fen,
	/// SHA-256 of the contract.
	pub contract: String,
	/// When the debt is due.
	pub due: Day,
	/// Number in the movables registry.
	pub registry_no: String,
	/// `offered`, `active`, `released`, `lifted` by a judgment, or `enforced`.
	pub state: &'static str,
	#[serde(skip)]
	said: Text,
	/// Until when it is on offer, since when in force, or when it ended.
	pub day: Day,
	/// The owners who offered it, while it is on offer.
	pub signers: Vec<PartyLabel>,
	/// What is, would be or was pledged.
	pub ranges: Vec<RangeView>,
	/// How much in all, where that is known.
	pub total: Option<Kilograms>,
	/// On how many vouchers it lies.
	pub vouchers: Option<u32>,
	/// What its enforcement brought.
	pub proceeds: Option<ProceedsView>,
}

/// What an enforcement brought.
#[derive(Clone, Debug, Serialize)]
pub struct ProceedsView {
	/// `agreement`, `sale` or `court`.
	pub way: &'static str,
	#[serde(skip)]
	said: Text,
	/// Who got the vouchers.
	pub to: PartyLabel,
	/// For how much.
	pub price: Fen,
	/// Number of the agreement, sale or order.
	pub reference: String,
	/// SHA-256 of it.
	pub evidence: String,
	/// SHA-256 of the proof that the surplus was paid.
	pub surplus_proof: Option<String>,
}

impl ProceedsView {
	fn say(&self, lang: Lang) -> String {
		l::PROCEEDS_OF.fill(
			lang,
			&[
				("way", &self.said.get(lang)),
				("to", &self.to.say(lang)),
				("price", &self.price),
				("reference", &self.reference),
			],
		)
	}
}

impl Show for PledgeView {
	fn show(&self, lang: Lang) -> String {
		let mut rows = vec![
			(l::NUMBER.get(lang), self.number.to_string()),
			(l::SCHEME.get(lang), self.scheme.clone()),
			(l::PLEDGOR.get(lang), self.owner.say(lang)),
			(l::PLEDGEE.get(lang), self.pledgee.say(lang)),
			(l::STATE.get(lang), self.said.fill(lang, &[("day", &self.day)])),
			(l::TONNES.get(lang), self.total.map(|t| t.to_string()).unwrap_or_default()),
			(l::RANGE.get(lang), say_ranges(&self.ranges)),
			(l::SECURED.get(lang), self.secured.to_string()),
			(l::DUE.get(lang), self.due.to_string()),
			(l::REGISTRY_NO.get(lang), self.registry_no.clone()),
			(l::CONTRACT.get(lang), self.contract.clone()),
		];
		let proceeds = self.proceeds.as_ref();
		rows.extend(proceeds.map(|brought| (l::PROCEEDS.get(lang), brought.say(lang))));
		fields(&rows)
	}
}

/// An offset request that waits.
#[derive(Clone, Debug, Serialize)]
pub struct RequestView {
	/// Its number.
	pub number: u32,
	/// The scheme of its vouchers.
	pub scheme: String,
	/// Who gives the vouchers.
	pub owners: Vec<PartyLabel>,
	/// Whose emissions are offset.
	pub beneficiary: PartyLabel,
	/// What for.
	pub purpose: Name,
	/// What the certificate is to say.
	pub statement: String,
	/// What is to be burnt.
	pub ranges: Vec<RangeView>,
	/// How much.
	pub total: Kilograms,
	/// First day on which it is over.
	pub expires: Day,
}

impl Show for RequestView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::NUMBER.get(lang), self.number.to_string()),
			(l::SCHEME.get(lang), self.scheme.clone()),
			(l::OWNER.get(lang), say_parties(&self.owners, lang)),
			(l::BENEFICIARY.get(lang), self.beneficiary.say(lang)),
			(l::PURPOSE.get(lang), self.purpose.get(lang).to_string()),
			(l::CERTIFICATE_TEXT.get(lang), self.statement.clone()),
			(l::TONNES.get(lang), self.total.to_string()),
			(l::RANGE.get(lang), say_ranges(&self.ranges)),
			(l::EXPIRES.get(lang), self.expires.to_string()),
		])
	}
}

/// Proof that ranges were used once.
#[derive(Clone, Debug, Serialize)]
pub struct CertificateView {
	/// Its number.
	pub number: CertificateNumber,
	/// Who gave the vouchers.
	pub owners: Vec<PartyLabel>,
	/// Whose emissions are offset.
	pub beneficiary: PartyLabel,
	/// What for.
	pub purpose: Name,
	/// What it says.
	pub statement: String,
	/// What was burnt.
	pub ranges: Vec<RangeView>,
	/// How much.
	pub total: Kilograms,
	/// Certifying office.
	pub office: OfficeLabel,
	/// Day of certification.
	pub day: Day,
	/// SHA-256 of its file.
	pub evidence: String,
	/// That it is not CCER (H16).
	pub scheme_statement: Name,
}

impl Show for CertificateView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::NUMBER.get(lang), self.number.to_string()),
			(l::OWNER.get(lang), say_parties(&self.owners, lang)),
			(l::BENEFICIARY.get(lang), self.beneficiary.say(lang)),
			(l::PURPOSE.get(lang), self.purpose.get(lang).to_string()),
			(l::CERTIFICATE_TEXT.get(lang), self.statement.clone()),
			(l::TONNES.get(lang), self.total.to_string()),
			(l::RANGE.get(lang), say_ranges(&self.ranges)),
			(l::CERTIFIED_BY.get(lang), self.office.say(lang)),
			(l::CERTIFIED_ON.get(lang), self.day.to_string()),
			(l::EVIDENCE.get(lang), self.evidence.clone()),
			(l::STATEMENT.get(lang), self.scheme_statement.get(lang).to_string()),
		])
	}
}

/// A transfer that waits for a signature.
#[derive(Clone, Debug, Serialize)]
pub struct OrderView {
	/// Its number.
	pub number: u32,
	/// What.
	pub lot: RangeView,
	/// The edition that it names.
	pub edition: u32,
	/// The owners who ordered it.
	pub from: Vec<PartyLabel>,
	/// The receiver.
	pub to: PartyLabel,
	/// Why: `sale`, `gift`.
	pub cause: &'static str,
	/// For how much, of a sale.
	pub price: Option<Fen>,
	#[serde(skip)]
	said: Phrase,
	/// Number of the paper behind it.
	pub reference: String,
	/// SHA-256 of it.
	pub evidence: Option<String>,
	/// Whether it waits for the receiver.
	pub needs_receiver: bool,
	/// The duty that it waits for.
	pub needs_duty: Option<&'static str>,
	/// Both in words.
	pub needs: Name,
	/// First day on which it is over.
	pub expires: Day,
}

impl Show for OrderView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::ORDER.get(lang), self.number.to_string()),
			(l::NUMBER.get(lang), format!("{}@{}", self.lot.say(), self.edition)),
			(l::OWNER.get(lang), say_parties(&self.from, lang)),
			(l::RECEIVER.get(lang), self.to.say(lang)),
			(l::KIND.get(lang), self.said.say(lang)),
			(l::REFERENCE.get(lang), self.reference.clone()),
			(l::NEEDS.get(lang), self.needs.get(lang).to_string()),
			(l::EXPIRES.get(lang), self.expires.to_string()),
		])
	}
}
