//! What belongs to the whole document rather than to a part of the page.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

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

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
