//! The shop's calendar in words: its days, its zone, and what is odd about it or about what came in.

use super::archive_words::{refusal, size};
use super::when::{date_in_words, offset_words, weekday};
use super::{Texts, texts};
use crate::archive::Refusal;
use crate::archive::calendar::{CalendarFault, CalendarFileError, DayFault, DayProblem};
use crate::catalog::schedules::Region;
use crate::domain::calendar::{CalendarDay, CalendarProblem, DayRule, MakeUpHours, Moment, SpecialDay, Zone};
use crate::domain::date::Date;
use crate::domain::hours::Period;
use crate::domain::lang::Lang;

/// What a zone is called: the place, or its distance from UTC.
#[must_use]
pub fn zone_place(t: &'static Texts, zone: Zone) -> String {
    let name = zone.name();
    let places = t.hours().places.lines().filter_map(|line| line.split_once('='));
    places.into_iter().find(|(place, _)| *place == name).map_or(name, |(_, words)| words.to_owned())
}

/// A zone with its distance from UTC at a moment: `上海（UTC+8）`.
#[must_use]
pub fn zone_words(t: &'static Texts, zone: Zone, now: Moment) -> String {
    let (place, offset) = (zone_place(t, zone), offset_words(zone.offset_at(now)));
    if place.starts_with("UTC") { offset } else { t.hours().zone_option(&place, &offset) }
}

