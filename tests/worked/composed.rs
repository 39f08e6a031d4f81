//! Papers from what a case knows.

use crate::bench::{Bench, case_id};
use casebook::app::command::{
    NewVisit, choose_solution, close, decide_change, issue_document, plan_visit, put_change_request,
    put_handover, put_payment_term, put_quote_line, put_solution, put_test, receive_payment, report_progress,
    set_texts, set_visit_state,
};
use casebook::app::papers::{Dossier, MADE, Numbered, compose, reads_otherwise, usual_visit};
use casebook::domain::acceptance::{Handover, Test, TestKind, TestResult};
use casebook::domain::case::{CaseField, CaseKind, CaseText};
use casebook::domain::complaint::ComplaintPart;
use casebook::domain::customer::{Customer, CustomerField, CustomerKind};
use casebook::domain::date::Date;
use casebook::domain::execution::{ChangeRequest, ChangeState, ProgressReport};
use casebook::domain::id::{ChangeId, HandoverId, QuoteLineId, SolutionId, StaffId, TermId, TestId, VisitId};
use casebook::domain::lang::Lang;
use casebook::domain::local_time::Window;
use casebook::domain::money::{Currency, Money, Quantity, Rate};
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::payment::{Payment, PaymentMethod, PaymentTerm, TermKind};
use casebook::domain::quote::{Chosen, QuoteLine, Solution};
use casebook::domain::record_part::RecordPart;
use casebook::domain::shop::{SHOP_ID, Shop, ShopField, ShopKind};
use casebook::domain::visit::{Visit, VisitKind, VisitState};
use casebook::journal::{Change, Entry};

const NOW: u64 = 1_795_264_320_000;

fn cny(amount: &str) -> Money {
    Money::parse(amount, Currency::Cny).expect("an amount")
}

fn first<F, E>(field: F) -> Change<F, E> {
    Change::Set { field, replaces: Vec::new() }
}

/// A tap that drips: nobody home the first time, then mended, tested and half paid.
pub(crate) fn tap() -> Bench {
    let mut bench = Bench::default();
    let (id, solution) = (case_id(), SolutionId::parse("o1").expect("an id"));
    let pen = bench.pen("may");
    let stamp = pen.stamp.clone();
    let entry = |changes| Entry { stamp: stamp.clone(), author: None, changes };
    bench.records.add::<ShopKind>(SHOP_ID, entry(vec![first(ShopField::Name("街角维修".to_owned()))]));
    let entry = Entry {
        stamp: stamp.clone(),
        author: None,
        changes: vec![first(CustomerField::Name("王秀兰".to_owned()))],
    };
    bench.records.add::<CustomerKind>("c1", entry);
    let changes = vec![
        first(CaseField::Number("K3V-0001".to_owned())),
        first(CaseField::Description("厨房龙头滴水".to_owned())),
    ];
    bench.records.add::<CaseKind>(id.as_str(), Entry { stamp, author: None, changes });
    let words = |title: &str| Solution { title: title.to_owned(), ..Solution::default() };
    let pen = bench.pen("may");
    bench.take(put_solution(&pen, &id, &bench.case(), &solution, words("更换阀芯")).expect("an option"));
    let line = QuoteLine {
        solution: solution.clone(),
        rank: 0,
        text: "陶瓷阀芯".to_owned(),
        quantity: Quantity::parse("2").expect("a quantity"),
        unit: "个".to_owned(),
        price: cny("45"),
        discount: Rate::NONE,
        tax: Rate::NONE,
    };
    let pen = bench.pen("may");
    bench.take(
        put_quote_line(&pen, &id, &bench.case(), &QuoteLineId::parse("l1").expect("an id"), line)
            .expect("a line"),
    );
    let chosen = Chosen { solution, title: "更换阀芯".to_owned(), by: "王秀兰".to_owned() };
    let pen = bench.pen("may");
    bench.take(choose_solution(&pen, &id, &bench.case(), &chosen.solution, &chosen.by).expect("a choice"));
    let term = PaymentTerm {
        rank: 0,
        kind: TermKind::Deposit,
        label: String::new(),
        amount: cny("30"),
        due: None,
        method: Some(PaymentMethod::Wechat),
    };
    let term_id = TermId::parse("t1").expect("an id");
    let pen = bench.pen("may");
    bench.take(put_payment_term(&pen, &id, &bench.case(), &term_id, term).expect("a term"));
    let payment =
        Payment { amount: cny("30"), method: PaymentMethod::Cash, term: Some(term_id), note: String::new() };
    let pen = bench.pen("ruth");
    bench.take(receive_payment(&pen, &id, &bench.case(), payment).expect("a payment"));
    for (visit, date) in [("v1", "2026-11-23"), ("v2", "2026-11-24")] {
        let new = NewVisit {
            id: VisitId::parse(visit).expect("an id"),
            case: id.clone(),
            when: Window::typed(date, "9:00", "10:00").expect("a window"),
            travel: 0,
            staff: StaffId::parse("ruth").into_iter().collect(),
            purpose: String::new(),
            address: String::new(),
            charge: None,
        };
        let pen = bench.pen("may");
        bench.take(plan_visit(&pen, new).expect("a visit"));
    }
    let (missed, pen) = (VisitId::parse("v1").expect("an id"), bench.pen("ruth"));
    let visit = Visit::of(&bench.records.journal::<VisitKind>("v1"));
    bench.take(set_visit_state(&pen, &missed, &visit, VisitState::Missed, "家中无人").expect("a state"));
    let pen = bench.pen("may");
    let texts =
        vec![(CaseText::Work, "更换阀芯".to_owned()), (CaseText::Materials, "陶瓷阀芯\n密封圈".to_owned())];
    bench.take(set_texts(&pen, &id, &bench.case(), texts).expect("texts"));
    let report =
        ProgressReport {
            done: "已关总阀".to_owned(), next: "换阀芯".to_owned(), by: None, told: None
        };
    let pen = bench.pen("ruth");
    bench.take(report_progress(&pen, &id, report).expect("a report"));
    let test = Test {
        rank: 0,
        kind: TestKind::Function,
        what: "开关十次".to_owned(),
        expected: "不滴水".to_owned(),
        result: Some(TestResult::Pass),
        round: 1,
    };
    let pen = bench.pen("ruth");
    bench.take(
        put_test(&pen, &id, &bench.case(), &TestId::parse("x1").expect("an id"), test).expect("a test"),
    );
    let handover = Handover { rank: 0, what: "旧阀芯".to_owned() };
    let pen = bench.pen("ruth");
    bench.take(
        put_handover(&pen, &id, &bench.case(), &HandoverId::parse("h1").expect("an id"), handover)
            .expect("one"),
    );
    bench
}

