//! A process with its lanes, on a paper.

use super::read_text;
use crate::archive::at::{At, Read};
use crate::archive::json::Json;
use crate::domain::document::{LaneStage, Lanes};
use crate::domain::text::MAX_TEXT;

const LANES: [&str; 3] = ["customer", "frontstage", "backstage"];
const LINES: [&str; 2] = ["interaction", "visibility"];

/// The block, whose kind was read already.
pub(super) fn read_lanes(at: &At<'_>) -> Read<Lanes> {
    let [_, names, lines, stages] = at.object(["kind", "names", "lines", "stages"])?;
    let [customer, frontstage, backstage] = names.object(LANES)?;
    let [interaction, visibility] = lines.object(LINES)?;
    Ok(Lanes {
        names: [read_text(&customer)?, read_text(&frontstage)?, read_text(&backstage)?],
        lines: [read_text(&interaction)?, read_text(&visibility)?],
        stages: stages.list(read_stage)?,
    })
}

fn read_stage(at: &At<'_>) -> Read<LaneStage> {
    let [name, mark, tasks] = at.object(["name", "mark", "tasks"])?;
    let [customer, frontstage, backstage] = tasks.object(LANES)?;
    Ok(LaneStage {
        name: name.text(MAX_TEXT)?,
        mark: mark.text(MAX_TEXT)?,
        tasks: [customer.list(read_text)?, frontstage.list(read_text)?, backstage.list(read_text)?],
    })
}

/// The block as it is written.
pub(super) fn write_lanes(lanes: &Lanes) -> Json<'_> {
    Json::object([
        ("kind", "lanes".into()),
        ("names", by_lane(&lanes.names, Json::from)),
        ("lines", {
            let [interaction, visibility] = &lanes.lines;
            Json::object([(LINES[0], interaction.into()), (LINES[1], visibility.into())])
        }),
        ("stages", Json::list(&lanes.stages, write_stage)),
    ])
}

fn write_stage(stage: &LaneStage) -> Json<'_> {
    Json::object([
        ("name", (&stage.name).into()),
        ("mark", (&stage.mark).into()),
        ("tasks", by_lane(&stage.tasks, |tasks| Json::list(tasks, Json::from))),
    ])
}

fn by_lane<'a, T>(values: &'a [T; 3], write: impl Fn(&'a T) -> Json<'a>) -> Json<'a> {
    let [customer, frontstage, backstage] = values;
    Json::object([(LANES[0], write(customer)), (LANES[1], write(frontstage)), (LANES[2], write(backstage))])
}
