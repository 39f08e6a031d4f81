use super::super::settings::{HoursDisclosure, LogoField};
use super::Form;
use crate::ui::part::said;
use leptos::prelude::*;

/// The shop's logo, and when it is open.
#[component]
pub(crate) fn LogoAndHours(form: Form) -> impl IntoView {
    view! {
        <div class="first-run-more">
            <LogoField value=form.logo on_change=move |logo| form.logo.set(logo)/>
            <h3>{said(|t| t.settings().hours)}</h3>
            <HoursDisclosure value=form.hours on_change=move |hours| form.hours.set(hours)/>
        </div>
    }
    .into_any()
}
