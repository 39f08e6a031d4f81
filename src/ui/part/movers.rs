use super::{Glyph, Icon};
use crate::app::desk::use_desk;
use crate::domain::custom_process::Towards;
use crate::platform::dom;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The buttons that move something up and down, or take it out.
pub(crate) fn movers(
    what: Signal<String>,
    can_up: Signal<bool>,
    can_down: Signal<bool>,
    go: Callback<Towards>,
    remove: Callback<()>,
) -> AnyView {
    let desk = use_desk();
    view! {
        <div class="movers">
            {up_and_down(what, can_up, can_down, go)}
            <button
                type="button"
                class="btn btn-icon"
                aria-label=move || desk.t().process().remove(&what.get())
                on:click=move |_| remove.run(())
            >
                <Icon glyph=Glyph::Close/>
            </button>
        </div>
    }
    .into_any()
}

/// The buttons that move something up and down among others.
pub(crate) fn up_and_down(
    what: Signal<String>,
    can_up: Signal<bool>,
    can_down: Signal<bool>,
    go: Callback<Towards>,
) -> AnyView {
    let desk = use_desk();
    let up = Signal::derive(move || desk.t().process().move_up(&what.get()));
    let down = Signal::derive(move || desk.t().process().move_down(&what.get()));
    view! {
        {mover(Glyph::Up, up, can_up, move || go.run(Towards::Start))}
        {mover(Glyph::Down, down, can_down, move || go.run(Towards::End))}
    }
    .into_any()
}

/// A button that moves something, while it can.
pub(crate) fn mover(
    glyph: Glyph,
    name: Signal<String>,
    can: Signal<bool>,
    go: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="btn btn-icon mover"
            aria-label=name
            prop:disabled=move || !can.get()
            on:click=move |_| go()
        >
            <Icon glyph=glyph/>
        </button>
    }
    .into_any()
}

/// Puts the focus back on what was moved, once it stands at its new place.
pub(crate) fn focus_moved(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        dom::focus(&id);
    });
}

/// Moves by Alt and an arrow.
pub(crate) fn on_arrows(event: &KeyboardEvent, go: Callback<Towards>) {
    if !event.alt_key() || event.is_composing() {
        return;
    }
    let towards = match event.key().as_str() {
        "ArrowUp" => Towards::Start,
        "ArrowDown" => Towards::End,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    // What is typed is taken first: the field is made anew at the new place.
    commit_typing();
    go.run(towards);
}

fn commit_typing() {
    use wasm_bindgen::JsCast;
    let here =
        document().active_element().and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(here) = here {
        let _ = here.blur();
    }
}
