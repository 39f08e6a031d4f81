//! What belongs to the whole document rather than to a part of the page.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement};

/// Says in which language the page is, for its fonts, line breaks and readers.
pub fn set_lang(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Names the page, in its tab and as the file of a printed PDF.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the element with this id; false when there is none to focus.
pub fn focus(id: &str) -> bool {
    document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.focus().is_ok())
}

/// Moves the focus to the first thing that can be used in the element with this id.
pub fn focus_first_in(id: &str) {
    let first = document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.query_selector("input, select, textarea, button").ok()?);
    if let Some(first) = first.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}

/// Whether something was typed into a form that the browser gives out as nothing, such as the
/// 30th of February.
#[must_use]
pub fn has_unreadable(submitted: &Event) -> bool {
    let form = submitted.target().and_then(|target| target.dyn_into::<Element>().ok());
    form.is_some_and(|form| matches!(form.query_selector("input:invalid"), Ok(Some(_))))
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
