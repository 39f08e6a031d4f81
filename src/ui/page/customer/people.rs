use super::many::{Many, kept_line, out_button};
use crate::app::command;
use crate::app::desk::{Person as Records, use_desk};
use crate::app::story::person_words;
use crate::domain::customer::{Customer, CustomerField, Person};
use crate::domain::id::PersonId;
use crate::domain::phone::{Phone, PhoneError};
use crate::domain::text::{MAX_LINE, TextError, optional, required};
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::part::{TextField, label, said};
use leptos::prelude::*;

/// Who else can be talked to: of the family or of the firm.
#[component]
pub(super) fn People(person: Records, now: Memo<Option<Customer>>) -> impl IntoView {
    let desk = use_desk();
    let keep = move |field: CustomerField| {
        let person = person.get_untracked().unwrap_or_default();
        desk.save(command::set_of_person(&desk.pen(), &person, field));
    };
    let all = Memo::new(move |_| {
        now.with(|now| {
            let people = now.as_ref().map(Customer::people).unwrap_or_default();
            people.into_iter().map(|(id, person)| (id.clone(), person.clone())).collect::<Vec<_>>()
        })
    });
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|(id, _)| id.to_string()).collect()));
    let row = move |id: String| view! { <PersonRow id=id all=all keep=Callback::new(keep)/> }.into_any();
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
            ids=ids
            row=row
            open=open
            form=move |()| view! { <PersonForm added=added/> }.into_any()
        />
    }
}

/// A number that may be left out.
fn number(typed: &str) -> Result<Option<Phone>, PhoneError> {
    if typed.trim().is_empty() { Ok(None) } else { Phone::parse(typed).map(Some) }
}

#[component]
fn PersonRow(id: String, all: Memo<Vec<(PersonId, Person)>>, keep: Callback<CustomerField>) -> impl IntoView {
    let desk = use_desk();
    let now = Memo::new(move |_| all.with(|all| all.iter().find(|(known, _)| known.as_str() == id).cloned()));
    let change = move |change: &dyn Fn(&mut Person)| {
        if let Some((id, mut person)) = now.get_untracked() {
            change(&mut person);
            keep.run(CustomerField::Person(id, Some(Box::new(person))));
        }
    };
    let of = move |read: fn(&Person) -> String| {
        Signal::derive(move || {
            now.with(|now| now.as_ref().map(|(_, person)| read(person)).unwrap_or_default())
        })
    };
    let name = kept_line(
        |t| t.people().person_name,
        of(|person| person.name.clone()),
        move |typed| {
            let name = required(&typed, MAX_LINE).map_err(|error| error.tell(desk.t()))?;
            change(&|person| person.name.clone_from(&name));
            Ok(())
        },
    );
    let role = kept_line(
        |t| t.people().person_role,
        of(|person| person.role.clone()),
        move |typed| {
            let role = optional(&typed, MAX_LINE).map_err(|error| error.tell(desk.t()))?;
            change(&|person| person.role.clone_from(&role));
            Ok(())
        },
    );
    let phone = kept_line(
        |t| t.people().person_phone,
        of(|person| person.phone.as_ref().map(ToString::to_string).unwrap_or_default()),
        move |typed| {
            let phone = number(&typed).map_err(|error| error.tell(desk.t()))?;
            change(&|person| person.phone.clone_from(&phone));
            Ok(())
        },
    );
    let words = of(person_words);
    let out = out_button(words, move || {
        if let Some((id, _)) = now.get_untracked() {
            keep.run(CustomerField::Person(id, None));
        }
    });
    view! {
        <li class="edit-row" role="group" aria-label=words>
            <div class="edit-fields">{name} {role} {phone}</div>
            <div class="edit-ways">{out}</div>
        </li>
    }
    .into_any()
}

#[component]
fn PersonForm(added: Callback<Person>) -> impl IntoView {
    let desk = use_desk();
    let [name, role, phone] = [(); 3].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<TextError>);
    let wrong_phone = RwSignal::new(None::<PhoneError>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let number = number(&phone.get_untracked());
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
