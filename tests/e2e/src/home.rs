use crate::driver::Listener;
use crate::repository;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the app is opened from.
#[derive(Debug)]
pub struct Home {
    root: String,
    _server: Option<Listener>,
}

impl Home {
    /// The site, served on this machine.
    #[must_use]
    pub fn site() -> Self {
        Self::served(&dist())
    }

    /// A folder, served on this machine.
    #[must_use]
    pub fn served(folder: &Path) -> Self {
        let mut command = Command::new("node");
        command.arg(repository().join("tools/serve.mjs")).arg("--root").arg(folder).env("PORT", "0");
        let server = Listener::start(&mut command, "http://127.0.0.1:");
        Self { root: format!("http://127.0.0.1:{}/", server.port()), _server: Some(server) }
    }

    /// A file of this machine, opened as if somebody had double-clicked it.
    #[must_use]
    pub fn file(path: &Path) -> Self {
        Self { root: format!("file://{}", path.display()), _server: None }
    }

    /// The one file, opened as if somebody had double-clicked it.
    #[must_use]
    pub fn one_file() -> Self {
        let file = dist().join("casebook.html");
        assert!(file.is_file(), "there is no {}; 'make app' builds it", file.display());
        Self::file(&file)
    }

    /// The address of a page, such as `#/cases`.
    #[must_use]
    pub fn address(&self, hash: &str) -> String {
        [&self.root, hash].concat()
    }
}

/// The folder of the build.
#[must_use]
pub fn dist() -> PathBuf {
    let told = std::env::var_os("CASEBOOK_DIST").map(PathBuf::from);
    let folder = told.unwrap_or_else(|| repository().join("dist"));
    assert!(
        folder.join("index.html").is_file(),
        "there is no build in {}; 'make app' makes it",
        folder.display()
    );
    folder
}
