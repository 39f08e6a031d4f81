//! The calendar against a model that counts: it walks over every minute of some weeks, looks at
//! the clock, notes whether the shop is open, and answers by counting what it noted.

use casebook::domain::calendar::{Calendar, DayRule, MakeUpHours, Moment, Pause, SpanKind, SpecialDay, Zone};
use casebook::domain::date::Date;
use casebook::domain::hours::{Hours, Period, TimeOfDay};
use chrono::{Offset, TimeZone};
use chrono_tz::Tz;
use fastrand::Rng;
use std::collections::BTreeMap;

const DAY: usize = 24 * 60;
/// Days that are counted, and those before them in which nobody asks.
const DAYS: usize = 46;
const BEFORE: usize = 3;

/// Every minute of some weeks, by its number from `start` on.
struct Model {
    /// The first moment, and the first day where the shop is.
    start: u32,
    first_day: Date,
    /// When the clock first shows so many minutes after the first day began, or more.
    first_shown: Vec<usize>,
    open: Vec<bool>,
    /// The day of each minute, from the first.
    day: Vec<usize>,
    periods: Vec<Vec<Period>>,
}

fn minutes_of(period: Period) -> (usize, usize) {
    let (from, to) = (usize::from(period.from.minutes()), usize::from(period.to.minutes()));
    (from, if to > from { to } else { to + DAY })
}

fn periods_of(calendar: &Calendar, date: Date) -> Vec<Period> {
    match calendar.days.get(&date).map(|special| &special.rule) {
        None => calendar.hours.0[date.weekday()].clone(),
        Some(DayRule::Holiday) => Vec::new(),
        Some(DayRule::MakeUp(MakeUpHours::Like(weekday))) => calendar.hours.0[usize::from(*weekday)].clone(),
        Some(DayRule::MakeUp(MakeUpHours::Own(own)) | DayRule::Changed(own)) => own.clone(),
    }
}

impl Model {
    /// Walks with the world's table of zones, or a fixed one, beside the calendar's own.
    fn walk(calendar: &Calendar, place: Option<Tz>, fixed: i32, first_day: Date) -> Self {
        let offset = |moment: u32| match place {
            Some(place) => {
                let at = chrono::DateTime::from_timestamp(i64::from(moment) * 60, 0).expect("a moment");
                place.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc() / 60
            }
            None => fixed,
        };
        // A day earlier than the first begins anywhere.
        let start = first_day.number() * DAY as u32 - DAY as u32;
        let midnight = i64::from(first_day.number()) * DAY as i64;
        let minutes = (DAYS + 3) * DAY;
        let (mut first_shown, mut day) = (Vec::new(), Vec::with_capacity(minutes));
        let mut ahead = 0;
        for minute in 0..minutes {
            let moment = start + minute as u32;
            // Clocks change at full hours of UTC, or half ones.
            if minute % 30 == 0 {
                ahead = offset(moment);
            }
            let shown = i64::from(moment) + i64::from(ahead) - midnight;
            day.push(usize::try_from(shown.max(0)).unwrap_or(0) / DAY);
            while i64::try_from(first_shown.len()).expect("small") <= shown {
                first_shown.push(minute);
            }
        }
        let date = |day: usize| first_day.plus_days(day as i64).expect("in range");
        let periods: Vec<_> = (0..DAYS).map(|day| periods_of(calendar, date(day))).collect();
        let mut open = vec![false; minutes];
        for (day, periods) in periods.iter().enumerate() {
            for (from, to) in periods.iter().map(|period| minutes_of(*period)) {
                open[first_shown[day * DAY + from]..first_shown[day * DAY + to]].fill(true);
            }
        }
        Self { start, first_day, first_shown, open, day, periods }
    }

    fn moment(&self, minute: usize) -> Moment {
        Moment::of_number(self.start + minute as u32)
    }

    /// The minutes counted before each minute, without those that are paused.
    fn counted(&self, pauses: &[(usize, Option<usize>)], open_lasts: bool) -> Vec<u32> {
        let mut paused = vec![false; self.open.len()];
        for (from, to) in pauses {
            let to = to.unwrap_or(if open_lasts { self.open.len() } else { *from });
            paused[*from..to].fill(true);
        }
        let mut sum = 0;
        let mut counted = Vec::with_capacity(self.open.len() + 1);
        for (open, paused) in self.open.iter().zip(paused) {
            counted.push(sum);
            sum += u32::from(*open && !paused);
        }
        counted.push(sum);
        counted
    }
}

