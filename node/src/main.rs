//! A department's validator.

// The SDK's errors are large, and every function here may meet one.
#![allow(clippy::result_large_err)]

mod chain_spec;
mod cli;
mod command;
mod rpc;
mod service;

use std::process::ExitCode;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {}", command::sentence(&error));
			ExitCode::FAILURE
		}
	}
}
