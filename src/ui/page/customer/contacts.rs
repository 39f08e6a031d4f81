use super::many::{Many, kept_line, out_button};
use crate::app::command;
use crate::app::desk::{Person, use_desk};
use crate::app::story::contact_words;
use crate::domain::customer::{ContactPoint, ContactWay, Customer, CustomerField};
use crate::domain::id::ContactId;
use crate::domain::text::{MAX_LINE, TextError, optional, required};
use crate::i18n::{Named, Texts};
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::part::{ChoiceOption, Select, TextField, label, live, said};
use leptos::prelude::*;

/// Further ways to reach the customer; each is changed in its place.
#[component]
pub(super) fn Contacts(person: Person, now: Memo<Option<Customer>>) -> impl IntoView {
    let desk = use_desk();
    let keep = move |fields: Vec<CustomerField>| {
        let (pen, person) = (desk.pen(), person.get_untracked().unwrap_or_default());
        let mut records = crate::domain::record::Records::default();
        fields.into_iter().for_each(|field| records.merge(command::set_of_person(&pen, &person, field)));
        desk.save(records);
    };
    let all = Memo::new(move |_| {
        now.with(|now| {
            let contacts = now.as_ref().map(Customer::contacts).unwrap_or_default();
            contacts.into_iter().map(|(id, contact)| (id.clone(), contact.clone())).collect::<Vec<_>>()
        })
    });
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|(id, _)| id.to_string()).collect()));
    let row = move |id: String| view! { <ContactRow id=id all=all keep=Callback::new(keep)/> }.into_any();
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
            ids=ids
            row=row
            open=open
            form=move |()| view! { <ContactForm added=added/> }.into_any()
        />
    }
}

#[component]
fn ContactRow(
    id: String,
    all: Memo<Vec<(ContactId, ContactPoint)>>,
    keep: Callback<Vec<CustomerField>>,
) -> impl IntoView {
    let desk = use_desk();
    let id = StoredValue::new(id);
    let now = Memo::new(move |_| {
        all.with(|all| {
            let found = all.iter().find(|(known, _)| id.with_value(|id| known.as_str() == id));
            found.cloned()
        })
    });
    let change = move |change: &dyn Fn(&mut ContactPoint)| {
        if let Some((id, mut contact)) = now.get_untracked() {
            change(&mut contact);
            keep.run(vec![CustomerField::Contact(id, Some(Box::new(contact)))]);
        }
    };
    let of = move |read: fn(&ContactPoint) -> String| {
        Signal::derive(move || {
            now.with(|now| now.as_ref().map(|(_, contact)| read(contact)).unwrap_or_default())
        })
    };
    let value = kept_line(
        |t| t.people().contact_value,
        of(|contact| contact.value.clone()),
        move |typed| {
            let value = required(&typed, MAX_LINE).map_err(|error| error.tell(desk.t()))?;
            change(&|contact| contact.value.clone_from(&value));
            Ok(())
        },
    );
    let about = kept_line(
        |t| t.people().contact_label,
        of(|contact| contact.label.clone()),
        move |typed| {
            let label = optional(&typed, MAX_LINE).map_err(|error| error.tell(desk.t()))?;
            change(&|contact| contact.label.clone_from(&label));
            Ok(())
        },
    );
    let prefer = move |_| {
        let here = id.get_value();
        let change = |(id, contact): &(ContactId, ContactPoint)| {
            let preferred = id.as_str() == here;
            (contact.preferred != preferred).then(|| {
                let contact = ContactPoint { preferred, ..contact.clone() };
                CustomerField::Contact(id.clone(), Some(Box::new(contact)))
            })
        };
        keep.run(all.get_untracked().iter().filter_map(change).collect());
    };
    let words = Signal::derive(move || {
        now.with(|now| now.as_ref().map(|(_, contact)| contact_words(desk.t(), contact)).unwrap_or_default())
    });
    let first = live(move || {
        let preferred = now.with(|now| now.as_ref().is_some_and(|(_, contact)| contact.preferred));
        if preferred {
            return view! { <span class="tag tag-good">{desk.t().people().contact_first}</span> }.into_any();
        }
        let name = move || format!("{}: {}", desk.t().people().contact_prefer, words.get());
        view! {
            <button type="button" class="btn btn-quiet" aria-label=name on:click=prefer>
                {said(|t| t.people().contact_prefer)}
            </button>
        }
        .into_any()
    });
    let out = out_button(words, move || {
        if let Some((id, _)) = now.get_untracked() {
            keep.run(vec![CustomerField::Contact(id, None)]);
        }
    });
    view! {
        <li class="edit-row" role="group" aria-label=words>
            <div class="edit-fields">
                <Select
                    label=label(|t| t.people().contact_way)
                    options=Signal::derive(move || ways(desk.t()))
                    value=Signal::derive(move || {
                        let way = now.with(|now| now.as_ref().map(|(_, contact)| contact.way));
                        let at = way.and_then(|way| ContactWay::ALL.iter().position(|each| *each == way));
                        at.unwrap_or(0).to_string()
                    })
                    on_choose=move |at: String| {
                        if let Some(way) = at.parse::<usize>().ok().and_then(|at| ContactWay::ALL.get(at)) {
                            change(&|contact| contact.way = *way);
                        }
                    }
                />
                {value} {about}
            </div>
            <div class="edit-ways">{first} {out}</div>
        </li>
    }
    .into_any()
}

/// The ways by which somebody is reached.
fn ways(t: &'static Texts) -> Vec<ChoiceOption> {
    let each = ContactWay::ALL.iter().enumerate();
    each.map(|(at, way)| ChoiceOption::new(at.to_string(), way.name(t))).collect()
}

#[component]
fn ContactForm(added: Callback<ContactPoint>) -> impl IntoView {
    let desk = use_desk();
    let way = RwSignal::new("0".to_owned());
    let (value, about) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<TextError>);
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
                    options=Signal::derive(move || ways(desk.t()))
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
