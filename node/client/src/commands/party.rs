use super::Context;
use crate::{
	catalogue::{help as h, labels as l, Lang},
	chain::{account, credit_code, runtime::tx, text, Hash, PartyId},
	directory::Directory,
	error::Error,
	forms::{document, read_form},
	keys::{read_private, write_private},
	person::{commitment, uniqueness_tag, Document, RegisterKey, Salt},
	table::fields,
	view::Show,
};
use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::PathBuf;
use subxt::utils::MultiSignature;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::PARTY_SHOW.here())]
	Show {
		#[arg(help = h::PARTY_REF.here())]
		party: String,
	},
	#[command(about = h::PARTY_REGISTER_ORG.here())]
	RegisterOrg {
		#[arg(long, help = h::SCHEME_CODE.here())]
		scheme: String,
		#[arg(long, help = h::PARTY_NAME.here())]
		name: String,
		#[arg(long, help = h::CREDIT_CODE.here())]
		code: String,
	},
	#[command(about = h::PARTY_REGISTER_PERSON.here())]
	RegisterPerson(Person),
	#[command(about = h::PARTY_SIGN.here())]
	SignAccount {
		#[arg(long, help = h::PARTY_REF.here())]
		party: u32,
		#[arg(long, help = h::VALID_UNTIL.here())]
		valid_until: u32,
	},
	#[command(about = h::PARTY_ADD_ACCOUNT.here())]
	AddAccount {
		#[arg(long, help = h::PARTY_REF.here())]
		party: String,
		#[arg(long, help = h::ACCOUNT.here())]
		account: String,
		#[arg(long, help = h::VALID_UNTIL.here())]
		valid_until: u32,
		#[arg(long, help = h::ACCOUNT_SIGNATURE.here())]
		signature: String,
	},
	#[command(about = h::PARTY_INVITE.here())]
	Invite {
		#[arg(long, help = h::PARTY_REF.here())]
		party: String,
		#[arg(long, help = h::ACCOUNT.here())]
		account: String,
		#[arg(long, help = h::VALID_UNTIL.here())]
		valid_until: u32,
	},
	#[command(about = h::PARTY_CONFIRM.here())]
	Confirm {
		#[arg(help = h::PARTY_REF.here())]
		party: String,
	},
	#[command(about = h::PARTY_REMOVE.here())]
	RemoveAccount {
		#[arg(help = h::ACCOUNT.here())]
		account: String,
	},
	#[command(about = h::PARTY_SUSPEND.here())]
	Suspend {
		#[arg(help = h::PARTY_REF.here())]
		party: String,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: String,
	},
	#[command(about = h::PARTY_REINSTATE.here())]
	Reinstate {
		#[arg(help = h::PARTY_REF.here())]
		party: String,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: String,
	},
	#[command(about = h::PARTY_CONSENT.here())]
	Consent {
		#[arg(action = clap::ArgAction::Set, help = h::PARTY_CONSENT.here())]
		asks: bool,
	},
}

#[derive(Args)]
pub struct Person {
	#[arg(long, help = h::SCHEME_CODE.here())]
	scheme: String,
	#[arg(long, help = h::PERSON_FILE.here(), conflicts_with_all = ["name", "document"])]
	file: Option<PathBuf>,
	#[arg(long, required_unless_present = "file", help = h::PARTY_NAME.here())]
	name: Option<String>,
	#[arg(long, required_unless_present = "file", help = h::DOCUMENT.here())]
	document: Option<String>,
	#[arg(long, help = h::REGISTER_KEY.here())]
	register_key: PathBuf,
	#[arg(long, help = h::SALT_OUT.here())]
	salt_out: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonForm {
	name: String,
	document: String,
}

impl Person {
	/// Keeps the salt first: without it the commitment could never be opened.
	async fn register(self, context: &Context, names: &mut Directory) -> Result<(), Error> {
		let PersonForm { name, document } = match (self.file, self.name, self.document) {
			(Some(path), ..) => read_form(&path)?,
			(None, name, document) => PersonForm {
				name: name.unwrap_or_default(),
				document: document.unwrap_or_default(),
			},
		};
		let document: Document = document.parse()?;
		let key: RegisterKey = read_private(&self.register_key)?.parse()?;
		let salt = Salt::random().map_err(|_| crate::keys::KeyError::NoRandomness)?;
		let commitment = commitment(&salt, &name)?;
		let tag = uniqueness_tag(&key, &document);
		let scheme = names.scheme_id(&self.scheme).await?;
		let kept = json!({
			"scheme": self.scheme,
			"commitment": format!("{commitment:?}"),
			"salt": format!("0x{}", hex::encode(salt.0)),
		});
		write_private(&self.salt_out, format!("{kept}\n").as_bytes())?;
		let call = tx().parties().register_person(scheme, commitment, tag);
		let registered = context.submit(names.state().client(), &call).await;
		if matches!(registered, Err(Error::Failed(_))) {
			// Nobody was registered, so that there is nothing the salt could open.
			std::fs::remove_file(&self.salt_out).map_err(Error::file(&self.salt_out))?;
		}
		registered
	}
}

/// An account's signature that it acts for a party.
#[derive(Serialize)]
struct AccountSignature {
	genesis: String,
	party: u32,
	account: String,
	valid_until: u32,
	signature: String,
}

impl Show for AccountSignature {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::GENESIS.get(lang), self.genesis.clone()),
			(l::PARTY.get(lang), self.party.to_string()),
			(l::ACCOUNT.get(lang), self.account.clone()),
			(l::VALID_UNTIL.get(lang), self.valid_until.to_string()),
			(l::SIGNATURE.get(lang), self.signature.clone()),
		])
	}
}

