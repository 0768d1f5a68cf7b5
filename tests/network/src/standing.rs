//! A network that stays: started by one command, found again and stopped by another.

use crate::{
	layout::{Layout, NodeBinary, Validator},
	network::{last_words, read_log, until, LIMIT},
	ports::NodePorts,
	process::{self, Lifetime, Recorded},
	Error, Genesis, Kind, Rpc,
};
use serde::{Deserialize, Serialize};
use std::{
	cell::Cell,
	collections::BTreeMap,
	env,
	fs::{self, File},
	io,
	path::{Path, PathBuf},
};
use tokio::time::{sleep, timeout, Duration};

/// What is wanted of `up`.
#[derive(Clone, Debug)]
pub struct Wanted {
	pub kind: Kind,
	/// The JSON-RPC port of the first node; all other ports follow from it.
	pub rpc_port: u16,
	/// Throw away the chain of an earlier network.
	pub fresh: bool,
}

/// What `up` found or did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
	Started,
	/// Some nodes ran and the others were started.
	Completed,
	AlreadyUp,
}

/// A node of a standing network.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Endpoint {
	pub name: String,
	pub process: Recorded,
	pub ports: NodePorts,
	/// `ws://127.0.0.1:9944`.
	pub rpc: String,
	/// `http://127.0.0.1:9615/metrics`.
	pub metrics: String,
	pub log: PathBuf,
}

/// A node and how it does.
#[derive(Clone, Debug, Serialize)]
pub struct Health {
	#[serde(flatten)]
	pub endpoint: Endpoint,
	pub running: bool,
	pub best: Option<u64>,
	pub finalized: Option<u64>,
	pub peers: Option<u64>,
}

/// A directory in which at most one network stands.
#[derive(Debug)]
pub struct Standing {
	directory: PathBuf,
}

/// What is kept of a network from one command to the next.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct State {
	kind: Kind,
	nodes: Vec<Endpoint>,
}

impl Standing {
	/// The network of `directory`, or of `tanpiao/network` among the user's data.
	pub fn of(directory: Option<PathBuf>) -> Result<Self, Error> {
		let directory = match directory {
			Some(directory) => directory,
			None => data_directory()?.join("tanpiao").join("network"),
		};
		fs::create_dir_all(&directory).map_err(Error::file(&directory))?;
		let directory = directory.canonicalize().map_err(Error::file(&directory))?;
		Ok(Self { directory })
	}

	pub fn directory(&self) -> &Path {
		&self.directory
	}

	/// Sees to it that the wanted network runs and finalises. What already runs is left alone.
	pub async fn up(&self, wanted: &Wanted) -> Result<(Outcome, Vec<Endpoint>), Error> {
		let _lock = self.lock()?;
		if wanted.fresh {
			self.stop().await?;
		}
		let mut running = self.running()?;
		if let Some(kind) = running.as_ref().map(|state| state.kind).filter(|it| *it != wanted.kind)
		{
			return Err(Error::OtherKindRunning {
				running: kind.to_string(),
				directory: self.directory.clone(),
			});
		}

		let layout = self.layout(wanted.kind)?;
		if wanted.fresh {
			remove(&layout.directory)?;
		}
		if !layout.write_chain(None, &Genesis::Preset)? {
			layout.ensure_chain_current()?;
		}

		let validators = wanted.kind.validators();
		let found = running.take().map(|state| state.nodes).unwrap_or_default();
		let ports = ports(validators, wanted.rpc_port, &found)?;
		let missing: Vec<_> = validators
			.iter()
			.zip(&ports)
			.filter(|(validator, _)| found.iter().all(|node| node.name != validator.name))
			.collect();
		let outcome = match (missing.len(), found.len()) {
			(0, _) => Outcome::AlreadyUp,
			(_, 0) => Outcome::Started,
			_ => Outcome::Completed,
		};
		missing.iter().try_for_each(|(validator, ports)| ports.ensure_free(validator.name))?;

		layout.make_keys()?;
		let addresses = layout.addresses(&ports)?;
		let mut nodes = found.clone();
		let started = async {
			for (validator, ports) in missing {
				nodes.push(start(&layout, validator, *ports, &addresses)?);
				self.record(&State { kind: wanted.kind, nodes: nodes.clone() })?;
			}
			wait_until_it_finalises(&nodes).await
		}
		.await;

		if let Err(error) = started {
			nodes
				.iter()
				.filter(|node| found.iter().all(|it| it.name != node.name))
				.try_for_each(|node| node.process.kill())?;
			return Err(error);
		}
		let position = |node: &Endpoint| validators.iter().position(|it| it.name == node.name);
		nodes.sort_by_key(position);
		self.record(&State { kind: wanted.kind, nodes: nodes.clone() })?;
		Ok((outcome, nodes))
	}

	/// Stops the recorded processes and no others; tells how many there were.
	pub async fn down(&self) -> Result<usize, Error> {
		let _lock = self.lock()?;
		self.stop().await
	}

	/// How each recorded node does.
	pub async fn status(&self) -> Result<Vec<Health>, Error> {
		let mut report = Vec::new();
		for endpoint in self.state()?.map(|state| state.nodes).unwrap_or_default() {
			let rpc = Rpc::on(endpoint.ports.rpc);
			report.push(Health {
				running: endpoint.process.is_running(),
				best: rpc.best().await.ok(),
				finalized: rpc.finalized().await.ok(),
				peers: rpc.peers().await.ok(),
				endpoint,
			});
		}
		Ok(report)
	}

	/// The nodes that run.
	pub fn endpoints(&self) -> Result<Vec<Endpoint>, Error> {
		Ok(self.running()?.map(|state| state.nodes).unwrap_or_default())
	}

