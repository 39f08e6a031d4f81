use crate::domain::case::Progress;
use crate::domain::id::StageId;
use crate::i18n::Texts;

/// What would stay open if a case went on to a stage, or were closed: tasks, then reviews.
pub(crate) fn left_open(t: &'static Texts, progress: &Progress, to: Option<&StageId>) -> Vec<String> {
    let (tasks, reviews) = match to {
        Some(to) => (progress.open_before(to), progress.unreviewed_before(to)),
        None => (progress.open_to_the_end(), progress.unreviewed_to_the_end()),
    };
    let tasks = tasks.into_iter().map(|task| task.text.clone());
    tasks.chain(reviews.into_iter().map(|stage| t.review().lacks(&stage.name))).collect()
}
