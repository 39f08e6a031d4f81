//! The way of a change request: the process of changes, which runs inside its case.
//!
//! Nobody moves a change from stage to stage. It stands where the first required task is open;
//! most tasks are done by what the case knows, and the others are ticked.

use super::case::{Case, CaseField, CaseItem, CaseItemKey, CaseKey, Mark, StageState};
use super::document::{Block, Issued};
use super::execution::{ChangeRequest, ChangeState};
use super::id::{ChangeId, TaskId};
use super::paper_kind::PaperKind;
use super::process::{Process, Task};
use crate::journal::{Held, Stamp};

/// The built-in process that change requests follow.
pub const CHANGE_PROCESS: &str = "P15";

/// Tasks of it that the case itself may answer.
pub const ANSWERED: [&str; 11] = [
    "P15-hear",
    "P15-reason",
    "P15-effect_time",
    "P15-effect_cost",
    "P15-effect_quality",
    "P15-plan",
    "P15-quote",
    "P15-agreement",
    "P15-request",
    "P15-sign",
    "P15-refused",
];

/// What is next for a change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChangeStep<'p> {
    /// Something of the change is still to be written down.
    Write(&'p Task),
    /// The agreed days are to be looked at.
    Plan(&'p Task),
    /// The prices are to be adjusted.
    Prices(&'p Task),
    /// The change request is to be given out as a paper.
    Issue(&'p Task),
    /// The customer is to decide.
    Decide(&'p Task),
    /// Something is to be done and ticked.
    Tick(&'p Task),
    /// A paper that was given out before does not name the confirmed change yet.
    Reissue(PaperKind),
}

/// Where a change request stands.
#[derive(Clone, Copy, Debug)]
pub struct ChangeCourse<'c, 'p> {
    case: &'c Case,
    process: &'p Process,
    id: &'c ChangeId,
    change: &'c ChangeRequest,
    /// When it was first written down.
    since: &'c Stamp,
    /// When its words or its state were last set.
    put: &'c Stamp,
}

impl<'c, 'p> ChangeCourse<'c, 'p> {
    /// Where a change stands in the process; nothing when the case has no such change.
    #[must_use]
    pub fn of(case: &'c Case, process: &'p Process, id: &ChangeId) -> Option<Self> {
        let key = CaseKey::Item(CaseItemKey::ChangeRequest(id.clone()));
        let held = case.fields.held(&key)?;
        let since = case.fields.since(&key)?;
        match &held.value {
            CaseField::Item(CaseItem::ChangeRequest(id, Some(change))) => {
                Some(Self { case, process, id, change, since, put: &held.stamp })
            }
            _ => None,
        }
    }

    /// The change.
    #[must_use]
    pub fn change(&self) -> &'c ChangeRequest {
        self.change
    }

    /// The process.
    #[must_use]
    pub fn process(&self) -> &'p Process {
        self.process
    }

    /// When it was first written down.
    #[must_use]
    pub fn since(&self) -> &'c Stamp {
        self.since
    }

    /// When it was decided, once it is.
    #[must_use]
    pub fn decided(&self) -> Option<&'c Stamp> {
        (self.change.state != ChangeState::Proposed).then_some(self.put)
    }

    /// The place of the stage that it stands in, from 0.
    #[must_use]
    pub fn position(&self) -> usize {
        let stages = &self.process.stages;
        let open = stages.iter().position(|stage| stage.tasks.iter().any(|task| self.is_open(task)));
        open.unwrap_or(stages.len().saturating_sub(1))
    }

    /// How the stage at a place looks.
    #[must_use]
    pub fn state(&self, at: usize) -> StageState {
        match at.cmp(&self.position()) {
            _ if self.is_finished() => StageState::Done,
            std::cmp::Ordering::Less => StageState::Done,
            std::cmp::Ordering::Equal => StageState::Current,
            std::cmp::Ordering::Greater => StageState::Ahead,
        }
    }

    /// What was done about a task.
    #[must_use]
    pub fn mark(&self, task: &Task) -> Option<&'c Mark> {
        self.case.change_mark(self.id, &task.id)
    }

    /// Whether a task is done: somebody said so, or the case has what it asks for.
    #[must_use]
    pub fn is_done(&self, task: &Task) -> bool {
        self.mark(task).is_some() || self.is_on_record(task)
    }

    fn is_open(&self, task: &Task) -> bool {
        task.required && !self.is_done(task)
    }

    /// Whether the case itself has what a task asks for.
    #[must_use]
    pub fn is_on_record(&self, task: &Task) -> bool {
        let change = self.change;
        let said = |text: &str| !text.trim().is_empty();
        match task.id.as_str() {
            "P15-hear" => said(&change.what),
            "P15-reason" => said(&change.reason),
            "P15-effect_time" => said(&change.on_time),
            "P15-effect_cost" => said(&change.on_cost),
            "P15-effect_quality" => said(&change.on_quality),
            "P15-plan" => self.was_set_since(|field| matches!(field, CaseField::Day(..))),
            // Prices that were put otherwise are the adjusted quote; the paper follows once the
            // customer has confirmed.
            "P15-quote" => self.was_issued(PaperKind::Quote, self.since) || self.has_new_prices(),
            "P15-agreement" => self.was_issued(PaperKind::Agreement, self.since),
            "P15-request" => self.request().is_some(),
            "P15-sign" => change.state == ChangeState::Confirmed,
            "P15-refused" => change.state == ChangeState::Refused,
            _ => false,
        }
    }

    fn has_new_prices(&self) -> bool {
        let is_price = |field: &CaseField| {
            matches!(field, CaseField::Item(CaseItem::QuoteLine(..) | CaseItem::PaymentTerm(..)))
        };
        self.was_set_since(|field| is_price(field) || matches!(field, CaseField::Chosen(_)))
    }

    fn was_set_since(&self, fits: impl Fn(&CaseField) -> bool) -> bool {
        self.case.fields.iter().any(|held| held.stamp > *self.since && fits(&held.value))
    }

    /// Whether a paper of a kind was given out after a moment.
    fn was_issued(&self, kind: PaperKind, after: &Stamp) -> bool {
        self.case.papers_of(kind).iter().any(|held| held.stamp > *after)
    }

    /// The paper of this very change.
    #[must_use]
    pub fn request(&self) -> Option<Held<&'c Issued>> {
        let says = |held: &Held<&Issued>| held.stamp > *self.since && is_about(held.value, self.change);
        self.case.papers_of(PaperKind::ChangeRequest).into_iter().rfind(says)
    }

    /// Whether a task can be ticked. What the form or a decision answers is said there, as long
    /// as the form can still be changed.
    #[must_use]
    pub fn is_ticked(&self, task: &Task) -> bool {
        match task.id.as_str() {
            "P15-hear" | "P15-sign" | "P15-refused" => false,
            "P15-reason" | "P15-effect_time" | "P15-effect_cost" | "P15-effect_quality" => {
                self.change.state == ChangeState::Confirmed
            }
            _ => true,
        }
    }

    /// The paper that was given out before and does not name the confirmed change. A task that
    /// somebody ticked for it says that it need not.
    #[must_use]
    pub fn behind(&self) -> Option<PaperKind> {
        let confirmed = self.decided().filter(|_| self.change.state == ChangeState::Confirmed)?;
        let papers = [(PaperKind::Quote, "P15-quote"), (PaperKind::Agreement, "P15-agreement")];
        let mut behind = papers.into_iter().filter(|(kind, task)| {
            let settled = TaskId::parse(task).is_some_and(|id| self.case.change_mark(self.id, &id).is_some());
            !settled && !self.case.papers_of(*kind).is_empty() && !self.was_issued(*kind, confirmed)
        });
        behind.next().map(|(kind, _)| kind)
    }

    /// Whether it was confirmed and tracked to its end.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        let mut tasks = self.process.stages.iter().flat_map(|stage| &stage.tasks);
        self.change.state == ChangeState::Confirmed
            && !tasks.any(|task| self.is_open(task))
            && self.behind().is_none()
    }

    /// What is next; nothing once it is refused or finished.
    #[must_use]
    pub fn next(&self) -> Option<ChangeStep<'p>> {
        if self.change.state == ChangeState::Refused {
            return None;
        }
        let task = self.process.stages.iter().flat_map(|stage| &stage.tasks).find(|task| self.is_open(task));
        // What was confirmed stands in the papers before it is carried out.
        let tracked = task.is_none() || self.position() + 1 == self.process.stages.len();
        if let Some(kind) = self.behind().filter(|_| tracked) {
            return Some(ChangeStep::Reissue(kind));
        }
        task.map(|task| match task.id.as_str() {
            "P15-hear" | "P15-reason" | "P15-effect_time" | "P15-effect_cost" | "P15-effect_quality"
                if !self.is_ticked(task) =>
            {
                ChangeStep::Write(task)
            }
            "P15-plan" => ChangeStep::Plan(task),
            "P15-quote" => ChangeStep::Prices(task),
            "P15-request" => ChangeStep::Issue(task),
            "P15-sign" => ChangeStep::Decide(task),
            _ => ChangeStep::Tick(task),
        })
    }
}

