use crate::app::desk::Desk;
use crate::domain::blueprint::{Cell, Column, blueprint};
use crate::domain::case::{Case, StageState};
use crate::domain::process::{Lane, Process};
use crate::i18n::Named;
use crate::ui::part::{Glyph, Icon, Text, label, said};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The blueprint of a process as a table: stages as columns, lanes as rows, the two lines
/// between the rows. With a case it says where that stands and what is done. Where it is wider
/// than the screen it scrolls, and the names of the lanes stay.
pub(crate) fn blueprint_view(desk: Desk, process: &'static Process, case: Option<&Case>) -> AnyView {
    let columns = blueprint(process, case);
    let count = columns.len().to_string();
    let width = (columns.len() + 1).to_string();
    let heads: Vec<_> = columns.iter().zip(1..).map(|(column, number)| head(desk, column, number)).collect();
    let rows: Vec<_> = Lane::ALL
        .into_iter()
        .enumerate()
        .map(|(lane, name)| {
            let cells: Vec<_> = columns.iter().map(|column| cell(desk, column, lane)).collect();
            let line: Option<Text> = match name {
                Lane::Customer => Some(|t| t.process().line_interaction),
                Lane::Frontstage => Some(|t| t.process().line_visibility),
                Lane::Backstage => None,
            };
            let line = line.map(|line| {
                view! {
                    <tr class="bp-line">
                        <th scope="rowgroup" colspan=width.clone()><span>{said(line)}</span></th>
                    </tr>
                }
            });
            view! {
                <tr class="bp-lane"><th scope="row">{name.name(desk.t())}</th>{cells}</tr>
                {line}
            }
        })
        .collect();
    if case.is_some() {
        request_animation_frame(show_current);
    }
    view! {
        <div class="bp-frame" role="region" tabindex="0" aria-label=label(|t| t.process().blueprint)>
            <table class="bp" style=("--stages", count)>
                <thead>
                    <tr><th scope="col"><span class="visually-hidden">{said(|t| t.process().lane)}</span></th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Scrolls sideways to where the case stands, beside the names of the lanes.
fn show_current() {
    let find = |selector: &str| {
        let found = document().query_selector(selector).ok().flatten();
        found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    };
    let (frame, lane) = (find(".bp-frame"), find(".bp-lane > th"));
    if let (Some(frame), Some(lane), Some(here)) = (frame, lane, find(".bp-stage.current")) {
        frame.set_scroll_left(here.offset_left() - lane.offset_width());
    }
}

fn head(desk: Desk, column: &Column<'static>, number: usize) -> AnyView {
    let t = desk.t().process();
    let (class, word) = match column.state {
        None => ("bp-stage", None),
        Some(StageState::Current) => ("bp-stage current", Some((t.here, Glyph::Forward))),
        Some(StageState::Done) => ("bp-stage done", Some((t.stage_done, Glyph::Check))),
        Some(StageState::Skipped) => ("bp-stage skipped", Some((t.stage_skipped, Glyph::Warning))),
        Some(StageState::Ahead) => ("bp-stage ahead", None),
    };
    let current = (column.state == Some(StageState::Current)).then_some("step");
    let word = word.map(|(word, glyph)| view! { <span class="bp-state"><Icon glyph=glyph/>{word}</span> });
    view! {
        <th scope="col" class=class aria-current=current>
            <span class="bp-name"><span class="figure">{number}</span>" "{column.stage.name.clone()}</span>
            {word}
        </th>
    }
    .into_any()
}

fn cell(desk: Desk, column: &Column<'static>, lane: usize) -> AnyView {
    let cells = column.lanes.get(lane).map(Vec::as_slice).unwrap_or_default();
    let class = if column.state == Some(StageState::Current) { "current" } else { "" };
    if cells.is_empty() {
        let nothing = desk.t().process().lane_nothing;
        return view! { <td class=class><span class="visually-hidden">{nothing}</span></td> }.into_any();
    }
    let tasks: Vec<_> = cells.iter().map(|cell| task(desk, *cell)).collect();
    view! { <td class=class><ul>{tasks}</ul></td> }.into_any()
}

fn task(desk: Desk, cell: Cell<'static>) -> AnyView {
    let done = cell.done.then(|| {
        let word = desk.t().process().task_done;
        view! { <Icon glyph=Glyph::Check/><span class="visually-hidden">{word}</span> }
    });
    view! { <li class="bp-task" class:done=cell.done>{done}<span>{cell.task.text.clone()}</span></li> }
        .into_any()
}
