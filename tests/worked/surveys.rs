//! The customer rates the service.

use crate::bench::{Bench, case_id};
use casebook::app::command::{SurveyError, answer_survey, note, see_answers, set, undo};
use casebook::app::overview::{Due, Fact, Papers, VisitFacts, fact_words};
use casebook::catalog::process;
use casebook::domain::case::{CaseEvent, CaseField, CaseKind, CasePart, Progress, StageMove, is_on_record};
use casebook::domain::id::{CaseId, ProcessId, TaskId};
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::process::{EvidenceKind, ProcessRef, Task};
use casebook::domain::record::{RecordKey, RecordKind};
use casebook::domain::record_part::RecordPart;
use casebook::domain::survey::{CLOSE_MS, Dimension, Rated, Rating, Recommendation, SurveyAnswer, SurveyWay};
use casebook::domain::text::{MAX_TEXT, TextError};
use casebook::journal::{Change, Stamp};
use casebook::search::summary::Summary;

fn answer(by: SurveyWay, overall: u32) -> SurveyAnswer {
    SurveyAnswer { overall: Rating::new(overall), ..SurveyAnswer::empty(by) }
}

impl Bench {
    fn answered(&mut self, answer: SurveyAnswer) -> Stamp {
        let pen = self.pen("may");
        self.take(answer_survey(&pen, &case_id(), answer).expect("an answer"));
        pen.stamp
    }

    fn low_score(&self) -> u64 {
        let key = RecordKey::new(RecordKind::Case, case_id().as_str());
        match Summary::of(&key, &self.records.0[&key]) {
            Some(Summary::Case(case)) => case.low_score,
            _ => panic!("a case"),
        }
    }
}

#[test]
fn an_answer_is_kept_and_told() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    let wrong = |answer| answer_survey(&pen, &case_id(), answer).err();
    assert_eq!(wrong(SurveyAnswer::empty(SurveyWay::Form)), Some(SurveyError::Nothing));
    let long = SurveyAnswer { words: "长".repeat(MAX_TEXT + 1), ..answer(SurveyWay::Form, 5) };
    assert_eq!(wrong(long), Some(SurveyError::Words(TextError::TooLong(MAX_TEXT))));

    let marks =
        |expected, perceived| Rated { expected: Rating::new(expected), perceived: Rating::new(perceived) };
    let mut full = answer(SurveyWay::Screen, 4);
    full.recommend = Recommendation::new(9);
    full.words = " 很快 ".to_owned();
    for (dimension, rated) in
        Dimension::ALL.into_iter().zip([marks(4, 3), marks(3, 3), marks(2, 5), marks(0, 4)])
    {
        *full.rated_mut(dimension) = rated;
    }
    bench.answered(full);
    assert!(is_on_record(&bench.case(), 0, RecordPart::Survey));
    assert_eq!(
        bench.told(),
        [
            "收到客户的满意度调查答卷（屏幕作答）：总体 4 分（满分 5 分）、推荐意愿 9 分（满分 10 分） | 有形度：期望 4，感受 3，低 1 分 | 同理度：期望 3，感受 3，与期望一致 | 专业度：期望 2，感受 5，高 3 分 | 反应度：感受 4，期望未评分 | 客户的话：很快",
            "收到客戶的滿意度調查問卷（螢幕作答）：整體 4 分（滿分 5 分）、推薦意願 9 分（滿分 10 分） | 有形度：期待 4，感受 3，低 1 分 | 同理度：期待 3，感受 3，與期待相同 | 專業度：期待 2，感受 5，高 3 分 | 反應度：感受 4，期待未評分 | 客戶的話：很快",
            "took the customer’s answers to the survey (on the screen): overall 4 of 5, would recommend 9 of 10 | Tangibles: Expected 4, got 3: 1 below | Empathy: Expected 3, got 3: as expected | Assurance: Expected 2, got 5: 3 above | Responsiveness: Got 4; what they expected was not rated | In their own words: 很快",
        ]
    );
    bench.answered(SurveyAnswer { words: "ok".to_owned(), ..SurveyAnswer::empty(SurveyWay::Phone) });
    assert_eq!(
        bench.told()[2],
        "took the customer’s answers to the survey (by phone) | In their own words: ok",
        "what was not answered is not told"
    );
}

