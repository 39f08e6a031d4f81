//! What the page of a case shows of it: what is next, which parts and papers there are, and
//! which of them the case needs by now. The rest stays out of sight.

mod fact;
mod next;
mod papers;
mod way;

pub use fact::{Fact, VisitFacts, fact_words};
pub use next::Next;
pub use papers::{GivenPaper, Papers};
pub use way::Way;

use crate::domain::case::{Case, CasePart, Progress, Status};
use crate::domain::process::{EvidenceKind, Task};

/// What the process wants of a case by now. Nothing while the process is not known here.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Due<'p> {
    /// The tasks of now.
    pub tasks: Vec<&'p Task>,
    /// Those of them that are still to do.
    pub open: Vec<&'p Task>,
    /// Whether the case stands at its beginning.
    pub begins: bool,
}

impl<'p> Due<'p> {
    /// What is due where a case stands.
    #[must_use]
    pub fn of(progress: &Progress<'_, 'p>) -> Self {
        let begins = progress.position() == 0 && progress.case().status() == Status::Open;
        let tasks = progress.due_tasks();
        let open = tasks.iter().copied().filter(|task| !progress.is_done(task)).collect();
        Self { tasks, open, begins }
    }
}

/// The parts of a case, each in the one place where it belongs by now. The blueprint keeps
/// nothing and is in none of them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Overview {
    /// Those with something in them, and what in short.
    pub in_use: Vec<(CasePart, Fact)>,
    /// Those that an open task asks for now, with nothing in them yet.
    pub asked: Vec<CasePart>,
    /// Those that are not needed yet, and perhaps never.
    pub rest: Vec<CasePart>,
}

impl Overview {
    /// The parts of a case. One is asked for by a task that wants its record, or a paper that
    /// is filled from it.
    #[must_use]
    pub fn of(case: &Case, due: &Due, visits: &VisitFacts) -> Self {
        let mut overview = Self::default();
        for part in CasePart::ALL.into_iter().filter(|part| *part != CasePart::Blueprint) {
            let wanted = |evidence: &EvidenceKind| match evidence {
                EvidenceKind::Record(record) => CasePart::of_record(*record) == Some(part),
                EvidenceKind::Paper(paper) => CasePart::of_paper(*paper) == Some(part),
                EvidenceKind::Photo => part == CasePart::Photos,
                _ => false,
            };
            match Fact::of(part, case, visits) {
                Some(fact) => overview.in_use.push((part, fact)),
                None if due.open.iter().any(|task| wanted(&task.evidence)) => overview.asked.push(part),
                None => overview.rest.push(part),
            }
        }
        overview
    }
}
