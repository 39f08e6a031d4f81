use super::Shown;
use crate::app::desk::use_desk;
use crate::domain::case::{Progress, StageState};
use crate::i18n::Texts;
use crate::ui::part::{Glyph, Icon};
use leptos::prelude::*;

/// A step of a row of stages: how it looks, and whether its tasks are in view.
pub(crate) fn step_view(
    t: &'static Texts,
    (at, name): (usize, &str),
    state: StageState,
    viewed: Signal<bool>,
    on_look: Callback<()>,
) -> AnyView {
    let (class, word) = match state {
        StageState::Done => ("step done", t.case().stage_done),
        StageState::Skipped => ("step skipped", t.case().stage_skipped),
        StageState::Current => ("step current", t.case().stage_current),
        StageState::Ahead => ("step ahead", t.case().stage_ahead),
    };
    let mark = match state {
        StageState::Done => view! { <Icon glyph=Glyph::Check/> }.into_any(),
        StageState::Skipped => view! { <Icon glyph=Glyph::Warning/> }.into_any(),
        StageState::Current | StageState::Ahead => (at + 1).to_string().into_any(),
    };
    view! {
        <li class=class aria-current=(state == StageState::Current).then_some("step")>
            <button
                type="button"
                aria-pressed=move || viewed.get().to_string()
                on:click=move |_| on_look.run(())
            >
                <span class="step-mark" aria-hidden="true">{mark}</span>
                <span class="step-name">{name.to_owned()}</span>
                <span class="visually-hidden">{word}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The stages as a row of steps; a step shows its checklist.
#[component]
pub(super) fn Stepper(shown: Shown, viewing: RwSignal<Option<usize>>) -> impl IntoView {
    let desk = use_desk();
    let steps = move || {
        let (case, t) = (shown.case(), desk.t());
        let process = shown.process(desk.lang.get())?;
        let progress = Progress::of(&case, process).with_visits(shown.visits(desk));
        let here = progress.position();
        let step = |(at, stage): (usize, &'static crate::domain::process::Stage)| {
            let viewed = Signal::derive(move || viewing.get().unwrap_or(here) == at);
            let look = move |()| viewing.set((at != here).then_some(at));
            step_view(t, (at, &stage.name), progress.state(at), viewed, Callback::new(look))
        };
        Some(process.stages.iter().enumerate().map(step).collect_view())
    };
    view! {
        <nav class="stepper" aria-label=move || desk.t().case().stages><ol>{steps}</ol></nav>
    }
    .into_any()
}
