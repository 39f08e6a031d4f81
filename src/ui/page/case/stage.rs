use super::Shown;
use super::task::TaskRow;
use crate::app::command::{self, StageError};
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::{Progress, Status};
use crate::domain::id::StageId;
use crate::domain::record::Records;
use crate::domain::text::MAX_LINE;
use crate::ui::part::{Dialog, Glyph, Icon, TextField};
use leptos::prelude::*;

/// Where the case shall go, once the reason is given.
#[derive(Clone, PartialEq)]
enum Wish {
    Stage(StageId),
    Close,
    Withdraw,
    Reopen,
}

/// The checklist of the stage in view, and the way on.
#[component]
pub(super) fn StagePart(shown: Shown, viewing: RwSignal<Option<usize>>) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let asking = RwSignal::new(None::<Wish>);
    let position = Memo::new(move |_| {
        let process = s.with_value(|shown| shown.process(desk.lang.get()));
        process.map_or(0, |process| s.with_value(|shown| Progress::of(&shown.case(), process).position()))
    });
    let viewed = Memo::new(move |_| viewing.get().unwrap_or_else(|| position.get()));
    let open = Memo::new(move |_| s.with_value(Shown::case).status() == Status::Open);
    let rows = move || {
        let process = s.with_value(|shown| shown.process(desk.lang.get()))?;
        let stage = process.stages.get(viewed.get())?;
        let row = |task| view! { <TaskRow shown=s.get_value() task=task open=open/> };
        Some(view! {
            <h2>{stage.name.clone()}</h2>
            <ul class="tasks">{stage.tasks.iter().map(row).collect_view()}</ul>
        })
    };
    let go = move |wish: Wish| {
        // A first try without a reason: where one is needed, the dialog asks for it.
        if act(desk, &s.get_value(), &wish, "") {
            viewing.set(None);
        } else {
            asking.set(Some(wish));
        }
    };
    let ways = move || {
        let t = desk.t();
        let process = s.with_value(|shown| shown.process(desk.lang.get()))?;
        let (here, at) = (position.get(), viewed.get());
        if !open.get() {
            return Some(
                view! {
                    <button type="button" class="btn" on:click=move |_| asking.set(Some(Wish::Reopen))>
                        <Icon glyph=Glyph::Undo/>
                        {t.case().reopen}
                    </button>
                }
                .into_any(),
            );
        }
        if at != here {
            let stage = process.stages.get(at)?;
            let label = if at < here { t.case().go_back(&stage.name) } else { t.case().go_on(&stage.name) };
            let to = stage.id.clone();
            return Some(
                view! {
                    <button type="button" class="btn" on:click=move |_| go(Wish::Stage(to.clone()))>{label}</button>
                    <button type="button" class="btn btn-quiet" on:click=move |_| viewing.set(None)>
                        {t.case().to_current}
                    </button>
                }
                .into_any(),
            );
        }
        let (label, wish) = match process.stages.get(here + 1) {
            Some(next) => (t.case().go_on(&next.name), Wish::Stage(next.id.clone())),
            None => (t.case().close.to_owned(), Wish::Close),
        };
        Some(
            view! {
                <button type="button" class="btn btn-primary" on:click=move |_| go(wish.clone())>
                    {label}
                    <Icon glyph=Glyph::Forward/>
                </button>
                <button type="button" class="btn btn-quiet" on:click=move |_| asking.set(Some(Wish::Withdraw))>
                    {t.case().withdraw}
                </button>
            }
            .into_any(),
        )
    };
    view! {
        <section class="card section stage" aria-label=move || desk.t().case().checklist>
            {rows}
            <div class="btn-row">{ways}</div>
        </section>
        <ReasonDialog shown=s.get_value() asking=asking viewing=viewing/>
    }
    .into_any()
}

