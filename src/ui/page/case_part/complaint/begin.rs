use crate::app::desk::{Desk, use_desk};
use crate::app::intake::Begun;
use crate::domain::case::Case;
use crate::domain::complaint::COMPLAINT_PROCESS;
use crate::domain::id::CaseId;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, Text, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The next request is a complaint of this case's customer, with these words.
pub(crate) fn begin_complaint(desk: Desk, shown: &Shown, words: &str) {
    desk.for_request.set(Some(Begun::complaint(&shown.id, &shown.case_untracked(), words)));
}

fn begin(s: StoredValue<Shown>, name: Text, class: &'static str) -> AnyView {
    let desk = use_desk();
    view! {
        <a
            class=class
            href=Route::NewRequest.href()
            on:click=move |_| begin_complaint(desk, &s.get_value(), "")
        >
            <Icon glyph=Glyph::Flag/>
            <span>{said(name)}</span>
        </a>
    }
    .into_any()
}

/// The way to a complaint about a case, on its page. A complaint itself has none.
#[component]
pub(crate) fn Complain(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown);
    let itself = Memo::new(move |_| s.with_value(|shown| shown.read(Case::is_complaint)));
    let way = live(move || {
        (!itself.get()).then(|| {
            view! { <ul><li>{begin(s, |t| t.complaint().complain, "paper-link")}</li></ul> }
        })
    });
    view! { {way} }.into_any()
}

/// Offers a case of its own for a complaint, as long as there is neither one nor anything of it
/// in this case.
#[component]
pub(super) fn OwnCase(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown);
    let desk = use_desk();
    let none = Memo::new(move |_| {
        let elsewhere = |id: &CaseId| {
            desk.index.with(|index| {
                index.cases.get(id.as_str()).is_some_and(|case| case.process == COMPLAINT_PROCESS)
            })
        };
        s.with_value(|shown| shown.read(|case| !case.has_complaint() && !case.led_to().any(elsewhere)))
    });
    let offer = live(move || {
        none.get().then(|| {
            view! {
                <section class="card section">
                    <p>{said(|t| t.complaint().own_case_about)}</p>
                    <div class="btn-row">{begin(s, |t| t.complaint().own_case, "btn btn-primary")}</div>
                </section>
            }
        })
    });
    view! { {offer} }.into_any()
}
