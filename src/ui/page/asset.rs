mod fields;
mod past;

pub(super) use fields::AssetFields;

use crate::app::desk::use_desk;
use crate::domain::asset::{Asset as Thing, AssetKind};
use crate::ui::part::{Empty, Glyph, Icon, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;
use past::{PartsSoFar, Past};

/// A thing that is served: what it is, and what was done to it in all its cases.
#[component]
pub(crate) fn Asset(id: String) -> impl IntoView {
    let desk = use_desk();
    let now = desk.folded::<AssetKind>(id.clone());
    let known = desk.index.with_untracked(|index| index.assets.contains_key(&id));
    if !known && now.with_untracked(Option::is_none) {
        let back = label(|t| t.common().customers);
        return view! {
            <div class="page">
                <h1>{said(|t| t.asset().missing)}</h1>
                <Empty text=label(|t| t.asset().missing_about) action=(Route::Customers.href(), back)/>
            </div>
        }
        .into_any();
    }
    let line = Memo::new(move |_| now.with(|now| now.as_ref().map(Thing::line).unwrap_or_default()));
    let owner = Memo::new(move |_| now.with(|now| now.as_ref()?.owner().map(ToString::to_string)));
    let owner = live(move || {
        let id = owner.get()?;
        let name = desk.index.with(|index| index.customer_name(&id).to_owned());
        let name = if name.is_empty() { desk.t().cases().unnamed.to_owned() } else { name };
        Some(view! { <a href=Route::Customer(id).href()><Icon glyph=Glyph::Back/>{name}</a> })
    });
    let cases = {
        let id = id.clone();
        Memo::new(move |_| {
            desk.index
                .with(|index| index.cases_with(&id).iter().map(|case| case.id.clone()).collect::<Vec<_>>())
        })
    };
    let none = Memo::new(move |_| cases.with(Vec::is_empty));
    let none =
        live(move || none.get().then(|| view! { <p class="muted">{said(|t| t.asset().no_cases)}</p> }));
    let latest = cases.get_untracked().first().cloned();
    let row = move |id: String| {
        let open = latest.as_ref() == Some(&id);
        view! { <Past id=id open=open/> }
    };
    let ready = Memo::new(move |_| now.with(Option::is_some));
    let fields = live(move || ready.get().then(|| view! { <AssetFields id=id.clone()/> }));
    view! {
        <div class="page asset-page">
            <p class="back-link">{owner}</p>
            <div class="page-head"><h1>{line}</h1></div>
            {fields}
            <PartsSoFar cases=cases/>
            <section class="section">
                <h2>{said(|t| t.asset().cases)}</h2>
                {none}
                <ul class="past-list" aria-label=label(|t| t.asset().cases)>
                    <For each=move || cases.get() key=Clone::clone children=row/>
                </ul>
            </section>
        </div>
    }
    .into_any()
}
