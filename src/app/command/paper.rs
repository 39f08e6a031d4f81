use super::{Pen, one};
use crate::domain::case::{Case, CaseEvent, CaseKind};
use crate::domain::date::Date;
use crate::domain::document::{Document, Issued};
use crate::domain::id::{CaseId, VisitId};
use crate::domain::record::Records;
use crate::domain::text::{MAX_LINE, TextError, required};
use crate::journal::Change;

/// Why a paper cannot be issued.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaperError {
    /// It says nothing.
    Empty,
    /// It needs a number of one line.
    Number(TextError),
    /// The number belongs to a paper of another kind.
    OtherKind,
    /// The number belongs to a paper about another visit.
    OtherVisit,
}

/// Issues a paper on a case under a number, see
/// [`Case::next_issue`]: frozen as it is printed. Under a number that was issued before
/// it is the next revision, and names what it replaces; when it says what the last revision
/// says nothing is written, because that one is printed again. A paper about one visit names
/// it, and is no revision of a paper about another.
///
/// # Errors
/// [`PaperError`] says what is wrong.
pub fn issue_document(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    number: &str,
    date: Date,
    document: Document,
    visit: Option<VisitId>,
) -> Result<Records, PaperError> {
    if document.plain_text().trim().is_empty() {
        return Err(PaperError::Empty);
    }
    let number = required(number, MAX_LINE).map_err(PaperError::Number)?;
    let hash = document.hash();
    let highest = case.paper(&number).map(|held| held.value);
    // Two devices may have given the same number to papers about different visits.
    let same = case.papers().map(|held| held.value).filter(|it| it.number == number && it.visit == visit);
    let last = same.max_by_key(|it| it.revision);
    match last {
        _ if highest.is_some_and(|it| it.document.paper != document.paper) => {
            return Err(PaperError::OtherKind);
        }
        None if highest.is_some() => return Err(PaperError::OtherVisit),
        Some(last) if last.hash == hash && case.rival_papers(&number).is_empty() => {
            return Ok(Records::default());
        }
        _ => {}
    }
    let revision = highest.map_or(1, |highest| highest.revision.saturating_add(1));
    let replaces = last.map(|last| last.hash.clone());
    let issued = Issued { number, revision, date, replaces, visit, document, hash };
    Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Event(CaseEvent::PaperIssued(issued))]))
}
