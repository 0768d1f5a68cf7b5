//! From what was typed to what runs.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	service::{self, Block, Parts},
};
use clap::{CommandFactory, FromArgMatches};
use sc_cli::{Error, RpcMethods, RunCmd, SubstrateCli};
use sc_network::{
	config::NetworkBackendType,
	multiaddr::{Multiaddr, Protocol},
};
use sc_service::{ChainSpec, ChainType, Configuration};
use std::{
	io,
	net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
};

const DEFAULT_P2P_PORT: u16 = 30333;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Tanpiao Node".into()
	}

	fn impl_version() -> String {
		env!("CARGO_PKG_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"whoever gave you this program".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
		Ok(Box::new(match id {
			"dev" => chain_spec::development()?,
			"" | "local" => chain_spec::local()?,
			path => chain_spec::from_file(path)?,
		}))
	}
}

/// Parses the command line and runs it.
pub fn run() -> sc_cli::Result<()> {
	let matches = command().get_matches();
	let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());

	match &cli.subcommand {
		Some(Subcommand::Key(cmd)) => cmd.run(&cli),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		Some(Subcommand::CheckBlock(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let Parts { client, import_queue, task_manager, .. } = service::open(&config)?;
			Ok((cmd.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::ExportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let Parts { client, task_manager, .. } = service::open(&config)?;
			Ok((cmd.run(client, config.database), task_manager))
		}),
		Some(Subcommand::ImportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let Parts { client, import_queue, task_manager, .. } = service::open(&config)?;
			Ok((cmd.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::PurgeChain(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.database))
		}
		Some(Subcommand::Revert(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let Parts { client, backend, task_manager, .. } = service::open(&config)?;
			let voters = Box::new(|client, _, blocks| {
				sc_consensus_grandpa::revert::<Block, service::Client>(client, blocks)?;
				Ok(())
			});
			Ok((cmd.run(client, backend, Some(voters)), task_manager))
		}),
		Some(Subcommand::ChainInfo(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run::<Block>(&config))
		}
		None => run_node(&cli),
	}
}

/// An error as one sentence.
pub fn sentence(error: &Error) -> String {
	match error {
		Error::Input(text) | Error::Service(sc_service::Error::Other(text)) => text.clone(),
		Error::Service(sc_service::Error::Application(inner)) => inner.to_string(),
		Error::NetworkKeyNotFound(path) => format!(
			"a validator needs a lasting network key and there is none in {path}: make one with \
			 `key generate-node-key --file {path}`",
			path = path.display(),
		),
		other => other.to_string(),
	}
}

fn command() -> clap::Command {
	Cli::setup_command(Cli::command()).mut_arg("rpc_methods", |arg| {
		arg.default_value("safe").help(
			"RPC methods to expose. The unsafe ones can steal or misuse a validator's keys and \
			 are served only with `unsafe`; `auto` means `safe` here",
		)
	})
}

fn run_node(cli: &Cli) -> sc_cli::Result<()> {
	let run = hardened(cli)?;
	let mut runner = cli.create_runner(&run)?;
	let config = runner.config_mut();
	// A node that quietly takes another port cannot be found by those who need it.
	config.rpc.addr.iter_mut().flatten().for_each(|endpoint| endpoint.retry_random_port = false);
	ensure_ports_free(config)?;
	runner.run_node_until_exit(|config| async move { service::run(config).map_err(Error::Service) })
}

/// What was typed, with the SDK's defaults replaced where they open more than a department wants.
fn hardened(cli: &Cli) -> sc_cli::Result<RunCmd> {
	let mut run = cli.run.clone();
	let shared = &run.shared_params;
	if shared.chain.is_none() && !shared.dev {
		return Err("name a chain: `--dev`, `--chain local` or `--chain FILE`".into());
	}
	let spec = cli.load_spec(&shared.chain_id(shared.is_dev()))?;

	let network = &mut run.network_params;
	if !matches!(network.network_backend.into(), NetworkBackendType::Litep2p) {
		return Err("this node speaks litep2p only: leave out --network-backend".into());
	}
	let named = network.listen_addr.iter().chain(&network.public_addr);
	if network.force_enable_webrtc || named.flat_map(Multiaddr::iter).any(is_webrtc) {
		return Err("this node speaks TCP only: leave out WebRTC".into());
	}
	if network.listen_addr.is_empty() {
		let port = network.port.unwrap_or(DEFAULT_P2P_PORT);
		let one_machine = matches!(spec.chain_type(), ChainType::Development | ChainType::Local);
		network.listen_addr = listen_addresses(port, one_machine);
	}

	let rpc = &mut run.rpc_params;
	let endpoints = rpc.experimental_rpc_endpoint.iter_mut().map(|it| &mut it.rpc_methods);
	for methods in endpoints.chain([&mut rpc.rpc_methods]) {
		if *methods == RpcMethods::Auto {
			*methods = RpcMethods::Safe;
		}
	}
	Ok(run)
}

/// Chains of one machine listen on the loopback interface, all others on every interface.
fn listen_addresses(port: u16, one_machine: bool) -> Vec<Multiaddr> {
	let interfaces: &[IpAddr] = if one_machine {
		&[IpAddr::V4(Ipv4Addr::LOCALHOST)]
	} else {
		&[IpAddr::V4(Ipv4Addr::UNSPECIFIED), IpAddr::V6(Ipv6Addr::UNSPECIFIED)]
	};
	interfaces
		.iter()
		.map(|interface| Multiaddr::from(*interface).with(Protocol::Tcp(port)))
		.collect()
}

fn is_webrtc(protocol: Protocol<'_>) -> bool {
	matches!(protocol, Protocol::WebRTCDirect)
}

/// The network layer and the metrics server only log a port they cannot have; a validator that
/// nobody can reach must not start.
fn ensure_ports_free(config: &Configuration) -> sc_cli::Result<()> {
	let rpc = config.rpc.addr.iter().flatten().map(|endpoint| endpoint.listen_addr);
	let p2p = config.network.listen_addresses.iter().filter_map(socket_address);
	let prometheus = config.prometheus_config.iter().map(|prometheus| prometheus.port);
	let wanted = rpc
		.map(|address| ("JSON-RPC", "--rpc-port", address))
		.chain(p2p.map(|address| ("peers", "--port", address)))
		.chain(prometheus.map(|address| ("Prometheus", "--prometheus-port", address)));

	for (purpose, option, address) in wanted {
		if let Err(error) = TcpListener::bind(address) {
			match error.kind() {
				io::ErrorKind::AddrInUse => {
					return Err(Error::Input(format!(
						"port {} ({purpose}, {address}) is in use by another program: stop it or \
						 choose another port with {option}",
						address.port(),
					)))
				}
				io::ErrorKind::PermissionDenied => {
					return Err(Error::Input(format!(
						"port {} ({purpose}, {address}) may not be opened by this user: choose \
						 another with {option}",
						address.port(),
					)))
				}
				// A machine without IPv6, for one: the server itself judges such cases.
				_ => {}
			}
		}
	}
	Ok(())
}

/// `/ip4/127.0.0.1/tcp/30333` as a socket address; names and other transports give none.
fn socket_address(address: &Multiaddr) -> Option<SocketAddr> {
	let mut protocols = address.iter();
	let ip = match protocols.next()? {
		Protocol::Ip4(ip) => IpAddr::V4(ip),
		Protocol::Ip6(ip) => IpAddr::V6(ip),
		_ => return None,
	};
	match protocols.next()? {
		Protocol::Tcp(port) => Some(SocketAddr::new(ip, port)),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse(args: &[&str]) -> Cli {
		let args = ["tanpiao-node"].iter().chain(args);
		let matches = command().try_get_matches_from(args).expect("arguments parse");
		Cli::from_arg_matches(&matches).expect("matches are complete")
	}

	fn refused(args: &[&str]) -> String {
		sentence(&hardened(&parse(args)).expect_err("is refused"))
	}

	fn listening(args: &[&str]) -> Vec<String> {
		let run = hardened(&parse(args)).expect("is accepted");
		run.network_params.listen_addr.iter().map(Multiaddr::to_string).collect()
	}

	#[test]
	fn the_command_line_is_consistent() {
		command().debug_assert();
	}

	#[test]
	fn unsafe_methods_are_served_only_when_asked_for_by_name() {
		let methods = |args: &[&str]| hardened(&parse(args)).expect("is accepted").rpc_params;
		assert_eq!(methods(&["--dev"]).rpc_methods, RpcMethods::Safe);
		assert_eq!(methods(&["--dev", "--rpc-methods", "auto"]).rpc_methods, RpcMethods::Safe);
		assert_eq!(methods(&["--dev", "--rpc-methods", "unsafe"]).rpc_methods, RpcMethods::Unsafe);

		let endpoint = "listen-addr=127.0.0.1:9944";
		let endpoints = methods(&["--dev", "--experimental-rpc-endpoint", endpoint]);
		assert_eq!(endpoints.experimental_rpc_endpoint[0].rpc_methods, RpcMethods::Safe);
	}

	#[test]
	fn listens_on_tcp_only() {
		assert_eq!(listening(&["--dev"]), ["/ip4/127.0.0.1/tcp/30333"]);
		assert_eq!(listening(&["--chain", "local", "--port", "7"]), ["/ip4/127.0.0.1/tcp/7"]);
		let named = "/ip4/10.0.0.1/tcp/9";
		assert_eq!(listening(&["--dev", "--listen-addr", named]), [named]);
		assert_eq!(
			listen_addresses(5, false).iter().map(Multiaddr::to_string).collect::<Vec<_>>(),
			["/ip4/0.0.0.0/tcp/5", "/ip6/::/tcp/5"],
		);
		assert!(refused(&["--dev", "--force-enable-webrtc"]).contains("TCP only"));
		let webrtc = "/ip4/0.0.0.0/udp/9/webrtc-direct";
		assert!(refused(&["--dev", "--listen-addr", webrtc]).contains("TCP only"));
		assert!(refused(&["--dev", "--network-backend", "libp2p"]).contains("litep2p only"));
	}

	#[test]
	fn a_node_is_told_its_chain() {
		assert!(refused(&[]).contains("--chain local"));
		assert!(refused(&["--chain", "nowhere.json"]).contains("no file `nowhere.json`"));
		assert!(refused(&["--chain", "Cargo.toml"]).contains("`Cargo.toml` is not a chain file"));
	}

	#[test]
	fn reads_socket_addresses() {
		let read = |text: &str| socket_address(&text.parse().expect("is an address"));
		assert_eq!(read("/ip4/127.0.0.1/tcp/30333"), "127.0.0.1:30333".parse().ok());
		assert_eq!(read("/ip6/::/tcp/30333"), "[::]:30333".parse().ok());
		assert_eq!(read("/dns/example.org/tcp/30333"), None);
		assert_eq!(read("/ip4/127.0.0.1/udp/30333"), None);
	}
}
