//! A commitment letter: a draft with its preview, or what was issued.

mod blank;
mod clause;
mod conflicts;
mod draft;
mod drafting;
mod editor;
mod issue;
mod issued;
mod own;
mod tabs;
mod twins;

use crate::app::desk::use_desk;
use crate::domain::id::LetterId;
use crate::domain::letter::LetterKind;
use crate::ui::part::{Glyph, Icon};
use crate::ui::route::Route;
use draft::DraftView;
use drafting::Drafting;
use issued::IssuedView;
use leptos::prelude::*;
use std::time::Duration;

/// How long a letter may take to be read before the page says that it is not there.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What there is of the letter.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Unread,
    Draft,
    Issued,
}

/// Letter.
#[component]
pub(crate) fn Letter(id: String) -> impl IntoView {
    let desk = use_desk();
    let Some(letter_id) = LetterId::parse(&id) else {
        return view! { <super::NotFound/> }.into_any();
    };
    let letter = desk.folded::<LetterKind>(id);
    let issuing = RwSignal::new(false);
    let stage = Memo::new(move |_| {
        letter.with(|letter| match letter {
            None => Stage::Unread,
            Some(letter) if letter.is_discarded() => Stage::Unread,
            // Shown as issued only once it is kept.
            Some(letter) if letter.issued().is_some() && !issuing.get() => Stage::Issued,
            Some(_) => Stage::Draft,
        })
    });
    let shown = move || match stage.get() {
        Stage::Unread => view! { <Unread/> }.into_any(),
        Stage::Draft => {
            let drafting = Drafting::new(desk, letter_id.clone(), letter, issuing);
            view! { <DraftView drafting=drafting/> }.into_any()
        }
        Stage::Issued => view! { <IssuedView id=letter_id.clone() letter=letter/> }.into_any(),
    };
    shown.into_any()
}

/// What is shown until the letter is read, or instead of one that is not there.
#[component]
fn Unread() -> impl IntoView {
    let desk = use_desk();
    let late = RwSignal::new(false);
    set_timeout(move || late.set(true), PATIENCE);
    let words = move || if late.get() { desk.t().letter().missing } else { desk.t().letter().loading };
    view! {
        <div class="page">
            <p role="status" class="muted">{words}</p>
            <p><LettersLink/></p>
        </div>
    }
    .into_any()
}

/// The way back to all letters.
#[component]
fn LettersLink() -> impl IntoView {
    let desk = use_desk();
    view! {
        <a class="btn btn-quiet" href=Route::Letters.href()>
            <Icon glyph=Glyph::Back/>
            {move || desk.t().letter().to_letters}
        </a>
    }
}
