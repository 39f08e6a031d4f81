use crate::app::desk::Desk;
use crate::app::story::Look;
use crate::domain::case::{Case, CaseKind};
use crate::domain::id::{AssetId, CaseId, CustomerId, StaffId};
use crate::journal::{Folded, Journal};
use leptos::prelude::*;

/// Runs `tell` with the names that this desk knows. Follows changes of names and language.
pub(in crate::ui::page) fn with_look<T>(
    desk: Desk,
    journal: &Journal<CaseKind>,
    tell: impl FnOnce(&Look) -> T,
) -> T {
    let case: Case = Folded::of(journal);
    let lang = desk.lang.get();
    let named = |name: String| Some(name).filter(|name| !name.is_empty());
    let staff = |id: &StaffId| named(desk.staff_name(id.as_str()));
    let customer =
        |id: &CustomerId| named(desk.index.with(|index| index.customer_name(id.as_str()).to_owned()));
    let asset = |id: &AssetId| named(desk.index.with(|index| index.asset_line(id.as_str()).to_owned()));
    let case_number =
        |id: &CaseId| desk.index.with(|index| index.cases.get(id.as_str()).map(|case| case.number.clone()));
    tell(&Look {
        lang,
        now: desk.now.get(),
        zone: desk.zone(),
        process: case.process().and_then(|at| desk.process(lang, at)),
        process_at: &|at| desk.process(lang, at),
        staff: &staff,
        customer: &customer,
        asset: &asset,
        case: &case_number,
    })
}
