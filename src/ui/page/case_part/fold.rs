use crate::platform::dom;
use crate::ui::part::{Button, Glyph, Text, fresh_id, label, live, said};
use leptos::prelude::*;

/// A section that is one line and a button until it is used; the button opens its form.
#[component]
pub(in crate::ui::page) fn Fold(
    /// What it is called.
    title: Text,
    /// The line, while there is nothing in it.
    about: Text,
    /// What the button is called.
    add: Text,
    /// Whether there is something in it.
    #[prop(into)]
    used: Signal<bool>,
    /// Whether the form is open.
    open: RwSignal<bool>,
    /// Makes the form.
    #[prop(into)]
    form: Callback<(), AnyView>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let id = fresh_id("fold");
    let (way, place) = (format!("{id}-way"), format!("{id}-form"));
    // Whoever pressed the button goes on in the form, and comes back to the button.
    Effect::new({
        let (way, place) = (way.clone(), place.clone());
        move |before: Option<bool>| {
            let open = open.get();
            if before.is_some_and(|before| before != open) {
                let to = if open { place.clone() } else { way.clone() };
                request_animation_frame(move || dom::focus_first_in(&to));
            }
            open
        }
    });
    let line =
        live(move || (!used.get() && !open.get()).then(|| view! { <p class="muted">{said(about)}</p> }));
    let button = live(move || {
        (!open.get())
            .then(|| view! { <Button label=add glyph=Glyph::Plus on_press=move |()| open.set(true)/> })
    });
    let form = live(move || open.get().then(|| form.run(())));
    view! {
        <section class="section fold" aria-label=label(title)>
            <div class="fold-head">
                <div><h2>{said(title)}</h2>{line}</div>
                <span id=way>{button}</span>
            </div>
            {children()}
            <div id=place class="fold-form">{form}</div>
        </section>
    }
    .into_any()
}

/// A form that makes something new.
#[component]
pub(in crate::ui::page) fn NewForm(
    /// What it is called.
    name: Text,
    /// What its one button is called.
    save: Text,
    /// Called when all is typed; with whether the browser cannot read some of it.
    #[prop(into)]
    on_save: Callback<bool>,
    /// Called when something is typed or chosen: what was wrong may not be so any more.
    #[prop(into)]
    on_type: Callback<()>,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    view! {
        <form
            class="card section"
            novalidate
            aria-label=label(name)
            on:input=move |_| on_type.run(())
            on:submit=move |event| {
                event.prevent_default();
                on_save.run(dom::has_unreadable(&event));
            }
        >
            {children()}
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(save)}</button>
                <Button label=|t| t.common().cancel class="btn btn-quiet" on_press=move |()| open.set(false)/>
            </div>
        </form>
    }
    .into_any()
}
