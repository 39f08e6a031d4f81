use crate::app::command;
use crate::app::desk::{Desk, Person, use_desk};
use crate::domain::case::Channel;
use crate::domain::customer::{Customer, CustomerField};
use crate::domain::email;
use crate::domain::phone::Phone;
use crate::domain::text::{MAX_LINE, MAX_TEXT, optional, required};
use crate::i18n::{Named, Texts};
use crate::ui::field_error::Told;
use crate::ui::part::{ChoiceOption, Select, TextArea, TextField, label, said};
use leptos::prelude::*;

/// The customer as they are now known; none while they are read.
type Now = Memo<Option<Customer>>;

/// Keeps a field that was typed, or says what is wrong with it.
#[derive(Clone)]
struct Keep {
    desk: Desk,
    person: Person,
    now: Now,
}

/// What was typed as a field's value, or what is wrong with it.
type Parse = fn(&str, &'static Texts) -> Result<CustomerField, String>;

impl Keep {
    fn keep(&self, field: CustomerField) {
        let person = self.person.get_untracked().unwrap_or_default();
        self.desk.save(command::set_of_person(&self.desk.pen(), &person, field));
    }
}

/// How to reach the customer, and what to know; each field is kept when it is left.
#[component]
pub(super) fn Fields(person: Person, now: Now) -> impl IntoView {
    let desk = use_desk();
    let keep = Keep { desk, person, now };
    let preferred = {
        let keep = keep.clone();
        move |chosen: String| {
            let channel = chosen.parse::<usize>().ok().and_then(|at| Channel::ALL.get(at).copied());
            keep.keep(CustomerField::Preferred(channel));
        }
    };
    let channel_options = move || {
        let none = ChoiceOption::new("", desk.t().customers().no_preference);
        let each = Channel::ALL.iter().enumerate();
        let each = each.map(|(at, channel)| ChoiceOption::new(at.to_string(), channel.name(desk.t())));
        std::iter::once(none).chain(each).collect()
    };
    let channel = move || {
        let channel = now.with(|now| now.as_ref().and_then(|now| now.preferred().copied().flatten()));
        let at = channel.and_then(|channel| Channel::ALL.iter().position(|each| *each == channel));
        at.map(|at| at.to_string()).unwrap_or_default()
    };
    view! {
        <section class="card section">
            <h2>{said(|t| t.customers().details)}</h2>
            <div class="form-grid">
                {line(&keep, |t| t.names().customer_name, "text", |c| c.name().cloned(), |text, t| {
                    required(text, MAX_LINE).map(CustomerField::Name).map_err(|error| error.tell(t))
                })}
                {line(&keep, |t| t.names().customer_phone, "tel", phone_text, parse_phone)}
                {line(&keep, |t| t.names().customer_email, "email", |c| c.email().cloned(), |text, t| {
                    let address = email::parse(text).map(CustomerField::Email);
                    address.ok_or_else(|| t.customers().error_email.to_owned())
                })}
                <Select
                    label=label(|t| t.names().customer_preferred)
                    options=Signal::derive(channel_options)
                    value=Signal::derive(channel)
                    on_choose=preferred
                />
                <div class="wide">
                    {line(&keep, |t| t.names().customer_address, "text", |c| c.address().cloned(), |text, t| {
                        optional(text, MAX_LINE).map(CustomerField::Address).map_err(|error| error.tell(t))
                    })}
                </div>
                <div class="wide no-print">{note(keep)}</div>
            </div>
        </section>
    }
    .into_any()
}

fn phone_text(customer: &Customer) -> Option<String> {
    customer.phone()?.as_ref().map(ToString::to_string)
}

fn parse_phone(text: &str, t: &'static Texts) -> Result<CustomerField, String> {
    if text.trim().is_empty() {
        return Ok(CustomerField::Phone(None));
    }
    Phone::parse(text).map(|phone| CustomerField::Phone(Some(phone))).map_err(|error| error.tell(t))
}

/// One line of what is known.
fn line(
    keep: &Keep,
    label: fn(&'static Texts) -> &'static str,
    kind: &'static str,
    read: fn(&Customer) -> Option<String>,
    parse: Parse,
) -> AnyView {
    let keep = keep.clone();
    let (desk, now) = (keep.desk, keep.now);
    // What was typed and refused, so that its error is told in the language of the moment.
    let refused = RwSignal::new(None::<String>);
    let commit = move |text: String| match parse(&text, desk.t()) {
        Ok(field) => keep.keep(field),
        Err(_) => refused.set(Some(text)),
    };
    view! {
        <TextField
            label=Signal::derive(move || label(desk.t()).to_owned())
            value=Signal::derive(move || now.with(|now| now.as_ref().and_then(read)).unwrap_or_default())
            on_commit=commit
            on_type=move |_| refused.set(None)
            error=Signal::derive(move || refused.get().and_then(|text| parse(&text, desk.t()).err()))
            kind=kind
        />
    }
    .into_any()
}

fn note(keep: Keep) -> AnyView {
    let now = keep.now;
    let commit = move |text: String| {
        if let Ok(text) = optional(&text, MAX_TEXT) {
            keep.keep(CustomerField::Note(text));
        }
    };
    view! {
        <TextArea
            label=label(|t| t.names().customer_note)
            value=Signal::derive(move || {
                now.with(|now| now.as_ref().and_then(|now| now.note().cloned())).unwrap_or_default()
            })
            hint=label(|t| t.customers().note_hint)
            on_commit=commit
        />
    }
    .into_any()
}
