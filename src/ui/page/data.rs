use leptos::prelude::*;

/// Data.
#[component]
pub(crate) fn Data() -> impl IntoView {  }
