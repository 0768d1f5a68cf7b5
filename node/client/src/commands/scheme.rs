use super::Context;
use crate::{
	catalogue::help as h,
	chain::runtime::{schemes::Call, Call as Any},
	error::Error,
	forms::{read_form, SchemeForm},
	view::SchemeView,
};
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::SCHEME_LIST.here())]
	List,
	#[command(about = h::SCHEME_SHOW.here())]
	Show {
		#[arg(help = h::SCHEME_CODE.here())]
		code: String,
	},
	#[command(about = h::SCHEME_ADD.here())]
	Add {
		#[arg(help = h::SCHEME_FILE.here())]
		file: PathBuf,
		#[arg(long = "seat", help = h::COUNCIL_SEATS.here())]
		seats: Vec<String>,
	},
	#[command(about = h::SCHEME_UPDATE.here())]
	Update {
		#[arg(help = h::SCHEME_FILE.here())]
		file: PathBuf,
		#[arg(long = "seat", help = h::COUNCIL_SEATS.here())]
		seats: Vec<String>,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		match self {
			Self::List => {
				let schemes = context.client().await?.state().await?.schemes().await?;
				context.print(&schemes.into_iter().map(SchemeView::from).collect::<Vec<_>>());
				Ok(())
			}
			Self::Show { code } => {
				let mut names = context.directory().await?;
				let id = names.scheme_id(&code).await?;
				let found = names.state().scheme(id).await?;
				context.print(&SchemeView::from(found.ok_or(Error::UnknownScheme(code))?));
				Ok(())
			}
			Self::Add { file, seats } => {
				let form: SchemeForm = read_form(&file)?;
				let (profile, rules) = (form.profile()?, form.rules.rules()?);
				let call = Any::Schemes(Call::add_scheme { profile, rules });
				context.govern(&context.client().await?, call, &seats).await
			}
			Self::Update { file, seats } => {
				let form: SchemeForm = read_form(&file)?;
				let mut names = context.directory().await?;
				let call = Any::Schemes(Call::update_scheme {
					scheme: names.scheme_id(&form.code).await?,
					names: form.name.names()?,
					instrument: form.instrument()?,
					statement: form.statement()?,
					rules: form.rules.rules()?,
				});
				context.govern(names.state().client(), call, &seats).await
			}
		}
	}
}
