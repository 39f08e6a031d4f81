//! How the time of a promise comes about, in sentences.

use super::left::reason_words;
use super::span::Line;
use super::time::{duration, full};
use super::{Speaking, terms_at};
use crate::domain::calendar::{Calendar, Moment, Pause, SpanKind};
use crate::domain::case::Case;
use crate::domain::id::LetterId;
use crate::domain::promise::{Doubt, Judged, Limit, Measure, Pausing, PromiseKind, State, Terms};
use crate::domain::waiting::WaitReason;

/// Why a promise is due when it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Why {
    /// When it started and by what, the limit, and which minutes count: sentences in order.
    pub how: Vec<String>,
    /// The way from the start to the due time; empty where the clock alone counts.
    pub spans: Vec<Line>,
    /// When it stood still, for what and through whom.
    pub pauses: Vec<String>,
    /// When it is due; nothing when that cannot be told.
    pub due: Option<String>,
    /// What makes it doubtful.
    pub doubt: Option<&'static str>,
    /// The letter that promised it, and its number.
    pub letter: Option<(LetterId, String)>,
    /// Whether no time can be told because the shop has no service hours.
    pub no_hours: bool,
}

/// How the time of a promise of a case comes about.
#[must_use]
pub fn why(of: &Speaking, case: &Case, judged: &Judged) -> Why {
    let (t, p) = (of.t(), of.t().promise());
    let terms = terms_at(case, judged.by);
    let calendar = of.calendars.at(judged.by);
    let mut why = Why { no_hours: judged.due.is_none(), ..Why::default() };
    let started = of.full(judged.started);
    why.how.push(p.why_started(&started, &of.started_by(case, judged)));
    if let Some(limit) = terms.as_ref().and_then(|held| of.limit(judged, held.value)) {
        why.how.push(p.why_limit(&limit));
    }
    let limit = terms.as_ref().and_then(|held| held.value.limit(judged.kind));
    if let Some(Limit::Response { inside, outside }) = limit {
        let [inside, outside] = [inside, outside].map(|minutes| duration(t, minutes, Measure::Wall));
        why.how.push(match judged.measure {
            Measure::Working => p.why_inside(&inside, &outside),
            Measure::Wall => p.why_outside(&outside, &inside),
        });
    }
    if matches!(limit, Some(Limit::WorkingDays(1..) | Limit::Days(1..))) {
        why.how.push(p.why_first_day.to_owned());
    }
    let pauses = of.pauses_of(judged);
    if let Some(due) = judged.due.filter(|due| *due > judged.started) {
        match judged.measure {
            Measure::Wall => {
                if !matches!(limit, Some(Limit::Response { .. })) && !judged.kind.is_guarantee() {
                    why.how.push(p.why_clock.to_owned());
                }
            }
            Measure::Working => {
                let until = judged.met.unwrap_or(of.now);
                let closed =
                    |pause: &Pausing| Pause { from: pause.from, to: Some(pause.to.unwrap_or(until)) };
                let still: Vec<Pause> = pauses.iter().map(closed).collect();
                let spans = calendar.explain(judged.started, due, &still);
                if matches!(limit, Some(Limit::Response { .. })) {
                    why.how.extend(of.carries(calendar, judged.started, due));
                }
                why.spans = of.spans(&spans, due);
            }
        }
    }
    if judged.state != State::NotApplicable && *calendar != *of.calendars.now() && !judged.state.is_running()
    {
        why.how.push(p.why_then.to_owned());
    }
    why.pauses = pauses.iter().map(|pause| of.pause_line(calendar, judged, pause)).collect();
    why.due = judged.due.map(|due| p.why_until(&of.full(due)));
    why.doubt = doubt_words(of, judged);
    why.letter = terms.map(|held| letter(held.value));
    why
}

fn letter(terms: &Terms) -> (LetterId, String) {
    (terms.letter.clone(), terms.number.clone())
}

