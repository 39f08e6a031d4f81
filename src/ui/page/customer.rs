mod add;
mod assets;
mod conflicts;
mod fields;

pub(super) use add::AddCustomer;

use crate::app::desk::use_desk;
use crate::domain::customer::CustomerKind;
use crate::ui::part::{Empty, Glyph, Icon, WindowList, customers_case_row, label, said, use_staff_names};
use crate::ui::route::Route;
use assets::Assets;
use conflicts::{Conflicts, Words};
use fields::Fields;
use leptos::prelude::*;

/// One customer: how to reach them, what they have, what was done for them.
#[component]
pub(crate) fn Customer(id: String) -> impl IntoView {
    let desk = use_desk();
    let now = desk.folded::<CustomerKind>(id.clone());
    let known = desk.index.with_untracked(|index| index.customers.contains_key(&id));
    if !known && now.with_untracked(Option::is_none) {
        let back = label(|t| t.common().customers);
        return view! {
            <div class="page">
                <h1>{said(|t| t.customers().missing)}</h1>
                <Empty
                    text=label(|t| t.customers().missing_about)
                    action=(Route::Customers.href(), back)
                />
            </div>
        }
        .into_any();
    }
    let name = {
        let id = id.clone();
        move || match desk.index.with(|index| index.customer_name(&id).to_owned()) {
            name if name.is_empty() => desk.t().cases().unnamed.to_owned(),
            name => name,
        }
    };
    let ready = Memo::new(move |_| now.with(Option::is_some));
    let parts = {
        let id = id.clone();
        move || {
            ready.get().then(|| {
                view! {
                    <Conflicts<CustomerKind> id=id.clone() now=now words=Words::CUSTOMER/>
                    <Fields id=id.clone() now=now/>
                }
            })
        }
    };
    let preset = id.clone();
    view! {
        <div class="page">
            <p class="back-link">
                <a href=Route::Customers.href()><Icon glyph=Glyph::Back/>{said(|t| t.common().customers)}</a>
            </p>
            <div class="page-head">
                <h1>{name}</h1>
                <a
                    class="btn btn-primary"
                    href=Route::NewRequest.href()
                    on:click=move |_| desk.for_customer.set(Some(preset.clone()))
                >
                    <Icon glyph=Glyph::Plus/>
                    {said(|t| t.customers().new_request)}
                </a>
            </div>
            {parts}
            <Assets owner=id.clone()/>
            <CasesOf customer=id/>
        </div>
    }
    .into_any()
}

/// The customer's cases, the latest first.
#[component]
fn CasesOf(customer: String) -> impl IntoView {
    let desk = use_desk();
    let staff = use_staff_names();
    let keys = Memo::new(move |_| {
        desk.index
            .with(|index| index.cases_of(&customer).iter().map(|case| case.id.clone()).collect::<Vec<_>>())
    });
    let none = Memo::new(move |_| keys.with(Vec::is_empty));
    let list = move || {
        if none.get() {
            return view! { <p class="muted">{said(|t| t.customers().no_cases)}</p> }.into_any();
        }
        view! {
            <WindowList
                label=label(|t| t.common().cases)
                keys=keys
                row_height=68
                narrow_row_height=96
                row=move |id: String| customers_case_row(desk, staff, id)
            />
        }
        .into_any()
    };
    view! {
        <section class="section">
            <h2>{said(|t| t.common().cases)}</h2>
            {list}
        </section>
    }
    .into_any()
}
