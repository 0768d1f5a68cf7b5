use super::Context;
use crate::{catalogue::help as h, chain::InspectionId, error::Error};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::INSPECTION_SHOW.here())]
	Show {
		#[arg(help = h::INSPECTION_NUMBER.here())]
		inspection: u32,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let Self::Show { inspection } = self;
		let mut names = context.directory().await?;
		context.print(&names.inspection_view(InspectionId(inspection)).await?);
		Ok(())
	}
}
