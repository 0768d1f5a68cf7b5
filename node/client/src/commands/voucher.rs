use super::Context;
use crate::{
	catalogue::{help as h, labels as l},
	chain::{
		runtime::tx,
		text,
		vouchers::{ChangeKind, InspectionMethod, OwnersAct},
		Lot, OrderId, VoucherId,
	},
	error::Error,
	forms::{cause, document, quantity, read_form, reference, AllotmentForm, IssueForm},
	number::{NumberError, VoucherNumber},
	units::Day,
	view::Choice,
};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::VOUCHER_ISSUE.here())]
	Issue(Box<Issue>),
	#[command(about = h::VOUCHER_SPLIT.here())]
	Split {
		#[arg(help = h::SPLIT_LOT.here())]
		lot: String,
		#[arg(long, help = h::TOGETHER.here())]
		together: bool,
	},
	#[command(about = h::VOUCHER_MERGE.here())]
	Merge {
		#[arg(help = h::PAPER.here())]
		voucher: String,
		#[arg(help = h::OTHER_PAPER.here())]
		other: String,
		#[arg(long, help = h::TOGETHER.here())]
		together: bool,
	},
	#[command(about = h::VOUCHER_PARTITION.here())]
	Partition {
		#[arg(help = h::PAPER.here())]
		voucher: String,
	},
	#[command(about = h::VOUCHER_TRANSFER.here())]
	Transfer {
		#[arg(help = h::LOT.here())]
		lot: String,
		#[arg(long, help = h::TO_PARTY.here())]
		to: String,
		#[arg(long, help = h::PRICE.here(), required_unless_present = "gift")]
		price: Option<String>,
		#[arg(long, help = h::GIFT.here(), conflicts_with = "price")]
		gift: bool,
		#[arg(long, default_value = "", help = h::REFERENCE.here())]
		reference: String,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: Option<String>,
		#[arg(long, help = h::TOGETHER.here())]
		together: bool,
	},
	#[command(about = h::VOUCHER_ACCEPT.here())]
	Accept {
		#[arg(help = h::ORDER.here())]
		order: u32,
	},
	#[command(about = h::VOUCHER_EFFECT.here())]
	Effect {
		#[arg(help = h::ORDER.here())]
		order: u32,
	},
	#[command(about = h::VOUCHER_REFUSE.here())]
	Refuse {
		#[arg(help = h::ORDER.here())]
		order: u32,
	},
	#[command(about = h::VOUCHER_CANCEL.here())]
	Cancel {
		#[arg(help = h::ORDER.here())]
		order: u32,
	},
	#[command(about = h::VOUCHER_ORDER.here())]
	Order {
		#[arg(help = h::ORDER.here())]
		order: u32,
	},
	#[command(about = h::VOUCHER_CHANGE.here())]
	Change {
		#[arg(help = h::PAPER.here())]
		voucher: String,
		#[arg(long, help = h::CHANGE_KIND.here())]
		kind: String,
		#[arg(long, help = h::CHANGE_REFERENCE.here())]
		reference: String,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: String,
	},
	#[command(about = h::VOUCHER_INSPECT.here())]
	Inspect {
		#[arg(help = h::NUMBER.here())]
		number: String,
		#[arg(long, help = h::INSPECTION_DAY.here())]
		day: String,
		#[arg(long, help = h::INSPECTION_METHOD.here())]
		method: String,
		#[arg(long, help = h::FINDING.here())]
		finding: String,
		#[arg(long, help = h::EVIDENCE.here())]
		evidence: String,
	},
	#[command(about = h::VOUCHER_SHOW.here())]
	Show {
		#[arg(help = h::NUMBER.here())]
		number: String,
	},
	#[command(about = h::VOUCHER_PAGE.here())]
	Page {
		#[arg(help = h::NUMBER.here())]
		number: String,
		#[arg(long, default_value_t = 0, help = h::AFTER.here())]
		after: u32,
		#[arg(long, default_value_t = 256, help = h::LIMIT.here())]
		limit: u32,
	},
	#[command(about = h::VOUCHER_LIST.here())]
	List {
		#[arg(long, help = h::HOLDER.here())]
		holder: String,
		#[arg(long, help = h::AFTER.here())]
		after: Option<String>,
		#[arg(long, default_value_t = 64, help = h::LIMIT.here())]
		limit: u32,
	},
}

#[derive(Args)]
pub struct Issue {
	// Not `exclusive`: that would bar `--key` and `--json` too.
	#[arg(long, help = h::ISSUE_FILE.here(), conflicts_with_all = [
		"scheme", "filing", "ecosystem", "area", "place", "from", "to", "evidence", "allotments",
	])]
	file: Option<PathBuf>,
	#[arg(long, required_unless_present = "file", help = h::SCHEME_CODE.here())]
	scheme: Option<String>,
	#[arg(long, required_unless_present = "file", help = h::FILING.here())]
	filing: Option<String>,
	#[arg(long, default_value = "forest", help = h::ECOSYSTEM.here())]
	ecosystem: String,
	#[arg(long, required_unless_present = "file", help = h::AREA.here())]
	area: Option<String>,
	#[arg(long, required_unless_present = "file", help = h::PLACE.here())]
	place: Option<String>,
	#[arg(long, required_unless_present = "file", help = h::FROM.here())]
	from: Option<String>,
	#[arg(long, required_unless_present = "file", help = h::TO.here())]
	to: Option<String>,
	#[arg(long, required_unless_present = "file", help = h::EVIDENCE.here())]
	evidence: Option<String>,
	#[arg(long = "allot", required_unless_present = "file", help = h::ALLOT.here())]
	allotments: Vec<String>,
}

