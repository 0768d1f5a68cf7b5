//! Asking a node over its public JSON-RPC.

use crate::Error;
use jsonrpsee::{
	core::{
		client::{ClientT, Subscription, SubscriptionClientT},
		params::ArrayParams,
	},
	ws_client::{WsClient, WsClientBuilder},
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::time::Duration;

/// A stream of headers.
pub type Heads = Subscription<Value>;

const REQUEST_TIMEOUT: Duration = Duration::from_secs(20);

/// Where a node answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rpc {
	url: String,
}

impl Rpc {
	/// The node whose JSON-RPC is on this port of the loopback interface.
	pub fn on(port: u16) -> Self {
		Self { url: format!("ws://127.0.0.1:{port}") }
	}

	/// `ws://127.0.0.1:9944`.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// Calls a method.
	pub async fn request<T: DeserializeOwned>(
		&self,
		method: &str,
		params: &[Value],
	) -> Result<T, Error> {
		let client = self.connect(method).await?;
		let params = arguments(params).map_err(|e| self.error(method, e))?;
		client.request(method, params).await.map_err(|e| self.error(method, e))
	}

	/// Headers of blocks as they become the best. They come while the connection is kept, too.
	pub async fn heads(&self) -> Result<(WsClient, Heads), Error> {
		self.subscribe("chain_subscribeNewHeads", "chain_unsubscribeNewHeads").await
	}

	/// Headers of blocks as they become final. They come while the connection is kept, too.
	pub async fn finalized_heads(&self) -> Result<(WsClient, Heads), Error> {
		self.subscribe("chain_subscribeFinalizedHeads", "chain_unsubscribeFinalizedHeads").await
	}

	async fn subscribe(&self, method: &str, end: &str) -> Result<(WsClient, Heads), Error> {
		let client = self.connect(method).await?;
		let heads = client.subscribe(method, ArrayParams::new(), end).await;
		Ok((client, heads.map_err(|e| self.error(method, e))?))
	}

	/// The number in what a subscription of headers gave.
	pub fn number(&self, head: Option<Result<Value, serde_json::Error>>) -> Result<u64, Error> {
		match head {
			Some(Ok(header)) => self.number_of(&header),
			Some(Err(error)) => Err(self.error("a subscription", error)),
			None => Err(self.error("a subscription", "the connection ended")),
		}
	}

	/// The best block's number.
	pub async fn best(&self) -> Result<u64, Error> {
		let header: Value = self.request("chain_getHeader", &[]).await?;
		self.number_of(&header)
	}

	/// The last finalised block's number.
	pub async fn finalized(&self) -> Result<u64, Error> {
		let hash: Value = self.request("chain_getFinalizedHead", &[]).await?;
		let header: Value = self.request("chain_getHeader", &[hash]).await?;
		self.number_of(&header)
	}

	/// How many peers the node has.
	pub async fn peers(&self) -> Result<u64, Error> {
		let health: Value = self.request("system_health", &[]).await?;
		health["peers"]
			.as_u64()
			.ok_or_else(|| self.error("system_health", format!("unexpected {health}")))
	}

	/// The hash of the chain's first block, `0x` and 64 digits.
	pub async fn genesis_hash(&self) -> Result<String, Error> {
		self.request("chain_getBlockHash", &[0.into()]).await
	}

	/// The hash of block `number`, if the node has it.
	pub async fn block_hash(&self, number: u64) -> Result<Option<String>, Error> {
		self.request("chain_getBlockHash", &[number.into()]).await
	}

	fn number_of(&self, header: &Value) -> Result<u64, Error> {
		header["number"]
			.as_str()
			.and_then(|digits| u64::from_str_radix(digits.trim_start_matches("0x"), 16).ok())
			.ok_or_else(|| self.error("chain_getHeader", format!("unexpected {header}")))
	}

	async fn connect(&self, method: &str) -> Result<WsClient, Error> {
		WsClientBuilder::default()
			.request_timeout(REQUEST_TIMEOUT)
			.connection_timeout(REQUEST_TIMEOUT)
			.build(&self.url)
			.await
			.map_err(|e| self.error(method, e))
	}

	fn error(&self, method: &str, reason: impl ToString) -> Error {
		Error::Rpc { url: self.url.clone(), method: method.into(), reason: reason.to_string() }
	}
}

fn arguments(values: &[Value]) -> Result<ArrayParams, serde_json::Error> {
	let mut params = ArrayParams::new();
	values.iter().try_for_each(|value| params.insert(value))?;
	Ok(params)
}
