//! What is answered later: an interim agreement, a trouble.

use crate::bench::{Bench, case_id};
use casebook::app::command::{
    WorkError, agree_interim, answer_interim, answer_trouble, meet_trouble, set_waiting,
};
use casebook::domain::execution::{
    Interim, InterimAnswer, InterimState, Trouble, TroubleAnswer, TroubleKind,
};
use casebook::domain::id::StaffId;
use casebook::domain::local_time::LocalTime;
use casebook::domain::text::TextError;
use casebook::domain::waiting::{WaitReason, Waiting};
use casebook::journal::Stamp;

fn time(text: &str) -> LocalTime {
    LocalTime::parse(text).expect("a time")
}

const DUE: &str = "2026-11-23T17:00";

/// A case with an interim agreement, and its stamp.
fn promised() -> (Bench, Stamp) {
    let mut bench = Bench::default();
    let by = StaffId::parse("ruth").expect("an id");
    let interim = Interim { what: "Lend a pump".to_owned(), by, due: time(DUE) };
    let pen = bench.pen("may");
    let made = agree_interim(&pen, &case_id(), interim, time("2026-11-21T09:00"));
    bench.take(made.expect("an agreement"));
    (bench, pen.stamp)
}

fn answer(bench: &mut Bench, interim: &Stamp, words: &str, at: &str, now: &str) -> Option<WorkError> {
    let answer = InterimAnswer { interim: interim.clone(), words: words.to_owned(), at: time(at) };
    let pen = bench.pen("may");
    match answer_interim(&pen, &case_id(), &bench.case(), answer, time(now)) {
        Ok(records) => {
            bench.take(records);
            None
        }
        Err(error) => Some(error),
    }
}

fn state(bench: &Bench, now: &str) -> &'static str {
    let case = bench.case();
    let interim = case.interims().next().expect("an agreement");
    match case.interim_state(&interim, LocalTime::parse(now)) {
        InterimState::Open => "open",
        InterimState::Overdue => "overdue",
        InterimState::Kept(_) => "kept",
        InterimState::Late(_) => "late",
    }
}

#[test]
fn an_interim_agreement_is_open_until_its_minute_is_over() {
    let (bench, _) = promised();
    for (now, expected) in
        [("2026-11-21T09:00", "open"), (DUE, "open"), ("2026-11-23T17:01", "overdue"), ("no clock", "open")]
    {
        assert_eq!(state(&bench, now), expected, "{now}");
    }
}

#[test]
fn the_final_answer_is_in_time_or_late() {
    let now = "2026-11-30T09:00";
    for (at, expected, told) in [
        ("2026-11-23T16:59", "kept", "in time"),
        (DUE, "kept", "in time"),
        ("2026-11-23T17:01", "late", "late; it was due"),
    ] {
        let (mut bench, interim) = promised();
        assert_eq!(answer(&mut bench, &interim, " A new pump on Friday ", at, now), None);
        assert_eq!(state(&bench, now), expected, "{at}");
        let [cn, tw, en] = bench.told();
        assert!(en.starts_with("gave the final answer to “Lend a pump”: A new pump on Friday | "), "{en}");
        assert!(en.contains(told), "{en}");
        assert!(cn.starts_with("就“Lend a pump”给了最终答复：A new pump on Friday"), "{cn}");
        assert!(tw.starts_with("就「Lend a pump」給了最終答覆：A new pump on Friday"), "{tw}");
    }
}

#[test]
fn an_answer_is_given_once_with_words_and_not_in_the_future() {
    let (mut bench, interim) = promised();
    let now = "2026-11-22T12:00";
    let other = Stamp { counter: 7, ..interim.clone() };
    assert_eq!(answer(&mut bench, &other, "Yes", now, now), Some(WorkError::NoSuchInterim));
    assert_eq!(answer(&mut bench, &interim, " ", now, now), Some(WorkError::Words(TextError::Empty)));
    assert_eq!(answer(&mut bench, &interim, "Yes", "2026-11-22T12:01", now), Some(WorkError::NotYet));
    assert_eq!(answer(&mut bench, &interim, "Yes", now, now), None);
    assert_eq!(answer(&mut bench, &interim, "No", now, now), Some(WorkError::NoSuchInterim));
}

#[test]
fn a_trouble_is_answered_later_and_otherwise() {
    let mut bench = Bench::default();
    let trouble =
        Trouble { kind: TroubleKind::Delay, words: "No pump in stock".to_owned(), answer: String::new() };
    let pen = bench.pen("may");
    bench.take(meet_trouble(&pen, &case_id(), trouble).expect("a trouble"));
    let met = pen.stamp;
    let said = |bench: &Bench| {
        let case = bench.case();
        let trouble = case.troubles().next().expect("a trouble");
        case.trouble_answer(&trouble).to_owned()
    };
    assert_eq!(said(&bench), "");
    for (words, entries) in [("Order one", 2), ("Lend one", 3), (" Lend one", 3)] {
        let pen = bench.pen("ruth");
        let answer = TroubleAnswer { trouble: met.clone(), answer: words.to_owned() };
        bench.take(answer_trouble(&pen, &case_id(), &bench.case(), answer).expect("an answer"));
        assert_eq!((said(&bench).as_str(), bench.records.entries()), (words.trim(), entries));
    }
    assert_eq!(
        bench.told(),
        [
            "记下对“No pump in stock”的应对：Lend one",
            "記下對「No pump in stock」的因應方式：Lend one",
            "noted what is done about “No pump in stock”: Lend one"
        ]
    );
    for (trouble, answer, error) in [
        (Stamp { counter: 9, ..met.clone() }, "Wait", WorkError::NoSuchTrouble),
        (met, " ", WorkError::Words(TextError::Empty)),
    ] {
        let pen = bench.pen("ruth");
        let answer = TroubleAnswer { trouble, answer: answer.to_owned() };
        assert_eq!(answer_trouble(&pen, &case_id(), &bench.case(), answer), Err(error));
    }
}

#[test]
fn what_is_waited_for_is_told() {
    let mut bench = Bench::default();
    let wait = |bench: &mut Bench, waiting: Option<Waiting>| {
        let pen = bench.pen("may");
        let new = set_waiting(&pen, &case_id(), &bench.case(), waiting)?;
        bench.take(new);
        Ok::<_, TextError>(pen.stamp)
    };
    let parts = |words: &str| Some(Waiting { reason: WaitReason::Parts, words: words.to_owned() });
    assert!(wait(&mut bench, None).is_ok() && bench.records.0.is_empty(), "what never waited goes on");
    let since = wait(&mut bench, parts("  a door seal ")).expect("sound");
    assert_eq!(bench.told()[2], "Waiting for parts: a door seal");
    assert_eq!(bench.told()[0], "等配件：a door seal");
    assert_eq!(
        bench.case().waiting().map(|held| (held.stamp, held.value.words.clone())),
        Some((since, "a door seal".to_owned()))
    );
    assert_eq!(wait(&mut bench, parts(&"x".repeat(20_001))).err(), Some(TextError::TooLong(20_000)));
    wait(&mut bench, None).expect("sound");
    assert_eq!(bench.told(), ["恢复进行", "恢復進行", "Work goes on"]);
    assert_eq!(bench.case().waiting(), None);
}
