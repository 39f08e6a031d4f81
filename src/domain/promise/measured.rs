//! What a case's journal says of its promises: which entries start each clock, and which meet it.

use super::{Clock, Edition, Limit, PromiseKind, Promises, Terms, When};
use crate::domain::acceptance::AcceptanceVerdict;
use crate::domain::calendar::Moment;
use crate::domain::case::{Case, CaseDay, CaseEvent, CaseField, CaseKey, CaseKind, Status, Urgency};
use crate::domain::date::Date;
use crate::domain::message::MessageMoment;
use crate::domain::paper_kind::PaperKind;
use crate::domain::waiting::pauses;
use crate::journal::{Change, Held, Journal, Stamp, counting};

/// The most clocks of one kind that a case shows: the last ones.
const MOST_ROUNDS: usize = 200;

impl Promises {
    /// What a case's journal says. A case to which no letter applied has no clocks.
    #[must_use]
    pub fn of(journal: &Journal<CaseKind>, case: &Case) -> Self {
        let measured = Measured::of(journal, case);
        if measured.terms.is_empty() {
            return Self::default();
        }
        let mut clocks = Vec::new();
        clocks.extend(measured.first_response());
        clocks.extend(measured.emergencies().into_iter().filter_map(|each| measured.emergency(each)));
        clocks.extend(measured.visit());
        clocks.extend(measured.plan());
        clocks.extend(measured.finish());
        clocks.extend(measured.guarantee(PromiseKind::Redo));
        clocks.extend(measured.guarantee(PromiseKind::Maintenance));
        clocks.extend(measured.progress());
        clocks.extend(measured.delay_notice());
        clocks.extend(measured.follow_up());
        clocks.extend(measured.complaint_heard());
        clocks.extend(measured.complaint_settled());
        let remedied = case.remedies().map(|held| (held.value.promise, held.value.started)).collect();
        Self { pauses: pauses(journal), clocks, remedied }
    }
}

impl Case {
    /// What the letter in force promises for it, since when: the last of those that applied.
    #[must_use]
    pub fn terms(&self) -> Option<Held<&Terms>> {
        self.promised().next_back()
    }
}

fn moment(stamp: &Stamp) -> Moment {
    Moment::of_millis(stamp.millis)
}

/// What the clocks are made of.
struct Measured<'a> {
    case: &'a Case,
    journal: &'a Journal<CaseKind>,
    terms: Vec<Held<&'a Terms>>,
    opened: Moment,
    /// When the customer took the result, or the case was closed without that.
    delivered: Option<Moment>,
    /// Since when no more work is to be done, for whatever reason.
    over: Option<Moment>,
    withdrawn: Option<Moment>,
}

impl<'a> Measured<'a> {
    fn of(journal: &'a Journal<CaseKind>, case: &'a Case) -> Self {
        let status = |wanted| {
            let held = case.fields.held(&CaseKey::Status)?;
            (held.value == CaseField::Status(wanted)).then(|| moment(&held.stamp))
        };
        let (closed, withdrawn) = (status(Status::Closed), status(Status::Withdrawn));
        let taken = case.acceptances().find(|held| held.value.verdict != AcceptanceVerdict::Refused);
        let delivered = taken.map(|held| moment(&held.stamp)).or(closed);
        Self {
            case,
            journal,
            terms: case.promised().collect(),
            opened: case.span.as_ref().map(|(first, _)| moment(first)).unwrap_or_default(),
            delivered,
            over: [delivered, closed, withdrawn].into_iter().flatten().min(),
            withdrawn,
        }
    }

    /// The limits of a promise as letters set them, the first of them where it was first promised.
    fn editions(&self, kind: PromiseKind) -> Vec<Edition> {
        let all = self
            .terms
            .iter()
            .map(|held| Edition { since: moment(&held.stamp), limit: held.value.limit(kind) });
        all.skip_while(|edition| edition.limit.is_none()).collect()
    }

    /// A clock by the letter's own limit. A promise that was made after what it speaks of began
    /// counts from then; one made after it was met or over does not count at all. What is dated before
    /// the beginning is no such thing but a mistake, which [`Clock::judged`] tells.
    fn clock(
        &self,
        kind: PromiseKind,
        started: When,
        met: Vec<When>,
        ended: Option<Moment>,
    ) -> Option<Clock> {
        let editions = self.editions(kind);
        let promised = editions.first()?.since;
        let before = |when: When| matches!(when, When::Moment(moment) if moment < promised);
        let began = |when: When| match (when, started) {
            (When::Moment(moment), When::Moment(started)) => moment >= started,
            _ => true,
        };
        let too_late = |when: &When| before(*when) && began(*when);
        if met.iter().any(too_late) || ended.is_some_and(|ended| ended < promised) {
            return None;
        }
        let started = if before(started) { When::Moment(promised) } else { started };
        Some(Clock { kind, started, editions, met, ended })
    }

