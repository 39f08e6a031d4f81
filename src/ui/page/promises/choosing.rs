use super::{Report, go, href};
use crate::app::promise_report::period_in_words;
use crate::domain::date::Date;
use crate::domain::promise::PromiseKind;
use crate::i18n::Named;
use crate::stats::promises::{Period, Query, Unit};
use crate::ui::part::{Choice, ChoiceOption, Glyph, Icon, Select, TextField, label, live};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the report is about: the time, and one person, process or promise alone.
#[component]
pub(super) fn Choosing(report: Report) -> impl IntoView {
    view! {
        <div class="report-choosing no-print" role="group" aria-label=label(|t| t.promise_report().period)>
            <Units report=report/>
            <Steps report=report/>
            <Days report=report/>
        </div>
        <div class="filters unfolded report-filters no-print">
            <Filters report=report/>
        </div>
    }
    .into_any()
}

/// How long the period is.
#[component]
fn Units(report: Report) -> impl IntoView {
    let desk = report.desk;
    let place = |unit: Unit| Unit::ALL.iter().position(|each| *each == unit).unwrap_or(0).to_string();
    let options = move || {
        let t = desk.t().promise_report();
        let names = [t.unit_month, t.unit_quarter, t.unit_year, t.unit_days, t.unit_all];
        let each = |(unit, name): (Unit, &str)| ChoiceOption::new(place(unit), name);
        Unit::ALL.into_iter().zip(names).map(each).collect::<Vec<_>>()
    };
    let choose = move |at: String| {
        let Some(unit) = at.parse().ok().and_then(|at: usize| Unit::ALL.get(at)).copied() else { return };
        let query = report.query.get_untracked();
        let today = untrack(|| report.today());
        let span = query.period.span();
        let near = if span.holds(today) { today } else { span.last.or(span.first).unwrap_or(today) };
        let period = match (unit, span.first, span.last) {
            (Unit::Days, Some(first), Some(last)) => Period::Days(first, last),
            _ => Period::around(unit, near),
        };
        go(&Query { period, ..query });
    };
    view! {
        <Choice
            label=label(|t| t.promise_report().period)
            options=Signal::derive(options)
            value=Signal::derive(move || place(report.query.with(|query| query.period.unit())))
            on_choose=choose
            quiet=true
        />
    }
    .into_any()
}

/// The period before, the one that is shown, the one after.
#[component]
fn Steps(report: Report) -> impl IntoView {
    let desk = report.desk;
    live(move || {
        let query = report.query.get();
        let step = |by: i32| query.period.step(by).map(|period| href(&Query { period, ..query.clone() }));
        let (before, after) = (step(-1)?, step(1)?);
        let name = period_in_words(desk.lang.get(), query.period);
        Some(view! {
            <div class="report-steps">
                <a class="btn btn-icon" href=before aria-label=label(|t| t.promise_report().before)>
                    <Icon glyph=Glyph::Back/>
                </a>
                <strong class="figure" aria-live="polite">{name}</strong>
                <a class="btn btn-icon" href=after aria-label=label(|t| t.promise_report().after)>
                    <Icon glyph=Glyph::Forward/>
                </a>
            </div>
        })
    })
}

/// From which day to which.
#[component]
fn Days(report: Report) -> impl IntoView {
    let desk = report.desk;
    let wrong = RwSignal::new(None::<(bool, String)>);
    let days = Memo::new(move |_| match report.query.with(|query| query.period) {
        Period::Days(first, last) => Some((first, last)),
        _ => None,
    });
    let some = Memo::new(move |_| days.with(Option::is_some));
    let commit = move |is_first: bool, typed: String| {
        let Some((first, last)) = days.get_untracked() else { return };
        let t = untrack(|| desk.t());
        let Some(day) = Date::parse(&typed) else {
            wrong.set(Some((is_first, t.common().error_date.to_owned())));
            return;
        };
        let (first, last) = if is_first { (day, last) } else { (first, day) };
        if last < first {
            wrong.set(Some((is_first, t.promise_report().error_backwards.to_owned())));
            return;
        }
        wrong.set(None);
        go(&Query { period: Period::Days(first, last), ..report.query.get_untracked() });
    };
    let error = move |is_first: bool| {
        Signal::derive(move || {
            wrong.with(|wrong| {
                wrong.as_ref().filter(|(at, _)| *at == is_first).map(|(_, words)| words.clone())
            })
        })
    };
    let value = move |is_first: bool| {
        Signal::derive(move || {
            let (first, last) = days.get().unwrap_or((Date::EPOCH, Date::EPOCH));
            if is_first { first.to_string() } else { last.to_string() }
        })
    };
    live(move || {
        some.get().then(|| {
            view! {
                <div class="report-days">
                    <TextField
                        kind="date"
                        label=label(|t| t.promise_report().first)
                        value=value(true)
                        error=error(true)
                        on_commit=move |typed: String| commit(true, typed)
                    />
                    <TextField
                        kind="date"
                        label=label(|t| t.promise_report().last)
                        value=value(false)
                        error=error(false)
                        on_commit=move |typed: String| commit(false, typed)
                    />
                </div>
            }
        })
    })
}

