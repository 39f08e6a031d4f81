//! A case, its process and its entries, and how they are told.

use casebook::app::story::{CaseEntry, Line, Look, story};
use casebook::domain::case::{CaseEvent, CaseField, CaseKind, Evidence, Mark, Recorded, StageMove};
use casebook::domain::date::Date;
use casebook::domain::document::{Block, Document, Issued};
use casebook::domain::id::{AssetId, CustomerId, ProcessId, StaffId, StageId, TaskId};
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::process::{Choice, EvidenceKind, Lane, Process, ProcessRef, Role, Stage, Task};
use casebook::journal::{Change, DeviceId, Journal, SessionId, Stamp, Writer};

pub(crate) const NOW: u64 = 1_795_264_320_000;

pub(crate) type CaseChange = Change<CaseField, CaseEvent>;

pub(crate) fn stamp(n: u64) -> Stamp {
    let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
    Stamp::new(NOW + n, 0, writer)
}

pub(crate) fn entry(n: u64, author: &str, changes: Vec<CaseChange>) -> CaseEntry {
    CaseEntry { stamp: stamp(n), author: StaffId::parse(author), changes }
}

pub(crate) fn set(field: CaseField, replaces: &[u64]) -> CaseChange {
    Change::Set { field, replaces: replaces.iter().copied().map(stamp).collect() }
}

pub(crate) fn process() -> Process {
    let task = |id: &str, text: &str, evidence| Task {
        id: TaskId::parse(id).expect("an id"),
        text: text.to_owned(),
        hint: String::new(),
        required: true,
        lane: Lane::Frontstage,
        role: Role::Operator,
        evidence,
        limit: None,
    };
    let choice = Choice { id: "spoken".to_owned(), label: "Out loud".to_owned() };
    let stage = |id: &str, name: &str, tasks| Stage {
        id: StageId::parse(id).expect("an id"),
        name: name.to_owned(),
        tasks,
        review: false,
    };
    Process {
        at: ProcessRef { id: ProcessId::parse("P98").expect("an id"), version: 1 },
        name: "Test".to_owned(),
        about: String::new(),
        within_case: false,
        stages: vec![
            stage("first", "Intake", vec![task("greet", "Greet", EvidenceKind::Tick)]),
            stage(
                "second",
                "Repair",
                vec![
                    task("quote", "Quote", EvidenceKind::Number),
                    task("due", "Due", EvidenceKind::Date),
                    task("how", "How", EvidenceKind::Choice(vec![choice])),
                ],
            ),
        ],
    }
}

/// Calls `f` with a look in a language: May is known by name and so are Abbott and their tap.
pub(crate) fn looking<T>(lang: Lang, f: impl FnOnce(&Look) -> T) -> T {
    let known = |id: &str, pairs: &[(&str, &str)]| {
        pairs.iter().find(|(known, _)| *known == id).map(|(_, name)| (*name).to_owned())
    };
    let process = process();
    f(&Look {
        lang,
        now: NOW,
        zone: casebook::domain::calendar::Zone::default(),
        process: Some(&process),
        process_at: &|_| None,
        staff: &|id| known(id.as_str(), &[("may", "May"), ("ruth", "Ruth")]),
        customer: &|id| known(id.as_str(), &[("abbott", "Abbott"), ("barlow", "Barlow")]),
        asset: &|id| known(id.as_str(), &[("tap", "Tap"), ("door", "Door")]),
        case: &|_| None,
    })
}

pub(crate) fn told(entries: &[CaseEntry]) -> [Vec<Line>; 3] {
    let journal: Journal<CaseKind> = entries.iter().cloned().collect();
    Lang::ALL.map(|lang| looking(lang, |look| story(&journal, look)))
}

/// The text of the last line in each language, with its details behind bars.
pub(crate) fn last(entries: &[CaseEntry]) -> [String; 3] {
    told(entries).map(|lines| {
        let line = lines.last().expect("a line");
        std::iter::once(&line.text).chain(&line.detail).cloned().collect::<Vec<_>>().join(" | ")
    })
}

pub(crate) fn process_ref(id: &str) -> CaseField {
    CaseField::Process(ProcessRef { id: ProcessId::parse(id).expect("an id"), version: 1 })
}

pub(crate) fn customer(id: &str) -> CaseField {
    CaseField::Customer(CustomerId::parse(id).expect("an id"))
}

pub(crate) fn asset(id: &str) -> CaseField {
    CaseField::Asset(AssetId::parse(id))
}

pub(crate) fn assignee(id: &str) -> CaseField {
    CaseField::Assignee(StaffId::parse(id))
}

pub(crate) fn stage(id: &str, reason: &str) -> CaseField {
    CaseField::Stage(StageMove { to: StageId::parse(id).expect("an id"), reason: reason.to_owned() })
}

pub(crate) fn task(id: &str, mark: Mark) -> CaseField {
    CaseField::Task(TaskId::parse(id).expect("an id"), mark)
}

pub(crate) fn done(id: &str, evidence: Evidence) -> CaseField {
    task(id, Mark::Done(evidence))
}

pub(crate) fn number(text: &str) -> CaseField {
    CaseField::Number(text.to_owned())
}

pub(crate) fn description(text: &str) -> CaseField {
    CaseField::Description(text.to_owned())
}

pub(crate) fn promise(text: &str) -> CaseField {
    CaseField::Told(text.to_owned())
}

pub(crate) fn recorded(activity: &str, note: &str) -> CaseChange {
    Change::Event(CaseEvent::Recorded(Recorded { activity: activity.to_owned(), note: note.to_owned() }))
}

pub(crate) fn note(text: &str) -> CaseChange {
    Change::Event(CaseEvent::Note(text.to_owned()))
}

pub(crate) fn paper(paper: PaperKind, revision: u32) -> CaseChange {
    let document = Document { paper, lang: Lang::En, blocks: vec![Block::Paragraph("x".to_owned())] };
    Change::Event(CaseEvent::PaperIssued(Issued {
        number: "K3V-0001".to_owned(),
        revision,
        date: Date::new(2026, 11, 21).expect("a date"),
        replaces: None,
        visit: None,
        hash: document.hash(),
        document,
    }))
}
