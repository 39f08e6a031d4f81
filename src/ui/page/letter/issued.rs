use super::LettersLink;
use super::drafting::logo;
use super::twins::Twins;
use crate::app::desk::{Desk, Kept, use_desk};
use crate::app::lettering::{newest_of, revise, revision_draft, today};
use crate::domain::date::Date;
use crate::domain::document::{Document, Issued};
use crate::domain::id::LetterId;
use crate::domain::letter::{Letter, Purpose};
use crate::domain::record::{RecordKey, RecordKind};
use crate::i18n::when::date_in_words;
use crate::paper::Proof;
use crate::platform;
use crate::ui::page::letters::{case_link, customer_link};
use crate::ui::part::{Glyph, Icon};
use crate::ui::print::Sheets;
use crate::ui::route::Route;
use leptos::prelude::*;

/// The id of the button that prints, or of what stands in its place: the cursor goes there
/// after a letter was issued.
pub(super) const PRINT: &str = "letter-print";

/// A letter that was issued: it is shown, printed and revised, and never changed.
#[component]
pub(super) fn IssuedView(id: LetterId, letter: Memo<Option<Letter>>) -> impl IntoView {
    let desk = use_desk();
    let Some(issued) =
        letter.with_untracked(|letter| letter.as_ref()?.issued().map(|held| held.value.clone()))
    else {
        return ().into_any();
    };
    let Issued { number, document, .. } = issued.clone();
    name_the_page(desk, &document, &number);
    let key = RecordKey::new(RecordKind::Letter, id.as_str());
    let kept = Memo::new(move |_| desk.kept(&key));
    let title = document.title().to_owned();
    let document = Memo::new(move |_| document.clone());
    let proof = Proof::of(&issued);
    let print = move || {
        match kept.get() {
        Kept::Whole => view! {
            <button type="button" id=PRINT class="btn btn-primary" on:click=|_| platform::print::print()>
                <Icon glyph=Glyph::Print/>
                {move || desk.t().common().print}
            </button>
        }
        .into_any(),
        Kept::Writing => ().into_any(),
        Kept::Not => view! {
            <p id=PRINT class="banner banner-strong" role="alert" tabindex="-1">{desk.t().letter().not_kept}</p>
        }
        .into_any(),
    }
    };
    view! {
        <div class="page letter-page">
            <div class="page-head no-print">
                <LettersLink/>
                <h1 lang=issued.document.lang.tag()>{title}</h1>
                {print}
            </div>
            <Twins id=id.to_string()/>
            <Newer id=id.clone() number=number.clone() revision=issued.revision/>
            <div class="letter-issued">
                <div class="letter-paper">
                    <Sheets document=document proof=Signal::stored(Some(proof)) logo=logo(desk, document)/>
                </div>
                <aside class="letter-facts no-print">
                    <Facts letter=letter issued=issued/>
                    <Revise id=id letter=letter/>
                </aside>
            </div>
        </div>
    }
    .into_any()
}

/// Names the page after the letter, so that its PDF has a name; the app's name comes back
/// when the page is left.
fn name_the_page(desk: Desk, document: &Document, number: &str) {
    platform::dom::set_title(&[document.title(), " ", number].concat());
    on_cleanup(move || platform::dom::set_title(crate::i18n::texts(desk.lang.get_untracked()).names().app));
}

/// Says so when a later revision took the letter's place.
#[component]
fn Newer(id: LetterId, number: String, revision: u32) -> impl IntoView {
    let desk = use_desk();
    move || {
        let newest = desk.index.with(|index| newest_of(index, &number).cloned())?;
        (newest.revision > revision && newest.id != id.as_str()).then(|| {
            let t = &desk.t().letter();
            let later =
                Date::parse(&newest.from).filter(|from| today(desk).is_some_and(|today| *from > today));
            let words = match later {
                Some(from) => t.newer_later(&newest.revision, &date_in_words(desk.lang.get(), from)),
                None => t.newer(&newest.revision),
            };
            view! {
                <div class="banner no-print" role="status">
                    <p>{words}</p>
                    <a class="btn" href=Route::Letter(newest.id).href()>{t.open_newer(&newest.revision)}</a>
                </div>
            }
        })
    }
}

/// What is known of the letter besides its text.
#[component]
fn Facts(letter: Memo<Option<Letter>>, issued: Issued) -> impl IntoView {
    let desk = use_desk();
    let genuine = issued.is_genuine();
    move || {
        let t = &desk.t().letter();
        let lang = desk.lang.get();
        let (purpose, author, from, until) = letter.with(|letter| {
            let letter = letter.as_ref();
            let purpose = letter.and_then(Letter::purpose).cloned();
            let author = letter.and_then(|letter| letter.issued()?.author);
            let from = letter.and_then(|letter| letter.from().copied().flatten()).unwrap_or(issued.date);
            (purpose, author, from, letter.and_then(|letter| letter.until().copied().flatten()))
        });
        let from = date_in_words(lang, from);
        let validity = match until {
            Some(until) => t.validity_until(&from, &date_in_words(lang, until)),
            None => t.validity_from(&from),
        };
        let author = author.map(|author| desk.staff_name(author.as_str())).filter(|name| !name.is_empty());
        let author = author.map(|name| view! { <dt>{t.issued_by}</dt><dd>{name}</dd> });
        let whom = match purpose {
            Some(Purpose::Case(case)) => {
                view! { <dt>{t.case_label}</dt><dd>{case_link(desk, case.as_str())}</dd> }.into_any()
            }
            Some(Purpose::Customer(customer)) => {
                view! { <dt>{t.for_whom}</dt><dd>{customer_link(desk, customer.as_str())}</dd> }.into_any()
            }
            Some(Purpose::Standing) | None => {
                view! { <dt>{t.for_whom}</dt><dd>{t.all_customers}</dd> }.into_any()
            }
        };
        let check = if genuine {
            view! { <p class="small genuine"><Icon glyph=Glyph::Check/>{t.genuine}</p> }.into_any()
        } else {
            view! { <p class="banner banner-strong" role="alert">{t.not_genuine}</p> }.into_any()
        };
        view! {
            <dl class="facts">
                <dt>{t.number}</dt><dd class="figure">{issued.number.clone()}</dd>
                <dt>{t.revision_label}</dt><dd>{issued.revision}</dd>
                <dt>{t.issue_date}</dt><dd>{date_in_words(lang, issued.date)}</dd>
                {author}
                {whom}
                <dt>{t.validity}</dt><dd>{validity}</dd>
                <dt>{t.check}</dt><dd class="figure">{issued.hash.grouped()}</dd>
            </dl>
            {check}
            <p class="hint">{t.frozen}</p>
        }
    }
}

/// Begins a revision, or goes on with the one that was begun.
#[component]
fn Revise(id: LetterId, letter: Memo<Option<Letter>>) -> impl IntoView {
    let desk = use_desk();
    let begun = {
        let id = id.clone();
        Memo::new(move |_| {
            desk.index.with(|index| revision_draft(index, id.as_str()).map(|draft| draft.id.clone()))
        })
    };
    let begin = move |_| {
        if let Some(letter) = letter.get_untracked() {
            Route::Letter(revise(desk, &id, &letter).to_string()).go();
        }
    };
    let begin = Callback::new(begin);
    move || match begun.get() {
        Some(draft) => {
            view! { <a class="btn" href=Route::Letter(draft).href()>{desk.t().letter().go_on_revision}</a> }
                .into_any()
        }
        None => view! {
            <button type="button" class="btn" on:click=move |_| begin.run(())>
                {desk.t().letter().make_revision}
            </button>
        }
        .into_any(),
    }
}
