//! Where in a file something is.

use crate::journal::is_id;
use std::fmt;

/// A place, as the way to it from the outside in: `records[3].entries[2].stamp`.
///
/// It lives on the stack beside the value and becomes text only when it is told.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// The whole file, or the whole text.
    Root,
    /// A member of an object.
    Key(&'a Place<'a>, &'a str),
    /// An item of a list.
    Index(&'a Place<'a>, usize),
}

/// How much of a strange key is told.
const MAX_SHOWN: usize = 40;

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(Place::Root, key) if is_id(key) => f.write_str(key),
            Self::Key(parent, key) if is_id(key) => write!(f, "{parent}.{key}"),
            // Whoever reads the place must not be misled by line breaks or signs in a key.
            Self::Key(parent, key) => {
                let visible = |c: char| if c.is_ascii_graphic() { c } else { '?' };
                let shown: String = key.chars().take(MAX_SHOWN).map(visible).collect();
                write!(f, "{parent}[\"{shown}\"]")
            }
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_reads_like_a_path() {
        let records = Place::Key(&Place::Root, "records");
        let record = Place::Index(&records, 3);
        assert_eq!(Place::Key(&record, "stamp").to_string(), "records[3].stamp");
        let strange = format!("\n{}", "x".repeat(1000));
        let told = format!("records[3][\"?{}\"]", "x".repeat(39));
        assert_eq!(Place::Key(&record, &strange).to_string(), told);
    }
}
