//! Tables for spreadsheets: comma-separated values (RFC 4180) in UTF-8, with the mark by which
//! spreadsheets know that.

/// The mark before UTF-8.
const MARK: char = '\u{feff}';
/// What a spreadsheet may take for the beginning of a formula, in half and full width.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Words. What a spreadsheet would compute is set behind an apostrophe.
    Words(String),
    /// A number, as it is.
    Number(u64),
    /// Nothing.
    Empty,
}

impl Cell {
    /// Words.
    #[must_use]
    pub fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    /// A number, or nothing.
    #[must_use]
    pub fn number(number: Option<u64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    fn write(&self, table: &mut String) {
        match self {
            Self::Empty => {}
            Self::Number(number) => table.push_str(&number.to_string()),
            Self::Words(words) => {
                let defused = if is_formula(words) { ["'", words].concat() } else { words.clone() };
                if defused.contains([',', '"', '\n', '\r']) {
                    table.extend(["\"", &defused.replace('"', "\"\""), "\""]);
                } else {
                    table.push_str(&defused);
                }
            }
        }
    }
}

/// Whether a spreadsheet may compute these words. Those that apostrophes stand before count, too: one
/// more is set before them, so that taking one away gives back what was written.
fn is_formula(words: &str) -> bool {
    words.trim_start_matches('\'').starts_with(FORMULA)
}

/// The words of a cell as they were before an apostrophe was set before what looks like a formula.
pub(super) fn undefused(words: &str) -> &str {
    words.strip_prefix('\'').filter(|bare| is_formula(bare)).unwrap_or(words)
}

/// The file with these rows.
#[must_use]
pub fn csv(rows: &[Vec<Cell>]) -> String {
    let mut table = String::from(MARK);
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                table.push(',');
            }
            cell.write(&mut table);
        }
        table.push_str("\r\n");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_words_and_never_formulas() {
        for (words, written) in [
            ("首次答复", "首次答复"),
            ("", ""),
            ("a,b", "\"a,b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("+86 10", "'+86 10"),
            ("-3", "'-3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            ("1=1", "1=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'tis", "'tis"),
        ] {
            assert_eq!(csv(&[vec![Cell::words(words)]]), format!("\u{feff}{written}\r\n"), "{words:?}");
            let bare = written.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(written);
            let bare = bare.replace("\"\"", "\"");
            assert_eq!(undefused(&bare), words, "{written}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        let rows =
            [vec![Cell::words("a"), Cell::words("b")], vec![Cell::number(Some(12)), Cell::number(None)]];
        assert_eq!(csv(&rows), "\u{feff}a,b\r\n12,\r\n");
    }
}
