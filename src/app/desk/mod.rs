//! The desk: what this page knows, and how it keeps it.

mod asking;
mod library;
mod locking;
mod noting;
mod number;
mod people;
mod reading;
mod saving;

pub use asking::asking_noted;
pub use locking::{is_locked, lock_noted};
pub use people::Person;

use super::command::Pen;
use super::device::new_writer;
use crate::domain::calendar::Zone;
use crate::domain::id::{CaseId, StaffId};
use crate::domain::lang::Lang;
use crate::domain::promise::Calendars;
use crate::domain::record::{RecordKey, Records};
use crate::i18n::{Texts, texts};
use crate::journal::{Clock, Writer};
use crate::platform;
use crate::search::index::Index;
use crate::store::{Damaged, Store, StoreError, tabs::Tabs};
use leptos::prelude::*;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

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

/// Whether a record is stored as it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// All of it.
    Whole,
    /// Some of it is being written.
    Writing,
    /// Some of it could not be stored.
    Not,
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
    /// The shop's business calendar, now and as it was.
    pub calendars: RwSignal<Arc<Calendars>>,
    /// What lists show.
    pub index: RwSignal<Index>,
    /// The records that are open here, whole.
    pub records: RwSignal<Records>,
    /// Entries that could not be stored: still shown, still exported, tried again on demand.
    pub unsaved: RwSignal<Records>,
    /// Whether what was said is kept.
    pub saving: RwSignal<Saving>,
    /// Whether the screen is in a customer's hands: nothing of the shop is shown then.
    pub asking: RwSignal<bool>,
    /// Whether this browser has a lock.
    pub lockable: RwSignal<bool>,
    /// Whether the screen is locked.
    pub locked: RwSignal<bool>,
    /// Whether it was locked before the shop's pages were drawn: they are not drawn at all then.
    pub unseen: RwSignal<bool>,
    /// What stands between this page and its storage, if anything does.
    pub trouble: RwSignal<Option<StoreError>>,
    /// The rows of the store that could not be read.
    pub damaged: RwSignal<Vec<Damaged>>,
    /// The word at the foot of the page.
    pub toast: RwSignal<Option<Toast>>,
    /// The customer that the next request is for, when one was chosen before.
    pub for_customer: RwSignal<Option<String>>,
    /// What the next request begins with, when it arises from something.
    pub for_request: RwSignal<Option<super::intake::Begun>>,
    /// What the lists were narrowed to.
    pub lists: super::lists::Lists,
    /// The processes that are being written.
    pub(super) process_drafts: super::drafts::Drafts,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    clock: Clock,
    store: Option<Rc<Store>>,
    tabs: Option<Tabs>,
    /// Whether what the first page needs was read.
    read: bool,
    /// What is being written, by the number of its writing.
    writing: Vec<(u32, Records)>,
    /// How many writings there were.
    writings: u32,
    /// Numbers given out while there is no storage to count in.
    unstored_numbers: u32,
    /// The processes of the shop's own that were asked for.
    asked: HashSet<RecordKey>,
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
        let writer = new_writer(None);
        let (lock, now) = (platform::preferences::get(super::locking::NOTE), platform::clock::now_ms());
        let locked = lock.as_ref().is_some_and(|note| super::locking::locks(note, now));
        Self {
            phase: RwSignal::new(Phase::Starting),
            lang: RwSignal::new(lang),
            now: RwSignal::new(now),
            me: RwSignal::new(platform::preferences::get("me").and_then(|id| StaffId::parse(&id))),
            calendars: RwSignal::default(),
            index: RwSignal::new(Index::default()),
            records: RwSignal::new(Records::default()),
            unsaved: RwSignal::new(Records::default()),
            saving: RwSignal::new(Saving::Quiet),
            asking: RwSignal::new(platform::preferences::get(super::asking::NOTE).is_some()),
            lockable: RwSignal::new(lock.is_some()),
            locked: RwSignal::new(locked),
            unseen: RwSignal::new(locked),
            trouble: RwSignal::new(None),
            damaged: RwSignal::new(Vec::new()),
            toast: RwSignal::new(None),
            for_customer: RwSignal::new(None),
            for_request: RwSignal::new(None),
            lists: super::lists::Lists::new(),
            process_drafts: super::drafts::Drafts::new(),
            inner: StoredValue::new_local(Inner {
                clock: Clock::new(writer),
                store: None,
                tabs: None,
                read: false,
                writing: Vec::new(),
                writings: 0,
                unstored_numbers: 0,
                asked: HashSet::new(),
            }),
        }
    }

    /// Where the shop's clock hangs. Reading it follows a change.
    #[must_use]
    pub fn zone(self) -> Zone {
        self.calendars.with(|calendars| calendars.now().zone)
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

    /// Whether what the first page needs was read from the store.
    pub(super) fn is_read(self) -> bool {
        self.inner.with_value(|inner| inner.read)
    }

    pub(super) fn note_read(self) {
        self.inner.update_value(|inner| inner.read = true);
    }

    /// This device's id as text.
    #[must_use]
    pub fn device(self) -> String {
        self.inner.with_value(|inner| inner.clock.writer().device.as_str().to_owned())
    }

    /// Who writes here: this device, in this opening of the page.
    #[must_use]
    pub(super) fn writer(self) -> Writer {
        self.inner.with_value(|inner| inner.clock.writer().clone())
    }

    /// What signs the entries of one new action.
    #[must_use]
    pub fn pen(self) -> Pen {
        let now = platform::clock::now_ms();
        let mut stamp = None;
        self.inner.update_value(|inner| stamp = Some(inner.clock.tick(now)));
        let stamp = stamp.unwrap_or_else(|| Clock::new(new_writer(None)).tick(now));
        Pen { stamp, author: self.me.get_untracked() }
    }

    /// The latest that this page's clock has come to. Follows the time.
    #[must_use]
    pub fn latest(self) -> u64 {
        let now = self.now.get();
        self.inner.with_value(|inner| inner.clock.latest(now))
    }

    /// Goes on as another device.
    pub(super) fn sign_as(self, writer: Writer) {
        self.inner.update_value(|inner| inner.clock.hand_to(writer));
    }

    /// Takes note of the stamps of records that came from elsewhere.
    pub(super) fn observe(self, records: &Records) {
        let now = platform::clock::now_ms();
        self.inner.update_value(|inner| {
            for stamp in records.0.values().filter_map(|record| record.last_sound_stamp(now)) {
                inner.clock.observe(stamp, now);
            }
        });
    }

    /// Says that a part of the app could not be fetched.
    pub fn say_not_fetched(self) {
        self.say(texts(self.lang.get_untracked()).common().not_fetched, None);
    }

    /// Shows a word at the foot of the page.
    pub fn say(self, text: impl Into<String>, undo: Option<CaseId>) {
        self.toast.set(Some(Toast { text: text.into(), undo }));
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}
