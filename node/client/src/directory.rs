//! Names and printed numbers for what the chain identifies by number, looked up once each.

use crate::{
	catalogue::{labels, Lang},
	chain::{
		credit_code, parties::Identity, read, schemes::Statement, CertificateId, IssuanceId, Names,
		OfficeId, PartyId, SchemeId, VoucherId,
	},
	error::Error,
	number::{CertificateNumber, VoucherNumber},
	reads::State,
};
use serde::Serialize;
use std::collections::HashMap;

/// A name in both languages.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Name {
	/// Chinese.
	pub zh: String,
	/// English.
	pub en: String,
}

impl Name {
	/// In one language.
	pub fn get(&self, lang: Lang) -> &str {
		match lang {
			Lang::Zh => &self.zh,
			Lang::En => &self.en,
		}
	}
}

impl From<&Names> for Name {
	fn from(names: &Names) -> Self {
		Self { zh: read(&names.zh), en: read(&names.en) }
	}
}

/// An office, by code and name.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct OfficeLabel {
	/// Its number.
	pub number: u16,
	/// Its code.
	pub code: String,
	/// Its name.
	pub name: Name,
}

impl OfficeLabel {
	/// In words.
	pub fn say(&self, lang: Lang) -> String {
		format!("{} ({})", self.name.get(lang), self.code)
	}
}

/// A party, by number and, of an organisation, name.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct PartyLabel {
	/// Its number.
	pub number: u32,
	/// An organisation's name; a person has none here.
	pub name: Option<String>,
}

impl PartyLabel {
	/// In words.
	pub fn say(&self, lang: Lang) -> String {
		let name = self.name.as_deref().unwrap_or(labels::PERSON.get(lang));
		format!("{name} ({})", self.number)
	}
}

#[derive(Clone)]
struct SchemeLabel {
	code: String,
	name: Name,
	statement: Name,
}

/// Looks names and numbers up at one block.
pub struct Directory {
	state: State,
	schemes: HashMap<u16, SchemeLabel>,
	offices: HashMap<u16, OfficeLabel>,
	parties: HashMap<u32, PartyLabel>,
}

impl Directory {
	/// An empty one.
	pub fn new(state: State) -> Self {
		Self { state, schemes: HashMap::new(), offices: HashMap::new(), parties: HashMap::new() }
	}

	/// Where it looks.
	pub fn state(&self) -> &State {
		&self.state
	}

	async fn scheme(&mut self, id: SchemeId) -> Result<SchemeLabel, Error> {
		let SchemeId(number) = id;
		if let Some(label) = self.schemes.get(&number) {
			return Ok(label.clone());
		}
		let found = self.state.scheme(id).await?;
		let found = found.ok_or_else(|| Error::UnknownScheme(number.to_string()))?;
		let Statement { zh, en } = &found.profile.statement;
		let label = SchemeLabel {
			code: read(&found.profile.code.0),
			name: Name::from(&found.profile.names),
			statement: Name { zh: read(zh), en: read(en) },
		};
		self.schemes.insert(number, label.clone());
		Ok(label)
	}

	/// A scheme's code.
	pub async fn scheme_code(&mut self, id: SchemeId) -> Result<String, Error> {
		Ok(self.scheme(id).await?.code)
	}

	/// A scheme's name, and its statement that vouchers are not CCER (H16).
	pub async fn scheme_texts(&mut self, id: SchemeId) -> Result<(Name, Name), Error> {
		let SchemeLabel { name, statement, .. } = self.scheme(id).await?;
		Ok((name, statement))
	}

	/// A scheme's number.
	pub async fn scheme_id(&mut self, code: &str) -> Result<SchemeId, Error> {
		let known = self.schemes.iter().find(|(_, known)| known.code == code);
		if let Some((id, _)) = known {
			return Ok(SchemeId(*id));
		}
		let found = self.state.scheme_by_code(code).await?;
		found.ok_or_else(|| Error::UnknownScheme(code.to_string()))
	}

