//! Forms as people fill them in, on a command line or as JSON, turned into what the chain takes.

use crate::{
	catalogue::Lang,
	chain::{
		self, hash, optional_text,
		rules::{BoundingBox, Ecosystems, EffectDuties, Periods, SchemeCode, SchemeRules},
		schemes::{Instrument, Profile, Statement},
		text,
		vouchers::{
			EventKind, HoldKey, LawfulCause, LawfulTransfer, OffsetPurpose, PledgeTerms, Proceeds,
			Succession, TransferCause,
		},
		Allotment, BoundedVec, FreezeId, Hash, IssueOrder, Lot, Names, Ownership, PartyId,
		PledgeId, Share, VoucherId,
	},
	directory::Directory,
	error::Error,
	number::{LotText, NumberError},
	units::{Day, Fen, Kilograms, SquareMetres, UnitError},
	view::{parse_duty, parse_ecosystem, Choice, ECOSYSTEMS},
};
use serde::{
	de::{DeserializeOwned, IgnoredAny},
	Deserialize, Serialize,
};
use sha2::{Digest, Sha256};
use std::{path::Path, str::FromStr};

/// Reads a JSON form from a file.
pub fn read_form<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
	let bytes = std::fs::read(path).map_err(Error::file(path))?;
	let content = String::from_utf8(bytes).map_err(|_| Error::NotUtf8(path.to_path_buf()))?;
	serde_json::from_str(&content)
		.map_err(|reason| Error::Json { path: path.to_path_buf(), reason })
}

/// A quantity or day, with what was written in the error.
pub fn quantity<T: FromStr<Err = UnitError>>(text: &str) -> Result<T, Error> {
	text.parse().map_err(Error::unit(text))
}

/// Tonnes of which there must be some.
pub fn tonnes(text: &str) -> Result<Kilograms, Error> {
	quantity::<Kilograms>(text)?.not_zero().map_err(Error::unit(text))
}

/// A document: 64 hexadecimal digits are its hash, anything else is the path of its file.
pub fn document(evidence: &str) -> Result<Hash, Error> {
	let bare = evidence.strip_prefix("0x").unwrap_or(evidence);
	if bare.len() == 64 && bare.bytes().all(|b| b.is_ascii_hexdigit()) {
		return hash(bare);
	}
	let bytes = std::fs::read(evidence).map_err(Error::file(evidence))?;
	Ok(Hash::from(<[u8; 32]>::from(Sha256::digest(bytes))))
}

/// A text in both languages.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
	/// Chinese.
	pub zh: String,
	/// English.
	pub en: String,
}

impl Both {
	/// In one language.
	pub fn get(&self, lang: Lang) -> &str {
		match lang {
			Lang::Zh => &self.zh,
			Lang::En => &self.en,
		}
	}

	/// As the names of a scheme or office.
	pub fn names(&self) -> Result<Names, Error> {
		Ok(Names { zh: text("name.zh", &self.zh, 96)?, en: text("name.en", &self.en, 96)? })
	}
}

/// What transactions obey, as `scheme show --json` prints it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesForm {
	/// West, south, east, north, in units of 1e-7 degrees.
	pub bounds: [i32; 4],
	/// Names of ecosystems.
	pub ecosystems: Vec<String>,
	/// The duty that effects sales, if any.
	#[serde(default)]
	pub sale_effected_by: Option<String>,
	/// The duty that effects gifts, if any.
	#[serde(default)]
	pub gift_effected_by: Option<String>,
	/// Days of notice of a loss.
	pub loss_notice_days: u16,
	/// Days that a transfer waits.
	pub transfer_days: u16,
	/// Days that a pledge offer waits.
	pub pledge_offer_days: u16,
	/// Days that an offset request waits.
	pub offset_days: u16,
	/// Days that an act waits for more of the owners.
	pub proposal_days: u16,
	/// Days in which the other owners may take a share on sale.
	pub preemption_days: u16,
	/// First day in force.
	pub valid_from: String,
	/// First day not in force any more.
	#[serde(default)]
	pub valid_until: Option<String>,
}

