//! A complaint, in words.

use super::change::Said;
use super::item::Facts;
use super::value::{beginning, fits};
use super::{LineKind, Look, Teller};
use crate::domain::complaint::{
    ComplaintAcknowledged, ComplaintAnswered, ComplaintField, ComplaintJudged, ComplaintReceived,
};
use crate::domain::id::StaffId;
use crate::i18n::Named;
use crate::i18n::when::{date_in_words, local_in_words};

impl Look<'_> {
    /// What is said in a field of a complaint.
    pub(super) fn complaint_field(&self, field: &ComplaintField) -> String {
        let t = self.texts();
        let none = t.story().none;
        let staff = |who: &Option<StaffId>| match who {
            Some(who) => self.staff_name(who),
            None => t.story().nobody.to_owned(),
        };
        let name = match field {
            ComplaintField::Text(_, words) if words.is_empty() => t.story().empty,
            ComplaintField::Text(_, words) => words,
            ComplaintField::Kind(value) => value.map_or(none, |value| value.name(t)),
            ComplaintField::Cause(value) => value.map_or(none, |value| value.name(t)),
            ComplaintField::Severity(value) => value.map_or(none, |value| value.name(t)),
            ComplaintField::Seeks(value) => value.map_or(none, |value| value.name(t)),
            ComplaintField::Mood(value) => value.map_or(none, |value| value.name(t)),
            ComplaintField::Finding(value) => value.map_or(none, |value| value.name(t)),
            ComplaintField::Agreed(value) => value.map_or(none, |value| value.name(t)),
            ComplaintField::About(who) | ComplaintField::Handler(who) => return staff(who),
            ComplaintField::Day(_, Some(day)) => return date_in_words(self.lang, *day),
            ComplaintField::Day(_, None) => none,
        };
        name.to_owned()
    }
}

impl Teller<'_> {
    pub(super) fn complaint_received(&self, received: &ComplaintReceived) -> Said {
        let t = self.look.texts();
        let at = received.at.map(|at| local_in_words(self.look.lang, at)).unwrap_or_default();
        let detail = Facts::new(&self.look)
            .and(t.complaint().channel, received.channel.map_or("", |channel| channel.name(t)))
            .and(t.complaint().at, at);
        Said { detail: detail.rows, ..Said::new(LineKind::Work, t.complaint().told_received) }
    }

    pub(super) fn complaint_acknowledged(&self, told: &ComplaintAcknowledged) -> Said {
        let t = self.look.texts().complaint();
        let at = local_in_words(self.look.lang, told.at);
        let text = t.told_acknowledged(&self.look.via(told.channel), &at);
        let said = Said::new(LineKind::Work, text);
        if told.words.is_empty() { said } else { said.with(&told.words) }
    }

    pub(super) fn complaint_answered(&self, answered: &ComplaintAnswered) -> Said {
        let at = local_in_words(self.look.lang, answered.at);
        let text = self.look.texts().complaint().told_answered(&self.look.via(answered.channel), &at);
        Said::new(LineKind::Work, text)
    }

    pub(super) fn complaint_judged(&self, judged: &ComplaintJudged) -> Said {
        let t = self.look.texts();
        let verdict = judged.verdict.name(t);
        let said = match beginning(&judged.words) {
            words if words.is_empty() => t.complaint().told_judged(&verdict),
            words => t.complaint().told_judged_words(&verdict, &words),
        };
        let said = Said::new(LineKind::Work, said);
        if fits(&judged.words) { said } else { said.with(&judged.words) }
    }
}