/// Does what is wished; false when it needs a reason that is not there.
fn act(desk: Desk, shown: &Shown, wish: &Wish, reason: &str) -> bool {
    let case = shown.case_untracked();
    let Some(process) = shown.process(desk.lang.get_untracked()) else { return false };
    let pen = desk.pen();
    let outcome: Result<Records, StageError> = match wish {
        Wish::Stage(to) => command::move_to_stage(&pen, &shown.id, &case, process, to, reason),
        Wish::Close => command::close(&pen, &shown.id, &case, process, reason),
        Wish::Withdraw => Ok(command::withdraw(&pen, &shown.id, &case, reason)),
        Wish::Reopen => Ok(command::reopen(&pen, &shown.id, &case, reason)),
    };
    match outcome {
        Ok(records) => {
            desk.save(records);
            let t = desk.t();
            let done = match wish {
                Wish::Stage(to) => {
                    let name =
                        process.stages.iter().find(|stage| stage.id == *to).map_or("", |stage| &stage.name);
                    t.case().moved(&name)
                }
                Wish::Close => t.case().next_closed.to_owned(),
                Wish::Withdraw => t.case().next_withdrawn.to_owned(),
                Wish::Reopen => t.case().reopened.to_owned(),
            };
            desk.say(done, Some(shown.id.clone()));
            true
        }
        Err(_) => false,
    }
}

/// Asks why: required tasks are open, the case goes back, or it ends early.
#[component]
fn ReasonDialog(
    shown: Shown,
    asking: RwSignal<Option<Wish>>,
    viewing: RwSignal<Option<usize>>,
) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    Effect::new(move |_| {
        if asking.with(Option::is_some) {
            reason.set(String::new());
            missing.set(false);
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() {
            asking.set(None);
        }
    });
    let title = move || match asking.get() {
        Some(Wish::Withdraw) => desk.t().case().withdraw.to_owned(),
        Some(Wish::Reopen) => desk.t().case().reopen.to_owned(),
        Some(Wish::Close) => desk.t().case().close_early.to_owned(),
        _ => desk.t().case().why.to_owned(),
    };
    let left_open = move || {
        let process = s.with_value(|shown| shown.process(desk.lang.get()))?;
        let case = s.with_value(Shown::case);
        let pen = crate::app::command::Pen { stamp: case.span.as_ref()?.1.clone(), author: None };
        let id = s.with_value(|shown| shown.id.clone());
        let outcome = match asking.get()? {
            Wish::Stage(to) => command::move_to_stage(&pen, &id, &case, process, &to, ""),
            Wish::Close => command::close(&pen, &id, &case, process, ""),
            Wish::Withdraw | Wish::Reopen => return None,
        };
        match outcome {
            Err(StageError::OpenTasks(tasks)) => {
                let list =
                    tasks.into_iter().map(|task| view! { <li>{task.text.clone()}</li> }).collect_view();
                Some(
                    view! { <div><p>{desk.t().case().left_open}</p><ul class="plain-list">{list}</ul></div> },
                )
            }
            _ => None,
        }
    };
    let finish = move || {
        let Some(wish) = asking.get_untracked() else { return };
        let typed = reason.get_untracked();
        if typed.trim().is_empty() {
            missing.set(true);
            return;
        }
        if act(desk, &s.get_value(), &wish, &typed) {
            viewing.set(None);
            open.set(false);
        }
    };
    view! {
        <Dialog title=Signal::derive(title) open=open>
            <form
                class="dialog-body"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    finish();
                }
            >
                {left_open}
                <TextField
                    label=Signal::derive(move || desk.t().case().reason.to_owned())
                    value=reason
                    on_type=move |text: String| reason.set(text)
                    error=Signal::derive(move || {
                        let empty = missing.get() && reason.with(|reason| reason.trim().is_empty());
                        empty.then(|| desk.t().case().error_reason.to_owned())
                    })
                    max=MAX_LINE
                    autofocus=true
                />
                <div class="btn-row">
                    <button type="submit" class="btn btn-primary">{move || desk.t().case().confirm}</button>
                    <button type="button" class="btn btn-quiet" on:click=move |_| open.set(false)>
                        {move || desk.t().common().cancel}
                    </button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
