use crate::app::command::{WorkError, set_texts};
use crate::app::desk::use_desk;
use crate::domain::case::CaseText;
use crate::domain::text::TextError;
use crate::i18n::Named;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Text, TextArea, label};
use leptos::prelude::*;

/// A text of the case that is kept as soon as its field is left. What is not sound stays in the
/// field, with what is wrong with it.
#[component]
pub(super) fn KeptText(
    /// The case.
    shown: Shown,
    /// Which text.
    text: CaseText,
    /// How to write it well.
    hint: Text,
    /// How many lines it shows.
    #[prop(default = 3)]
    rows: u32,
) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    // A memo: what is being typed here stays when another field is kept.
    let kept = Memo::new(move |_| s.with_value(Shown::case).text(text).to_owned());
    let wrong = RwSignal::new(None::<(String, TextError)>);
    Effect::new(move |_| {
        kept.track();
        wrong.set(None);
    });
    let keep = move |typed: String| {
        let shown = s.get_value();
        let texts = vec![(text, typed.clone())];
        match set_texts(&desk.pen(), &shown.id, &shown.case_untracked(), texts) {
            Ok(records) => {
                wrong.set(None);
                desk.save(records);
            }
            Err(WorkError::Words(error)) => wrong.set(Some((typed, error))),
            // Nothing else is said of a text.
            Err(_) => {}
        }
    };
    let value = move || match wrong.get() {
        Some((typed, _)) => typed,
        None => kept.get(),
    };
    view! {
        <TextArea
            label=Signal::derive(move || text.name(desk.t()).to_owned())
            value=Signal::derive(value)
            on_commit=keep
            error=Signal::derive(move || wrong.get().map(|(_, error)| error.tell(desk.t())))
            hint=label(hint)
            rows=rows
        />
    }
    .into_any()
}
