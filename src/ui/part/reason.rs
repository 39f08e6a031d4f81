use super::{Dialog, TextField, label, said};
use crate::app::desk::use_desk;
use crate::domain::text::MAX_LINE;
use leptos::prelude::*;

/// Asks why, before something that needs a reason.
#[component]
pub(crate) fn ReasonDialog(
    /// What is about to be done.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// The required tasks that would stay open.
    #[prop(into, optional)]
    left_open: Signal<Vec<String>>,
    /// The reason that it mostly is.
    #[prop(into, optional)]
    usual: Signal<String>,
    /// Called with the reason; the dialog stays until it is closed.
    #[prop(into)]
    on_reason: Callback<String>,
) -> impl IntoView {
    let desk = use_desk();
    let reason = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    Effect::new(move |_| {
        if open.get() {
            reason.set(usual.get_untracked());
            missing.set(false);
        }
    });
    let tasks = move || {
        let tasks = left_open.get();
        (!tasks.is_empty()).then(|| {
            let list = tasks.into_iter().map(|task| view! { <li>{task}</li> }).collect_view();
            view! {
                <div>
                    <p>{said(|t| t.case().left_open)}</p>
                    <ul class="plain-list">{list}</ul>
                </div>
            }
        })
    };
    let empty = move || reason.with(|reason| reason.trim().is_empty());
    let finish = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if untrack(empty) {
            missing.set(true);
        } else {
            on_reason.run(reason.get_untracked());
        }
    };
    let error =
        Signal::derive(move || (missing.get() && empty()).then(|| desk.t().case().error_reason.to_owned()));
    view! {
        <Dialog title=title open=open>
            <form class="dialog-body" novalidate on:submit=finish>
                {tasks}
                <TextField
                    label=label(|t| t.case().reason)
                    value=reason
                    on_type=move |text: String| reason.set(text)
                    error=error
                    max=MAX_LINE
                    autofocus=true
                />
                <div class="btn-row">
                    <button type="submit" class="btn btn-primary">{said(|t| t.case().confirm)}</button>
                    <button type="button" class="btn btn-quiet" on:click=move |_| open.set(false)>
                        {said(|t| t.common().cancel)}
                    </button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
