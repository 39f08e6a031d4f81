//! What the sample shop improves: one thing that is over, one that is to be checked these days,
//! and one that is being planned because of a trouble on a case.

use super::diary::{DAY, MINUTE, open_after};
use super::shop::Team;
use crate::app::command::{
    ImprovementError, NewImprovement, Pen, begin_improvement, change_improvement, close_improvement,
    finish_improvement, judge_improvement, observe_coaching, put_coaching, put_improvement_step,
};
use crate::catalog::{SampleImprovement, sample_improvements, sample_promises};
use crate::domain::calendar::Calendar;
use crate::domain::case::{Case, CaseKind};
use crate::domain::date::Date;
use crate::domain::id::{CaseId, CoachingId, ImprovementId, ImprovementStepId, StaffId};
use crate::domain::improvement::{
    Coaching, Course, Effect, Improvement, ImprovementField, ImprovementKind, MeasureKind, Origin, Step,
};
use crate::domain::lang::Lang;
use crate::domain::money::Quantity;
use crate::domain::process::Role;
use crate::domain::record::{Known, Records};
use crate::i18n::when::Zone;
use crate::journal::Clock;

/// Somebody who writes an improvement, one thing after the other.
struct Hand<'a> {
    clock: &'a mut Clock,
    zone: Zone,
    /// The moment, in milliseconds since 1970.
    at: u64,
    owner: StaffId,
    member: StaffId,
    id: ImprovementId,
    records: Records,
}

impl Hand<'_> {
    /// Does something some minutes after the last thing; what is refused is left out.
    fn does(
        &mut self,
        deed: impl FnOnce(&Pen, &ImprovementId, &Improvement, Date) -> Result<Records, ImprovementError>,
    ) -> Option<()> {
        self.wait(3 * MINUTE);
        let now = Improvement::of(&self.records.journal::<ImprovementKind>(self.id.as_str()));
        let pen = Pen { stamp: self.clock.tick(self.at), author: Some(self.owner.clone()) };
        let today = Date::of_moment(self.at, (self.zone)(self.at))?;
        let done = deed(&pen, &self.id, &now, today);
        debug_assert!(done.is_ok(), "{}: {done:?}", self.id);
        self.records.merge(done.ok()?);
        Some(())
    }

    fn wait(&mut self, millis: u64) {
        self.at = self.at.saturating_add(millis);
    }

    fn begin(&mut self, words: &SampleImprovement, origin: Origin, case: Option<CaseId>) -> Option<()> {
        self.does(|pen, id, _, _| {
            let (title, occasion) = (words.title.clone(), words.occasion.clone());
            begin_improvement(pen, NewImprovement { id: id.clone(), title, origin, occasion, case })
        })?;
        self.set(ImprovementField::Why(words.why.clone()))?;
        for (n, step) in (1..).zip(&words.steps) {
            self.step(n, Step { what: step.what.clone(), ..Step::default() })?;
        }
        Some(())
    }

    /// Begins it when something on a case gives rise to it; without that, yesterday.
    fn begin_because(
        &mut self,
        words: &SampleImprovement,
        origin: Origin,
        because: Option<(u64, CaseId)>,
        now: u64,
    ) -> Option<()> {
        self.at = because.as_ref().map_or(now.saturating_sub(DAY), |(at, _)| at.saturating_sub(3 * MINUTE));
        self.begin(words, origin, because.map(|(_, case)| case))
    }

    fn set(&mut self, field: ImprovementField) -> Option<()> {
        self.does(|pen, id, now, today| change_improvement(pen, id, now, field, today))
    }

    fn step(&mut self, n: u32, step: Step) -> Option<()> {
        let step_id = ImprovementStepId::parse(&format!("step-{n}"))?;
        self.does(|pen, id, now, _| put_improvement_step(pen, id, now, &step_id, Step { rank: n, ..step }))
    }

    fn plan(&mut self, measure: MeasureKind, before: &str, goal: &str) -> Option<()> {
        self.set(ImprovementField::Measure(Some(measure)))?;
        self.set(ImprovementField::Before(Quantity::from_plain(before)))?;
        self.set(ImprovementField::Goal(Quantity::from_plain(goal)))?;
        self.set(ImprovementField::Owner(Some(self.owner.clone())))?;
        let due = Date::of_moment(self.at, (self.zone)(self.at))?.plus_days(14);
        self.set(ImprovementField::Due(due))
    }

    /// Ticks each step, trains somebody, and says that all is done.
    fn carry_out(&mut self, words: &SampleImprovement) -> Option<()> {
        for (n, step) in (1..).zip(&words.steps) {
            let (what, evidence) = (step.what.clone(), step.evidence.clone());
            self.step(n, Step { rank: 0, what, done: true, evidence })?;
        }
        self.coach(words)?;
        self.does(|pen, id, now, today| finish_improvement(pen, id, now, today, today))
    }

    fn coach(&mut self, words: &SampleImprovement) -> Option<()> {
        let note_id = CoachingId::parse("coaching")?;
        let words = words.coaching.as_ref()?;
        let (whom, by) = (self.member.clone(), self.owner.clone());
        let (practised, agreed) = (words.practised.clone(), words.agreed.clone());
        self.does(|pen, id, now, on| {
            let note = Coaching { whom, by, on, practised, agreed, observed: String::new() };
            put_coaching(pen, id, now, &note_id, note, on)
        })
    }

    /// Reads the figure again, judges, and decides.
    fn end(&mut self, words: &SampleImprovement, after: &str) -> Option<()> {
        let note_id = CoachingId::parse("coaching")?;
        let observed = &words.coaching.as_ref()?.observed;
        self.does(|pen, id, now, _| observe_coaching(pen, id, now, &note_id, observed))?;
        self.set(ImprovementField::After(Quantity::from_plain(after)))?;
        self.does(|pen, id, now, _| judge_improvement(pen, id, now, Effect::Reached))?;
        let decided = words.decided.clone()?;
        self.does(|pen, id, now, _| close_improvement(pen, id, now, Course::Keep, &decided))
    }
}

