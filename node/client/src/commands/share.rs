use super::Context;
use crate::{
	catalogue::help as h,
	chain::{runtime::tx, ShareOfferId},
	error::Error,
	forms::{cause, document, reference},
};
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct Offer {
	#[arg(help = h::PAPER.here())]
	voucher: String,
	#[arg(long, help = h::MILLIONTHS.here())]
	millionths: u32,
	#[arg(long, help = h::TO_PARTY.here())]
	to: String,
	#[arg(long, help = h::PRICE.here(), required_unless_present = "gift")]
	price: Option<String>,
	#[arg(long, help = h::GIFT.here(), conflicts_with = "price")]
	gift: bool,
	#[arg(long, default_value = "", help = h::REFERENCE.here())]
	reference: String,
	#[arg(long, help = h::EVIDENCE.here())]
	evidence: String,
}

#[derive(Args)]
pub struct Number {
	#[arg(help = h::SHARE_NUMBER.here())]
	offer: u32,
}

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::SHARE_OFFER.here())]
	Offer(Offer),
	#[command(about = h::SHARE_TAKE.here())]
	Take(Number),
	#[command(about = h::SHARE_COMPLETE.here())]
	Complete(Number),
	#[command(about = h::SHARE_WITHDRAW.here())]
	Withdraw(Number),
	#[command(about = h::SHARE_SHOW.here())]
	Show(Number),
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		let calls = tx().carbon_voucher();
		match self {
			Self::Offer(offer) => {
				let (cause, evidence) =
					(cause(offer.price.as_deref())?, document(&offer.evidence)?);
				let reference = reference(&offer.reference)?;
				let to = names.party_id(&offer.to).await?;
				let (voucher, edition) = names.paper_of(&offer.voucher).await?;
				let call = calls.offer_share(
					voucher,
					edition,
					to,
					offer.millionths,
					cause,
					reference,
					evidence,
				);
				context.submit(&client, &call).await
			}
			Self::Take(of) => {
				context.submit(&client, &calls.take_share(ShareOfferId(of.offer))).await
			}
			Self::Complete(of) => {
				context.submit(&client, &calls.complete_share(ShareOfferId(of.offer))).await
			}
			Self::Withdraw(of) => {
				context.submit(&client, &calls.withdraw_share_offer(ShareOfferId(of.offer))).await
			}
			Self::Show(of) => {
				context.print(&names.share_offer_view(ShareOfferId(of.offer)).await?);
				Ok(())
			}
		}
	}
}
