use super::costs::{CostFacts, costs};
use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::Document;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::PapersTexts;

/// The most options that stand side by side in one table.
const MOST: usize = 3;

/// What a quote says. Amounts are written as they print.
#[derive(Clone, Debug, Default)]
pub struct QuoteFacts {
    /// For whom and what.
    pub subject: Subject,
    /// Who made it.
    pub prepared_by: String,
    /// The solutions: one, or several to choose from.
    pub options: Vec<OptionFacts>,
    /// The last day it holds.
    pub valid_until: String,
    /// What else applies, such as how to pay.
    pub terms: Vec<String>,
    /// What was changed since an earlier revision.
    pub amended: Vec<String>,
}

/// A solution and its price.
#[derive(Clone, Debug, Default)]
pub struct OptionFacts {
    /// What it is called, if it has a name.
    pub name: String,
    /// What is done.
    pub content: String,
    /// What speaks for it.
    pub benefits: String,
    /// What speaks against it.
    pub drawbacks: String,
    /// How long it takes.
    pub duration: String,
    /// What may go wrong, and what helps then.
    pub risks: String,
    /// What it costs, in detail.
    pub costs: CostFacts,
    /// Whether the customer chose it.
    pub chosen: bool,
}

/// The solutions side by side, each with its costs, and room to choose.
#[must_use]
pub fn quote(facts: &QuoteFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let several = facts.options.len() > 1;
    let mut w = Writer::new(head, if several { t.quote_title_options } else { t.quote_title });
    w.subject(&facts.subject, &[(t.quote_prepared_by, &facts.prepared_by)]);
    w.count_sections();
    w.section(t.amended);
    w.list(&facts.amended);
    let labels: Vec<_> = (1..).zip(&facts.options).map(|(number, option)| label(t, number, option)).collect();
    if several {
        compare(&mut w, t, &facts.options, &labels);
    } else if let Some(option) = facts.options.first() {
        w.section(t.quote_solution);
        let mut rows = aspects(t, option).to_vec();
        rows.truncate(5);
        rows.insert(0, (t.line_item, &option.name));
        w.facts(&rows);
    }
    for (option, label) in facts.options.iter().zip(&labels) {
        if !several {
            w.section(t.quote_lines);
        } else if !option.costs.lines.is_empty() {
            w.section(&t.quote_lines_of(label));
        } else {
            continue;
        }
        costs(&mut w, t, &option.costs);
    }
    w.section(t.quote_terms);
    let mut terms = Vec::new();
    if !facts.valid_until.is_empty() {
        terms.push(t.quote_valid_until(&facts.valid_until));
    }
    terms.extend(facts.terms.iter().cloned());
    terms.push(t.quote_no_more.to_owned());
    w.list(&terms);
    if several && !facts.options.iter().any(|option| option.chosen) {
        w.section(t.quote_choose);
        w.checks(&labels);
    }
    w.customer_and_shop(&facts.subject.customer);
    w.finish(PaperKind::Quote)
}

fn label(t: &PapersTexts, number: usize, option: &OptionFacts) -> String {
    let label = match option.name.trim() {
        "" => t.quote_option(&number),
        name => t.quote_option_named(&number, &name),
    };
    if option.chosen { t.quote_chosen(&label) } else { label }
}

fn aspects<'a>(t: &PapersTexts, option: &'a OptionFacts) -> [(&'static str, &'a str); 6] {
    [
        (t.quote_content, &option.content),
        (t.quote_benefits, &option.benefits),
        (t.quote_drawbacks, &option.drawbacks),
        (t.quote_duration, &option.duration),
        (t.quote_risks, &option.risks),
        (t.quote_cost, &option.costs.total),
    ]
}

/// The options as the columns of a table, as many as a page has room for.
fn compare(w: &mut Writer, t: &PapersTexts, options: &[OptionFacts], labels: &[String]) {
    w.section(t.quote_comparison);
    for (options, labels) in options.chunks(MOST).zip(labels.chunks(MOST)) {
        let mut names = [""; MOST + 1];
        names[0] = t.quote_aspect;
        for (name, label) in names[1..].iter_mut().zip(labels) {
            *name = label;
        }
        let mut rows: Vec<[&str; MOST + 1]> = Vec::new();
        for (place, option) in options.iter().enumerate() {
            for (row, (aspect, value)) in aspects(t, option).into_iter().enumerate() {
                if rows.len() == row {
                    rows.push([""; MOST + 1]);
                }
                rows[row][0] = aspect;
                rows[row][place + 1] = value;
            }
        }
        rows.retain(|row| row[1..].iter().any(|value| !value.trim().is_empty()));
        w.table(names, &rows, 0, &[]);
    }
}
