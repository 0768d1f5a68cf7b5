use super::Context;
use crate::{
	catalogue::help as h,
	chain::{
		account,
		runtime::{schemes::Call, Call as Any},
		schemes::OfficeCode,
		text,
	},
	error::Error,
	forms::Both,
	view::parse_roles,
};
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct Seats {
	#[arg(long = "seat", help = h::COUNCIL_SEATS.here())]
	seats: Vec<String>,
}

#[derive(Args)]
pub struct NameArgs {
	#[arg(long, help = h::NAME_ZH.here())]
	zh: String,
	#[arg(long, help = h::NAME_EN.here())]
	en: String,
}

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::OFFICE_LIST.here())]
	List,
	#[command(about = h::OFFICE_SHOW.here())]
	Show {
		#[arg(help = h::OFFICE_CODE.here())]
		code: String,
	},
	#[command(about = h::OFFICE_ADD.here())]
	Add {
		#[arg(help = h::OFFICE_CODE.here())]
		code: String,
		#[command(flatten)]
		names: NameArgs,
		#[command(flatten)]
		seats: Seats,
	},
	#[command(about = h::OFFICE_UPDATE.here())]
	Update {
		#[arg(help = h::OFFICE_CODE.here())]
		code: String,
		#[command(flatten)]
		names: NameArgs,
		#[arg(long, help = h::PARTY_REF.here())]
		party: Option<String>,
		#[command(flatten)]
		seats: Seats,
	},
	#[command(about = h::OFFICE_CLOSE.here())]
	Close {
		#[arg(help = h::OFFICE_CODE.here())]
		code: String,
		#[command(flatten)]
		seats: Seats,
	},
	#[command(about = h::OFFICE_REOPEN.here())]
	Reopen {
		#[arg(help = h::OFFICE_CODE.here())]
		code: String,
		#[command(flatten)]
		seats: Seats,
	},
	#[command(about = h::OFFICE_ACCOUNT_ADD.here())]
	AccountAdd {
		#[arg(help = h::OFFICE_CODE.here())]
		code: String,
		#[arg(help = h::ACCOUNT.here())]
		account: String,
		#[arg(long, default_value = "operator", help = h::ROLES.here())]
		roles: String,
		#[command(flatten)]
		seats: Seats,
	},
	#[command(about = h::OFFICE_ACCOUNT_REMOVE.here())]
	AccountRemove {
		#[arg(help = h::ACCOUNT.here())]
		account: String,
		#[command(flatten)]
		seats: Seats,
	},
	#[command(about = h::OFFICE_ROLES.here())]
	Roles {
		#[arg(help = h::ACCOUNT.here())]
		account: String,
		#[arg(help = h::ROLES.here())]
		roles: String,
		#[command(flatten)]
		seats: Seats,
	},
}

impl NameArgs {
	fn names(self) -> Result<crate::chain::Names, Error> {
		Both { zh: self.zh, en: self.en }.names()
	}
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let (call, seats) = match self {
			Self::List => {
				let mut offices = Vec::new();
				for (id, office) in names.state().offices().await? {
					offices.push(names.office_view(id, &office).await?);
				}
				context.print(&offices);
				return Ok(());
			}
			Self::Show { code } => {
				let id = names.office_id(&code).await?;
				context.print(&names.office_in_full(id).await?);
				return Ok(());
			}
			Self::Add { code, names, seats } => {
				let code = OfficeCode(text("code", &code, 16)?);
				(Call::add_office { code, names: names.names()? }, seats)
			}
			Self::Update { code, names: new, party, seats } => {
				let office = names.office_id(&code).await?;
				let party = match party {
					Some(party) => Some(names.party_id(&party).await?),
					None => None,
				};
				(Call::update_office { office, names: new.names()?, party }, seats)
			}
			Self::Close { code, seats } => {
				let office = names.office_id(&code).await?;
				(Call::set_office_active { office, active: false }, seats)
			}
			Self::Reopen { code, seats } => {
				let office = names.office_id(&code).await?;
				(Call::set_office_active { office, active: true }, seats)
			}
			Self::AccountAdd { code, account: address, roles, seats } => {
				let office = names.office_id(&code).await?;
				let (account, roles) = (account(&address)?, parse_roles(&roles)?);
				(Call::add_account { office, account, roles }, seats)
			}
			Self::AccountRemove { account: address, seats } => {
				(Call::remove_account { account: account(&address)? }, seats)
			}
			Self::Roles { account: address, roles, seats } => {
				let (account, roles) = (account(&address)?, parse_roles(&roles)?);
				(Call::set_roles { account, roles }, seats)
			}
		};
		context.govern(names.state().client(), Any::Schemes(call), &seats.seats).await
	}
}
