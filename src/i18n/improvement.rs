//! Improvements: how values of them are called.

use super::{Named, Texts};
use crate::domain::improvement::{
    Course, Effect, Improvement, ImprovementKey, ImprovementState, Lack, MeasureKind, Origin,
};
use crate::domain::money::Quantity;

impl Named for Origin {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::LowScore => t.improvement().origin_low_score,
            Self::ComplaintCause => t.improvement().origin_complaint,
            Self::Trouble => t.improvement().origin_trouble,
            Self::BrokenPromise => t.improvement().origin_promise,
            Self::Other => t.improvement().origin_other,
        }
    }
}

impl Named for MeasureKind {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Complaints => t.improvement().measure_complaints,
            Self::Score => t.improvement().measure_score,
            Self::PromisesKept => t.improvement().measure_promises,
            Self::Rework => t.improvement().measure_rework,
            Self::Own => t.improvement().measure_own,
        }
    }
}

impl Named for Effect {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Reached => t.improvement().effect_reached,
            Self::InPart => t.improvement().effect_in_part,
            Self::NotReached => t.improvement().effect_not_reached,
        }
    }
}

impl Named for Course {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Keep => t.improvement().course_keep,
            Self::Stop => t.improvement().course_stop,
        }
    }
}

impl Named for ImprovementState {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Plan => t.improvement().state_plan,
            Self::Do => t.improvement().state_do,
            Self::Check => t.improvement().state_check,
            Self::Act => t.improvement().state_act,
            Self::Closed => t.improvement().state_closed,
        }
    }
}

impl Named for ImprovementKey {
    fn name(&self, t: &'static Texts) -> &'static str {
        let t = t.improvement();
        match self {
            Self::Title => t.name,
            Self::Origin => t.origin,
            Self::Occasion => t.occasion,
            Self::Case => t.title,
            Self::Why => t.why,
            Self::Measure => t.measure,
            Self::Counted => t.counted,
            Self::Before => t.before,
            Self::Goal => t.goal,
            Self::Owner => t.owner,
            Self::Due => t.due,
            Self::Step(_) => t.step_title,
            Self::Done => t.done,
            Self::Check => t.check,
            Self::After => t.after,
            Self::Verdict => t.verdict,
            Self::Act => t.act_words,
            Self::Coaching(_) => t.coaching_title,
            Self::Aside => t.aside,
        }
    }
}

/// A figure with the sign of its unit, where the measure has one.
#[must_use]
pub fn figure_words(measure: Option<MeasureKind>, figure: Quantity) -> String {
    match measure {
        Some(MeasureKind::PromisesKept | MeasureKind::Rework) => format!("{figure} %"),
        _ => figure.to_string(),
    }
}

/// The figures of an improvement beside each other, once all three are there.
#[must_use]
pub fn figures_words(t: &'static Texts, improvement: &Improvement) -> Option<String> {
    let say = |figure| figure_words(improvement.measure(), figure);
    let (before, after, goal) = (improvement.before()?, improvement.after()?, improvement.goal()?);
    Some(t.improvement().figures(&say(before), &say(after), &say(goal)))
}

/// What to do about what a plan lacks.
#[must_use]
pub fn lack_words(t: &'static Texts, lack: Lack) -> &'static str {
    let t = t.improvement();
    match lack {
        Lack::Why => t.next_why,
        Lack::Measure => t.next_measure,
        Lack::Before => t.next_before,
        Lack::Goal => t.next_goal,
        Lack::Owner => t.next_owner,
        Lack::Due => t.next_due,
    }
}

/// The one next step of an improvement. `day` puts the day of the check into words.
#[must_use]
pub fn next_words(
    t: &'static Texts,
    improvement: &Improvement,
    day: impl Fn(crate::domain::date::Date) -> String,
) -> String {
    let i = t.improvement();
    if improvement.is_aside() {
        return i.next_aside.to_owned();
    }
    match improvement.state() {
        ImprovementState::Plan => match improvement.lack() {
            Some(Lack::Measure) if improvement.measure() == Some(MeasureKind::Own) => i.next_counted,
            Some(lack) => lack_words(t, lack),
            None => i.next_due,
        }
        .to_owned(),
        ImprovementState::Do => {
            let steps = improvement.steps();
            match steps.iter().filter(|(_, step)| !step.done).count() {
                0 if steps.is_empty() => i.next_steps.to_owned(),
                0 => i.next_finish.to_owned(),
                1 => i.next_do_one.to_owned(),
                many => i.next_do(&many),
            }
        }
        ImprovementState::Check if improvement.after().is_some() => i.next_judge.to_owned(),
        ImprovementState::Check => {
            improvement.check().map_or_else(|| i.error_no_figure.to_owned(), |at| i.next_after(&day(at)))
        }
        ImprovementState::Act => i.next_act.to_owned(),
        ImprovementState::Closed => i.next_closed.to_owned(),
    }
}
