#!/usr/bin/env bash
# Removes what was built from this clone. The tools and the compiled dependencies stay: they
# take minutes, and other clones use them.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh

need cargo "Install the Rust toolchain with rustup, then try again."
rm -rf dist target
cargo clean --quiet -p casebook -p casebook-e2e
say "removed the builds; the tools and the compiled dependencies stay in the cache"
