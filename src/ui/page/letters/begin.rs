use crate::app::desk::use_desk;
use crate::app::lettering::begin;
use crate::domain::id::CustomerId;
use crate::domain::letter::Purpose;
use crate::ui::page::customer::customer_line;
use crate::ui::part::{Button, Dialog, SearchField, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The most customers that are offered.
const OFFERED: usize = 6;

/// Begins a letter for one customer, who is found by name, number or address.
#[component]
pub(super) fn ForCustomer() -> impl IntoView {
    let desk = use_desk();
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let typed = typed.get();
        if typed.trim().is_empty() {
            return Vec::new();
        }
        desk.index.with(|index| {
            let found = index.find_customers(&typed).into_iter().take(OFFERED);
            found.map(|customer| customer.id.clone()).collect::<Vec<_>>()
        })
    });
    let offers = live(move || {
        if typed.with(|typed| typed.trim().is_empty()) {
            return None;
        }
        let found = found.get();
        if found.is_empty() {
            return Some(view! { <p class="muted">{said(|t| t.customers().none_found)}</p> }.into_any());
        }
        let row = |id: String| {
            let line = customer_line(desk, &id);
            let choose = move |_| {
                if let Some(id) = CustomerId::parse(&id) {
                    open.set(false);
                    Route::Letter(begin(desk, Purpose::Customer(id)).to_string()).go();
                }
            };
            view! { <li><button type="button" class="btn btn-quiet" on:click=choose>{line}</button></li> }
        };
        let rows: Vec<_> = found.into_iter().map(row).collect();
        Some(view! { <ul aria-label=label(|t| t.people().merge_found)>{rows}</ul> }.into_any())
    });
    view! {
        <Button label=|t| t.letter().new_for_customer on_press=move |()| {
            typed.set(String::new());
            open.set(true);
        }/>
        <Dialog title=label(|t| t.letter().choose_customer) open=open>
            <div class="dialog-body">
                <p>{said(|t| t.letter().customer_about)}</p>
                <SearchField
                    id="letter-customer"
                    label=label(|t| t.letter().customer_search)
                    about=label(|t| t.customers().search_over)
                    typed=typed
                    on_type=move |text: String| typed.set(text)
                />
                <div aria-live="polite">{offers.clone()}</div>
                <div class="btn-row">
                    <Button label=|t| t.common().cancel class="btn btn-quiet" on_press=move |()| open.set(false)/>
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}
