use crate::app::desk::use_desk;
use crate::ui::part::Empty;
use crate::ui::route::Route;
use leptos::prelude::*;

/// An address that leads nowhere.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let desk = use_desk();
    let home = Signal::derive(move || desk.t().today.go_home.to_owned());
    view! {
        <div class="page">
            <h1>{move || desk.t().today.not_found}</h1>
            <Empty
                text=Signal::derive(move || desk.t().today.not_found_about.to_owned())
                action=(Route::Today.href(), home)
            />
        </div>
    }
    .into_any()
}
