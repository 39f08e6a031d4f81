use super::Shown;
use crate::app::desk::use_desk;
use crate::app::lettering;
use crate::app::papers::MADE;
use crate::domain::document::Issued;
use crate::domain::letter::Purpose;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::Named;
use crate::journal::Held;
use crate::ui::page::paper::capital;
use crate::ui::part::{Glyph, Icon, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The papers of this case, and the ones it can have.
#[component]
pub(super) fn Papers(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let id = s.with_value(|shown| shown.id.clone());
    let letters = {
        let id = id.clone();
        move || {
            let t = desk.t();
            let letters = desk
                .index
                .with(|index| index.letters_of(id.as_str()).into_iter().cloned().collect::<Vec<_>>());
            let row = |letter: crate::search::summary::LetterSummary| {
                let words = if letter.number.is_empty() {
                    t.case().letter_draft.to_owned()
                } else if letter.revision > 1 {
                    t.case().letter_revision(&letter.number, &letter.revision)
                } else {
                    letter.number
                };
                view! {
                    <li>
                        <a class="paper-link" href=Route::Letter(letter.id).href()>
                            <Icon glyph=Glyph::Letter/>
                            <span>{t.names().record_letter}<small class="figure">{words}</small></span>
                        </a>
                    </li>
                }
            };
            letters.into_iter().map(row).collect_view()
        }
    };
    let receipt = {
        let href = Route::Receipt(id.to_string()).href();
        move || {
            let printed = !s.with_value(Shown::case).papers_of(PaperKind::IntakeReceipt).is_empty();
            let t = desk.t();
            let words = if printed { t.case().receipt_issued } else { t.case().receipt_ready };
            view! {
                <a class="paper-link" href=href.clone()>
                    <Icon glyph=Glyph::Print/>
                    <span>{t.case().receipt}<small>{words}</small></span>
                </a>
            }
        }
    };
    let begin = {
        let id = id.clone();
        move |_| {
            let letter = lettering::begin(desk, Purpose::Case(id.clone()));
            Route::Letter(letter.to_string()).go();
        }
    };
    let link = {
        let id = id.to_string();
        move |kind: PaperKind, small: String| {
            view! {
                <li>
                    <a class="paper-link" href=Route::Paper(id.clone(), kind).href()>
                        <Icon glyph=Glyph::Print/>
                        <span>
                            {move || capital(Named::name(&kind, desk.t()))}
                            <small class="figure">{small}</small>
                        </span>
                    </a>
                </li>
            }
            .into_any()
        }
    };
    let numbers = Memo::new(move |_| {
        let case = s.with_value(Shown::case);
        let of = |kind: PaperKind| {
            let number = |held: Held<&Issued>| match &held.value.number {
                number if case.is_fully_signed(held.value) => desk.t().paper_page().number_signed(number),
                number => number.clone(),
            };
            let numbers: Vec<String> = case.papers_of(kind).into_iter().map(number).collect();
            (!numbers.is_empty()).then(|| (kind, numbers.join(" ")))
        };
        MADE.into_iter().filter_map(of).collect::<Vec<_>>()
    });
    let issued = {
        let link = link.clone();
        live(move || numbers.get().into_iter().map(|(kind, numbers)| link(kind, numbers)).collect_view())
    };
    let rest = live(move || {
        let issued: Vec<PaperKind> = numbers.with(|numbers| numbers.iter().map(|(kind, _)| *kind).collect());
        let rest = MADE.into_iter().filter(|kind| !issued.contains(kind));
        rest.map(|kind| link(kind, String::new())).collect_view()
    });
    let others = view! {
        <details class="more-papers">
            <summary>{said(|t| t.case().more_papers)}</summary>
            <ul>{rest}</ul>
        </details>
    };
    view! {
        <section class="card section papers">
            <h2>{move || desk.t().case().papers}</h2>
            <ul><li>{receipt}</li>{letters}{issued}</ul>
            <button type="button" class="btn" on:click=begin>
                <Icon glyph=Glyph::Plus/>
                {move || desk.t().case().new_letter}
            </button>
            {others}
        </section>
    }
    .into_any()
}
