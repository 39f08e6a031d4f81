//! The promises of a case, as people speak of them: where each stands, what is left, and how its
//! time comes about.

#[cfg(target_arch = "wasm32")]
pub mod desk;
mod left;
mod limit;
mod order;
mod span;
#[cfg(test)]
mod tests;
mod time;
mod why;

pub use left::{Sign, first_answer, left_words, limit_used, occasion, sign};
pub use limit::limit_words;
pub use order::{Key, Order, find, ordered};
pub use span::Line;
pub use time::{day_words, duration, moment_words};
pub use why::{Why, why};

use crate::domain::calendar::{Moment, Zone};
use crate::domain::case::Case;
use crate::domain::lang::Lang;
use crate::domain::promise::{Calendars, Pausing, Terms};
use crate::i18n::{Texts, texts};
use crate::journal::Held;

/// By what a promise is spoken of.
#[derive(Clone, Copy, Debug)]
pub struct Speaking<'a> {
    /// In which language.
    pub lang: Lang,
    /// The shop's calendars.
    pub calendars: &'a Calendars,
    /// The moment it is.
    pub now: Moment,
    /// When the case waited.
    pub pauses: &'a [Pausing],
}

impl Speaking<'_> {
    fn t(&self) -> &'static Texts {
        texts(self.lang)
    }

    /// Where the shop's clock hangs now: all moments are shown by it.
    fn zone(&self) -> Zone {
        self.calendars.now().zone
    }

    fn moment(&self, moment: Moment) -> String {
        moment_words(self.lang, self.zone(), self.now, moment)
    }
}

/// What the letter promised that was in force at a moment, else the first that was.
#[must_use]
pub fn terms_at(case: &Case, at: Moment) -> Option<Held<&Terms>> {
    let since = |held: &Held<&Terms>| Moment::of_millis(held.stamp.millis);
    case.promised().rfind(|held| since(held) <= at).or_else(|| case.promised().next())
}
