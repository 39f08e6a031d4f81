//! A complaint, from the first words to what is changed.

use crate::bench::{Bench, case_id};
use casebook::app::command::{
    AssetChoice, ComplaintError, CustomerChoice, Request, acknowledge_complaint, answer_complaint,
    issue_document, judge_complaint, put_complaint, receive_complaint, release_handler, take_request,
};
use casebook::app::intake::Begun;
use casebook::app::papers::{Dossier, Numbered, compose};
use casebook::catalog;
use casebook::domain::case::{Case, CaseKind, Channel, Progress, Urgency, is_on_record};
use casebook::domain::complaint::{
    COMPLAINT_PROCESS, Cause, ComplaintAcknowledged, ComplaintAnswered, ComplaintDay, ComplaintField,
    ComplaintJudged, ComplaintKind, ComplaintLine, ComplaintPart, ComplaintReceived, ComplaintStep,
    ComplaintText as Text, ComplaintVerdict, Finding, Mood, RemedyAnswer, Seeks, Severity,
};
use casebook::domain::customer::{Customer, CustomerKind};
use casebook::domain::date::Date;
use casebook::domain::document::Document;
use casebook::domain::id::{CustomerId, ProcessId, StaffId, TaskId};
use casebook::domain::lang::Lang;
use casebook::domain::local_time::LocalTime;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::process::{EvidenceKind, ProcessRef};
use casebook::domain::record_part::RecordPart;
use casebook::domain::shop::{Shop, ShopKind};
use casebook::domain::text::{MAX_TEXT, TextError};
use casebook::journal::{Folded, Journal};

const NOW: u64 = 1_795_264_320_000;

fn at(text: &str) -> LocalTime {
    LocalTime::parse(text).expect("a time")
}

fn staff(id: &str) -> Option<StaffId> {
    StaffId::parse(id)
}

/// A case of a process, opened with a complaint.
fn opened(process: &str) -> Bench {
    let mut bench = Bench::default();
    let at = ProcessRef { id: ProcessId::parse(process).expect("an id"), version: 1 };
    let pen = bench.pen("may");
    let request = Request {
        case: case_id(),
        number: "K3V-0002".to_owned(),
        customer: CustomerChoice::Known(CustomerId::parse("c1").expect("an id")),
        asset: AssetChoice::None,
        channel: Channel::Phone,
        description: "修好三天又响".to_owned(),
        urgency: Urgency::Normal,
        stage: catalog::process(Lang::En, &at).expect("a process").stages[0].id.clone(),
        process: at,
        told: String::new(),
        promised: None,
        arose_from: None,
    };
    bench.take(take_request(&pen, request));
    bench
}

fn try_put(bench: &mut Bench, field: ComplaintField) -> Result<(), ComplaintError> {
    let pen = bench.pen("may");
    let records = put_complaint(&pen, &case_id(), &bench.case(), field)?;
    bench.take(records);
    Ok(())
}

fn put(bench: &mut Bench, field: ComplaintField) {
    assert_eq!(try_put(bench, field), Ok(()));
}

fn says(bench: &mut Bench, text: Text, words: &str) {
    put(bench, ComplaintField::Text(text, words.to_owned()));
}

#[test]
fn nobody_handles_a_complaint_about_themselves() {
    let mut bench = opened("P14");
    put(&mut bench, ComplaintField::About(staff("ruth")));
    let refused = try_put(&mut bench, ComplaintField::Handler(staff("ruth")));
    assert_eq!(refused, Err(ComplaintError::OwnHandler));
    assert_eq!(bench.case().complaint_handler(), None);
    put(&mut bench, ComplaintField::Handler(staff("may")));
    assert_eq!(bench.case().assignee(), staff("may").as_ref(), "who handles it works on it");
    let refused = try_put(&mut bench, ComplaintField::About(staff("may")));
    assert_eq!(refused, Err(ComplaintError::AboutHandler));
    put(&mut bench, ComplaintField::About(None));
    put(&mut bench, ComplaintField::Handler(None));
    assert!(!bench.case().handles_own_complaint(), "nobody is nobody");
}

