use super::many::{Many, Row};
use crate::app::command;
use crate::app::desk::{Person, use_desk};
use crate::domain::customer::{ContactPoint, ContactWay, Customer, CustomerField};
use crate::domain::id::ContactId;
use crate::domain::text::{MAX_LINE, TextError, optional, required};
use crate::i18n::{Named, Texts};
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::part::{ChoiceOption, Select, TextField, label, said};
use leptos::prelude::*;

/// A contact point in one line.
pub(super) fn contact_words(t: &'static Texts, contact: &ContactPoint) -> String {
    let label = if contact.label.is_empty() { String::new() } else { format!(" · {}", contact.label) };
    format!("{} {}{label}", contact.way.name(t), contact.value)
}

/// Further ways to reach the customer.
#[component]
pub(super) fn Contacts(person: Person, now: Memo<Option<Customer>>) -> impl IntoView {
    let desk = use_desk();
    let keep = move |fields: Vec<CustomerField>| {
        let (pen, person) = (desk.pen(), person.get_untracked().unwrap_or_default());
        let mut records = crate::domain::record::Records::default();
        fields.into_iter().for_each(|field| records.merge(command::set_of_person(&pen, &person, field)));
        desk.save(records);
    };
    let rows = Signal::derive(move || {
        let contacts = now.with(|now| {
            let contacts = now.as_ref().map(Customer::contacts).unwrap_or_default();
            contacts.into_iter().map(|(id, contact)| (id.clone(), contact.clone())).collect::<Vec<_>>()
        });
        let all = contacts.clone();
        let row = |(id, contact): (ContactId, ContactPoint)| {
            let all = all.clone();
            let first = id.clone();
            let prefer = move || {
                let change = |(id, contact): &(ContactId, ContactPoint)| {
                    let preferred = *id == first;
                    (contact.preferred != preferred).then(|| {
                        let contact = ContactPoint { preferred, ..contact.clone() };
                        CustomerField::Contact(id.clone(), Some(Box::new(contact)))
                    })
                };
                keep(all.iter().filter_map(change).collect());
            };
            Row {
                words: contact_words(desk.t(), &contact),
                tag: contact.preferred.then(|| desk.t().people().contact_first),
                more: (!contact.preferred)
                    .then(|| (desk.t().people().contact_prefer, Callback::new(move |()| prefer()))),
                remove: Callback::new(move |()| keep(vec![CustomerField::Contact(id.clone(), None)])),
            }
        };
        contacts.into_iter().map(row).collect::<Vec<_>>()
    });
    let open = RwSignal::new(false);
    let added = Callback::new(move |contact: ContactPoint| {
        keep(vec![CustomerField::Contact(ContactId::from_random(random::bits()), Some(Box::new(contact)))]);
        open.set(false);
    });
    view! {
        <Many
            title=|t| t.people().contacts
            about=|t| t.people().contacts_about
            add=|t| t.people().contact_add
            rows=rows
            open=open
            form=move |()| view! { <ContactForm added=added/> }.into_any()
        />
    }
}

#[component]
fn ContactForm(added: Callback<ContactPoint>) -> impl IntoView {
    let desk = use_desk();
    let way = RwSignal::new("0".to_owned());
    let (value, about) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<TextError>);
    let ways = move || {
        let each = ContactWay::ALL.iter().enumerate();
        each.map(|(at, way)| ChoiceOption::new(at.to_string(), way.name(desk.t()))).collect()
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let way = way.get_untracked().parse::<usize>().ok().and_then(|at| ContactWay::ALL.get(at).copied());
        let label = optional(&about.get_untracked(), MAX_LINE).unwrap_or_default();
        match required(&value.get_untracked(), MAX_LINE) {
            Ok(value) => added.run(ContactPoint {
                way: way.unwrap_or(ContactWay::Other),
                value,
                label,
                preferred: false,
            }),
            Err(error) => wrong.set(Some(error)),
        }
    };
    view! {
        <form class="section" on:submit=submit>
            <div class="form-grid">
                <Select
                    label=label(|t| t.people().contact_way)
                    options=Signal::derive(ways)
                    value=way
                    on_choose=move |chosen: String| way.set(chosen)
                />
                <TextField
                    label=label(|t| t.people().contact_value)
                    value=value
                    on_type=move |text: String| value.set(text)
                    error=Signal::derive(move || wrong.get().map(|error| error.tell(desk.t())))
                />
                <TextField
                    label=label(|t| t.people().contact_label)
                    value=about
                    on_type=move |text: String| about.set(text)
                />
            </div>
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(|t| t.people().contact_add)}</button>
            </div>
        </form>
    }
    .into_any()
}
