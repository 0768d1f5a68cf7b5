//! The chains this node knows without a file. What is in their genesis is the runtime's business:
//! they only name one of its presets.

use sc_service::{ChainType, GenericChainSpec, Properties};
use serde_json::json;
use std::path::Path;
use tanpiao_runtime::WASM_BINARY;

const PROTOCOL_ID: &str = "tanpiao";

/// The address format of a chain that has not registered one.
const SS58_FORMAT: u16 = 42;

/// One validator, with the SDK's public Alice keys.
pub fn development() -> Result<GenericChainSpec, String> {
	preset(
		"Tanpiao Development",
		"tanpiao_dev",
		ChainType::Development,
		sp_genesis_builder::DEV_RUNTIME_PRESET,
	)
}

/// Four departments on one machine, with public keys.
pub fn local() -> Result<GenericChainSpec, String> {
	preset(
		"Tanpiao Local",
		"tanpiao_local",
		ChainType::Local,
		sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET,
	)
}

/// A chain file, as `export-chain-spec` writes it.
pub fn from_file(path: &str) -> Result<GenericChainSpec, String> {
	if !Path::new(path).is_file() {
		return Err(format!(
			"--chain is `dev`, `local` or a chain file, and there is no file `{path}`"
		));
	}
	GenericChainSpec::from_json_file(path.into())
		.map_err(|reason| format!("`{path}` is not a chain file: {reason}"))
}

fn preset(
	name: &str,
	id: &str,
	chain_type: ChainType,
	preset: &str,
) -> Result<GenericChainSpec, String> {
	let code = WASM_BINARY.ok_or(
		"this node was built with SKIP_WASM_BUILD, so it carries no runtime: name a chain file",
	)?;
	let properties = Properties::from_iter([("ss58Format".to_owned(), json!(SS58_FORMAT))]);

	Ok(GenericChainSpec::builder(code, None)
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_protocol_id(PROTOCOL_ID)
		.with_properties(properties)
		.with_genesis_config_preset_name(preset)
		.build())
}
