use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Where to type what a list shall hold. Nothing is searched while an input method composes;
/// the arrow down goes into the list.
#[component]
pub(crate) fn SearchField(
    /// Its name in the document.
    id: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is searched.
    #[prop(into)]
    about: Signal<String>,
    /// What is typed.
    #[prop(into)]
    typed: Signal<String>,
    /// Called at each change.
    #[prop(into)]
    on_type: Callback<String>,
) -> impl IntoView {
    let composing = StoredValue::new(false);
    let take = move |event: &Event| {
        if !composing.get_value() {
            on_type.run(event_target_value(event));
        }
    };
    let into_list = move |event: KeyboardEvent| {
        if event.key() != "ArrowDown" || event.is_composing() {
            return;
        }
        let first = document().query_selector(".window-list a").ok().flatten();
        if let Some(first) = first.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok()) {
            event.prevent_default();
            let _ = first.focus();
        }
    };
    view! {
        <div role="search" class="field">
            <label class="label" for=id>{move || label.get()}</label>
            <input
                id=id
                class="input"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=move || about.get()
                prop:value=move || typed.get()
                on:input=move |event| take(&event)
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |event| {
                    composing.set_value(false);
                    take(&event);
                }
                on:keydown=into_list
            />
        </div>
    }
    .into_any()
}
