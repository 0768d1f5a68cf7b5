//! Builds the runtime's wasm where it is asked for.

fn main() {
	#[cfg(feature = "wasm")]
	{
		// Every feature but `std` is handed on to the wasm's own build, and there this one would
		// bring `std` back.
		std::env::remove_var("CARGO_FEATURE_WASM");
		substrate_wasm_builder::WasmBuilder::build_using_defaults();
	}
}
