use super::super::fold::{Fold, NewForm};
use super::{keep, remover};
use crate::app::command::{AcceptanceError, put_handover};
use crate::app::desk::use_desk;
use crate::domain::acceptance::Handover;
use crate::domain::case::CaseItemKey;
use crate::domain::id::HandoverId;
use crate::platform::random;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{TextField, label, live};
use leptos::prelude::*;

/// What is handed over with the result.
#[component]
pub(super) fn Handovers(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let rows = live(move || {
        let case = s.with_value(Shown::case);
        let row = |(id, handover): (&HandoverId, &Handover)| {
            let what = handover.what.clone();
            let key = CaseItemKey::Handover(id.clone());
            let remove = remover(desk, s.get_value(), key, Signal::stored(what.clone()));
            view! { <li class="noted noted-line"><span>{what}</span>{remove}</li> }
        };
        let rows: Vec<_> = case.handovers().into_iter().map(row).collect();
        (!rows.is_empty()).then(|| view! { <ul class="noted-list card">{rows}</ul> })
    });
    view! {
        <Fold
            title=|t| t.acceptance().handover_title
            about=|t| t.acceptance().handover_about
            add=|t| t.acceptance().handover_add
            used=Signal::derive(move || !s.with_value(Shown::case).handovers().is_empty())
            open=open
            form=move |()| view! { <HandoverForm shown=s.get_value() open=open/> }.into_any()
        >
            {rows}
        </Fold>
    }
    .into_any()
}

/// One after the other is written down: the form stays open.
#[component]
fn HandoverForm(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let what = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<AcceptanceError>);
    let save = move |_| {
        let id = HandoverId::from_random(random::bits());
        let handover = Handover { what: what.get_untracked(), ..Handover::default() };
        let made = put_handover(&desk.pen(), &shown.id, &shown.case_untracked(), &id, handover);
        if keep(desk, &shown, made, wrong) {
            what.set(String::new());
        }
    };
    view! {
        <NewForm
            name=|t| t.acceptance().handover_title
            save=|t| t.acceptance().add
            on_save=save on_type=move |()| wrong.set(None)
            open=open
        >
            <TextField
                label=label(|t| t.acceptance().handover_what)
                value=what
                on_type=move |typed| what.set(typed)
                error=told(desk, wrong, |_| true)
            />
        </NewForm>
    }
    .into_any()
}
