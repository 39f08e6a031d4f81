use super::PromiseKind;
use crate::domain::calendar::{Calendar, Moment};
use crate::domain::date::Date;
use crate::domain::local_time::LocalTime;
use crate::domain::waiting::WaitReason;

/// When something was, as it was written down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// At this moment.
    Moment(Moment),
    /// When the shop's clock showed this.
    Local(LocalTime),
}

impl When {
    /// The moment, where the shop's clock hangs so.
    #[must_use]
    pub fn moment(self, calendar: &Calendar) -> Moment {
        match self {
            Self::Moment(moment) => moment,
            Self::Local(time) => calendar.zone.moment(time),
        }
    }
}

/// The limit of a promise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// In working time when the request came inside service hours, else on the wall clock: minutes.
    Response {
        /// Working minutes.
        inside: u32,
        /// Minutes of the wall clock.
        outside: u32,
    },
    /// Minutes of the wall clock.
    Minutes(u32),
    /// The close of so many working days later; the day it starts on does not count.
    WorkingDays(u32),
    /// The end of so many days later.
    Days(u32),
    /// The end of the same day so many months later.
    Months(u32),
    /// The close of a day.
    CloseOf(Date),
    /// A minute of the shop's clock.
    At(LocalTime),
    /// So many minutes before the close of a day, in case it is not done by then.
    BeforeCloseOf(Date, u32),
}

/// From when on a promise has which limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edition {
    /// Since when.
    pub since: Moment,
    /// The limit; nothing where it is no longer promised.
    pub limit: Option<Limit>,
}

/// What the journal says of one promise; a calendar says what it comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clock {
    /// Which promise.
    pub kind: PromiseKind,
    /// What started it.
    pub started: When,
    /// What was promised, from when on, in order. There is one at least.
    pub editions: Vec<Edition>,
    /// What met it, in time or late: the earliest of these.
    pub met: Vec<When>,
    /// Since when nothing is to be done any more.
    pub ended: Option<Moment>,
}

/// A time in which the case waited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pausing {
    /// What for.
    pub reason: WaitReason,
    /// Since when.
    pub from: Moment,
    /// Until when; nothing while it waits.
    pub to: Option<Moment>,
}

/// All that a case's journal says of its promises.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Promises {
    /// When it waited, in order.
    pub pauses: Vec<Pausing>,
    /// Its clocks.
    pub clocks: Vec<Clock>,
    /// The broken promises about which something was done: which, and when its clock had started.
    pub remedied: Vec<(PromiseKind, Moment)>,
}
