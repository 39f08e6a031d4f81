//! The shop's calendar: its usual week, the days that differ, and where its clock hangs.

mod bring;
mod cell;
mod day;
mod export;
mod grid;
mod holidays;
mod offer;
mod offer_view;
mod problems;
mod zone;

use super::settings::{HoursDisclosure, shop_conflicts};
use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::app::hours::Month;
use crate::domain::calendar::{Calendar, Moment};
use crate::domain::date::Date;
use crate::domain::hours::Hours as WeeklyHours;
use crate::domain::local_time::LocalTime;
use crate::domain::shop::{SHOP_ID, Shop, ShopField, ShopKey, ShopKind};
use crate::journal::Stamp;
use crate::ui::part::{live, said};
use bring::Bring;
use day::DayDialog;
use export::Export;
use grid::MonthView;
use holidays::Holidays;
use leptos::prelude::*;
use offer::Offer;
use offer_view::OfferDialog;
use problems::Problems;
use zone::{ZonePart, ZoneWanted};

/// What the page shows. Copied freely: it is a handle.
#[derive(Clone, Copy)]
struct Page {
    desk: Desk,
    shop: Memo<Shop>,
    calendar: Memo<Calendar>,
    today: Memo<Option<Date>>,
    /// The month in view; today's by default.
    month: RwSignal<Option<Month>>,
    /// The day at which the cursor is, or was last.
    at: RwSignal<Option<Date>>,
    /// Whether that day is being changed.
    changing: RwSignal<bool>,
    /// What a schedule, a list or a file would change.
    offer: RwSignal<Option<Offer>>,
    /// Whether that is shown.
    offered: RwSignal<bool>,
    /// The action that was carried out last, and how many days it changed.
    done: RwSignal<Option<(Stamp, usize)>>,
}

impl Page {
    fn new() -> Self {
        let desk = use_desk();
        Self {
            desk,
            shop: Memo::new(move |_| desk.shop()),
            calendar: Memo::new(move |_| desk.calendars.with(|calendars| calendars.now().clone())),
            today: Memo::new(move |_| {
                let now = Moment::of_millis(desk.now.get());
                desk.zone().local(now).map(LocalTime::date)
            }),
            month: RwSignal::new(None),
            at: RwSignal::new(None),
            changing: RwSignal::new(false),
            offer: RwSignal::new(None),
            offered: RwSignal::new(false),
            done: RwSignal::new(None),
        }
    }

    /// The month in view. Follows changes.
    fn month(self) -> Option<Month> {
        self.month.get().or_else(|| self.today.get().map(Month::of))
    }

    /// Keeps what was said of the shop; gives the stamp of the action.
    fn keep(self, fields: Vec<ShopField>) -> Stamp {
        let pen = self.desk.pen();
        let new = self.shop.with_untracked(|shop| command::set::<ShopKind>(&pen, SHOP_ID, shop, fields));
        self.desk.save(new);
        pen.stamp
    }

    /// Shows what something would change.
    fn propose(self, offer: Offer) {
        self.done.set(None);
        self.offer.set(Some(offer));
        self.offered.set(true);
    }
}

/// When the shop works, at a glance and to be changed.
#[component]
pub(crate) fn Hours() -> impl IntoView {
    let page = Page::new();
    let desk = page.desk;
    let conflicts = live(move || {
        let of_calendar = |key: &ShopKey| matches!(key, ShopKey::Hours | ShopKey::Zone | ShopKey::Day(_));
        let mut conflicts = page.shop.with(|shop| shop.fields.conflicts());
        conflicts.retain(|conflict| of_calendar(&conflict.key));
        shop_conflicts(desk, conflicts, Callback::new(move |field| drop(page.keep(vec![field]))))
    });
    let hours = Memo::new(move |_| page.calendar.with(|calendar| calendar.hours.clone()));
    let assumed = live(move || {
        page.shop
            .with(|shop| shop.hours().is_none())
            .then(|| view! { <p class="hint">{said(|t| t.hours().weekly_assumed)}</p> })
    });
    view! {
        <div class="page hours-page">
            <div class="page-head"><h1>{said(|t| t.hours().title)}</h1></div>
            <p class="muted hours-lead">{said(|t| t.hours().lead)}</p>
            {conflicts}
            <ZoneWanted page=page/>
            <Problems page=page/>
            <MonthView page=page/>
            <div class="settings-columns hours-columns">
                <div class="settings-column">
                    <section class="section card">
                        <h2>{said(|t| t.hours().weekly)}</h2>
                        {assumed}
                        <HoursDisclosure
                            value=hours
                            on_change=move |hours: WeeklyHours| { page.keep(vec![ShopField::Hours(hours)]); }
                        />
                        <p class="hint">{said(|t| t.hours().night_hint)}</p>
                    </section>
                    <ZonePart page=page/>
                    <Export page=page/>
                </div>
                <div class="settings-column">
                    <Holidays page=page/>
                    <Bring page=page/>
                </div>
            </div>
            <DayDialog page=page/>
            <OfferDialog page=page/>
        </div>
    }
    .into_any()
}
