use super::Context;
use crate::{catalogue::help as h, chain::runtime::tx, error::Error, forms::document};
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct Whose {
	#[arg(long, help = h::SCHEME_CODE.here())]
	scheme: String,
	#[arg(long, help = h::PARTY_REF.here())]
	party: String,
}

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::LICENCE_SHOW.here())]
	Show(Whose),
	#[command(about = h::LICENCE_GRANT.here())]
	Grant {
		#[command(flatten)]
		whose: Whose,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: String,
	},
	#[command(about = h::LICENCE_WITHDRAW.here())]
	Withdraw {
		#[command(flatten)]
		whose: Whose,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: String,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let (Self::Show(whose) | Self::Grant { whose, .. } | Self::Withdraw { whose, .. }) = &self;
		let mut names = context.directory().await?;
		let scheme = names.scheme_id(&whose.scheme).await?;
		let party = names.party_id(&whose.party).await?;
		let client = names.state().client().clone();
		match &self {
			Self::Show(_) => {
				context.print(&names.licence_view(scheme, party).await?);
				Ok(())
			}
			Self::Grant { evidence, .. } => {
				let call = tx().parties().grant_licence(scheme, party, document(evidence)?);
				context.submit(&client, &call).await
			}
			Self::Withdraw { evidence, .. } => {
				let call = tx().parties().withdraw_licence(scheme, party, document(evidence)?);
				context.submit(&client, &call).await
			}
		}
	}
}
