use super::{Pen, set};
use crate::domain::case::{Case, CaseField, CaseItem, CaseItemKey, CaseKey, CaseKind, Ranked};
use crate::domain::custom_process::Towards;
use crate::domain::id::CaseId;
use crate::domain::record::Records;
use crate::domain::text::{TextError, optional, required};

/// Writes down one of several things of a case, in the place of what its id named before.
pub(super) fn put(pen: &Pen, id: &CaseId, case: &Case, item: CaseItem) -> Records {
    set::<CaseKind>(pen, id.as_str(), case, vec![CaseField::Item(item)])
}

/// Takes one of several things of a case out. Use
/// [`remove_solution`](super::remove_solution) for an option: its lines go with it.
#[must_use]
pub fn remove_item(pen: &Pen, id: &CaseId, case: &Case, key: CaseItemKey) -> Records {
    put(pen, id, case, key.removed())
}

/// Ranks things of a case anew, in this order; those that are not there are left out.
#[must_use]
pub fn reorder_items(pen: &Pen, id: &CaseId, case: &Case, order: &[CaseItemKey]) -> Records {
    let items = order.iter().filter_map(|key| match case.fields.current(&CaseKey::Item(key.clone())) {
        Some(CaseField::Item(item)) if !item.is_removed() => Some(item.clone()),
        _ => None,
    });
    let fields = (1..).zip(items).map(|(rank, item)| CaseField::Item(item.at_rank(rank)));
    set::<CaseKind>(pen, id.as_str(), case, fields.collect())
}

/// Moves one of several things of a case one place up or down among these, which stand in
/// their order. At the end of them it stays where it is.
#[must_use]
pub fn move_item(
    pen: &Pen,
    id: &CaseId,
    case: &Case,
    mut among: Vec<CaseItemKey>,
    key: &CaseItemKey,
    towards: Towards,
) -> Records {
    let here = among.iter().position(|each| each == key);
    match here.and_then(|here| Some((here, towards.beside(here, among.len())?))) {
        Some((here, there)) => {
            among.swap(here, there);
            reorder_items(pen, id, case, &among)
        }
        None => Records::default(),
    }
}

/// Puts an item without a rank behind the others.
pub(super) fn ranked<I, T: Ranked>(mut item: T, others: &[(I, &T)]) -> T {
    if item.rank() == 0 {
        let last = others.iter().map(|(_, other)| other.rank()).max().unwrap_or(0);
        item.set_rank(last.saturating_add(1));
    }
    item
}

/// Trims a text that must be there.
pub(super) fn trim_required(text: &mut String, max: usize) -> Result<(), TextError> {
    *text = required(text, max)?;
    Ok(())
}

/// Trims texts that need not be there.
pub(super) fn trim<const N: usize>(texts: [&mut String; N], max: usize) -> Result<(), TextError> {
    for text in texts {
        *text = optional(text, max)?;
    }
    Ok(())
}
