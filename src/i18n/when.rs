//! Moments as people say them: near ones by their distance, far ones by their date.

use super::{Texts, texts};
use crate::domain::date::Date;
use crate::domain::lang::Lang;
use crate::domain::local_time::{LocalTime, Window};

/// A time zone: the minutes that its clocks are ahead of UTC at a moment in milliseconds
/// since 1970. The browser gives the real one; a test gives a fixed one.
pub type Zone = fn(u64) -> i32;

const MINUTE: u64 = 60_000;
const DAY: u64 = 24 * 60 * MINUTE;
/// What is said of a moment that no calendar here holds.
const UNKNOWN: &str = "—";

/// A moment as it is said at another: `今天 10:30`, `yesterday 18:05`, `5 Mar`.
#[must_use]
pub fn relative(t: &'static Texts, now: u64, moment: u64, zone: Zone) -> String {
    // What was just written lies after a 'now' that moves on twice a minute.
    if now.abs_diff(moment) < MINUTE {
        return t.when().just_now.to_owned();
    }
    let (Some(today), Some(day)) = (date(now, zone), date(moment, zone)) else {
        return UNKNOWN.to_owned();
    };
    let time = time(moment, zone);
    match day.days_since(today) {
        0 => t.when().today(&time),
        -1 => t.when().yesterday(&time),
        1 => t.when().tomorrow(&time),
        -6..=6 => t.when().weekday_time(&weekday(t, day), &time),
        _ => date_at(t, today, day),
    }
}

/// A date as it is said on another: with the year only when that differs.
#[must_use]
pub fn date_at(t: &'static Texts, today: Date, day: Date) -> String {
    let month = month(t.when().months, day);
    if day.year() == today.year() {
        t.when().day(&day.day(), &month)
    } else {
        t.when().full_date(&day.day(), &month, &day.year())
    }
}

/// A moment to the minute, with its weekday: `2026年11月21日（周六）20:32`.
#[must_use]
pub fn exact(lang: Lang, moment: u64, zone: Zone) -> String {
    let t = texts(lang);
    date(moment, zone).map_or_else(
        || UNKNOWN.to_owned(),
        |day| t.when().exact(&weekday(t, day), &date_in_words(lang, day), &time(moment, zone)),
    )
}

/// A date as it stands on formal paper: `2026年11月21日`, `21 November 2026`.
#[must_use]
pub fn date_in_words(lang: Lang, date: Date) -> String {
    let t = texts(lang);
    t.when().full_date(&date.day(), &month(t.when().full_months, date), &date.year())
}

/// The name of a date's month as it stands on formal paper: `11`, `November`.
#[must_use]
pub fn month_in_words(lang: Lang, date: Date) -> &'static str {
    month(texts(lang).when().full_months, date)
}

/// A time that was agreed, with its weekday: `Sat 21 November 2026, 09:30`.
#[must_use]
pub fn local_in_words(lang: Lang, time: LocalTime) -> String {
    let t = texts(lang);
    t.when().exact(&weekday(t, time.date()), &date_in_words(lang, time.date()), &time.time())
}

/// A window that was agreed; its day is said once: `Sat 21 November 2026, 09:30–11:00`.
#[must_use]
pub fn window_in_words(lang: Lang, window: Window) -> String {
    let (start, end) = (window.start(), window.end());
    let until =
        if start.date() == end.date() { end.time() } else { format!(" {}", local_in_words(lang, end)) };
    format!("{}–{until}", local_in_words(lang, start))
}

