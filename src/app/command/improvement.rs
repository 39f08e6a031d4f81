use super::item::{trim, trim_required};
use super::{Pen, first, one, set};
use crate::domain::case::{CaseEvent, CaseKind};
use crate::domain::date::Date;
use crate::domain::id::{CaseId, CoachingId, ImprovementId, ImprovementStepId};
use crate::domain::improvement::{
    Act, CHECK_AFTER_DAYS, Coaching, Course, Effect, Improvement, ImprovementEvent, ImprovementField,
    ImprovementKind, ImprovementNews, Lack, NewsStep, Origin, Round, Step,
};
use crate::domain::record::Records;
use crate::domain::text::{MAX_LINE, MAX_TEXT, TextError, optional, required};
use crate::journal::{Change, Field, Journal, effective, last_undoable};

/// An improvement as it is first written down.
#[derive(Clone, PartialEq, Debug)]
pub struct NewImprovement {
    /// The id of the new record.
    pub id: ImprovementId,
    /// What is to change.
    pub title: String,
    /// What gave rise to it.
    pub origin: Origin,
    /// The same in words, or nothing.
    pub occasion: String,
    /// The case that it arose from.
    pub case: Option<CaseId>,
}

/// Why something about an improvement cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImprovementError {
    /// What it is about was not said, or at too great length.
    Words(TextError),
    /// Another text is too long.
    Detail(TextError),
    /// It would be due before today.
    PastDue,
    /// The goal would be no better and no worse than the figure before.
    NoChange,
    /// The effect would be checked before all was done.
    CheckBeforeDone,
    /// It was not done yet.
    NotDone,
    /// The plan lacks something.
    Lacks(Lack),
    /// Nothing was planned to do.
    NoSteps,
    /// Some of what is to do is not done.
    StepsOpen,
    /// The figure after is missing.
    NoFigure,
    /// The effect was not judged yet.
    NotJudged,
    /// The day is still to come.
    NotYet,
    /// There is no such step or note.
    Gone,
}

/// Begins an improvement; the case that it arose from hears of it.
///
/// # Errors
/// [`ImprovementError::Words`] without what is to change, and [`ImprovementError::Detail`].
pub fn begin_improvement(pen: &Pen, mut new: NewImprovement) -> Result<Records, ImprovementError> {
    trim_required(&mut new.title, MAX_LINE).map_err(ImprovementError::Words)?;
    trim([&mut new.occasion], MAX_TEXT).map_err(ImprovementError::Detail)?;
    let mut fields = vec![ImprovementField::Title(new.title.clone()), ImprovementField::Origin(new.origin)];
    fields.extend((!new.occasion.is_empty()).then_some(ImprovementField::Occasion(new.occasion)));
    fields.extend(new.case.clone().map(ImprovementField::Case));
    let mut records = one::<ImprovementKind>(pen, new.id.as_str(), fields.into_iter().map(first).collect());
    records.merge(news(pen, new.case.as_ref(), &new.id, NewsStep::Begun, &new.title));
    Ok(records)
}

/// What the case of an improvement hears.
fn news(pen: &Pen, case: Option<&CaseId>, id: &ImprovementId, step: NewsStep, title: &str) -> Records {
    let Some(case) = case else { return Records::default() };
    let news = ImprovementNews { improvement: id.clone(), step, title: title.to_owned() };
    one::<CaseKind>(pen, case.as_str(), vec![Change::Event(CaseEvent::Improved(news))])
}

/// Changes what is known of an improvement. `today` is the shop's own day.
///
/// # Errors
/// [`ImprovementError`] says what is wrong.
pub fn change_improvement(
    pen: &Pen,
    id: &ImprovementId,
    now: &Improvement,
    field: ImprovementField,
    today: Date,
) -> Result<Records, ImprovementError> {
    let line = |text: String| optional(&text, MAX_LINE).map_err(ImprovementError::Detail);
    let text = |text: String| optional(&text, MAX_TEXT).map_err(ImprovementError::Detail);
    let field = match field {
        ImprovementField::Title(title) => {
            ImprovementField::Title(required(&title, MAX_LINE).map_err(ImprovementError::Words)?)
        }
        ImprovementField::Occasion(words) => ImprovementField::Occasion(text(words)?),
        ImprovementField::Why(words) => ImprovementField::Why(text(words)?),
        ImprovementField::Counted(words) => ImprovementField::Counted(line(words)?),
        ImprovementField::Due(Some(day)) if day < today => return Err(ImprovementError::PastDue),
        ImprovementField::Before(Some(figure)) if now.goal() == Some(figure) => {
            return Err(ImprovementError::NoChange);
        }
        ImprovementField::Goal(Some(figure)) if now.before() == Some(figure) => {
            return Err(ImprovementError::NoChange);
        }
        ImprovementField::Check(day) => match (now.done(), day) {
            (None, _) => return Err(ImprovementError::NotDone),
            (Some(done), Some(day)) if day < done => return Err(ImprovementError::CheckBeforeDone),
            _ => ImprovementField::Check(day),
        },
        ImprovementField::After(_) if now.done().is_none() => return Err(ImprovementError::NotDone),
        other => other,
    };
    // What was never said and still is nothing is no change.
    if is_blank(&field) && now.fields.held(&field.key()).is_none() {
        return Ok(Records::default());
    }
    Ok(set::<ImprovementKind>(pen, id.as_str(), now, vec![field]))
}

