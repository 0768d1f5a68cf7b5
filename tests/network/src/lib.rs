//! Four departments' validators as four processes on one machine, on the loopback interface only.
//!
//! Tests hold a [`Network`]: it ends with them, however they end. People use the command
//! `tanpiao-network` (module [`standing`]), whose network stays until it is told to go.
//!
//! Nothing here waits for a time: it asks the nodes until what it waits for is so, or until a
//! generous limit has passed.

mod chain;
mod error;
pub mod finality;
mod layout;
mod network;
mod ports;
mod process;
mod rpc;
pub mod standing;

pub use chain::Genesis;
pub use error::{Error, Language};
pub use layout::Kind;
pub use network::{Network, Node, Options};
pub use ports::NodePorts;
pub use rpc::Rpc;
