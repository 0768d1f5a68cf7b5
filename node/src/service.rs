//! A full node: database, pool, network, Aura authoring and GRANDPA finality.

use crate::rpc;
use sc_client_api::HeaderBackend;
use sc_consensus::{DefaultImportQueue, LongestChain};
use sc_consensus_aura::{ImportQueueParams, SlotProportion, StartAuraParams};
use sc_consensus_grandpa::{
	BeforeBestBlockBy, FinalityProofProvider, GrandpaBlockImport, GrandpaPruningFilter,
	SharedVoterState, ThreeQuartersOfTheUnfinalizedChain, VotingRule, VotingRulesBuilder,
};
use sc_executor::WasmExecutor;
use sc_network::{config::FullNetworkConfiguration, Litep2pNetworkBackend, NetworkBackend};
use sc_service::{
	BuildGenesisBlock, BuildNetworkParams, Configuration, Error, GenesisBlockBuilder,
	KeystoreContainer, SpawnTasksParams, TaskManager, WarpSyncConfig,
};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::CallContext;
use sp_consensus_aura::{
	inherents::InherentDataProvider as SlotProvider, sr25519::AuthorityPair as AuraPair,
	SlotDuration,
};
use sp_core::{crypto::key_types, H256};
use sp_keystore::Keystore;
use sp_runtime::traits::Block as _;
use sp_timestamp::InherentDataProvider as TimeProvider;
use std::{sync::Arc, time::Duration};
use tanpiao_runtime::{apis::RuntimeApi, Header};

/// The node carries transactions as bytes; what they mean is the runtime's to say.
pub type Block = sp_runtime::generic::Block<Header, sp_runtime::OpaqueExtrinsic>;

type HostFunctions = sp_io::SubstrateHostFunctions;
type Executor = WasmExecutor<HostFunctions>;
pub type Client = sc_service::TFullClient<Block, RuntimeApi, Executor>;
pub type Backend = sc_service::TFullBackend<Block>;
pub type Pool = TransactionPoolHandle<Block, Client>;
type SelectChain = LongestChain<Backend, Block>;
type BlockImport = GrandpaBlockImport<Backend, Block, Client, SelectChain>;
type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, Client, SelectChain>;
type Network = Litep2pNetworkBackend;

/// How many blocks apart justifications are stored; a change of the voters always stores one.
const JUSTIFICATION_PERIOD: u32 = 512;

/// How long a vote is expected to take to everybody.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// The part of a slot in which its author fills the block; the rest is for it to travel.
const PROPOSAL_PORTION: f32 = 2.0 / 3.0;

/// A node that is not on the network: what every command needs a part of.
pub struct Parts {
	pub client: Arc<Client>,
	pub backend: Arc<Backend>,
	pub import_queue: DefaultImportQueue<Block>,
	pub task_manager: TaskManager,
	keystore: KeystoreContainer,
	select_chain: SelectChain,
	pool: Arc<Pool>,
	block_import: BlockImport,
	grandpa: GrandpaLink,
	telemetry: Option<Telemetry>,
}

/// Opens the database and everything that works on it.
pub fn open(config: &Configuration) -> Result<Parts, Error> {
	let telemetry = telemetry(config)?;
	let handle = telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());
	let (client, backend, keystore, task_manager) = open_database(config, handle)?;
	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});
	let handle = telemetry.as_ref().map(Telemetry::handle);

	let pool = Arc::new(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let select_chain = LongestChain::new(backend.clone());
	let (block_import, grandpa) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		handle.clone(),
	)?;
	let import_queue = import_queue(config, &client, &block_import, &task_manager, handle)?;

	Ok(Parts {
		client,
		backend,
		import_queue,
		task_manager,
		keystore,
		select_chain,
		pool,
		block_import,
		grandpa,
		telemetry,
	})
}

