//! The thing that is served: as it came in, and what was replaced.

mod choosing;
mod parts;

pub(in crate::ui::page) use parts::Parts;

use super::kept_text::KeptText;
use crate::domain::case::CaseText;
use crate::ui::page::asset::AssetFields;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, live, said};
use crate::ui::route::{Part, Route};
use choosing::ChooseAsset;
use leptos::prelude::*;

/// The thing of a case.
#[component]
pub(super) fn Thing(shown: Shown) -> impl IntoView {
    let asset = {
        let shown = shown.clone();
        Memo::new(move |_| shown.read(|case| case.asset().map(ToString::to_string)))
    };
    let photos = Route::CasePart(shown.id.to_string(), Part::Photos).href();
    let which = {
        let shown = shown.clone();
        live(move || match asset.get() {
            Some(id) => view! {
                <p class="asset-way">
                    <a class="paper-link" href=Route::Asset(id.clone()).href()>
                        <Icon glyph=Glyph::Forward/>
                        {said(|t| t.asset().whole)}
                    </a>
                </p>
                <AssetFields id=id/>
            }
            .into_any(),
            None => view! { <ChooseAsset shown=shown.clone()/> }.into_any(),
        })
    };
    view! {
        {which}
        <section class="card section">
            <Arrival shown=shown.clone()/>
            <p><a href=photos>{said(|t| t.asset().photos)}</a></p>
        </section>
        <Parts shown=shown/>
    }
    .into_any()
}

/// The thing as it came in with this case.
#[component]
pub(in crate::ui::page) fn Arrival(shown: Shown) -> impl IntoView {
    view! {
        <div class="form-grid arrival">
            <KeptText
                shown=shown.clone()
                text=CaseText::Accessories
                hint=|t| t.asset().accessories_hint
                rows=2
            />
            <KeptText shown=shown text=CaseText::Condition hint=|t| t.asset().condition_hint rows=2/>
        </div>
    }
    .into_any()
}
