//! Tables and calendars for other programs.

use crate::{Shop, faults, verdicts};
use casebook::app::sample;
use casebook::archive::happenings;
use casebook::archive::tables::{
    Agenda, Cell, Column, SheetKind, Telling, agenda, built_in_processes, cases_table, csv, customers_table,
    events_table,
};
use casebook::domain::calendar::Zone;
use casebook::domain::case::{Case, CaseKind};
use casebook::domain::customer::{Customer, CustomerKind};
use casebook::domain::lang::Lang;
use casebook::domain::record::{Known, Records};
use casebook::domain::visit::{Visit, VisitKind};
use std::collections::BTreeMap;

/// 2026-11-01T09:00:00Z.
const SAMPLED: u64 = 1_793_523_600_000;

fn shop() -> Records {
    sample::generate(5, 40, Lang::ZhCn, SAMPLED, |_| 480, Zone::default())
}

fn table(records: &Records, of: fn(&Records, &Telling<'_>) -> Vec<Vec<Cell>>) -> String {
    let processes = built_in_processes();
    let header = |column: Column| column.name().to_owned();
    let telling = Telling {
        header: &header,
        lang: Lang::ZhCn,
        in_words: false,
        processes: &processes,
        zone: Zone::default(),
    };
    csv(&of(records, &telling))
}

#[test]
fn customers_who_went_out_come_in_again() {
    let records = shop();
    let text = table(&records, customers_table);
    let again = Shop::with("again", &records).take(SheetKind::Customers, &text);
    assert!(again.records.0.is_empty(), "{:?}", verdicts(&again));
    let fresh = Shop::new("fresh").take(SheetKind::Customers, &text);
    let told = |records: &Records| {
        let journals = records.0.values().filter_map(CustomerKind::of).map(Customer::of);
        let mut told: Vec<_> = journals
            .map(|one| {
                (one.name().cloned(), one.phone().cloned(), one.address().cloned().unwrap_or_default())
            })
            .collect();
        told.sort();
        told
    };
    assert_eq!(told(&fresh.records), told(&records));
}

#[test]
fn cases_that_went_out_come_in_again() {
    let records = shop();
    let mut shop = Shop::new("fresh");
    shop.zone = Zone::default();
    let sheet = shop.take(SheetKind::Cases, &table(&records, cases_table));
    assert_eq!(faults(&sheet), []);
    let told = |records: &Records| {
        let cases = records.0.values().filter_map(CaseKind::of).map(Case::of);
        let told = cases.map(|case| {
            let process = case.process().map(|at| at.id.clone());
            let opened = case.span.as_ref().map(|(first, _)| first.millis / 60_000);
            let said = (case.description().cloned(), case.urgency().copied(), case.channel().copied());
            (case.number().cloned(), (said, process, case.stage().cloned(), case.status(), opened))
        });
        told.collect::<BTreeMap<_, _>>()
    };
    assert_eq!(told(&sheet.records), told(&records));
}

#[test]
fn an_event_list_that_went_out_comes_in_as_it_was() {
    let records = shop();
    let events = |records: &Records| {
        let journals = records.0.values().filter_map(CaseKind::of);
        let of = |case: &_| happenings(case).into_iter().map(|each| (each.millis, each.activity)).collect();
        journals
            .map(|journal| (Case::of(journal).number().cloned(), of(journal)))
            .collect::<BTreeMap<_, Vec<(u64, String)>>>()
    };
    let text = table(&records, events_table);
    let sheet = Shop::new("again").take(SheetKind::Events, &text);
    assert_eq!(faults(&sheet), []);
    assert_eq!(events(&sheet.records), events(&records));
    assert_eq!(table(&sheet.records, events_table), text);
}

#[test]
fn a_calendar_has_the_visits_and_the_follow_ups_that_are_to_come() {
    let records = shop();
    let about = Agenda {
        name: "街角, 维修",
        visit: "上门",
        follow_up: "回访",
        now_ms: SAMPLED,
        zone: Zone::default(),
    };
    let text = agenda(&records, &about);
    assert_eq!(text, agenda(&records, &about));
    let visits: Vec<_> = records
        .0
        .iter()
        .filter_map(|(key, record)| Some((key, Visit::of(VisitKind::of(record)?))))
        .filter(|(_, visit)| visit.when().is_some())
        .collect();
    let open = |case: Case| {
        case.follow_ups().into_iter().filter(|(id, _)| case.follow_up_done(id).is_none()).count()
    };
    let follow_ups: usize = records.0.values().filter_map(CaseKind::of).map(Case::of).map(open).sum();
    assert!(!visits.is_empty() && follow_ups > 0);
    assert_eq!(text.matches("\r\nBEGIN:VEVENT\r\n").count(), visits.len() + follow_ups);
    let unfolded = text.replace("\r\n ", "");
    for (key, visit) in visits {
        assert_eq!(unfolded.matches(&format!("UID:visit-{}@casebook\r\n", key.id)).count(), 1);
        // Eight hours earlier in UTC, to the second.
        let start = visit.when().expect("a time").start().plus_minutes(-480).expect("a time").to_string();
        let start = start.replace(['-', ':'], "");
        assert!(unfolded.contains(&format!("DTSTART:{start}00Z\r\n")), "{start}");
    }
    assert!(unfolded.contains("X-WR-CALNAME:街角\\, 维修\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
}

#[test]
fn what_happened_is_told_in_words_of_each_language() {
    let every =
        casebook::archive::read(include_str!("../fixtures/every.json")).expect("a sound file").records;
    let mut records = shop();
    records.merge(every);
    let processes = built_in_processes();
    let header = |column: Column| column.name().to_owned();
    for lang in Lang::ALL {
        let telling =
            |in_words| Telling { header: &header, lang, in_words, processes: &processes, zone: Zone::UTC };
        let [spoken, named] = [true, false].map(|in_words| events_table(&records, &telling(in_words)));
        assert_eq!(spoken.len(), named.len());
        for (spoken, named) in spoken.iter().zip(&named).skip(1) {
            let [Cell::Words(spoken), Cell::Words(named)] = [&spoken[1], &named[1]] else {
                panic!("no words")
            };
            let elsewhere = named.contains(|c: char| !c.is_ascii()) && spoken == named;
            assert!(elsewhere || (spoken != named && !spoken.contains('_')), "{spoken} {named}");
        }
    }
}
