use crate::app::desk::{Desk, use_desk};
use crate::app::import::Offer;
use crate::i18n::sheet_words::row_fault;
use leptos::prelude::*;
use std::sync::Arc;

/// The most rows that are listed of one sort.
const MOST: usize = 200;

/// The rows of a table of which something is to be said: line by line.
#[component]
pub(in crate::ui::page::data) fn RowsTold(offer: Arc<Offer>) -> impl IntoView {
    let desk = use_desk();
    let rows = &offer.rows;
    let same = rows.same.iter().take(MOST).cloned().map(|(line, title, earlier)| {
        let words = Signal::derive(move || match earlier {
            Some(earlier) => desk.t().import().row_same_line(&title, &earlier),
            None => desk.t().import().row_same(&title),
        });
        (line, words)
    });
    let faults = |faults: &[(usize, _)]| {
        let row = |(line, fault): &(usize, crate::archive::tables::RowFault)| {
            let fault = fault.clone();
            (*line, Signal::derive(move || row_fault(desk.t(), &fault)))
        };
        faults.iter().take(MOST).map(row).collect::<Vec<_>>()
    };
    view! {
        {group(desk, rows.problems.len(), |desk, count| desk.t().import().rows_problem(&count), faults(&rows.problems), true)}
        {group(desk, rows.same.len(), |desk, count| desk.t().import().rows_same(&count), same.collect(), false)}
        {group(desk, rows.remarks.len(), |desk, count| desk.t().import().rows_remark(&count), faults(&rows.remarks), false)}
    }
    .into_any()
}

fn group(
    desk: Desk,
    count: usize,
    name: fn(Desk, usize) -> String,
    rows: Vec<(usize, Signal<String>)>,
    open: bool,
) -> AnyView {
    if count == 0 {
        return ().into_any();
    }
    let more = count.saturating_sub(rows.len());
    let row = |(line, words): (usize, Signal<String>)| {
        view! {
            <li>
                <span class="small">{move || desk.t().import().row_line(&line)}</span>
                <span>{words}</span>
            </li>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <details class="disclosure plan-group" open=open>
            <summary>{move || name(desk, count)}</summary>
            <ul class="refused">{rows}</ul>
            {(more > 0).then(|| view! { <p class="hint">{move || desk.t().data().more(&more)}</p> })}
        </details>
    }
    .into_any()
}
