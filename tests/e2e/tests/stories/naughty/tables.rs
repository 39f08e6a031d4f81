//! What spreadsheets are given.

use super::seen::is_only_text;
use casebook_e2e::{Home, Profile, Screen, any_heading, button};

/// What a spreadsheet may take for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The table of the promises behind a figure, with the numbers of all cases.
pub(crate) async fn are_defused(screen: &Screen, home: &Home, profile: &Profile, strings: &[String]) {
    screen.open(home, "#/promises/all;show=made").await;
    screen.find(&any_heading().first()).await;
    is_only_text(screen, "promises").await;

    screen.press(&button(screen.words.say("promise_report.csv"))).await;
    let file = std::fs::read_to_string(profile.take_download("promises").await).expect("the file is text");
    let cells = cells(file.strip_prefix('\u{feff}').expect("spreadsheets know it by its mark"));
    for cell in &cells {
        assert!(!cell.starts_with(FORMULA), "a spreadsheet would compute {cell:?}");
    }
    for text in strings.iter().map(|text| super::written::cut(text, super::written::LINE)) {
        let defused = if text.starts_with(FORMULA) { format!("'{text}") } else { text };
        assert!(cells.contains(&defused), "the table lacks {defused:?}");
    }
}

/// The cells of a table of comma-separated values.
fn cells(table: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = table.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            c => cell.push(c),
        }
    }
    cells
}
