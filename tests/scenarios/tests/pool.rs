//! What a node does not even take: transactions of strangers, without end, too far ahead, of a
//! suspended party, or signed for another chain.

use subxt::config::DefaultExtrinsicParamsBuilder;
use tanpiao_client::{
	chain::{runtime::tx, ChainConfig, OrderId},
	error::{Error, Refusal},
	submit::Signed,
	Client, Fate, Key, Receipt, Retry,
};
use tanpiao_network::{Genesis, Options};
use tanpiao_scenarios::{step, Registrar, World};

/// An operator that signs nothing else here.
const OPERATOR: &str = "//Experts";

#[tokio::test]
async fn the_pool_takes_what_is_signed_for_it_and_nothing_else() {
	let marked = Options {
		genesis: Genesis::Marked("another".into()),
		chain_name: Some("Another".into()),
		..Options::default()
	};
	let (world, other) = step("two networks of four finalise", async {
		tokio::join!(World::start(), World::start_as(marked))
	})
	.await;

	step("the client was generated from this chain's metadata", metadata(&world)).await;
	step("a stranger is refused", strangers(&world)).await;
	step("an immortal transaction is refused", immortal(&world)).await;
	step("a far nonce is refused", far_nonce(&world)).await;
	step("another chain's transaction is refused", other_genesis(&world, &other)).await;
	step("a transaction whose node is lost is looked up", lost_node(other)).await;
	step("what became of a transaction is looked up", looked_up(&world)).await;
	step("a suspended party is refused", suspended_party(&world)).await;
}

/// `scripts/metadata.sh` writes it anew.
async fn metadata(world: &World) {
	let version = "0x10000000";
	let rpc = world.network().nodes()[0].rpc();
	let method = "Metadata_metadata_at_version";
	let answer: String =
		rpc.request("state_call", &[method.into(), version.into()]).await.expect("it has one");
	let generated_from = hex::encode(include_bytes!("../../../node/client/metadata.scale"));
	// The answer is an option and a length of four bytes before it.
	assert!(answer.ends_with(&generated_from) && answer.len() == generated_from.len() + 12);
}

async fn strangers(world: &World) {
	let stranger = "//Stranger";
	let problem = world.refused(stranger, "party consent true").await;
	assert_eq!((problem.code.as_str(), problem.exit), ("Refused.NotAdmitted", 1));
	// Not even for what everybody may do who was invited.
	let party = Registrar { world, key: "//Centre", scheme: "HS" }.enters("补拟", 1).await;
	let problem = world.refused(stranger, &format!("party confirm {party}")).await;
	assert_eq!(problem.code, "Refused.NotAdmitted");
	assert_eq!(world.show(&format!("party show {party}")).await["accounts"], 0);
}

async fn immortal(world: &World) {
	let client = client(world).await;
	let nonce = nonce(world, OPERATOR).await;
	let params = DefaultExtrinsicParamsBuilder::new().immortal().nonce(nonce);
	let refused = client.submit_signed(signed(&client, params).await).await;
	assert_eq!(refusal(refused), Refusal::Immortal);
	// The same with an end is taken: it fails for what it says, in a block.
	let at = client.at_finalised().await.expect("a state");
	let params = DefaultExtrinsicParamsBuilder::new()
		.mortal_from_unchecked(64, at.block_number(), at.block_hash())
		.nonce(nonce);
	let failed = client.submit_signed(signed(&client, params).await).await;
	assert!(matches!(&failed, Err(Error::Failed(_))), "{failed:?}");
}

async fn far_nonce(world: &World) {
	let client = client(world).await;
	let next = nonce(world, OPERATOR).await;
	let at = client.at_finalised().await.expect("a state");
	let ahead = |lead| {
		DefaultExtrinsicParamsBuilder::new()
			.mortal_from_unchecked(64, at.block_number(), at.block_hash())
			.nonce(next + lead)
	};
	let refused = client.submit_signed(signed(&client, ahead(65)).await).await;
	assert_eq!(refusal(refused), Refusal::FarNonce);
	// One less waits in the pool for those before it.
	let waiting = signed(&client, ahead(64)).await;
	let bytes = format!("0x{}", hex::encode(&waiting.bytes));
	let rpc = world.network().nodes()[0].rpc();
	let taken: String = rpc.request("author_submitExtrinsic", &[bytes.into()]).await.unwrap();
	assert_eq!(taken, format!("{:?}", waiting.hash));
}

async fn other_genesis(world: &World, other: &World) {
	assert_ne!(world.genesis().await, other.genesis().await);
	let (here, there) = (client(world).await, client(other).await);
	let key = Key::open("//Measure").expect("a development address");
	let call = tx().carbon_voucher().effect_transfer(OrderId(1));
	let signed = here.sign(&call, &key).await.expect("it can be signed");
	// Both chains have a block of the number that it was signed at, so that this is no reason.
	let born = signed.dies - tanpiao_client::submit::MORTALITY;
	other.network().wait_finalized(born + 1).await.expect("it finalises");

	assert_eq!(refusal(there.submit_signed(signed.clone()).await), Refusal::BadProof);
	let failed = here.submit_signed(signed).await;
	assert!(matches!(&failed, Err(Error::Failed(_))), "{failed:?}");
}

