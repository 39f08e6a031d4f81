//! The keys that work on every page.

use super::route::Route;
use crate::app::desk::use_desk;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsCast;

/// How many frames a page may take to be shown.
const FRAMES: u32 = 60;

/// Listens to `n` (new request), `/` (search), and `g` with a letter (go), never while
/// somebody types or an input method composes.
pub(super) fn listen_for_keys() {
    let (desk, going) = (use_desk(), Cell::new(false));
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if modified
            || event.is_composing()
            || is_typing(&event)
            || desk.asking.get_untracked()
            || desk.locked.get_untracked()
        {
            return;
        }
        let gone = going.replace(false);
        let target = match (gone, event.key().as_str()) {
            (false, "g") => {
                going.set(true);
                return;
            }
            (false, "n") => Route::NewRequest,
            (false, "/") => Route::Cases,
            (true, "t") => Route::Today,
            (true, "c") => Route::Cases,
            (true, "p") => Route::Complaints,
            (true, "k") => Route::Customers,
            (true, "l") => Route::Letters,
            (true, "s") => Route::Settings,
            (true, "d") => Route::Data,
            _ => return,
        };
        event.prevent_default();
        target.go();
        if event.key() == "/" {
            focus_once_there("case-search", FRAMES);
        }
    });
    std::mem::forget(listener);
}

/// Puts the cursor into a field of a page that is only about to be shown.
fn focus_once_there(id: &'static str, frames: u32) {
    request_animation_frame(move || {
        if !crate::platform::dom::focus(id) && frames > 0 {
            focus_once_there(id, frames - 1);
        }
    });
}

fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
        return false;
    };
    let radio = element.get_attribute("type").is_some_and(|kind| kind == "radio" || kind == "checkbox");
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") && !radio
        || element.closest("dialog[open]").ok().flatten().is_some()
}
