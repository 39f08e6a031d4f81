//! What can be wrong with a table, and with a row of it.

use super::{MAX_COLUMNS, MAX_ROWS, MAX_TABLE_BYTES};
use crate::domain::text::{MAX_LINE, MAX_TEXT};
use std::fmt;

/// Why nothing of a table is taken. Each is a sentence: what, where, what to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TableError {
    /// More bytes than are read.
    TooLarge,
    /// No row at all, or none but the headers.
    Empty,
    /// More rows than are read.
    TooManyRows,
    /// More columns than are read, in this line.
    TooManyColumns {
        /// In which line, from 1.
        line: usize,
    },
    /// A quotation mark that is never closed.
    OpenQuote {
        /// In which line it stands, from 1.
        line: usize,
    },
    /// Not a vCard.
    NoCards,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => {
                write!(f, "The file has more than {MAX_TABLE_BYTES} bytes. Split it, and take the parts.")
            }
            Self::Empty => f.write_str("The table has no rows under its headers. Choose another file."),
            Self::TooManyRows => {
                write!(f, "The table has more than {MAX_ROWS} rows. Split it, and take the parts.")
            }
            Self::TooManyColumns { line } => write!(
                f,
                "Line {line} has more than {MAX_COLUMNS} columns. Check the separator, or remove some of them."
            ),
            Self::OpenQuote { line } => write!(
                f,
                "The quotation mark that opens in line {line} is never closed. Close it, or export the table again."
            ),
            Self::NoCards => f.write_str("The file holds no vCard. Choose a file of contacts (.vcf)."),
        }
    }
}

impl std::error::Error for TableError {}

/// What is wrong with a row, or with a cell of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowFault {
    /// Nobody is named, and there is no number either.
    NoName,
    /// Nothing says what the case is about.
    NoDescription,
    /// No case is named.
    NoCase,
    /// No activity is named.
    NoActivity,
    /// No time is given.
    NoTime,
    /// A text that is no time.
    NotATime(String),
    /// A time before 1970.
    BeforeTime(String),
    /// A time in the future.
    Future(String),
    /// A text that is no date.
    NotADate(String),
    /// A text that is no phone number.
    NotAPhone(String),
    /// A text that is no e-mail address.
    NotAnEmail(String),
    /// A text that is none of the stages or the processes.
    NotAStage(String),
    /// A text that is none of the choices that are known.
    NotAChoice(String),
    /// A line of more characters than a name may have.
    LineTooLong,
    /// A text of more characters than are kept.
    TextTooLong,
    /// More events of one case than a case may have.
    TooManyEvents,
    /// More cells than there are headers.
    MoreCells,
    /// A customer who is here has the same number, address or name; whether they are one is for people
    /// to say.
    MaybeSame(String),
    /// Another case with this number is here.
    SameNumber(String),
    /// The person was erased here.
    Erased,
    /// A card that ends too early.
    Unfinished,
    /// A line of a card that is none.
    NotALine,
}

impl RowFault {
    /// Whether the row is taken all the same: the cell's text then stands in a note.
    #[must_use]
    pub fn is_remark(&self) -> bool {
        matches!(
            self,
            Self::NotADate(_)
                | Self::NotAPhone(_)
                | Self::NotAnEmail(_)
                | Self::NotAStage(_)
                | Self::NotAChoice(_)
                | Self::MoreCells
                | Self::MaybeSame(_)
                | Self::SameNumber(_)
                | Self::NotALine
        )
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kept = "it is kept in the note";
        match self {
            Self::NoName => f.write_str("nobody is named: there is neither a name nor a number"),
            Self::NoDescription => f.write_str("nothing says what the case is about"),
            Self::NoCase => f.write_str("no case is named"),
            Self::NoActivity => f.write_str("no activity is named"),
            Self::NoTime => f.write_str("there is no time"),
            Self::NotATime(text) => write!(f, "\"{}\" is not a time that can be read", shown(text)),
            Self::BeforeTime(text) => {
                write!(f, "\"{}\" lies before 1970; times are kept from then on", shown(text))
            }
            Self::Future(text) => write!(f, "\"{}\" lies in the future", shown(text)),
            Self::NotADate(text) => {
                write!(f, "\"{}\" is not a date that can be read; {kept}", shown(text))
            }
            Self::NotAPhone(text) => write!(f, "\"{}\" is not a phone number; {kept}", shown(text)),
            Self::NotAnEmail(text) => write!(f, "\"{}\" is not an e-mail address; {kept}", shown(text)),
            Self::NotAStage(text) => {
                write!(f, "\"{}\" is not a process or a stage that is known; {kept}", shown(text))
            }
            Self::NotAChoice(text) => {
                write!(f, "\"{}\" is none of the choices that are known; {kept}", shown(text))
            }
            Self::LineTooLong => write!(f, "a name has more than {MAX_LINE} characters"),
            Self::TextTooLong => write!(f, "a text has more than {MAX_TEXT} characters"),
            Self::TooManyEvents => f.write_str("the case has more events than a case may have"),
            Self::MoreCells => {
                f.write_str("there are more cells than headers; the others are kept in the note")
            }
            Self::MaybeSame(who) => write!(f, "this may be {}, who is here already", shown(who)),
            Self::SameNumber(number) => {
                write!(f, "a case with the number {} is here already", shown(number))
            }
            Self::Erased => f.write_str("this person was erased here, and does not come back with a table"),
            Self::Unfinished => f.write_str("the card ends too early"),
            Self::NotALine => f.write_str("the line is not one of a vCard; it was left out"),
        }
    }
}

/// The beginning of a cell, on one line.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}