/// Whether a paper says what a change is to make different.
fn is_about(paper: &Issued, change: &ChangeRequest) -> bool {
    let mut lines = change.what.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.all(|line| paper.document.blocks.iter().any(|block| *block == Block::Paragraph(line.to_owned())))
}

impl Case {
    /// The change that a change request would be made of now: the last that is still to be
    /// decided, else the last.
    #[must_use]
    pub fn change_at_hand(&self) -> Option<(&ChangeId, &ChangeRequest)> {
        let changes = self.change_requests();
        let open = changes.iter().rev().find(|(_, change)| change.state == ChangeState::Proposed);
        open.or(changes.last()).copied()
    }

    /// Whether a change request that was given out is about the change at hand: of several
    /// changes each has a paper of its own.
    #[must_use]
    pub fn is_of_change_at_hand(&self, paper: &Issued) -> bool {
        match self.change_at_hand() {
            Some((_, change)) if self.change_requests().len() > 1 => is_about(paper, change),
            _ => true,
        }
    }

    /// The changes that the customer confirmed, with when, in their order.
    #[must_use]
    pub fn confirmed_changes(&self) -> Vec<(&Stamp, &ChangeRequest)> {
        let confirmed =
            self.change_requests().into_iter().filter(|(_, it)| it.state == ChangeState::Confirmed);
        confirmed
            .filter_map(|(id, change)| {
                let key = CaseKey::Item(CaseItemKey::ChangeRequest(id.clone()));
                Some((&self.fields.held(&key)?.stamp, change))
            })
            .collect()
    }

    /// The changes that the customer confirmed and that are not tracked to their end yet.
    #[must_use]
    pub fn unfinished_changes(&self, process: &Process) -> Vec<&ChangeRequest> {
        let courses = self.change_requests().into_iter();
        let courses = courses.filter_map(|(id, _)| ChangeCourse::of(self, process, id));
        let unfinished =
            courses.filter(|course| course.change.state == ChangeState::Confirmed && !course.is_finished());
        unfinished.map(|course| course.change).collect()
    }
}
