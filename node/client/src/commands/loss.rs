use super::Context;
use crate::{
	catalogue::help as h,
	chain::{runtime::tx, text, vouchers::LossKind, LossId},
	error::Error,
	view::Choice,
};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::LOSS_REPORT.here())]
	Report {
		#[arg(help = h::PAPER.here())]
		voucher: String,
		#[arg(long, default_value = "lost", help = h::LOSS_KIND.here())]
		kind: String,
		#[arg(long, help = h::LOSS_REASON.here())]
		reason: String,
	},
	#[command(about = h::LOSS_FOUND.here())]
	Found {
		#[arg(help = h::LOSS_NUMBER.here())]
		loss: u32,
	},
	#[command(about = h::LOSS_SHOW.here())]
	Show {
		#[arg(help = h::LOSS_NUMBER.here())]
		loss: u32,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		let calls = tx().carbon_voucher();
		match self {
			Self::Report { voucher, kind, reason } => {
				let kind = LossKind::parse(&kind)?;
				let reason = text("reason", &reason, 128)?;
				let (voucher, edition) = names.paper_of(&voucher).await?;
				context.submit(&client, &calls.report_loss(voucher, edition, kind, reason)).await
			}
			Self::Found { loss } => {
				context.submit(&client, &calls.report_found(LossId(loss))).await
			}
			Self::Show { loss } => {
				context.print(&names.loss_view(LossId(loss)).await?);
				Ok(())
			}
		}
	}
}
