#!/usr/bin/env bash
# Writes node/client/metadata.scale, from which the client is generated, as the built node has it. Run
# it whenever a call, event, error, type or runtime API of the runtime has changed.

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly METADATA="$ROOT/node/client/metadata.scale"
readonly RPC_PORT=29944

main() {
	local base answer
	use_wasm_toolchain
	claim_target
	# The client may not compile with the metadata of before, and is not needed for this.
	(cd "$ROOT" && cargo build --release --locked "${RELEASE_CRATES[@]}" \
		--bin tanpiao-node --bin tanpiao-network)
	base="$(mktemp -d)"
	local network=("$CARGO_TARGET_DIR/release/tanpiao-network" --base-path "$base")
	# shellcheck disable=SC2064 # as they are now
	trap "'${network[0]}' --base-path '$base' down; rm -rf '$base'" EXIT
	"${network[@]}" up --dev --rpc-port "$RPC_PORT"
	answer="$(curl -sSf -H 'content-type: application/json' \
		-d '{"id":1,"jsonrpc":"2.0","method":"state_call","params":["Metadata_metadata_at_version","0x10000000"]}' \
		"http://127.0.0.1:$RPC_PORT" | sed -n 's/.*"result":"0x\([0-9a-f]*\)".*/\1/p')"
	[[ $answer == 01* ]] || fail "the node has no metadata of version 16"
	# An option, then the length of what follows in four bytes.
	perl -ne 'chomp; print pack "H*", substr($_, 10)' <<<"$answer" >"$METADATA"
	say "$(wc -c <"$METADATA") bytes in $METADATA"
}

main "$@"
