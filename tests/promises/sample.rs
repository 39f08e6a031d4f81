//! The sample shop keeps most of its promises, and what is open is not all overdue.

use casebook::app::lettering;
use casebook::app::sample::generate;
use casebook::domain::calendar::{Moment, Zone};
use casebook::domain::case::{Case, CaseKind, Status};
use casebook::domain::customer::{Customer, CustomerKind};
use casebook::domain::date::Date;
use casebook::domain::importance::Importance;
use casebook::domain::improvement::{Improvement, ImprovementKind, Origin};
use casebook::domain::lang::Lang;
use casebook::domain::promise::{Calendars, Judged, Share, State};
use casebook::domain::record::{Known, Records};
use casebook::domain::shop::{SHOP_ID, ShopKind};
use casebook::search::index::Index;
use casebook::search::promises::Around;
use casebook::search::summary::Summary;

/// Wednesday 18 November 2026, 15:10 where the sample shop is.
const NOW: u64 = 1_794_985_800_000;
const HOUR: u64 = 60 * 60 * 1000;

fn shop(lang: Lang, now: u64) -> Records {
    generate(7, 60, lang, now, |_| 480, Zone::default())
}

fn index(records: &Records) -> Index {
    let mut index = Index::default();
    records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).for_each(|s| index.put(s));
    index
}

fn calendars(records: &Records) -> Calendars {
    Calendars::of(&records.journal::<ShopKind>(SHOP_ID), Zone::UTC)
}

/// All promises of a shop, of open cases apart.
fn judged(records: &Records, now: u64) -> (Vec<Judged>, Vec<Judged>) {
    let (index, calendars) = (index(records), calendars(records));
    let share = Share { warn_percent: 75, now: Moment::of_millis(now) };
    let around = Around::all(&index);
    let (mut open, mut over) = (Vec::new(), Vec::new());
    for case in index.cases.values() {
        let judged = around.judged(case, &calendars, share);
        if case.status() == Status::Open { open.extend(judged) } else { over.extend(judged) }
    }
    (open, over)
}

fn share(list: &[&Judged], wanted: impl Fn(&Judged) -> bool) -> usize {
    list.iter().filter(|judged| wanted(judged)).count() * 100 / list.len().max(1)
}

#[test]
fn most_promises_are_kept_and_little_is_overdue() {
    for hours in (0..7 * 24).step_by(23) {
        let lang = Lang::ALL[usize::try_from(hours).expect("small") % 3];
        let now = NOW + hours * HOUR;
        let records = shop(lang, now);
        let (open, over) = judged(&records, now);
        let decided: Vec<&Judged> = open.iter().chain(&over).filter(|each| each.state.is_decided()).collect();
        assert!(decided.len() > 150, "{hours} h: {} were decided", decided.len());
        let kept = share(&decided, |each| each.state == State::Met);
        assert!((80..=97).contains(&kept), "{hours} h: {kept} % kept");
        let due: Vec<&Judged> =
            open.iter().filter(|each| !each.is_over && !each.kind.is_guarantee()).collect();
        let overdue = share(&due, |each| each.state == State::Breached);
        assert!((1..=33).contains(&overdue), "{hours} h: {overdue} % of {} overdue", due.len());
        let soon = |each: &&Judged| {
            let ahead = each.due.map(|due| due.minutes_since(Moment::of_millis(now)));
            each.state == State::Running && ahead.is_some_and(|ahead| (0..=48 * 60).contains(&ahead))
        };
        let soon: Vec<_> = open.iter().filter(soon).map(|each| each.kind).collect();
        assert!(soon.len() >= 3, "{hours} h: {soon:?} are due soon");
        let all = || open.iter().chain(&over);
        let paused = |each: &&Judged| each.paused.customer > 0 || each.paused.supplier > 0;
        assert!(all().filter(paused).count() > 2, "{hours} h: nothing waited");
        let (remedied, owed) = (
            all().filter(|each| each.remedied).count(),
            all().filter(|each| each.state.is_broken() && each.is_over && !each.remedied).count(),
        );
        assert!(remedied > 3 && (1..12).contains(&owed), "{hours} h: {remedied} made good, {owed} owed");
        let doubtful: Vec<_> = all().filter(|each| each.doubt.is_some()).collect();
        assert!(doubtful.is_empty(), "{hours} h: {doubtful:?}");
    }
}

/// What a case is promised is what the letter in force that day promises its customer.
#[test]
fn each_case_is_promised_what_the_letter_in_force_says() {
    let records = shop(Lang::ZhTw, NOW);
    let index = index(&records);
    let (mut own, mut none) = (0, 0);
    for (key, record) in &records.0 {
        let Some(journal) = CaseKind::of(record) else { continue };
        let case = Case::of(journal);
        let customer = case.customer().expect("a customer").as_str();
        let opened = case.span.as_ref().expect("entries").0.millis;
        let day = Date::of_moment(opened, 480).expect("a day");
        let letter = lettering::in_force(&index, Some(customer), day).map(|letter| letter.id.as_str());
        let first = case.terms().map(|held| held.value.letter.as_str());
        // The day on which a letter is issued has cases from before it.
        let issued = |id: &str| index.letters[id].begun;
        match (first, letter) {
            (None, None) => none += 1,
            (None, Some(letter)) => {
                assert!(opened < issued(letter), "{key}");
                none += 1;
            }
            (Some(first), Some(letter)) => assert!(first == letter || opened < issued(letter), "{key}"),
            (Some(_), None) => panic!("{key}: promised without a letter"),
        }
        own += usize::from(first.is_some_and(|first| first.ends_with("letter-2")));
    }
    assert!(own >= 2 && (3..10).contains(&none), "{own} by the customer's own letter, {none} by none");
    let key = records.0.values().filter_map(CustomerKind::of).map(Customer::of);
    assert_eq!(key.filter(|customer| customer.importance() == Some(Importance::Key)).count(), 1);
}

#[test]
fn a_broken_promise_leads_to_an_improvement() {
    for lang in Lang::ALL {
        let records = shop(lang, NOW);
        let all = records.0.values().filter_map(ImprovementKind::of).map(Improvement::of);
        let begun: Vec<_> =
            all.filter(|each| each.origin() == Origin::BrokenPromise && each.case().is_some()).collect();
        assert_eq!(begun.len(), 1, "{lang:?}");
        let case = begun[0].case().expect("a case").as_str();
        let index = index(&records);
        let share = Share { warn_percent: 75, now: Moment::of_millis(NOW) };
        let judged = Around::of(&index, case).judged(&index.cases[case], &calendars(&records), share);
        assert!(judged.iter().any(|each| each.state.is_broken()), "{lang:?}: {judged:?}");
    }
}