fn is_blank(field: &ImprovementField) -> bool {
    match field {
        ImprovementField::Occasion(text) | ImprovementField::Why(text) | ImprovementField::Counted(text) => {
            text.is_empty()
        }
        ImprovementField::Measure(None)
        | ImprovementField::Before(None)
        | ImprovementField::Goal(None)
        | ImprovementField::After(None)
        | ImprovementField::Owner(None)
        | ImprovementField::Due(None) => true,
        _ => false,
    }
}

/// Writes down one thing to do, in the place of what its id named before. A rank of 0 puts it
/// behind the others.
///
/// # Errors
/// [`ImprovementError::Words`] without what is to do, and [`ImprovementError::Detail`].
pub fn put_improvement_step(
    pen: &Pen,
    id: &ImprovementId,
    now: &Improvement,
    step_id: &ImprovementStepId,
    mut step: Step,
) -> Result<Records, ImprovementError> {
    trim_required(&mut step.what, MAX_LINE).map_err(ImprovementError::Words)?;
    trim([&mut step.evidence], MAX_TEXT).map_err(ImprovementError::Detail)?;
    if step.rank == 0 {
        let last = now.steps().iter().map(|(_, known)| known.rank).max().unwrap_or(0);
        step.rank = last.saturating_add(1);
    }
    let field = ImprovementField::Step(step_id.clone(), Some(step.into()));
    Ok(set::<ImprovementKind>(pen, id.as_str(), now, vec![field]))
}

/// Takes a step or a coaching note out, or settles which of two values holds: neither asks
/// whether the value would be sound as a new one.
#[must_use]
pub fn settle_improvement(
    pen: &Pen,
    id: &ImprovementId,
    now: &Improvement,
    field: ImprovementField,
) -> Records {
    set::<ImprovementKind>(pen, id.as_str(), now, vec![field])
}

/// Says that all is done: the effect is then checked after a month, unless another day is chosen.
///
/// # Errors
/// [`ImprovementError`] when the plan lacks something, or some of it is not done.
pub fn finish_improvement(
    pen: &Pen,
    id: &ImprovementId,
    now: &Improvement,
    day: Date,
    today: Date,
) -> Result<Records, ImprovementError> {
    if let Some(lack) = now.lack() {
        return Err(ImprovementError::Lacks(lack));
    }
    let steps = now.steps();
    if steps.is_empty() {
        return Err(ImprovementError::NoSteps);
    }
    if steps.iter().any(|(_, step)| !step.done) {
        return Err(ImprovementError::StepsOpen);
    }
    if day > today {
        return Err(ImprovementError::NotYet);
    }
    let fields =
        vec![ImprovementField::Done(Some(day)), ImprovementField::Check(day.plus_days(CHECK_AFTER_DAYS))];
    Ok(set::<ImprovementKind>(pen, id.as_str(), now, fields))
}

/// Says whether the improvement had an effect; the case that it arose from hears of it.
///
/// # Errors
/// [`ImprovementError::NotDone`] and [`ImprovementError::NoFigure`].
pub fn judge_improvement(
    pen: &Pen,
    id: &ImprovementId,
    now: &Improvement,
    effect: Effect,
) -> Result<Records, ImprovementError> {
    now.done().ok_or(ImprovementError::NotDone)?;
    now.after().ok_or(ImprovementError::NoFigure)?;
    let mut records =
        set::<ImprovementKind>(pen, id.as_str(), now, vec![ImprovementField::Verdict(Some(effect))]);
    if !records.0.is_empty() {
        records.merge(news(pen, now.case(), id, NewsStep::Checked, now.title()));
    }
    Ok(records)
}

/// Decides what comes of an improvement in the end.
///
/// # Errors
/// [`ImprovementError::NotJudged`], and [`ImprovementError::Words`] without a word on it.
pub fn close_improvement(
    pen: &Pen,
    id: &ImprovementId,
    now: &Improvement,
    course: Course,
    words: &str,
) -> Result<Records, ImprovementError> {
    now.verdict().ok_or(ImprovementError::NotJudged)?;
    let words = required(words, MAX_TEXT).map_err(ImprovementError::Words)?;
    let act = ImprovementField::Act(Some(Act { course, words }));
    Ok(set::<ImprovementKind>(pen, id.as_str(), now, vec![act]))
}

