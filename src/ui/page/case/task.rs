use super::Shown;
use super::papers::begin_letter;
use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::app::overview::Way;
use crate::domain::case::{Case, CaseField, CaseKey, Evidence, Mark, Progress};
use crate::domain::date::Date;
use crate::domain::id::TaskId;
use crate::domain::process::{EvidenceKind, Process, Task};
use crate::domain::text::{self, MAX_LINE};
use crate::i18n::Named;
use crate::ui::field_error::Told;
use crate::ui::page::case_part;
use crate::ui::page::case_part::photos::TaskPhotos;
use crate::ui::page::paper::capital;
use crate::ui::part::{Choice, ChoiceOption, Glyph, Icon, TextField, TimeText, fresh_id, live};
use crate::ui::route::{ProcessPaper, Route};
use leptos::prelude::*;

/// One task of the checklist: done with a tick, or with what it asks for.
#[component]
pub(super) fn TaskRow(
    shown: Shown,
    process: &'static Process,
    task: &'static Task,
    open: Memo<bool>,
    next: Memo<Option<TaskId>>,
) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let mark = Memo::new(move |_| {
        s.with_value(|shown| shown.case.with(|case| case.as_ref()?.mark(&task.id).cloned()))
    });
    // What the record has needs no tick: it is done as long as the record says so.
    let asks_for_record = matches!(
        task.evidence,
        EvidenceKind::Record(_) | EvidenceKind::Paper(_) | EvidenceKind::Signature | EvidenceKind::Photo
    );
    let on_record = Memo::new(move |_| {
        asks_for_record
            && mark.with(Option::is_none)
            && s.with_value(|shown| {
                let visits = shown.visits(desk);
                let has = |case: &Case| Progress::of(case, process).with_visits(visits).is_on_record(task);
                shown.case.with(|case| case.as_ref().is_some_and(has))
            })
    });
    let done = Memo::new(move |_| mark.with(Option::is_some) || on_record.get());
    let ticked = Memo::new(move |_| task.evidence.is_ticked() && !on_record.get());
    let kept = Signal::derive(move || match task.evidence {
        // It may be on paper alone; one that was drawn on the screen is on record.
        EvidenceKind::Signature => (!on_record.get()).then(|| desk.t().case().signed_on_paper),
        // Ticked by hand, it is kept elsewhere; one that was added is on record.
        EvidenceKind::Photo => (!on_record.get()).then(|| desk.t().case().photo_elsewhere),
        _ => None,
    });
    let full_name = move || match kept.get() {
        Some(kept) => format!("{} · {kept}", task.text),
        None => task.text.clone(),
    };
    let save = move |mark: Mark| {
        let (shown, pen) = (s.get_value(), desk.pen());
        let records = command::mark_task(&pen, &shown.id, &shown.case_untracked(), &task.id, mark);
        if !records.0.is_empty() {
            desk.save(records);
        }
    };
    let save = Callback::new(save);
    let hint_id = fresh_id("hint");
    let tick = {
        let hint_id = hint_id.clone();
        move || {
            ticked.get().then(|| {
                view! {
                    <input
                        type="checkbox"
                        class="tick"
                        aria-label=full_name
                        aria-describedby=hint_id.clone()
                        prop:checked=move || done.get()
                        disabled=move || !open.get()
                        on:change=move |event| {
                            save.run(if event_target_checked(&event) { Mark::Done(Evidence::Tick) } else { Mark::Open });
                        }
                    />
                }
            })
        }
    };
    let glyph = move || {
        (!ticked.get()).then(|| {
            view! {
                <span class="tick-place" class:ticked=move || done.get() aria-hidden="true">
                    <Icon glyph=Glyph::Check/>
                </span>
            }
        })
    };
    let who = move || {
        if on_record.get() {
            return Some(view! { <span class="task-who">{desk.t().case().on_record}</span> }.into_any());
        }
        let key = CaseKey::Task(task.id.clone());
        let held = s.with_value(|shown| shown.case.with(|case| case.as_ref()?.fields.held(&key).cloned()))?;
        if !matches!(held.value, CaseField::Task(_, Mark::Done(_))) {
            return None;
        }
        let name = held.author.map(|author| desk.staff_name(author.as_str())).unwrap_or_default();
        Some(view! { <span class="task-who">{name}" "<TimeText at=held.stamp.millis/></span> }.into_any())
    };
    let way = Way::of(process, task).map(|way| way_view(s.get_value(), process, way));
    let photos = (task.evidence == EvidenceKind::Photo)
        .then(|| view! { <TaskPhotos shown=s.get_value() task=task open=open/> });
    let is_next = Memo::new(move |_| next.with(|next| next.as_ref() == Some(&task.id)));
    view! {
        <li
            class="task"
            class:done=move || done.get()
            class:next=move || is_next.get()
            aria-current=move || is_next.get().then_some("true")
        >
            {tick} {glyph}
            <div class="task-body">
                <p class="task-text">
                    {task.text.clone()}
                    {move || kept.get().map(|kept| view! { <span class="muted small">{kept}</span> })}
                    {(!task.required).then(|| view! { <span class="tag">{move || desk.t().case().discretionary}</span> })}
                </p>
                <p class="hint" id=hint_id>
                    {task.hint.clone()} " · " {move || task.role.name(desk.t())}
                </p>
                <Ask task=task mark=mark save=save/>
                {way}
                {photos}
                {who}
            </div>
        </li>
    }
    .into_any()
}

