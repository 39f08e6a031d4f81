use super::super::fold::NewForm;
use super::super::moment::{Moment, now};
use super::told::{Wrong, how_and_when, keep, times};
use crate::app::command::receive_complaint;
use crate::app::desk::use_desk;
use crate::domain::case::Channel;
use crate::domain::complaint::ComplaintReceived;
use crate::domain::local_time::LocalTime;
use crate::i18n::{Named, when};
use crate::platform::clock::zone_offset_minutes;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, live};
use leptos::prelude::*;

/// When and how the complaint came in: known from the request, and corrected if it was told
/// earlier than it was written down.
#[component]
pub(super) fn Received(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let known = Memo::new(move |_| {
        s.with_value(|shown| {
            shown.read(|case| {
                let held = case.complaints_received().last()?;
                let written =
                    || LocalTime::of_moment(held.stamp.millis, zone_offset_minutes(held.stamp.millis));
                Some((held.value.at.or_else(written)?, held.value.channel))
            })
        })
    });
    let line = live(move || {
        let (at, channel) = known.get()?;
        let words = desk.t().complaint().received(&when::local_in_words(desk.lang.get(), at));
        let channel = channel.map(|channel| view! { <span class="tag">{channel.name(desk.t())}</span> });
        let button = (!open.get()).then(|| {
            view! {
                <Button
                    label=|t| t.complaint().received_change
                    class="btn btn-quiet"
                    on_press=move |()| open.set(true)
                />
            }
        });
        Some(view! { <p class="complaint-received"><span class="muted">{words}</span>{channel}{button}</p> })
    });
    let form = live(move || open.get().then(|| correct(s.get_value(), known.get_untracked(), open)));
    view! { {line} <div class="fold-form">{form}</div> }.into_any()
}

fn correct(shown: Shown, known: Option<(LocalTime, Option<Channel>)>, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let at = Moment::new(known.map(|(at, _)| at).or_else(now));
    let channel = RwSignal::new(known.and_then(|(_, channel)| channel).unwrap_or(Channel::Phone));
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let made = times(at).and_then(|(at, now)| {
            let received = ComplaintReceived { channel: Some(channel.get_untracked()), at: Some(at) };
            Ok(receive_complaint(&desk.pen(), &shown.id, received, now)?)
        });
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.complaint().received_change
            save=|t| t.complaint().save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {how_and_when(desk, channel, at, wrong)}
        </NewForm>
    }
    .into_any()
}
