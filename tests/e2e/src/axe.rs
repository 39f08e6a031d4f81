use crate::Screen;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

const VERSION: &str = "4.14.1";
/// What people can rely on: WCAG up to 2.2, levels A and AA.
const RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";

/// The accessibility checker axe-core.
#[derive(Debug)]
pub struct Axe(String);

impl Axe {
    /// The checker, from npm's registry or from the cache.
    #[must_use]
    pub fn fetched() -> Self {
        let folder = cache().join(format!("axe-core-{VERSION}"));
        let script = folder.join("node_modules/axe-core/axe.min.js");
        if !script.is_file() {
            let mut npm = Command::new("npm");
            npm.args(["install", "--silent", "--no-fund", "--no-audit", "--prefix"]).arg(&folder);
            let fetched = npm.arg(format!("axe-core@{VERSION}")).status();
            assert!(fetched.is_ok_and(|status| status.success()), "axe-core could not be fetched from npm");
        }
        Self(std::fs::read_to_string(script).expect("axe-core has its script"))
    }

    /// What it finds wrong with the page, a line each.
    pub async fn violations(&self, screen: &Screen) -> Vec<String> {
        // A page brings it along until it is loaded anew.
        if screen.script("return typeof axe", vec![]).await == "undefined" {
            screen.script(&self.0, vec![]).await;
        }
        let run = format!(
            "const {{ violations }} = await axe.run(document, {{ runOnly: {RULES}, resultTypes: ['violations'] }});
             return violations.flatMap(({{ id, help, nodes }}) =>
                nodes.map(node => `${{id}} (${{help}}): ${{node.target.join(' ')}} ${{node.html.slice(0, 160)}}`));"
        );
        let lines = screen.script_async(&run, vec![]).await;
        lines.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}

/// Where the tools of the repository are kept.
fn cache() -> PathBuf {
    let told = std::env::var_os("CASEBOOK_CACHE").map(PathBuf::from);
    let of = |name: &str| std::env::var_os(name).map(PathBuf::from);
    told.or_else(|| Some(of("XDG_CACHE_HOME").or_else(|| Some(of("HOME")?.join(".cache")))?.join("casebook")))
        .unwrap_or_else(std::env::temp_dir)
}
