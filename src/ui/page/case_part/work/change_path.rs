use super::change_row::Standing;
use crate::app::command::mark_change_task;
use crate::app::desk::use_desk;
use crate::catalog;
use crate::domain::case::{Evidence, Mark, StageState};
use crate::domain::change::ChangeCourse;
use crate::domain::id::ChangeId;
use crate::domain::process::{Process, Stage, Task};
use crate::i18n::Named;
use crate::ui::page::case::{Shown, step_view};
use crate::ui::part::{Glyph, Icon, fresh_id, live};
use leptos::prelude::*;

/// The stages of a change as a row of steps, and the tasks of one of them.
#[component]
pub(super) fn ChangePath(
    shown: Shown,
    id: ChangeId,
    standing: Memo<Option<Standing>>,
    /// Whether there is something to do: it is unfolded then.
    begun: bool,
) -> impl IntoView {
    let desk = use_desk();
    let viewing = RwSignal::new(None::<usize>);
    let process = Memo::new(move |_| catalog::change_process(desk.lang.get()));
    let here = Memo::new(move |_| standing.with(|standing| standing.as_ref().map_or(0, |it| it.at)));
    let stages = Memo::new(move |_| {
        standing.with(|standing| standing.as_ref().map(|it| it.stages.clone()).unwrap_or_default())
    });
    // Where it goes on, the eye goes along.
    Effect::new(move |_| {
        here.track();
        viewing.set(None);
    });
    let viewed = Memo::new(move |_| viewing.get().unwrap_or_else(|| here.get()));
    let title = move || {
        let (at, t) = (here.get(), desk.t());
        let over = stages.with(|stages| stages.iter().all(|state| *state == StageState::Done));
        let stage = process.get()?.stages.get(at).filter(|_| !over);
        Some(match stage {
            Some(stage) => t.change().course_at(&(at + 1), &stage.name),
            None => t.change().course.to_owned(),
        })
    };
    let steps = live(move || {
        let (t, here) = (desk.t(), here.get());
        let step = |(at, (stage, state)): (usize, (&'static Stage, StageState))| {
            let look = move |()| viewing.set((at != here).then_some(at));
            let viewed = Signal::derive(move || viewed.get() == at);
            step_view(t, (at, &stage.name), state, viewed, Callback::new(look))
        };
        let stages = process.get().map(|process| process.stages.iter().zip(stages.get()));
        stages.into_iter().flatten().enumerate().map(step).collect::<Vec<_>>()
    });
    let tasks = live(move || {
        let process = process.get()?;
        let stage = process.stages.get(viewed.get())?;
        let row = |task: &'static Task| {
            view! { <ChangeTask shown=shown.clone() id=id.clone() process=process task=task/> }
        };
        let rows: Vec<_> = stage.tasks.iter().map(row).collect();
        Some(view! { <ul class="tasks" aria-label=desk.t().change().tasks(&stage.name)>{rows}</ul> })
    });
    view! {
        <details class="disclosure change-path" open=begun>
            <summary>{title}</summary>
            <div class="stepper"><ol aria-label=move || desk.t().change().course>{steps}</ol></div>
            {tasks}
        </details>
    }
    .into_any()
}

/// A task of a change: done with a tick, or by what the case has.
#[component]
fn ChangeTask(shown: Shown, id: ChangeId, process: &'static Process, task: &'static Task) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new((shown, id));
    // Whether it is done, whether by the case itself, and whether it can be ticked.
    let look = Memo::new(move |_| {
        s.with_value(|(shown, id)| {
            shown.read(|case| {
                let course = ChangeCourse::of(case, process, id);
                course.map_or((false, false, false), |course| {
                    let marked = course.mark(task).is_some();
                    let on_record = !marked && course.is_on_record(task);
                    (course.is_done(task), on_record, marked || course.is_ticked(task) && !on_record)
                })
            })
        })
    });
    let (done, on_record, ticked) =
        (move || look.get().0, Memo::new(move |_| look.get().1), Memo::new(move |_| look.get().2));
    let save = move |event: leptos::ev::Event| {
        let mark = if event_target_checked(&event) { Mark::Done(Evidence::Tick) } else { Mark::Open };
        let (shown, id) = s.get_value();
        let case = shown.case_untracked();
        if let Ok(records) = mark_change_task(&desk.pen(), &shown.id, &case, &id, &task.id, mark) {
            desk.save(records);
        }
    };
    let hint = fresh_id("hint");
    let described = hint.clone();
    let tick = live(move || {
        if ticked.get() {
            view! {
                <input
                    type="checkbox"
                    class="tick"
                    aria-label=task.text.clone()
                    aria-describedby=described.clone()
                    prop:checked=done
                    on:change=save
                />
            }
            .into_any()
        } else {
            view! {
                <span class="tick-place" class:ticked=done aria-hidden="true"><Icon glyph=Glyph::Check/></span>
            }
            .into_any()
        }
    });
    let who = live(move || {
        on_record.get().then(|| view! { <span class="task-who">{desk.t().case().on_record}</span> })
    });
    let optional = live(move || {
        (!task.required).then(|| view! { <span class="tag">{desk.t().case().discretionary}</span> })
    });
    view! {
        <li class="task" class:done=done>
            {tick}
            <div class="task-body">
                <p class="task-text">{task.text.clone()} {optional}</p>
                <p class="hint" id=hint>{task.hint.clone()} " · " {move || task.role.name(desk.t())}</p>
                {who}
            </div>
        </li>
    }
    .into_any()
}
