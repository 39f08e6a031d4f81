use super::shop::set;
use crate::app::desk::use_desk;
use crate::domain::case::Urgency;
use crate::domain::needs::{Extent, Priority, PriorityMatrix, priority};
use crate::domain::shop::{Shop, ShopField};
use crate::i18n::Named;
use crate::ui::part::{Button, live, said};
use leptos::prelude::*;

/// What comes first: a priority for each urgency and extent.
#[component]
pub(super) fn ShopPriorities(
    /// The shop as it is now.
    shop: Memo<Shop>,
) -> impl IntoView {
    let desk = use_desk();
    let matrix = Memo::new(move |_| shop.with(Shop::priorities));
    let keep = move |matrix: PriorityMatrix| {
        set(desk, shop, ShopField::PriorityMatrix(matrix));
    };
    let column = move |extent: Extent| {
        view! { <th scope="col">{move || extent.name(desk.t())}</th> }
    };
    let row = move |urgency: Urgency| {
        let cell = move |extent: Extent| {
            let value = Memo::new(move |_| matrix.with(|matrix| priority(urgency, extent, matrix)));
            let choose = move |chosen: Priority| keep(matrix.get_untracked().with(urgency, extent, chosen));
            view! {
                <td>
                    <span class="matrix-extent" aria-hidden="true">{move || extent.name(desk.t())}</span>
                    <PrioritySelect urgency=urgency extent=extent value=value on_choose=choose/>
                </td>
            }
        };
        view! {
            <tr>
                <th scope="row">{move || urgency.name(desk.t())}</th>
                {Extent::ALL.map(cell).into_iter().collect::<Vec<_>>()}
            </tr>
        }
    };
    let usual = live(move || {
        (matrix.get() != PriorityMatrix::default()).then(|| {
            let back = move |()| keep(PriorityMatrix::default());
            view! { <Button label=|t| t.needs().matrix_usual class="btn btn-quiet" on_press=back/> }
        })
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.names().shop_priority_matrix)}</h2>
            <p class="muted">{said(|t| t.needs().matrix_text)}</p>
            <details class="disclosure">
                <summary>{said(|t| t.needs().matrix_change)}</summary>
                <table class="matrix">
                    <thead>
                        <tr>
                            <td>{said(|t| t.needs().matrix_corner)}</td>
                            {Extent::ALL.map(column).into_iter().collect::<Vec<_>>()}
                        </tr>
                    </thead>
                    <tbody>{Urgency::ALL.map(row).into_iter().collect::<Vec<_>>()}</tbody>
                </table>
                {usual}
            </details>
        </section>
    }
    .into_any()
}

/// A cell of the matrix.
#[component]
fn PrioritySelect(
    /// How urgent.
    urgency: Urgency,
    /// How wide.
    extent: Extent,
    /// The priority that holds.
    value: Memo<Priority>,
    /// Called with the one that shall.
    #[prop(into)]
    on_choose: Callback<Priority>,
) -> impl IntoView {
    let desk = use_desk();
    let name = move || desk.t().needs().matrix_cell(&urgency.name(desk.t()), &extent.name(desk.t()));
    let options = move || {
        let option = |priority: Priority| {
            let chosen = value.get() == priority;
            view! {
                <option value=(priority as usize).to_string() selected=chosen>{priority.name(desk.t())}</option>
            }
        };
        Priority::ALL.map(option).into_iter().collect::<Vec<_>>()
    };
    let choose = move |event: leptos::ev::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        if let Some(priority) = at.and_then(|at| Priority::ALL.get(at)) {
            on_choose.run(*priority);
        }
    };
    view! {
        <select
            class="input"
            class:matrix-top=move || value.get() == Priority::Top
            aria-label=name
            prop:value=move || (value.get() as usize).to_string()
            on:change=choose
        >
            {options}
        </select>
    }
    .into_any()
}