fn time(rng: &mut Rng, most: u16) -> TimeOfDay {
    // Quarters mostly, so that periods meet and touch.
    let minute = if rng.u8(..4) == 0 { rng.u16(..=most) } else { rng.u16(..=most / 15) * 15 };
    TimeOfDay::parse(&format!("{:02}:{:02}", minute / 60, minute % 60)).expect("a time of day")
}

fn day_of(rng: &mut Rng) -> Vec<Period> {
    let parse = |text: &str| text.split(", ").map(|part| Period::parse(part).expect("a period")).collect();
    match rng.u8(..10) {
        0 | 1 => Vec::new(),
        2 | 3 => parse("09:00-12:00, 13:00-18:00"),
        4 => parse("22:00-06:00"),
        5 => parse("05:00-12:00, 18:00-02:30"),
        6 => parse(["00:00-24:00", "01:30-02:30", "02:15-02:45, 23:59-00:01", "12:00-11:59"][rng.usize(..4)]),
        // Such as no form would take: out of order, overlapping.
        _ => (0..rng.u8(1..5))
            .map(|_| Period { from: time(rng, 1439), to: time(rng, 1440) })
            .filter(|period| period.from != period.to)
            .collect(),
    }
}

fn special_of(rng: &mut Rng) -> SpecialDay {
    let rule = match rng.u8(..8) {
        0..4 => DayRule::Holiday,
        4 | 5 => DayRule::MakeUp(MakeUpHours::Like(rng.u8(..7))),
        6 => DayRule::MakeUp(MakeUpHours::Own(day_of(rng))),
        _ => DayRule::Changed(day_of(rng)),
    };
    SpecialDay { rule, name: ["", "x"][rng.usize(..2)].to_owned() }
}

/// A calendar, the world's zone beside its own, and a first day; mostly near a change of the clocks.
fn random(rng: &mut Rng) -> (Calendar, Option<Tz>, i32, Date) {
    let month = [2, 3, 9, 10, 11, 3, 10, rng.u32(1..=12)][rng.usize(..8)];
    let first = Date::new(rng.i32(2024..2037), month, rng.u32(1..=28)).expect("a date");
    let (zone, place, fixed) = if rng.u8(..8) == 0 {
        let minutes: i32 = rng.i32(-48..56) * 15;
        let sign = if minutes < 0 { '-' } else { '+' };
        let name = format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
        (Zone::parse(&name).expect("a zone"), None, minutes)
    } else {
        let known: Vec<Zone> = Zone::PLACES.into_iter().filter(|z| z.name() != "America/Vancouver").collect();
        let zone = known[rng.usize(..known.len())];
        (zone, Some(zone.name().parse().expect("a place")), 0)
    };
    let hours = Hours(std::array::from_fn(|_| day_of(rng)));
    let share = rng.u8(..60);
    let mut days = BTreeMap::new();
    for day in 0..DAYS {
        if rng.u8(..100) < share {
            days.insert(first.plus_days(day as i64).expect("in range"), special_of(rng));
        }
    }
    (Calendar { hours, days, zone }, place, fixed, first)
}

fn random_pauses(rng: &mut Rng) -> Vec<(usize, Option<usize>)> {
    let most = (DAYS - 2) * DAY;
    let count = [0, 1, 1, 2, 5][rng.usize(..5)];
    let mut pauses = Vec::new();
    for _ in 0..count {
        let from = rng.usize(BEFORE * DAY..most);
        let to = (rng.u8(..6) > 0).then(|| (from + rng.usize(..3 * DAY)).min(most));
        pauses.push((from, to));
    }
    pauses
}

#[test]
fn the_calendar_agrees_with_counting_minutes() {
    let mut rng = Rng::with_seed(20_260_213);
    let mut cases = 0_u32;
    for round in 0..200 {
        let (calendar, place, fixed, first) = random(&mut rng);
        let model = Model::walk(&calendar, place, fixed, first);
        for _ in 0..4 {
            let pauses = random_pauses(&mut rng);
            cases += check(&mut rng, &calendar, &model, &pauses, &format!("round {round}: {calendar:?}"));
        }
    }
    assert!(cases >= 100_000, "{cases} cases");
}

