use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::app::story::{asset_field_name, asset_words, customer_field_name, customer_words};
use crate::domain::asset::{AssetField, AssetKey, AssetKind};
use crate::domain::customer::{CustomerField, CustomerKey, CustomerKind};
use crate::domain::id::CustomerId;
use crate::domain::record::Known;
use crate::journal::{Field, Folded};
use crate::ui::part::{conflict_cards, live};
use leptos::prelude::*;

/// How a record's fields are said.
pub(in crate::ui::page) struct Words<K: Known> {
    field: fn(Desk, &<K::Field as Field>::Key) -> &'static str,
    value: fn(Desk, &K::Field) -> String,
}

impl<K: Known> Clone for Words<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Known> Copy for Words<K> {}

impl Words<CustomerKind> {
    /// A customer's.
    pub(in crate::ui::page) const CUSTOMER: Self = Self { field: customer_field, value: customer_value };
}

impl Words<AssetKind> {
    /// An asset's.
    pub(in crate::ui::page) const ASSET: Self = Self { field: asset_field, value: asset_value };
}

fn customer_field(desk: Desk, key: &CustomerKey) -> &'static str {
    customer_field_name(desk.t(), key)
}

/// A value of a customer in words.
pub(super) fn customer_value(desk: Desk, field: &CustomerField) -> String {
    let name = |id: &CustomerId| {
        desk.index.with(|index| index.customers.get(id.as_str()).map(|one| one.name.clone()))
    };
    customer_words(desk.t(), &name, field)
}

fn asset_field(desk: Desk, key: &AssetKey) -> &'static str {
    asset_field_name(desk.t(), key)
}

fn asset_value(desk: Desk, field: &AssetField) -> String {
    let name = |id: &CustomerId| Some(desk.index.with(|index| index.customer_name(id.as_str()).to_owned()));
    asset_words(&name, field)
}

/// The fields of a record that have two values, each settled by one press.
#[component]
pub(in crate::ui::page) fn Conflicts<K: Known + Send + Sync>(
    /// Which record.
    id: String,
    /// What it is now.
    now: Memo<Option<Folded<K>>>,
    /// How its fields are said.
    words: Words<K>,
) -> impl IntoView
where
    K::Field: Send + Sync,
    K::Event: Send + Sync,
    <K::Field as Field>::Key: Send + Sync,
{
    let desk = use_desk();
    let keep = Callback::new(move |field: K::Field| {
        if let Some(now) = now.get_untracked() {
            desk.save(command::set::<K>(&desk.pen(), &id, &now, vec![field]));
        }
    });
    live(move || {
        let conflicts = now.with(|now| now.as_ref().map(|now| now.fields.conflicts()).unwrap_or_default());
        let name = |key: &<K::Field as Field>::Key| (words.field)(desk, key).to_owned();
        conflict_cards(desk, conflicts, name, |field| (words.value)(desk, field), keep)
    })
}