impl Issue {
	fn form(self) -> Result<IssueForm, Error> {
		if let Some(path) = &self.file {
			return read_form(path);
		}
		let allotments = self.allotments.iter().map(|text| text.parse::<AllotmentForm>());
		Ok(IssueForm {
			scheme: self.scheme.unwrap_or_default(),
			filing_no: self.filing.unwrap_or_default(),
			ecosystem: self.ecosystem,
			area: self.area.unwrap_or_default(),
			place: self.place.unwrap_or_default(),
			period_from: self.from.unwrap_or_default(),
			period_to: self.to.unwrap_or_default(),
			evidence: self.evidence.unwrap_or_default(),
			allotments: allotments.collect::<Result<_, _>>()?,
		})
	}
}

/// The chain gives no more at once, whatever it is asked for.
const MAX_PAGE: u32 = 256;

/// Whether so many are all that could be given, so that there may be more.
fn fills(given: usize, limit: u32) -> bool {
	u32::try_from(given) == Ok(limit.min(MAX_PAGE))
}

fn number(text: &str) -> Result<VoucherNumber, Error> {
	text.parse().map_err(Error::number(text))
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let client = names.state().client().clone();
		let calls = tx().carbon_voucher();
		match self {
			Self::Issue(issue) => {
				let order = issue.form()?.order(&mut names).await?;
				context.submit(&client, &calls.issue(order)).await
			}
			Self::Split { lot: text, together } => {
				let Lot { voucher, edition, amount } = names.lot_of(&text).await?;
				let amount = amount.ok_or(NumberError::NoAmount).map_err(Error::number(text))?;
				if together {
					let act = OwnersAct::Split { voucher, edition, amount };
					return context.propose(&client, act).await;
				}
				context.submit(&client, &calls.split(voucher, edition, amount)).await
			}
			Self::Merge { voucher, other, together } => {
				let (voucher, edition) = names.paper_of(&voucher).await?;
				let (other, other_edition) = names.paper_of(&other).await?;
				if together {
					let act = OwnersAct::Merge { voucher, edition, other, other_edition };
					return context.propose(&client, act).await;
				}
				let call = calls.merge(voucher, edition, other, other_edition);
				context.submit(&client, &call).await
			}
			Self::Partition { voucher } => {
				let (voucher, edition) = names.paper_of(&voucher).await?;
				context.submit(&client, &calls.partition(voucher, edition)).await
			}
			Self::Transfer { lot, to, price, gift: _, reference: number, evidence, together } => {
				let cause = cause(price.as_deref())?;
				let evidence = evidence.as_deref().map(document).transpose()?;
				let reference = reference(&number)?;
				let (lot, to) = (names.lot_of(&lot).await?, names.party_id(&to).await?);
				if together {
					let act = OwnersAct::Transfer { lot, to, cause, reference, evidence };
					return context.propose(&client, act).await;
				}
				let call = calls.transfer(lot, to, cause, reference, evidence);
				context.submit(&client, &call).await
			}
			Self::Change { voucher, kind, reference, evidence } => {
				let (kind, evidence) = (ChangeKind::parse(&kind)?, document(&evidence)?);
				let reference = text("reference", &reference, 64)?;
				let (voucher, edition) = names.paper_of(&voucher).await?;
				let call = calls.record_change(voucher, edition, kind, reference, evidence);
				context.submit(&client, &call).await
			}
			Self::Inspect { number: voucher, day, method, finding, evidence } => {
				let (day, method) =
					(quantity::<Day>(&day)?.into(), InspectionMethod::parse(&method)?);
				let finding = text("finding", &finding, 256)?;
				let evidence = document(&evidence)?;
				let voucher = names.voucher_id(&number(&voucher)?).await?;
				let call = calls.record_inspection(voucher, day, method, finding, evidence);
				context.submit(&client, &call).await
			}
			Self::Accept { order } => {
				context.submit(&client, &calls.accept_transfer(OrderId(order))).await
			}
			Self::Effect { order } => {
				context.submit(&client, &calls.effect_transfer(OrderId(order))).await
			}
			Self::Refuse { order } => {
				context.submit(&client, &calls.refuse_transfer(OrderId(order))).await
			}
			Self::Cancel { order } => {
				context.submit(&client, &calls.cancel_transfer(OrderId(order))).await
			}
			Self::Order { order } => {
				match names.order_view(OrderId(order)).await? {
					Some(order) => context.print(&order),
					None if context.json => context.line("null"),
					None => context.line(l::NOTHING.get(context.lang)),
				}
				Ok(())
			}
			Self::Show { number: text } => {
				context.print(&names.voucher_by_number(&number(&text)?).await?);
				Ok(())
			}
			Self::Page { number: text, after, limit } => {
				context.print(&names.page(&number(&text)?, after, limit).await?);
				Ok(())
			}
			Self::List { holder, after, limit } => {
				let holder = names.party_id(&holder).await?;
				let after: Option<VoucherId> = match after {
					Some(after) => Some(names.voucher_id(&number(&after)?).await?),
					None => None,
				};
				let mut vouchers = Vec::new();
				for info in names.state().holdings(holder, after, limit).await? {
					vouchers.push(names.voucher_view(info).await?);
				}
				context.print(&vouchers);
				let full = fills(vouchers.len(), limit) && !context.json;
				if let Some(last) = vouchers.last().filter(|_| full) {
					context.line(&l::MORE.fill(context.lang, &[("after", &last.number)]));
				}
				Ok(())
			}
		}
	}
}

#[cfg(test)]
mod tests {
	use super::fills;

	#[test]
	fn a_page_that_is_as_long_as_it_may_be_goes_on() {
		assert!(fills(64, 64) && fills(256, 256) && fills(256, 1_000));
		assert!(!fills(63, 64) && !fills(255, 1_000));
	}
}
