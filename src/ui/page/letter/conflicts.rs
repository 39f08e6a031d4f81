use super::drafting::Drafting;
use crate::app::desk::Desk;
use crate::app::lettering::blank_label;
use crate::catalog::clause_library;
use crate::domain::date::Date;
use crate::domain::letter::{LetterField, LetterKey};
use crate::i18n::Named;
use crate::ui::part::{conflict_cards, live};
use leptos::prelude::*;

/// What two devices say differently of the draft, each settled with one press.
#[component]
pub(super) fn Conflicts(drafting: Drafting) -> impl IntoView {
    let desk = drafting.desk;
    let keep = Callback::new(move |field: LetterField| drafting.set(field));
    let cards = live(move || {
        let conflicts = drafting.read(|letter| letter.fields.conflicts());
        conflict_cards(desk, conflicts, |key| name(desk, key), |field| words(desk, field), keep)
    });
    view! { <div class="letter-conflicts">{cards}</div> }.into_any()
}

/// What a field is called.
fn name(desk: Desk, key: &LetterKey) -> String {
    let (t, library) = (&desk.t().letter(), clause_library(desk.lang.get()));
    match key {
        LetterKey::Lang => t.lang.to_owned(),
        LetterKey::Addressee => t.addressee.to_owned(),
        LetterKey::Opening => t.opening.to_owned(),
        LetterKey::From => t.from.to_owned(),
        LetterKey::Until => t.until.to_owned(),
        LetterKey::Signatory => t.signatory.to_owned(),
        LetterKey::Record => desk.t().promise().record.to_owned(),
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

/// A value in words.
fn words(desk: Desk, field: &LetterField) -> String {
    let t = desk.t();
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
