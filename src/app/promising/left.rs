//! What is left of a promise, or what became of it.

use super::Speaking;
use super::time::{duration, measured};
use crate::domain::calendar::Moment;
use crate::domain::promise::{Judged, Limit, Measure, PromiseKind, State, Terms};
use crate::domain::waiting::WaitReason;
use crate::i18n::{Named, Texts};

/// How a promise is marked, each with a sign and a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// There is time.
    Running,
    /// There is little time.
    Soon,
    /// It stands still.
    Paused,
    /// Kept.
    Kept,
    /// Kept too late.
    KeptLate,
    /// Its time is over and it is not done.
    Overdue,
    /// It holds, and nobody called upon it.
    Holds,
    /// It did not come up.
    NotCalled,
}

/// How a promise is marked at a moment.
#[must_use]
pub fn sign(judged: &Judged, now: Moment) -> Sign {
    match judged.state {
        State::Running if judged.kind.is_guarantee() && judged.started <= now && !judged.is_over => {
            Sign::Holds
        }
        State::Running if judged.warn.is_some_and(|warn| warn <= now) => Sign::Soon,
        State::Running => Sign::Running,
        State::Paused => Sign::Paused,
        State::Met => Sign::Kept,
        State::MetLate => Sign::KeptLate,
        State::Breached => Sign::Overdue,
        State::NotApplicable => Sign::NotCalled,
    }
}

/// The share of its limit that a promise has used, in per cent: at most 100.
#[must_use]
pub fn limit_used(judged: &Judged) -> u32 {
    if judged.state == State::Breached || judged.state == State::MetLate {
        return 100;
    }
    let (used, limit) = (u64::from(judged.used), u64::from(judged.limit));
    let percent = (used * 100).checked_div(limit).unwrap_or(100).min(100);
    u32::try_from(percent).unwrap_or(100)
}

/// What is left of a promise, or what became of it.
#[must_use]
pub fn left_words(of: &Speaking, judged: &Judged) -> String {
    let t = of.t();
    let p = t.promise();
    let length = |minutes| measured(t, minutes, judged.measure);
    let state = match (judged.due, judged.state) {
        (_, State::NotApplicable) => return p.not_called.to_owned(),
        (None, State::Running | State::Paused) => return p.no_due.to_owned(),
        (_, state) if judged.kind.is_guarantee() => return of.guarantee(judged, state),
        (_, state) => state,
    };
    let due = judged.due.map(|due| of.moment(due)).unwrap_or_default();
    let met = judged.met.map(|met| of.moment(met)).unwrap_or_default();
    let late = length(judged.late);
    let is_visit = judged.kind == PromiseKind::Visit;
    match state {
        State::Running => match judged.left(of.now) {
            0 => p.left_none(&due),
            left => p.left(&length(left), &due),
        },
        State::Paused => p.paused(&of.waited_for(), &length(judged.left(of.now))),
        State::Met if is_visit => p.visit_kept(&met),
        State::Met if judged.used == 0 && judged.limit > 0 => p.kept_at_once.to_owned(),
        State::Met if !judged.kind.counts_minutes() => p.kept_when(&met),
        State::Met => p.kept(&duration(t, judged.used, judged.measure), &length(judged.limit)),
        State::MetLate if is_visit => p.visit_late(&met, &late, &due),
        State::MetLate => p.kept_late(&late, &met, &due),
        State::Breached if judged.is_over => p.broken(&due),
        State::Breached if judged.late == 0 => p.over_just(&due),
        State::Breached => p.over(&late, &due),
        State::NotApplicable => String::new(),
    }
}

/// That a promise was broken, as what gives rise to an improvement.
#[must_use]
pub fn occasion(of: &Speaking, judged: &Judged) -> String {
    let t = of.t();
    let (promise, due) = (judged.kind.name(t), judged.due.map(|due| of.full(due)).unwrap_or_default());
    match judged.met {
        Some(met) if judged.state == State::MetLate => {
            let late = measured(t, judged.late, judged.measure);
            t.promise().occasion_late(&promise, &late, &of.full(met), &due)
        }
        _ => t.promise().occasion(&promise, &due),
    }
}

/// Until when a request that came now is to be answered first, and by which of the two limits;
/// nothing where the letter does not promise it or no time can be told.
#[must_use]
pub fn first_answer(of: &Speaking, terms: &Terms) -> Option<String> {
    let Limit::Response { inside, outside } = terms.limit(PromiseKind::FirstResponse)? else { return None };
    let (t, calendar) = (of.t(), of.calendars.now());
    if calendar.is_open_at(of.now) {
        let due = calendar.due(of.now, inside, &[])?;
        return Some(t.promise().intake_inside(&of.moment(due)));
    }
    let due = of.now.plus_minutes(outside.into());
    let limit = duration(t, outside, Measure::Wall);
    Some(t.promise().intake_outside(&limit, &of.moment(due)))
}

impl Judged {
    /// How many minutes that count are left. By the clock they are those until it is due, whatever
    /// came in between.
    pub(super) fn left(&self, now: Moment) -> u32 {
        match (self.measure, self.state, self.due) {
            (Measure::Wall, State::Running, Some(due)) => u32::try_from(due.minutes_since(now)).unwrap_or(0),
            _ => self.limit.saturating_sub(self.used),
        }
    }
}

impl PromiseKind {
    /// Whether its limit is so many minutes, and not a day.
    fn counts_minutes(self) -> bool {
        matches!(self, Self::FirstResponse | Self::Emergency | Self::ComplaintHeard)
    }
}

impl Speaking<'_> {
    fn guarantee(&self, judged: &Judged, state: State) -> String {
        let p = self.t().promise();
        let when = |moment: Option<Moment>| moment.map(|moment| self.moment(moment)).unwrap_or_default();
        // What was called upon begins when somebody did.
        let called = when(Some(judged.started));
        match state {
            State::Met => p.called_kept(&called),
            State::MetLate | State::Breached => p.called_broken(&called),
            _ => p.holds(&when(judged.due)),
        }
    }

    /// What the case waits for now.
    fn waited_for(&self) -> &'static str {
        let open = self.pauses.iter().rfind(|pause| pause.to.is_none());
        open.map_or("", |pause| reason_words(self.t(), pause.reason))
    }
}

/// A reason to wait, within a sentence.
pub(super) fn reason_words(t: &'static Texts, reason: WaitReason) -> &'static str {
    let p = t.promise();
    match reason {
        WaitReason::Customer => p.reason_customer,
        WaitReason::Parts => p.reason_parts,
        WaitReason::Postponed => p.reason_postponed,
        WaitReason::NoAccess => p.reason_no_access,
    }
}
