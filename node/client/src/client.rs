//! A connection to one chain.

use crate::{
	chain::{AccountId, ChainConfig, Hash},
	error::Error,
	rpc::Rpc,
};
use std::{
	collections::HashMap,
	sync::{Arc, Mutex, PoisonError},
	time::Duration,
};
use subxt::{
	backend::{Backend, LegacyBackend},
	client::{Blocks, ClientAtBlock, OnlineClientAtBlockImpl},
	config::RpcConfigFor,
	rpcs::{Error as RpcError, LegacyRpcMethods, RpcClient},
	OnlineClient,
};

/// Where the first of the four local validators listens.
pub const DEFAULT_URL: &str = "ws://127.0.0.1:9944";

/// How long a transaction is waited for, unless told otherwise: about as long as it is valid.
pub const DEFAULT_PATIENCE: Duration = Duration::from_secs(120);

/// The pallets without which a chain is none of ours.
const PALLETS: [&str; 3] = ["Schemes", "Parties", "CarbonVoucher"];

/// The state of one block.
pub type AtBlock = ClientAtBlock<ChainConfig, OnlineClientAtBlockImpl<ChainConfig>>;

/// Whose turn it is to submit for an account, and the nonce after the last one that was.
pub(crate) type Turn = Arc<futures::lock::Mutex<u64>>;

/// A connection to a Tanpiao chain.
#[derive(Clone)]
pub struct Client {
	pub(crate) api: OnlineClient<ChainConfig>,
	pub(crate) legacy: LegacyRpcMethods<RpcConfigFor<ChainConfig>>,
	rpc: Rpc,
	patience: Duration,
	turns: Arc<Mutex<HashMap<[u8; 32], Turn>>>,
}

impl Client {
	/// Connects to a node, and makes sure that it keeps a Tanpiao chain; the one with this genesis
	/// hash where one is given.
	pub async fn connect(url: &str, genesis: Option<Hash>) -> Result<Self, Error> {
		let rpc = Rpc::connect(url).await?;
		let shared = RpcClient::new(rpc.clone());
		let backend: LegacyBackend<ChainConfig> = LegacyBackend::builder().build(shared.clone());
		let found = Backend::<ChainConfig>::genesis_hash(&backend).await;
		let found = found.map_err(|e| Error::Chain(e.to_string()))?;
		if let Some(expected) = genesis.filter(|expected| *expected != found) {
			return Err(Error::WrongChain { expected, found });
		}
		let api = OnlineClient::from_backend(Arc::new(backend)).await;
		let api = api.map_err(|e| Error::Chain(e.to_string()))?;
		let client = Self {
			api,
			legacy: LegacyRpcMethods::new(shared),
			rpc,
			patience: DEFAULT_PATIENCE,
			turns: Arc::default(),
		};
		let metadata = client.at_finalised().await?.metadata();
		if PALLETS.iter().any(|pallet| metadata.pallet_by_name(pallet).is_none()) {
			return Err(Error::NotTanpiao);
		}
		Ok(client)
	}

	/// Waits that long, and no longer, for a transaction to become final.
	pub fn with_patience(mut self, patience: Duration) -> Self {
		self.patience = patience;
		self
	}

	pub(crate) fn patience(&self) -> Duration {
		self.patience
	}

	/// The chain's genesis hash, which tells it from every other.
	pub fn genesis(&self) -> Hash {
		self.api.genesis_hash()
	}

	/// Whether the connection still stands.
	pub fn is_connected(&self) -> bool {
		self.rpc.is_connected()
	}

	/// The state of the latest finalised block.
	pub async fn at_finalised(&self) -> Result<AtBlock, Error> {
		self.api.at_current_block().await.map_err(|e| self.failed(e.into()))
	}

	/// The state of a block.
	pub async fn at(&self, block: Hash) -> Result<AtBlock, Error> {
		self.api.at_block(block).await.map_err(|e| self.failed(e.into()))
	}

	/// Finalised blocks from now on, without a gap.
	pub async fn finalised_blocks(&self) -> Result<FinalisedBlocks, Error> {
		let blocks = self.api.stream_blocks().await.map_err(|e| self.failed(e.into()))?;
		Ok(FinalisedBlocks { client: self.clone(), blocks })
	}

	/// One account's submissions take turns.
	pub(crate) fn turn_of(&self, account: &AccountId) -> Turn {
		let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
		turns.entry(account.0).or_default().clone()
	}

	/// What an error of subxt means here.
	pub(crate) fn failed(&self, error: subxt::Error) -> Error {
		if self.is_connected() {
			Error::from(error)
		} else {
			Error::ConnectionLost
		}
	}

	/// What an error of the node means here.
	pub(crate) fn rpc_failed(&self, error: RpcError) -> Error {
		if self.is_connected() {
			Error::Chain(error.to_string())
		} else {
			Error::ConnectionLost
		}
	}
}

/// Finalised blocks, as they come.
pub struct FinalisedBlocks {
	client: Client,
	blocks: Blocks<ChainConfig>,
}

impl FinalisedBlocks {
	/// Number and hash of the next; `None`: the connection ended.
	pub async fn next(&mut self) -> Result<Option<(u64, Hash)>, Error> {
		match self.blocks.next().await {
			Some(Ok(block)) => Ok(Some((block.number(), block.hash()))),
			Some(Err(error)) => Err(self.client.failed(error.into())),
			None => Ok(None),
		}
	}
}