async fn sign_account(context: &Context, party: u32, valid_until: u32) -> Result<(), Error> {
	let key = context.key()?;
	let genesis: Hash = match &context.genesis {
		Some(genesis) => crate::chain::hash(genesis)?,
		None => context.client().await?.genesis(),
	};
	let MultiSignature::Sr25519(signature) = key.sign_account(genesis, party, valid_until) else {
		return Err(crate::keys::KeyError::Malformed.into());
	};
	context.print(&AccountSignature {
		genesis: format!("{genesis:?}"),
		party,
		account: key.account().to_string(),
		valid_until,
		signature: format!("0x{}", hex::encode(signature)),
	});
	Ok(())
}

fn signature(text: &str) -> Result<MultiSignature, Error> {
	let mut bytes = [0; 64];
	let bare = text.trim();
	hex::decode_to_slice(bare.strip_prefix("0x").unwrap_or(bare), &mut bytes)
		.map_err(|_| Error::NotASignature(text.to_string()))?;
	Ok(MultiSignature::Sr25519(bytes))
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		if let Self::SignAccount { party, valid_until } = self {
			return sign_account(context, party, valid_until).await;
		}
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		match self {
			Self::SignAccount { .. } => Ok(()),
			Self::Show { party } => {
				let id: PartyId = names.party_id(&party).await?;
				context.print(&names.party_view(id).await?);
				Ok(())
			}
			Self::RegisterOrg { scheme, name, code } => {
				let scheme = names.scheme_id(&scheme).await?;
				let (name, code) = (text("name", &name, 128)?, credit_code(&code)?);
				let call = tx().parties().register_organisation(scheme, name, code);
				context.submit(&client, &call).await
			}
			Self::RegisterPerson(person) => person.register(context, &mut names).await,
			Self::AddAccount { party, account: address, valid_until, signature: signed } => {
				let party = names.party_id(&party).await?;
				let (account, signature) = (account(&address)?, signature(&signed)?);
				let call = tx().parties().add_account(party, account, valid_until, signature);
				context.submit(&client, &call).await
			}
			Self::Invite { party, account: address, valid_until } => {
				let party = names.party_id(&party).await?;
				let call = tx().parties().invite_account(party, account(&address)?, valid_until);
				context.submit(&client, &call).await
			}
			Self::Confirm { party } => {
				let party = names.party_id(&party).await?;
				context.submit(&client, &tx().parties().confirm_account(party)).await
			}
			Self::RemoveAccount { account: address } => {
				let call = tx().parties().remove_account(account(&address)?);
				context.submit(&client, &call).await
			}
			Self::Suspend { party, evidence } => {
				let (party, evidence) = (names.party_id(&party).await?, document(&evidence)?);
				context.submit(&client, &tx().parties().suspend(party, evidence)).await
			}
			Self::Reinstate { party, evidence } => {
				let (party, evidence) = (names.party_id(&party).await?, document(&evidence)?);
				context.submit(&client, &tx().parties().reinstate(party, evidence)).await
			}
			Self::Consent { asks } => {
				context.submit(&client, &tx().parties().ask_consent(asks)).await
			}
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_signature_is_64_bytes_and_has_its_own_error() {
		let digits = "ab".repeat(64);
		for good in [digits.clone(), format!("0x{digits}\n")] {
			assert_eq!(signature(&good).unwrap(), MultiSignature::Sr25519([0xab; 64]));
		}
		for bad in ["", "0x", &"ab".repeat(32), &format!("0x0x{digits}")] {
			assert!(matches!(signature(bad), Err(Error::NotASignature(_))), "{bad}");
		}
	}
}
