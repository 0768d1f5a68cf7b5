use super::Context;
use crate::{catalogue::help as h, error::Error, keys::Key};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::COUNCIL_LIST.here())]
	List,
	#[command(about = h::COUNCIL_APPROVE.here())]
	Approve {
		#[arg(help = h::MOTION.here())]
		motion: u32,
		#[arg(long = "seat", help = h::COUNCIL_SEATS.here())]
		seats: Vec<String>,
	},
	#[command(about = h::COUNCIL_REJECT.here())]
	Reject {
		#[arg(help = h::MOTION.here())]
		motion: u32,
	},
	#[command(about = h::COUNCIL_CLOSE.here())]
	Close {
		#[arg(help = h::MOTION.here())]
		motion: u32,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		let receipt = match self {
			Self::List => {
				context.print(&names.council().await?);
				return Ok(());
			}
			Self::Approve { motion, seats } => {
				let mut keys = vec![context.key()?];
				for seat in &seats {
					keys.push(Key::open(seat)?);
				}
				let outcome = client.approve(motion, &keys).await?;
				return context.print_outcome(&client, outcome).await;
			}
			Self::Reject { motion } => client.reject(motion, &context.key()?).await?,
			Self::Close { motion } => client.close_motion(motion, &context.key()?).await?,
		};
		let told = context.tell(&client, &receipt).await?;
		context.print_told(&receipt, told);
		Ok(())
	}
}
