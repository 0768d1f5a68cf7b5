#!/usr/bin/env bash
# Builds the project, starts the four departments' validators and plays the published cases on them.
#
#   scripts/run.sh          leaves the network up and prints its endpoints
#   scripts/run.sh --once   stops it at the end
#   scripts/run.sh --dev    a single node instead of four
#   scripts/run.sh --fresh  throws an earlier network's chain away first
#   scripts/run.sh --down   stops a running network
#
# Running it again on a running network does no harm: what was played is not played twice.

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly NETWORK="$CARGO_TARGET_DIR/release/tanpiao-network"

usage() {
	sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
}

main() {
	local once=0 down=0 how=() argument
	for argument in "$@"; do
		case "$argument" in
		--once) once=1 ;;
		--down) down=1 ;;
		--dev | --fresh) how+=("$argument") ;;
		-h | --help)
			usage
			return
			;;
		*)
			usage >&2
			fail "unknown option: $argument"
			;;
		esac
	done

	if [[ $down -eq 1 ]]; then
		[[ -x $NETWORK ]] || fail "nothing was built here, so that nothing can be running"
		"$NETWORK" down
		return
	fi

	"$ROOT/scripts/setup.sh"
	say "building (the first time takes about half an hour on two cores)"
	build_release
	say "starting the validators"
	if [[ $once -eq 1 ]]; then
		trap '"$NETWORK" down' EXIT
	fi
	"$NETWORK" up "${how[@]}"

	say "playing the published cases"
	"$CARGO_TARGET_DIR/release/tanpiao" play "$ROOT/tests/data/play.json"
	[[ $once -eq 1 ]] || "$NETWORK" status
}

main "$@"