#[test]
fn what_a_merge_brings_about_is_no_handler_until_it_is_settled() {
    let mut bench = opened("P14");
    let mut other = bench.clone();
    put(&mut bench, ComplaintField::About(staff("ruth")));
    let pen = other.pen_at(2, "may");
    let handled = ComplaintField::Handler(staff("ruth"));
    other.take(put_complaint(&pen, &case_id(), &other.case(), handled).expect("nobody knew"));
    bench.take(other.records);
    let case = bench.case();
    assert!(case.handles_own_complaint());
    assert!(!ComplaintPart::Handler.is_on_record(&case));
    let pen = bench.pen("may");
    bench.take(release_handler(&pen, &case_id(), &case));
    assert!(!bench.case().handles_own_complaint());
    put(&mut bench, ComplaintField::Handler(staff("may")));
    assert!(ComplaintPart::Handler.is_on_record(&bench.case()));
}

#[test]
fn the_clock_starts_with_the_request_or_the_first_words() {
    let complaint = opened(COMPLAINT_PROCESS);
    let case = complaint.case();
    let received = case.complaints_received().next().expect("it came in");
    assert_eq!((received.value.channel, received.value.at), (Some(Channel::Phone), None));
    assert_eq!(case.complaint_events(), "修好三天又响", "what it was opened with is what happened");
    assert!(!ComplaintPart::Heard.is_on_record(&case), "nobody asked yet how they feel");

    let mut standard = opened("P1");
    assert!(!standard.case().has_complaint() && standard.case().complaint_events().is_empty());
    says(&mut standard, Text::Feelings, "  ");
    assert!(!standard.case().has_complaint(), "nothing was said");
    says(&mut standard, Text::Feelings, "很失望 ");
    says(&mut standard, Text::Events, "又响了");
    let case = standard.case();
    assert_eq!(case.complaints_received().count(), 1);
    assert_eq!(case.complaint_text(Text::Feelings), "很失望");
    let pen = standard.pen("may");
    let before = ComplaintReceived { channel: Some(Channel::Sms), at: Some(at("2026-11-20T09:00")) };
    let now = at("2026-11-21T10:00");
    let future = ComplaintReceived { at: Some(at("2026-11-21T10:01")), ..before.clone() };
    assert_eq!(receive_complaint(&pen, &case_id(), future, now), Err(ComplaintError::NotYet));
    standard.take(receive_complaint(&pen, &case_id(), before, now).expect("corrected"));
    assert_eq!(
        standard.told()[2],
        "noted that the customer complained | How: Text message | When: Fri 20 November 2026, 09:00"
    );
    let long = ComplaintField::Text(Text::Remedy, "x".repeat(MAX_TEXT + 1));
    let refused = try_put(&mut standard, long);
    assert_eq!(refused, Err(ComplaintError::Words(TextError::TooLong(MAX_TEXT))));
}

#[test]
fn what_is_told_happened_after_it_and_before_now() {
    let mut bench = opened("P14");
    let (pen, now) = (bench.pen("may"), at("2026-11-22T12:00"));
    let received = ComplaintReceived { channel: None, at: Some(at("2026-11-22T10:00")) };
    bench.take(receive_complaint(&pen, &case_id(), received, now).expect("noted"));
    let case = bench.case();
    let pen = bench.pen("may");
    for (when, expected) in [
        ("2026-11-22T12:01", Some(ComplaintError::NotYet)),
        ("2026-11-22T09:59", Some(ComplaintError::BeforeIt)),
        ("2026-11-22T10:00", None),
        ("2026-11-22T12:00", None),
    ] {
        let told = ComplaintAcknowledged { channel: Channel::Sms, at: at(when), words: String::new() };
        let told = acknowledge_complaint(&pen, &case_id(), &case, told, now);
        let answered = ComplaintAnswered { channel: Channel::Post, at: at(when) };
        let answered = answer_complaint(&pen, &case_id(), &case, answered, now);
        assert_eq!((told.err(), answered.err()), (expected, expected), "{when}");
    }
}

