//! What the node answers beyond the SDK's own methods: the nonces of accounts, and finality.

use crate::service::{Backend, Block, Client, Pool};
use jsonrpsee::{core::RegisterMethodError, RpcModule};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sp_core::{traits::SpawnNamed, H256};
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};
use tanpiao_runtime::{AccountId, BlockNumber, Nonce};

/// Where GRANDPA's methods look.
#[derive(Clone)]
pub struct Finality {
	pub authority_set: SharedAuthoritySet<H256, BlockNumber>,
	pub voter_state: SharedVoterState,
	pub justifications: GrandpaJustificationStream<Block>,
	pub proofs: Arc<FinalityProofProvider<Backend, Block>>,
}

pub fn module(
	client: Arc<Client>,
	pool: Arc<Pool>,
	finality: Finality,
	executor: Arc<dyn SpawnNamed>,
) -> Result<RpcModule<()>, RegisterMethodError> {
	let Finality { authority_set, voter_state, justifications, proofs } = finality;
	let nonces: System<Pool, Client, Block> = System::new(client, pool);

	let mut module = RpcModule::new(());
	module.merge(SystemApiServer::<H256, AccountId, Nonce>::into_rpc(nonces))?;
	module.merge(
		Grandpa::new(executor, authority_set, voter_state, justifications, proofs).into_rpc(),
	)?;
	Ok(module)
}
