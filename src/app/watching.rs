//! Keeps what lists know of promises true: when the calendar changes, all that runs is computed anew,
//! a part at a time, so that the page stays awake. The first page is shown without waiting for it, and
//! without its code.

use super::desk::Desk;
use crate::domain::calendar::Moment;
use crate::domain::promise::{Calendars, Share};
use crate::domain::record::RecordKey;
use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
use crate::on_demand;
use crate::platform;
use crate::search::dues::case_due;
use crate::search::watch::{CaseDue, Judge};
use leptos::prelude::*;
use std::sync::Arc;

const JUDGE: Judge =
    Judge { due: case_due, offset: |calendars, moment| calendars.now().zone.offset_at(moment) };
/// How many cases are computed without a look at the clock.
const AT_ONCE: usize = 250;
/// How long it is computed without letting the browser do its own work, in milliseconds.
const AWAKE: u64 = 25;
/// What the browser's timeline calls it.
const MEASURED: &str = "promises";

/// Follows the shop's calendar from now on.
pub fn watch(desk: Desk) {
    let shop = Memo::new(move |_| {
        desk.records.with(|records| {
            let record = records.0.get(&RecordKey::shop())?;
            Some((record.len(), record.last_stamp().cloned()))
        })
    });
    // What is read at the start, or with a sample shop, takes the place of all that was computed.
    let computed = Memo::new(move |_| desk.index.with(|index| index.watch.share().is_some()));
    Effect::new(move |_| {
        computed.track();
        if shop.with(Option::is_some) {
            // What cannot be fetched is told where somebody asks for it.
            leptos::task::spawn_local(async move {
                let _ = follow(desk).await;
            });
        }
    });
}

on_demand! { clocks:
    /// Takes the calendar as it is now, and computes what falls due where it changed anything.
    pub fn follow(desk: Desk) -> () {
        let (calendars, warn_percent) = desk.records.with_untracked(|records| {
            let journal = records.journal::<ShopKind>(SHOP_ID);
            let calendars = Calendars::of(&journal, platform::clock::zone());
            (Arc::new(calendars), Shop::of(&journal).promises().warn_percent)
        });
        let known = desk.index.with_untracked(|index| {
            let share = index.watch.share();
            index.watch.calendars() == Some(&calendars)
                && share.is_some_and(|share| share.warn_percent == warn_percent)
        });
        if !known {
            desk.calendars.set(calendars.clone());
            compute(desk, calendars, warn_percent).await;
        }
    }
}

/// Computes what falls due on all cases. What is written meanwhile is computed as it comes.
async fn compute(desk: Desk, calendars: Arc<Calendars>, warn_percent: u32) {
    platform::pause::breathe().await;
    platform::measure::begin(MEASURED);
    let share = Share { warn_percent, now: Moment::of_millis(platform::clock::now_ms()) };
    let mut ids: Vec<String> = Vec::new();
    desk.index.update_untracked(|index| {
        index.watch_by(calendars.clone(), share, JUDGE);
        ids.extend(index.cases.values().filter(|case| !case.clocks.is_empty()).map(|case| case.id.clone()));
    });
    let mut found: Vec<(String, u64, Option<CaseDue>)> = Vec::new();
    let mut begun = platform::clock::now_ms();
    for ids in ids.chunks(AT_ONCE) {
        let going_on = desk.index.with_untracked(|index| {
            if index.watch.calendars() != Some(&calendars) {
                return false;
            }
            found.extend(ids.iter().filter_map(|id| {
                let case = index.cases.get(id)?;
                let due = case_due(case, &calendars, share);
                index.is_news(id, due).then(|| (id.clone(), case.touched, due))
            }));
            true
        });
        // Another change of the calendar came in between, and computes for itself.
        if !going_on {
            let replaced = desk.index.with_untracked(|index| index.watch.share().is_none());
            if replaced {
                leptos::task::spawn_local(compute(desk, calendars, warn_percent));
            }
            return;
        }
        if platform::clock::now_ms().saturating_sub(begun) >= AWAKE {
            platform::pause::breathe().await;
            begun = platform::clock::now_ms();
        }
    }
    // That nothing falls due in an empty shop is news, too: so it shows when another takes its place.
    if !found.is_empty() || ids.is_empty() {
        desk.index.update(|index| index.note_dues(found));
    }
    platform::measure::end(MEASURED);
}
