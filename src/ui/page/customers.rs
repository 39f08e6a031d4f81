use leptos::prelude::*;

/// Customers.
#[component]
pub(crate) fn Customers() -> impl IntoView {  }
