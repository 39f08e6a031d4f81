//! What the page of a case shows of it, and the ways from its tasks.

use crate::bench::{Bench, case_id};
use casebook::app::command::{
    NewVisit, accept, choose_solution, discard_letter, draft_letter, issue_letter, move_item, plan_visit,
    put_change_request, put_payment_term, put_solution, receive_payment,
};
use casebook::app::overview::{Due, Fact, Next, Overview, Papers, VisitFacts, Way, fact_words};
use casebook::catalog::processes;
use casebook::domain::acceptance::{Acceptance, AcceptanceVerdict};
use casebook::domain::case::{CaseField, CaseItemKey, CaseKind, CasePart, Progress, StageMove, Status};
use casebook::domain::custom_process::Towards;
use casebook::domain::date::Date;
use casebook::domain::document::{Document, Issued};
use casebook::domain::execution::ChangeRequest;
use casebook::domain::id::{ChangeId, LetterId, SolutionId, StageId, TaskId, TermId, VisitId};
use casebook::domain::lang::Lang;
use casebook::domain::letter::{Letter, LetterKind, Purpose};
use casebook::domain::local_time::{LocalTime, Window};
use casebook::domain::money::{Currency, Money};
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::payment::{Payment, PaymentMethod, PaymentTerm, TermKind};
use casebook::domain::process::{EvidenceKind, Process};
use casebook::domain::quote::Solution;
use casebook::domain::signing::AskedSignature;
use casebook::i18n::texts;
use casebook::journal::Change;
use casebook::search::index::Index;
use casebook::search::summary::Summary;
use std::collections::BTreeSet;

/// Saturday 21 November 2026, 20:32 in Shanghai.
const NOW: u64 = 1_795_264_320_000;

fn process(id: &str) -> &'static Process {
    processes(Lang::En).iter().find(|process| process.at.id.as_str() == id).expect("a process")
}

fn set(bench: &mut Bench, field: CaseField) {
    let pen = bench.pen("may");
    let change = Change::Set { field, replaces: Vec::new() };
    bench.records.add::<CaseKind>(case_id().as_str(), pen.entry(vec![change]));
}

fn stand_in(bench: &mut Bench, stage: &str) {
    let to = StageId::parse(stage).expect("an id");
    set(bench, CaseField::Stage(StageMove { to, reason: String::new() }));
}

fn offer(bench: &mut Bench, id: &str, title: &str) {
    let (pen, id) = (bench.pen("may"), SolutionId::parse(id).expect("an id"));
    let solution = Solution { title: title.to_owned(), ..Solution::default() };
    let records = put_solution(&pen, &case_id(), &bench.case(), &id, solution);
    bench.take(records.expect("an option"));
}

fn overview(bench: &Bench, process: &'static Process) -> Overview {
    let case = bench.case();
    Overview::of(&case, &Due::of(&Progress::of(&case, process)), &VisitFacts::default())
}

fn papers(bench: &Bench, process: &'static Process) -> Papers {
    let case = bench.case();
    Papers::of(&case, &Due::of(&Progress::of(&case, process)), 0)
}

/// What the lists see.
fn index(bench: &Bench) -> Index {
    let mut index = Index::default();
    let summaries = bench.records.0.iter().filter_map(|(key, record)| Summary::of(key, record));
    summaries.for_each(|summary| index.put(summary));
    index
}

/// The parts in sight at each stage of a case in which nothing was written down.
fn asked(process: &'static Process) -> Vec<Vec<CasePart>> {
    let stages = process.stages.iter().map(|stage| {
        let mut bench = Bench::default();
        // Going on with a reason: required tasks that were left open still ask.
        stand_in(&mut bench, stage.id.as_str());
        let overview = overview(&bench, process);
        assert_eq!(overview.in_use, [], "{}", stage.id);
        assert_eq!(overview.asked.len() + overview.rest.len(), CasePart::ALL.len() - 1, "{}", stage.id);
        overview.asked
    });
    stages.collect()
}

