use crate::app::desk::{Desk, use_desk};
use crate::domain::process::{Process, Stage, Task};
use crate::i18n::Named;
use crate::i18n::process::{evidence_in_words, limit_in_words};
use crate::ui::part::{Glyph, Icon, label, live};
use leptos::prelude::*;

/// The stages as a row of steps; a step shows what is done in it.
#[component]
pub(super) fn Path(process: Memo<Option<&'static Process>>) -> impl IntoView {
    let desk = use_desk();
    let viewing = RwSignal::new(0);
    let steps = live(move || {
        let stages = process.get().map_or(&[][..], |process| &process.stages);
        stages.iter().enumerate().map(|(at, stage)| step(viewing, at, stage)).collect::<Vec<_>>()
    });
    let tasks = live(move || {
        let stage = process.get()?.stages.get(viewing.get())?;
        Some(stage_view(desk, stage))
    });
    view! {
        <section class="section">
            <nav class="stepper path" aria-label=label(|t| t.process().path)><ol>{steps}</ol></nav>
            {tasks}
        </section>
    }
    .into_any()
}

fn step(viewing: RwSignal<usize>, at: usize, stage: &Stage) -> AnyView {
    let viewed = move || viewing.get() == at;
    view! {
        <li class="step" class:current=viewed>
            <button type="button" aria-pressed=move || viewed().to_string() on:click=move |_| viewing.set(at)>
                <span class="step-mark" aria-hidden="true">{at + 1}</span>
                <span class="step-name">{stage.name.clone()}</span>
            </button>
        </li>
    }
    .into_any()
}

fn stage_view(desk: Desk, stage: &Stage) -> AnyView {
    let t = desk.t();
    let tasks: Vec<_> = stage.tasks.iter().map(|task| task_view(desk, task)).collect();
    let review = stage.review.then(|| {
        view! { <span class="tag"><Icon glyph=Glyph::Person/>{t.process().needs_review}</span> }
    });
    view! {
        <div class="card section path-stage">
            <div class="path-head"><h2>{stage.name.clone()}</h2>{review}</div>
            <ol class="path-tasks">{tasks}</ol>
        </div>
    }
    .into_any()
}

/// A task with all that it asks for.
fn task_view(desk: Desk, task: &Task) -> AnyView {
    let t = desk.t();
    let asked = if task.required {
        view! { <span class="tag">{t.process().required}</span> }.into_any()
    } else {
        view! { <span class="path-optional">{t.case().discretionary}</span> }.into_any()
    };
    let limit = task.limit.map(|minutes| {
        let words = t.process().limit(&limit_in_words(t, minutes));
        view! { <span class="tag"><Icon glyph=Glyph::Clock/>{words}</span> }
    });
    let hint = (!task.hint.is_empty()).then(|| view! { <p class="hint">{task.hint.clone()}</p> });
    view! {
        <li class="path-task">
            <p class="path-text">{task.text.clone()} " " {asked} {limit}</p>
            {hint}
            <p class="path-facts">
                <span>{task.lane.name(t)}</span>
                <span>{task.role.name(t)}</span>
                <span>{evidence_in_words(t, &task.evidence)}</span>
            </p>
        </li>
    }
    .into_any()
}
