//! What a draft of a letter says, in words.

use crate::app::lettering::blank_label;
use crate::catalog::clause_library;
use crate::domain::date::Date;
use crate::domain::lang::Lang;
use crate::domain::letter::{LetterField, LetterKey};
use crate::i18n::{Named, Texts, texts};

/// What a field of a letter is called.
#[must_use]
pub fn letter_field_name(lang: Lang, key: &LetterKey) -> String {
    let (texts, library) = (texts(lang), clause_library(lang));
    let t = &texts.letter();
    match key {
        LetterKey::Lang => t.lang.to_owned(),
        LetterKey::Addressee => t.addressee.to_owned(),
        LetterKey::Opening => t.opening.to_owned(),
        LetterKey::From => t.from.to_owned(),
        LetterKey::Until => t.until.to_owned(),
        LetterKey::Signatory => t.signatory.to_owned(),
        LetterKey::Record => texts.promise().record.to_owned(),
        LetterKey::Own(_) => t.own_field.to_owned(),
        LetterKey::Clause(id) => {
            library.clause(id).map_or_else(|| id.to_string(), |clause| clause.label.clone())
        }
        LetterKey::Parameter(id, parameter) => {
            let clause = library.clause(id);
            let spec = clause
                .and_then(|clause| Some((clause, clause.parameters.iter().find(|p| p.id == *parameter)?)));
            spec.map_or_else(
                || parameter.to_string(),
                |(clause, spec)| blank_label(&clause.label, clause, spec),
            )
        }
    }
}

/// Its value in words.
#[must_use]
pub fn letter_words(t: &'static Texts, field: &LetterField) -> String {
    let date = |date: &Option<Date>| date.map_or_else(|| t.common().none.to_owned(), |date| date.to_string());
    match field {
        LetterField::Lang(lang) => lang.own_name().to_owned(),
        LetterField::Clause(_, true) => t.letter().on.to_owned(),
        LetterField::Clause(_, false) => t.letter().off.to_owned(),
        LetterField::Own(_, Some(own)) => own.text.clone(),
        LetterField::Own(_, None) => t.letter().off.to_owned(),
        LetterField::From(from) => date(from),
        LetterField::Until(until) => date(until),
        LetterField::Record(period) => period.map_or(t.common().none, |period| period.name(t)).to_owned(),
        LetterField::Addressee(text)
        | LetterField::Opening(text)
        | LetterField::Parameter(_, _, text)
        | LetterField::Signatory(text) => text.clone(),
    }
}
