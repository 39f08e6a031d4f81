use super::Shown;
use crate::app::desk::use_desk;
use crate::domain::case::{Progress, StageState};
use crate::ui::part::{Glyph, Icon};
use leptos::prelude::*;

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
            let state = progress.state(at);
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
            let viewed = move || viewing.get().unwrap_or(here) == at;
            view! {
                <li class=class aria-current=(at == here).then_some("step")>
                    <button
                        type="button"
                        aria-pressed=move || viewed().to_string()
                        on:click=move |_| viewing.set((at != here).then_some(at))
                    >
                        <span class="step-mark" aria-hidden="true">{mark}</span>
                        <span class="step-name">{stage.name.clone()}</span>
                        <span class="visually-hidden">{word}</span>
                    </button>
                </li>
            }
        };
        Some(process.stages.iter().enumerate().map(step).collect_view())
    };
    view! {
        <nav class="stepper" aria-label=move || desk.t().case().stages><ol>{steps}</ol></nav>
    }
    .into_any()
}
