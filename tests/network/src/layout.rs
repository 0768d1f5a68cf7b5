//! Who is in a network, where its files lie, and how a node is started.

use crate::{
	chain::{self, Genesis},
	ports::NodePorts,
	Error,
};
use serde::{Deserialize, Serialize};
use std::{
	env, fmt,
	fs::{self, File},
	path::{Path, PathBuf},
	process::{Command, Stdio},
};

/// What kind of network it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
	/// The four departments of the `local_testnet` preset.
	#[default]
	Departments,
	/// One node of the `development` preset.
	Dev,
}

impl fmt::Display for Kind {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Departments => "four-department",
			Self::Dev => "single-node",
		})
	}
}

/// A validator: the name of its directory, and the stem of its session keys' URIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validator {
	pub name: &'static str,
	stem: &'static str,
}

const DEPARTMENTS: [Validator; 4] = [
	Validator { name: "forestry", stem: "//Forestry" },
	Validator { name: "ecology", stem: "//Ecology" },
	Validator { name: "drc", stem: "//Drc" },
	Validator { name: "finance", stem: "//Finance" },
];

impl Kind {
	/// The validators, in the order of their ports.
	pub fn validators(self) -> &'static [Validator] {
		match self {
			Self::Departments => &DEPARTMENTS,
			Self::Dev => &DEPARTMENTS[..1],
		}
	}

	fn chain(self) -> &'static str {
		match self {
			Self::Departments => "local",
			Self::Dev => "dev",
		}
	}
}

/// The built `tanpiao-node`.
#[derive(Clone, Debug)]
pub struct NodeBinary(PathBuf);

impl NodeBinary {
	/// The one that TANPIAO_NODE names, else the one built together with this program.
	pub fn find() -> Result<Self, Error> {
		if let Some(named) = env::var_os("TANPIAO_NODE") {
			return Ok(Self(named.into()));
		}
		let here = env::current_exe().map_err(Error::file("the path of this program"))?;
		// A test's own binary lies in `deps`, one level below.
		here.ancestors()
			.skip(1)
			.take(2)
			.map(|directory| directory.join("tanpiao-node"))
			.find(|path| path.is_file())
			.map(Self)
			.ok_or(Error::NoNodeBinary { beside: here })
	}

	pub fn path(&self) -> &Path {
		&self.0
	}

	/// What changes whenever the program is built again.
	fn build(&self) -> String {
		let metadata = fs::metadata(&self.0);
		let when = metadata.as_ref().ok().and_then(|it| it.modified().ok());
		format!("{} {:?} {when:?}", self.0.display(), metadata.map(|it| it.len()).ok())
	}

	/// Runs a subcommand to its end and returns what it printed.
	pub fn run(&self, args: &[&str]) -> Result<String, Error> {
		let failed = |reason: String| Error::NodeCommand { command: args.join(" "), reason };
		let output = Command::new(&self.0)
			.args(args)
			.stdin(Stdio::null())
			.output()
			.map_err(|e| failed(e.to_string()))?;
		if !output.status.success() {
			return Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
		}
		String::from_utf8(output.stdout).map_err(|e| failed(e.to_string()))
	}
}

/// A network's files: `chain.json`, and a directory for each node.
#[derive(Clone, Debug)]
pub struct Layout {
	pub directory: PathBuf,
	pub kind: Kind,
	pub binary: NodeBinary,
}

impl Layout {
	pub fn chain_file(&self) -> PathBuf {
		self.directory.join("chain.json")
	}

	pub fn node_directory(&self, validator: &Validator) -> PathBuf {
		self.directory.join(validator.name)
	}

	pub fn log(&self, validator: &Validator) -> PathBuf {
		self.node_directory(validator).join("node.log")
	}

	fn node_key(&self, validator: &Validator) -> PathBuf {
		self.node_directory(validator).join("node-key")
	}

	/// Writes the chain file if there is none yet; tells whether it did.
	pub fn write_chain(&self, name: Option<&str>, genesis: &Genesis) -> Result<bool, Error> {
		fs::create_dir_all(&self.directory).map_err(Error::file(&self.directory))?;
		let path = self.chain_file();
		if path.exists() {
			return Ok(false);
		}
		// Whole or not at all: a half-written one would be taken for ours the next time.
		let draft = path.with_extension("draft");
		chain::write(&self.binary, self.kind.chain(), name, genesis, &draft)?;
		fs::rename(&draft, &path).map_err(Error::file(path))?;
		self.note_build()?;
		Ok(true)
	}