/// All that there is to say.
fn worked() -> Bench {
    let mut bench = opened("P14");
    let day = Date::parse("2026-11-30");
    for field in [
        ComplaintField::Kind(Some(ComplaintKind::Aftersale)),
        ComplaintField::Cause(Some(Cause::Workmanship)),
        ComplaintField::Severity(Some(Severity::Serious)),
        ComplaintField::Seeks(Some(Seeks::Competent)),
        ComplaintField::Mood(Some(Mood::Respect)),
        ComplaintField::About(staff("ruth")),
        ComplaintField::Handler(staff("may")),
        ComplaintField::Finding(Some(Finding::Ours)),
        ComplaintField::Agreed(Some(RemedyAnswer::Changed)),
        ComplaintField::Day(ComplaintDay::RemedyBy, day),
        ComplaintField::Day(ComplaintDay::Check, day),
    ] {
        put(&mut bench, field);
    }
    for text in Text::ALL {
        says(&mut bench, text, &format!("〔{text:?}〕"));
    }
    let (pen, now) = (bench.pen("may"), at("2026-11-22T12:00"));
    let told = ComplaintAcknowledged { channel: Channel::Sms, at: now, words: "周一前答复".to_owned() };
    bench.take(acknowledge_complaint(&pen, &case_id(), &bench.case(), told, now).expect("noted"));
    let pen = bench.pen("may");
    let answered = ComplaintAnswered { channel: Channel::Post, at: now };
    bench.take(answer_complaint(&pen, &case_id(), &bench.case(), answered, now).expect("noted"));
    let pen = bench.pen("may");
    let judged = ComplaintJudged { verdict: ComplaintVerdict::Content, words: "谢谢".to_owned() };
    bench.take(judge_complaint(&pen, &case_id(), judged).expect("noted"));
    bench
}

#[test]
fn the_record_answers_the_tasks_of_the_process() {
    let (begun, done) = (opened("P14"), worked());
    let (begun, done) = (begun.case(), done.case());
    let process = catalog::process(Lang::En, done.process().expect("one")).expect("known");
    let mut asked = 0;
    for task in process.stages.iter().flat_map(|stage| &stage.tasks) {
        if let EvidenceKind::Record(part @ RecordPart::Complaint(_)) = task.evidence {
            asked += 1;
            assert!(!is_on_record(&begun, 0, part), "{part:?}");
            assert!(Progress::of(&done, process).is_done(task), "{part:?}");
        }
    }
    assert_eq!(asked, ComplaintPart::ALL.len(), "each part is asked for once");
    let record = process.task(&TaskId::parse("P14-close_file").expect("an id")).expect("a task");
    assert_eq!(record.evidence, EvidenceKind::Paper(PaperKind::ComplaintRecord));
}

#[test]
fn the_steps_come_one_after_the_other() {
    let mut bench = opened("P14");
    let next = |bench: &Bench| ComplaintStep::next(&bench.case());
    assert_eq!(next(&bench), Some(ComplaintStep::Listen));
    says(&mut bench, Text::Feelings, "失望");
    assert_eq!(next(&bench), Some(ComplaintStep::Understand));
    assert_eq!(next(&worked()), None);
    let line = ComplaintLine::of("k1", &worked().case()).expect("a complaint");
    assert_eq!((line.open, line.cause), (true, Some(Cause::Workmanship)), "the case is not closed yet");
    assert_eq!(line.verdict, Some(ComplaintVerdict::Content));
    assert_eq!(ComplaintLine::of("k1", &opened("P1").case()), None);
}

fn paper(bench: &Bench, kind: PaperKind, lang: Lang) -> Result<Document, RecordPart> {
    let name = |id: &StaffId| if id.as_str() == "ruth" { "李娜".to_owned() } else { "小梅".to_owned() };
    let dossier = Dossier {
        case: &bench.case(),
        journal: &bench.records.journal::<CaseKind>(case_id().as_str()),
        customer: &Customer::of(&Journal::<CustomerKind>::new()),
        asset: None,
        shop: &Shop::of(&Journal::<ShopKind>::new()),
        visits: &[],
        promised: casebook::app::papers::Promised::default(),
        process: None,
        staff: &name,
        by: "小梅",
        now: NOW,
        zone: |_| 480,
        lang,
    };
    let numbered = Numbered {
        number: "K3V-0002-K1".to_owned(),
        revision: 1,
        date: Date::parse("2026-11-24").expect("a date"),
        visit: None,
    };
    compose(kind, &dossier, &numbered)
}

