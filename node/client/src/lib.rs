//! Typed SDK of a Tanpiao chain, and the parts of its command line.
//!
//! [`Client`] connects to a node and submits; [`chain::runtime`] holds the chain's calls, types and
//! reads as generated from the committed metadata; [`Directory`] turns what is read at one block into
//! the plain, serialisable structs of [`view`]; [`units`] and [`number`] convert between what papers
//! say and what the chain counts. Nothing in it prints: that is [`commands`]' work.
//!
//! A program that trades [`Client::send`]s a typed call, keeps what [`submit::Pending::signed`]
//! tells, and waits for the [`Receipt`] with its typed events. Where that does not come,
//! [`Error::retry`] says whether to sign anew, to send the same bytes again, or first to
//! [`Client::look_up`] what became of them: signing anew is a second transaction. A connection
//! that ended stays so; [`Client::connect`] makes another.

#![warn(missing_docs)]

pub mod catalogue;
pub mod chain;
pub mod client;
pub mod commands;
pub mod council;
pub mod directory;
pub mod error;
pub mod forms;
pub mod keys;
pub mod number;
pub mod person;
pub mod phrase;
pub mod play;
pub mod reads;
pub mod rpc;
pub mod submit;
pub mod table;
pub mod tell;
pub mod units;
pub mod view;

pub use client::Client;
pub use directory::Directory;
pub use error::{Error, Retry};
pub use keys::Key;
pub use submit::{Fate, Receipt};
