use super::Look;
use crate::catalog;
use crate::domain::case::{CaseField, CaseKey, Channel, Evidence, Mark};
use crate::domain::id::{CaseId, StaffId, StageId, TaskId};
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::{EvidenceKind, ProcessRef, Task};
use crate::i18n::Named;
use crate::i18n::waiting::waiting_words;
use crate::i18n::when::date_in_words;

/// The most of a value that is said within a sentence, in characters; a longer one is told
/// beside it.
const LONG: usize = 60;

/// The value of a field in words.
#[must_use]
pub fn field_words(look: &Look, field: &CaseField) -> String {
    let t = look.texts();
    match field {
        CaseField::Process(at) => look.process_name(at),
        CaseField::Customer(id) => {
            (look.customer)(id).unwrap_or_else(|| t.story().customer_missing.to_owned())
        }
        CaseField::Asset(None) => t.story().none.to_owned(),
        CaseField::Asset(Some(id)) => (look.asset)(id).unwrap_or_else(|| t.story().asset_missing.to_owned()),
        CaseField::Channel(channel) => channel.name(t).to_owned(),
        CaseField::Urgency(urgency) => urgency.name(t).to_owned(),
        CaseField::Assignee(None) => t.story().nobody.to_owned(),
        CaseField::Assignee(Some(staff)) => look.staff_name(staff),
        CaseField::Stage(step) => look.stage_name(&step.to),
        CaseField::Task(_, Mark::Open) | CaseField::ChangeTask(_, _, Mark::Open) => {
            t.story().task_is_open.to_owned()
        }
        CaseField::ChangeTask(_, _, Mark::Done(evidence)) => {
            look.kept(evidence).unwrap_or_else(|| t.story().task_is_done.to_owned())
        }
        CaseField::Task(task, Mark::Done(evidence)) => {
            look.evidence(task, evidence).unwrap_or_else(|| t.story().task_is_done.to_owned())
        }
        CaseField::Status(status) => status.name(t).to_owned(),
        CaseField::Item(item) => look.item_words(item),
        CaseField::NeedsMethod(method) => method.map_or(t.story().none, |method| method.name(t)).to_owned(),
        CaseField::Waiting(None) => t.waiting().none.to_owned(),
        CaseField::Waiting(Some(waiting)) => waiting_words(t, waiting),
        CaseField::Nature(nature) => nature.map_or(t.story().none, |nature| nature.name(t)).to_owned(),
        CaseField::Extent(extent) => extent.map_or(t.story().none, |extent| extent.name(t)).to_owned(),
        CaseField::Day(_, Some(day)) => date_in_words(look.lang, *day),
        CaseField::Complaint(field) => look.complaint_field(field),
        CaseField::AroseFrom(case) => look.case_name(case),
        CaseField::Day(_, None) => t.story().none.to_owned(),
        CaseField::Chosen(None) => t.story().none.to_owned(),
        CaseField::Chosen(Some(chosen)) => t.story().chosen_by(&chosen.title, &chosen.by),
        CaseField::Number(text)
        | CaseField::Description(text)
        | CaseField::Told(text)
        | CaseField::Text(_, text) => {
            if text.is_empty() {
                t.story().empty.to_owned()
            } else {
                text.clone()
            }
        }
    }
}

/// What a field is called: a task by what it asks for.
#[must_use]
pub fn case_field_name(look: &Look, key: &CaseKey) -> String {
    match key {
        CaseKey::Task(task) => look.task_name(task),
        CaseKey::ChangeTask(_, task) => look.change_task_name(task),
        key => key.name(look.texts()).to_owned(),
    }
}

/// Whether a value is short enough to stand within a sentence.
pub(super) fn fits(text: &str) -> bool {
    !text.contains('\n') && text.chars().nth(LONG).is_none()
}

/// The beginning of a text, as much as fits within a sentence.
pub(super) fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if fits(text) { line.to_owned() } else { line.chars().take(LONG).collect::<String>() + "…" }
}

