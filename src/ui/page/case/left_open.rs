use crate::catalog;
use crate::domain::case::Progress;
use crate::domain::id::StageId;
use crate::domain::lang::Lang;
use crate::i18n::Texts;

/// What would stay open if a case went on to a stage, or were closed: tasks, then
/// reviews, then changes.
pub(crate) fn left_open(t: &'static Texts, progress: &Progress, to: Option<&StageId>) -> Vec<String> {
    let (tasks, reviews) = match to {
        Some(to) => (progress.open_before(to), progress.unreviewed_before(to)),
        None => (progress.open_to_the_end(), progress.unreviewed_to_the_end()),
    };
    let tasks = tasks.into_iter().map(|task| task.text.clone());
    let reviews = reviews.into_iter().map(|stage| t.review().lacks(&stage.name));
    // A change that was confirmed is part of what was agreed. Its tasks are not named here, so
    // that any language serves.
    let process = catalog::change_process(Lang::En).filter(|_| to.is_none());
    let changes = process.map(|process| progress.case().unfinished_changes(process));
    let changes = changes.into_iter().flatten().map(|change| t.change().left_open(&change.what));
    tasks.chain(reviews).chain(changes).collect()
}
