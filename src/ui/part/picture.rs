use super::{Glyph, Icon, live, said};
use crate::app::desk::use_desk;
use crate::app::photos::{bytes_of, thumb_of};
use crate::domain::photo::FileHash;
use crate::platform::photo::{forget_url, url_of};
use leptos::prelude::*;

/// How far a picture has come.
#[derive(Clone, PartialEq)]
enum Stand {
    Asked,
    There(String),
    Elsewhere,
}

/// A photo, small or whole; a calm word in its place while its bytes are on another device.
#[component]
pub(crate) fn Picture(
    /// Names its bytes.
    hash: FileHash,
    /// What is to be seen.
    #[prop(into)]
    alt: Signal<String>,
    /// Whether the small one does.
    #[prop(default = true)]
    small: bool,
) -> impl IntoView {
    let desk = use_desk();
    let stand = RwSignal::new(Stand::Asked);
    leptos::task::spawn_local(async move {
        let bytes = if small { thumb_of(desk, &hash).await } else { bytes_of(desk, &hash).await };
        match bytes.and_then(|bytes| url_of(&bytes)) {
            // The page may be gone meanwhile.
            Some(url) if stand.try_get_untracked().is_none() => forget_url(&url),
            Some(url) => drop(stand.try_set(Stand::There(url))),
            None => drop(stand.try_set(Stand::Elsewhere)),
        }
    });
    on_cleanup(move || {
        if let Some(Stand::There(url)) = stand.try_get_untracked() {
            forget_url(&url);
        }
    });
    live(move || match stand.get() {
        Stand::Asked => view! { <span class="photo-wait" aria-hidden="true"></span> }.into_any(),
        Stand::There(url) => view! { <img class="photo-picture" src=url alt=alt/> }.into_any(),
        Stand::Elsewhere => view! {
            <span class="photo-elsewhere small">
                <Icon glyph=Glyph::Photo/>
                {said(|t| t.photos().elsewhere)}
            </span>
        }
        .into_any(),
    })
}
