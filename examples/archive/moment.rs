use super::files::Failure;
use chrono::DateTime;
use std::time::{SystemTime, UNIX_EPOCH};

/// The moment by this machine's clock, in milliseconds since 1970.
pub(crate) fn now_ms() -> Result<u64, Failure> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    let now = now.and_then(|now| u64::try_from(now.as_millis()).ok());
    now.ok_or_else(|| Failure::Machine("the clock of this machine is before 1970".to_owned()))
}

/// A moment that was written down (RFC 3339), in milliseconds since 1970.
pub(crate) fn moment_ms(text: &str) -> Option<u64> {
    u64::try_from(DateTime::parse_from_rfc3339(text).ok()?.timestamp_millis()).ok()
}
