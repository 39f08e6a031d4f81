use leptos::prelude::*;

/// A section of the first page: its name, how much there is, and what.
pub(super) fn section(name: Signal<String>, count: Option<usize>, body: AnyView) -> AnyView {
    let count = count.map(|count| view! { " " <span class="pile-count figure">{count}</span> });
    view! {
        <section class="section">
            <h2>{name} {count}</h2>
            {body}
        </section>
    }
    .into_any()
}
