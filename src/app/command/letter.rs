use super::{Pen, first, one};
use crate::domain::case::{CaseEvent, CaseKind};
use crate::domain::document::Issued;
use crate::domain::id::LetterId;
use crate::domain::lang::Lang;
use crate::domain::letter::{ClauseLibrary, Letter, LetterEvent, LetterField, LetterKind, Purpose};
use crate::domain::promise::Terms;
use crate::domain::record::Records;
use crate::journal::{Change, Field};

/// Begins a draft.
#[must_use]
pub fn draft_letter(pen: &Pen, id: &LetterId, purpose: Purpose, lang: Lang, signatory: &str) -> Records {
    draft_letter_with(pen, id, purpose, lang, vec![LetterField::Signatory(signatory.to_owned())])
}

/// Begins a draft with some choices already made.
#[must_use]
pub fn draft_letter_with(
    pen: &Pen,
    id: &LetterId,
    purpose: Purpose,
    lang: Lang,
    fields: Vec<LetterField>,
) -> Records {
    let mut changes =
        vec![Change::Event(LetterEvent::Drafted { purpose, revises: None }), first(LetterField::Lang(lang))];
    let said = |field: &LetterField| !matches!(field, LetterField::Signatory(name) if name.is_empty());
    changes.extend(fields.into_iter().filter(said).map(first));
    one::<LetterKind>(pen, id.as_str(), changes)
}

/// Begins a draft that says what an issued letter says, and will replace it.
#[must_use]
pub fn revise_letter(pen: &Pen, id: &LetterId, old_id: &LetterId, old: &Letter) -> Records {
    let purpose = old.purpose().cloned().unwrap_or(Purpose::Standing);
    let mut changes = vec![Change::Event(LetterEvent::Drafted { purpose, revises: Some(old_id.clone()) })];
    let dated = |field: &LetterField| matches!(field, LetterField::From(_));
    changes
        .extend(old.fields.iter().filter(|held| !dated(&held.value)).map(|held| first(held.value.clone())));
    one::<LetterKind>(pen, id.as_str(), changes)
}

/// Throws a draft away. A letter that was issued stays.
#[must_use]
pub fn discard_letter(pen: &Pen, id: &LetterId, letter: &Letter) -> Records {
    let stays = letter.issued().is_some() || letter.is_discarded();
    let changes = if stays { Vec::new() } else { vec![Change::Event(LetterEvent::Discarded)] };
    one::<LetterKind>(pen, id.as_str(), changes)
}

/// Freezes the letter as it is printed, with every choice that it left to the library; a case letter is
/// also told to its case, whose clocks run by it from then on.
#[must_use]
pub fn issue_letter(
    pen: &Pen,
    id: &LetterId,
    letter: &Letter,
    issued: Issued,
    library: &ClauseLibrary,
) -> Records {
    let mut records = Records::default();
    if let Some(Purpose::Case(case)) = letter.purpose() {
        let told = CaseEvent::LetterIssued {
            letter: id.clone(),
            number: issued.number.clone(),
            revision: issued.revision,
        };
        let terms = Terms::under(id, &issued.number, issued.revision, letter, library);
        let changes = [told, CaseEvent::Promised(terms)].map(Change::Event);
        records.add::<CaseKind>(case.as_str(), pen.entry(changes.into()));
    }
    let mut changes: Vec<_> = unsaid(letter, library).into_iter().map(first).collect();
    changes.push(Change::Event(LetterEvent::Issued(issued)));
    records.add::<LetterKind>(id.as_str(), pen.entry(changes));
    records
}

/// What a letter leaves to the library: a later library must not change what it promises.
fn unsaid(letter: &Letter, library: &ClauseLibrary) -> Vec<LetterField> {
    let mut fields = Vec::new();
    for clause in library.sections.iter().flat_map(|section| &section.clauses).filter(|each| letter.has(each))
    {
        fields.push(LetterField::Clause(clause.id.clone(), true));
        fields.extend(clause.parameters.iter().map(|parameter| {
            let value = letter.parameter(&clause.id, parameter).to_owned();
            LetterField::Parameter(clause.id.clone(), parameter.id.clone(), value)
        }));
    }
    fields.retain(|field| letter.fields.held(&field.key()).is_none());
    fields
}