#[test]
fn a_case_shows_the_parts_that_its_process_asks_for_by_now() {
    use CasePart::{Acceptance, Agreement, Care, Needs, Payments, Photos, Visits, Work};
    let quick = asked(process("P8"));
    assert_eq!(
        quick,
        [vec![], vec![], vec![Payments], vec![], vec![Care]],
        "quick service shows nearly nothing"
    );
    let home = asked(process("P10"));
    assert_eq!(home[0], [Visits, Payments], "the visit, and what it is to cost");
    assert!(home.last().expect("a stage").contains(&Payments), "an unpaid fee still asks");
    let nine = asked(process("P2"));
    assert!(nine[0].is_empty() && nine[1] == [Needs, Photos], "{nine:?}");
    assert!(nine[3].contains(&Agreement) && !nine[2].contains(&Agreement), "{nine:?}");
    assert!(nine[5].contains(&Acceptance) && !nine[0].contains(&Work), "{nine:?}");
}

#[test]
fn what_is_written_down_stays_in_sight_and_a_closed_case_asks_for_nothing() {
    let mut bench = Bench::default();
    offer(&mut bench, "o1", "New hose");
    let of_quick = overview(&bench, process("P8"));
    assert_eq!(of_quick.in_use, [(CasePart::Options, Fact::Options(1, false))], "though nothing asks for it");
    stand_in(&mut bench, "support");
    assert_eq!(overview(&bench, process("P8")).asked, [CasePart::Payments]);
    set(&mut bench, CaseField::Status(Status::Closed));
    let closed = overview(&bench, process("P8"));
    assert_eq!((closed.in_use.len(), closed.asked.len()), (1, 0));
    let unknown = Overview::of(&bench.case(), &Due::default(), &VisitFacts::default());
    assert_eq!((unknown.in_use.len(), unknown.asked.len()), (1, 0), "a process that is not here");
}

#[test]
fn facts_are_short_and_true() {
    let mut bench = Bench::default();
    let mut facts: Vec<[String; 3]> = Vec::new();
    let visits = {
        let window = Window::typed("2026-11-24", "10:00", "11:00").expect("a window");
        VisitFacts { all: 3, agreed: 2, next: Some(window.start()) }
    };
    let mut note = |bench: &Bench, part: CasePart| {
        let fact = Fact::of(part, &bench.case(), &visits).expect("something is there");
        facts.push(Lang::ALL.map(|lang| fact_words(lang, &fact, NOW, |_| 480)));
    };
    for (id, title) in [("o1", "Seal it"), ("o2", "New hose"), ("o3", "New machine")] {
        offer(&mut bench, id, title);
    }
    note(&bench, CasePart::Options);
    let (pen, chosen) = (bench.pen("may"), SolutionId::parse("o2").expect("an id"));
    bench.take(choose_solution(&pen, &case_id(), &bench.case(), &chosen, "Ann").expect("chosen"));
    note(&bench, CasePart::Options);
    note(&bench, CasePart::Visits);
    let cny = |amount: &str| Money::parse(amount, Currency::Cny).expect("an amount");
    let term = PaymentTerm {
        rank: 0,
        kind: TermKind::Final,
        label: String::new(),
        amount: cny("680"),
        due: Date::parse("2026-12-01"),
        method: None,
    };
    let (pen, id) = (bench.pen("may"), TermId::parse("t1").expect("an id"));
    bench.take(put_payment_term(&pen, &case_id(), &bench.case(), &id, term).expect("a term"));
    note(&bench, CasePart::Payments);
    for amount in ["200", "480"] {
        let payment =
            Payment { amount: cny(amount), method: PaymentMethod::Cash, term: None, note: String::new() };
        let pen = bench.pen("may");
        bench.take(receive_payment(&pen, &case_id(), &bench.case(), payment).expect("paid"));
        note(&bench, CasePart::Payments);
    }
    let (pen, id) = (bench.pen("may"), ChangeId::parse("c1").expect("an id"));
    let change = ChangeRequest { what: "A longer hose".to_owned(), ..ChangeRequest::default() };
    bench.take(put_change_request(&pen, &case_id(), &bench.case(), &id, change).expect("a change"));
    note(&bench, CasePart::Work);
    let said =
        Acceptance { name: "Ann".to_owned(), verdict: AcceptanceVerdict::Accepted, words: String::new() };
    let pen = bench.pen("may");
    bench.take(accept(&pen, &case_id(), said).expect("accepted"));
    note(&bench, CasePart::Acceptance);
    let facts: Vec<[&str; 3]> = facts.iter().map(|said| said.each_ref().map(String::as_str)).collect();
    assert_eq!(
        facts,
        [
            ["3 个方案", "3 個方案", "3 options"],
            ["3 个方案，已选定", "3 個方案，已選定", "3 options, one chosen"],
            ["2 次上门，下次 11月24日 10:00", "2 次到府，下次 11月24日 10:00", "2 visits, next 24 Nov 10:00"],
            ["应收 ¥680.00，还未收款", "應收 CN¥680.00，尚未收款", "CN¥680.00, nothing received yet"],
            [
                "应收 ¥680.00，已收 ¥200.00",
                "應收 CN¥680.00，已收 CN¥200.00",
                "received CN¥200.00 of CN¥680.00"
            ],
            ["¥680.00 已收齐", "CN¥680.00 已收齊", "received CN¥680.00, all of it"],
            ["1 项变更待定", "1 項變更待決定", "1 change open"],
            ["11月21日验收通过", "11月21日驗收通過", "accepted on 21 Nov"],
        ]
    );
}

