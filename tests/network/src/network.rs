//! A network that belongs to a test.

use crate::{
	chain::Genesis,
	layout::{Kind, Layout, NodeBinary, Validator},
	ports::{NodePorts, Reserved},
	process::{self, Lifetime},
	Error, Rpc,
};
use std::{
	env, fmt, fs,
	future::Future,
	path::{Path, PathBuf},
	process::Child,
	sync::{
		atomic::{AtomicU32, Ordering},
		Arc, Mutex, MutexGuard, PoisonError,
	},
	thread,
	time::Duration,
};
use tokio::time::{sleep, Instant};

/// How long anything is waited for: far more than a loaded machine needs.
pub(crate) const LIMIT: Duration = Duration::from_secs(300);

const POLL: Duration = Duration::from_millis(100);

/// How a network differs from the ordinary one.
#[derive(Clone, Debug, Default)]
pub struct Options {
	/// Four departments or one development node.
	pub kind: Kind,
	/// The chain's name, where it is not the preset's.
	pub chain_name: Option<String>,
	pub genesis: Genesis,
	/// The ports of each node, where they are not to be found by the harness.
	pub ports: Option<Vec<NodePorts>>,
	/// More arguments for every node.
	pub arguments: Vec<String>,
}

/// Validators that live at most as long as this value, and at most as long as this process. Their
/// files go with them, unless the test panics.
#[derive(Debug)]
pub struct Network {
	nodes: Vec<Node>,
	layout: Arc<Layout>,
	_ports: Option<Reserved>,
}

/// One validator.
#[derive(Debug)]
pub struct Node {
	validator: Validator,
	ports: NodePorts,
	rpc: Rpc,
	layout: Arc<Layout>,
	addresses: Arc<Vec<String>>,
	arguments: Vec<String>,
	child: Mutex<Option<Child>>,
}

impl Network {
	/// Starts all validators and waits until every one sees all others and has finalised a block.
	pub async fn start(options: Options) -> Result<Self, Error> {
		let network = Self::launch(options)?;
		network.wait_peers(network.others()).await?;
		network.wait_finalized(1).await?;
		Ok(network)
	}

	/// Starts all validators without waiting for anything.
	pub fn launch(options: Options) -> Result<Self, Error> {
		let Options { kind, chain_name, genesis, ports, arguments } = options;
		let validators = kind.validators();
		let count = u16::try_from(validators.len()).map_err(|_| Error::NoFreePorts)?;
		let (ports, reserved) = match ports {
			Some(ports) => (ports, None),
			None => {
				let reserved = Reserved::find(count)?;
				(reserved.nodes.clone(), Some(reserved))
			}
		};
		validators
			.iter()
			.zip(&ports)
			.try_for_each(|(validator, ports)| ports.ensure_free(validator.name))?;

		let layout = Arc::new(Layout { directory: temporary(), kind, binary: NodeBinary::find()? });
		// From here on whatever fails, the directory goes with `network`.
		let mut network = Self { nodes: Vec::new(), layout, _ports: reserved };
		let layout = network.layout.clone();
		layout.write_chain(chain_name.as_deref(), &genesis)?;
		layout.make_keys()?;
		let addresses = Arc::new(layout.addresses(&ports)?);
		for (validator, ports) in validators.iter().zip(ports) {
			let node = Node {
				validator: *validator,
				ports,
				rpc: Rpc::on(ports.rpc),
				layout: layout.clone(),
				addresses: addresses.clone(),
				arguments: arguments.clone(),
				child: Mutex::new(None),
			};
			node.restart()?;
			network.nodes.push(node);
		}
		Ok(network)
	}

	/// A validator by its name: `forestry`, `ecology`, `drc` or `finance`.
	pub fn node(&self, name: &str) -> Result<&Node, Error> {
		self.nodes.iter().find(|node| node.name() == name).ok_or_else(|| Error::UnknownNode {
			name: name.into(),
			known: self.nodes.iter().map(Node::name).collect::<Vec<_>>().join(", "),
		})
	}

	/// All validators, running or not.
	pub fn nodes(&self) -> &[Node] {
		&self.nodes
	}

	/// The chain file that the nodes read.
	pub fn chain_file(&self) -> PathBuf {
		self.layout.chain_file()
	}

	/// The built node, for its other subcommands.
	pub fn node_binary(&self) -> &Path {
		self.layout.binary.path()
	}

	/// Waits until every running node has finalised block `number`.
	pub async fn wait_finalized(&self, number: u64) -> Result<(), Error> {
		for node in self.running() {
			node.wait_finalized(number).await?;
		}
		Ok(())
	}

	/// Waits until every running node has at least `count` peers.
	pub async fn wait_peers(&self, count: u64) -> Result<(), Error> {
		for node in self.running() {
			node.wait_peers(count).await?;
		}
		Ok(())
	}

	fn running(&self) -> impl Iterator<Item = &Node> {
		self.nodes.iter().filter(|node| node.pid().is_some())
	}

	fn others(&self) -> u64 {
		self.nodes.len().saturating_sub(1).try_into().unwrap_or(u64::MAX)
	}
}

impl Drop for Network {
	fn drop(&mut self) {
		for node in &self.nodes {
			// Its process dies with ours at the latest.
			let _ = node.kill();
		}
		if thread::panicking() {
			eprintln!("The network's files are kept in {}", self.layout.directory.display());
		} else {
			let _ = fs::remove_dir_all(&self.layout.directory);
		}
	}
}

