# The steps that `make check` and `make test` share.
format() { cargo fmt --all --check; }

clippy_native() { cargo clippy --quiet --workspace --all-targets -- -D warnings; }

# The other tests are for the native target alone.
clippy_wasm() {
  local tests=()
  if compgen -G 'tests/browser*' >/dev/null; then tests=(--test 'browser*'); fi
  cargo clippy --quiet -p casebook --target wasm32-unknown-unknown --lib --bins "${tests[@]}" -- -D warnings
}

native_tests() { cargo test --workspace --exclude casebook-e2e --no-fail-fast -- "$@"; }