/// Starts a node; it runs until its task manager ends.
pub fn run(config: Configuration) -> Result<TaskManager, Error> {
	let Parts {
		client,
		backend,
		import_queue,
		mut task_manager,
		keystore,
		select_chain,
		pool,
		block_import,
		grandpa,
		mut telemetry,
	} = open(&config)?;
	let keystore = keystore.keystore();
	let handle = telemetry.as_ref().map(Telemetry::handle);
	let registry = config.prometheus_registry().cloned();
	let role = config.role;
	let node_name = config.network.node_name.clone();
	let force_authoring = config.force_authoring;
	let votes = !config.disable_grandpa;

	let mut net_config =
		FullNetworkConfiguration::<Block, H256, Network>::new(&config.network, registry.clone());
	let metrics =
		<Network as NetworkBackend<Block, H256>>::register_notification_metrics(registry.as_ref());
	let grandpa_protocol = sc_consensus_grandpa::protocol_standard_name(
		&client.info().genesis_hash,
		&config.chain_spec,
	);
	let (grandpa_config, grandpa_notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<Block, Network>(
			grandpa_protocol.clone(),
			metrics.clone(),
			net_config.peer_store_handle(),
		);
	net_config.add_notification_protocol(grandpa_config);

	let authority_set = grandpa.shared_authority_set().clone();
	let warp_proofs = sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		authority_set.clone(),
		Vec::new(),
	);
	let (network, system_rpc_tx, tx_handler_controller, sync_service, _) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_proofs))),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;

	let voter_state = SharedVoterState::empty();
	let finality = rpc::Finality {
		authority_set: authority_set.clone(),
		voter_state: voter_state.clone(),
		justifications: grandpa.justification_stream(),
		proofs: FinalityProofProvider::new_for_service(backend.clone(), Some(authority_set)),
	};
	let rpc_builder = {
		let (client, pool) = (client.clone(), pool.clone());
		Box::new(move |executor| {
			rpc::module(client.clone(), pool.clone(), finality.clone(), executor)
				.map_err(|error| Error::Application(error.into()))
		})
	};
	sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client: client.clone(),
		backend,
		task_manager: &mut task_manager,
		keystore: keystore.clone(),
		transaction_pool: pool.clone(),
		rpc_builder,
		network: network.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;

	if role.is_authority() {
		warn_of_missing_keys(&*keystore)?;

		let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
		let proposer_factory = sc_basic_authorship::ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			pool.clone(),
			registry.as_ref(),
			handle.clone(),
		);
		let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(
			StartAuraParams {
				slot_duration,
				client,
				select_chain,
				block_import,
				proposer_factory,
				sync_oracle: sync_service.clone(),
				justification_sync_link: sync_service.clone(),
				create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
				force_authoring,
				backoff_authoring_blocks: None::<()>,
				keystore: keystore.clone(),
				block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
				max_block_proposal_slot_portion: None,
				telemetry: handle.clone(),
				compatibility_mode: Default::default(),
			},
		)?;
		task_manager.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
	}

	if votes {
		let voter = sc_consensus_grandpa::run_grandpa_voter(sc_consensus_grandpa::GrandpaParams {
			config: sc_consensus_grandpa::Config {
				gossip_duration: GOSSIP_DURATION,
				justification_generation_period: JUSTIFICATION_PERIOD,
				observer_enabled: false,
				local_role: role,
				name: Some(node_name),
				keystore: role.is_authority().then_some(keystore),
				telemetry: handle.clone(),
				protocol_name: grandpa_protocol,
			},
			link: grandpa,
			network,
			sync: sync_service,
			notification_service: grandpa_notifications,
			voting_rule: voting_rule(),
			prometheus_registry: registry,
			shared_voter_state: voter_state,
			telemetry: handle,
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(pool),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	}

	Ok(task_manager)
}

type Database = (Arc<Client>, Arc<Backend>, KeystoreContainer, TaskManager);

/// Opens the database, making the genesis block in a new one, and refuses a chain that is not the
/// one asked for or that this node cannot run.
fn open_database(
	config: &Configuration,
	telemetry: Option<TelemetryHandle>,
) -> Result<Database, Error> {
	let executor = sc_service::new_wasm_executor::<HostFunctions>(&config.executor);
	let storage = config
		.chain_spec
		.as_storage_builder()
		.build_storage()
		.map_err(|reason| format!("the chain's genesis cannot be built: {reason}"))?;

	let mut settings = config.db_config();
	settings.pruning_filters = vec![Arc::new(GrandpaPruningFilter)];
	let backend = sc_service::new_db_backend(settings).map_err(|reason| {
		let path =
			config.database.path().map_or_else(Default::default, |it| it.display().to_string());
		format!("the database in {path} cannot be opened (another node may be using it): {reason}")
	})?;
	let genesis = |commit| {
		GenesisBlockBuilder::<Block, _, _>::new_with_storage(
			storage.clone(),
			commit,
			backend.clone(),
			executor.clone(),
		)
	};
	let (client, backend, keystore, task_manager) =
		sc_service::new_full_parts_with_genesis_builder(
			config,
			telemetry,
			executor.clone(),
			backend.clone(),
			genesis(!config.no_genesis())?,
			false,
		)?;

	let (wanted, _) = genesis(false)?.build_genesis_block()?;
	ensure_genesis(config, wanted.header().hash(), client.info().genesis_hash)?;
	ensure_runtime(config, &client)?;
	Ok((Arc::new(client), backend, keystore, task_manager))
}

fn ensure_genesis(config: &Configuration, wanted: H256, found: H256) -> Result<(), Error> {
	if wanted == found {
		return Ok(());
	}
	Err(Error::Other(format!(
		"the database in {} is of another chain (genesis {found:?}) than `{}` (genesis {wanted:?}): \
		 name its chain file, or give another --base-path",
		config.base_path.path().display(),
		config.chain_spec.name(),
	)))
}

fn ensure_runtime(config: &Configuration, client: &Client) -> Result<(), Error> {
	let version = client.runtime_version_at(client.info().best_hash, CallContext::Offchain);
	match version {
		// A warp-syncing node has no state to ask before it has synced.
		Err(_) if config.no_genesis() => Ok(()),
		Ok(version) if version.spec_name == tanpiao_runtime::VERSION.spec_name => Ok(()),
		Ok(version) => Err(Error::Other(format!(
			"`{}` is a chain of `{}`; this node runs `{}`",
			config.chain_spec.name(),
			version.spec_name,
			tanpiao_runtime::VERSION.spec_name,
		))),
		Err(error) => Err(Error::Application(error.into())),
	}
}

fn telemetry(config: &Configuration) -> Result<Option<(TelemetryWorker, Telemetry)>, Error> {
	let Some(endpoints) = config.telemetry_endpoints.clone().filter(|it| !it.is_empty()) else {
		return Ok(None);
	};
	let worker = TelemetryWorker::new(16)?;
	let telemetry = worker.handle().new_telemetry(endpoints);
	Ok(Some((worker, telemetry)))
}

fn import_queue(
	config: &Configuration,
	client: &Arc<Client>,
	block_import: &BlockImport,
	task_manager: &TaskManager,
	telemetry: Option<TelemetryHandle>,
) -> Result<DefaultImportQueue<Block>, Error> {
	let at_parent = client.clone();
	let queue = sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
		block_import: block_import.clone(),
		justification_import: Some(Box::new(block_import.clone())),
		client: client.clone(),
		create_inherent_data_providers: move |parent, ()| {
			let client = at_parent.clone();
			async move {
				Ok(inherents(sc_consensus_aura::standalone::slot_duration_at(&*client, parent)?))
			}
		},
		spawner: &task_manager.spawn_essential_handle(),
		registry: config.prometheus_registry(),
		check_for_equivocation: Default::default(),
		telemetry,
		compatibility_mode: Default::default(),
	})?;
	Ok(queue)
}

