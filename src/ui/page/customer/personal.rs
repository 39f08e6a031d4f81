use crate::app::desk::{Person, use_desk};
use crate::app::personal;
use crate::domain::id::CustomerId;
use crate::ui::part::{Button, Dialog, label, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// What the customer may ask for: their data as a file, and their erasure.
#[component]
pub(super) fn Personal(person: Person) -> impl IntoView {
    let desk = use_desk();
    let asking = RwSignal::new(false);
    let ids = move || -> Vec<CustomerId> {
        person.get_untracked().unwrap_or_default().into_iter().map(|(id, _)| id).collect()
    };
    let hand_out = move |page: bool| {
        let ids = ids();
        leptos::task::spawn_local(async move {
            let done = match page {
                true => personal::hand_out_page(desk, &ids).await,
                false => personal::hand_out(desk, &ids).await,
            };
            if let Err(error) = done {
                desk.trouble.set(Some(error));
            }
        });
    };
    let erase = move |()| {
        let ids = ids();
        leptos::task::spawn_local(async move {
            match personal::erase(desk, &ids).await {
                Ok(_) => {
                    asking.set(false);
                    desk.say(desk.t().people().erased, None);
                    Route::Customers.go();
                }
                Err(error) => desk.trouble.set(Some(error)),
            }
        });
    };
    let what = move || {
        let id = ids().first().map(ToString::to_string).unwrap_or_default();
        desk.index.with(|index| {
            desk.t().people().erase_what(
                &index.customer_name(&id),
                &index.cases_of(&id).len(),
                &index.assets_of(&id).len(),
            )
        })
    };
    view! {
        <section class="section no-print">
            <h2>{said(|t| t.people().personal)}</h2>
            <p class="muted">{said(|t| t.people().personal_about)}</p>
            <p class="hint">{said(|t| t.protect().handout_hint)}</p>
            <div class="btn-row">
                <Button label=|t| t.protect().handout on_press=move |()| hand_out(true)/>
                <Button label=|t| t.people().hand_out on_press=move |()| hand_out(false)/>
                <Button label=|t| t.people().erase class="btn btn-quiet" on_press=move |()| asking.set(true)/>
            </div>
        </section>
        <Dialog title=label(|t| t.people().erase_title) open=asking>
            <div class="dialog-body">
                <p>{what}</p>
                <ul class="plain-list">
                    <li>{said(|t| t.people().erase_goes)}</li>
                    <li>{said(|t| t.people().erase_stays)}</li>
                    <li>{said(|t| t.people().erase_files)}</li>
                </ul>
                <div class="btn-row">
                    <Button label=|t| t.people().erase_now class="btn btn-primary" on_press=erase/>
                    <Button label=|t| t.common().cancel on_press=move |()| asking.set(false)/>
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}
