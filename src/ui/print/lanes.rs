use crate::domain::document::{LaneStage, Lanes};
use leptos::prelude::*;

/// A process as columns of stages that cross three lanes, with the two lines between them. It
/// is a table to whoever hears it.
pub(super) fn lanes(lanes: &Lanes) -> AnyView {
    let heads: Vec<_> = lanes.stages.iter().map(head).collect();
    let [interaction, visibility] = &lanes.lines;
    let rows: Vec<_> = lanes
        .names
        .iter()
        .zip([Some(interaction), Some(visibility), None])
        .enumerate()
        .map(|(lane, (name, line))| {
            let cells: Vec<_> = lanes.stages.iter().map(|stage| cell(stage, lane)).collect();
            let line = line.map(|line| view! { <p class="lane-line"><span>{line.clone()}</span></p> });
            view! {
                <div role="row" class="lane">
                    <span role="rowheader" class="lane-name">{name.clone()}</span>
                    {cells}
                </div>
                {line}
            }
        })
        .collect();
    let count = lanes.stages.len().to_string();
    view! {
        <div role="table" class="block lanes" style=("--stages", count)>
            <div role="row" class="lane lane-heads">
                <span role="columnheader" class="lane-name"></span>
                {heads}
            </div>
            {rows}
        </div>
    }
    .into_any()
}

fn head(stage: &LaneStage) -> AnyView {
    let marked = !stage.mark.is_empty();
    let mark = marked.then(|| view! { <span class="lane-mark">{stage.mark.clone()}</span> });
    view! {
        <span role="columnheader" class="lane-stage" data-marked=marked.then_some("")>
            {stage.name.clone()}
            {mark}
        </span>
    }
    .into_any()
}

fn cell(stage: &LaneStage, lane: usize) -> AnyView {
    let tasks = stage.tasks.get(lane).map(Vec::as_slice).unwrap_or_default();
    let tasks: Vec<_> =
        tasks.iter().map(|task| view! { <span class="lane-task">{task.clone()}</span> }).collect();
    view! { <span role="cell" class="lane-cell">{tasks}</span> }.into_any()
}
