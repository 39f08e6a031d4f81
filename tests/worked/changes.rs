//! A change request walks through the process of changes, inside its case.

use crate::bench::{Bench, case_id};
use casebook::app::command::{
    Agreement, StageError, WorkError, choose_solution, close, decide_change, issue_document,
    mark_change_task, put_change_request, put_quote_line, put_solution, set_agreement,
};
use casebook::catalog;
use casebook::domain::case::{Evidence, Mark, Progress, StageState};
use casebook::domain::change::{ANSWERED, CHANGE_PROCESS, ChangeCourse, ChangeStep};
use casebook::domain::date::Date;
use casebook::domain::document::{Block, Document};
use casebook::domain::execution::{ChangeRequest, ChangeState};
use casebook::domain::id::{ChangeId, QuoteLineId, SolutionId, TaskId};
use casebook::domain::lang::Lang;
use casebook::domain::money::{Currency, Money, Quantity, Rate};
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::process::{Process, Task};
use casebook::domain::quote::{QuoteLine, Solution};

fn process() -> &'static Process {
    catalog::change_process(Lang::En).expect("the process of changes")
}

fn change_id() -> ChangeId {
    ChangeId::parse("x1").expect("an id")
}

fn course<T>(bench: &Bench, read: impl FnOnce(&ChangeCourse) -> T) -> T {
    let case = bench.case();
    read(&ChangeCourse::of(&case, process(), &change_id()).expect("the change"))
}

/// The number of the stage it stands in, and what is next.
fn standing(bench: &Bench) -> (usize, String) {
    course(bench, |course| {
        let next = match course.next() {
            None => "nothing".to_owned(),
            Some(ChangeStep::Reissue(kind)) => format!("again {}", kind.name()),
            Some(ChangeStep::Write(task)) => format!("write {}", short(task)),
            Some(ChangeStep::Plan(task)) => format!("plan {}", short(task)),
            Some(ChangeStep::Prices(task)) => format!("prices {}", short(task)),
            Some(ChangeStep::Issue(task)) => format!("issue {}", short(task)),
            Some(ChangeStep::Decide(task)) => format!("decide {}", short(task)),
            Some(ChangeStep::Tick(task)) => format!("tick {}", short(task)),
        };
        (course.position() + 1, next)
    })
}

fn put(bench: &mut Bench, change: ChangeRequest) {
    let pen = bench.pen("may");
    let made = put_change_request(&pen, &case_id(), &bench.case(), &change_id(), change);
    bench.take(made.expect("a change"));
}

/// The task's own name, without that of its process.
fn short(task: &Task) -> &str {
    task.id.as_str().split_once('-').expect("a process and a task").1
}

fn task_id(task: &str) -> TaskId {
    TaskId::parse(&format!("{CHANGE_PROCESS}-{task}")).expect("an id")
}

fn tick(bench: &mut Bench, task: &str) {
    let (pen, task) = (bench.pen("may"), task_id(task));
    let mark = Mark::Done(Evidence::Tick);
    let made = mark_change_task(&pen, &case_id(), &bench.case(), &change_id(), &task, mark);
    bench.take(made.expect("a tick"));
}

fn decide(bench: &mut Bench, state: ChangeState) {
    let pen = bench.pen("may");
    bench.take(decide_change(&pen, &case_id(), &bench.case(), &change_id(), state).expect("a decision"));
}

/// Gives a paper out that says this and nothing else.
fn issue(bench: &mut Bench, paper: PaperKind, words: &str) {
    let case = bench.case();
    let last = case.papers_of(paper).last().map(|held| held.value.number.clone());
    let number = last.unwrap_or_else(|| case.next_paper_number(paper));
    let document = Document { paper, lang: Lang::En, blocks: vec![Block::Paragraph(words.to_owned())] };
    let (pen, date) = (bench.pen("may"), Date::parse("2026-11-24").expect("a day"));
    bench.take(issue_document(&pen, &case_id(), &case, &number, date, document, None).expect("a paper"));
}

fn price(bench: &mut Bench, line: &str, amount: &str) {
    let solution = SolutionId::parse("o1").expect("an id");
    let line = QuoteLineId::parse(line).expect("an id");
    let row = QuoteLine {
        solution,
        rank: 0,
        text: "Valve".to_owned(),
        quantity: Quantity::ONE,
        unit: String::new(),
        price: Money::parse(amount, Currency::Cny).expect("an amount"),
        discount: Rate::NONE,
        tax: Rate::NONE,
    };
    let pen = bench.pen("may");
    bench.take(put_quote_line(&pen, &case_id(), &bench.case(), &line, row).expect("a line"));
}

