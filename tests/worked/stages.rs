use crate::bench::{Bench, case_id};
use casebook::app::command::{
    FollowError, Pen, StageError, close, follow_process, mark_task, move_to_stage, review_stage, set_texts,
    submit_stage, undo,
};
use casebook::catalog::processes;
use casebook::domain::case::{
    Case, CaseDay, CaseEvent, CaseField, CaseItem, CaseKind, CaseText, Evidence, Mark, Progress, StageMove,
    StageState, is_given_out, is_on_record,
};
use casebook::domain::date::Date;
use casebook::domain::execution::{Escalation, Interim, Trouble, TroubleKind};
use casebook::domain::id::{LetterId, SolutionId, StaffId, StageId, TaskId, TermId};
use casebook::domain::lang::Lang;
use casebook::domain::local_time::LocalTime;
use casebook::domain::money::{Currency, Money};
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::payment::{Payment, PaymentMethod, PaymentTerm, TermKind};
use casebook::domain::process::{Process, Task};
use casebook::domain::quote::Solution;
use casebook::domain::record_part::RecordPart;
use casebook::domain::review::{Review, ReviewVerdict};
use casebook::journal::Change;

fn process(id: &str) -> &'static Process {
    processes(Lang::En).iter().find(|process| process.at.id.as_str() == id).expect("a process")
}