/// Asks something of all that the bench knows, as somebody at the counter would now.
pub(crate) fn ask<T>(bench: &Bench, lang: Lang, ask: impl FnOnce(&Dossier) -> T) -> T {
    let visits: Vec<(VisitId, Visit)> = ["v1", "v2"]
        .iter()
        .filter_map(|id| Some((VisitId::parse(id)?, Visit::of(&bench.records.journal::<VisitKind>(*id)))))
        .filter(|(_, visit)| visit.when().is_some())
        .collect();
    let staff = |id: &StaffId| if id.as_str() == "ruth" { "李娜".to_owned() } else { "小梅".to_owned() };
    ask(&Dossier {
        case: &bench.case(),
        journal: &bench.records.journal::<CaseKind>(case_id().as_str()),
        customer: &Customer::of(&bench.records.journal::<CustomerKind>("c1")),
        asset: None,
        shop: &Shop::of(&bench.records.journal::<ShopKind>(SHOP_ID)),
        visits: &visits,
        promised: casebook::app::papers::Promised::default(),
        process: None,
        staff: &staff,
        by: "小梅",
        now: NOW,
        zone: |_| 480,
        lang,
    })
}

pub(crate) fn numbered(visit: Option<&str>) -> Numbered {
    let date = Date::parse("2026-11-24").expect("a date");
    Numbered { number: "K3V-0001-X1".to_owned(), revision: 1, date, visit: visit.and_then(VisitId::parse) }
}

pub(crate) fn composed(bench: &Bench, kind: PaperKind, lang: Lang) -> Result<String, RecordPart> {
    composed_again(bench, kind, lang, 1)
}

fn composed_again(bench: &Bench, kind: PaperKind, lang: Lang, revision: u32) -> Result<String, RecordPart> {
    let numbered = Numbered { revision, ..numbered(None) };
    ask(bench, lang, |dossier| compose(kind, dossier, &numbered).map(|document| document.plain_text()))
}

#[test]
fn each_paper_is_filled_from_what_the_case_knows() {
    let bench = tap();
    for (kind, said) in [
        (PaperKind::Quote, &["王秀兰", "更换阀芯", "陶瓷阀芯", "¥90.00"][..]),
        (PaperKind::Agreement, &["更换阀芯", "¥90.00", "玖拾元整", "¥30.00"]),
        (PaperKind::WorkOrder, &["李娜", "11月24日", "更换阀芯", "密封圈", "¥60.00"]),
        (PaperKind::Appointment, &["11月24日", "09:00–10:00", "李娜"]),
        (PaperKind::MissedVisit, &["11月23日", "11月24日", "K3V-0001"]),
        (PaperKind::ProgressReport, &["已关总阀", "换阀芯", "李娜"]),
        (PaperKind::AcceptanceReport, &["开关十次", "不滴水", "旧阀芯"]),
        (PaperKind::FeeStatement, &["¥90.00", "¥30.00", "¥60.00", "现金", "李娜"]),
        (PaperKind::ThankYou, &["王秀兰", "街角维修"]),
        (PaperKind::Apology, &["王秀兰", "街角维修"]),
    ] {
        let text = composed(&bench, kind, Lang::ZhCn).expect("a paper");
        for words in said {
            assert!(text.contains(words), "{kind:?} lacks {words}:\n{text}");
        }
    }
}

