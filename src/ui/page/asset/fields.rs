use crate::app::command;
use crate::app::desk::use_desk;
use crate::domain::asset::{Asset, AssetField, AssetKind};
use crate::domain::text::{MAX_LINE, optional, required};
use crate::i18n::Texts;
use crate::ui::field_error::Told;
use crate::ui::page::customer::conflicts::{Conflicts, Words};
use crate::ui::part::{TextField, said};
use leptos::prelude::*;

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

/// What is known of a thing; each line is kept when it is left.
#[component]
pub(in crate::ui::page) fn AssetFields(id: String) -> impl IntoView {
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
        <section class="card section">
            <h2>{said(|t| t.asset().page_fields)}</h2>
            <Conflicts<AssetKind> id=id.get_value() now=now words=Words::ASSET/>
            <div class="form-grid">{LINES.iter().map(field).collect_view()}</div>
        </section>
    }
    .into_any()
}
