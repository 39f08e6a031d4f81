use leptos::prelude::*;

/// Cases.
#[component]
pub(crate) fn Cases() -> impl IntoView {  }
