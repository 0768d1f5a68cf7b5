//! Pledges, offset requests, certificates and waiting transfers.

use super::{cause_phrase, words::purpose_text, Show};
use crate::{
	catalogue::{labels as l, Lang, Text},
	chain::{
		read,
		vouchers::{
			Certificate, KgRange, OffsetPurpose, OffsetRequest, Pledge, PledgeState, TransferCause,
			TransferOrder,
		},
		CertificateId, Lot, OrderId, PledgeId, RequestId,
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
	fn say(&self) -> String {
		let amount = self.amount.map(|amount| format!(" {amount} t")).unwrap_or_default();
		let range = self.range.map(|[from, to]| format!(" [{from}, {to})")).unwrap_or_default();
		format!("{}{range}{amount}", self.number)
	}
}

fn say_ranges(ranges: &[RangeView]) -> String {
	ranges.iter().map(RangeView::say).collect::<Vec<_>>().join("; ")
}

impl Directory {
	async fn ranges(&mut self, ranges: &[KgRange]) -> Result<Vec<RangeView>, Error> {
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

	async fn lot(&mut self, lot: &Lot) -> Result<RangeView, Error> {
		Ok(RangeView {
			number: self.voucher(&lot.voucher).await?,
			range: None,
			amount: lot.amount.clone().map(Into::into),
		})
	}

	/// A pledge.
	pub async fn pledge_view(&mut self, id: PledgeId) -> Result<PledgeView, Error> {
		let number = id.0;
		let pledge = self.state().pledge(id).await?;
		let Pledge { scheme, owner, pledgee, terms, state } =
			pledge.ok_or(Error::UnknownPledge(number))?;
		let (state, said, day, ranges, vouchers) = match state {
			PledgeState::Offered { lots, expires } => {
				let mut named = Vec::new();
				for lot in &lots.0 {
					named.push(self.lot(lot).await?);
				}
				("offered", l::PLEDGE_OFFERED, expires, named, None)
			}
			PledgeState::Active { ranges, vouchers, since } => {
				let ranges = self.ranges(&ranges.0).await?;
				("active", l::PLEDGE_ACTIVE, since, ranges, Some(vouchers))
			}
			PledgeState::Released { ranges, day } => {
				("released", l::PLEDGE_RELEASED, day, self.ranges(&ranges.0).await?, None)
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
			ranges,
			total,
			vouchers,
		})
	}

	/// An offset request that waits.
	pub async fn request_view(&mut self, id: RequestId) -> Result<RequestView, Error> {
		let number = id.0;
		let request = self.state().offset_request(id).await?;
		let OffsetRequest { scheme, owner, beneficiary, purpose, statement, ranges, expires } =
			request.ok_or(Error::UnknownRequest(number))?;
		let ranges = self.ranges(&ranges.0).await?;
		Ok(RequestView {
			number,
			scheme: self.scheme_code(scheme).await?,
			owner: self.party(owner).await?,
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
			owner,
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
			owner: self.party(owner).await?,
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
			from: self.party(from).await?,
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

fn both(purpose: &OffsetPurpose) -> Name {
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
	/// `offered`, `active` or `released`.
	pub state: &'static str,
	#[serde(skip)]
	said: Text,
	/// Until when it is on offer, since when in force, or when it was released.
	pub day: Day,
	/// What is, would be or was pledged.
	pub ranges: Vec<RangeView>,
	/// How much in all, where that is known.
	pub total: Option<Kilograms>,
	/// On how many vouchers it lies.
	pub vouchers: Option<u32>,
}

impl Show for PledgeView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
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
		])
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
	pub owner: PartyLabel,
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
			(l::OWNER.get(lang), self.owner.say(lang)),
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
	pub owner: PartyLabel,
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
			(l::OWNER.get(lang), self.owner.say(lang)),
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
	/// The owner.
	pub from: PartyLabel,
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
			(l::OWNER.get(lang), self.from.say(lang)),
			(l::RECEIVER.get(lang), self.to.say(lang)),
			(l::KIND.get(lang), self.said.say(lang)),
			(l::REFERENCE.get(lang), self.reference.clone()),
			(l::NEEDS.get(lang), self.needs.get(lang).to_string()),
			(l::EXPIRES.get(lang), self.expires.to_string()),
		])
	}
}
