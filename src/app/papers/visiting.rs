//! Going to the customer.

use super::{Dossier, lines};
use crate::domain::case::{CaseDay, CaseText};
use crate::domain::document::Document;
use crate::domain::id::VisitId;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::Role;
use crate::domain::record_part::RecordPart;
use crate::domain::visit::{Coverage, Visit, VisitKey, VisitState};
use crate::paper::{
    self, AppointmentFacts, MaterialFacts, MissedVisitFacts, PaperHead, Subject, WorkOrderFacts,
};

/// The visit that a paper is about while nobody says which: an appointment record is about the
/// one that comes next, else the last there was; the note at the door about the last one missed.
#[must_use]
pub fn usual_visit(kind: PaperKind, visits: &[(VisitId, Visit)]) -> Option<&VisitId> {
    let missed = |(_, visit): &&(VisitId, Visit)| visit.state() == VisitState::Missed;
    let visit = match kind {
        PaperKind::Appointment => next(visits),
        PaperKind::MissedVisit => visits.iter().rev().find(missed),
        _ => None,
    };
    visit.map(|(id, _)| id)
}

/// The visit that comes next, else the last there was.
fn next(visits: &[(VisitId, Visit)]) -> Option<&(VisitId, Visit)> {
    visits.iter().find(|(_, visit)| visit.state().is_ahead()).or(visits.last())
}

/// The visit that a paper is about.
fn about<'a>(dossier: &Dossier<'a>, kind: PaperKind, visit: Option<&VisitId>) -> Option<&'a Visit> {
    let visit = visit.or_else(|| usual_visit(kind, dossier.visits))?;
    dossier.visits.iter().find(|(id, _)| id == visit).map(|(_, visit)| visit)
}

/// Whether free maintenance covers a visit, and until when; nothing where nobody said so.
fn charge(dossier: &Dossier, visit: &Visit) -> String {
    let t = dossier.texts().papers();
    match visit.charge().map(|charge| charge.coverage) {
        Some(Coverage::Covered) => t.visit_covered(&dossier.day(CaseDay::MaintenanceEnd)),
        Some(Coverage::Charged) => t.visit_charged.to_owned(),
        None => String::new(),
    }
}

pub(super) fn work_order(dossier: &Dossier, head: &PaperHead) -> Document {
    let case = dossier.case;
    // It is about the job: when the job takes another visit, it is revised.
    let visit = next(dossier.visits).map(|(_, visit)| visit);
    let team = visit.and_then(|visit| visit.staff()).filter(|staff| !staff.is_empty());
    let team = match team {
        Some(staff) => dossier.names(staff),
        None => dossier.names(case.assignee()),
    };
    // What the member of the team does, as the process has it.
    let steps =
        dossier.process.into_iter().flat_map(|process| &process.stages).flat_map(|stage| &stage.tasks);
    let steps = steps.filter(|task| task.role == Role::Member && task.required).map(|task| task.text.clone());
    let outstanding = case.account().ok().flatten().map(|account| account.outstanding);
    let facts = WorkOrderFacts {
        subject: dossier.subject(),
        team,
        issued_by: dossier.by.to_owned(),
        issued_at: dossier.moment(dossier.now),
        visit: visit.map(|visit| dossier.window(visit)).unwrap_or_default(),
        job: case.text(CaseText::Work).to_owned(),
        steps: steps.collect(),
        requirements: visit.and_then(|visit| visit.address()).map(|place| lines(place)).unwrap_or_default(),
        materials: lines(case.text(CaseText::Materials))
            .into_iter()
            .map(|name| MaterialFacts { name, ..MaterialFacts::default() })
            .collect(),
        fee: outstanding.filter(|sum| sum.minor() > 0).map(|sum| dossier.money(sum)).unwrap_or_default(),
        charge: visit.map(|visit| charge(dossier, visit)).unwrap_or_default(),
        pay_at: String::new(),
    };
    paper::work_order(&facts, head)
}

pub(super) fn appointment(
    dossier: &Dossier,
    head: &PaperHead,
    visit: Option<&VisitId>,
) -> Result<Document, RecordPart> {
    let visit = about(dossier, PaperKind::Appointment, visit).ok_or(RecordPart::Visits)?;
    let outstanding = dossier.case.account().ok().flatten().map(|account| account.outstanding);
    let facts = AppointmentFacts {
        subject: dossier.subject(),
        visit: dossier.window(visit),
        duration: String::new(),
        staff: dossier.names(visit.staff().into_iter().flatten()),
        fee: outstanding.filter(|sum| sum.minor() > 0).map(|sum| dossier.money(sum)).unwrap_or_default(),
        charge: charge(dossier, visit),
        prepare: visit.purpose().map(|purpose| lines(purpose)).unwrap_or_default(),
    };
    Ok(paper::appointment(&facts, head))
}

/// Whoever passes the door can read the note, so it says whose number it is and no more.
pub(super) fn missed_visit(
    dossier: &Dossier,
    head: &PaperHead,
    visit: Option<&VisitId>,
) -> Result<Document, RecordPart> {
    let missed = about(dossier, PaperKind::MissedVisit, visit).ok_or(RecordPart::Visits)?;
    // It was written down at the door; until it is, somebody stands there now.
    let noted = missed.fields.held(&VisitKey::Step).filter(|_| missed.state() == VisitState::Missed);
    let came = noted.map_or(dossier.now, |held| held.stamp.millis);
    let mut others = dossier.visits.iter().map(|(_, visit)| visit);
    let ahead = others.find(|visit| visit.state().is_ahead() && !std::ptr::eq(*visit, missed));
    let subject =
        Subject { item: String::new(), matter: String::new(), phone: String::new(), ..dossier.subject() };
    let facts = MissedVisitFacts {
        subject,
        came: dossier.moment(came),
        agreed: dossier.window(missed),
        staff: dossier.names(missed.staff().into_iter().flatten()),
        left: String::new(),
        next: ahead.map(|visit| dossier.window(visit)).unwrap_or_default(),
    };
    Ok(paper::missed_visit(&facts, head))
}
