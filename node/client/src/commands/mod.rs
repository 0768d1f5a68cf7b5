//! The command line: thin, one file for each group. What the groups do is the SDK's work.

mod allowance;
mod audit;
mod certificate;
mod council;
mod duty;
mod freeze;
mod inspection;
mod key;
mod licence;
mod loss;
mod office;
mod offset;
mod owners;
mod party;
mod play;
mod pledge;
mod scheme;
mod share;
mod totals;
mod transaction;
mod transfer;
mod usage;
mod voucher;
mod watch;

use crate::{
	catalogue::{help as h, labels as l, Lang},
	chain::{self, runtime::Call},
	client::{Client, DEFAULT_URL},
	council::Outcome,
	directory::Directory,
	error::{Error, WRONG_USAGE},
	keys::{Key, KeyError},
	submit::Receipt,
	view::Show,
};
use clap::{Parser, Subcommand, ValueEnum};
use serde_json::{json, Value};
use std::{
	io::{ErrorKind, Write},
	process::ExitCode,
	time::Duration,
};
use subxt::transactions::Payload;
use usage::Unparsed;

// Terminals fold lines themselves, between Chinese characters too.
#[derive(Parser)]
#[command(name = "tanpiao", version, about = h::ABOUT.here(), term_width = 0)]
struct Cli {
	#[arg(long, global = true, env = "TANPIAO_URL", default_value = DEFAULT_URL, help = h::URL.here())]
	url: String,
	#[arg(long, global = true, env = "TANPIAO_GENESIS", help = h::GENESIS.here())]
	genesis: Option<String>,
	#[arg(long, global = true, env = "TANPIAO_KEY", hide_env_values = true, help = h::KEY.here())]
	key: Option<String>,
	#[arg(long, global = true, help = h::LANG.here())]
	lang: Option<LangArg>,
	#[arg(long, global = true, help = h::JSON.here())]
	json: bool,
	#[arg(long, global = true, default_value_t = 120, help = h::TIMEOUT.here())]
	timeout: u64,
	#[command(subcommand)]
	group: Group,
}

#[derive(Clone, Copy, ValueEnum)]
enum LangArg {
	Zh,
	En,
}

#[derive(Subcommand)]
enum Group {
	#[command(about = h::CHAIN.here())]
	Chain,
	#[command(subcommand, about = h::SCHEME.here())]
	Scheme(scheme::Command),
	#[command(subcommand, about = h::OFFICE.here())]
	Office(office::Command),
	#[command(subcommand, about = h::DUTY.here())]
	Duty(duty::Command),
	#[command(subcommand, about = h::COUNCIL.here())]
	Council(council::Command),
	#[command(subcommand, about = h::PARTY.here())]
	Party(party::Command),
	#[command(subcommand, about = h::LICENCE.here())]
	Licence(licence::Command),
	#[command(subcommand, about = h::VOUCHER.here())]
	Voucher(voucher::Command),
	#[command(subcommand, about = h::TRANSFER.here())]
	Transfer(transfer::Command),
	#[command(subcommand, about = h::OWNERS.here())]
	Owners(owners::Command),
	#[command(subcommand, about = h::SHARE.here())]
	Share(share::Command),
	#[command(subcommand, about = h::PLEDGE.here())]
	Pledge(pledge::Command),
	#[command(subcommand, about = h::FREEZE.here())]
	Freeze(freeze::Command),
	#[command(subcommand, about = h::LOSS.here())]
	Loss(loss::Command),
	#[command(subcommand, about = h::INSPECTION.here())]
	Inspection(inspection::Command),
	#[command(subcommand, about = h::OFFSET.here())]
	Offset(offset::Command),
	#[command(subcommand, about = h::CERTIFICATE.here())]
	Certificate(certificate::Command),
	#[command(about = h::TOTALS.here())]
	Totals(totals::Command),
	#[command(about = h::ALLOWANCE.here())]
	Allowance(allowance::Command),
	#[command(about = h::AUDIT.here())]
	Audit(audit::Command),
	#[command(about = h::TRANSACTION.here())]
	Transaction(transaction::Command),
	#[command(about = h::WATCH.here())]
	Watch(watch::Command),
	#[command(subcommand, about = h::KEYS.here())]
	Key(key::Command),
	#[command(about = h::PLAY.here())]
	Play(play::Command),
}

