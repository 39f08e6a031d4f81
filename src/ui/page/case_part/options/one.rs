use crate::app::command::{QuoteError, put_solution};
use crate::app::desk::Desk;
use crate::domain::id::SolutionId;
use crate::domain::quote::Solution;
use crate::ui::page::case::Shown;
use leptos::prelude::*;

/// One option of the case in view.
#[derive(Clone, Copy)]
pub(super) struct One {
    pub(super) desk: Desk,
    pub(super) shown: StoredValue<Shown>,
    pub(super) id: StoredValue<SolutionId>,
    now: Memo<Option<Solution>>,
}

impl One {
    pub(super) fn of(desk: Desk, shown: StoredValue<Shown>, id: SolutionId) -> Self {
        let id = StoredValue::new(id);
        let now = Memo::new(move |_| {
            shown.with_value(|shown| shown.read(|case| id.with_value(|id| case.solution(id).cloned())))
        });
        Self { desk, shown, id, now }
    }

    /// Reads something of the option; a default once it was removed. Follows changes.
    pub(super) fn read<T: Default>(self, read: impl FnOnce(&Solution) -> T) -> T {
        self.now.with(|now| now.as_ref().map(read)).unwrap_or_default()
    }

    /// Keeps the option with something changed.
    pub(super) fn change(self, change: impl FnOnce(&mut Solution)) -> Result<(), QuoteError> {
        let Some(mut solution) = self.now.get_untracked() else { return Err(QuoteError::NoSuchSolution) };
        change(&mut solution);
        let shown = self.shown.get_value();
        let case = shown.case_untracked();
        let pen = self.desk.pen();
        self.desk.save(put_solution(&pen, &shown.id, &case, &self.id.get_value(), solution)?);
        Ok(())
    }
}
