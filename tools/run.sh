#!/usr/bin/env bash
# Builds the app and serves it.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh

need node "Install Node.js, then try again."
# A taken port is told now and not after the build.
node tools/serve.mjs --probe
tools/setup.sh build
tools/app.sh
exec node tools/serve.mjs --root dist
