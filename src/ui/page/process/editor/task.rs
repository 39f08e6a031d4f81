use super::editing::Editing;
use crate::app::desk::{Desk, use_desk};
use crate::domain::custom_process::{
    DefinitionError, EvidenceDefinition, TaskDefinition, Towards, choices_of_lines,
};
use crate::domain::id::TaskId;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::{Lane, Role, Task};
use crate::domain::record_part::RecordPart;
use crate::domain::text::MAX_LINE;
use crate::i18n::process::evidence_in_words;
use crate::i18n::{Named, Texts};
use crate::ui::field_error::Told;
use crate::ui::part::{
    ChoiceOption, Select, TextArea, TextField, focus_moved, label, live, movers, on_arrows, said,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The longest time limit, in minutes.
const MAX_LIMIT: u32 = 99_999;

/// One task of the draft. Copied freely: it is a handle.
#[derive(Clone, Copy)]
struct Draft {
    editing: Editing,
    id: StoredValue<TaskId>,
}

impl Draft {
    /// A text of the task. Follows changes.
    fn read(self, read: fn(&TaskDefinition) -> String) -> Signal<String> {
        self.editing.read(move |draft| self.id.with_value(|id| draft.task(id).map(read)).unwrap_or_default())
    }

    fn change(self, edit: impl FnOnce(&mut TaskDefinition)) {
        let id = self.id.get_value();
        self.editing.change(|draft| {
            if let Some(task) = draft.task_mut(&id) {
                edit(task);
            }
        });
    }

    /// What is wrong with it, of this sort. Follows changes.
    fn wrong(self, desk: Desk, fits: fn(&DefinitionError) -> Option<&TaskId>) -> Signal<Option<String>> {
        Signal::derive(move || {
            let why = self.editing.wrong.get()?;
            let here = fits(&why).is_some_and(|task| self.id.with_value(|id| id == task));
            here.then(|| why.tell(desk.t()))
        })
    }
}

/// A task: its words, and behind a press how it is done.
#[component]
pub(super) fn TaskCard(editing: Editing, task: TaskId, number: usize) -> impl IntoView {
    let desk = use_desk();
    let draft = Draft { editing, id: StoredValue::new(task.clone()) };
    let text = draft.read(|task| task.text.clone());
    let called = Signal::derive(move || match text.get() {
        text if text.trim().is_empty() => desk.t().process().task_text(&number),
        text => text,
    });
    let go = Callback::new(move |towards: Towards| {
        let task = draft.id.get_value();
        editing.change(|draft| draft.move_task(&task, towards));
        focus_moved(task.as_str());
    });
    let can = move |towards| {
        let can = move || editing.draft.with(|all| draft.id.with_value(|id| all.can_move_task(id, towards)));
        Signal::derive(can)
    };
    let remove = Callback::new(move |()| {
        let task = draft.id.get_value();
        editing.change(|draft| draft.remove_task(&task));
    });
    let error = draft.wrong(desk, |why| match why {
        DefinitionError::TaskText(id, _) | DefinitionError::DuplicateTask(id) => Some(id),
        _ => None,
    });
    let opened = Memo::new(move |_| {
        // What is wrong within is shown.
        let wrong = editing.wrong.with(|why| match why {
            Some(
                DefinitionError::Choices(id) | DefinitionError::Record(id) | DefinitionError::TaskHint(id, _),
            ) => draft.id.with_value(|here| here == id),
            _ => false,
        });
        wrong || editing.opened.with(|opened| draft.id.with_value(|id| opened.as_ref() == Some(id)))
    });
    let toggle = move |event: leptos::ev::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let open = details.is_some_and(|details| details.has_attribute("open"));
        let id = draft.id.get_value();
        if open {
            editing.opened.set(Some(id));
        } else if editing.opened.with_untracked(|opened| *opened == Some(id)) {
            editing.opened.set(None);
        }
    };
    let facts = editing.read(move |all| {
        let t = desk.t();
        let task = draft.id.with_value(|id| all.task(id).map(TaskDefinition::task));
        let words = |task: Task| {
            let optional = (!task.required).then(|| t.case().discretionary.to_owned());
            let facts = [task.role.name(t).to_owned(), evidence_in_words(t, &task.evidence)];
            facts.into_iter().chain(optional).collect::<Vec<_>>().join(" · ")
        };
        task.map(words).unwrap_or_default()
    });
    let details = live(move || opened.get().then(|| view! { <Details draft=draft/> }));
    view! {
        <li
            id=task.to_string()
            class="task-card"
            tabindex="-1"
            on:keydown=move |event| on_arrows(&event, go)
        >
            <div class="task-line">
                <TextField
                    label=Signal::derive(move || desk.t().process().task_text(&number))
                    value=text
                    on_commit=move |text: String| draft.change(|task| task.text = text)
                    error=error
                />
                {movers(called, can(Towards::Start), can(Towards::End), go, remove)}
            </div>
            <details class="disclosure" prop:open=move || opened.get() on:toggle=toggle>
                <summary>
                    {said(|t| t.process().task_details)}
                    <span class="task-facts">{facts}</span>
                </summary>
                {details}
            </details>
        </li>
    }
    .into_any()
}

