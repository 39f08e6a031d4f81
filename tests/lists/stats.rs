use super::counter::{Ask, Counter, DAY, HOUR, NOW, TODAY, numbers};
use casebook::app::command;
use casebook::catalog::process_faces;
use casebook::domain::asset::{AssetField, AssetKind};
use casebook::domain::case::{CaseField, CaseKind, Status, Urgency};
use casebook::domain::custom_process::{CustomProcessField, CustomProcessKind};
use casebook::domain::customer::{CustomerField, CustomerKind};
use casebook::domain::due::DueKind;
use casebook::domain::execution::{Interim, InterimAnswer};
use casebook::domain::id::{CaseId, StaffId};
use casebook::domain::lang::Lang;
use casebook::domain::local_time::LocalTime;
use casebook::domain::survey::{Rating, SurveyAnswer, SurveyWay};
use casebook::domain::visit::{VisitField, VisitKind};
use casebook::domain::waiting::{WaitReason, Waiting};
use casebook::journal::{Change, Stamp};
use casebook::search::case_query::CaseQuery;
use casebook::search::index::Index;
use casebook::stats::load::loads;
use casebook::stats::today::{Figures, Reason, Whose, figures, piles, unsettled};

fn shop() -> Counter {
    let mut shop = Counter::default();
    for (number, urgency, opened) in [
        ("K1", Urgency::Normal, NOW - 9 * DAY),
        ("K2", Urgency::Emergency, NOW - 2 * DAY),
        ("K3", Urgency::High, NOW - 7 * DAY),
        ("K4", Urgency::Low, NOW - HOUR),
        ("K5", Urgency::Emergency, NOW - DAY),
    ] {
        let id = shop.take(number, Ask { urgency, opened, ..Ask::default() });
        if number <= "K3" {
            shop.assign(&id, "li", opened + HOUR);
        }
        if number == "K5" {
            shop.act(&id, NOW, |pen, case| command::withdraw(pen, &id, case, ""));
        }
    }
    shop
}

fn shown(index: &Index, me: Option<&str>, most: usize) -> Vec<(Reason, usize, String)> {
    let me = me.and_then(StaffId::parse);
    let top = piles(index, TODAY, Whose::All(me.as_ref()), most);
    top.into_iter().map(|top| (top.reason, top.count, numbers(index, &top.first).join(" "))).collect()
}

#[test]
fn piles_hold_what_somebody_should_look_at() {
    let index = shop().index();
    let expected = [
        (Reason::Attention, 2, "K2 K3"),
        (Reason::Mine, 3, "K2 K3 K1"),
        (Reason::Idle, 2, "K1 K3"),
        (Reason::Unassigned, 1, "K4"),
        (Reason::New, 1, "K4"),
    ];
    let expected = expected.map(|(reason, count, first)| (reason, count, first.to_owned()));
    assert_eq!(shown(&index, Some("li"), 5), expected);
    let nobody: Vec<Reason> = shown(&index, None, 5).into_iter().map(|(reason, ..)| reason).collect();
    assert_eq!(nobody, [Reason::Attention, Reason::Idle, Reason::Unassigned, Reason::New]);
    assert_eq!(shown(&index, Some("li"), 1)[1], (Reason::Mine, 3, "K2".to_owned()));
    assert!(shown(&Index::default(), Some("li"), 5).is_empty());
}

#[test]
fn the_list_behind_a_pile_shows_the_same() {
    let index = shop().index();
    let me = StaffId::parse("li");
    for top in piles(&index, TODAY, Whose::All(me.as_ref()), 1) {
        let all = top.query.run(&index, TODAY);
        assert_eq!((all.len(), all.first()), (top.count, top.first.first()), "{:?}", top.reason);
        assert_ne!(top.query, CaseQuery::default());
    }
}

#[test]
fn three_days_are_counted_by_the_calendar() {
    for (touched, idle) in [
        (TODAY.began - 2 * DAY, false),
        (TODAY.began - 2 * DAY - 1, true),
        (NOW - 3 * DAY, true),
        (NOW - 2 * DAY, false),
        (NOW, false),
    ] {
        let mut shop = Counter::default();
        shop.take("K1", Ask { opened: touched, ..Ask::default() });
        let found = shown(&shop.index(), None, 5).iter().any(|(reason, ..)| *reason == Reason::Idle);
        assert_eq!(found, idle, "{touched}");
    }
}