/// The connection ends between a transaction and its finality.
async fn lost_node(world: World) {
	let (first, others) = world.network().nodes().split_first().expect("there are four");
	let client = client(&world).await;
	let key = Key::open(OPERATOR).expect("a development address");
	for node in others {
		node.kill().expect("it is ours");
	}
	let call = tx().carbon_voucher().effect_transfer(OrderId(1));
	let pending = client.send(&call, &key).await.expect("the node takes it");
	let Signed { hash, dies, .. } = pending.signed().clone();
	let (ended, killed) = tokio::join!(pending.finalised(), async { first.kill() });
	killed.expect("it is ours");
	let error = ended.expect_err("nothing is final");
	assert!(matches!(error, Error::Unsettled { .. }), "{error:?}");
	assert_eq!((error.transaction(), error.retry()), (Some(hash), Retry::LookUp));
	let way = format!("tanpiao transaction {hash:?} --dies {dies}");
	assert!(error.to_string().ends_with(&way), "{error}");
}

async fn looked_up(world: &World) {
	let client = client(world).await;
	let centre = Registrar { world, key: "//Centre", scheme: "HS" };
	let party = centre.registers("查询者（补拟）", 3, "//LookedUp").await;
	let key = Key::open(&party.key).expect("a development address");

	let call = tx().parties().ask_consent(true);
	let pending = client.send(&call, &key).await.expect("the node takes it");
	let Signed { hash, dies, .. } = pending.signed().clone();
	assert!(matches!(client.look_up(hash, dies).await, Ok(Fate::Waiting)));
	let receipt = pending.finalised().await.expect("it is entered");
	let Ok(Fate::Done(found)) = client.look_up(hash, dies).await else { panic!("not found") };
	assert_eq!((found.block, found.number), (receipt.block, receipt.number));
	assert_eq!((&found.events, found.finality), (&receipt.events, None));
	let line = format!("transaction {hash:?} --dies");
	let shown = world.show(&format!("{line} {dies}")).await;
	assert_eq!(shown["block"]["number"], receipt.number);
	assert_eq!(shown["events"][0]["event"], "ConsentSet");

	// Its block is behind that end, so that it counts as never entered.
	assert!(matches!(client.look_up(hash, 1).await, Ok(Fate::Dead)));
	assert_eq!(world.show(&format!("{line} 1")).await["state"], "dead");

	let signed = client.sign(&tx().carbon_voucher().accept_transfer(OrderId(1)), &key).await;
	let signed = signed.expect("it can be signed");
	assert!(matches!(client.submit_signed(signed.clone()).await, Err(Error::Failed(_))));
	let failed = client.look_up(signed.hash, signed.dies).await;
	assert!(matches!(&failed, Err(Error::Failed(_))), "{failed:?}");
	let line = format!("transaction {:?} --dies {}", signed.hash, signed.dies);
	let problem = world.look_up(&line).await.expect_err("it failed");
	assert_eq!(problem.code, "CarbonVoucher.UnknownOrder");
}

async fn suspended_party(world: &World) {
	let centre = Registrar { world, key: "//Centre", scheme: "HS" };
	let party = centre.registers("被暂停者（补拟）", 2, "//Suspended").await;
	let order = world.paper("order.txt", "Order to suspend (made up)");
	world.act(&party.key, "party consent true").await.event("ConsentSet");

	let suspend = format!("party suspend {party} --evidence {order}");
	world.act("//Centre", &suspend).await.event("PartySuspended");
	let problem = world.refused(&party.key, "party consent false").await;
	assert_eq!((problem.code.as_str(), problem.exit), ("Refused.NotAdmitted", 1));
	let shown = world.show(&format!("party show {party}")).await;
	assert_eq!((&shown["active"], &shown["asks_consent"]), (&false.into(), &true.into()));

	let reinstate = format!("party reinstate {party} --evidence {order}");
	world.act("//Centre", &reinstate).await.event("PartyReinstated");
	world.act(&party.key, "party consent false").await.event("ConsentSet");
}

async fn client(world: &World) -> Client {
	Client::connect(world.url(), None).await.expect("the node runs")
}

async fn nonce(world: &World, key: &str) -> u64 {
	let account = Key::open(key).expect("a development address").account().to_string();
	let rpc = world.network().nodes()[0].rpc();
	rpc.request("system_accountNextIndex", &[account.into()]).await.expect("it is public")
}

/// A call of the operator's, signed as `params` say.
async fn signed(client: &Client, params: DefaultExtrinsicParamsBuilder<ChainConfig>) -> Signed {
	let key = Key::open(OPERATOR).expect("a development address");
	let call = tx().carbon_voucher().effect_transfer(OrderId(1));
	let at = client.at_finalised().await.expect("a state");
	let tx = at.transactions();
	let mut signable = tx.create_signable_offline(&call, params.build()).expect("a payload");
	let signed = signable.sign(&key).expect("a signature");
	Signed { hash: signed.hash(), bytes: signed.into_encoded(), dies: u64::MAX }
}

fn refusal(answer: Result<Receipt, Error>) -> Refusal {
	match answer {
		Err(Error::Refused(refusal)) => refusal,
		other => panic!("not refused: {other:?}"),
	}
}
