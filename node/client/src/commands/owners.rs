use super::Context;
use crate::{
	catalogue::help as h,
	chain::{runtime::tx, vouchers::OwnersAct, ProposalId},
	client::Client,
	error::Error,
};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::OWNERS_CHANGE.here())]
	Change {
		#[arg(help = h::PAPER.here())]
		voucher: String,
		#[arg(long, help = h::OWNERSHIP.here())]
		to: String,
	},
	#[command(about = h::OWNERS_SIGN.here())]
	Sign {
		#[arg(help = h::PROPOSAL.here())]
		proposal: u32,
	},
	#[command(about = h::OWNERS_WITHDRAW.here())]
	Withdraw {
		#[arg(help = h::PROPOSAL.here())]
		proposal: u32,
	},
	#[command(about = h::OWNERS_SHOW.here())]
	Show {
		#[arg(help = h::PROPOSAL.here())]
		proposal: u32,
	},
}

impl Context {
	/// Proposes an act to the other owners.
	pub(super) async fn propose(&self, client: &Client, act: OwnersAct) -> Result<(), Error> {
		self.submit(client, &tx().carbon_voucher().propose(act)).await
	}
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		let calls = tx().carbon_voucher();
		match self {
			Self::Change { voucher, to } => {
				let ownership = names.owners(&to).await?;
				let (voucher, edition) = names.paper_of(&voucher).await?;
				let act = OwnersAct::ChangeOwnership { voucher, edition, ownership };
				context.propose(&client, act).await
			}
			Self::Sign { proposal } => {
				context.submit(&client, &calls.sign_proposal(ProposalId(proposal))).await
			}
			Self::Withdraw { proposal } => {
				context.submit(&client, &calls.withdraw_proposal(ProposalId(proposal))).await
			}
			Self::Show { proposal } => {
				context.print(&names.proposal_view(ProposalId(proposal)).await?);
				Ok(())
			}
		}
	}
}
