//! Promises as one short line, for the summaries that lists keep.

use super::{Clock, Edition, Limit, Pausing, PromiseKind, Promises, When};
use crate::domain::calendar::Moment;
use crate::domain::date::Date;
use crate::domain::local_time::LocalTime;
use crate::domain::waiting::WaitReason;
use std::fmt::Write;

impl Promises {
    /// The line that says it; empty when there is nothing to say.
    #[must_use]
    pub fn to_line(&self) -> String {
        let mut line = String::new();
        for pause in &self.pauses {
            let to = pause.to.map(|to| to.number().to_string()).unwrap_or_default();
            let _ = write!(line, "p{},{},{to};", pause.reason as u8, pause.from.number());
        }
        for (kind, started) in &self.remedied {
            let _ = write!(line, "r{},{};", *kind as u8, started.number());
        }
        for clock in &self.clocks {
            let ended = clock.ended.map(|ended| ended.number().to_string()).unwrap_or_default();
            let met = joined(&clock.met, |when| written(*when));
            let editions = joined(&clock.editions, |edition| {
                format!("{}:{}", edition.since.number(), edition.limit.map(limit).unwrap_or_default())
            });
            let started = written(clock.started);
            let _ = write!(line, "c{},{started},{ended},{met},{editions};", clock.kind as u8);
        }
        line
    }

    /// What a line says; `None` when it is not one.
    #[must_use]
    pub fn from_line(line: &str) -> Option<Self> {
        let mut promises = Self::default();
        for part in line.split_terminator(';') {
            let mut fields = part.get(1..)?.split(',');
            let mut next = || fields.next();
            match part.as_bytes()[0] {
                b'p' => promises.pauses.push(Pausing {
                    reason: *WaitReason::ALL.get(next()?.parse::<usize>().ok()?)?,
                    from: moment(next()?)?,
                    to: optional(next()?)?,
                }),
                b'r' => promises.remedied.push((kind(next()?)?, moment(next()?)?)),
                b'c' => promises.clocks.push(Clock {
                    kind: kind(next()?)?,
                    started: when(next()?)?,
                    ended: optional(next()?)?,
                    met: next()?.split_terminator('|').map(when).collect::<Option<_>>()?,
                    editions: next()?.split_terminator('|').map(edition).collect::<Option<_>>()?,
                }),
                _ => return None,
            }
        }
        Some(promises)
    }
}

fn joined<T>(list: &[T], text: impl Fn(&T) -> String) -> String {
    list.iter().map(text).collect::<Vec<_>>().join("|")
}

fn written(when: When) -> String {
    match when {
        When::Moment(moment) => format!("m{}", moment.number()),
        When::Local(time) => format!("l{}", time.number()),
    }
}

