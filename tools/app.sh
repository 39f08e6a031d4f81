#!/usr/bin/env bash
# Makes dist/ and dist/casebook.html, when something they are made of is newer, and says
# how much the first load fetches.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh

# Two clones share the compiler's output.
alone app

PARTS="$PWD/target/parts"

newer_than_dist() {
  find . -mindepth 1 \( -name .git -o -name target -o -name node_modules -o -path ./dist -o -path ./tests \
    -o -path ./docs -o -path ./.ci -o -name '*.md' \) -prune -o -newer dist/casebook.html -print -quit
}

build() {
  local begun locked
  # Trunk builds without the network; what is here already need not be asked for.
  cargo fetch --quiet --locked --offline 2>/dev/null || cargo fetch --quiet --locked
  locked=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
  [ "$locked" = "$WASM_BINDGEN_VERSION" ] ||
    die "Cargo.lock has wasm-bindgen $locked, tools/versions.sh $WASM_BINDGEN_VERSION. Make them equal."
  begun=$(mktemp)
  say "building the release; the first time takes some minutes"
  # Trunk trips over the usual NO_COLOR=1.
  env -u NO_COLOR PATH="$PWD/tools/split:$PATH" CASEBOOK_PARTS="$PARTS" \
    trunk --skip-version-check build --release --features split && node tools/pack.mjs dist "$PARTS" || {
    # Nobody must take the last build for this one.
    rm -rf dist "$begun"
    die "the app could not be built; the reason is above."
  }
  # Dated by the beginning: what was saved during the build is newer.
  touch -r "$begun" dist/casebook.html
  rm -f "$begun"
}

if [ -f dist/casebook.html ] && [ -z "$(newer_than_dist)" ]; then
  say "dist/ is up to date"
else
  build
fi
node tools/size.mjs dist
