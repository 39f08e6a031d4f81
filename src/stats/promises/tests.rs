use super::*;
use crate::domain::letter::RecordPeriod;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn row(kind: PromiseKind, state: State, on: &str, limit: u32, used: u32) -> Row {
    Row {
        case: "k1".to_owned(),
        kind,
        person: "may".to_owned(),
        process: "P1".to_owned(),
        day: day(on),
        state,
        started: Moment::of_number(0),
        due: None,
        met: None,
        measure: Measure::Working,
        limit,
        used,
        late: used.saturating_sub(limit),
        paused: Paused::default(),
    }
}

#[test]
fn what_became_of_promises_is_counted() {
    use PromiseKind::{FirstResponse, Plan};
    let rows = [
        row(FirstResponse, State::Met, "2026-11-02", 120, 30),
        row(FirstResponse, State::Met, "2026-11-03", 120, 119),
        row(FirstResponse, State::MetLate, "2026-11-03", 120, 121),
        row(Plan, State::Breached, "2026-10-31", 480, 960),
        Row {
            paused: Paused { customer: 60, supplier: 600 },
            ..row(Plan, State::Running, "2026-11-30", 480, 100)
        },
        row(Plan, State::Paused, "2026-11-30", 480, 100),
    ];
    let all = Tally::of(&rows);
    assert_eq!((all.made, all.kept, all.late, all.broken, all.running), (4, 2, 1, 1, 2));
    assert_eq!(all.percent_kept(), Some(50));
    assert_eq!((all.by_customer, all.by_supplier, all.by_shop), (60, 600, 1 + 480));
    assert_eq!(all.median, Some(Point { percent: 100, used: 119 }), "a part of a per cent counts as one");
    assert_eq!(all.ninetieth, Some(Point { percent: 200, used: 960 }));

    let refs: Vec<&Row> = rows.iter().collect();
    let clauses: Vec<_> = by_clause(&refs).into_iter().map(|(kind, tally)| (kind, tally.made)).collect();
    assert_eq!(clauses, [(FirstResponse, 3), (Plan, 1)]);
    let months: Vec<_> =
        by_month(&refs).into_iter().map(|(month, t)| (month.to_string(), t.made, t.running)).collect();
    assert_eq!(months, [("2026-10".to_owned(), 1, 0), ("2026-11".to_owned(), 3, 2)]);
    let one_late = row(FirstResponse, State::MetLate, "2026-11-03", 120, 121);
    assert_eq!(one_late.percent_used(), 101, "what was late shows more than its limit");
}

#[test]
fn nearly_all_kept_is_not_all_kept() {
    for (kept, broken, percent) in
        [(0, 0, None), (1, 0, Some(100)), (0, 1, Some(0)), (199, 1, Some(99)), (2, 1, Some(66))]
    {
        let tally = Tally { made: kept + broken, kept, broken, ..Tally::default() };
        assert_eq!(tally.percent_kept(), percent, "{kept} of {}", kept + broken);
    }
}

#[test]
fn a_record_counts_what_came_due_in_its_period() {
    use PromiseKind::{FirstResponse, Plan, Visit};
    let rows = [
        row(FirstResponse, State::Met, "2026-10-01", 120, 30),
        row(FirstResponse, State::MetLate, "2026-10-31", 120, 130),
        row(FirstResponse, State::Met, "2026-11-01", 120, 30),
        row(Plan, State::Running, "2026-10-15", 480, 30),
        row(Visit, State::Breached, "2026-09-30", 30, 90),
        row(Visit, State::Met, "2026-11-23", 30, 0),
    ];
    let line = |kind, made, kept| RecordLine { kind, made, kept };
    let of = |period| PrintedRecord::of(&rows, period, day("2026-11-22"));
    let month = of(RecordPeriod::LastMonth);
    assert_eq!(month.lines, [line(FirstResponse, 2, 1)], "a clause under which nothing came due is left out");
    assert_eq!((month.first, month.last), (Some(day("2026-10-01")), day("2026-10-31")));
    assert_eq!(of(RecordPeriod::LastQuarter).lines, [line(Visit, 1, 0)]);
    let ever = of(RecordPeriod::ToDate);
    assert_eq!(ever.lines, [line(FirstResponse, 3, 2), line(Visit, 1, 0)], "what is due tomorrow is not due");
    assert_eq!((ever.first, ever.last, ever.sum()), (Some(day("2026-09-30")), day("2026-11-22"), (4, 2)));
    let none = PrintedRecord::of(&[], RecordPeriod::ToDate, day("2026-11-22"));
    assert_eq!((none.first, none.sum()), (None, (0, 0)));
}

