use super::text_field::FieldFoot;
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
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = fresh_id("select");
    let error_id = format!("{id}-error");
    let described = {
        let error_id = error_id.clone();
        move || error.with(Option::is_some).then(|| error_id.clone())
    };
    let items = move || {
        let chosen = value.get();
        let item = |option: ChoiceOption| {
            let selected = option.value == chosen;
            view! { <option value=option.value selected=selected>{option.label}</option> }
        };
        options.get().into_iter().map(item).collect_view()
    };
    view! {
        <div class="field" class:has-error=move || error.with(Option::is_some)>
            <label class="label" for=id.clone()>{move || label.get()}</label>
            <select
                id=id
                class="input"
                prop:value=move || value.get()
                aria-invalid=move || error.with(Option::is_some).to_string()
                aria-describedby=described
                on:change=move |event| on_choose.run(event_target_value(&event))
            >
                {items}
            </select>
            <FieldFoot error=error error_id=error_id/>
        </div>
    }
    .into_any()
}
