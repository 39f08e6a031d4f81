use leptos::prelude::*;

/// Today.
#[component]
pub(crate) fn Today() -> impl IntoView {  }
