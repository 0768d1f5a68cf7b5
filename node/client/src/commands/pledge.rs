use super::Context;
use crate::{
	catalogue::help as h,
	chain::{runtime::tx, text, vouchers::PledgeTerms, PledgeId},
	error::Error,
	forms::{document, quantity},
	units::{Day, Fen},
};
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct Number {
	#[arg(help = h::PLEDGE_NUMBER.here())]
	pledge: u32,
}

#[derive(Args)]
pub struct Offer {
	#[arg(required = true, help = h::LOTS.here())]
	lots: Vec<String>,
	#[arg(long, help = h::PLEDGEE.here())]
	pledgee: String,
	#[arg(long, help = h::SECURED.here())]
	secured: String,
	#[arg(long, help = h::CONTRACT.here())]
	contract: String,
	#[arg(long, help = h::DUE.here())]
	due: String,
	#[arg(long, help = h::REGISTRY_NO.here())]
	registry_no: String,
}

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::PLEDGE_OFFER.here())]
	Offer(Offer),
	#[command(about = h::PLEDGE_ACCEPT.here())]
	Accept(Number),
	#[command(about = h::PLEDGE_DECLINE.here())]
	Decline(Number),
	#[command(about = h::PLEDGE_WITHDRAW.here())]
	Withdraw(Number),
	#[command(about = h::PLEDGE_RELEASE.here())]
	Release(Number),
	#[command(about = h::PLEDGE_SHOW.here())]
	Show(Number),
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		let calls = tx().carbon_voucher();
		match self {
			Self::Offer(offer) => {
				let terms = PledgeTerms {
					secured: quantity::<Fen>(&offer.secured)?.into(),
					contract: document(&offer.contract)?,
					due: quantity::<Day>(&offer.due)?.into(),
					registry_no: text("registry_no", &offer.registry_no, 64)?,
				};
				let pledgee = names.party_id(&offer.pledgee).await?;
				let lots = names.lots_of(&offer.lots).await?;
				context.submit(&client, &calls.offer_pledge(lots, pledgee, terms)).await
			}
			Self::Accept(of) => {
				context.submit(&client, &calls.accept_pledge(PledgeId(of.pledge))).await
			}
			Self::Decline(of) => {
				context.submit(&client, &calls.decline_pledge(PledgeId(of.pledge))).await
			}
			Self::Withdraw(of) => {
				context.submit(&client, &calls.withdraw_pledge_offer(PledgeId(of.pledge))).await
			}
			Self::Release(of) => {
				context.submit(&client, &calls.release_pledge(PledgeId(of.pledge))).await
			}
			Self::Show(of) => {
				context.print(&names.pledge_view(PledgeId(of.pledge)).await?);
				Ok(())
			}
		}
	}
}
