use super::{Glyph, Icon, TimeText, said};
use crate::app::desk::{Desk, use_desk};
use crate::journal::{Conflict, Field, Held};
use leptos::prelude::*;

/// The most of a value that a button's name repeats, in characters.
const NAMED: usize = 60;

/// The fields of a record that two devices gave different values, each settled by one press.
/// Follows the names of staff and the language.
pub(crate) fn conflict_cards<F: Field + Send + Sync + 'static>(
    desk: Desk,
    conflicts: Vec<Conflict<F>>,
    name: impl Fn(&F::Key) -> String,
    words: impl Fn(&F) -> String,
    keep: Callback<F>,
) -> Vec<AnyView> {
    let value = |held: &Held<F>| {
        let words = match words(&held.value) {
            words if words.is_empty() => desk.t().common().none.to_owned(),
            words => words,
        };
        let author = held.author.as_ref().map(|author| desk.staff_name(author.as_str())).unwrap_or_default();
        ConflictValue { words, author, at: held.stamp.millis }
    };
    let card = |conflict: Conflict<F>| {
        let (field, values) = (name(&conflict.key), conflict.values.iter().map(&value).collect());
        let values_there: Vec<F> = conflict.values.into_iter().map(|held| held.value).collect();
        let on_keep = move |at: usize| {
            if let Some(value) = values_there.get(at) {
                keep.run(value.clone());
            }
        };
        view! { <ConflictCard field=field values=values on_keep=on_keep/> }.into_any()
    };
    conflicts.into_iter().map(card).collect()
}

/// One of the values that stand beside each other.
#[derive(Clone, PartialEq, Debug)]
struct ConflictValue {
    /// The value in words.
    words: String,
    /// Who set it; empty when not known.
    author: String,
    /// When it was set, in milliseconds since 1970.
    at: u64,
}

/// A field that was set differently on two devices: one press keeps one value.
#[component]
fn ConflictCard(
    /// What the field is called.
    field: String,
    /// The values, the one that counts meanwhile last.
    values: Vec<ConflictValue>,
    /// Called with the place of the value that shall hold.
    #[prop(into)]
    on_keep: Callback<usize>,
) -> impl IntoView {
    let desk = use_desk();
    let last = values.len().saturating_sub(1);
    let row = |(at, value): (usize, ConflictValue)| {
        let short: String = value.words.chars().take(NAMED).collect();
        let author = (!value.author.is_empty()).then_some(value.author);
        view! {
            <li>
                <div>
                    <p class="conflict-value">{value.words}</p>
                    <p class="small muted">
                        {author.map(|author| view! { {author} " · " })}
                        <TimeText at=value.at/>
                        {(at == last).then(|| view! { " · " {said(|t| t.conflict().meanwhile)} })}
                    </p>
                </div>
                <button
                    type="button"
                    class="btn"
                    aria-label=move || desk.t().conflict().keep_value(&short)
                    on:click=move |_| {
                        on_keep.run(at);
                        desk.say(desk.t().conflict().settled, None);
                    }
                >
                    {said(|t| t.conflict().keep)}
                </button>
            </li>
        }
    };
    view! {
        <section class="banner conflict">
            <Icon glyph=Glyph::Merge/>
            <h2>{move || desk.t().conflict().title(&field)}</h2>
            <p class="small">{said(|t| t.conflict().about)}</p>
            <ul>{values.into_iter().enumerate().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}