/// Runs the command line of this process.
///
/// Not async: what is async is compiled once more into whatever calls it.
pub fn main() -> ExitCode {
	match tokio::runtime::Runtime::new() {
		Ok(runtime) => runtime.block_on(run()),
		Err(error) => {
			eprintln!("{error}");
			ExitCode::FAILURE
		}
	}
}

async fn run() -> ExitCode {
	// As far as they can be told before the command line is read.
	let (lang, json) = (Lang::current(), std::env::args_os().any(|argument| argument == "--json"));
	if std::env::args_os().any(|argument| argument.to_str().is_none()) {
		return fail(&Error::ArgumentNotUtf8, lang, json);
	}
	let cli = match Cli::try_parse() {
		Ok(cli) => cli,
		Err(error) => match usage::unparsed(&error, lang, json) {
			Unparsed::Asked(help) => {
				print_line(help.trim_end());
				return ExitCode::SUCCESS;
			}
			Unparsed::Unasked(help) => {
				eprintln!("{}", help.trim_end());
				return ExitCode::from(WRONG_USAGE);
			}
			Unparsed::Wrong(error) => return fail(&error, lang, json),
		},
	};
	let context = Context {
		lang: match cli.lang {
			Some(LangArg::Zh) => Lang::Zh,
			Some(LangArg::En) => Lang::En,
			None => lang,
		},
		json: cli.json,
		url: cli.url,
		genesis: cli.genesis,
		key: cli.key,
		patience: Duration::from_secs(cli.timeout),
	};
	match context.run(cli.group).await {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => fail(&error, context.lang, context.json),
	}
}

/// Says what went wrong: in words on standard error, or as JSON on standard output.
fn fail(error: &Error, lang: Lang, json: bool) -> ExitCode {
	match json {
		true => print_line(&error.json().to_string()),
		false => eprintln!("{}", error.say(lang)),
	}
	ExitCode::from(error.exit_code())
}

/// Prints a line. That nobody reads it any more is no error; that it cannot be written is one.
fn print_line(text: &str) {
	if let Err(error) = writeln!(std::io::stdout(), "{text}") {
		if error.kind() == ErrorKind::BrokenPipe {
			std::process::exit(0);
		}
		eprintln!("{error}");
		std::process::exit(1);
	}
}

/// What holds for every command.
struct Context {
	lang: Lang,
	json: bool,
	url: String,
	genesis: Option<String>,
	key: Option<String>,
	patience: Duration,
}

impl Context {
	async fn run(&self, group: Group) -> Result<(), Error> {
		match group {
			Group::Chain => self.show_chain().await,
			Group::Scheme(command) => command.run(self).await,
			Group::Office(command) => command.run(self).await,
			Group::Duty(command) => command.run(self).await,
			Group::Council(command) => command.run(self).await,
			Group::Party(command) => command.run(self).await,
			Group::Licence(command) => command.run(self).await,
			Group::Voucher(command) => command.run(self).await,
			Group::Transfer(command) => command.run(self).await,
			Group::Owners(command) => command.run(self).await,
			Group::Share(command) => command.run(self).await,
			Group::Pledge(command) => command.run(self).await,
			Group::Freeze(command) => command.run(self).await,
			Group::Loss(command) => command.run(self).await,
			Group::Inspection(command) => command.run(self).await,
			Group::Offset(command) => command.run(self).await,
			Group::Certificate(command) => command.run(self).await,
			Group::Totals(command) => command.run(self).await,
			Group::Allowance(command) => command.run(self).await,
			Group::Audit(command) => command.run(self).await,
			Group::Transaction(command) => command.run(self).await,
			Group::Watch(command) => command.run(self).await,
			Group::Key(command) => command.run(self),
			Group::Play(command) => command.run(self).await,
		}
	}

	async fn client(&self) -> Result<Client, Error> {
		let genesis = self.genesis.as_deref().map(chain::hash).transpose()?;
		Ok(Client::connect(&self.url, genesis).await?.with_patience(self.patience))
	}

	async fn directory(&self) -> Result<Directory, Error> {
		Ok(Directory::new(self.client().await?.state().await?))
	}

	fn key(&self) -> Result<Key, Error> {
		Ok(Key::open(self.key.as_deref().ok_or(KeyError::Missing)?)?)
	}

	fn line(&self, text: &str) {
		print_line(text);
	}

