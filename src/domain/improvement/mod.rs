//! What the shop improves in how it works: plan, do, check, act.

mod effect;
mod field;
mod occasion;
mod state;

pub use effect::Effect;
pub use field::{ImprovementField, ImprovementKey};
pub use state::{ImprovementState, Lack};

use super::case::Case;
use super::date::Date;
use super::id::{CaseId, CoachingId, ImprovementId, ImprovementStepId, StaffId};
use super::money::Quantity;
use crate::journal::{Folded, Held, Kind};

/// How many days after everything was done the effect is checked, unless another day is chosen.
pub const CHECK_AFTER_DAYS: i64 = 30;

/// An improvement's record.
#[derive(Clone, PartialEq, Debug)]
pub struct ImprovementKind;

impl Kind for ImprovementKind {
    type Field = ImprovementField;
    type Event = ImprovementEvent;

    /// It is the shop's own; of the customer it has the words that gave rise to it.
    fn anonymous(field: ImprovementField) -> Option<ImprovementField> {
        (!matches!(field, ImprovementField::Occasion(_))).then_some(field)
    }
}

/// An improvement as it is now known.
pub type Improvement = Folded<ImprovementKind>;

/// What gave rise to an improvement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Origin {
    /// A customer rated the service low.
    LowScore,
    /// Customers complain for the same cause.
    ComplaintCause,
    /// Something went wrong while a job was done.
    Trouble,
    /// A promise was not kept.
    BrokenPromise,
    /// Somebody had an idea.
    #[default]
    Other,
}

impl Origin {
    /// All, the idea last.
    pub const ALL: [Self; 5] =
        [Self::LowScore, Self::ComplaintCause, Self::Trouble, Self::BrokenPromise, Self::Other];

    /// The name that addresses have for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LowScore => "survey",
            Self::ComplaintCause => "complaint",
            Self::Trouble => "trouble",
            Self::BrokenPromise => "promise",
            Self::Other => "idea",
        }
    }

    /// The one with exactly this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.name() == name)
    }
}

/// The figure that shows whether an improvement has an effect.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MeasureKind {
    /// Complaints of this cause in a month.
    Complaints,
    /// The mean overall score of the surveys, from 1 to 5.
    Score,
    /// The percentage of promises that were kept.
    PromisesKept,
    /// The percentage of cases that had to be done again.
    Rework,
    /// Another figure, said in words with its unit.
    Own,
}

impl MeasureKind {
    /// All, the shop's own last.
    pub const ALL: [Self; 5] = [Self::Complaints, Self::Score, Self::PromisesKept, Self::Rework, Self::Own];
}

/// One thing to do.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Step {
    /// Its place among the others.
    pub rank: u32,
    /// What.
    pub what: String,
    /// Whether it is done.
    pub done: bool,
    /// What shows that it is, or nothing.
    pub evidence: String,
}

/// Somebody of the staff was trained.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Coaching {
    /// Who.
    pub whom: StaffId,
    /// By whom.
    pub by: StaffId,
    /// On which day.
    pub on: Date,
    /// What was practised.
    pub practised: String,
    /// What was agreed, or nothing.
    pub agreed: String,
    /// How it went afterwards; nothing until somebody looked.
    pub observed: String,
}

/// How an improvement ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Course {
    /// It is how things are done from now on.
    Keep,
    /// It is given up.
    Stop,
}

impl Course {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Keep, Self::Stop];
}

/// What was decided in the end.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Act {
    /// What.
    pub course: Course,
    /// In words: what becomes the standard, or why it is given up.
    pub words: String,
}

/// A round that did not bring enough: it was adjusted, and the next one begun.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Round {
    /// The figure before it.
    pub before: Quantity,
    /// The figure that was wanted.
    pub goal: Quantity,
    /// The figure after it.
    pub after: Quantity,
    /// What was said of the effect.
    pub effect: Effect,
    /// What is adjusted.
    pub words: String,
}

/// Something that happened to an improvement.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ImprovementEvent {
    /// It was adjusted and goes round again.
    WentRound(Round),
}

/// What came of an improvement, as the case hears of it that it arose from.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ImprovementNews {
    /// Which improvement.
    pub improvement: ImprovementId,
    /// What came of it.
    pub step: NewsStep,
    /// What was to change, as it was called then.
    pub title: String,
}

/// What a case hears of an improvement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NewsStep {
    /// It was begun.
    Begun,
    /// Somebody practised for it.
    Coached,
    /// Its effect was checked.
    Checked,
}

