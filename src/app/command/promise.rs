use super::{Pen, one};
use crate::domain::calendar::Moment;
use crate::domain::case::{Case, CaseEvent, CaseKind};
use crate::domain::id::CaseId;
use crate::domain::promise::{PromiseKept, Remedied, RemedyWay, Terms};
use crate::domain::record::Records;
use crate::domain::text::{MAX_TEXT, TextError, optional, required};
use crate::journal::Change;

/// Why something about a promise cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PromiseError {
    /// It would have been kept before the request came.
    BeforeRequest,
    /// It would have been kept at a moment that is still to come.
    Ahead,
    /// The words are too long, or missing where they say why nothing was done.
    Words(TextError),
}

/// Writes down that a promise was kept.
///
/// # Errors
/// [`PromiseError`].
pub fn keep_promise(pen: &Pen, id: &CaseId, case: &Case, kept: PromiseKept) -> Result<Records, PromiseError> {
    let now = Moment::of_millis(pen.stamp.millis);
    let opened = case.span.as_ref().map(|(first, _)| Moment::of_millis(first.millis));
    if kept.at.zip(opened).is_some_and(|(at, opened)| at < opened) {
        return Err(PromiseError::BeforeRequest);
    }
    if kept.at.is_some_and(|at| at > now) {
        return Err(PromiseError::Ahead);
    }
    let words = optional(&kept.words, MAX_TEXT).map_err(PromiseError::Words)?;
    Ok(happened(pen, id, CaseEvent::Kept(PromiseKept { words, ..kept })))
}

/// Writes down what was done because a promise was broken.
///
/// # Errors
/// [`PromiseError::Words`].
pub fn remedy_promise(pen: &Pen, id: &CaseId, done: Remedied) -> Result<Records, PromiseError> {
    let words = match done.way {
        RemedyWay::AsPromised => optional(&done.words, MAX_TEXT),
        RemedyWay::Otherwise | RemedyWay::Nothing => required(&done.words, MAX_TEXT),
    };
    let words = words.map_err(PromiseError::Words)?;
    Ok(happened(pen, id, CaseEvent::Remedied(Remedied { words, ..done })))
}

/// Lets the promises of a letter hold for a case that has none, or in the place of those it has.
#[must_use]
pub fn promise(pen: &Pen, id: &CaseId, terms: Terms) -> Records {
    happened(pen, id, CaseEvent::Promised(terms))
}

fn happened(pen: &Pen, id: &CaseId, event: CaseEvent) -> Records {
    one::<CaseKind>(pen, id.as_str(), vec![Change::Event(event)])
}
