use crate::app::desk::use_desk;
use crate::i18n::Texts;
use crate::journal::{Conflict, Field, Held};
use crate::ui::part::{ConflictCard, ConflictValue, live};
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
    let value = move |held: &Held<F>| {
        let words = match value(desk.t(), &held.value) {
            words if words.is_empty() => desk.t().settings().conflict_empty.to_owned(),
            words => words,
        };
        let author = held.author.as_ref().map(|author| desk.staff_name(author.as_str())).unwrap_or_default();
        ConflictValue { words, author, at: held.stamp.millis }
    };
    live(move || {
        let each = |conflict: Conflict<F>| {
            let name = field(desk.t(), &conflict.key).to_owned();
            let values = conflict.values.iter().map(value).collect();
            let keep = move |at: usize| {
                if let Some(held) = conflict.values.get(at) {
                    on_keep.run(held.value.clone());
                }
            };
            view! { <ConflictCard field=name values=values on_keep=keep/> }
        };
        conflicts.get().into_iter().map(each).collect_view()
    })
}
