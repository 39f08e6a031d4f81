//! What a case has several of, in words.

use super::change::Said;
use super::value::{beginning, fits};
use super::{LineKind, Look, Teller};
use crate::domain::acceptance::{Correction, Test};
use crate::domain::asset::ReplacedPart;
use crate::domain::case::{CaseField, CaseItem, CaseItemKey};
use crate::domain::execution::ChangeRequest;
use crate::domain::money::Rate;
use crate::domain::needs::Expectation;
use crate::domain::payment::PaymentTerm;
use crate::domain::photo::{Photo, PhotoOf};
use crate::domain::quote::{QuoteLine, Solution};
use crate::i18n::Named;
use crate::i18n::archive_words::size;
use crate::i18n::money::money;
use crate::i18n::when::{date_in_words, local_in_words};
use crate::journal::{Change, Field};

/// Names and values, of what was said at all.
pub(super) struct Facts<'a> {
    look: &'a Look<'a>,
    pub(super) rows: Vec<String>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(look: &'a Look<'a>) -> Self {
        Self { look, rows: Vec::new() }
    }

    /// A value with its name, unless it is empty.
    pub(super) fn and(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.rows.push(self.look.texts().story().fact(&name, &value));
        }
        self
    }
}

impl Look<'_> {
    /// What one of several things is called; nothing once it was taken out.
    pub(super) fn item_title(&self, item: &CaseItem) -> Option<String> {
        let t = self.texts();
        Some(match item {
            CaseItem::Expectation(_, item) => beginning(&item.as_ref()?.text),
            CaseItem::Solution(_, item) => item.as_ref()?.title.clone(),
            CaseItem::QuoteLine(_, item) => item.as_ref()?.text.clone(),
            CaseItem::PaymentTerm(_, item) => {
                let term = item.as_ref()?;
                if term.label.is_empty() { term.kind.name(t).to_owned() } else { term.label.clone() }
            }
            CaseItem::ChangeRequest(_, item) => beginning(&item.as_ref()?.what),
            CaseItem::Handover(_, item) => item.as_ref()?.what.clone(),
            CaseItem::ReplacedPart(_, item) => item.as_ref()?.what.clone(),
            CaseItem::Test(_, item) => item.as_ref()?.what.clone(),
            CaseItem::Correction(_, item) => beginning(&item.as_ref()?.what),
            CaseItem::FollowUp(_, item) => date_in_words(self.lang, item.as_ref()?.due),
            CaseItem::Photo(_, item) => self.photo_title(item.as_ref()?),
        })
    }

    /// What else is said of it.
    pub(super) fn item_facts(&self, item: &CaseItem) -> Vec<String> {
        match item {
            CaseItem::Expectation(_, Some(expectation)) => self.expectation(expectation),
            CaseItem::Solution(_, Some(solution)) => self.solution(solution),
            CaseItem::QuoteLine(_, Some(line)) => self.quote_line(line),
            CaseItem::PaymentTerm(_, Some(term)) => self.payment_term(term),
            CaseItem::ChangeRequest(_, Some(change)) => self.change_request(change),
            CaseItem::ReplacedPart(_, Some(part)) => self.replaced_part(part),
            CaseItem::Test(_, Some(test)) => self.test(test),
            CaseItem::Correction(_, Some(correction)) => self.correction(correction),
            CaseItem::FollowUp(_, Some(follow_up)) => self.follow_up(follow_up),
            CaseItem::Photo(_, Some(photo)) => self.photo(photo),
            _ => Vec::new(),
        }
    }

    fn expectation(&self, expectation: &Expectation) -> Vec<String> {
        let t = self.texts();
        let mut facts = Facts::new(self)
            .and(t.work().expectation_rank, expectation.rank.to_string())
            .and(t.work().expectation_verdict, expectation.verdict.map_or("", |verdict| verdict.name(t)))
            .and(t.work().expectation_reason, &expectation.reason)
            .and(t.work().expectation_alternative, &expectation.alternative);
        facts.rows.extend(whole(&expectation.text));
        facts.rows
    }

    fn solution(&self, solution: &Solution) -> Vec<String> {
        let t = self.texts();
        let judged = &solution.assessment;
        let includes = if solution.includes_tax { t.names().yes } else { t.names().no };
        Facts::new(self)
            .and(t.work().solution_content, &solution.content)
            .and(t.work().solution_benefits, &solution.benefits)
            .and(t.work().solution_drawbacks, &solution.drawbacks)
            .and(t.work().solution_duration, &solution.duration)
            .and(t.work().solution_risks, &solution.risks)
            .and(t.work().solution_countermeasures, &solution.countermeasures)
            .and(t.work().assessment_fit, &judged.fit)
            .and(t.work().assessment_effort, &judged.effort)
            .and(t.work().assessment_risk, &judged.risk)
            .and(t.work().assessment_peers, &judged.peers)
            .and(t.names().shop_prices_include_tax, includes)
            .rows
    }

    fn quote_line(&self, line: &QuoteLine) -> Vec<String> {
        let t = self.texts();
        let rate = |rate: Rate| if rate == Rate::NONE { String::new() } else { rate.to_string() };
        let quantity = format!("{} {}", line.quantity, line.unit);
        Facts::new(self)
            .and(t.work().line_quantity, quantity.trim_end())
            .and(t.work().line_price, money(self.lang, line.price))
            .and(t.work().line_discount, rate(line.discount))
            .and(t.work().line_tax, rate(line.tax))
            .rows
    }

    fn payment_term(&self, term: &PaymentTerm) -> Vec<String> {
        let t = self.texts();
        Facts::new(self)
            .and(t.work().term_kind, term.kind.name(t))
            .and(t.work().term_amount, money(self.lang, term.amount))
            .and(t.work().term_due, term.due.map(|due| date_in_words(self.lang, due)).unwrap_or_default())
            .and(t.payments().term_method, term.method.map_or("", |method| method.name(t)))
            .rows
    }

    fn change_request(&self, change: &ChangeRequest) -> Vec<String> {
        let t = self.texts();
        let mut facts = Facts::new(self)
            .and(t.work().change_reason, &change.reason)
            .and(t.work().change_on_time, &change.on_time)
            .and(t.work().change_on_cost, &change.on_cost)
            .and(t.work().change_on_quality, &change.on_quality)
            .and(t.work().change_state, change.state.name(t));
        facts.rows.extend(whole(&change.what));
        facts.rows
    }

    fn replaced_part(&self, part: &ReplacedPart) -> Vec<String> {
        let t = self.texts();
        Facts::new(self)
            .and(t.asset().old_serial, &part.old_serial)
            .and(t.asset().new_serial, &part.new_serial)
            .rows
    }

    fn test(&self, test: &Test) -> Vec<String> {
        let t = self.texts();
        Facts::new(self)
            .and(t.work().test_kind, test.kind.name(t))
            .and(t.work().test_expected, &test.expected)
            .and(t.work().test_result, test.result.map_or("", |result| result.name(t)))
            .and(t.work().test_round, test.round.to_string())
            .rows
    }

    fn correction(&self, correction: &Correction) -> Vec<String> {
        let t = self.texts();
        let done = if correction.done { t.names().yes } else { t.names().no };
        let mut facts = Facts::new(self).and(t.work().correction_done, done);
        facts.rows.extend(whole(&correction.what));
        facts.rows
    }

    /// What is to be seen on it, else what the file is called, else what it is of.
    fn photo_title(&self, photo: &Photo) -> String {
        if !photo.caption.is_empty() {
            return beginning(&photo.caption);
        }
        if !photo.name.is_empty() {
            return photo.name.clone();
        }
        self.photo_of(&photo.of)
    }

    fn photo_of(&self, of: &PhotoOf) -> String {
        match of {
            PhotoOf::Case => self.texts().photos().of_case.to_owned(),
            PhotoOf::Task(task) => self.task_name(task),
            PhotoOf::Asset(asset) => (self.asset)(asset).unwrap_or_else(|| asset.to_string()),
        }
    }

    fn photo(&self, photo: &Photo) -> Vec<String> {
        let t = self.texts();
        let taken = photo.taken.map(|taken| local_in_words(self.lang, taken)).unwrap_or_default();
        let mut facts = Facts::new(self)
            .and(t.photos().fact_of, self.photo_of(&photo.of))
            .and(t.photos().fact_name, &photo.name)
            .and(t.photos().fact_taken, taken)
            .and(t.photos().fact_size, size(photo.size.into()))
            .and(t.photos().fact_on_papers, if photo.on_papers { t.photos().yes } else { "" });
        facts.rows.extend(whole(&photo.caption));
        facts.rows
    }

    /// All that is said of one of several things.
    pub(super) fn item_words(&self, item: &CaseItem) -> String {
        let t = &self.texts().story();
        match self.item_title(item) {
            Some(title) => {
                let words: Vec<_> = std::iter::once(title).chain(self.item_facts(item)).collect();
                words.join(t.between)
            }
            None => t.item_out.to_owned(),
        }
    }

    /// One of several things within a sentence: "the option".
    pub(super) fn item_noun(&self, key: &CaseItemKey) -> &'static str {
        let t = &self.texts().story();
        match key {
            CaseItemKey::Expectation(_) => t.the_expectation,
            CaseItemKey::Solution(_) => t.the_solution,
            CaseItemKey::QuoteLine(_) => t.the_quote_line,
            CaseItemKey::PaymentTerm(_) => t.the_payment_term,
            CaseItemKey::ChangeRequest(_) => t.the_change_request,
            CaseItemKey::Handover(_) => t.the_handover,
            CaseItemKey::ReplacedPart(_) => self.texts().asset().the_part,
            CaseItemKey::Test(_) => t.the_test,
            CaseItemKey::Correction(_) => t.the_correction,
            CaseItemKey::FollowUp(_) => self.texts().care().the_follow_up,
            CaseItemKey::Photo(_) => self.texts().photos().the_photo,
        }
    }
}

