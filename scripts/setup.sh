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

# Rust is what is here and new enough, else rustup's, else Debian's: its security archive has a new one
# for the sake of browsers, under names of its own.
install_rust() {
	if ! rust_is_new_enough && have rustup; then
		fail "Rust is $(found_or_none) and must be $(rust_wanted) or newer: run rustup update stable"
	fi
	rust_is_new_enough || install_rustup || install_debian_rust
	rust_is_new_enough || fail "Rust is $(found_or_none) and must be $(rust_wanted) or newer:" \
		"neither https://rustup.rs nor this system's packages have one, so install it yourself"
	install_component rustfmt fmt rustfmt-web
	install_component clippy clippy rust-web-clippy
	say "rust: $(rust_found) with rustfmt and clippy"
}

rust_is_new_enough() {
	local wanted found
	wanted="$(rust_wanted)"
	found="$(rust_found)"
	[[ -n $found && "$(printf '%s\n' "$wanted" "$found" | sort -V | head -n1)" == "$wanted" ]]
}

found_or_none() {
	local found
	found="$(rust_found)"
	printf '%s' "${found:-missing}"
}

install_rustup() {
	say "rust: installing rustup and the stable toolchain from https://rustup.rs"
	curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal ||
		return 1
	# The shell remembers where an older rustc was.
	hash -r
}

install_debian_rust() {
	[[ -r /etc/debian_version ]] || return 0
	say "rust: rustup cannot be installed, so Debian's packages are"
	(apt_install rustc-web cargo-web rust-web-src rustfmt-web rust-web-clippy lld) || return 0
	hash -r
}

# A part of the toolchain: its name to rustup, its cargo command, its package in Debian.
install_component() {
	"cargo-$2" --version >/dev/null 2>&1 && return
	say "rust: adding $1"
	if rust_is_the_systems; then
		apt_install "$3"
	else
		rustup component add "$1" || fail "rustup cannot download $1: $1 is needed for scripts/test.sh"
	fi
	"cargo-$2" --version >/dev/null || fail "$1 is installed and does not work"
}

install_wasm_target() {
	if ! rust_is_the_systems && has_wasm_target "$(rustc --print sysroot)"; then
		say "$WASM_TARGET: here, from rustup"
		return
	fi
	if has_wasm_target /usr && debian_target_works; then
		say "$WASM_TARGET: here, for the system's rustc"
	elif ! rust_is_the_systems && rustup target add "$WASM_TARGET" 2>/dev/null; then
		say "$WASM_TARGET: added by rustup"
		return
	else
		say "$WASM_TARGET: it cannot be downloaded, so it is built for Debian's rustc"
		install_debian_target
	fi
	# The runtime is compiled by the system's rustc, and everything else by rustup's.
	if ! rust_is_the_systems && ! rustup run debian rustc --version >/dev/null 2>&1; then
		rustup toolchain link debian /usr
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
	/usr/bin/rustc --edition 2021 --target "$WASM_TARGET" --crate-type cdylib \
		-C lto=fat -C opt-level=1 -o "$probe/probe.wasm" "$probe/src/lib.rs" \
		>/dev/null 2>&1 || works=0
	rm -rf "$probe"
	[[ $works -eq 1 ]]
}

# Debian packages a compiler and the source of its library, and no library for this target.
install_debian_target() {
	local host probe library
	[[ -r /etc/debian_version ]] ||
		fail "there is no $WASM_TARGET for this rustc, and building it needs Debian's packages:" \
			"install that target as your system does, or Rust from https://rustup.rs"
	if ! have wasm-ld || ! dpkg -s rustc-web cargo-web rust-web-src >/dev/null 2>&1; then
		apt_install rustc-web cargo-web rust-web-src lld
	fi

	probe="$(mktemp -d)"
	write_probe "$probe"
	say "$WASM_TARGET: compiling core and alloc with $(/usr/bin/rustc --version)"
	(
		cd "$probe"
		# The runtime is linked with LTO, which reads bitcode.
		RUSTFLAGS="-C embed-bitcode=yes" RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$probe/target" \
			CARGO_TARGET_WASM32V1_NONE_LINKER=wasm-ld RUSTC=/usr/bin/rustc \
			/usr/bin/cargo build --release -Zbuild-std=core,alloc --target "$WASM_TARGET"
	) || fail "core and alloc cannot be compiled for $WASM_TARGET"

	library="/usr/lib/rustlib/$WASM_TARGET/lib"
	say "$WASM_TARGET: installing it to $library"
	as_root mkdir -p "$library"
	as_root find "$library" -name '*.rlib' -delete
	as_root cp "$probe/target/$WASM_TARGET"/release/deps/lib{core,alloc,compiler_builtins}-*.rlib \
		"$library/"
	rm -rf "$probe"

	host="$(/usr/bin/rustc -vV | sed -n 's/^host: //p')"
	as_root mkdir -p "/usr/lib/rustlib/$host/bin"
	as_root ln -sfn /usr/bin/lld "/usr/lib/rustlib/$host/bin/rust-lld"

	# What was compiled against another library cannot be linked with this one.
	rm -rf "$CARGO_TARGET_DIR"/*/wbuild
	debian_target_works || fail "the library for $WASM_TARGET is installed and does not work"
}

main "$@"