    /// What was told to the customer while there was work, in order.
    fn told(&self) -> Vec<(Moment, Told)> {
        let told = self.case.events.iter().filter_map(|held| {
            let now = moment(&held.stamp);
            Some(match &held.value {
                // Of an emergency a paper says no more, once the person is erased.
                CaseEvent::Kept(kept) if kept.promise == PromiseKind::Emergency && kept.at.is_none() => {
                    (now, Told::Timetable)
                }
                CaseEvent::Kept(kept) => (kept.at.unwrap_or(now), Told::Kept(kept.promise)),
                CaseEvent::MessageSent(sent) if sent.moment == MessageMoment::Delay => (now, Told::Delay),
                CaseEvent::MessageSent(_) | CaseEvent::ComplaintAcknowledged(_) => (now, Told::Something),
                CaseEvent::ProgressReported(report) if report.told.is_some() => (now, Told::Something),
                CaseEvent::InterimAgreed(_) => (now, Told::Timetable),
                CaseEvent::PaperIssued(issued) => match issued.document.paper {
                    PaperKind::Quote | PaperKind::Agreement => (now, Told::Kept(PromiseKind::Plan)),
                    PaperKind::Appointment => (now, Told::Timetable),
                    PaperKind::ProgressReport => (now, Told::Something),
                    _ => return None,
                },
                _ => return None,
            })
        });
        let mut told: Vec<_> = told.filter(|(at, _)| self.over.is_none_or(|over| *at <= over)).collect();
        told.sort_by_key(|(at, _)| *at);
        told
    }

    fn first_told(&self, answers: impl Fn(Moment, Told) -> bool) -> Option<When> {
        self.told().into_iter().find(|(at, told)| answers(*at, *told)).map(|(at, _)| When::Moment(at))
    }

    fn first_response(&self) -> Option<Clock> {
        let heard = self.case.complaints_acknowledged().map(|held| When::Local(held.value.at));
        // Whoever has the result needs no other answer.
        let met = self.first_told(|_, _| true).into_iter().chain(heard);
        let met = met.chain(self.delivered.map(When::Moment)).collect();
        self.clock(PromiseKind::FirstResponse, When::Moment(self.opened), met, self.over)
    }

    /// From when to when the case was an emergency.
    fn emergencies(&self) -> Vec<(Moment, Option<Moment>)> {
        let mut all: Vec<(Moment, Option<Moment>)> = Vec::new();
        for entry in counting::<CaseKind>(self.journal) {
            for change in &entry.changes {
                let Change::Set { field: CaseField::Urgency(urgency), .. } = change else { continue };
                let open = all.last_mut().filter(|(_, until)| until.is_none());
                match (open, *urgency == Urgency::Emergency) {
                    (None, true) => all.push((moment(&entry.stamp), None)),
                    (Some((_, until)), false) => *until = Some(moment(&entry.stamp)),
                    _ => {}
                }
            }
        }
        all
    }

    /// Runs while the case is an emergency.
    fn emergency(&self, (since, until): (Moment, Option<Moment>)) -> Option<Clock> {
        // A quote of the time before it became urgent is no answer to that.
        let solved = |at: Moment, told| match told {
            Told::Kept(PromiseKind::Emergency) => until.is_none_or(|until| at <= until),
            Told::Kept(PromiseKind::Plan) | Told::Timetable => at >= since,
            Told::Kept(_) | Told::Delay | Told::Something => false,
        };
        let ended = [self.over, until].into_iter().flatten().min();
        let met = self.first_told(solved).into_iter().chain(self.delivered.map(When::Moment)).collect();
        self.clock(PromiseKind::Emergency, When::Moment(since), met, ended)
    }

    /// The pattern of what each visit promises: how many minutes after its window it may begin.
    fn visit(&self) -> Option<Clock> {
        self.clock(PromiseKind::Visit, When::Moment(self.opened), Vec::new(), self.withdrawn)
    }

    fn plan(&self) -> Option<Clock> {
        let met = self.first_told(|_, told| told == Told::Kept(PromiseKind::Plan)).into_iter().collect();
        self.clock(PromiseKind::Plan, When::Moment(self.opened), met, self.over)
    }

    /// The agreed last days, each with since when.
    fn agreed_ends(&self) -> Vec<(Moment, Option<Date>)> {
        let entries = counting::<CaseKind>(self.journal);
        let changes = entries.flat_map(|entry| entry.changes.iter().map(move |change| (entry, change)));
        let ends = changes.filter_map(|(entry, change)| match change {
            Change::Set { field: CaseField::Day(CaseDay::AgreedEnd, day), .. } => {
                Some((moment(&entry.stamp), *day))
            }
            _ => None,
        });
        ends.collect()
    }

    /// What a letter promised at a moment.
    fn terms_at(&self, at: Moment) -> Option<&Terms> {
        self.terms.iter().rfind(|held| moment(&held.stamp) <= at).map(|held| held.value)
    }