/// A case with a quote that was chosen and given out, and an agreement.
fn agreed() -> Bench {
    let mut bench = Bench::default();
    let solution = SolutionId::parse("o1").expect("an id");
    let option = Solution { title: "New valve".to_owned(), ..Solution::default() };
    let pen = bench.pen("may");
    bench.take(put_solution(&pen, &case_id(), &bench.case(), &solution, option).expect("an option"));
    price(&mut bench, "l1", "90");
    let pen = bench.pen("may");
    bench.take(choose_solution(&pen, &case_id(), &bench.case(), &solution, "Abbott").expect("a choice"));
    issue(&mut bench, PaperKind::Quote, "90");
    issue(&mut bench, PaperKind::Agreement, "90");
    bench
}

fn wish() -> ChangeRequest {
    ChangeRequest { what: "A second valve\nin the bath".to_owned(), ..ChangeRequest::default() }
}

fn assessed() -> ChangeRequest {
    ChangeRequest {
        reason: "It drips too".to_owned(),
        on_time: "an hour".to_owned(),
        on_cost: "¥45".to_owned(),
        on_quality: "none".to_owned(),
        ..wish()
    }
}

#[test]
fn the_case_answers_tasks_that_the_process_has() {
    for task in ANSWERED {
        assert!(process().task(&TaskId::parse(task).expect("an id")).is_some(), "{task}");
    }
    assert!(process().within_case && process().stages.len() == 5);
}

#[test]
fn a_change_walks_through_its_five_stages() {
    let mut bench = agreed();
    put(&mut bench, wish());
    assert_eq!(standing(&bench), (1, "write reason".to_owned()));
    put(&mut bench, ChangeRequest { on_cost: String::new(), ..assessed() });
    assert_eq!(standing(&bench), (1, "tick no_promise".to_owned()));
    tick(&mut bench, "no_promise");
    assert_eq!(standing(&bench), (2, "write effect_cost".to_owned()));
    put(&mut bench, assessed());
    assert_eq!(standing(&bench), (3, "plan plan".to_owned()));
    let pen = bench.pen("may");
    let end = Date::parse("2026-12-01");
    let days = Agreement { end, ..Agreement::default() };
    bench.take(set_agreement(&pen, &case_id(), &bench.case(), days).expect("days"));
    assert_eq!(standing(&bench), (3, "prices quote".to_owned()));
    price(&mut bench, "l2", "45");
    assert_eq!(standing(&bench), (4, "tick explain".to_owned()));
    tick(&mut bench, "explain");
    assert_eq!(standing(&bench), (4, "issue request".to_owned()));
    issue(&mut bench, PaperKind::ChangeRequest, "Something else");
    assert_eq!(standing(&bench), (4, "issue request".to_owned()), "that is another change's paper");
    tick(&mut bench, "request");
    assert_eq!(standing(&bench), (4, "decide sign".to_owned()));
    assert!(bench.case().confirmed_changes().is_empty());

    decide(&mut bench, ChangeState::Confirmed);
    assert_eq!(bench.case().confirmed_changes().len(), 1);
    assert_eq!(standing(&bench), (5, "again quote".to_owned()));
    issue(&mut bench, PaperKind::Quote, "135");
    assert_eq!(standing(&bench), (5, "again agreement".to_owned()));
    assert_eq!(bench.case().unfinished_changes(process()).len(), 1);
    issue(&mut bench, PaperKind::Agreement, "135");
    for task in ["tell_team", "carry_out", "check"] {
        assert_eq!(standing(&bench), (5, format!("tick {task}")));
        assert!(course(&bench, |course| course.state(4)) == StageState::Current);
        tick(&mut bench, task);
    }
    assert_eq!(standing(&bench), (5, "nothing".to_owned()));
    assert!(course(&bench, |course| course.is_finished() && course.state(4) == StageState::Done));
    assert!(bench.case().unfinished_changes(process()).is_empty());
}

#[test]
fn the_paper_of_this_change_says_what_it_is() {
    let mut bench = agreed();
    put(&mut bench, assessed());
    let case = bench.case();
    let words = ["A second valve", "in the bath"].map(|line| Block::Paragraph(line.to_owned()));
    let document = Document { paper: PaperKind::ChangeRequest, lang: Lang::En, blocks: words.into() };
    let (pen, date) = (bench.pen("may"), Date::parse("2026-11-24").expect("a day"));
    let made = issue_document(&pen, &case_id(), &case, "C1", date, document, None).expect("a paper");
    assert!(course(&bench, |course| course.request().is_none()));
    bench.take(made);
    assert!(course(&bench, |course| course.request().is_some()));
}

