//! What a file would change, in words; and taking an import back.

#[path = "archive/journals.rs"]
mod journals;

use casebook::app::import::{Beside, Difference, NewValue, difference, taking_back};
use casebook::app::story::Look;
use casebook::archive::{Archive, Exported, Plan, Verdict, plan, read};
use casebook::domain::calendar::Zone;
use casebook::domain::lang::Lang;
use casebook::domain::record::{Record, RecordKey, RecordKind, Records};
use casebook::i18n::texts;
use journals::shops;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A record from its entries: a minute, a device, its changes.
fn record(kind: &str, id: &str, entries: &[(u64, &str, &str)]) -> String {
    let entry = |(minute, device, changes): &(u64, &str, &str)| {
        let millis = 1_795_291_200_000 + minute * 60_000;
        format!(r#"{{"stamp":"{millis:012x}-000000-{device}","changes":[{changes}]}}"#)
    };
    let entries: Vec<_> = entries.iter().map(entry).collect();
    format!(r#"{{"record":"{kind}","id":"{id}","entries":[{}]}}"#, entries.join(","))
}

fn stamp(minute: u64, device: &str) -> String {
    format!("{:012x}-000000-{device}", 1_795_291_200_000 + minute * 60_000)
}

fn records(records: &[String]) -> Records {
    let exported = r#"{"at":"2026-11-21T20:00:00Z","device":"k3v9q2","app":"0.1.0"}"#;
    let text = format!(
        r#"{{"format":"casebook","version":1,"exported":{exported},"records":[{}]}}"#,
        records.join(",")
    );
    let archive = read(&text).expect("it is a file");
    assert_eq!(archive.problems, []);
    archive.records
}

/// What the second would change in the first, which have one record.
fn change(here: &[(u64, &str, &str)], there: &[(u64, &str, &str)], kind: &str) -> Difference {
    let [here, there] = [here, there].map(|entries| records(&[record(kind, "r1", entries)]));
    let known = here.0.values().next();
    let news = there.0.values().next().expect("one");
    let news = known.map_or_else(|| news.clone(), |known| news.missing_from(known));
    told(known, &news)
}

fn told(known: Option<&Record>, news: &Record) -> Difference {
    let look = Look {
        lang: Lang::En,
        now: 1_795_291_200_000,
        zone: Zone::default(),
        process: None,
        process_at: &|_| None,
        staff: &|_| None,
        customer: &|id| Some(format!("customer {}", id.as_str())),
        asset: &|_| None,
        case: &|_| None,
    };
    difference(&look, known, news)
}

fn new(name: &str, before: &str, after: &str) -> NewValue {
    NewValue { name: name.to_owned(), before: before.to_owned(), after: after.to_owned() }
}

const A: &str = "aaaaaaaaaa";
const B: &str = "bbbbbbbbbb";

#[test]
fn a_changed_customer_is_told_field_by_field() {
    let begun = (0, A, r#"{"set":"name","to":"Ann"},{"set":"email","to":"ann@example.org"}"#);
    let replaces = stamp(0, A);
    let renamed = format!(
        r#"{{"set":"name","to":"Ann Lee","replaces":["{replaces}"]}},{{"set":"phone","to":"021 55"}}"#
    );
    let told = change(&[begun], &[begun, (1, B, &renamed)], "customer");
    let t = texts(Lang::En).names();
    assert_eq!(told.values, [new(t.customer_name, "Ann", "Ann Lee"), new(t.customer_phone, "", "021 55")]);
    assert!(told.beside.is_empty() && told.happened.is_empty() && !told.erased);
}

#[test]
fn two_values_stand_beside_each_other_here_and_there() {
    let begun = (0, A, r#"{"set":"name","to":"Ann"}"#);
    let set = |to: &str| format!(r#"{{"set":"name","to":"{to}","replaces":["{}"]}}"#, stamp(0, A));
    let (here, there) = (set("Ann L."), set("Ann Lee"));
    let told = change(&[begun, (1, A, &here)], &[begun, (2, B, &there)], "customer");
    let name = texts(Lang::En).names().customer_name.to_owned();
    let beside = Beside { name, here: vec!["Ann L.".to_owned()], there: vec!["Ann Lee".to_owned()] };
    assert_eq!((told.beside, told.values), (vec![beside], Vec::new()));
}

#[test]
fn what_happened_is_counted() {
    let opened = (0, A, r#"{"event":"opened"},{"event":"note","text":"one"}"#);
    let notes = r#"{"event":"note","text":"two"},{"event":"note","text":"three"}"#;
    let told = change(&[opened], &[opened, (1, B, notes)], "case");
    let words: Vec<_> =
        told.happened.iter().map(|(happened, times)| happened.words(texts(Lang::En), *times)).collect();
    assert_eq!(words, [texts(Lang::En).import().times_note(&2)]);
    // A note that was taken back in the file is not new.
    let undo = format!(r#"{{"undo":"{}"}}"#, stamp(1, B));
    let told = change(&[opened], &[opened, (1, B, notes), (2, B, &undo)], "case");
    assert!(told.happened.is_empty());
    assert_eq!(told.undone, 1);
}

#[test]
fn a_new_record_is_told_by_what_it_has() {
    let case =
        records(&[record("case", "k1", &[(0, A, r#"{"event":"opened"},{"set":"customer","to":"c1"}"#)])]);
    let told = told(None, case.0.values().next().expect("one"));
    assert_eq!(told.values, [new(texts(Lang::En).names().field_customer, "", "customer c1")]);
}

#[test]
fn what_was_overwritten_long_ago_says_nothing() {
    let late = format!(r#"{{"set":"name","to":"Now","replaces":["{}"]}}"#, stamp(0, B));
    let (early, late) = ((0, B, r#"{"set":"name","to":"Then"}"#), (5, A, late.as_str()));
    let told = change(&[late], &[early], "customer");
    assert!(told.is_silent(), "{told:?}");
}

fn shop(records: Records) -> Archive {
    let exported = Exported {
        at: "2026-11-21T20:00:00Z".to_owned(),
        device: "k3v9q2".to_owned(),
        app: "0.1.0".to_owned(),
    };
    Archive { exported, records, files: Vec::new(), problems: Vec::new() }
}

fn known(plan: &Plan) -> BTreeSet<RecordKey> {
    let known = plan.rows.iter().filter(|row| row.verdict != Verdict::New);
    known.map(|row| row.key.clone()).filter(|key| plan.news.0.contains_key(key)).collect()
}

/// What is left when the import's entries of these records are removed.
fn without(all: &Records, brought: &Records, removed: &[RecordKey]) -> Records {
    let left = all.0.iter().map(|(key, record)| {
        let came = brought.0.get(key).filter(|_| removed.contains(key));
        (key.clone(), came.map_or_else(|| record.clone(), |came| record.missing_from(came)))
    });
    Records(left.filter(|(_, record)| !record.is_empty()).collect())
}

/// Two records of one person cannot be told apart by what is left, once one was erased.
fn nobody_erased(records: &Records) -> bool {
    !records.0.values().any(Record::is_erased)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_just_brought_goes_without_a_trace(shops in shops()) {
        let plan = plan(&shops[0], shop(shops[1].clone()));
        let mut all = shops[0].clone();
        all.merge(plan.news.clone());
        prop_assume!(nobody_erased(&all));
        let back = taking_back(&all, &plan.news, &known(&plan));
        prop_assert!(back.worked_on.is_empty());
        prop_assert_eq!(without(&all, &plan.news, &back.removed(false)), shops[0].clone());
    }

    #[test]
    fn what_was_done_since_stays(shops in shops()) {
        let plan = plan(&shops[0], shop(shops[1].clone()));
        let mut all = shops[0].clone();
        all.merge(plan.news.clone());
        let before = all.clone();
        all.merge(shops[2].clone());
        prop_assume!(nobody_erased(&all));
        let back = taking_back(&all, &plan.news, &known(&plan));
        for keep in [true, false] {
            let left = without(&all, &plan.news, &back.removed(keep));
            for (key, record) in &all.0 {
                let since = before.0.get(key).map_or_else(|| record.clone(), |before| record.missing_from(before));
                let still = left.0.get(key).map_or(0, |left| since.missing_from(left).len());
                prop_assert!(since.is_empty() || left.0.contains_key(key) && still == 0, "{} lost something", key);
            }
            // What is kept speaks of nothing that went.
            if keep {
                for (key, record) in &left.0 {
                    for pointed in casebook::domain::points_to::points_to(record) {
                        prop_assert!(!back.gone.contains(&pointed), "{} speaks of {}", key, pointed);
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_needed_is_named() {
    let key = |kind, id: &str| RecordKey::new(kind, id);
    let customer = record("customer", "c1", &[(0, B, r#"{"set":"name","to":"Ann"}"#)]);
    let other = record("customer", "c2", &[(0, B, r#"{"set":"name","to":"Ben"}"#)]);
    let brought = records(&[customer, other]);
    let mut all = brought.clone();
    all.merge(records(&[record(
        "case",
        "k1",
        &[(1, A, r#"{"event":"opened"},{"set":"customer","to":"c1"}"#)],
    )]));
    let back = taking_back(&all, &brought, &BTreeSet::new());
    assert_eq!(back.gone, [key(RecordKind::Customer, "c2")]);
    assert_eq!(back.pointed_to.keys().collect::<Vec<_>>(), [&key(RecordKind::Customer, "c1")]);
    all.merge(records(&[record("customer", "c2", &[(1, A, r#"{"set":"email","to":"b@example.org"}"#)])]));
    let back = taking_back(&all, &brought, &BTreeSet::new());
    assert_eq!((back.gone.len(), back.worked_on), (0, vec![key(RecordKind::Customer, "c2")]));
}
