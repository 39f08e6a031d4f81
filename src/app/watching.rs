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
/// How many cases are computed without a pause.
const AT_ONCE: usize = 1000;

/// Follows the shop's calendar from now on.
pub fn watch(desk: Desk) {
    let shop = Memo::new(move |_| {
        desk.records.with(|records| {
            let record = records.0.get(&RecordKey::shop())?;
            Some((record.len(), record.last_stamp().cloned()))
        })
    });
    Effect::new(move |_| {
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
            let now = Moment::of_millis(platform::clock::now_ms());
            compute(desk, calendars, Share { warn_percent, now }).await;
        }
    }
}

/// Computes what falls due on all cases. What is written meanwhile is computed as it comes.
async fn compute(desk: Desk, calendars: Arc<Calendars>, share: Share) {
    platform::pause::pause().await;
    let mut ids: Vec<String> = Vec::new();
    desk.index.update_untracked(|index| {
        index.watch_by(calendars.clone(), share, JUDGE);
        ids.extend(index.cases.values().filter(|case| !case.clocks.is_empty()).map(|case| case.id.clone()));
    });
    let mut found: Vec<(String, u64, Option<CaseDue>)> = Vec::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let going_on = desk.index.with_untracked(|index| {
            // Another change of the calendar that came in between computes for itself.
            if index.watch.calendars() != Some(&calendars) {
                return false;
            }
            found.extend(ids.iter().filter_map(|id| {
                let case = index.cases.get(id)?;
                Some((id.clone(), case.touched, case_due(case, &calendars, share)))
            }));
            true
        });
        if !going_on {
            return;
        }
        platform::pause::pause().await;
    }
    if !found.is_empty() {
        desk.index.update(|index| index.note_dues(found));
    }
}
