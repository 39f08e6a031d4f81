//! Visits of the sample shop: agreed, missed and booked again, made.

use super::diary::MINUTE;
use super::evidence::visit_day;
use super::life::Life;
use super::rounds::Round;
use crate::app::command::{NewVisit, plan_visit, set_visit_state};
use crate::catalog::sample_jobs;
use crate::domain::id::VisitId;
use crate::domain::local_time::LocalTime;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::Role;
use crate::domain::visit::{Visit, VisitKind, VisitState};

/// How long the way to a customer takes, in minutes.
const WAY: u32 = 20;
/// The place of the stage in which the visit is made, in the process of visits.
const ON_SITE: usize = 2;
/// As long as somebody may be at a customer's, in milliseconds.
const LONG: u64 = 120 * MINUTE;
/// How long somebody waits before a door that nobody opens, in minutes.
const PATIENCE: u64 = 15;

impl Life<'_> {
    /// Agrees on when somebody comes.
    pub(super) fn agree_on_visit(&mut self) -> Option<()> {
        let (at, now) = (self.diary.local()?, self.diary.now()?);
        let round = match self.plan.reach {
            // A case that waits for its visit waits for one to come.
            reach if reach < ON_SITE => self.rounds.book_ahead(now, self.turn)?,
            ON_SITE => match self.rounds.just_past(at, now, self.turn) {
                Some(round) => round,
                None => self.rounds.book_ahead(now, self.turn)?,
            },
            _ => {
                let day = visit_day(self.rng, &self.diary)?;
                self.rounds.book(LocalTime::new(day, 0)?, self.turn)?
            }
        };
        let purpose = self.solution();
        self.plan_round(round, purpose)
    }

    /// Agrees on a visit to come, for a case that needs none in its course.
    pub(super) fn agree_on_extra_visit(&mut self) -> Option<()> {
        let round = self.rounds.book_ahead(self.diary.now()?, self.turn)?;
        let purposes = &sample_jobs(self.plan.lang).purposes;
        self.plan_round(round, &purposes[usize::from(self.plan.n % 4 < 2)])
    }

    fn plan_round(&mut self, (when, who): Round, purpose: &str) -> Option<()> {
        let id = format!("{}visit-{}-{}", self.prefix, self.plan.n, self.visits.len() + 1);
        let id = VisitId::parse(&id)?;
        self.visits.push(id.clone());
        self.visit = Some(when.start());
        let purpose = purpose.to_owned();
        self.attempt(1, Role::Operator, |pen, case, _| {
            let staff = [who].into();
            let address = String::new();
            let (case, travel) = (case.clone(), WAY);
            plan_visit(pen, NewVisit { id, case, when, travel, staff, purpose, address, charge: None })
        })
    }

    /// Rings at the door. False when the visit is not to be made now: nobody was home, or they
    /// are at work there.
    pub(super) fn ring(&mut self) -> Option<bool> {
        self.bring_visit_to(VisitState::UnderWay, "")?;
        let stands = self.plan.reach == ON_SITE;
        self.arrive()?;
        if stands && self.diary.left() < LONG && self.rounds.leaves_at_work() {
            return Some(false);
        }
        if !stands && !self.every(4, 1) {
            return Some(true);
        }
        let missed = &sample_jobs(self.plan.lang).missed;
        self.diary.wait(self.rng, PATIENCE)?;
        self.bring_visit_to(VisitState::Missed, missed)?;
        let round = if stands {
            self.rounds.book_ahead(self.diary.now()?, self.turn)?
        } else {
            let tomorrow = LocalTime::new(self.diary.local()?.date().plus_days(1)?, 0)?;
            self.rounds.book(tomorrow, self.turn)?
        };
        let purpose = self.solution();
        self.plan_round(round, purpose)?;
        self.issue(PaperKind::MissedVisit, Role::Member)?;
        if !stands {
            let minutes = self.visit.map_or(0, |start| self.diary.until(start));
            self.diary.wait(self.rng, minutes)?;
            self.bring_visit_to(VisitState::UnderWay, "")?;
            self.arrive()?;
        }
        Some(!stands)
    }

    /// Brings the last visit to a state.
    pub(super) fn bring_visit_to(&mut self, state: VisitState, reason: &str) -> Option<()> {
        let Some(id) = self.visits.last().cloned() else { return Some(()) };
        let visit = self.visit_record(&id);
        self.attempt(0, Role::Member, |pen, _, _| set_visit_state(pen, &id, &visit, state, reason))
    }

    /// The visits of the case, in the order they were agreed.
    pub(super) fn all_visits(&self) -> Vec<(VisitId, Visit)> {
        self.visits.iter().map(|id| (id.clone(), self.visit_record(id))).collect()
    }

    pub(super) fn visit_record(&self, id: &VisitId) -> Visit {
        Visit::of(&self.records.journal::<VisitKind>(id.as_str()))
    }
}
