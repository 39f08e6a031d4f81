use super::Pen;
use super::item::{put, ranked, trim};
use crate::domain::case::{Case, CaseItem};
use crate::domain::id::{CaseId, PhotoId};
use crate::domain::photo::Photo;
use crate::domain::record::Records;
use crate::domain::text::{MAX_LINE, MAX_TEXT, TextError};

/// Writes a photo or a file down, or what is to be seen on it. A rank of 0 puts it behind the
/// others. Its bytes must be kept in the same transaction.
///
/// # Errors
/// When what is said of it is too long.
pub fn put_photo(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    photo_id: &PhotoId,
    mut photo: Photo,
) -> Result<Records, TextError> {
    trim([&mut photo.caption], MAX_TEXT)?;
    // Some cameras give names without end.
    photo.name = photo.name.chars().filter(|c| !c.is_control()).take(MAX_LINE).collect();
    let photo = ranked(photo, &case.photos());
    Ok(put(pen, id, case, CaseItem::Photo(photo_id.clone(), Some(photo.into()))))
}