	fn print<T: Show>(&self, shown: &T) {
		match self.json {
			true => self.line(&json!(shown).to_string()),
			false => self.line(shown.show(self.lang).trim_end()),
		}
	}

	/// Signs and submits a call with this key, and prints what it changed.
	async fn submit<C: Payload>(&self, client: &Client, call: &C) -> Result<(), Error> {
		let receipt = client.submit(call, &self.key()?).await?;
		let told = self.tell(client, &receipt).await?;
		self.print_told(&receipt, told);
		Ok(())
	}

	async fn tell(&self, client: &Client, receipt: &Receipt) -> Result<Vec<Value>, Error> {
		let mut names = Directory::new(client.state_at(receipt.block).await?);
		let mut told = Vec::new();
		for event in &receipt.events {
			told.extend(names.tell(event).await?.map(|event| event.json()));
		}
		Ok(told)
	}

	fn print_told(&self, receipt: &Receipt, told: Vec<Value>) {
		if self.json {
			return self.line(&receipt_json(receipt, told).to_string());
		}
		if told.is_empty() {
			self.line(l::NO_EVENTS.get(self.lang));
		}
		let key = if self.lang == Lang::Zh { "zh" } else { "en" };
		for event in &told {
			self.line(event.get(key).and_then(Value::as_str).unwrap_or_default());
		}
		let hash = format!("{:?}", receipt.block);
		let block: [(&str, &dyn std::fmt::Display); 2] =
			[("block", &receipt.number), ("hash", &hash)];
		self.line(&match receipt.finality {
			Some(finality) => {
				let seconds = format!("{:.1}", finality.as_secs_f64());
				let [number, hash] = block;
				l::FINALISED.fill(self.lang, &[number, hash, ("seconds", &seconds)])
			}
			None => l::FINAL_IN.fill(self.lang, &block),
		});
	}

	/// Moves a governance call with the key and those of further seats, and prints what became of it.
	async fn govern(&self, client: &Client, call: Call, seats: &[String]) -> Result<(), Error> {
		let mut keys = vec![self.key()?];
		for seat in seats {
			keys.push(Key::open(seat)?);
		}
		let outcome = client.move_in_council(call, &keys).await?;
		self.print_outcome(client, outcome).await
	}

	async fn print_outcome(&self, client: &Client, outcome: Outcome) -> Result<(), Error> {
		let mut all = Vec::new();
		for receipt in &outcome.receipts {
			let told = self.tell(client, receipt).await?;
			match self.json {
				true => all.push(receipt_json(receipt, told)),
				false => self.print_told(receipt, told),
			}
		}
		if let Some(number) = outcome.waiting.filter(|_| !self.json) {
			self.line(&l::MOTION_WAITS.fill(self.lang, &[("number", &number)]));
		}
		if self.json {
			let outcome = json!({ "motion": { "waiting": outcome.waiting, "transactions": all } });
			self.line(&outcome.to_string());
		}
		Ok(())
	}

	async fn show_chain(&self) -> Result<(), Error> {
		let client = self.client().await?;
		let at = client.at_finalised().await?;
		let (genesis, block) = (format!("{:?}", client.genesis()), at.block_number());
		if self.json {
			let chain = json!({
				"genesis": genesis,
				"finalised": block,
				"spec_version": at.spec_version(),
			});
			self.line(&chain.to_string());
		} else {
			let rows = [
				(l::GENESIS.get(self.lang), genesis),
				(l::BLOCK.get(self.lang), block.to_string()),
			];
			self.line(crate::table::fields(&rows).trim_end());
		}
		Ok(())
	}
}

fn receipt_json(receipt: &Receipt, told: Vec<Value>) -> Value {
	json!({
		"transaction": format!("{:?}", receipt.transaction),
		"block": { "number": receipt.number, "hash": format!("{:?}", receipt.block) },
		"finality_ms": receipt.finality.and_then(|time| u64::try_from(time.as_millis()).ok()),
		"events": told,
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
	}

	#[test]
	fn a_form_replaces_what_it_says_and_nothing_else() {
		let issue = ["tanpiao", "voucher", "issue", "--file", "form.json"];
		let with = |more: &[&'static str]| Cli::try_parse_from(issue.iter().chain(more).copied());
		assert!(with(&["--key", "//District", "--json", "--lang", "zh"]).is_ok());
		assert!(with(&["--scheme", "WH"]).is_err());
		assert!(with(&["--ecosystem", "wetland"]).is_err());
	}
}