/// The time of day: `09:05`.
#[must_use]
pub fn time(moment: u64, zone: Zone) -> String {
    let day = i64::try_from(DAY).unwrap_or(i64::MAX);
    let within = i64::try_from(moment % DAY).unwrap_or(0) + i64::from(zone(moment)) * 60_000;
    let minutes = within.rem_euclid(day) / 60_000;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Minutes ahead of UTC, as people write them: `UTC+8`, `UTC-3:30`.
#[must_use]
pub fn offset_words(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

fn date(moment: u64, zone: Zone) -> Option<Date> {
    Date::of_moment(moment, zone(moment))
}

/// The short name of a date's weekday.
#[must_use]
pub fn weekday(t: &'static Texts, date: Date) -> &'static str {
    word(t.when().weekdays, date.weekday())
}

fn month(names: &'static str, date: Date) -> &'static str {
    word(names, date.month() as usize - 1)
}

/// The word at a place in a text of words.
fn word(words: &'static str, place: usize) -> &'static str {
    words.split(' ').nth(place).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Saturday 21 November 2026, 20:32 in Shanghai.
    const NOW: u64 = 1_795_264_320_000;
    const SHANGHAI: Zone = |_| 480;
    const HOUR: u64 = 60 * MINUTE;

    #[test]
    fn near_moments_are_said_by_their_distance() {
        let cases: [(u64, [&str; 3]); 13] = [
            (NOW, ["刚刚", "剛剛", "just now"]),
            (NOW - MINUTE + 1, ["刚刚", "剛剛", "just now"]),
            (NOW - MINUTE, ["今天 20:31", "今天 20:31", "today 20:31"]),
            (NOW + MINUTE - 1, ["刚刚", "剛剛", "just now"]),
            (NOW + MINUTE, ["今天 20:33", "今天 20:33", "today 20:33"]),
            (NOW - 21 * HOUR, ["昨天 23:32", "昨天 23:32", "yesterday 23:32"]),
            (NOW + 14 * HOUR, ["明天 10:32", "明天 10:32", "tomorrow 10:32"]),
            (NOW - 6 * DAY, ["周日 20:32", "週日 20:32", "Sun 20:32"]),
            (NOW + 3 * DAY, ["周二 20:32", "週二 20:32", "Tue 20:32"]),
            (NOW - 7 * DAY, ["11月14日", "11月14日", "14 Nov"]),
            (NOW - 260 * DAY, ["3月6日", "3月6日", "6 Mar"]),
            (NOW + 60 * DAY, ["2027年1月20日", "2027年1月20日", "20 Jan 2027"]),
            (u64::MAX, [UNKNOWN; 3]),
        ];
        for (moment, said) in cases {
            for (lang, said) in Lang::ALL.into_iter().zip(said) {
                assert_eq!(relative(texts(lang), NOW, moment, SHANGHAI), said, "{lang:?} {moment}");
            }
        }
    }

    #[test]
    fn today_is_what_the_zone_calls_today() {
        let five_past_midnight = NOW + 3 * HOUR + 33 * MINUTE;
        let said = |zone: Zone| relative(texts(Lang::En), five_past_midnight, NOW, zone);
        assert_eq!(said(SHANGHAI), "yesterday 20:32");
        assert_eq!(said(|_| 0), "today 12:32");
        assert_eq!(said(|_| -480), "today 04:32");
    }

    #[test]
    fn on_paper_a_moment_is_exact() {
        for (lang, said, day) in [
            (Lang::ZhCn, "2026年11月21日（周六）20:32", "2026年11月21日"),
            (Lang::ZhTw, "2026年11月21日（週六）20:32", "2026年11月21日"),
            (Lang::En, "Sat 21 November 2026, 20:32", "21 November 2026"),
        ] {
            assert_eq!(exact(lang, NOW, SHANGHAI), said);
            assert_eq!(Date::new(2026, 11, 21).map(|date| date_in_words(lang, date)).as_deref(), Some(day));
        }
        assert_eq!(exact(Lang::En, u64::MAX, SHANGHAI), UNKNOWN);
    }

    #[test]
    fn a_window_says_its_day_once() {
        let window = |date, start, end| Window::typed(date, start, end).expect("a window");
        let agreed = window("2026-11-21", "9:30", "11:00");
        assert_eq!(window_in_words(Lang::En, agreed), "Sat 21 November 2026, 09:30–11:00");
        assert_eq!(window_in_words(Lang::ZhCn, agreed), "2026年11月21日（周六）09:30–11:00");
    }

    #[test]
    fn the_clock_wraps_at_midnight() {
        for (offset, time_there) in
            [((|_| 0) as Zone, "12:32"), (|_| -780, "23:32"), (|_| 720, "00:32"), (|_| 345, "18:17")]
        {
            assert_eq!(time(NOW, offset), time_there);
        }
    }
}
