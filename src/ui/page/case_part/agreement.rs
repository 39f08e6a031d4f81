//! The service agreement, as far as it is not made of the customer, the quote and the terms.

mod clause;
mod dates;

use super::kept_text::KeptText;
use crate::domain::case::CaseText;
use crate::i18n::PapersTexts;
use crate::ui::page::case::Shown;
use crate::ui::part::{Text, said};
use clause::Clause;
use dates::Dates;
use leptos::prelude::*;

/// The usual words of a clause.
type Usual = fn(&'static PapersTexts) -> &'static str;

/// The clauses that have usual words, in their order on paper.
const CLAUSES: [(CaseText, Text, Usual); 4] = [
    (CaseText::Liability, |t| t.agreement().liability_hint, |t| t.agreement_liability_text),
    (CaseText::Confidentiality, |t| t.agreement().confidentiality_hint, |t| t.agreement_confidentiality_text),
    (CaseText::Changes, |t| t.agreement().changes_hint, |t| t.agreement_changes_text),
    (CaseText::Law, |t| t.agreement().law_hint, |t| t.agreement_disputes_text),
];

/// The parts of the agreement. Each field is kept when it is left.
#[component]
pub(super) fn Agreement(shown: Shown) -> impl IntoView {
    let clauses = CLAUSES.map(|(text, hint, usual)| {
        view! { <Clause shown=shown.clone() text=text hint=hint usual=usual/> }
    });
    view! {
        <p class="muted">{said(|t| t.agreement().about)}</p>
        <section class="section">
            <h2>{said(|t| t.agreement().what)}</h2>
            <div class="needs-two">
                <KeptText
                    shown=shown.clone()
                    text=CaseText::Scope
                    hint=|t| t.agreement().scope_hint
                    rows=6
                />
                <KeptText shown=shown.clone() text=CaseText::Goals hint=|t| t.agreement().goals_hint rows=6/>
                <KeptText
                    shown=shown.clone()
                    text=CaseText::AcceptanceStandard
                    hint=|t| t.agreement().standard_hint
                    rows=6
                />
            </div>
        </section>
        <Dates shown=shown.clone()/>
        <section class="section">
            <h2>{said(|t| t.agreement().clauses)}</h2>
            <p class="muted">{said(|t| t.agreement().clauses_about)}</p>
            <div class="clauses-own">{clauses.into_iter().collect::<Vec<_>>()}</div>
        </section>
    }
    .into_any()
}
