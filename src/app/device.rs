//! Who this page is: a device, and one opening of the page on it.

use crate::journal::{DeviceId, SessionId, Writer};
use crate::platform::random;

/// Where the store notes which device it is on.
pub(in crate::app) const DEVICE: &str = "device";

/// A writer for this opening of the page; the device is new unless one is known.
#[must_use]
pub fn new_writer(device: Option<DeviceId>) -> Writer {
    Writer {
        device: device.unwrap_or_else(|| DeviceId::from_random(random::bits())),
        session: SessionId::from_random(random::bits()),
    }
}
