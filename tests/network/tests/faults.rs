//! Any three of four departments finalise; any two do not, and lose nothing by it.

use std::time::Duration;
use tanpiao_network::{Error, Network, Options};
use tokio::time::{sleep, Instant};

type Outcome = Result<(), Error>;

#[tokio::test]
async fn finality_needs_three_of_four() -> Outcome {
	let network = Network::start(Options::default()).await?;
	one_may_fail_and_catches_up(&network).await?;
	two_may_not(&network).await
}

async fn one_may_fail_and_catches_up(network: &Network) -> Outcome {
	let (forestry, drc) = (network.node("forestry")?, network.node("drc")?);
	drc.kill()?;
	let at_the_kill = forestry.rpc().finalized().await?;
	network.wait_finalized(at_the_kill + 10).await?;

	drc.restart()?;
	let after_the_return = forestry.rpc().finalized().await? + 2;
	drc.wait_finalized(after_the_return).await?;
	drc.wait_peers(3).await?;
	assert_eq!(
		drc.rpc().block_hash(after_the_return).await?,
		forestry.rpc().block_hash(after_the_return).await?,
	);
	Ok(())
}

async fn two_may_not(network: &Network) -> Outcome {
	let (forestry, finance) = (network.node("forestry")?, network.node("finance")?);
	network.node("drc")?.kill()?;
	finance.kill()?;

	// What three had voted for may still become final; nothing later than that may.
	let limit = forestry.rpc().best().await?;
	let deadline = Instant::now() + Duration::from_secs(300);
	while forestry.rpc().best().await? < limit + 5 {
		assert!(Instant::now() < deadline, "two authors make no blocks");
		sleep(Duration::from_millis(200)).await;
	}
	assert!(forestry.rpc().finalized().await? <= limit);

	finance.restart()?;
	forestry.wait_finalized(limit + 5).await
}
