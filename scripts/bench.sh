#!/usr/bin/env bash
# Generates the weights of our pallets from their benchmarks, on this machine, for ParityDB's costs as
# the runtime states them. It takes long: the bencher brings a database in C++, and the runtime is
# built with its benchmarks.
#
#   scripts/bench.sh                          all of our pallets
#   scripts/bench.sh pallet_carbon_voucher    one of them
#   STEPS=5 REPEAT=2 scripts/bench.sh         to see whether they run: the numbers are worth nothing

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly BENCHER_VERSION=0.28.0
readonly TOOLS="${TANPIAO_TOOLS:-$HOME/.cache/tanpiao/tools}"
readonly WASM="$TOOLS/tanpiao_runtime.benchmarks.wasm"
readonly STEPS="${STEPS:-50}" REPEAT="${REPEAT:-20}"

install_bencher() {
	if [[ "$("$TOOLS/bin/frame-omni-bencher" --version 2>/dev/null)" == *" $BENCHER_VERSION" ]]; then
		say "frame-omni-bencher $BENCHER_VERSION: here"
		return
	fi
	say "frame-omni-bencher $BENCHER_VERSION: installing it to $TOOLS"
	# RocksDB's bindings need libclang, and the test runtime it carries needs no wasm here.
	if have dpkg && ! dpkg -s libclang-dev >/dev/null 2>&1; then
		apt_install libclang-dev clang
	fi
	SKIP_WASM_BUILD=1 CARGO_TARGET_DIR="$TOOLS/target" cargo install --locked --root "$TOOLS" \
		"frame-omni-bencher@$BENCHER_VERSION"
}

# The runtime with its benchmarks, in the form that a node executes. It is built where the node's own is,
# and cleared away there, so that no node comes by it.
build_runtime() {
	local built="$CARGO_TARGET_DIR/release/wbuild/tanpiao-runtime"
	use_wasm_toolchain
	claim_target
	say "building the runtime with its benchmarks"
	(cd "$ROOT" && cargo build --release --locked -p tanpiao-runtime --features wasm,runtime-benchmarks)
	cp "$built/tanpiao_runtime.compact.compressed.wasm" "$WASM"
	rm -f "$built"/*.wasm
}

# Writes the weights of a pallet. Proofs are not recorded while time is taken: no block here carries one.
# No block has set the clock either, which would say so at every look at it.
bench() {
	local pallet="$1" crate="${1#pallet_}"
	say "$pallet: $STEPS steps, $REPEAT repeats"
	"$TOOLS/bin/frame-omni-bencher" v1 benchmark pallet \
		--runtime "$WASM" --genesis-builder runtime --genesis-builder-preset development \
		--pallet "$pallet" --extrinsic '*' --steps "$STEPS" --repeat "$REPEAT" \
		--disable-proof-recording --runtime-log info,runtime::timestamp=off \
		--heap-pages 4096 --quiet \
		--template "$ROOT/scripts/weights.hbs" --output "$ROOT/pallets/${crate//_/-}/src/weights.rs"
	(cd "$ROOT" && cargo fmt --all)
}

main() {
	local pallets=("$@") pallet
	[[ $# -gt 0 ]] || pallets=(pallet_schemes pallet_parties pallet_carbon_voucher)
	"$ROOT/scripts/setup.sh"
	install_bencher
	build_runtime
	for pallet in "${pallets[@]}"; do
		bench "$pallet"
	done
}

main "$@"
