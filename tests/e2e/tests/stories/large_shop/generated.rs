use casebook_e2e::{Scratch, archive_program};
use std::path::PathBuf;

/// A file with a believable shop.
pub(crate) struct Generated(Scratch);

impl Generated {
    pub(crate) fn path(&self) -> PathBuf {
        self.0.file("shop.json")
    }
}

/// Makes a shop of so many cases.
pub(crate) fn shop(cases: usize) -> Generated {
    let made = Generated(Scratch::new("shop"));
    let (cases, path) = (cases.to_string(), made.path());
    let path = path.to_string_lossy();
    archive_program(["generate", "--cases", &cases, "--seed", "1", "--lang", "zh-CN", "-o", &path]);
    made
}
