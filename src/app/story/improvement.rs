//! What happened to an improvement, in words.

use super::value::{beginning, fits};
use super::{Line, LineKind, Look, line};
use crate::domain::id::StaffId;
use crate::domain::improvement::{
    Coaching, Course, ImprovementEvent, ImprovementField, ImprovementKind, ImprovementNews, MeasureKind,
    NewsStep, Step,
};
use crate::i18n::Named;
use crate::i18n::improvement::figure_words;
use crate::i18n::when::date_in_words;
use crate::journal::{Change, Entry, Field, Journal, Stamp, effective};

type ImprovementEntry = Entry<ImprovementField, ImprovementEvent>;

/// The timeline of an improvement, a line for each entry, the newest last.
#[must_use]
pub fn improvement_story(journal: &Journal<ImprovementKind>, look: &Look) -> Vec<Line> {
    let lines = journal.iter().map(|entry| {
        line(look, entry, said(journal, look, entry), !effective::<ImprovementKind>(journal, &entry.stamp))
    });
    lines.collect()
}

/// What an entry did, in words: what an undo of it would take back.
#[must_use]
pub fn improvement_action(
    journal: &Journal<ImprovementKind>,
    look: &Look,
    entry: &ImprovementEntry,
) -> String {
    said(journal, look, entry).1
}

fn said(
    journal: &Journal<ImprovementKind>,
    look: &Look,
    entry: &ImprovementEntry,
) -> (LineKind, String, Vec<String>) {
    let t = look.texts();
    if let Some(begun) = begun(look, entry) {
        return begun;
    }
    let round = entry.changes.iter().find_map(|change| match change {
        Change::Event(ImprovementEvent::WentRound(round)) => Some(round),
        _ => None,
    });
    if let Some(round) = round {
        let measure = measure_at(journal, &entry.stamp);
        let say = |figure| figure_words(measure, figure);
        let figures = t.improvement().figures(&say(round.before), &say(round.after), &say(round.goal));
        let mut detail = vec![figures];
        detail.extend((!fits(&round.words)).then(|| round.words.clone()));
        return (LineKind::Stage, t.improvement().told_round(&beginning(&round.words)), detail);
    }
    let mut kind = LineKind::Unknown;
    let mut detail = Vec::new();
    let mut texts = Vec::new();
    let done = |change: &_| matches!(change, Change::Set { field: ImprovementField::Done(Some(_)), .. });
    let done = entry.changes.iter().any(done);
    for change in &entry.changes {
        let (of, text) = match change {
            // The day of the check follows from the deed, and is told beside it.
            Change::Set { field: field @ ImprovementField::Check(_), .. } if done => {
                detail.push(t.story().fact(&field.key().name(t), &improvement_words(look, field)));
                continue;
            }
            Change::Set { field, replaces } => {
                changed(look, field, replaced(journal, field, replaces), &mut detail)
            }
            Change::Undo(target) => (LineKind::Undo, undid(journal, look, entry, target)),
            Change::Erased => (LineKind::Status, t.people().erased_line.to_owned()),
            Change::Event(_) | Change::Unknown(_) => (LineKind::Unknown, t.story().unknown.to_owned()),
        };
        kind = kind.min(of);
        texts.push(text);
    }
    (kind, texts.join(t.story().between), detail)
}

/// Beginning an improvement is one deed; what else was said then is told beside it.
fn begun(look: &Look, entry: &ImprovementEntry) -> Option<(LineKind, String, Vec<String>)> {
    let t = look.texts();
    let title = entry.changes.iter().find_map(|change| match change {
        Change::Set { field: ImprovementField::Title(title), replaces } if replaces.is_empty() => Some(title),
        _ => None,
    })?;
    let facts = entry.changes.iter().filter_map(|change| match change {
        Change::Set { field: ImprovementField::Title(_), .. } => None,
        Change::Set { field: ImprovementField::Case(case), .. } => {
            Some(t.story().fact(&t.care().arose_from, &look.case_name(case)))
        }
        Change::Set { field, .. } => {
            Some(t.story().fact(&field.key().name(t), &improvement_words(look, field)))
        }
        _ => None,
    });
    Some((LineKind::Opened, t.improvement().told_begun(title), facts.collect()))
}

