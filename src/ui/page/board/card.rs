use super::moving::Mover;
use crate::app::desk::Desk;
use crate::domain::case::Urgency;
use crate::i18n::Named;
use crate::platform;
use crate::search::board::Board;
use crate::ui::part::{Glyph, Icon, StaffNames, TimeText, due_mark};
use crate::ui::route::Route;
use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What begins the id of a card's element; the case's id follows.
const CARD: &str = "card-";

/// What the cards of a board share.
#[derive(Clone, Copy)]
pub(super) struct Cards {
    pub(super) desk: Desk,
    pub(super) staff: StaffNames,
    pub(super) board: Memo<Option<Board>>,
    pub(super) mover: Mover,
}

impl Cards {
    /// A case, as a link to it, with a way one stage back and one on.
    pub(super) fn card(self, id: String) -> AnyView {
        let (desk, staff) = (self.desk, self.staff);
        let words = {
            let id = id.clone();
            move || {
                let t = desk.t();
                desk.index.with(|index| {
                    let case = index.cases.get(&id)?;
                    let customer = index.customer_name(&case.customer).to_owned();
                    let who = staff.with(|staff| staff.get(&case.assignee).cloned());
                    let who = who.unwrap_or_else(|| t.common().nobody.to_owned());
                    let urgent = (case.urgency() >= Urgency::High).then(|| {
                        view! { <span class="tag tag-warn"><Icon glyph=Glyph::Flag/>{case.urgency().name(t)}</span> }
                    });
                    Some(view! {
                        <span class="board-line"><span class="figure">{case.number.clone()}</span> {urgent}</span>
                        <span class="row-customer">{customer}</span>
                        <span class="board-title">{case.title.clone()}</span>
                        <span class="board-line">{due_mark(desk, index, case, true)}</span>
                        <span class="board-line muted small"><span>{who}</span> <TimeText at=case.touched/></span>
                    })
                })
            }
        };
        let carried = id.clone();
        let carry = move |event: DragEvent| {
            if let Some(data) = event.data_transfer() {
                let _ = data.set_data("text/plain", &carried);
            }
        };
        view! {
            <li class="board-card" draggable="true" on:dragstart=carry>
                <a id=format!("{CARD}{id}") class="board-link" href=Route::Case(id.clone()).href()>{words}</a>
                <div class="board-moves">
                    {self.step(id.clone(), -1, Glyph::Back)}
                    {self.step(id, 1, Glyph::Forward)}
                </div>
            </li>
        }
        .into_any()
    }

    /// A button that moves a case to the stage beside its own, where there is one.
    fn step(self, id: String, by: isize, glyph: Glyph) -> Option<AnyView> {
        let (stage, name) = self.stage_beside(&id, by)?;
        let desk = self.desk;
        let number = desk.index.with_untracked(|index| index.cases.get(&id).map(|case| case.number.clone()));
        let number = number.unwrap_or_default();
        let label = move || desk.t().board().move_to(&number, &name);
        let class = if by > 0 { "btn btn-icon btn-quiet board-on" } else { "btn btn-icon btn-quiet" };
        let press = move |_| self.mover.go(desk, &id, stage);
        Some(
            view! {
                <button type="button" class=class aria-label=label on:click=press>
                    <Icon glyph=glyph/>
                </button>
            }
            .into_any(),
        )
    }

    fn stage_beside(self, id: &str, by: isize) -> Option<(&'static str, &'static str)> {
        self.board.with_untracked(|board| {
            let board = board.as_ref()?;
            let (column, _) = board.place_of(id)?;
            let column = board.columns.get(column.checked_add_signed(by)?)?;
            Some((column.stage, column.name))
        })
    }

    /// Arrows go from card to card; with Shift, left and right take the card along.
    pub(super) fn on_key(self, event: &KeyboardEvent) {
        let (right, down) = match event.key().as_str() {
            "ArrowLeft" => (-1, 0),
            "ArrowRight" => (1, 0),
            "ArrowUp" => (0, -1),
            "ArrowDown" => (0, 1),
            _ => return,
        };
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(id) = target.map(|card| card.id()).and_then(|id| Some(id.strip_prefix(CARD)?.to_owned()))
        else {
            return;
        };
        event.prevent_default();
        if event.shift_key() {
            if let Some((stage, _)) = self.stage_beside(&id, right).filter(|_| down == 0) {
                self.mover.go(self.desk, &id, stage);
            }
            return;
        }
        let beside =
            self.board.with_untracked(|board| board.as_ref()?.beside(&id, right, down).map(str::to_owned));
        if let Some(beside) = beside {
            focus(&beside);
        }
    }

    /// A card was let go over a stage.
    pub(super) fn drop_on(self, event: &DragEvent, stage: &'static str) {
        let id = event.data_transfer().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let known =
            self.board.with_untracked(|board| board.as_ref().is_some_and(|b| b.place_of(&id).is_some()));
        if known {
            self.mover.go(self.desk, &id, stage);
        }
    }
}

/// Puts the cursor on the card of a case.
pub(super) fn focus(case: &str) {
    platform::dom::focus(&format!("{CARD}{case}"));
}
