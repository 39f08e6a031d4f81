use crate::app::command::set;
use crate::app::desk::{Desk, use_desk};
use crate::app::story::{Look, visit_words};
use crate::domain::id::{StaffId, VisitId};
use crate::domain::visit::{Visit, VisitField, VisitKey, VisitKind};
use crate::i18n::Named;
use crate::ui::part::{conflict_cards, live};
use leptos::prelude::*;

/// What two devices say differently of a visit, each settled by one press.
#[component]
pub(super) fn Conflicts(
    /// Which visit.
    id: VisitId,
    /// What it is now.
    visit: Memo<Option<Visit>>,
) -> impl IntoView {
    let desk = use_desk();
    let keep = Callback::new(move |field: VisitField| {
        if let Some(now) = visit.get_untracked() {
            desk.save(set::<VisitKind>(&desk.pen(), id.as_str(), &now, vec![field]));
        }
    });
    let cards = live(move || {
        let conflicts = visit.with(|visit| visit.as_ref().map(|visit| visit.fields.conflicts()))?;
        let name = |key: &VisitKey| key.name(desk.t()).to_owned();
        Some(conflict_cards(desk, conflicts, name, |field| words(desk, field), keep))
    });
    view! { <div class="conflicts">{cards}</div> }.into_any()
}

/// A value in words.
fn words(desk: Desk, field: &VisitField) -> String {
    let staff = |id: &StaffId| Some(desk.staff_name(id.as_str())).filter(|name| !name.is_empty());
    visit_words(
        &Look {
            lang: desk.lang.get(),
            now: desk.now.get_untracked(),
            zone: desk.zone(),
            process: None,
            process_at: &|_| None,
            staff: &staff,
            customer: &|_| None,
            asset: &|_| None,
            case: &|_| None,
        },
        field,
    )
}