/// What a block's author states and its importers check: the time, and the slot it lies in.
fn inherents(slot_duration: SlotDuration) -> (SlotProvider, TimeProvider) {
	let time = TimeProvider::from_system_time();
	(SlotProvider::from_timestamp_and_slot_duration(*time, slot_duration), time)
}

/// Votes stay one block behind the best, where the SDK stays two: a few known authors seldom fork,
/// and each block kept back costs every reader a slot. A vote for a fork is never unsafe, only
/// wasted.
fn voting_rule() -> impl VotingRule<Block, Client> + Clone {
	VotingRulesBuilder::new()
		.add(BeforeBestBlockBy(1))
		.add(ThreeQuartersOfTheUnfinalizedChain)
		.build()
}

/// Keys may come later, so a validator without them runs, but it must say why it does nothing.
fn warn_of_missing_keys(keystore: &dyn Keystore) -> Result<(), Error> {
	for (work, kind) in [("author blocks", key_types::AURA), ("finalise", key_types::GRANDPA)] {
		let keys = keystore.keys(kind).map_err(|error| Error::Application(error.into()))?;
		if keys.is_empty() {
			log::warn!(
				"This validator cannot {work}: its keystore has no `{}` key. Add one with `key insert`.",
				String::from_utf8_lossy(&kind.0),
			);
		}
	}
	Ok(())
}
