//! What can be wrong within a file whose whole is sound.

use crate::domain::record::RecordKey;
use std::fmt;

/// One record that was refused, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Where, like `records[3].entries[2].changes[0].to`.
    pub place: String,
    /// Which record, when that much could be read.
    pub record: Option<RecordKey>,
    /// What is wrong there.
    pub what: Fault,
}

/// What is wrong at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Something must stand here.
    MissingKey,
    /// A key that this version does not know, where it would be lost.
    UnknownKey,
    /// A value of another type.
    WrongType(JsonType),
    /// A text that does not have this form.
    NotA(Form),
    /// A text of more than this many characters.
    TooLong(usize),
    /// A list of more than this many items.
    TooMany(usize),
    /// The same record stands earlier in the file.
    DuplicateId,
    /// A paper whose text is not what was issued.
    Altered,
    /// Not JSON at all: only what the store kept can be that.
    Damaged,
    /// Bytes that are not those that their name names.
    OtherBytes,
    /// Bytes that are not of the type that is said.
    OtherMedia,
    /// A file of more than this many bytes.
    TooLarge(u32),
}

/// The type a value should have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the types of JSON")]
pub enum JsonType {
    Object,
    List,
    Text,
    /// A whole number from 0 to 4294967295.
    Number,
    /// `true` or `false`.
    Flag,
}

/// The form a text should have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// An id, or a name the format gives: 1 to 64 letters, digits, `-`, `_`.
    Id,
    /// `0193f1a2b3c4-000001-k3v9q2x7ma`.
    Stamp,
    /// `2026-11-21`.
    Date,
    /// `2026-11-21T20:00:00Z`.
    Moment,
    /// The name of a weekday.
    Weekday,
    /// From 1 to 99 per cent.
    Share,
    /// Minutes of the way to a customer: at most a day.
    Travel,
    /// `2026-11-21T09:30`.
    LocalTime,
    /// A start and an end that is later.
    Window,
    /// A phone number.
    Phone,
    /// Seven times a day's hours, such as `09:00-12:00, 13:00-18:00`.
    Hours,
    /// A small PNG or JPEG as a data URL.
    Picture,
    /// A decimal number as text.
    Decimal,
    /// An amount of money in digits, with the decimals of its currency.
    Amount,
    /// A quantity to the thousandth, as text.
    Quantity,
    /// Hundredths of a percent, from none to all.
    Rate,
    /// A mark from 1 to 5.
    Rating,
    /// A mark from 0 to 10.
    Recommendation,
    /// Hexadecimal digits that stand for a content.
    Fingerprint,
    /// Hexadecimal digits that name a file's bytes.
    FileHash,
    /// Bytes as text.
    Base64,
    /// The lines of a signature.
    Strokes,
    /// Four rows of four words.
    Matrix,
    /// A process that cases can follow.
    Process,
    /// Anything, but without a number that is not whole.
    Whole,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place)?;
        if let Some(record) = &self.record {
            write!(f, " ({record})")?;
        }
        write!(f, ": {}", self.what)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingKey => f.write_str("is missing"),
            Self::UnknownKey => {
                f.write_str("is not known to this version and would be lost: use a newer program")
            }
            Self::WrongType(JsonType::Object) => f.write_str("must be an object"),
            Self::WrongType(JsonType::List) => f.write_str("must be a list"),
            Self::WrongType(JsonType::Text) => f.write_str("must be text"),
            Self::WrongType(JsonType::Number) => f.write_str("must be a whole number from 0 to 4294967295"),
            Self::WrongType(JsonType::Flag) => f.write_str("must be true or false"),
            Self::NotA(form) => write!(f, "must be {form}"),
            Self::TooLong(max) => write!(f, "is longer than {max} characters"),
            Self::TooMany(max) => write!(f, "has more than {max} items"),
            Self::DuplicateId => {
                f.write_str("the same record stands earlier in the file; that one was taken")
            }
            Self::Altered => f.write_str("was altered after it was issued: its text does not match its hash"),
            Self::Damaged => f.write_str("is damaged: it is not JSON"),
            Self::OtherBytes => f.write_str("does not match its hash: the bytes were changed on the way"),
            Self::OtherMedia => f.write_str("is not of the type that it is said to be"),
            Self::TooLarge(max) => write!(f, "has more than {max} bytes"),
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Id => "1 to 64 letters a to z, digits, '-' or '_'",
            Self::Stamp => "a stamp such as 0193f1a2b3c4-000001-k3v9q2x7ma",
            Self::Date => "a date such as 2026-11-21, from 1900 to 2199",
            Self::Moment => "a moment in UTC such as 2026-11-21T20:00:00Z",
            Self::Travel => "a number of minutes, at most 1440",
            Self::LocalTime => "a time such as 2026-11-21T09:30",
            Self::Window => "a start and an end after it",
            Self::Phone => "a phone number",
            Self::Hours => {
                "seven days of hours such as 09:00-12:00, 13:00-18:00, or nothing for a closed day"
            }
            Self::Picture => "a PNG or JPEG picture as a data URL of at most 400000 characters",
            Self::Decimal => "a decimal number of at most 15 digits",
            Self::Amount => "an amount such as 1200.50, with the decimals of its currency",
            Self::Quantity => "a quantity such as 1.5, of at most 9 digits before the point and 3 after it",
            Self::Weekday => "a weekday such as monday",
            Self::Share => "a number from 1 to 99",
            Self::Rate => "a rate in hundredths of a percent, from 0 to 10000",
            Self::Rating => "a mark from 1 to 5",
            Self::Recommendation => "a mark from 0 to 10",
            Self::Fingerprint => "a fingerprint in hexadecimal digits",
            Self::FileHash => "a SHA-256 in 64 hexadecimal digits",
            Self::Base64 => "bytes in base 64, with their padding",
            Self::Strokes => {
                "the lines of a signature: four digits or letters for each point, a space between lines"
            }
            Self::Matrix => "four rows of four priorities",
            Self::Process => {
                "a process: a name, at least one stage, each with a name and a task, and no id twice"
            }
            Self::Whole => "without numbers that have a fraction or are very large: write those as text",
        })
    }
}
