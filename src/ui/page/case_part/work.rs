//! Doing the job: what to do, how far it is, what goes wrong, what is to be changed.

mod change_path;
mod change_row;
mod changes;
mod escalation;
mod interim;
mod order;
mod progress;
mod trouble;

use super::log::Log;
use crate::app::command::WorkError;
use crate::app::desk::Desk;
use crate::domain::record::Records;
use crate::i18n::Texts;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use leptos::prelude::*;

/// The job of a case.
#[component]
pub(super) fn Work(shown: Shown) -> impl IntoView {
    view! {
        <order::Order shown=shown.clone()/>
        <Log shown=shown.clone() kind=progress::PROGRESS/>
        <Log shown=shown.clone() kind=trouble::TROUBLES/>
        <Log shown=shown.clone() kind=escalation::ESCALATIONS/>
        <Log shown=shown.clone() kind=interim::INTERIMS/>
        <changes::Changes shown=shown/>
    }
    .into_any()
}

/// What may be wrong with a form of this page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    /// What the command says.
    Work(WorkError),
    /// Nobody was chosen.
    Nobody,
    /// There is no such time.
    Moment,
    /// There is no such day.
    Day,
}

impl From<WorkError> for Wrong {
    fn from(error: WorkError) -> Self {
        Self::Work(error)
    }
}

impl Wrong {
    fn is_words(&self) -> bool {
        matches!(self, Self::Work(WorkError::Words(_) | WorkError::NoSuchTrouble | WorkError::NoSuchInterim))
    }

    fn is_moment(&self) -> bool {
        matches!(self, Self::Moment | Self::Work(WorkError::PastDue | WorkError::NotYet))
    }

    fn is_person(&self) -> bool {
        matches!(self, Self::Nobody | Self::Work(WorkError::ToSelf))
    }
}

impl Told for Wrong {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Work(error) => error.tell(t),
            Self::Nobody => t.job().error_nobody.to_owned(),
            Self::Moment => t.job().error_moment.to_owned(),
            Self::Day => t.common().error_date.to_owned(),
        }
    }
}

/// Keeps what a form made, says so with a way back, and closes the form; or tells what is wrong.
fn keep(
    desk: Desk,
    shown: &Shown,
    made: Result<Records, Wrong>,
    wrong: RwSignal<Option<Wrong>>,
    open: RwSignal<bool>,
) {
    match made {
        Ok(records) => {
            desk.save(records);
            desk.say(untrack(|| desk.t()).job().noted, Some(shown.id.clone()));
            open.set(false);
        }
        Err(error) => wrong.set(Some(error)),
    }
}
