//! Solution options and what they cost.

mod typed;

pub use typed::{CellError, LineCell, TypedLine};

use super::case::{Case, CaseField, CaseKey};
use super::id::{QuoteLineId, SolutionId};
use super::money::{Currency, Line, LineTotal, Money, MoneyError, Quantity, Rate, line_total};

/// One way to solve what the customer came with.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Solution {
    /// Its place among the options.
    pub rank: u32,
    /// What it is called.
    pub title: String,
    /// What is done.
    pub content: String,
    /// What speaks for it.
    pub benefits: String,
    /// What speaks against it.
    pub drawbacks: String,
    /// How long it takes.
    pub duration: String,
    /// What may go wrong.
    pub risks: String,
    /// What is done against that.
    pub countermeasures: String,
    /// How the shop judges it; never printed for the customer.
    pub assessment: Assessment,
    /// Whether the prices of its lines hold the tax already.
    pub includes_tax: bool,
}

/// How the shop judges an option.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Assessment {
    /// How well it fits the need.
    pub fit: String,
    /// How difficult it is, and what it costs the shop.
    pub effort: String,
    /// How risky it is.
    pub risk: String,
    /// What colleagues think of it.
    pub peers: String,
}

/// A line of an option's quote.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct QuoteLine {
    /// The option it belongs to.
    pub solution: SolutionId,
    /// Its place in the quote.
    pub rank: u32,
    /// What is charged for.
    pub text: String,
    /// How much of it.
    pub quantity: Quantity,
    /// What it is counted in, or nothing.
    pub unit: String,
    /// What one of it costs.
    pub price: Money,
    /// What is taken off.
    pub discount: Rate,
    /// The tax on it.
    pub tax: Rate,
}

/// The option that the customer chose.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Chosen {
    /// The option.
    pub solution: SolutionId,
    /// What it was called when it was chosen.
    pub title: String,
    /// Who chose it, on the customer's side.
    pub by: String,
}

/// What an option costs, line by line.
#[derive(Clone, PartialEq, Debug)]
pub struct Quote<'a> {
    /// The lines in their order, with what each comes to.
    pub rows: Vec<(&'a QuoteLineId, &'a QuoteLine, LineTotal)>,
    /// All together; nothing without a line.
    pub total: Option<LineTotal>,
}

impl QuoteLine {
    /// What it comes to, with prices that hold the tax or not.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`].
    pub fn total(&self, includes_tax: bool) -> Result<LineTotal, MoneyError> {
        let Self { quantity, price, discount, tax, .. } = *self;
        line_total(&Line { quantity, price, discount, tax, includes_tax })
    }
}

impl Case {
    /// The currency that its prices are in already, if it has any.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        let lines = self.quote_lines().into_iter().map(|(_, line)| line.price);
        let terms = self.payment_terms().into_iter().map(|(_, term)| term.amount);
        let mut all = lines.chain(terms).chain(self.payments().map(|held| held.value.amount));
        all.next().map(Money::currency)
    }

    /// An option.
    #[must_use]
    pub fn solution(&self, id: &SolutionId) -> Option<&Solution> {
        self.solutions().into_iter().find_map(|(found, solution)| (found == id).then_some(solution))
    }

    /// What an option costs; nothing when it has no lines.
    ///
    /// # Errors
    /// [`MoneyError`] when its lines cannot be summed: two currencies, or too much.
    pub fn quote(&self, id: &SolutionId) -> Result<Quote<'_>, MoneyError> {
        let includes_tax = self.solution(id).is_some_and(|solution| solution.includes_tax);
        let mut quote = Quote { rows: Vec::new(), total: None };
        for (line_id, line) in self.quote_lines().into_iter().filter(|(_, line)| line.solution == *id) {
            let total = line.total(includes_tax)?;
            quote.total = Some(quote.total.map_or(Ok(total), |sum| sum.plus(total))?);
            quote.rows.push((line_id, line, total));
        }
        Ok(quote)
    }

    /// The option that the customer chose, and who chose it.
    #[must_use]
    pub fn chosen(&self) -> Option<&Chosen> {
        match self.fields.current(&CaseKey::Chosen) {
            Some(CaseField::Chosen(chosen)) => chosen.as_ref(),
            _ => None,
        }
    }
}
