use super::{ChoiceOption, fresh_id};
use leptos::prelude::*;

/// A list to choose one from.
#[component]
pub(crate) fn Select(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// What there is.
    #[prop(into)]
    options: Signal<Vec<ChoiceOption>>,
    /// The one that holds.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the one that shall hold.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let id = fresh_id("select");
    let items = move || {
        let chosen = value.get();
        let item = |option: ChoiceOption| {
            let selected = option.value == chosen;
            view! { <option value=option.value selected=selected>{option.label}</option> }
        };
        options.get().into_iter().map(item).collect_view()
    };
    view! {
        <div class="field">
            <label class="label" for=id.clone()>{move || label.get()}</label>
            <select
                id=id
                class="input"
                prop:value=move || value.get()
                on:change=move |event| on_choose.run(event_target_value(&event))
            >
                {items}
            </select>
        </div>
    }
    .into_any()
}
