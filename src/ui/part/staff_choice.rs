use crate::app::desk::use_desk;
use crate::domain::id::StaffId;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The people of the shop, of whom any number may be chosen.
#[component]
pub(crate) fn StaffChoice(
    /// What they are chosen for.
    #[prop(into)]
    label: Signal<String>,
    /// Who is chosen.
    #[prop(into)]
    chosen: Signal<BTreeSet<StaffId>>,
    /// Called with those who shall be.
    #[prop(into)]
    on_choose: Callback<BTreeSet<StaffId>>,
) -> impl IntoView {
    let desk = use_desk();
    let people = Memo::new(move |_| {
        let working = |(id, staff): (StaffId, crate::domain::staff::Staff)| {
            let here = staff.active() != Some(&false) || chosen.with(|chosen| chosen.contains(&id));
            here.then(|| (id, staff.name().cloned().unwrap_or_default()))
        };
        desk.staff().into_iter().filter_map(working).collect::<Vec<_>>()
    });
    let each = move |(id, name): (StaffId, String)| {
        let here = id.clone();
        let turn = move |_| {
            let mut all = chosen.get_untracked();
            if !all.remove(&id) {
                all.insert(id.clone());
            }
            on_choose.run(all);
        };
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&here))
                    on:change=turn
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field choices">
            <legend class="label">{move || label.get()}</legend>
            <div class="choice-row">{move || people.get().into_iter().map(each).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
