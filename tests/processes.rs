//! Every built-in process can be worked from the request to the closing, by the commands that
//! the screens use.

use casebook::app::command::{
    AssetChoice, CustomerChoice, Pen, Request, StageError, close, mark_task, move_to_stage, review_stage,
    submit_stage, take_request,
};
use casebook::catalog::processes;
use casebook::domain::case::{
    Case, CaseKind, Channel, Evidence, Mark, Progress, StageState, Status, Urgency,
};
use casebook::domain::date::Date;
use casebook::domain::id::{CaseId, CustomerId, StaffId};
use casebook::domain::lang::Lang;
use casebook::domain::process::{EvidenceKind, Process, Stage, Task};
use casebook::domain::record::Records;
use casebook::domain::review::{Review, ReviewVerdict};
use casebook::journal::{DeviceId, SessionId, Stamp, Writer};

/// A case that is worked: each command is one action later than the one before.
struct Work {
    process: &'static Process,
    id: CaseId,
    records: Records,
    actions: u32,
}

impl Work {
    /// Takes a request that is to follow a process.
    fn begin(process: &'static Process) -> Self {
        let id = CaseId::parse("case-1").expect("an id");
        let mut work = Self { process, id: id.clone(), records: Records::default(), actions: 0 };
        let request = Request {
            case: id,
            number: "K1".to_owned(),
            customer: CustomerChoice::New {
                id: CustomerId::parse("c1").expect("an id"),
                name: "Abbott".to_owned(),
                phone: None,
                address: String::new(),
            },
            asset: AssetChoice::None,
            channel: Channel::WalkIn,
            description: "It drips.".to_owned(),
            urgency: Urgency::Normal,
            process: process.at.clone(),
            stage: process.stages[0].id.clone(),
            told: String::new(),
            promised: None,
            arose_from: None,
        };
        let pen = work.pen();
        work.records.merge(take_request(&pen, request));
        work
    }

    fn pen(&mut self) -> Pen {
        self.pen_of("")
    }

    fn pen_of(&mut self, author: &str) -> Pen {
        self.actions += 1;
        let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
        let stamp = Stamp::new(1_793_523_600_000, self.actions, writer);
        Pen { stamp, author: StaffId::parse(author) }
    }

    fn case(&self) -> Case {
        Case::of(&self.records.journal::<CaseKind>(self.id.as_str()))
    }

    fn done(&mut self, task: &Task) {
        let (pen, case) = (self.pen(), self.case());
        self.records.merge(mark_task(&pen, &self.id, &case, &task.id, Mark::Done(evidence(&task.evidence))));
    }

    /// One submits a stage's result, and another approves it.
    fn review(&mut self, stage: &Stage) {
        let (pen, case) = (self.pen_of("may"), self.case());
        self.records.merge(submit_stage(&pen, &self.id, &case, &stage.id).expect("it is submitted"));
        let (pen, case) = (self.pen_of("ruth"), self.case());
        let verdict = ReviewVerdict::Approved;
        let review = Review { stage: stage.id.clone(), verdict, words: String::new() };
        self.records.merge(review_stage(&pen, &self.id, &case, review).expect("it is reviewed"));
    }

    /// Leaves the stage at a place for the next, or closes the case in the last. What is missing
    /// is named.
    fn leave(&mut self, place: usize) -> Result<(), Vec<String>> {
        let (pen, case) = (self.pen(), self.case());
        let progress = Progress::of(&case, self.process);
        let outcome = match self.process.stages.get(place + 1) {
            Some(next) => move_to_stage(&pen, &self.id, &progress, &next.id, ""),
            None => close(&pen, &self.id, &progress, ""),
        };
        let records = outcome.map_err(|error| match error {
            StageError::OpenTasks(open) => open.iter().map(|task| task.id.to_string()).collect::<Vec<_>>(),
            StageError::NotReviewed(stages) => {
                stages.iter().map(|stage| format!("review of {}", stage.id)).collect()
            }
            other => panic!("{other:?}"),
        })?;
        self.records.merge(records);
        Ok(())
    }
}

/// What a task may be done with.
fn evidence(kind: &EvidenceKind) -> Evidence {
    match kind {
        EvidenceKind::Text => Evidence::Text("a word".to_owned()),
        EvidenceKind::Number => Evidence::Number("1".to_owned()),
        EvidenceKind::Date => Evidence::Date(Date::new(2026, 11, 21).expect("a date")),
        EvidenceKind::Choice(choices) => Evidence::Choice(choices[0].id.clone()),
        EvidenceKind::Tick
        | EvidenceKind::Photo
        | EvidenceKind::Signature
        | EvidenceKind::Paper(_)
        | EvidenceKind::Record(_) => Evidence::Tick,
    }
}

#[test]
fn every_process_can_be_walked_from_the_request_to_the_closing() {
    assert_eq!(processes(Lang::En).len(), 16);
    for process in Lang::ALL.into_iter().flat_map(processes) {
        let mut work = Work::begin(process);
        for (place, stage) in process.stages.iter().enumerate() {
            let at = format!("{} {}", process.at.id, stage.id);
            assert_eq!(work.case().stage(), Some(&stage.id), "{at}");
            let required: Vec<&Task> = stage.tasks.iter().filter(|task| task.required).collect();
            let open: Vec<String> = required.iter().map(|task| task.id.to_string()).collect();
            assert_eq!(work.leave(place), Err(open), "{at} is not left before its required tasks are done");
            for task in required {
                let next = Progress::of(&work.case(), process).next_task().map(|next| next.id.clone());
                assert_eq!(next.as_ref(), Some(&task.id), "{at} says what is next");
                work.done(task);
            }
            if stage.review {
                let missing = vec![format!("review of {}", stage.id)];
                assert_eq!(work.leave(place), Err(missing), "{at} is not left before it was reviewed");
                work.review(stage);
            }
            assert_eq!(work.leave(place), Ok(()), "{at}");
        }
        let case = work.case();
        assert_eq!(case.status(), Status::Closed, "{}", process.at.id);
        let progress = Progress::of(&case, process);
        assert!((0..progress.position()).all(|place| progress.state(place) == StageState::Done));
    }
}
