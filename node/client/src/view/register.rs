//! Offices, parties, accounts and licences.

use super::{
	words::{roles_names, roles_text},
	Show,
};
use crate::{
	catalogue::{labels as l, Lang},
	chain::{
		parties::{Identity, Licence, Party, PartyStatus},
		read,
		rules::{Actor, Roles},
		schemes::Office,
		OfficeId, PartyId, SchemeId,
	},
	directory::{Directory, Name, OfficeLabel, PartyLabel},
	error::Error,
	table::{fields, Align, Table},
	units::Day,
};
use serde::Serialize;

/// An account of an office.
#[derive(Clone, Debug, Serialize)]
pub struct AccountView {
	/// The account.
	pub account: String,
	/// In which roles it acts.
	pub roles: Vec<&'static str>,
	#[serde(skip)]
	set: Roles,
}

/// An office.
#[derive(Clone, Debug, Serialize)]
pub struct OfficeView {
	/// Its number on chain.
	pub number: u16,
	/// Its code.
	pub code: String,
	/// Its name.
	pub name: Name,
	/// The party as which it owns things.
	pub party: Option<PartyLabel>,
	/// Whether it may act.
	pub active: bool,
	/// Its accounts, where they were asked for.
	#[serde(skip_serializing_if = "Vec::is_empty")]
	pub accounts: Vec<AccountView>,
	/// How many it has.
	pub account_count: u32,
}

impl Directory {
	/// An office, without its accounts.
	pub async fn office_view(
		&mut self,
		id: OfficeId,
		office: &Office,
	) -> Result<OfficeView, Error> {
		let party = match &office.party {
			Some(party) => Some(self.party(party.clone()).await?),
			None => None,
		};
		Ok(OfficeView {
			number: id.0,
			code: read(&office.code.0),
			name: Name::from(&office.names),
			party,
			active: office.active,
			accounts: Vec::new(),
			account_count: office.accounts,
		})
	}

	/// An office with its accounts.
	pub async fn office_in_full(&mut self, id: OfficeId) -> Result<OfficeView, Error> {
		let office = self.state().office(id.clone()).await?;
		let office = office.ok_or_else(|| Error::UnknownOffice(id.0.to_string()))?;
		let mut view = self.office_view(id.clone(), &office).await?;
		for account in self.state().accounts_of(id).await? {
			if let Some(Actor::Office(_, set)) = self.state().actor_of(&account).await? {
				let (account, roles) = (account.to_string(), roles_names(&set));
				view.accounts.push(AccountView { account, roles, set });
			}
		}
		Ok(view)
	}

	/// A party.
	pub async fn party_view(&mut self, id: PartyId) -> Result<PartyView, Error> {
		let found = self.state().party(id.clone()).await?;
		let party = found.ok_or_else(|| Error::UnknownParty(id.0.to_string()))?;
		let registered_by = self.office(party.registered_by.clone()).await?;
		let scheme = self.scheme_code(party.scheme.clone()).await?;
		Ok(PartyView::new(id, party, scheme, registered_by))
	}

	/// Whether a party may take pledges in a scheme.
	pub async fn licence_view(
		&mut self,
		scheme: SchemeId,
		party: PartyId,
	) -> Result<LicenceView, Error> {
		let licence = self.state().licence(scheme.clone(), party.clone()).await?;
		let (scheme, party) = (self.scheme_code(scheme).await?, self.party(party).await?);
		Ok(match licence {
			Some(Licence { by, since, evidence }) => LicenceView {
				scheme,
				party,
				licensed: true,
				by: Some(self.office(by).await?),
				since: Some(since.into()),
				evidence: Some(format!("{evidence:?}")),
			},
			None => LicenceView {
				scheme,
				party,
				licensed: false,
				by: None,
				since: None,
				evidence: None,
			},
		})
	}
}

impl Show for OfficeView {
	fn show(&self, lang: Lang) -> String {
		let active = if self.active { l::ACTIVE } else { l::INACTIVE };
		let party = self.party.as_ref().map(|party| party.say(lang));
		let head = fields(&[
			(l::CODE.get(lang), self.code.clone()),
			(l::NAME.get(lang), self.name.get(lang).to_string()),
			(l::STATUS.get(lang), active.get(lang).to_string()),
			(l::PARTY.get(lang), party.unwrap_or(l::NONE.get(lang).to_string())),
		]);
		let columns = [(l::ACCOUNT.get(lang), Align::Left), (l::ROLES.get(lang), Align::Left)];
		let mut table = Table::new(columns);
		for account in &self.accounts {
			table.row([account.account.clone(), roles_text(&account.set, lang)]);
		}
		format!("{head}\n{}", table.render())
	}
}

