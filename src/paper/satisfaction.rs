use super::writer::{PaperHead, Subject, Writer};
use crate::domain::document::{Block, Document};
use crate::domain::paper_kind::PaperKind;
use crate::domain::survey::{Dimension, Rated, Rating, Recommendation, SurveyAnswer};
use crate::i18n::survey::dimension_about;
use crate::i18n::{Named, Texts, texts};

/// An empty box in a line of text.
const BOX: char = '□';
/// Between two boxes. Not an em space: some fonts have a narrow one.
const APART: &str = "\u{a0}\u{a0} ";

/// What an answered survey says besides the answers.
#[derive(Clone, Debug, Default)]
pub struct AnsweredFacts {
    /// Whose answer it is, and about what.
    pub subject: Subject,
    /// When it was given.
    pub on: String,
}

/// The form: two scales for each of the five, and room for words.
#[must_use]
pub fn satisfaction_form(subject: &Subject, head: &PaperHead) -> Document {
    let t = texts(head.lang);
    let s = t.survey();
    let mut w = Writer::new(head, s.paper_title);
    // What the customer knows already only takes room from the questions.
    let Subject { case_number, customer, item, .. } = subject.clone();
    w.subject(&Subject { case_number, customer, item, ..Subject::default() }, &[]);
    w.text(s.paper_intro);
    let marks = boxes(1..=5);
    let named = named(t);
    let rows: Vec<[&str; 3]> = named.iter().map(|name| [name.as_str(), &marks, &marks]).collect();
    w.table([s.paper_dimension, s.expected, s.perceived], &rows, 2, &[]);
    w.section(s.overall_question);
    w.push(Block::Paragraph(asked(&marks, s.overall_scale)));
    w.section(s.recommend_question);
    w.push(Block::Paragraph(asked(&boxes(0..=Recommendation::MOST), s.recommend_scale)));
    w.section(s.words_question);
    w.room(&[s.paper_words], 5);
    w.end_section();
    w.room(&[s.paper_name, t.papers().date], 1);
    w.note(s.paper_thanks);
    w.finish(PaperKind::SatisfactionForm)
}

/// What a customer answered.
#[must_use]
pub fn answered_survey(answer: &SurveyAnswer, facts: &AnsweredFacts, head: &PaperHead) -> Document {
    let t = texts(head.lang);
    let s = t.survey();
    let mut w = Writer::new(head, s.paper_answered);
    w.subject(&facts.subject, &[(s.paper_on, &facts.on), (s.paper_way, answer.by.name(t))]);
    let mark = |mark: Option<Rating>| mark.map(|mark| mark.get().to_string()).unwrap_or_default();
    let rows: Vec<[String; 4]> = Dimension::ALL
        .into_iter()
        .filter(|dimension| answer.rated(*dimension) != Rated::default())
        .map(|dimension| {
            let rated = answer.rated(dimension);
            let gap = rated.gap().map(|gap| format!("{gap:+}").replace("+0", "0").replace('-', "−"));
            let name = dimension.name(t).to_owned();
            [name, mark(rated.expected), mark(rated.perceived), gap.unwrap_or_default()]
        })
        .collect();
    let rows: Vec<[&str; 4]> = rows.iter().map(|row| row.each_ref().map(String::as_str)).collect();
    w.table([s.paper_dimension, s.legend_expected, s.legend_perceived, s.paper_gap], &rows, 3, &[]);
    let overall = answer.overall.map(|mark| s.of_five(&mark.get())).unwrap_or_default();
    let recommend = answer.recommend.map(|mark| s.of_ten(&mark.get())).unwrap_or_default();
    w.facts(&[(s.overall, &overall), (s.recommend, &recommend)]);
    w.section(s.words);
    w.text(&answer.words);
    w.end_section();
    w.finish(PaperKind::SatisfactionForm)
}

/// The five with what they mean below.
fn named(t: &'static Texts) -> Vec<String> {
    Dimension::ALL.map(|it| format!("{}\n{}", it.name(t), dimension_about(t, it))).into()
}

fn boxes(marks: impl Iterator<Item = u8>) -> String {
    marks.map(|mark| format!("{BOX}{mark}")).collect::<Vec<_>>().join(APART)
}

fn asked(boxes: &str, scale: &str) -> String {
    format!("{boxes}\n{scale}")
}
