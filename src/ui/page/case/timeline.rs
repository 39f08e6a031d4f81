use super::Shown;
use super::look::with_look;
use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::app::story::{Line, LineKind, action_words, story, visit_story};
use crate::domain::record::{RecordKey, RecordKind};
use crate::domain::text::MAX_TEXT;
use crate::domain::visit::VisitKind;
use crate::journal::Journal;
use crate::ui::part::{Glyph, Icon, TextArea, TimeText};
use leptos::prelude::*;

/// What happened, the latest first, and a place to write something down.
#[component]
pub(super) fn Timeline(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let text = RwSignal::new(String::new());
    let add = move || {
        let typed = text.get_untracked();
        let typed: String = typed.chars().take(MAX_TEXT).collect();
        let id = s.with_value(|shown| shown.id.clone());
        let records = command::note(&desk.pen(), &id, &typed);
        if !records.0.is_empty() {
            desk.save(records);
            text.set(String::new());
        }
    };
    let visits = visits(desk, s.with_value(|shown| shown.id.to_string()));
    let lines = move || {
        s.with_value(|shown| shown.journal.get()).map(|journal| {
            let mut lines = with_look(desk, &journal, |look| {
                let mut lines = story(&journal, look);
                visits.with(|visits| lines.extend(visits.iter().flat_map(|visit| visit_story(visit, look))));
                lines
            });
            lines.sort_by(|one, other| one.stamp.cmp(&other.stamp));
            lines.into_iter().rev().map(line_row).collect_view()
        })
    };
    let undo = move || {
        let journal = s.with_value(|shown| shown.journal.get())?;
        let entry = command::undoable(&journal, desk.latest())?;
        let what = with_look(desk, &journal, |look| action_words(&journal, look, entry));
        let id = s.with_value(|shown| shown.id.clone());
        Some(view! {
            <button
                type="button"
                class="btn btn-quiet undo"
                on:click=move |_| desk.save(command::undo(&desk.pen(), &id, &journal))
            >
                <Icon glyph=Glyph::Undo/>
                {desk.t().case().undo_last(&what)}
            </button>
        })
    };
    view! {
        <section class="section timeline">
            <div class="timeline-head">
                <h2>{move || desk.t().case().timeline}</h2>
                {undo}
            </div>
            <form
                class="note-form"
                on:submit=move |event| {
                    event.prevent_default();
                    add();
                }
            >
                <TextArea
                    label=Signal::derive(move || desk.t().case().note.to_owned())
                    value=text
                    on_type=move |typed: String| text.set(typed)
                    rows=2
                />
                <button type="submit" class="btn" disabled=move || text.with(|text| text.trim().is_empty())>
                    {move || desk.t().case().add_note}
                </button>
            </form>
            <ol class="story">{lines}</ol>
        </section>
    }
    .into_any()
}

/// The journals of the visits that were agreed for a case: records of their own, which happened
/// in it.
fn visits(desk: Desk, case: String) -> Memo<Vec<Journal<VisitKind>>> {
    let of_case = move || {
        desk.index.with(|index| {
            let visits = index.visits_of(&case).into_iter();
            visits.map(|visit| RecordKey::new(RecordKind::Visit, &visit.id)).collect::<Vec<_>>()
        })
    };
    let keys = Memo::new(move |_| of_case());
    Effect::new(move |_| {
        let keys = keys.get();
        leptos::task::spawn_local(async move { desk.load(keys).await });
    });
    Memo::new(move |_| {
        let keys = keys.get();
        desk.records.with(|records| keys.iter().map(|key| records.journal::<VisitKind>(&key.id)).collect())
    })
}

/// What happened, as a line of a timeline.
pub(in crate::ui::page) fn line_row(line: Line) -> AnyView {
    let desk = use_desk();
    let glyph = match line.kind {
        LineKind::Opened => Glyph::Plus,
        LineKind::Undo => Glyph::Undo,
        LineKind::Letter => Glyph::Letter,
        LineKind::Paper => Glyph::Print,
        LineKind::Status => Glyph::Flag,
        LineKind::Stage => Glyph::Forward,
        LineKind::Task => Glyph::Check,
        LineKind::Note => Glyph::Note,
        _ => Glyph::Settings,
    };
    let detail =
        line.detail.into_iter().map(|text| view! { <p class="line-detail">{text}</p> }).collect_view();
    let doubtful = line.doubtful.then(|| {
        view! { <span class="tag tag-warn"><Icon glyph=Glyph::Warning/>{move || desk.t().case().doubtful}</span> }
    });
    let undone = line.undone.then(|| view! { <span class="tag">{move || desk.t().case().undone}</span> });
    let gap = move || if desk.lang.get().is_chinese() { "" } else { " " };
    view! {
        <li class="line" class:undone=line.undone>
            <Icon glyph=glyph/>
            <div>
                <p>
                    <b>{line.author}</b>
                    {gap}
                    <span class="line-text">{line.text}</span>
                    {undone}
                    {doubtful}
                </p>
                {detail}
                <p class="line-when"><TimeText at=line.stamp.millis/></p>
            </div>
        </li>
    }
    .into_any()
}
