use super::{Glyph, Icon, TimeText, said};
use crate::app::desk::use_desk;
use leptos::prelude::*;

/// The most of a value that a button's name repeats, in characters.
const NAMED: usize = 60;

/// One of the values that stand beside each other.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct ConflictValue {
    /// The value in words.
    pub(crate) words: String,
    /// Who set it; empty when not known.
    pub(crate) author: String,
    /// When it was set, in milliseconds since 1970.
    pub(crate) at: u64,
}

/// A field that was set differently on two devices: one press keeps one value.
#[component]
pub(crate) fn ConflictCard(
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
