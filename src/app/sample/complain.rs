//! A sample customer complains after the job.

use super::life::Life;
use crate::app::command::{acknowledge_complaint, answer_complaint, judge_complaint, put_complaint};
use crate::catalog::sample_complaints;
use crate::domain::case::Channel;
use crate::domain::complaint::{
    Cause, ComplaintAcknowledged, ComplaintAnswered, ComplaintField as Field, ComplaintJudged, ComplaintKind,
    ComplaintText as Text, ComplaintVerdict, Finding, Mood, RemedyAnswer, Seeks, Severity,
};
use crate::domain::process::Role;

/// What sort the sample complaints are of, in their order.
const SORTS: [(ComplaintKind, Cause, Severity, Seeks, Mood); 4] = [
    (ComplaintKind::Aftersale, Cause::Late, Severity::Serious, Seeks::Care, Mood::Respect),
    (ComplaintKind::Aftersale, Cause::Workmanship, Severity::Serious, Seeks::Competent, Mood::Compensation),
    (ComplaintKind::Yardstick, Cause::Price, Severity::Minor, Seeks::Fast, Mood::Compensation),
    (ComplaintKind::Conduct, Cause::Manner, Severity::Minor, Seeks::Heard, Mood::Vent),
];

impl Life<'_> {
    /// Now and then somebody complains: mostly of the first two. One in three is still being
    /// looked into.
    pub(super) fn complain(&mut self) -> Option<()> {
        let round = self.plan.n / 4;
        if !self.every(4, 1) {
            return Some(());
        }
        let place = [0, 1, 0, 2, 0, 1, 3][round % 7];
        let said = sample_complaints(self.plan.lang).get(place)?;
        let (kind, cause, severity, seeks, mood) = SORTS[place];
        let handler = self.team.with(Role::Supervisor, self.turn).cloned();
        let settled = round % 3 != 1;
        let mut fields = vec![
            Field::Text(Text::Feelings, said.feelings.clone()),
            Field::Text(Text::Events, said.events.clone()),
            Field::Kind(Some(kind)),
            Field::Cause(Some(cause)),
            Field::Severity(Some(severity)),
            Field::Seeks(Some(seeks)),
            Field::Mood(Some(mood)),
            Field::Handler(handler),
        ];
        if settled {
            fields.extend([
                Field::Text(Text::CustomerSide, said.events.clone()),
                Field::Text(Text::StaffSide, said.staff_side.clone()),
                Field::Text(Text::Findings, said.findings.clone()),
                Field::Finding(Some(Finding::Ours)),
                Field::Text(Text::Remedy, said.remedy.clone()),
                Field::Agreed(Some(RemedyAnswer::Accepted)),
                Field::Text(Text::Change, said.change.clone()),
                Field::Text(Text::RootCause, said.root_cause.clone()),
                Field::Text(Text::Prevention, said.prevention.clone()),
            ]);
        }
        for field in fields {
            self.attempt(1, Role::Supervisor, |pen, id, case| put_complaint(pen, id, case, field))?;
        }
        let now = self.diary.local()?;
        let told = ComplaintAcknowledged { channel: Channel::Phone, at: now, words: String::new() };
        self.attempt(0, Role::Supervisor, |pen, id, case| acknowledge_complaint(pen, id, case, told, now))?;
        if settled {
            let answered = ComplaintAnswered { channel: Channel::Post, at: now };
            self.attempt(0, Role::Supervisor, |pen, id, case| {
                answer_complaint(pen, id, case, answered, now)
            })?;
            let judged = ComplaintJudged { verdict: ComplaintVerdict::Content, words: String::new() };
            self.attempt(0, Role::Operator, |pen, id, _| judge_complaint(pen, id, judged))?;
        }
        Some(())
    }
}
