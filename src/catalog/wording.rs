//! Tests of the words themselves: each language is written in its own script and its own terms.

use crate::domain::lang::Lang;
use std::path::{Path, PathBuf};

/// Common characters that only Simplified Chinese has, and such that only Traditional Chinese has.
const SIMPLIFIED: &str = include_str!("../../tests/fixtures/simplified_only.txt");
const TRADITIONAL: &str = include_str!("../../tests/fixtures/traditional_only.txt");

/// What Taiwan says otherwise.
const MAINLAND_WORDS: [&str; 25] = [
    "客户", "预约", "短信", "網絡", "軟件", "硬件", "質量", "信息", "視頻", "打印", "數據", "渠道", "上門",
    "反饋", "優化", "屏幕", "默認", "登錄", "鼠標", "合同", "保修", "返修", "公示", "簽字", "家政",
];

/// What mainland China says otherwise.
const TAIWAN_WORDS: [&str; 13] =
    ["简讯", "网路", "软体", "硬体", "资讯", "视讯", "列印", "到府", "客诉", "回馈", "保固", "专案", "滑鼠"];

/// What this file says that does not belong into the language.
fn foreign(lang: Lang, text: &str) -> Vec<String> {
    let characters = |of: &str| -> Vec<String> {
        text.chars().filter(|c| !c.is_whitespace() && of.contains(*c)).map(String::from).collect()
    };
    let words = |of: &[&str]| -> Vec<String> {
        of.iter().filter(|word| text.contains(**word)).map(ToString::to_string).collect()
    };
    match lang {
        Lang::ZhCn => [characters(TRADITIONAL), characters("「」『』"), words(&TAIWAN_WORDS)].concat(),
        Lang::ZhTw => [characters(SIMPLIFIED), characters("“”‘’"), words(&MAINLAND_WORDS)].concat(),
        Lang::En => text.chars().filter(|c| is_cjk(*c)).map(String::from).collect(),
    }
}

/// Characters, kana and the punctuation that goes with them.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..)
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn each_language_keeps_to_its_script_and_terms() {
    for lang in Lang::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalog/data").join(lang.tag());
        let files = files(&folder);
        assert!(files.len() > 16, "{lang:?} has {} files", files.len());
        for file in files {
            let text = std::fs::read_to_string(&file).expect("a text");
            assert_eq!(foreign(lang, &text), Vec::<String>::new(), "{}", file.display());
        }
    }
}

#[test]
fn what_is_foreign_is_found() {
    for (lang, text, found) in [
        (Lang::ZhCn, "给客户发短信，核对质量", vec![]),
        (Lang::ZhCn, "給客户发简讯", vec!["給", "简讯"]),
        (Lang::ZhCn, "说「好」", vec!["「", "」"]),
        (Lang::ZhTw, "傳簡訊給客戶，核對品質", vec![]),
        (Lang::ZhTw, "傳短信給客户", vec!["户", "短信", "客户"]),
        (Lang::ZhTw, "說“好”", vec!["“", "”"]),
        (Lang::En, "“Fix it” – soon", vec![]),
        (Lang::En, "Fix 它。", vec!["它", "。"]),
    ] {
        let mut expected: Vec<String> = found.into_iter().map(String::from).collect();
        let mut foreign = foreign(lang, text);
        expected.sort();
        foreign.sort();
        assert_eq!(foreign, expected, "{lang:?} {text}");
    }
}
