//! A table as text: rows of cells behind separators.

use super::fault::TableError;
use super::write::undefused;
use super::{MAX_COLUMNS, MAX_ROWS, MAX_TABLE_BYTES};

/// How many lines tell the separator.
const LOOKED_AT: usize = 20;

/// What stands between cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Separator {
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    /// All separators, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    #[must_use]
    pub fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
        }
    }

    /// The separator with this name, or the character itself.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let is = |separator: &Self| separator.name() == name || name.chars().eq([separator.character()]);
        Self::ALL.into_iter().find(is)
    }

    /// The separator of a table: the one that stands equally often in its first lines, and most often.
    /// What stands in quotation marks does not count.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        let weight = |separator: &Self| {
            let Some(cells) = first_rows(text, *separator) else { return 0 };
            let wide = cells.first().map_or(0, |count| count - 1);
            let alike = cells.iter().filter(|count| **count == wide + 1).count();
            wide * alike
        };
        // The first of equals counts.
        let mut best = (0, Self::Comma);
        for separator in Self::ALL {
            let weight = weight(&separator);
            if weight > best.0 {
                best = (weight, separator);
            }
        }
        best.1
    }
}

/// How many cells each of the first rows has.
fn first_rows(text: &str, separator: Separator) -> Option<Vec<usize>> {
    let mut reader = Reader::new(text, separator);
    let mut counts = Vec::new();
    while counts.len() < LOOKED_AT {
        match reader.row() {
            Ok(Some(row)) if row.is_blank() => {}
            Ok(Some(row)) => counts.push(row.cells.len()),
            Ok(None) => break,
            Err(_) => return None,
        }
    }
    Some(counts)
}

/// A row, and where it begins.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Row {
    /// Its line, from 1; cells may hold line breaks.
    pub line: usize,
    /// What stands in its cells.
    pub cells: Vec<String>,
}

impl Row {
    /// The text of a cell, without white space around it; nothing where there is no cell.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| plain(cell))
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What stands in a cell: without white space around it, and without the apostrophe that keeps a
/// spreadsheet from computing it.
pub(super) fn plain(cell: &str) -> &str {
    undefused(cell.trim()).trim()
}

/// A table: its headers and the rows under them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// What stood between its cells.
    pub separator: Separator,
    /// What its columns are called.
    pub headers: Vec<String>,
    /// The rows under the headers, without those in which nothing stands.
    pub rows: Vec<Row>,
}

impl Table {
    /// Reads a table. The first row in which something stands has the headers. Rows may be shorter than
    /// that or longer. The separator is found where none is given.
    ///
    /// # Errors
    /// [`TableError`] when nothing of it can be taken.
    pub fn parse(text: &str, separator: Option<Separator>) -> Result<Self, TableError> {
        if text.len() > MAX_TABLE_BYTES {
            return Err(TableError::TooLarge);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // Spreadsheets may say in the first line what separates.
        let (said, skipped) = said_separator(text);
        let separator = separator.or(said).unwrap_or_else(|| Separator::guess(&text[skipped..]));
        let mut reader = Reader::new(&text[skipped..], separator);
        reader.line += usize::from(skipped > 0);
        let mut rows = Vec::new();
        while let Some(row) = reader.row()? {
            if rows.len() > MAX_ROWS {
                return Err(TableError::TooManyRows);
            }
            if !row.is_blank() {
                rows.push(row);
            }
        }
        if rows.len() < 2 {
            return Err(TableError::Empty);
        }
        let headers = rows.remove(0).cells.iter().map(|cell| plain(cell).to_owned()).collect();
        Ok(Self { separator, headers, rows })
    }

    /// The cells of a column from the top, as far as something stands in them.
    pub fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.cell(at)).filter(|cell| !cell.is_empty())
    }
}

/// The line `sep=;` and how many bytes it takes.
fn said_separator(text: &str) -> (Option<Separator>, usize) {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    let said = line.trim_end_matches(['\r', '\n']).strip_prefix("sep=").and_then(Separator::from_name);
    (said, if said.is_some() { line.len() } else { 0 })
}

/// Reads rows from the left.
struct Reader<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    line: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, separator: Separator) -> Self {
        Self { chars: text.chars().peekable(), separator: separator.character(), line: 1 }
    }

    /// The next row, also one in which nothing stands.
    fn row(&mut self) -> Result<Option<Row>, TableError> {
        if self.chars.peek().is_none() {
            return Ok(None);
        }
        let mut row = Row { line: self.line, cells: Vec::new() };
        let mut cell = String::new();
        loop {
            match self.chars.next() {
                // A quotation mark within a cell is one like any other sign.
                Some('"') if cell.is_empty() => self.quoted(&mut cell)?,
                Some(c) if c == self.separator => {
                    row.cells.push(std::mem::take(&mut cell));
                    if row.cells.len() >= MAX_COLUMNS {
                        return Err(TableError::TooManyColumns { line: row.line });
                    }
                }
                Some('\r') if self.chars.peek() == Some(&'\n') => {}
                None | Some('\n' | '\r') => {
                    self.line += 1;
                    row.cells.push(cell);
                    return Ok(Some(row));
                }
                Some(c) => cell.push(c),
            }
        }
    }

    /// A text in quotation marks, of which the first was read.
    fn quoted(&mut self, cell: &mut String) -> Result<(), TableError> {
        let line = self.line;
        loop {
            match self.chars.next() {
                None => return Err(TableError::OpenQuote { line }),
                Some('"') => {
                    if self.chars.next_if_eq(&'"').is_none() {
                        return Ok(());
                    }
                    cell.push('"');
                }
                Some('\r') if self.chars.peek() == Some(&'\n') => {}
                Some(c) => {
                    self.line += usize::from(matches!(c, '\n' | '\r'));
                    cell.push(if c == '\r' { '\n' } else { c });
                }
            }
        }
    }
}