#[test]
fn each_of_several_changes_has_a_paper_of_its_own() {
    let mut bench = agreed();
    let hand = |bench: &Bench| {
        let case = bench.case();
        case.paper_about(PaperKind::ChangeRequest, None).map(|held| held.value.number.clone())
    };
    let one = ChangeRequest { what: "Blue".to_owned(), ..wish() };
    put(&mut bench, one.clone());
    assert_eq!(hand(&bench), None);
    issue(&mut bench, PaperKind::ChangeRequest, "Blue");
    assert_eq!(hand(&bench).as_deref(), Some("-C1"));
    put(&mut bench, ChangeRequest { what: "Dark blue".to_owned(), ..one });
    assert_eq!(hand(&bench).as_deref(), Some("-C1"), "it is the same change in other words");
    let (pen, other) = (bench.pen("may"), ChangeId::parse("x2").expect("an id"));
    let made = put_change_request(&pen, &case_id(), &bench.case(), &other, wish());
    bench.take(made.expect("a change"));
    assert_eq!(hand(&bench), None, "the second change has none yet");
    let pen = bench.pen("may");
    let state = ChangeState::Refused;
    bench.take(decide_change(&pen, &case_id(), &bench.case(), &other, state).expect("a decision"));
    put(&mut bench, ChangeRequest { what: "Blue".to_owned(), ..wish() });
    assert_eq!(hand(&bench).as_deref(), Some("-C1"), "the first is at hand again");
}

#[test]
fn papers_from_before_do_not_count_and_a_tick_settles_them() {
    let mut bench = agreed();
    put(&mut bench, assessed());
    for task in ["no_promise", "plan", "explain", "request"] {
        tick(&mut bench, task);
    }
    assert_eq!(standing(&bench), (3, "prices quote".to_owned()), "the first quote is older than the change");
    issue(&mut bench, PaperKind::Quote, "the same price");
    assert_eq!(standing(&bench), (4, "decide sign".to_owned()));
    decide(&mut bench, ChangeState::Confirmed);
    assert_eq!(
        standing(&bench),
        (5, "again quote".to_owned()),
        "it was given out before the customer confirmed"
    );
    tick(&mut bench, "quote");
    assert_eq!(standing(&bench), (5, "again agreement".to_owned()));
    tick(&mut bench, "agreement");
    assert_eq!(standing(&bench), (5, "tick tell_team".to_owned()));
}

#[test]
fn a_refused_change_asks_for_nothing_more() {
    let mut bench = agreed();
    put(&mut bench, wish());
    decide(&mut bench, ChangeState::Refused);
    assert_eq!(standing(&bench).1, "nothing");
    assert!(!course(&bench, |course| course.is_finished()));
    assert!(bench.case().unfinished_changes(process()).is_empty());
    assert!(bench.case().confirmed_changes().is_empty());
}

#[test]
fn what_a_confirmed_change_lacks_can_be_ticked() {
    let mut bench = agreed();
    put(&mut bench, wish());
    let reason = process().task(&task_id("reason")).expect("a task");
    assert!(!course(&bench, |course| course.is_ticked(reason)));
    decide(&mut bench, ChangeState::Confirmed);
    assert!(course(&bench, |course| course.is_ticked(reason)));
    assert_eq!(standing(&bench), (1, "tick reason".to_owned()));
}

#[test]
fn a_tick_is_told_with_its_change_and_can_be_taken_back() {
    let mut bench = agreed();
    let pen = bench.pen("may");
    let task = task_id("explain");
    let early =
        mark_change_task(&pen, &case_id(), &bench.case(), &change_id(), &task, Mark::Done(Evidence::Tick));
    assert_eq!(early, Err(WorkError::NoSuchChange));
    put(&mut bench, ChangeRequest { what: "A second valve".to_owned(), ..wish() });
    tick(&mut bench, "explain");
    let [cn, tw, en] = bench.told();
    assert_eq!(cn, "完成了“讲明影响”（变更“A second valve”）");
    assert!(tw.ends_with("（變更「A second valve」）"), "{tw}");
    assert!(en.starts_with("completed “") && en.ends_with("” of the change “A second valve”"), "{en}");
    let pen = bench.pen("may");
    let made = mark_change_task(&pen, &case_id(), &bench.case(), &change_id(), &task, Mark::Open);
    bench.take(made.expect("a tick"));
    assert_eq!(bench.told()[0], "把“讲明影响”改回未完成（变更“A second valve”）");
    assert!(bench.case().change_mark(&change_id(), &task).is_none());
}

#[test]
fn a_case_is_closed_over_an_unfinished_change_with_a_reason_only() {
    let mut bench = agreed();
    put(&mut bench, wish());
    let nothing = Process { stages: Vec::new(), ..process().clone() };
    let closed = |bench: &mut Bench, reason: &str| {
        let (pen, case) = (bench.pen("may"), bench.case());
        match close(&pen, &case_id(), &Progress::of(&case, &nothing), reason) {
            Ok(_) => None,
            Err(StageError::UnfinishedChanges(changes)) => Some(changes),
            Err(other) => panic!("{other:?}"),
        }
    };
    assert_eq!(closed(&mut bench, ""), None, "a wish that nobody confirmed binds nobody");
    decide(&mut bench, ChangeState::Confirmed);
    assert_eq!(closed(&mut bench, ""), Some(vec![wish().what]));
    assert_eq!(closed(&mut bench, "They moved"), None);
}
