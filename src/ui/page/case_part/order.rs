use super::Shown;
use crate::app::command::move_item;
use crate::app::desk::use_desk;
use crate::domain::case::CaseItemKey;
use crate::domain::custom_process::Towards;
use crate::ui::part::focus_moved;
use leptos::prelude::*;

/// The place of one of several things of a case among the others, and its way up and down.
#[derive(Clone, Copy)]
pub(super) struct Order {
    /// Whether it can go up.
    pub(super) can_up: Signal<bool>,
    /// Whether it can go down.
    pub(super) can_down: Signal<bool>,
    /// Moves it; the focus goes with it.
    pub(super) go: Callback<Towards>,
}

impl Order {
    /// The order of what is on the page under `element`, among those that `among` gives.
    pub(super) fn of(
        shown: StoredValue<Shown>,
        element: String,
        key: CaseItemKey,
        among: Signal<Vec<CaseItemKey>>,
    ) -> Self {
        let desk = use_desk();
        let key = StoredValue::new(key);
        let can = move |towards: Towards| {
            let can = Memo::new(move |_| {
                among.with(|among| {
                    let here = key.with_value(|key| among.iter().position(|each| each == key));
                    here.is_some_and(|here| towards.beside(here, among.len()).is_some())
                })
            });
            Signal::from(can)
        };
        let go = Callback::new(move |towards: Towards| {
            let shown = shown.get_value();
            let (case, among) = (shown.case_untracked(), among.get_untracked());
            let records = key.with_value(|key| move_item(&desk.pen(), &shown.id, &case, among, key, towards));
            if !records.0.is_empty() {
                desk.save(records);
                focus_moved(&element);
            }
        });
        Self { can_up: can(Towards::Start), can_down: can(Towards::End), go }
    }
}
