use super::{Report, href};
use crate::app::promise_report::{RowNames, minutes_in_words};
use crate::domain::calendar::Moment;
use crate::domain::promise::State;
use crate::i18n::{Named, when};
use crate::stats::promises::{Figure, Query, Row};
use crate::ui::part::{Glyph, Icon, WindowList, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The promises behind a figure, each with its case.
#[component]
pub(super) fn Listed(report: Report) -> impl IntoView {
    let desk = report.desk;
    let places = Memo::new(move |_| places(report));
    let title = move || {
        let figure = report.query.with(|query| query.figure);
        figure.map(|figure| figure.name(desk.t())).unwrap_or_default()
    };
    let back = move || report.query.with(|query| href(&Query { figure: None, ..query.clone() }));
    let keys = Signal::derive(move || places.with(|places| places.iter().map(ToString::to_string).collect()));
    let none = Memo::new(move |_| places.with(Vec::is_empty));
    let list = live(move || {
        if none.get() {
            return view! { <p class="muted">{said(|t| t.promise_report().list_none)}</p> }.into_any();
        }
        view! {
            <div class="report-list">
                <WindowList
                    label=Signal::derive(move || title().to_owned())
                    keys=keys
                    row_height=84
                    narrow_row_height=152
                    row=move |key: String| row_view(report, &key)
                />
            </div>
        }
        .into_any()
    });
    view! {
        <p class="back-link no-print">
            <a href=back><Icon glyph=Glyph::Back/>{said(|t| t.promise_report().back)}</a>
        </p>
        <section class="section">
            <h2>{title}</h2>
            <p class="muted">
                {move || report.scope()}" · "
                {move || desk.t().promise_report().list_count(&places.with(Vec::len))}
            </p>
            {list}
        </section>
    }
    .into_any()
}

/// The places of the promises in the list: the latest first, or those that used the most of their limit.
fn places(report: Report) -> Vec<usize> {
    let query = report.query.get();
    report.rows.with(|rows| {
        let mut found: Vec<(usize, &Row)> =
            rows.iter().enumerate().filter(|(_, row)| query.holds(row)).collect();
        match query.figure {
            Some(Figure::Measured) => found.sort_by_key(|(_, row)| std::cmp::Reverse(row.percent_used())),
            _ => found.sort_by_key(|(_, row)| std::cmp::Reverse((row.day, row.due, row.started))),
        }
        found.into_iter().map(|(at, _)| at).collect()
    })
}

/// The promises in the list with what their ids are called, for a file.
pub(super) fn with_rows<T>(report: Report, read: impl FnOnce(&[(RowNames, &Row)]) -> T) -> T {
    let places = places(report);
    report.rows.with(|rows| {
        let named = |row: &Row| RowNames {
            case: report
                .desk
                .index
                .with(|index| index.cases.get(&row.case).map(|case| case.number.clone()).unwrap_or_default()),
            person: report.person(&row.person),
            process: report.process(&row.process),
        };
        let rows: Vec<_> =
            places.iter().filter_map(|at| rows.get(*at)).map(|row| (named(row), row)).collect();
        read(&rows)
    })
}

fn row_view(report: Report, key: &str) -> AnyView {
    let desk = report.desk;
    let at: usize = key.parse().unwrap_or(usize::MAX);
    let Some(id) = report.rows.with_untracked(|rows| rows.get(at).map(|row| row.case.clone())) else {
        return ().into_any();
    };
    let cells = live(move || {
        let row = report.rows.with(|rows| rows.get(at).cloned())?;
        let t = desk.t();
        let (number, name) = desk.index.with(|index| {
            let case = index.cases.get(&row.case);
            let name = case.map_or("", |case| index.customer_name(&case.customer)).to_owned();
            (case.map(|case| case.number.clone()).unwrap_or_default(), name)
        });
        let name = if name.is_empty() { t.cases().unnamed.to_owned() } else { name };
        Some(view! {
            <span class="promise-head">
                <span class="figure">{number}</span>
                <strong>{row.kind.name(t)}</strong>
                <span>{name}</span>
                {state_tag(report, &row)}
            </span>
            <span class="promise-facts small muted">
                {facts(report, &row).into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view()}
            </span>
        })
    });
    view! { <a class="row-link promise-row" href=Route::Case(id).href()>{cells}</a> }.into_any()
}

fn state_tag(report: Report, row: &Row) -> AnyView {
    let (class, glyph) = match row.state {
        State::Met => ("tag tag-good", Glyph::Check),
        State::MetLate => ("tag tag-warn", Glyph::Warning),
        State::Breached => ("tag tag-accent", Glyph::Warning),
        State::Paused => ("tag", Glyph::Pause),
        State::Running | State::NotApplicable => ("tag", Glyph::Clock),
    };
    let name = row.state.name(report.desk.t());
    view! { <span class=class><Icon glyph=glyph/>{name}</span> }.into_any()
}

/// When it was due and met, and the minutes, in words.
fn facts(report: Report, row: &Row) -> Vec<String> {
    let t = report.desk.t();
    let (zone, today) = (report.desk.zone(), report.today());
    let moment = |moment: Moment| {
        let time = zone.local(moment)?;
        Some(format!("{} {}", when::date_at(t, today, time.date()), time.time()))
    };
    let r = t.promise_report();
    let time = |minutes: u32| minutes_in_words(t, minutes.into());
    let mut facts = Vec::new();
    match row.due {
        Some(due) => facts.extend(moment(due).map(|when| r.row_due(&when))),
        None if row.kind.is_guarantee() => facts.extend(moment(row.started).map(|when| r.row_called(&when))),
        None => {}
    }
    if !row.kind.is_guarantee() {
        facts.extend(row.met.and_then(moment).map(|when| r.row_met(&when)));
    }
    if row.late > 0 {
        facts.push(r.row_late(&time(row.late)));
    }
    if row.limit > 0 {
        facts.push(r.row_used(&time(row.used), &time(row.limit)));
    }
    if row.paused.customer > 0 {
        facts.push(r.row_by_customer(&time(row.paused.customer)));
    }
    if row.paused.supplier > 0 {
        facts.push(r.row_by_supplier(&time(row.paused.supplier)));
    }
    facts.push(report.person(&row.person));
    facts
}
