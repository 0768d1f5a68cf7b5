use super::Context;
use crate::{
	catalogue::help as h,
	chain::{
		runtime::tx,
		vouchers::{Opinion, OwnersAct, PledgeChange, PledgeTerms},
		PledgeId,
	},
	directory::Directory,
	error::Error,
	forms::{document, reference, terms, ProceedsForm},
	view::Choice,
};
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct Number {
	#[arg(help = h::PLEDGE_NUMBER.here())]
	pledge: u32,
}

#[derive(Args)]
pub struct Terms {
	#[arg(long, help = h::SECURED.here())]
	secured: String,
	#[arg(long, help = h::CONTRACT.here())]
	contract: String,
	#[arg(long, help = h::DUE.here())]
	due: String,
	#[arg(long, help = h::REGISTRY_NO.here())]
	registry_no: String,
}

impl Terms {
	fn read(&self) -> Result<PledgeTerms, Error> {
		terms(&self.secured, document(&self.contract)?, &self.due, &self.registry_no)
	}
}

#[derive(Args)]
pub struct Proceeds {
	#[arg(long, help = h::PRICE.here())]
	price: String,
	#[arg(long, help = h::PROCEEDS_REFERENCE.here())]
	reference: String,
	#[arg(long, help = h::EVIDENCE.here())]
	evidence: String,
	#[arg(long, help = h::SURPLUS_PROOF.here())]
	surplus_proof: Option<String>,
}

impl Proceeds {
	fn form(self) -> ProceedsForm {
		let Self { price, reference, evidence, surplus_proof } = self;
		ProceedsForm { price, reference, evidence, surplus_proof }
	}
}

#[derive(Args)]
pub struct Offer {
	#[arg(required = true, help = h::LOTS.here())]
	lots: Vec<String>,
	#[arg(long, help = h::PLEDGEE.here())]
	pledgee: String,
	#[command(flatten)]
	terms: Terms,
	#[arg(long, help = h::TOGETHER.here())]
	together: bool,
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
	Release {
		#[command(flatten)]
		of: Number,
		#[arg(long, num_args = 1.., help = h::RELEASE_LOTS.here())]
		lots: Vec<String>,
	},
	#[command(subcommand, about = h::PLEDGE_CHANGE.here())]
	Change(Change),
	#[command(about = h::PLEDGE_SELL.here())]
	Sell {
		#[command(flatten)]
		of: Number,
		#[arg(long, help = h::PROCEEDS_TO.here())]
		to: String,
		#[command(flatten)]
		proceeds: Proceeds,
	},
	#[command(about = h::PLEDGE_ENFORCE.here())]
	Enforce {
		#[command(flatten)]
		of: Number,
		#[arg(long, help = h::PROCEEDS_TO.here())]
		to: String,
		#[command(flatten)]
		proceeds: Proceeds,
	},
	#[command(about = h::PLEDGE_SHOW.here())]
	Show(Number),
}

#[derive(Subcommand)]
pub enum Change {
	#[command(subcommand, about = h::CHANGE_PROPOSE.here())]
	Propose(Propose),
	#[command(about = h::CHANGE_ACCEPT.here())]
	Accept {
		#[command(flatten)]
		of: Number,
		#[arg(long, help = h::TOGETHER.here())]
		together: bool,
	},
	#[command(about = h::CHANGE_DROP.here())]
	Drop(Number),
	#[command(about = h::CHANGE_SHOW.here())]
	Show(Number),
}

#[derive(Subcommand)]
pub enum Propose {
	#[command(about = h::CHANGE_TERMS.here())]
	Terms {
		#[command(flatten)]
		of: Number,
		#[command(flatten)]
		terms: Terms,
	},
	#[command(about = h::CHANGE_ASSIGN.here())]
	Assign {
		#[command(flatten)]
		of: Number,
		#[arg(long, help = h::ASSIGN_TO.here())]
		to: String,
		#[arg(long, help = h::OPINION.here())]
		opinion: String,
		#[arg(long, default_value = "", help = h::ASSIGN_REFERENCE.here())]
		reference: String,
		#[arg(long, help = h::OPINION_EVIDENCE.here())]
		evidence: String,
	},
	#[command(about = h::CHANGE_AGREEMENT.here())]
	Agreement {
		#[command(flatten)]
		of: Number,
		#[command(flatten)]
		proceeds: Proceeds,
	},
	#[command(about = h::CHANGE_SALE.here())]
	Sale(Number),
}

