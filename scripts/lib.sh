# shellcheck shell=bash
# What all scripts share. It is sourced, after which the project's root is in $ROOT.

set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck disable=SC2034 # read by those who source this
readonly ROOT
readonly WASM_TARGET=wasm32v1-none

# Compiled things lie outside the source tree, so that a fresh clone finds them again.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$HOME/.cache/tanpiao/target}"

# Where rustup puts itself, whether or not this shell was started after that.
readonly CARGO_BIN="${CARGO_HOME:-$HOME/.cargo}/bin"
[[ :$PATH: == *:$CARGO_BIN:* ]] || export PATH="$CARGO_BIN:$PATH"

say() {
	printf '==> %s\n' "$*"
}

fail() {
	printf 'error: %s\n' "$*" >&2
	exit 1
}

have() {
	command -v "$1" >/dev/null 2>&1
}

# Runs a command as root.
as_root() {
	if [[ $EUID -eq 0 ]]; then
		"$@"
	elif have sudo; then
		sudo "$@"
	else
		fail "this needs root, and there is no sudo: run it as root: $*"
	fi
}

apt_install() {
	local packages
	packages="$(printf '%s\n' "$@" | sort -u | tr '\n' ' ')"
	have apt-get || fail "please install these yourself, there is no apt-get here: $packages"
	say "packages: installing $packages"
	local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-remove)
	# The list of packages may be missing or old on a new machine.
	# shellcheck disable=SC2086
	as_root "${install[@]}" $packages ||
		{
			as_root apt-get update -q
			as_root "${install[@]}" $packages
		} || fail "apt-get cannot install $packages"
}

# The version of Rust that Cargo.toml names: the oldest that will do, and the one whose lints are heeded.
rust_wanted() {
	sed -n 's/^rust-version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml"
}

# The version of Rust that is here; empty: none.
rust_found() {
	rustc --version 2>/dev/null | cut -d' ' -f2 || true
}

# Whether the compiler is the system's own and not one of rustup's.
rust_is_the_systems() {
	[[ "$(rustc --print sysroot)" == /usr ]]
}

# Whether the toolchain with this system root can compile for the runtime's target.
has_wasm_target() {
	compgen -G "$1/lib/rustlib/$WASM_TARGET/lib/libcore-*.rlib" >/dev/null
}

# Chooses the compiler of the runtime: the ordinary one where it has the target, else Debian's, as
# scripts/setup.sh has installed it.
use_wasm_toolchain() {
	[[ -n "$(rust_found)" ]] || fail "there is no Rust here: run scripts/setup.sh first"
	if has_wasm_target "$(rustc --print sysroot)"; then
		unset WASM_BUILD_TOOLCHAIN
	elif has_wasm_target /usr && rustup run debian rustc --version >/dev/null 2>&1; then
		export WASM_BUILD_TOOLCHAIN=debian
	else
		fail "no compiler here can build the runtime: run scripts/setup.sh first"
	fi
}

# The crates that run or start a node are built in release, and always together: a part of them
# would get another set of features, and compile most of the SDK once more.
# shellcheck disable=SC2034 # read by those who source this
readonly RELEASE_CRATES=(-p tanpiao-node -p tanpiao-client -p tanpiao-network -p tanpiao-scenarios)

# The crates whose own tests run in dev, so that defensive assertions bite.
# shellcheck disable=SC2034 # read by those who source this
readonly RUNTIME_CRATES=(-p tanpiao-support -p pallet-schemes -p pallet-parties
	-p pallet-carbon-voucher -p tanpiao-runtime)

# Makes what is compiled this checkout's. Cargo tells crates of two checkouts apart by nothing, and takes
# what was compiled later for current, whichever it was compiled from.
claim_target() {
	local mark="$CARGO_TARGET_DIR/tanpiao-checkout"
	[[ "$(cat "$mark" 2>/dev/null || true)" == "$ROOT" ]] && return
	mkdir -p "$CARGO_TARGET_DIR"
	(cd "$ROOT" && find node pallets runtime tests -name '*.rs' -exec touch {} +)
	printf '%s' "$ROOT" >"$mark"
}

# Builds the node, the command line and the network.
build_release() {
	use_wasm_toolchain
	claim_target
	(cd "$ROOT" && cargo build --release --locked "${RELEASE_CRATES[@]}")
}