#[test]
fn what_was_said_twice_needs_attention_even_when_closed() {
    let mut shop = shop();
    let description = CaseField::Description("漏水，不是漏电".to_owned());
    shop.elsewhere::<CaseKind>("case-K5", description, NOW);
    let index = shop.index();
    assert_eq!(index.cases["case-K5"].status(), Status::Withdrawn);
    assert_eq!(shown(&index, None, 9)[0], (Reason::Attention, 3, "K2 K5 K3".to_owned()));
}

#[test]
fn other_records_with_two_values_are_named() {
    let mut shop = Counter::default();
    shop.take("K1", Ask { asset: "冰箱", ..Ask::default() });
    assert!(unsettled(&shop.index()).is_empty());
    let customer = shop.index().find_customers("王")[0].id.clone();
    shop.elsewhere::<CustomerKind>(&customer, CustomerField::Name("王晓明".to_owned()), NOW);
    shop.elsewhere::<AssetKind>("asset-K1", AssetField::Label("冷柜".to_owned()), NOW);
    let keys: Vec<String> = unsettled(&shop.index()).iter().map(ToString::to_string).collect();
    assert_eq!(keys, [format!("customer/{customer}"), "asset/asset-K1".to_owned()]);
    // Visits and the shop's own processes have values to settle like everything else.
    for (device, minutes) in [(1, 10), (2, 20)] {
        let pen = shop.pen(device, NOW);
        let travel = |minutes| Change::Set { field: VisitField::Travel(minutes), replaces: Vec::new() };
        shop.records.add::<VisitKind>("visit-1", pen.entry(vec![travel(minutes)]));
        let retired = Change::Set { field: CustomProcessField::Retired(device == 1), replaces: Vec::new() };
        shop.records.add::<CustomProcessKind>("own-1", pen.entry(vec![retired]));
    }
    let keys: Vec<String> = unsettled(&shop.index()).iter().map(ToString::to_string).skip(2).collect();
    assert_eq!(keys, ["visit/visit-1", "process/own-1"]);
}

#[test]
fn the_week_is_counted_from_monday() {
    let mut shop = shop();
    let old = shop.take("K6", Ask { opened: TODAY.week_began - 1, ..Ask::default() });
    shop.close(&old, TODAY.week_began);
    // K2 and K4 are of this week; K5 too, but was withdrawn.
    assert_eq!(figures(&shop.index(), TODAY), Figures { open: 4, opened: 2, closed: 1 });
    assert_eq!(figures(&Index::default(), TODAY), Figures::default());
}

#[test]
fn open_cases_are_counted_by_stage() {
    let mut shop = shop();
    shop.take("K7", Ask { process: "P10", stage: "no-such-stage", ..Ask::default() });
    shop.take("K8", Ask { process: "unknown", ..Ask::default() });
    let index = shop.index();
    let counted: Vec<(&str, Vec<usize>)> = loads(&index, process_faces(Lang::ZhCn))
        .iter()
        .map(|load| (load.process.id, load.stages.clone()))
        .collect();
    assert_eq!(counted, [("P1", vec![4, 0, 0, 0, 0]), ("P10", vec![1, 0, 0, 0, 0, 0])]);
}

fn pile(index: &Index, whose: Whose<'_>, reason: Reason) -> String {
    let all = piles(index, TODAY, whose, 9);
    all.iter()
        .find(|top| top.reason == reason)
        .map(|top| numbers(index, &top.first).join(" "))
        .unwrap_or_default()
}

