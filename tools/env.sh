# What every script here begins with: the pinned versions, the place of the tools and of the
# compiler's output, and how a script speaks. The place is outside the clone, so that a second
# clone or a CI run does not compile them again.
. "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
export CASEBOOK_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/casebook"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$CASEBOOK_CACHE/target}"
mkdir -p "$CASEBOOK_CACHE"
PATH="$CASEBOOK_CACHE/cargo-fuzz-$CARGO_FUZZ_VERSION/bin:$CASEBOOK_CACHE/trunk-$TRUNK_VERSION/bin:$CASEBOOK_CACHE/wasm-bindgen-cli-$WASM_BINDGEN_VERSION/bin:$CASEBOOK_CACHE/wasm_split_cli_support-$WASM_SPLIT_VERSION/bin:$CASEBOOK_CACHE/geckodriver-$GECKODRIVER_VERSION/bin:$CASEBOOK_CACHE/binaryen-$BINARYEN_VERSION/node_modules/.bin:$PATH"
export PATH

say() { printf 'casebook: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# need COMMAND ADVICE: stops with the advice where the command is missing.
need() { command -v "$1" >/dev/null 2>&1 || die "'$1' is missing. $2"; }

# alone NAME: waits until no other script holds NAME; clones share the cache.
alone() {
  command -v flock >/dev/null 2>&1 || return 0
  exec 9>"$CASEBOOK_CACHE/$1.lock"
  flock -n 9 || { say "waiting for another run to finish ($1)"; flock 9; }
}
