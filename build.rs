//! Turns `locales/<language>/<area>.toml` into `Texts`: a struct for each area, a field for each text, a
//! method for each text with `{placeholders}`. A text or a placeholder that one language lacks
//! stops the build.

#[path = "build/faces.rs"]
mod faces;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The language whose texts the others must match.
const MODEL: &str = "en";
const LANGUAGES: [(&str, &str); 3] = [("zh-CN", "ZH_CN"), ("zh-TW", "ZH_TW"), ("en", "EN")];

/// The texts of one area, by key.
type Area = BTreeMap<String, String>;
/// The areas of one language, by name.
type Language = BTreeMap<String, Area>;

fn main() {
    // What cuts the wasm (tools/wasm-bindgen) must know what refers to what.
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }

    println!("cargo::rerun-if-changed=locales");
    let languages: BTreeMap<&str, Language> =
        LANGUAGES.iter().map(|(tag, _)| (*tag, read(&Path::new("locales").join(tag)))).collect();
    let model = &languages[MODEL];
    let troubles: Vec<String> =
        languages.iter().flat_map(|(tag, language)| differences(tag, language, model)).collect();
    assert!(troubles.is_empty(), "the languages differ:\n{}", troubles.join("\n"));

    let mut code = String::new();
    structs(&mut code, model);
    for (tag, name) in LANGUAGES {
        constants(&mut code, name, &languages[tag]);
    }
    keep("texts.rs", &code);
    faces::write();
}

fn keep(name: &str, code: &str) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    fs::write(out, code).expect("OUT_DIR can be written");
}

fn read(folder: &Path) -> Language {
    let files = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    files
        .map(|file| file.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "toml"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let area: Area = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            (path.file_stem().expect("a file has a name").to_string_lossy().into_owned(), area)
        })
        .collect()
}

fn differences(tag: &str, language: &Language, model: &Language) -> Vec<String> {
    let keys = |language: &Language| -> BTreeMap<String, Vec<String>> {
        language
            .iter()
            .flat_map(|(area, texts)| {
                texts.iter().map(move |(key, text)| {
                    let mut names = placeholders(text);
                    names.sort();
                    (format!("{area}.{key}"), names)
                })
            })
            .collect()
    };
    let (ours, theirs) = (keys(language), keys(model));
    let lacks = theirs.keys().filter(|key| !ours.contains_key(*key)).map(|key| format!("{tag} lacks {key}"));
    let extra =
        ours.keys().filter(|key| !theirs.contains_key(*key)).map(|key| format!("{MODEL} lacks {key}"));
    let unlike = ours
        .iter()
        .filter(|(key, names)| theirs.get(*key).is_some_and(|model| model != *names))
        .map(|(key, names)| format!("{tag} {key} has the placeholders {names:?}, {MODEL} has others"));
    lacks.chain(extra).chain(unlike).collect()
}

/// The names within braces, each once, in order of appearance.
fn placeholders(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in text.split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default().to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn type_name(area: &str) -> String {
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    area.split('_').map(capital).collect::<String>() + "Texts"
}

fn structs(code: &mut String, model: &Language) {
    let mut write = |line: String| writeln!(code, "{line}").expect("a String can be written");
    write("/// All texts of the program in one language.\n#[derive(Debug)]\npub struct Texts {\n    lang: Lang,\n}\n\nimpl Texts {".to_owned());
    for area in model.keys() {
        let table: Vec<String> =
            LANGUAGES.iter().map(|(_, name)| format!("&{}", constant_name(area, name))).collect();
        write(format!(
            "    /// The texts of `{area}.toml`.\n    #[must_use]\n    pub fn {area}(&self) -> &'static {} {{\n        \
             [{}][self.lang as usize]\n    }}",
            type_name(area),
            table.join(", ")
        ));
    }
    write("}".to_owned());
    for (area, texts) in model {
        let name = type_name(area);
        write(format!("\n/// The texts of `{area}.toml`.\n#[derive(Debug)]\npub struct {name} {{"));
        for (key, text) in texts {
            let public = if placeholders(text).is_empty() { "pub " } else { "" };
            write(format!("    /// {text:?}\n    {public}{key}: &'static str,"));
        }
        write(format!("}}\n\nimpl {name} {{"));
        for (key, text) in texts.iter().filter(|(_, text)| !placeholders(text).is_empty()) {
            let names = placeholders(text);
            let arguments: String =
                names.iter().map(|name| format!(", {name}: &dyn std::fmt::Display")).collect();
            let values: String =
                names.iter().map(|name| format!("(\"{name}\", &{name}.to_string()), ")).collect();
            write(format!(
                "    /// {text:?}\n    #[must_use]\n    pub fn {key}(&self{arguments}) -> String {{\n        \
                 crate::domain::letter::fill(self.{key}, &[{values}])\n    }}"
            ));
        }
        write("}".to_owned());
    }
}

// A constant for each area, and none for them all: what the release is cut into then takes
// along the texts that it shows.
fn constants(code: &mut String, name: &str, language: &Language) {
    let mut write = |line: String| writeln!(code, "{line}").expect("a String can be written");
    for (area, texts) in language {
        write(format!(
            "\nstatic {}: {} = {} {{",
            constant_name(area, name),
            type_name(area),
            type_name(area)
        ));
        for (key, text) in texts {
            write(format!("    {key}: {text:?},"));
        }
        write("};".to_owned());
    }
}

fn constant_name(area: &str, language: &str) -> String {
    format!("{}_{language}", area.to_ascii_uppercase())
}
