//! The sample shop is believable, whole, and the same for the same seed.

use casebook::app::sample::{generate, is_sample, is_sample_writer};
use casebook::catalog::{process, processes};
use casebook::domain::asset::{Asset, AssetKind};
use casebook::domain::calendar::{Moment, Zone};
use casebook::domain::case::{Case, CaseKind, Evidence, Mark, Progress, Status};
use casebook::domain::customer::{Customer, CustomerKind};
use casebook::domain::lang::Lang;
use casebook::domain::process::EvidenceKind;
use casebook::domain::promise::Calendars;
use casebook::domain::record::{Known, RecordKey, RecordKind, Records};
use casebook::domain::shop::{SHOP_ID, Shop, ShopKind};
use casebook::domain::staff::{Staff, StaffKind};
use casebook::journal::{DeviceId, Entry, Journal, SessionId, Stamp, Writer};
use casebook::with_journal;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// 1 November 2026, 09:00 UTC.
const NOW: u64 = 1_793_523_600_000;
const DAY: u64 = 24 * 60 * 60 * 1000;

fn journals(records: &Records) -> impl Iterator<Item = (&str, &Journal<CaseKind>)> {
    records.0.iter().filter_map(|(key, record)| Some((key.id.as_str(), CaseKind::of(record)?)))
}

fn cases(records: &Records) -> Vec<Case> {
    journals(records).map(|(_, journal)| Case::of(journal)).collect()
}

fn stamps(records: &Records) -> BTreeMap<&RecordKey, Vec<Stamp>> {
    fn of<F, E>(entries: &BTreeSet<Entry<F, E>>) -> Vec<Stamp> {
        entries.iter().map(|entry| entry.stamp.clone()).collect()
    }
    records.0.iter().map(|(key, record)| (key, with_journal!(record, journal => of(journal)))).collect()
}

#[test]
fn the_same_seed_gives_the_same_shop() {
    for lang in Lang::ALL {
        assert!(
            generate(7, 60, lang, NOW, |_| 480, Zone::default())
                == generate(7, 60, lang, NOW, |_| 480, Zone::default()),
            "{lang:?}"
        );
        assert!(
            generate(7, 60, lang, NOW, |_| 480, Zone::default())
                != generate(8, 60, lang, NOW, |_| 480, Zone::default()),
            "{lang:?}"
        );
    }
}

#[test]
fn shops_made_at_different_times_merge_in_peace() {
    let (one, other) = (
        generate(7, 40, Lang::En, NOW, |_| 480, Zone::default()),
        generate(7, 40, Lang::En, NOW + DAY, |_| 480, Zone::default()),
    );
    let shared: Vec<_> = one.0.keys().filter(|key| other.0.contains_key(*key)).collect();
    assert_eq!(shared, [&RecordKey::shop()]);
}

#[test]
fn a_shop_has_people_customers_and_things() {
    for lang in Lang::ALL {
        let records = generate(7, 100, lang, NOW, |_| 480, Zone::default());
        let count = |kind| records.0.keys().filter(|key| key.kind == kind).count();
        assert_eq!((count(RecordKind::Shop), count(RecordKind::Staff), count(RecordKind::Case)), (1, 5, 100));
        assert!((45..=75).contains(&count(RecordKind::Customer)), "{}", count(RecordKind::Customer));
        let shop = Shop::of(&records.journal::<ShopKind>(SHOP_ID));
        assert!(shop.name().is_some_and(|name| !name.is_empty()));
        assert!(shop.phone().is_some_and(Option::is_some) && shop.language() == Some(&lang));
        assert!(shop.hours().is_some_and(|hours| !hours.is_empty()));
        let mut phones = BTreeSet::new();
        for (key, record) in &records.0 {
            if let Some(journal) = CustomerKind::of(record) {
                let customer = Customer::of(journal);
                assert!(customer.name().is_some_and(|name| !name.is_empty()), "{key}");
                let phone = customer.phone().cloned().flatten().expect("a phone number");
                assert!(phones.insert(phone.digits()), "{phone} is two customers'");
            }
        }
    }
}

#[test]
fn cases_point_to_what_is_there() {
    let records = generate(7, 100, Lang::En, NOW, |_| 480, Zone::default());
    let mut numbers = BTreeSet::new();
    for (id, journal) in journals(&records) {
        let case = Case::of(journal);
        let customer = case.customer().expect("a customer");
        assert!(!records.journal::<CustomerKind>(customer.as_str()).is_empty());
        let asset = Asset::of(&records.journal::<AssetKind>(case.asset().expect("a thing").as_str()));
        assert_eq!(asset.owner(), Some(customer), "{id}: a thing of somebody else");
        for author in journal.iter().map(|entry| entry.author.as_ref()) {
            let author = author.expect("an author");
            assert!(Staff::of(&records.journal::<StaffKind>(author.as_str())).name().is_some());
        }
        assert!(numbers.insert(case.number().cloned()), "{id}");
        assert!(case.fields.conflicts().is_empty(), "{id}");
        assert_eq!(case.number().map(|number| &number[..4]), Some("SAM-"));
    }
}

