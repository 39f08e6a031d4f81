use crate::bench::{Bench, case_id};
use casebook::app::command::{
    AcceptanceError, WorkError, accept, agree_interim, decide_change, escalate, meet_trouble,
    put_change_request, put_correction, put_handover, put_test, receive_work_order, repeat_failed_tests,
    report_progress, set_texts,
};
use casebook::domain::acceptance::{
    Acceptance, AcceptanceVerdict, Correction, Handover, Test, TestKind, TestResult,
};
use casebook::domain::case::{CaseText, Channel};
use casebook::domain::date::Date;
use casebook::domain::execution::{
    ChangeRequest, ChangeState, Escalation, Interim, ProgressReport, Trouble, TroubleKind, WorkOrderReceipt,
};
use casebook::domain::id::{ChangeId, CorrectionId, HandoverId, StaffId, TestId};
use casebook::domain::local_time::LocalTime;
use casebook::domain::record::Records;
use casebook::domain::text::TextError;

fn staff(id: &str) -> StaffId {
    StaffId::parse(id).expect("an id")
}

fn time(text: &str) -> LocalTime {
    LocalTime::parse(text).expect("a time")
}

fn test_id(id: &str) -> TestId {
    TestId::parse(id).expect("an id")
}

fn said(result: Result<Records, WorkError>) -> Records {
    result.expect("something to write down")
}

#[test]
fn what_happens_on_the_job_is_told() {
    let mut bench = Bench::default();
    let id = case_id();
    let pen = bench.pen("may");
    let texts = vec![(CaseText::Work, " Change the hose ".to_owned()), (CaseText::Materials, String::new())];
    bench.take(said(set_texts(&pen, &id, &bench.case(), texts)));
    assert_eq!(
        (bench.case().text(CaseText::Work), bench.case().fields.iter().count()),
        ("Change the hose", 1)
    );
    assert_eq!(
        bench.told(),
        [
            "把“工作内容”定为“Change the hose”",
            "將「工作內容」設為「Change the hose」",
            "set “What to do” to “Change the hose”"
        ]
    );
    let pen = bench.pen("may");
    bench.take(receive_work_order(
        &pen,
        &id,
        WorkOrderReceipt { by: staff("ruth"), at: time("2026-11-21T09:30") },
    ));
    assert_eq!(
        bench.told(),
        [
            "记下Ruth于2026年11月21日（周六）09:30签收了工作单",
            "記下Ruth於2026年11月21日（週六）09:30簽收了工作單",
            "noted that Ruth took on the work order at Sat 21 November 2026, 09:30",
        ]
    );
    let report = ProgressReport {
        done: "The old hose is out".to_owned(),
        next: "Fit the new one".to_owned(),
        by: Date::new(2026, 11, 22),
        told: Some(Channel::Phone),
    };
    let pen = bench.pen("ruth");
    bench.take(said(report_progress(&pen, &id, report)));
    assert_eq!(
        bench.told(),
        [
            "汇报了进度：The old hose is out | 下一步：Fit the new one | 完成日期：2026年11月22日 | 告知客户的方式：电话",
            "回報了進度：The old hose is out | 下一步：Fit the new one | 完成日期：2026年11月22日 | 告知客戶的方式：電話",
            "reported progress: The old hose is out | Next: Fit the new one | By: 22 November 2026 | Customer told by: Phone",
        ]
    );
    let trouble = Trouble {
        kind: TroubleKind::Delay,
        words: "No hose in stock".to_owned(),
        answer: "Order one".to_owned(),
    };
    let pen = bench.pen("ruth");
    bench.take(said(meet_trouble(&pen, &id, trouble)));
    assert_eq!(
        bench.told(),
        [
            "记下问题（进度延误）：No hose in stock | 应对：Order one",
            "記下問題（進度延誤）：No hose in stock | 因應：Order one",
            "noted trouble (Delay): No hose in stock | What is done about it: Order one",
        ]
    );
    let pen = bench.pen("ruth");
    let to_may = Escalation { to: staff("may"), reason: "Wants it free".to_owned() };
    bench.take(said(escalate(&pen, &id, to_may)));
    assert_eq!(
        bench.told(),
        [
            "把问题升级给May | 理由：Wants it free",
            "將問題升級給May | 原因：Wants it free",
            "escalated the case to May | Reason: Wants it free",
        ]
    );
    let interim =
        Interim { what: "A spare machine".to_owned(), by: staff("may"), due: time("2026-11-23T17:00") };
    let pen = bench.pen("may");
    bench.take(said(agree_interim(&pen, &id, interim, time("2026-11-21T10:00"))));
    assert_eq!(
        bench.told(),
        [
            "与客户达成临时约定：A spare machine | 承诺人：May | 最终答复时间：2026年11月23日（周一）17:00",
            "與客戶達成暫時約定：A spare machine | 承諾人：May | 最終答覆時間：2026年11月23日（週一）17:00",
            "agreed for the time being: A spare machine | Promised by: May | Final answer due: Mon 23 November 2026, 17:00",
        ]
    );
    let case = bench.case();
    assert_eq!(
        [
            case.work_order_receipts().count(),
            case.progress_reports().count(),
            case.troubles().count(),
            case.escalations().count(),
            case.interims().count(),
        ],
        [1; 5]
    );
}

