use crate::app::command::save_process;
use crate::app::desk::Desk;
use crate::domain::custom_process::{CustomProcess, CustomProcessKind, Definition, DefinitionError};
use crate::domain::id::{ProcessId, StageId, TaskId};
use crate::journal::{Folded, Journal};
use crate::platform::random;
use crate::store::Durability;
use crate::ui::route::Route;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The most changes that can be taken back.
const PAST: usize = 100;

/// A draft on its way. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    desk: Desk,
    id: StoredValue<ProcessId>,
    own: Memo<Option<CustomProcess>>,
    /// What it says now.
    pub(super) draft: RwSignal<Definition>,
    /// What it said before each change, the latest last.
    pub(super) past: RwSignal<Vec<Definition>>,
    /// Which stages there are with which tasks, in order: the page is made anew only for that.
    pub(super) structure: Memo<Vec<(StageId, Vec<TaskId>)>>,
    /// What is to be mended, once somebody tried to publish.
    pub(super) wrong: Memo<Option<DefinitionError>>,
    tried: RwSignal<bool>,
    /// The task whose details are open.
    pub(super) opened: RwSignal<Option<TaskId>>,
}

impl Editing {
    pub(super) fn new(
        desk: Desk,
        id: ProcessId,
        own: Memo<Option<CustomProcess>>,
        start: Definition,
    ) -> Self {
        let draft = RwSignal::new(start);
        let tried = RwSignal::new(false);
        let structure = move |definition: &Definition| {
            let tasks = |stage: &crate::domain::custom_process::StageDefinition| {
                stage.tasks.iter().map(|task| task.id.clone()).collect()
            };
            definition.stages.iter().map(|stage| (stage.id.clone(), tasks(stage))).collect()
        };
        Self {
            desk,
            id: StoredValue::new(id),
            own,
            draft,
            past: RwSignal::new(Vec::new()),
            structure: Memo::new(move |_| draft.with(structure)),
            wrong: Memo::new(move |_| draft.with(|draft| draft.check().err()).filter(|_| tried.get())),
            tried,
            opened: RwSignal::new(None),
        }
    }

    /// The number that the draft gets when it is published. Follows changes.
    pub(super) fn next_version(self) -> u32 {
        self.own.with(|own| own.as_ref().and_then(CustomProcess::latest).map_or(1, |(number, _)| number + 1))
    }

    /// A text of the draft. Follows changes.
    pub(super) fn read(self, text: impl Fn(&Definition) -> String + Send + Sync + 'static) -> Signal<String> {
        Signal::derive(move || self.draft.with(&text))
    }

    /// Changes the draft and keeps it.
    pub(super) fn change(self, edit: impl FnOnce(&mut Definition)) {
        let before = self.draft.get_untracked();
        let mut now = before.clone();
        edit(&mut now);
        if now != before {
            self.past.update(|past| {
                if past.len() == PAST {
                    past.remove(0);
                }
                past.push(before);
            });
            self.put(now);
        }
    }

    fn put(self, draft: Definition) {
        self.draft.set(draft.clone());
        self.desk.keep_draft(&self.id.get_value(), Some(draft));
    }

    /// Takes the last change back.
    pub(super) fn undo(self) {
        let before = self.past.try_update(Vec::pop).flatten();
        if let Some(before) = before {
            self.put(before);
        }
    }

    /// Adds a stage, with the cursor in its name.
    pub(super) fn add_stage(self) {
        let stage = StageId::from_random(random::bits());
        let task = TaskId::from_random(random::bits());
        self.change(|draft| draft.add_stage(stage.clone(), task));
        focus_within(stage.as_str());
    }

    /// Adds a task, with the cursor in its text.
    pub(super) fn add_task(self, stage: &StageId) {
        let task = TaskId::from_random(random::bits());
        self.change(|draft| draft.add_task(stage, task.clone()));
        focus_within(task.as_str());
    }

    /// Makes the draft a version.
    pub(super) fn publish(self) {
        self.tried.set(true);
        let (desk, id) = (self.desk, self.id.get_value());
        let empty = || Folded::of(&Journal::<CustomProcessKind>::new());
        let own: CustomProcess = self.own.get_untracked().unwrap_or_else(empty);
        let t = untrack(|| desk.t()).process();
        let records = match save_process(&desk.pen(), &id, &own, self.draft.get_untracked()) {
            Ok(records) => records,
            Err(_) => return focus_first_error(),
        };
        if records.0.is_empty() {
            desk.say(t.unchanged, None);
            return;
        }
        let version = untrack(|| self.next_version());
        leptos::task::spawn_local(async move {
            // The draft is let go only when the version is kept.
            if desk.commit(records, Durability::Strict).await {
                desk.keep_draft(&id, None);
            }
            desk.say(t.published(&version), None);
            Route::Process(id.to_string()).go();
        });
    }

    /// Lets the draft go.
    pub(super) fn discard(self) {
        let id = self.id.get_value();
        self.desk.keep_draft(&id, None);
        self.desk.say(untrack(|| self.desk.t()).process().discarded, None);
        let published = self.own.with_untracked(Option::is_some);
        if published { Route::Process(id.to_string()) } else { Route::Processes }.go();
    }
}

/// Puts the cursor into the first field of a stage or a task, once it is there.
fn focus_within(id: &str) {
    let first = format!("[id=\"{id}\"] input");
    request_animation_frame(move || focus_first(&first));
}

fn focus_first_error() {
    request_animation_frame(|| focus_first("[aria-invalid=\"true\"]"));
}

fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(field) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}
