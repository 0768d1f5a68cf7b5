use super::Context;
use crate::{
	catalogue::help as h,
	chain::runtime::tx,
	error::Error,
	forms::{read_form, TransferForm},
};
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::TRANSFER_ENTER.here())]
	Enter {
		#[arg(help = h::TRANSFER_FILE.here())]
		file: PathBuf,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let Self::Enter { file } = self;
		let form: TransferForm = read_form(&file)?;
		let mut names = context.directory().await?;
		let call = tx().carbon_voucher().enter_transfer(form.transfer(&mut names).await?);
		context.submit(names.state().client(), &call).await
	}
}
