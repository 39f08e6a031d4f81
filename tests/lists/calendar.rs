use casebook::app::command::{NewVisit, Pen, plan_visit, set_visit_state};
use casebook::domain::date::Date;
use casebook::domain::id::{CaseId, StaffId, VisitId};
use casebook::domain::local_time::Window;
use casebook::domain::record::Records;
use casebook::domain::visit::{Visit, VisitKind, VisitState};
use casebook::journal::{DeviceId, SessionId, Stamp, Writer};
use casebook::search::calendar::{Calendar, calendar};
use casebook::search::index::Index;
use casebook::search::summary::Summary;
use casebook::search::visiting::{NewSlot, clashing};
use casebook::stats::today::visits;

const MONDAY: &str = "2026-11-23";

fn pen(at: u64) -> Pen {
    let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
    Pen { stamp: Stamp::new(at, 0, writer), author: None }
}

fn window(date: &str, start: &str, end: &str) -> Window {
    Window::typed(date, start, end).expect("a window")
}

fn agree(records: &mut Records, id: &str, when: Window, staff: &[&str]) {
    let visit = NewVisit {
        id: VisitId::parse(id).expect("an id"),
        case: CaseId::parse("case-1").expect("an id"),
        when,
        travel: 20,
        staff: staff.iter().filter_map(|id| StaffId::parse(id)).collect(),
        purpose: String::new(),
        address: String::new(),
        charge: None,
    };
    records.merge(plan_visit(&pen(1), visit).expect("a visit"));
}

fn step(records: &mut Records, id: &str, to: VisitState) {
    let id = VisitId::parse(id).expect("an id");
    let visit = Visit::of(&records.journal::<VisitKind>(id.as_str()));
    records.merge(set_visit_state(&pen(2), &id, &visit, to, "why").expect("a state"));
}

fn index(records: &Records) -> Index {
    let mut index = Index::default();
    records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).for_each(|s| index.put(s));
    index
}

fn monday() -> Date {
    Date::parse(MONDAY).expect("a date")
}

/// Id, top, height, lane and lanes of the visits of the first day.
fn first_day(calendar: &Calendar) -> Vec<(&str, u16, u16, usize, usize)> {
    let visits = calendar.days[0].visits.iter();
    visits.map(|v| (v.id.as_str(), v.top, v.height, v.lane, v.lanes)).collect()
}

#[test]
fn visits_that_overlap_stand_side_by_side() {
    let mut records = Records::default();
    agree(&mut records, "a", window(MONDAY, "9:00", "11:00"), &["ann"]);
    agree(&mut records, "b", window(MONDAY, "10:00", "10:10"), &["bob"]);
    agree(&mut records, "c", window(MONDAY, "10:30", "12:00"), &["bob"]);
    agree(&mut records, "d", window(MONDAY, "12:00", "13:00"), &["ann"]);
    agree(&mut records, "e", window(MONDAY, "15:00", "16:00"), &["ann"]);
    step(&mut records, "e", VisitState::Cancelled);
    let drawn = calendar(&index(&records), monday(), 7, "");
    assert_eq!(
        first_day(&drawn),
        [("a", 540, 120, 0, 2), ("b", 600, 30, 1, 2), ("c", 630, 90, 1, 2), ("d", 720, 60, 0, 1)]
    );
    assert_eq!((drawn.from_hour, drawn.to_hour, drawn.days.len()), (8, 19, 7));
    let anns = calendar(&index(&records), monday(), 1, "ann");
    assert_eq!(first_day(&anns), [("a", 540, 120, 0, 1), ("d", 720, 60, 0, 1)]);
}

#[test]
fn a_visit_over_midnight_is_drawn_on_both_days_and_widens_the_hours() {
    let mut records = Records::default();
    let start = window(MONDAY, "23:00", "23:30").start();
    let end = window("2026-11-24", "1:00", "2:00").end();
    agree(&mut records, "night", Window::new(start, end).expect("a window"), &["ann"]);
    let drawn = calendar(&index(&records), monday(), 2, "");
    assert_eq!(first_day(&drawn), [("night", 1380, 60, 0, 1)]);
    assert_eq!((drawn.days[1].visits[0].top, drawn.days[1].visits[0].height), (0, 120));
    assert_eq!((drawn.from_hour, drawn.to_hour), (0, 24));
    let continued = |day: usize| drawn.days[day].visits[0].continued;
    assert_eq!((continued(0), continued(1)), (false, true));
    assert_eq!(drawn.beside("night", 1, 0), None, "it does not lead to itself");
}