/// One person, process or promise alone: of those that there are.
#[component]
fn Filters(report: Report) -> impl IntoView {
    let desk = report.desk;
    // Nobody is a choice, too: what holds the ids is marked so that they differ from all.
    let people = Memo::new(move |_| {
        let mut all: BTreeSet<String> =
            report.rows.with(|rows| rows.iter().map(|row| row.person.clone()).collect());
        all.extend(report.query.with(|query| query.person.clone()));
        all
    });
    let processes = Memo::new(move |_| {
        let mut all: BTreeSet<String> =
            report.rows.with(|rows| rows.iter().map(|row| row.process.clone()).collect());
        all.extend(report.query.with(|query| query.process.clone()));
        all
    });
    let clauses = Memo::new(move |_| {
        let mut all: BTreeSet<PromiseKind> =
            report.rows.with(|rows| rows.iter().map(|row| row.kind).collect());
        all.extend(report.query.with(|query| query.clause));
        all
    });
    let first = move || ChoiceOption::new("", desk.t().common().all);
    let ids = move |ids: BTreeSet<String>, name: fn(Report, &str) -> String| {
        let mut named: Vec<_> = ids.into_iter().map(|id| (name(report, &id), id)).collect();
        named.sort();
        let each = named.into_iter().map(|(name, id)| ChoiceOption::new(marked(&id), name));
        std::iter::once(first()).chain(each).collect::<Vec<_>>()
    };
    let chosen = |id: Option<&String>| id.map(|id| marked(id)).unwrap_or_default();
    let read = |value: String| value.strip_prefix('=').map(str::to_owned);
    let clause_options = move || {
        let each = clauses.get().into_iter();
        let each = each.map(|kind| ChoiceOption::new((kind as u8).to_string(), kind.name(desk.t())));
        std::iter::once(first()).chain(each).collect::<Vec<_>>()
    };
    let clause = move || report.query.with(|query| query.clause.map(|kind| (kind as u8).to_string()));
    view! {
        <Select
            label=label(|t| t.promise_report().person)
            options=Signal::derive(move || ids(people.get(), |report, id| report.person(id)))
            value=Signal::derive(move || report.query.with(|query| chosen(query.person.as_ref())))
            on_choose=move |value: String| go(&Query { person: read(value), ..report.query.get_untracked() })
        />
        <Select
            label=label(|t| t.promise_report().process)
            options=Signal::derive(move || ids(processes.get(), |report, id| report.process(id)))
            value=Signal::derive(move || report.query.with(|query| chosen(query.process.as_ref())))
            on_choose=move |value: String| go(&Query { process: read(value), ..report.query.get_untracked() })
        />
        <Select
            label=label(|t| t.promise_report().clause)
            options=Signal::derive(clause_options)
            value=Signal::derive(move || clause().unwrap_or_default())
            on_choose=move |value: String| {
                let clause = value.parse::<usize>().ok().and_then(|at| PromiseKind::ALL.get(at)).copied();
                go(&Query { clause, ..report.query.get_untracked() });
            }
        />
    }
    .into_any()
}

/// Nobody's id is empty: it must differ from no choice.
fn marked(id: &str) -> String {
    ["=", id].concat()
}
