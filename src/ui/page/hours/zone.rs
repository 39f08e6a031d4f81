use super::Page;
use crate::domain::calendar::{Moment, Zone};
use crate::domain::shop::ShopField;
use crate::i18n::hours::zone_words;
use crate::platform::clock;
use crate::ui::part::{ChoiceOption, Glyph, Icon, Select, ZoneDiffers, label, live, said};
use leptos::prelude::*;

/// Where the shop's clock hangs.
#[component]
pub(super) fn ZonePart(page: Page) -> impl IntoView {
    let desk = page.desk;
    let now = Memo::new(move |_| page.calendar.with(|calendar| calendar.zone).name());
    let options = Signal::derive(move || {
        let (t, moment) = (desk.t(), Moment::of_millis(desk.now.get_untracked()));
        let held = Zone::parse(&now.get()).filter(|zone| !Zone::PLACES.contains(zone));
        let all = held.into_iter().chain(Zone::PLACES);
        all.map(|zone| ChoiceOption::new(zone.name(), zone_words(t, zone, moment))).collect::<Vec<_>>()
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.hours().zone)}</h2>
            <Select
                label=label(|t| t.hours().zone)
                options=options
                value=now
                on_choose=move |name: String| {
                    if let Some(zone) = Zone::parse(&name) {
                        page.keep(vec![ShopField::Zone(zone)]);
                    }
                }
            />
            <p class="hint">{said(|t| t.hours().zone_hint)}</p>
            <ZoneDiffers/>
        </section>
    }
    .into_any()
}

/// For a shop that has said nothing of its zone: this device's, in one press.
#[component]
pub(super) fn ZoneWanted(page: Page) -> impl IntoView {
    let desk = page.desk;
    live(move || {
        if page.shop.with(|shop| shop.zone().is_some()) {
            return None;
        }
        let zone = clock::zone();
        let words = move || zone_words(desk.t(), zone, Moment::of_millis(desk.now.get()));
        Some(view! {
            <section class="banner">
                <Icon glyph=Glyph::Clock/>
                <p>{move || desk.t().hours().zone_none(&words())}</p>
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| { page.keep(vec![ShopField::Zone(zone)]); }
                >
                    {move || desk.t().hours().zone_use(&words())}
                </button>
            </section>
        })
    })
}
