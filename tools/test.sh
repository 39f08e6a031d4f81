#!/usr/bin/env bash
# Runs every check and every test, also after one that failed, and ends with their sum.
set -uo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
. tools/steps.sh

# The tests that need a tool of `tools/setup.sh test` fail without it here, and pass unheard elsewhere.
export CASEBOOK_TOOLS=1
passed=0
failed=0
failures=()
log=$(mktemp)
figures=$(mktemp)
trap 'rm -f "$log" "$figures"' EXIT

# check NAME COMMAND…: one check, passed when the command succeeds.
check() {
  printf '\n== %s\n' "$1"
  if "${@:2}"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    failures+=("$1")
    echo "FAILED: $1"
  fi
}

# tests NAME COMMAND…: a test runner, which counts for itself. One that ran no test, or fails
# without counting a failure (it did not compile, it crashed), counts as one failure.
tests() {
  printf '\n== %s\n' "$1"
  "${@:2}" 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]} good bad
  read -r good bad < <(awk '/^test result: / { good += $4; bad += $6 } END { print good + 0, bad + 0 }' "$log")
  if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$good" -eq 0 ]; }; then
    bad=1
    echo "FAILED: $1 (no result)"
  fi
  if [ "$bad" -ne 0 ]; then failures+=("$1: $bad"); fi
  passed=$((passed + good))
  failed=$((failed + bad))
  # What a test measured (docs/reliability.md) is told again at the end.
  grep -ao 'FIGURE .*' "$log" | sed 's/^FIGURE /  /' >>"$figures"
}

# browser_tests DRIVER=PATH TESTS: in the browser of that driver.
browser_tests() {
  env CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="node $PWD/tools/test-runner.mjs" WASM_BINDGEN_TEST_TIMEOUT=300 "$1" \
    cargo test -p casebook --target wasm32-unknown-unknown --test "$2" --no-fail-fast -- --nocapture
}

chromium_tests() { browser_tests "CHROMEDRIVER=$(command -v chromedriver)" 'browser*'; }

# What browsers do each in their own way is the storage.
firefox_tests() { browser_tests "GECKODRIVER=$(command -v geckodriver)" 'browser_store*'; }

# One after the other: they share the drivers' ports and the machine's patience.
e2e_tests() {
  CASEBOOK_DIST="$PWD/dist" cargo test -p casebook-e2e --no-fail-fast -- --test-threads=1 --nocapture
}

app_within_size() { tools/app.sh && node tools/size.mjs --strict dist >/dev/null; }

PYTHON="$CASEBOOK_CACHE/python-$CHINESECALENDAR_VERSION-$HOLIDAYS_VERSION-$ICALENDAR_VERSION/bin/python"

# The official days against those of two packages of PyPI, day by day.
schedules() {
  cargo build --quiet -p casebook --example calendar &&
    "$PYTHON" tests/calendar/verify_schedules.py "$CARGO_TARGET_DIR/debug/examples/calendar"
}

# A real log of repairs through the native program, counted again without it.
real_log() {
  cargo build --quiet -p casebook --example archive &&
    "$PYTHON" tests/tables/verify_log.py "$CARGO_TARGET_DIR/debug/examples/archive" \
      "$CASEBOOK_CACHE/declare4py-$DECLARE4PY_VERSION"
}

# Visits and follow-ups as another program reads them.
calendar_out() {
  cargo build --quiet -p casebook --example archive &&
    "$PYTHON" tests/tables/verify_calendar.py "$CARGO_TARGET_DIR/debug/examples/archive"
}

check 'format' format
check 'clippy, native' clippy_native
check 'clippy, wasm' clippy_wasm
tests 'native tests' native_tests --show-output
check 'official holidays, day by day' schedules
check 'a real log of repairs' real_log
check 'visits and follow-ups as a calendar' calendar_out
tests 'browser tests (headless Chromium)' chromium_tests
tests 'the store in headless Firefox' firefox_tests
check 'the app, and the size of its first load' app_within_size
if [ -f dist/casebook.html ]; then
  tests 'end-to-end tests' e2e_tests
else
  failed=$((failed + 1))
  failures+=('end-to-end tests: there is no app to try')
fi

if [ -s "$figures" ]; then
  printf '\n== figures\n'
  cat "$figures"
fi
if [ "$failed" -ne 0 ]; then
  printf '\n== what failed\n'
  printf '  %s\n' "${failures[@]}"
fi
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
