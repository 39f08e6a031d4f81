use crate::app::desk::use_desk;
use crate::domain::calendar::Moment;
use crate::i18n::when::offset_words;
use crate::platform::clock::zone_offset_minutes;
use leptos::prelude::*;

/// A sentence where this device's clock shows another time than the shop's.
#[component]
pub(crate) fn ZoneDiffers() -> impl IntoView {
    let desk = use_desk();
    let offsets = Memo::new(move |_| {
        let now = desk.now.get();
        let there = desk.index.with(|index| index.watch.offset_at(Moment::of_millis(now)));
        (zone_offset_minutes(now), there)
    });
    move || {
        let (here, there) = offsets.get();
        let there = there.filter(|there| *there != here)?;
        let words = desk.t().zone().differs(&offset_words(here), &offset_words(there));
        Some(view! { <p class="hint zone-differs">{words}</p> })
    }
}
