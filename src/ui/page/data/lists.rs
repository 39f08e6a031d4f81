use crate::app::desk::{Desk, use_desk};
use crate::app::lists_out::{List, hand_out};
use crate::i18n::texts;
use crate::ui::page::safety::trouble_words;
use crate::ui::part::{Button, Glyph, Text, said};
use leptos::prelude::*;

/// Tables and a calendar for other programs.
#[component]
pub(super) fn Lists() -> impl IntoView {
    let button = |list: List| view! { <ListButton list=list/> };
    view! {
        <section class="section card">
            <h2>{said(|t| t.import().lists)}</h2>
            <p>{said(|t| t.import().lists_note)}</p>
            <div class="btn-row">{List::ALL.map(button).collect_view()}</div>
        </section>
    }
    .into_any()
}

/// Hands one of them out.
#[component]
pub(in crate::ui::page) fn ListButton(list: List) -> impl IntoView {
    let desk = use_desk();
    let busy = RwSignal::new(false);
    let press = move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            let words = handed(desk, list).await;
            busy.try_set(false);
            desk.say(words, None);
        });
    };
    let name: Text = match list {
        List::Customers => |t| t.import().list_customers,
        List::Cases => |t| t.import().list_cases,
        List::Events => |t| t.import().list_events,
        List::Calendar => |t| t.import().list_calendar,
    };
    view! {
        <Button label=name glyph=Glyph::Data busy=(busy.into(), |t| t.data().exporting) on_press=press/>
    }
    .into_any()
}

async fn handed(desk: Desk, list: List) -> String {
    let done = hand_out(desk, list).await;
    let t = texts(desk.lang.get_untracked());
    match done {
        Ok(Some(name)) => t.import().list_done(&name),
        Ok(None) => t.import().list_refused.to_owned(),
        Err(error) => trouble_words(t, &error),
    }
}
