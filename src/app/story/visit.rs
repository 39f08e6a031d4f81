use super::value::fits;
use super::{Line, LineKind, Look, line};
use crate::domain::id::StaffId;
use crate::domain::visit::{VisitField, VisitKind, VisitState};
use crate::i18n::Named;
use crate::i18n::when::local_in_words;
use crate::i18n::when::window_in_words;
use crate::journal::{Change, Entry, Field, Journal, Never, Stamp, effective};
use std::collections::BTreeSet;

type VisitEntry = Entry<VisitField, Never>;

/// The timeline of a visit, a line for each entry, the newest last: to be read among the
/// lines of its case, by their stamps.
#[must_use]
pub fn visit_story(journal: &Journal<VisitKind>, look: &Look) -> Vec<Line> {
    journal
        .iter()
        .map(|entry| {
            let (text, detail) = said(journal, look, entry);
            line(look, entry, (LineKind::Visit, text, detail), !effective::<VisitKind>(journal, &entry.stamp))
        })
        .collect()
}

fn said(journal: &Journal<VisitKind>, look: &Look, entry: &VisitEntry) -> (String, Vec<String>) {
    let t = &look.texts().story();
    let fields: Vec<_> = entry
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Set { field, replaces } => Some((field, replaces.as_slice())),
            Change::Undo(_) | Change::Erased | Change::Unknown(_) => None,
            Change::Event(never) => match *never {},
        })
        .collect();
    if fields.iter().any(|(field, _)| matches!(field, VisitField::Case(_))) {
        return planned(look, &fields);
    }
    if fields.is_empty() {
        if entry.changes.contains(&Change::Erased) {
            return (look.texts().people().erased_line.to_owned(), Vec::new());
        }
        let undo = entry.changes.iter().any(|change| matches!(change, Change::Undo(_)));
        return (if undo { t.visit_undid } else { t.unknown }.to_owned(), Vec::new());
    }
    let mut detail = Vec::new();
    let texts: Vec<String> = fields
        .iter()
        .map(|(field, replaces)| changed(look, field, replaced(journal, field, replaces), &mut detail))
        .collect();
    (texts.join(t.between), detail)
}

/// Agreeing on a visit is one deed; what else was agreed is told beside it.
fn planned(look: &Look, fields: &[(&VisitField, &[Stamp])]) -> (String, Vec<String>) {
    let t = look.texts();
    let when = fields.iter().find_map(|(field, _)| match field {
        VisitField::When(when) => Some(window_in_words(look.lang, *when)),
        _ => None,
    });
    let detail = fields
        .iter()
        .filter(|(field, _)| {
            !matches!(field, VisitField::Case(_) | VisitField::When(_) | VisitField::Travel(0))
        })
        .map(|(field, _)| t.story().fact(&field.key().name(t), &visit_words(look, field)))
        .collect();
    (
        when.map_or_else(|| t.story().visit_planned.to_owned(), |when| t.story().visit_planned_for(&when)),
        detail,
    )
}

/// The value that an entry replaced, if this journal has it and it is another.
fn replaced<'a>(
    journal: &'a Journal<VisitKind>,
    field: &VisitField,
    replaces: &[Stamp],
) -> Option<&'a VisitField> {
    let last = replaces.last()?;
    let changes = journal.iter().filter(|entry| entry.stamp == *last).flat_map(|entry| &entry.changes);
    let mut old = changes.filter_map(|change| match change {
        Change::Set { field: old, .. } if old.key() == field.key() && old != field => Some(old),
        _ => None,
    });
    old.next()
}

fn changed(look: &Look, field: &VisitField, old: Option<&VisitField>, detail: &mut Vec<String>) -> String {
    let t = look.texts();
    if let VisitField::Step(step) = field {
        if !step.reason.is_empty() {
            detail.push(t.story().reason(&step.reason));
        }
        return match step.to {
            VisitState::Planned => t.story().visit_again,
            VisitState::UnderWay => t.story().visit_under_way,
            VisitState::Done => t.story().visit_done,
            VisitState::Missed => t.story().visit_missed,
            VisitState::Cancelled => t.story().visit_cancelled,
        }
        .to_owned();
    }
    let new = visit_words(look, field);
    let noun = t.story().visit_part(&field.key().name(t));
    match (field, old.map(|old| visit_words(look, old))) {
        (VisitField::When(_), Some(old)) => t.story().visit_moved(&old, &new),
        (_, None) if fits(&new) => t.story().set(&noun, &new),
        (_, Some(old)) if fits(&new) && fits(&old) => t.story().changed(&noun, &old, &new),
        _ => {
            detail.push(new);
            t.story().changed_long(&noun)
        }
    }
}

/// The value of a visit's field in words.
#[must_use]
pub fn visit_words(look: &Look, field: &VisitField) -> String {
    let t = look.texts();
    match field {
        VisitField::Case(case) => case.to_string(),
        VisitField::When(when) => window_in_words(look.lang, *when),
        VisitField::Travel(minutes) => t.story().minutes(minutes),
        VisitField::Staff(staff) => names(look, staff),
        VisitField::Step(step) => step.to.name(t).to_owned(),
        VisitField::Purpose(text) | VisitField::Address(text) if text.is_empty() => {
            t.story().empty.to_owned()
        }
        VisitField::Purpose(text) | VisitField::Address(text) => text.clone(),
        VisitField::Arrived(at) => local_in_words(look.lang, *at),
        VisitField::Charge(charge) if charge.reason.is_empty() => charge.coverage.name(t).to_owned(),
        VisitField::Charge(charge) => t.story().fact(&charge.coverage.name(t), &charge.reason),
    }
}

fn names(look: &Look, staff: &BTreeSet<StaffId>) -> String {
    let t = &look.texts().story();
    let names: Vec<_> = staff.iter().map(|id| look.staff_name(id)).collect();
    if names.is_empty() { t.nobody.to_owned() } else { names.join(t.list) }
}
