//! What people do with the ledger, done as they do it: with the command line, on four departments'
//! validators that run as processes.
//!
//! A [`World`] is a network and the command line that talks to it. It ends with the test, however
//! the test ends. A line of a test is a line of a terminal: the words after `tanpiao`.

#![warn(missing_docs)]

mod answer;
mod line;
mod register;
mod scheme;
mod world;

pub use answer::{has_chinese, kilograms, Problem, Receipt, Totals};
pub use register::{credit_code, Party, Registrar};
pub use scheme::scheme;
pub use world::{file_of_tests, network_command, part, run_alone, run_with_bytes, World};

use std::{future::Future, time::Instant};

/// Three of the council's four seats: enough for any motion.
pub const THREE_SEATS: [&str; 3] = ["//Forestry//council", "//Ecology//council", "//Drc//council"];

/// Does a step of a scenario, and says so where the test's output is read.
pub async fn step<T>(name: &str, work: impl Future<Output = T>) -> T {
	eprintln!("{name} ...");
	let begun = Instant::now();
	let done = work.await;
	eprintln!("{name}: {:.1} s", begun.elapsed().as_secs_f64());
	done
}
