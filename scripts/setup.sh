#!/usr/bin/env bash
# Sets this machine up to build the project: packages, the Rust toolchain, and the target that the
# runtime is compiled for. What is there already is left alone, and then nothing is downloaded.

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

main() {
	install_packages
	install_rust
	install_wasm_target
	use_wasm_toolchain
	say "ready: the runtime is compiled by $(rustc_of_runtime)"
}

# Installs the packages whose commands are missing: the network layer's messages need protoc, and
# the wasm optimiser is C++.
install_packages() {
	local -A package_of=([protoc]=protobuf-compiler [cc]=build-essential [c++]=build-essential
		[make]=build-essential [git]=git [curl]=curl)
	local missing=() command
	# OpenSSL, which the network layer builds, is configured by a full perl.
	perl -MFindBin -MIPC::Cmd -e1 2>/dev/null || missing+=(perl)
	for command in "${!package_of[@]}"; do
		have "$command" || missing+=("${package_of[$command]}")
	done
	if [[ ${#missing[@]} -eq 0 ]]; then
		say "packages: all here"
	else
		apt_install "${missing[@]}"
	fi
}

install_rust() {
	if ! have rustup; then
		say "rust: installing rustup and the stable toolchain from https://rustup.rs"
		curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal ||
			fail "rustup cannot be installed: see https://rustup.rs"
	fi

	local wanted found
	wanted="$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml")"
	found="$(rustc --version | cut -d' ' -f2)"
	if [[ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -n1)" != "$wanted" ]]; then
		fail "rustc is $found and must be $wanted or newer: run rustup update stable"
	fi

	local component
	for component in rustfmt clippy; do
		if ! "cargo-${component/rustfmt/fmt}" --version >/dev/null 2>&1; then
			say "rust: adding $component"
			rustup component add "$component" || fail "$component cannot be installed"
		fi
	done
	say "rust: $found with rustfmt and clippy"
}

install_wasm_target() {
	if has_wasm_target "$(rustc --print sysroot)"; then
		say "$WASM_TARGET: here, from rustup"
	elif has_wasm_target /usr && debian_target_works; then
		say "$WASM_TARGET: here, for Debian's rustc"
	elif rustup target add "$WASM_TARGET" 2>/dev/null; then
		say "$WASM_TARGET: added by rustup"
	else
		say "$WASM_TARGET: rustup cannot download it, so it is built for Debian's rustc"
		install_debian_target
	fi
}

rustc_of_runtime() {
	if [[ -n ${WASM_BUILD_TOOLCHAIN:-} ]]; then
		rustup run "$WASM_BUILD_TOOLCHAIN" rustc --version
	else
		rustc --version
	fi
}

# A crate that needs everything the target has to offer: core, alloc and a linker.
write_probe() {
	mkdir -p "$1/src"
	cat >"$1/Cargo.toml" <<-'TOML'
		[package]
		name = "probe"
		version = "0.0.0"
		edition = "2021"

		[lib]
		crate-type = ["cdylib"]

		[workspace]
	TOML
	cat >"$1/src/lib.rs" <<-'RUST'
		#![no_std]
		extern crate alloc;

		use core::alloc::{GlobalAlloc, Layout};

		struct Nothing;

		unsafe impl GlobalAlloc for Nothing {
			unsafe fn alloc(&self, _: Layout) -> *mut u8 {
				core::ptr::null_mut()
			}
			unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
		}

		#[global_allocator]
		static ALLOCATOR: Nothing = Nothing;

		#[panic_handler]
		fn panic(_: &core::panic::PanicInfo) -> ! {
			loop {}
		}

		#[no_mangle]
		pub extern "C" fn probe(length: usize) -> usize {
			alloc::vec::Vec::<u8>::with_capacity(length).capacity()
		}
	RUST
}

# Whether the installed library is of the installed compiler and has the bitcode that linking the
# runtime needs: an upgrade of rustc makes the library useless.
debian_target_works() {
	local probe works=1
	probe="$(mktemp -d)"
	write_probe "$probe"
	rustup run debian rustc --edition 2021 --target "$WASM_TARGET" --crate-type cdylib \
		-C lto=fat -C opt-level=1 -o "$probe/probe.wasm" "$probe/src/lib.rs" \
		>/dev/null 2>&1 || works=0
	rm -rf "$probe"
	[[ $works -eq 1 ]]
}

# Debian packages a compiler and the source of its library, and no library for this target.
install_debian_target() {
	local host probe library
	[[ -r /etc/debian_version ]] ||
		fail "rustup cannot download $WASM_TARGET, and the other way needs Debian's packages"
	if ! have wasm-ld || ! dpkg -s rustc-web cargo-web rust-web-src >/dev/null 2>&1; then
		apt_install rustc-web cargo-web rust-web-src lld
	fi
	rustup toolchain link debian /usr

	probe="$(mktemp -d)"
	write_probe "$probe"
	say "$WASM_TARGET: compiling core and alloc with $(rustup run debian rustc --version)"
	(
		cd "$probe"
		# The runtime is linked with LTO, which reads bitcode.
		RUSTFLAGS="-C embed-bitcode=yes" RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$probe/target" \
			CARGO_TARGET_WASM32V1_NONE_LINKER=wasm-ld \
			rustup run debian cargo build --release -Zbuild-std=core,alloc --target "$WASM_TARGET"
	) || fail "core and alloc cannot be compiled for $WASM_TARGET"

	library="/usr/lib/rustlib/$WASM_TARGET/lib"
	say "$WASM_TARGET: installing it to $library"
	as_root mkdir -p "$library"
	as_root find "$library" -name '*.rlib' -delete
	as_root cp "$probe/target/$WASM_TARGET"/release/deps/lib{core,alloc,compiler_builtins}-*.rlib \
		"$library/"
	rm -rf "$probe"

	host="$(rustup run debian rustc -vV | sed -n 's/^host: //p')"
	as_root mkdir -p "/usr/lib/rustlib/$host/bin"
	as_root ln -sfn /usr/bin/lld "/usr/lib/rustlib/$host/bin/rust-lld"

	# What was compiled against another library cannot be linked with this one.
	rm -rf "$CARGO_TARGET_DIR"/*/wbuild
	debian_target_works || fail "the library for $WASM_TARGET is installed and does not work"
}

main "$@"
