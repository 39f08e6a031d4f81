//! One copy of everything into the folder.

use super::keeper::Trouble;
use crate::app::backup::Backup;
use crate::app::copies::{self, Chosen};
use crate::domain::date::Date;
use crate::journal::DeviceId;
use crate::platform::clock;
use crate::platform::folder::Directory;
use std::collections::BTreeSet;

/// Writes a copy, and then removes those that need not stay any longer. None goes before the new one was
/// read back whole, and none that this device did not write.
pub(super) async fn copy(backup: Backup, folder: &Directory, chosen: &mut Chosen) -> Result<(), Trouble> {
    let now = clock::now_ms();
    let (content, with_photos) = backup.whole().await?;
    let code = DeviceId::parse(&backup.desk.device()).map(|device| device.code()).unwrap_or_default();
    let there: BTreeSet<String> = folder.items().await?.into_iter().map(|item| item.name).collect();
    chosen.written.retain(|name| there.contains(name));
    let of_others = there.difference(&chosen.written).cloned().collect();
    let day = Date::of_moment(now, clock::zone_offset_minutes(now));
    let name = copies::name(day, &code, false, &of_others);
    folder.write_blob(&name, &content).await?;
    chosen.written.insert(name.clone());
    chosen.last = Some((name, now));
    chosen.without_photos = !with_photos;
    backup.made(now).await;
    for old in copies::to_remove(&chosen.written, &code) {
        folder.remove(&old).await?;
        chosen.written.remove(&old);
    }
    Ok(())
}