/// All that a task has besides its words.
#[component]
fn Details(draft: Draft) -> impl IntoView {
    let desk = use_desk();
    let limit_error = RwSignal::new(false);
    let hint_error = draft.wrong(desk, |why| match why {
        DefinitionError::TaskHint(id, _) => Some(id),
        _ => None,
    });
    let limit = move |typed: String| {
        let minutes = match typed.trim() {
            "" => Ok(None),
            typed => typed.parse().map(Some).map_err(drop),
        };
        match minutes {
            Ok(minutes) if minutes.is_none_or(|minutes| (1..=MAX_LIMIT).contains(&minutes)) => {
                limit_error.set(false);
                draft.change(|task| task.limit = minutes);
            }
            _ => limit_error.set(true),
        }
    };
    view! {
        <div class="section task-details">
            <TextField
                label=label(|t| t.process().task_hint)
                value=draft.read(|task| task.hint.clone())
                on_commit=move |text: String| draft.change(|task| task.hint = text)
                error=hint_error
            />
            <label class="switch">
                <input
                    type="checkbox"
                    prop:checked=move || draft.read(|task| task.required.to_string()).with(|on| on == "true")
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        draft.change(|task| task.required = on);
                    }
                />
                <span>{said(|t| t.process().task_required)}</span>
            </label>
            <div class="form-grid">
                <Select
                    label=label(|t| t.process().lane_label)
                    options=Signal::derive(move || named(&Lane::ALL, desk.t()))
                    value=draft.read(|task| place(&Lane::ALL, task.lane))
                    on_choose=move |at: String| draft.change(|task| task.lane = pick(&Lane::ALL, &at, task.lane))
                />
                <Select
                    label=label(|t| t.process().task_role)
                    options=Signal::derive(move || named(&Role::ALL, desk.t()))
                    value=draft.read(|task| place(&Role::ALL, task.role))
                    on_choose=move |at: String| draft.change(|task| task.role = pick(&Role::ALL, &at, task.role))
                />
                <TextField
                    label=label(|t| t.process().task_limit)
                    value=draft.read(|task| task.limit.map(|minutes| minutes.to_string()).unwrap_or_default())
                    on_commit=limit
                    error=Signal::derive(move || limit_error.get().then(|| desk.t().process().error_limit.to_owned()))
                    hint=label(|t| t.process().task_limit_hint)
                />
            </div>
            <Evidence draft=draft/>
        </div>
    }
    .into_any()
}