#[test]
fn a_note_at_the_door_does_not_tell_the_matter() {
    for lang in Lang::ALL {
        let text = composed(&tap(), PaperKind::MissedVisit, lang).expect("a note");
        assert!(!text.contains("滴水"), "{text}");
    }
}

#[test]
fn a_paper_without_content_names_the_record_to_fill_in() {
    let bench = Bench::default();
    for (kind, lacking) in [
        (PaperKind::NeedsRecord, RecordPart::Needs),
        (PaperKind::Quote, RecordPart::Options),
        (PaperKind::Agreement, RecordPart::Options),
        (PaperKind::Appointment, RecordPart::Visits),
        (PaperKind::MissedVisit, RecordPart::Visits),
        (PaperKind::ProgressReport, RecordPart::Trouble),
        (PaperKind::ChangeRequest, RecordPart::Trouble),
        (PaperKind::AcceptanceReport, RecordPart::Acceptance),
        (PaperKind::FeeStatement, RecordPart::Payments),
        (PaperKind::ComplaintReply, RecordPart::Complaint(ComplaintPart::Findings)),
        (PaperKind::ComplaintRecord, RecordPart::Complaint(ComplaintPart::Heard)),
        (PaperKind::FollowUpRecord, RecordPart::FollowUp),
    ] {
        assert_eq!(composed(&bench, kind, Lang::En), Err(lacking), "{kind:?}");
    }
}

#[test]
fn every_paper_is_made_in_every_language() {
    let bench = tap();
    for (kind, lang) in MADE.into_iter().flat_map(|kind| Lang::ALL.map(|lang| (kind, lang))) {
        match composed(&bench, kind, lang) {
            Ok(text) => assert!(text.contains("K3V-0001"), "{kind:?} {lang:?}:\n{text}"),
            Err(lacking) => assert!(
                matches!(
                    lacking,
                    RecordPart::Needs | RecordPart::Trouble | RecordPart::FollowUp | RecordPart::Complaint(_)
                ),
                "{kind:?}"
            ),
        }
    }
}

/// The customer wants the bath's tap mended too.
fn wanting_more() -> (Bench, ChangeId) {
    let (mut bench, id) = (tap(), ChangeId::parse("x1").expect("an id"));
    let change = ChangeRequest {
        what: "浴室龙头也换阀芯".to_owned(),
        reason: "也滴水".to_owned(),
        ..ChangeRequest::default()
    };
    let pen = bench.pen("may");
    bench.take(put_change_request(&pen, &case_id(), &bench.case(), &id, change).expect("a change"));
    let case = bench.case();
    let (line, row) = case.quote_lines().into_iter().next().expect("a line");
    let row = QuoteLine { quantity: Quantity::parse("3").expect("a quantity"), ..row.clone() };
    let pen = bench.pen("may");
    bench.take(put_quote_line(&pen, &case_id(), &case, line, row).expect("a line"));
    (bench, id)
}

#[test]
fn only_a_confirmed_change_stands_in_the_revised_papers() {
    let (mut bench, id) = wanting_more();
    for (state, named) in
        [(ChangeState::Proposed, false), (ChangeState::Refused, false), (ChangeState::Confirmed, true)]
    {
        let pen = bench.pen("may");
        bench.take(decide_change(&pen, &case_id(), &bench.case(), &id, state).expect("a decision"));
        for kind in [PaperKind::Quote, PaperKind::Agreement] {
            let text = composed_again(&bench, kind, Lang::ZhCn, 2).expect("a paper");
            for words in ["浴室龙头也换阀芯（客户于 2026年11月2", "本版取代第 1 版。"] {
                assert_eq!(text.contains(words), named, "{kind:?} {state:?} {words}:\n{text}");
            }
            let first = composed(&bench, kind, Lang::ZhCn).expect("a paper");
            assert!(!first.contains("本版取代"), "a first revision replaces nothing");
        }
    }
}

