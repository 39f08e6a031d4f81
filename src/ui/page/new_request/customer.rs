use super::form::Form;
use crate::domain::case::Status;
use crate::domain::phone::digits;
use crate::search::summary::CustomerSummary;
use crate::ui::part::{Glyph, Icon, TextField};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The most known customers that are offered at once.
const OFFERED: usize = 6;

/// Who it is: known customers are offered while the number or the name is typed.
#[component]
pub(super) fn CustomerPart(form: Form) -> impl IntoView {
    let desk = form.desk();
    let part = move || match form.customer.get() {
        Some(id) => view! { <KnownCustomer form=form id=id/> }.into_any(),
        None => view! { <NewCustomer form=form/> }.into_any(),
    };
    view! {
        <section class="card section">
            <h2>{move || desk.t().names().field_customer}</h2>
            {part}
        </section>
    }
    .into_any()
}

#[component]
fn KnownCustomer(form: Form, id: String) -> impl IntoView {
    let desk = form.desk();
    let face = desk.index.with(|index| {
        index.customer(&id).map(|face| [face.name, face.phone, face.address].map(str::to_owned))
    });
    let open = desk.index.with(|index| {
        index
            .cases_of(&id)
            .into_iter()
            .filter(|case| case.status() == Status::Open)
            .cloned()
            .collect::<Vec<_>>()
    });
    let open_cases = open.into_iter().take(3).map(|case| {
        view! { <li><a href=Route::Case(case.id).href()>{case.number}" · "{case.title}</a></li> }
    });
    let open_cases = open_cases.collect_view();
    let [name, phone, address] = face.unwrap_or_default();
    view! {
        <div class="known-customer">
            <div>
                <p class="known-name">{name}</p>
                <p class="muted figure">{phone}</p>
                <p class="muted">{address}</p>
            </div>
            <button type="button" class="btn" on:click=move |_| form.forget_customer()>
                {move || desk.t().new_request().other_customer}
            </button>
        </div>
        <ul class="open-cases small">{open_cases}</ul>
    }
    .into_any()
}

#[component]
fn NewCustomer(form: Form) -> impl IntoView {
    let desk = form.desk();
    let active = RwSignal::new(0_usize);
    let offered = Memo::new(move |_| {
        let (phone, name) = (form.phone.get(), form.name.get());
        desk.index.with(|index| {
            let by_phone = index.customers_by_phone(&phone, OFFERED);
            let found = if !by_phone.is_empty() || name.trim().chars().count() < 2 {
                by_phone
            } else {
                index.find_customers(&name)
            };
            found.into_iter().take(OFFERED).cloned().collect::<Vec<_>>()
        })
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let count = offered.with(Vec::len);
        if count == 0 || event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => active.update(|at| *at = (*at + 1).min(count)),
            "ArrowUp" => active.update(|at| *at = at.saturating_sub(1)),
            "Enter" if !event.ctrl_key() && !event.meta_key() => {
                let picked = active.get_untracked().checked_sub(1);
                let Some(customer) = picked.and_then(|at| offered.with_untracked(|all| all.get(at).cloned()))
                else {
                    return;
                };
                form.choose_customer(customer.id);
            }
            "Escape" => active.set(0),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="section" on:keydown=on_key>
            <div class="form-grid">
                <TextField
                    label=Signal::derive(move || desk.t().names().customer_phone.to_owned())
                    value=form.phone
                    on_type=move |text: String| {
                        active.set(0);
                        form.phone.set(text);
                    }
                    error=form.phone_error
                    kind="tel"
                    autofocus=true
                />
                <TextField
                    label=Signal::derive(move || desk.t().names().customer_name.to_owned())
                    value=form.name
                    on_type=move |text: String| {
                        active.set(0);
                        form.name.set(text);
                    }
                    error=form.name_error
                />
            </div>
            <Offered form=form offered=offered active=active/>
            <TextField
                label=Signal::derive(move || desk.t().names().customer_address.to_owned())
                value=form.address
                on_type=move |text: String| form.address.set(text)
            />
        </div>
    }
    .into_any()
}

/// The known customers that fit what was typed: arrows choose, Enter takes.
#[component]
fn Offered(form: Form, offered: Memo<Vec<CustomerSummary>>, active: RwSignal<usize>) -> impl IntoView {
    let desk = form.desk();
    let row = move |(at, customer): (usize, CustomerSummary)| {
        let id = customer.id.clone();
        let same = digits(&customer.phone) == digits(&form.phone.get_untracked());
        view! {
            <li>
                <button
                    type="button"
                    class="offer"
                    class:active=move || active.get() == at + 1
                    aria-pressed=move || (active.get() == at + 1).to_string()
                    on:click=move |_| form.choose_customer(id.clone())
                >
                    <Icon glyph=if same { Glyph::Check } else { Glyph::Person }/>
                    <span class="offer-name">{customer.name}</span>
                    <span class="figure">{customer.phone}</span>
                    <span class="muted offer-address">{customer.address}</span>
                </button>
            </li>
        }
    };
    let list = move || {
        let found = offered.get();
        (!found.is_empty()).then(|| {
            view! {
                <div class="offers">
                    <p class="label">{move || desk.t().new_request().known}</p>
                    <ul aria-label=move || desk.t().new_request().known>
                        {found.into_iter().enumerate().map(row).collect_view()}
                    </ul>
                </div>
            }
        })
    };
    view! { <div aria-live="polite">{list}</div> }.into_any()
}
