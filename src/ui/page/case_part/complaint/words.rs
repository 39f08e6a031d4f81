use super::keep;
use crate::app::command::ComplaintError;
use crate::app::desk::use_desk;
use crate::domain::complaint::{ComplaintDay, ComplaintField, ComplaintText};
use crate::domain::date::Date;
use crate::i18n::Named;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Text, TextArea, TextField, label};
use leptos::prelude::*;

/// What the reply to the customer says, word for word.
const IN_REPLY: [ComplaintText; 5] = [
    ComplaintText::Events,
    ComplaintText::Findings,
    ComplaintText::Remedy,
    ComplaintText::Change,
    ComplaintText::WayOn,
];

/// A text about the complaint that is kept as soon as its field is left; its hint says where the
/// words go.
pub(super) fn words(s: StoredValue<Shown>, text: ComplaintText, hint: Text, rows: u32) -> AnyView {
    let desk = use_desk();
    let kept = Memo::new(move |_| {
        s.with_value(|shown| {
            shown.read(|case| match text {
                ComplaintText::Events => case.complaint_events().to_owned(),
                ComplaintText::Remedy => case.complaint_remedy().to_owned(),
                other => case.complaint_text(other).to_owned(),
            })
        })
    });
    let wrong = RwSignal::new(None::<(String, ComplaintError)>);
    Effect::new(move |_| {
        kept.track();
        wrong.set(None);
    });
    let keep_it = move |typed: String| {
        let field = ComplaintField::Text(text, typed.clone());
        wrong.set(keep(desk, &s.get_value(), field).err().map(|error| (typed, error)));
    };
    let value = move || match wrong.get() {
        Some((typed, _)) => typed,
        None => kept.get(),
    };
    let hint = move || match hint(desk.t()) {
        hint if IN_REPLY.contains(&text) => desk.t().complaint().with_reply(&hint),
        hint => hint.to_owned(),
    };
    view! {
        <TextArea
            label=Signal::derive(move || text.name(desk.t()).to_owned())
            value=Signal::derive(value)
            on_commit=keep_it
            error=Signal::derive(move || wrong.get().map(|(_, error)| error.tell(desk.t())))
            hint=Signal::derive(hint)
            rows=rows
        />
    }
    .into_any()
}

/// A day about the complaint, kept as soon as it is chosen.
pub(super) fn day(s: StoredValue<Shown>, day: ComplaintDay, hint: Text) -> AnyView {
    let desk = use_desk();
    let kept = Memo::new(move |_| {
        let day = s.with_value(|shown| shown.read(|case| case.complaint_day(day)));
        day.map(|day| day.to_string()).unwrap_or_default()
    });
    let wrong = RwSignal::new(false);
    let keep_it = move |typed: String| {
        let date = Date::parse(typed.trim());
        wrong.set(date.is_none() && !typed.trim().is_empty());
        if !wrong.get_untracked() {
            // A day cannot be refused for anything else.
            let _ = keep(desk, &s.get_value(), ComplaintField::Day(day, date));
        }
    };
    let error = move || wrong.get().then(|| desk.t().common().error_date.to_owned());
    view! {
        <div class="complaint-day">
            <TextField
                label=Signal::derive(move || day.name(desk.t()).to_owned())
                value=kept
                on_commit=keep_it
                error=Signal::derive(error)
                hint=label(hint)
                kind="date"
            />
        </div>
    }
    .into_any()
}
