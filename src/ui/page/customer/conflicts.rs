use super::contacts::contact_words;
use super::people::person_words;
use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::domain::asset::{AssetField, AssetKey, AssetKind};
use crate::domain::customer::{CustomerField, CustomerKey, CustomerKind};
use crate::domain::record::Known;
use crate::i18n::Named;
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
    let t = &desk.t().names();
    match key {
        CustomerKey::Name => t.customer_name,
        CustomerKey::Phone => t.customer_phone,
        CustomerKey::Email => t.customer_email,
        CustomerKey::Address => t.customer_address,
        CustomerKey::Preferred => t.customer_preferred,
        CustomerKey::Note => t.customer_note,
        CustomerKey::Importance => desk.t().people().importance,
        CustomerKey::Tag(_) => desk.t().people().tags,
        CustomerKey::Contact(_) => desk.t().people().contacts,
        CustomerKey::Person(_) => desk.t().people().people,
        CustomerKey::SameAs(_) => desk.t().people().same_as,
        CustomerKey::Shown(_) => desk.t().people().shown,
    }
}

/// A value of a customer in words.
pub(super) fn customer_value(desk: Desk, field: &CustomerField) -> String {
    match field {
        CustomerField::Name(text)
        | CustomerField::Email(text)
        | CustomerField::Address(text)
        | CustomerField::Note(text) => text.clone(),
        CustomerField::Phone(phone) => {
            phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default()
        }
        CustomerField::Preferred(channel) => {
            channel.as_ref().map_or("", |channel| channel.name(desk.t())).to_owned()
        }
        CustomerField::Importance(importance) => {
            importance.as_ref().map_or("", |importance| importance.name(desk.t())).to_owned()
        }
        CustomerField::Tag(tag, borne) => [tag, ": ", yes_or_no(desk, *borne)].concat(),
        CustomerField::Contact(_, contact) => {
            contact.as_ref().map(|contact| contact_words(desk.t(), contact)).unwrap_or_default()
        }
        CustomerField::Person(_, person) => {
            person.as_ref().map(|person| person_words(person)).unwrap_or_default()
        }
        CustomerField::SameAs(id, same) => {
            let name = desk.index.with(|index| index.customers.get(id.as_str()).map(|one| one.name.clone()));
            [&name.unwrap_or_default(), ": ", yes_or_no(desk, *same)].concat()
        }
        CustomerField::Shown(detail, id) => {
            let name = desk.index.with(|index| index.customers.get(id.as_str()).map(|one| one.name.clone()));
            [detail.name(desk.t()), ": ", &name.unwrap_or_default()].concat()
        }
    }
}

fn yes_or_no(desk: Desk, said: bool) -> &'static str {
    if said { desk.t().people().yes } else { desk.t().people().no }
}

fn asset_field(desk: Desk, key: &AssetKey) -> &'static str {
    let t = &desk.t().names();
    match key {
        AssetKey::Owner => t.asset_owner,
        AssetKey::Label => t.asset_label,
        AssetKey::Brand => t.asset_brand,
        AssetKey::Model => t.asset_model,
        AssetKey::Serial => t.asset_serial,
    }
}

fn asset_value(desk: Desk, field: &AssetField) -> String {
    match field {
        AssetField::Owner(id) => desk.index.with(|index| index.customer_name(id.as_str()).to_owned()),
        AssetField::Label(text)
        | AssetField::Brand(text)
        | AssetField::Model(text)
        | AssetField::Serial(text) => text.clone(),
    }
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