impl RulesForm {
	/// As the chain takes it.
	pub fn rules(&self) -> Result<SchemeRules, Error> {
		let mut set = 0;
		for name in &self.ecosystems {
			let kind = parse_ecosystem(name)?;
			set |= ECOSYSTEMS.iter().position(|known| *known == kind).map_or(0, |bit| 1 << bit);
		}
		let duty = |name: &Option<String>| name.as_deref().map(parse_duty).transpose();
		let [west, south, east, north] = self.bounds;
		let until = self.valid_until.as_deref().map(quantity::<Day>).transpose()?;
		Ok(SchemeRules {
			bounds: BoundingBox { west, south, east, north },
			ecosystems: Ecosystems(set),
			effects: EffectDuties {
				sale: duty(&self.sale_effected_by)?,
				gift: duty(&self.gift_effected_by)?,
			},
			periods: Periods {
				loss_notice: self.loss_notice_days,
				transfer: self.transfer_days,
				pledge_offer: self.pledge_offer_days,
				offset: self.offset_days,
				proposal: self.proposal_days,
				preemption: self.preemption_days,
			},
			valid_from: quantity::<Day>(&self.valid_from)?.into(),
			valid_until: until.map(Into::into),
		})
	}
}

/// A scheme, as `scheme show --json` prints it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemeForm {
	/// Two to eight capitals.
	pub code: String,
	/// Short name.
	pub name: Both,
	/// The measure's full name.
	pub instrument: Both,
	/// What its vouchers are not.
	pub statement: Both,
	/// What transactions obey.
	pub rules: RulesForm,
	/// What else is printed of it, and given by other commands.
	#[serde(default, rename = "number")]
	_number: IgnoredAny,
	#[serde(default, rename = "duties")]
	_duties: IgnoredAny,
}

impl SchemeForm {
	/// The measure's full name.
	pub fn instrument(&self) -> Result<Instrument, Error> {
		let Both { zh, en } = &self.instrument;
		let (zh, en) = (text("instrument.zh", zh, 160)?, text("instrument.en", en, 160)?);
		Ok(Instrument { zh, en })
	}

	/// What its vouchers are not.
	pub fn statement(&self) -> Result<Statement, Error> {
		let Both { zh, en } = &self.statement;
		Ok(Statement { zh: text("statement.zh", zh, 255)?, en: text("statement.en", en, 255)? })
	}

	/// Its texts.
	pub fn profile(&self) -> Result<Profile, Error> {
		Ok(Profile {
			code: SchemeCode(text("code", &self.code, 8)?),
			names: self.name.names()?,
			instrument: self.instrument()?,
			statement: self.statement()?,
		})
	}
}

/// One voucher to be made.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllotmentForm {
	/// Who gets it, as [`Directory::owners`] reads it.
	pub to: String,
	/// How much.
	pub tonnes: String,
}

impl FromStr for AllotmentForm {
	type Err = Error;
	/// `12=2723`
	fn from_str(text: &str) -> Result<Self, Error> {
		let parts = text.rsplit_once('=').ok_or_else(|| Error::Shares(text.to_string()))?;
		Ok(Self { to: parts.0.to_string(), tonnes: parts.1.to_string() })
	}
}

/// An order to issue a filed amount.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueForm {
	/// The scheme's code.
	pub scheme: String,
	/// Ecology's filing number.
	pub filing_no: String,
	/// Name of the ecosystem.
	pub ecosystem: String,
	/// Area, such as `3197亩`.
	pub area: String,
	/// Where it is.
	pub place: String,
	/// First day of the monitoring period.
	pub period_from: String,
	/// The day after its last.
	pub period_to: String,
	/// Ecology's filing: a file or a hash.
	pub evidence: String,
	/// The vouchers to be made.
	pub allotments: Vec<AllotmentForm>,
}

impl IssueForm {
	/// As the chain takes it.
	pub async fn order(&self, names: &mut Directory) -> Result<IssueOrder, Error> {
		let mut allotments = Vec::new();
		for allotment in &self.allotments {
			allotments.push(Allotment {
				ownership: names.owners(&allotment.to).await?,
				amount: tonnes(&allotment.tonnes)?.into(),
			});
		}
		Ok(IssueOrder {
			scheme: names.scheme_id(&self.scheme).await?,
			filing_no: text("filing_no", &self.filing_no, 64)?,
			ecosystem: parse_ecosystem(&self.ecosystem)?,
			area: quantity::<SquareMetres>(&self.area)?.into(),
			place: text("place", &self.place, 128)?,
			period_from: quantity::<Day>(&self.period_from)?.into(),
			period_to: quantity::<Day>(&self.period_to)?.into(),
			segments: BoundedVec(Vec::new()),
			allotments: BoundedVec(allotments),
			evidence: document(&self.evidence)?,
		})
	}
}

