use super::Context;
use crate::{catalogue::help as h, error::Error};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::CERTIFICATE_SHOW.here())]
	Show {
		#[arg(help = h::CERTIFICATE_NUMBER.here())]
		number: String,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let Self::Show { number } = self;
		let number = number.parse().map_err(Error::number(&number))?;
		context.print(&context.directory().await?.certificate_view(&number).await?);
		Ok(())
	}
}
