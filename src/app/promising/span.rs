//! The way from the start of a promise to its due time, day by day.

use super::Speaking;
use super::time::{day_words, duration};
use crate::domain::calendar::{Moment, Span, SpanKind, Why as DayWhy};
use crate::domain::date::Date;
use crate::domain::promise::Measure;
use crate::i18n::when::weekday;

/// The most lines that are told; the rest is said in one.
const MOST_LINES: usize = 31;

/// A line of the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Whether its time counts.
    pub counts: bool,
    /// What is said.
    pub words: String,
}

impl Speaking<'_> {
    /// The spans of working time in words: those of one day in one line.
    pub(super) fn spans(&self, spans: &[Span], until: Moment) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut told = 0;
        for group in spans.chunk_by(|one, next| one.date == next.date && one.kind == next.kind) {
            if lines.len() == MOST_LINES {
                let all: u32 = spans.iter().map(|span| span.minutes).sum();
                let rest = duration(self.t(), all - told, Measure::Working);
                let words = self.t().promise().why_more(&self.moment(until), &rest);
                lines.push(Line { counts: true, words });
                break;
            }
            told += group.iter().map(|span| span.minutes).sum::<u32>();
            lines.extend(self.line(group));
        }
        lines
    }

    fn line(&self, group: &[Span]) -> Option<Line> {
        let first = group.first()?;
        let (t, p) = (self.t(), self.t().promise());
        let day = self.day(first.date);
        if first.kind == SpanKind::Closed {
            return Some(Line { counts: false, words: self.closed(first)? });
        }
        let times: Vec<String> = group.iter().filter_map(|span| self.times(span)).collect();
        let times = times.join(t.common().comma);
        if first.kind == SpanKind::Paused {
            return Some(Line { counts: false, words: p.span_still(&day, &times) });
        }
        let minutes = duration(t, group.iter().map(|span| span.minutes).sum(), Measure::Working);
        let (words, name) = match &first.day {
            DayWhy::MakeUp { like: Some(like), name } => {
                let like = self.weekday_named(*like);
                (p.span_make_up_like(&day, &like, &times, &minutes), name.as_str())
            }
            DayWhy::MakeUp { like: None, name } => (p.span_make_up(&day, &times, &minutes), name.as_str()),
            DayWhy::Changed { name } => (p.span_changed(&day, &times, &minutes), name.as_str()),
            // Work of the evening before may run into a holiday.
            DayWhy::Usual | DayWhy::Holiday { .. } => (p.span(&day, &times, &minutes), ""),
        };
        let words = if name.is_empty() { words } else { p.span_named(&words, &name) };
        Some(Line { counts: true, words })
    }

    fn closed(&self, span: &Span) -> Option<String> {
        let p = self.t().promise();
        let from = self.day(span.date);
        let last = self.zone().local(span.to.plus_minutes(-1))?.date();
        let to = (last > span.date).then(|| self.day(last));
        Some(match (&span.day, to) {
            (DayWhy::Holiday { name, .. }, None) if name.is_empty() => p.span_holiday(&from),
            (DayWhy::Holiday { name, .. }, None) => p.span_holiday_named(&from, name),
            (DayWhy::Holiday { name, .. }, Some(to)) if name.is_empty() => p.span_holidays(&from, &to),
            (DayWhy::Holiday { name, .. }, Some(to)) => p.span_holidays_named(&from, &to, name),
            (DayWhy::Changed { name } | DayWhy::MakeUp { name, .. }, _) if !name.is_empty() => {
                p.span_named(&p.span_closed(&from), name)
            }
            _ => p.span_closed(&from),
        })
    }

    /// `16:30–18:00`.
    fn times(&self, span: &Span) -> Option<String> {
        let (from, to) = (self.zone().local(span.from)?, self.zone().local(span.to)?);
        Some(format!("{}–{}", from.time(), to.time()))
    }

    pub(super) fn day(&self, day: Date) -> String {
        let today = self.zone().local(self.now).map(|now| now.date());
        day_words(self.t(), today.unwrap_or(day), day)
    }

    fn weekday_named(&self, number: u8) -> &'static str {
        // 1970 began on a Thursday, so that its fifth day was a Monday.
        let day = Date::EPOCH.plus_days(4 + i64::from(number));
        day.map(|day| weekday(self.t(), day)).unwrap_or_default()
    }
}
