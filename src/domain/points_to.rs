//! Which other records a record speaks of: one that is there without them would speak of nobody.

use super::asset::Asset;
use super::case::Case;
use super::improvement::Improvement;
use super::letter::{Letter, Purpose};
use super::record::{Record, RecordKey, RecordKind};
use super::visit::Visit;
use crate::with_journal;
use std::collections::BTreeSet;

/// The records that a record points to as it is now, and the people who wrote in it.
#[must_use]
pub fn points_to(record: &Record) -> BTreeSet<RecordKey> {
    let mut found = BTreeSet::new();
    let mut add = |kind: RecordKind, id: &str| {
        found.insert(RecordKey::new(kind, id));
    };
    with_journal!(record, journal => {
        for author in journal.iter().filter_map(|entry| entry.author.as_ref()) {
            add(RecordKind::Staff, author.as_str());
        }
    });
    match record {
        Record::Case(journal) => {
            let case = Case::of(journal);
            if let Some(customer) = case.customer() {
                add(RecordKind::Customer, customer.as_str());
            }
            if let Some(asset) = case.asset() {
                add(RecordKind::Asset, asset.as_str());
            }
            if let Some(staff) = case.assignee() {
                add(RecordKind::Staff, staff.as_str());
            }
            if let Some(case) = case.arose_from() {
                add(RecordKind::Case, case.as_str());
            }
            // A built-in process is no record; nobody has one of its name.
            if let Some(process) = case.process() {
                add(RecordKind::Process, process.id.as_str());
            }
        }
        Record::Asset(journal) => {
            if let Some(owner) = Asset::of(journal).owner() {
                add(RecordKind::Customer, owner.as_str());
            }
        }
        Record::Visit(journal) => {
            let visit = Visit::of(journal);
            if let Some(case) = visit.case() {
                add(RecordKind::Case, case.as_str());
            }
            for staff in visit.staff().into_iter().flatten() {
                add(RecordKind::Staff, staff.as_str());
            }
        }
        Record::Letter(journal) => {
            let letter = Letter::of(journal);
            match letter.purpose() {
                Some(Purpose::Customer(customer)) => add(RecordKind::Customer, customer.as_str()),
                Some(Purpose::Case(case)) => add(RecordKind::Case, case.as_str()),
                Some(Purpose::Standing) | None => {}
            }
            if let Some(revised) = letter.revises() {
                add(RecordKind::Letter, revised.as_str());
            }
        }
        Record::Improvement(journal) => {
            let improvement = Improvement::of(journal);
            if let Some(case) = improvement.case() {
                add(RecordKind::Case, case.as_str());
            }
            if let Some(owner) = improvement.owner() {
                add(RecordKind::Staff, owner.as_str());
            }
        }
        Record::Shop(_)
        | Record::Staff(_)
        | Record::Customer(_)
        | Record::Process(_)
        | Record::Unknown(_) => {}
    }
    found
}
