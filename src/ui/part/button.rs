use super::{Glyph, Icon, Text, said};
use leptos::prelude::*;

/// A button that does something here and now.
#[component]
pub(crate) fn Button(
    /// What it is called.
    label: Text,
    /// Called when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
    /// How it looks.
    #[prop(default = "btn")]
    class: &'static str,
    /// A drawing before the words.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// Whether it is at work already, and what is said then.
    #[prop(optional)]
    busy: Option<(Signal<bool>, Text)>,
) -> impl IntoView {
    let (busy, meanwhile) = busy.unwrap_or((Signal::stored(false), label));
    let (name, meanwhile) = (said(label), said(meanwhile));
    view! {
        <button type="button" class=class prop:disabled=busy on:click=move |_| on_press.run(())>
            {glyph.map(|glyph| view! { <Icon glyph=glyph/> })}
            {move || if busy.get() { meanwhile() } else { name() }}
        </button>
    }
    .into_any()
}