#[test]
fn papers_that_nothing_asks_for_stand_behind() {
    let mut bench = Bench::default();
    let first = papers(&bench, process("P1"));
    assert_eq!(first.asked, [PaperKind::IntakeReceipt]);
    stand_in(&mut bench, "solution");
    assert_eq!(papers(&bench, process("P1")).asked, [], "there is nothing to quote yet");
    offer(&mut bench, "o1", "New hose");
    let quoted = papers(&bench, process("P1"));
    assert_eq!(quoted.asked, [PaperKind::Quote]);
    assert!(quoted.rest.contains(&PaperKind::IntakeReceipt), "it can still be given out");
    stand_in(&mut bench, "contract");
    assert!(papers(&bench, process("P2")).asked.contains(&PaperKind::Agreement));
}

#[test]
fn every_task_that_asks_for_a_record_or_a_paper_leads_there() {
    for process in processes(Lang::En) {
        for task in process.stages.iter().flat_map(|stage| &stage.tasks) {
            let asks = match task.evidence {
                EvidenceKind::Record(_) | EvidenceKind::Paper(_) => true,
                EvidenceKind::Signature => {
                    AskedSignature::of(process, task).is_some_and(|asked| asked.paper.is_some())
                }
                _ => false,
            };
            let leads = Way::of(process, task).is_some();
            assert_eq!(leads, asks, "{} {}", process.at.id, task.id);
        }
    }
    for (process, id, way) in [
        ("P2", "P2-promise_letter", Way::Letter),
        ("P2", "P2-sign", Way::Paper(PaperKind::Agreement)),
        ("P2", "P2-adjust", Way::Part(CasePart::Work)),
        ("P2", "P2-survey", Way::Part(CasePart::Survey)),
        ("P4", "P4-ask_feedback", Way::Paper(PaperKind::SatisfactionForm)),
    ] {
        let process = processes(Lang::En).iter().find(|it| it.at.id.as_str() == process).expect("a process");
        let task = process.task(&TaskId::parse(id).expect("an id")).expect("a task");
        assert_eq!(Way::of(process, task), Some(way), "{id}");
    }
}

#[test]
fn what_is_next_is_said_the_same_everywhere() {
    let process = process("P8");
    let mut bench = Bench::default();
    let said = |bench: &Bench| {
        let case = bench.case();
        Next::of(&Progress::of(&case, process)).words(texts(Lang::En))
    };
    assert!(said(&bench).starts_with("Next: "), "{}", said(&bench));
    stand_in(&mut bench, "follow_up");
    set(&mut bench, CaseField::Status(Status::Withdrawn));
    assert_eq!(said(&bench), "The case is withdrawn");
    let case = bench.case();
    assert_eq!(Next::of(&Progress::of(&case, process)), Next::Withdrawn);
}

