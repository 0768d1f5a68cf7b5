//! Which ports nodes listen on, and whether they can have them.

use crate::Error;
use serde::{Deserialize, Serialize};
use std::{
	io,
	net::{Ipv4Addr, SocketAddr, TcpListener},
	ops::Range,
};

/// The ports of one node, all on 127.0.0.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodePorts {
	pub p2p: u16,
	pub rpc: u16,
	pub prometheus: u16,
}

/// The first department's ports; the others follow one by one.
pub const STANDARD: NodePorts = NodePorts { p2p: 30333, rpc: 9944, prometheus: 9615 };

/// Below the range from which systems take the ports of outgoing connections.
const TEST_RANGE: Range<u16> = 21_000..29_000;

impl NodePorts {
	/// The ports of the `index`th node when the first one's JSON-RPC is on `rpc`: the other ports
	/// move along, so that two networks need only differ in that one number.
	pub fn standard(rpc: u16, index: u16) -> Result<Self, Error> {
		let shift = i32::from(rpc) - i32::from(STANDARD.rpc) + i32::from(index);
		let moved = |port: u16| {
			u16::try_from(i32::from(port) + shift)
				.ok()
				.filter(|port| *port > 0)
				.ok_or(Error::NoSuchPorts { base: rpc })
		};
		Ok(Self {
			p2p: moved(STANDARD.p2p)?,
			rpc: moved(STANDARD.rpc)?,
			prometheus: moved(STANDARD.prometheus)?,
		})
	}

	fn each(&self) -> [(&'static str, u16); 3] {
		[("JSON-RPC", self.rpc), ("peers", self.p2p), ("Prometheus", self.prometheus)]
	}

	/// Refuses a port that somebody listens on.
	pub fn ensure_free(&self, node: &str) -> Result<(), Error> {
		match self.each().into_iter().find(|(_, port)| !is_free(*port)) {
			Some((purpose, port)) => Err(Error::PortInUse { port, node: node.into(), purpose }),
			None => Ok(()),
		}
	}
}

/// A block of ports that no other network of tests takes while this value lives.
#[derive(Debug)]
pub struct Reserved {
	pub nodes: Vec<NodePorts>,
	_claim: TcpListener,
}

impl Reserved {
	/// Finds free ports for `count` nodes. The first port of a block is kept listened on, which is
	/// how other test processes see that the block is taken.
	pub fn find(count: u16) -> Result<Self, Error> {
		let size = 1 + 3 * count;
		for base in TEST_RANGE.step_by(usize::from(size)) {
			let Ok(claim) = listen(base) else { continue };
			let nodes: Vec<_> = (0..count)
				.map(|index| base + 1 + 3 * index)
				.map(|first| NodePorts { p2p: first, rpc: first + 1, prometheus: first + 2 })
				.collect();
			if nodes.iter().flat_map(NodePorts::each).all(|(_, port)| is_free(port)) {
				return Ok(Self { nodes, _claim: claim });
			}
		}
		Err(Error::NoFreePorts)
	}
}

fn listen(port: u16) -> io::Result<TcpListener> {
	TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
}

fn is_free(port: u16) -> bool {
	listen(port).is_ok()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn ports_move_together() {
		assert_eq!(NodePorts::standard(9944, 0).ok(), Some(STANDARD));
		let third = NodePorts { p2p: 30335, rpc: 9946, prometheus: 9617 };
		assert_eq!(NodePorts::standard(9944, 2).ok(), Some(third));
		assert!(matches!(NodePorts::standard(65000, 0), Err(Error::NoSuchPorts { base: 65000 })));
		assert!(matches!(NodePorts::standard(1, 0), Err(Error::NoSuchPorts { base: 1 })));
	}

	#[test]
	fn a_reserved_block_is_not_given_twice() {
		let (one, two) = (Reserved::find(4), Reserved::find(4));
		let (one, two) = (one.expect("ports are free"), two.expect("ports are free"));
		assert!(one.nodes.iter().all(|ports| !two.nodes.contains(ports)));
	}

	#[test]
	fn a_taken_port_is_named() {
		let reserved = Reserved::find(1).expect("ports are free");
		let ports = reserved.nodes[0];
		ports.ensure_free("drc").expect("nobody listens yet");

		let _other = listen(ports.p2p).expect("the port is free");
		let error = ports.ensure_free("drc").expect_err("somebody listens");
		let sentence = error.to_string();
		assert!(sentence.contains(&ports.p2p.to_string()) && sentence.contains("peers of drc"));
		assert!(error.sentence(crate::Language::Chinese).contains(&ports.p2p.to_string()));
	}
}