/// What the shop has to learn from.
pub(super) struct Past<'a> {
    pub(super) known: &'a Records,
    pub(super) lang: Lang,
    pub(super) team: &'a Team,
    pub(super) calendar: &'a Calendar,
    pub(super) now: u64,
    pub(super) zone: Zone,
    pub(super) prefix: &'a str,
    /// When a promise was broken last, and of which case.
    pub(super) broken: Option<(u64, CaseId)>,
}

/// All improvements of the sample shop.
pub(super) fn improvements(past: &Past, mut clock: Clock) -> Records {
    let mut records = Records::default();
    let people = past.team.with(Role::Supervisor, 0).zip(past.team.with(Role::Member, 0));
    let Some((owner, member)) = people else { return records };
    let all = sample_improvements(past.lang).iter().chain([&sample_promises(past.lang).improve]);
    for (n, words) in (1..).zip(all) {
        let Some(id) = ImprovementId::parse(&format!("{}improvement-{n}", past.prefix)) else { continue };
        let (owner, member) = (owner.clone(), member.clone());
        let (clock, records_of) = (&mut clock, Records::default());
        let mut hand = Hand { clock, zone: past.zone, at: past.now, owner, member, id, records: records_of };
        // What was written is kept wherever it stops.
        let _ = live(&mut hand, n, words, past);
        records.merge(hand.records);
    }
    records
}

fn live(hand: &mut Hand, n: u32, words: &SampleImprovement, past: &Past) -> Option<()> {
    let now = past.now;
    match n {
        1 => {
            hand.at = now.saturating_sub(90 * DAY);
            hand.begin(words, Origin::BrokenPromise, None)?;
            hand.plan(MeasureKind::PromisesKept, "82", "95")?;
            hand.wait(10 * DAY);
            hand.carry_out(words)?;
            hand.wait(31 * DAY);
            hand.end(words, "96")
        }
        2 => {
            hand.at = now.saturating_sub(38 * DAY);
            hand.begin(words, Origin::ComplaintCause, None)?;
            hand.plan(MeasureKind::Complaints, "6", "2")?;
            hand.at = now.saturating_sub(31 * DAY);
            hand.carry_out(words)
        }
        // Soon after the trouble; without one, it is an idea of these days.
        3 => hand.begin_because(words, Origin::Trouble, troubled(past), now),
        _ => {
            let broken =
                past.broken.clone().map(|(at, case)| (open_after(at + 5 * MINUTE, past.calendar), case));
            let broken = broken.filter(|(at, _)| *at < now);
            if broken.is_none() {
                Some(())
            } else {
                hand.begin_because(words, Origin::BrokenPromise, broken, now)
            }
        }
    }
}

/// The case with the latest trouble, and when the shop thinks about that: soon, while it is open.
fn troubled(past: &Past) -> Option<(u64, CaseId)> {
    let cases = past.known.0.iter().filter_map(|(key, record)| {
        let case = Case::of(CaseKind::of(record)?);
        let met = case.troubles().next_back()?.stamp.millis;
        let at = open_after(met.saturating_add(5 * MINUTE), past.calendar);
        Some((at, CaseId::parse(&key.id)?)).filter(|(at, _)| *at < past.now)
    });
    cases.max()
}
