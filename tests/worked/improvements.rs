//! An improvement through its four steps, and what its case hears of it.

use crate::bench::{Bench, case_id};
use casebook::app::command::{
    self, ImprovementError, NewImprovement, begin_improvement, change_improvement, close_improvement,
    finish_improvement, go_round_again, judge_improvement, meet_trouble, observe_coaching, put_coaching,
    put_improvement_step, settle_improvement, undo_improvement, undoable_improvement,
};
use casebook::app::overview::Way;
use casebook::catalog::processes;
use casebook::domain::case::{CaseKind, CasePart, is_on_record};
use casebook::domain::date::Date;
use casebook::domain::execution::{Trouble, TroubleKind};
use casebook::domain::id::{CoachingId, ImprovementId, ImprovementStepId, StaffId};
use casebook::domain::improvement::{
    Coaching, Course, Effect, Improvement, ImprovementField, ImprovementKind, ImprovementState, Lack,
    MeasureKind, Origin, Step,
};
use casebook::domain::lang::Lang;
use casebook::domain::money::Quantity;
use casebook::domain::record_part::RecordPart;
use casebook::domain::text::TextError;
use casebook::journal::Journal;

pub(crate) fn id() -> ImprovementId {
    ImprovementId::parse("i1").expect("an id")
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn today() -> Date {
    day("2026-11-21")
}

fn figure(text: &str) -> Option<Quantity> {
    Quantity::parse(text).ok()
}

fn journal(bench: &Bench) -> Journal<ImprovementKind> {
    bench.records.journal::<ImprovementKind>(id().as_str())
}

pub(crate) fn now(bench: &Bench) -> Improvement {
    Improvement::of(&journal(bench))
}

fn new() -> NewImprovement {
    NewImprovement {
        id: id(),
        title: " One shelf for common parts ".to_owned(),
        origin: Origin::Trouble,
        occasion: "Waited five days for a pump".to_owned(),
        case: Some(case_id()),
    }
}

fn begun() -> Bench {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    bench.take(begin_improvement(&pen, new()).expect("an improvement"));
    bench
}

fn change(bench: &mut Bench, field: ImprovementField) -> Result<(), ImprovementError> {
    let pen = bench.pen("may");
    let made = change_improvement(&pen, &id(), &now(bench), field, today())?;
    bench.take(made);
    Ok(())
}

/// With a whole plan and one step.
pub(crate) fn planned() -> Bench {
    let mut bench = begun();
    for field in [
        ImprovementField::Why("Nobody orders before the shelf is empty".to_owned()),
        ImprovementField::Measure(Some(MeasureKind::PromisesKept)),
        ImprovementField::Before(figure("82")),
        ImprovementField::Goal(figure("95")),
        ImprovementField::Owner(StaffId::parse("ruth")),
        ImprovementField::Due(Some(day("2026-12-01"))),
    ] {
        change(&mut bench, field).expect("a change");
    }
    step(&mut bench, false, "");
    bench
}

fn step(bench: &mut Bench, done: bool, evidence: &str) {
    let step_id = ImprovementStepId::parse("t1").expect("an id");
    let step = Step { rank: 0, what: "List the ten parts".to_owned(), done, evidence: evidence.to_owned() };
    let pen = bench.pen("may");
    let made = put_improvement_step(&pen, &id(), &now(bench), &step_id, step).expect("a step");
    bench.take(made);
}

/// Done today, with the figure after.
pub(crate) fn done(after: &str) -> Bench {
    let mut bench = planned();
    step(&mut bench, true, "On the cupboard door");
    let pen = bench.pen("may");
    let made = finish_improvement(&pen, &id(), &now(&bench), today(), today()).expect("all done");
    bench.take(made);
    change(&mut bench, ImprovementField::After(figure(after))).expect("a figure");
    bench
}

fn judged(after: &str, effect: Effect) -> Bench {
    let mut bench = done(after);
    let pen = bench.pen("may");
    let made = judge_improvement(&pen, &id(), &now(&bench), effect).expect("a verdict");
    bench.take(made);
    bench
}

fn note() -> Coaching {
    let who = |id| StaffId::parse(id).expect("an id");
    Coaching {
        whom: who("ruth"),
        by: who("may"),
        on: today(),
        practised: "Writing down each part that is taken".to_owned(),
        agreed: "At once, not in the evening".to_owned(),
        observed: String::new(),
    }
}

#[test]
fn an_improvement_arises_from_a_case_and_says_so_there() {
    let bench = begun();
    let improvement = now(&bench);
    assert_eq!((improvement.title(), improvement.case()), ("One shelf for common parts", Some(&case_id())));
    assert_eq!((improvement.state(), improvement.lack()), (ImprovementState::Plan, Some(Lack::Why)));
    assert_eq!(bench.case().improvements(), [&id()]);
    assert_eq!(
        bench.told(),
        [
            "据此开始改进：“One shelf for common parts”",
            "據此開始改進：「One shelf for common parts」",
            "started an improvement: “One shelf for common parts”",
        ]
    );
    assert_eq!(
        bench.told_of_improvement("i1")[2],
        "started the improvement “One shelf for common parts” | What gave rise to it: A trouble | \
         What happened: Waited five days for a pump | Arose from: a case not on this device"
    );
    let mut pen = Bench::default();
    let nameless = NewImprovement { title: " ".to_owned(), ..new() };
    assert_eq!(begin_improvement(&pen.pen("may"), nameless), Err(ImprovementError::Words(TextError::Empty)));
    let idea = begin_improvement(&pen.pen("may"), NewImprovement { case: None, ..new() }).expect("an idea");
    assert_eq!(idea.0.len(), 1, "no case hears of it");
}

#[test]
fn what_gave_rise_to_it_is_taken_from_the_case() {
    let mut bench = Bench::default();
    let mut stamps = Vec::new();
    for words in ["The pump is out of stock", "Nobody told the customer"] {
        let trouble = Trouble { kind: TroubleKind::Delay, words: words.to_owned(), answer: String::new() };
        let pen = bench.pen("may");
        bench.take(meet_trouble(&pen, &case_id(), trouble).expect("a trouble"));
        stamps.push(pen.stamp);
    }
    let case = bench.case();
    for (origin, at, words) in [
        (Origin::Trouble, stamps.first(), "The pump is out of stock"),
        (Origin::Trouble, None, "Nobody told the customer"),
        (Origin::BrokenPromise, None, ""),
        (Origin::Other, stamps.first(), ""),
    ] {
        assert_eq!(case.occasion(origin, at), words, "{origin:?}");
    }
}

#[test]
fn a_plan_is_checked_as_it_is_made() {
    let mut bench = planned();
    let refused = [
        (ImprovementField::Title(String::new()), ImprovementError::Words(TextError::Empty)),
        (ImprovementField::Due(Some(day("2026-11-20"))), ImprovementError::PastDue),
        (ImprovementField::Goal(figure("82")), ImprovementError::NoChange),
        (ImprovementField::Before(figure("95.0")), ImprovementError::NoChange),
        (ImprovementField::After(figure("95")), ImprovementError::NotDone),
        (ImprovementField::Check(Some(day("2026-12-31"))), ImprovementError::NotDone),
    ];
    for (field, error) in refused {
        assert_eq!(change(&mut bench, field.clone()), Err(error), "{field:?}");
    }
    assert_eq!(change(&mut bench, ImprovementField::Due(Some(today()))), Ok(()), "today is not over");
    assert_eq!(now(&bench).state(), ImprovementState::Do);
}

#[test]
fn what_was_never_said_and_still_is_nothing_is_no_change() {
    let mut bench = begun();
    let before = bench.records.entries();
    for field in [
        ImprovementField::Why("  ".to_owned()),
        ImprovementField::Counted(String::new()),
        ImprovementField::Goal(None),
        ImprovementField::Due(None),
    ] {
        assert_eq!(change(&mut bench, field), Ok(()));
    }
    assert_eq!(bench.records.entries(), before);
}

#[test]
fn all_is_done_when_the_plan_is_whole_and_each_step_ticked() {
    let mut bench = begun();
    let finish = |bench: &mut Bench, on: Date| {
        let pen = bench.pen("may");
        finish_improvement(&pen, &id(), &now(bench), on, today())
    };
    assert_eq!(finish(&mut bench, today()), Err(ImprovementError::Lacks(Lack::Why)));
    let mut bench = planned();
    assert_eq!(finish(&mut bench, today()), Err(ImprovementError::StepsOpen));
    step(&mut bench, true, "On the cupboard door");
    assert_eq!(finish(&mut bench, day("2026-11-22")), Err(ImprovementError::NotYet));
    let made = finish(&mut bench, today()).expect("all done");
    bench.take(made);
    let improvement = now(&bench);
    assert_eq!((improvement.done(), improvement.check()), (Some(today()), Some(day("2026-12-21"))));
    assert_eq!(improvement.state(), ImprovementState::Check);
    assert_eq!(
        change(&mut bench, ImprovementField::Check(Some(day("2026-11-20")))),
        Err(ImprovementError::CheckBeforeDone)
    );
    assert_eq!(
        bench.told_of_improvement("i1")[2],
        "said that all of it was done on 21 November 2026 | Check the effect on: 21 December 2026"
    );
    // A step that was ticked and taken out leaves nothing to do.
    let mut bare = planned();
    let gone = ImprovementField::Step(ImprovementStepId::parse("t1").expect("an id"), None);
    let pen = bare.pen("may");
    let taken_out = settle_improvement(&pen, &id(), &now(&bare), gone);
    bare.take(taken_out);
    assert_eq!(finish(&mut bare, today()), Err(ImprovementError::NoSteps));
}

#[test]
fn the_effect_is_judged_by_the_figures_and_the_case_hears_of_it() {
    let mut bench = planned();
    let pen = bench.pen("may");
    let early = judge_improvement(&pen, &id(), &now(&bench), Effect::Reached);
    assert_eq!(early, Err(ImprovementError::NotDone));
    let mut bench = done("90");
    assert_eq!(now(&bench).figures_say(), Some(Effect::InPart));
    assert!(!is_on_record(&bench.case(), 0, RecordPart::EffectCheck));
    change(&mut bench, ImprovementField::After(None)).expect("no figure");
    let pen = bench.pen("may");
    let blind = judge_improvement(&pen, &id(), &now(&bench), Effect::Reached);
    assert_eq!(blind, Err(ImprovementError::NoFigure));
    let bench = judged("90", Effect::InPart);
    assert_eq!(now(&bench).state(), ImprovementState::Act);
    assert!(is_on_record(&bench.case(), 0, RecordPart::EffectCheck));
    assert_eq!(bench.told()[2], "checked the effect of the improvement “One shelf for common parts”");
    assert_eq!(
        bench.told_of_improvement("i1"),
        ["给出效果结论：有一些效果", "給出效果結論：有一些效果", "judged the effect: Effect in part"]
    );
}

#[test]
fn what_helped_becomes_the_standard() {
    let mut bench = done("96");
    let pen = bench.pen("may");
    let early = close_improvement(&pen, &id(), &now(&bench), Course::Keep, "So from now on");
    assert_eq!(early, Err(ImprovementError::NotJudged));
    let mut bench = judged("96", Effect::Reached);
    let pen = bench.pen("may");
    let wordless = close_improvement(&pen, &id(), &now(&bench), Course::Keep, " ");
    assert_eq!(wordless, Err(ImprovementError::Words(TextError::Empty)));
    let made = close_improvement(&pen, &id(), &now(&bench), Course::Keep, "The list is part of the process");
    bench.take(made.expect("a decision"));
    assert_eq!(now(&bench).state(), ImprovementState::Closed);
    assert_eq!(bench.told_of_improvement("i1")[2], "made it the standard | The list is part of the process");
}

#[test]
fn what_helped_in_part_goes_round_again() {
    let mut bench = judged("90", Effect::InPart);
    let pen = bench.pen("may");
    bench.take(go_round_again(&pen, &id(), &now(&bench), "Fewer parts").expect("a round"));
    let next = now(&bench);
    assert_eq!((next.before(), next.goal(), next.after()), (figure("90"), figure("95"), None));
    assert_eq!((next.state(), next.lack()), (ImprovementState::Plan, Some(Lack::Due)));
    let rounds: Vec<_> = next.rounds().map(|held| held.value.clone()).collect();
    assert_eq!((rounds.len(), Some(rounds[0].before), rounds[0].effect), (1, figure("82"), Effect::InPart));
    assert_eq!(
        bench.told_of_improvement("i1")[2],
        "adjusted it and began another round: Fewer parts | 82 % before, 90 % now, 95 % wanted"
    );
    // Undone, it stands where it stood.
    let pen = bench.pen("may");
    bench.take(undo_improvement(&pen, &id(), &journal(&bench), &Journal::<CaseKind>::new()));
    let back = now(&bench);
    assert_eq!((back.state(), back.rounds().count()), (ImprovementState::Act, 0));
    assert_eq!(back.before(), figure("82"));
    // A goal that was reached is none for the next round.
    let mut reached = judged("95", Effect::Reached);
    let pen = reached.pen("may");
    reached.take(go_round_again(&pen, &id(), &now(&reached), "Higher").expect("a round"));
    assert_eq!(now(&reached).goal(), None);
}

#[test]
fn coaching_is_noted_and_looked_at_later() {
    let mut bench = planned();
    assert!(is_on_record(&bench.case(), 0, RecordPart::Improvement));
    assert!(!is_on_record(&bench.case(), 0, RecordPart::Coaching));
    let note_id = CoachingId::parse("n1").expect("an id");
    let pen = bench.pen("may");
    let wordless = Coaching { practised: String::new(), ..note() };
    assert_eq!(
        put_coaching(&pen, &id(), &now(&bench), &note_id, wordless, today()),
        Err(ImprovementError::Words(TextError::Empty))
    );
    let ahead = Coaching { on: day("2026-11-22"), ..note() };
    assert_eq!(
        put_coaching(&pen, &id(), &now(&bench), &note_id, ahead, today()),
        Err(ImprovementError::NotYet)
    );
    let nothing = observe_coaching(&pen, &id(), &now(&bench), &note_id, "Well");
    assert_eq!(nothing, Err(ImprovementError::Gone));
    bench.take(put_coaching(&pen, &id(), &now(&bench), &note_id, note(), today()).expect("a note"));
    assert!(is_on_record(&bench.case(), 0, RecordPart::Coaching));
    assert!(
        bench.told_of_improvement("i1")[2]
            .starts_with("noted coaching of Ruth: Writing down each part that is taken | Coached by: May")
    );
    let heard = bench.case().events.len();
    let pen = bench.pen("ruth");
    bench.take(
        observe_coaching(&pen, &id(), &now(&bench), &note_id, "Two weeks without a gap").expect("a word"),
    );
    assert_eq!(now(&bench).coaching()[0].1.observed, "Two weeks without a gap");
    assert_eq!(bench.told_of_improvement("i1")[2], "noted how Ruth did afterwards: Two weeks without a gap");
    assert_eq!(bench.case().events.len(), heard, "the case hears of the coaching once");
}

#[test]
fn an_undo_takes_back_what_the_case_heard() {
    let mut bench = judged("96", Effect::Reached);
    let case = bench.records.journal::<CaseKind>(case_id().as_str());
    assert!(command::undoable(&case, u64::MAX).is_none(), "it is taken back in the improvement alone");
    let pen = bench.pen("may");
    bench.take(undo_improvement(&pen, &id(), &journal(&bench), &case));
    assert_eq!(now(&bench).state(), ImprovementState::Check);
    assert!(!is_on_record(&bench.case(), 0, RecordPart::EffectCheck));
    assert_eq!(bench.told_of_improvement("i1")[2], "undid: judged the effect: Effect reached");
    // All can be taken back but that it was begun.
    for _ in 0..20 {
        let pen = bench.pen("may");
        let case = bench.records.journal::<CaseKind>(case_id().as_str());
        let undone = undo_improvement(&pen, &id(), &journal(&bench), &case);
        bench.take(undone);
    }
    assert!(undoable_improvement(&journal(&bench), u64::MAX).is_none());
    assert_eq!(now(&bench).title(), "One shelf for common parts");
    assert!(is_on_record(&bench.case(), 0, RecordPart::Improvement));
}

#[test]
fn tasks_that_ask_for_it_lead_to_the_improvements_of_the_case() {
    for lang in Lang::ALL {
        let process = processes(lang).iter().find(|process| process.at.id.as_str() == "P6").expect("P6");
        let tasks = process.stages.iter().flat_map(|stage| &stage.tasks);
        let ways = tasks.filter(|task| Way::of(process, task) == Some(Way::Part(CasePart::Improvements)));
        let ids: Vec<&str> = ways.map(|task| task.id.as_str()).collect();
        assert_eq!(ids, ["P6-practise", "P6-cause", "P6-action", "P6-until", "P6-check_effect"]);
    }
}
