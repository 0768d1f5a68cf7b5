use super::Context;
use crate::{
	catalogue::help as h,
	chain::{optional_text, runtime::tx, text, vouchers::OwnersAct, RequestId},
	error::Error,
	forms::{document, purpose},
};
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct Request {
	#[arg(required = true, help = h::LOTS.here())]
	lots: Vec<String>,
	#[arg(long, help = h::BENEFICIARY.here())]
	beneficiary: String,
	#[arg(long, help = h::PURPOSE.here())]
	purpose: String,
	#[arg(long, default_value = "", help = h::OFFSET_STATEMENT.here())]
	statement: String,
	#[arg(long, help = h::TOGETHER.here())]
	together: bool,
}

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::OFFSET_REQUEST.here())]
	Request(Request),
	#[command(about = h::OFFSET_WITHDRAW.here())]
	Withdraw {
		#[arg(help = h::REQUEST.here())]
		request: u32,
	},
	#[command(about = h::OFFSET_CERTIFY.here())]
	Certify {
		#[arg(help = h::REQUEST.here())]
		request: u32,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: String,
	},
	#[command(about = h::OFFSET_REFUSE.here())]
	Refuse {
		#[arg(help = h::REQUEST.here())]
		request: u32,
		#[arg(long, help = h::REASON.here())]
		reason: String,
	},
	#[command(about = h::OFFSET_SHOW.here())]
	Show {
		#[arg(help = h::REQUEST.here())]
		request: u32,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		let calls = tx().carbon_voucher();
		match self {
			Self::Request(asked) => {
				let purpose = purpose(&asked.purpose)?;
				let statement = optional_text("statement", &asked.statement, 128)?;
				let beneficiary = names.party_id(&asked.beneficiary).await?;
				let lots = names.lots_of(&asked.lots).await?;
				if asked.together {
					let act = OwnersAct::RequestOffset { lots, beneficiary, purpose, statement };
					return context.propose(&client, act).await;
				}
				let call = calls.request_offset(lots, beneficiary, purpose, statement);
				context.submit(&client, &call).await
			}
			Self::Withdraw { request } => {
				context.submit(&client, &calls.withdraw_offset(RequestId(request))).await
			}
			Self::Certify { request, evidence } => {
				let evidence = document(&evidence)?;
				context.submit(&client, &calls.certify_offset(RequestId(request), evidence)).await
			}
			Self::Refuse { request, reason } => {
				let reason = text("reason", &reason, 128)?;
				context.submit(&client, &calls.refuse_offset(RequestId(request), reason)).await
			}
			Self::Show { request } => {
				context.print(&names.request_view(RequestId(request)).await?);
				Ok(())
			}
		}
	}
}
