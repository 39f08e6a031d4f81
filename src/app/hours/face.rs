use crate::domain::calendar::{Calendar, DayRule};
use crate::domain::date::Date;
use crate::domain::hours::{Period, TimeOfDay};

/// Where a day is cut in two when no break says it: noon.
const NOON: &str = "12:00";
/// A break that lies between these is the one between morning and afternoon.
const MIDDAY: (u16, u16) = (11 * 60, 15 * 60);

/// What kind of day a calendar makes of a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Face {
    /// A weekday that is worked as always.
    Worked,
    /// A weekday on which the shop is closed as always.
    Free,
    /// A holiday.
    Holiday,
    /// Worked because another day is free.
    MakeUp,
    /// Other hours for this day alone.
    Changed,
    /// Closed for this day alone.
    Closed,
}

impl Face {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Worked, Self::Free, Self::Holiday, Self::MakeUp, Self::Changed, Self::Closed];
}

/// What kind of day it is.
#[must_use]
pub fn face(calendar: &Calendar, date: Date) -> Face {
    match (calendar.days.get(&date).map(|day| &day.rule), calendar.is_working_day(date)) {
        (None, true) => Face::Worked,
        (None, false) => Face::Free,
        (Some(DayRule::Holiday), _) => Face::Holiday,
        (Some(DayRule::MakeUp(_)), _) => Face::MakeUp,
        (Some(DayRule::Changed(_)), true) => Face::Changed,
        (Some(DayRule::Changed(_)), false) => Face::Closed,
    }
}

/// How many minutes are worked in the periods of a day; what two of them cover both counts once.
#[must_use]
pub fn minutes(periods: &[Period]) -> u32 {
    let mut sorted: Vec<(u16, u16)> = periods.iter().map(|period| period.minutes()).collect();
    sorted.sort_unstable();
    let mut until = 0;
    let mut sum = 0;
    for (from, to) in sorted {
        sum += u32::from(to.saturating_sub(from.max(until)));
        until = until.max(to);
    }
    sum
}

/// The periods of the morning and those of the afternoon: cut at the break around midday, else at noon.
#[must_use]
pub fn halves(periods: &[Period]) -> (Vec<Period>, Vec<Period>) {
    let mut sorted: Vec<Period> = periods.iter().copied().filter(|period| period.is_fit()).collect();
    sorted.sort_unstable();
    let pause = sorted.windows(2).find(|pair| {
        let (from, to) = (pair[0].minutes().1, pair[1].minutes().0);
        from < to && to >= MIDDAY.0 && from <= MIDDAY.1
    });
    let Some(cut) = pause.map(|pair| pair[0].to).or_else(|| TimeOfDay::parse(NOON)) else {
        return (sorted, Vec::new());
    };
    let before = sorted.iter().filter(|period| period.from < cut).map(|period| {
        let runs_on = period.minutes().1 > cut.minutes();
        Period { from: period.from, to: if runs_on { cut } else { period.to } }
    });
    let after = sorted.iter().filter(|period| period.minutes().1 > cut.minutes());
    let after = after.map(|period| Period { from: period.from.max(cut), to: period.to });
    (before.collect(), after.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{MakeUpHours, SpecialDay, Zone};
    use crate::domain::hours::Hours;
    use std::collections::BTreeMap;

    fn day(text: &str) -> Vec<Period> {
        Hours::parse_day(text).expect(text)
    }

    #[test]
    fn a_day_is_cut_where_people_eat() {
        for (hours, morning, afternoon) in [
            ("09:00-12:00, 13:00-18:00", "09:00-12:00", "13:00-18:00"),
            ("08:00-12:30, 14:00-18:00, 19:00-21:00", "08:00-12:30", "14:00-18:00, 19:00-21:00"),
            ("09:00-18:00", "09:00-12:00", "12:00-18:00"),
            ("07:00-08:00, 09:00-18:00", "07:00-08:00, 09:00-12:00", "12:00-18:00"),
            ("13:00-18:00", "", "13:00-18:00"),
            ("08:00-11:00", "08:00-11:00", ""),
            ("22:00-02:00", "", "22:00-02:00"),
            ("08:00-02:00", "08:00-12:00", "12:00-02:00"),
            ("", "", ""),
        ] {
            assert_eq!(halves(&day(hours)), (day(morning), day(afternoon)), "{hours}");
        }
    }

    #[test]
    fn what_is_covered_twice_counts_once() {
        let double = [day("09:00-12:00"), day("11:00-13:00"), day("22:00-02:00")].concat();
        assert_eq!(minutes(&double), 8 * 60);
        assert_eq!(minutes(&day("09:00-12:00, 13:00-18:00")), 8 * 60);
        assert_eq!(minutes(&[]), 0);
    }

    #[test]
    fn each_day_has_one_face() {
        let date = |text| Date::parse(text).expect("a date");
        let special = |rule| SpecialDay { rule, name: String::new() };
        let days = BTreeMap::from([
            (date("2026-02-16"), special(DayRule::Holiday)),
            (date("2026-02-14"), special(DayRule::MakeUp(MakeUpHours::Like(0)))),
            (date("2026-02-10"), special(DayRule::Changed(day("09:00-12:00")))),
            (date("2026-02-11"), special(DayRule::Changed(Vec::new()))),
        ]);
        let calendar = Calendar { hours: Hours::usual(), days, zone: Zone::default() };
        for (text, found) in [
            ("2026-02-09", Face::Worked),
            ("2026-02-08", Face::Free),
            ("2026-02-16", Face::Holiday),
            ("2026-02-14", Face::MakeUp),
            ("2026-02-10", Face::Changed),
            ("2026-02-11", Face::Closed),
        ] {
            assert_eq!(face(&calendar, date(text)), found, "{text}");
        }
    }
}
