//! Promises, in words.

use super::change::Said;
use super::{LineKind, Teller};
use crate::domain::promise::{PromiseKept, Remedied, Terms};
use crate::i18n::Named;
use crate::i18n::when::local_in_words;

impl Teller<'_> {
    pub(super) fn promised(&self, terms: &Terms) -> Said {
        let t = self.look.texts().promise();
        Said::new(
            LineKind::Letter,
            match terms.revision {
                0 | 1 => t.told_promised(&terms.number),
                revision => t.told_promised_revision(&terms.number, &revision),
            },
        )
    }

    pub(super) fn promise_kept(&self, kept: &PromiseKept) -> Said {
        let t = self.look.texts();
        let promise = kept.promise.name(t);
        let at = kept.at.and_then(|at| self.look.zone.local(at));
        let at = at.map(|at| local_in_words(self.look.lang, at)).unwrap_or_default();
        let channel = kept.channel.map(|channel| self.look.via(channel));
        let t = t.promise();
        let text = match (channel, at.is_empty()) {
            (Some(channel), false) => t.told_kept_via(&promise, &channel, &at),
            (Some(how), true) => t.told_kept(&promise, &how),
            (None, false) => t.told_kept(&promise, &at),
            (None, true) => t.told_kept_plain(&promise),
        };
        let said = Said::new(LineKind::Work, text);
        if kept.words.is_empty() { said } else { said.with(&kept.words) }
    }

    pub(super) fn promise_remedied(&self, done: &Remedied) -> Said {
        let t = self.look.texts();
        let text = t.promise().told_remedied(&done.promise.name(t), &done.way.name(t));
        let said = Said::new(LineKind::Work, text);
        if done.words.is_empty() { said } else { said.with(&done.words) }
    }
}
