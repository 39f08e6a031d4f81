use super::drafting::Drafting;
use crate::app::story::{letter_field_name, letter_words};
use crate::domain::letter::LetterField;
use crate::ui::part::{conflict_cards, live};
use leptos::prelude::*;

/// What two devices say differently of the draft, each settled with one press.
#[component]
pub(super) fn Conflicts(drafting: Drafting) -> impl IntoView {
    let desk = drafting.desk;
    let keep = Callback::new(move |field: LetterField| drafting.set(field));
    let cards = live(move || {
        let (t, lang) = (desk.t(), desk.lang.get());
        let conflicts = drafting.read(|letter| letter.fields.conflicts());
        conflict_cards(
            desk,
            conflicts,
            |key| letter_field_name(lang, key),
            |field| letter_words(t, field),
            keep,
        )
    });
    view! { <div class="letter-conflicts">{cards}</div> }.into_any()
}