/// Who receives what by law.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum SuccessionForm {
	/// The whole lot goes to these, from its lowest kilogram on.
	Lot(Vec<AllotmentForm>),
	/// One owner's share in common ownership goes to these.
	Share {
		/// Whose share.
		of: String,
		/// Who receives it: `13:250000,14:150000`, which sum to it.
		to: String,
	},
	/// One joint owner's place goes to these.
	Member {
		/// Whose place.
		of: String,
		/// Who takes it: `13`, or `13+14`.
		to: String,
	},
}

/// A transfer that the law effects.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransferForm {
	/// What: a lot as on the command line.
	pub lot: String,
	/// Why: `inheritance`, `merger`, `division`, `judgment`, `other-lawful`.
	pub cause: String,
	/// To whom.
	pub to: SuccessionForm,
	/// Holds that a judgment lifts, such as `pledge:3` and `freeze:1`.
	#[serde(default)]
	pub lifts: Vec<String>,
	/// Number of the judgment, deed of inheritance or decision.
	pub reference: String,
	/// That: a file or a hash.
	pub evidence: String,
}

impl TransferForm {
	/// As the chain takes it.
	pub async fn transfer(&self, names: &mut Directory) -> Result<LawfulTransfer, Error> {
		let to = match &self.to {
			SuccessionForm::Lot(forms) => {
				let mut allotments = Vec::new();
				for AllotmentForm { to, tonnes: amount } in forms {
					let (ownership, amount) = (names.owners(to).await?, tonnes(amount)?.into());
					allotments.push(Allotment { ownership, amount });
				}
				Succession::Lot(BoundedVec(allotments))
			}
			SuccessionForm::Share { of, to } => Succession::Share {
				of: names.party_id(of).await?,
				to: BoundedVec(names.shares(to).await?),
			},
			SuccessionForm::Member { of, to } => {
				let mut members = Vec::new();
				for member in to.split('+') {
					members.push(names.party_id(member).await?);
				}
				Succession::Member { of: names.party_id(of).await?, to: BoundedVec(members) }
			}
		};
		let lifts = self.lifts.iter().map(|hold| liftable(hold)).collect::<Result<_, _>>()?;
		Ok(LawfulTransfer {
			lot: names.lot_of(&self.lot).await?,
			cause: LawfulCause::parse(&self.cause)?,
			to,
			lifts: BoundedVec(lifts),
			reference: text("reference", &self.reference, 64)?,
			evidence: document(&self.evidence)?,
		})
	}
}

/// A hold that a judgment can lift: `pledge:3`, `freeze:1`.
pub fn liftable(hold: &str) -> Result<HoldKey, Error> {
	let wrong = || Error::NotAChoice {
		text: hold.to_string(),
		choices: "pledge:NUMBER, freeze:NUMBER".to_string(),
	};
	let (kind, number) = hold.split_once(':').ok_or_else(wrong)?;
	let number = number.trim().parse().map_err(|_| wrong())?;
	match kind.trim() {
		"pledge" => Ok(HoldKey::Pledge(PledgeId(number))),
		"freeze" => Ok(HoldKey::Freeze(FreezeId(number))),
		_ => Err(wrong()),
	}
}

/// Why something goes over by its owner's wish: a sale where there is a price in yuan, else a gift.
pub fn cause(price: Option<&str>) -> Result<TransferCause, Error> {
	Ok(match price {
		Some(price) => TransferCause::Sale { price: quantity::<Fen>(price)?.into() },
		None => TransferCause::Gift,
	})
}

/// What a pledge secures: yuan, contract, due day, number in the movables registry.
pub fn terms(
	secured: &str,
	contract: Hash,
	due: &str,
	registry_no: &str,
) -> Result<PledgeTerms, Error> {
	Ok(PledgeTerms {
		secured: quantity::<Fen>(secured)?.into(),
		contract,
		due: quantity::<Day>(due)?.into(),
		registry_no: text("registry_no", registry_no, 64)?,
	})
}

