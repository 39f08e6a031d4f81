use crate::repository;
use std::ffi::OsStr;
use std::process::Command;

/// Runs the repository's own program for files, which `cargo test` has compiled already.
pub fn archive_program<I, S>(arguments: I)
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "-p", "casebook", "--example", "archive", "--"]).args(arguments);
    let run = cargo.current_dir(repository()).output().expect("cargo runs");
    let said = [run.stdout, run.stderr].concat();
    assert!(run.status.success(), "the program 'archive' complains:\n{}", String::from_utf8_lossy(&said));
}
