use super::Shown;
use super::look::with_look;
use super::waiting::WaitingField;
use crate::app::command;
use crate::app::desk::use_desk;
use crate::app::story::field_words;
use crate::domain::case::{CaseField, CaseKey, CaseKind, Channel, Urgency};
use crate::domain::id::StaffId;
use crate::domain::text::{self, MAX_LINE, MAX_TEXT};
use crate::i18n::Named;
use crate::ui::field_error::Told;
use crate::ui::part::{ChoiceOption, Select, TextArea, TextField, conflict_cards, live};
use leptos::prelude::*;

/// What is known of the case; each field is kept as it is changed.
#[component]
pub(super) fn Facts(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let case = move || s.with_value(Shown::case);
    let set = move |field: CaseField| {
        let shown = s.get_value();
        desk.save(command::set::<CaseKind>(
            &desk.pen(),
            shown.id.as_str(),
            &shown.case_untracked(),
            vec![field],
        ));
    };
    let error = RwSignal::new(None::<String>);
    let describe = move |typed: String| match text::required(&typed, MAX_TEXT) {
        Ok(text) => {
            error.set(None);
            set(CaseField::Description(text));
        }
        Err(why) => error.set(Some(why.tell(desk.t()))),
    };
    let tell = move |typed: String| {
        if let Ok(text) = text::optional(&typed, MAX_LINE) {
            set(CaseField::Told(text));
        }
    };
    let staff = move || {
        let nobody = ChoiceOption::new("", desk.t().common().nobody);
        let here = case().assignee().map(ToString::to_string).unwrap_or_default();
        let all = desk.staff().into_iter();
        let working = all.filter(|(id, staff)| staff.active() != Some(&false) || id.as_str() == here);
        let option = |(id, staff): (StaffId, crate::domain::staff::Staff)| {
            ChoiceOption::new(id.as_str(), staff.name().cloned().unwrap_or_default())
        };
        [nobody].into_iter().chain(working.map(option)).collect::<Vec<_>>()
    };
    view! {
        <section class="card section facts-card">
            <h2>{move || desk.t().case().facts}</h2>
            <Select
                label=Signal::derive(move || desk.t().names().field_assignee.to_owned())
                options=Signal::derive(staff)
                value=Signal::derive(move || case().assignee().map(ToString::to_string).unwrap_or_default())
                on_choose=move |id: String| set(CaseField::Assignee(StaffId::parse(&id)))
            />
            <WaitingField shown=s.get_value()/>
            <Select
                label=Signal::derive(move || desk.t().names().field_urgency.to_owned())
                options=Signal::derive(move || named(&Urgency::ALL, desk.t()))
                value=Signal::derive(move || place(&Urgency::ALL, case().urgency()))
                on_choose=move |at: String| {
                    if let Some(urgency) = at.parse::<usize>().ok().and_then(|at| Urgency::ALL.get(at)) {
                        set(CaseField::Urgency(*urgency));
                    }
                }
            />
            <TextArea
                label=Signal::derive(move || desk.t().names().field_description.to_owned())
                value=Signal::derive(move || case().description().cloned().unwrap_or_default())
                on_commit=describe
                error=error
            />
            <TextField
                label=Signal::derive(move || desk.t().names().field_told.to_owned())
                value=Signal::derive(move || case().told().cloned().unwrap_or_default())
                on_commit=tell
            />
            <Select
                label=Signal::derive(move || desk.t().names().field_channel.to_owned())
                options=Signal::derive(move || named(&Channel::ALL, desk.t()))
                value=Signal::derive(move || place(&Channel::ALL, case().channel()))
                on_choose=move |at: String| {
                    if let Some(channel) = at.parse::<usize>().ok().and_then(|at| Channel::ALL.get(at)) {
                        set(CaseField::Channel(*channel));
                    }
                }
            />
        </section>
    }
    .into_any()
}

fn named<T: Named>(all: &[T], t: &'static crate::i18n::Texts) -> Vec<ChoiceOption> {
    all.iter().enumerate().map(|(at, each)| ChoiceOption::new(at.to_string(), each.name(t))).collect()
}

fn place<T: PartialEq>(all: &[T], value: Option<&T>) -> String {
    all.iter().position(|each| Some(each) == value).unwrap_or(0).to_string()
}

/// The fields with two values, each settled by one press.
#[component]
pub(super) fn Conflicts(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let keep = Callback::new(move |field: CaseField| {
        let (shown, pen) = (s.get_value(), desk.pen());
        desk.save(command::set::<CaseKind>(&pen, shown.id.as_str(), &shown.case_untracked(), vec![field]));
    });
    let cards = live(move || {
        let journal = s.with_value(|shown| shown.journal.get())?;
        let conflicts = s.with_value(|shown| shown.read(|case| case.fields.conflicts()));
        with_look(desk, &journal, |look| {
            let name = |key: &CaseKey| key.name(desk.t()).to_owned();
            Some(conflict_cards(desk, conflicts, name, |field| field_words(look, field), keep))
        })
    });
    view! { <div class="conflicts">{cards}</div> }.into_any()
}
