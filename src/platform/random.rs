//! Chance, for ids.

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
