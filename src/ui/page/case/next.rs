use super::Shown;
use crate::app::desk::{Desk, use_desk};
use crate::app::overview::Next;
use crate::ui::part::{Glyph, Icon};
use crate::ui::route::Route;
use leptos::prelude::*;

/// What is next in a case, in words. Follows changes.
pub(super) fn next_words(desk: Desk, shown: &Shown) -> Option<String> {
    shown.with_progress(desk, |progress| Next::of(progress).words(desk.t()))
}

/// What is next in the case, on another page of it: a quiet line that leads back to the task.
#[component]
pub(in crate::ui::page) fn NextLine(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let href = Route::Case(shown.id.to_string()).href();
    let words = Memo::new(move |_| next_words(desk, &shown));
    view! {
        <p class="next-line no-print">
            <a href=href><Icon glyph=Glyph::Forward/><span>{words}</span></a>
        </p>
    }
    .into_any()
}
