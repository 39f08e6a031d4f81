use super::super::fold::{Fold, NewForm};
use super::super::typed::{fine, words};
use super::change_row::ChangeRow;
use super::{Wrong, keep};
use crate::app::command::put_change_request;
use crate::app::desk::use_desk;
use crate::domain::execution::ChangeRequest;
use crate::domain::id::ChangeId;
use crate::platform::random;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::live;
use leptos::prelude::*;

/// What the customer wants changed after the agreement. Its form stands below the list, so that
/// it stays while the list is drawn anew.
#[component]
pub(super) fn Changes(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let editing = StoredValue::new(None::<ChangeId>);
    let edit = Callback::new(move |change: ChangeId| {
        editing.set_value(Some(change));
        open.set(true);
    });
    let ids = Memo::new(move |_| {
        let case = s.with_value(Shown::case);
        case.change_requests().into_iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()
    });
    let used = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let rows = live(move || {
        used.get().then(|| {
            view! {
                <ul class="noted-list card">
                    <For
                        each=move || ids.get()
                        key=|id| id.clone()
                        children=move |id| view! { <ChangeRow shown=s.get_value() id=id open=open on_edit=edit/> }
                    />
                </ul>
            }
        })
    });
    let form = move |()| {
        let id = editing.try_update_value(Option::take).flatten();
        let id = id.unwrap_or_else(|| ChangeId::from_random(random::bits()));
        view! { <ChangeForm shown=s.get_value() id=id open=open/> }.into_any()
    };
    view! {
        <Fold
            title=|t| t.job().change_title
            about=|t| t.job().change_about
            add=|t| t.job().change_add
            used=used
            open=open
            form=form
        >
            {rows}
        </Fold>
    }
    .into_any()
}

/// A change that is written down anew, or put otherwise.
#[component]
fn ChangeForm(shown: Shown, id: ChangeId, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let case = shown.case_untracked();
    let known = case.change_requests().into_iter().find(|(known, _)| **known == id);
    let before = known.map(|(_, change)| change.clone()).unwrap_or_default();
    let what = RwSignal::new(before.what.clone());
    let reason = RwSignal::new(before.reason.clone());
    let on_time = RwSignal::new(before.on_time.clone());
    let on_cost = RwSignal::new(before.on_cost.clone());
    let on_quality = RwSignal::new(before.on_quality.clone());
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let change = ChangeRequest {
            what: what.get_untracked(),
            reason: reason.get_untracked(),
            on_time: on_time.get_untracked(),
            on_cost: on_cost.get_untracked(),
            on_quality: on_quality.get_untracked(),
            ..before.clone()
        };
        let made = put_change_request(&desk.pen(), &shown.id, &shown.case_untracked(), &id, change);
        keep(desk, &shown, made.map_err(Wrong::Work), wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.job().change_title
            save=|t| t.job().change_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {words(|t| t.job().change_what, what, told(desk, wrong, Wrong::is_words), 2)}
            {words(|t| t.work().change_reason, reason, fine(), 2)}
            <div class="form-grid">
                {words(|t| t.work().change_on_time, on_time, fine(), 2)}
                {words(|t| t.work().change_on_cost, on_cost, fine(), 2)}
                {words(|t| t.work().change_on_quality, on_quality, fine(), 2)}
            </div>
        </NewForm>
    }
    .into_any()
}
