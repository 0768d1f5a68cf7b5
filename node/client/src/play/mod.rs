//! Playing published cases on a chain: a file of steps, each signed by the one whose act it is.
//!
//! A play can be run again: a step whose result stands already is recognised by its filing number,
//! reference, code or account, and left alone.

mod file;
mod report;
mod run;
mod standing;
#[cfg(test)]
mod tests;

pub use file::{
	Act, Council, Expected, IssueAct, MotionCall, OffsetAct, Order, Play, PledgeAct, Skipped,
	Stage, Step, TransferAct, VoucherAllotment,
};
pub use report::{PlayedVoucher, Report};
pub use run::{Player, Taken};
