//! How long something took, for those who look at the browser's own timeline.

/// Begins to measure.
pub fn begin(name: &str) {
    let _ = web_sys::window().and_then(|window| window.performance()).map(|p| p.mark(name));
}

/// Writes down how long it took since the last beginning of this name.
pub fn end(name: &str) {
    let performance = web_sys::window().and_then(|window| window.performance());
    let _ = performance.map(|p| p.measure_with_start_mark(name, name));
}