	async fn stop(&self) -> Result<usize, Error> {
		let nodes = self.endpoints()?;
		nodes.iter().try_for_each(|node| node.process.terminate())?;
		if timeout(LIMIT, all_gone(&nodes)).await.is_err() {
			nodes.iter().try_for_each(|node| node.process.kill())?;
			all_gone(&nodes).await;
		}
		let path = self.state_file();
		match fs::remove_file(&path) {
			Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::file(path)(error)),
			_ => Ok(nodes.len()),
		}
	}

	fn layout(&self, kind: Kind) -> Result<Layout, Error> {
		let directory = self.directory.join(match kind {
			Kind::Departments => "departments",
			Kind::Dev => "dev",
		});
		Ok(Layout { directory, kind, binary: NodeBinary::find()? })
	}

	/// The recorded network without the nodes that have ended; `None` when none is left.
	fn running(&self) -> Result<Option<State>, Error> {
		let Some(mut state) = self.state()? else { return Ok(None) };
		state.nodes.retain(|node| node.process.is_running());
		Ok((!state.nodes.is_empty()).then_some(state))
	}

	fn state(&self) -> Result<Option<State>, Error> {
		let path = self.state_file();
		let text = match fs::read_to_string(&path) {
			Ok(text) => text,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
			Err(error) => return Err(Error::file(path)(error)),
		};
		serde_json::from_str(&text)
			.map(Some)
			.map_err(|error| Error::Malformed { path, reason: error.to_string() })
	}

	fn record(&self, state: &State) -> Result<(), Error> {
		let path = self.state_file();
		let draft = path.with_extension("draft");
		let text = serde_json::to_string_pretty(state)
			.map_err(|error| Error::Malformed { path: path.clone(), reason: error.to_string() })?;
		fs::write(&draft, text).map_err(Error::file(&draft))?;
		fs::rename(&draft, &path).map_err(Error::file(path))
	}

	fn state_file(&self) -> PathBuf {
		self.directory.join("network.json")
	}

	/// Held while a command changes the network; the kernel releases it when the command ends.
	fn lock(&self) -> Result<File, Error> {
		let path = self.directory.join("lock");
		let file = File::options().create(true).append(true).open(&path);
		let file = file.map_err(Error::file(&path))?;
		match file.try_lock() {
			Ok(()) => Ok(file),
			Err(fs::TryLockError::WouldBlock) => {
				Err(Error::Busy { directory: self.directory.clone() })
			}
			Err(fs::TryLockError::Error(error)) => Err(Error::file(path)(error)),
		}
	}
}

/// The ports of all validators: where some run, the others go where they were meant to.
fn ports(
	validators: &[Validator],
	rpc_port: u16,
	found: &[Endpoint],
) -> Result<Vec<NodePorts>, Error> {
	let known: BTreeMap<_, _> = found.iter().map(|it| (it.name.as_str(), it.ports)).collect();
	let first = validators
		.iter()
		.zip(0u16..)
		.find_map(|(validator, index)| Some(known.get(validator.name)?.rpc.saturating_sub(index)))
		.unwrap_or(rpc_port);
	(0u16..).take(validators.len()).map(|index| NodePorts::standard(first, index)).collect()
}

fn start(
	layout: &Layout,
	validator: &Validator,
	ports: NodePorts,
	addresses: &[String],
) -> Result<Endpoint, Error> {
	let log = layout.log(validator);
	let command = layout.command(validator, ports, addresses, &[])?;
	let child =
		process::spawn(command, Lifetime::Own).map_err(Error::file(layout.binary.path()))?;
	let process = Recorded::of(child.id()).ok_or_else(|| ended(validator.name, &log))?;
	Ok(Endpoint {
		name: validator.name.into(),
		process,
		ports,
		rpc: Rpc::on(ports.rpc).url().into(),
		metrics: format!("http://127.0.0.1:{}/metrics", ports.prometheus),
		log,
	})
}

async fn wait_until_it_finalises(nodes: &[Endpoint]) -> Result<(), Error> {
	let others = u64::try_from(nodes.len().saturating_sub(1)).unwrap_or(u64::MAX);
	let alive = || match nodes.iter().find(|node| !node.process.is_running()) {
		Some(node) => Err(ended(&node.name, &node.log)),
		None => Ok(()),
	};
	for node in nodes {
		let rpc = Rpc::on(node.ports.rpc);
		let peers = || async { rpc.peers().await.map(|now| (now >= others, now)) };
		until(&format!("{others} peers of {}", node.name), alive, peers).await?;
		// A chain that was stopped has final blocks of old: a new one shows that it works.
		let before = Cell::new(None);
		let finality = || async {
			let now = rpc.finalized().await?;
			let then = before.get().unwrap_or(now);
			before.set(Some(then));
			Ok((now > then, now))
		};
		until(&format!("a new final block on {}", node.name), alive, finality).await?;
	}
	Ok(())
}

async fn all_gone(nodes: &[Endpoint]) {
	while nodes.iter().any(|node| node.process.is_running()) {
		sleep(Duration::from_millis(50)).await;
	}
}

fn ended(node: &str, log: &Path) -> Error {
	Error::NodeEnded {
		node: node.into(),
		status: "at its start".into(),
		reason: last_words(&read_log(log)),
		log: log.into(),
	}
}

fn remove(directory: &Path) -> Result<(), Error> {
	match fs::remove_dir_all(directory) {
		Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::file(directory)(error)),
		_ => Ok(()),
	}
}

fn data_directory() -> Result<PathBuf, Error> {
	let named = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
	named("XDG_DATA_HOME")
		.or_else(|| Some(named("HOME")?.join(".local/share")))
		.ok_or(Error::NoHome)
}
