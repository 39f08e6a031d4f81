//! One copy of everything into the folder.

use super::face::Trouble;
use crate::app::backup::Backup;
use crate::app::copies::{self, Chosen};
use crate::archive::MAX_ARCHIVE_BYTES;
use crate::archive::sealed::SUFFIX;
use crate::archive::sync::FolderError;
use crate::domain::date::Date;
use crate::journal::DeviceId;
use crate::platform::clock;
use crate::platform::file::joined;
use crate::platform::folder::Directory;
use js_sys::Array;
use std::collections::BTreeSet;

/// Writes a copy, and then removes those that need not stay any longer. None goes before the new one was
/// read back whole, and none that this device did not write.
pub(super) async fn copy(backup: Backup, folder: &Directory, chosen: &mut Chosen) -> Result<(), Trouble> {
    let now = clock::now_ms();
    let (content, with_photos) = backup.whole().await?;
    let sealed = chosen.keys.seal_all();
    let code = DeviceId::parse(&backup.desk.device()).map(|device| device.code()).unwrap_or_default();
    let there: BTreeSet<String> = folder.items().await?.into_iter().map(|item| item.name).collect();
    chosen.written.retain(|name| there.contains(name));
    let of_others = there.difference(&chosen.written).cloned().collect();
    let day = Date::of_moment(now, clock::zone_offset_minutes(now));
    let name = copies::name(day, &code, sealed, &of_others);
    match sealed {
        false => folder.write_blob(&name, &content).await?,
        true => {
            let plain = joined(&Array::of1(&content)).await.ok_or(FolderError::NotSealed)?;
            drop(content);
            write_sealed(folder, chosen, &name, plain).await?;
        }
    }
    chosen.written.insert(name.clone());
    chosen.last = Some((name, now));
    chosen.without_photos = !with_photos;
    backup.made(now).await;
    if sealed {
        seal_older(folder, chosen).await?;
    }
    for old in copies::to_remove(&chosen.written, &code) {
        folder.remove(&old).await?;
        chosen.written.remove(&old);
    }
    Ok(())
}

async fn write_sealed(
    folder: &Directory,
    chosen: &Chosen,
    name: &str,
    plain: Vec<u8>,
) -> Result<(), FolderError> {
    let sealed = chosen.keys.seal(plain).map_err(|_| FolderError::NotSealed)?;
    folder.write(name, &sealed).await
}

/// Seals the copies that this device wrote before the folder was protected. One that cannot be read now is
/// tried again with the next copy.
async fn seal_older(folder: &Directory, chosen: &mut Chosen) -> Result<(), FolderError> {
    let end = format!(".{SUFFIX}");
    for plain in chosen.written.clone().into_iter().filter(|name| !name.ends_with(&end)) {
        let sealed = format!("{plain}{end}");
        // Of the same day there is a newer one.
        if !chosen.written.contains(&sealed) {
            let Ok(content) = folder.read(&plain, MAX_ARCHIVE_BYTES).await else { continue };
            write_sealed(folder, chosen, &sealed, content).await?;
            chosen.written.insert(sealed);
        }
        folder.remove(&plain).await?;
        chosen.written.remove(&plain);
    }
    Ok(())
}
