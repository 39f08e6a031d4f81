use super::{ChoiceOption, Select};
use crate::app::desk::use_desk;
use crate::domain::id::StaffId;
use leptos::prelude::*;

/// The people of the shop, of whom one is chosen.
#[component]
pub(crate) fn StaffSelect(
    /// What they are chosen for.
    #[prop(into)]
    label: Signal<String>,
    /// The id of who is chosen; empty while nobody is.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let people = move || {
        let working = |(id, staff): (StaffId, crate::domain::staff::Staff)| {
            let here = staff.active() != Some(&false) || value.with(|value| value == id.as_str());
            here.then(|| ChoiceOption::new(id.as_str(), staff.name().cloned().unwrap_or_default()))
        };
        let nobody = ChoiceOption::new("", desk.t().job().choose);
        std::iter::once(nobody).chain(desk.staff().into_iter().filter_map(working)).collect::<Vec<_>>()
    };
    view! {
        <Select
            label=label
            options=Signal::derive(people)
            value=value
            on_choose=move |id: String| value.set(id)
            error=error
        />
    }
    .into_any()
}
