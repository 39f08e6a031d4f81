//! Sealed files against the `age` tool: each opens what the other sealed. Debian's package `age`; where
//! it is missing the tests say so and pass, unless `CASEBOOK_TOOLS` asks for them.
#![cfg(not(target_arch = "wasm32"))]

use casebook::archive::sealed::{
    Identity, Passphrase, is_sealed, key_file, open_by, open_identity, open_with, seal_for, seal_with,
};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const WORDS: &str = "three hammers 睡 $x";
const PLAIN: &[u8] = b"{\"format\":\"casebook\",\"version\":1}\n";

/// A folder for one test, and the tool; nothing where there is no tool.
fn folder(name: &str) -> Option<PathBuf> {
    let there = Command::new("age").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        assert!(std::env::var_os("CASEBOOK_TOOLS").is_none(), "the age tool is missing (Debian: age)");
        eprintln!("not tried: the age tool is not here");
        return None;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sealed").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    Some(folder)
}

/// Runs the tool where it finds a terminal, which it asks for the passphrase, and types `typed` there.
fn age(folder: &Path, arguments: &str, typed: &str) -> bool {
    let mut child = Command::new("script")
        .args(["--quiet", "--return", "--command", &format!("age {arguments}"), "/dev/null"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("script");
    let mut terminal = child.stdin.take().expect("a terminal");
    // It throws away what was typed before it asked.
    for line in typed.lines() {
        std::thread::sleep(std::time::Duration::from_millis(700));
        let _ = writeln!(terminal, "{line}");
    }
    child.wait().expect("ended").success()
}

fn words() -> Passphrase {
    Passphrase::new(WORDS.to_owned())
}

#[test]
fn the_tool_opens_what_was_sealed_here() {
    let Some(folder) = folder("opens") else { return };
    fs::write(folder.join("file.json.age"), seal_with(&words(), PLAIN).expect("sealed")).expect("written");
    assert!(!age(&folder, "--decrypt --output file.json file.json.age", "another"), "a wrong passphrase");
    assert!(age(&folder, "--decrypt --output file.json file.json.age", WORDS));
    assert_eq!(fs::read(folder.join("file.json")).expect("opened"), PLAIN);
}

#[test]
fn what_the_tool_sealed_is_opened_here() {
    let Some(folder) = folder("sealed") else { return };
    fs::write(folder.join("file.json"), PLAIN).expect("written");
    let twice = format!("{WORDS}\n{WORDS}");
    for (options, name) in [("", "plain.age"), ("--armor", "armored.age")] {
        assert!(age(&folder, &format!("--passphrase {options} --output {name} file.json"), &twice));
        let sealed = fs::read(folder.join(name)).expect("sealed");
        assert!(is_sealed(&sealed));
        assert_eq!(open_with(&words(), &sealed), Ok(PLAIN.to_vec()), "{name}");
    }
}

#[test]
fn the_tool_opens_with_the_key_of_a_folder() {
    let Some(folder) = folder("key") else { return };
    let identity = Identity::generate();
    let key = key_file(&identity, &words()).expect("a key");
    fs::write(folder.join("key.age"), &key).expect("written");
    fs::write(folder.join("file.age"), seal_for(&identity, PLAIN).expect("sealed")).expect("written");
    assert!(age(&folder, "--decrypt --identity key.age --output file.json file.age", WORDS));
    assert_eq!(fs::read(folder.join("file.json")).expect("opened"), PLAIN);

    // And the other way round: what the tool sealed for the folder.
    assert!(age(&folder, &format!("--recipient {} --output back.age file.json", identity.recipient()), ""));
    let identity = open_identity(key.as_bytes(), &words()).expect("opened");
    assert_eq!(open_by(&identity, &fs::read(folder.join("back.age")).expect("sealed")), Ok(PLAIN.to_vec()));
}
