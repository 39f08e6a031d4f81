use crate::app::desk::use_desk;
use crate::catalog::processes;
use crate::i18n::Texts;
use crate::search::case_query::CaseQuery;
use crate::search::day::Day;
use crate::stats::load::{Load, loads};
use crate::stats::today::{Figures, figures};
use crate::ui::route::Route;
use leptos::prelude::*;

/// How many cases there are.
#[component]
pub(super) fn FiguresPart(day: Memo<Day>) -> impl IntoView {
    let desk = use_desk();
    let counted = Memo::new(move |_| desk.index.with(|index| figures(index, day.get())));
    let figure = move |label: fn(&'static Texts) -> &'static str, value: fn(&Figures) -> usize| {
        view! {
            <div>
                <dt>{move || label(desk.t())}</dt>
                <dd class="figure">{move || counted.with(value)}</dd>
            </div>
        }
    };
    view! {
        <section class="section">
            <h2>{move || desk.t().today.figures}</h2>
            <dl class="today-figures">
                {figure(|t| t.today.open, |f| f.open)}
                {figure(|t| t.today.opened, |f| f.opened)}
                {figure(|t| t.today.closed, |f| f.closed)}
            </dl>
        </section>
    }
    .into_any()
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

fn drawn(load: &Load<'static>, longest: usize) -> Drawn {
    let bar = |(stage, count): &(&'static crate::domain::process::Stage, usize)| Bar {
        id: stage.id.as_str(),
        name: &stage.name,
        count: *count,
        length: *count * 100 / longest,
    };
    Drawn {
        id: load.process.at.id.as_str(),
        name: &load.process.name,
        stages: load.stages.iter().map(bar).collect(),
    }
}

/// Where the open cases stand, process by process.
#[component]
pub(super) fn LoadsPart() -> impl IntoView {
    let desk = use_desk();
    let counted = Memo::new(move |_| {
        let loads = desk.index.with(|index| loads(index, processes(desk.lang.get())));
        let counts = loads.iter().flat_map(|load| load.stages.iter().map(|(_, count)| *count));
        let longest = counts.max().unwrap_or(0).max(1);
        loads.iter().map(|load| drawn(load, longest)).collect::<Vec<_>>()
    });
    let some = Memo::new(move |_| counted.with(|counted| !counted.is_empty()));
    let bar = move |process: &'static str, bar: Bar| {
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
    };
    let process = move |drawn: Drawn| {
        let bars = drawn.stages.into_iter().map(|stage| bar(drawn.id, stage)).collect_view();
        view! { <div><h3>{drawn.name}</h3><ul class="bars" aria-label=drawn.name>{bars}</ul></div> }
    };
    view! {
        <Show when=move || some.get()>
            <section class="section">
                <h2>{move || desk.t().today.stages}</h2>
                <div class="loads">{move || counted.get().into_iter().map(process).collect_view()}</div>
            </section>
        </Show>
    }
    .into_any()
}
