use crate::ui::part::{Empty, label, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// An address that leads nowhere.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let home = label(|t| t.today().go_home);
    view! {
        <div class="page">
            <h1>{said(|t| t.today().not_found)}</h1>
            <Empty
                text=label(|t| t.today().not_found_about)
                action=(Route::Today.href(), home)
            />
        </div>
    }
    .into_any()
}
