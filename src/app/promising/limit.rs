//! What a letter promises, in a few words.

use super::Speaking;
use super::time::{day_words, duration};
use crate::domain::promise::{Judged, Limit, Measure, PromiseKind, Terms};
use crate::i18n::Texts;

/// The limit of a promise as the letter says it; nothing where it says none.
#[must_use]
pub fn limit_words(t: &'static Texts, terms: &Terms, kind: PromiseKind) -> Option<String> {
    let p = t.promise();
    let wall = |minutes| duration(t, minutes, Measure::Wall);
    if kind == PromiseKind::DelayNotice {
        let hours = terms.value(kind, "notice_hours")?;
        return Some(p.limit_ahead(&wall(hours.saturating_mul(60))));
    }
    Some(match (kind, terms.limit(kind)?) {
        (PromiseKind::Visit, Limit::Minutes(0)) => p.limit_visit_sharp.to_owned(),
        (PromiseKind::Visit, Limit::Minutes(late)) => p.limit_visit(&wall(late)),
        (_, Limit::Minutes(0) | Limit::WorkingDays(0) | Limit::Days(0) | Limit::Months(0)) => {
            p.limit_at_once.to_owned()
        }
        (_, Limit::Response { inside, outside }) => p.limit_response(&wall(inside), &wall(outside)),
        (_, Limit::Minutes(minutes)) => p.limit_within(&wall(minutes)),
        (_, Limit::WorkingDays(1)) => p.limit_working_day_one.to_owned(),
        (_, Limit::WorkingDays(days)) => p.limit_working_days(&days),
        (_, Limit::Days(1)) => p.limit_day_one.to_owned(),
        (_, Limit::Days(days)) => p.limit_days(&days),
        (_, Limit::Months(1)) => p.limit_month_one.to_owned(),
        (_, Limit::Months(months)) => p.limit_months(&months),
        (_, Limit::CloseOf(_) | Limit::At(_) | Limit::BeforeCloseOf(..)) => return None,
    })
}

impl Speaking<'_> {
    /// The limit of a promise, of its letter or of what was agreed in the case.
    #[must_use]
    pub fn limit(&self, judged: &Judged, terms: &Terms) -> Option<String> {
        if judged.kind != PromiseKind::Finish {
            return limit_words(self.t(), terms, judged.kind);
        }
        let (today, due) = self.zone().local(self.now).zip(self.zone().local(judged.due?))?;
        Some(self.t().promise().limit_close(&day_words(self.t(), today.date(), due.date())))
    }
}
