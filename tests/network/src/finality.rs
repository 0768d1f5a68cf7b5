//! How long blocks take to become final.

use crate::{Error, Rpc};
use std::{collections::BTreeMap, time::Duration};
use tokio::time::Instant;

/// For each of the next `count` blocks that become final on this node, the time from its import
/// until then, in ascending order.
pub async fn latencies(rpc: &Rpc, count: usize) -> Result<Vec<Duration>, Error> {
	let (_client, mut heads) = rpc.heads().await?;
	let (_other, mut finals) = rpc.finalized_heads().await?;
	let mut imported = BTreeMap::new();
	let mut latencies = Vec::new();
	while latencies.len() < count {
		tokio::select! {
			head = heads.next() => {
				imported.entry(rpc.number(head)?).or_insert_with(Instant::now);
			},
			head = finals.next() => {
				// One notice may make several blocks final.
				let later = imported.split_off(&(rpc.number(head)? + 1));
				latencies.extend(imported.into_values().map(|since: Instant| since.elapsed()));
				imported = later;
			},
		}
	}
	latencies.sort();
	Ok(latencies)
}