#[test]
fn the_reply_says_what_the_customer_may_read_and_nothing_else() {
    let inside = [
        Text::Feelings,
        Text::CauseWords,
        Text::CustomerSide,
        Text::StaffSide,
        Text::RootCause,
        Text::Prevention,
    ];
    for lang in Lang::ALL {
        let reply = paper(&worked(), PaperKind::ComplaintReply, lang).expect("a reply").plain_text();
        for text in Text::ALL {
            let stands = !inside.contains(&text);
            assert_eq!(reply.contains(&format!("〔{text:?}〕")), stands, "{text:?} {lang:?}:\n{reply}");
        }
        assert!(!reply.contains("李娜"), "the one complained about is not named");
        let record = paper(&worked(), PaperKind::ComplaintRecord, lang).expect("a record").plain_text();
        for text in Text::ALL {
            assert!(record.contains(&format!("〔{text:?}〕")), "{text:?} {lang:?}:\n{record}");
        }
        assert!(record.contains("李娜") && record.contains("谢谢"), "{record}");
    }
    let reply = paper(&worked(), PaperKind::ComplaintReply, Lang::En).expect("a reply").plain_text();
    for said in ["2026", "The mistake was ours", "30 November 2026", "小梅"] {
        assert!(reply.contains(said), "{said}:\n{reply}");
    }
    let mut bench = worked();
    let text = Text::WayOn;
    put(&mut bench, ComplaintField::Text(text, String::new()));
    let reply = paper(&bench, PaperKind::ComplaintReply, Lang::En).expect("a reply").plain_text();
    assert!(reply.contains("mediation body"), "{reply}");
}

#[test]
fn what_comes_after_the_reply_does_not_change_it() {
    let mut bench = worked();
    let reply = paper(&bench, PaperKind::ComplaintReply, Lang::ZhCn).expect("a reply");
    let (pen, case) = (bench.pen("may"), bench.case());
    let day = Date::parse("2026-11-24").expect("a date");
    let issued = issue_document(&pen, &case_id(), &case, "K3V-0002-K1", day, reply.clone(), None);
    bench.take(issued.expect("given out"));
    says(&mut bench, Text::RootCause, "手抄");
    says(&mut bench, Text::Prevention, "打印");
    put(&mut bench, ComplaintField::Cause(Some(Cause::Late)));
    assert_eq!(paper(&bench, PaperKind::ComplaintReply, Lang::ZhCn), Ok(reply));
}

#[test]
fn each_word_is_told_in_the_timeline() {
    let mut bench = opened("P14");
    put(&mut bench, ComplaintField::Cause(Some(Cause::Late)));
    assert_eq!(
        bench.told(),
        [
            "把“原因”定为“没按约定时间”",
            "將「原因」設為「未按約定時間」",
            "set “Cause” to “Agreed time not kept”"
        ]
    );
    assert_eq!(
        worked().told(),
        [
            "记录了客户对投诉处理的评价：满意——谢谢",
            "記錄了客戶對客訴處理的評價：滿意——谢谢",
            "noted the customer’s verdict on the complaint: Content – 谢谢",
        ]
    );
    let all = worked().all_told(Lang::En);
    assert!(all.iter().any(|line| line.contains("by post, Sun 22 November 2026, 12:00")), "{all:?}");
    assert_eq!(all.iter().filter(|line| line.contains("customer complained")).count(), 0, "said once");
}

#[test]
fn a_complaint_begins_from_a_case_with_its_words() {
    let case: Case = Folded::of(&opened("P1").records.journal::<CaseKind>(case_id().as_str()));
    let begun = Begun::complaint(&case_id(), &case, "评了 1 分：又响了");
    assert_eq!(begun.process, COMPLAINT_PROCESS);
    assert_eq!((begun.customer.as_str(), begun.arose_from.as_str()), ("c1", "k1"));
    assert_eq!(begun.description, "评了 1 分：又响了");
    let repair = Begun::arising(&case_id(), &case, "");
    assert_eq!((repair.process.as_str(), repair.description.as_str()), ("P1", ""));
}
