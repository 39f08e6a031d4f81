//! After the job.

use super::{Dossier, lines};
use crate::domain::document::Document;
use crate::domain::id::StaffId;
use crate::domain::record_part::RecordPart;
use crate::i18n::Named;
use crate::i18n::when::date_in_words;
use crate::paper::{self, CallFacts, FollowUpFacts, PaperHead, PlannedFacts};

pub(super) fn follow_up(dossier: &Dossier, head: &PaperHead) -> Result<Document, RecordPart> {
    let (case, t) = (dossier.case, dossier.texts());
    let name = |id: &StaffId| (dossier.staff)(id);
    let calls: Vec<CallFacts> = case
        .follow_up_calls()
        .map(|held| CallFacts {
            on: dossier.day_of(held.stamp.millis),
            how: held.value.channel.name(t).to_owned(),
            who: held.author.as_ref().map(name).unwrap_or_default(),
            outcome: if held.value.reached { t.care().reached_yes } else { t.care().reached_no }.to_owned(),
            words: lines(&held.value.words).join(" "),
            problem: lines(&held.value.problem).join(" "),
        })
        .collect();
    let open = case.follow_ups().into_iter().filter(|(id, _)| case.follow_up_done(id).is_none());
    let planned: Vec<PlannedFacts> = open
        .map(|(_, follow_up)| PlannedFacts {
            due: date_in_words(dossier.lang, follow_up.due),
            about: lines(&follow_up.about).join(" "),
            who: follow_up.who.as_ref().map(name).unwrap_or_default(),
        })
        .collect();
    if calls.is_empty() && planned.is_empty() {
        return Err(RecordPart::FollowUp);
    }
    let facts = FollowUpFacts {
        subject: dossier.subject(),
        delivered: case.delivered_at().map(|at| dossier.day_of(at)).unwrap_or_default(),
        calls,
        planned,
        recorder: dossier.by.to_owned(),
    };
    Ok(paper::follow_up_record(&facts, head))
}