/// Asks many things of one calendar; how many.
fn check(
    rng: &mut Rng,
    calendar: &Calendar,
    model: &Model,
    pauses: &[(usize, Option<usize>)],
    which: &str,
) -> u32 {
    let given: Vec<Pause> = pauses
        .iter()
        .map(|(from, to)| Pause { from: model.moment(*from), to: to.map(|to| model.moment(to)) })
        .collect();
    let (lasting, passed_over) = (model.counted(pauses, true), model.counted(pauses, false));
    // The last days may be open beyond what is walked, so nobody asks about them.
    let (least, most) = (BEFORE * DAY, (DAYS - 2) * DAY);
    let mut cases = 0;
    for _ in 0..60 {
        let from = rng.usize(least..most);
        let to = rng.usize(from..most);
        let (begin, end) = (model.moment(from), model.moment(to));
        let told = || format!("{which}\n{given:?}\nfrom {from} to {to}");

        let worked = lasting[to] - lasting[from];
        assert_eq!(calendar.worked(begin, end, &given), worked, "worked, {}", told());

        let left = passed_over[most] - passed_over[from];
        let minutes = rng.u32(0..=left);
        let after = passed_over[from..=most].partition_point(|sum| sum - passed_over[from] < minutes);
        let due = model.moment(from + after);
        assert_eq!(calendar.due(begin, minutes, &given), Some(due), "due after {minutes}, {}", told());

        assert_eq!(calendar.is_open_at(begin), model.open[from], "open, {}", told());
        let opening = (from..most).find(|minute| model.open[*minute]).map(|minute| model.moment(minute));
        if opening.is_some() {
            assert_eq!(calendar.next_opening(begin), opening, "opening, {}", told());
        }
        cases += 3;
    }
    for _ in 0..4 {
        let from = rng.usize(least..most);
        let to = rng.usize(from..most.min(from + 12 * DAY));
        check_spans(calendar, model, (from, to), &lasting, &given, which);
        check_days(rng, calendar, model, from, which);
        cases += 2;
    }
    cases
}

/// The spans that are worked cover exactly the minutes that count, each once and in order.
fn check_spans(
    calendar: &Calendar,
    model: &Model,
    (from, to): (usize, usize),
    counted: &[u32],
    pauses: &[Pause],
    which: &str,
) {
    let spans = calendar.explain(model.moment(from), model.moment(to), pauses);
    let minute = |moment: Moment| (moment.number() - model.start) as usize;
    let mut open = vec![false; to - from];
    let mut worked = vec![false; to - from];
    let mut last = from;
    for span in spans.iter().filter(|span| span.kind != SpanKind::Closed) {
        assert!(minute(span.from) >= last && span.to > span.from, "order of {spans:?}, {which}");
        last = minute(span.to);
        for at in minute(span.from)..last {
            open[at - from] = true;
            worked[at - from] = span.kind == SpanKind::Worked;
        }
        let length = (span.to.number() - span.from.number()) * u32::from(span.kind == SpanKind::Worked);
        assert_eq!(span.minutes, length, "{span:?}");
    }
    assert_eq!(open, model.open[from..to], "open spans from {from}, {which}\n{spans:?}");
    let counts: Vec<bool> = (from..to).map(|at| counted[at + 1] > counted[at]).collect();
    assert_eq!(worked, counts, "worked spans from {from}, {which}\n{spans:?}");
    for span in spans.iter().filter(|span| span.kind == SpanKind::Closed) {
        assert!(calendar.days.contains_key(&span.date), "{span:?}");
        assert_eq!(span.minutes, 0);
        // A whole closed day has no minute of a period that begins on it.
        assert!(spans.iter().all(|s| s.kind == SpanKind::Closed || s.date != span.date), "{spans:?}");
    }
}

fn check_days(rng: &mut Rng, calendar: &Calendar, model: &Model, from: usize, which: &str) {
    let days = rng.usize(1..6);
    let working: Vec<usize> =
        (model.day[from] + 1..DAYS - 3).filter(|day| !model.periods[*day].is_empty()).collect();
    let Some(day) = working.get(days - 1) else { return };
    let end = model.periods[*day].iter().map(|period| minutes_of(*period).1).max().expect("a period");
    let close = model.moment(model.first_shown[day * DAY + end]);
    let found = calendar.working_day_close(model.moment(from), days as u32);
    assert_eq!(found, Some(close), "the close {days} working days after {from}, {which}");
    let date = model.first_day.plus_days(*day as i64).expect("in range");
    assert!(calendar.is_working_day(date));
}
