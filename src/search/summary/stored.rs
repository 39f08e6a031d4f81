//! How summaries are stored: their fields in order, with a sign between that no text has.
//! Ten thousand of them are read before the first page is shown; this is read much faster than
//! JSON, and needs much less code.

use super::{
    AssetSummary, CaseSummary, CustomerSummary, ImprovementSummary, LetterSummary, ProcessSummary,
    VisitSummary,
};

/// Stands between two fields.
const BETWEEN: char = '\u{1f}';

/// A value that can be a field.
trait Cell: Sized {
    fn put(&self, row: &mut String);
    fn take(text: &str) -> Option<Self>;
}

impl Cell for String {
    /// Line breaks and other control characters become spaces: lists show no others.
    fn put(&self, row: &mut String) {
        if self.contains(char::is_control) {
            row.extend(self.chars().map(|c| if c.is_control() { ' ' } else { c }));
        } else {
            row.push_str(self);
        }
    }

    fn take(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Cell for $number {
            fn put(&self, row: &mut String) {
                row.push_str(&self.to_string());
            }

            fn take(text: &str) -> Option<Self> {
                text.parse::<u64>().ok()?.try_into().ok()
            }
        }
    )*};
}

numbers! { u8 u32 u64 usize }

/// Ids with names: each id, the length of the name in characters, and the name.
impl Cell for Vec<(String, String)> {
    fn put(&self, row: &mut String) {
        for (id, name) in self {
            id.put(row);
            row.push(' ');
            name.chars().count().put(row);
            row.push(' ');
            name.put(row);
        }
    }

    fn take(mut text: &str) -> Option<Self> {
        let mut list = Self::new();
        while !text.is_empty() {
            let (id, rest) = text.split_once(' ')?;
            let (length, rest) = rest.split_once(' ')?;
            let mut name = rest.chars();
            let length = usize::take(length)?;
            if name.by_ref().take(length).count() < length {
                return None;
            }
            let end = rest.len() - name.as_str().len();
            list.push((id.to_owned(), rest[..end].to_owned()));
            text = &rest[end..];
        }
        Some(list)
    }
}

/// What can be stored in a row.
pub(super) trait Stored: Sized {
    /// The row.
    fn write(&self) -> String;

    /// Reads a row; `None` when it is not one.
    fn read(row: &str) -> Option<Self>;
}

macro_rules! stored {
    ($($summary:ident { $first:ident $(, $field:ident)* })*) => {$(
        impl Stored for $summary {
            fn write(&self) -> String {
                let mut row = String::new();
                self.$first.put(&mut row);
                $(
                    row.push(BETWEEN);
                    self.$field.put(&mut row);
                )*
                row
            }

            fn read(row: &str) -> Option<Self> {
                let mut fields = row.split(BETWEEN);
                let summary = Self {
                    $first: Cell::take(fields.next()?)?,
                    $($field: Cell::take(fields.next()?)?,)*
                };
                fields.next().is_none().then_some(summary)
            }
        }
    )*};
}

stored! {
    CaseSummary {
        id, number, customer, asset, process, version, stage, status, urgency, assignee, opened, touched,
        title, told, follow_up, low_score, waiting, waits_since, due, due_kind, clocks, parent,
        charged, conflicts, text
    }
    CustomerSummary {
        id, name, phone, address, since, marks, conflicts, text
    }
    AssetSummary { id, owner, line, conflicts, text }
    LetterSummary {
        id, case, customer, revises, number, revision, date, from, until, lang, begun, discarded, conflicts
    }
    ImprovementSummary { id, title, owner, day, state, conflicts }
    ProcessSummary { id, version, name, about, stages, current, within_case, retired, conflicts }
    VisitSummary { id, case, start, end, travel, staff, state, purpose, arrived, done, charge, conflicts }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer(name: &str) -> CustomerSummary {
        CustomerSummary {
            id: "c1".to_owned(),
            name: name.to_owned(),
            phone: String::new(),
            address: "和平路 8 号".to_owned(),
            since: u64::MAX,
            marks: "#熟客,#急,=c2,!0,nc2".to_owned(),
            conflicts: 2,
            text: "<b>\"\\,{}".to_owned(),
        }
    }

    #[test]
    fn a_row_is_read_as_it_was_written() {
        for name in ["", "王小明", "O'Neil & Söhne", "🧺"] {
            let given = customer(name);
            assert_eq!(CustomerSummary::read(&given.write()), Some(given));
        }
    }

    #[test]
    fn ids_with_names_are_read_as_they_were_written() {
        let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        let given = vec![pair("s1", "接车 12 分钟"), pair("s2", ""), pair("s3", "a b")];
        let mut row = String::new();
        given.put(&mut row);
        assert_eq!(Vec::take(&row), Some(given));
        for broken in ["s1", "s1 2 a", "s1 x a", "s1 1 ab"] {
            assert_eq!(Vec::<(String, String)>::take(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_row_is_one_line_of_as_many_fields() {
        let row = customer("a\nb\u{1f}c\u{85}\r\0").write();
        assert_eq!(row.lines().count(), 1);
        assert_eq!(CustomerSummary::read(&row), Some(customer("a b c   ")));
    }

    #[test]
    fn what_is_no_row_is_not_read() {
        let row = customer("王").write();
        let other = row.replacen("18446744073709551615", "yesterday", 1);
        let large = row.replacen("18446744073709551615", "18446744073709551616", 1);
        for text in ["", "{}", "null", &row[1..row.len() / 2], &format!("{row}\u{1f}"), &other, &large] {
            assert_eq!(CustomerSummary::read(text), None, "{text:?}");
        }
        assert_eq!(AssetSummary::read(&row), None);
    }
}
