use super::customer::AddCustomer;
use crate::app::desk::{Desk, use_desk};
use crate::ui::part::{Empty, Glyph, Icon, SearchField, WindowList, label, said};
use crate::ui::route::Route;
use leptos::prelude::*;
use std::collections::HashMap;

/// How many cases each customer has, by id.
type Counts = Memo<HashMap<String, usize>>;

/// The customers, found as somebody types; who came last stands first.
#[component]
pub(crate) fn Customers() -> impl IntoView {
    let desk = use_desk();
    let typed = desk.lists.customers;
    let adding = RwSignal::new(false);
    let found =
        Memo::new(move |_| typed.with(|typed| desk.index.with(|index| index.customers_by_visit(typed))));
    let keys =
        Memo::new(move |_| found.with(|found| found.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()));
    let counts: Counts = Memo::new(move |_| found.with(|found| found.iter().cloned().collect()));
    let none = Memo::new(move |_| keys.with(Vec::is_empty));
    let count = move || match keys.with(Vec::len) {
        1 => desk.t().customers().count_one.to_owned(),
        count => desk.t().customers().count(&count),
    };
    let list = move || {
        if none.get() {
            let text = move || match typed.with(String::is_empty) {
                true => desk.t().customers().none_yet.to_owned(),
                false => desk.t().customers().none_found.to_owned(),
            };
            return view! { <Empty text=Signal::derive(text)/> }.into_any();
        }
        view! {
            <WindowList
                label=label(|t| t.common().customers)
                keys=keys
                row_height=60
                narrow_row_height=84
                row=move |id: String| customer_row(desk, counts, id)
                place=desk.lists.customers_place
            />
        }
        .into_any()
    };
    view! {
        <div class="page">
            <div class="page-head">
                <h1>{said(|t| t.common().customers)}</h1>
                <button type="button" class="btn" on:click=move |_| adding.set(true)>
                    <Icon glyph=Glyph::Plus/>
                    {said(|t| t.customers().add)}
                </button>
            </div>
            <SearchField
                id="customer-search"
                label=label(|t| t.common().search)
                about=label(|t| t.customers().search_over)
                typed=typed
                on_type=move |text: String| typed.set(text)
            />
            <div class="list-head"><p role="status">{count}</p></div>
            {list}
        </div>
        <AddCustomer open=adding/>
    }
    .into_any()
}

fn customer_row(desk: Desk, counts: Counts, id: String) -> AnyView {
    let href = Route::Customer(id.clone()).href();
    let cells = move || {
        let t = desk.t();
        desk.index.with(|index| {
            let customer = index.customers.get(&id)?;
            let name = if customer.name.is_empty() { t.cases().unnamed.to_owned() } else { customer.name.clone() };
            let count = match counts.with(|counts| counts.get(&id).copied().unwrap_or(0)) {
                0 => String::new(),
                1 => t.cases().count_one.to_owned(),
                count => t.cases().count(&count),
            };
            Some(view! {
                <span class="customer-name">
                    {name}
                    {(customer.conflicts > 0).then(|| {
                        view! { " " <span class="tag tag-warn"><Icon glyph=Glyph::Merge/>{t.cases().to_settle}</span> }
                    })}
                </span>
                <span class="customer-phone figure">{customer.phone.clone()}</span>
                <span class="customer-address">{customer.address.clone()}</span>
                <span class="customer-count figure">{count}</span>
            })
        })
    };
    view! { <a class="row-link customer-row" href=href>{cells}</a> }.into_any()
}
