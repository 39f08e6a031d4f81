//! Bytes of other encodings as text.

use web_sys::TextDecoder;

/// The text of bytes in the encoding that the browser knows by this name; nothing when it knows none.
/// What is no character becomes U+FFFD.
#[must_use]
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}