/// What an enforcement brought.
#[derive(Clone, Debug)]
pub struct ProceedsForm {
	/// For how many yuan.
	pub price: String,
	/// Number of the agreement, sale or order.
	pub reference: String,
	/// That: a file or a hash.
	pub evidence: String,
	/// The proof that the surplus over the secured sum was paid.
	pub surplus_proof: Option<String>,
}

impl ProceedsForm {
	/// As the chain takes it, with the one who gets the vouchers.
	pub fn proceeds(&self, to: PartyId) -> Result<Proceeds, Error> {
		Ok(Proceeds {
			to,
			price: quantity::<Fen>(&self.price)?.into(),
			reference: text("reference", &self.reference, 64)?,
			evidence: document(&self.evidence)?,
			surplus: self.surplus_proof.as_deref().map(document).transpose()?,
		})
	}
}

impl Directory {
	/// Owners: `12` alone, `12:400000,13:600000` in common with millionths, `12+13` jointly. Parties
	/// by number or unified social credit code.
	pub async fn owners(&mut self, owners: &str) -> Result<Ownership, Error> {
		if owners.contains('+') {
			let mut joint = Vec::new();
			for owner in owners.split('+') {
				joint.push(self.party_id(owner).await?);
			}
			return Ok(Ownership::Joint(BoundedVec(joint)));
		}
		if !owners.contains(':') {
			return Ok(Ownership::Sole(self.party_id(owners).await?));
		}
		Ok(Ownership::Common(BoundedVec(self.shares(owners).await?)))
	}

	/// Shares: `12:400000,13:600000`.
	pub async fn shares(&mut self, shares: &str) -> Result<Vec<Share>, Error> {
		let wrong = || Error::Shares(shares.to_string());
		let mut found = Vec::new();
		for share in shares.split(',') {
			let (owner, millionths) = share.split_once(':').ok_or_else(wrong)?;
			let millionths = millionths.trim().parse().map_err(|_| wrong())?;
			found.push(Share { party: self.party_id(owner).await?, millionths });
		}
		Ok(found)
	}

	/// A whole voucher and its edition: the one that stands now, unless it names one.
	pub async fn paper_of(&mut self, paper: &str) -> Result<(VoucherId, u32), Error> {
		let Lot { voucher, edition, amount } = self.lot_of(paper).await?;
		match amount {
			None => Ok((voucher, edition)),
			Some(_) => Err(Error::number(paper)(NumberError::NotWhole)),
		}
	}

	/// A lot: of the edition that stands now, unless it names one.
	pub async fn lot_of(&mut self, lot: &str) -> Result<Lot, Error> {
		let LotText { voucher: number, amount, edition } =
			lot.parse().map_err(Error::number(lot))?;
		let voucher = self.voucher_id(&number).await?;
		let edition = match edition {
			Some(edition) => edition,
			None => match self.state().voucher(voucher.clone()).await? {
				Some(info) => info.voucher.edition,
				None => return Err(Error::UnknownVoucher(number.to_string())),
			},
		};
		Ok(Lot { voucher, edition, amount: amount.map(Into::into) })
	}

	/// Several lots.
	pub async fn lots_of(&mut self, lots: &[String]) -> Result<BoundedVec<Lot>, Error> {
		let mut found = Vec::new();
		for lot in lots {
			found.push(self.lot_of(lot).await?);
		}
		Ok(BoundedVec(found))
	}
}

