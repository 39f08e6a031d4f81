use super::needs::text_fields;
use super::{Pen, set};
use crate::domain::case::{Case, CaseDay, CaseField, CaseKind, CaseText};
use crate::domain::date::Date;
use crate::domain::id::CaseId;
use crate::domain::record::Records;
use crate::domain::text::TextError;

/// An agreement as a form has it. Its parties are the shop and the customer, its fees the
/// chosen option and the payment terms.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Agreement {
    /// What was written, of [`CaseText::AGREEMENT`]; what is not named stays as it is.
    pub texts: Vec<(CaseText, String)>,
    /// Its first day.
    pub start: Option<Date>,
    /// Its last day.
    pub end: Option<Date>,
    /// The last day of free maintenance.
    pub maintenance_end: Option<Date>,
}

/// Why an agreement cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AgreementError {
    /// A text is too long.
    Words(TextError),
    /// There is no such day.
    NoSuchDay,
    /// It ends before it starts.
    EndsBeforeStart,
    /// Free maintenance ends before the agreement starts, or before it ends.
    MaintenanceTooShort,
}

/// Reads a day that was typed as `2026-11-21`; nothing typed is no day.
///
/// # Errors
/// [`AgreementError::NoSuchDay`].
pub fn typed_day(typed: &str) -> Result<Option<Date>, AgreementError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    Date::parse(typed).map(Some).ok_or(AgreementError::NoSuchDay)
}

/// Writes the agreement down, as one action.
///
/// # Errors
/// [`AgreementError`] says what is wrong.
pub fn set_agreement(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    agreement: Agreement,
) -> Result<Records, AgreementError> {
    let Agreement { texts, start, end, maintenance_end } = agreement;
    let is_before = |one: Option<Date>, other: Option<Date>| one.zip(other).is_some_and(|(a, b)| a < b);
    if is_before(end, start) {
        return Err(AgreementError::EndsBeforeStart);
    }
    if is_before(maintenance_end, end.or(start)) {
        return Err(AgreementError::MaintenanceTooShort);
    }
    let mut fields = text_fields(case, texts).map_err(AgreementError::Words)?;
    let days = [
        (CaseDay::AgreedStart, start),
        (CaseDay::AgreedEnd, end),
        (CaseDay::MaintenanceEnd, maintenance_end),
    ];
    // A day that was never set and still is not is no change.
    let said = days.into_iter().filter(|(day, date)| date.is_some() || case.day(*day).is_some());
    fields.extend(said.map(|(day, date)| CaseField::Day(day, date)));
    Ok(set::<CaseKind>(pen, id.as_str(), case, fields))
}
