mod custom;
mod record;

pub(super) use custom::{heading, salutation};

use super::ShopFace;
use super::clip::clipped;
use crate::domain::date::Date;
use crate::domain::document::{Block, Document};
use crate::domain::lang::Lang;
use crate::domain::letter::{ClauseLibrary, ClauseSpec, Letter, ParameterKind, ParameterSpec, Purpose, fill};
use crate::domain::paper_kind::PaperKind;
use crate::i18n::texts;
use crate::i18n::when::date_in_words;
use crate::stats::promises::PrintedRecord;
use custom::singular;

/// The most characters of a case's matter that the opening repeats: its first line, cut where
/// it would drown the sentence around it.
const MAX_MATTER: usize = 60;
/// Stands where a value is missing; a letter with one is not issued.
const MISSING: &str = "……";

/// What a case letter says of its case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseFacts {
    /// The case's number.
    pub number: String,
    /// What it is about.
    pub matter: String,
    /// The customer's name.
    pub customer: String,
}

/// Which letter it is among the shop's letters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Numbering {
    /// Its number; not printed while empty.
    pub number: String,
    /// Its revision, from 1.
    pub revision: u32,
    /// The revision that it replaces, and the day that one was issued.
    pub replaces: Option<(u32, Date)>,
}

/// A letter with all that its text is made of.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// What was chosen for it.
    pub letter: &'a Letter,
    /// The language it is written in.
    pub lang: Lang,
    /// The clauses in this language.
    pub library: &'a ClauseLibrary,
    /// Who promises.
    pub shop: &'a ShopFace,
    /// The case it is about, for a letter to the customer of one.
    pub case: Option<&'a CaseFacts>,
    /// The name of the customer it is for, for a letter to one customer whatever the matter.
    pub customer: &'a str,
    /// How promises were kept, for a letter that prints it.
    pub record: Option<&'a PrintedRecord>,
    /// Its place among the letters.
    pub numbering: &'a Numbering,
    /// The day on it.
    pub date: Date,
}

/// One promise, as it will be printed.
struct Line {
    text: String,
    measured: bool,
}