#[test]
fn what_waits_is_not_left_lying() {
    let mut shop = shop();
    let wait = |shop: &mut Counter, number: &str, at: u64, reason: Option<WaitReason>| {
        let id = CaseId::parse(&format!("case-{number}")).expect("an id");
        let waiting = reason.map(|reason| Waiting { reason, words: String::new() });
        shop.act(&id, at, |pen, case| {
            command::set_waiting(pen, &id, case, waiting.clone()).expect("no words are too long")
        });
    };
    let everybody = Whose::All(None);
    assert_eq!(pile(&shop.index(), everybody, Reason::Idle), "K1 K3");
    wait(&mut shop, "K3", NOW - 4 * DAY, Some(WaitReason::Parts));
    wait(&mut shop, "K1", NOW - 5 * DAY, Some(WaitReason::Customer));
    let index = shop.index();
    assert_eq!(pile(&index, everybody, Reason::Waiting), "K1 K3", "who waits longest comes first");
    assert_eq!(pile(&index, everybody, Reason::Idle), "");
    assert_eq!(index.cases["case-K3"].waiting(), Some((WaitReason::Parts, NOW - 4 * DAY)));
    wait(&mut shop, "K3", NOW - 3 * DAY, None);
    shop.close(&CaseId::parse("case-K1").expect("an id"), NOW);
    assert_eq!(pile(&shop.index(), everybody, Reason::Waiting), "");
}

#[test]
fn what_falls_due_is_shown_from_its_morning() {
    let mut shop = shop();
    let now = LocalTime::of_number(TODAY.number * 24 * 60 + 10 * 60).expect("in range");
    let due = |shop: &mut Counter, number: &str, due: LocalTime| {
        let id = CaseId::parse(&format!("case-{number}")).expect("an id");
        let by = StaffId::parse("li").expect("an id");
        shop.act(&id, NOW, |pen, _| {
            let interim = Interim { what: "A loan".to_owned(), by: by.clone(), due };
            command::agree_interim(pen, &id, interim, now.plus_minutes(-9999).expect("in range"))
                .expect("sound")
        });
    };
    let at = |minutes: i64| now.plus_minutes(minutes).expect("in range");
    due(&mut shop, "K1", at(-2 * 24 * 60));
    due(&mut shop, "K2", at(13 * 60));
    due(&mut shop, "K4", at(14 * 60));
    let index = shop.index();
    assert_eq!(pile(&index, Whose::All(None), Reason::Due), "K1 K2", "the longest overdue comes first");
    assert_eq!(index.cases["case-K4"].next_due(), Some((DueKind::Answer, at(14 * 60))));

    let id = CaseId::parse("case-K1").expect("an id");
    shop.act(&id, NOW, |pen, case| {
        let interim = case.interims().next().expect("one").stamp;
        let answer = InterimAnswer { interim, words: "Mended".to_owned(), at: now };
        command::answer_interim(pen, &id, case, answer, now).expect("sound")
    });
    assert_eq!(pile(&shop.index(), Whose::All(None), Reason::Due), "K2");
}

#[test]
fn one_persons_day_has_no_others_in_it() {
    let shop = shop();
    let li = StaffId::parse("li").expect("an id");
    let index = shop.index();
    let hers = piles(&index, TODAY, Whose::Only(&li), 9);
    let reasons: Vec<Reason> = hers.iter().map(|top| top.reason).collect();
    assert_eq!(reasons, [Reason::Attention, Reason::Mine, Reason::Idle]);
    let other = StaffId::parse("wang").expect("an id");
    assert!(piles(&index, TODAY, Whose::Only(&other), 9).is_empty());
}

#[test]
fn a_low_score_lies_there_until_somebody_looks_at_it() {
    let mut shop = shop();
    let id = CaseId::parse("case-K1").expect("an id");
    let answer = SurveyAnswer { overall: Rating::new(1), ..SurveyAnswer::empty(SurveyWay::Form) };
    shop.act(&id, NOW, |pen, _| command::answer_survey(pen, &id, answer.clone()).expect("an answer"));
    assert_eq!(pile(&shop.index(), Whose::All(None), Reason::LowScore), "K1");
    shop.act(&id, NOW, |pen, case| {
        let seen: Vec<Stamp> = case.open_low_answers().into_iter().map(|held| held.stamp).collect();
        command::see_answers(pen, &id, &seen)
    });
    assert_eq!(pile(&shop.index(), Whose::All(None), Reason::LowScore), "");
}
