use super::doing::Doing;
use crate::app::command::{put_aside, undo_improvement, undoable_improvement};
use crate::app::desk::Desk;
use crate::app::story::{Look, improvement_action, improvement_story};
use crate::domain::case::CaseKind;
use crate::domain::improvement::{Improvement, ImprovementState};
use crate::journal::Journal;
use crate::ui::page::case::{line_row, with_look};
use crate::ui::part::{Button, Glyph, Icon, live, said};
use leptos::prelude::*;

/// Runs `tell` with the names that this desk knows; an improvement follows no process.
pub(super) fn looking<T>(desk: Desk, tell: impl FnOnce(&Look) -> T) -> T {
    with_look(desk, &Journal::<CaseKind>::new(), tell)
}

/// What happened to an improvement, the latest first, with the way back.
#[component]
pub(super) fn History(doing: Doing) -> impl IntoView {
    let desk = doing.desk;
    // What its case heard is taken back with it.
    let case_id = Memo::new(move |_| doing.read(|now| now.case().map(ToString::to_string)));
    let case = Memo::new(move |_| case_id.get().map(|id| desk.journal::<CaseKind>(id)));
    let lines = live(move || {
        let journal = doing.journal.get()?;
        let lines = looking(desk, |look| improvement_story(&journal, look));
        Some(lines.into_iter().rev().map(line_row).collect_view())
    });
    let undo = live(move || {
        let journal = doing.journal.get()?;
        let entry = undoable_improvement(&journal, desk.latest())?;
        let what = looking(desk, |look| improvement_action(&journal, look, entry));
        let words = desk.t().case().undo_last(&what);
        let press = move |_| {
            let case = case.get_untracked().and_then(|case| case.get_untracked()).unwrap_or_default();
            let undone = doing.id.with_value(|id| undo_improvement(&desk.pen(), id, &journal, &case));
            desk.save(undone);
        };
        Some(view! {
            <button type="button" class="btn btn-quiet undo" on:click=press>
                <Icon glyph=Glyph::Undo/>
                {words}
            </button>
        })
    });
    view! {
        <section class="section timeline">
            <div class="timeline-head"><h2>{said(|t| t.improvement().history)}</h2>{undo}</div>
            <ol class="story">{lines}</ol>
        </section>
    }
    .into_any()
}

/// Puts it aside, or takes it up again.
#[component]
pub(super) fn Aside(doing: Doing) -> impl IntoView {
    let aside = Memo::new(move |_| doing.read(Improvement::is_aside));
    let over = Memo::new(move |_| doing.state() == ImprovementState::Closed);
    let turn = move |aside: bool| {
        // Putting aside breaks no rule.
        let _ = doing.keep(|pen, id, now, _| Ok(put_aside(pen, id, now, aside)));
    };
    live(move || {
        let now = aside.get();
        // What was decided needs no putting aside.
        (now || !over.get()).then(|| {
            view! {
                <Button
                    label=if now { |t| t.improvement().take_up } else { |t| t.improvement().put_aside }
                    class=if now { "btn btn-primary" } else { "btn btn-quiet" }
                    on_press=move |()| turn(!now)
                />
            }
        })
    })
}