#[test]
fn every_stage_of_every_process_is_seen() {
    for (lang, seed) in Lang::ALL.into_iter().flat_map(|lang| [1, 7, 42].map(|seed| (lang, seed))) {
        let cases = cases(&generate(seed, 60, lang, NOW, |_| 480, Zone::default()));
        let seen: BTreeSet<_> = cases
            .iter()
            .filter(|case| case.status() == Status::Open)
            .map(|case| (case.process().cloned(), case.stage().cloned()))
            .collect();
        let sampled = ["P1", "P8", "P10"];
        for process in processes(lang).iter().filter(|process| sampled.contains(&process.at.id.as_str())) {
            for stage in &process.stages {
                let place = (Some(process.at.clone()), Some(stage.id.clone()));
                assert!(seen.contains(&place), "{lang:?} {seed}: no open case at {place:?}");
            }
        }
        let count = |status| cases.iter().filter(|case| case.status() == status).count();
        assert!(count(Status::Closed) >= 15 && count(Status::Withdrawn) >= 1, "{lang:?} {seed}");
    }
}

#[test]
fn tasks_are_done_with_what_they_ask_for() {
    let records = generate(3, 200, Lang::ZhCn, NOW, |_| 480, Zone::default());
    let (mut skipped, mut kinds) = (0, HashSet::new());
    for case in cases(&records) {
        let process = process(Lang::ZhCn, case.process().expect("a process")).expect("it is built in");
        for task in process.stages.iter().flat_map(|stage| &stage.tasks) {
            let Some(Mark::Done(evidence)) = case.mark(&task.id) else { continue };
            let fits = match (&task.evidence, evidence) {
                (kind, Evidence::Tick) => kind.is_ticked(),
                (EvidenceKind::Date, Evidence::Date(_)) => true,
                (EvidenceKind::Text, Evidence::Text(text)) => !text.is_empty(),
                (EvidenceKind::Number, Evidence::Number(text)) => text.parse::<u32>().is_ok(),
                (EvidenceKind::Choice(choices), Evidence::Choice(id)) => choices.iter().any(|c| c.id == *id),
                _ => false,
            };
            assert!(fits, "{:?} was done with {evidence:?}", task.id);
            kinds.insert(std::mem::discriminant(evidence));
        }
        let progress = Progress::of(&case, process);
        skipped +=
            (0..progress.position()).filter(|place| !progress.open_required(*place).is_empty()).count();
    }
    // Ticks, texts, dates and choices; no process of the sample asks for a number.
    assert_eq!(kinds.len(), 4, "{kinds:?}");
    assert!(skipped > 5, "{skipped} stages were left with something open");
}

#[test]
fn things_happen_in_order_while_the_shop_is_open() {
    let records = generate(7, 100, Lang::ZhTw, NOW, |_| 480, Zone::default());
    let calendars = Calendars::of(&records.journal::<ShopKind>(SHOP_ID), Zone::UTC);
    let calendar = calendars.now();
    assert_eq!(calendar.zone, Zone::default());
    assert!(calendar.days.len() > 30, "holidays are known");
    for (id, journal) in journals(&records) {
        for entry in journal {
            let millis = entry.stamp.millis;
            assert!((NOW - 100 * DAY..=NOW).contains(&millis), "{id}: {millis}");
            assert!(calendar.is_open_at(Moment::of_millis(millis)), "{id}: {millis}");
        }
        let first = journal.first().expect("an entry");
        assert!(Case::of(journal).events.first().is_some_and(|event| event.stamp == first.stamp), "{id}");
    }
    let opened: BTreeMap<_, _> = cases(&records)
        .iter()
        .map(|case| (case.number().cloned(), case.span.clone().map(|(first, _)| first.millis)))
        .collect();
    assert!(opened.values().is_sorted(), "numbers rise with time");
}

#[test]
fn a_sample_can_be_told_from_what_is_real() {
    let records = generate(7, 60, Lang::En, NOW, |_| 480, Zone::default());
    let mut writers: BTreeMap<Stamp, BTreeSet<&RecordKey>> = BTreeMap::new();
    for (key, stamps) in stamps(&records) {
        assert_eq!(is_sample(key), *key != RecordKey::shop(), "{key}");
        assert!(stamps.iter().all(|stamp| is_sample_writer(&stamp.writer)), "{key}");
        for stamp in stamps {
            writers.entry(stamp).or_default().insert(key);
        }
    }
    for (stamp, keys) in writers {
        let cases = keys.iter().filter(|key| key.kind == RecordKind::Case).count();
        assert!(cases <= 1, "{stamp} is of two cases: {keys:?}");
    }
    for bits in [0, 1, u128::MAX] {
        let device = DeviceId::from_random(bits);
        assert!(!is_sample_writer(&Writer { device, session: SessionId::from_random(0) }));
    }
}

#[test]
fn any_number_of_cases_at_any_time_will_do() {
    assert_eq!(generate(1, 0, Lang::En, NOW, |_| 480, Zone::default()).0.len(), 6);
    for now in [0, DAY, u64::MAX] {
        let records = generate(1, 40, Lang::En, now, |_| 480, Zone::default());
        assert_eq!(journals(&records).count(), 40, "{now}");
    }
}
