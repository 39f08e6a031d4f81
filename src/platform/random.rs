//! Chance, for ids and for the keys of sealed files.

use js_sys::Math;

/// 128 random bits.
#[must_use]
pub fn bits() -> u128 {
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    match crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)) {
        Some(Ok(_)) => u128::from_le_bytes(bytes),
        // Every browser that runs wasm has `crypto`. Should one lose it, ids still differ.
        _ => u128::from(Math::random().to_bits()) << 52 ^ u128::from(Math::random().to_bits()),
    }
}

// Ids may do without good chance; keys may not, so sealing fails where the browser has none.
#[allow(
    unsafe_code,
    reason = "what the macro writes, so that `age` has this and no second way to the browser"
)]
mod keys {
    fn fill(bytes: &mut [u8]) -> Result<(), getrandom::Error> {
        let crypto =
            web_sys::window().and_then(|window| window.crypto().ok()).ok_or(getrandom::Error::UNSUPPORTED)?;
        // The browser gives at most so many bytes at a time.
        for piece in bytes.chunks_mut(65_536) {
            crypto.get_random_values_with_u8_array(piece).map_err(|_| getrandom::Error::UNSUPPORTED)?;
        }
        Ok(())
    }
    getrandom::register_custom_getrandom!(fill);
}
