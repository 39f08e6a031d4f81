use leptos::prelude::*;

/// Customer.
#[component]
pub(crate) fn Customer(id: String) -> impl IntoView { let _ = id; }
