use super::writer::Writer;
use crate::i18n::PapersTexts;

/// Lines with their sums.
#[derive(Clone, Debug, Default)]
pub struct CostFacts {
    /// The lines.
    pub lines: Vec<LineFacts>,
    /// The sum without tax.
    pub subtotal: String,
    /// What is taken off.
    pub discount: String,
    /// The tax.
    pub tax: String,
    /// The sum to pay.
    pub total: String,
}

/// A line of a quote or a bill.
#[derive(Clone, Debug, Default)]
pub struct LineFacts {
    /// What it is for.
    pub item: String,
    /// The unit.
    pub unit: String,
    /// How many units.
    pub quantity: String,
    /// The price of one.
    pub price: String,
    /// The rate of tax.
    pub tax: String,
    /// The price of all.
    pub amount: String,
}

/// Lines with their sums, as a table.
pub(super) fn costs(w: &mut Writer, t: &PapersTexts, costs: &CostFacts) {
    let rows: Vec<_> = costs
        .lines
        .iter()
        .map(|l| [l.item.as_str(), &l.unit, &l.quantity, &l.price, &l.tax, &l.amount])
        .collect();
    let names = [t.line_item, t.line_unit, t.line_quantity, t.line_price, t.line_tax, t.line_amount];
    let sums = [
        (t.subtotal, costs.subtotal.as_str()),
        (t.discount, &costs.discount),
        (t.tax, &costs.tax),
        (t.total, &costs.total),
    ];
    w.table(names, &rows, 4, &sums);
}
