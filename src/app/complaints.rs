//! The complaints of the shop, read from the journals of its cases when somebody asks.

use crate::domain::case::{Case, CaseEvent, CaseField, CaseKind};
use crate::domain::complaint::{COMPLAINT_PROCESS, ComplaintLine, opens_complaint};
use crate::journal::{Change, Journal};
use crate::search::index::Index;

/// How many cases are read at once.
pub const AT_ONCE: usize = 60;

/// The complaint of a case, if there is one. Most cases have none and are not folded for it.
#[must_use]
pub fn complaint_of(id: &str, journal: &Journal<CaseKind>) -> Option<ComplaintLine> {
    let tells = |change: &Change<CaseField, CaseEvent>| match change {
        Change::Set { field: CaseField::Process(at), .. } => opens_complaint(at),
        Change::Set { field: CaseField::Complaint(_), .. }
        | Change::Event(CaseEvent::ComplaintReceived(_)) => true,
        _ => false,
    };
    let told = journal.iter().flat_map(|entry| &entry.changes).any(tells);
    told.then(|| ComplaintLine::of(id, &Case::of(journal))).flatten()
}

/// The cases to look through, those first that are complaints by their process.
#[must_use]
pub fn to_look_through(index: &Index) -> Vec<String> {
    let is_one = |id: &String| index.cases.get(id).is_some_and(|case| case.process == COMPLAINT_PROCESS);
    let mut ids: Vec<String> = index.cases.keys().cloned().collect();
    ids.sort_by_cached_key(|id| (!is_one(id), id.clone()));
    ids
}

/// Open ones first, then the latest.
pub fn sort(lines: &mut [ComplaintLine]) {
    lines.sort_by(|one, other| {
        (!one.open, other.since, &one.case).cmp(&(!other.open, one.since, &other.case))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::complaint::Cause;

    fn line(case: &str, open: bool, since: u64) -> ComplaintLine {
        ComplaintLine {
            case: case.to_owned(),
            open,
            since,
            kind: None,
            cause: Some(Cause::Late),
            severity: None,
            handler: None,
            next: None,
            verdict: None,
        }
    }

    #[test]
    fn what_is_open_comes_first_and_the_latest_of_it() {
        let mut lines = [line("a", false, 9), line("b", true, 1), line("d", true, 2), line("c", true, 2)];
        sort(&mut lines);
        assert_eq!(lines.map(|line| line.case), ["c", "d", "b", "a"]);
    }
}
