//! Entries and their changes: what all records have in common.

use super::super::at::{At, Read};
use super::super::json::Json;
use super::{Said, Wire};
use crate::domain::record::{Record, RecordKind};
use crate::journal::{AuthorId, Change, Entry, Stamp};
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
        RecordKind::Visit => Record::Visit(journal(entries)?),
        RecordKind::Improvement => Record::Improvement(journal(entries)?),
        RecordKind::Process => Record::Process(journal(entries)?),
        RecordKind::Unknown(_) => Record::Unknown(journal(entries)?),
    })
}

/// The entries of the shop or a member of staff; of nothing else.
pub(in crate::archive) fn shop_entries(kind: &RecordKind, entries: &At<'_>) -> Read<Record> {
    match kind {
        RecordKind::Shop => journal(entries).map(Record::Shop),
        RecordKind::Staff => journal(entries).map(Record::Staff),
        _ => Err(entries.newer()),
    }
}

/// The entries of a record as they are written, in their order.
pub(in crate::archive) fn write_entries(record: &Record) -> Json<'_> {
    with_journal!(record, journal => Json::List(journal.iter().map(write_entry).collect()))
}

// The functions that know the kind of record are compiled once for each kind, so they are
// small, and leave to the others all that is the same for all kinds.

fn journal<F: Wire + Ord, E: Wire + Ord>(entries: &At<'_>) -> Read<BTreeSet<Entry<F, E>>> {
    let mut journal = BTreeSet::new();
    for entry in entries.items()? {
        let (stamp, author, changes) = read_frame(&entry)?;
        let mut read = Vec::new();
        for change in changes.items()? {
            read.push(read_change(&change)?);
        }
        journal.insert(Entry { stamp, author, changes: read });
    }
    Ok(journal)
}

/// What an entry says besides its changes, and where these are.
fn read_frame<'a>(entry: &'a At<'_>) -> Read<(Stamp, Option<AuthorId>, At<'a>)> {
    let [stamp, changes] = entry.object_or(["stamp", "changes"], &["by"])?;
    let author = entry.get("by")?.map(|by| by.id(AuthorId::parse)).transpose()?;
    Ok((stamp.stamp()?, author, changes))
}

/// A change; one that this version does not understand whole is kept whole.
fn read_change<F: Wire, E: Wire>(change: &At<'_>) -> Read<Change<F, E>> {
    let read = match read_shape(change) {
        Ok(Shape::Set(name)) => F::read(name, change).and_then(|field| {
            let replaces = read_replaces(change)?;
            Ok(Change::Set { field, replaces })
        }),
        Ok(Shape::Event(name)) => E::read(name, change).map(Change::Event),
        Ok(Shape::Undo(stamp)) => Ok(Change::Undo(stamp)),
        Ok(Shape::Erased) => Ok(Change::Erased),
        Err(unread) => Err(unread),
    };
    match read {
        Err(unread) if unread.fault.is_none() => change.unknown().map(Change::Unknown),
        read => read,
    }
}

/// Which of the three shapes a change has, with the name in it.
enum Shape<'a> {
    Set(&'a str),
    Event(&'a str),
    Undo(Stamp),
    Erased,
}

fn read_shape<'a>(change: &'a At<'_>) -> Read<Shape<'a>> {
    if let Some(name) = change.get("set")? {
        name.word().map(Shape::Set)
    } else if let Some(name) = change.get("event")? {
        name.word().map(Shape::Event)
    } else if change.get("undo")?.is_some() {
        let [undone] = change.object(["undo"])?;
        undone.stamp().map(Shape::Undo)
    } else if change.get("erased")?.is_some() {
        let [erased] = change.object(["erased"])?;
        if erased.flag()? { Ok(Shape::Erased) } else { Err(change.newer()) }
    } else {
        Err(change.newer())
    }
}

fn read_replaces(change: &At<'_>) -> Read<Vec<Stamp>> {
    match change.get("replaces")? {
        Some(stamps) => stamps.list(|stamp| stamp.stamp()),
        None => Ok(Vec::new()),
    }
}

fn write_entry<F: Wire, E: Wire>(entry: &Entry<F, E>) -> Json<'_> {
    let changes = entry.changes.iter().map(|change| match change {
        Change::Set { field, replaces } => write_said("set", field.said(), replaces),
        Change::Event(event) => write_said("event", event.said(), &[]),
        Change::Undo(stamp) => write_undo(stamp),
        Change::Erased => Json::object([("erased", true.into())]),
        Change::Unknown(text) => Json::Raw(text),
    });
    write_frame(&entry.stamp, entry.author.as_ref(), changes.collect())
}

fn write_frame<'a>(stamp: &Stamp, author: Option<&'a AuthorId>, changes: Vec<Json<'a>>) -> Json<'a> {
    let mut members = vec![("stamp".into(), stamp.to_string().into())];
    members.extend(author.map(|author| ("by".into(), author.as_str().into())));
    members.push(("changes".into(), Json::List(changes)));
    Json::Object(members)
}

fn write_said<'a>(key: &'static str, (name, said): Said<'a>, replaces: &[Stamp]) -> Json<'a> {
    let mut members = vec![(key.into(), name.into())];
    members.extend(said.into_iter().map(|(key, value)| (key.into(), value)));
    if !replaces.is_empty() {
        members.push(("replaces".into(), Json::list(replaces, |stamp| stamp.to_string().into())));
    }
    Json::Object(members)
}

fn write_undo(stamp: &Stamp) -> Json<'static> {
    Json::object([("undo", stamp.to_string().into())])
}