impl Draft<'_> {
    /// The letter as it prints.
    #[must_use]
    pub fn compose(&self) -> Document {
        let mut blocks = vec![self.shop.letterhead(self.lang)];
        if self.lang.is_chinese() {
            blocks.push(self.title());
            blocks.extend(self.references());
        } else {
            blocks.extend(self.references());
            blocks.push(self.title());
        }
        blocks.push(Block::Addressee(self.addressee()));
        blocks.extend(paragraphs(&self.opening()));
        let sections = self.sections();
        let measured = sections.iter().flat_map(|(_, lines)| lines).any(|line| line.measured);
        let next = sections.len() + 1;
        for (place, (title, lines)) in sections.into_iter().enumerate() {
            blocks.push(Block::Section(heading(self.lang, place + 1, title)));
            blocks.extend((1..).zip(lines).map(|(number, line)| Block::Clause {
                number,
                text: line.text,
                measured: line.measured,
            }));
        }
        blocks.extend(self.record_blocks(next));
        blocks.extend(self.terms().into_iter().map(Block::Paragraph));
        blocks.push(Block::Paragraph(self.library.frame.closing.clone()));
        blocks.push(Block::Regards(self.library.frame.closing_regards.lines().map(str::to_owned).collect()));
        blocks.push(self.signature());
        if measured {
            blocks.push(Block::Note(texts(self.lang).paper().measured_legend.to_owned()));
        }
        Document { paper: PaperKind::CommitmentLetter, lang: self.lang, blocks }
    }

    /// The value of a parameter as it will be printed, fit or not. A phone number that nobody
    /// set is the shop's.
    pub(super) fn value(&self, clause: &ClauseSpec, parameter: &ParameterSpec) -> String {
        let set = self.letter.parameter(&clause.id, parameter).trim();
        let value = if set.is_empty() && parameter.kind == ParameterKind::Phone {
            self.shop.phone.as_str()
        } else {
            set
        };
        parameter.check(value).unwrap_or_else(|_| value.to_owned())
    }

    /// The clauses of the library that stand in it.
    pub(super) fn chosen(&self) -> impl Iterator<Item = &ClauseSpec> {
        let clauses = self.library.sections.iter().flat_map(|section| &section.clauses);
        clauses.filter(|clause| self.letter.has(clause))
    }

    /// Whether it speaks to the customer of one case.
    pub(super) fn is_for_case(&self) -> bool {
        matches!(self.letter.purpose(), Some(Purpose::Case(_)))
    }

    /// The first day it holds.
    pub(super) fn from(&self) -> Date {
        self.letter.from().copied().flatten().unwrap_or(self.date)
    }

    fn title(&self) -> Block {
        let frame = &self.library.frame;
        Block::Title(if self.is_for_case() { &frame.case_title } else { &frame.standing_title }.clone())
    }

    /// Number and what is replaced. An English letter has its date here, a Chinese one below
    /// the signature.
    fn references(&self) -> Vec<Block> {
        let frame = &self.library.frame;
        let Numbering { number, revision, replaces } = self.numbering;
        let label = &frame.number_label;
        let first = match (self.lang.is_chinese(), number.is_empty()) {
            (true, true) => String::new(),
            (true, false) => format!("{label}：{number}"),
            (false, true) => date_in_words(self.lang, self.date),
            (false, false) => format!("{} · {label} {number}", date_in_words(self.lang, self.date)),
        };
        let second = replaces.map_or_else(String::new, |(previous, date)| {
            fill(
                &frame.replaces_line,
                &[
                    ("revision", &revision.to_string()),
                    ("date", &date_in_words(self.lang, date)),
                    ("previous", &previous.to_string()),
                ],
            )
        });
        let lines = [first, second].into_iter().filter(|line| !line.is_empty());
        if self.lang.is_chinese() {
            return lines.map(Block::Reference).collect();
        }
        vec![Block::Reference(lines.collect::<Vec<_>>().join(" · "))]
    }

    /// The greeting of a letter that has none of its own.
    #[must_use]
    pub fn usual_addressee(&self) -> String {
        let frame = &self.library.frame;
        let customer = match self.letter.purpose() {
            Some(Purpose::Case(_)) => self.case.map_or("", |case| case.customer.trim()),
            _ => self.customer.trim(),
        };
        let words = if matches!(self.letter.purpose(), Some(Purpose::Standing) | None) {
            frame.standing_addressee.clone()
        } else if customer.is_empty() {
            texts(self.lang).paper().addressee_unknown.to_owned()
        } else {
            fill(&frame.case_salutation, &[("name", customer)])
        };
        salutation(self.lang, &words)
    }

    fn addressee(&self) -> String {
        match self.letter.addressee().map_or("", |typed| typed.trim()) {
            "" => self.usual_addressee(),
            typed => salutation(self.lang, typed),
        }
    }

    /// The opening of a letter that has none of its own.
    #[must_use]
    pub fn usual_opening(&self) -> String {
        let frame = &self.library.frame;
        let known = self.case.filter(|case| !case.number.is_empty() && !case.matter.trim().is_empty());
        match known.filter(|_| self.is_for_case()) {
            Some(case) => fill(
                &frame.case_opening,
                &[
                    ("matter", &clipped(case.matter.trim().lines().next().unwrap_or_default(), MAX_MATTER)),
                    ("number", &case.number),
                    ("shop", &self.shop.name),
                ],
            ),
            None => fill(&frame.standing_opening, &[("shop", &self.shop.name)]),
        }
    }

    fn opening(&self) -> String {
        let typed = self.letter.opening().filter(|typed| !typed.trim().is_empty());
        typed.cloned().unwrap_or_else(|| self.usual_opening())
    }

    /// The sections that have a promise, each with its promises: the library's, then the
    /// shop's own. An own clause whose section this version does not know stands in the last.
    fn sections(&self) -> Vec<(&str, Vec<Line>)> {
        let sections = &self.library.sections;
        let mut lines: Vec<Vec<Line>> = sections
            .iter()
            .map(|section| {
                section.clauses.iter().filter(|c| self.letter.has(c)).map(|c| self.line(c)).collect()
            })
            .collect();
        for (_, own) in self.letter.own_clauses() {
            let place = sections.iter().position(|section| section.id == own.section);
            let text = own.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let place = place.unwrap_or(sections.len().saturating_sub(1));
            if let Some(lines) = lines.get_mut(place).filter(|_| !text.is_empty()) {
                lines.push(Line { text, measured: false });
            }
        }
        let titles = sections.iter().map(|section| section.title.as_str());
        titles.zip(lines).filter(|(_, lines)| !lines.is_empty()).collect()
    }

    fn line(&self, clause: &ClauseSpec) -> Line {
        let mut text = clause.text.clone();
        let mut values = Vec::new();
        for parameter in &clause.parameters {
            let value = self.value(clause, parameter);
            if self.lang == Lang::En && value == "1" {
                text = singular(&text, parameter);
            }
            values.push((parameter.id.as_str(), if value.is_empty() { MISSING.to_owned() } else { value }));
        }
        let values: Vec<_> = values.iter().map(|(id, value)| (*id, value.as_str())).collect();
        Line { text: fill(&text, &values), measured: clause.measured }
    }

    /// Where to complain and how long it holds: lines of their own in Chinese, running text in
    /// English.
    fn terms(&self) -> Vec<String> {
        match self.complaints() {
            None => vec![self.validity()],
            Some(complaints) if self.lang.is_chinese() => vec![complaints, self.validity()],
            Some(complaints) => vec![format!("{complaints}. {}", self.validity())],
        }
    }

    /// Where to complain: the supervision phone when a clause names one, else the shop's.
    fn complaints(&self) -> Option<String> {
        let named = self.chosen().find_map(|clause| {
            let parameter = clause.parameters.iter().find(|p| p.kind == ParameterKind::Phone)?;
            Some(self.value(clause, parameter))
        });
        let phone = named.unwrap_or_else(|| self.shop.phone.clone());
        (!phone.is_empty()).then(|| fill(&self.library.frame.complaints_line, &[("phone", &phone)]))
    }

    fn validity(&self) -> String {
        let from = date_in_words(self.lang, self.from());
        match self.letter.until().copied().flatten() {
            Some(until) => fill(
                &self.library.frame.validity_until,
                &[("from", &from), ("until", &date_in_words(self.lang, until))],
            ),
            None => fill(&self.library.frame.validity_open, &[("from", &from)]),
        }
    }

    fn signature(&self) -> Block {
        let frame = &self.library.frame;
        let date = if self.lang.is_chinese() { date_in_words(self.lang, self.date) } else { String::new() };
        Block::Signature {
            signatory_label: frame.signatory_label.clone(),
            signatory: self.letter.signatory().map(|name| name.trim().to_owned()).unwrap_or_default(),
            shop: self.shop.name.clone(),
            seal_label: frame.seal_label.clone(),
            date,
        }
    }
}

/// The typed lines of a text, a paragraph each.
fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| Block::Paragraph(line.to_owned()))
}

#[cfg(test)]
mod tests;
