#!/usr/bin/env bash
# Runs every test: formatting, clippy, the pallets' and the runtime's own tests with every invariant
# checked after each, the client's, and scenarios on real nodes. Its last line counts them all.

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

passed=0
failed=0

# One check that is a test as a whole.
check() {
	local name="$1"
	shift
	say "$name"
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		say "$name: FAILED"
	fi
}

# A cargo test, whose own counts are added up. One that did not get to run counts as failed.
run_tests() {
	local name="$1" log failures
	shift
	say "$name"
	log="$(mktemp)"
	local status=0
	"$@" 2>&1 | tee "$log" || status=$?
	passed=$((passed + $(count_results passed "$log")))
	failures="$(count_results failed "$log")"
	if [[ $status -ne 0 && $failures -eq 0 ]]; then
		failures=1
	fi
	failed=$((failed + failures))
	rm -f "$log"
}

# Sums `12 passed` over the lines `test result: ok. 12 passed; 0 failed; ...`.
count_results() {
	sed -n "s/^test result: .* \([0-9][0-9]*\) $1;.*/\1/p" "$2" | awk '{ sum += $1 } END { print sum + 0 }'
}

# Clippy over these crates. In release, so that build scripts and macros are not compiled a third time.
#
# Lints grow with the compiler. Those of the version that Cargo.toml names count; what a newer one adds
# is shown, and fails nothing until that version is raised. What the code itself denies counts always.
lint() {
	local name="$1" heeded=(-D warnings)
	shift
	if [[ "$(rust_found)" != "$(rust_wanted)".* ]]; then
		say "$name: Rust is $(rust_found), so warnings that $(rust_wanted) may not have fail nothing"
		heeded=()
	fi
	check "$name" env SKIP_WASM_BUILD=1 cargo clippy --release --locked --all-targets "$@" -- \
		"${heeded[@]}"
}

main() {
	"$ROOT/scripts/setup.sh"
	use_wasm_toolchain
	cd "$ROOT"
	check "formatting" cargo fmt --all --check
	# The node's tests start what this builds.
	check "build" build_release
	lint "clippy" --workspace
	# Not instead of the first, which sees the runtime as a node has it.
	lint "clippy with benchmarks and invariants" "${RUNTIME_CRATES[@]}" \
		--features try-runtime,runtime-benchmarks
	run_tests "pallets and runtime" env SKIP_WASM_BUILD=1 cargo test --locked --no-fail-fast \
		"${RUNTIME_CRATES[@]}" --lib --features try-runtime,runtime-benchmarks
	# One network at a time: each is four processes.
	run_tests "client, network and scenarios" cargo test --release --locked --no-fail-fast \
		"${RELEASE_CRATES[@]}" --lib --bins --tests -- --test-threads=1

	printf '%d passed, %d failed\n' "$passed" "$failed"
	[[ $failed -eq 0 ]]
}

main "$@"