/// An undo names what it took back; one of an undo does not.
fn undid(
    journal: &Journal<ImprovementKind>,
    look: &Look,
    entry: &ImprovementEntry,
    target: &Stamp,
) -> String {
    let t = &look.texts().story();
    match journal.iter().find(|known| known.stamp == *target && known.stamp < entry.stamp) {
        None => t.undid_missing.to_owned(),
        Some(known) if known.changes.iter().any(|change| matches!(change, Change::Undo(_))) => {
            t.undid_undo.to_owned()
        }
        Some(known) => t.undid(&said(journal, look, known).1),
    }
}

/// The measure that held when an entry was made.
fn measure_at(journal: &Journal<ImprovementKind>, at: &Stamp) -> Option<MeasureKind> {
    let before = journal.iter().rev().filter(|entry| entry.stamp <= *at).flat_map(|entry| &entry.changes);
    let mut measures = before.filter_map(|change| match change {
        Change::Set { field: ImprovementField::Measure(measure), .. } => Some(*measure),
        _ => None,
    });
    measures.next().flatten()
}

/// The value that an entry replaced, if this journal has it and it is another.
fn replaced<'a>(
    journal: &'a Journal<ImprovementKind>,
    field: &ImprovementField,
    replaces: &[Stamp],
) -> Option<&'a ImprovementField> {
    let last = replaces.last()?;
    let changes = journal.iter().filter(|entry| entry.stamp == *last).flat_map(|entry| &entry.changes);
    let mut old = changes.filter_map(|change| match change {
        Change::Set { field: old, .. } if old.key() == field.key() && old != field => Some(old),
        _ => None,
    });
    old.next()
}

fn changed(
    look: &Look,
    field: &ImprovementField,
    old: Option<&ImprovementField>,
    detail: &mut Vec<String>,
) -> (LineKind, String) {
    let t = look.texts();
    let i = t.improvement();
    match field {
        ImprovementField::Step(_, step) => {
            let old = match old {
                Some(ImprovementField::Step(_, Some(old))) => Some(&**old),
                _ => None,
            };
            step_changed(look, step.as_deref(), old, detail)
        }
        ImprovementField::Coaching(_, note) => {
            let old = match old {
                Some(ImprovementField::Coaching(_, Some(old))) => Some(&**old),
                _ => None,
            };
            (LineKind::Work, coached(look, note.as_deref(), old, detail))
        }
        ImprovementField::Done(Some(day)) => (LineKind::Stage, i.told_done(&date_in_words(look.lang, *day))),
        ImprovementField::Done(None) => (LineKind::Stage, i.told_not_done.to_owned()),
        ImprovementField::Verdict(Some(effect)) => (LineKind::Review, i.told_judged(&effect.name(t))),
        ImprovementField::Verdict(None) => (LineKind::Review, i.told_unjudged.to_owned()),
        ImprovementField::Act(Some(act)) => {
            detail.push(act.words.clone());
            let text = match act.course {
                Course::Keep => i.told_kept,
                Course::Stop => i.told_stopped,
            };
            (LineKind::Status, text.to_owned())
        }
        ImprovementField::Act(None) => (LineKind::Status, i.told_reopened.to_owned()),
        ImprovementField::Aside(aside) => {
            (LineKind::Status, if *aside { i.told_aside } else { i.told_up }.to_owned())
        }
        _ => (LineKind::Field, value_changed(look, field, old, detail)),
    }
}

fn value_changed(
    look: &Look,
    field: &ImprovementField,
    old: Option<&ImprovementField>,
    detail: &mut Vec<String>,
) -> String {
    let t = look.texts();
    let new = improvement_words(look, field);
    let noun = t.story().quoted(&field.key().name(t));
    match old.map(|old| improvement_words(look, old)) {
        None if fits(&new) => t.story().set(&noun, &new),
        Some(old) if fits(&new) && fits(&old) => t.story().changed(&noun, &old, &new),
        _ => {
            detail.push(new);
            t.story().changed_long(&noun)
        }
    }
}

fn step_changed(
    look: &Look,
    step: Option<&Step>,
    old: Option<&Step>,
    detail: &mut Vec<String>,
) -> (LineKind, String) {
    let i = look.texts().improvement();
    let Some(step) = step else { return (LineKind::Field, i.told_step_out.to_owned()) };
    let was_done = old.is_some_and(|old| old.done);
    if !step.evidence.is_empty() && old.is_none_or(|old| old.evidence != step.evidence) {
        detail.push(look.texts().story().fact(&i.evidence, &step.evidence));
    }
    match (old, step.done) {
        (None, false) => (LineKind::Field, i.told_step_added(&step.what)),
        (_, true) if !was_done => (LineKind::Task, i.told_step_done(&step.what)),
        (_, false) if was_done => (LineKind::Task, i.told_step_open(&step.what)),
        _ => (LineKind::Field, i.told_step_changed(&step.what)),
    }
}

