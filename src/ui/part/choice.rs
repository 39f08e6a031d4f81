use super::fresh_id;
use leptos::prelude::*;

/// One of several things to choose.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct ChoiceOption {
    /// What is chosen.
    pub(crate) value: String,
    /// What is read.
    pub(crate) label: String,
}

impl ChoiceOption {
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// A few choices side by side, of which one holds: arrows move, as in every radio group.
#[component]
pub(crate) fn Choice(
    /// What is chosen, above the choices.
    #[prop(into)]
    label: Signal<String>,
    /// The choices.
    #[prop(into)]
    options: Signal<Vec<ChoiceOption>>,
    /// The one that holds.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the one that shall hold.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Whether the label is only for those who do not see.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let group = fresh_id("choice");
    let each = move |option: ChoiceOption| {
        let (here, chosen) = (option.value.clone(), option.value.clone());
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=group.clone()
                    prop:checked=move || value.with(|value| *value == here)
                    on:change=move |_| on_choose.run(chosen.clone())
                />
                <span>{option.label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field choices">
            <legend class=if quiet { "visually-hidden" } else { "label" }>{move || label.get()}</legend>
            <div class="choice-row">{move || options.get().into_iter().map(&each).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
