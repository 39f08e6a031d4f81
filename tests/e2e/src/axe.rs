use crate::Screen;
use crate::npm::package;
use serde_json::Value;

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
        let script = package("axe-core", VERSION).join("axe.min.js");
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