impl Show for Vec<OfficeView> {
	fn show(&self, lang: Lang) -> String {
		let mut table = Table::new([
			(l::CODE.get(lang), Align::Left),
			(l::NAME.get(lang), Align::Left),
			(l::STATUS.get(lang), Align::Left),
			(l::ACCOUNTS.get(lang), Align::Right),
		]);
		for office in self {
			let active = if office.active { l::ACTIVE } else { l::INACTIVE };
			let accounts = office.account_count.to_string();
			table.row([&office.code, office.name.get(lang), active.get(lang), &accounts]);
		}
		table.render()
	}
}

/// A party. Of a person nothing readable is on chain.
#[derive(Clone, Debug, Serialize)]
pub struct PartyView {
	/// Its number.
	pub number: u32,
	/// `organisation` or `person`.
	pub kind: &'static str,
	/// An organisation's name.
	pub name: Option<String>,
	/// An organisation's unified social credit code.
	pub credit_code: Option<String>,
	/// A person's commitment.
	pub commitment: Option<String>,
	/// The scheme that registered it.
	pub scheme: String,
	/// The office that checked its papers.
	pub registered_by: OfficeLabel,
	/// Day of registration.
	pub since: Day,
	/// Whether what it signs counts.
	pub active: bool,
	/// Whether nothing may be transferred to it without its signature.
	pub asks_consent: bool,
	/// How many accounts act for it.
	pub accounts: u32,
}

impl PartyView {
	fn new(id: PartyId, party: Party, scheme: String, registered_by: OfficeLabel) -> Self {
		let (kind, name, credit_code, commitment) = match party.identity {
			Identity::Organisation { name, code } => {
				let code = String::from_utf8_lossy(&code.0).into_owned();
				("organisation", Some(read(&name)), Some(code), None)
			}
			Identity::Person { commitment, .. } => {
				("person", None, None, Some(format!("{commitment:?}")))
			}
		};
		Self {
			number: id.0,
			kind,
			name,
			credit_code,
			commitment,
			scheme,
			registered_by,
			since: party.since.into(),
			active: party.status == PartyStatus::Active,
			asks_consent: party.asks_consent,
			accounts: party.accounts,
		}
	}
}

impl Show for PartyView {
	fn show(&self, lang: Lang) -> String {
		let name = self.name.as_deref().unwrap_or(l::PERSON.get(lang)).to_string();
		let status = if self.active { l::ACTIVE } else { l::SUSPENDED };
		let consent = if self.asks_consent { l::YES } else { l::NO };
		let mut rows =
			vec![(l::NUMBER.get(lang), self.number.to_string()), (l::NAME.get(lang), name)];
		rows.extend(self.credit_code.clone().map(|code| (l::CREDIT_CODE.get(lang), code)));
		rows.extend(self.commitment.clone().map(|hash| (l::COMMITMENT.get(lang), hash)));
		rows.extend([
			(l::SCHEME.get(lang), self.scheme.clone()),
			(l::REGISTERED_BY.get(lang), self.registered_by.say(lang)),
			(l::SINCE.get(lang), self.since.to_string()),
			(l::STATUS.get(lang), status.get(lang).to_string()),
			(l::ASKS_CONSENT.get(lang), consent.get(lang).to_string()),
			(l::ACCOUNTS.get(lang), self.accounts.to_string()),
		]);
		fields(&rows)
	}
}

/// Whether a party may take pledges in a scheme.
#[derive(Clone, Debug, Serialize)]
pub struct LicenceView {
	/// The scheme.
	pub scheme: String,
	/// The party.
	pub party: PartyLabel,
	/// Whether it may.
	pub licensed: bool,
	/// Who granted it.
	pub by: Option<OfficeLabel>,
	/// Since when.
	pub since: Option<Day>,
	/// The decision's hash.
	pub evidence: Option<String>,
}

impl Show for LicenceView {
	fn show(&self, lang: Lang) -> String {
		let licensed = if self.licensed { l::YES } else { l::NO };
		let mut rows = vec![
			(l::SCHEME.get(lang), self.scheme.clone()),
			(l::PARTY.get(lang), self.party.say(lang)),
			(l::LICENSED.get(lang), licensed.get(lang).to_string()),
		];
		rows.extend(self.by.as_ref().map(|by| (l::GRANTED_BY.get(lang), by.say(lang))));
		rows.extend(self.since.map(|day| (l::SINCE.get(lang), day.to_string())));
		rows.extend(self.evidence.clone().map(|hash| (l::EVIDENCE.get(lang), hash)));
		fields(&rows)
	}
}
