//! What the customer needs: heard, sorted, ranked, and weighed.

mod expectation;
mod expectations;
mod judge;

use super::kept_text::KeptText;
use crate::app::command::set;
use crate::app::desk::use_desk;
use crate::domain::case::{CaseField, CaseKind, CaseText};
use crate::domain::needs::NeedsMethod;
use crate::i18n::Named;
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, Text, label, said};
use expectations::Expectations;
use judge::Judge;
use leptos::prelude::*;

/// The record of needs. Each field is kept when it is left.
#[component]
pub(super) fn Needs(shown: Shown) -> impl IntoView {
    let field = |(text, hint): (CaseText, Text), rows: u32| {
        view! { <KeptText shown=shown.clone() text=text hint=hint rows=rows/> }.into_any()
    };
    let heard: [(CaseText, Text); 2] =
        [(CaseText::Facts, |t| t.needs().facts_hint), (CaseText::Feelings, |t| t.needs().feelings_hint)];
    let wanted: [(CaseText, Text); 2] = [
        (CaseText::ExplicitNeeds, |t| t.needs().explicit_hint),
        (CaseText::LatentNeeds, |t| t.needs().latent_hint),
    ];
    let details: [(CaseText, Text); 6] = [
        (CaseText::Why, |t| t.needs().why_hint),
        (CaseText::What, |t| t.needs().what_hint),
        (CaseText::When, |t| t.needs().when_hint),
        (CaseText::Where, |t| t.needs().where_hint),
        (CaseText::Who, |t| t.needs().who_hint),
        (CaseText::How, |t| t.needs().how_hint),
    ];
    let swot: [(CaseText, Text); 4] = [
        (CaseText::Strengths, |t| t.needs().strengths_hint),
        (CaseText::Weaknesses, |t| t.needs().weaknesses_hint),
        (CaseText::Opportunities, |t| t.needs().opportunities_hint),
        (CaseText::Threats, |t| t.needs().threats_hint),
    ];
    let taken = {
        let case = shown.case_untracked();
        CaseText::SWOT.iter().any(|text| !case.text(*text).is_empty())
    };
    view! {
        <section class="section">
            <h2>{said(|t| t.needs().heard)}</h2>
            <div class="needs-two">{heard.map(|each| field(each, 4)).into_iter().collect::<Vec<_>>()}</div>
        </section>
        <section class="section">
            <h2>{said(|t| t.needs().wanted)}</h2>
            <div class="needs-two">{wanted.map(|each| field(each, 4)).into_iter().collect::<Vec<_>>()}</div>
        </section>
        <section class="section">
            <h2>{said(|t| t.needs().details)}</h2>
            <div class="needs-details">
                {details.map(|each| field(each, 2)).into_iter().collect::<Vec<_>>()}
            </div>
        </section>
        <Method shown=shown.clone()/>
        <Expectations shown=shown.clone()/>
        <Judge shown=shown.clone()/>
        <details class="disclosure" open=taken>
            <summary>{said(|t| t.needs().swot)}</summary>
            <p class="muted swot-about">{said(|t| t.needs().swot_about)}</p>
            <div class="needs-two">{swot.map(|each| field(each, 3)).into_iter().collect::<Vec<_>>()}</div>
        </details>
    }
    .into_any()
}

/// How the needs were found out.
#[component]
fn Method(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let options = move || {
        let method =
            |(at, method): (usize, NeedsMethod)| ChoiceOption::new(at.to_string(), method.name(desk.t()));
        NeedsMethod::ALL.into_iter().enumerate().map(method).collect()
    };
    let now = Memo::new(move |_| s.with_value(Shown::case).needs_method());
    let choose = move |at: String| {
        let (shown, pen) = (s.get_value(), desk.pen());
        let case = shown.case_untracked();
        let method = at.parse::<usize>().ok().and_then(|at| NeedsMethod::ALL.get(at).copied());
        let fields = vec![CaseField::NeedsMethod(method)];
        desk.save(set::<CaseKind>(&pen, shown.id.as_str(), &case, fields));
    };
    view! {
        <section class="section">
            <Choice
                label=label(|t| t.work().field_needs_method)
                options=Signal::derive(options)
                value=Signal::derive(move || now.get().map(|method| (method as usize).to_string()).unwrap_or_default())
                on_choose=choose
            />
            <p class="hint">{said(|t| t.needs().method_hint)}</p>
        </section>
    }
    .into_any()
}
