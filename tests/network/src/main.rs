//! Starts, shows and stops four departments' validators on this machine.

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};
use tanpiao_network::{
	finality::latencies,
	standing::{Endpoint, Health, Outcome, Standing, Wanted},
	Error, Kind, Language, Rpc,
};

/// Four departments' validators as four processes on this machine, on the loopback interface.
#[derive(Debug, Parser)]
#[command(version)]
struct Cli {
	/// The language of what is printed, `en` or `zh`; by default the locale's.
	#[arg(long, global = true)]
	lang: Option<Language>,

	/// Where the network's files lie; by default `tanpiao/network` among the user's data.
	#[arg(long, global = true, value_name = "DIR")]
	base_path: Option<PathBuf>,

	#[command(subcommand)]
	command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
	/// Start the network and wait until it finalises; one that runs is left alone.
	Up {
		/// A single node of the development chain instead of four departments.
		#[arg(long)]
		dev: bool,

		/// The JSON-RPC port of the first node; all other ports follow from it.
		#[arg(long, value_name = "PORT", default_value_t = 9944)]
		rpc_port: u16,

		/// Stop an earlier network and throw its chain away.
		#[arg(long)]
		fresh: bool,
	},
	/// Stop the network.
	Down,
	/// Show how each node does; fails when not all of them run.
	Status {
		/// Print JSON.
		#[arg(long)]
		json: bool,
	},
	/// Measure how long blocks take from their import to finality on the first node.
	Finality {
		/// How many blocks to look at.
		#[arg(long, value_name = "COUNT", default_value_t = 50)]
		blocks: usize,
	},
}

#[tokio::main]
async fn main() -> ExitCode {
	let Cli { lang, base_path, command } = Cli::parse();
	let language = lang.unwrap_or_else(Language::of_locale);
	match run(command, base_path, language).await {
		Ok(code) => code,
		Err(error) => {
			eprintln!("{}", error.sentence(language));
			ExitCode::FAILURE
		}
	}
}

async fn run(
	command: Command,
	base_path: Option<PathBuf>,
	language: Language,
) -> Result<ExitCode, Error> {
	let network = Standing::of(base_path)?;
	let say = |english: String, chinese: String| match language {
		Language::English => println!("{english}"),
		Language::Chinese => println!("{chinese}"),
	};
	match command {
		Command::Up { dev, rpc_port, fresh } => {
			let kind = if dev { Kind::Dev } else { Kind::Departments };
			let (outcome, nodes) = network.up(&Wanted { kind, rpc_port, fresh }).await?;
			match outcome {
				Outcome::Started => say("The network is up.".into(), "网络已启动。".into()),
				Outcome::Completed => say(
					"The network is up again: the missing nodes were started.".into(),
					"已补启缺少的节点，网络恢复。".into(),
				),
				Outcome::AlreadyUp => {
					say("The network was already up.".into(), "网络早已在运行。".into())
				}
			}
			nodes.iter().for_each(print_endpoint);
			Ok(ExitCode::SUCCESS)
		}
		Command::Down => {
			match network.down().await? {
				0 => say("No network was running.".into(), "没有网络在运行。".into()),
				count => {
					say(format!("Nodes stopped: {count}."), format!("已停止 {count} 个节点。"))
				}
			}
			Ok(ExitCode::SUCCESS)
		}
		Command::Status { json } => {
			let report = network.status().await?;
			if json {
				let path = network.directory().into();
				let text = serde_json::to_string_pretty(&report)
					.map_err(|error| Error::Malformed { path, reason: error.to_string() })?;
				println!("{text}");
			} else if report.is_empty() {
				say("No network was running.".into(), "没有网络在运行。".into());
			} else {
				report.iter().for_each(|health| print_health(health, language));
			}
			let well = |health: &Health| health.running && health.finalized.is_some();
			let up = !report.is_empty() && report.iter().all(well);
			Ok(if up { ExitCode::SUCCESS } else { ExitCode::FAILURE })
		}
		Command::Finality { blocks } => {
			let nodes = network.endpoints()?;
			let Some(first) = nodes.first() else {
				say("No network was running.".into(), "没有网络在运行。".into());
				return Ok(ExitCode::FAILURE);
			};
			let times = latencies(&Rpc::on(first.ports.rpc), blocks).await?;
			let seconds = |part: usize| {
				let index = times.len().saturating_sub(1).saturating_mul(part) / 100;
				times.get(index).copied().unwrap_or_default().as_secs_f64()
			};
			println!(
				"p50 {:.2} s  p95 {:.2} s  max {:.2} s  (n = {})",
				seconds(50),
				seconds(95),
				seconds(100),
				times.len(),
			);
			Ok(ExitCode::SUCCESS)
		}
	}
}

fn print_endpoint(node: &Endpoint) {
	println!("  {:<9} {}  {}", node.name, node.rpc, node.metrics);
}

fn print_health(health: &Health, language: Language) {
	let [pid, gone, best, finalized, peers] = match language {
		Language::English => ["process", "not running", "best", "final", "peers"],
		Language::Chinese => ["进程", "未运行", "最新", "终局", "对等节点"],
	};
	let Endpoint { name, process, rpc, .. } = &health.endpoint;
	let state = if health.running { format!("{pid} {}", process.pid) } else { gone.into() };
	let number = |value: Option<u64>| value.map_or_else(|| "-".into(), |it| it.to_string());
	println!(
		"  {name:<9} {rpc}  {state}  {best} {}  {finalized} {}  {peers} {}",
		number(health.best),
		number(health.finalized),
		number(health.peers),
	);
}
