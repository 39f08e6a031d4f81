//! Photos and files of a case: taking them in, and having them at hand.

use super::command::put_photo;
use super::desk::Desk;
use crate::domain::case::Case;
use crate::domain::id::{CaseId, PhotoId};
use crate::domain::photo::{FileHash, MediaType, Photo, PhotoOf};
use crate::domain::text::TextError;
use crate::platform::photo::{PhotoError, Prepared, prepare, small_of};
use crate::platform::random;
use crate::store::StoreError;
use web_sys::File;

/// Why a photo or a file was not kept. Nothing of it was.
#[derive(Clone, PartialEq, Debug)]
pub enum AddError {
    /// It cannot be taken.
    Photo(PhotoError),
    /// What is said of it is too long.
    Words(TextError),
    /// It could not be stored.
    Store(StoreError),
}

/// Keeps a photo or a file of a case: its bytes and what is said of it at once.
///
/// # Errors
/// [`AddError`] says why nothing was kept.
pub async fn add(desk: Desk, id: &CaseId, case: &Case, of: PhotoOf, file: &File) -> Result<(), AddError> {
    let Prepared { file, thumb, size, name, taken } = prepare(file).await.map_err(AddError::Photo)?;
    let photo = Photo {
        rank: 0,
        caption: String::new(),
        of,
        media: MediaType::of(file.bytes()),
        file: file.hash().clone(),
        name,
        size: u32::try_from(file.bytes().len()).unwrap_or(u32::MAX),
        width: size.0,
        height: size.1,
        taken,
        on_papers: false,
    };
    let photo_id = PhotoId::from_random(random::bits());
    let records = put_photo(&desk.pen(), id, case, &photo_id, photo).map_err(AddError::Words)?;
    let thumbs: Vec<_> = thumb.into_iter().collect();
    desk.commit_files(records, &[file], &thumbs).await.map_err(AddError::Store)
}

/// The bytes with this name; nothing while they are on another device.
pub async fn bytes_of(desk: Desk, hash: &FileHash) -> Option<Vec<u8>> {
    desk.store()?.file(hash).await.ok()?
}

/// A small picture of these bytes: the one that was made once, else one made now.
pub async fn thumb_of(desk: Desk, hash: &FileHash) -> Option<Vec<u8>> {
    let store = desk.store()?;
    if let Some(thumb) = store.thumb(hash).await.ok()? {
        return Some(thumb);
    }
    let small = small_of(&bytes_of(desk, hash).await?).await?;
    // One that is not kept is made again.
    let _ = store.put_thumb(hash, &small).await;
    Some(small)
}
