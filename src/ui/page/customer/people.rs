use super::many::{Many, Row};
use crate::app::command;
use crate::app::desk::{Person as Records, use_desk};
use crate::domain::customer::{Customer, CustomerField, Person};
use crate::domain::id::PersonId;
use crate::domain::phone::{Phone, PhoneError};
use crate::domain::text::{MAX_LINE, TextError, optional, required};
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::part::{TextField, label, said};
use leptos::prelude::*;

/// Somebody to talk to in one line.
pub(super) fn person_words(person: &Person) -> String {
    let phone = person.phone.as_ref().map(Phone::as_str).unwrap_or_default();
    let parts = [person.name.as_str(), person.role.as_str(), phone];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Who else can be talked to: of the family or of the firm.
#[component]
pub(super) fn People(person: Records, now: Memo<Option<Customer>>) -> impl IntoView {
    let desk = use_desk();
    let keep = move |field: CustomerField| {
        let person = person.get_untracked().unwrap_or_default();
        desk.save(command::set_of_person(&desk.pen(), &person, field));
    };
    let rows = Signal::derive(move || {
        let row = |(id, person): (&PersonId, &Person)| {
            let id = id.clone();
            Row {
                words: person_words(person),
                tag: None,
                more: None,
                remove: Callback::new(move |()| keep(CustomerField::Person(id.clone(), None))),
            }
        };
        now.with(|now| {
            now.as_ref().map(Customer::people).unwrap_or_default().into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let open = RwSignal::new(false);
    let added = Callback::new(move |person: Person| {
        keep(CustomerField::Person(PersonId::from_random(random::bits()), Some(Box::new(person))));
        open.set(false);
    });
    view! {
        <Many
            title=|t| t.people().people
            about=|t| t.people().people_about
            add=|t| t.people().person_add
            rows=rows
            open=open
            form=move |()| view! { <PersonForm added=added/> }.into_any()
        />
    }
}

#[component]
fn PersonForm(added: Callback<Person>) -> impl IntoView {
    let desk = use_desk();
    let [name, role, phone] = [(); 3].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<TextError>);
    let wrong_phone = RwSignal::new(None::<PhoneError>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = phone.get_untracked();
        let number = if typed.trim().is_empty() { Ok(None) } else { Phone::parse(&typed).map(Some) };
        let given = required(&name.get_untracked(), MAX_LINE);
        wrong.set(given.as_ref().err().copied());
        wrong_phone.set(number.as_ref().err().copied());
        if let (Ok(name), Ok(phone)) = (given, number) {
            let role = optional(&role.get_untracked(), MAX_LINE).unwrap_or_default();
            added.run(Person { name, role, phone });
        }
    };
    view! {
        <form class="section" on:submit=submit>
            <div class="form-grid">
                <TextField
                    label=label(|t| t.people().person_name)
                    value=name
                    on_type=move |text: String| name.set(text)
                    error=Signal::derive(move || wrong.get().map(|error| error.tell(desk.t())))
                />
                <TextField
                    label=label(|t| t.people().person_role)
                    value=role
                    on_type=move |text: String| role.set(text)
                />
                <TextField
                    label=label(|t| t.people().person_phone)
                    value=phone
                    on_type=move |text: String| phone.set(text)
                    error=Signal::derive(move || wrong_phone.get().map(|error| error.tell(desk.t())))
                    kind="tel"
                />
            </div>
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(|t| t.people().person_add)}</button>
            </div>
        </form>
    }
    .into_any()
}
