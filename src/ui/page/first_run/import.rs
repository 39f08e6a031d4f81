use super::super::data::{ImportSteps, Importing};
use super::super::settings::MeChoice;
use crate::app::desk::{Phase, use_desk};
use crate::domain::record::RecordKey;
use crate::ui::part::{Button, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// Going on with the shop of another device, from its file.
#[component]
pub(crate) fn FirstImport(importing: Importing) -> impl IntoView {
    view! { <ImportSteps importing=importing><AfterImport importing=importing/></ImportSteps> }
}

/// What is left to do once a file is here.
#[component]
fn AfterImport(importing: Importing) -> impl IntoView {
    let desk = use_desk();
    let named = move || desk.records.with(|records| records.0.contains_key(&RecordKey::shop()));
    live(move || match named() {
        true => view! {
            <p>{said(|t| t.first_run().imported)}</p>
            <MeChoice/>
            <div class="btn-row">
                <Button
                    label=|t| t.first_run().begin
                    class="btn btn-primary"
                    on_press=move |()| {
                        Route::Today.go();
                        desk.phase.set(Phase::Ready);
                    }
                />
            </div>
        }
        .into_any(),
        false => view! {
            <p>{said(|t| t.first_run().imported_shopless)}</p>
            <div class="btn-row">
                <Button
                    label=|t| t.first_run().shop
                    class="btn btn-primary"
                    on_press=move |()| importing.reset()
                />
            </div>
        }
        .into_any(),
    })
}
