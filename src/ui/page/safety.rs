use leptos::prelude::*;

/// Safety.
#[component]
pub(crate) fn Safety() -> impl IntoView {  }
