use crate::app::desk::use_desk;
use crate::ui::field_error::Told;
use crate::ui::part::TextField;
use leptos::prelude::*;
use std::sync::Arc;

/// What is wrong with what was typed.
pub(crate) type Wrong = Arc<dyn Told + Send + Sync>;

/// A line that is kept as soon as it is left. What is not sound stays in the field, with what
/// is wrong with it.
#[component]
pub(crate) fn KeptLine(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What is kept.
    #[prop(into)]
    value: Signal<String>,
    /// Keeps what was typed, or says what is wrong with it.
    #[prop(into)]
    keep: Callback<String, Option<Wrong>>,
    /// A word of help below.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// `text` or `tel`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Which keys a phone offers, where it is not plain text: `decimal`.
    #[prop(optional)]
    keys: Option<&'static str>,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Forgets what was not sound whenever this changes.
    #[prop(optional, into)]
    anew: Signal<u32>,
) -> impl IntoView {
    let desk = use_desk();
    let value = Memo::new(move |_| value.get());
    let wrong = RwSignal::new(None::<(String, Wrong)>);
    Effect::new(move |_| {
        value.track();
        anew.track();
        wrong.set(None);
    });
    let shown = move || wrong.with(|wrong| wrong.as_ref().map(|(typed, _)| typed.clone()));
    let told = move || wrong.with(|wrong| wrong.as_ref().map(|(_, wrong)| wrong.tell(desk.t())));
    view! {
        <TextField
            label=label
            value=Signal::derive(move || shown().unwrap_or_else(|| value.get()))
            on_commit=move |typed: String| wrong.set(keep.run(typed.clone()).map(|wrong| (typed, wrong)))
            error=Signal::derive(told)
            hint=hint
            kind=kind
            keys=keys.unwrap_or("text")
            autocomplete=autocomplete
        />
    }
}
