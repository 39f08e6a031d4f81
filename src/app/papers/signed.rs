use crate::domain::case::Case;
use crate::domain::document::Issued;
use crate::i18n::when::{Zone, exact};
use crate::paper::DrawnSignature;

/// What was signed on the screen, as the paper shows it: in its language, whatever the
/// screen's is.
#[must_use]
pub fn drawn(case: &Case, paper: &Issued, zone: Zone) -> Vec<DrawnSignature> {
    let seats = case.seats(paper).into_iter();
    seats
        .filter_map(|(seat, held)| {
            Some(DrawnSignature {
                party: seat?,
                path: held.value.strokes.path(),
                name: held.value.name.clone(),
                when: exact(paper.document.lang, held.stamp.millis, zone),
            })
        })
        .collect()
}
