//! `tanpiao`, the command line of a Tanpiao chain.

fn main() -> std::process::ExitCode {
	tanpiao_client::commands::main()
}
