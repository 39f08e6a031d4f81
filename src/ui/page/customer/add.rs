use crate::app::command;
use crate::app::desk::use_desk;
use crate::domain::customer::{CustomerField, CustomerKind};
use crate::domain::id::CustomerId;
use crate::domain::phone::Phone;
use crate::domain::text::{MAX_LINE, required};
use crate::journal::{Folded, Journal};
use crate::platform::random;
use crate::store::Durability;
use crate::ui::field_error::Told;
use crate::ui::part::{Dialog, TextField, label, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The most known customers that a number is compared with on screen.
const OFFERED: usize = 3;

/// Asks for a new customer's name and number, and goes to their page.
#[component]
pub(crate) fn AddCustomer(
    /// Whether it asks.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog title=label(|t| t.customers().add) open=open>
            <AddForm/>
        </Dialog>
    }
}

#[component]
fn AddForm() -> impl IntoView {
    let desk = use_desk();
    let (name, phone) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let tried = RwSignal::new(false);
    let read_name = move || name.with(|name| required(name, MAX_LINE));
    let read_phone = move || {
        phone.with(|phone| if phone.trim().is_empty() { Ok(None) } else { Phone::parse(phone).map(Some) })
    };
    let name_error =
        move || tried.get().then(|| read_name().err()).flatten().map(|error| error.tell(desk.t()));
    let phone_error =
        move || tried.get().then(|| read_phone().err()).flatten().map(|error| error.tell(desk.t()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let (Ok(name), Ok(phone)) = (read_name(), read_phone()) else { return };
        let id = CustomerId::from_random(random::bits());
        let nothing = Folded::of(&Journal::<CustomerKind>::new());
        let fields = vec![CustomerField::Name(name), CustomerField::Phone(phone)];
        let records = command::set::<CustomerKind>(&desk.pen(), id.as_str(), &nothing, fields);
        leptos::task::spawn_local(async move {
            desk.commit(records, Durability::Strict).await;
            Route::Customer(id.to_string()).go();
        });
    };
    let known = move || {
        let same = phone.with(|phone| {
            desk.index.with(|index| {
                let found = index.customers_by_phone(phone, OFFERED).into_iter();
                found
                    .map(|customer| (customer.id.clone(), customer.name.clone(), customer.phone.clone()))
                    .collect()
            })
        });
        let same: Vec<(String, String, String)> = same;
        let link = |(id, name, phone): (String, String, String)| {
            view! { <li><a href=Route::Customer(id).href()>{name} " " <span class="figure">{phone}</span></a></li> }
        };
        (!same.is_empty()).then(|| {
            view! {
                <div class="known">
                    <p class="label">{said(|t| t.customers().known)}</p>
                    <ul>{same.into_iter().map(link).collect_view()}</ul>
                </div>
            }
        })
    };
    view! {
        <form class="dialog-body" on:submit=submit>
            <TextField
                label=label(|t| t.names().customer_name)
                value=name
                on_type=move |text: String| name.set(text)
                error=Signal::derive(name_error)
                autofocus=true
            />
            <TextField
                label=label(|t| t.names().customer_phone)
                value=phone
                on_type=move |text: String| phone.set(text)
                error=Signal::derive(phone_error)
                kind="tel"
            />
            <div aria-live="polite">{known}</div>
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(|t| t.customers().add)}</button>
            </div>
        </form>
    }
    .into_any()
}