/// What an offset is for: `annual:2025`, `event:meeting:2026-05-18:NAME`, `judicial:CASE:AUTHORITY`,
/// `trees:2026`, `voluntary:OCCASION`, `land:TONNES:YEARS:AUTHORITY:CONSENT`.
pub fn purpose(written: &str) -> Result<OffsetPurpose, Error> {
	let choices = "annual:YEAR, event:KIND:DAY:NAME (KIND: meeting, forum, exhibition, contest, \
	               performance), judicial:CASE:AUTHORITY, trees:YEAR, voluntary:OCCASION, \
	               land:TONNES:YEARS:AUTHORITY:CONSENT";
	let wrong = || Error::NotAChoice { text: written.to_string(), choices: choices.to_string() };
	let number = |text: &str| text.trim().parse::<u16>().map_err(|_| wrong());
	let (kind, rest) = written.split_once(':').ok_or_else(wrong)?;
	let parts = |most: usize| rest.splitn(most, ':').collect::<Vec<_>>();
	match kind {
		"annual" => Ok(OffsetPurpose::AnnualEmissions { year: number(rest)? }),
		"trees" => Ok(OffsetPurpose::TreePlantingDuty { year: number(rest)? }),
		"voluntary" => Ok(OffsetPurpose::Voluntary { occasion: text("purpose", rest, 96)? }),
		"event" => {
			let [kind, day, name] = parts(3)[..] else { return Err(wrong()) };
			let kind = match kind {
				"meeting" => EventKind::Meeting,
				"forum" => EventKind::Forum,
				"exhibition" => EventKind::Exhibition,
				"contest" => EventKind::Contest,
				"performance" => EventKind::Performance,
				_ => return Err(wrong()),
			};
			let day = quantity::<Day>(day)?.into();
			Ok(OffsetPurpose::Event { kind, name: text("purpose", name, 96)?, day })
		}
		"judicial" => {
			let [case, authority] = parts(2)[..] else { return Err(wrong()) };
			Ok(OffsetPurpose::JudicialRestoration {
				case_no: text("case_no", case, 64)?,
				authority: text("authority", authority, 96)?,
			})
		}
		"land" => {
			let [lost, years, authority, consent] = parts(4)[..] else { return Err(wrong()) };
			Ok(OffsetPurpose::LandCompensation {
				assessed_loss: tonnes(lost)?.into(),
				land_use_years: number(years)?,
				authority: text("authority", authority, 96)?,
				consent: document(consent)?,
			})
		}
		_ => Err(wrong()),
	}
}

