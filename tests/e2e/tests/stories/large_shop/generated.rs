use casebook_e2e::{Scratch, repository};
use std::path::PathBuf;
use std::process::Command;

/// A file with a believable shop.
pub(crate) struct Generated(Scratch);

impl Generated {
    pub(crate) fn path(&self) -> PathBuf {
        self.0.file("shop.json")
    }
}

/// Makes a shop of so many cases with the repository's own program.
pub(crate) fn shop(cases: usize) -> Generated {
    let made = Generated(Scratch::new("shop"));
    let cases = cases.to_string();
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--release", "-p", "casebook", "--example", "archive", "--", "generate"]);
    cargo.args(["--cases", &cases, "--seed", "1", "--lang", "zh-CN", "-o"]).arg(made.path());
    let run = cargo.current_dir(repository()).status();
    assert!(run.is_ok_and(|status| status.success()), "the program 'archive' makes no file");
    made
}