	/// Refuses a chain file that this node would write differently.
	pub fn ensure_chain_current(&self) -> Result<(), Error> {
		// Writing one takes seconds, which the very same build need not spend.
		if fs::read_to_string(self.build_note()).is_ok_and(|note| note == self.binary.build()) {
			return Ok(());
		}
		let path = self.chain_file();
		let written = fs::read_to_string(&path).map_err(Error::file(&path))?;
		let current = chain::export(&self.binary, self.kind.chain(), None, &Genesis::Preset)?;
		if written != current {
			return Err(Error::OtherChain { directory: self.directory.clone() });
		}
		self.note_build()
	}

	fn build_note(&self) -> PathBuf {
		self.directory.join("chain.built-by")
	}

	fn note_build(&self) -> Result<(), Error> {
		let path = self.build_note();
		fs::write(&path, self.binary.build()).map_err(Error::file(path))
	}

	/// Makes each node's directory with its network key and session keys.
	pub fn make_keys(&self) -> Result<(), Error> {
		for validator in self.kind.validators() {
			let directory = self.node_directory(validator);
			fs::create_dir_all(&directory).map_err(Error::file(&directory))?;
			let key = self.node_key(validator);
			if !key.exists() {
				self.binary.run(&["key", "generate-node-key", "--file", &text(&key)?])?;
			}
			// The development chain's node makes Alice's keys itself.
			if self.kind == Kind::Departments {
				self.insert_key(validator, "sr25519", "aura")?;
				self.insert_key(validator, "ed25519", "gran")?;
			}
		}
		Ok(())
	}

	fn insert_key(&self, validator: &Validator, scheme: &str, kind: &str) -> Result<(), Error> {
		let purpose = if kind == "gran" { "grandpa" } else { kind };
		self.binary.run(&[
			"key",
			"insert",
			"--base-path",
			&text(&self.node_directory(validator))?,
			"--chain",
			&text(&self.chain_file())?,
			"--scheme",
			scheme,
			"--key-type",
			kind,
			"--suri",
			&format!("{}//{purpose}", validator.stem),
		])?;
		Ok(())
	}

	/// Where each validator's peers reach it, in the order of the validators.
	pub fn addresses(&self, ports: &[NodePorts]) -> Result<Vec<String>, Error> {
		self.kind
			.validators()
			.iter()
			.zip(ports)
			.map(|(validator, ports)| {
				let key = text(&self.node_key(validator))?;
				let peer_id = self.binary.run(&["key", "inspect-node-key", "--file", &key])?;
				Ok(format!("/ip4/127.0.0.1/tcp/{}/p2p/{}", ports.p2p, peer_id.trim()))
			})
			.collect()
	}

	/// The command that runs a node, writing to its log.
	pub fn command(
		&self,
		validator: &Validator,
		ports: NodePorts,
		addresses: &[String],
		extra: &[String],
	) -> Result<Command, Error> {
		let log = self.log(validator);
		let out =
			File::options().create(true).append(true).open(&log).map_err(Error::file(&log))?;
		let err = out.try_clone().map_err(Error::file(&log))?;
		let own = format!("/tcp/{}/", ports.p2p);
		let others = addresses.iter().filter(|address| !address.contains(&own));

		let mut command = Command::new(self.binary.path());
		command
			.arg("--chain")
			.arg(self.chain_file())
			.arg("--base-path")
			.arg(self.node_directory(validator))
			.arg("--node-key-file")
			.arg(self.node_key(validator))
			.args(["--name", validator.name, "--validator"])
			.args(["--port", &ports.p2p.to_string()])
			.args(["--rpc-port", &ports.rpc.to_string()])
			.args(["--prometheus-port", &ports.prometheus.to_string()])
			.args(["--no-mdns", "--disable-log-color"])
			.args(others.flat_map(|address| ["--reserved-nodes", address]))
			.args(if self.kind == Kind::Dev { &["--alice", "--force-authoring"][..] } else { &[] })
			.args(extra)
			.stdin(Stdio::null())
			.stdout(out)
			.stderr(err);
		Ok(command)
	}
}

/// A path as an argument.
fn text(path: &Path) -> Result<String, Error> {
	path.to_str().map(str::to_owned).ok_or_else(|| Error::Malformed {
		path: path.into(),
		reason: "it is not valid UTF-8".into(),
	})
}
