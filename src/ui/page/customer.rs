mod add;
mod assets;
mod care;
pub(super) mod conflicts;
mod contacts;
mod fields;
mod history;
mod letters;
mod many;
mod merged;
mod merging;
mod people;
mod personal;

pub(super) use add::AddCustomer;
pub(super) use merged::differing;

use crate::app::command::CustomerRecord;
use crate::app::desk::{Desk, Person, use_desk};
use crate::domain::customer::CustomerKind;
use crate::domain::same::as_one;
use crate::ui::part::{Empty, Glyph, Icon, WindowList, customers_case_row, label, said, use_staff_names};
use crate::ui::route::Route;
use assets::Assets;
use care::Care;
use conflicts::{Conflicts, Words};
use contacts::Contacts;
use fields::Fields;
use history::History;
use leptos::prelude::*;
use letters::Letters;
use merged::Merged;
use merging::MergeWith;
use people::People;
use personal::Personal;

/// One customer: how to reach them, what they have, what was done for them.
#[component]
pub(crate) fn Customer(id: String) -> impl IntoView {
    let desk = use_desk();
    let person = {
        let id = id.clone();
        desk.person(move || Some(id.clone()))
    };
    let now = Memo::new(move |_| person.with(|person| person.as_deref().map(as_one)));
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
    if desk.index.with_untracked(|index| index.customers.get(&id).is_some_and(|one| one.is_erased())) {
        let back = label(|t| t.common().customers);
        return view! {
            <div class="page">
                <h1>{said(|t| t.people().erased_customer)}</h1>
                <Empty
                    text=label(|t| t.people().erased_about)
                    action=(Route::Customers.href(), back)
                />
                <CasesOf customer=id/>
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
                let cases = desk.cases_in_full(id.clone());
                view! {
                    <Settle person=person/>
                    <Merged person=person/>
                    <Fields person=person now=now/>
                    <Care person=person now=now cases=cases/>
                    <Contacts person=person now=now/>
                    <People person=person now=now/>
                    <History customer=id.clone() cases=cases/>
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
            <Letters customer=id.clone()/>
            <CasesOf customer=id.clone()/>
            <MergeWith id=id/>
            <Personal person=person/>
        </div>
    }
    .into_any()
}

/// A customer in one line: name, number, address, cases.
pub(super) fn customer_line(desk: Desk, id: &str) -> String {
    desk.index.with(|index| {
        let face = index.customer(id);
        let parts = face.map(|face| [face.name, face.phone, face.address]).unwrap_or_default();
        let cases = match index.cases_of(id).len() {
            0 => desk.t().customers().no_cases.to_owned(),
            1 => desk.t().cases().count_one.to_owned(),
            count => desk.t().cases().count(&count),
        };
        let parts = parts.into_iter().chain([cases.as_str()]).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    })
}

/// What has two values, in each record of the person.
#[component]
fn Settle(person: Person) -> impl IntoView {
    let desk = use_desk();
    let ids = Memo::new(move |_| {
        let ids = |records: &Vec<_>| records.iter().map(|(id, _): &CustomerRecord| id.to_string()).collect();
        person.with(|person| person.as_ref().map(ids)).unwrap_or_default()
    });
    let each = move |id: String| {
        let now = desk.folded::<CustomerKind>(id.clone());
        view! { <Conflicts<CustomerKind> id=id now=now words=Words::CUSTOMER/> }
    };
    let all = move || ids.with(|ids: &Vec<String>| ids.iter().cloned().map(each).collect_view());
    view! { {all} }
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
