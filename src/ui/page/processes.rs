//! The library: which processes there are, and when each is chosen.

use super::process::ImportButton;
use crate::app::desk::{Desk, use_desk};
use crate::catalog::ProcessGroup;
use crate::domain::case::Status;
use crate::domain::custom_process::Definition;
use crate::domain::process::Process;
use crate::search::summary::{CaseSummary, ProcessSummary};
use crate::ui::part::{Text, live, said};
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
            {own_view(desk)}
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
        processes.map(|process| card(desk, Face::built_in(desk, process))).collect::<Vec<_>>()
    };
    view! {
        <section class="section">
            <h2>{said(group_name(group))}</h2>
            <ul class="process-cards">{cards}</ul>
        </section>
    }
    .into_any()
}

/// The processes of the shop's own, published or still being written.
fn own_view(desk: Desk) -> AnyView {
    let cards = live(move || {
        let drafts = desk.drafts().unwrap_or_default();
        let own: Vec<_> = desk.index.with(|index| index.own_processes().into_iter().cloned().collect());
        let mut cards: Vec<AnyView> = own
            .iter()
            .map(|process| {
                let drafted = drafts.keys().any(|id| id.as_str() == process.id);
                card(desk, Face::own(desk, process, drafted))
            })
            .collect();
        let new = drafts.iter().filter(|(id, _)| !own.iter().any(|process| process.id == id.as_str()));
        cards.extend(new.map(|(id, draft)| card(desk, Face::draft(desk, id.as_str(), draft))));
        if cards.is_empty() {
            return view! { <p class="muted">{said(|t| t.process().own_none)}</p> }.into_any();
        }
        view! { <ul class="process-cards">{cards}</ul> }.into_any()
    });
    view! {
        <section class="section">
            <h2>{said(|t| t.process().group_own)}</h2>
            {cards}
            <ImportButton/>
        </section>
    }
    .into_any()
}

/// What a card shows.
struct Face {
    href: String,
    name: String,
    about: String,
    stages: usize,
    open: usize,
    tags: Vec<String>,
}

impl Face {
    fn built_in(desk: Desk, process: &Process) -> Self {
        let id = process.at.id.to_string();
        let within = process.within_case.then(|| desk.t().process().within_case.to_owned());
        Self {
            open: open_cases(desk, &id),
            href: Route::Process(id).href(),
            name: process.name.clone(),
            about: process.about.clone(),
            stages: process.stages.len(),
            tags: within.into_iter().collect(),
        }
    }

    fn own(desk: Desk, process: &ProcessSummary, drafted: bool) -> Self {
        let t = desk.t().process();
        let marks = [
            Some(t.version(&process.version)),
            process.within_case().then(|| t.within_case.to_owned()),
            process.is_retired().then(|| t.retired.to_owned()),
            drafted.then(|| t.draft.to_owned()),
        ];
        Self {
            open: open_cases(desk, &process.id),
            href: Route::Process(process.id.clone()).href(),
            name: process.name.clone(),
            about: process.about.clone(),
            stages: process.current,
            tags: marks.into_iter().flatten().collect(),
        }
    }

    fn draft(desk: Desk, id: &str, draft: &Definition) -> Self {
        let t = desk.t().process();
        let name = if draft.name.is_empty() { t.unnamed } else { &draft.name };
        Self {
            open: 0,
            href: Route::ProcessEditor(id.to_owned()).href(),
            name: name.to_owned(),
            about: draft.about.clone(),
            stages: draft.stages.len(),
            tags: vec![t.draft.to_owned()],
        }
    }
}

/// A process in a few words, as a link to it.
fn card(desk: Desk, face: Face) -> AnyView {
    let t = desk.t().process();
    let Face { href, name, about, stages, open, tags } = face;
    let cases = if open == 0 { t.no_cases.to_owned() } else { t.open_cases(&open) };
    let stages = t.stages(&stages);
    let tags: Vec<_> = tags.into_iter().map(|tag| view! { <span class="tag">{tag}</span> }).collect();
    view! {
        <li>
            <a class="card process-card" href=href>
                <strong>{name}</strong>
                <span class="process-about">{about}</span>
                <span class="process-figures figure">
                    <span>{stages}</span>
                    <span class:muted=open == 0>{cases}</span>
                    {tags}
                </span>
            </a>
        </li>
    }
    .into_any()
}

/// How many open cases follow a process. Follows changes.
fn open_cases(desk: Desk, process: &str) -> usize {
    let follows = |case: &&CaseSummary| case.process == process && case.status() == Status::Open;
    desk.index.with(|index| index.cases.values().filter(follows).count())
}