impl Improvement {
    /// What is to change.
    #[must_use]
    pub fn title(&self) -> &str {
        self.text(ImprovementKey::Title)
    }

    /// What gave rise to it, in words.
    #[must_use]
    pub fn occasion(&self) -> &str {
        self.text(ImprovementKey::Occasion)
    }

    /// Its root cause, in words.
    #[must_use]
    pub fn why(&self) -> &str {
        self.text(ImprovementKey::Why)
    }

    /// What exactly is counted, with its unit.
    #[must_use]
    pub fn counted(&self) -> &str {
        self.text(ImprovementKey::Counted)
    }

    fn text(&self, key: ImprovementKey) -> &str {
        match self.fields.current(&key) {
            Some(
                ImprovementField::Title(text)
                | ImprovementField::Occasion(text)
                | ImprovementField::Why(text)
                | ImprovementField::Counted(text),
            ) => text,
            _ => "",
        }
    }

    /// The case that it arose from.
    #[must_use]
    pub fn case(&self) -> Option<&CaseId> {
        match self.fields.current(&ImprovementKey::Case) {
            Some(ImprovementField::Case(case)) => Some(case),
            _ => None,
        }
    }

    /// The things to do, in their order.
    #[must_use]
    pub fn steps(&self) -> Vec<(&ImprovementStepId, &Step)> {
        let steps = self.fields.iter().filter_map(|held| match &held.value {
            ImprovementField::Step(id, Some(step)) => Some((id, &**step)),
            _ => None,
        });
        let mut steps: Vec<_> = steps.collect();
        steps.sort_by_key(|(id, step)| (step.rank, *id));
        steps
    }

    /// Who was trained, the latest first.
    #[must_use]
    pub fn coaching(&self) -> Vec<(&CoachingId, &Coaching)> {
        let notes = self.fields.iter().filter_map(|held| match &held.value {
            ImprovementField::Coaching(id, Some(note)) => Some((id, &**note)),
            _ => None,
        });
        let mut notes: Vec<_> = notes.collect();
        notes.sort_by_key(|(id, note)| (std::cmp::Reverse(note.on), *id));
        notes
    }

    /// The rounds that are over, in order.
    pub fn rounds(&self) -> impl DoubleEndedIterator<Item = Held<&Round>> {
        self.events.iter().map(|held| {
            let ImprovementEvent::WentRound(value) = &held.value;
            Held { stamp: held.stamp.clone(), author: held.author.clone(), value }
        })
    }
}

impl Case {
    /// The improvements that arose from it, each once, the latest first.
    #[must_use]
    pub fn improvements(&self) -> Vec<&ImprovementId> {
        let mut ids: Vec<&ImprovementId> = Vec::new();
        for held in self.improvement_news().rev() {
            if !ids.contains(&&held.value.improvement) {
                ids.push(&held.value.improvement);
            }
        }
        ids
    }
}

/// Declares readers of fields that hold one small value, or nothing yet.
macro_rules! readers {
    ($($(#[$doc:meta])* $reader:ident: $variant:ident -> $type:ty;)*) => {
        impl Improvement {$(
            $(#[$doc])*
            #[must_use]
            pub fn $reader(&self) -> Option<$type> {
                match self.fields.current(&ImprovementKey::$variant) {
                    Some(ImprovementField::$variant(value)) => value.clone(),
                    _ => None,
                }
            }
        )*}
    };
}

readers! {
    /// The figure that shows the effect.
    measure: Measure -> MeasureKind;
    /// The figure before.
    before: Before -> Quantity;
    /// The figure that is wanted.
    goal: Goal -> Quantity;
    /// The figure after.
    after: After -> Quantity;
    /// Who sees to it.
    owner: Owner -> StaffId;
    /// By which day it is to be done.
    due: Due -> Date;
    /// The day on which all of it was done.
    done: Done -> Date;
    /// The day on which the effect is checked.
    check: Check -> Date;
    /// What was said of the effect.
    verdict: Verdict -> Effect;
    /// What was decided in the end.
    act: Act -> Act;
}

impl Improvement {
    /// What gave rise to it.
    #[must_use]
    pub fn origin(&self) -> Origin {
        match self.fields.current(&ImprovementKey::Origin) {
            Some(ImprovementField::Origin(origin)) => *origin,
            _ => Origin::default(),
        }
    }

    /// Whether it was put aside: it stays, but nobody is reminded of it.
    #[must_use]
    pub fn is_aside(&self) -> bool {
        matches!(self.fields.current(&ImprovementKey::Aside), Some(ImprovementField::Aside(true)))
    }
}

#[cfg(test)]
mod tests;
