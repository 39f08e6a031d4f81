//! Handing the screen to a customer, and taking it back.

use super::Desk;
use crate::app::asking::{Asking, NOTE};
use crate::domain::record::{RecordKey, RecordKind};
use crate::platform::{clock, preferences};
use crate::store::Told;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The note that the screen was handed over, as long as it is.
#[must_use]
pub fn asking_noted() -> Option<Asking> {
    Asking::from_text(&preferences::get(NOTE)?)
}

impl Desk {
    /// Hands the screen over; false where the browser would not remember it over a reload.
    #[must_use]
    pub async fn hand_over(self, asking: &Asking) -> bool {
        let outlives = self.keep_note(NOTE, asking.to_text());
        if asking_noted().as_ref() != Some(asking) {
            return false;
        }
        outlives.await;
        preferences::mark_tab(NOTE);
        self.toast.set(None);
        self.asking.set(true);
        self.tell_asking(asking);
        true
    }

    /// The screen is the shop's again.
    pub fn take_back(self, asking: &Asking) {
        spawn_local(self.forget_note(NOTE));
        self.asked_no_more();
        self.tell_asking(asking);
    }

    /// Whether the screen is still a customer's: not where the note is gone, or was left behind by
    /// pages that have been closed for long. Nobody has typed the code then: a lock closes.
    #[must_use]
    pub fn is_still_asking(self) -> Option<Asking> {
        let asking = asking_noted()
            .filter(|asking| preferences::is_tab_marked(NOTE) || !asking.is_forgotten(clock::now_ms()));
        match &asking {
            Some(_) => preferences::mark_tab(NOTE),
            None => {
                if preferences::get(NOTE).is_some() {
                    self.close_lock();
                }
                spawn_local(self.forget_note(NOTE));
                self.asked_no_more();
            }
        }
        asking
    }

    /// Writes the note again.
    pub fn note_asking(self, asking: &Asking) {
        spawn_local(self.keep_note(NOTE, asking.to_text()));
    }

    /// The other tabs look at the note when they hear of a record.
    fn tell_asking(self, asking: &Asking) {
        let changed = vec![RecordKey::new(RecordKind::Case, &asking.case)];
        self.tell(&Told { changed, ..Told::default() });
    }
}
