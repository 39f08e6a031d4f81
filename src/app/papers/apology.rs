//! When a promise was not kept.

use super::{Dossier, lines};
use crate::app::promising::{duration, limit_words, terms_at};
use crate::domain::calendar::Zone;
use crate::domain::document::Document;
use crate::domain::local_time::LocalTime;
use crate::domain::promise::{Judged, PromiseKind, RemedyWay};
use crate::i18n::Named;
use crate::i18n::when::local_in_words;
use crate::paper::{self, ApologyFacts, NotKept, PaperHead};

/// What is known of the promises of a case.
#[derive(Clone, Copy, Debug, Default)]
pub struct Promised<'a> {
    /// What each comes to.
    pub judged: &'a [Judged],
    /// Where the shop's clock hangs: their moments are told by it.
    pub zone: Zone,
}

pub(super) fn apology(dossier: &Dossier, head: &PaperHead) -> Document {
    let (case, t) = (dossier.case, dossier.texts());
    let broken: Vec<&Judged> = dossier.promised.judged.iter().filter(|one| one.state.is_broken()).collect();
    let terms = case.terms().map(|held| held.value);
    let done = case.remedies().map(|held| held.value).filter(|done| done.way != RemedyWay::Nothing);
    let done = done.map(|done| match (done.words.as_str(), done.way, terms) {
        ("", RemedyWay::AsPromised, Some(terms)) if !terms.remedy.is_empty() => terms.remedy.clone(),
        ("", ..) => done.way.name(t).to_owned(),
        (words, ..) => lines(words).join(" "),
    });
    let facts = ApologyFacts {
        customer: dossier.customer.name().cloned().unwrap_or_default(),
        case_number: case.number().cloned().unwrap_or_default(),
        letter: terms.map(|terms| terms.number.clone()).unwrap_or_default(),
        done: done.collect(),
        remedy: terms.map(|terms| lines(&terms.remedy).join(" ")).unwrap_or_default(),
        promises: broken.into_iter().map(|judged| dossier.not_kept(judged)).collect(),
        signatory: dossier.by.to_owned(),
    };
    paper::apology(&facts, head)
}

impl Dossier<'_> {
    fn not_kept(&self, judged: &Judged) -> NotKept {
        let t = self.texts();
        let p = t.promise();
        let said = |moment: Option<LocalTime>| {
            moment.map(|moment| local_in_words(self.lang, moment)).unwrap_or_default()
        };
        let local = |moment| self.promised.zone.local(moment);
        let late = duration(t, judged.late, judged.measure);
        let terms = terms_at(self.case, judged.by);
        NotKept {
            promise: judged.kind.name(t).to_owned(),
            limit: terms.and_then(|held| limit_words(t, held.value, judged.kind)).unwrap_or_default(),
            due: said(judged.due.and_then(local)),
            happened: match judged.met.and_then(local) {
                _ if matches!(judged.kind, PromiseKind::Redo | PromiseKind::Maintenance) => {
                    p.apology_charged.to_owned()
                }
                Some(met) => p.apology_late(&said(Some(met)), &late),
                None if judged.is_over => p.apology_never.to_owned(),
                None => p.apology_not_yet.to_owned(),
            },
        }
    }
}
