use leptos::prelude::*;

/// Settings.
#[component]
pub(crate) fn Settings() -> impl IntoView {  }