#[test]
fn a_second_answer_stands_beside_the_first() {
    let mut bench = Bench::default();
    let (mut one, mut two) = (bench.clone(), bench.clone());
    // Two tabs that have not seen each other, at the same moment.
    let [first, second] = [(1, 5), (2, 1)].map(|(device, overall)| {
        let tab = if device == 1 { &mut one } else { &mut two };
        let pen = tab.pen_at(device, "may");
        answer_survey(&pen, &case_id(), answer(SurveyWay::Screen, overall)).expect("an answer")
    });
    bench.take(first);
    bench.take(second);
    let case = bench.case();
    let scores: Vec<_> = case.survey_answers().filter_map(|held| held.value.overall).collect();
    assert_eq!(scores.len(), 2, "neither replaces the other");
    assert!(case.has_close_answers());

    // Taken back, one is gone and the other stays.
    let journal = bench.records.journal::<CaseKind>(case_id().as_str());
    let mut later = Bench::default();
    later.take(bench.records.clone());
    later.pen("may");
    let pen = later.pen("may");
    later.take(undo(&pen, &case_id(), &journal));
    assert_eq!(later.case().survey_answers().count(), 1);
    assert!(!later.case().has_close_answers());

    let mut slow = Bench::default();
    slow.answered(answer(SurveyWay::Form, 5));
    for _ in 0..CLOSE_MS / 60_000 - 1 {
        slow.pen("may");
    }
    slow.answered(answer(SurveyWay::Form, 5));
    assert!(!slow.case().has_close_answers(), "ten minutes are not close");
}

#[test]
fn a_low_score_waits_until_somebody_does_something() {
    let mut bench = Bench::default();
    bench.answered(answer(SurveyWay::Form, 3));
    assert_eq!(bench.low_score(), 0);
    let low = bench.answered(answer(SurveyWay::Form, 1));
    let again = bench.answered(answer(SurveyWay::Phone, 2));
    assert_eq!(bench.low_score(), low.millis, "the first that waits");
    let pen = bench.pen("ruth");
    bench.take(note(&pen, &case_id(), "hm"));
    assert_eq!(bench.low_score(), low.millis, "a note is no answer to it");
    let pen = bench.pen("ruth");
    bench.take(see_answers(&pen, &case_id(), std::slice::from_ref(&low)));
    assert_eq!(bench.low_score(), again.millis, "the other one still waits");
    assert_eq!(bench.told()[2], "saw a low score in the survey; nothing more is to be done");

    // A complaint that was opened answers all that came before it, and nothing after.
    let event = CaseEvent::LedTo(CaseId::parse("k2").expect("an id"));
    let pen = bench.pen("ruth");
    bench.records.add::<CaseKind>(case_id().as_str(), pen.entry(vec![Change::Event(event)]));
    assert_eq!(bench.low_score(), 0);
    let later = bench.answered(answer(SurveyWay::Form, 1));
    assert_eq!(bench.low_score(), later.millis);
    assert!(see_answers(&bench.pen("may"), &case_id(), &[]).0.is_empty());
}

#[test]
fn the_case_shows_its_answers_in_short_and_the_task_is_done() {
    let mut bench = Bench::default();
    let at = ProcessRef { id: ProcessId::parse("P1").expect("an id"), version: 1 };
    let process = process(Lang::En, &at).expect("a process");
    let task = process.task(&TaskId::parse("P1-survey").expect("an id")).expect("a task");
    assert!(!Progress::of(&bench.case(), process).is_done(task));
    let fact = |bench: &Bench| {
        let fact = Fact::of(CasePart::Survey, &bench.case(), &VisitFacts::default())?;
        Some(fact_words(Lang::En, &fact, 0, |_| 0))
    };
    assert_eq!(fact(&bench), None);
    bench.answered(SurveyAnswer { words: "ok".to_owned(), ..SurveyAnswer::empty(SurveyWay::Phone) });
    assert_eq!(fact(&bench).as_deref(), Some("1 answer"));
    bench.answered(answer(SurveyWay::Form, 4));
    assert_eq!(fact(&bench).as_deref(), Some("2 answers, last overall 4 of 5"));
    assert!(Progress::of(&bench.case(), process).is_done(task));
    let low = bench.answered(answer(SurveyWay::Form, 1));
    assert_eq!(fact(&bench).as_deref(), Some("3 answers, last overall 1 of 5; a low score waits"));
    let pen = bench.pen("may");
    bench.take(see_answers(&pen, &case_id(), &[low]));
    assert_eq!(fact(&bench).as_deref(), Some("3 answers, last overall 1 of 5"));
}

#[test]
fn the_form_is_offered_before_the_answer_and_not_after() {
    let mut bench = Bench::default();
    let at = ProcessRef { id: ProcessId::parse("P6").expect("an id"), version: 1 };
    let process = process(Lang::En, &at).expect("a process");
    let stage = process.stages.iter().find(|stage| {
        let asks = |task: &Task| task.evidence == EvidenceKind::Record(RecordPart::Survey);
        stage.tasks.iter().any(asks)
    });
    let to = stage.expect("a stage that asks").id.clone();
    let pen = bench.pen("may");
    let here = CaseField::Stage(StageMove { to, reason: String::new() });
    bench.take(set::<CaseKind>(&pen, "k1", &bench.case(), vec![here]));
    let offered = |bench: &Bench| {
        let case = bench.case();
        let papers = Papers::of(&case, &Due::of(&Progress::of(&case, process)), 0);
        papers.asked.contains(&PaperKind::SatisfactionForm)
    };
    assert!(offered(&bench));
    bench.answered(answer(SurveyWay::Form, 4));
    assert!(!offered(&bench));
}
