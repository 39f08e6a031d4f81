//! With which names the differences of an offer are told: from what is here, else from the file.

use super::super::label::record_label;
use crate::app::desk::Desk;
use crate::app::import::{Difference, Offer, difference, process_of};
use crate::app::library::kept;
use crate::app::story::Look;
use crate::domain::custom_process::{CustomProcess, CustomProcessKind};
use crate::domain::id::{AssetId, CaseId, CustomerId, StaffId};
use crate::domain::process::{Process, ProcessRef};
use crate::domain::record::{Known, RecordKey, RecordKind};
use leptos::prelude::*;

/// What people call a record. Follows the language.
pub(super) fn name_of(desk: Desk, offer: &Offer, key: &RecordKey) -> String {
    desk.index.with(|index| record_label(desk.t(), desk, index, &offer.plan.news, key))
}

/// What the file would change in a record. Follows the language.
pub(super) fn difference_of(desk: Desk, offer: &Offer, key: &RecordKey) -> Option<Difference> {
    let news = offer.plan.news.0.get(key)?;
    let known = offer.present.0.get(key);
    let lang = desk.lang.get();
    let named = |kind: RecordKind, id: &str| {
        let key = RecordKey::new(kind, id);
        let name = name_of(desk, offer, &key);
        // A record that nobody has a name for is said as missing.
        (name != key.id).then_some(name)
    };
    let staff = |id: &StaffId| named(RecordKind::Staff, id.as_str());
    let customer = |id: &CustomerId| named(RecordKind::Customer, id.as_str());
    let asset = |id: &AssetId| named(RecordKind::Asset, id.as_str());
    let case = |id: &CaseId| named(RecordKind::Case, id.as_str());
    let process = |at: &ProcessRef| desk.process(lang, at).or_else(|| brought(offer, at));
    let look = Look {
        lang,
        now: desk.now.get_untracked(),
        zone: desk.zone(),
        process: process_of(known, news).and_then(|at| process(&at)),
        process_at: &process,
        staff: &staff,
        customer: &customer,
        asset: &asset,
        case: &case,
    };
    Some(difference(&look, known, news))
}

/// A process that the file itself brings.
fn brought(offer: &Offer, at: &ProcessRef) -> Option<&'static Process> {
    let record = offer.plan.news.0.get(&RecordKey::new(RecordKind::Process, at.id.as_str()))?;
    let process = CustomProcess::of(CustomProcessKind::of(record)?);
    Some(kept(at, process.version(at.version)?))
}
