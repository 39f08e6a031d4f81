use super::super::name as part_name;
use super::super::noted::facts;
use super::change_path::ChangePath;
use crate::app::command::decide_change;
use crate::app::desk::{Desk, use_desk};
use crate::catalog;
use crate::domain::case::StageState;
use crate::domain::change::{ChangeCourse, ChangeStep};
use crate::domain::execution::{ChangeRequest, ChangeState};
use crate::domain::id::{CaseId, ChangeId};
use crate::domain::paper_kind::PaperKind;
use crate::i18n::Named;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::page::paper::capital;
use crate::ui::part::{Button, Glyph, Icon, live};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// A change and where it stands in its process.
#[derive(Clone, PartialEq)]
pub(super) struct Standing {
    change: ChangeRequest,
    /// The place of the stage it stands in.
    pub at: usize,
    /// How each stage looks.
    pub stages: Vec<StageState>,
    next: Option<ChangeStep<'static>>,
    finished: bool,
}

impl Standing {
    fn of(desk: Desk, shown: &Shown, id: &ChangeId) -> Option<Self> {
        let process = catalog::change_process(desk.lang.get())?;
        shown.read(|case| {
            let course = ChangeCourse::of(case, process, id)?;
            Some(Self {
                change: course.change().clone(),
                at: course.position(),
                stages: (0..process.stages.len()).map(|at| course.state(at)).collect(),
                next: course.next(),
                finished: course.is_finished(),
            })
        })
    }

    fn first_at_work(desk: Desk, shown: &Shown) -> Option<ChangeId> {
        let case = shown.case();
        let mut ids = case.change_requests().into_iter().map(|(id, _)| id);
        ids.find(|id| Self::of(desk, shown, id).is_some_and(|it| !it.is_over())).cloned()
    }

    fn is_over(&self) -> bool {
        self.finished || self.change.state == ChangeState::Refused
    }

    fn tag(&self, desk: Desk) -> AnyView {
        let t = desk.t();
        let (class, word) = match self.change.state {
            _ if self.finished => ("tag tag-good", t.change().finished),
            ChangeState::Proposed => ("tag tag-warn", self.change.state.name(t)),
            ChangeState::Confirmed => ("tag tag-good", self.change.state.name(t)),
            ChangeState::Refused => ("tag", self.change.state.name(t)),
        };
        view! { <span class=class>{word}</span> }.into_any()
    }
}

/// A change: what it is, what is next, and its way through the process of changes.
#[component]
pub(super) fn ChangeRow(
    shown: Shown,
    id: ChangeId,
    /// Whether the form is open.
    open: RwSignal<bool>,
    /// Called to put the change otherwise.
    on_edit: Callback<ChangeId>,
) -> impl IntoView {
    let desk = use_desk();
    let standing = Memo::new({
        let (shown, id) = (shown.clone(), id.clone());
        move |_| Standing::of(desk, &shown, &id)
    });
    // The first one that there is something to do about is unfolded.
    let begun = untrack(|| Standing::first_at_work(desk, &shown)).as_ref() == Some(&id);
    let about = live(move || {
        standing.get().map(|it| {
            let (t, tag) = (desk.t(), it.tag(desk));
            let effects = vec![
                (t.work().change_reason, it.change.reason),
                (t.work().change_on_time, it.change.on_time),
                (t.work().change_on_cost, it.change.on_cost),
                (t.work().change_on_quality, it.change.on_quality),
            ];
            view! {
                <p class="noted-words">{tag} {it.change.what}</p>
                {facts(effects.into_iter().filter(|(_, words)| !words.is_empty()).collect())}
            }
        })
    });
    let edit = Callback::new({
        let id = id.clone();
        move |()| on_edit.run(id.clone())
    });
    let step = Memo::new(move |_| standing.with(|standing| standing.as_ref()?.next));
    let case = shown.id.clone();
    let next = live(move || step.get().map(|step| next_line(desk, &case, step, edit, open)));
    let state = Memo::new(move |_| standing.with(|standing| standing.as_ref().map(|it| it.change.state)));
    let decide = Callback::new({
        let (shown, id) = (shown.clone(), id.clone());
        move |state: ChangeState| match decide_change(
            &desk.pen(),
            &shown.id,
            &shown.case_untracked(),
            &id,
            state,
        ) {
            Ok(records) => {
                desk.save(records);
                desk.say(untrack(|| desk.t()).job().noted, Some(shown.id.clone()));
            }
            Err(why) => desk.say(why.tell(untrack(|| desk.t())), None),
        }
    });
    let ways = live(move || {
        // The form is offered once: by what is next, where that is to write.
        let (writes, decides) = match step.get() {
            Some(ChangeStep::Write(_)) => (true, false),
            Some(ChangeStep::Decide(_)) => (false, true),
            _ => (false, false),
        };
        let may_edit = !open.get() && !writes;
        let (confirm, refuse) =
            if decides { ("btn btn-primary", "btn") } else { ("btn btn-quiet", "btn btn-quiet") };
        (state.get() == Some(ChangeState::Proposed)).then(|| {
            let edit = may_edit.then(|| {
                view! { <Button label=|t| t.common().edit class="btn btn-quiet" on_press=edit/> }
            });
            view! {
                <div class="btn-row">
                    <Button
                        label=|t| t.job().change_confirm
                        glyph=Glyph::Check
                        class=confirm
                        on_press=move |()| decide.run(ChangeState::Confirmed)
                    />
                    <Button
                        label=|t| t.job().change_refuse
                        class=refuse
                        on_press=move |()| decide.run(ChangeState::Refused)
                    />
                    {edit}
                </div>
            }
        })
    });
    view! {
        <li class="noted">
            {about}
            {next}
            {ways}
            <ChangePath shown=shown id=id standing=standing begun=begun/>
        </li>
    }
    .into_any()
}

/// What is next, in a line, with the way there.
fn next_line(
    desk: Desk,
    case: &CaseId,
    step: ChangeStep<'static>,
    edit: Callback<()>,
    open: RwSignal<bool>,
) -> AnyView {
    let t = desk.t();
    let to_part = |part: Part| {
        let name = part_name(part)(t);
        view! { <a href=Route::CasePart(case.to_string(), part).href()>{name}</a> }.into_any()
    };
    let to_paper = |kind: PaperKind| {
        let name = capital(Named::name(&kind, t));
        view! { <a href=Route::Paper(case.to_string(), kind).href()>{name}</a> }.into_any()
    };
    let fill_in = || {
        let button = live(move || {
            (!open.get()).then(|| {
                view! { <Button label=|t| t.change().fill_in on_press=edit/> }
            })
        });
        view! { {button} }.into_any()
    };
    let (words, way) = match step {
        ChangeStep::Write(task) => (t.change().next(&task.text), Some(fill_in())),
        ChangeStep::Plan(task) => (t.change().next(&task.text), Some(to_part(Part::Agreement))),
        ChangeStep::Prices(task) => (t.change().next(&task.text), Some(to_part(Part::Options))),
        ChangeStep::Issue(task) => (t.change().next(&task.text), Some(to_paper(PaperKind::ChangeRequest))),
        ChangeStep::Decide(_) => (t.change().next_decide.to_owned(), None),
        ChangeStep::Tick(task) => (t.change().next(&task.text), None),
        ChangeStep::Reissue(kind) => (t.change().next_again(&Named::name(&kind, t)), Some(to_paper(kind))),
    };
    view! { <p class="change-next"><Icon glyph=Glyph::Forward/><span>{words}</span>{way}</p> }.into_any()
}
