//! The promises of a case at this desk: they follow the clock and every change.

use super::Speaking;
use crate::app::desk::Desk;
use crate::domain::calendar::Moment;
use crate::domain::promise::{Judged, Pausing, Promises, Share};
use crate::search::promises::Around;
use leptos::prelude::*;

/// The minute it is. Follows the clock.
#[must_use]
pub fn now(desk: Desk) -> Moment {
    Moment::of_millis(desk.now.get())
}

/// What all promises of a case come to now. Follows changes and the clock.
#[must_use]
pub fn judged(desk: Desk, case: &str) -> Vec<Judged> {
    let share = Share { warn_percent: desk.shop().promises().warn_percent, now: now(desk) };
    desk.calendars.with(|calendars| {
        desk.index.with(|index| {
            let around = Around::of(index, case);
            index.cases.get(case).map(|case| around.judged(case, calendars, share)).unwrap_or_default()
        })
    })
}

/// When a case waited. Follows changes.
#[must_use]
pub fn pauses(desk: Desk, case: &str) -> Vec<Pausing> {
    desk.index.with(|index| {
        let line = index.cases.get(case).map(|case| case.clocks.as_str()).unwrap_or_default();
        Promises::from_line(line).map(|promises| promises.pauses).unwrap_or_default()
    })
}

/// Says something of promises, in the language of the screen. Follows changes and the clock.
#[must_use]
pub fn speak<T>(desk: Desk, pauses: &[Pausing], say: impl FnOnce(&Speaking) -> T) -> T {
    let (lang, now) = (desk.lang.get(), now(desk));
    desk.calendars.with(|calendars| say(&Speaking { lang, calendars, now, pauses }))
}
