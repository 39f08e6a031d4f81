use super::review::ReviewPart;
use super::task::TaskRow;
use super::{Shown, left_open};
use crate::app::command::{self, StageError};
use crate::app::desk::{Desk, use_desk};
use crate::app::overview::Next;
use crate::domain::case::{Progress, Status};
use crate::domain::id::StageId;
use crate::domain::record::Records;
use crate::ui::part::{Glyph, Icon, ReasonDialog};
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
    // Whether the required tasks of this stage are done, and whether it lacks its review.
    let standing = Memo::new(move |_| {
        let process = s.with_value(|shown| shown.process(desk.lang.get()));
        process.map_or((false, false), |process| {
            let case = s.with_value(Shown::case);
            let visits = s.with_value(|shown| shown.visits(desk));
            let progress = Progress::of(&case, process).with_visits(visits);
            let here = progress.position();
            (progress.open_required(here).is_empty(), progress.lacks_review(here))
        })
    });
    let tasks_done = Memo::new(move |_| standing.get().0);
    let lacks_review = Memo::new(move |_| standing.get().1);
    let at_work = Memo::new(move |_| open.get() && viewed.get() == position.get());
    // A memo: the list stays, with the cursor in it, while its tasks change.
    let process = Memo::new(move |_| s.with_value(|shown| shown.process(desk.lang.get())));
    let next = Memo::new(move |_| {
        let next = |progress: &Progress<'_, 'static>| match Next::of(progress) {
            Next::Task(task) => Some(task.id.clone()),
            _ => None,
        };
        open.get().then(|| s.with_value(|shown| shown.with_progress(desk, next)).flatten()).flatten()
    });
    let rows = move || {
        let process = process.get()?;
        let stage = process.stages.get(viewed.get())?;
        let row =
            |task| view! { <TaskRow shown=s.get_value() process=process task=task open=open next=next/> };
        let review = stage.review.then(|| {
            view! { <ReviewPart shown=s.get_value() stage=stage at_work=at_work is_next=tasks_done/> }
        });
        Some(view! {
            <h2>{stage.name.clone()}</h2>
            <ul class="tasks">{stage.tasks.iter().map(row).collect_view()}</ul>
            {review}
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
        // One thing is next: the review, where tasks are done and it is lacking.
        let class = if tasks_done.get() && lacks_review.get() { "btn" } else { "btn btn-primary" };
        Some(
            view! {
                <button type="button" class=class on:click=move |_| go(wish.clone())>
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
        <AskWhy shown=s.get_value() asking=asking viewing=viewing/>
    }
    .into_any()
}

/// Does what is wished; false when it needs a reason that is not there.
fn act(desk: Desk, shown: &Shown, wish: &Wish, reason: &str) -> bool {
    let case = shown.case_untracked();
    let Some(process) = shown.process(desk.lang.get_untracked()) else { return false };
    let pen = desk.pen();
    let progress = Progress::of(&case, process).with_visits(untrack(|| shown.visits(desk)));
    let outcome: Result<Records, StageError> = match wish {
        Wish::Stage(to) => command::move_to_stage(&pen, &shown.id, &progress, to, reason),
        Wish::Close => command::close(&pen, &shown.id, &progress, reason),
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
fn AskWhy(shown: Shown, asking: RwSignal<Option<Wish>>, viewing: RwSignal<Option<usize>>) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if asking.with(Option::is_some) {
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
    let open_points = move || {
        let process = s.with_value(|shown| shown.process(desk.lang.get()))?;
        let case = s.with_value(Shown::case);
        let visits = s.with_value(|shown| shown.visits(desk));
        let progress = Progress::of(&case, process).with_visits(visits);
        Some(match asking.get()? {
            Wish::Stage(to) => left_open(desk.t(), &progress, Some(&to)),
            Wish::Close => left_open(desk.t(), &progress, None),
            Wish::Withdraw | Wish::Reopen => Vec::new(),
        })
    };
    let finish = move |reason: String| {
        let Some(wish) = asking.get_untracked() else { return };
        if act(desk, &s.get_value(), &wish, &reason) {
            viewing.set(None);
            open.set(false);
        }
    };
    view! {
        <ReasonDialog
            title=Signal::derive(title)
            open=open
            left_open=Signal::derive(move || open_points().unwrap_or_default())
            on_reason=finish
        />
    }
    .into_any()
}
