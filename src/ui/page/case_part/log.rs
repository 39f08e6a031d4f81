use super::fold::Fold;
use super::noted::list;
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::Case;
use crate::ui::page::case::Shown;
use crate::ui::part::{Text, live};
use leptos::prelude::*;

/// What one kind of event of a case is, for its list and its form.
#[derive(Clone, Copy)]
pub(super) struct LogKind {
    /// What it is called.
    pub title: Text,
    /// What is said while there is none.
    pub about: Text,
    /// What the button is called that opens the form.
    pub add: Text,
    /// Those of a case as rows, the latest first.
    pub rows: fn(Desk, &Shown, &Case) -> Vec<AnyView>,
    /// Whether a case has any.
    pub used: fn(&Case) -> bool,
    /// The form for one more.
    pub form: fn(Shown, RwSignal<bool>) -> AnyView,
}

/// What happened to a case, of one kind: a list that grows, and the form for one more.
#[component]
pub(super) fn Log(shown: Shown, kind: LogKind) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let rows = live(move || s.with_value(|shown| list((kind.rows)(desk, shown, &shown.case()))));
    view! {
        <Fold
            title=kind.title
            about=kind.about
            add=kind.add
            used=Signal::derive(move || s.with_value(|shown| shown.read(kind.used)))
            open=open
            form=move |()| (kind.form)(s.get_value(), open)
        >
            {rows}
        </Fold>
    }
    .into_any()
}
