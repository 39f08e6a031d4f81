//! The desk: what this page knows, and how it keeps it.

use super::command::Pen;
use crate::domain::case::{Case, CaseKind};
use crate::domain::document::Document;
use crate::domain::id::{CaseId, StaffId};
use crate::domain::lang::Lang;
use crate::domain::record::{Known, RecordKey, RecordKind, Records};
use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
use crate::domain::staff::{Staff, StaffKind};
use crate::i18n::{Texts, texts};
use crate::journal::{Clock, Folded, Journal};
use crate::platform;
use crate::search::index::Index;
use crate::search::summary::Summary;
use crate::store::{Durability, Store, StoreError, tabs::Tabs};
use leptos::prelude::*;
use std::rc::Rc;

/// How far the start has come.
#[derive(Clone, PartialEq, Debug)]
pub enum Phase {
    /// Reading what is stored.
    Starting,
    /// Nothing is there yet: the shop is to be named.
    FirstRun,
    /// At work.
    Ready,
}

/// Whether what was said is kept.
#[derive(Clone, PartialEq, Debug)]
pub enum Saving {
    /// Nothing was said since the page opened.
    Quiet,
    /// Being written.
    Writing,
    /// Kept at this moment, in milliseconds since 1970.
    Saved(u64),
}

/// A short word at the foot of the page, with a way back.
#[derive(Clone, PartialEq, Debug)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// The case whose last action can be taken back.
    pub undo: Option<CaseId>,
}

/// What this page knows. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub struct Desk {
    /// How far the start has come.
    pub phase: RwSignal<Phase>,
    /// The language of the screen.
    pub lang: RwSignal<Lang>,
    /// The moment, in milliseconds since 1970; moves on twice a minute.
    pub now: RwSignal<u64>,
    /// Who is at this device.
    pub me: RwSignal<Option<StaffId>>,
    /// What lists show.
    pub index: RwSignal<Index>,
    /// The records that are open here, whole.
    pub records: RwSignal<Records>,
    /// Entries that could not be stored: still shown, still exported, tried again on demand.
    pub unsaved: RwSignal<Records>,
    /// Whether what was said is kept.
    pub saving: RwSignal<Saving>,
    /// What stands between this page and its storage, if anything does.
    pub trouble: RwSignal<Option<StoreError>>,
    /// The rows of the store that could not be read.
    pub damaged: RwSignal<Vec<crate::store::Damaged>>,
    /// The word at the foot of the page.
    pub toast: RwSignal<Option<Toast>>,
    /// The customer that the next request is for, when one was chosen before.
    pub for_customer: RwSignal<Option<String>>,
    /// What the lists were narrowed to.
    pub lists: super::lists::Lists,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    clock: Clock,
    store: Option<Rc<Store>>,
    tabs: Option<Tabs>,
    /// Numbers given out while there is no storage to count in.
    unstored_numbers: u32,
}

/// The desk of this page.
#[must_use]
pub fn use_desk() -> Desk {
    expect_context()
}

impl Desk {
    /// A desk that has read nothing yet.
    #[must_use]
    pub fn new() -> Self {
        let wishes = platform::prefers::languages();
        let chosen = platform::preferences::get("lang").and_then(|tag| Lang::from_tag(&tag));
        let lang = chosen.unwrap_or_else(|| Lang::nearest(wishes.iter().map(String::as_str)));
        let writer = super::device::new_writer(None);
        Self {
            phase: RwSignal::new(Phase::Starting),
            lang: RwSignal::new(lang),
            now: RwSignal::new(platform::clock::now_ms()),
            me: RwSignal::new(platform::preferences::get("me").and_then(|id| StaffId::parse(&id))),
            index: RwSignal::new(Index::default()),
            records: RwSignal::new(Records::default()),
            unsaved: RwSignal::new(Records::default()),
            saving: RwSignal::new(Saving::Quiet),
            trouble: RwSignal::new(None),
            damaged: RwSignal::new(Vec::new()),
            toast: RwSignal::new(None),
            for_customer: RwSignal::new(None),
            lists: super::lists::Lists::new(),
            inner: StoredValue::new_local(Inner {
                clock: Clock::new(writer),
                store: None,
                tabs: None,
                unstored_numbers: 0,
            }),
        }
    }

