use leptos::prelude::*;

/// What stands where nothing is yet: a sentence, and perhaps what to do about it.
#[component]
pub(crate) fn Empty(
    /// The sentence.
    #[prop(into)]
    text: Signal<String>,
    /// Where the one action leads, and what it is called.
    #[prop(optional)]
    action: Option<(String, Signal<String>)>,
) -> impl IntoView {
    let link = action.map(|(href, label)| view! { <a class="btn" href=href>{move || label.get()}</a> });
    view! { <div class="empty"><p>{move || text.get()}</p>{link}</div> }.into_any()
}
