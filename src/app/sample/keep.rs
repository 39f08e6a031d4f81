//! The sample shop keeps its promises, mostly; some late, some not, and then it makes good for it.

use super::diary::{DAY, MINUTE};
use super::life::Life;
use crate::app::command::{
    change_visit, keep_promise, note_call, plan_follow_ups, remedy_promise, set_waiting,
};
use crate::catalog::sample_promises;
use crate::domain::calendar::Moment;
use crate::domain::case::{CaseEvent, Channel, Urgency};
use crate::domain::follow_up::FollowUpCall;
use crate::domain::id::{CaseId, FollowUpId};
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::Role;
use crate::domain::promise::{
    Calendars, Judged, PromiseKept, PromiseKind, PromiseRules, Promises, Remedied, RemedyWay, Share,
};
use crate::domain::visit::VisitField;
use crate::domain::waiting::{WaitReason, Waiting};

/// How many days go by between two calls on how far it is.
const TOUCH: u64 = 4 * DAY;
/// How many days after the job the customer is asked again: mostly, and by those who forget.
const ASKED: (u64, u64) = (4, 10);
/// How many working minutes a first answer may wait.
const TIME_LEFT: u32 = 100;
/// How long a broken promise may wait for what is done about it.
const WAITS: u64 = 6 * DAY;

