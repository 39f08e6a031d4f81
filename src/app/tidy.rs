//! What is tidied up while nobody does anything: records with many rows get one (see
//! `Store::compact`), a few at a time; and the browser is asked once more to keep what is here.

use super::backup;
use super::desk::{Desk, Phase, Saving};
use crate::domain::record::RecordKey;
use crate::platform::clock::now_ms;
use crate::platform::pause::sleep;
use leptos::prelude::*;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A record with more rows than this gets one.
const MANY_ROWS: usize = 24;
/// How many records are tidied up in one transaction.
const AT_ONCE: usize = 4;
/// How long nobody has done anything, in milliseconds.
const IDLE: u64 = 4_000;
/// How often it is looked whether that is so.
const LOOK: i32 = 2_000;
/// What shows that somebody is here.
const SIGNS: [&str; 3] = ["pointerdown", "keydown", "wheel"];

/// Tidies up from now on, whenever nobody does anything.
pub(super) fn begin(desk: Desk) {
    let last = Rc::new(Cell::new(now_ms()));
    for sign in SIGNS {
        let last = last.clone();
        // It listens as long as the page is there.
        let _ = window_event_listener_untyped(sign, move |_| last.set(now_ms()));
    }
    leptos::task::spawn_local(async move {
        let mut tidy = Tidy { desk, last, done: None, in_vain: BTreeSet::new() };
        loop {
            sleep(LOOK).await;
            tidy.look().await;
        }
    });
}

struct Tidy {
    desk: Desk,
    /// When somebody did something last.
    last: Rc<Cell<u64>>,
    /// How far this page's writing had come when all was tidy.
    done: Option<u32>,
    /// Records whose rows have to stay as they are.
    in_vain: BTreeSet<RecordKey>,
}

impl Tidy {
    fn is_idle(&self) -> bool {
        now_ms().saturating_sub(self.last.get()) >= IDLE
            && self.desk.phase.get_untracked() == Phase::Ready
            && self.desk.saving.get_untracked() != Saving::Writing
            && self.desk.trouble.with_untracked(Option::is_none)
    }

    async fn look(&mut self) {
        let writings = self.desk.writings();
        if !self.is_idle() || self.done == Some(writings) {
            return;
        }
        let Some(store) = self.desk.store() else { return };
        // What cannot be done now stays as it is, and nothing is lost by that.
        let Ok(crowded) = store.crowded(MANY_ROWS).await else { return };
        let crowded: Vec<_> = crowded.into_iter().filter(|key| !self.in_vain.contains(key)).collect();
        for some in crowded.chunks(AT_ONCE) {
            sleep(0).await;
            if !self.is_idle() {
                return;
            }
            match store.compact(some).await {
                Ok(0) => self.in_vain.extend(some.iter().cloned()),
                Ok(_) => {}
                Err(_) => return,
            }
        }
        self.done = Some(writings);
        backup::ask_again_to_keep(self.desk).await;
    }
}
