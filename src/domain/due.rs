//! What falls due on a case, besides visits and follow-ups, and when.

use super::case::{Case, CaseDay, Status};
use super::date::Date;
use super::local_time::LocalTime;

/// What falls due.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DueKind {
    /// The final answer that an interim agreement promised.
    Answer,
    /// The end of the work, as it was agreed.
    Work,
    /// A payment.
    Payment,
}

impl DueKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Answer, Self::Work, Self::Payment];
}

impl Case {
    /// What falls due next, or should have been done the longest. What is due on a day is due at
    /// its last minute. A case that is closed may still be paid; a withdrawn one has nothing due.
    #[must_use]
    pub fn next_due(&self) -> Option<(LocalTime, DueKind)> {
        let open = self.status() == Status::Open;
        let mut due: Vec<(LocalTime, DueKind)> = Vec::new();
        if open {
            let answered = |stamp| self.interim_answers().any(|answer| answer.value.interim == stamp);
            let answers = self.interims().filter(|interim| !answered(interim.stamp.clone()));
            due.extend(answers.map(|interim| (interim.value.due, DueKind::Answer)));
            let end = self.day(CaseDay::AgreedEnd).filter(|_| self.acceptances().next().is_none());
            due.extend(end.and_then(day_over).map(|end| (end, DueKind::Work)));
        }
        if self.status() != Status::Withdrawn
            && let Ok(Some(account)) = self.account()
        {
            let open = account.terms.iter().filter(|term| term.outstanding.minor() > 0);
            let days = open.filter_map(|term| day_over(term.due?));
            due.extend(days.map(|day| (day, DueKind::Payment)));
        }
        due.into_iter().min()
    }
}

fn day_over(day: Date) -> Option<LocalTime> {
    LocalTime::new(day, 24 * 60 - 1)
}
