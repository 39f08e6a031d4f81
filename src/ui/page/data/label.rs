use crate::app::desk::Desk;
use crate::domain::record::{Record, RecordKey, RecordKind, Records};
use crate::domain::shop::Shop;
use crate::domain::staff::Staff;
use crate::i18n::Texts;
use crate::search::index::Index;
use crate::search::summary::Summary;

/// What people call a record: from what is here, else from what the file brings.
pub(super) fn record_label(
    t: &'static Texts,
    desk: Desk,
    index: &Index,
    news: &Records,
    key: &RecordKey,
) -> String {
    let here = match key.kind {
        RecordKind::Case => index.cases.get(&key.id).cloned().map(Summary::Case),
        RecordKind::Customer => index.customers.get(&key.id).cloned().map(Summary::Customer),
        RecordKind::Asset => index.assets.get(&key.id).cloned().map(Summary::Asset),
        RecordKind::Letter => index.letters.get(&key.id).cloned().map(Summary::Letter),
        RecordKind::Visit => index.visits.get(&key.id).cloned().map(Summary::Visit),
        RecordKind::Process => index.processes.get(&key.id).cloned().map(Summary::Process),
        RecordKind::Improvement => index.improvement(&key.id).cloned().map(Summary::Improvement),
        RecordKind::Shop | RecordKind::Staff | RecordKind::Unknown(_) => None,
    };
    let brought = news.0.get(key);
    let said = match here.or_else(|| brought.and_then(|record| Summary::of(key, record))) {
        Some(Summary::Case(case)) => [case.number.as_str(), &case.title].join(" "),
        Some(Summary::Customer(customer)) => [customer.name.as_str(), &customer.phone].join(" "),
        Some(Summary::Asset(asset)) => asset.line,
        Some(Summary::Letter(letter)) if letter.number.is_empty() => t.data().letter_draft.to_owned(),
        Some(Summary::Letter(letter)) => letter.number,
        Some(Summary::Visit(visit)) => [visit.start.replace('T', " ").as_str(), &visit.purpose].join(" "),
        Some(Summary::Process(process)) => process.name,
        Some(Summary::Improvement(improvement)) => improvement.title,
        None => match (&key.kind, brought) {
            (RecordKind::Staff, Some(Record::Staff(journal))) => {
                Staff::of(journal).name().cloned().unwrap_or_else(|| desk.staff_name(&key.id))
            }
            (RecordKind::Staff, _) => desk.staff_name(&key.id),
            (RecordKind::Shop, Some(Record::Shop(journal))) => {
                Shop::of(journal).name().or(desk.shop().name()).cloned().unwrap_or_default()
            }
            (RecordKind::Shop, _) => desk.shop().name().cloned().unwrap_or_default(),
            _ => String::new(),
        },
    };
    if said.trim().is_empty() { key.id.clone() } else { said }
}
