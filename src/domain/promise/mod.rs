//! Measured promises: what a letter promises with a limit of time starts a clock in the case, and
//! the case's own journal says whether it was kept.

mod calendars;
mod clock;
mod coded;
mod due;
mod given;
mod judge;
mod kind;
mod measured;
mod rules;
mod terms;
mod verdict;

pub use calendars::Calendars;
pub use clock::{Clock, Edition, Limit, Pausing, Promises, When};
pub use given::{PromiseKept, Remedied, RemedyWay};
pub use judge::{Doubt, Judged, Measure, Paused, Share, Standing, State};
pub use kind::PromiseKind;
pub use rules::PromiseRules;
pub use terms::{ClauseTerms, Terms};
