//! What is to be paid when, and what was paid.

use super::case::Case;
use super::date::Date;
use super::id::TermId;
use super::money::{Money, MoneyError};

/// What a payment is, in the course of a job.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TermKind {
    /// Before the job begins.
    Deposit,
    /// When a part of it is done.
    Stage,
    /// When all is done.
    Final,
}

impl TermKind {
    /// All kinds, in their order.
    pub const ALL: [Self; 3] = [Self::Deposit, Self::Stage, Self::Final];
}

/// An amount that falls due.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PaymentTerm {
    /// Its place among the terms.
    pub rank: u32,
    /// What it is.
    pub kind: TermKind,
    /// What it is called, or nothing.
    pub label: String,
    /// How much.
    pub amount: Money,
    /// The day it falls due, if one was agreed.
    pub due: Option<Date>,
    /// How it is to be paid, if that was agreed.
    pub method: Option<PaymentMethod>,
}

/// How a customer pays.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PaymentMethod {
    /// Notes and coins.
    Cash,
    /// A transfer from a bank.
    Transfer,
    /// A card.
    Card,
    /// WeChat Pay.
    Wechat,
    /// Alipay.
    Alipay,
    /// Another way.
    Other,
}

impl PaymentMethod {
    /// All ways, as they are offered.
    pub const ALL: [Self; 6] =
        [Self::Cash, Self::Transfer, Self::Card, Self::Wechat, Self::Alipay, Self::Other];
}

/// Money that came in. Who settled it is the author of the entry.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Payment {
    /// How much.
    pub amount: Money,
    /// How.
    pub method: PaymentMethod,
    /// What it was for, if that was said.
    pub term: Option<TermId>,
    /// What else there is to say, or nothing.
    pub note: String,
}

/// Where a case stands with its money.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// What was agreed: the total of the chosen option, else the sum of the terms.
    pub agreed: Money,
    /// The sum of the terms. It may differ from what was agreed.
    pub planned: Money,
    /// What was paid.
    pub paid: Money,
    /// What is still to pay; below zero when too much was paid.
    pub outstanding: Money,
    /// Each term, in their order.
    pub terms: Vec<TermAccount>,
}

/// Where a term stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TermAccount {
    /// The term.
    pub id: TermId,
    /// What was paid for it.
    pub paid: Money,
    /// What is still to pay for it.
    pub outstanding: Money,
    /// The day it falls due.
    pub due: Option<Date>,
}

impl TermAccount {
    /// Whether something of it should have been paid before this day.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.outstanding.minor() > 0 && self.due.is_some_and(|due| due < today)
    }
}

impl Account {
    /// What is to be paid next: the first term that is not paid yet, but no more than is
    /// outstanding at all; else all that is outstanding. Nothing once all is paid.
    #[must_use]
    pub fn next(&self) -> Option<(Option<&TermId>, Money)> {
        if self.outstanding.minor() <= 0 {
            return None;
        }
        let open = self.terms.iter().find(|term| term.outstanding.minor() > 0);
        Some(match open {
            Some(term) => (Some(&term.id), term.outstanding.min(self.outstanding)),
            None => (None, self.outstanding),
        })
    }

    /// How much more the terms come to than what was agreed; below zero when it is less, and
    /// nothing when they agree or there are none.
    #[must_use]
    pub fn terms_off(&self) -> Option<Money> {
        let off = self.planned.minus(self.agreed).ok()?;
        (!self.terms.is_empty() && off.minor() != 0).then_some(off)
    }
}

impl Case {
    /// What the chosen option costs beyond all terms but one: the rest, which that term may
    /// stand for. Nothing when no price was chosen, or no rest is left.
    ///
    /// # Errors
    /// [`MoneyError`] when the amounts cannot be summed: two currencies, or too much.
    pub fn rest_of_terms(&self, but: Option<&TermId>) -> Result<Option<Money>, MoneyError> {
        let Some(chosen) = self.chosen() else { return Ok(None) };
        let Some(total) = self.quote(&chosen.solution)?.total else { return Ok(None) };
        let others = self.payment_terms().into_iter().filter(|(id, _)| Some(*id) != but);
        let planned = Money::sum(total.total.currency(), others.map(|(_, term)| term.amount))?;
        Ok(Some(total.total.minus(planned)?).filter(|rest| rest.minor() > 0))
    }

    /// Whether something is to be paid, or was.
    #[must_use]
    pub fn is_charged(&self) -> bool {
        let account = self.account().ok().flatten();
        account.is_some_and(|account| account.agreed.minor() > 0 || account.paid.minor() > 0)
    }

    /// Where it stands with its money; nothing when no price was agreed and nothing paid.
    ///
    /// # Errors
    /// [`MoneyError`] when the amounts cannot be summed: two currencies, or too much.
    pub fn account(&self) -> Result<Option<Account>, MoneyError> {
        let terms = self.payment_terms();
        let quoted = match self.chosen() {
            Some(chosen) => self.quote(&chosen.solution)?.total.map(|total| total.total),
            None => None,
        };
        let amounts = quoted
            .into_iter()
            .chain(terms.iter().map(|(_, term)| term.amount))
            .chain(self.payments().map(|held| held.value.amount));
        let Some(currency) = amounts.map(Money::currency).next() else { return Ok(None) };
        let planned = Money::sum(currency, terms.iter().map(|(_, term)| term.amount))?;
        let agreed = quoted.unwrap_or(planned);
        let paid = Money::sum(currency, self.payments().map(|held| held.value.amount))?;
        let terms: Result<Vec<_>, MoneyError> = terms
            .into_iter()
            .map(|(id, term)| {
                let of_term = self.payments().filter(|held| held.value.term.as_ref() == Some(id));
                let paid = Money::sum(currency, of_term.map(|held| held.value.amount))?;
                let outstanding = term.amount.minus(paid)?;
                Ok(TermAccount { id: id.clone(), paid, outstanding, due: term.due })
            })
            .collect();
        Ok(Some(Account { agreed, planned, paid, outstanding: agreed.minus(paid)?, terms: terms? }))
    }
}
