use super::{Dossier, Numbered, compose};
use crate::domain::document::Issued;
use crate::journal::Held;

/// A moment on a paper is of the preview that somebody read before they gave it out. That they
/// took longer over it than this, in minutes, would be told as a change.
const READING: u64 = 3;
const MINUTE: u64 = 60_000;

/// Whether a paper that was given out would say something else now: composed again as of the
/// moment it was issued, under its number, its day and by whom it was issued. The dossier is in
/// the paper's language. What cannot be composed any more is not said to be otherwise: there is
/// nothing to give out instead.
#[must_use]
pub fn reads_otherwise(dossier: &Dossier, held: &Held<&Issued>) -> bool {
    let issued = held.value;
    let numbered = Numbered {
        number: issued.number.clone(),
        revision: issued.revision,
        date: issued.date,
        visit: issued.visit.clone(),
    };
    let by = held.author.as_ref().map(dossier.staff).unwrap_or_default();
    let as_of = |minutes: u64| {
        let now = held.stamp.millis.saturating_sub(minutes * MINUTE);
        compose(issued.document.paper, &Dossier { by: &by, now, ..*dossier }, &numbered)
    };
    (0..=READING).map_while(|minutes| as_of(minutes).ok()).all(|document| document.hash() != issued.hash)
        && as_of(0).is_ok()
}
