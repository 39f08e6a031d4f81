use super::fold::Fold;
use super::noted::list;
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::Case;
use crate::domain::id::CaseId;
use crate::journal::Stamp;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Text, live};
use leptos::prelude::*;

/// What one kind of event of a case is, for its list and its forms.
#[derive(Clone, Copy)]
pub(super) struct LogKind {
    /// What it is called.
    pub title: Text,
    /// What is said while there is none.
    pub about: Text,
    /// What the button is called that opens the form.
    pub add: Text,
    /// Those of a case as rows, the latest first.
    pub rows: fn(Desk, &Case, Later) -> Vec<AnyView>,
    /// Whether a case has any.
    pub used: fn(&Case) -> bool,
    /// The form for one more, or for what is said later about the one with this stamp.
    pub form: fn(Shown, Option<Stamp>, RwSignal<bool>) -> AnyView,
}

/// Opens the form for what is said later about something.
#[derive(Clone, Copy)]
pub(super) struct Later {
    open: RwSignal<bool>,
    about: StoredValue<Option<Stamp>>,
    case: StoredValue<CaseId>,
}

impl Later {
    /// The case that it is about.
    pub(super) fn case(self) -> CaseId {
        self.case.get_value()
    }

    /// The button that opens it, while no form is open.
    pub(super) fn button(self, name: Text, about: Stamp, beside: Option<AnyView>) -> AnyView {
        let press = move |()| {
            self.about.set_value(Some(about.clone()));
            self.open.set(true);
        };
        let button =
            (!self.open.get()).then(|| view! { <Button label=name class="btn btn-quiet" on_press=press/> });
        view! { <div class="btn-row">{button} {beside}</div> }.into_any()
    }
}

/// What happened to a case, of one kind: a list that grows, and the form for one more. A form
/// stands below the list, so that it stays while the list is drawn anew.
#[component]
pub(super) fn Log(shown: Shown, kind: LogKind) -> impl IntoView {
    let desk = use_desk();
    let case = StoredValue::new(shown.id.clone());
    let s = StoredValue::new(shown);
    let later = Later { open: RwSignal::new(false), about: StoredValue::new(None), case };
    let rows = live(move || list((kind.rows)(desk, &s.with_value(Shown::case), later)));
    let form = move |()| {
        let about = later.about.try_update_value(Option::take).flatten();
        (kind.form)(s.get_value(), about, later.open)
    };
    view! {
        <Fold
            title=kind.title
            about=kind.about
            add=kind.add
            used=Signal::derive(move || s.with_value(|shown| shown.read(kind.used)))
            open=later.open
            form=form
        >
            {rows}
        </Fold>
    }
    .into_any()
}
