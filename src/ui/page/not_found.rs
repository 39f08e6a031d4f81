use leptos::prelude::*;

/// NotFound.
#[component]
pub(crate) fn NotFound() -> impl IntoView {  }
