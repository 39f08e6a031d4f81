use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::document::Issued;
use crate::i18n::when::{Zone, date_in_words, time};
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
                when: moment(paper, held.stamp.millis, zone),
            })
        })
        .collect()
}

/// A day and a time, short enough for one of three places side by side.
fn moment(paper: &Issued, millis: u64, zone: Zone) -> String {
    let day = Date::of_moment(millis, zone(millis)).map(|day| date_in_words(paper.document.lang, day));
    [day.unwrap_or_default(), time(millis, zone)].join(" ")
}
