use crate::repository;
use std::ffi::OsStr;
use std::process::Command;

/// Runs the repository's own program for files, which `cargo test` has compiled already.
pub fn archive_program<I, S>(arguments: I)
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    program("archive", arguments);
}

/// Runs the repository's own program for calendars; gives what it says.
pub fn calendar_program<I, S>(arguments: I) -> String
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    program("calendar", arguments)
}

fn program<I, S>(name: &str, arguments: I) -> String
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "-p", "casebook", "--example", name, "--"]).args(arguments);
    let run = cargo.current_dir(repository()).output().expect("cargo runs");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "the program '{name}' complains:\n{said}{complaint}");
    said
}
