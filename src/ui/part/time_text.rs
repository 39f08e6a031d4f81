use crate::app::desk::use_desk;
use crate::i18n::when;
use crate::platform::clock::zone_offset_minutes;
use leptos::prelude::*;

/// A moment as people say it, with the exact one on hover.
#[component]
pub(crate) fn TimeText(
    /// Milliseconds since 1970.
    #[prop(into)]
    at: Signal<u64>,
) -> impl IntoView {
    let desk = use_desk();
    let exact = move || when::exact(desk.lang.get(), at.get(), zone_offset_minutes);
    // A memo: most moments are said the same at the next tick, and the page is left alone.
    let relative =
        Memo::new(move |_| when::relative(desk.t(), desk.now.get(), at.get(), zone_offset_minutes));
    view! { <time title=exact>{move || relative.get()}</time> }.into_any()
}
