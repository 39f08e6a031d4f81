//! Everything that is kept of a person, and its erasure.

use super::Pen;
use crate::domain::asset::{Asset, AssetKind};
use crate::domain::case::{Case, CaseKind};
use crate::domain::customer::CustomerKind;
use crate::domain::id::{CaseId, CustomerId};
use crate::domain::improvement::{Improvement, ImprovementKind};
use crate::domain::letter::{Letter, LetterKind, Purpose};
use crate::domain::record::{Record, RecordKey, RecordKind, Records};
use crate::domain::visit::{Visit, VisitKind};
use crate::journal::Change;
use std::collections::BTreeSet;

/// The records of these customers, of their things and cases, and of the visits and letters for
/// these.
#[must_use]
pub fn records_of(all: &Records, customers: &[CustomerId]) -> Vec<RecordKey> {
    let theirs = |id: Option<&CustomerId>| id.is_some_and(|id| customers.contains(id));
    let of_case = |journal: &_| theirs(Case::of(journal).customer());
    let cases: BTreeSet<&str> = all
        .0
        .iter()
        .filter(|(_, record)| matches!(record, Record::Case(journal) if of_case(journal)))
        .map(|(key, _)| key.id.as_str())
        .collect();
    let is_theirs = |key: &RecordKey, record: &Record| match record {
        Record::Customer(_) => customers.iter().any(|id| id.as_str() == key.id),
        Record::Asset(journal) => theirs(Asset::of(journal).owner()),
        Record::Case(_) => cases.contains(key.id.as_str()),
        Record::Visit(journal) => Visit::of(journal).case().is_some_and(|case| cases.contains(case.as_str())),
        Record::Letter(journal) => match Letter::of(journal).purpose() {
            Some(Purpose::Case(case)) => cases.contains(case.as_str()),
            Some(Purpose::Customer(customer)) => customers.contains(customer),
            Some(Purpose::Standing) | None => false,
        },
        _ => false,
    };
    all.0.iter().filter(|(key, record)| is_theirs(key, record)).map(|(key, _)| key.clone()).collect()
}

/// Erases these customers: a mark in each of their records that does not bear it yet.
#[must_use]
pub fn erase_customers(pen: &Pen, all: &Records, customers: &[CustomerId]) -> Records {
    let mut marks = Records::default();
    let theirs = records_of(all, customers);
    let arisen = arisen_from(all, &theirs);
    for key in theirs.into_iter().chain(arisen) {
        if all.0.get(&key).is_some_and(Record::is_erased) {
            continue;
        }
        match key.kind {
            RecordKind::Customer => marks.add::<CustomerKind>(&key.id, pen.entry(vec![Change::Erased])),
            RecordKind::Asset => marks.add::<AssetKind>(&key.id, pen.entry(vec![Change::Erased])),
            RecordKind::Case => marks.add::<CaseKind>(&key.id, pen.entry(vec![Change::Erased])),
            RecordKind::Visit => marks.add::<VisitKind>(&key.id, pen.entry(vec![Change::Erased])),
            RecordKind::Letter => marks.add::<LetterKind>(&key.id, pen.entry(vec![Change::Erased])),
            RecordKind::Improvement => marks.add::<ImprovementKind>(&key.id, pen.entry(vec![Change::Erased])),
            RecordKind::Shop | RecordKind::Staff | RecordKind::Process | RecordKind::Unknown(_) => {}
        }
    }
    marks
}

/// The improvements that arose from these cases: they hold words of the customer's.
fn arisen_from(all: &Records, cases: &[RecordKey]) -> Vec<RecordKey> {
    let is_of = |id: &CaseId| cases.contains(&RecordKey::new(RecordKind::Case, id.as_str()));
    let arose = |record: &Record| match record {
        Record::Improvement(journal) => Improvement::of(journal).case().is_some_and(is_of),
        _ => false,
    };
    all.0.iter().filter(|(_, record)| arose(record)).map(|(key, _)| key.clone()).collect()
}

/// The customers that were erased.
#[must_use]
pub fn erased_customers(all: &Records) -> Vec<CustomerId> {
    let erased = all.0.iter().filter(|(key, record)| key.kind == RecordKind::Customer && record.is_erased());
    erased.filter_map(|(key, _)| CustomerId::parse(&key.id)).collect()
}
