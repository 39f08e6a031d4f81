#!/usr/bin/env bash
# Serves a debug build that is built again, and reloaded, at every change.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh

need node "Install Node.js, then try again."
node tools/serve.mjs --probe
tools/setup.sh build
cargo fetch --quiet
# A folder of its own: dist/ is the release's. Trunk trips over the usual NO_COLOR=1.
mkdir -p target/dev
exec env -u NO_COLOR trunk --skip-version-check serve --address 127.0.0.1 --port "${PORT:-8080}" --dist target/dev