/// Adjusts an improvement and lets it go round again: the figure after is the figure before of
/// the next round, which is planned anew. The round that is over is kept.
///
/// # Errors
/// [`ImprovementError::NotJudged`], [`ImprovementError::NoFigure`], and
/// [`ImprovementError::Words`] without what is adjusted.
pub fn go_round_again(
    pen: &Pen,
    id: &ImprovementId,
    now: &Improvement,
    words: &str,
) -> Result<Records, ImprovementError> {
    let effect = now.verdict().ok_or(ImprovementError::NotJudged)?;
    let words = required(words, MAX_TEXT).map_err(ImprovementError::Words)?;
    let figures = now.before().zip(now.goal()).zip(now.after());
    let ((before, goal), after) = figures.ok_or(ImprovementError::NoFigure)?;
    let mut fields = vec![
        ImprovementField::Before(Some(after)),
        ImprovementField::After(None),
        ImprovementField::Due(None),
        ImprovementField::Done(None),
        ImprovementField::Check(None),
        ImprovementField::Verdict(None),
    ];
    // A goal that was just reached is none for the next round.
    fields.extend((goal == after).then_some(ImprovementField::Goal(None)));
    let mut changes: Vec<_> = fields
        .into_iter()
        .map(|field| Change::Set { replaces: now.fields.heads(&field.key()), field })
        .collect();
    let round = Round { before, goal, after, effect, words };
    changes.push(Change::Event(ImprovementEvent::WentRound(round)));
    Ok(one::<ImprovementKind>(pen, id.as_str(), changes))
}

/// Writes a coaching note down, in the place of what its id named before; of a new one the case
/// of the improvement hears.
///
/// # Errors
/// [`ImprovementError::Words`] without what was practised, [`ImprovementError::Detail`], and
/// [`ImprovementError::NotYet`] before it took place.
pub fn put_coaching(
    pen: &Pen,
    id: &ImprovementId,
    now: &Improvement,
    note_id: &CoachingId,
    mut note: Coaching,
    today: Date,
) -> Result<Records, ImprovementError> {
    trim_required(&mut note.practised, MAX_TEXT).map_err(ImprovementError::Words)?;
    trim([&mut note.agreed, &mut note.observed], MAX_TEXT).map_err(ImprovementError::Detail)?;
    if note.on > today {
        return Err(ImprovementError::NotYet);
    }
    let is_new = !now.coaching().iter().any(|(known, _)| *known == note_id);
    let field = ImprovementField::Coaching(note_id.clone(), Some(note.into()));
    let mut records = set::<ImprovementKind>(pen, id.as_str(), now, vec![field]);
    if is_new {
        records.merge(news(pen, now.case(), id, NewsStep::Coached, now.title()));
    }
    Ok(records)
}

/// Writes down how it went after somebody was trained.
///
/// # Errors
/// [`ImprovementError::Gone`] and [`ImprovementError::Words`].
pub fn observe_coaching(
    pen: &Pen,
    id: &ImprovementId,
    now: &Improvement,
    note_id: &CoachingId,
    observed: &str,
) -> Result<Records, ImprovementError> {
    let observed = required(observed, MAX_TEXT).map_err(ImprovementError::Words)?;
    let notes = now.coaching();
    let (_, note) = notes.into_iter().find(|(known, _)| *known == note_id).ok_or(ImprovementError::Gone)?;
    let note = Coaching { observed, ..note.clone() };
    let field = ImprovementField::Coaching(note_id.clone(), Some(note.into()));
    Ok(set::<ImprovementKind>(pen, id.as_str(), now, vec![field]))
}

/// Puts an improvement aside, or takes it up again.
#[must_use]
pub fn put_aside(pen: &Pen, id: &ImprovementId, now: &Improvement, aside: bool) -> Records {
    if now.is_aside() == aside {
        return Records::default();
    }
    set::<ImprovementKind>(pen, id.as_str(), now, vec![ImprovementField::Aside(aside)])
}

/// The last action on an improvement that can be taken back, where the clock has come to `now`: all but its
/// beginning.
#[must_use]
pub fn undoable_improvement(
    journal: &Journal<ImprovementKind>,
    now: u64,
) -> Option<&crate::journal::Entry<ImprovementField, ImprovementEvent>> {
    let begun = &journal.first()?.stamp;
    last_undoable::<ImprovementKind>(journal, now, |_| false).filter(|entry| entry.stamp != *begun)
}

/// Takes the last action on an improvement back, and with it what its case heard of that.
#[must_use]
pub fn undo_improvement(
    pen: &Pen,
    id: &ImprovementId,
    journal: &Journal<ImprovementKind>,
    case: &Journal<CaseKind>,
) -> Records {
    let Some(entry) = undoable_improvement(journal, pen.stamp.millis) else { return Records::default() };
    let mut records = one::<ImprovementKind>(pen, id.as_str(), vec![Change::Undo(entry.stamp.clone())]);
    let is_news = |change: &Change<_, CaseEvent>| matches!(change, Change::Event(CaseEvent::Improved(news)) if news.improvement == *id);
    let heard = case.iter().any(|heard| heard.stamp == entry.stamp && heard.changes.iter().all(is_news));
    let of_case = Improvement::of(journal).case().cloned();
    if let Some(case_id) = of_case.filter(|_| heard && effective::<CaseKind>(case, &entry.stamp)) {
        records.merge(one::<CaseKind>(pen, case_id.as_str(), vec![Change::Undo(entry.stamp.clone())]));
    }
    records
}
