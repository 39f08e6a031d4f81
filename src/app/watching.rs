//! Keeps what lists know of promises true: when the calendar changes, all that runs is computed anew,
//! a part at a time, so that the page stays awake.

use super::desk::Desk;
use crate::domain::calendar::Moment;
use crate::domain::promise::Calendars;
use crate::domain::record::RecordKey;
use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
use crate::platform;
use crate::search::watch::{CaseDue, case_due};
use leptos::prelude::*;
use std::sync::Arc;

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
        shop.track();
        computed.track();
        let (calendars, warn_percent) = desk.records.with_untracked(|records| {
            let journal = records.journal::<ShopKind>(SHOP_ID);
            let calendars = Calendars::of(&journal, platform::clock::zone());
            (calendars, Shop::of(&journal).promises().warn_percent)
        });
        let calendars = Arc::new(calendars);
        let share = desk.index.with_untracked(|index| index.watch.share());
        let known = share.is_some_and(|share| share.warn_percent == warn_percent)
            && desk.calendars.with_untracked(|known| *known == calendars);
        if !known {
            desk.calendars.set(calendars.clone());
            leptos::task::spawn_local(compute(desk, calendars, warn_percent));
        }
    });
}

/// Computes what falls due on all cases. What is written meanwhile is computed as it comes.
async fn compute(desk: Desk, calendars: Arc<Calendars>, warn_percent: u32) {
    platform::pause::breathe().await;
    platform::measure::begin(MEASURED);
    let now = Moment::of_millis(platform::clock::now_ms());
    let mut ids: Vec<String> = Vec::new();
    desk.index.update_untracked(|index| {
        index.watch_by(calendars.clone(), warn_percent, now);
        ids.extend(index.cases.values().filter(|case| !case.clocks.is_empty()).map(|case| case.id.clone()));
    });
    let mut found: Vec<(String, u64, Option<CaseDue>)> = Vec::new();
    let mut begun = platform::clock::now_ms();
    for ids in ids.chunks(AT_ONCE) {
        let newer = desk.index.with_untracked(|index| {
            let share = index.watch.share().filter(|_| index.watch.calendars() == Some(&calendars))?;
            found.extend(ids.iter().filter_map(|id| {
                let case = index.cases.get(id)?;
                let due = case_due(case, &calendars, share);
                index.is_news(id, due).then(|| (id.clone(), case.touched, due))
            }));
            Some(())
        });
        // Another change of the calendar came in between, and computes for itself.
        if newer.is_none() {
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
