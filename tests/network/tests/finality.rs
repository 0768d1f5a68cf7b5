//! Four departments' validators at work: one network, looked at from several sides.

use serde_json::Value;
use tanpiao_network::{finality::latencies, Error, Language, Network, Options};

type Outcome = Result<(), Error>;

#[tokio::test]
async fn four_departments_finalise_one_chain() -> Outcome {
	let network = Network::start(Options::default()).await?;
	finality_is_measured(&network).await?;
	all_have_the_same_blocks(&network).await?;
	nobody_has_a_complaint(&network);
	unsafe_methods_are_refused(&network).await?;
	taken_ports_are_named(&network);
	Ok(())
}

/// How fast it is, is for `tanpiao-network finality` to say, on a machine that does nothing else.
async fn finality_is_measured(network: &Network) -> Outcome {
	const BLOCKS: usize = 3;
	let times = latencies(network.node("forestry")?.rpc(), BLOCKS).await?;
	assert!(times.len() >= BLOCKS && times.is_sorted());
	Ok(())
}

async fn all_have_the_same_blocks(network: &Network) -> Outcome {
	let height = network.node("forestry")?.rpc().finalized().await?;
	network.wait_finalized(height).await?;
	let block = network.node("forestry")?.rpc().block_hash(height).await?;
	assert!(block.is_some());
	for node in network.nodes() {
		assert_eq!(node.rpc().block_hash(height).await?, block, "{} differs", node.name());
	}
	Ok(())
}

/// Of the SDK's warnings some come of a busy machine.
fn nobody_has_a_complaint(network: &Network) {
	for node in network.nodes() {
		let log = node.log();
		assert!(!log.contains("This validator"), "{}: {log}", node.name());
	}
}

async fn unsafe_methods_are_refused(network: &Network) -> Outcome {
	let rpc = network.node("forestry")?.rpc();
	let rotated = rpc.request::<Value>("author_rotateKeys", &[]).await;
	let sentence = rotated.expect_err("it would change a validator's keys").to_string();
	assert!(sentence.contains("unsafe"), "{sentence}");
	// What an auditor of finality needs is public.
	let round: Value = rpc.request("grandpa_roundState", &[]).await?;
	assert_eq!(round["best"]["totalWeight"], 4);
	Ok(())
}

fn taken_ports_are_named(network: &Network) {
	let taken: Vec<_> = network.nodes().iter().map(|node| node.ports()).collect();
	let rpc = taken[0].rpc;
	let second = Network::launch(Options { ports: Some(taken), ..Options::default() });
	let error = second.expect_err("the ports are taken");
	assert!(
		matches!(&error, Error::PortInUse { node, port, .. } if node == "forestry" && *port == rpc)
	);
	for language in [Language::English, Language::Chinese] {
		let sentence = error.sentence(language);
		assert!(sentence.contains(&rpc.to_string()) && sentence.contains("forestry"), "{sentence}");
	}
}