    /// Each time a letter or an agreed last day came, the limit is what both then say.
    fn finish(&self) -> Option<Clock> {
        let kind = PromiseKind::Finish;
        let ends = self.agreed_ends();
        let letters = self.terms.iter().map(|held| moment(&held.stamp));
        let mut times: Vec<Moment> = ends.iter().map(|(since, _)| *since).chain(letters).collect();
        times.sort_unstable();
        times.dedup();
        let editions = times.into_iter().map(|since| {
            let day = ends.iter().rfind(|(at, _)| *at <= since).and_then(|(_, day)| *day);
            let holds = self.terms_at(since).is_some_and(|terms| terms.holds(kind));
            Edition { since, limit: day.filter(|_| holds).map(Limit::CloseOf) }
        });
        let mut editions: Vec<_> = editions.skip_while(|edition| edition.limit.is_none()).collect();
        editions.dedup_by_key(|edition| edition.limit);
        let started = editions.first()?.since;
        let over = [self.delivered, self.withdrawn];
        if over.into_iter().flatten().any(|over| over < started) {
            return None;
        }
        let met = self.delivered.map(When::Moment).into_iter().collect();
        Some(Clock { kind, started: When::Moment(started), editions, met, ended: self.withdrawn })
    }

    /// Holds from delivery on; what was asked under it stands in other records.
    fn guarantee(&self, kind: PromiseKind) -> Option<Clock> {
        self.clock(kind, When::Moment(self.delivered?), Vec::new(), self.withdrawn)
    }

    /// One after the other, each from what was told last; twice within half a day is told once.
    fn progress(&self) -> Vec<Clock> {
        const HALF_A_DAY: i64 = 12 * 60;
        let mut clocks = Vec::new();
        let mut started = self.opened;
        for (at, _) in self.told().into_iter().filter(|(at, _)| *at >= self.opened) {
            if at.minutes_since(started) >= HALF_A_DAY {
                let met = vec![When::Moment(at)];
                clocks.extend(self.clock(PromiseKind::Progress, When::Moment(started), met, self.over));
            }
            started = at;
        }
        clocks.extend(self.clock(PromiseKind::Progress, When::Moment(started), Vec::new(), self.over));
        clocks.drain(..clocks.len().saturating_sub(MOST_ROUNDS));
        clocks
    }

    /// One for each agreed last day, until it is over or moved. To move it is to tell.
    fn delay_notice(&self) -> Vec<Clock> {
        let kind = PromiseKind::DelayNotice;
        let ends = self.agreed_ends();
        let clocks = ends.iter().enumerate().filter_map(|(place, (since, day))| {
            let next = ends.get(place + 1);
            let moved = next.map(|(at, _)| *at);
            let day = (*day)?;
            // A day that is agreed anew before the promise, or as an earlier one, is no delay.
            let first = moment(&self.terms.first()?.stamp);
            let since = &(*since).max(first);
            if moved.is_some_and(|moved| moved < *since)
                || next.is_some_and(|(_, later)| later.is_some_and(|later| later <= day))
                || self.over.is_some_and(|over| over < *since)
            {
                return None;
            }
            let ahead = self.terms_at(*since)?.value(kind, "notice_hours")?.saturating_mul(60);
            let notice =
                |told| matches!(told, Told::Delay | Told::Timetable | Told::Kept(PromiseKind::DelayNotice));
            let within = |at: Moment| at >= *since && moved.is_none_or(|moved| at <= moved);
            let told = self.told().into_iter().find(|(at, told)| notice(*told) && within(*at));
            let met = told.map(|(at, _)| at).or(moved).map(When::Moment).into_iter().collect();
            let limit = Some(Limit::BeforeCloseOf(day, ahead));
            let editions = vec![Edition { since: *since, limit }];
            Some(Clock { kind, started: When::Moment(*since), editions, met, ended: self.over })
        });
        clocks.collect()
    }

    fn follow_up(&self) -> Option<Clock> {
        let delivered = self.delivered?;
        let reached = self.case.follow_up_calls().filter(|held| held.value.reached);
        let met = reached.map(|held| moment(&held.stamp)).find(|at| *at >= delivered);
        let met = met.map(When::Moment).into_iter().collect();
        self.clock(PromiseKind::FollowUp, When::Moment(delivered), met, self.withdrawn)
    }

    fn complained(&self) -> Option<When> {
        // What was said last of when it came counts; else that it was written down.
        let dated = self.case.complaints_received().filter_map(|held| held.value.at).next_back();
        let received = self.case.complaints_received().next();
        let written = received.map(|held| When::Moment(moment(&held.stamp)));
        dated
            .map(When::Local)
            .or(written)
            .or_else(|| self.case.is_complaint().then_some(When::Moment(self.opened)))
    }

    fn complaint_heard(&self) -> Option<Clock> {
        let told = self.case.complaints_acknowledged().next();
        let met = told.map(|held| When::Local(held.value.at)).into_iter().collect();
        self.clock(PromiseKind::ComplaintHeard, self.complained()?, met, self.withdrawn)
    }

    fn complaint_settled(&self) -> Option<Clock> {
        let answered = self.case.complaints_answered().next();
        let met = answered.map(|held| When::Local(held.value.at)).into_iter().collect();
        self.clock(PromiseKind::ComplaintSettled, self.complained()?, met, self.withdrawn)
    }
}

/// What a customer was told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Told {
    /// What one promise asks for.
    Kept(PromiseKind),
    /// That it takes longer.
    Delay,
    /// When what will be done.
    Timetable,
    /// Anything else.
    Something,
}