#[test]
fn a_day_with_ten_visits_at_once_has_room_for_each() {
    let mut records = Records::default();
    for n in 0..10 {
        agree(&mut records, &format!("v{n}"), window(MONDAY, "9:00", "10:00"), &[]);
    }
    let drawn = calendar(&index(&records), monday(), 7, "");
    let lanes: Vec<_> = drawn.days[0].visits.iter().map(|visit| (visit.lane, visit.lanes)).collect();
    assert_eq!(lanes, (0..10).map(|lane| (lane, 10)).collect::<Vec<_>>());
    assert_eq!((drawn.days[0].lanes(), drawn.days[1].lanes()), (10, 1));
}

#[test]
fn who_would_be_at_two_places_is_told_with_the_way_there() {
    let mut records = Records::default();
    agree(&mut records, "a", window(MONDAY, "9:00", "10:00"), &["ann", "bob"]);
    let new = |start, staff: &str| NewSlot {
        when: window(MONDAY, start, "11:00"),
        travel: 15,
        staff: StaffId::parse(staff).into_iter().collect(),
    };
    let index = index(&records);
    let found = |slot: &NewSlot, itself| clashing(&index, slot, itself).len();
    assert_eq!(found(&new("10:10", "ann"), None), 1, "ten minutes are too few for the way");
    assert_eq!(found(&new("10:15", "ann"), None), 0);
    assert_eq!(found(&new("10:10", "eve"), None), 0);
    assert_eq!(found(&new("10:10", "ann"), Some("a")), 0, "a visit does not clash with itself");
}

#[test]
fn clashing_visits_are_marked_and_arrows_lead_past_empty_days() {
    let mut records = Records::default();
    agree(&mut records, "a", window(MONDAY, "9:00", "10:00"), &["ann"]);
    agree(&mut records, "b", window(MONDAY, "9:30", "10:30"), &["ann"]);
    agree(&mut records, "c", window("2026-11-26", "9:00", "10:00"), &["ann"]);
    let drawn = calendar(&index(&records), monday(), 7, "");
    let marked = |day: usize| drawn.days[day].visits.iter().map(|visit| visit.clashes).collect::<Vec<_>>();
    assert_eq!((marked(0), marked(3)), (vec![true, true], vec![false]));
    for (from, right, down, to) in [
        ("a", 0, 1, Some("b")),
        ("b", 0, 1, None),
        ("b", 1, 0, Some("c")),
        ("c", -1, 0, Some("a")),
        ("c", 1, 0, None),
    ] {
        assert_eq!(drawn.beside(from, right, down), to, "{from} {right} {down}");
    }
}

#[test]
fn today_has_the_visits_ahead_and_those_of_which_nobody_said_how_they_went() {
    let mut records = Records::default();
    agree(&mut records, "late", window(MONDAY, "16:00", "17:00"), &["li"]);
    agree(&mut records, "early", window(MONDAY, "08:00", "09:00"), &["wang"]);
    agree(&mut records, "past", window("2026-11-20", "10:00", "11:00"), &["li"]);
    agree(&mut records, "done", window(MONDAY, "10:00", "11:00"), &["li"]);
    agree(&mut records, "next", window("2026-11-24", "10:00", "11:00"), &["li"]);
    step(&mut records, "done", VisitState::Done);
    let index = index(&records);
    let shown = |person: Option<&str>| {
        let person = person.and_then(StaffId::parse);
        let ids = visits(&index, monday(), person.as_ref());
        ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(shown(None), "past early late");
    assert_eq!(shown(Some("li")), "past late");
    assert_eq!(shown(Some("nobody")), "");
}
