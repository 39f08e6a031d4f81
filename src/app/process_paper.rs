//! What the poster and the blank checklist of a process say.

use crate::domain::blueprint::blueprint;
use crate::domain::case::{Case, StageState};
use crate::domain::document::Document;
use crate::domain::lang::Lang;
use crate::domain::process::{Process, Stage};
use crate::domain::shop::Shop;
use crate::paper::{
    self, BlueprintFacts, BlueprintStage, ChecklistFacts, ChecklistStage, ChecklistTask, PaperHead, ShopFace,
    Subject,
};

fn head(shop: &Shop, lang: Lang) -> PaperHead {
    PaperHead { shop: ShopFace::of(shop), lang, number: String::new(), revision: 1, date: None }
}

/// The process as a poster; with a case, where it stands.
#[must_use]
pub fn poster(process: &Process, case: Option<&Case>, shop: &Shop, lang: Lang) -> Document {
    let stages = blueprint(process, case).into_iter().map(|column| BlueprintStage {
        name: column.stage.name.clone(),
        current: column.state == Some(StageState::Current),
        tasks: column.lanes.map(|cells| cells.iter().map(|cell| cell.task.text.clone()).collect()),
    });
    let facts = BlueprintFacts {
        process: process.name.clone(),
        about: process.about.clone(),
        stages: stages.collect(),
    };
    paper::blueprint(&facts, &head(shop, lang))
}

/// The checklist of a process, to be ticked by hand.
#[must_use]
pub fn blank_checklist(process: &Process, shop: &Shop, lang: Lang) -> Document {
    let stage = |stage: &Stage| ChecklistStage {
        name: stage.name.clone(),
        tasks: stage
            .tasks
            .iter()
            .map(|task| ChecklistTask {
                text: task.text.clone(),
                hint: task.hint.clone(),
                optional: !task.required,
            })
            .collect(),
    };
    let facts = ChecklistFacts {
        process: process.name.clone(),
        subject: Subject::default(),
        stages: process.stages.iter().map(stage).collect(),
    };
    paper::checklist(&facts, &head(shop, lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::processes;
    use crate::domain::document::Block;
    use crate::domain::shop::ShopKind;
    use crate::journal::Journal;

    #[test]
    fn every_task_of_every_process_is_on_both_papers() {
        let shop = Shop::of(&Journal::<ShopKind>::new());
        for process in processes(Lang::En) {
            let tasks: Vec<&String> =
                process.stages.iter().flat_map(|stage| &stage.tasks).map(|task| &task.text).collect();
            let poster = poster(process, None, &shop, Lang::En);
            let drawn = poster.blocks.iter().filter_map(|block| match block {
                Block::Lanes(lanes) => Some(lanes),
                _ => None,
            });
            let drawn = drawn.flat_map(|lanes| &lanes.stages).flat_map(|stage| stage.tasks.iter().flatten());
            assert_eq!(drawn.count(), tasks.len(), "{}", process.name);
            let checklist = blank_checklist(process, &shop, Lang::En);
            let boxes = checklist.blocks.iter().filter(|block| matches!(block, Block::Check { .. }));
            assert_eq!(boxes.count(), tasks.len(), "{}", process.name);
        }
    }
}
