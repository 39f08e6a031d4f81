#!/usr/bin/env bash
# The fast checks, stopping at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
. tools/steps.sh

tools/setup.sh check
format
clippy_native
clippy_wasm
native_tests
