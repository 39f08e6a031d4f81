//! Entries and their changes: what all records have in common.

use super::super::at::{At, Read, Unread};
use super::super::json::Json;
use super::Wire;
use crate::domain::record::{Record, RecordKind};
use crate::journal::{AuthorId, Change, Entry};
use crate::with_journal;
use std::collections::BTreeSet;

/// The entries of a record of this kind.
pub(in crate::archive) fn record_entries(kind: &RecordKind, entries: &At<'_>) -> Read<Record> {
    Ok(match kind {
        RecordKind::Shop => Record::Shop(journal(entries)?),
        RecordKind::Staff => Record::Staff(journal(entries)?),
        RecordKind::Customer => Record::Customer(journal(entries)?),
        RecordKind::Asset => Record::Asset(journal(entries)?),
        RecordKind::Case => Record::Case(journal(entries)?),
        RecordKind::Letter => Record::Letter(journal(entries)?),
        RecordKind::Unknown(_) => Record::Unknown(journal(entries)?),
    })
}

/// The entries of a record as they are written, in their order.
pub(in crate::archive) fn write_entries(record: &Record) -> Json<'_> {
    with_journal!(record, journal => Json::list(journal, write_entry))
}

fn journal<F: Wire + Ord, E: Wire + Ord>(entries: &At<'_>) -> Read<BTreeSet<Entry<F, E>>> {
    Ok(entries.list(read_entry)?.into_iter().collect())
}

fn read_entry<F: Wire, E: Wire>(entry: &At<'_>) -> Read<Entry<F, E>> {
    let [stamp, changes] = entry.object_or(["stamp", "changes"], "by")?;
    let author = entry.get("by")?.map(|by| by.id(AuthorId::parse)).transpose()?;
    Ok(Entry { stamp: stamp.stamp()?, author, changes: changes.list(read_change)? })
}

fn write_entry<F: Wire, E: Wire>(entry: &Entry<F, E>) -> Json<'_> {
    let mut members = vec![("stamp".into(), entry.stamp.to_string().into())];
    members.extend(entry.author.as_ref().map(|author| ("by".into(), author.as_str().into())));
    members.push(("changes".into(), Json::list(&entry.changes, write_change)));
    Json::Object(members)
}

/// A change; one that this version does not understand whole is kept whole.
fn read_change<F: Wire, E: Wire>(change: &At<'_>) -> Read<Change<F, E>> {
    match read_known(change) {
        Err(Unread::Newer(_)) => change.unknown().map(Change::Unknown),
        read => read,
    }
}

fn read_known<F: Wire, E: Wire>(change: &At<'_>) -> Read<Change<F, E>> {
    if let Some(name) = change.get("set")? {
        let field = F::read(name.word()?, change)?;
        let replaces = change.get("replaces")?.map(|stamps| stamps.list(|stamp| stamp.stamp()));
        Ok(Change::Set { field, replaces: replaces.transpose()?.unwrap_or_default() })
    } else if let Some(name) = change.get("event")? {
        E::read(name.word()?, change).map(Change::Event)
    } else if change.get("undo")?.is_some() {
        let [undone] = change.object(["undo"])?;
        undone.stamp().map(Change::Undo)
    } else {
        Err(change.newer())
    }
}

fn write_change<F: Wire, E: Wire>(change: &Change<F, E>) -> Json<'_> {
    let ((name, said), key, replaces) = match change {
        Change::Set { field, replaces } => (field.said(), "set", replaces.as_slice()),
        Change::Event(event) => (event.said(), "event", &[][..]),
        Change::Undo(stamp) => return Json::object([("undo", stamp.to_string().into())]),
        Change::Unknown(text) => return Json::Raw(text),
    };
    let mut members = vec![(key.into(), name.into())];
    members.extend(said.into_iter().map(|(key, value)| (key.into(), value)));
    if !replaces.is_empty() {
        members.push(("replaces".into(), Json::list(replaces, |stamp| stamp.to_string().into())));
    }
    Json::Object(members)
}
