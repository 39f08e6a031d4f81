use super::item::{put, ranked, trim, trim_required};
use super::{Pen, set};
use crate::domain::asset::{Asset, AssetField, AssetKind, ReplacedPart};
use crate::domain::case::{Case, CaseField, CaseItem, CaseKind};
use crate::domain::id::{AssetId, CaseId, CustomerId, ReplacedPartId};
use crate::domain::record::Records;
use crate::domain::text::{MAX_LINE, TextError, required};
use crate::journal::{Folded, Journal};

/// Why a part that was replaced cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReplacedPartError {
    /// Which part was not said, or at too great length.
    What(TextError),
    /// A serial number is too long.
    Serial(TextError),
}

/// Writes down a part that was replaced. A rank of 0 puts it behind the others.
///
/// # Errors
/// [`ReplacedPartError`] says what is wrong.
pub fn put_replaced_part(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    part_id: &ReplacedPartId,
    mut part: ReplacedPart,
) -> Result<Records, ReplacedPartError> {
    trim_required(&mut part.what, MAX_LINE).map_err(ReplacedPartError::What)?;
    trim([&mut part.old_serial, &mut part.new_serial], MAX_LINE).map_err(ReplacedPartError::Serial)?;
    let part = ranked(part, &case.replaced_parts());
    Ok(put(pen, id, case, CaseItem::ReplacedPart(part_id.clone(), Some(part.into()))))
}

/// Says which thing a case is about, of those that are known.
#[must_use]
pub fn choose_asset(pen: &Pen, id: &CaseId, case: &Case, asset: AssetId) -> Records {
    set::<CaseKind>(pen, id.as_str(), case, vec![CaseField::Asset(Some(asset))])
}

/// Writes a new thing down, and that a case is about it.
///
/// # Errors
/// When nothing is said of what it is, or too much.
pub fn add_asset(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    asset: AssetId,
    label: &str,
) -> Result<Records, TextError> {
    let label = required(label, MAX_LINE)?;
    let owner: Option<CustomerId> = case.customer().cloned();
    let fields = owner.map(AssetField::Owner).into_iter().chain([AssetField::Label(label)]).collect();
    let nothing: Asset = Folded::of(&Journal::<AssetKind>::new());
    let mut records = set::<AssetKind>(pen, asset.as_str(), &nothing, fields);
    records.merge(choose_asset(pen, id, case, asset));
    Ok(records)
}
