use super::chance::{below, pick, word};
use super::desk::Plan;
use super::diary::Diary;
use crate::catalog::samples;
use crate::domain::case::{Evidence, Urgency};
use crate::domain::date::Date;
use crate::domain::process::{EvidenceKind, Task};
use fastrand::Rng;

/// The tasks that are done only when something goes wrong, which it does not here.
const EXCEPTIONS: [&str; 7] = [
    "involve_department",
    "tell_delay",
    "escalate",
    "note_corrections",
    "handle_complaint",
    "missed_visit_note",
    "rearrange",
];

/// The texts that suit a task, by their places among the evidence texts; others suit any.
const SUITABLE: [(&str, &[usize]); 4] = [
    ("separate_needs", &[5, 8]),
    ("site_notes", &[5, 8]),
    ("report_progress", &[6, 10]),
    ("review", &[3, 4, 11]),
];

/// Whether a task is done in the usual course: the required ones are, and most others.
pub(super) fn is_usual(rng: &mut Rng, task: &Task) -> bool {
    task.required || (rng.u32(..3) > 0 && !EXCEPTIONS.contains(&short(task)))
}

/// The task's own name, without that of its process.
fn short(task: &Task) -> &str {
    task.id.as_str().split_once('-').map_or(task.id.as_str(), |(_, name)| name)
}

/// The day of a visit that is agreed now.
pub(super) fn visit_day(rng: &mut Rng, diary: &Diary) -> Option<Date> {
    diary.working_day_in(rng.u64(1..=3))
}

/// What a task is done with now.
pub(super) fn evidence(rng: &mut Rng, plan: &Plan, task: &Task, diary: &Diary) -> Option<Evidence> {
    let task_id = short(task);
    Some(match &task.evidence {
        EvidenceKind::Tick
        | EvidenceKind::Photo
        | EvidenceKind::Signature
        | EvidenceKind::Paper(_)
        | EvidenceKind::Record(_) => Evidence::Tick,
        EvidenceKind::Text => Evidence::Text(match task_id {
            "door_number" => plan.address.clone(),
            "note_contact" => format!("{} {}", plan.name, plan.phone),
            "write_line" => word(rng, &plan.matter.solutions).to_owned(),
            _ => text(rng, plan, task_id).to_owned(),
        }),
        EvidenceKind::Number => Evidence::Number(plan.fee.clone()),
        EvidenceKind::Date => {
            let days = if task_id == "promise_answer" { 1 } else { rng.u64(5..=30) };
            Evidence::Date(diary.working_day_in(days)?)
        }
        EvidenceKind::Choice(choices) => {
            // The usual choices stand first.
            let place = match (task_id, plan.urgency) {
                ("judge", Urgency::Low) => 0,
                ("judge", Urgency::Normal) => 1,
                ("judge", Urgency::High) => 2,
                ("judge", Urgency::Emergency) => 3,
                _ if rng.u32(..3) > 0 => 0,
                _ => below(rng, choices.len().min(2)),
            };
            Evidence::Choice(choices.get(place)?.id.clone())
        }
    })
}

fn text(rng: &mut Rng, plan: &Plan, task: &str) -> &'static str {
    let texts = &samples(plan.lang).evidence_texts;
    let suitable = SUITABLE.iter().find(|(id, _)| *id == task).and_then(|(_, places)| pick(rng, places));
    suitable.and_then(|place| texts.get(*place)).map_or_else(|| word(rng, texts), String::as_str)
}
