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
        Self::some_of_line(line, |_| true)
    }

    /// The same with the clocks of some kinds alone: lists read many lines.
    #[must_use]
    pub fn some_of_line(line: &str, wanted: impl Fn(PromiseKind) -> bool) -> Option<Self> {
        let mut rest = Rest(line.as_bytes());
        let mut promises = Self::default();
        while !rest.0.is_empty() {
            match rest.byte()? {
                b'p' => {
                    let reason = *WaitReason::ALL.get(rest.place()?)?;
                    rest.expect(b',')?;
                    let from = rest.moment()?;
                    rest.expect(b',')?;
                    promises.pauses.push(Pausing { reason, from, to: rest.optional(b';')? });
                }
                b'r' => {
                    let kind = *PromiseKind::ALL.get(rest.place()?)?;
                    rest.expect(b',')?;
                    promises.remedied.push((kind, rest.moment()?));
                }
                b'c' => {
                    let kind = *PromiseKind::ALL.get(rest.place()?)?;
                    rest.expect(b',')?;
                    if wanted(kind) {
                        promises.clocks.push(rest.clock(kind)?);
                    } else {
                        rest.skip(b';');
                        continue;
                    }
                }
                _ => return None,
            }
            rest.expect(b';')?;
        }
        Some(promises)
    }
}

/// What is left to read of a line.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn is_next(&self, byte: u8) -> bool {
        self.0.first() == Some(&byte)
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.byte()? == byte).then_some(())
    }

    /// Passes over everything up to a byte and over that.
    fn skip(&mut self, byte: u8) {
        while self.byte().is_some_and(|each| each != byte) {}
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self.0.first().filter(|byte| byte.is_ascii_digit()) {
            let shifted = number.unwrap_or(0_u32).checked_mul(10)?;
            number = Some(shifted.checked_add((digit - b'0').into())?);
            self.0 = &self.0[1..];
        }
        number
    }

    fn place(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn moment(&mut self) -> Option<Moment> {
        self.number().map(Moment::of_number)
    }

    /// A moment, or nothing where the end comes at once.
    fn optional(&mut self, end: u8) -> Option<Option<Moment>> {
        if self.is_next(end) { Some(None) } else { self.moment().map(Some) }
    }

    fn when(&mut self) -> Option<When> {
        match self.byte()? {
            b'm' => self.moment().map(When::Moment),
            b'l' => LocalTime::of_number(self.number()?).map(When::Local),
            _ => None,
        }
    }

    /// Several with bars between them, up to an end.
    fn list<T>(&mut self, end: u8, each: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = Vec::new();
        while !self.is_next(end) {
            if !list.is_empty() {
                self.expect(b'|')?;
            }
            list.push(each(self)?);
        }
        Some(list)
    }

    fn clock(&mut self, kind: PromiseKind) -> Option<Clock> {
        let started = self.when()?;
        self.expect(b',')?;
        let ended = self.optional(b',')?;
        self.expect(b',')?;
        let met = self.list(b',', Self::when)?;
        self.expect(b',')?;
        let editions = self.list(b';', Self::edition)?;
        Some(Clock { kind, started, editions, met, ended })
    }

    fn edition(&mut self) -> Option<Edition> {
        let since = self.moment()?;
        self.expect(b':')?;
        let none = self.0.first().is_none_or(|byte| matches!(byte, b'|' | b';'));
        Some(Edition { since, limit: if none { None } else { Some(self.limit()?) } })
    }

    fn limit(&mut self) -> Option<Limit> {
        let sort = self.byte()?;
        let first = self.number()?;
        let day = || Date::EPOCH.plus_days(first.into());
        let mut second = || {
            self.expect(b'.')?;
            self.number()
        };
        Some(match sort {
            b'r' => Limit::Response { inside: first, outside: second()? },
            b'm' => Limit::Minutes(first),
            b'w' => Limit::WorkingDays(first),
            b'd' => Limit::Days(first),
            b'o' => Limit::Months(first),
            b'c' => Limit::CloseOf(day()?),
            b't' => Limit::At(LocalTime::of_number(first)?),
            b'b' => Limit::BeforeCloseOf(day()?, second()?),
            _ => return None,
        })
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
