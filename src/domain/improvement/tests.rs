use super::*;
use crate::journal::{Change, Clock, DeviceId, Entry, Journal, SessionId, Writer};

fn quantity(text: &str) -> Quantity {
    Quantity::parse(text).expect("a quantity")
}

fn date(text: &str) -> Option<Date> {
    Date::parse(text)
}

fn of(fields: Vec<ImprovementField>) -> Improvement {
    let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
    let stamp = Clock::new(writer).tick(1_795_264_320_000);
    let changes = fields.into_iter().map(|field| Change::Set { field, replaces: Vec::new() }).collect();
    Improvement::of(&Journal::<ImprovementKind>::from([Entry { stamp, author: None, changes }]))
}

/// A whole plan, in the order in which it is asked for.
fn plan() -> Vec<ImprovementField> {
    vec![
        ImprovementField::Why("没有备件".to_owned()),
        ImprovementField::Measure(Some(MeasureKind::PromisesKept)),
        ImprovementField::Before(Some(quantity("82"))),
        ImprovementField::Goal(Some(quantity("95"))),
        ImprovementField::Owner(StaffId::parse("s1")),
        ImprovementField::Due(date("2026-12-01")),
    ]
}

#[test]
fn a_plan_is_asked_for_what_it_lacks_first() {
    let lacks = [Lack::Why, Lack::Measure, Lack::Before, Lack::Goal, Lack::Owner, Lack::Due];
    for (known, lack) in lacks.into_iter().enumerate() {
        let improvement = of(plan().into_iter().take(known).collect());
        assert_eq!((improvement.lack(), improvement.state()), (Some(lack), ImprovementState::Plan));
    }
    let whole = of(plan());
    assert_eq!((whole.lack(), whole.state()), (None, ImprovementState::Do));
}

#[test]
fn a_figure_of_the_shops_own_says_what_it_counts() {
    let mut fields = plan();
    fields[1] = ImprovementField::Measure(Some(MeasureKind::Own));
    assert_eq!(of(fields.clone()).lack(), Some(Lack::Measure));
    fields.push(ImprovementField::Counted("每月等备件的天数".to_owned()));
    assert_eq!(of(fields).lack(), None);
}

#[test]
fn the_state_is_seen_from_what_is_known() {
    let steps = [
        (ImprovementField::Done(date("2026-12-01")), ImprovementState::Check, date("2026-12-31")),
        (ImprovementField::Verdict(Some(Effect::InPart)), ImprovementState::Act, date("2026-12-31")),
        (
            ImprovementField::Act(Some(Act { course: Course::Keep, words: String::new() })),
            ImprovementState::Closed,
            None,
        ),
    ];
    let mut fields = plan();
    assert_eq!(of(fields.clone()).next_day(), date("2026-12-01"));
    fields.push(ImprovementField::Check(date("2026-12-31")));
    for (field, state, day) in steps {
        fields.push(field);
        let improvement = of(fields.clone());
        assert_eq!((improvement.state(), improvement.next_day()), (state, day));
    }
    // What was done was done, even where the plan lost something.
    let done = of(vec![ImprovementField::Done(date("2026-12-01"))]);
    assert_eq!(done.state(), ImprovementState::Check);
    // A verdict without anything done judges nothing.
    assert_eq!(of(vec![ImprovementField::Verdict(Some(Effect::Reached))]).state(), ImprovementState::Plan);
}

#[test]
fn figures_compare_in_either_direction() {
    for (before, goal, after, effect) in [
        ("82", "95", "95", Effect::Reached),
        ("82", "95", "97.5", Effect::Reached),
        ("82", "95", "90", Effect::InPart),
        ("82", "95", "82", Effect::NotReached),
        ("82", "95", "80", Effect::NotReached),
        ("6", "2", "2", Effect::Reached),
        ("6", "2", "0", Effect::Reached),
        ("6", "2", "5.9", Effect::InPart),
        ("6", "2", "6", Effect::NotReached),
        ("6", "2", "9", Effect::NotReached),
        ("0", "0.5", "0.4", Effect::InPart),
    ] {
        let found = Effect::of(quantity(before), quantity(goal), quantity(after));
        assert_eq!(found, effect, "{before} to {goal}, now {after}");
    }
    assert_eq!(of(plan()).figures_say(), None);
}

#[test]
fn steps_stand_by_rank_and_coaching_by_day() {
    let step = |id, rank| {
        let step = Step { rank, what: format!("{rank}"), ..Step::default() };
        ImprovementField::Step(ImprovementStepId::parse(id).expect("an id"), Some(step.into()))
    };
    let note = |id, on| {
        let who = StaffId::parse("s1").expect("an id");
        let note = Coaching {
            whom: who.clone(),
            by: who,
            on: Date::parse(on).expect("a date"),
            practised: on.to_owned(),
            agreed: String::new(),
            observed: String::new(),
        };
        ImprovementField::Coaching(CoachingId::parse(id).expect("an id"), Some(note.into()))
    };
    let gone = ImprovementField::Step(ImprovementStepId::parse("c").expect("an id"), None);
    let notes = [note("x", "2026-11-20"), note("y", "2026-11-22")];
    let fields = [vec![step("a", 2), step("b", 1), gone], notes.into()].concat();
    let improvement = of(fields);
    let whats: Vec<&str> = improvement.steps().into_iter().map(|(_, step)| step.what.as_str()).collect();
    assert_eq!(whats, ["1", "2"]);
    let days: Vec<&str> =
        improvement.coaching().into_iter().map(|(_, note)| note.practised.as_str()).collect();
    assert_eq!(days, ["2026-11-22", "2026-11-20"]);
}

#[test]
fn origins_are_found_by_their_names() {
    for origin in Origin::ALL {
        assert_eq!(Origin::from_name(origin.name()), Some(origin));
    }
    assert_eq!(Origin::from_name("weather"), None);
}