impl Life<'_> {
    fn holds(&self, kind: PromiseKind) -> bool {
        self.promised.as_ref().is_some_and(|terms| terms.holds(kind))
    }

    /// Writes down that a promise was kept, some minutes from now; not yet, where that is to come.
    fn keep(&mut self, minutes: u64, promise: PromiseKind, words: &str) -> Option<()> {
        if !self.holds(promise) || self.diary.left() / MINUTE <= minutes {
            return Some(());
        }
        let channel = Some(match self.every(3, 1) {
            _ if self.plan.quick => Channel::WalkIn,
            true => Channel::Chat,
            false => Channel::Phone,
        });
        let kept = PromiseKept { promise, at: None, channel, words: words.to_owned() };
        self.attempt(minutes, Role::Operator, |pen, id, case| keep_promise(pen, id, case, kept))
    }

    /// The first answer, to whom was not told at once what to expect; in an emergency, what is
    /// done about it.
    pub(super) fn first_answer(&mut self) -> Option<()> {
        let words = sample_promises(self.plan.lang);
        if self.plan.unanswered && !self.plan.quick && self.diary.worked_since() < TIME_LEFT {
            return Some(());
        }
        // Who waits at the counter is told at once.
        if self.plan.quick {
            self.keep(0, PromiseKind::FirstResponse, "")?;
            self.keep(0, PromiseKind::Plan, "")?;
            return if self.plan.urgency == Urgency::Emergency { self.emergency() } else { Some(()) };
        }
        if self.case().told().is_none_or(String::is_empty) {
            let late = self.every(9, 4);
            let minutes = if late { 200 } else { 15 + 7 * (self.plan.n as u64 % 9) };
            self.keep(minutes, PromiseKind::FirstResponse, &words.first[self.plan.n % 2])?;
        }
        if self.plan.urgency == Urgency::Emergency { self.emergency() } else { Some(()) }
    }

    /// What is done in an emergency: now and then too late.
    pub(super) fn emergency(&mut self) -> Option<()> {
        let minutes = match self.every(5, 3) {
            _ if self.plan.quick => 1,
            true => 290,
            false => 40,
        };
        self.keep(minutes, PromiseKind::Emergency, &sample_promises(self.plan.lang).emergency)
    }

    /// The customer knows the price: on paper where there is a quote, else in words.
    pub(super) fn price_told(&mut self) -> Option<()> {
        let case = self.case();
        let said = case
            .events
            .iter()
            .any(|held| matches!(&held.value, CaseEvent::Kept(kept) if kept.promise == PromiseKind::Plan));
        if said || !case.papers_of(PaperKind::Quote).is_empty() {
            return Some(());
        }
        self.keep(10, PromiseKind::Plan, &sample_promises(self.plan.lang).plan)
    }

    /// Tells the customer how far it is while days go by, up to so many before now; some
    /// are forgotten.
    pub(super) fn stay_in_touch(&mut self) -> Option<()> {
        if self.every(8, 3) {
            return Some(());
        }
        if self.diary.left() > DAY {
            self.price_told()?;
        }
        if self.plan.forgotten {
            return Some(());
        }
        for turn in 0..10 {
            if self.diary.left() < TOUCH {
                break;
            }
            let words = &sample_promises(self.plan.lang).progress[turn % 2];
            self.keep(TOUCH / MINUTE - DAY / MINUTE / 2, PromiseKind::Progress, words)?;
        }
        Some(())
    }

    /// The case waits in its course, and goes on.
    pub(super) fn wait_a_while(&mut self) -> Option<()> {
        let words = sample_promises(self.plan.lang);
        let (reason, words) = match self.plan.n % 8 {
            2 => (WaitReason::Parts, &words.parts),
            5 => (WaitReason::Customer, &words.customer),
            _ => return Some(()),
        };
        let waiting = Waiting { reason, words: words.clone() };
        self.attempt(20, Role::Operator, |pen, id, case| set_waiting(pen, id, case, Some(waiting)))?;
        self.attempt(26 * 60, Role::Operator, |pen, id, case| set_waiting(pen, id, case, None))
    }

    /// Those who go are at the customer's: mostly in time.
    pub(super) fn arrive(&mut self) -> Option<()> {
        let late = if self.every(11, 3) { 82 } else { self.plan.n as u64 % 12 };
        let Some(id) = self.visits.last().cloned() else { return Some(()) };
        self.diary.wait(self.rng, late)?;
        let (visit, at) = (self.visit_record(&id), self.diary.local()?);
        self.attempt(0, Role::Member, |pen, _, _| {
            change_visit(pen, &id, &visit, vec![VisitField::Arrived(at)])
        })
    }

    /// Asks the customer again, some days after the job.
    pub(super) fn ask_again(&mut self) -> Option<()> {
        let case = self.case();
        if !self.holds(PromiseKind::FollowUp) || !case.follow_ups().is_empty() {
            return Some(());
        }
        let taken = case.acceptances().next().map_or(self.diary.at(), |held| held.stamp.millis);
        let gone = self.diary.at().saturating_sub(taken) / DAY;
        let days = if self.every(10, 7) { ASKED.1 } else { ASKED.0 }.saturating_sub(gone).max(1);
        let (id, due) = (FollowUpId::parse("follow-up")?, self.diary.working_day_in(days)?);
        let who = self.team.with(Role::Operator, self.turn).cloned();
        self.act(0, Role::Operator, |pen, case_id| {
            plan_follow_ups(pen, case_id, &case, &[due], "", who.as_ref(), || id.clone())
        })?;
        let minutes = self.diary.until_day(due) + 45;
        if self.diary.left() / MINUTE <= minutes {
            return Some(());
        }
        let words = sample_promises(self.plan.lang).follow_up[self.plan.n % 2].clone();
        let (follow_up, problem) = (id, String::new());
        let call = FollowUpCall { follow_up, channel: Channel::Phone, reached: true, words, problem };
        self.attempt(minutes, Role::Operator, |pen, id, case| note_call(pen, id, case, call, None, due))
    }

    /// Makes good for what was broken; the last of it waits. Gives when a promise was broken last.
    pub(super) fn make_good(&mut self, calendars: &Calendars) -> Option<(u64, CaseId)> {
        let broken = self.broken(calendars);
        let last = broken.iter().map(|judged| self.known_since(judged)).max()?;
        for judged in broken {
            // What was written is kept wherever it stops.
            let _ = self.remedy(&judged);
        }
        Some((last.millis(), self.id.clone()))
    }

    fn known_since(&self, judged: &Judged) -> Moment {
        judged.met.or(judged.due).unwrap_or(judged.started)
    }

    /// The promises that were broken and are over.
    fn broken(&self, calendars: &Calendars) -> Vec<Judged> {
        let Some(journal) = self.journal().filter(|_| self.promised.is_some()) else { return Vec::new() };
        let promises = Promises::of(journal, &self.case());
        let now = Moment::of_millis(self.diary.end());
        let share = Share { warn_percent: PromiseRules::default().warn_percent, now };
        let judged = promises.judged(calendars, share).into_iter();
        let listed = judged.filter(|judged| judged.kind != PromiseKind::Visit);
        listed.filter(|judged| judged.state.is_broken() && judged.is_over).collect()
    }

    fn remedy(&mut self, judged: &Judged) -> Option<()> {
        let since = self.diary.end().saturating_sub(self.known_since(judged).millis());
        if since < WAITS && !self.every(2, 0) {
            return Some(());
        }
        let words = sample_promises(self.plan.lang);
        let (way, words) = if self.every(4, 3) {
            (RemedyWay::Otherwise, &words.remedy_other)
        } else {
            (RemedyWay::AsPromised, &words.remedy_given)
        };
        let (promise, started) = (judged.kind, judged.started);
        let done = Remedied { promise, started, way, words: words.clone() };
        self.attempt(45, Role::Supervisor, |pen, id, _| remedy_promise(pen, id, done))
    }
}
