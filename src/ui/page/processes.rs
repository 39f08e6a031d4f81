//! The library: which processes there are, and when each is chosen.

use crate::app::desk::{Desk, use_desk};
use crate::catalog::ProcessGroup;
use crate::domain::case::Status;
use crate::domain::process::Process;
use crate::ui::part::{Text, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// All processes, by what they are mostly for.
#[component]
pub(crate) fn Processes() -> impl IntoView {
    let desk = use_desk();
    let groups: Vec<_> = ProcessGroup::ALL.into_iter().map(|group| group_view(desk, group)).collect();
    view! {
        <div class="page processes">
            <div class="page-head"><h1>{said(|t| t.process().title)}</h1></div>
            <p class="page-lead">{said(|t| t.process().intro)}</p>
            {groups}
        </div>
    }
    .into_any()
}

fn group_name(group: ProcessGroup) -> Text {
    match group {
        ProcessGroup::Everyday => |t| t.process().group_everyday,
        ProcessGroup::Care => |t| t.process().group_care,
        ProcessGroup::Project => |t| t.process().group_project,
        ProcessGroup::Field => |t| t.process().group_field,
        ProcessGroup::Within => |t| t.process().group_within,
    }
}

fn group_view(desk: Desk, group: ProcessGroup) -> AnyView {
    let cards = move || {
        let processes = group.processes(desk.lang.get());
        processes.map(|process| card(desk, process)).collect::<Vec<_>>()
    };
    view! {
        <section class="section">
            <h2>{said(group_name(group))}</h2>
            <ul class="process-cards">{cards}</ul>
        </section>
    }
    .into_any()
}

/// A process in a few words, as a link to it.
fn card(desk: Desk, process: &Process) -> AnyView {
    let id = process.at.id.to_string();
    let t = desk.t().process();
    let open = open_cases(desk, &id);
    let cases = if open == 0 { t.no_cases.to_owned() } else { t.open_cases(&open) };
    let stages = t.stages(&process.stages.len());
    view! {
        <li>
            <a class="card process-card" href=Route::Process(id).href()>
                <strong>{process.name.clone()}</strong>
                <span class="process-about">{process.about.clone()}</span>
                <span class="process-figures figure">
                    <span>{stages}</span>
                    <span class:muted=open == 0>{cases}</span>
                    {process.within_case.then(|| view! { <span class="tag">{t.within_case}</span> })}
                </span>
            </a>
        </li>
    }
    .into_any()
}

/// How many open cases follow a process. Follows changes.
fn open_cases(desk: Desk, process: &str) -> usize {
    let follows = |case: &&crate::search::summary::CaseSummary| {
        case.process == process && case.status() == Status::Open
    };
    desk.index.with(|index| index.cases.values().filter(follows).count())
}
