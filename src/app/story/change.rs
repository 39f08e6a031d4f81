use super::value::{beginning, fits};
use super::{CaseEntry, LineKind, Teller, case_field_name, field_words, process_set};
use crate::domain::case::{CaseEvent, CaseField, CaseItemKey, Channel, Evidence, Mark, StageMove, Status};
use crate::domain::id::{ChangeId, StaffId, TaskId};
use crate::domain::quote::Chosen;
use crate::domain::waiting::Waiting;
use crate::i18n::waiting::waiting_words;
use crate::journal::{Change, Field, Stamp};

/// The most changes of one entry that are told; no command makes as many, a file might.
const MOST: usize = 16;

type CaseChange = Change<CaseField, CaseEvent>;

/// What a change or an entry says.
pub(super) struct Said {
    pub(super) kind: LineKind,
    pub(super) text: String,
    pub(super) detail: Vec<String>,
}

impl Said {
    pub(super) fn new(kind: LineKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), detail: Vec::new() }
    }

    pub(super) fn with(mut self, detail: impl Into<String>) -> Self {
        self.detail.push(detail.into());
        self
    }
}

impl Teller<'_> {
    /// What an entry says as one line.
    pub(super) fn said(&self, entry: &CaseEntry) -> Said {
        let opened = |change: &CaseChange| matches!(change, Change::Event(CaseEvent::Opened));
        if entry.changes.iter().any(opened) {
            return self.opening(entry);
        }
        let parts: Vec<Said> =
            entry.changes.iter().take(MOST).map(|change| self.change(entry, change)).collect();
        let t = &self.look.texts().story();
        let Some(kind) = parts.iter().map(|said| said.kind).min() else {
            return Said::new(LineKind::Unknown, self.look.texts().people().erased_entry);
        };
        // A note beside something else explains it, and is read there.
        let told = |said: &&Said| said.kind != LineKind::Note || kind == LineKind::Note;
        let mut texts: Vec<&str> = parts.iter().filter(told).map(|said| said.text.as_str()).collect();
        texts.dedup();
        let more = if entry.changes.len() > MOST { "…" } else { "" };
        let text = texts.join(t.between) + more;
        Said { kind, text, detail: parts.into_iter().flat_map(|said| said.detail).collect() }
    }

    /// Taking a request sets a dozen fields; it is told as one deed, with the rest beside it.
    fn opening(&self, entry: &CaseEntry) -> Said {
        let t = &self.look.texts().story();
        let mut channel: Option<Channel> = None;
        let mut description = "";
        let mut detail = Vec::new();
        for change in entry.changes.iter().take(MOST) {
            match change {
                Change::Set { field: CaseField::Channel(value), .. } => channel = Some(*value),
                Change::Set { field: CaseField::Description(text), .. } => description = text,
                Change::Set { field: CaseField::Stage(_), .. }
                | Change::Event(CaseEvent::Opened | CaseEvent::ComplaintReceived(_)) => {}
                Change::Set { field, .. } => detail.push(self.fact(field)),
                Change::Event(_) | Change::Undo(_) | Change::Erased | Change::Unknown(_) => {
                    let said = self.change(entry, change);
                    detail.push(said.text);
                    detail.extend(said.detail);
                }
            }
        }
        let action = match channel {
            Some(channel) => t.opened_via(&self.look.via(channel)),
            None => t.opened.to_owned(),
        };
        if !fits(description) {
            detail.push(description.to_owned());
        }
        let text = match beginning(description) {
            about if about.is_empty() => action,
            about => t.fact(&action, &about),
        };
        Said { kind: LineKind::Opened, text, detail }
    }

    /// A field and its value: "Customer: Abbott".
    fn fact(&self, field: &CaseField) -> String {
        let t = self.look.texts();
        t.story().fact(&case_field_name(&self.look, &field.key()), &field_words(&self.look, field))
    }

    fn change(&self, entry: &CaseEntry, change: &CaseChange) -> Said {
        match change {
            Change::Set { field, replaces } => self.set(entry, field, replaces),
            Change::Event(event) => self.event(event),
            Change::Undo(target) => self.undo(entry, target),
            Change::Erased => Said::new(LineKind::Status, self.look.texts().people().erased_line),
            Change::Unknown(_) => Said::new(LineKind::Unknown, self.look.texts().story().unknown),
        }
    }

    /// An undo names what it took back; one of an undo does not, so that no chain of them
    /// grows without end.
    fn undo(&self, entry: &CaseEntry, target: &Stamp) -> Said {
        let t = &self.look.texts().story();
        let Some(target) = self.at(target).find(|target| target.stamp < entry.stamp) else {
            return Said::new(LineKind::Undo, t.undid_missing);
        };
        if target.changes.iter().any(|change| matches!(change, Change::Undo(_))) {
            return Said::new(LineKind::Undo, t.undid_undo);
        }
        let what = self.said(target);
        Said { kind: LineKind::Undo, text: t.undid(&what.text), detail: what.detail }
    }

    /// A field's new value, told by what it replaces.
    fn set(&self, entry: &CaseEntry, field: &CaseField, replaces: &[Stamp]) -> Said {
        let replaced = self.replaced(field, replaces);
        let old = match replaced.as_slice() {
            [] => None,
            [old] => Some(*old).filter(|old| *old != field),
            _ => return self.settled(field, &replaced),
        };
        match field {
            CaseField::Process(_)
            | CaseField::Number(_)
            | CaseField::Customer(_)
            | CaseField::Asset(_)
            | CaseField::Channel(_)
            | CaseField::Description(_)
            | CaseField::Urgency(_)
            | CaseField::Text(..)
            | CaseField::Day(..)
            | CaseField::NeedsMethod(_)
            | CaseField::Nature(_)
            | CaseField::Extent(_)
            | CaseField::Complaint(_)
            | CaseField::AroseFrom(_) => self.changed(field, old),
            CaseField::Told(text) => match old {
                None if !text.is_empty() => self.told(text),
                _ => self.changed(field, old),
            },
            CaseField::Waiting(to) => Said::new(LineKind::Field, self.waits(to.as_ref())),
            CaseField::Assignee(to) => Said::new(LineKind::Field, self.assigned(entry, to.as_ref(), old)),
            // A stage of the process before has no place in this one.
            CaseField::Stage(step) => self.moved(field, step, old.filter(|_| process_set(entry).is_none())),
            CaseField::Task(task, mark) => self.marked(field, task, mark, old),
            CaseField::ChangeTask(change, task, mark) => self.change_marked(change, task, mark),
            CaseField::Status(status) => Said::new(LineKind::Status, self.status(*status, old)),
            CaseField::Item(item) => self.item(item, old),
            CaseField::Chosen(chosen) => self.chosen(chosen.as_ref()),
        }
    }

    /// The different values of this field that an entry replaced, as far as this journal has
    /// them.
    fn replaced(&self, field: &CaseField, replaces: &[Stamp]) -> Vec<&CaseField> {
        let key = field.key();
        let mut values: Vec<&CaseField> = Vec::new();
        for change in replaces.iter().flat_map(|stamp| self.at(stamp)).flat_map(|entry| &entry.changes) {
            match change {
                Change::Set { field: old, .. } if old.key() == key && !values.contains(&old) => {
                    values.push(old);
                }
                Change::Set { .. }
                | Change::Event(_)
                | Change::Undo(_)
                | Change::Erased
                | Change::Unknown(_) => {}
            }
        }
        values
    }

    /// Several values stood side by side, and now one does.
    fn settled(&self, field: &CaseField, replaced: &[&CaseField]) -> Said {
        let t = &self.look.texts().story();
        let noun = self.look.noun(&field.key());
        let new = field_words(&self.look, field);
        let kind = LineKind::of(field);
        let values: Vec<String> =
            replaced.iter().take(MOST).map(|old| t.quoted(&field_words(&self.look, old))).collect();
        let said = if fits(&new) {
            Said::new(kind, t.settled(&noun, &new))
        } else {
            Said::new(kind, t.settled_long(&noun)).with(new)
        };
        said.with(t.settled_from(&values.join(t.list)))
    }

    /// The plain words for a new value: changed from this to that.
    fn changed(&self, field: &CaseField, old: Option<&CaseField>) -> Said {
        let t = &self.look.texts().story();
        let kind = LineKind::of(field);
        let noun = self.look.noun(&field.key());
        let new = field_words(&self.look, field);
        match old.map(|old| field_words(&self.look, old)) {
            None if fits(&new) => Said::new(kind, t.set(&noun, &new)),
            None => Said::new(kind, t.set_long(&noun)).with(new),
            Some(old) if fits(&new) && fits(&old) => Said::new(kind, t.changed(&noun, &old, &new)),
            Some(old) => Said::new(kind, t.changed_long(&noun)).with(format!("{old} → {new}")),
        }
    }

    fn told(&self, text: &str) -> Said {
        let said = Said::new(LineKind::Field, self.look.texts().story().told(&beginning(text)));
        if fits(text) { said } else { said.with(text) }
    }

    fn waits(&self, to: Option<&Waiting>) -> String {
        let t = self.look.texts();
        to.map_or_else(|| t.waiting().goes_on.to_owned(), |waiting| waiting_words(t, waiting))
    }

    fn assigned(&self, entry: &CaseEntry, to: Option<&StaffId>, old: Option<&CaseField>) -> String {
        let t = &self.look.texts().story();
        let from = match old {
            Some(CaseField::Assignee(Some(from))) => Some(self.look.staff_name(from)),
            _ => None,
        };
        match (from, to) {
            (None, None) => t.unassigned.to_owned(),
            (Some(from), None) => t.taken_off(&from),
            (None, Some(to)) if entry.author.as_ref() == Some(to) => t.took_on.to_owned(),
            (Some(from), Some(to)) if entry.author.as_ref() == Some(to) => t.took_over(&from),
            (None, Some(to)) => t.assigned(&self.look.staff_name(to)),
            (Some(from), Some(to)) => t.passed_on(&from, &self.look.staff_name(to)),
        }
    }

    fn moved(&self, field: &CaseField, step: &StageMove, old: Option<&CaseField>) -> Said {
        let t = &self.look.texts().story();
        let new = self.look.stage_name(&step.to);
        let position = |step: &StageMove| self.look.process?.position(&step.to);
        let said = match old {
            Some(CaseField::Stage(from)) => {
                let name = self.look.stage_name(&from.to);
                match position(from).zip(position(step)) {
                    Some((here, there)) if here < there => {
                        Said::new(LineKind::Stage, t.stage_forward(&name, &new))
                    }
                    Some((here, there)) if here > there => {
                        Said::new(LineKind::Stage, t.stage_back(&name, &new))
                    }
                    _ => self.changed(field, old),
                }
            }
            _ => Said::new(LineKind::Stage, t.stage_set(&new)),
        };
        if step.reason.is_empty() { said } else { said.with(t.reason(&step.reason)) }
    }

    fn marked(&self, field: &CaseField, task: &TaskId, mark: &Mark, old: Option<&CaseField>) -> Said {
        let t = &self.look.texts().story();
        let name = self.look.task_name(task);
        match (mark, old) {
            (Mark::Open, _) => Said::new(LineKind::Task, t.task_opened(&name)),
            (Mark::Done(_), Some(CaseField::Task(_, Mark::Done(_)))) => self.changed(field, old),
            (Mark::Done(Evidence::Tick), _) => Said::new(LineKind::Task, t.task_ticked(&name)),
            (Mark::Done(evidence), _) => {
                let done = t.task_done(&name);
                match self.look.evidence(task, evidence).filter(|with| !with.is_empty()) {
                    None => Said::new(LineKind::Task, done),
                    Some(with) if fits(&with) => Said::new(LineKind::Task, t.fact(&done, &with)),
                    Some(with) => Said::new(LineKind::Task, done).with(with),
                }
            }
        }
    }

    /// A task of a change request, told with what is to be changed.
    fn change_marked(&self, change: &ChangeId, task: &TaskId, mark: &Mark) -> Said {
        let t = &self.look.texts().story();
        let title = self.title_of(&CaseItemKey::ChangeRequest(change.clone()));
        let title = title.unwrap_or_else(|| t.change_missing.to_owned());
        let name = self.look.change_task_name(task);
        let text = match mark {
            Mark::Open => t.change_task_opened(&name, &title),
            Mark::Done(_) => t.change_task_done(&name, &title),
        };
        Said::new(LineKind::Task, text)
    }

    fn chosen(&self, chosen: Option<&Chosen>) -> Said {
        let t = &self.look.texts().story();
        let text = match chosen {
            Some(chosen) => t.chose(&chosen.by, &chosen.title),
            None => t.unchose.to_owned(),
        };
        Said::new(LineKind::Field, text)
    }

    fn status(&self, status: Status, old: Option<&CaseField>) -> &'static str {
        let t = &self.look.texts().story();
        match (status, old) {
            (Status::Open, Some(CaseField::Status(Status::Closed | Status::Withdrawn))) => t.status_reopened,
            (Status::Open, _) => t.status_open,
            (Status::Closed, _) => t.status_closed,
            (Status::Withdrawn, _) => t.status_withdrawn,
        }
    }
}