/// A text of which the title is only the beginning.
fn whole(text: &str) -> Option<String> {
    (!fits(text)).then(|| text.to_owned())
}

impl Teller<'_> {
    /// One of several things was added, changed or taken out.
    pub(super) fn item(&self, item: &CaseItem, old: Option<&CaseField>) -> Said {
        let t = &self.look.texts().story();
        let noun = self.look.item_noun(&item.key());
        let old = match old {
            Some(CaseField::Item(old)) if !old.is_removed() => Some(old),
            _ => None,
        };
        let old_title = || old.and_then(|old| self.look.item_title(old)).unwrap_or_default();
        let Some(title) = self.look.item_title(item) else {
            return Said::new(LineKind::Field, t.item_removed(&noun, &old_title()));
        };
        let known = old.map(|old| self.look.item_facts(old));
        let mut facts = self.look.item_facts(item);
        let text = match known {
            None => t.item_added(&noun, &title),
            Some(known) => {
                facts.retain(|fact| !known.contains(fact));
                if old_title() == title {
                    t.item_changed(&noun, &title)
                } else {
                    t.item_renamed(&noun, &old_title(), &title)
                }
            }
        };
        Said { detail: facts, ..Said::new(LineKind::Field, text) }
    }

    /// What one of several things was last called.
    pub(super) fn title_of(&self, key: &CaseItemKey) -> Option<String> {
        let changes = self.entries.iter().rev().flat_map(|entry| &entry.changes);
        let mut titles = changes.filter_map(|change| match change {
            Change::Set { field: CaseField::Item(item), .. } if item.key() == *key => {
                self.look.item_title(item)
            }
            _ => None,
        });
        titles.next()
    }
}
