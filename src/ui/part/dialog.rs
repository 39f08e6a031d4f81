use super::{Glyph, Icon, fresh_id};
use crate::app::desk::use_desk;
use leptos::prelude::*;

/// A question that must be answered before going on. Esc closes it; the browser keeps the
/// cursor within and gives it back afterwards.
#[component]
pub(crate) fn Dialog(
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// What it asks.
    children: ChildrenFn,
) -> impl IntoView {
    let desk = use_desk();
    let id = fresh_id("dialog");
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() {
            if !dialog.open() {
                let _ = dialog.show_modal();
            }
        } else {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby=id.clone() on:close=move |_| open.set(false)>
            <div class="dialog-head">
                <h2 id=id.clone()>{move || title.get()}</h2>
                <button
                    type="button"
                    class="btn btn-icon"
                    aria-label=move || desk.t().common().close
                    on:click=move |_| open.set(false)
                >
                    <Icon glyph=Glyph::Close/>
                </button>
            </div>
            <Show when=move || open.get()>{children.with_value(|children| children())}</Show>
        </dialog>
    }
    .into_any()
}
