use crate::app::desk::{Desk, use_desk};
use crate::domain::case::{Status, Urgency};
use crate::i18n::{Named, Texts};
use crate::search::case_query::{CaseQuery, NOBODY, Sort};
use crate::search::pile::{IDLE_DAYS, Pile};
use crate::ui::part::{ChoiceOption, Select, said};
use leptos::prelude::*;

const STATUSES: [Status; 3] = [Status::Open, Status::Closed, Status::Withdrawn];

/// What the list is narrowed to. On a phone this unfolds.
#[component]
pub(crate) fn Filters() -> impl IntoView {
    let desk = use_desk();
    let unfolded = RwSignal::new(false);
    let has_process = Memo::new(move |_| desk.lists.cases.with(|query| !query.process.is_empty()));
    let stage = move || {
        has_process.get().then(|| {
            filter(
                desk,
                |t| t.names().field_stage,
                stages,
                |query| query.stage.clone(),
                |query, stage| {
                    query.stage = stage;
                },
            )
        })
    };
    view! {
        <button
            type="button"
            class="btn filters-fold"
            aria-expanded=move || unfolded.get().to_string()
            aria-controls="case-filters"
            on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)
        >
            {said(|t| t.cases().filters)}
        </button>
        <div class="filters" class:unfolded=unfolded id="case-filters">
            {filter(desk, |t| t.names().field_status, statuses, |q| place(&STATUSES, q.status), |q, chosen| {
                q.status = pick(&STATUSES, &chosen);
            })}
            {filter(desk, |t| t.cases().pile, piles, |q| place(&Pile::ALL, q.pile), |q, chosen| {
                q.pile = pick(&Pile::ALL, &chosen);
            })}
            {filter(desk, |t| t.names().field_urgency, urgencies, |q| place(&Urgency::ALL, q.urgency), |q, chosen| {
                q.urgency = pick(&Urgency::ALL, &chosen);
            })}
            {filter(desk, |t| t.names().field_assignee, people, |q| q.assignee.clone(), |q, chosen| {
                q.assignee = chosen;
            })}
            {filter(desk, |t| t.names().field_process, processes, |q| q.process.clone(), |q, chosen| {
                q.process = chosen;
                q.stage.clear();
            })}
            {stage}
        </div>
    }
    .into_any()
}

/// In which order the list is.
#[component]
pub(super) fn Order() -> impl IntoView {
    let desk = use_desk();
    filter(
        desk,
        |t| t.cases().sort,
        sorts,
        |q| place(&Sort::ALL, Some(q.sort)),
        |q, chosen| {
            q.sort = pick(&Sort::ALL, &chosen).unwrap_or_default();
        },
    )
}

/// One list to choose from.
fn filter(
    desk: Desk,
    label: fn(&'static Texts) -> &'static str,
    options: fn(Desk) -> Vec<ChoiceOption>,
    value: fn(&CaseQuery) -> String,
    choose: fn(&mut CaseQuery, String),
) -> AnyView {
    let query = desk.lists.cases;
    view! {
        <Select
            label=Signal::derive(move || label(desk.t()).to_owned())
            options=Signal::derive(move || options(desk))
            value=Signal::derive(move || query.with(value))
            on_choose=move |chosen: String| query.update(|query| choose(query, chosen))
        />
    }
    .into_any()
}

/// The place of a value among all, as text; nothing for no value.
fn place<T: PartialEq>(all: &[T], value: Option<T>) -> String {
    let at = value.and_then(|value| all.iter().position(|each| *each == value));
    at.map(|at| at.to_string()).unwrap_or_default()
}

fn pick<T: Copy>(all: &[T], at: &str) -> Option<T> {
    all.get(at.parse::<usize>().ok()?).copied()
}

/// A choice for each label, after one for all of them.
fn choices(desk: Desk, labels: impl Iterator<Item = String>) -> Vec<ChoiceOption> {
    let each = labels.enumerate().map(|(at, label)| ChoiceOption::new(at.to_string(), label));
    std::iter::once(all(desk)).chain(each).collect()
}

fn all(desk: Desk) -> ChoiceOption {
    ChoiceOption::new("", desk.t().common().all)
}

fn statuses(desk: Desk) -> Vec<ChoiceOption> {
    choices(desk, STATUSES.iter().map(|status| status.name(desk.t()).to_owned()))
}

fn urgencies(desk: Desk) -> Vec<ChoiceOption> {
    choices(desk, Urgency::ALL.iter().map(|urgency| urgency.name(desk.t()).to_owned()))
}

fn piles(desk: Desk) -> Vec<ChoiceOption> {
    let t = desk.t();
    let name = |pile: Pile| match pile {
        Pile::Due => t.today().due.to_owned(),
        Pile::LowScore => t.today().low_scores.to_owned(),
        Pile::Waiting => t.today().waiting.to_owned(),
        Pile::Attention => t.today().attention.to_owned(),
        Pile::FollowUp => t.today().follow_ups.to_owned(),
        Pile::Idle => t.today().idle(&IDLE_DAYS),
        Pile::New => t.today().new.to_owned(),
    };
    choices(desk, Pile::ALL.into_iter().map(name))
}

fn people(desk: Desk) -> Vec<ChoiceOption> {
    let staff = desk.staff().into_iter();
    let staff =
        staff.map(|(id, staff)| ChoiceOption::new(id.as_str(), staff.name().cloned().unwrap_or_default()));
    [all(desk), ChoiceOption::new(NOBODY, desk.t().common().nobody)].into_iter().chain(staff).collect()
}

fn processes(desk: Desk) -> Vec<ChoiceOption> {
    let processes = desk.process_faces().into_iter();
    let processes = processes.map(|process| ChoiceOption::new(process.id, process.name));
    std::iter::once(all(desk)).chain(processes).collect()
}

fn stages(desk: Desk) -> Vec<ChoiceOption> {
    let chosen = desk.lists.cases.with(|query| query.process.clone());
    let process = desk.process_faces().into_iter().find(|process| process.id == chosen);
    let stages = process.map_or(&[][..], |process| process.stages);
    let stages = stages.iter().map(|(id, name)| ChoiceOption::new(*id, *name));
    std::iter::once(all(desk)).chain(stages).collect()
}

fn sorts(desk: Desk) -> Vec<ChoiceOption> {
    let t = desk.t();
    let name = |sort: Sort| match sort {
        Sort::Touched => t.cases().sort_touched,
        Sort::Idle => t.cases().sort_idle,
        Sort::Due => t.today().sort_due,
        Sort::Waiting => t.today().sort_waiting,
        Sort::Opened => t.cases().sort_opened,
        Sort::Urgency => t.cases().sort_urgency,
        Sort::Number => t.cases().sort_number,
        Sort::Customer => t.cases().sort_customer,
    };
    Sort::ALL.iter().enumerate().map(|(at, sort)| ChoiceOption::new(at.to_string(), name(*sort))).collect()
}
