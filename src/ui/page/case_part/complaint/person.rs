use super::{hint, keep};
use crate::app::command::ComplaintError;
use crate::app::desk::use_desk;
use crate::domain::complaint::ComplaintField;
use crate::domain::id::StaffId;
use crate::domain::staff::Staff;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::part::{ChoiceOption, Select, Text, label};
use leptos::prelude::*;

/// What somebody of the staff has to do with a complaint.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Person {
    /// It is about them.
    About,
    /// They handle it.
    Handler,
}

/// Somebody of the staff, kept as soon as they are chosen. A choice that is refused stays, with
/// the reason beside it.
pub(super) fn person(s: StoredValue<Shown>, person: Person) -> AnyView {
    let desk = use_desk();
    let kept = Memo::new(move |_| {
        let who = s.with_value(|shown| {
            shown.read(|case| match person {
                Person::About => case.complaint_about().cloned(),
                Person::Handler => case.complaint_handler().cloned(),
            })
        });
        who.map(|who| who.to_string()).unwrap_or_default()
    });
    let wrong = RwSignal::new(None::<(String, ComplaintError)>);
    Effect::new(move |_| {
        kept.track();
        wrong.set(None);
    });
    let value = Signal::derive(move || match wrong.get() {
        Some((chosen, _)) => chosen,
        None => kept.get(),
    });
    let people = move || {
        let working = |(id, staff): (StaffId, Staff)| {
            let here = staff.active() != Some(&false) || value.with(|value| value == id.as_str());
            here.then(|| ChoiceOption::new(id.as_str(), staff.name().cloned().unwrap_or_default()))
        };
        let nobody = ChoiceOption::new("", desk.t().job().choose);
        std::iter::once(nobody).chain(desk.staff().into_iter().filter_map(working)).collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        let who = StaffId::parse(&id);
        let field = match person {
            Person::About => ComplaintField::About(who),
            Person::Handler => ComplaintField::Handler(who),
        };
        wrong.set(keep(desk, &s.get_value(), field).err().map(|error| (id, error)));
    };
    let (name, how): (Text, Text) = match person {
        Person::About => (|t| t.complaint().about, |t| t.complaint().about_hint),
        Person::Handler => (|t| t.complaint().handler, |t| t.complaint().handler_hint),
    };
    view! {
        <div class="complaint-asked complaint-person">
            <Select
                label=label(name)
                options=Signal::derive(people)
                value=value
                on_choose=choose
                error=Signal::derive(move || wrong.get().map(|(_, error)| error.tell(desk.t())))
            />
            {hint(how)}
        </div>
    }
    .into_any()
}
