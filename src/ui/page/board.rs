//! The cases as columns, a stage each.

mod card;
mod moving;

use super::cases::{Filters, Views};
use crate::app::desk::use_desk;
use crate::app::lists::use_day;
use crate::search::board::{Board as Columns, Column, board};
use crate::ui::part::{Empty, label, said, use_staff_names};
use crate::ui::route::Route;
use card::Cards;
use leptos::prelude::*;
use moving::Mover;

/// Where the open cases stand, to be moved by hand: with the mouse, with buttons, with keys.
#[component]
pub(crate) fn Board() -> impl IntoView {
    let desk = use_desk();
    let day = use_day();
    let shown = Memo::new(move |_| {
        let faces = desk.process_faces();
        desk.lists.cases.with(|query| desk.index.with(|index| board(index, query, day.get(), &faces)))
    });
    desk.read_processes();
    let mover = Mover::new();
    mover.follow(shown);
    let cards = Cards { desk, staff: use_staff_names(), board: shown, mover };
    let process = move || shown.with(|board| board.as_ref().map(|board| board.process.name));
    let none = Memo::new(move |_| {
        shown.with(|board| {
            board.as_ref().is_none_or(|board| board.columns.iter().all(|column| column.count == 0))
        })
    });
    let nothing = move || {
        none.get().then(|| {
            view! {
                <Empty
                    text=label(|t| t.cases().none_found)
                    action=(Route::Cases.href(), label(|t| t.today().see_cases))
                />
            }
        })
    };
    let columns = move || {
        let Some(Columns { columns, .. }) = shown.get() else { return ().into_any() };
        let columns: Vec<_> = columns.into_iter().map(|column| column_view(cards, column)).collect();
        view! { <div class="board" on:keydown=move |event| cards.on_key(&event)>{columns}</div> }.into_any()
    };
    view! {
        <div class="page board-page">
            <div class="page-head"><h1>{said(|t| t.common().cases)}</h1> <Views/></div>
            <Filters/>
            <div class="board-head">
                <h2>{process}</h2>
                <p class="hint">{said(|t| t.board().hint)}</p>
            </div>
            {nothing}
            {columns}
            {mover.dialog()}
        </div>
    }
    .into_any()
}

fn column_view(cards: Cards, column: Column) -> AnyView {
    let Column { stage, name, cases, count } = column;
    let more = count.saturating_sub(cases.len());
    let desk = cards.desk;
    let rest = (more > 0).then(|| {
        view! { <p class="hint">{Signal::derive(move || desk.t().board().more(&more))}</p> }
    });
    let rows: Vec<_> = cases.into_iter().map(|id| cards.card(id)).collect();
    let over = RwSignal::new(false);
    view! {
        <section
            class="board-column"
            class:board-over=over
            aria-label=name
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                over.set(false);
                cards.drop_on(&event, stage);
            }
        >
            <h3>{name} " " <span class="pile-count figure">{count}</span></h3>
            <ul>{rows}</ul>
            {rest}
        </section>
    }
    .into_any()
}
