//! The chain file that all nodes of a network read.

use crate::{layout::NodeBinary, Error};
use serde_json::{json, Value};
use std::{fs, path::Path};

/// Which genesis block a network starts from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Genesis {
	/// The preset as it is.
	#[default]
	Preset,
	/// The preset and one storage item that no pallet reads: another chain that works the same.
	Marked(String),
}

const MARK_KEY: &str = ":tanpiao-network:mark";

/// Writes the preset `chain` as a chain file with its genesis state, and returns its text.
pub fn write(
	node: &NodeBinary,
	chain: &str,
	name: Option<&str>,
	genesis: &Genesis,
	path: &Path,
) -> Result<(), Error> {
	let text = export(node, chain, name, genesis)?;
	fs::write(path, text).map_err(Error::file(path))
}

/// The text that [`write`] writes.
pub fn export(
	node: &NodeBinary,
	chain: &str,
	name: Option<&str>,
	genesis: &Genesis,
) -> Result<String, Error> {
	let text = node.run(&["export-chain-spec", "--raw", "--chain", chain])?;
	if name.is_none() && *genesis == Genesis::Preset {
		return Ok(text);
	}

	let malformed = |reason: String| Error::Malformed { path: node.path().into(), reason };
	let mut spec: Value = serde_json::from_str(&text).map_err(|e| malformed(e.to_string()))?;
	if let Some(name) = name {
		spec["name"] = json!(name);
	}
	if let Genesis::Marked(mark) = genesis {
		spec.pointer_mut("/genesis/raw/top")
			.and_then(Value::as_object_mut)
			.ok_or_else(|| malformed("its chain file has no genesis state".into()))?
			.insert(hexadecimal(MARK_KEY), json!(hexadecimal(mark)));
	}
	Ok(spec.to_string())
}

fn hexadecimal(text: &str) -> String {
	text.bytes().fold("0x".into(), |written, byte| format!("{written}{byte:02x}"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn writes_bytes_as_chain_files_do() {
		assert_eq!(hexadecimal(":code"), "0x3a636f6465");
	}
}