#[test]
fn a_paper_is_about_the_visit_it_names() {
    let bench = tap();
    let of = |kind, visit| {
        ask(&bench, Lang::ZhCn, |dossier| {
            compose(kind, dossier, &numbered(visit)).map(|document| document.plain_text())
        })
    };
    for (visit, says) in [(None, "11月24日"), (Some("v1"), "11月23日"), (Some("v2"), "11月24日")] {
        let text = of(PaperKind::Appointment, visit).expect("a paper");
        assert!(text.contains(says), "{text}");
    }
    assert_eq!(of(PaperKind::Appointment, Some("v9")), Err(RecordPart::Visits), "a visit of another case");
    let usual = |kind| ask(&bench, Lang::En, |dossier| usual_visit(kind, dossier.visits).cloned());
    assert_eq!(usual(PaperKind::Appointment), VisitId::parse("v2"));
    assert_eq!(usual(PaperKind::MissedVisit), VisitId::parse("v1"));
    assert_eq!(usual(PaperKind::WorkOrder), None);
    // Somebody came when it was written down, not when the note is printed.
    let later = ask(&bench, Lang::ZhCn, |dossier| {
        let later = Dossier { now: NOW + 86_400_000, ..*dossier };
        compose(PaperKind::MissedVisit, &later, &numbered(None)).map(|document| document.plain_text())
    });
    assert_eq!(of(PaperKind::MissedVisit, None), later);
}

#[test]
fn a_paper_that_was_given_out_tells_when_the_record_says_otherwise() {
    type Edit = fn(&mut Bench);
    let changes: [(&str, Edit); 2] = [
        ("a word of the agreement", |bench| {
            let pen = bench.pen("may");
            let texts = vec![(CaseText::Liability, "按日万分之五".to_owned())];
            bench.take(set_texts(&pen, &case_id(), &bench.case(), texts).expect("texts"));
        }),
        ("a payment term", |bench| {
            let term = PaymentTerm {
                rank: 1,
                kind: TermKind::Final,
                label: String::new(),
                amount: cny("60"),
                due: None,
                method: None,
            };
            let (pen, id) = (bench.pen("may"), TermId::parse("t2").expect("an id"));
            bench.take(put_payment_term(&pen, &case_id(), &bench.case(), &id, term).expect("a term"));
        }),
    ];
    for (what, change) in changes {
        let mut bench = tap();
        let otherwise = |bench: &Bench, kind| {
            let case = bench.case();
            let held = case.paper_about(kind, None).expect("a paper");
            // By whom, when and on which day it is looked at is no change.
            ask(bench, held.value.document.lang, |dossier| {
                reads_otherwise(&Dossier { by: "李娜", now: NOW + 86_400_000, ..*dossier }, &held)
            })
        };
        for kind in [PaperKind::Agreement, PaperKind::WorkOrder] {
            let (pen, case) = (bench.pen("may"), bench.case());
            let (number, revision) = case.next_issue(kind, None);
            let numbered = Numbered { number, revision, ..numbered(None) };
            // It was read for a while before it was given out.
            let read = pen.stamp.millis - 100_000;
            let document = ask(&bench, Lang::ZhTw, |dossier| {
                compose(kind, &Dossier { now: read, ..*dossier }, &numbered).expect("a paper")
            });
            let new =
                issue_document(&pen, &case_id(), &case, &numbered.number, numbered.date, document, None);
            bench.take(new.expect("a paper"));
        }
        assert!(!otherwise(&bench, PaperKind::Agreement), "{what}");
        assert!(!otherwise(&bench, PaperKind::WorkOrder), "{what}");
        change(&mut bench);
        assert!(otherwise(&bench, PaperKind::Agreement), "{what}");
    }
}

#[test]
fn a_change_request_shows_both_totals_and_the_decision() {
    let (mut bench, id) = wanting_more();
    let open = composed(&bench, PaperKind::ChangeRequest, Lang::ZhCn).expect("a paper");
    assert!(open.contains("合计金额\t¥90.00\t¥135.00"), "{open}");
    assert!(open.contains("也滴水") && !open.contains("客户决定"), "{open}");
    let pen = bench.pen("may");
    let state = ChangeState::Confirmed;
    bench.take(decide_change(&pen, &case_id(), &bench.case(), &id, state).expect("a decision"));
    for (lang, words) in
        [(Lang::ZhCn, "客户决定：已确认（2026年"), (Lang::En, "Customer's decision: Confirmed (")]
    {
        let text = composed(&bench, PaperKind::ChangeRequest, lang).expect("a paper");
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn thanks_tell_when_the_case_was_closed() {
    let mut bench = tap();
    let pen = bench.pen("may");
    let case = bench.case();
    let process = &casebook::catalog::processes(Lang::En)[0];
    let closed = close(&pen, &case_id(), &casebook::domain::case::Progress::of(&case, process), "已付清");
    bench.take(closed.expect("closed"));
    let thanks = |bench: &Bench| composed(bench, PaperKind::ThankYou, Lang::ZhCn);
    let before = thanks(&bench);
    let pen = bench.pen("may");
    bench.take(casebook::app::command::note(&pen, &case_id(), "付清"));
    assert_eq!(thanks(&bench), before, "what comes later is no end");
}