	/// The scheme of this code; without one all there are.
	pub async fn schemes_of(&mut self, code: Option<&str>) -> Result<Vec<SchemeId>, Error> {
		match code {
			Some(code) => Ok(vec![self.scheme_id(code).await?]),
			None => Ok(self.state.schemes().await?.into_iter().map(|found| found.scheme).collect()),
		}
	}

	/// An office's names.
	pub async fn office(&mut self, id: OfficeId) -> Result<OfficeLabel, Error> {
		let OfficeId(number) = id;
		if let Some(label) = self.offices.get(&number) {
			return Ok(label.clone());
		}
		let found = self.state.office(id).await?;
		let found = found.ok_or_else(|| Error::UnknownOffice(number.to_string()))?;
		let (code, name) = (read(&found.code.0), Name::from(&found.names));
		let label = OfficeLabel { number, code, name };
		self.offices.insert(number, label.clone());
		Ok(label)
	}

	/// An office's number.
	pub async fn office_id(&mut self, code: &str) -> Result<OfficeId, Error> {
		let found = self.state.office_by_code(code).await?;
		found.ok_or_else(|| Error::UnknownOffice(code.to_string()))
	}

	/// A party's name.
	pub async fn party(&mut self, id: PartyId) -> Result<PartyLabel, Error> {
		let PartyId(number) = id;
		if let Some(label) = self.parties.get(&number) {
			return Ok(label.clone());
		}
		let found = self.state.party(id).await?;
		let found = found.ok_or_else(|| Error::UnknownParty(number.to_string()))?;
		let name = match &found.identity {
			Identity::Organisation { name, .. } => Some(read(name)),
			Identity::Person { .. } => None,
		};
		let label = PartyLabel { number, name };
		self.parties.insert(number, label.clone());
		Ok(label)
	}

	/// A party by number or unified social credit code.
	pub async fn party_id(&mut self, text: &str) -> Result<PartyId, Error> {
		let unknown = || Error::UnknownParty(text.to_string());
		let text = text.trim();
		if text.len() < 18 {
			let id = PartyId(text.parse().map_err(|_| unknown())?);
			self.party(id.clone()).await?;
			return Ok(id);
		}
		self.state.party_by_code(credit_code(text)?).await?.ok_or_else(unknown)
	}

	/// An issuance's printed number.
	pub async fn issuance(&mut self, id: &IssuanceId) -> Result<VoucherNumber, Error> {
		let IssuanceId { scheme, year, serial } = id;
		let code = self.scheme_code(scheme.clone()).await?;
		Ok(VoucherNumber { code, year: *year, serial: *serial, part: 1 })
	}

	/// A voucher's printed number.
	pub async fn voucher(&mut self, id: &VoucherId) -> Result<VoucherNumber, Error> {
		Ok(VoucherNumber { part: id.part, ..self.issuance(&id.issuance).await? })
	}

	/// The voucher of a printed number.
	pub async fn voucher_id(&mut self, number: &VoucherNumber) -> Result<VoucherId, Error> {
		let VoucherNumber { code, year, serial, part } = number;
		let scheme = self.scheme_id(code).await?;
		let issuance = IssuanceId { scheme, year: *year, serial: *serial };
		Ok(VoucherId { issuance, part: *part })
	}

	/// A certificate's printed number.
	pub async fn certificate(&mut self, id: &CertificateId) -> Result<CertificateNumber, Error> {
		let CertificateId { scheme, year, serial } = id;
		let code = self.scheme_code(scheme.clone()).await?;
		Ok(CertificateNumber { code, year: *year, serial: *serial })
	}

	/// The certificate of a printed number.
	pub async fn certificate_id(
		&mut self,
		number: &CertificateNumber,
	) -> Result<CertificateId, Error> {
		let CertificateNumber { code, year, serial } = number;
		Ok(CertificateId { scheme: self.scheme_id(code).await?, year: *year, serial: *serial })
	}
}
