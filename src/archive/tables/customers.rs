//! A sheet of customers.

use super::card::Card;
use super::column::Column;
use super::fault::RowFault;
use super::guess::is_note;
use super::mapping::Mapping;
use super::people::People;
use super::sheet::{Outcome, RowOutcome};
use super::table::{Row, Table, plain};

pub(super) fn take(table: &Table, mapping: &Mapping, people: &mut People<'_>) -> Vec<RowOutcome> {
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut card = Card::of(row, mapping);
        let (notes, more) = notes(table, mapping, row);
        card.notes = notes;
        let title = title(&card);
        let more = Vec::from_iter(more);
        let (what, remarks, alike) = if card.is_empty() {
            (Outcome::Problem(RowFault::NoName), more, None)
        } else {
            people.row(card, row.line, more)
        };
        rows.push(RowOutcome { line: row.line, title, what, remarks, alike });
    }
    rows
}

/// What a row is about, for people.
pub(super) fn title(card: &Card) -> String {
    let numbers = card.phones.iter().map(|(_, phone)| phone);
    let names = [&card.company, &card.name, &card.person].into_iter().chain(numbers).chain(&card.emails);
    let first = names.into_iter().find(|name| !name.is_empty());
    first.map_or_else(String::new, |name| name.chars().filter(|c| !c.is_control()).take(80).collect())
}

/// What goes into the note, each with the name of its column, and what there is to remark. A column that
/// is the only one and called a note needs no name.
pub(super) fn notes(table: &Table, mapping: &Mapping, row: &Row) -> (Vec<String>, Option<RowFault>) {
    let places: Vec<usize> = mapping.places(Column::Note).collect();
    let alone = places.len() == 1;
    let needs_no_name = |header: &str| header.is_empty() || alone && is_note(mapping.kind, header);
    let mut notes = Vec::new();
    for at in places.into_iter().filter(|at| !row.cell(*at).is_empty()) {
        let header = table.headers.get(at).map_or("", String::as_str);
        notes.push(if needs_no_name(header) {
            row.cell(at).to_owned()
        } else {
            format!("{header}: {}", row.cell(at))
        });
    }
    let beyond = row.cells.iter().skip(table.headers.len()).map(|cell| plain(cell));
    let beyond: Vec<&str> = beyond.filter(|cell| !cell.is_empty()).collect();
    let more = (!beyond.is_empty()).then_some(RowFault::MoreCells);
    notes.extend(beyond.into_iter().map(str::to_owned));
    (notes, more)
}
