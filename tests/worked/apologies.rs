//! A promise that was not kept: the note of apology and what is told of the remedy.

use crate::bench::{Bench, case_id};
use crate::composed::{ask, numbered, tap};
use casebook::app::command::{PromiseError, keep_promise, promise, remedy_promise};
use casebook::app::papers::{Dossier, Promised, compose};
use casebook::domain::calendar::{Moment, Zone};
use casebook::domain::case::Channel;
use casebook::domain::id::{ClauseId, LetterId, ParameterId};
use casebook::domain::lang::Lang;
use casebook::domain::local_time::LocalTime;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::promise::{
    ClauseTerms, Judged, Measure, Paused, PromiseKept, PromiseKind, Remedied, RemedyWay, State, Terms,
};
use casebook::domain::text::TextError;

fn zone() -> Zone {
    Zone::parse("Asia/Shanghai").expect("a place")
}

fn moment(text: &str) -> Moment {
    zone().moment(LocalTime::parse(text).expect("a time"))
}

fn terms() -> Terms {
    let value = |id: &str, n| (ParameterId::parse(id).expect("an id"), n);
    Terms {
        letter: LetterId::parse("l1").expect("an id"),
        number: "L-0003".to_owned(),
        revision: 1,
        clauses: vec![ClauseTerms {
            clause: ClauseId::parse("first_response").expect("an id"),
            values: vec![value("inside_hours", 2), value("outside_hours", 12)],
        }],
        remedy: "减免上门费".to_owned(),
    }
}

/// The tap, with the letter in force.
fn promised() -> Bench {
    let mut bench = tap();
    let pen = bench.pen("may");
    bench.take(promise(&pen, &case_id(), terms()));
    bench
}

fn judged(state: State) -> Judged {
    Judged {
        kind: PromiseKind::FirstResponse,
        state,
        started: moment("2026-11-21T16:30"),
        due: Some(moment("2026-11-23T09:30")),
        warn: None,
        met: (state == State::MetLate).then(|| moment("2026-11-23T10:10")),
        measure: Measure::Working,
        limit: 120,
        used: 160,
        paused: Paused::default(),
        late: 40,
        by: moment("2026-11-23T09:30"),
        is_over: state == State::MetLate,
        remedied: false,
        doubt: None,
    }
}

fn apology(bench: &Bench, judged: &[Judged], lang: Lang) -> String {
    ask(bench, lang, |dossier| {
        let dossier = Dossier { promised: Promised { judged, zone: zone() }, ..*dossier };
        compose(PaperKind::Apology, &dossier, &numbered(None)).expect("a paper").plain_text()
    })
}

#[test]
fn the_note_says_what_was_promised_and_what_came_of_it() {
    let (bench, late) = (promised(), judged(State::MetLate));
    for (lang, says) in [
        (
            Lang::ZhCn,
            [
                "首次答复",
                "服务时间内 2 小时",
                "2026年11月23日（周一）09:30",
                "10:10办到，晚了 40 分钟",
                "减免上门费",
            ],
        ),
        (
            Lang::ZhTw,
            [
                "首次回覆",
                "服務時間內 2 小時",
                "2026年11月23日（週一）09:30",
                "10:10辦到，晚了 40 分鐘",
                "减免上门费",
            ],
        ),
        (
            Lang::En,
            [
                "First response",
                "2 h in service hours",
                "Mon 23 November 2026, 09:30",
                "10:10, 40 min late",
                "As promised, you receive: 减免上门费",
            ],
        ),
    ] {
        let text = apology(&bench, std::slice::from_ref(&late), lang);
        for words in says.iter().chain(&["K3V-0001", "L-0003", "王秀兰"]) {
            assert!(text.contains(words), "{lang:?} lacks {words}:\n{text}");
        }
    }
}

#[test]
fn what_was_kept_is_not_spoken_of_and_what_was_done_takes_the_place_of_what_is_promised() {
    let mut bench = promised();
    let broken = judged(State::Breached);
    let kept = Judged { kind: PromiseKind::Plan, ..judged(State::Met) };
    let text = apology(&bench, &[kept, broken.clone()], Lang::En);
    assert!(text.contains("Not done yet") && !text.contains("Written plan"), "{text}");

    let done = Remedied {
        promise: PromiseKind::FirstResponse,
        started: broken.started,
        way: RemedyWay::Otherwise,
        words: "送滤网一个".to_owned(),
    };
    let pen = bench.pen("ruth");
    bench.take(remedy_promise(&pen, &case_id(), done).expect("a remedy"));
    let text = apology(&bench, &[broken], Lang::En);
    assert!(text.contains("We have done this for you: 送滤网一个"), "{text}");
    assert!(!text.contains("As promised"), "{text}");
    // The timeline says so, too.
    assert_eq!(
        bench.told(),
        [
            "就“首次答复”未兑现作了处理：另行补偿 | 送滤网一个",
            "就「首次回覆」未兌現作了處理：另行補償 | 送滤网一个",
            "made up for “First response”: Something else | 送滤网一个",
        ]
    );
}

#[test]
fn an_apology_without_a_broken_promise_is_a_plain_one() {
    let text = apology(&promised(), &[judged(State::Met)], Lang::En);
    assert!(text.contains("We are sorry") && !text.contains("L-0003"), "{text}");
}

#[test]
fn what_cannot_be_written_down_is_refused() {
    let mut bench = promised();
    let (id, case) = (case_id(), bench.case());
    let opened = case.span.as_ref().map(|(first, _)| Moment::of_millis(first.millis)).expect("it began");
    let pen = bench.pen("may");
    let now = Moment::of_millis(pen.stamp.millis);
    let kept = |at| PromiseKept {
        promise: PromiseKind::FirstResponse,
        at,
        channel: Some(Channel::Phone),
        words: String::new(),
    };
    let tried = |at| keep_promise(&pen, &id, &case, kept(at)).err();
    assert_eq!(tried(Some(opened.plus_minutes(-1))), Some(PromiseError::BeforeRequest));
    assert_eq!(tried(Some(now.plus_minutes(1))), Some(PromiseError::Ahead));
    assert_eq!([tried(Some(opened)), tried(Some(now)), tried(None)], [None; 3]);
    for (way, error) in [
        (RemedyWay::AsPromised, None),
        (RemedyWay::Otherwise, Some(PromiseError::Words(TextError::Empty))),
        (RemedyWay::Nothing, Some(PromiseError::Words(TextError::Empty))),
    ] {
        let done =
            Remedied { promise: PromiseKind::FirstResponse, started: opened, way, words: "  ".to_owned() };
        assert_eq!(remedy_promise(&pen, &id, done).err(), error, "{way:?}");
    }
}