impl Node {
	pub fn name(&self) -> &'static str {
		self.validator.name
	}

	pub fn ports(&self) -> NodePorts {
		self.ports
	}

	/// The node's public methods.
	pub fn rpc(&self) -> &Rpc {
		&self.rpc
	}

	/// `ws://127.0.0.1:PORT`.
	pub fn rpc_url(&self) -> &str {
		self.rpc.url()
	}

	/// Where the node keeps its database and keys.
	pub fn directory(&self) -> PathBuf {
		self.layout.node_directory(&self.validator)
	}

	/// What the node has printed since the network was started.
	pub fn log(&self) -> String {
		read_log(&self.layout.log(&self.validator))
	}

	/// The process's number while it has one, even if the process has ended by itself.
	pub fn pid(&self) -> Option<u32> {
		self.child().as_ref().map(Child::id)
	}

	/// Ends the process at once, as a power cut would.
	pub fn kill(&self) -> Result<(), Error> {
		self.end(Child::kill)
	}

	/// Asks the process to end, and waits until it has.
	pub fn stop(&self) -> Result<(), Error> {
		self.end(|child| process::send(child.id(), libc::SIGTERM))
	}

	/// Starts the process, first or again, with the same files, keys and ports.
	pub fn restart(&self) -> Result<(), Error> {
		let mut child = self.child();
		if child.is_some() {
			return Err(Error::AlreadyRunning { node: self.name().into() });
		}
		self.ports.ensure_free(self.name())?;
		let command =
			self.layout.command(&self.validator, self.ports, &self.addresses, &self.arguments)?;
		let binary = self.layout.binary.path();
		*child = Some(process::spawn(command, Lifetime::Ours).map_err(Error::file(binary))?);
		Ok(())
	}

	/// Waits until the node has finalised block `number`.
	pub async fn wait_finalized(&self, number: u64) -> Result<(), Error> {
		let what = format!("block {number} final on {}", self.name());
		let reached = || async { self.rpc.finalized().await.map(|now| (now >= number, now)) };
		until(&what, || self.ensure_running(), reached).await
	}

	/// Waits until the node has at least `count` peers.
	pub async fn wait_peers(&self, count: u64) -> Result<(), Error> {
		let what = format!("{count} peers of {}", self.name());
		let reached = || async { self.rpc.peers().await.map(|now| (now >= count, now)) };
		until(&what, || self.ensure_running(), reached).await
	}

	fn ensure_running(&self) -> Result<(), Error> {
		let log = self.layout.log(&self.validator);
		let ended = |status| Error::NodeEnded {
			node: self.name().into(),
			status,
			reason: last_words(&read_log(&log)),
			log: log.clone(),
		};
		match self.child().as_mut().map(Child::try_wait) {
			Some(Ok(None)) => Ok(()),
			Some(Ok(Some(status))) => Err(ended(process::describe(status))),
			Some(Err(error)) => Err(ended(error.to_string())),
			None => Err(ended("stopped".into())),
		}
	}

	fn end(&self, how: impl FnOnce(&mut Child) -> std::io::Result<()>) -> Result<(), Error> {
		let Some(mut child) = self.child().take() else { return Ok(()) };
		let pid = child.id();
		how(&mut child)
			.and_then(|()| child.wait())
			.map(drop)
			.map_err(|source| Error::Signal { pid, source })
	}

	fn child(&self) -> MutexGuard<'_, Option<Child>> {
		self.child.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

/// Asks again and again until the answer is yes; a node that does not answer yet is asked again,
/// one that has ended is not.
pub(crate) async fn until<T, F>(
	what: &str,
	alive: impl Fn() -> Result<(), Error>,
	mut ask: impl FnMut() -> F,
) -> Result<(), Error>
where
	T: fmt::Display,
	F: Future<Output = Result<(bool, T), Error>>,
{
	let deadline = Instant::now() + LIMIT;
	loop {
		let seen = match ask().await {
			Ok((true, _)) => return Ok(()),
			Ok((false, seen)) => seen.to_string(),
			Err(error) => error.to_string(),
		};
		alive()?;
		if Instant::now() >= deadline {
			return Err(Error::TimedOut { what: what.into(), seconds: LIMIT.as_secs(), seen });
		}
		sleep(POLL).await;
	}
}

pub(crate) fn read_log(path: &Path) -> String {
	fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

/// The sentence a node ended with, or its last line.
pub(crate) fn last_words(log: &str) -> String {
	let mut lines = log.lines().rev().map(str::trim).filter(|line| !line.is_empty());
	let last = lines.clone().next().unwrap_or("its log is empty");
	lines.find_map(|line| line.strip_prefix("Error: ")).unwrap_or(last).into()
}

fn temporary() -> PathBuf {
	static NUMBER: AtomicU32 = AtomicU32::new(0);
	let number = NUMBER.fetch_add(1, Ordering::Relaxed);
	env::temp_dir().join(format!("tanpiao-network-{}-{number}", std::process::id()))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_reason_of_an_end_is_found() {
		assert_eq!(last_words("Starting\nError: port 1 is taken\n\nbye\n"), "port 1 is taken");
		assert_eq!(last_words("Starting\nthread panicked\n\n"), "thread panicked");
		assert_eq!(last_words(""), "its log is empty");
	}
}
