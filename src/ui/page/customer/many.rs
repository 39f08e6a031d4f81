use crate::app::desk::use_desk;
use crate::ui::part::{Button, Glyph, Icon, Text, TextField, label, live, said};
use leptos::prelude::*;

/// Several things of one kind, and a form for one more.
#[component]
pub(super) fn Many(
    /// What they are.
    title: Text,
    /// What is said while there is none.
    about: Text,
    /// What the button is called that opens the form.
    add: Text,
    /// The ids of those that there are.
    ids: Memo<Vec<String>>,
    /// Makes the row of one.
    #[prop(into)]
    row: Callback<String, AnyView>,
    /// Whether the form is open.
    open: RwSignal<bool>,
    /// Makes the form.
    #[prop(into)]
    form: Callback<(), AnyView>,
) -> impl IntoView {
    let none = Memo::new(move |_| ids.with(Vec::is_empty));
    let about =
        live(move || (none.get() && !open.get()).then(|| view! { <p class="muted">{said(about)}</p> }));
    let button = live(move || {
        (!open.get())
            .then(|| view! { <Button label=add glyph=Glyph::Plus on_press=move |()| open.set(true)/> })
    });
    let asked = live(move || open.get().then(|| form.run(())));
    view! {
        <section class="section">
            <h2>{said(title)}</h2>
            {about}
            <ul class="many-list" aria-label=label(title)>
                <For each=move || ids.get() key=Clone::clone children=move |id| row.run(id)/>
            </ul>
            {asked}
            <div class="btn-row">{button}</div>
        </section>
    }
    .into_any()
}

/// A line of one of several things: kept when it is left; what is not sound stays, with what is
/// wrong with it.
pub(super) fn kept_line(
    name: Text,
    value: Signal<String>,
    keep: impl Fn(String) -> Result<(), String> + Clone + Send + Sync + 'static,
) -> AnyView {
    let wrong = RwSignal::new(None::<(String, String)>);
    let commit = move |typed: String| wrong.set(keep(typed.clone()).err().map(|why| (typed, why)));
    let shown = Memo::new(move |_| match wrong.get() {
        Some((typed, _)) => typed,
        None => value.get(),
    });
    view! {
        <TextField
            label=label(name)
            value=shown
            on_commit=commit
            error=Signal::derive(move || wrong.get().map(|(_, why)| why))
        />
    }
    .into_any()
}

/// The button that takes one of several things out.
pub(super) fn out_button(words: Signal<String>, take_out: impl Fn() + 'static) -> AnyView {
    let desk = use_desk();
    view! {
        <button
            type="button"
            class="btn btn-icon"
            aria-label=move || format!("{}: {}", desk.t().common().remove, words.get())
            on:click=move |_| take_out()
        >
            <Icon glyph=Glyph::Close/>
        </button>
    }
    .into_any()
}
