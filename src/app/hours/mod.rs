//! The shop's calendar on screen: what a month shows, and what schedules and lists would change.

mod changes;
mod face;
mod month;
mod schedule;

pub use changes::{Changes, Differs, absent, changes};
pub use face::{Face, face, halves, minutes};
pub use month::Month;
pub use schedule::{Taken, days_of, first_days, newer, region_of, taken};
