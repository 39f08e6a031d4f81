use super::section::section;
use crate::app::desk::{Desk, use_desk};
use crate::search::case_query::CaseQuery;
use crate::search::day::Day;
use crate::stats::load::{Load, loads};
use crate::stats::today::{Figures, figures};
use crate::ui::part::{Text, label, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// How many cases there are.
#[component]
pub(super) fn FiguresPart(day: Memo<Day>) -> impl IntoView {
    let desk = use_desk();
    let counted = Memo::new(move |_| desk.index.with(|index| figures(index, day.get())));
    let figure = move |name: Text, value: fn(&Figures) -> usize| {
        view! { <div><dt>{said(name)}</dt><dd class="figure">{move || counted.with(value)}</dd></div> }
    };
    let body = view! {
        <dl class="today-figures">
            {figure(|t| t.today().open, |f| f.open)}
            {figure(|t| t.today().opened, |f| f.opened)}
            {figure(|t| t.today().closed, |f| f.closed)}
        </dl>
        <a class="today-report" href=Route::Promises(String::new()).href()>{said(|t| t.today().promise_report)}</a>
    };
    section(label(|t| t.today().figures), None, body.into_any())
}

/// A process by its stages, as it is drawn.
#[derive(Clone, PartialEq)]
struct Drawn {
    id: &'static str,
    name: &'static str,
    stages: Vec<Bar>,
}

/// A stage with how many cases stand there.
#[derive(Clone, PartialEq)]
struct Bar {
    id: &'static str,
    name: &'static str,
    count: usize,
    /// The bar's length, in hundredths of the longest.
    length: usize,
}

fn drawn(load: &Load, longest: usize) -> Drawn {
    let bar = |(&(id, name), &count): (&(&'static str, &'static str), &usize)| Bar {
        id,
        name,
        count,
        length: count * 100 / longest,
    };
    Drawn {
        id: load.process.id,
        name: load.process.name,
        stages: load.process.stages.iter().zip(&load.stages).map(bar).collect(),
    }
}

/// Where the open cases stand, process by process.
#[component]
pub(super) fn LoadsPart() -> impl IntoView {
    let desk = use_desk();
    let counted = Memo::new(move |_| {
        let faces = desk.process_faces();
        let loads = desk.index.with(|index| loads(index, &faces));
        let longest = loads.iter().flat_map(|load| load.stages.iter().copied()).max().unwrap_or(0).max(1);
        loads.iter().map(|load| drawn(load, longest)).collect::<Vec<_>>()
    });
    move || {
        let counted = counted.get();
        if counted.is_empty() {
            return ().into_any();
        }
        let loads = counted.into_iter().map(|process| drawing(desk, process)).collect::<Vec<_>>();
        let body = view! { <div class="loads">{loads}</div> };
        section(label(|t| t.today().stages), None, body.into_any())
    }
}

fn drawing(desk: Desk, process: Drawn) -> AnyView {
    let bars: Vec<AnyView> = process.stages.into_iter().map(|stage| bar(desk, process.id, stage)).collect();
    view! { <div><h3>{process.name}</h3><ul class="bars" aria-label=process.name>{bars}</ul></div> }
        .into_any()
}

/// How many cases stand in a stage, as a link to them.
fn bar(desk: Desk, process: &'static str, bar: Bar) -> AnyView {
    let narrow = move |_| {
        desk.lists.narrow_cases(CaseQuery {
            process: process.to_owned(),
            stage: bar.id.to_owned(),
            ..CaseQuery::open()
        });
    };
    view! {
        <li>
            <a class="bar" href=Route::Cases.href() on:click=narrow>
                <span class="bar-name">{bar.name}</span>
                " "
                <span class="bar-count figure">{bar.count}</span>
                <span class="bar-track" aria-hidden="true">
                    <span class="bar-fill" style:width=format!("{}%", bar.length)></span>
                </span>
            </a>
        </li>
    }
    .into_any()
}
