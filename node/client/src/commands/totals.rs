use super::Context;
use crate::{catalogue::help as h, error::Error};
use clap::Args;

#[derive(Args)]
pub struct Command {
	#[arg(help = h::TOTALS_SCHEME.here())]
	scheme: Option<String>,
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let schemes = match self.scheme {
			Some(code) => vec![names.scheme_id(&code).await?],
			None => names.state().schemes().await?.into_iter().map(|s| s.scheme).collect(),
		};
		context.print(&names.totals(&schemes).await?);
		Ok(())
	}
}
