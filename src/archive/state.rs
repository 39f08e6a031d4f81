//! What a record says now, in the words of the file: for programs that fold no journals.

use super::json::Json;
use super::wire::{Said, Wire};
use crate::domain::asset::AssetKind;
use crate::domain::case::CaseKind;
use crate::domain::custom_process::CustomProcessKind;
use crate::domain::customer::CustomerKind;
use crate::domain::improvement::ImprovementKind;
use crate::domain::letter::LetterKind;
use crate::domain::record::Record;
use crate::domain::shop::ShopKind;
use crate::domain::staff::StaffKind;
use crate::domain::visit::VisitKind;
use crate::journal::{Change, Folded, Held, Journal, Kind, Opaque};
use crate::with_journal;

/// The fold of a record as JSON: its fields, its events in order, and the fields in conflict
/// with each of their values; all with when and by whom.
#[must_use]
pub fn state_text(record: &Record) -> String {
    match record {
        Record::Shop(journal) => state::<ShopKind>(journal),
        Record::Staff(journal) => state::<StaffKind>(journal),
        Record::Customer(journal) => state::<CustomerKind>(journal),
        Record::Asset(journal) => state::<AssetKind>(journal),
        Record::Case(journal) => state::<CaseKind>(journal),
        Record::Letter(journal) => state::<LetterKind>(journal),
        Record::Visit(journal) => state::<VisitKind>(journal),
        Record::Improvement(journal) => state::<ImprovementKind>(journal),
        Record::Process(journal) => state::<CustomProcessKind>(journal),
        Record::Unknown(journal) => state::<Opaque>(journal),
    }
}

/// How many changes of a record are of a newer version: kept, but without effect here.
#[must_use]
pub fn unknown_changes(record: &Record) -> usize {
    with_journal!(record, journal => {
        let changes = journal.iter().flat_map(|entry| &entry.changes);
        changes.filter(|change| matches!(change, Change::Unknown(_))).count()
    })
}

fn state<K: Kind<Field: Wire, Event: Wire>>(journal: &Journal<K>) -> String {
    let folded = Folded::<K>::of(journal);
    Json::object([
        ("fields", Json::list(folded.fields.iter(), |held| json("field", held, held.value.said()))),
        ("events", Json::list(&folded.events, |held| json("event", held, held.value.said()))),
        (
            "conflicts",
            Json::list(&folded.fields.conflicts(), |conflict| {
                Json::list(&conflict.values, |held| json("field", held, held.value.said()))
            }),
        ),
    ])
    .to_text()
}

fn json<'a, T>(what: &'static str, held: &'a Held<T>, (name, said): Said<'a>) -> Json<'a> {
    let mut members = vec![(what.into(), name.into())];
    members.extend(said.into_iter().map(|(key, value)| (key.into(), value)));
    members.push(("stamp".into(), held.stamp.to_string().into()));
    members.extend(held.author.as_ref().map(|author| ("by".into(), author.as_str().into())));
    Json::Object(members)
}
