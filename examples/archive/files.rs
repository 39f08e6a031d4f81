use casebook::archive::{Archive, MAX_ARCHIVE_BYTES, Refusal, read_bytes};
use std::fmt::Display;
use std::fs;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A file is not right: a line for each problem.
    Problems(String),
    /// What was asked for is not in the file.
    NotFound(String),
    /// Wrong usage, or the machine refused.
    Machine(String),
}

/// Reads a file, which may have problems.
pub(crate) fn read(path: &str) -> Result<Archive, Failure> {
    let machine = |error: std::io::Error| Failure::Machine(format!("{path}: {error}"));
    let bytes = fs::metadata(path).map_err(machine)?.len();
    if bytes > MAX_ARCHIVE_BYTES {
        return Err(refused(path, &Refusal::TooLarge { bytes, max: MAX_ARCHIVE_BYTES }));
    }
    read_bytes(&fs::read(path).map_err(machine)?).map_err(|why| refused(path, &why))
}

/// Reads a file that must have no problem.
pub(crate) fn read_whole(path: &str) -> Result<Archive, Failure> {
    let archive = read(path)?;
    if archive.problems.is_empty() { Ok(archive) } else { Err(problems(path, &archive.problems)) }
}

/// A line for each problem of a file.
fn problems(path: &str, problems: &[impl Display]) -> Failure {
    Failure::Problems(problems.iter().map(|problem| format!("{path}: {problem}\n")).collect())
}

fn refused(path: &str, why: &Refusal) -> Failure {
    problems(path, &[why])
}