#[test]
fn what_says_nothing_or_cannot_be_is_refused() {
    let mut bench = Bench::default();
    let (id, pen) = (case_id(), bench.pen("may"));
    let empty = Err(WorkError::Words(TextError::Empty));
    assert_eq!(report_progress(&pen, &id, ProgressReport::default()), empty);
    let trouble = Trouble { kind: TroubleKind::Delay, words: " ".to_owned(), answer: String::new() };
    assert_eq!(meet_trouble(&pen, &id, trouble), empty);
    let escalation = |to, reason: &str| Escalation { to: staff(to), reason: reason.to_owned() };
    assert_eq!(escalate(&pen, &id, escalation("ruth", "")), empty);
    assert_eq!(escalate(&pen, &id, escalation("may", "too much")), Err(WorkError::ToSelf));
    let due = time("2026-11-21T10:00");
    let interim = Interim { what: "Soon".to_owned(), by: staff("may"), due };
    assert_eq!(agree_interim(&pen, &id, interim, due), Err(WorkError::PastDue));
    let change = ChangeId::parse("x1").expect("an id");
    assert_eq!(put_change_request(&pen, &id, &bench.case(), &change, ChangeRequest::default()), empty);
    let decided = decide_change(&pen, &id, &bench.case(), &change, ChangeState::Confirmed);
    assert_eq!(decided, Err(WorkError::NoSuchChange));
    let long = vec![(CaseText::Work, "x".repeat(20_001))];
    assert_eq!(set_texts(&pen, &id, &bench.case(), long), Err(WorkError::Words(TextError::TooLong(20_000))));
}

#[test]
fn a_change_is_proposed_and_decided() {
    let mut bench = Bench::default();
    let (id, change_id) = (case_id(), ChangeId::parse("x1").expect("an id"));
    let change = ChangeRequest {
        what: "Both hoses".to_owned(),
        on_cost: "CN¥80 more".to_owned(),
        ..ChangeRequest::default()
    };
    let pen = bench.pen("may");
    bench.take(said(put_change_request(&pen, &id, &bench.case(), &change_id, change)));
    assert_eq!(
        bench.told()[2],
        "added the change “Both hoses” | Effect on cost: CN¥80 more | State: Proposed"
    );
    let pen = bench.pen("may");
    bench.take(said(decide_change(&pen, &id, &bench.case(), &change_id, ChangeState::Confirmed)));
    assert_eq!(
        bench.told(),
        [
            "修改了需求变更“Both hoses” | 状态：已确认",
            "修改了需求變更「Both hoses」 | 狀態：已確認",
            "changed the change “Both hoses” | State: Confirmed",
        ]
    );
    assert_eq!(bench.case().change_requests()[0].1.state, ChangeState::Confirmed);
}

fn test(what: &str, result: Option<TestResult>) -> Test {
    Test {
        rank: 0,
        kind: TestKind::Function,
        what: what.to_owned(),
        expected: String::new(),
        result,
        round: 1,
    }
}

