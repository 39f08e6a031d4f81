#!/usr/bin/env bash
# The long runs: a million merges at random, then every reader of files with bytes that the fuzzer
# makes up. SEED=… and MERGES=… say where to begin and how far to go, MINUTES=… how long each reader.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh

say "merging ${MERGES:-1000000} files of random shops"
cargo run --quiet --release --manifest-path fuzz/Cargo.toml --target-dir "$CARGO_TARGET_DIR/fuzz" --bin merging \
  -- "${SEED:-$(date +%s)}" "${MERGES:-1000000}"

# What it finds beyond the corpus stays in the cache; what fails is in fuzz/artifacts, and belongs
# into the corpus once it is mended.
for target in fuzz/targets/*.rs; do
  name=$(basename "$target" .rs)
  found="$CASEBOOK_CACHE/fuzz/$name"
  mkdir -p "$found"
  say "the reader '$name' for ${MINUTES:-2} min"
  cargo +nightly fuzz run --sanitizer none --features targets --target-dir "$CARGO_TARGET_DIR/fuzz-nightly" \
    "$name" "$found" "fuzz/corpus/$name" -- -max_total_time=$((${MINUTES:-2} * 60)) -max_len=65536 -timeout=20 \
    -print_final_stats=1 2>&1 | tee "$found.log" | grep -E 'stat::number_of_executed_units|stat::average_exec|ERROR|panicked|DONE' ||
    die "it failed: see $found.log"
  grep -q 'DONE' "$found.log" || die "it failed: see $found.log and fuzz/artifacts/$name"
done
say 'nothing was found'
