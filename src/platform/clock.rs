//! The wall clock of this machine.

use crate::domain::calendar::Zone;
use js_sys::{Array, Date, Intl, Object, Reflect};
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

/// Where this machine's clock hangs: the place that the browser names, where it is known, else the
/// distance from UTC that it shows today.
#[must_use]
pub fn zone() -> Zone {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let named = Reflect::get(&options, &"timeZone".into()).ok().and_then(|name| name.as_string());
    let offset = zone_offset_minutes(now_ms());
    let sign = if offset < 0 { '-' } else { '+' };
    let plain = format!("UTC{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60);
    named.and_then(|name| Zone::parse(&name)).or_else(|| Zone::parse(&plain)).unwrap_or_default()
}
