use crate::bench::{Bench, case_id};
use casebook::app::command::{NewVisit, VisitError, change_visit, plan_visit, set_visit_state};
use casebook::domain::date::Date;
use casebook::domain::id::{StaffId, VisitId};
use casebook::domain::local_time::Window;
use casebook::domain::record::{RecordKey, RecordKind, Records};
use casebook::domain::text::TextError;
use casebook::domain::visit::{Visit, VisitField, VisitKind, VisitState, clashes};
use casebook::search::index::Index;
use casebook::search::summary::Summary;

fn id(text: &str) -> VisitId {
    VisitId::parse(text).expect("an id")
}

fn window(date: &str, start: &str, end: &str) -> Window {
    Window::typed(date, start, end).expect("a window")
}

fn new(visit: &str, when: Window, staff: &[&str]) -> NewVisit {
    NewVisit {
        id: id(visit),
        case: case_id(),
        when,
        travel: 20,
        staff: staff.iter().filter_map(|id| StaffId::parse(id)).collect(),
        purpose: " Change the hose ".to_owned(),
        address: String::new(),
        charge: None,
    }
}

fn visit(records: &Records, id: &str) -> Visit {
    Visit::of(&records.journal::<VisitKind>(id))
}

fn index(records: &Records) -> Index {
    let mut index = Index::default();
    let summaries = records.0.iter().filter_map(|(key, record)| {
        let summary = Summary::of(key, record)?;
        assert_eq!(Summary::from_text(&key.kind, &summary.to_text()).as_ref(), Some(&summary));
        Some(summary)
    });
    summaries.for_each(|summary| index.put(summary));
    index
}

#[test]
fn a_visit_is_agreed_moved_and_made() {
    let mut bench = Bench::default();
    let agreed = window("2026-11-23", "9:30", "11:00");
    let pen = bench.pen("may");
    bench.take(plan_visit(&pen, new("v1", agreed, &["may", "ruth"])).expect("a visit"));
    let now = visit(&bench.records, "v1");
    assert_eq!(now.purpose().map(String::as_str), Some("Change the hose"));
    assert_eq!((now.state(), now.when(), now.address()), (VisitState::Planned, Some(&agreed), None));
    assert_eq!(
        bench.told_of_visit("v1"),
        [
            "预约了上门：2026年11月23日（周一）09:30–11:00 | 路程时间：20 分钟 | 上门人员：May、Ruth | 事由：Change the hose",
            "預約了到府：2026年11月23日（週一）09:30–11:00 | 路程時間：20 分鐘 | 到府人員：May、Ruth | 事由：Change the hose",
            "agreed on a visit: Mon 23 November 2026, 09:30–11:00 | Travel time: 20 minutes | Who goes: May, Ruth | Purpose: Change the hose",
        ]
    );
    let later = VisitField::When(window("2026-11-24", "14:00", "15:00"));
    let pen = bench.pen("may");
    bench.take(
        change_visit(&pen, &id("v1"), &now, vec![later, VisitField::Address(String::new())])
            .expect("a change"),
    );
    let now = visit(&bench.records, "v1");
    assert_eq!(now.address(), None, "nothing that stays nothing is not written down");
    let [_, _, told] = bench.told_of_visit("v1");
    assert_eq!(
        told,
        "moved the visit from “Mon 23 November 2026, 09:30–11:00” to “Tue 24 November 2026, 14:00–15:00”"
    );
    let pen = bench.pen("ruth");
    let missed = |reason| set_visit_state(&pen, &id("v1"), &now, VisitState::Missed, reason);
    assert_eq!(missed("  "), Err(VisitError::Reason(TextError::Empty)));
    bench.take(missed("nobody home").expect("a state"));
    assert_eq!(visit(&bench.records, "v1").state(), VisitState::Missed);
    assert_eq!(bench.told_of_visit("v1")[2], "marked the visit as missed | Reason: nobody home");
    assert_eq!(visit(&bench.records, "v1").slot(&id("v1")), None);
}

