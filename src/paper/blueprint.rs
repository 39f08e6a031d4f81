use super::writer::{PaperHead, Writer};
use crate::domain::document::{Block, Document, LaneStage, Lanes};
use crate::domain::paper_kind::PaperKind;

/// The most stages that stand side by side.
const MOST: usize = 7;

/// What the poster of a process shows.
#[derive(Clone, Debug, Default)]
pub struct BlueprintFacts {
    /// What the process is called.
    pub process: String,
    /// When it is followed.
    pub about: String,
    /// Its stages.
    pub stages: Vec<BlueprintStage>,
}

/// A stage on the poster.
#[derive(Clone, Debug, Default)]
pub struct BlueprintStage {
    /// What it is called.
    pub name: String,
    /// Whether the case is there.
    pub current: bool,
    /// What is done by the customer, before the customer's eyes, and out of sight.
    pub tasks: [Vec<String>; 3],
}

/// The process as a poster: stages as columns, three lanes, the line of interaction and the
/// line of visibility. More stages than stand side by side go on below, evenly.
#[must_use]
pub fn blueprint(facts: &BlueprintFacts, head: &PaperHead) -> Document {
    let t = head.texts();
    let title = match facts.process.trim() {
        "" => t.blueprint_title_bare.to_owned(),
        process => t.blueprint_title(&process),
    };
    let mut w = Writer::new(head, &title);
    w.text(&facts.about);
    let stages: Vec<_> = (1..)
        .zip(&facts.stages)
        .map(|(number, stage)| LaneStage {
            name: format!("{number} {}", stage.name.trim()).trim_end().to_owned(),
            mark: if stage.current { t.blueprint_current } else { "" }.to_owned(),
            tasks: stage.tasks.clone(),
        })
        .collect();
    let rows = stages.len().div_ceil(MOST).max(1);
    for stages in stages.chunks(stages.len().div_ceil(rows).max(1)) {
        w.push(Block::Lanes(Lanes {
            names: [t.blueprint_customer, t.blueprint_frontstage, t.blueprint_backstage].map(str::to_owned),
            lines: [t.blueprint_interaction, t.blueprint_visibility].map(str::to_owned),
            stages: stages.to_vec(),
        }));
    }
    w.finish(PaperKind::Blueprint)
}
