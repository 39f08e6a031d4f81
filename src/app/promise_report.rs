//! The promise report in words and as files.

use super::csv::{Cell, csv};
use crate::domain::calendar::{Moment, Zone};
use crate::domain::lang::Lang;
use crate::domain::local_time::LocalTime;
use crate::i18n::when::{date_in_words, month_in_words};
use crate::i18n::{Named, Texts, texts};
use crate::stats::promises::{Figure, Period, Row, Tally};

impl Named for Figure {
    fn name(&self, t: &'static Texts) -> &'static str {
        let t = t.promise_report();
        match self {
            Self::Made => t.made,
            Self::Kept => t.kept,
            Self::Late => t.late,
            Self::Broken => t.broken,
            Self::Running => t.running,
            Self::Measured => t.measured,
            Self::ByCustomer => t.by_customer,
            Self::BySupplier => t.by_supplier,
            Self::ByShop => t.by_shop,
        }
    }
}

/// A time in words: `2 h 10 min`.
#[must_use]
pub fn minutes_in_words(t: &'static Texts, minutes: u64) -> String {
    let t = t.promise_report();
    match (minutes / 60, minutes % 60) {
        (0, minutes) => t.minutes(&minutes),
        (hours, 0) => t.hours(&hours),
        (hours, minutes) => t.hours_minutes(&hours, &minutes),
    }
}

/// A period in words: `October 2026`.
#[must_use]
pub fn period_in_words(lang: Lang, period: Period) -> String {
    let t = texts(lang).promise_report();
    match period {
        Period::Month(year, month) => match crate::domain::date::Date::new(year, month, 1) {
            Some(first) => t.month(&month_in_words(lang, first), &year),
            None => String::new(),
        },
        Period::Quarter(year, quarter) => t.quarter(&quarter, &year),
        Period::Year(year) => t.year(&year),
        Period::Days(first, last) => t.days(&date_in_words(lang, first), &date_in_words(lang, last)),
        Period::All => t.unit_all.to_owned(),
    }
}

/// A way to group the promises, with what became of each group.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// What they are grouped by.
    pub title: String,
    /// The groups, as they are called.
    pub groups: Vec<(String, Tally)>,
}

/// The report as a file.
#[must_use]
pub fn tables_csv(t: &'static Texts, tables: &[Table]) -> String {
    let r = t.promise_report();
    let head = [
        r.csv_table,
        r.csv_group,
        r.made,
        r.kept,
        r.late,
        r.broken,
        r.csv_percent,
        r.running,
        r.csv_median,
        r.csv_ninetieth,
        r.csv_by_customer,
        r.csv_by_supplier,
        r.csv_by_shop,
    ];
    let count = |number: usize| Cell::Number(number as u64);
    let row = |title: &str, (name, tally): &(String, Tally)| {
        vec![
            Cell::words(title),
            Cell::words(name),
            count(tally.made),
            count(tally.kept),
            count(tally.late),
            count(tally.broken),
            Cell::number(tally.percent_kept().map(|percent| percent as u64)),
            count(tally.running),
            Cell::number(tally.median.map(|point| point.percent.into())),
            Cell::number(tally.ninetieth.map(|point| point.percent.into())),
            Cell::Number(tally.by_customer),
            Cell::Number(tally.by_supplier),
            Cell::Number(tally.by_shop),
        ]
    };
    let mut rows = vec![head.map(Cell::words).into()];
    for table in tables {
        rows.extend(table.groups.iter().map(|group| row(&table.title, group)));
    }
    csv(&rows)
}

/// What the ids in a row are called.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RowNames {
    /// The case's number.
    pub case: String,
    /// Who works on it.
    pub person: String,
    /// Its process.
    pub process: String,
}

