//! What a customer answered, on paper. It is a copy of the record, so it has no number.

use super::Dossier;
use crate::domain::document::Document;
use crate::journal::Stamp;
use crate::paper::{AnsweredFacts, PaperHead, ShopFace, answered_survey};

/// The answer of a stamp; nothing once it was taken back.
#[must_use]
pub fn answered(dossier: &Dossier, answer: &Stamp) -> Option<Document> {
    let held = dossier.case.survey_answers().find(|held| held.stamp == *answer)?;
    let head = PaperHead {
        shop: ShopFace::of(dossier.shop),
        lang: dossier.lang,
        number: String::new(),
        revision: 1,
        date: None,
    };
    let facts = AnsweredFacts { subject: dossier.subject(), on: dossier.moment(held.stamp.millis) };
    Some(answered_survey(held.value, &facts, &head))
}
