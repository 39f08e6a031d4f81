//! A line of a quote as somebody types it, cell by cell.

use super::QuoteLine;
use crate::domain::money::{Money, MoneyError, Quantity, Rate};
use crate::domain::text::{MAX_LINE, TextError, optional, required};

/// A cell of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the part of a line of the same name")]
pub enum LineCell {
    Text,
    Quantity,
    Unit,
    Price,
    Discount,
    Tax,
}

impl LineCell {
    /// All cells, in the order they are typed.
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Quantity, Self::Unit, Self::Price, Self::Discount, Self::Tax];
}

/// What is wrong with a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellError {
    /// With words.
    Text(TextError),
    /// With a quantity or a price.
    Number(MoneyError),
    /// With a percentage.
    Rate(MoneyError),
}

/// What stands in the cells of a line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TypedLine([String; 6]);

impl TypedLine {
    /// What the cells of a line show. No discount shows nothing.
    #[must_use]
    pub fn of(line: &QuoteLine, price: impl Fn(Money) -> String) -> Self {
        let rate = |rate: Rate| rate.to_string().trim_end_matches('%').to_owned();
        let discount = if line.discount == Rate::NONE { String::new() } else { rate(line.discount) };
        Self([
            line.text.clone(),
            line.quantity.to_string(),
            line.unit.clone(),
            price(line.price),
            discount,
            rate(line.tax),
        ])
    }

    /// What a cell says.
    #[must_use]
    pub fn cell(&self, cell: LineCell) -> &str {
        &self.0[cell as usize]
    }

    /// Writes into a cell.
    pub fn write(&mut self, cell: LineCell, typed: String) {
        self.0[cell as usize] = typed;
    }

    /// The line that the cells describe, and what cannot be read of them: there the line stays
    /// as it was before. An empty number is what is mostly meant: one piece, no price, no
    /// discount, no tax.
    #[must_use]
    pub fn read(&self, before: &QuoteLine) -> (QuoteLine, Vec<(LineCell, CellError)>) {
        let mut line = before.clone();
        let mut wrong = Vec::new();
        for cell in LineCell::ALL {
            if let Err(error) = self.read_cell(cell, &mut line) {
                wrong.push((cell, error));
            }
        }
        (line, wrong)
    }

    fn read_cell(&self, cell: LineCell, line: &mut QuoteLine) -> Result<(), CellError> {
        let typed = self.cell(cell);
        match cell {
            LineCell::Text => line.text = required(typed, MAX_LINE).map_err(CellError::Text)?,
            LineCell::Unit => line.unit = optional(typed, MAX_LINE).map_err(CellError::Text)?,
            LineCell::Quantity => line.quantity = number(Quantity::parse(typed), Quantity::ONE)?,
            LineCell::Price => {
                let currency = line.price.currency();
                line.price = number(Money::parse(typed, currency), Money::zero(currency))?;
            }
            LineCell::Discount => line.discount = rate(typed)?,
            LineCell::Tax => line.tax = rate(typed)?,
        }
        Ok(())
    }
}

fn number<T>(read: Result<T, MoneyError>, unsaid: T) -> Result<T, CellError> {
    match read {
        Err(MoneyError::Empty) => Ok(unsaid),
        other => other.map_err(CellError::Number),
    }
}

fn rate(typed: &str) -> Result<Rate, CellError> {
    match Rate::parse(typed) {
        Err(MoneyError::Empty) => Ok(Rate::NONE),
        other => other.map_err(CellError::Rate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SolutionId;
    use crate::domain::money::Currency;

    fn blank() -> QuoteLine {
        QuoteLine {
            solution: SolutionId::from_random(1),
            rank: 3,
            text: String::new(),
            quantity: Quantity::ONE,
            unit: String::new(),
            price: Money::zero(Currency::Cny),
            discount: Rate::NONE,
            tax: Rate::from_basis_points(600).expect("a rate"),
        }
    }

    fn typed(cells: [&str; 6]) -> TypedLine {
        TypedLine(cells.map(str::to_owned))
    }

    #[test]
    fn a_line_is_read_from_its_cells() {
        let (line, wrong) = typed([" 水管 ", "２.5", "米", "￥1,200.50", "10%", "13"]).read(&blank());
        assert_eq!(wrong, []);
        assert_eq!((line.text.as_str(), line.unit.as_str(), line.rank), ("水管", "米", 3));
        assert_eq!((line.quantity.to_string(), line.price.plain()), ("2.5".to_owned(), "1200.50".to_owned()));
        assert_eq!((line.discount.basis_points(), line.tax.basis_points()), (1_000, 1_300));
        let shown = TypedLine::of(&line, Money::plain);
        assert_eq!(shown, typed(["水管", "2.5", "米", "1200.50", "10", "13"]));
        assert_eq!(shown.read(&blank()), (line, Vec::new()));
    }

    #[test]
    fn only_the_words_are_demanded() {
        let (line, wrong) = typed(["Work", "", "", "", "", ""]).read(&blank());
        assert_eq!(wrong, []);
        assert_eq!(line, QuoteLine { text: "Work".to_owned(), tax: Rate::NONE, ..blank() });
        assert_eq!(TypedLine::of(&line, Money::plain), typed(["Work", "1", "", "0.00", "", "0"]));
        let (_, wrong) = TypedLine::default().read(&blank());
        assert_eq!(wrong, [(LineCell::Text, CellError::Text(TextError::Empty))]);
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_was() {
        let before = QuoteLine { quantity: Quantity::parse("4").expect("a quantity"), ..blank() };
        let (line, wrong) = typed(["Hose", "-1", "m", "1.234", "101", "x"]).read(&before);
        assert_eq!(
            wrong,
            [
                (LineCell::Quantity, CellError::Number(MoneyError::Negative)),
                (LineCell::Price, CellError::Number(MoneyError::TooManyDecimals(2))),
                (LineCell::Discount, CellError::Rate(MoneyError::TooLarge)),
                (LineCell::Tax, CellError::Rate(MoneyError::NotANumber)),
            ]
        );
        assert_eq!(line, QuoteLine { text: "Hose".to_owned(), unit: "m".to_owned(), ..before });
    }
}
