//! Takes all that is drawn out of the document, and puts it back as it was: what was being typed is still there.

use std::any::Any;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Document, DocumentFragment, HtmlElement};

/// What is out of the document meanwhile.
struct Veil {
    pages: DocumentFragment,
    focused: Option<HtmlElement>,
    scrolled: f64,
    /// What stands in their place: it goes when this is dropped.
    shown: Box<dyn Any>,
}

thread_local! {
    static VEIL: RefCell<Option<Veil>> = const { RefCell::new(None) };
}

/// Whether the pages are out of the document.
#[must_use]
pub fn is_drawn() -> bool {
    VEIL.with_borrow(Option::is_some)
}

/// Takes the pages out, and draws what `draw` makes in their place. The field that somebody types in is left
/// first: what an input method holds is ended, and the field commits.
pub fn draw(draw: impl FnOnce() -> Box<dyn Any>) {
    let Some((document, body)) = document().filter(|_| !is_drawn()) else { return };
    let focused = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(focused) = &focused {
        let _ = focused.blur();
    }
    let scrolled = web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    let pages = document.create_document_fragment();
    while let Some(node) = body.first_child() {
        if pages.append_child(&node).is_err() {
            break;
        }
    }
    let shown = draw();
    VEIL.set(Some(Veil { pages, focused, scrolled, shown }));
}

/// Puts the pages back.
pub fn lift() {
    let Some(Veil { pages, focused, scrolled, shown }) = VEIL.take() else { return };
    drop(shown);
    let Some((_, body)) = document() else { return };
    let _ = body.append_child(&pages);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, scrolled);
    }
    if let Some(focused) = focused {
        let _ = focused.focus();
    }
}

fn document() -> Option<(Document, HtmlElement)> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    Some((document, body))
}
