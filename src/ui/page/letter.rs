use leptos::prelude::*;

/// Letter.
#[component]
pub(crate) fn Letter(id: String) -> impl IntoView { let _ = id; }
