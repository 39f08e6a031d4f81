use super::item::{put, ranked, trim, trim_required};
use super::{Pen, set};
use crate::domain::case::{Case, CaseField, CaseItem, CaseKind};
use crate::domain::id::{CaseId, QuoteLineId, SolutionId};
use crate::domain::money::MoneyError;
use crate::domain::quote::{Chosen, QuoteLine, Solution};
use crate::domain::record::Records;
use crate::domain::text::{MAX_LINE, MAX_TEXT, TextError};

/// Why an option or a line of it cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuoteError {
    /// The option needs a title of one line.
    Title(TextError),
    /// Another text of it is too long.
    Words(TextError),
    /// The line needs words that say what is charged for.
    Text(TextError),
    /// The unit is too long.
    Unit(TextError),
    /// There is no such option.
    NoSuchSolution,
    /// Who chose it was not said.
    By(TextError),
    /// The price is below zero, too large, or in another currency than the other lines.
    Money(MoneyError),
}

/// Writes an option down. A rank of 0 puts it behind the others.
///
/// # Errors
/// [`QuoteError`] says what is wrong.
pub fn put_solution(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    solution_id: &SolutionId,
    mut solution: Solution,
) -> Result<Records, QuoteError> {
    trim_required(&mut solution.title, MAX_LINE).map_err(QuoteError::Title)?;
    let Solution { content, benefits, drawbacks, duration, risks, countermeasures, assessment, .. } =
        &mut solution;
    let judged = [&mut assessment.fit, &mut assessment.effort, &mut assessment.risk, &mut assessment.peers];
    trim([content, benefits, drawbacks, duration, risks, countermeasures], MAX_TEXT)
        .and_then(|()| trim(judged, MAX_TEXT))
        .map_err(QuoteError::Words)?;
    let solution = ranked(solution, &case.solutions());
    Ok(put(pen, id, case, CaseItem::Solution(solution_id.clone(), Some(solution.into()))))
}

/// Writes a second option down that begins as the first is, with its lines and behind all
/// options. `fresh` gives the ids of the lines.
///
/// # Errors
/// [`QuoteError::NoSuchSolution`] and [`QuoteError::Title`].
pub fn copy_solution(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    from: &SolutionId,
    (to, title): (SolutionId, &str),
    mut fresh: impl FnMut() -> QuoteLineId,
) -> Result<Records, QuoteError> {
    let mut solution = case.solution(from).ok_or(QuoteError::NoSuchSolution)?.clone();
    solution.title = title.to_owned();
    trim_required(&mut solution.title, MAX_LINE).map_err(QuoteError::Title)?;
    solution.rank = 0;
    let solution = ranked(solution, &case.solutions());
    let lines = case.quote_lines().into_iter().filter(|(_, line)| line.solution == *from);
    let copy = |line: &QuoteLine| QuoteLine { solution: to.clone(), ..line.clone() };
    let mut items: Vec<_> =
        lines.map(|(_, line)| CaseItem::QuoteLine(fresh(), Some(copy(line).into()))).collect();
    items.insert(0, CaseItem::Solution(to.clone(), Some(solution.into())));
    Ok(set::<CaseKind>(pen, id.as_str(), case, items.into_iter().map(CaseField::Item).collect()))
}

/// Takes an option out with its lines; if it was the chosen one, none is.
#[must_use]
pub fn remove_solution(pen: &Pen, id: &CaseId, case: &Case, solution: &SolutionId) -> Records {
    let lines = case.quote_lines().into_iter().filter(|(_, line)| line.solution == *solution);
    let mut fields: Vec<_> =
        lines.map(|(line, _)| CaseField::Item(CaseItem::QuoteLine(line.clone(), None))).collect();
    fields.push(CaseField::Item(CaseItem::Solution(solution.clone(), None)));
    if case.chosen().is_some_and(|chosen| chosen.solution == *solution) {
        fields.push(CaseField::Chosen(None));
    }
    set::<CaseKind>(pen, id.as_str(), case, fields)
}

/// Writes a line of an option's quote down. A rank of 0 puts it behind the others.
///
/// # Errors
/// [`QuoteError`] says what is wrong.
pub fn put_quote_line(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    line_id: &QuoteLineId,
    mut line: QuoteLine,
) -> Result<Records, QuoteError> {
    let solution = case.solution(&line.solution).ok_or(QuoteError::NoSuchSolution)?;
    trim_required(&mut line.text, MAX_LINE).map_err(QuoteError::Text)?;
    trim([&mut line.unit], MAX_LINE).map_err(QuoteError::Unit)?;
    if line.price.is_negative() {
        return Err(QuoteError::Money(MoneyError::Negative));
    }
    let mut others = case.quote_lines();
    others.retain(|(other, there)| *other != line_id && there.solution == line.solution);
    let mut total = line.total(solution.includes_tax).map_err(QuoteError::Money)?;
    for (_, other) in &others {
        let there = other.total(solution.includes_tax);
        total = there.and_then(|there| total.plus(there)).map_err(QuoteError::Money)?;
    }
    let line = ranked(line, &others);
    Ok(put(pen, id, case, CaseItem::QuoteLine(line_id.clone(), Some(line.into()))))
}

/// Writes down which option the customer chose, and who on their side chose it.
///
/// # Errors
/// [`QuoteError::NoSuchSolution`] and [`QuoteError::By`].
pub fn choose_solution(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    solution: &SolutionId,
    by: &str,
) -> Result<Records, QuoteError> {
    let title = case.solution(solution).ok_or(QuoteError::NoSuchSolution)?.title.clone();
    let mut by = by.to_owned();
    trim_required(&mut by, MAX_LINE).map_err(QuoteError::By)?;
    let chosen = CaseField::Chosen(Some(Chosen { solution: solution.clone(), title, by }));
    Ok(set::<CaseKind>(pen, id.as_str(), case, vec![chosen]))
}
