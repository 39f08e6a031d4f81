use leptos::prelude::*;

/// FirstRun.
#[component]
pub(crate) fn FirstRun() -> impl IntoView {  }
