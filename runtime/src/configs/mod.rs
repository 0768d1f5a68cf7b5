//! How the pallets are wired, one file for each concern.

pub mod carbon;
pub mod consensus;
pub mod governance;
pub mod system;
