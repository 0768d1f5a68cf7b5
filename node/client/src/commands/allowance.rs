use super::Context;
use crate::{catalogue::help as h, chain::account, error::Error};
use clap::Args;

#[derive(Args)]
pub struct Command {
	#[arg(help = h::ALLOWANCE_ACCOUNT.here())]
	account: Option<String>,
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let account = match &self.account {
			Some(address) => account(address)?,
			None => *context.key()?.account(),
		};
		context.print(&context.directory().await?.allowances(&account).await?);
		Ok(())
	}
}
