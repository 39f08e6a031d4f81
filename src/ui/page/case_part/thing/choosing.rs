use crate::app::command::{add_asset, choose_asset};
use crate::app::desk::use_desk;
use crate::domain::id::AssetId;
use crate::domain::text::TextError;
use crate::platform::random;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{TextField, label, live, said};
use leptos::prelude::*;

/// Asks which thing a case is about: one that the customer has, or a new one.
#[component]
pub(super) fn ChooseAsset(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let what = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<TextError>);
    let known = live(move || {
        let customer = s.with_value(|shown| shown.read(|case| case.customer().map(ToString::to_string)))?;
        let assets = desk.index.with(|index| {
            let assets = index.assets_of(&customer).into_iter();
            assets.map(|asset| (asset.id.clone(), asset.line.clone())).collect::<Vec<_>>()
        });
        if assets.is_empty() {
            return None;
        }
        let row = |(id, line): (String, String)| {
            let choose = move |_| {
                if let Some(asset) = AssetId::parse(&id) {
                    let shown = s.get_value();
                    desk.save(choose_asset(&desk.pen(), &shown.id, &shown.case_untracked(), asset));
                }
            };
            view! { <button type="button" class="btn" on:click=choose>{line}</button> }
        };
        let rows: Vec<_> = assets.into_iter().map(row).collect();
        Some(view! {
            <p class="label">{said(|t| t.asset().known)}</p>
            <div class="btn-row">{rows}</div>
        })
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (shown, id) = (s.get_value(), AssetId::from_random(random::bits()));
        match add_asset(&desk.pen(), &shown.id, &shown.case_untracked(), id, &what.get_untracked()) {
            Ok(records) => desk.save(records),
            Err(error) => wrong.set(Some(error)),
        }
    };
    view! {
        <section class="card section">
            <h2>{said(|t| t.asset().none_title)}</h2>
            <p class="muted">{said(|t| t.asset().none_about)}</p>
            {known}
            <form on:submit=submit novalidate>
                <TextField
                    label=label(|t| t.asset().new_label)
                    value=what
                    on_type=move |typed: String| {
                        what.set(typed);
                        wrong.set(None);
                    }
                    error=told(desk, wrong, |_| true)
                />
                <div class="btn-row">
                    <button type="submit" class="btn btn-primary">{said(|t| t.asset().add)}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}