/// What the task asks for, and which of it.
#[component]
fn Evidence(draft: Draft) -> impl IntoView {
    let desk = use_desk();
    let kind = draft.read(|task| kind_of(&task.evidence).to_owned());
    let choices_error = draft.wrong(desk, |why| match why {
        DefinitionError::Choices(id) => Some(id),
        _ => None,
    });
    let lines = draft.read(|task| match &task.evidence {
        EvidenceDefinition::Choice(choices) => {
            choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    });
    let reword = move |text: String| {
        draft.change(|task| {
            if let EvidenceDefinition::Choice(choices) = &mut task.evidence {
                *choices = choices_of_lines(&text, choices);
            }
        });
    };
    let which = live(move || {
        match kind.get().as_str() {
        "choice" => view! {
            <TextArea
                label=label(|t| t.process().task_choices)
                value=lines
                on_commit=reword
                error=choices_error
                max=MAX_LINE * 10
            />
        }
        .into_any(),
        "paper" => view! {
            <Select
                label=label(|t| t.process().task_paper)
                options=Signal::derive(move || named(&PaperKind::ALL, desk.t()))
                value=draft.read(|task| match &task.evidence {
                    EvidenceDefinition::Paper(paper) => place(&PaperKind::ALL, *paper),
                    _ => String::new(),
                })
                on_choose=move |at: String| {
                    let paper = pick(&PaperKind::ALL, &at, PaperKind::WorkOrder);
                    draft.change(|task| task.evidence = EvidenceDefinition::Paper(paper));
                }
            />
        }
        .into_any(),
        "record" => view! {
            <Select
                label=label(|t| t.process().task_record)
                options=Signal::derive(move || named(&RecordPart::ALL, desk.t()))
                value=draft.read(|task| match &task.evidence {
                    EvidenceDefinition::Record(name) => {
                        RecordPart::from_name(name).map(|part| place(&RecordPart::ALL, part)).unwrap_or_default()
                    }
                    _ => String::new(),
                })
                on_choose=move |at: String| {
                    let part = pick(&RecordPart::ALL, &at, RecordPart::Needs);
                    draft.change(|task| task.evidence = EvidenceDefinition::Record(part.name().to_owned()));
                }
            />
        }
        .into_any(),
        _ => ().into_any(),
    }
    });
    view! {
        <div class="form-grid">
            <Select
                label=label(|t| t.process().task_evidence)
                options=Signal::derive(move || kinds(desk.t()))
                value=kind
                on_choose=move |kind: String| draft.change(|task| task.evidence = of_kind(&kind))
            />
            {which}
        </div>
    }
    .into_any()
}

fn kind_of(evidence: &EvidenceDefinition) -> &'static str {
    match evidence {
        EvidenceDefinition::Tick => "tick",
        EvidenceDefinition::Text => "text",
        EvidenceDefinition::Number => "number",
        EvidenceDefinition::Date => "date",
        EvidenceDefinition::Choice(_) => "choice",
        EvidenceDefinition::Photo => "photo",
        EvidenceDefinition::Signature => "signature",
        EvidenceDefinition::Paper(_) => "paper",
        EvidenceDefinition::Record(_) => "record",
    }
}

fn of_kind(kind: &str) -> EvidenceDefinition {
    match kind {
        "text" => EvidenceDefinition::Text,
        "number" => EvidenceDefinition::Number,
        "date" => EvidenceDefinition::Date,
        "choice" => EvidenceDefinition::Choice(Vec::new()),
        "photo" => EvidenceDefinition::Photo,
        "signature" => EvidenceDefinition::Signature,
        "paper" => EvidenceDefinition::Paper(PaperKind::WorkOrder),
        "record" => EvidenceDefinition::Record(RecordPart::Needs.name().to_owned()),
        _ => EvidenceDefinition::Tick,
    }
}

fn kinds(t: &'static Texts) -> Vec<ChoiceOption> {
    let t = t.process();
    [
        ("tick", t.evidence_tick),
        ("text", t.evidence_text),
        ("number", t.evidence_number),
        ("date", t.evidence_date),
        ("choice", t.evidence_choice),
        ("photo", t.evidence_photo),
        ("signature", t.evidence_signature),
        ("paper", t.kind_paper),
        ("record", t.kind_record),
    ]
    .map(|(kind, words)| ChoiceOption::new(kind, words))
    .to_vec()
}

fn named<T: Named>(all: &[T], t: &'static Texts) -> Vec<ChoiceOption> {
    all.iter().enumerate().map(|(at, each)| ChoiceOption::new(at.to_string(), each.name(t))).collect()
}

fn place<T: PartialEq>(all: &[T], value: T) -> String {
    all.iter().position(|each| *each == value).unwrap_or(0).to_string()
}

fn pick<T: Copy>(all: &[T], at: &str, otherwise: T) -> T {
    at.parse::<usize>().ok().and_then(|at| all.get(at)).copied().unwrap_or(otherwise)
}
