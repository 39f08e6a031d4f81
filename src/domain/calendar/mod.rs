//! The business calendar: when the shop works, exact to the minute.

mod moment;
mod special_day;
mod zone;

pub use moment::Moment;
pub use special_day::{DayRule, MakeUpHours, SpecialDay};
pub use zone::Zone;

use super::date::Date;
use super::hours::Hours;
use std::collections::BTreeMap;

/// When the shop works: its weekly hours, the days that differ from them, and where its clock hangs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// The hours of a usual week.
    pub hours: Hours,
    /// The days that differ.
    pub days: BTreeMap<Date, SpecialDay>,
    /// Where the shop's clock hangs.
    pub zone: Zone,
}
