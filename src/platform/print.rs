//! Paper.

/// Opens the browser's print dialogue for this page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A page that may not print stays as it is; the user sees that no dialogue came.
        let _ = window.print();
    }
}
