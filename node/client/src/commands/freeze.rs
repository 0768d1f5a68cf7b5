use super::Context;
use crate::{
	catalogue::help as h,
	chain::{runtime::tx, text, vouchers::FreezeOrder, FreezeId},
	error::Error,
	forms::{document, quantity},
	units::Day,
};
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct Add {
	#[arg(required = true, help = h::LOTS.here())]
	lots: Vec<String>,
	#[arg(long, help = h::ORDER_NO.here())]
	order_no: String,
	#[arg(long, help = h::AUTHORITY.here())]
	authority: String,
	#[arg(long, help = h::BASIS.here())]
	basis: String,
	#[arg(long, help = h::FREEZE_EXPIRES.here())]
	expires: String,
	#[arg(long, help = h::EVIDENCE.here())]
	evidence: String,
}

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::FREEZE_ADD.here())]
	Add(Add),
	#[command(about = h::FREEZE_EXTEND.here())]
	Extend {
		#[arg(help = h::FREEZE_NUMBER.here())]
		freeze: u32,
		#[arg(long, help = h::FREEZE_EXPIRES.here())]
		expires: String,
		#[arg(long, help = h::ORDER_NO.here())]
		reference: String,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: String,
	},
	#[command(about = h::FREEZE_LIFT.here())]
	Lift {
		#[arg(help = h::FREEZE_NUMBER.here())]
		freeze: u32,
		#[arg(long, help = h::ORDER_NO.here())]
		reference: String,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: String,
	},
	#[command(about = h::FREEZE_SHOW.here())]
	Show {
		#[arg(help = h::FREEZE_NUMBER.here())]
		freeze: u32,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		let calls = tx().carbon_voucher();
		match self {
			Self::Add(add) => {
				let order = FreezeOrder {
					order_no: text("order_no", &add.order_no, 64)?,
					authority: text("authority", &add.authority, 96)?,
					basis: text("basis", &add.basis, 128)?,
					expires: quantity::<Day>(&add.expires)?.into(),
					evidence: document(&add.evidence)?,
				};
				let lots = names.lots_of(&add.lots).await?;
				context.submit(&client, &calls.freeze(lots, order)).await
			}
			Self::Extend { freeze, expires, reference, evidence } => {
				let expires = quantity::<Day>(&expires)?.into();
				let reference = text("reference", &reference, 64)?;
				let evidence = document(&evidence)?;
				let call = calls.extend_freeze(FreezeId(freeze), expires, reference, evidence);
				context.submit(&client, &call).await
			}
			Self::Lift { freeze, reference, evidence } => {
				let reference = text("reference", &reference, 64)?;
				let call = calls.lift_freeze(FreezeId(freeze), reference, document(&evidence)?);
				context.submit(&client, &call).await
			}
			Self::Show { freeze } => {
				context.print(&names.freeze_view(FreezeId(freeze)).await?);
				Ok(())
			}
		}
	}
}
