use super::card::focus;
use crate::app::command::{self, StageError};
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::{Case, CaseKind, Progress};
use crate::domain::id::{CaseId, StageId};
use crate::domain::record::{RecordKey, RecordKind};
use crate::journal::Folded;
use crate::search::board::Board;
use crate::ui::page::case::left_open;
use crate::ui::part::{ReasonDialog, label};
use leptos::prelude::*;

/// A case, the stage it shall go to, and the required tasks that would stay open.
#[derive(Clone, PartialEq)]
struct Wish {
    case: CaseId,
    stage: StageId,
    left_open: Vec<String>,
}

/// Moves cases from stage to stage, and asks for the reason where one is needed.
#[derive(Clone, Copy)]
pub(super) struct Mover {
    wish: RwSignal<Option<Wish>>,
    asking: RwSignal<bool>,
    /// The case that was moved last and its stage, until the board shows it there.
    moved: RwSignal<Option<(String, String)>>,
}

impl Mover {
    pub(super) fn new() -> Self {
        Self { wish: RwSignal::new(None), asking: RwSignal::new(false), moved: RwSignal::new(None) }
    }

    /// Moves a case, or asks why first.
    pub(super) fn go(self, desk: Desk, case: &str, stage: &str) {
        let (Some(case), Some(stage)) = (CaseId::parse(case), StageId::parse(stage)) else { return };
        leptos::task::spawn_local(async move {
            let key = RecordKey::new(RecordKind::Case, case.as_str());
            desk.load(vec![key]).await;
            self.try_now(desk, Wish { case, stage, left_open: Vec::new() }, "");
        });
    }

    fn try_now(self, desk: Desk, wish: Wish, reason: &str) {
        let now: Case = desk
            .records
            .with_untracked(|records| Folded::of(&records.journal::<CaseKind>(wish.case.as_str())));
        let lang = desk.lang.get_untracked();
        let Some(process) = now.process().and_then(|at| untrack(|| desk.process(lang, at))) else { return };
        let visits = desk.index.with_untracked(|index| index.visits_agreed(wish.case.as_str()));
        let progress = Progress::of(&now, process).with_visits(visits);
        match command::move_to_stage(&desk.pen(), &wish.case, &progress, &wish.stage, reason) {
            Ok(records) => {
                desk.save(records);
                let name = process.stages.iter().find(|stage| stage.id == wish.stage);
                let name = name.map_or("", |stage| &stage.name);
                desk.say(untrack(|| desk.t()).case().moved(&name), Some(wish.case.clone()));
                self.asking.set(false);
                self.moved.set(Some((wish.case.to_string(), wish.stage.to_string())));
            }
            Err(StageError::NoSuchStage) => {}
            Err(
                StageError::OpenTasks(_)
                | StageError::NotReviewed(_)
                | StageError::UnfinishedChanges(_)
                | StageError::BackWithoutReason,
            ) => {
                let left_open = left_open(untrack(|| desk.t()), &progress, Some(&wish.stage));
                self.wish.set(Some(Wish { left_open, ..wish }));
                self.asking.set(true);
            }
        }
    }

    /// Puts the cursor back on a case once the board shows it where it was moved to: each change
    /// draws the cards anew.
    pub(super) fn follow(self, board: Memo<Option<Board>>) {
        Effect::new(move |_| {
            let Some((case, stage)) = self.moved.get() else { return };
            let there = board.with(|board| {
                let board = board.as_ref()?;
                let (column, _) = board.place_of(&case)?;
                board.columns.get(column).map(|column| column.stage == stage)
            });
            if there == Some(true) {
                self.moved.set(None);
                request_animation_frame(move || focus(&case));
            }
        });
    }

    /// The question for the reason.
    pub(super) fn dialog(self) -> AnyView {
        let desk = use_desk();
        let on_reason = move |reason: String| {
            if let Some(wish) = self.wish.get_untracked() {
                self.try_now(desk, wish, &reason);
            }
        };
        let left_open = move || self.wish.with(|wish| wish.as_ref().map(|wish| wish.left_open.clone()));
        view! {
            <ReasonDialog
                title=label(|t| t.case().why)
                open=self.asking
                left_open=Signal::derive(move || left_open().unwrap_or_default())
                on_reason=on_reason
            />
        }
        .into_any()
    }
}