fn some_rows() -> impl Strategy<Value = Vec<Row>> {
    let one = (0..12_usize, 0..5_usize, 0..90_i64, 0..4_u32, 0..2000_u32, 0..3_u32, 0..50_u32, 0..50_u32);
    let one = one.prop_map(|(kind, state, days, limit, used, who, customer, supplier)| Row {
        day: day("2026-09-15").plus_days(days).expect("a day"),
        person: ["", "may", "ruth"][who as usize].to_owned(),
        process: ["P1", "P2", "P3"][(who as usize + kind) % 3].to_owned(),
        paused: Paused { customer, supplier },
        ..row(PromiseKind::ALL[kind], State::ALL[state], "2026-09-15", limit * 300, used)
    });
    prop::collection::vec(one, 0..40)
}

/// The least share that at least so many per cent do not exceed, by trying each.
fn naive_percentile(rows: &[&Row], percent: usize) -> Option<u32> {
    let measured: Vec<u32> = rows.iter().filter(|r| r.is_measured()).map(|r| r.percent_used()).collect();
    let enough =
        |share: &u32| measured.iter().filter(|m| *m <= share).count() * 100 >= percent * measured.len();
    measured.iter().copied().filter(enough).min()
}

proptest! {
    #[test]
    fn each_figure_is_the_number_of_promises_that_it_opens(
        rows in some_rows(),
        clause in prop::option::of(0..12_usize),
        person in prop::option::of(0..3_usize),
    ) {
        let query = Query {
            clause: clause.map(|at| PromiseKind::ALL[at]),
            person: person.map(|at| ["", "may", "ruth"][at].to_owned()),
            ..Query::of(Period::Quarter(2026, 4))
        };
        let shown: Vec<&Row> = rows.iter().filter(|row| query.holds(row)).collect();
        for row in &rows {
            let first = day("2026-10-01") <= row.day && row.day <= day("2026-12-31");
            let clause = query.clause.is_none() || query.clause == Some(row.kind);
            let person = query.person.is_none() || query.person.as_deref() == Some(&row.person);
            prop_assert_eq!(query.holds(row), first && clause && person);
        }
        let mut parts = Vec::new();
        parts.extend(by_clause(&shown).into_iter()
            .map(|(key, tally)| (Query { clause: Some(key), ..query.clone() }, tally)));
        parts.extend(by_person(&shown).into_iter()
            .map(|(key, tally)| (Query { person: Some(key), ..query.clone() }, tally)));
        parts.extend(by_process(&shown).into_iter()
            .map(|(key, tally)| (Query { process: Some(key), ..query.clone() }, tally)));
        parts.extend(by_month(&shown).into_iter()
            .map(|(key, tally)| (Query { period: key, ..query.clone() }, tally)));
        parts.push((query.clone(), Tally::of(shown.iter().copied())));
        for (query, tally) in parts {
            let opened = |figure| {
                let query = Query { figure: Some(figure), ..query.clone() };
                rows.iter().filter(|row| query.holds(row)).count()
            };
            prop_assert_eq!(tally.made, opened(Figure::Made));
            prop_assert_eq!(tally.kept, opened(Figure::Kept));
            prop_assert_eq!(tally.late, opened(Figure::Late));
            prop_assert_eq!(tally.broken, opened(Figure::Broken));
            prop_assert_eq!(tally.running, opened(Figure::Running));
            prop_assert_eq!(tally.by_customer > 0, opened(Figure::ByCustomer) > 0);
            prop_assert_eq!(tally.by_supplier > 0, opened(Figure::BySupplier) > 0);
            prop_assert_eq!(tally.by_shop > 0, opened(Figure::ByShop) > 0);
            prop_assert_eq!(tally.median.is_some(), opened(Figure::Measured) > 0);
            let some: Vec<&Row> = rows.iter().filter(|row| query.holds(row)).collect();
            prop_assert_eq!(tally.median.map(|point| point.percent), naive_percentile(&some, 50));
            prop_assert_eq!(tally.ninetieth.map(|point| point.percent), naive_percentile(&some, 90));
        }
    }
}