fn limit(limit: Limit) -> String {
    match limit {
        Limit::Response { inside, outside } => format!("r{inside}.{outside}"),
        Limit::Minutes(minutes) => format!("m{minutes}"),
        Limit::WorkingDays(days) => format!("w{days}"),
        Limit::Days(days) => format!("d{days}"),
        Limit::Months(months) => format!("o{months}"),
        Limit::CloseOf(date) => format!("c{}", date.number()),
        Limit::At(time) => format!("t{}", time.number()),
        Limit::BeforeCloseOf(date, minutes) => format!("b{}.{minutes}", date.number()),
    }
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

fn kind(text: &str) -> Option<PromiseKind> {
    PromiseKind::ALL.get(text.parse::<usize>().ok()?).copied()
}

fn moment(text: &str) -> Option<Moment> {
    number(text).map(Moment::of_number)
}

fn optional(text: &str) -> Option<Option<Moment>> {
    if text.is_empty() { Some(None) } else { moment(text).map(Some) }
}

fn when(text: &str) -> Option<When> {
    match text.split_at_checked(1)? {
        ("m", rest) => moment(rest).map(When::Moment),
        ("l", rest) => LocalTime::of_number(number(rest)?).map(When::Local),
        _ => None,
    }
}

fn edition(text: &str) -> Option<Edition> {
    let (since, text) = text.split_once(':')?;
    let limit = if text.is_empty() { None } else { Some(read_limit(text)?) };
    Some(Edition { since: moment(since)?, limit })
}

fn read_limit(text: &str) -> Option<Limit> {
    let (sort, rest) = text.split_at_checked(1)?;
    let two = || {
        let (one, other) = rest.split_once('.')?;
        Some((number(one)?, number(other)?))
    };
    let day = |days: u32| Date::EPOCH.plus_days(days.into());
    Some(match sort {
        "r" => two().map(|(inside, outside)| Limit::Response { inside, outside })?,
        "m" => Limit::Minutes(number(rest)?),
        "w" => Limit::WorkingDays(number(rest)?),
        "d" => Limit::Days(number(rest)?),
        "o" => Limit::Months(number(rest)?),
        "c" => Limit::CloseOf(day(number(rest)?)?),
        "t" => Limit::At(LocalTime::of_number(number(rest)?)?),
        "b" => two().and_then(|(days, minutes)| Some(Limit::BeforeCloseOf(day(days)?, minutes)))?,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moments() -> impl Strategy<Value = Moment> {
        any::<u32>().prop_map(Moment::of_number)
    }

    fn whens() -> impl Strategy<Value = When> {
        prop_oneof![
            moments().prop_map(When::Moment),
            (0..60_000_000_u32).prop_filter_map("a time", |n| LocalTime::of_number(n).map(When::Local)),
        ]
    }

    fn limits() -> impl Strategy<Value = Limit> {
        let days = (0..60_000_u32).prop_filter_map("a day", |days| Date::EPOCH.plus_days(days.into()));
        prop_oneof![
            any::<(u32, u32)>().prop_map(|(inside, outside)| Limit::Response { inside, outside }),
            any::<u32>().prop_map(Limit::Minutes),
            any::<u32>().prop_map(Limit::WorkingDays),
            any::<u32>().prop_map(Limit::Days),
            any::<u32>().prop_map(Limit::Months),
            days.clone().prop_map(Limit::CloseOf),
            (days, any::<u32>()).prop_map(|(day, minutes)| Limit::BeforeCloseOf(day, minutes)),
            (0..60_000_000_u32).prop_filter_map("a time", |n| LocalTime::of_number(n).map(Limit::At)),
        ]
    }

    fn clocks() -> impl Strategy<Value = Clock> {
        let edition =
            (moments(), prop::option::of(limits())).prop_map(|(since, limit)| Edition { since, limit });
        (
            prop::sample::select(PromiseKind::ALL.to_vec()),
            whens(),
            prop::collection::vec(edition, 0..3),
            prop::collection::vec(whens(), 0..3),
            prop::option::of(moments()),
        )
            .prop_map(|(kind, started, editions, met, ended)| Clock {
                kind,
                started,
                editions,
                met,
                ended,
            })
    }

    proptest! {
        #[test]
        fn a_line_is_read_as_it_was_written(
            clocks in prop::collection::vec(clocks(), 0..4),
            pauses in prop::collection::vec((0..4_usize, moments(), prop::option::of(moments())), 0..3),
            remedied in prop::collection::vec((0..12_usize, moments()), 0..3),
        ) {
            let pauses = pauses.into_iter()
                .map(|(reason, from, to)| Pausing { reason: WaitReason::ALL[reason], from, to })
                .collect();
            let remedied = remedied.into_iter().map(|(kind, at)| (PromiseKind::ALL[kind], at)).collect();
            let given = Promises { pauses, clocks, remedied };
            prop_assert_eq!(Promises::from_line(&given.to_line()), Some(given));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[prc0-9,;|:.mlwd]{0,40}") {
            let _ = Promises::from_line(&text);
        }
    }
}
