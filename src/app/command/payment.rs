use super::item::{put, ranked, trim};
use super::{Pen, one};
use crate::domain::case::{Case, CaseEvent, CaseItem, CaseKind};
use crate::domain::id::{CaseId, TermId};
use crate::domain::money::{Money, MoneyError};
use crate::domain::payment::{Payment, PaymentTerm};
use crate::domain::record::Records;
use crate::domain::text::{MAX_LINE, MAX_TEXT, TextError};
use crate::journal::{Change, Journal, Stamp, effective};

/// Why a term or a payment cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaymentError {
    /// The term's name is too long.
    Label(TextError),
    /// The note is too long.
    Note(TextError),
    /// No money is no payment.
    Nothing,
    /// There is no such term.
    NoSuchTerm,
    /// There is no such payment, or it was taken back already.
    NoSuchPayment,
    /// The amount is below zero, too large, or in another currency than the case.
    Money(MoneyError),
}

/// Writes down what is to be paid when. A rank of 0 puts it behind the others.
///
/// # Errors
/// [`PaymentError`] says what is wrong.
pub fn put_payment_term(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    term_id: &TermId,
    mut term: PaymentTerm,
) -> Result<Records, PaymentError> {
    trim([&mut term.label], MAX_LINE).map_err(PaymentError::Label)?;
    amount(case, term.amount)?;
    let mut others = case.payment_terms();
    others.retain(|(other, _)| *other != term_id);
    let term = ranked(term, &others);
    Ok(put(pen, id, case, CaseItem::PaymentTerm(term_id.clone(), Some(term.into()))))
}

/// Writes down that money came in; whose pen it is settled it.
///
/// # Errors
/// [`PaymentError`] says what is wrong.
pub fn receive_payment(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    mut payment: Payment,
) -> Result<Records, PaymentError> {
    trim([&mut payment.note], MAX_TEXT).map_err(PaymentError::Note)?;
    amount(case, payment.amount)?;
    let known = |term: &TermId| case.payment_terms().iter().any(|(id, _)| *id == term);
    if payment.term.as_ref().is_some_and(|term| !known(term)) {
        return Err(PaymentError::NoSuchTerm);
    }
    Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Event(CaseEvent::PaymentReceived(payment))]))
}

/// Takes back a payment that was written down by mistake, whenever that was.
///
/// # Errors
/// [`PaymentError::NoSuchPayment`].
pub fn take_back_payment(
    pen: &Pen,
    id: &CaseId,
    journal: &Journal<CaseKind>,
    payment: &Stamp,
) -> Result<Records, PaymentError> {
    let mut entries = journal.iter().filter(|entry| entry.stamp == *payment);
    let paid = |change: &_| matches!(change, Change::Event(CaseEvent::PaymentReceived(_)));
    let found =
        entries.any(|entry| entry.changes.iter().any(paid)) && effective::<CaseKind>(journal, payment);
    if !found {
        return Err(PaymentError::NoSuchPayment);
    }
    Ok(one::<CaseKind>(pen, id.as_str(), vec![Change::Undo(payment.clone())]))
}

/// An amount that fits the others of the case.
fn amount(case: &Case, amount: Money) -> Result<(), PaymentError> {
    if amount.is_negative() {
        return Err(PaymentError::Money(MoneyError::Negative));
    }
    if amount.minor() == 0 {
        return Err(PaymentError::Nothing);
    }
    match case.account().map_err(PaymentError::Money)? {
        Some(account) => account.paid.plus(amount).map(drop).map_err(PaymentError::Money),
        None => Ok(()),
    }
}
