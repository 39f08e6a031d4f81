use crate::ui::part::{Button, Glyph, Text, live, said};
use leptos::prelude::*;

/// One of several things that are known of a customer.
#[derive(Clone)]
pub(super) struct Row {
    /// What it says.
    pub(super) words: String,
    /// A mark beside it.
    pub(super) tag: Option<&'static str>,
    /// What else can be done with it.
    pub(super) more: Option<(&'static str, Callback<()>)>,
    /// Takes it out.
    pub(super) remove: Callback<()>,
}

/// Several things of one kind, and a form for one more.
#[component]
pub(super) fn Many(
    /// What they are.
    title: Text,
    /// What is said while there is none.
    about: Text,
    /// What the button is called that opens the form.
    add: Text,
    /// Those that there are.
    rows: Signal<Vec<Row>>,
    /// Whether the form is open.
    open: RwSignal<bool>,
    /// Makes the form.
    #[prop(into)]
    form: Callback<(), AnyView>,
) -> impl IntoView {
    let list = live(move || {
        let rows = rows.get();
        if rows.is_empty() {
            return (!open.get()).then(|| view! { <p class="muted">{said(about)}</p> }.into_any());
        }
        let row = |row: Row| {
            let (words, remove) = (row.words.clone(), row.remove);
            let more = row.more.map(|(name, press)| {
                let whole = format!("{name}: {words}");
                view! {
                    <button type="button" class="btn btn-quiet" aria-label=whole on:click=move |_| press.run(())>
                        {name}
                    </button>
                }
            });
            let out = said(|t| t.common().remove);
            let whole = {
                let words = words.clone();
                move || format!("{}: {words}", out())
            };
            view! {
                <li class="many-row">
                    <span class="many-words">{words}</span>
                    {row.tag.map(|tag| view! { <span class="tag">{tag}</span> })}
                    {more}
                    <button type="button" class="btn btn-quiet" aria-label=whole on:click=move |_| remove.run(())>
                        {out}
                    </button>
                </li>
            }
        };
        Some(view! { <ul class="many-list">{rows.into_iter().map(row).collect_view()}</ul> }.into_any())
    });
    let button = live(move || {
        (!open.get())
            .then(|| view! { <Button label=add glyph=Glyph::Plus on_press=move |()| open.set(true)/> })
    });
    let asked = live(move || open.get().then(|| form.run(())));
    view! {
        <section class="section">
            <h2>{said(title)}</h2>
            {list}
            {asked}
            <div class="btn-row">{button}</div>
        </section>
    }
    .into_any()
}
