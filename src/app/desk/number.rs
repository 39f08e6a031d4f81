//! The numbers that cases and letters get.

use super::Desk;
use crate::app::device::DEVICE;
use crate::journal::DeviceId;
use leptos::prelude::*;

impl Desk {
    /// The next number of a series (`case`, `letter`), unique across tabs and devices: the
    /// device's code and a count.
    pub async fn next_number(self, series: &str) -> String {
        // As the store has it: another tab may have taken a new name.
        let device = match self.store() {
            Some(store) => store.meta(DEVICE).await.ok().flatten().and_then(|id| DeviceId::parse(&id)),
            None => None,
        };
        let own = || self.inner.with_value(|inner| inner.clock.writer().device.clone());
        let code = device.unwrap_or_else(own).code();
        let prefix = if series == "letter" { format!("{code}-L") } else { format!("{code}-") };
        let used = self.index.with_untracked(|index| {
            let numbers =
                index.cases.values().map(|c| &c.number).chain(index.letters.values().map(|l| &l.number));
            numbers.filter_map(|number| number.strip_prefix(&prefix)?.parse::<u32>().ok()).max().unwrap_or(0)
        });
        let stored = match self.store() {
            Some(store) => store.next_number(series, used).await.ok(),
            None => None,
        };
        let count = stored.unwrap_or_else(|| {
            self.inner.update_value(|inner| inner.unstored_numbers += 1);
            used + self.inner.with_value(|inner| inner.unstored_numbers)
        });
        format!("{prefix}{count:04}")
    }
}
