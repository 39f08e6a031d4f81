use super::form::Form;
use crate::ui::part::{Choice, ChoiceOption, TextField};
use leptos::prelude::*;

/// What it is about: a thing of the customer's that is known, or a new one.
#[component]
pub(super) fn ItemPart(form: Form) -> impl IntoView {
    let desk = form.desk();
    let known = Memo::new(move |_| {
        form.customer.get().map_or_else(Vec::new, |customer| {
            desk.index.with(|index| index.assets_of(&customer).into_iter().cloned().collect::<Vec<_>>())
        })
    });
    let options = move || {
        let known = known.get().into_iter().map(|asset| ChoiceOption::new(asset.id, asset.line));
        known.chain([ChoiceOption::new("", desk.t().new_request().other_item)]).collect::<Vec<_>>()
    };
    let choice = move || {
        (!known.with(Vec::is_empty)).then(|| {
            view! {
                <Choice
                    label=Signal::derive(move || desk.t().new_request().known_items.to_owned())
                    options=Signal::derive(options)
                    value=Signal::derive(move || form.asset.get().unwrap_or_default())
                    on_choose=move |id: String| form.asset.set(Some(id).filter(|id| !id.is_empty()))
                />
            }
        })
    };
    let field = move |label: fn(&'static crate::i18n::Texts) -> &'static str, value: RwSignal<String>| {
        view! {
            <TextField
                label=Signal::derive(move || label(desk.t()).to_owned())
                value=value
                on_type=move |text: String| value.set(text)
            />
        }
    };
    let new_item = move || {
        form.asset.with(Option::is_none).then(|| {
            view! {
                <div class="form-grid item-grid">
                    {field(|t| t.names().asset_label, form.label)} {field(|t| t.names().asset_brand, form.brand)}
                    {field(|t| t.names().asset_model, form.model)} {field(|t| t.names().asset_serial, form.serial)}
                </div>
            }
        })
    };
    view! {
        <section class="card section">
            <h2>{move || desk.t().new_request().item}</h2>
            {choice}
            {new_item}
        </section>
    }
    .into_any()
}
