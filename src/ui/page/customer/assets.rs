use super::conflicts::{Conflicts, Words};
use crate::app::command;
use crate::app::desk::use_desk;
use crate::domain::asset::{Asset, AssetField, AssetKind};
use crate::domain::text::{MAX_LINE, optional, required};
use crate::i18n::Texts;
use crate::ui::field_error::Told;
use crate::ui::part::{Glyph, Icon, TextField, said};
use leptos::prelude::*;

/// The things that are served for a customer; each unfolds to its fields.
#[component]
pub(super) fn Assets(owner: String) -> impl IntoView {
    let desk = use_desk();
    let ids = Memo::new(move |_| {
        desk.index
            .with(|index| index.assets_of(&owner).iter().map(|asset| asset.id.clone()).collect::<Vec<_>>())
    });
    let none = Memo::new(move |_| ids.with(Vec::is_empty));
    view! {
        <section class="section">
            <h2>{said(|t| t.customers().assets)}</h2>
            {move || none.get().then(|| view! { <p class="muted">{said(|t| t.customers().no_assets)}</p> })}
            <ul class="asset-list" aria-label=said(|t| t.customers().assets)>
                <For each=move || ids.get() key=Clone::clone let:id>
                    <li><AssetPart id=id/></li>
                </For>
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn AssetPart(id: String) -> impl IntoView {
    let desk = use_desk();
    let summary = {
        let id = id.clone();
        Memo::new(move |_| {
            desk.index.with(|index| index.assets.get(&id).map(|asset| (asset.line.clone(), asset.conflicts)))
        })
    };
    let conflicts =
        Memo::new(move |_| summary.with(|summary| summary.as_ref().map_or(0, |(_, count)| *count)));
    let unfolded = RwSignal::new(conflicts.get_untracked() > 0);
    let toggled = move |event: leptos::ev::Event| {
        let details: web_sys::HtmlDetailsElement = event_target(&event);
        unfolded.set(details.open());
    };
    let mark = move || {
        (conflicts.get() > 0).then(|| {
            view! { <span class="tag tag-warn"><Icon glyph=Glyph::Merge/>{said(|t| t.cases().to_settle)}</span> }
        })
    };
    let fields = move || unfolded.get().then(|| view! { <AssetFields id=id.clone()/> });
    view! {
        <details class="asset" prop:open=unfolded.get_untracked() on:toggle=toggled>
            <summary>
                <span>{move || summary.with(|summary| summary.as_ref().map(|(line, _)| line.clone()))}</span>
                {mark}
            </summary>
            {fields}
        </details>
    }
    .into_any()
}

/// One line of what is known of an asset.
struct Line {
    label: fn(&'static Texts) -> &'static str,
    read: fn(&Asset) -> Option<&String>,
    make: fn(String) -> AssetField,
    required: bool,
}

const LINES: [Line; 4] = [
    Line { label: |t| t.names().asset_label, read: Asset::label, make: AssetField::Label, required: true },
    Line { label: |t| t.names().asset_brand, read: Asset::brand, make: AssetField::Brand, required: false },
    Line { label: |t| t.names().asset_model, read: Asset::model, make: AssetField::Model, required: false },
    Line {
        label: |t| t.names().asset_serial,
        read: Asset::serial,
        make: AssetField::Serial,
        required: false,
    },
];

#[component]
fn AssetFields(id: String) -> impl IntoView {
    let desk = use_desk();
    let now = desk.folded::<AssetKind>(id.clone());
    let id = StoredValue::new(id);
    let field = move |line: &'static Line| {
        let refused = RwSignal::new(None::<String>);
        let parse = move |text: &str| {
            let text = if line.required { required(text, MAX_LINE) } else { optional(text, MAX_LINE) };
            text.map(line.make)
        };
        let commit = move |text: String| match (parse(&text), now.get_untracked()) {
            (Ok(field), Some(now)) => {
                desk.save(command::set::<AssetKind>(&desk.pen(), id.get_value(), &now, vec![field]));
            }
            _ => refused.set(Some(text)),
        };
        view! {
            <TextField
                label=Signal::derive(move || (line.label)(desk.t()).to_owned())
                value=Signal::derive(move || {
                    now.with(|now| now.as_ref().and_then(line.read).cloned()).unwrap_or_default()
                })
                on_commit=commit
                on_type=move |_| refused.set(None)
                error=Signal::derive(move || {
                    refused.get().and_then(|text| parse(&text).err()).map(|error| error.tell(desk.t()))
                })
            />
        }
    };
    view! {
        <div class="section">
            <Conflicts<AssetKind> id=id.get_value() now=now words=Words::ASSET/>
            <div class="form-grid">{LINES.iter().map(field).collect_view()}</div>
        </div>
    }
    .into_any()
}
