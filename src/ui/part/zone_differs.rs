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
        (zone_offset_minutes(now), desk.zone().offset_at(Moment::of_millis(now)))
    });
    move || {
        let (here, there) = offsets.get();
        (here != there).then(|| {
            let words = desk.t().zone().differs(&offset_words(here), &offset_words(there));
            view! { <p class="hint zone-differs">{words}</p> }
        })
    }
}
