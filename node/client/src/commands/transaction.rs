use super::Context;
use crate::{
	catalogue::{help as h, labels as l},
	chain::hash,
	error::Error,
	submit::Fate,
};
use clap::Args;
use serde_json::json;

#[derive(Args)]
pub struct Command {
	#[arg(help = h::TRANSACTION_HASH.here())]
	transaction: String,
	#[arg(long, help = h::DIES.here())]
	dies: u64,
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let transaction = hash(&self.transaction)?;
		let client = context.client().await?;
		let (name, text) = match client.look_up(transaction, self.dies).await? {
			Fate::Done(receipt) => {
				let told = context.tell(&client, &receipt).await?;
				context.print_told(&receipt, told);
				return Ok(());
			}
			Fate::Waiting => ("waiting", l::NOT_FINAL_YET),
			Fate::Dead => ("dead", l::NEVER_ENTERED),
		};
		match context.json {
			true => {
				let fate = json!({ "transaction": format!("{transaction:?}"), "state": name });
				context.line(&fate.to_string());
			}
			false => context.line(text.get(context.lang)),
		}
		Ok(())
	}
}