impl Look<'_> {
    /// A process by its name; of the shop's own also the version, for there are several.
    pub(super) fn process_name(&self, at: &ProcessRef) -> String {
        if let Some(built_in) = catalog::process(self.lang, at) {
            return built_in.name.clone();
        }
        let same = self.process.filter(|process| process.at.id == at.id);
        let name = same.or_else(|| (self.process_at)(at)).map(|process| &process.name);
        let version = self.texts().process().version(&at.version);
        name.map_or_else(|| at.id.to_string(), |name| [name, " · ", &version].concat())
    }

    /// A case by its number.
    pub(super) fn case_name(&self, case: &CaseId) -> String {
        (self.case)(case).unwrap_or_else(|| self.texts().care().case_missing.to_owned())
    }

    /// The name of a member of staff, within a sentence.
    pub(super) fn staff_name(&self, staff: &StaffId) -> String {
        (self.staff)(staff).unwrap_or_else(|| self.texts().story().someone.to_owned())
    }

    /// The name of a stage; its id when the process does not have it.
    pub(super) fn stage_name(&self, id: &StageId) -> String {
        let stage = self.process.and_then(|process| process.stages.iter().find(|stage| stage.id == *id));
        stage.map_or_else(|| id.to_string(), |stage| stage.name.clone())
    }

    /// What a task asks for; its id when the process does not have it.
    pub(super) fn task_name(&self, id: &TaskId) -> String {
        let task = self.process.and_then(|process| process.task(id));
        task.map_or_else(|| id.to_string(), |task| task.text.clone())
    }

    /// What a task of the process of changes asks for; its id when that does not have it.
    pub(super) fn change_task_name(&self, id: &TaskId) -> String {
        let task = catalog::change_process(self.lang).and_then(|process| process.task(id));
        task.map_or_else(|| id.to_string(), |task| task.text.clone())
    }

    /// What a task was done with, unless it was only ticked.
    pub(super) fn evidence(&self, task: &TaskId, evidence: &Evidence) -> Option<String> {
        match evidence {
            Evidence::Choice(id) => self.choice(task, id),
            other => self.kept(other),
        }
    }

    /// The same where no choices are known.
    fn kept(&self, evidence: &Evidence) -> Option<String> {
        match evidence {
            Evidence::Tick => None,
            Evidence::Text(text) | Evidence::Number(text) | Evidence::Choice(text) => Some(text.clone()),
            Evidence::Date(date) => Some(date_in_words(self.lang, *date)),
        }
    }

    /// What was chosen; its id when it is not known, and nothing when the task no longer offers
    /// choices, so that nobody could say what the id means.
    fn choice(&self, task: &TaskId, id: &str) -> Option<String> {
        let choices = match self.process.and_then(|process| process.task(task)) {
            Some(Task { evidence: EvidenceKind::Choice(choices), .. }) => choices.as_slice(),
            Some(_) => return None,
            None => &[],
        };
        let label = choices.iter().find(|choice| choice.id == id);
        Some(label.map_or_else(|| id.to_owned(), |choice| choice.label.clone()))
    }

    /// A field within a sentence: "the urgency".
    pub(super) fn noun(&self, key: &CaseKey) -> String {
        let t = &self.texts().story();
        match key {
            CaseKey::Process => t.the_process,
            CaseKey::Number => t.the_number,
            CaseKey::Customer => t.the_customer,
            CaseKey::Asset => t.the_asset,
            CaseKey::Channel => t.the_channel,
            CaseKey::Description => t.the_description,
            CaseKey::Urgency => t.the_urgency,
            CaseKey::Assignee => t.the_assignee,
            CaseKey::Told => t.the_told,
            CaseKey::Waiting => self.texts().waiting().the_waiting,
            CaseKey::Stage => t.the_stage,
            CaseKey::Status => t.the_status,
            CaseKey::Item(key) => self.item_noun(key),
            CaseKey::Chosen => t.the_chosen,
            CaseKey::NeedsMethod => t.the_needs_method,
            CaseKey::Nature => t.the_nature,
            CaseKey::Extent => t.the_extent,
            CaseKey::AroseFrom => self.texts().care().the_arose_from,
            CaseKey::Complaint(key) => return t.quoted(&key.name(self.texts())),
            CaseKey::Day(day) => return t.quoted(&day.name(self.texts())),
            CaseKey::Text(text) => return t.quoted(&text.name(self.texts())),
            CaseKey::Task(task) => return t.quoted(&self.task_name(task)),
            CaseKey::ChangeTask(_, task) => return t.quoted(&self.change_task_name(task)),
        }
        .to_owned()
    }

    /// How a request came, within a sentence: "by phone".
    pub(super) fn via(&self, channel: Channel) -> &'static str {
        let t = &self.texts().story();
        match channel {
            Channel::WalkIn => t.via_walk_in,
            Channel::Phone => t.via_phone,
            Channel::Email => t.via_email,
            Channel::Sms => t.via_sms,
            Channel::Chat => t.via_chat,
            Channel::Social => t.via_social,
            Channel::Post => t.via_post,
            Channel::OnSite => t.via_on_site,
        }
    }

    /// A paper within a sentence.
    pub(super) fn paper(&self, paper: PaperKind) -> String {
        let mut name = Named::name(&paper, self.texts()).chars();
        name.next().map_or_else(String::new, |first| first.to_lowercase().chain(name).collect())
    }
}
