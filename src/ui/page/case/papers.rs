use super::Shown;
use crate::app::desk::{Desk, use_desk};
use crate::app::lettering;
use crate::app::overview::{GivenPaper, Papers};
use crate::domain::id::CaseId;
use crate::domain::letter::Purpose;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::Named;
use crate::search::summary::LetterSummary;
use crate::ui::page::paper::capital;
use crate::ui::part::{Button, Glyph, Icon, Text, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// How a row looks.
const ROW: &str = "paper-link";

/// The papers that were given out, with their numbers, and those that can be now.
#[component]
pub(super) fn PaperRows(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let id = StoredValue::new(shown.id.clone());
    let letters = Memo::new(move |_| {
        id.with_value(|id| {
            desk.index.with(|index| index.letters_of(id.as_str()).into_iter().cloned().collect::<Vec<_>>())
        })
    });
    let papers = Memo::new(move |_| papers(desk, &shown));
    let written = live(move || {
        let none = letters.with(Vec::is_empty);
        let rows = letters.get().into_iter().map(|letter| letter_row(desk, letter)).collect_view();
        // The promise in writing is at hand until there is one.
        let first =
            none.then(|| view! { <li>{begin_letter(id.get_value(), |t| t.case().new_letter, ROW)}</li> });
        view! { {rows} {first} }
    });
    let listed = live(move || {
        let Papers { given, asked, .. } = papers.get();
        let number = |paper: GivenPaper| match paper {
            GivenPaper { number, signed: true } => desk.t().paper_page().number_signed(&number),
            GivenPaper { number, signed: false } => number,
        };
        let given = given
            .into_iter()
            .map(|(kind, papers)| (kind, papers.into_iter().map(number).collect::<Vec<_>>().join(" ")));
        let now = desk.t().overview().ready;
        let asked = asked.into_iter().map(|kind| (kind, now.to_owned()));
        given.chain(asked).map(|(kind, small)| paper_row(&id.get_value(), kind, small)).collect_view()
    });
    view! {
        <h3>{said(|t| t.case().papers)}</h3>
        <ul>{listed} {written}</ul>
    }
    .into_any()
}

/// The papers that nothing asks for yet.
#[component]
pub(super) fn RestOfPapers(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let id = StoredValue::new(shown.id.clone());
    let rest = Memo::new(move |_| papers(desk, &shown).rest);
    let again = Memo::new(move |_| {
        id.with_value(|id| desk.index.with(|index| !index.letters_of(id.as_str()).is_empty()))
    });
    let rows = live(move || {
        let row = |kind| paper_row(&id.get_value(), kind, String::new());
        rest.get().into_iter().map(row).collect_view()
    });
    let letter = live(move || {
        again
            .get()
            .then(|| view! { <li>{begin_letter(id.get_value(), |t| t.overview().letter_again, ROW)}</li> })
    });
    view! { <ul>{rows} {letter}</ul> }.into_any()
}

fn papers(desk: Desk, shown: &Shown) -> Papers {
    let (due, visits) = (shown.due(desk), shown.visits(desk));
    shown.read(|case| Papers::of(case, &due, visits))
}

fn paper_row(case: &CaseId, kind: PaperKind, small: String) -> AnyView {
    let desk = use_desk();
    let href = match kind {
        PaperKind::IntakeReceipt => Route::Receipt(case.to_string()),
        kind => Route::Paper(case.to_string(), kind),
    };
    let small = (!small.is_empty()).then(|| view! { <small class="figure">{small}</small> });
    view! {
        <li>
            <a class="paper-link" href=href.href()>
                <Icon glyph=Glyph::Print/>
                <span>{move || capital(Named::name(&kind, desk.t()))} {small}</span>
            </a>
        </li>
    }
    .into_any()
}

fn letter_row(desk: Desk, letter: LetterSummary) -> AnyView {
    let t = desk.t();
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
                <span>{t.names().record_letter} <small class="figure">{words}</small></span>
            </a>
        </li>
    }
    .into_any()
}

/// Begins a letter for the case, and goes there.
pub(super) fn begin_letter(case: CaseId, name: Text, class: &'static str) -> AnyView {
    let desk = use_desk();
    let begin = move |()| {
        let letter = lettering::begin(desk, Purpose::Case(case.clone()));
        Route::Letter(letter.to_string()).go();
    };
    view! { <Button label=name glyph=Glyph::Letter class=class on_press=begin/> }.into_any()
}