#[test]
fn visits_that_are_over_are_not_the_next() {
    let at = |text: &str| LocalTime::parse(text).expect("a time");
    let mut bench = Bench::default();
    for (id, from, until) in [("v1", "09:00", "10:00"), ("v2", "14:00", "15:00")] {
        let pen = bench.pen("may");
        let visit = NewVisit {
            id: VisitId::parse(id).expect("an id"),
            case: case_id(),
            when: Window::typed("2026-11-24", from, until).expect("a window"),
            travel: 0,
            staff: BTreeSet::new(),
            purpose: String::new(),
            address: String::new(),
            charge: None,
        };
        bench.take(plan_visit(&pen, visit).expect("a visit"));
    }
    let shop = index(&bench);
    let visits = shop.visits_of(case_id().as_str());
    for (now, next) in [
        ("2026-11-24T08:00", Some("2026-11-24T09:00")),
        ("2026-11-24T09:30", Some("2026-11-24T09:00")),
        ("2026-11-24T10:00", Some("2026-11-24T14:00")),
        ("2026-11-24T16:00", None),
    ] {
        let facts = VisitFacts::of(&visits, Some(at(now)));
        assert_eq!((facts.agreed, facts.next), (2, next.map(at)), "{now}");
    }
}

#[test]
fn things_move_one_place_and_no_further() {
    let mut bench = Bench::default();
    for (id, title) in [("o1", "Seal it"), ("o2", "New hose"), ("o3", "New machine")] {
        offer(&mut bench, id, title);
    }
    let keys = |bench: &Bench| {
        let case = bench.case();
        case.solutions().into_iter().map(|(id, _)| CaseItemKey::Solution(id.clone())).collect::<Vec<_>>()
    };
    let titles = |bench: &Bench| {
        let case = bench.case();
        case.solutions()
            .into_iter()
            .map(|(_, solution)| solution.title.clone())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let key = CaseItemKey::Solution(SolutionId::parse("o3").expect("an id"));
    for (towards, after) in [
        (Towards::End, "Seal it, New hose, New machine"),
        (Towards::Start, "Seal it, New machine, New hose"),
        (Towards::Start, "New machine, Seal it, New hose"),
        (Towards::Start, "New machine, Seal it, New hose"),
        (Towards::End, "Seal it, New machine, New hose"),
    ] {
        let (pen, order) = (bench.pen("may"), keys(&bench));
        bench.take(move_item(&pen, &case_id(), &bench.case(), order, &key, towards));
        assert_eq!(titles(&bench), after, "{towards:?}");
    }
    let gone = CaseItemKey::Solution(SolutionId::parse("o9").expect("an id"));
    let nothing =
        move_item(&bench.pen("may"), &case_id(), &bench.case(), keys(&bench), &gone, Towards::Start);
    assert_eq!(nothing.entries(), 0);
}

#[test]
fn a_draft_that_was_thrown_away_is_in_no_list_and_an_issued_letter_stays() {
    let mut bench = Bench::default();
    let id = LetterId::parse("l1").expect("an id");
    let letter = |bench: &Bench| Letter::of(&bench.records.journal::<LetterKind>("l1"));
    let pen = bench.pen("may");
    bench.take(draft_letter(&pen, &id, Purpose::Case(case_id()), Lang::En, "May"));
    assert_eq!(index(&bench).letters_of(case_id().as_str()).len(), 1);

    let mut elsewhere = bench.clone();
    let pen = bench.pen("may");
    bench.take(discard_letter(&pen, &id, &letter(&bench)));
    assert!(letter(&bench).is_discarded());
    assert!(index(&bench).letters.is_empty());
    let again = discard_letter(&bench.pen("may"), &id, &letter(&bench));
    assert_eq!(again.entries(), 0, "once is enough");

    // Another device issued it meanwhile: what a customer holds counts.
    let blocks = Vec::new();
    let document = Document { paper: PaperKind::CommitmentLetter, lang: Lang::En, blocks };
    let (hash, date) = (document.hash(), Date::parse("2026-11-21").expect("a date"));
    let issued =
        Issued { number: "K-1".to_owned(), revision: 1, date, replaces: None, hash, document, visit: None };
    let pen = elsewhere.pen_at(2, "ruth");
    elsewhere.take(issue_letter(
        &pen,
        &id,
        &letter(&elsewhere),
        issued,
        casebook::catalog::clause_library(Lang::ZhCn),
    ));
    bench.take(elsewhere.records.clone());
    assert!(!letter(&bench).is_discarded());
    assert_eq!(index(&bench).letters_of(case_id().as_str()).len(), 1);
    let stays = discard_letter(&bench.pen("may"), &id, &letter(&bench));
    assert_eq!(stays.entries(), 0, "an issued letter is not thrown away");
}
