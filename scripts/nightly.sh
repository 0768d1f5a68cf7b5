#!/usr/bin/env bash
# Compares the voucher ledger with its plain model over millions of random steps, each night others.
# It prints the seed of what fails, with which it is repeated.
#
#   scripts/nightly.sh                                2,000,000 steps from today's seed on
#   TANPIAO_MODEL_STEPS=50000000 scripts/nightly.sh   more
#   TANPIAO_MODEL_SEED=7 scripts/nightly.sh           from this seed on

# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

export TANPIAO_MODEL_STEPS="${TANPIAO_MODEL_STEPS:-2000000}"
# A day's sequences do not reach into the next day's.
export TANPIAO_MODEL_SEED="${TANPIAO_MODEL_SEED:-$(date -u +%Y%m%d)000000}"

say "$TANPIAO_MODEL_STEPS steps from seed $TANPIAO_MODEL_SEED on"
cd "$ROOT"
claim_target
# Of the same crates and features as in scripts/test.sh, so that nothing is compiled twice.
SKIP_WASM_BUILD=1 cargo test --locked "${RUNTIME_CRATES[@]}" --lib \
	--features try-runtime,runtime-benchmarks -- the_pallet_agrees_with_the_plain_model --nocapture