/// Promises as a file, a line for each.
#[must_use]
pub fn rows_csv(t: &'static Texts, zone: Zone, rows: &[(RowNames, &Row)]) -> String {
    let r = t.promise_report();
    let head = [
        r.csv_case,
        r.clause,
        r.person,
        r.process,
        r.csv_state,
        r.csv_due,
        r.csv_met,
        r.csv_limit,
        r.csv_used,
        r.csv_late,
        r.csv_by_customer,
        r.csv_by_supplier,
    ];
    // As spreadsheets read it: `2026-11-21 20:32`.
    let when = |moment: Option<Moment>| match moment.and_then(|moment| zone.local(moment)) {
        Some(time) => Cell::Words(spreadsheet_time(time)),
        None => Cell::Empty,
    };
    let row = |(names, row): &(RowNames, &Row)| {
        let counted = |minutes: u32| Cell::number((row.limit > 0).then_some(minutes.into()));
        vec![
            Cell::words(&names.case),
            Cell::words(row.kind.name(t)),
            Cell::words(&names.person),
            Cell::words(&names.process),
            Cell::words(row.state.name(t)),
            when(row.due),
            when(row.met),
            counted(row.limit),
            counted(row.used),
            counted(row.late),
            Cell::Number(row.paused.customer.into()),
            Cell::Number(row.paused.supplier.into()),
        ]
    };
    let mut table = vec![head.map(Cell::words).into()];
    table.extend(rows.iter().map(row));
    csv(&table)
}

fn spreadsheet_time(time: LocalTime) -> String {
    format!("{} {}", time.date(), time.time())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Date;
    use crate::domain::promise::{Measure, Paused, PromiseKind, State};

    #[test]
    fn times_and_periods_are_said_in_words() {
        for (minutes, said) in [
            (0, ["0 分", "0 分", "0 min"]),
            (59, ["59 分", "59 分", "59 min"]),
            (60, ["1 小时", "1 小時", "1 h"]),
            (1501, ["25 小时 1 分", "25 小時 1 分", "25 h 1 min"]),
        ] {
            assert_eq!(Lang::ALL.map(|lang| minutes_in_words(texts(lang), minutes)), said);
        }
        for (period, said) in [
            ("2026-10", ["2026年10月", "2026年10月", "October 2026"]),
            ("2026-q4", ["2026年第4季度", "2026年第4季", "Q4 2026"]),
            ("2026", ["2026年", "2026年", "2026"]),
            ("all", ["全部", "全部", "All time"]),
        ] {
            let period = Period::parse(period).expect("a period");
            assert_eq!(Lang::ALL.map(|lang| period_in_words(lang, period)), said);
        }
    }

    #[test]
    fn the_files_hold_plain_figures() {
        let tally = Tally { made: 3, kept: 2, late: 1, by_shop: 90, ..Tally::default() };
        let table = Table { title: "By person".to_owned(), groups: vec![("=Lee".to_owned(), tally)] };
        let file = tables_csv(texts(Lang::En), &[table]);
        assert!(file.ends_with("\r\nBy person,'=Lee,3,2,1,0,66,0,,,0,0,90\r\n"), "{file}");
        assert_eq!(file.lines().count(), 2);

        let row = Row {
            case: "k1".to_owned(),
            kind: PromiseKind::Plan,
            person: String::new(),
            process: "P1".to_owned(),
            day: Date::EPOCH,
            state: State::MetLate,
            started: Moment::of_number(0),
            due: Some(Moment::of_number(60)),
            met: Some(Moment::of_number(150)),
            measure: Measure::Working,
            limit: 60,
            used: 150,
            late: 90,
            paused: Paused { customer: 5, supplier: 0 },
        };
        let names = RowNames { case: "A-1".to_owned(), person: "Lee, Kim".to_owned(), ..RowNames::default() };
        let file = rows_csv(texts(Lang::En), Zone::UTC, &[(names, &row)]);
        let line =
            "A-1,Plan or quote,\"Lee, Kim\",,Kept late,1970-01-01 01:00,1970-01-01 02:30,60,150,90,5,0\r\n";
        assert!(file.ends_with(line), "{file}");
    }
}