#[test]
fn what_cannot_be_is_refused() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    let when = window("2026-11-23", "9:30", "11:00");
    let long = "x".repeat(201);
    for (new, why) in [
        (NewVisit { travel: 1441, ..new("v1", when, &[]) }, VisitError::Travel),
        (NewVisit { purpose: long, ..new("v1", when, &[]) }, VisitError::Purpose(TextError::TooLong(200))),
    ] {
        assert_eq!(plan_visit(&pen, new), Err(why));
    }
}

#[test]
fn two_devices_that_move_a_visit_both_stay_visible() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    bench
        .take(plan_visit(&pen, new("v1", window("2026-11-23", "9:30", "11:00"), &["may"])).expect("a visit"));
    let now = visit(&bench.records, "v1");
    for (device, start) in [(1, "13:00"), (2, "15:00")] {
        let pen = bench.pen_at(device, "may");
        let moved = VisitField::When(window("2026-11-23", start, "17:00"));
        bench.take(change_visit(&pen, &id("v1"), &now, vec![moved]).expect("a change"));
    }
    assert_eq!(visit(&bench.records, "v1").fields.conflicts().len(), 1);
    let index = index(&bench.records);
    assert_eq!((index.visits["v1"].conflicts, index.visits["v1"].start.as_str()), (1, "2026-11-23T15:00"));
}

#[test]
fn the_calendar_finds_the_visits_of_a_day() {
    let mut bench = Bench::default();
    let time = |text| casebook::domain::local_time::LocalTime::parse(text).expect("a time");
    let night = Window::new(time("2026-11-22T22:00"), time("2026-11-23T00:00")).expect("a window");
    for (visit, when) in [
        ("v1", window("2026-11-23", "14:00", "15:00")),
        ("v2", window("2026-11-23", "09:00", "10:00")),
        ("v3", window("2026-11-23", "09:15", "10:00")),
        ("v4", window("2026-11-24", "09:00", "10:00")),
        ("v5", night),
    ] {
        let pen = bench.pen("may");
        bench.take(plan_visit(&pen, new(visit, when, &["may"])).expect("a visit"));
    }
    let mut index = index(&bench.records);
    let ids = |visits: Vec<&casebook::search::summary::VisitSummary>| -> Vec<String> {
        visits.into_iter().map(|visit| visit.id.clone()).collect()
    };
    let day = |day| Date::new(2026, 11, day).expect("a date");
    assert_eq!(ids(index.visits_on(day(23))), ["v2", "v3", "v1"]);
    assert_eq!(ids(index.visits_on(day(22))), ["v5"]);
    assert_eq!(ids(index.visits_between(day(22), day(24))), ["v5", "v2", "v3", "v1", "v4"]);
    assert_eq!(ids(index.visits_of("k1")).len(), 5);
    let slots: Vec<_> = index.visits_on(day(23)).into_iter().filter_map(|visit| visit.slot()).collect();
    let found = clashes(&slots);
    assert_eq!(found.iter().map(|c| (c.one.as_str(), c.other.as_str())).collect::<Vec<_>>(), [("v2", "v3")]);
    index.remove(&RecordKey::new(RecordKind::Visit, "v2"));
    assert_eq!(ids(index.visits_on(day(23))), ["v3", "v1"]);
}

#[test]
fn a_visit_that_was_called_off_is_not_agreed_any_more() {
    let mut bench = Bench::default();
    for visit in ["v1", "v2"] {
        let pen = bench.pen("may");
        let when = window("2026-11-23", "9:30", "11:00");
        bench.take(plan_visit(&pen, new(visit, when, &[])).expect("a visit"));
    }
    assert_eq!(index(&bench.records).visits_agreed("k1"), 2);
    assert_eq!(index(&bench.records).visits_agreed("k2"), 0);
    for (visit, state, left) in [("v1", VisitState::Missed, 2), ("v2", VisitState::Cancelled, 1)] {
        let (pen, now) = (bench.pen("may"), visit_of(&bench, visit));
        bench.take(set_visit_state(&pen, &id(visit), &now, state, "She rang").expect("a state"));
        assert_eq!(index(&bench.records).visits_agreed("k1"), left);
    }
}

fn visit_of(bench: &Bench, id: &str) -> Visit {
    visit(&bench.records, id)
}
