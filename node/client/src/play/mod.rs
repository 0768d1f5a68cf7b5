//! Playing published cases, and made-up ones for what none of them shows, on a chain: a file of steps, each signed by the one whose act it is.
//!
//! A play can be run again: a step whose result stands already is recognised by its filing number,
//! reference, code or account, and left alone.

mod file;
mod further;
mod report;
mod run;
mod standing;
#[cfg(test)]
mod tests;

pub use file::{
	Act, ChangeName, Council, Expected, FreezeAct, IssueAct, LawfulAct, MadeUpCase, MotionCall,
	OffsetAct, Order, Play, PledgeAct, ShareAct, Skipped, Stage, Step, TransferAct,
	VoucherAllotment,
};
pub use report::{PlayedVoucher, Report};
pub use run::{Player, Taken};