#[test]
fn what_fails_is_tested_again_until_it_is_accepted() {
    let mut bench = Bench::default();
    let id = case_id();
    let handover = HandoverId::parse("h1").expect("an id");
    let pen = bench.pen("may");
    let old = Handover { rank: 0, what: "The old hose".to_owned() };
    bench.take(put_handover(&pen, &id, &bench.case(), &handover, old).expect("a thing"));
    assert!(bench.case().is_ready_for_acceptance());
    for (test_name, what, result) in [
        ("y1", "Spin", Some(TestResult::Fail)),
        ("y2", "Drain", Some(TestResult::Pass)),
        ("y3", "Heat", None),
    ] {
        let pen = bench.pen("may");
        let new = put_test(&pen, &id, &bench.case(), &test_id(test_name), test(what, result));
        bench.take(new.expect("a test"));
    }
    let failed = |bench: &Bench| -> Vec<String> {
        bench.case().failed_tests().into_iter().map(|(id, _)| id.to_string()).collect()
    };
    assert_eq!(failed(&bench), ["y1"]);
    let pen = bench.pen("may");
    let mut ids = ["y4"].into_iter().map(test_id);
    bench.take(repeat_failed_tests(&pen, &id, &bench.case(), || ids.next().expect("one failed")));
    assert_eq!(bench.told()[2], "added the test “Spin” | Kind: Function | Round: 2");
    assert_eq!(failed(&bench), Vec::<String>::new());
    assert!(!bench.case().is_ready_for_acceptance());
    for name in ["y3", "y4"] {
        let case = bench.case();
        let tests = case.tests();
        let (found, test) = tests.iter().find(|(id, _)| id.as_str() == name).expect("a test");
        let passed = Test { result: Some(TestResult::Pass), ..(*test).clone() };
        let pen = bench.pen("may");
        let new = put_test(&pen, &id, &case, found, passed).expect("a result");
        bench.take(new);
    }
    assert!(bench.case().is_ready_for_acceptance());
    let correction = CorrectionId::parse("z1").expect("an id");
    for done in [false, true] {
        let pen = bench.pen("may");
        let lid = Correction { rank: 0, what: "Fix the lid".to_owned(), done };
        bench.take(put_correction(&pen, &id, &bench.case(), &correction, lid).expect("a correction"));
        assert_eq!(bench.case().is_ready_for_acceptance(), done);
    }
    assert_eq!(bench.told()[2], "changed the correction “Fix the lid” | Made right: Yes");
    assert_eq!(bench.case().accepted_at_first(), None);
    let said =
        |verdict, words: &str| Acceptance { name: "Ann Abbott".to_owned(), verdict, words: words.to_owned() };
    let pen = bench.pen("may");
    bench.take(
        accept(&pen, &id, said(AcceptanceVerdict::WithCorrections, "The lid is loose")).expect("a word"),
    );
    assert_eq!(
        bench.told(),
        [
            "记下Ann Abbott验收通过，尚有待改 | The lid is loose",
            "記下Ann Abbott驗收通過，尚有待改 | The lid is loose",
            "noted that Ann Abbott accepted the result, with corrections | The lid is loose",
        ]
    );
    let pen = bench.pen("may");
    bench.take(accept(&pen, &id, said(AcceptanceVerdict::Accepted, "")).expect("a word"));
    assert_eq!(bench.case().accepted_at_first(), Some(false));
}

#[test]
fn an_acceptance_says_who_and_what() {
    let mut bench = Bench::default();
    let (id, pen) = (case_id(), bench.pen("may"));
    let word = |name: &str, verdict| Acceptance { name: name.to_owned(), verdict, words: String::new() };
    let nobody = accept(&pen, &id, word(" ", AcceptanceVerdict::Accepted));
    assert_eq!(nobody, Err(AcceptanceError::Name(TextError::Empty)));
    let why = accept(&pen, &id, word("Ann", AcceptanceVerdict::Refused));
    assert_eq!(why, Err(AcceptanceError::Words(TextError::Empty)));
    let no_round = Test { round: 0, ..test("Spin", None) };
    assert_eq!(put_test(&pen, &id, &bench.case(), &test_id("y1"), no_round), Err(AcceptanceError::Round));
    let unnamed = put_test(&pen, &id, &bench.case(), &test_id("y1"), test("", None));
    assert_eq!(unnamed, Err(AcceptanceError::What(TextError::Empty)));
}