/// Whose official days.
#[must_use]
pub fn region_name(t: &'static Texts, region: Region) -> &'static str {
    match region {
        Region::China => t.hours().region_cn,
        Region::Taiwan => t.hours().region_tw,
        Region::HongKong => t.hours().region_hk,
    }
}

/// The periods of a day: `09:00–12:00, 13:00–18:00`; closed without one.
#[must_use]
pub fn periods_words(t: &'static Texts, periods: &[Period]) -> String {
    let words: Vec<String> = periods.iter().map(|period| format!("{}–{}", period.from, period.to)).collect();
    if words.is_empty() { t.hours().face_free.to_owned() } else { words.join(t.paper().between_periods) }
}

/// How long a day is worked, short: `8 h`.
#[must_use]
pub fn short_hours(t: &'static Texts, minutes: u32) -> String {
    let t = t.hours();
    match (minutes / 60, minutes % 60) {
        (0, 0) => t.face_free.to_owned(),
        (0, minutes) => t.minutes_short(&minutes),
        (hours, 0) => t.hours_short(&hours),
        (hours, minutes) => t.hours_minutes_short(&hours, &format!("{minutes:02}")),
    }
}

/// A weekday by its number, from Monday.
#[must_use]
pub fn weekday_name(t: &'static Texts, number: u8) -> &'static str {
    t.when().weekdays.split(' ').nth(number.into()).unwrap_or_default()
}

/// How a day differs: `Make-up day, Spring Festival, like Fri`.
#[must_use]
pub fn special_words(t: &'static Texts, day: Option<&SpecialDay>) -> String {
    let Some(day) = day else { return t.hours().as_usual.to_owned() };
    let (kind, hours) = match &day.rule {
        DayRule::Holiday => (t.hours().face_holiday, None),
        DayRule::MakeUp(MakeUpHours::Like(like)) => {
            (t.hours().face_make_up, Some(weekday_name(t, *like).to_owned()))
        }
        DayRule::MakeUp(MakeUpHours::Own(own)) => (t.hours().face_make_up, Some(periods_words(t, own))),
        DayRule::Changed(own) if own.is_empty() => (t.hours().face_closed, None),
        DayRule::Changed(own) => (t.hours().face_changed, Some(periods_words(t, own))),
    };
    let parts = [Some(kind.to_owned()), Some(day.name.clone()).filter(|name| !name.is_empty()), hours];
    parts.into_iter().flatten().collect::<Vec<_>>().join(t.hours().between)
}

/// A day with its weekday: `Sat 14 February 2026`.
#[must_use]
pub fn day_name(lang: Lang, date: Date) -> String {
    let t = texts(lang);
    t.hours().day_name(&weekday(t, date), &date_in_words(lang, date))
}

fn calendar_day(lang: Lang, day: CalendarDay) -> String {
    match day {
        CalendarDay::Weekday(number) => weekday_name(texts(lang), number).to_owned(),
        CalendarDay::Date(date) => day_name(lang, date),
    }
}

/// What is odd about a calendar, in a sentence.
#[must_use]
pub fn problem(lang: Lang, problem: &CalendarProblem) -> String {
    let t = texts(lang);
    let (words, day) = (t.hours(), |day: &CalendarDay| calendar_day(lang, *day));
    match problem {
        CalendarProblem::NeverOpen => words.problem_never_open.to_owned(),
        CalendarProblem::OnlySpecialDays => words.problem_only_special.to_owned(),
        CalendarProblem::Unfit(at, period) => words.problem_unfit(&day(at), period),
        CalendarProblem::Overlap(at, one, other) => words.problem_overlap(&day(at), one, other),
        CalendarProblem::RunsInto { day: at, period, next, into } => {
            words.problem_runs_into(&day(at), period, &day(next), into)
        }
        CalendarProblem::MakeUpClosed { date, like } => {
            words.problem_make_up_closed(&day_name(lang, *date), &weekday_name(t, *like))
        }
        CalendarProblem::MakeUpWithoutHours(date) => words.problem_make_up_without(&day_name(lang, *date)),
        CalendarProblem::NoSuchWeekday { date, .. } => words.problem_no_weekday(&day_name(lang, *date)),
    }
}

/// Of which day a problem is; nothing if it is of the usual week.
#[must_use]
pub fn problem_date(problem: &CalendarProblem) -> Option<Date> {
    match problem {
        CalendarProblem::NeverOpen | CalendarProblem::OnlySpecialDays => None,
        CalendarProblem::Unfit(day, _) | CalendarProblem::Overlap(day, ..) => match day {
            CalendarDay::Date(date) => Some(*date),
            CalendarDay::Weekday(_) => None,
        },
        CalendarProblem::RunsInto { day, next, .. } => match (day, next) {
            (CalendarDay::Date(date), _) | (_, CalendarDay::Date(date)) => Some(*date),
            _ => None,
        },
        CalendarProblem::MakeUpClosed { date, .. }
        | CalendarProblem::MakeUpWithoutHours(date)
        | CalendarProblem::NoSuchWeekday { date, .. } => Some(*date),
    }
}

/// Why something of a list was not taken, with its line.
#[must_use]
pub fn day_problem(lang: Lang, problem: &DayProblem) -> String {
    let t = texts(lang).hours();
    let what = match &problem.what {
        // These are of the whole list.
        DayFault::TooLarge(max) => return t.fault_too_large(&size(*max as u64)),
        DayFault::NotText => return t.fault_not_text.to_owned(),
        DayFault::NotACalendar => return t.fault_not_calendar.to_owned(),
        DayFault::NoDate => t.fault_no_date.to_owned(),
        DayFault::NoYear => t.fault_no_year.to_owned(),
        DayFault::NoSuchDay => t.fault_no_day.to_owned(),
        DayFault::Backward => t.fault_backward.to_owned(),
        DayFault::LongRange(max) => t.fault_long(max),
        DayFault::TooManyDays(max) => t.fault_many(max),
        DayFault::Unclear => t.fault_unclear.to_owned(),
        DayFault::Both(date) => t.fault_both(&day_name(lang, *date)),
        DayFault::Unmarked(name) => t.fault_unmarked(name),
        DayFault::NotAllDay => t.fault_not_all_day.to_owned(),
        DayFault::Repeats => t.fault_repeats.to_owned(),
        DayFault::Unfinished => t.fault_unfinished.to_owned(),
    };
    t.offer_line(&problem.line, &what)
}

/// Why nothing of a calendar file is taken.
#[must_use]
pub fn file_error(t: &'static Texts, error: &CalendarFileError) -> String {
    let words = t.hours();
    match error {
        CalendarFileError::Refused(Refusal::OtherFormat) => words.file_other_format.to_owned(),
        CalendarFileError::Refused(why) => refusal(t, why),
        CalendarFileError::Unfit { place, what } => {
            let what = match what {
                CalendarFault::Zone(zone) => words.file_zone(zone),
                CalendarFault::Period(text) => words.file_period(text),
                CalendarFault::Overlap(one, other) => words.file_overlap(one, other),
                CalendarFault::SevenDays => words.file_seven.to_owned(),
                CalendarFault::Weekday(text) => words.file_weekday(text),
                CalendarFault::Date => words.file_date.to_owned(),
                CalendarFault::Kind(text) => words.file_kind(text),
                CalendarFault::MakeUpHours => words.file_make_up.to_owned(),
            };
            words.file_unfit(place, &what)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::calendar::{read, read_days};
    use crate::domain::calendar::Calendar;
    use crate::domain::hours::Hours;
    use std::collections::BTreeMap;

    fn calendar() -> Calendar {
        Calendar { hours: Hours::usual(), days: BTreeMap::new(), zone: Zone::default() }
    }

    #[test]
    fn every_place_has_a_name_in_every_language() {
        for lang in Lang::ALL {
            let t = texts(lang);
            assert_eq!(t.hours().places.lines().count(), Zone::PLACES.len(), "{lang:?}");
            for zone in Zone::PLACES {
                let place = zone_place(t, zone);
                assert!(
                    !place.is_empty() && !place.contains(['/', '=']) && place != "UTC",
                    "{lang:?} {place}"
                );
            }
        }
        assert_eq!(zone_place(texts(Lang::ZhTw), Zone::parse("Australia/Sydney").expect("a zone")), "雪梨");
    }

    #[test]
    fn zones_are_said_with_their_distance() {
        let now = Moment::parse("2026-07-01T00:00:00Z").expect("a moment");
        for (name, said) in [
            ("Asia/Taipei", "Taipei (UTC+8)"),
            ("Asia/Kathmandu", "Kathmandu (UTC+5:45)"),
            ("America/New_York", "New York (UTC-4)"),
            ("Europe/London", "London (UTC+1)"),
            ("UTC", "World time (UTC)"),
            ("UTC-03:30", "UTC-3:30"),
        ] {
            let zone = Zone::parse(name).expect("a zone");
            assert_eq!(zone_words(texts(Lang::En), zone, now), said);
        }
    }

    #[test]
    fn hours_are_said_short() {
        for (minutes, said) in [
            (0, ["休息", "休息", "Closed"]),
            (480, ["8 小时", "8 小時", "8 h"]),
            (45, ["45 分", "45 分", "45 min"]),
            (185, ["3 时 05 分", "3 時 05 分", "3 h 05"]),
        ] {
            for (lang, said) in Lang::ALL.into_iter().zip(said) {
                assert_eq!(short_hours(texts(lang), minutes), said);
            }
        }
    }

    #[test]
    fn every_problem_of_a_calendar_has_a_sentence_that_names_it() {
        let period = |text| Period::parse(text).expect("a period");
        let date = Date::parse("2026-02-14").expect("a date");
        let (day, next) = (CalendarDay::Date(date), CalendarDay::Weekday(6));
        let (one, other) = (period("09:00-13:00"), period("12:00-18:00"));
        let night = period("22:00-06:00");
        let all = [
            (CalendarProblem::NeverOpen, vec![]),
            (CalendarProblem::OnlySpecialDays, vec![]),
            (CalendarProblem::Unfit(next, one), vec!["09:00-13:00"]),
            (CalendarProblem::Overlap(day, one, other), vec!["2026", "14", "09:00-13:00", "12:00-18:00"]),
            (
                CalendarProblem::RunsInto { day, period: night, next, into: one },
                vec!["2026", "22:00-06:00", "09:00-13:00"],
            ),
            (CalendarProblem::MakeUpClosed { date, like: 0 }, vec!["2026", "14"]),
            (CalendarProblem::MakeUpWithoutHours(date), vec!["2026", "14"]),
            (CalendarProblem::NoSuchWeekday { date, like: 9 }, vec!["2026", "14"]),
        ];
        for lang in Lang::ALL {
            let mut said = std::collections::BTreeSet::new();
            for (found, named) in &all {
                let sentence = problem(lang, found);
                assert!(named.iter().all(|name| sentence.contains(name)), "{sentence}");
                assert!(!sentence.contains('{') && said.insert(sentence.clone()), "{sentence}");
            }
        }
        let never = Calendar { hours: Hours::default(), ..calendar() };
        assert_eq!(never.check(), [CalendarProblem::NeverOpen]);
    }

    #[test]
    fn a_list_says_what_it_did_not_take() {
        let list = "2026-02-15~2026-02-23 春节\nhello\n2026-02-16 上班\n2026-02-30 休";
        let found = read_days(list.as_bytes());
        let said: Vec<String> =
            found.problems.iter().map(|problem| day_problem(Lang::ZhCn, problem)).collect();
        assert_eq!(
            said,
            [
                "第 2 行：找不到日期，日期请写成 2026-02-15。",
                "第 3 行：2026年2月16日（周一）既是节假日又是上班日，两样都没有采用。",
                "第 4 行：没有这一天。",
            ]
        );
        assert_eq!(found.days.len(), 8);
    }

    #[test]
    fn a_file_that_is_none_is_told_in_every_language() {
        let head = r#"{"format":"casebook-calendar","version":1,"zone":"#;
        let week = r#""hours":[[],[],[],[],[],[],[]],"days":{}}"#;
        for (file, names) in [
            ("{}".to_owned(), ""),
            ("[".to_owned(), "1"),
            (format!("{head}\"Mars\",{week}"), "Mars"),
            (format!("{head}\"UTC\",\"hours\":[[\"9-5\"],[],[],[],[],[],[]],\"days\":{{}}}}"), "9-5"),
            (
                format!(
                    "{head}\"UTC\",\"hours\":[[],[],[],[],[],[],[]],\"days\":{{\"2026-02-14\":{{\"kind\":\"make_up\"}}}}}}"
                ),
                "days.2026-02-14",
            ),
        ] {
            let error = read(file.as_bytes()).expect_err("not a calendar");
            for lang in Lang::ALL {
                let said = file_error(texts(lang), &error);
                assert!(said.contains(names) && said.len() > 10, "{said}");
            }
        }
    }
}
