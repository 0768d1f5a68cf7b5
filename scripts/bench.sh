#!/usr/bin/env bash
# Generates the weights of our pallets from their benchmarks, on this machine, for ParityDB's costs as
# the runtime states them. It takes long: the bencher brings a database in C++, and the runtime is
# built with its benchmarks.
#
#   scripts/bench.sh                          all of our pallets
#   scripts/bench.sh pallet_carbon_voucher    one of them

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

# The runtime with its benchmarks. The wasm is taken away, so that no node is built with it.
build_runtime() {
	use_wasm_toolchain
	say "building the runtime with its benchmarks"
	(cd "$ROOT" && cargo build --release --locked -p tanpiao-runtime --features wasm,runtime-benchmarks)
	mv "$CARGO_TARGET_DIR/release/wbuild/tanpiao-runtime/tanpiao_runtime.wasm" "$WASM"
}

main() {
	local pallets=("$@") pallet
	[[ $# -gt 0 ]] || pallets=(pallet_schemes pallet_parties pallet_carbon_voucher)
	"$ROOT/scripts/setup.sh"
	install_bencher
	build_runtime
	for pallet in "${pallets[@]}"; do
		say "$pallet: $STEPS steps, $REPEAT repeats"
		"$TOOLS/bin/frame-omni-bencher" v1 benchmark pallet \
			--runtime "$WASM" \
			--genesis-builder-preset development --pallet "$pallet" --extrinsic '*' \
			--steps "$STEPS" --repeat "$REPEAT" --heap-pages 4096 \
			--template "$ROOT/scripts/weights.hbs" \
			--output "$ROOT/pallets/$(sed 's/^pallet_//; s/_/-/g' <<<"$pallet")/src/weights.rs"
	done
	(cd "$ROOT" && cargo fmt --all)
}

main "$@"
