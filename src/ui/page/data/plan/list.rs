use super::choice::{Chosen, TakeBox, TakeShown};
use super::detail::{DetailDialog, line};
use super::look::{difference_of, name_of};
use crate::app::desk::use_desk;
use crate::archive::{Plan, PlanRow, Verdict};
use crate::domain::record::{Record, RecordKey, RecordKind};
use crate::i18n::{Texts, archive_words};
use crate::search::index::Index;
use crate::ui::page::data::label::record_label;
use crate::ui::part::{ChoiceOption, Select, Text, WindowList, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// Which rows are listed.
type Fits = fn(Verdict) -> bool;

const CONFLICT: Fits = |verdict| matches!(verdict, Verdict::Conflict { .. });

/// What can be listed, by the value of its choice.
const GROUPS: [(&str, Text, Fits); 5] = [
    ("changes", |t| t.import().show_changes, |verdict| verdict != Verdict::Unchanged),
    ("conflict", |t| t.data().count_conflict, CONFLICT),
    ("new", |t| t.data().count_new, |verdict| verdict == Verdict::New),
    ("changed", |t| t.data().count_changed, |verdict| matches!(verdict, Verdict::Changed { .. })),
    ("unchanged", |t| t.data().count_unchanged, |verdict| verdict == Verdict::Unchanged),
];

/// The records of the file, narrowed by what happens to them and by their kind. Only those in
/// view exist.
#[component]
pub(super) fn List(chosen: Chosen) -> impl IntoView {
    let desk = use_desk();
    let offer = chosen.offer();
    if offer.plan.rows.is_empty() {
        return ().into_any();
    }
    let conflicts = offer.plan.rows.iter().any(|row| CONFLICT(row.verdict));
    let group = RwSignal::new(if conflicts { "conflict" } else { "changes" }.to_owned());
    let kind = RwSignal::new(String::new());
    let rows = StoredValue::new(offer.clone());
    let in_group = move |verdict: Verdict| {
        let fits =
            group.with(|group| GROUPS.iter().find(|(value, ..)| value == group).map(|(.., fits)| fits));
        fits.is_some_and(|fits| fits(verdict))
    };
    let places = Memo::new(move |_| {
        let kind = kind.get();
        rows.with_value(|offer| {
            let rows = offer.plan.rows.iter().enumerate();
            let fits = rows
                .filter(|(_, row)| in_group(row.verdict) && (kind.is_empty() || row.key.kind.name() == kind));
            fits.map(|(place, _)| place.to_string()).collect::<Vec<_>>()
        })
    });
    let shown = Memo::new(move |_| {
        rows.with_value(|offer| {
            let row = |place: &String| offer.plan.rows.get(place.parse::<usize>().ok()?);
            let rows = places.with(|places| places.iter().filter_map(row).cloned().collect::<Vec<_>>());
            let changing = rows.into_iter().filter(|row| row.verdict != Verdict::Unchanged);
            changing.map(|row| row.key).collect::<Vec<_>>()
        })
    });
    let opened = RwSignal::new(None::<RecordKey>);
    let row = move |place: String| {
        let row = rows.with_value(|offer| offer.plan.rows.get(place.parse::<usize>().ok()?).cloned());
        row.map(|row| view! { <Row chosen=chosen row=row opened=opened/> }).into_any()
    };
    let nothing = live(move || {
        places.with(Vec::is_empty).then(|| view! { <p class="muted">{said(|t| t.import().none_here)}</p> })
    });
    let groups = Signal::derive(move || rows.with_value(|offer| groups(desk.t(), &offer.plan)));
    let kinds = Signal::derive(move || rows.with_value(|offer| kinds(desk.t(), &offer.plan)));
    view! {
        <div class="plan-list">
            <div class="plan-filter">
                <Select
                    label=label(|t| t.import().show)
                    options=groups
                    value=group
                    on_choose=move |value| group.set(value)
                />
                <Select
                    label=label(|t| t.import().kind)
                    options=kinds
                    value=kind
                    on_choose=move |value| kind.set(value)
                />
            </div>
            <TakeShown chosen=chosen shown=shown/>
            {nothing}
            <WindowList
                label=label(|t| t.data().plan_title)
                keys=places
                row_height=88
                narrow_row_height=88
                row=row
            />
            <DetailDialog chosen=chosen opened=opened/>
        </div>
    }
    .into_any()
}

/// What may be listed, each with its count; nothing that would list nothing.
fn groups(t: &'static Texts, plan: &Plan) -> Vec<ChoiceOption> {
    let counted = GROUPS.iter().map(|(value, name, fits)| {
        let count = plan.rows.iter().filter(|row| fits(row.verdict)).count();
        (count, ChoiceOption::new(*value, t.import().counted(&name(t), &count)))
    });
    counted
        .filter(|(count, option)| *count > 0 || option.value == "changes")
        .map(|(_, option)| option)
        .collect()
}

fn kinds(t: &'static Texts, plan: &Plan) -> Vec<ChoiceOption> {
    let mut kinds: Vec<(&RecordKind, usize)> = Vec::new();
    for row in &plan.rows {
        match kinds.iter_mut().find(|(kind, _)| *kind == &row.key.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((&row.key.kind, 1)),
        }
    }
    let each = kinds.into_iter().map(|(kind, count)| {
        ChoiceOption::new(kind.name(), t.import().counted(&archive_words::record_kind(t, kind), &count))
    });
    std::iter::once(ChoiceOption::new("", t.import().kind_all)).chain(each).collect()
}

/// One record: whether it is taken, what it is, what would change.
#[component]
fn Row(chosen: Chosen, row: PlanRow, opened: RwSignal<Option<RecordKey>>) -> impl IntoView {
    let desk = use_desk();
    let PlanRow { key, verdict } = row;
    let (of_name, of_line, of_detail, of_press) = (key.clone(), key.clone(), key.clone(), key.clone());
    let name = Memo::new(move |_| name_of(desk, &chosen.offer(), &of_name));
    let detail = Signal::derive(move || {
        let offer = chosen.offer();
        let entries = offer.plan.news.0.get(&of_detail).map_or(0, Record::len);
        [archive_words::record_kind(desk.t(), &of_detail.kind), " · ", &said_of(desk.t(), verdict, entries)]
            .concat()
    });
    let told = Memo::new(move |_| {
        let difference = difference_of(desk, &chosen.offer(), &of_line);
        difference.map(|difference| line(desk.t(), &difference)).unwrap_or_default()
    });
    let take =
        (verdict != Verdict::Unchanged).then(|| view! { <TakeBox chosen=chosen key=key.clone() name=name/> });
    view! {
        <div class="plan-row plan-choice" class:plan-left=move || !chosen.takes(&key)>
            <label class="plan-take">{take}</label>
            <button
                type="button"
                class="plan-look"
                aria-label=move || name.with(|name| desk.t().import().look(name))
                on:click=move |_| opened.set(Some(of_press.clone()))
            >
                <span class="plan-title">{name}</span>
                <span class="small muted">{detail}</span>
                <span class="small">{told}</span>
            </button>
        </div>
    }
    .into_any()
}

fn said_of(t: &'static Texts, verdict: Verdict, entries: usize) -> String {
    match verdict {
        Verdict::New => t.data().row_new(&entries),
        Verdict::Changed { entries } => t.data().row_changed(&entries),
        Verdict::Unchanged => t.data().row_unchanged.to_owned(),
        Verdict::Conflict { fields } => t.data().row_conflict(&fields),
    }
}

/// The records with two values, after all was taken over: each leads to its page.
#[component]
pub(in crate::ui::page::data) fn Linked(plan: Arc<Plan>) -> impl IntoView {
    let desk = use_desk();
    let rows = plan.rows.iter().filter(|row| CONFLICT(row.verdict));
    let keys: Vec<RecordKey> = rows.map(|row| row.key.clone()).collect();
    let places = (0..keys.len()).map(|place| place.to_string()).collect::<Vec<_>>();
    let row = move |place: String| {
        let key = place.parse::<usize>().ok().and_then(|place| keys.get(place)).cloned();
        let plan = plan.clone();
        key.map(|key| {
            let place = desk.index.with_untracked(|index| page_of(index, &key));
            let kind = key.kind.clone();
            let label = Signal::derive(move || {
                desk.index.with(|index| record_label(desk.t(), desk, index, &plan.news, &key))
            });
            let title = match place {
                Some(place) => view! { <a class="plan-title" href=place.href()>{label}</a> }.into_any(),
                None => view! { <span class="plan-title">{label}</span> }.into_any(),
            };
            let kind = Signal::derive(move || archive_words::record_kind(desk.t(), &kind).to_owned());
            view! { <div class="plan-row">{title}<span class="small muted">{kind}</span></div> }
        })
        .into_any()
    };
    view! {
        <WindowList
            label=label(|t| t.data().plan_title)
            keys=Signal::stored(places)
            row_height=64
            narrow_row_height=64
            row=row
        />
    }
    .into_any()
}

/// The page on which the values of a record are settled.
fn page_of(index: &Index, key: &RecordKey) -> Option<Route> {
    match key.kind {
        RecordKind::Case => Some(Route::Case(key.id.clone())),
        RecordKind::Customer => Some(Route::Customer(key.id.clone())),
        RecordKind::Letter => Some(Route::Letter(key.id.clone())),
        RecordKind::Shop | RecordKind::Staff => Some(Route::Settings),
        RecordKind::Process => Some(Route::Process(key.id.clone())),
        RecordKind::Improvement => Some(Route::Improvement(key.id.clone())),
        RecordKind::Asset => Some(Route::Asset(key.id.clone())),
        RecordKind::Visit => index.visits.get(&key.id).map(|visit| Route::Case(visit.case.clone())),
        RecordKind::Unknown(_) => None,
    }
}
