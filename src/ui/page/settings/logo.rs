use crate::app::desk::use_desk;
use crate::domain::shop::Logo;
use crate::platform::file;
use crate::platform::picture::{PictureError, fitted};
use crate::ui::part::{Button, Text, fresh_id, live, said};
use leptos::prelude::*;

/// The sizes that are tried, the largest first: a picture of many colours needs more bytes
/// than a logo may have.
const BOUNDS: [(u32, u32); 4] = [(640, 256), (480, 192), (320, 128), (200, 80)];

/// The picture on the letterhead: choose one, look at it, remove it.
#[component]
pub(crate) fn LogoField(
    /// The picture that holds.
    #[prop(into)]
    value: Signal<Option<Logo>>,
    /// Called with the one that shall hold.
    #[prop(into)]
    on_change: Callback<Option<Logo>>,
) -> impl IntoView {
    let desk = use_desk();
    let wrong = RwSignal::new(None::<Text>);
    let choose = move |event: leptos::ev::Event| {
        let Some(chosen) = file::chosen(&event) else { return };
        leptos::task::spawn_local(async move {
            match small(&chosen).await {
                Ok(logo) => {
                    wrong.set(None);
                    on_change.run(Some(logo));
                }
                Err(text) => wrong.set(Some(text)),
            }
        });
    };
    let label = Signal::derive(move || match value.with(Option::is_some) {
        true => desk.t().settings().logo_change,
        false => desk.t().settings().logo_choose,
    });
    let picture = live(move || {
        value.get().map(|logo| {
            view! {
                <img class="logo-picture" src=logo.url().to_owned() alt=said(|t| t.settings().logo_alt)/>
            }
        })
    });
    let remove = live(move || {
        value.with(Option::is_some).then(|| {
            view! {
                <Button
                    label=|t| t.settings().logo_remove
                    class="btn btn-quiet"
                    on_press=move |()| on_change.run(None)
                />
            }
        })
    });
    let foot = live(move || match wrong.get() {
        Some(text) => view! { <p class="field-error" role="alert">{said(text)}</p> }.into_any(),
        None => view! { <p class="hint">{said(|t| t.settings().logo_hint)}</p> }.into_any(),
    });
    let id = fresh_id("logo");
    view! {
        <div class="field" role="group" aria-labelledby=id.clone()>
            <span class="label" id=id.clone()>{said(|t| t.names().shop_logo)}</span>
            {picture}
            <div class="btn-row">
                <label class="btn file-btn">
                    <input type="file" class="visually-hidden" accept="image/png,image/jpeg" on:change=choose/>
                    {label}
                </label>
                {remove}
            </div>
            {foot}
        </div>
    }
    .into_any()
}

/// The picture, made as small as a letterhead needs.
async fn small(file: &web_sys::File) -> Result<Logo, Text> {
    for (width, height) in BOUNDS {
        match fitted(file, width, height).await {
            Ok(url) => {
                if let Some(logo) = Logo::parse(&url) {
                    return Ok(logo);
                }
            }
            Err(PictureError::TooLarge) => break,
            Err(PictureError::Broken) => return Err(|t| t.common().error_logo),
        }
    }
    Err(|t| t.settings().logo_too_large)
}
