//! The wall clock of this machine.

use js_sys::Date;
use wasm_bindgen::JsValue;

/// Now, in milliseconds since 1970, UTC.
#[must_use]
pub fn now_ms() -> u64 {
    Date::now() as u64
}

/// How far this machine's time zone was ahead of UTC at a moment, in minutes: +480 for UTC+8.
#[must_use]
pub fn zone_offset_minutes(at_ms: u64) -> i32 {
    let at = Date::new(&JsValue::from_f64(at_ms as f64));
    // The browser counts how far UTC is ahead of the zone.
    -(at.get_timezone_offset() as i32)
}