fn task(process: &'static Process, id: &str) -> &'static Task {
    process.task(&TaskId::parse(&format!("{}-{id}", process.at.id)).expect("an id")).expect("a task")
}

fn stage(id: &str) -> StageId {
    StageId::parse(id).expect("an id")
}

impl Bench {
    /// Writes a change down just so.
    fn write(&mut self, change: Change<CaseField, CaseEvent>) {
        let pen = self.pen("may");
        self.records.add::<CaseKind>(case_id().as_str(), pen.entry(vec![change]));
    }

    fn put(&mut self, field: CaseField) {
        self.write(Change::Set { field, replaces: Vec::new() });
    }

    fn stand_in(&mut self, to: &str) {
        self.put(CaseField::Stage(StageMove { to: stage(to), reason: String::new() }));
    }

    fn do_all(&mut self, process: &'static Process, at: &str) {
        for task in &process.stages[process.position(&stage(at)).expect("a stage")].tasks {
            let (pen, case) = (self.pen("may"), self.case());
            let mark = Mark::Done(Evidence::Tick);
            self.take(mark_task(&pen, &case_id(), &case, &task.id, mark));
        }
    }
}

fn reviewed(bench: &mut Bench, at: &str, verdict: ReviewVerdict) {
    let (pen, case) = (bench.pen("may"), bench.case());
    bench.take(submit_stage(&pen, &case_id(), &case, &stage(at)).expect("submitted"));
    let (pen, case) = (bench.pen("ruth"), bench.case());
    let review = Review { stage: stage(at), verdict, words: "Check the sums".to_owned() };
    bench.take(review_stage(&pen, &case_id(), &case, review).expect("reviewed"));
}

fn pay(bench: &mut Bench) {
    let amount = Money::new(20_000, Currency::Cny).expect("an amount");
    let payment = Payment { amount, method: PaymentMethod::Cash, term: None, note: String::new() };
    bench.write(Change::Event(CaseEvent::PaymentReceived(payment)));
}

/// What keeps the case from going on from the plan of a decoration.
fn on_from_plan(pen: &Pen, case: &Case, reason: &str) -> Result<usize, &'static str> {
    let progress = Progress::of(case, process("P13"));
    match move_to_stage(pen, &case_id(), &progress, &stage("discussion"), reason) {
        Ok(records) => Ok(records.entries()),
        Err(StageError::OpenTasks(_)) => Err("tasks"),
        Err(StageError::NotReviewed(stages)) => {
            assert_eq!(stages.iter().map(|stage| stage.id.as_str()).collect::<Vec<_>>(), ["plan"]);
            Err("review")
        }
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_stage_that_needs_a_review_is_left_with_one_or_with_a_reason() {
    let mut bench = Bench::default();
    bench.stand_in("plan");
    let pen = bench.pen("may");
    assert_eq!(on_from_plan(&pen, &bench.case(), ""), Err("tasks"));
    bench.do_all(process("P13"), "plan");
    assert_eq!(on_from_plan(&pen, &bench.case(), " "), Err("review"));
    assert_eq!(on_from_plan(&pen, &bench.case(), "She waits"), Ok(1));
    reviewed(&mut bench, "plan", ReviewVerdict::ChangesWanted);
    assert_eq!(on_from_plan(&pen, &bench.case(), ""), Err("review"));
    reviewed(&mut bench, "plan", ReviewVerdict::Approved);
    assert_eq!(on_from_plan(&pen, &bench.case(), ""), Ok(1));
}

#[test]
fn a_stage_left_without_its_review_shows_it() {
    let (mut bench, process) = (Bench::default(), process("P13"));
    bench.do_all(process, "plan");
    bench.stand_in("discussion");
    let plan = process.position(&stage("plan")).expect("a stage");
    assert_eq!(Progress::of(&bench.case(), process).state(plan), StageState::Skipped);
    reviewed(&mut bench, "plan", ReviewVerdict::Approved);
    assert_eq!(Progress::of(&bench.case(), process).state(plan), StageState::Done);
}

#[test]
fn a_case_that_lacks_a_review_is_closed_only_with_a_reason() {
    let (mut bench, process) = (Bench::default(), process("P9"));
    bench.stand_in("assessment");
    for stage in &process.stages[1..] {
        bench.do_all(process, stage.id.as_str());
    }
    let (pen, case) = (bench.pen("may"), bench.case());
    let progress = Progress::of(&case, process);
    let Err(StageError::NotReviewed(stages)) = close(&pen, &case_id(), &progress, "") else {
        panic!("it lacks two reviews")
    };
    assert_eq!(
        stages.iter().map(|stage| stage.id.as_str()).collect::<Vec<_>>(),
        ["assessment", "acceptance"]
    );
    assert!(close(&pen, &case_id(), &progress, "She moved away").is_ok());
}

#[test]
fn what_is_on_record_needs_no_tick_and_undoing_it_opens_the_task_again() {
    let (mut bench, process) = (Bench::default(), process("P1"));
    bench.stand_in("solution");
    let first = task(process, "ask_further");
    assert!(!Progress::of(&bench.case(), process).is_done(first));
    let needs = vec![(CaseText::Facts, "It leaks".to_owned())];
    let pen = bench.pen("may");
    let new = set_texts(&pen, &case_id(), &bench.case(), needs).expect("needs");
    bench.take(new);
    let case = bench.case();
    let progress = Progress::of(&case, process);
    assert!(progress.is_done(first) && progress.mark(first).is_none());
    assert!(!progress.open_required(1).contains(&first));
    assert!(!progress.is_done(task(process, "separate_needs")), "it speaks for the first task alone");
    let pen = bench.pen("may");
    let journal = bench.records.journal::<CaseKind>(case_id().as_str());
    bench.take(undo(&pen, &case_id(), &journal));
    assert!(!Progress::of(&bench.case(), process).is_done(first));
}

#[test]
fn a_first_payment_is_not_the_last() {
    let (mut bench, process) = (Bench::default(), process("P13"));
    pay(&mut bench);
    let case = bench.case();
    let progress = Progress::of(&case, process);
    assert!(progress.is_done(task(process, "deposit")));
    assert!(!progress.is_done(task(process, "collect")));
}

#[test]
fn visits_are_counted_by_who_knows_them() {
    let (bench, process) = (Bench::default(), process("P13"));
    let case = bench.case();
    let appointment = task(process, "appointment");
    assert!(!Progress::of(&case, process).is_done(appointment));
    assert!(Progress::of(&case, process).with_visits(1).is_done(appointment));
}

#[test]
fn each_part_is_on_record_by_its_own_content() {
    type Fill = fn(&mut Bench);
    let solution = |bench: &mut Bench| {
        let id = SolutionId::parse("s1").expect("an id");
        let item = casebook::domain::case::CaseItem::Solution(id, Some(Solution::default().into()));
        bench.put(CaseField::Item(item));
    };
    let filled: [(Fill, RecordPart); 9] = [
        (|bench| bench.put(CaseField::Text(CaseText::How, "By bike".to_owned())), RecordPart::Needs),
        (solution, RecordPart::Options),
        (pay, RecordPart::Payments),
        (
            |bench| {
                let kind = TroubleKind::Delay;
                let trouble = Trouble { kind, words: "Late".to_owned(), answer: String::new() };
                bench.write(Change::Event(CaseEvent::TroubleMet(trouble)));
            },
            RecordPart::Trouble,
        ),
        (
            |bench| {
                let to = StaffId::parse("ruth").expect("an id");
                let escalation = Escalation { to, reason: "Beyond me".to_owned() };
                bench.write(Change::Event(CaseEvent::Escalated(escalation)));
            },
            RecordPart::Trouble,
        ),
        (|bench| bench.put(CaseField::Text(CaseText::Goals, "No drip".to_owned())), RecordPart::Goals),
        (
            |bench| {
                let amount = Money::parse("120", Currency::Cny).expect("an amount");
                let (kind, label) = (TermKind::Final, String::new());
                let term = PaymentTerm { rank: 1, kind, label, amount, due: None, method: None };
                let id = TermId::parse("t1").expect("an id");
                bench.put(CaseField::Item(CaseItem::PaymentTerm(id, Some(term.into()))));
            },
            RecordPart::Price,
        ),
        (
            |bench| bench.put(CaseField::Day(CaseDay::MaintenanceEnd, Date::parse("2027-05-28"))),
            RecordPart::Maintenance,
        ),
        (
            |bench| {
                let (by, due) = (
                    StaffId::parse("may").expect("an id"),
                    LocalTime::parse("2026-12-01T10:00").expect("a time"),
                );
                let interim = Interim { what: "A spare one".to_owned(), by, due };
                bench.write(Change::Event(CaseEvent::InterimAgreed(interim)));
            },
            RecordPart::Interim,
        ),
    ];
    for (fill, part) in filled {
        let mut bench = Bench::default();
        let on_record = |case: &Case| {
            RecordPart::ALL.into_iter().filter(|part| is_on_record(case, 0, *part)).collect::<Vec<_>>()
        };
        assert_eq!(on_record(&bench.case()), []);
        // What belongs to another part does not count.
        bench.put(CaseField::Text(CaseText::Scope, "All rooms".to_owned()));
        bench.put(CaseField::Text(CaseText::Strengths, "Near".to_owned()));
        fill(&mut bench);
        assert_eq!(on_record(&bench.case()), [part]);
    }
    assert!(is_on_record(&Bench::default().case(), 1, RecordPart::Visits));
}

#[test]
fn a_letter_that_was_given_out_is_on_record() {
    let mut bench = Bench::default();
    assert!(!is_given_out(&bench.case(), PaperKind::CommitmentLetter));
    let letter = LetterId::parse("l1").expect("an id");
    bench.write(Change::Event(CaseEvent::LetterIssued { letter, number: "L1".to_owned(), revision: 1 }));
    assert!(is_given_out(&bench.case(), PaperKind::CommitmentLetter));
    assert!(!is_given_out(&bench.case(), PaperKind::Quote));
}

#[test]
fn an_enquiry_goes_on_as_a_contract_with_all_that_it_knows() {
    let mut bench = Bench::default();
    let (enquiry, contract) = (process("P13"), process("P2"));
    bench.put(CaseField::Process(enquiry.at.clone()));
    bench.stand_in("agreement");
    bench.do_all(enquiry, "agreement");
    let (pen, case) = (bench.pen("may"), bench.case());
    bench.take(follow_process(&pen, &case_id(), &case, contract, &stage("contract")).expect("followed"));

    assert!(bench.told()[2].contains(&contract.name) && bench.told()[2].contains("Sign the contract"));
    let case = bench.case();
    let progress = Progress::of(&case, contract);
    assert_eq!(progress.stage().map(|stage| stage.id.as_str()), Some("contract"));
    // Both processes have a task called so; its tick is of the other one.
    assert!(Progress::of(&case, enquiry).is_done(task(enquiry, "sign")));
    assert!(!progress.is_done(task(contract, "sign")));

    // What was done before is told in the words of the process that it was done in.
    let told = bench.all_told(Lang::En).join("\n");
    assert!(told.contains(&task(enquiry, "hand_over").text), "{told}");

    let (pen, case) = (bench.pen("may"), bench.case());
    let follow = |process, to: &str| follow_process(&pen, &case_id(), &case, process, &stage(to));
    assert_eq!(follow(contract, "needs"), Err(FollowError::Same));
    assert_eq!(follow(process("P15"), "talk"), Err(FollowError::WithinCase));
    assert_eq!(follow(enquiry, "contract"), Err(FollowError::NoSuchStage));
    let journal = bench.records.journal::<CaseKind>(case_id().as_str());
    bench.take(undo(&pen, &case_id(), &journal));
    assert_eq!(bench.case().process(), Some(&enquiry.at));
    assert_eq!(bench.case().stage(), Some(&stage("agreement")));
}
