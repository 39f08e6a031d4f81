//! Care after the job, in words.

use super::change::Said;
use super::item::Facts;
use super::value::beginning;
use super::{LineKind, Look, Teller};
use crate::domain::case::{CaseItemKey, Recorded};
use crate::domain::follow_up::{FollowUp, FollowUpCall};
use crate::domain::message::MessageSent;
use crate::i18n::Named;

impl Look<'_> {
    pub(super) fn follow_up(&self, follow_up: &FollowUp) -> Vec<String> {
        let t = self.texts();
        let who = follow_up.who.as_ref().map(|who| self.staff_name(who));
        Facts::new(self).and(t.care().about, &follow_up.about).and(t.care().who, who.unwrap_or_default()).rows
    }
}

impl Teller<'_> {
    pub(super) fn followed_up(&self, call: &FollowUpCall) -> Said {
        let t = self.look.texts();
        let channel = self.look.via(call.channel);
        let facts = Facts::new(&self.look).and(t.care().problem, &call.problem);
        match (call.reached, call.words.is_empty()) {
            (true, _) => {
                let due = self.title_of(&CaseItemKey::FollowUp(call.follow_up.clone()));
                let due = due.unwrap_or_else(|| t.care().follow_up_missing.to_owned());
                self.work(&call.words, |words| t.care().told_reached(&due, &channel, words), facts)
            }
            (false, true) => {
                Said { detail: facts.rows, ..Said::new(LineKind::Work, t.care().told_missed(&channel)) }
            }
            (false, false) => Said {
                detail: facts.and(t.care().words, &call.words).rows,
                ..Said::new(LineKind::Work, t.care().told_missed(&channel))
            },
        }
    }

    /// What another program wrote down, in its words.
    pub(super) fn recorded(&self, done: &Recorded) -> Said {
        let t = self.look.texts().tables();
        let facts = Facts::new(&self.look);
        let said = self.work(&done.activity, |activity| t.told_recorded(activity), facts);
        if done.note.is_empty() { said } else { said.with(&done.note) }
    }

    pub(super) fn message_sent(&self, sent: &MessageSent) -> Said {
        let t = self.look.texts();
        let text = t.message().told_sent(&sent.moment.name(t), &self.look.via(sent.channel));
        let said = Said::new(LineKind::Note, text);
        if beginning(&sent.words).is_empty() { said } else { said.with(&sent.words) }
    }
}
