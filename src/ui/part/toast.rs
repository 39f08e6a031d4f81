use super::{Glyph, Icon};
use crate::app::command;
use crate::app::desk::use_desk;
use crate::domain::case::CaseKind;
use crate::domain::id::CaseId;
use leptos::prelude::*;
use std::time::Duration;

const SHOWN_FOR: Duration = Duration::from_secs(10);

/// The word at the foot of the page: ten seconds, with a way back where there is one.
#[component]
pub(crate) fn ToastView() -> impl IntoView {
    let desk = use_desk();
    Effect::new(move |_| {
        if let Some(shown) = desk.toast.get() {
            set_timeout(
                move || {
                    if desk.toast.with_untracked(|now| now.as_ref() == Some(&shown)) {
                        desk.toast.set(None);
                    }
                },
                SHOWN_FOR,
            );
        }
    });
    let undo = move |case: CaseId| {
        let journal = desk.records.with_untracked(|records| records.journal::<CaseKind>(case.as_str()));
        desk.save(command::undo(&desk.pen(), &case, &journal));
        desk.toast.set(None);
    };
    let shown = move || {
        desk.toast.get().map(|toast| {
            let way_back = toast.undo.map(|case| {
                view! {
                    <button type="button" class="btn btn-quiet" on:click=move |_| undo(case.clone())>
                        <Icon glyph=Glyph::Undo/>
                        {move || desk.t().common().undo}
                    </button>
                }
            });
            view! { <div class="toast"><span>{toast.text}</span>{way_back}</div> }
        })
    };
    view! { <div class="toast-place no-print" role="status" aria-live="polite">{shown}</div> }.into_any()
}
