//! Counts the promises of all cases, a part at a time, so that the page stays awake.

use super::desk::Desk;
use crate::domain::calendar::Moment;
use crate::domain::promise::Share;
use crate::platform;
use crate::stats::promises::{Row, promised, rows};
use leptos::prelude::*;

/// How many cases are counted without a pause.
const AT_ONCE: usize = 400;

/// All promises, as the cases say now. `told` hears how many cases are counted, of how many; it
/// says whether the answer is still wanted.
pub async fn count_promises(desk: Desk, told: impl Fn(usize, usize) -> bool) -> Option<Vec<Row>> {
    let cases = desk.index.with_untracked(promised);
    let calendars = desk.calendars.get_untracked();
    let warn_percent = untrack(|| desk.shop()).promises().warn_percent;
    let share = Share { warn_percent, now: Moment::of_millis(platform::clock::now_ms()) };
    let mut found = Vec::with_capacity(cases.len());
    let mut done = 0;
    for some in cases.chunks(AT_ONCE) {
        found.extend(desk.index.with_untracked(|index| rows(index, some, &calendars, share)));
        done += some.len();
        if !told(done, cases.len()) {
            return None;
        }
        if done < cases.len() {
            platform::pause::pause().await;
        }
    }
    Some(found)
}