    /// The texts in the screen's language. Reading them follows a change of language.
    #[must_use]
    pub fn t(self) -> &'static Texts {
        texts(self.lang.get())
    }

    /// Speaks another language from here on.
    pub fn set_lang(self, lang: Lang) {
        platform::preferences::set("lang", lang.tag());
        self.lang.set(lang);
    }

    /// Says who is at this device.
    pub fn set_me(self, me: Option<StaffId>) {
        platform::preferences::set("me", me.as_ref().map_or("", StaffId::as_str));
        self.me.set(me);
    }

    /// The store, unless the browser refused one.
    #[must_use]
    pub fn store(self) -> Option<Rc<Store>> {
        self.inner.with_value(|inner| inner.store.clone())
    }

    pub(super) fn open_for_work(self, store: Rc<Store>, clock: Clock, tabs: Option<Tabs>) {
        self.inner.update_value(|inner| {
            inner.store = Some(store);
            inner.clock = clock;
            inner.tabs = tabs;
        });
    }

    /// This device's id as text.
    #[must_use]
    pub fn device(self) -> String {
        self.inner.with_value(|inner| inner.clock.writer().device.as_str().to_owned())
    }

    /// What signs the entries of one new action.
    #[must_use]
    pub fn pen(self) -> Pen {
        let now = platform::clock::now_ms();
        let mut stamp = None;
        self.inner.update_value(|inner| stamp = Some(inner.clock.tick(now)));
        let stamp = stamp.unwrap_or_else(|| Clock::new(super::device::new_writer(None)).tick(now));
        Pen { stamp, author: self.me.get_untracked() }
    }

    /// Takes note of the stamps of records that came from elsewhere.
    pub(super) fn observe(self, records: &Records) {
        let now = platform::clock::now_ms();
        self.inner.update_value(|inner| {
            for stamp in records.0.values().filter_map(|record| record.last_stamp()) {
                inner.clock.observe(stamp, now);
            }
        });
    }

    /// Shows a word at the foot of the page.
    pub fn say(self, text: impl Into<String>, undo: Option<CaseId>) {
        self.toast.set(Some(Toast { text: text.into(), undo }));
    }

    /// Keeps the entries of an action, without waiting.
    pub fn save(self, new: Records) {
        leptos::task::spawn_local(async move {
            self.commit(new, Durability::Strict).await;
        });
    }

    /// Keeps the entries of an action; true once the transaction is complete. What could not
    /// be kept stays on screen and in exports, and the trouble is told until it is over.
    pub async fn commit(self, new: Records, durability: Durability) -> bool {
        if new.0.is_empty() {
            return true;
        }
        self.show(&new);
        self.saving.set(Saving::Writing);
        let outcome = match self.store() {
            Some(store) => store.append(&new, durability).await,
            None => Err(self.trouble.get_untracked().unwrap_or(StoreError::Refused)),
        };
        match outcome {
            Ok(summaries) => {
                self.index.update(|index| summaries.into_iter().for_each(|summary| index.put(summary)));
                self.saving.set(Saving::Saved(platform::clock::now_ms()));
                self.tell_tabs(new.0.keys().cloned().collect());
                true
            }
            Err(error) => {
                self.keep_unsaved(new);
                self.saving.set(Saving::Quiet);
                self.trouble.set(Some(error));
                false
            }
        }
    }

    /// Tries again to keep what could not be kept.
    pub async fn retry(self) {
        let waiting = self.unsaved.get_untracked();
        self.unsaved.set(Records::default());
        self.trouble.set(None);
        self.commit(waiting, Durability::Strict).await;
    }

    /// Puts new entries onto the screen: into records that are open, and into new ones.
    fn show(self, new: &Records) {
        let known = |key: &RecordKey| {
            self.index.with_untracked(|index| match key.kind {
                RecordKind::Case => index.cases.contains_key(&key.id),
                RecordKind::Customer => index.customers.contains_key(&key.id),
                RecordKind::Asset => index.assets.contains_key(&key.id),
                RecordKind::Letter => index.letters.contains_key(&key.id),
                RecordKind::Shop | RecordKind::Staff | RecordKind::Unknown(_) => false,
            })
        };
        self.records.update(|records| {
            let fits = |key: &RecordKey| records.0.contains_key(key) || !known(key);
            let shown = new.0.iter().filter(|(key, _)| fits(key));
            let shown = Records(shown.map(|(key, record)| (key.clone(), record.clone())).collect());
            records.merge(shown);
        });
    }

    fn keep_unsaved(self, new: Records) {
        self.index.update(|index| {
            self.records.with_untracked(|records| {
                let shown = new.0.keys().filter_map(|key| Some((key, records.0.get(key)?)));
                shown.filter_map(|(key, record)| Summary::of(key, record)).for_each(|s| index.put(s));
            });
        });
        self.unsaved.update(|unsaved| unsaved.merge(new));
    }

    pub(super) fn tell_tabs(self, keys: Vec<RecordKey>) {
        self.inner.with_value(|inner| {
            if let Some(tabs) = &inner.tabs {
                tabs.tell(&keys);
            }
        });
    }

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

    pub(super) fn note_damage(self, damaged: Vec<crate::store::Damaged>) {
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
        self.tell_tabs(keys.to_vec());
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
            let mut staff: Vec<_> = records
                .0
                .iter()
                .filter_map(|(key, record)| Some((StaffId::parse(&key.id)?, Staff::of(StaffKind::of(record)?))))
                .collect();
            staff.sort_by(|a, b| (a.1.name(), &a.0).cmp(&(b.1.name(), &b.0)));
            staff
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

    /// The next number of a series (`case`, `letter`), unique across tabs and devices: the
    /// device's code and a count.
    pub async fn next_number(self, series: &str) -> String {
        let code = self.inner.with_value(|inner| inner.clock.writer().device.code());
        let prefix = if series == "letter" { format!("{code}-L") } else { format!("{code}-") };
        let used = self.index.with_untracked(|index| {
            let numbers = index.cases.values().map(|c| &c.number).chain(index.letters.values().map(|l| &l.number));
            numbers.filter_map(|number| number.strip_prefix(&prefix)?.parse::<u32>().ok()).max().unwrap_or(0)
        });
        let stored = match self.store() {
            Some(store) => store.next_number(series, used).await.ok(),
            None => None,
        };
        let count = stored.unwrap_or_else(|| {
            self.inner.update_value(|inner| inner.unstored_numbers += 1);
            used + self.inner.with_value(|inner| inner.unstored_numbers)
        });
        format!("{prefix}{count:04}")
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}
