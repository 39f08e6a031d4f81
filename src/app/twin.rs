//! Two stores under one device's name: a copied profile, or one that was restored from a backup.
//! Nothing is lost by it, but both would give the same numbers to their cases. So whoever notices
//! goes on under a new name.

use super::desk::Desk;
use super::device::{DEVICE, new_writer};
use crate::domain::record::Records;
use crate::journal::DeviceId;
use leptos::prelude::*;

/// Goes on as a new device when what came in, and was not here, was written in this device's name.
/// Where that cannot be kept, the next opening of the page is the old one again, and may notice anew.
pub(super) async fn part_from_twin(desk: Desk, news: &Records) {
    if !DeviceId::parse(&desk.device()).is_some_and(|own| news.written_by(&own)) {
        return;
    }
    let writer = new_writer(None);
    if let Some(store) = desk.store()
        && let Err(error) = store.set_meta(DEVICE, writer.device.as_str()).await
    {
        desk.trouble.set(Some(error));
    }
    desk.sign_as(writer);
}
