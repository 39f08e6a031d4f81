//! How the desk reads: from what is open on the page, else from the store.

use super::Desk;
use crate::domain::case::{Case, CaseKind};
use crate::domain::document::Document;
use crate::domain::id::StaffId;
use crate::domain::record::{Known, RecordKey};
use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
use crate::domain::staff::{Staff, StaffKind};
use crate::journal::{Folded, Journal};
use crate::search::rank::in_order;
use crate::store::Damaged;
use leptos::prelude::*;

impl Desk {
    /// Reads records from the store, so that pages can show them.
    pub async fn load(self, keys: Vec<RecordKey>) {
        let Some(store) = self.store() else { return };
        match store.load(&keys).await {
            Ok(loaded) => {
                self.observe(&loaded.records);
                self.note_damage(loaded.damaged);
                self.records.update(|records| records.merge(loaded.records));
            }
            Err(error) => self.trouble.set(Some(error)),
        }
    }

    pub(in crate::app) fn note_damage(self, damaged: Vec<Damaged>) {
        if !damaged.is_empty() {
            self.damaged.update(|known| {
                known.extend(damaged.into_iter().filter(|row| !known.contains(row)).collect::<Vec<_>>());
            });
        }
    }

    /// Forgets that records were there: for the removal of the sample data.
    pub fn forget(self, keys: &[RecordKey]) {
        self.records.update(|records| keys.iter().for_each(|key| drop(records.0.remove(key))));
        self.index.update(|index| keys.iter().for_each(|key| index.remove(key)));
        self.tell_fewer(keys.to_vec());
    }

    /// The journal of a record, read from the store when it is not open yet.
    #[must_use]
    pub fn journal<K: Known>(self, id: String) -> Memo<Option<Journal<K>>> {
        let key = RecordKey::new(K::KIND, &id);
        if !self.records.with_untracked(|records| records.0.contains_key(&key)) {
            let key = key.clone();
            leptos::task::spawn_local(async move { self.load(vec![key]).await });
        }
        Memo::new(move |_| self.records.with(|records| records.0.get(&key).and_then(K::of).cloned()))
    }

    /// A record as it is now, read from the store when it is not open yet.
    #[must_use]
    pub fn folded<K: Known>(self, id: String) -> Memo<Option<Folded<K>>> {
        let journal = self.journal::<K>(id);
        Memo::new(move |_| journal.with(|journal| journal.as_ref().map(Folded::of)))
    }

    /// A case as it is now.
    #[must_use]
    pub fn case(self, id: String) -> Memo<Option<Case>> {
        self.folded::<CaseKind>(id)
    }

    /// The shop as it is now. Follows changes.
    #[must_use]
    pub fn shop(self) -> Shop {
        self.records.with(|records| Shop::of(&records.journal::<ShopKind>(SHOP_ID)))
    }

    /// The members of staff with their ids, by name. Follows changes.
    #[must_use]
    pub fn staff(self) -> Vec<(StaffId, Staff)> {
        self.records.with(|records| {
            let person = |id: &str, record| Some((StaffId::parse(id)?, Staff::of(StaffKind::of(record)?)));
            let staff: Vec<_> =
                records.0.iter().filter_map(|(key, record)| person(&key.id, record)).collect();
            let name = |one: &Staff| one.name().cloned().unwrap_or_default();
            let names: Vec<_> = staff.iter().map(|(id, one)| (name(one), id.as_str())).collect();
            let ranks = names.iter().map(|(name, id)| (0, name.as_str(), 0, *id)).collect();
            let find = |id| staff.iter().find(|(one, _)| one.as_str() == id).cloned();
            in_order(ranks).into_iter().filter_map(find).collect()
        })
    }

    /// What a member of staff is called; empty when not known. Follows changes.
    #[must_use]
    pub fn staff_name(self, id: &str) -> String {
        self.records.with(|records| {
            let staff = Staff::of(&records.journal::<StaffKind>(id));
            staff.name().cloned().unwrap_or_default()
        })
    }

    /// The picture that a document's letterhead names, from all that the shop ever had, as a
    /// data URL. Follows changes.
    #[must_use]
    pub fn logo_of(self, document: &Document) -> Option<String> {
        let mark = document.logo()?;
        let shop = self.records.with(|records| records.journal::<ShopKind>(SHOP_ID));
        mark.find(&shop).map(|logo| logo.url().to_owned())
    }
}
