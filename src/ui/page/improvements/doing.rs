use crate::app::command::{ImprovementError, Pen, change_improvement};
use crate::app::desk::{Desk, use_desk};
use crate::app::lettering::today;
use crate::domain::date::Date;
use crate::domain::id::ImprovementId;
use crate::domain::improvement::{Improvement, ImprovementField, ImprovementKind, ImprovementState};
use crate::domain::money::MoneyError;
use crate::domain::record::Records;
use crate::i18n::Texts;
use crate::i18n::improvement::lack_words;
use crate::journal::{Folded, Journal};
use crate::ui::field_error::Told;
use leptos::prelude::*;

/// What the parts of an improvement's page share.
#[derive(Clone, Copy)]
pub(super) struct Doing {
    pub(super) desk: Desk,
    pub(super) id: StoredValue<ImprovementId>,
    pub(super) journal: Memo<Option<Journal<ImprovementKind>>>,
    now: Memo<Option<Improvement>>,
}

/// What may be wrong with what was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// What the command says.
    Rule(ImprovementError),
    /// It is no figure.
    Figure(MoneyError),
    /// Nobody was chosen.
    Nobody,
    /// There is no such day.
    Day,
}

impl From<ImprovementError> for Wrong {
    fn from(error: ImprovementError) -> Self {
        Self::Rule(error)
    }
}

impl Told for Wrong {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Rule(error) => error.tell(t),
            Self::Figure(error) => error.tell(t),
            Self::Nobody => t.improvement().error_nobody.to_owned(),
            Self::Day => t.common().error_date.to_owned(),
        }
    }
}

impl Told for ImprovementError {
    fn tell(&self, t: &'static Texts) -> String {
        let i = t.improvement();
        match self {
            Self::Words(error) | Self::Detail(error) => return error.tell(t),
            Self::Lacks(lack) => return lack_words(t, *lack).to_owned(),
            Self::PastDue => i.error_past_due,
            Self::NoChange => i.error_no_change,
            Self::CheckBeforeDone => i.error_check_before_done,
            Self::NotDone => i.error_not_done,
            Self::NoSteps => i.next_steps,
            Self::StepsOpen => i.error_steps_open,
            Self::NoFigure => i.error_no_figure,
            Self::NotJudged => i.error_not_judged,
            Self::NotYet => i.error_not_yet,
            Self::Gone => i.error_gone,
        }
        .to_owned()
    }
}

impl Doing {
    pub(super) fn new(id: ImprovementId) -> Self {
        let desk = use_desk();
        let journal = desk.journal::<ImprovementKind>(id.to_string());
        let now = Memo::new(move |_| journal.with(|journal| journal.as_ref().map(Folded::of)));
        Self { desk, id: StoredValue::new(id), journal, now }
    }

    /// Whether it was read. Follows changes.
    pub(super) fn is_read(self) -> bool {
        self.now.with(Option::is_some)
    }

    /// Reads something of it as it is now. Follows changes.
    pub(super) fn read<T>(self, read: impl FnOnce(&Improvement) -> T) -> T {
        self.now.with(|now| match now {
            Some(now) => read(now),
            None => read(&Folded::of(&Journal::<ImprovementKind>::new())),
        })
    }

    /// Where it stands. Follows changes.
    pub(super) fn state(self) -> ImprovementState {
        self.read(Improvement::state)
    }

    /// The shop's own day. Follows its turn.
    pub(super) fn today(self) -> Option<Date> {
        today(self.desk)
    }

    /// Keeps what a command makes of it as it is now.
    pub(super) fn keep(
        self,
        make: impl FnOnce(&Pen, &ImprovementId, &Improvement, Date) -> Result<Records, ImprovementError>,
    ) -> Result<(), Wrong> {
        let today = untrack(|| self.today()).ok_or(Wrong::Day)?;
        let now = untrack(|| self.read(Clone::clone));
        let records = self.id.with_value(|id| make(&self.desk.pen(), id, &now, today))?;
        if !records.0.is_empty() {
            self.desk.save(records);
        }
        Ok(())
    }

    /// Keeps a new value of a field.
    pub(super) fn set(self, field: ImprovementField) -> Result<(), Wrong> {
        self.keep(|pen, id, now, today| change_improvement(pen, id, now, field, today))
    }
}
