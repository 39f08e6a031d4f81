//! What holds of every case, whatever happens to it.

use crate::calendars::shop;
use crate::support::{Deed, Hand, at};
use casebook::domain::acceptance::AcceptanceVerdict;
use casebook::domain::calendar::{DayRule, Moment, SpecialDay, Zone};
use casebook::domain::case::{Status, Urgency};
use casebook::domain::date::Date;
use casebook::domain::hours::Hours;
use casebook::domain::message::MessageMoment;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::promise::{Calendars, Judged, PromiseKind, Promises, Share, State};
use casebook::domain::shop::ShopField;
use casebook::domain::waiting::WaitReason;
use proptest::prelude::*;

const DEEDS: [Deed; 21] = [
    Deed::Promise(&[("inside_hours", 6), ("plan_days", 4), ("every_days", 5)]),
    Deed::PromiseWithout(PromiseKind::Finish),
    Deed::Keep(PromiseKind::FirstResponse),
    Deed::Keep(PromiseKind::Plan),
    Deed::Keep(PromiseKind::Emergency),
    Deed::Say(MessageMoment::Delay),
    Deed::Report,
    Deed::Paper(PaperKind::Quote),
    Deed::Agree,
    Deed::Urge(Urgency::Emergency),
    Deed::Urge(Urgency::Normal),
    Deed::Take(AcceptanceVerdict::Accepted),
    Deed::Be(Status::Closed),
    Deed::Be(Status::Open),
    Deed::End(Some("2026-01-15")),
    Deed::End(Some("2026-01-20")),
    Deed::Call(true),
    Deed::Complain(None),
    Deed::Wait(WaitReason::Parts),
    Deed::GoOn,
    Deed::Undo,
];

/// When the case was opened, in minutes after the shop wrote its first calendar.
fn opened() -> Moment {
    at("2026-01-06T09:00")
}

fn local(moment: Moment) -> String {
    Zone::default().local(moment).expect("a time").to_string()
}

/// A case to which something happens every few hours for two weeks; and a moment soon after.
fn life() -> impl Strategy<Value = (Hand, Moment)> {
    let deeds = prop::collection::vec((5_u32..1500, 0..DEEDS.len()), 0..14);
    (deeds, 0_u32..3000, prop::bool::ANY).prop_map(|(deeds, after, urgent)| {
        let mut now = opened();
        let urgency = if urgent { Urgency::Emergency } else { Urgency::Normal };
        let mut hand = Hand::default();
        hand.does(&local(now), Deed::Open(urgency));
        for (minutes, deed) in deeds {
            now = now.plus_minutes(minutes.into());
            hand.does(&local(now), DEEDS[deed]);
        }
        (hand, now.plus_minutes(i64::from(after) + 1))
    })
}

/// Changes of the calendar from a moment on: days that are closed, and other hours.
fn edits(since: Moment) -> impl Strategy<Value = Vec<(String, ShopField)>> {
    let edit = (0_u32..4000, 0_i64..60, 0..4_u8);
    prop::collection::vec(edit, 1..5).prop_map(move |edits| {
        let mut now = since;
        let edit = |(minutes, day, which): (u32, i64, u8)| {
            now = now.plus_minutes(i64::from(minutes) + 1);
            let date = Date::new(2026, 1, 5).and_then(|first| first.plus_days(day)).expect("a date");
            let rule = match which {
                0 => Some(DayRule::Holiday),
                1 => Some(DayRule::Changed(Hours::parse_day("06:00-23:00").expect("hours"))),
                _ => None,
            };
            let field = if which == 3 {
                let mut hours = Hours::usual();
                hours.0[5] = hours.0[0].clone();
                ShopField::Hours(hours)
            } else {
                ShopField::Day(date, rule.map(|rule| SpecialDay { rule, name: String::new() }))
            };
            (local(now), field)
        };
        edits.into_iter().map(edit).collect()
    })
}

