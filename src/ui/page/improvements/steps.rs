use super::doing::{Doing, Wrong};
use crate::app::command::{finish_improvement, put_improvement_step, settle_improvement};
use crate::domain::date::Date;
use crate::domain::id::ImprovementStepId;
use crate::domain::improvement::{Improvement, ImprovementField, ImprovementState, Step};
use crate::i18n::when::date_at;
use crate::platform::random;
use crate::ui::field_error::{Told, told};
use crate::ui::part::{Button, Glyph, Icon, TextField, label, live, said};
use leptos::prelude::*;

/// What is to be done: steps to tick, and when all of it was.
#[component]
pub(super) fn Steps(doing: Doing) -> impl IntoView {
    let ids = Memo::new(move |_| {
        doing.read(|now| now.steps().into_iter().map(|(id, _)| id.clone()).collect::<Vec<_>>())
    });
    let finished = Memo::new(move |_| doing.read(Improvement::done));
    let wrong = RwSignal::new(None::<Wrong>);
    let finish = move |()| {
        let made = doing.keep(|pen, id, now, today| finish_improvement(pen, id, now, today, today));
        wrong.set(made.err());
    };
    let told_wrong = live(move || {
        wrong.get().map(|wrong| {
            view! { <p class="field-error" role="alert">{move || wrong.tell(doing.desk.t())}</p> }
        })
    });
    let doing_now = Memo::new(move |_| doing.state() == ImprovementState::Do);
    let ready = Memo::new(move |_| {
        doing.read(|now| !now.steps().is_empty() && now.steps().iter().all(|(_, step)| step.done))
    });
    let foot = live(move || match finished.get() {
        Some(day) => {
            let t = doing.desk.t();
            let words = date_at(t, doing.today().unwrap_or(day), day);
            view! { <p><Icon glyph=Glyph::Check/>" "{t.improvement().done_on(&words)}</p> }.into_any()
        }
        None if doing_now.get() => {
            let class = if ready.get() { "btn btn-primary" } else { "btn" };
            view! {
                <div class="btn-row">
                    <Button label=|t| t.improvement().finish class=class glyph=Glyph::Check on_press=finish/>
                </div>
                {told_wrong.clone()}
            }
            .into_any()
        }
        None => ().into_any(),
    });
    view! {
        <ul class="improvement-steps" role="list" aria-label=label(|t| t.improvement().step_title)>
            <For each=move || ids.get() key=Clone::clone let:id>
                <StepRow doing=doing id=id finished=finished/>
            </For>
        </ul>
        <Add doing=doing finished=finished/>
        {foot}
    }
    .into_any()
}

#[component]
fn Add(doing: Doing, finished: Memo<Option<Date>>) -> impl IntoView {
    let what = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let step = Step { what: what.get_untracked(), ..Step::default() };
        let step_id = ImprovementStepId::from_random(random::bits());
        match doing.keep(|pen, id, now, _| put_improvement_step(pen, id, now, &step_id, step)) {
            Ok(()) => what.set(String::new()),
            Err(error) => wrong.set(Some(error)),
        }
    };
    live(move || {
        finished.get().is_none().then(|| {
            view! {
                <form class="improvement-add" novalidate on:submit=add on:input=move |_| wrong.set(None)>
                    <TextField
                        label=label(|t| t.improvement().step_what)
                        value=what
                        on_type=move |typed| what.set(typed)
                        error=told(doing.desk, wrong, |_| true)
                    />
                    <button type="submit" class="btn">
                        <Icon glyph=Glyph::Plus/>
                        {said(|t| t.improvement().step_add)}
                    </button>
                </form>
            }
        })
    })
}

#[component]
fn StepRow(doing: Doing, id: ImprovementStepId, finished: Memo<Option<Date>>) -> impl IntoView {
    let key = StoredValue::new(id);
    let step = Memo::new(move |_| {
        doing.read(|now| {
            let found = now.steps().into_iter().find(|(id, _)| key.with_value(|key| key == *id));
            found.map(|(_, step)| step.clone()).unwrap_or_default()
        })
    });
    let done = Memo::new(move |_| step.with(|step| step.done));
    let what = move || step.with(|step| step.what.clone());
    // What was done was done; undo takes that back.
    let over = move || finished.with(Option::is_some);
    let wrong = RwSignal::new(None::<Wrong>);
    let put = move |step: Step| {
        let made =
            key.with_value(|key| doing.keep(|pen, id, now, _| put_improvement_step(pen, id, now, key, step)));
        wrong.set(made.err());
    };
    let turn = move |_| {
        let now = step.get_untracked();
        put(Step { done: !now.done, ..now });
    };
    let remove = move |_| {
        let field = ImprovementField::Step(key.get_value(), None);
        // Taking out breaks no rule.
        let _ = doing.keep(|pen, id, now, _| Ok(settle_improvement(pen, id, now, field)));
    };
    let evidence = live(move || {
        done.get().then(|| {
            view! {
                <TextField
                    label=Signal::derive(move || doing.desk.t().improvement().evidence_of(&what()))
                    value=Signal::derive(move || step.with(|step| step.evidence.clone()))
                    on_commit=move |evidence: String| put(Step { evidence, ..step.get_untracked() })
                    error=told(doing.desk, wrong, |_| true)
                    hint=label(|t| t.improvement().evidence_hint)
                />
            }
        })
    });
    view! {
        <li class="improvement-step">
            <label class="improvement-tick">
                <input type="checkbox" prop:checked=move || done.get() prop:disabled=over on:change=turn/>
                <span class:done=move || done.get()>{what}</span>
            </label>
            <button
                type="button"
                class="btn btn-icon"
                hidden=over
                aria-label=move || doing.desk.t().improvement().step_remove(&what())
                on:click=remove
            >
                <Icon glyph=Glyph::Close/>
            </button>
            <div class="improvement-evidence">{evidence}</div>
        </li>
    }
    .into_any()
}
