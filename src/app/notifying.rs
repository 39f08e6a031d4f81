//! Tells of promises by the system's notifications while the app is open, if somebody wished for it on
//! this device.

use super::desk::{Desk, Phase};
use super::notices::{Listener, Notice, ONE_BY_ONE, Stage, Wanted, holding, untold};
use crate::domain::calendar::Moment;
use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
use crate::i18n::when::local_in_words;
use crate::i18n::{Named, texts};
use crate::platform::{self, notify, preferences};
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;

/// The note of whose promises are told; nothing while nobody wished for it.
pub const WISH: &str = "notify";
/// The note of what was told.
const TOLD: &str = "notified";
const EVERY: Duration = Duration::from_secs(30);

/// What is told on this device.
#[must_use]
pub fn wanted() -> Option<Wanted> {
    preferences::get(WISH).and_then(|note| Wanted::parse(&note))
}

/// Tells these from now on; what holds already is on the screen.
pub fn wish(desk: Desk, wanted: Option<Wanted>) {
    match wanted {
        Some(wanted) => {
            preferences::forget(TOLD);
            preferences::set(WISH, wanted.note());
            begin(desk);
            look(desk);
        }
        None => preferences::forget(WISH),
    }
}

/// Looks twice a minute what is to be told.
pub fn begin(desk: Desk) {
    thread_local! {
        static BEGUN: Cell<bool> = const { Cell::new(false) };
    }
    if !BEGUN.with(|begun| begun.replace(true)) {
        set_interval(move || look(desk), EVERY);
    }
}

fn look(desk: Desk) {
    let Some(wanted) = wanted() else { return };
    let at_work = desk.phase.get_untracked() == Phase::Ready
        && !desk.asking.get_untracked()
        && !desk.locked.get_untracked();
    if !at_work || notify::permission() != notify::Permission::Granted {
        return;
    }
    let me = desk.me.get_untracked();
    let escalate_to = desk
        .records
        .with_untracked(|records| Shop::of(&records.journal::<ShopKind>(SHOP_ID)).promises().escalate_to);
    let listener = Listener {
        wanted,
        me: me.as_ref().map_or("", |me| me.as_str()),
        hears_all_broken: me.is_some() && me == escalate_to,
    };
    let now = Moment::of_millis(platform::clock::now_ms());
    let held = desk.index.with_untracked(|index| {
        // Nothing is known before the first computing.
        index.watch.share()?;
        let dues = index.cases.values().filter_map(|case| {
            Some((case.id.as_str(), case.assignee.as_str(), index.watch.due(&case.id)?.next?))
        });
        Some(holding(dues, listener, now))
    });
    let Some(held) = held else { return };
    let told = preferences::get(TOLD);
    let (new, noted) = untold(held, told.as_deref());
    if told.as_ref() != Some(&noted) {
        // First, so that another tab does not tell it, too.
        preferences::set(TOLD, &noted);
    }
    if new.len() > ONE_BY_ONE {
        tell_together(desk, &new);
    } else {
        new.iter().for_each(|notice| tell(desk, notice));
    }
}

fn tell(desk: Desk, notice: &Notice) {
    let lang = desk.lang.get_untracked();
    let t = texts(lang);
    let promise = notice.kind.name(t);
    let title = match notice.stage {
        Stage::Warns => t.hours().notice_warns(&promise),
        Stage::Broken => t.hours().notice_broken(&promise),
    };
    let zone = desk.calendars.with_untracked(|calendars| calendars.now().zone);
    let due = zone.local(notice.due).map(|due| local_in_words(lang, due)).unwrap_or_default();
    let case = desk.index.with_untracked(|index| {
        index.cases.get(&notice.case).map(|case| {
            let customer = index.customer_name(&case.customer);
            [case.number.as_str(), customer, &case.title].join(" ")
        })
    });
    let body = t.hours().notice_body(&case.unwrap_or_default(), &due);
    let address = format!("#/case/{}", notice.case);
    notify::show(&title, &body, &notice.key(), move || go(&address));
}

fn tell_together(desk: Desk, new: &[Notice]) {
    let t = texts(desk.lang.get_untracked()).hours();
    let broken = new.iter().filter(|notice| notice.stage == Stage::Broken).count();
    let title = t.notice_many(&new.len());
    notify::show(&title, &t.notice_many_body(&broken, &(new.len() - broken)), "casebook", || go("#/"));
}

fn go(address: &str) {
    let _ = window().location().set_hash(address);
}
