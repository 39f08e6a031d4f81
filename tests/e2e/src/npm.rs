use std::path::PathBuf;
use std::process::Command;

/// The folder of a package of npm's, from its registry or from the cache. Nothing of it is run.
pub(crate) fn package(name: &str, version: &str) -> PathBuf {
    let folder = cache().join(format!("{name}-{version}"));
    let package = folder.join("node_modules").join(name);
    if !package.join("package.json").is_file() {
        let mut npm = Command::new("npm");
        npm.args(["install", "--silent", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix"])
            .arg(&folder);
        let fetched = npm.arg(format!("{name}@{version}")).status();
        assert!(fetched.is_ok_and(|status| status.success()), "{name} could not be fetched from npm");
    }
    package
}

/// Where the tools of the repository are kept.
fn cache() -> PathBuf {
    let told = std::env::var_os("CASEBOOK_CACHE").map(PathBuf::from);
    let of = |name: &str| std::env::var_os(name).map(PathBuf::from);
    told.or_else(|| Some(of("XDG_CACHE_HOME").or_else(|| Some(of("HOME")?.join(".cache")))?.join("casebook")))
        .unwrap_or_else(std::env::temp_dir)
}
