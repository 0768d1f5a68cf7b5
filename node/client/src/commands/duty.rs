use super::Context;
use crate::{
	catalogue::help as h,
	chain::{
		rules::DutyRule,
		runtime::{schemes::Call, Call as Any},
		BoundedVec,
	},
	error::Error,
	view::parse_duty,
};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::DUTY_ASSIGN.here())]
	Assign {
		#[arg(help = h::SCHEME_CODE.here())]
		scheme: String,
		#[arg(help = h::DUTY_NAME.here())]
		duty: String,
		#[arg(value_delimiter = ',', help = h::DUTY_OFFICES.here())]
		offices: Vec<String>,
		#[arg(long, help = h::DUTY_ALL.here())]
		all: bool,
		#[arg(long = "seat", help = h::COUNCIL_SEATS.here())]
		seats: Vec<String>,
	},
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let Self::Assign { scheme, duty, offices, all, seats } = self;
		let mut names = context.directory().await?;
		let mut holders = Vec::new();
		for code in offices.iter().filter(|code| !code.is_empty()) {
			holders.push(names.office_id(code).await?);
		}
		let call = Any::Schemes(Call::assign_duty {
			scheme: names.scheme_id(&scheme).await?,
			duty: parse_duty(&duty)?,
			offices: BoundedVec(holders),
			rule: if all { DutyRule::All } else { DutyRule::Any },
		});
		context.govern(names.state().client(), call, &seats).await
	}
}