/// The way to where a task's evidence is written down or given out.
fn way_view(shown: Shown, process: &'static Process, way: Way) -> AnyView {
    let desk = use_desk();
    let case = shown.id.to_string();
    match way {
        Way::Part(part) => {
            let name = case_part::name(part);
            link(Route::CasePart(case, part), move || name(desk.t()).to_owned())
        }
        Way::Receipt => link(Route::Receipt(case), move || desk.t().case().receipt.to_owned()),
        Way::Paper(kind) => link(Route::Paper(case, kind), move || capital(Named::name(&kind, desk.t()))),
        Way::Letter => letter_way(desk, shown),
        Way::Customer => customer_way(shown),
        Way::Poster => {
            process_paper(process, ProcessPaper::Poster, move || desk.t().process().poster.to_owned())
        }
        Way::Checklist => {
            process_paper(process, ProcessPaper::Checklist, move || desk.t().process().checklist.to_owned())
        }
    }
}

fn customer_way(shown: Shown) -> AnyView {
    let desk = use_desk();
    live(move || {
        let customer = shown.read(|case| case.customer().map(ToString::to_string))?;
        Some(link(Route::Customer(customer), move || desk.t().overview().customer.to_owned()))
    })
    .into_any()
}

fn process_paper(
    process: &'static Process,
    paper: ProcessPaper,
    name: impl Fn() -> String + Send + Sync + 'static,
) -> AnyView {
    link(Route::ProcessPaper(process.at.id.to_string(), paper), name)
}

fn link(to: Route, name: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! { <a class="task-way" href=to.href()>{name}<Icon glyph=Glyph::Forward/></a> }.into_any()
}

/// The letter of the case: the draft that was begun, the last that was issued, or a new one.
fn letter_way(desk: Desk, shown: Shown) -> AnyView {
    let id = shown.id;
    let there = Memo::new({
        let id = id.clone();
        move |_| {
            desk.index.with(|index| index.letters_of(id.as_str()).first().map(|letter| letter.id.clone()))
        }
    });
    live(move || match there.get() {
        Some(letter) => link(Route::Letter(letter), move || desk.t().names().record_letter.to_owned()),
        None => begin_letter(id.clone(), |t| t.case().new_letter, "task-way"),
    })
    .into_any()
}

/// What the task asks for besides a tick.
#[component]
fn Ask(task: &'static Task, mark: Memo<Option<Mark>>, save: Callback<Mark>) -> impl IntoView {
    let error = RwSignal::new(None::<String>);
    let desk = use_desk();
    let value = Signal::derive(move || match mark.get() {
        Some(Mark::Done(Evidence::Text(text) | Evidence::Number(text) | Evidence::Choice(text))) => text,
        Some(Mark::Done(Evidence::Date(date))) => date.to_string(),
        _ => String::new(),
    });
    let commit = move |typed: String| {
        let typed = typed.trim().to_owned();
        if typed.is_empty() {
            error.set(None);
            save.run(Mark::Open);
            return;
        }
        match evidence(&task.evidence, &typed) {
            Ok(evidence) => {
                error.set(None);
                save.run(Mark::Done(evidence));
            }
            Err(why) => error.set(Some(why.sentence(desk.t()))),
        }
    };
    let label = Signal::derive(move || match task.evidence {
        EvidenceKind::Number => desk.t().case().ask_number.to_owned(),
        EvidenceKind::Date => desk.t().case().ask_date.to_owned(),
        _ => desk.t().case().ask_text.to_owned(),
    });
    match &task.evidence {
        EvidenceKind::Tick
        | EvidenceKind::Photo
        | EvidenceKind::Signature
        | EvidenceKind::Paper(_)
        | EvidenceKind::Record(_) => ().into_any(),
        EvidenceKind::Choice(choices) => {
            let options: Vec<_> =
                choices.iter().map(|choice| ChoiceOption::new(&choice.id, &choice.label)).collect();
            view! {
                <Choice
                    label=Signal::stored(task.text.clone())
                    quiet=true
                    options=Signal::stored(options)
                    value=value
                    on_choose=commit
                />
            }
            .into_any()
        }
        EvidenceKind::Text | EvidenceKind::Number | EvidenceKind::Date => {
            let kind = if task.evidence == EvidenceKind::Date { "date" } else { "text" };
            let full = Signal::derive(move || format!("{} · {}", task.text, label.get()));
            view! {
                <div class="task-ask">
                    <TextField label=full value=value on_commit=commit error=error kind=kind/>
                </div>
            }
            .into_any()
        }
    }
}

/// Why what was typed is no evidence.
enum Unfit {
    Text(text::TextError),
    Number,
    Date,
}

impl Unfit {
    fn sentence(&self, t: &'static crate::i18n::Texts) -> String {
        match self {
            Self::Text(error) => error.tell(t),
            Self::Number => t.common().error_number.to_owned(),
            Self::Date => t.common().error_date.to_owned(),
        }
    }
}

fn evidence(kind: &EvidenceKind, typed: &str) -> Result<Evidence, Unfit> {
    match kind {
        EvidenceKind::Tick
        | EvidenceKind::Photo
        | EvidenceKind::Signature
        | EvidenceKind::Paper(_)
        | EvidenceKind::Record(_) => Ok(Evidence::Tick),
        EvidenceKind::Text => text::required(typed, MAX_LINE).map(Evidence::Text).map_err(Unfit::Text),
        EvidenceKind::Number => text::decimal(typed).map(Evidence::Number).ok_or(Unfit::Number),
        EvidenceKind::Date => Date::parse(typed).map(Evidence::Date).ok_or(Unfit::Date),
        EvidenceKind::Choice(_) => Ok(Evidence::Choice(typed.to_owned())),
    }
}
