//! What the ledger stores.

// Derived code casts codec indices.
#![allow(clippy::cast_possible_truncation)]

mod hold;
mod issuance;
mod offset;
mod owners;
mod pledge;
mod ranges;
mod register;
mod transfer;
mod voucher;

pub use hold::*;
pub use issuance::*;
pub use offset::*;
pub use owners::*;
pub use pledge::*;
pub use ranges::*;
pub use register::*;
pub use transfer::*;
pub use voucher::*;
