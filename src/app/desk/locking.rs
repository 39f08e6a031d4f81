//! Whether the screen is locked, as the note of the lock says.

use super::Desk;
use crate::app::locking::{Lock, NOTE};
use crate::platform::{clock, preferences};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The lock of this browser, if it has one.
#[must_use]
pub fn lock_noted() -> Option<Lock> {
    Lock::from_text(&preferences::get(NOTE)?)
}

/// Whether the screen is locked now.
#[must_use]
pub fn is_locked() -> bool {
    lock_noted().is_some_and(|lock| lock.is_locked(clock::now_ms()))
}

impl Desk {
    /// Closes the lock, if there is one.
    pub(super) fn close_lock(self) {
        if let Some(mut lock) = lock_noted() {
            lock.close();
            spawn_local(self.keep_note(NOTE, lock.to_text()));
        }
    }

    /// The screen is the shop's again; locked, if it would be by now.
    pub fn asked_no_more(self) {
        let locked = is_locked();
        self.locked.set(locked);
        self.unseen.set(locked);
        self.asking.set(false);
    }
}