impl Propose {
	/// Of which pledge, and what.
	async fn read(self, names: &mut Directory) -> Result<(PledgeId, PledgeChange), Error> {
		Ok(match self {
			Self::Terms { of, terms } => (PledgeId(of.pledge), PledgeChange::Terms(terms.read()?)),
			Self::Assign { of, to, opinion, reference: number, evidence } => {
				let (opinion, evidence) = (Opinion::parse(&opinion)?, document(&evidence)?);
				let (reference, to) = (reference(&number)?, names.party_id(&to).await?);
				(PledgeId(of.pledge), PledgeChange::Assign { to, opinion, reference, evidence })
			}
			Self::Agreement { of: Number { pledge }, proceeds } => {
				// By agreement nobody else may take them (CC 436).
				let found = names.state().pledge(PledgeId(pledge)).await?;
				let to = found.ok_or(Error::UnknownPledge(pledge))?.pledgee;
				let proceeds = proceeds.form().proceeds(to)?;
				(PledgeId(pledge), PledgeChange::Agreement(proceeds))
			}
			Self::Sale(of) => (PledgeId(of.pledge), PledgeChange::Sale),
		})
	}
}

impl Change {
	async fn run(self, context: &Context, mut names: Directory) -> Result<(), Error> {
		let client = names.state().client().clone();
		let calls = tx().carbon_voucher();
		match self {
			Self::Propose(propose) => {
				let (pledge, change) = propose.read(&mut names).await?;
				context.submit(&client, &calls.propose_pledge_change(pledge, change)).await
			}
			Self::Accept { of: Number { pledge: number }, together } => {
				let pledge = PledgeId(number);
				let pending = names.state().pledge_change(pledge.clone()).await?;
				let change = pending.ok_or(Error::NoPledgeChange(number))?.change;
				if together {
					let act = OwnersAct::AcceptPledgeChange { pledge, change };
					return context.propose(&client, act).await;
				}
				context.submit(&client, &calls.accept_pledge_change(pledge, change)).await
			}
			Self::Drop(of) => {
				context.submit(&client, &calls.drop_pledge_change(PledgeId(of.pledge))).await
			}
			Self::Show(of) => {
				context.print(&names.pledge_change_view(PledgeId(of.pledge)).await?);
				Ok(())
			}
		}
	}
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		let calls = tx().carbon_voucher();
		match self {
			Self::Offer(offer) => {
				let terms = offer.terms.read()?;
				let pledgee = names.party_id(&offer.pledgee).await?;
				let lots = names.lots_of(&offer.lots).await?;
				if offer.together {
					let act = OwnersAct::OfferPledge { lots, pledgee, terms };
					return context.propose(&client, act).await;
				}
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
			Self::Release { of, lots } => {
				let part = match lots.is_empty() {
					true => None,
					false => Some(names.lots_of(&lots).await?),
				};
				context.submit(&client, &calls.release_pledge(PledgeId(of.pledge), part)).await
			}
			Self::Change(change) => change.run(context, names).await,
			Self::Sell { of, to, proceeds } => {
				let proceeds = proceeds.form().proceeds(names.party_id(&to).await?)?;
				let call = calls.sell_pledged(PledgeId(of.pledge), proceeds);
				context.submit(&client, &call).await
			}
			Self::Enforce { of, to, proceeds } => {
				let proceeds = proceeds.form().proceeds(names.party_id(&to).await?)?;
				let call = calls.enforce_by_court(PledgeId(of.pledge), proceeds);
				context.submit(&client, &call).await
			}
			Self::Show(of) => {
				context.print(&names.pledge_view(PledgeId(of.pledge)).await?);
				Ok(())
			}
		}
	}
}