/// What makes a promise doubtful, in a sentence. A visit that is still ahead is no doubt.
pub(super) fn doubt_words(of: &Speaking, judged: &Judged) -> Option<&'static str> {
    let p = of.t().promise();
    match judged.doubt? {
        Doubt::MetBeforeStart if judged.kind != PromiseKind::Visit => Some(p.doubt_before),
        Doubt::ClockBehind if judged.kind != PromiseKind::Visit => Some(p.doubt_behind),
        Doubt::MetBeforeStart | Doubt::ClockBehind => None,
    }
}

impl Speaking<'_> {
    /// A moment with its weekday and day, whatever day it is.
    pub(super) fn full(&self, moment: Moment) -> String {
        let (today, at) = (self.zone().local(self.now), self.zone().local(moment));
        today.zip(at).map(|(today, at)| full(self.t(), today.date(), at)).unwrap_or_default()
    }

    fn started_by(&self, case: &Case, judged: &Judged) -> &'static str {
        let p = self.t().promise();
        let moment = |millis: u64| Moment::of_millis(millis);
        let opened = case.span.as_ref().map(|(first, _)| moment(first.millis));
        let late = case.promised().any(|held| moment(held.stamp.millis) == judged.started);
        match judged.kind {
            PromiseKind::Visit => p.what_window,
            PromiseKind::Finish | PromiseKind::DelayNotice => p.what_agreed,
            PromiseKind::Redo | PromiseKind::Maintenance if judged.state != State::Running => p.what_called,
            _ if opened == Some(judged.started) && case.is_complaint() => p.what_complaint,
            _ if opened == Some(judged.started) && judged.kind != PromiseKind::Emergency => p.what_request,
            _ if late && opened != Some(judged.started) => p.what_letter,
            PromiseKind::Emergency => p.what_emergency,
            PromiseKind::FirstResponse | PromiseKind::Plan => p.what_request,
            PromiseKind::Redo | PromiseKind::Maintenance | PromiseKind::FollowUp => p.what_delivered,
            PromiseKind::Progress => p.what_told,
            PromiseKind::ComplaintHeard | PromiseKind::ComplaintSettled => p.what_complaint,
        }
    }

    /// That service hours end before a response must be given, and when they go on.
    fn carries(&self, calendar: &Calendar, started: Moment, due: Moment) -> Option<String> {
        let day = |moment: Moment| self.zone().local(moment).map(|at| at.date());
        if day(started) == day(due) {
            return None;
        }
        let spans = calendar.explain(started, due, &[]);
        let mut open = spans.iter().filter(|span| span.kind == SpanKind::Worked);
        let first = open.next()?;
        let last_today = open.clone().rfind(|span| span.date == first.date).unwrap_or(first);
        let next = open.find(|span| span.date > first.date)?;
        let close = self.zone().local(last_today.to)?.time();
        Some(self.t().promise().why_carries(&close, &self.full(next.from)))
    }

    /// The pauses that kept this promise's clock.
    fn pauses_of(&self, judged: &Judged) -> Vec<Pausing> {
        let end = judged.met.unwrap_or(self.now);
        let within = |pause: &&Pausing| {
            judged.kind.pauses() && pause.from < end && pause.to.is_none_or(|to| to > judged.started)
        };
        self.pauses.iter().filter(within).copied().collect()
    }

    fn pause_line(&self, calendar: &Calendar, judged: &Judged, pause: &Pausing) -> String {
        let (t, p) = (self.t(), self.t().promise());
        let end = pause.to.unwrap_or(judged.met.unwrap_or(self.now));
        let from = pause.from.max(judged.started);
        let minutes = match judged.measure {
            Measure::Working => calendar.worked(from, end, &[]),
            Measure::Wall => u32::try_from(end.minutes_since(from)).unwrap_or(0),
        };
        let time = super::time::measured(t, minutes, judged.measure);
        let reason = reason_words(t, pause.reason);
        let whose = match pause.reason {
            WaitReason::Parts => p.whose_supplier,
            WaitReason::Customer | WaitReason::Postponed | WaitReason::NoAccess => p.whose_customer,
        };
        let begin = self.full(pause.from);
        match pause.to {
            Some(to) => p.pause_line(&begin, &self.full(to), &reason, &time, &whose),
            None => p.pause_open(&begin, &reason, &time, &whose),
        }
    }
}
