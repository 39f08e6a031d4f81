//! Files that the user gets, and files that the user gives.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

/// How long a download may take to begin.
const REVOKE_AFTER_MS: i32 = 60_000;

/// Why a file could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileError {
    /// It is larger than what is read.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The largest size that is read.
        max: u64,
    },
    /// It is not text in UTF-8.
    NotText,
    /// The browser cannot read it: it was moved or changed meanwhile, or may not be read.
    Unreadable,
}

/// Hands a file to the user; false when the browser cannot.
pub fn download(name: &str, mime: &str, content: &[u8]) -> bool {
    try_download(name, mime, content).is_ok()
}

fn try_download(name: &str, mime: &str, content: &[u8]) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(content));
    hand_out(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?)
}

fn hand_out(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let revoke = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), REVOKE_AFTER_MS)
        .map(drop)
}

/// The file that was chosen with a file input, by the input's `change` event. The input is
/// emptied, so that choosing the same file again is a change again.
#[must_use]
pub fn chosen(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The files that were chosen with a file input that takes several, as [`chosen`] gives one.
#[must_use]
pub fn chosen_files(event: &Event) -> Vec<File> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let list = input.files();
    let files = list.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect());
    input.set_value("");
    files.unwrap_or_default()
}

/// Hands a file to the user that is made of pieces, which the browser may keep on its disk; false
/// when it cannot.
pub fn download_pieces(name: &str, mime: &str, pieces: &Array) -> bool {
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let blob = Blob::new_with_blob_sequence_and_options(pieces, &kind);
    blob.and_then(|blob| hand_out(name, &blob)).is_ok()
}

/// The bytes that the pieces of a file make; `None` where there is no memory for them.
pub async fn joined(pieces: &Array) -> Option<Vec<u8>> {
    let blob = Blob::new_with_blob_sequence(pieces).ok()?;
    let content = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&content).to_vec())
}

/// A piece of a file.
#[must_use]
pub fn piece(text: &str) -> Option<Blob> {
    Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()
}

/// Reads a file of at most `max` bytes.
///
/// # Errors
/// When it is larger, or cannot be read.
pub async fn read_bytes(file: &File, max: u64) -> Result<Vec<u8>, FileError> {
    let bytes = file.size() as u64;
    if bytes > max {
        return Err(FileError::TooLarge { bytes, max });
    }
    let content = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    Ok(Uint8Array::new(&content).to_vec())
}

/// Reads a file of at most `max` bytes as text, without the mark that some programs put
/// before UTF-8.
///
/// # Errors
/// When it is larger, cannot be read, or is not UTF-8.
pub async fn read_text(file: &File, max: u64) -> Result<String, FileError> {
    let text = String::from_utf8(read_bytes(file, max).await?).map_err(|_| FileError::NotText)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
