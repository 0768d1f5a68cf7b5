use super::Context;
use crate::{
	catalogue::{help as h, labels as l},
	chain::runtime::Event,
	directory::Directory,
	error::Error,
};
use clap::Args;
use serde_json::json;

#[derive(Args)]
pub struct Command {
	#[arg(long, help = h::WATCH_BLOCKS.here())]
	blocks: Option<u64>,
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let client = context.client().await?;
		if !context.json {
			context.line(&l::WATCHING.fill(context.lang, &[("url", &context.url)]));
		}
		let mut blocks = client.finalised_blocks().await?;
		let mut left = self.blocks.unwrap_or(u64::MAX);
		while left > 0 {
			left -= 1;
			let Some((number, hash)) = blocks.next().await? else {
				return Err(Error::ConnectionLost);
			};
			let state = client.state_at(hash).await?;
			let events: Vec<Event> = state.events().await?;
			let mut names = Directory::new(state);
			for event in &events {
				let Some(told) = names.tell(event).await? else { continue };
				if context.json {
					let line = json!({ "block": number, "hash": format!("{hash:?}"), "event": told.json() });
					context.line(&line.to_string());
				} else {
					let block = l::BLOCK.get(context.lang);
					context.line(&format!("{block} {number}  {}", told.say(context.lang)));
				}
			}
		}
		Ok(())
	}
}
