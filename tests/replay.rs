//! What the fuzzer found, and what it begins with: every reader takes or refuses it, on any
//! compiler. `make fuzz` looks for more.

#[path = "../fuzz/src/checks.rs"]
mod checks;

#[test]
fn what_the_fuzzer_found_is_read_or_refused() {
    let mut replayed = 0;
    for (name, check) in checks::ALL {
        let folder = format!("{}/fuzz/corpus/{name}", env!("CARGO_MANIFEST_DIR"));
        let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
        let mut found = 0;
        for file in files.flatten() {
            let bytes = std::fs::read(file.path()).expect("it can be read");
            println!("{name}: {:?}, {} bytes", file.file_name(), bytes.len());
            check(&bytes);
            found += 1;
        }
        assert!(found > 0, "{folder} is empty");
        replayed += found;
    }
    println!("FIGURE files of the fuzzer replayed: {replayed}");
}