fn coached(look: &Look, note: Option<&Coaching>, old: Option<&Coaching>, detail: &mut Vec<String>) -> String {
    let t = look.texts();
    let i = t.improvement();
    let Some(note) = note else { return i.told_coaching_out.to_owned() };
    let whom = look.staff_name(&note.whom);
    if old.is_some_and(|old| old.observed != note.observed) {
        detail.extend((!fits(&note.observed)).then(|| note.observed.clone()));
        return i.told_observed(&whom, &beginning(&note.observed));
    }
    detail.extend((!fits(&note.practised)).then(|| note.practised.clone()));
    let rows = [
        (i.coaching_by, look.staff_name(&note.by)),
        (i.coaching_on, date_in_words(look.lang, note.on)),
        (i.coaching_agreed, note.agreed.clone()),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    detail.extend(rows.map(|(name, value)| t.story().fact(&name, &value)));
    i.told_coached(&whom, &beginning(&note.practised))
}

/// The value of an improvement's field in words.
#[must_use]
pub fn improvement_words(look: &Look, field: &ImprovementField) -> String {
    let t = look.texts();
    let s = &t.story();
    let person = |id: &StaffId| look.staff_name(id);
    match field {
        ImprovementField::Title(text)
        | ImprovementField::Occasion(text)
        | ImprovementField::Why(text)
        | ImprovementField::Counted(text) => {
            if text.is_empty() {
                s.empty.to_owned()
            } else {
                text.clone()
            }
        }
        ImprovementField::Origin(origin) => origin.name(t).to_owned(),
        ImprovementField::Case(case) => look.case_name(case),
        ImprovementField::Measure(measure) => {
            measure.as_ref().map_or(s.none, |measure| measure.name(t)).to_owned()
        }
        ImprovementField::Before(figure)
        | ImprovementField::Goal(figure)
        | ImprovementField::After(figure) => {
            figure.map_or_else(|| s.none.to_owned(), |figure| figure.to_string())
        }
        ImprovementField::Owner(owner) => owner.as_ref().map_or_else(|| s.nobody.to_owned(), person),
        ImprovementField::Due(day) | ImprovementField::Done(day) | ImprovementField::Check(day) => {
            day.map_or_else(|| s.none.to_owned(), |day| date_in_words(look.lang, day))
        }
        ImprovementField::Step(_, step) => step.as_ref().map_or_else(
            || s.none.to_owned(),
            |step| {
                let text = if step.done { t.improvement().step_done(&step.what) } else { step.what.clone() };
                if step.evidence.is_empty() { text } else { s.fact(&text, &step.evidence) }
            },
        ),
        ImprovementField::Verdict(effect) => {
            effect.as_ref().map_or(s.none, |effect| effect.name(t)).to_owned()
        }
        ImprovementField::Act(act) => {
            act.as_ref().map_or_else(|| s.none.to_owned(), |act| s.fact(&act.course.name(t), &act.words))
        }
        ImprovementField::Coaching(_, note) => note.as_ref().map_or_else(
            || s.none.to_owned(),
            |note| {
                let words = [note.practised.as_str(), &note.agreed, &note.observed];
                let words: Vec<&str> = words.into_iter().filter(|text| !text.is_empty()).collect();
                s.fact(&person(&note.whom), &words.join(s.between))
            },
        ),
        ImprovementField::Aside(aside) => if *aside { t.names().yes } else { t.names().no }.to_owned(),
    }
}

impl super::Teller<'_> {
    /// What a case hears of an improvement.
    pub(super) fn improved(&self, news: &ImprovementNews) -> super::change::Said {
        let i = self.look.texts().improvement();
        let text = match news.step {
            NewsStep::Begun => i.news_begun(&news.title),
            NewsStep::Coached => i.news_coached(&news.title),
            NewsStep::Checked => i.news_checked(&news.title),
        };
        super::change::Said::new(LineKind::Work, text)
    }
}
