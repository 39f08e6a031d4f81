use super::files::{Failure, read};
use casebook::domain::document::Issued;
use casebook::domain::letter::{Letter, LetterKind};
use casebook::domain::record::Known;

/// The text of the letter with this number, in its latest revision.
pub(crate) fn run(path: &str, number: &str) -> Result<String, Failure> {
    let archive = read(path)?;
    let letters = archive.records.0.values().filter_map(LetterKind::of).map(Letter::of);
    let issued: Vec<Issued> =
        letters.filter_map(|letter| letter.issued().map(|held| held.value.clone())).collect();
    let found = issued.iter().filter(|issued| issued.number == number).max_by_key(|issued| issued.revision);
    match found {
        Some(issued) => Ok(format!("{}\n", issued.document.plain_text())),
        None => Err(Failure::NotFound(format!("{path}: no issued letter has the number {number}"))),
    }
}
