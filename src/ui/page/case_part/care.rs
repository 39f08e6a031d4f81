//! Keeping in touch after the job: when the customer is asked again, and what they said.

mod arisen;
mod call;
mod form;
mod offer;
mod row;

pub(crate) use arisen::Arisen;
pub(super) use arisen::case_link;
pub(crate) use offer::Offer;

use super::fold::Fold;
use crate::app::command::FollowUpError;
use crate::app::desk::Desk;
use crate::domain::date::Date;
use crate::domain::record::Records;
use crate::platform::clock::{now_ms, zone_offset_minutes};
use crate::ui::page::case::Shown;
use crate::ui::part::live;
use leptos::prelude::*;

/// The follow-ups of a case.
#[component]
pub(super) fn Care(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown.clone());
    let open = RwSignal::new(false);
    let ids = Memo::new(move |_| {
        let mut all: Vec<_> = s.with_value(|shown| {
            shown
                .read(|case| case.follow_ups().into_iter().map(|(id, each)| (each.due, id.clone())).collect())
        });
        all.sort();
        all.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    });
    let used = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let rows = live(move || {
        used.get().then(|| {
            view! {
                <ul class="noted-list card">
                    <For
                        each=move || ids.get()
                        key=|id| id.clone()
                        children=move |id| view! { <row::FollowUpRow shown=s.get_value() id=id/> }
                    />
                </ul>
            }
        })
    });
    view! {
        <Arisen shown=shown.clone()/>
        <Offer shown=shown.clone() always=true/>
        <Fold
            title=|t| t.care().title
            about=|t| t.care().none
            add=|t| t.care().add
            used=used
            open=open
            form=move |()| view! { <form::NewFollowUp shown=s.get_value() open=open/> }.into_any()
        >
            {rows}
        </Fold>
    }
    .into_any()
}

/// Today, by the clock of this device.
fn today() -> Option<Date> {
    let now = now_ms();
    Date::of_moment(now, zone_offset_minutes(now))
}

/// Keeps what a form made, with a way back; or tells what is wrong. Whether it was kept.
fn keep(
    desk: Desk,
    shown: &Shown,
    made: Result<Records, FollowUpError>,
    wrong: RwSignal<Option<FollowUpError>>,
) -> bool {
    match made {
        Ok(records) => {
            desk.save(records);
            desk.say(untrack(|| desk.t()).job().noted, Some(shown.id.clone()));
            wrong.set(None);
            true
        }
        Err(error) => {
            wrong.set(Some(error));
            false
        }
    }
}