fn calendars(edits: &[(String, ShopField)]) -> Calendars {
    let edits: Vec<_> = edits.iter().map(|(when, field)| (when.as_str(), field.clone())).collect();
    shop(&edits)
}

fn judged(hand: &Hand, calendars: &Calendars, now: Moment) -> Vec<Judged> {
    hand.promises().judged(calendars, Share { warn_percent: 75, now })
}

/// What does not move any more: it was met or ended, or it is broken, late by so much as ever.
fn verdict(judged: &Judged) -> Option<Judged> {
    let open = |state| matches!(state, State::Running | State::Paused);
    if open(judged.state) || !judged.is_over && judged.state != State::Breached {
        return None;
    }
    let still = judged.is_over;
    let (used, late) = if still { (judged.used, judged.late) } else { (0, 0) };
    Some(Judged {
        used,
        late,
        paused: if still { judged.paused } else { Default::default() },
        ..judged.clone()
    })
}

fn with_edits() -> impl Strategy<Value = (Hand, Moment, Vec<(String, ShopField)>)> {
    life().prop_flat_map(|(hand, now)| {
        let promises = std::rc::Rc::new(hand.records);
        edits(now).prop_map(move |edits| (Hand::with(promises.as_ref().clone()), now, edits))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A closed promise keeps the verdict of the calendar in force at the time.
    #[test]
    fn a_verdict_survives_every_later_edit((hand, now, edits) in with_edits()) {
        let before = judged(&hand, &calendars(&[]), now);
        let much_later = now.plus_minutes(40_000);
        let after = judged(&hand, &calendars(&edits), much_later);
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            if before.kind == PromiseKind::DelayNotice && !before.is_over {
                // It is not known yet whether there was a delay.
                continue;
            }
            if let Some(before) = verdict(before) {
                let after = verdict(after);
                prop_assert_eq!(Some(before), after, "edits {:?}", edits);
            }
        }
    }

    /// What is not broken at one moment is not broken at an earlier one, either.
    #[test]
    fn a_broken_promise_stays_broken((hand, now) in life(), minutes in 1_u32..5000) {
        let by = calendars(&[]);
        let later = judged(&hand, &by, now.plus_minutes(minutes.into()));
        for (before, after) in judged(&hand, &by, now).iter().zip(&later) {
            prop_assert!(!before.state.is_broken() || after.state.is_broken(), "{:?} {:?}", before, after);
        }
    }

    /// The figures of a promise fit together.
    #[test]
    fn figures_fit((hand, now, edits) in with_edits()) {
        for each in judged(&hand, &calendars(&edits), now.plus_minutes(9000)) {
            let late = each.met.zip(each.due).is_some_and(|(met, due)| met > due);
            prop_assert!(each.state != State::Met || !late, "{:?}", each);
            prop_assert!(each.state != State::MetLate || late, "{:?}", each);
            prop_assert!(each.late == 0 || each.state.is_broken() || each.kind.is_guarantee()
                || each.kind == PromiseKind::DelayNotice, "{:?}", each);
            prop_assert!(each.warn.is_none_or(|warn| each.due.is_some_and(|due| warn <= due)), "{:?}", each);
            prop_assert!(each.due.is_none_or(|due| due >= each.started), "{:?}", each);
        }
    }

    /// What lists keep says the same, and so does what is read anew.
    #[test]
    fn a_line_says_all((hand, _) in life()) {
        let promises = hand.promises();
        prop_assert_eq!(Promises::from_line(&promises.to_line()), Some(promises));
    }
}

#[test]
fn what_runs_does_change() {
    let hand = Hand::of(&[("2026-01-06T17:00", Deed::Open(Urgency::Normal))]);
    let now = at("2026-01-06T17:30");
    let day = ShopField::Day(
        Date::new(2026, 1, 7).expect("a date"),
        Some(SpecialDay { rule: DayRule::Holiday, name: String::new() }),
    );
    let (before, after) = (shop(&[]), shop(&[("2026-01-06T17:20", day)]));
    assert_ne!(judged(&hand, &before, now), judged(&hand, &after, now));
}