/// A reference that may be left out.
pub fn reference(reference: &str) -> Result<chain::Text, Error> {
	optional_text("reference", reference, 64)
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::{json, Value};

	#[test]
	fn purposes_are_read_and_others_refused() {
		assert_eq!(purpose("annual:2025").unwrap(), OffsetPurpose::AnnualEmissions { year: 2025 });
		let event = purpose("event:meeting:2026-05-18:峰会: 第九届").unwrap();
		let OffsetPurpose::Event { name, .. } = event else { panic!("{event:?}") };
		assert_eq!(chain::read(&name), "峰会: 第九届");
		assert!(purpose("judicial:(2022)闽01刑初1号:南靖县人民法院").is_ok());
		let consent = "ab".repeat(32);
		assert!(purpose(&format!("land:12.5:20:自然资源局:{consent}")).is_ok());
		for bad in ["", "annual", "annual:soon", "event:party:2026-05-18:x", "war:1", "judicial:x"]
		{
			assert!(matches!(purpose(bad), Err(Error::NotAChoice { .. })), "{bad}");
		}
		assert!(matches!(purpose("event:meeting:2026:x"), Err(Error::Unit { .. })));
		assert!(matches!(purpose("voluntary: "), Err(Error::TextBlank(_))));
	}

	#[test]
	fn a_transfer_by_law_names_a_lot_a_share_or_a_place() {
		let form = |to: Value| {
			json!({
				"lot": "WH-2026-000001:60",
				"cause": "inheritance",
				"to": to,
				"reference": "(2026)鲁公证1号",
				"evidence": "ab".repeat(32),
			})
		};
		let read = |to: Value| serde_json::from_value::<TransferForm>(form(to)).map(|form| form.to);
		let lot = read(json!({ "lot": [{ "to": "12", "tonnes": "40" }] })).unwrap();
		assert!(matches!(lot, SuccessionForm::Lot(all) if all.len() == 1));
		let share = read(json!({ "share": { "of": "12", "to": "13:400000" } })).unwrap();
		assert!(matches!(share, SuccessionForm::Share { .. }));
		let member = read(json!({ "member": { "of": "12", "to": "13+14" } })).unwrap();
		assert!(matches!(member, SuccessionForm::Member { .. }));
		for wrong in [json!({}), json!({ "lot": [], "share": {} }), json!({ "all": "12" })] {
			assert!(read(wrong.clone()).is_err(), "{wrong}");
		}
	}

	#[test]
	fn a_judgment_lifts_pledges_and_freezes() {
		assert_eq!(liftable("pledge:3").unwrap(), HoldKey::Pledge(PledgeId(3)));
		assert_eq!(liftable("freeze: 1").unwrap(), HoldKey::Freeze(FreezeId(1)));
		for wrong in ["", "pledge", "pledge:x", "loss:1", "3"] {
			assert!(matches!(liftable(wrong), Err(Error::NotAChoice { .. })), "{wrong}");
		}
	}

	#[test]
	fn a_price_makes_a_sale_and_none_a_gift() {
		let sale = TransferCause::Sale { price: Fen(150).into() };
		assert_eq!(cause(Some("1.5")).unwrap(), sale);
		assert_eq!(cause(None).unwrap(), TransferCause::Gift);
		assert!(matches!(cause(Some("one")), Err(Error::Unit { .. })));
	}

	#[test]
	fn a_document_is_its_hash_or_its_file() {
		let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
		assert_eq!(hex::encode(document(digest).unwrap()), digest);
		let path = std::env::temp_dir().join(format!("tanpiao-document-{}", std::process::id()));
		std::fs::write(&path, b"").unwrap();
		assert_eq!(hex::encode(document(path.to_str().unwrap()).unwrap()), digest);
		std::fs::remove_file(&path).unwrap();
		assert!(matches!(document("/nonexistent"), Err(Error::File { .. })));
	}

	#[test]
	fn allotments_name_owner_and_tonnes() {
		let allotment: AllotmentForm = "12:400000,13:600000=8666.2".parse().unwrap();
		assert_eq!(
			(allotment.to.as_str(), allotment.tonnes.as_str()),
			("12:400000,13:600000", "8666.2")
		);
		assert!(matches!("12".parse::<AllotmentForm>(), Err(Error::Shares(_))));
		assert!(matches!(tonnes("0"), Err(Error::Unit { reason: UnitError::Zero, .. })));
	}

	#[test]
	fn a_scheme_is_read_as_it_is_printed_and_a_misspelt_rule_is_no_rule() {
		let form = json!({
			"number": 1,
			"code": "WH",
			"name": { "zh": "威海碳票", "en": "Weihai" },
			"instrument": { "zh": "办法", "en": "Measures" },
			"statement": { "zh": "不是 CCER", "en": "not CCER" },
			"rules": {
				"bounds": [1, 2, 3, 4],
				"ecosystems": ["forest", "marine"],
				"sale_effected_by": "OperateMarket",
				"gift_effected_by": null,
				"loss_notice_days": 30,
				"transfer_days": 30,
				"pledge_offer_days": 30,
				"offset_days": 60,
				"proposal_days": 30,
				"preemption_days": 15,
				"valid_from": "2026-01-01",
				"valid_until": null,
			},
			"duties": [{ "duty": "Issue", "all": false, "offices": [] }],
		});
		let read: SchemeForm = serde_json::from_value(form.clone()).unwrap();
		let rules = read.rules.rules().unwrap();
		assert_eq!(rules.effects.sale, Some(parse_duty("OperateMarket").unwrap()));
		assert_eq!(rules.ecosystems.0, 0b10001);
		for place in ["", "/rules", "/name"] {
			let mut wrong = form.clone();
			let object = wrong.pointer_mut(place).and_then(Value::as_object_mut).unwrap();
			object.insert("sale_efected_by".into(), json!("OperateMarket"));
			assert!(serde_json::from_value::<SchemeForm>(wrong).is_err(), "{place}");
		}
	}

	#[test]
	fn a_form_that_is_not_utf8_or_not_json_has_its_own_error() {
		let path = std::env::temp_dir().join(format!("tanpiao-form-{}", std::process::id()));
		std::fs::write(&path, [0xb3, 0xa3]).unwrap();
		assert!(matches!(read_form::<SchemeForm>(&path), Err(Error::NotUtf8(_))));
		std::fs::write(&path, b"{").unwrap();
		assert!(matches!(read_form::<SchemeForm>(&path), Err(Error::Json { .. })));
		std::fs::remove_file(&path).unwrap();
	}
}
