use crate::app::desk::use_desk;
use crate::i18n::Texts;
use crate::journal::{Conflict, Field};
use crate::ui::part::{conflict_cards, live};
use leptos::prelude::*;

/// The fields that two devices gave different values, each settled by one click.
#[component]
pub(super) fn Conflicts<F: Field + Send + Sync + 'static>(
    /// The fields.
    #[prop(into)]
    conflicts: Signal<Vec<Conflict<F>>>,
    /// What a field is called.
    field: fn(&'static Texts, &F::Key) -> &'static str,
    /// What a value says.
    value: fn(&'static Texts, &F) -> String,
    /// Called with the value that shall hold.
    #[prop(into)]
    on_keep: Callback<F>,
) -> impl IntoView
where
    F::Key: Send + Sync,
{
    let desk = use_desk();
    live(move || {
        let t = desk.t();
        conflict_cards(desk, conflicts.get(), |key| field(t, key).to_owned(), |held| value(t, held), on_keep)
    })
}
