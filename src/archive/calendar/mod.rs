//! Calendars from outside: the calendar's own file, and lists of days in other programs' forms.

mod collect;
mod file;
mod icalendar;
mod marks;
mod pasted;
mod scan;

pub use collect::{DayFault, DayList, DayProblem};
pub use file::{CalendarFault, CalendarFileError, read, write};
pub use icalendar::read_icalendar;
pub use pasted::read_pasted;

/// The largest file or list that is read.
pub const MAX_CALENDAR_BYTES: usize = 4 * 1024 * 1024;
/// The most special days of a calendar.
pub const MAX_DAYS: usize = 5_000;

/// Reads a list of days, whichever of the two forms it has: iCalendar, or lines of text.
#[must_use]
pub fn read_days(bytes: &[u8]) -> DayList {
    if bytes.len() > MAX_CALENDAR_BYTES {
        return DayList::refused(DayFault::TooLarge(MAX_CALENDAR_BYTES));
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return DayList::refused(DayFault::NotText) };
    let text = text.trim_start_matches('\u{feff}');
    let begins = text.trim_start().get(..15).unwrap_or_default();
    if begins.eq_ignore_ascii_case("BEGIN:VCALENDAR") { read_icalendar(text) } else { read_pasted(text) }
}
